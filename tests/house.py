"""The former place of `tests.kit.bots`."""

from tests.kit.bots import ADDRESS as ADDRESS
from tests.kit.bots import ADMIN as ADMIN
from tests.kit.bots import BotResponse as Said  # noqa: F401
from tests.kit.bots import Client as Client
from tests.kit.bots import ShopBot as House  # noqa: F401
from tests.kit.bots import settings_in as settings_in
from tests.kit.bots import whole_bot as whole_bot

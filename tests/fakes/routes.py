"""The former place of `tests.kit.handlers`."""

from tests.kit.handlers import Everybody as Everybody
from tests.kit.handlers import handlers as handlers
from tests.kit.handlers import only_reply as reply  # noqa: F401
from tests.kit.handlers import replies as replies
from tests.kit.handlers import turn as turn

"""The former place of `tests.kit.shop`."""

from tests.kit.shop import GARMENTS as GARMENTS
from tests.kit.shop import HEADER as HEADER
from tests.kit.shop import phone_photo as phone_photo
from tests.kit.shop import rows as rows
from tests.kit.shop import write_batch as write_batch

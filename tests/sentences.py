"""The former place of `tests.kit.sources`."""

from tests.kit.sources import PACKAGES as PACKAGES
from tests.kit.sources import sources as sources

"""The former place of `tests.kit.photos`."""

from tests.kit.photos import DATA as DATA
from tests.kit.photos import jpeg as jpeg
from tests.kit.photos import needs_data as needs_data
from tests.kit.photos import red_on_green as red_on_green

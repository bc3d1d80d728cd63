"""The samples' pictures, drawn as the demo catalogue's are."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image

from bot.media import squared
from vision.drawing.colours import COLOURS
from vision.drawing.garment import Garment
from vision.drawing.studio import draw_studio

GARMENTS = {
    "hoodie-green": Garment("hoodie", "plain", (COLOURS["olive"], COLOURS["white"]), seed=1),
    "hoodie-grey": Garment("hoodie", "plain", (COLOURS["charcoal"], COLOURS["white"]), seed=1),
    "sweatshirt": Garment("longsleeve", "knit", (COLOURS["forest"], COLOURS["white"]), seed=3),
    "dress": Garment("dress", "dots", (COLOURS["navy"], COLOURS["white"]), seed=4),
    "bag": Garment("bag", "plain", (COLOURS["ecru"], COLOURS["white"]), seed=5),
    "j/e ans": Garment("trousers", "denim", (COLOURS["indigo"], COLOURS["white"]), seed=6),
}


@cache
def picture(key: str, size: int) -> bytes:
    """A sample's picture as `bot.media` serves it, so many pixels a side."""
    out = io.BytesIO()
    Image.fromarray(draw_studio(GARMENTS[key], size=640)[0]).save(out, "PNG")
    return squared(out.getvalue(), size)

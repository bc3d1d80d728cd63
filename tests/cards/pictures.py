"""The samples' pictures, drawn as the demo catalogue's are."""

from __future__ import annotations

import io
from functools import cache

import numpy as np
from PIL import Image

from bot.charts import png
from bot.links.media import squared
from tests.cards.floor_samples import CHARTS
from vision.annotation import annotated
from vision.arrays import RgbImage
from vision.decoding.decoder import InProcessDecoder
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
    """A sample's picture as `bot.links.media` serves it, so many pixels a side; or its chart."""
    if key in CHARTS:
        return png(CHARTS[key])
    out = io.BytesIO()
    shown = _two() if key == "two" else draw_studio(GARMENTS[key], size=640)[0]
    Image.fromarray(shown).save(out, "PNG")
    return squared(out.getvalue(), size, InProcessDecoder())


def _two() -> RgbImage:
    """A hoodie beside trousers, numbered."""
    (left, hoodie), (right, trousers) = (
        draw_studio(GARMENTS[key], size=480) for key in ("hoodie-green", "j/e ans")
    )
    photo = np.concatenate((left, right), axis=1)
    nothing = np.zeros_like(hoodie)
    masks = (np.concatenate((hoodie, nothing), axis=1), np.concatenate((nothing, trousers), axis=1))
    return annotated(photo, masks, chosen=1)

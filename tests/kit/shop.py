"""A small shop for tests: six drawn garments as a batch in our own format, and phone photos of them."""

from __future__ import annotations

import csv
import io
import zipfile
from functools import cache
from pathlib import Path

import numpy as np

from tests.kit.photos import jpeg
from vision.arrays import RgbImage
from vision.drawing import Garment, draw_phone, draw_studio, garment_class

GARMENTS = {
    "TEE-RED": Garment("T-shirt", "plain", ((190, 40, 45), (250, 250, 250)), seed=1),
    "TEE-STRIPED": Garment("T-shirt", "stripes", ((240, 240, 235), (30, 40, 90)), seed=2),
    "JEANS": Garment("trousers", "denim", ((60, 80, 130), (230, 230, 230)), seed=3),
    "DRESS-DOTS": Garment("dress", "dots", ((20, 110, 90), (250, 250, 240)), seed=4),
    "HOODIE-GREY": Garment("hoodie", "plain", ((130, 130, 135), (240, 240, 240)), seed=5),
    "SKIRT-CHECKS": Garment("skirt", "checks", ((150, 60, 40), (40, 40, 40)), seed=6),
}
HEADER = [
    *("item", "title", "class", "colour", "brand", "price", "currency"),
    *("sku", "size", "barcode", "location", "on_hand", "reserved", "pictures"),
]


def rows() -> list[list[str]]:
    """One row for each size and location: sizes S and M, at `Hall A` and `Shop`."""
    made = []
    for number, (item, garment) in enumerate(GARMENTS.items()):
        cls = garment_class(garment.kind) or ""
        for size in ("S", "M"):
            for location, on_hand in (("Hall A", 10 + number), ("Shop", 2)):
                title = f"{garment.kind} {item.lower()}"
                given = [item, title, cls, "", "Test", "19.90", "EUR", f"{item}-{size}", size, ""]
                made.append([*given, location, str(on_hand), "1", f"{item}.jpg"])
    return made


def write_batch(path: Path, lines: list[list[str]] | None = None, *, header: list[str] = HEADER) -> Path:
    """The shop as a ZIP with pictures; `lines` replace its rows."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(header)
    writer.writerows(rows() if lines is None else lines)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("items.csv", table.getvalue())
        for item in GARMENTS:
            package.writestr(f"pictures/{item}.jpg", _studio_picture(item))
    return path


@cache
def _studio_picture(item: str) -> bytes:
    return jpeg(draw_studio(GARMENTS[item], size=400)[0])


def phone_photo(item: str, seed: int = 0) -> RgbImage:
    """The item as somebody would photograph it."""
    return draw_phone(GARMENTS[item], np.random.default_rng(seed), size=(640, 480))[0]

"""The demo catalogue: garments drawn by this program, with believable sizes, locations and stock."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from zlib import crc32

import cv2
import numpy as np

from bot.demo.range import RANGE, Line
from catalogue.batches.reading import own_format
from catalogue.items import Item, StockLevel, Variant
from vision.arrays import RgbImage
from vision.drawing.garment import Garment, garment_class
from vision.drawing.phone import draw_phone
from vision.drawing.pieces import View
from vision.drawing.studio import draw_studio

COLUMNS: tuple[str, ...] = tuple(
    column for column in own_format.COLUMNS if column not in ("description", "location_code")
)

SIZES: dict[str, tuple[str, ...]] = {
    "letters": ("XS", "S", "M", "L", "XL", "XXL"),
    "waist": ("28", "30", "32", "34", "36"),
    "shoe": ("36", "37", "38", "39", "40", "41", "42", "43", "44", "45"),
    "one": ("One size",),
}

LOCATIONS: tuple[str, ...] = ("Hall A", "Hall B", "Shop Berlin")

_CODES = {
    "T-shirt": "TS",
    "longsleeve": "LS",
    "shirt": "SH",
    "hoodie": "HD",
    "dress": "DR",
    "trousers": "TR",
    "shorts": "SO",
    "skirt": "SK",
    "jacket": "JK",
    "hat": "HT",
    "shoe": "FW",
    "bag": "BG",
}
_VIEWS: tuple[View, ...] = ("front", "back")
_PHOTO_SIZE = (960, 720)


@dataclass(frozen=True, slots=True)
class DemoItem:
    """An item of the demo and the garment that it is."""

    id: str
    title: str
    colour: str
    brand: str
    price: str
    """In euros: `49.90`."""
    sizes: tuple[str, ...]
    garment: Garment

    @property
    def garment_class(self) -> str:
        """The catalogue's class: a bag is of its own."""
        return garment_class(self.garment.kind) or "bag"


def demo_garments() -> tuple[DemoItem, ...]:
    """All items of the demo, always the same, in the catalogue's order."""
    return tuple(item for line in RANGE for item in _colourways(line))


def demo_items(as_of: datetime, *, seed: int = 1) -> tuple[Item, ...]:
    """The demo as catalogue items with their stock, without pictures, as `write_demo_batch` writes them."""
    number = count(1)
    return tuple(
        Item(
            item.id,
            item.title,
            garment_class=item.garment_class,
            colour=item.colour,
            brand=item.brand,
            price=f"{item.price} EUR",
            variants=tuple(
                Variant(
                    sku,
                    size,
                    barcode(next(number)),
                    tuple(StockLevel(*level, as_of) for level in _stock(sku, seed)),
                )
                for sku, size in _sizes(item)
            ),
        )
        for item in demo_garments()
    )


def draw_demo_photo(item_id: str, seed: int, *, size: tuple[int, int] = _PHOTO_SIZE) -> RgbImage:
    """A fair phone photo of a demo item's front, (height, width) pixels; another seed is another photo.

    Raises:
        KeyError: the demo has no such item.
    """
    item = {item.id: item for item in demo_garments()}[item_id]
    rng = np.random.default_rng([seed, crc32(item_id.encode())])
    return draw_phone(item.garment, rng, size=size, view="front", harshness=0.4)[0]


def demo_photos(count: int = 8, *, seed: int = 5) -> Sequence[tuple[str, bytes]]:
    """Photos to try, each a name and a JPEG: of items far apart in the catalogue."""
    items = demo_garments()
    chosen = [items[i * len(items) // count] for i in range(count)]
    return [(item.title, _jpeg(draw_demo_photo(item.id, seed), 88)) for item in chosen]


def write_demo_batch(path: Path, *, seed: int = 1) -> None:
    """Write the ZIP that the catalogue imports: `items.csv` and two pictures an item.

    `seed` decides the stock alone. The same seed writes the same bytes.

    Raises:
        OSError: the file cannot be written.
    """
    items = demo_garments()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as batch:
        _put(batch, "items.csv", _table(items, seed))
        for item in items:
            for view, name in zip(_VIEWS, _picture_names(item), strict=True):
                _put(batch, name, _jpeg(draw_studio(item.garment, view=view)[0], 87))


def barcode(number: int) -> str:
    """An EAN-13 from the range 200 that shops give out themselves."""
    digits = f"200{number:09d}"
    odd, even = (sum(int(digit) for digit in digits[start::2]) for start in (0, 1))
    return f"{digits}{-(odd + 3 * even) % 10}"


def _colourways(line: Line) -> Iterator[DemoItem]:
    code = f"{line.code}-{_CODES[line.garment.kind]}"
    for name, garment in line.colourways():
        yield DemoItem(
            id=f"{code}-{name.upper().replace(' ', '')}",
            title=f"{line.name}, {name}",
            colour=name,
            brand=line.brand,
            price=line.price,
            sizes=SIZES[line.sizes],
            garment=garment,
        )


def _table(items: Sequence[DemoItem], seed: int) -> bytes:
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    number = 0
    for item in items:
        pictures = ";".join(_picture_names(item))
        for sku, size in _sizes(item):
            number += 1
            for location, on_hand, reserved in _stock(sku, seed):
                rows.writerow(
                    (
                        item.id,
                        item.title,
                        item.garment_class,
                        item.colour,
                        item.brand,
                        item.price,
                        "EUR",
                        sku,
                        size,
                        barcode(number),
                        location,
                        on_hand,
                        reserved,
                        pictures,
                    )
                )
    return text.getvalue().encode()


def _sizes(item: DemoItem) -> Iterator[tuple[str, str]]:
    """Each SKU and its size."""
    for size in item.sizes:
        yield (item.id if item.sizes == SIZES["one"] else f"{item.id}-{size}"), size


def _stock(sku: str, seed: int) -> Iterator[tuple[str, int, int]]:
    """Where a variant lies and how much: a place in a hall, often the shop too; now and then none at all."""
    rng = np.random.default_rng([seed, crc32(sku.encode())])
    item_rng = np.random.default_rng([seed, crc32(sku.rsplit("-", 1)[0].encode())])  # one shelf for all sizes
    aisle, shelf = int(item_rng.integers(1, 13)), int(item_rng.integers(1, 25))
    halls = (f"{LOCATIONS[0]} {aisle:02d}-{shelf:02d}", LOCATIONS[1], LOCATIONS[2])
    places = [0] if rng.random() < 0.9 else [1]
    places += [1] if places == [0] and rng.random() < 0.3 else []
    places += [2] if rng.random() < 0.65 else []
    for place in places:
        most = (40, 90, 8)[place]
        chance = rng.random()
        on_hand = (
            0 if chance < 0.12 else int(rng.integers(1, 4)) if chance < 0.27 else int(rng.integers(3, most))
        )
        reserved = int(rng.integers(0, min(on_hand, 6) + 1)) if rng.random() < 0.35 else 0
        yield halls[place], on_hand, reserved


def _picture_names(item: DemoItem) -> list[str]:
    return [f"pictures/{item.id.lower()}-{view}.jpg" for view in _VIEWS]


def _put(batch: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED if name.endswith(".csv") else zipfile.ZIP_STORED
    batch.writestr(entry, data)


def _jpeg(picture: RgbImage, quality: int) -> bytes:
    done, packed = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    assert done
    return packed.tobytes()

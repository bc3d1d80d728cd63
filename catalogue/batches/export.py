"""The catalogue as a file that imports again: a CSV, or a ZIP with the pictures too."""

from __future__ import annotations

import csv
import io
import logging
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile

from PIL import Image, UnidentifiedImageError

from catalogue.batches.reading.own_format import COLUMNS, rows_of
from catalogue.database import Database
from catalogue.items import Item, folded
from catalogue.pictures import PictureStore
from catalogue.progress import Progress, silent

log = logging.getLogger(__name__)

TABLE = "catalogue.csv"
"""The table's name in the ZIP."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What a file holds."""

    items: int
    pictures: int
    lost: tuple[str, ...] = ()
    """Keys of pictures whose files are gone; the table does not name them."""


def export_csv(database: Database, out: BinaryIO) -> Exported:
    """Write all items, retired ones too, in our own format.

    Pictures are named by key, which only the catalogue that has them can read.
    """
    keys: set[str] = set()

    def collect_keys() -> Iterator[Item]:
        for item in database.each_item(retired=True):
            keys.update(picture.key for picture in item.pictures)
            yield item

    return Exported(_write_table(collect_keys(), {}, _codes(database), out), len(keys))


def export_zip(
    database: Database, pictures: PictureStore, out: BinaryIO, *, progress: Progress = silent
) -> Exported:
    """Write the same table and the pictures that it names, so that it imports anywhere."""
    total = len(database.item_ids(retired=True))
    with ZipFile(out, "w", ZIP_STORED) as archive, tempfile.TemporaryFile() as table:
        packer = _Packer(archive, pictures)

        def packed() -> Iterator[Item]:
            for done, item in enumerate(database.each_item(retired=True), start=1):
                yield packer.packed(item)
                progress("export", done, total)

        items = _write_table(packed(), packer.names, _codes(database), table)
        table.seek(0)
        with archive.open(TABLE, "w", force_zip64=True) as member:
            shutil.copyfileobj(table, member)
    return Exported(items, len(packer.names), tuple(sorted(packer.lost)))


class _Packer:
    """Puts pictures into a ZIP, each once."""

    def __init__(self, archive: ZipFile, pictures: PictureStore) -> None:
        self._archive = archive
        self._pictures = pictures
        self.names: dict[str, str] = {}
        """From picture key to the name in the table."""
        self.lost: set[str] = set()

    def packed(self, item: Item) -> Item:
        """Return the item with those of its pictures that are in the ZIP."""
        for picture in item.pictures:
            if picture.key not in self.names and picture.key not in self.lost:
                self._pack(picture.key)
        return replace(item, pictures=tuple(p for p in item.pictures if p.key in self.names))

    def _pack(self, key: str) -> None:
        if not self._pictures.exists(key):
            log.warning("the file of the picture %s is gone; it is not exported", key)
            self.lost.add(key)
            return
        data = self._pictures.get(key)
        self.names[key] = f"{key}{_ending(data)}"
        self._archive.writestr(f"pictures/{self.names[key]}", data)


def _ending(data: bytes) -> str:
    """Return the file extension of a picture, so that other programs open it."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            return f".{(image.format or 'bin').lower()}".replace(".jpeg", ".jpg")
    except (UnidentifiedImageError, OSError):  # a format that only the photo decoder knows
        return ""


def _codes(database: Database) -> dict[str, str]:
    """Map the folded name of each place that has a code to it."""
    return {folded(place.name): place.code for place in database.places.all() if place.code}


def _write_table(
    items: Iterable[Item], names: Mapping[str, str], codes: Mapping[str, str], out: BinaryIO
) -> int:
    """Write the table, and return the number of items; `names` may grow meanwhile."""
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    count = 0
    for item in items:
        rows.writerows(rows_of(item, names, codes))
        count += 1
    text.flush()
    text.detach()
    return count

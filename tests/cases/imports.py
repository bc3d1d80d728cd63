"""Export files of the world: what comes of each, beside what is right."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.locales.faults import picture_reader
from catalogue.batches.applying.staged import StagedBatch
from catalogue.database import Database, sqlite_url
from catalogue.items import Item
from catalogue.modes import Mode
from catalogue.pictures import PictureStore
from catalogue.search import Calibration
from catalogue.store import Catalogue
from tests.kit.stores import MemoryIndex, toy_embed
from vision.decoding.conversion import storable
from vision.decoding.decoder import InProcessDecoder

OWN_RESULTS = re.compile(r"(out\d*|back\d*)\.(csv|zip)|out\.csv2\.csv")
"""Exports that an earlier try left beside some of the inputs."""
ONE_AFTER_ANOTHER = ("upsert-", "xlsx-zeros-then-csv")
"""Cases in which a second batch changes what the first one brought."""


def main(folder: Path, names: list[str] | None = None) -> None:
    """Import each case of a folder into a new catalogue, and print what came of it beside what is right."""
    for case in sorted(path.parent for path in folder.glob("*/expect.json")):
        if names and case.name not in names:
            continue
        right = json.loads((case / "expect.json").read_text())["right"]
        for line in (f"=== {case.name}", f"  right: {right}", *(f"  {words}" for words in outcome(case))):
            print(line)  # noqa: T201 - this is a command


def outcome(case: Path) -> Iterator[str]:
    """Yield in words what importing the files of a case did."""
    files = sorted(path for path in case.iterdir() if path.name != "expect.json")
    inputs = [path for path in files if not OWN_RESULTS.fullmatch(path.name)] or files
    apart = case.name.startswith(ONE_AFTER_ANOTHER)
    batches = [[path] for path in inputs] if apart else [inputs]
    with TemporaryDirectory() as scratch:
        database = Database.open(sqlite_url(Path(scratch) / "catalogue.db"))
        with Catalogue(
            database, MemoryIndex(), PictureStore(f"{scratch}/pictures"), calibration=Calibration()
        ) as catalogue:
            for number, paths in enumerate(batches):
                mode = Mode.STOCK if number else Mode.UPSERT
                staged = catalogue.stage(
                    [(path.name, path) for path in paths],
                    mode=mode,
                    by="cases",
                    embed=toy_embed,
                    picture_reader=picture_reader(
                        lambda data: storable(data, InProcessDecoder(), at_least=0)
                    ),
                )
                yield from _words(staged)
                if staged.plan is not None:
                    assert staged.record.id is not None
                    catalogue.apply_staged(staged.record.id, by="cases", embed=toy_embed)
            items = database.items(database.item_ids(), retired=True)
            for item in items.values():
                yield from _item_words(item)


def _words(staged: StagedBatch) -> Iterator[str]:
    if staged.plan is None:
        yield f"REFUSED: {staged.record.fault}"
        yield from (f"  fault {fault.file} {fault.row}: {fault.reason}" for fault in staged.faults[:6])
        return
    yield from (f"note {note.file} {note.row}: {note.text}" for note in staged.plan.notes[:12])


def _item_words(item: Item) -> Iterator[str]:
    details = (item.title, item.colour, item.brand, item.price, item.garment_class, item.description)
    yield f"{item.id!r} {details} pictures={len(item.pictures)}{' RETIRED' if item.retired else ''}"
    for variant in item.variants:
        stock = ", ".join(f"{level.location!r} {level.on_hand}/{level.reserved}" for level in variant.stock)
        retired = " RETIRED" if variant.retired else ""
        yield f"    {variant.sku!r} size={variant.size!r} barcode={variant.barcode!r} [{stock}]{retired}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

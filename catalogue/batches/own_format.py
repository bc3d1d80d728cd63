"""Our own format: one row per variant and location.

Columns: item, title and sku are required; class, colour, brand, price, currency, size, barcode, location,
on_hand, reserved, pictures and description may be absent. A blank cell leaves what the catalogue knows as it
is; of a new variant, a blank location is Main and a blank quantity is 0. Several pictures are separated by
semicolons.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from catalogue.batches.lines import Line, Note, Parsed
from catalogue.batches.tables import Table
from catalogue.errors import Fault
from catalogue.items import Item, StockLevel

REQUIRED = ("item", "title", "sku")
COLUMNS = (
    "item",
    "title",
    "class",
    "colour",
    "brand",
    "price",
    "currency",
    "sku",
    "size",
    "barcode",
    "location",
    "on_hand",
    "reserved",
    "pictures",
    "description",
)
"""Of the whole format, in the order that `write` gives them."""


def recognises(header: tuple[str, ...]) -> bool:
    """Anything that no other format claims and that has at least one of our required columns."""
    return bool({_column(name) for name in header} & set(REQUIRED))


def parse(table: Table) -> Parsed:
    """Lines as they stand; a missing column is a fault of the header's row, an unknown one is noted."""
    names = {name: _column(name) for name in table.header}
    present = list(names.values())
    missing = [name for name in REQUIRED if name not in present]
    if missing:
        return Parsed(
            (), faults=tuple(Fault(table.header_row, f"the column {name} is missing") for name in missing)
        )
    faults = [
        Fault(table.header_row, f"the column {name} stands there twice; keep one")
        for name in COLUMNS
        if present.count(name) > 1
    ]
    unknown = [name for name, column in names.items() if name and column not in COLUMNS]
    notes = tuple(
        Note(table.header_row, f"the column {name} is not known and was passed over") for name in unknown
    )
    lines = []
    for row, cells in table.rows:
        said = {names[name]: text for name, text in cells.items()}
        lines.append(
            Line(
                row=row,
                item=said["item"],
                sku=said["sku"],
                title=said["title"],
                garment_class=said.get("class", ""),
                colour=said.get("colour", ""),
                brand=said.get("brand", ""),
                price=said.get("price", ""),
                currency=said.get("currency", ""),
                description=said.get("description", ""),
                size=said.get("size", ""),
                barcode=said.get("barcode", ""),
                location=said.get("location", ""),
                on_hand=said.get("on_hand", ""),
                reserved=said.get("reserved", ""),
                pictures=tuple(p.strip() for p in said.get("pictures", "").split(";") if p.strip()),
            )
        )
    return Parsed(tuple(lines), notes, tuple(faults))


def write(items: Iterable[Item]) -> bytes:
    """Items as a CSV file of this format, in UTF-8 with the mark that spreadsheets look for.

    Pictures are named by key.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for item in items:
        price, _, currency = (item.price or "").partition(" ")
        for variant in item.variants:
            levels: tuple[StockLevel | None, ...] = variant.stock or (None,)
            for level in levels:
                rows.writerow(
                    (
                        item.id,
                        item.title,
                        item.garment_class or "",
                        item.colour or "",
                        item.brand or "",
                        price,
                        currency,
                        variant.sku,
                        variant.size,
                        variant.barcode or "",
                        level.location if level else "",
                        level.on_hand if level else "",
                        level.reserved if level else "",
                        ";".join(picture.key for picture in item.pictures),
                        item.description or "",
                    )
                )
    return text.getvalue().encode("utf-8-sig")


def _column(name: str) -> str:
    plain = name.strip().lower().replace(" ", "_").replace("-", "_")
    return {"color": "colour", "garment_class": "class", "picture": "pictures"}.get(plain, plain)

"""Our own format: one row per variant and location.

Columns: item, title and sku are required; class, colour, brand, price, currency, size, barcode, location,
on_hand, reserved, pictures, description, as_of and status may be missing. A blank cell leaves the catalogue's
value as it is; of a new variant, a blank quantity is 0, and in a table without locations a blank one is
Main. Several pictures are separated by semicolons.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from catalogue.batches.reading.columns import match_columns
from catalogue.batches.reading.formulas import neutralised, plain
from catalogue.batches.reading.lines import BatchLine, ParsedTable
from catalogue.batches.reading.tables import Table
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
    "as_of",
    "status",
)
"""All columns, in the order that `write` uses."""
QUOTED = re.compile(r'="([^"]*)"')


def parse(table: Table, *, mapping: Mapping[str, str], required: Sequence[str] = REQUIRED) -> ParsedTable:
    """Parse lines by the names of the columns, or by a mapping from their names to ours.

    A missing column is a fault of the header's row, an unknown one is noted. Raises `BatchError` if the
    mapping names a field that does not exist.
    """
    columns = match_columns(table.header, table.header_row, mapping=mapping, required=required)
    if columns.faults:
        return ParsedTable((), columns.notes, columns.faults)
    lines = []
    for row, cells in table.rows:
        values = {field: _cell_text(cells[column]) for column, field in columns.fields.items()}
        if "class" in values:
            values["garment_class"] = values.pop("class")
        pictures = values.pop("pictures", "")
        lines.append(BatchLine(row=row, pictures=_picture_names(pictures), **values))
    return ParsedTable(tuple(lines), columns.notes, columns.faults)


def write(items: Iterable[Item]) -> bytes:
    """Write items as a CSV file of this format, in UTF-8 with a byte order mark for spreadsheets.

    Pictures are named by key.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for item in items:
        rows.writerows(rows_of(item, {}))
    return text.getvalue().encode("utf-8-sig")


def rows_of(item: Item, names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each variant at each location; pictures by their `names`, or else by key."""
    price, _, currency = (item.price or "").partition(" ")
    pictures = ";".join(names.get(picture.key, picture.key) for picture in item.pictures)
    for variant in item.variants:
        levels: tuple[StockLevel | None, ...] = variant.stock or (None,)
        for level in levels:
            cells = (
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
                str(level.on_hand) if level else "",
                str(level.reserved) if level else "",
                pictures,
                item.description or "",
                level.as_of.isoformat() if level else "",
                "retired" if item.retired or variant.retired else "",
            )
            yield tuple(neutralised(cell) for cell in cells)


def _cell_text(cell: str) -> str:
    """Return a cell's text: some programs write `="0012"` so that a spreadsheet does not round 0012."""
    if cell[:1] not in {"=", "'"}:
        return cell
    quoted = QUOTED.fullmatch(cell)
    return quoted[1].strip() if quoted else plain(cell).strip()


def _picture_names(cell: str) -> tuple[str, ...]:
    """Split names of pictures at semicolons, vertical bars and line breaks; each name once."""
    return tuple(dict.fromkeys(name for part in re.split(r"[;\n|]", cell) if (name := part.strip())))

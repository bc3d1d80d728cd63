"""Our own format: one row per variant and location.

Columns: item, title and sku are required; class, colour, brand, price, currency, size, barcode, location,
location_code, on_hand, reserved, pictures, description, as_of and status may be missing. A blank cell leaves
the catalogue's value as it is; of a new variant, a blank quantity is 0, and in a table without locations a
blank one is Main. Several pictures are separated by semicolons.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from catalogue.batches.reading.column_guesses import column_advice, question_of
from catalogue.batches.reading.columns import match_columns
from catalogue.batches.reading.embedded_pictures import with_embedded_pictures
from catalogue.batches.reading.formulas import neutralised, plain
from catalogue.batches.reading.lines import BatchLine, Note, ParsedTable
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.originals import OURS, OWN_COLUMNS
from catalogue.batches.reading.shapes import location_columns, size_columns
from catalogue.batches.reading.sources import PICTURES, is_address
from catalogue.batches.reading.tables import Table
from catalogue.batches.reading.total_rows import last_rows
from catalogue.errors import Fault
from catalogue.items import Item, StockLevel, folded
from catalogue.messages import Message

REQUIRED = ("item", "title", "sku")
COLUMNS = OWN_COLUMNS
IN_CELL = re.compile(r"(?i)=?(?:_xlfn\.)?DISPIMG\(|#VALUE!$|#WERT!$")
"""What a cell says whose picture is in the workbook itself: in WPS, and in Excel."""
QUOTED = re.compile(r'="([^"]*)"')


def parse(table: Table, *, mapping: Mapping[str, str], required: Sequence[str] = REQUIRED) -> ParsedTable:
    """Parse lines by the names of the columns, or by a mapping from their names to ours.

    A missing column is a fault of the header's row, an unknown one is noted. Raises `BatchError` if the
    mapping names a field that does not exist.
    """
    header = [name for name in table.header if not name.startswith(OURS)]
    columns = match_columns(header, table.header_row, mapping=mapping, required=required)
    sizes = size_columns([name for name in header if name not in columns.fields])
    if sizes and not {"sku", "size"} <= set(columns.fields.values()):
        message = Message("size-columns", sizes=", ".join(sizes))
        return ParsedTable((), columns.notes, (Fault(table.header_row, message),))
    if columns.faults:
        certain = {name: field for name, field in columns.fields.items() if field not in columns.doubtful}
        question = question_of(table, certain, mapping, required)
        advice = column_advice(question, mapping)
        unnamed = [Fault(note.row, note.text) for note in table.notes if note.text.code == "column-unnamed"]
        return ParsedTable((), columns.notes, (*columns.faults, *unnamed), advice, question)
    unused = [name for name in header if name not in columns.fields and name not in mapping]
    places = location_columns(unused, columns.fields.values())
    notes = columns.notes
    if places:
        names = {Message("column-unknown", column=printable(name)) for name in places}
        notes = tuple(note for note in notes if note.text not in names)
        message = Message("location-columns", columns=", ".join(places))
        notes = (*notes, Note(table.header_row, message))
    lines: list[BatchLine] = []
    in_cells = 0
    last = last_rows(table, columns.fields, tuple(places))
    for code, numbers in (("total-row", last.totals), ("footer-row", last.footers)):
        notes = (*notes, *(Note(number, Message(code)) for number in sorted(numbers)))
    for row, cells in table.rows:
        if row in last.left_out:
            continue
        values = {field: _cell_text(cells[column]) for column, field in columns.fields.items()}
        if "class" in values:
            values["garment_class"] = values.pop("class")
        if not values.get("location"):
            values["location"] = values.get("location_code", "")
        pictures = values.pop("pictures", "")
        in_cells += 1 if IN_CELL.match(pictures) else 0
        line = BatchLine(row=row, pictures=_picture_names(pictures), **values)
        stock = [(place, _cell_text(cells[column])) for column, place in places.items() if cells[column]]
        lines.extend(replace(line, location=place, on_hand=on_hand) for place, on_hand in stock)
        if not stock:
            lines.append(line)
    if in_cells and not table.embedded:
        notes = (*notes, Note(None, Message("pictures-in-cells", count=in_cells)))
    if table.pictures:
        lines = with_embedded_pictures(lines, table.pictures)
    return ParsedTable(tuple(lines), notes, (*columns.faults, *last.faults))


def write(items: Iterable[Item]) -> bytes:
    """Write items as a CSV file of this format, in UTF-8 with a byte order mark for spreadsheets.

    Pictures are named by key, and places have no codes.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for item in items:
        rows.writerows(rows_of(item, {}, {}))
    return text.getvalue().encode("utf-8-sig")


def rows_of(item: Item, names: Mapping[str, str], codes: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each variant at each location; pictures by their `names`, or else by key.

    `codes` are those of the locations, by folded name.
    """
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
                codes.get(folded(level.location), "") if level else "",
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
    """Split names of pictures at semicolons, vertical bars, line breaks and commas; each name once."""
    parts = [name for part in re.split(r"[;\n|]", cell) if (name := part.strip())]
    names = [name for part in parts for name in _between_commas(part)]
    return tuple(dict.fromkeys(name for name in names if not IN_CELL.match(name)))


def _between_commas(text: str) -> list[str]:
    """Split at commas if each part is an address or has a picture's ending; else the comma is in a name."""
    names = [name for part in text.split(",") if (name := part.strip())]
    are_pictures = all(is_address(name) or PurePath(name).suffix.lower() in PICTURES for name in names)
    return names if are_pictures else [text]

"""Tables out of CSV and XLSX files, as text, with the row numbers that a spreadsheet shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zipfile import BadZipFile

import charset_normalizer
import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from catalogue.errors import BatchError, Fault

DELIMITERS = ",;\t|"
MAX_CELL = 1_000_000
"""Characters; a longer cell means an unclosed quotation mark."""
MAX_ROWS = 1_000_000
NO_TABLE = "This is no table that can be read; send a CSV in UTF-8, an XLSX, or a ZIP file that holds one."


@dataclass(frozen=True, slots=True)
class Table:
    """A header and what stands below it."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]
    """The number of each row, and its cells by column; blank rows are left out, absent cells are empty."""
    faults: tuple[Fault, ...] = ()
    header_row: int = 1
    """The number of the header's row; blank rows may stand above it."""


def csv_table(data: bytes) -> Table:
    """The table in a CSV file of any usual encoding and delimiter. Raises `BatchError`."""
    text = _decoded(data)
    if "\0" in text:
        raise BatchError(NO_TABLE)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(MAX_CELL)
    try:
        return _table(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise BatchError(
            f"The CSV file cannot be read ({error}); is a quotation mark missing? Mend it and send it again."
        ) from error


def xlsx_table(data: bytes) -> Table:
    """The table in the first sheet of an XLSX file that has any cells. Raises `BatchError`."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what a file says of its own size is often wrong
                cells = ([_as_text(value) for value in row] for row in sheet.iter_rows(values_only=True))
                table = _table(cells)
                if table.header:
                    return table
        finally:
            book.close()
    except (InvalidFileException, BadZipFile, KeyError, ValueError, SyntaxError, OSError) as error:
        raise BatchError("The XLSX file is damaged; save it again and send it once more.") from error
    return Table((), ())


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    # Spreadsheets that do not write UTF-8 write the code page of their land.
    guess = charset_normalizer.from_bytes(
        data, cp_isolation=["cp1252", "cp1250", "cp1251", "cp1253", "cp1254"]
    )
    best = guess.best()
    if best is None:
        raise BatchError(NO_TABLE)
    return str(best)


def _table(rows: Iterable[list[str]]) -> Table:
    numbered = _nonblank(rows)
    header_row, names = next(numbered, (1, []))
    while names and not names[-1]:
        names.pop()
    header = tuple(names)
    faults = [
        Fault(header_row, f"the column {name} stands there twice; keep one")
        for place, name in enumerate(header)
        if name and name in header[:place]
    ]
    found: list[tuple[int, dict[str, str]]] = []
    for number, cells in numbered:
        if len(found) >= MAX_ROWS:
            raise BatchError(f"The table has more than {MAX_ROWS} rows; split it.")
        if any(cells[len(header) :]):
            faults.append(
                Fault(number, "the row has more cells than the header; is a quotation mark missing?")
            )
        found.append((number, dict(zip(header, [*cells, *[""] * len(header)], strict=False))))
    return Table(header, tuple(found), tuple(faults), header_row)


def _nonblank(rows: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Rows with anything in them, trimmed, numbered from 1 as a spreadsheet does, blank ones too."""
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield number, cells


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)

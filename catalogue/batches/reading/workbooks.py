"""Tables from XLSX workbooks: the sheet whose header fits best, formulas as their last values."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice
from typing import Any
from zipfile import BadZipFile

from openpyxl.utils.exceptions import InvalidFileException

from catalogue.batches.reading.encodings import Opener
from catalogue.batches.reading.lines import Note
from catalogue.batches.reading.normalization import printable, simplified
from catalogue.batches.reading.tables import (
    HEADER_WITHIN,
    MAX_COLUMNS,
    MAX_FAULTS,
    ROWS_NAMED,
    Likeness,
    Table,
    TablePicture,
    build_table,
)
from catalogue.batches.reading.workbook_merges import Merges
from catalogue.batches.reading.workbook_parts import contents_of, open_workbook
from catalogue.batches.reading.workbook_pictures import MOST_PICTURES, sheet_pictures, wps_pictures
from catalogue.errors import BatchError, Fault
from catalogue.messages import Message

MOST_ROWS = 1_048_576
"""Of a sheet, blank ones too: Excel's limit. A file may claim any number."""
ABOVE = 100
"""Rows, blank ones too, in which a header is searched."""
MOST_SHEETS = 100
BESIDE = 64
"""Columns to the right of the header in which a cell is still reported as one too many."""
LEAST_COLUMNS = 2
"""Columns of ours that a visible sheet needs, to be read rather than a hidden one."""
DAMAGED = Message("workbook-damaged")


def read_xlsx(opener: Opener, likeness: Likeness) -> Table:
    """Read the sheet whose header fits best; other sheets are noted. Raises `BatchError`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about styles and extensions that it ignores
            with opener() as file:
                book = open_workbook(file)
                try:
                    return _best_sheet(book, opener, likeness)
                finally:
                    book.close()
    except BatchError:
        raise
    except (InvalidFileException, BadZipFile, EOFError, OSError, SyntaxError) as error:
        raise BatchError(DAMAGED) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # What openpyxl raises on XML that is not a workbook's.
        raise BatchError(DAMAGED) from error
    except Exception as error:  # zlib.error has no base but this
        if type(error).__module__ != "zlib":
            raise
        raise BatchError(DAMAGED) from error


def _best_sheet(book: Any, opener: Opener, likeness: Likeness) -> Table:
    if len(book.sheetnames) > MOST_SHEETS:
        raise BatchError(Message("workbook-sheets", most=MOST_SHEETS))
    sheets = []
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # the size that a file claims is often wrong
        head = list(islice(filter(any, _rows(sheet, MAX_COLUMNS + 1, ABOVE)), HEADER_WITHIN))
        if head:
            header = max(head, key=likeness)  # the first of equal ones
            sheets.append(_Candidate(sheet, header, likeness(header)))
    if not sheets:
        return Table(())
    best = max(sheets, key=lambda entry: entry.rank)  # the first of equal ones
    twins = [entry.title for entry in sheets if entry.rank[0] and best.has_columns_of(entry)]
    if len(twins) > 1:
        raise BatchError(Message("sheets-alike", sheets=", ".join(twins)))
    chosen = best.sheet
    contents = contents_of(book, chosen)
    width = max(map(len, _rows(chosen, MAX_COLUMNS + 1, ABOVE)))
    merges = Merges(contents.merged)
    rows = merges.filled(_rows(chosen, min(width + BESIDE, MAX_COLUMNS + 1)))
    read = build_table(rows, likeness)
    faults = _formula_faults(chosen.title, opener, width, read.header) if contents.has_formulas else []
    faults.extend(merges.faults(read.header, read.header_row))
    notes = [*_sheet_notes(best, sheets), *_hidden_row_notes(contents.hidden_rows, read.header_row)]
    notes.extend(merges.notes(read.header, read.header_row))
    pictures = sheet_pictures(book._archive, chosen._worksheet_path, contents)
    pictures.extend(islice(wps_pictures(book._archive, read.rows.cells), MOST_PICTURES))
    return replace(
        read,
        faults=(*read.faults, *faults),
        notes=(*notes, *read.notes),
        pictures=tuple(TablePicture(picture.part, picture.first, picture.last) for picture in pictures),
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sheet that may have the table."""

    sheet: Any
    header: list[str]
    known_columns: int

    @property
    def title(self) -> str:
        return printable(self.sheet.title)

    @property
    def visible(self) -> bool:
        return bool(self.sheet.sheet_state == "visible")

    @property
    def rank(self) -> tuple[bool, int, bool]:
        """Visible sheets that have columns of ours come first."""
        return self.visible and self.known_columns >= LEAST_COLUMNS, self.known_columns, self.visible

    def has_columns_of(self, other: _Candidate) -> bool:
        columns, others = (
            {name for name in map(simplified, header) if name} for header in (self.header, other.header)
        )
        return columns == others


def _sheet_notes(best: _Candidate, sheets: Sequence[_Candidate]) -> list[Note]:
    skipped = ", ".join(entry.title for entry in sheets if entry is not best)
    notes = []
    if skipped:
        notes.append(Note(None, Message("sheet-read", sheet=best.title, others=skipped)))
    if not best.visible:
        notes.append(Note(None, Message("sheet-hidden", sheet=best.title)))
    return notes


def _hidden_row_notes(rows: Sequence[int], header_row: int) -> list[Note]:
    hidden = [row for row in rows if row > header_row]
    if not hidden:
        return []
    named = ", ".join(map(str, hidden[:ROWS_NAMED])) + (", …" if len(hidden) > ROWS_NAMED else "")
    return [Note(hidden[0], Message("rows-hidden", count=len(hidden), rows=named))]


def _rows(sheet: Any, columns: int, rows: int = MOST_ROWS) -> Iterator[list[str]]:
    empty: object = None
    for row in sheet.iter_rows(values_only=True, max_row=rows, max_col=columns):
        if (
            row is empty
        ):  # openpyxl returns the same object for each row that is not there, and there may be a million
            yield []
            continue
        cells = list(row)
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            empty = row
        yield [_as_text(value) for value in cells]


def _formula_faults(title: str, opener: Opener, width: int, header: Sequence[str]) -> list[Fault]:
    """Return a fault for each row with a formula that was never calculated."""
    faults: list[Fault] = []
    with opener() as values_file, opener() as formulas_file:
        values = open_workbook(values_file)
        formulas = open_workbook(formulas_file, formulas=True)
        rows = []
        for book in (values, formulas):
            sheet = book[title]
            sheet.reset_dimensions()
            rows.append(sheet.iter_rows(values_only=True, max_row=MOST_ROWS, max_col=width))
        for number, (value_row, formula_row) in enumerate(zip(*rows, strict=True), start=1):
            for place, (value, formula) in enumerate(zip(value_row, formula_row, strict=True)):
                if value is None and formula is not None and len(faults) < MAX_FAULTS:
                    name = (header[place] if place < len(header) else "") or str(place + 1)
                    faults.append(Fault(number, Message("formula-empty", column=printable(name))))
                    break
        values.close()
        formulas.close()
    return faults


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        whole, dot, decimals = repr(value).partition(".")
        # A spreadsheet number is no text: with a fourth decimal, the point is no thousands mark.
        return f"{whole}.{decimals}0" if dot and len(decimals) == 3 and decimals.isdigit() else repr(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)

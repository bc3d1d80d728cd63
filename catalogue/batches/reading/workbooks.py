"""Tables from XLSX workbooks: the sheet whose header fits best, formulas as their last values."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl.utils.exceptions import InvalidFileException

from catalogue.batches.reading.encodings import Opener
from catalogue.batches.reading.lines import Note
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.tables import (
    HEADER_WITHIN,
    MAX_COLUMNS,
    MAX_FAULTS,
    Likeness,
    Table,
    build_table,
)
from catalogue.batches.reading.workbook_parts import open_workbook
from catalogue.errors import BatchError, Fault
from catalogue.messages import Message

MOST_ROWS = 1_048_576
"""Of a sheet, blank ones too: Excel's limit. A file may claim any number."""
ABOVE = 100
"""Rows, blank ones too, in which a header is searched."""
MOST_SHEETS = 100
BESIDE = 64
"""Columns to the right of the header in which a cell is still reported as one too many."""
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
            sheets.append((max(map(likeness, head)), sheet.sheet_state == "visible", sheet))
    if not sheets:
        return Table(())
    _, _, chosen = max(sheets, key=lambda sheet: sheet[:2])  # the first of equal ones
    width = max(map(len, _rows(chosen, MAX_COLUMNS + 1, ABOVE)))
    read = build_table(_rows(chosen, min(width + BESIDE, MAX_COLUMNS + 1)), likeness)
    faults = _formula_faults(chosen.title, opener, width, read.header) if _has_formulas(book, chosen) else []
    skipped = ", ".join(printable(sheet.title) for _, _, sheet in sheets if sheet is not chosen)
    message = Message("sheet-read", sheet=printable(chosen.title), others=skipped)
    notes = (Note(None, message),) if skipped else ()
    return replace(read, faults=(*read.faults, *faults), notes=(*notes, *read.notes))


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


def _has_formulas(book: Any, sheet: Any) -> bool:
    """Return whether the sheet's XML has an element `f` at all, which saves a second reading."""
    archive: ZipFile = book._archive
    with archive.open(sheet._worksheet_path) as xml:
        tail = b""
        while chunk := xml.read(1 << 20):
            if b"<f" in (tail + chunk).replace(b":f", b"<f"):
                return True
            tail = chunk[-2:]
    return False


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

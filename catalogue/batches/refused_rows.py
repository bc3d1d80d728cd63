"""The rows that were left out of a batch as a file to correct and send again. Pure.

A workbook whose cells are all text: a spreadsheet that opens a CSV would take the zeros from `00123`, and
shorten a barcode.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from catalogue.batches.reading.field_labels import position_of
from catalogue.batches.reading.formulas import neutralised, plain
from catalogue.batches.reading.normalization import FORBIDDEN
from catalogue.batches.reading.originals import OURS, RefusedRow, RefusedRows
from catalogue.messages import Message

MAX_CELL = 32_767
"""Characters that a workbook's cell can hold."""

InWords = Callable[[Message | str], str]


def refused_file(refused: RefusedRows, in_words: InWords = str) -> tuple[str, bytes]:
    """Return the file's ending and its content: a workbook, or a CSV if a cell is too long for one.

    The last column says what is wrong with each row; it is ignored when the file comes back. `in_words`
    translates messages.
    """
    header = [name for name in refused.header if not name.startswith(OURS)]
    rows = list(_rows(refused, in_words))
    why = in_words(Message("refused-column"))
    table = [[*header, f"{OURS} {why}"], *rows]
    if any(len(cell) > MAX_CELL for row in table for cell in row):
        return ".csv", _csv(table)
    return ".xlsx", _workbook(table)


def _rows(refused: RefusedRows, in_words: InWords) -> Iterator[list[str]]:
    columns = [place for place, name in enumerate(refused.header) if not name.startswith(OURS)]
    for row in refused.rows:
        cells = [row.cells[place] if place < len(row.cells) else "" for place in columns]
        yield [*cells, _why(row, in_words)]


def _why(row: RefusedRow, in_words: InWords) -> str:
    reasons = row.faults or (Message("refused-with-item"),)
    where = position_of(row.row, row.file)
    assert where is not None  # it has a row
    return in_words(Message("refused-why", where=where, why="; ".join(map(in_words, reasons))))


def _csv(table: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(
        [cell if plain(cell) != cell else neutralised(cell) for cell in row] for row in table
    )
    return text.getvalue().encode("utf-8-sig", "replace")


def _workbook(table: list[list[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Hangtag")
    for column in range(1, len(table[0])):
        sheet.column_dimensions[get_column_letter(column)].width = 18
    sheet.column_dimensions[get_column_letter(len(table[0]))].width = 80
    for row in table:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, FORBIDDEN.sub("\ufffd", text))
            cell.data_type = "s"  # `=1+1` is text too
            cell.number_format = "@"
            cells.append(cell)
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()

"""Tables from rows of cells: where the header is, the rows below it, and which cannot be right."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise, zip_longest

from openpyxl.utils import get_column_letter

from catalogue.batches.reading.encodings import CHUNK, Opener, open_text
from catalogue.batches.reading.lines import Note, listed
from catalogue.batches.reading.mojibake import repaired
from catalogue.batches.reading.normalization import forbidden_character, printable, trimmed
from catalogue.batches.reading.two_row_headers import (
    combined_header,
    known_columns,
    misleading_groups,
    repeats_names,
)
from catalogue.errors import BatchError, Fault
from catalogue.messages import Message

DELIMITERS = ",;\t|"
MAX_CELL = 100_000
"""Characters; a longer cell means an unclosed quotation mark. Excel's own limit is 32,767."""
MAX_ROWS = 1_000_000
MAX_COLUMNS = 500
HEADER_WITHIN = 10
"""Rows that are not blank, among which the header is searched."""
ROWS_NAMED = 10
"""Repaired or hidden rows that a note names."""
MAX_FAULTS = 1_000
"""Of the rows themselves; a table that has more is reported with the first of them."""
SHARED = 40
"""Characters; equal texts up to this length share one string in memory."""
MOST_SHARED = 200_000

Likeness = Callable[[Sequence[str]], int]
"""How many known columns a row names, if it were the header."""


class Rows:
    """Rows below a header; a row becomes a dict only when it is iterated over."""

    __slots__ = ("_cells", "_header")

    def __init__(self, header: tuple[str, ...], cells: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        self._header = header
        self._cells = cells

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the number of each row, and its cells by column; missing cells are empty."""
        blanks = [""] * len(self._header)
        for number, cells in self._cells:
            yield number, dict(zip(self._header, chain(cells, blanks), strict=False))

    def __len__(self) -> int:
        return len(self._cells)

    @property
    def cells(self) -> Sequence[tuple[int, tuple[str, ...]]]:
        """The number of each row and its cells, without those that are missing at its end."""
        return self._cells


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it."""

    header: tuple[str, ...]
    rows: Rows = field(default_factory=lambda: Rows((), ()))
    """Blank rows are left out."""
    faults: tuple[Fault, ...] = ()
    header_row: int = 1
    """The number of the header's row; blank rows and a title may be above it."""
    notes: tuple[Note, ...] = ()
    pictures: tuple[TablePicture, ...] = ()
    """Pictures inside a workbook that have rows."""
    embedded: int = 0
    """How many picture files are inside the workbook, with those that have no row."""


@dataclass(frozen=True, slots=True)
class TablePicture:
    """A picture inside a workbook, and the rows that it covers."""

    name: str
    first: int
    last: int


def read_csv(opener: Opener, likeness: Likeness) -> Table:
    """Read the table in a CSV file of any usual encoding and delimiter. Raises `BatchError`."""
    csv.field_size_limit(MAX_CELL)
    if _line_ends(opener) > MAX_ROWS:
        with open_text(opener) as text:
            head = text.read(CHUNK)
        delimiter = delimiter_of(head, likeness)
        with open_text(opener) as text:  # counted before any is stored
            _refuse_too_many_rows(csv.reader(text, delimiter=delimiter))
    with open_text(opener) as text:
        head = text.read(CHUNK)
    delimiter = delimiter_of(head, likeness)
    with open_text(opener) as text:
        # Strict, because a quotation mark that is never closed would swallow rows unnoticed.
        return build_table(csv.reader(text, delimiter=delimiter, strict=True), likeness)


def delimiter_of(head: str, likeness: Likeness) -> str:
    """Return the delimiter with which the best header appears.

    Of headers that name as many known columns, it is the one whose next row has as many cells, then the wider
    one: a title above the table may name a column too. If none is better, as in a table of one column,
    Python's sniffer decides.
    """

    def score(delimiter: str) -> tuple[int, bool, int]:
        read = csv.reader(head.splitlines(keepends=True), delimiter=delimiter)
        try:
            rows = list(islice(filter(any, read), HEADER_WITHIN + 1))
        except csv.Error:
            return 0, False, 0
        return max(
            (
                (likeness(row), len(row) > 1 and len(row) == len(table_rows), len(row))
                for row, table_rows in zip_longest(rows[:HEADER_WITHIN], rows[1:], fillvalue=())
            ),
            default=(0, False, 0),
        )

    scores = {delimiter: score(delimiter) for delimiter in DELIMITERS}
    best = [delimiter for delimiter in DELIMITERS if scores[delimiter] == max(scores.values())]
    if len(best) == 1:
        return best[0]
    try:
        return csv.Sniffer().sniff(head[:8192], "".join(best)).delimiter
    except csv.Error:
        return best[0]


def build_table(rows: Iterable[Sequence[str]], likeness: Likeness) -> Table:
    """Build a table from the rows of a sheet. Raises `BatchError` if it is too large.

    The header is the row among the first ten that names the most known columns.
    """
    repaired_rows: list[int] = []
    numbered = _nonblank(rows, repaired_rows)
    head: list[tuple[int, list[str]]] = []
    broken: Fault | None = None
    try:
        head.extend(islice(numbered, HEADER_WITHIN))
    except _BrokenRowError as error:
        broken = error.fault
    if not head:
        if broken is not None:
            raise BatchError(Message("table-broken", reason=broken.reason), (broken,))
        return Table(())
    chosen = max(range(len(head)), key=lambda place: (likeness(head[place][1]), -place))
    header_row, names = head[chosen]
    header, first = tuple(names), chosen
    notes: tuple[Note, ...] = ()
    if (double := _two_row_header(head, likeness(names), likeness)) is not None:
        first, header = double
        chosen = first + 1
        top_row, header_row = head[first][0], head[chosen][0]
        message = Message(
            "header-two-rows", first=str(top_row), second=str(header_row), columns=listed(header)
        )
        notes = (Note(top_row, message),)
    if len(header) > MAX_COLUMNS:
        raise BatchError(Message("too-many-columns", most=MAX_COLUMNS))
    if first:
        above = ", ".join(str(number) for number, _ in head[:first])
        notes = (*notes, Note(header_row, Message("above-header", rows=above)))
    table_rows = _TableRows(header, header_row)
    if first == chosen > 0 and head[chosen - 1][0] == header_row - 1:
        table_rows.faults.extend(
            Fault(header_row, Message("column-under-group", column=printable(name), group=printable(group)))
            for name, group in misleading_groups(head[chosen - 1][1], header)
        )
    try:
        below = head[chosen + 1 :]
        if below and repeats_names(header, below[0][1]):
            notes = (*notes, Note(below[0][0], Message("names-again")))
            below = below[1:]
        for number, cells in chain(below, numbered):
            table_rows.add(number, cells)
    except _BrokenRowError as error:
        broken = error.fault
    if broken is not None:
        table_rows.faults.append(broken)
    if unnamed := table_rows.unnamed():
        message = Message("column-unnamed", columns=", ".join(get_column_letter(n + 1) for n in unnamed))
        notes = (*notes, Note(header_row, message))
    if repaired_rows:
        named = ", ".join(map(str, repaired_rows[:ROWS_NAMED])) + (
            ", …" if len(repaired_rows) > ROWS_NAMED else ""
        )
        notes = (*notes, Note(repaired_rows[0], Message("text-repaired", rows=named)))
    return Table(header, Rows(header, table_rows.rows), tuple(table_rows.faults), header_row, notes)


def _two_row_header(
    head: Sequence[tuple[int, list[str]]], single: int, likeness: Likeness
) -> tuple[int, tuple[str, ...]] | None:
    """Return the place of the first of two rows that are a better header together than any row alone."""
    best: tuple[int, int, tuple[str, ...]] | None = None
    for place, ((number, top), (following, bottom)) in enumerate(pairwise(head)):
        names = combined_header(top, bottom) if following == number + 1 else None
        if names is None:
            continue
        score = max(known_columns(names), likeness(names))
        if score > (single if best is None else best[0]):
            best = score, place, names
    return None if best is None else (best[1], best[2])


class _TableRows:
    """Collects the rows below a header."""

    def __init__(self, header: tuple[str, ...], header_row: int) -> None:
        self.rows: list[tuple[int, tuple[str, ...]]] = []
        self.faults = [
            Fault(header_row, Message("column-twice", column=printable(name)))
            for place, name in enumerate(header)
            if name and name in header[:place]
        ]
        self._header = header
        self._unnamed = [place for place, name in enumerate(header) if not name]
        self._filled: set[int] = set()
        self._shared: dict[str, str] = {}

    def add(self, number: int, cells: list[str]) -> None:
        if len(self.rows) >= MAX_ROWS:
            raise _too_many_rows()
        reason = self._reason(cells)
        if reason is not None and len(self.faults) < MAX_FAULTS:
            self.faults.append(Fault(number, reason))
        for place in self._unnamed:
            if place < len(cells) and cells[place]:
                self._filled.add(place)
        if len(self._shared) >= MOST_SHARED:
            self._shared.clear()
        self.rows.append(
            (
                number,
                tuple(
                    self._shared.setdefault(cell, cell) if len(cell) <= SHARED else cell
                    for cell in cells[: len(self._header)]
                ),
            )
        )

    def unnamed(self) -> list[int]:
        """Return the places of columns that have cells, but no name."""
        return sorted(self._filled)

    def _reason(self, cells: list[str]) -> Message | None:
        """Return what is wrong with a row, whatever its columns mean."""
        width = len(self._header)
        if len(cells) > width and any(cells[width:]):
            return Message("row-too-long")
        if tuple(cells) == self._header:
            return Message("row-is-header")
        for place, cell in enumerate(cells):
            if len(cell) > MAX_CELL:
                return Message("cell-too-long", column=_column(self._header, place), most=MAX_CELL)
            if not cell.isascii() or not cell.isprintable():
                character = forbidden_character(cell)
                if character is not None:
                    return Message("cell-strange", column=_column(self._header, place), sign=character)
        return None


def _column(header: Sequence[str], place: int) -> str:
    return printable(header[place] if place < len(header) else "") or str(place + 1)


class _BrokenRowError(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def _nonblank(rows: Iterable[Sequence[str]], repaired_rows: list[int]) -> Iterator[tuple[int, list[str]]]:
    """Yield rows that are not blank, trimmed and repaired, with their numbers in a spreadsheet.

    The numbers of rows with text that was encoded twice are added to `repaired_rows`.
    """
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            cells = [trimmed(cell) for cell in row]
            if not all(map(str.isascii, cells)) and (fixed := [repaired(cell) for cell in cells]) != cells:
                cells = fixed
                repaired_rows.append(number)
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield number, cells
    except csv.Error as error:
        reason = Message("row-endless") if "limit" in str(error) else Message("row-quotation")
        raise _BrokenRowError(Fault(number + 1, reason)) from error


def _line_ends(opener: Opener) -> int:
    """Count line ends, which are at least as many as rows, less one."""
    ends = 0
    with opener() as file:
        while chunk := file.read(CHUNK):
            ends += chunk.count(b"\n") + chunk.count(b"\r")
    return ends


def _refuse_too_many_rows(rows: Iterable[Sequence[str]]) -> None:
    try:
        if sum(1 for _ in islice(filter(any, rows), MAX_ROWS + 2)) > MAX_ROWS + 1:
            raise _too_many_rows()
    except csv.Error:
        return  # reported with its row as the table is read


def _too_many_rows() -> BatchError:
    return BatchError(Message("too-many-rows", most=MAX_ROWS))

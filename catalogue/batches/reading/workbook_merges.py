"""Merged cells of a sheet: filled downwards, or faults where each row needs a value of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from openpyxl.utils.cell import range_boundaries

from catalogue.batches.reading.columns import FIELD_OF
from catalogue.batches.reading.lines import Note
from catalogue.batches.reading.normalization import printable, simplified
from catalogue.batches.reading.tables import MAX_COLUMNS
from catalogue.errors import Fault
from catalogue.messages import Message

NEVER_SHARED = frozenset({"sku", "barcode", "on_hand", "reserved"})
"""Fields that differ by row: a merged count would be multiplied."""


class Merges:
    """The merged ranges of one sheet."""

    def __init__(self, ranges: Iterable[str]) -> None:
        """`ranges` are written as `A2:A4`; what is no range is ignored."""
        self._ranges: list[tuple[int, int, int, int]] = []
        for text in ranges:
            try:
                column, top, last_column, bottom = range_boundaries(text)
            except (TypeError, ValueError):
                continue
            if None not in (column, top, last_column, bottom) and column <= MAX_COLUMNS:
                self._ranges.append((column - 1, top, last_column - 1, bottom))
        self._downwards = sorted(
            (top, bottom, column) for column, top, _, bottom in self._ranges if bottom > top
        )

    def filled(self, rows: Iterable[list[str]]) -> Iterator[list[str]]:
        """Yield the rows with each merged cell's value in all rows that it spans."""
        pending = iter(self._downwards)
        following = next(pending, None)
        current: dict[int, tuple[int, str]] = {}  # of each column: its last row and its value
        for number, cells in enumerate(rows, start=1):
            current = {column: span for column, span in current.items() if span[0] >= number}
            if current:
                width = max(current) + 1
                cells = [*cells, *[""] * (width - len(cells))]
                for column, (_, value) in current.items():
                    cells[column] = cells[column] or value
            while following is not None and following[0] <= number:
                top, bottom, column = following
                value = cells[column] if column < len(cells) else ""
                if top == number and value:
                    current[column] = bottom, value
                following = next(pending, None)
            yield cells

    def faults(self, header: Sequence[str], header_row: int) -> list[Fault]:
        """Return a fault for each merged cell that can't be filled, and for a header of two rows."""
        faults = []
        if any(
            top <= header_row < bottom or (top == bottom == header_row and last > column)
            for column, top, last, bottom in self._ranges
        ):
            faults.append(Fault(header_row, Message("header-merged")))
        for top, bottom, column in self._downwards:
            name = header[column] if column < len(header) else ""
            if top > header_row and FIELD_OF.get(simplified(name)) in NEVER_SHARED:
                message = Message("cell-merged", column=printable(name), first=str(top), last=str(bottom))
                faults.append(Fault(top, message))
        return faults

    def notes(self, header: Sequence[str], header_row: int) -> list[Note]:
        """Return a note that names the columns that were filled downwards."""
        below = [(top, column) for top, _, column in self._downwards if top > header_row]
        names = [printable(header[column]) for _, column in below if column < len(header) and header[column]]
        if not names:
            return []
        return [Note(below[0][0], Message("cells-filled", columns=", ".join(dict.fromkeys(names))))]

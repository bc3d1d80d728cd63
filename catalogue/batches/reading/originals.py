"""The rows of a batch as they came, so that those that were refused can be corrected and sent again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from catalogue.batches.reading.formulas import neutralised
from catalogue.batches.reading.lines import BatchLine, Place
from catalogue.batches.reading.tables import Table
from catalogue.errors import Fault
from catalogue.messages import Message

OWN_COLUMNS = (
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
    "location_code",
    "on_hand",
    "reserved",
    "pictures",
    "description",
    "as_of",
    "status",
)
"""All columns of our own format, in the order in which they are written."""
OURS = "Hangtag:"
"""How a column begins that we add to a file of refused rows; it is ignored when it comes back."""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was left out of its batch."""

    row: int
    file: str
    cells: tuple[str, ...]
    faults: tuple[Message, ...]
    """What is wrong with it; empty if another row of its item is faulty."""


@dataclass(frozen=True, slots=True)
class RefusedRows:
    """The rows that were left out of a batch, in the columns of their table."""

    header: tuple[str, ...]
    rows: tuple[RefusedRow, ...]


class Originals:
    """The rows of a batch as they came: of one table in its own columns, of others in ours.

    A shop's rows mean something only among others, such as a title that stands in the first row of a product
    alone. So they are given as they were read.
    """

    def __init__(self, table: Table | None, lines: Sequence[BatchLine]) -> None:
        """`table`: the only one, in our own format; None for several or a shop's."""
        self._table = table
        self._lines = lines

    def refused(self, left_out: Collection[Place], faults: Sequence[Fault]) -> RefusedRows:
        """Return the rows that were left out, each with its faults."""
        reasons: defaultdict[Place, dict[Message, None]] = defaultdict(dict)
        for fault in faults:
            reasons[fault.file, fault.row or 0][fault.reason] = None
        places = frozenset(left_out)
        header = OWN_COLUMNS if self._table is None else self._table.header
        rows = tuple(
            RefusedRow(row, file, cells, tuple(reasons.get((file, row), ())))
            for file, row, cells in self._cells(places)
        )
        return RefusedRows(header, rows)

    def _cells(self, places: frozenset[Place]) -> Iterator[tuple[str, int, tuple[str, ...]]]:
        if self._table is not None:
            for row, cells in self._table.rows.cells:
                if ("", row) in places:
                    yield "", row, cells
            return
        for line in self._lines:
            if (line.file, line.row) in places:
                yield line.file, line.row, own_cells(line)


def own_cells(line: BatchLine) -> tuple[str, ...]:
    """Return a line in the columns of our own format, as they're written."""
    texts = {"class": line.garment_class, "pictures": ";".join(line.pictures)}
    cells = (texts[name] if name in texts else getattr(line, name) for name in OWN_COLUMNS)
    return tuple(neutralised(cell) for cell in cells)

"""What every format is parsed into: lines of text, one variant at one location each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from catalogue.batches.reading.normalization import printable
from catalogue.errors import ColumnQuestion, Fault
from catalogue.messages import Message

Place: TypeAlias = tuple[str, int]
"""Where a row is: the file, which is empty if there is one, and the row's number."""
MOST_NAMED = 10
"""Names in a note, before the rest is counted."""


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One variant at one location, as its row gives it, unchecked. A blank changes nothing."""

    row: int
    """As a spreadsheet numbers it: the header is row 1."""
    item: str = ""
    sku: str = ""
    title: str = ""
    garment_class: str = ""
    colour: str = ""
    brand: str = ""
    price: str = ""
    currency: str = ""
    description: str = ""
    size: str = ""
    barcode: str = ""
    location: str = ""
    location_code: str = ""
    """The code of that place; alone, it means the place that has it."""
    on_hand: str = ""
    reserved: str = ""
    as_of: str = ""
    """When the quantities were counted; blank for now."""
    status: str = ""
    """`retired` for a variant that stays in the catalogue but is not in use."""
    pictures: tuple[str, ...] = ()
    """Names of files that came with the batch, or addresses; the main view first."""
    file: str = ""
    """Which of several files it is in; empty if there is one."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the sender should know, and that is no fault."""

    row: int | None
    text: Message
    file: str = ""
    """Which of several files it concerns; empty if there is one."""


@dataclass(frozen=True, slots=True)
class ParsedTable:
    """The lines of a table, with its notes and faults."""

    lines: tuple[BatchLine, ...]
    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()
    advice: Message | None = None
    """What to do about columns that could not be matched."""
    question: ColumnQuestion | None = None
    """What must be known of them."""


def listed(names: Iterable[str]) -> str:
    """Join names for a note; of many, the first ten."""
    distinct = [printable(name) for name in dict.fromkeys(names)]
    more = len(distinct) - MOST_NAMED
    return ", ".join(distinct[:MOST_NAMED]) + (f" … (+{more})" if more > 0 else "")

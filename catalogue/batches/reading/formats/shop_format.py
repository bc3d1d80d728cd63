"""The interface of a shop system's export format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from catalogue.batches.reading.lines import ParsedTable
from catalogue.batches.reading.tables import Table


class Parse(Protocol):
    """Read a table of the format, with a line for each variant; what was left out is noted."""

    def __call__(self, table: Table, *, fetched: bool) -> ParsedTable:
        """`fetched`: pictures that are named by address can be fetched; without it, they are noted."""


@dataclass(frozen=True, slots=True)
class ShopFormat:
    """An export format of a shop system."""

    name: str
    columns: frozenset[str]
    """Columns that only this system's exports have together."""
    parse: Parse

    def recognises(self, header: tuple[str, ...]) -> bool:
        """Return whether a table with this header is of the format."""
        return self.columns <= set(header)

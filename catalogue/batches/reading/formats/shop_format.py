"""The interface of a shop system's export format, and its columns by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from catalogue.batches.reading.lines import ParsedTable
from catalogue.batches.reading.normalization import simplified
from catalogue.batches.reading.tables import Table

simple = lru_cache(maxsize=1 << 12)(simplified)
"""A column's name for comparison; the same few hundred names come again and again."""


class Parse(Protocol):
    """Read a table of the format, with a line for each variant; what was left out is noted."""

    def __call__(self, table: Table, *, fetched: bool) -> ParsedTable:
        """`fetched`: pictures that are named by address can be fetched; without it, they are noted."""


@dataclass(frozen=True, slots=True)
class ShopFormat:
    """An export format of a shop system."""

    name: str
    marks: tuple[tuple[str, ...], ...]
    """Columns that only this system's exports have together; each entry is one way to know them."""
    parse: Parse
    but_not: tuple[str, ...] = ()
    """Columns that these exports never have."""
    _marks: tuple[frozenset[str], ...] = field(init=False)
    _but_not: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_marks", tuple(frozenset(map(simple, mark)) for mark in self.marks))
        object.__setattr__(self, "_but_not", frozenset(map(simple, self.but_not)))

    def recognises(self, header: frozenset[str]) -> bool:
        """Return whether a table is of the format, by its simplified column names."""
        return not self._but_not & header and any(mark <= header for mark in self._marks)


@dataclass(frozen=True, slots=True)
class ShopRow:
    """A row, whose cells are found however their columns are capitalised, spaced or punctuated."""

    number: int
    cells: dict[str, str]
    """By simplified column name."""

    def cell(self, *columns: str) -> str:
        """Return the first of these columns that is filled; empty if none is."""
        return next((text for column in columns if (text := self.cells.get(simple(column), ""))), "")


def rows_of(table: Table) -> Iterator[ShopRow]:
    """Yield the rows of a table."""
    names = {column: simple(column) for column in table.header}
    for number, cells in table.rows:
        yield ShopRow(number, {names[column]: unquoted(text) for column, text in cells.items()})


def unquoted(text: str) -> str:
    """Remove the apostrophe that shops write before numbers and signs, for spreadsheets."""
    return text[1:].strip() if text[:1] == "'" else text


def has_column(table: Table, *columns: str) -> bool:
    """Return whether the table has one of these columns."""
    return not {simple(column) for column in columns}.isdisjoint(map(simple, table.header))

"""Formats that are recognised but cannot be read: one sentence says what to send in their place."""

from __future__ import annotations

from catalogue.batches.reading.formats.shop_format import Parse
from catalogue.batches.reading.lines import ParsedTable
from catalogue.batches.reading.tables import Table
from catalogue.errors import Fault
from catalogue.messages import Message


def unsupported(reason: Message) -> Parse:
    """Return a parser that refuses every file with this reason."""

    def parse(table: Table, *, fetched: bool = False) -> ParsedTable:
        return ParsedTable((), faults=(Fault(table.header_row, reason),))

    return parse

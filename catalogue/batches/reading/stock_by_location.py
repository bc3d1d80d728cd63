"""Counts that cannot be: once for all locations and again at each, and below zero."""

from __future__ import annotations

import re
from dataclasses import replace

from catalogue.batches.reading.lines import BatchLine, Note, ParsedTable, listed
from catalogue.items import folded
from catalogue.messages import Message

NEGATIVE = re.compile(r"[-\u2212]\s*[0-9][0-9.,\s]*")
"""A number below zero, or a zero with a minus sign."""


def without_negatives(parsed: ParsedTable) -> ParsedTable:
    """Take stock below zero as 0, which is noted: shops sell what they do not have."""
    negative = [line for line in parsed.lines if NEGATIVE.fullmatch(line.on_hand)]
    if not negative:
        return parsed
    lines = tuple(
        replace(line, on_hand="0") if NEGATIVE.fullmatch(line.on_hand) else line for line in parsed.lines
    )
    names = listed(f"{line.sku} {line.on_hand}" for line in negative)
    note = Note(negative[0].row, Message("shop-below-zero", names=names), negative[0].file)
    return replace(parsed, lines=lines, notes=(*parsed.notes, note))


def prefer_locations(parsed: ParsedTable) -> ParsedTable:
    """Drop counts without a location of SKUs that another file counts by location.

    The dropped counts are noted. A variant that one file retires is retired in the others too.
    """
    counted_in: dict[str, set[str]] = {}
    files: dict[str, set[str]] = {}
    status: dict[str, str] = {}
    for line in parsed.lines:
        files.setdefault(folded(line.sku), set()).add(line.file)
        if line.location:
            counted_in.setdefault(folded(line.sku), set()).add(line.file)
        elif line.status:
            status[folded(line.sku)] = line.status
    inventories = {line.file for line in parsed.lines if line.location}
    lines: list[BatchLine] = []
    dropped: list[BatchLine] = []
    for line in parsed.lines:
        sku = folded(line.sku)
        is_empty = not (line.location or line.on_hand or line.reserved)
        if is_empty and line.file in inventories and files[sku] - inventories:
            continue  # not stocked here, and another file describes it
        has_count = bool(line.on_hand or line.reserved)
        if not line.location and has_count and counted_in.get(sku, set()) - {line.file}:
            dropped.append(line)
            line = replace(line, on_hand="", reserved="", as_of="")
        if line.location and not line.status and sku in status:
            line = replace(line, status=status[sku])
        lines.append(line)
    notes = parsed.notes
    if dropped:
        message = Message(
            "stock-by-location", names=listed(f"{line.sku} {line.on_hand}".strip() for line in dropped)
        )
        notes = (*notes, Note(dropped[0].row, message, dropped[0].file))
    return replace(parsed, lines=tuple(lines), notes=notes)

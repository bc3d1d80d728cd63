"""One SKU counted once for all locations and again at each: the counts at the locations are believed."""

from __future__ import annotations

from dataclasses import replace

from catalogue.batches.reading.lines import BatchLine, Note, ParsedTable, listed
from catalogue.items import folded
from catalogue.messages import Message


def prefer_locations(parsed: ParsedTable) -> ParsedTable:
    """Merge a product file's lines with those of an inventory by location, so that nothing counts twice.

    A line without a location loses its count, which is noted, if another file counts the SKU by location. It
    takes the first location's count in its place, as does a line without any count.
    """
    placed: dict[str, list[BatchLine]] = {}
    for line in parsed.lines:
        if line.location:
            placed.setdefault(folded(line.sku), []).append(line)
    described: dict[str, BatchLine] = {}
    dropped: list[BatchLine] = []
    lines: list[BatchLine] = []
    merged: set[int] = set()
    for line in parsed.lines:
        key = folded(line.sku)
        first = next(
            (other for other in placed.get(key, ()) if other.file != line.file or not line.on_hand), None
        )
        if line.location or first is None or key in described:
            lines.append(line)
            continue
        described[key] = line
        merged.add(id(first))
        if line.on_hand:
            dropped.append(line)
        lines.append(
            replace(
                line,
                location=first.location,
                on_hand=first.on_hand,
                reserved=first.reserved,
                as_of=first.as_of,
            )
        )
    if not described:
        return parsed
    lines = [
        replace(line, status=line.status or described[key].status)
        if (key := folded(line.sku)) in described
        else line
        for line in lines
        if id(line) not in merged
    ]
    notes = list(parsed.notes)
    if dropped:
        message = Message("stock-by-location", names=listed(f"{line.sku} {line.on_hand}" for line in dropped))
        notes.append(Note(dropped[0].row, message, dropped[0].file))
    return ParsedTable(tuple(lines), tuple(notes), parsed.faults)

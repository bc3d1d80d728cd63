"""Locations that rows leave blank: a fault among rows that name some, and never a second count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from catalogue.batches.checking.row_checks import row_fault
from catalogue.batches.reading.lines import BatchLine, Note
from catalogue.batches.reading.normalization import printable
from catalogue.errors import Fault
from catalogue.items import folded
from catalogue.messages import Message

SKUS_NAMED = 5
"""SKUs that a note names."""


def with_plain_locations(lines: Sequence[BatchLine]) -> list[BatchLine]:
    """Return the lines with single spaces in their locations: `Berlin  Mitte` is Berlin Mitte."""
    return [
        line if line.location == (plain := " ".join(line.location.split())) else replace(line, location=plain)
        for line in lines
    ]


def blank_location_faults(lines: Sequence[BatchLine]) -> Iterator[Fault]:
    """Yield a fault for each count without a location, in a file whose other rows name one."""
    files = {line.file for line in lines if line.location}
    for line in lines:
        if line.file in files and not line.location and _counts(line):
            yield row_fault(line, Message("location-blank"))


def without_second_counts(lines: Sequence[BatchLine]) -> tuple[list[BatchLine], tuple[Note, ...]]:
    """Return the lines without counts that another file of the batch gives by location, and notes of these.

    A shop's product file has one count for each SKU, which is the sum of an inventory file's.
    """
    by_location = {
        folded(line.sku): line.file for line in lines if line.sku and line.location and _counts(line)
    }
    kept: list[BatchLine] = []
    ignored: defaultdict[tuple[str, str], list[BatchLine]] = defaultdict(list)
    for line in lines:
        file = by_location.get(folded(line.sku), line.file)
        if line.location or file == line.file or not _counts(line):
            kept.append(line)
        else:
            kept.append(replace(line, on_hand="", reserved="", as_of=""))
            ignored[line.file, file].append(line)
    return kept, tuple(_note(other, counted) for (_, other), counted in ignored.items())


def _note(file: str, lines: Sequence[BatchLine]) -> Note:
    skus = ", ".join(printable(line.sku) for line in lines[:SKUS_NAMED])
    more = ", …" if len(lines) > SKUS_NAMED else ""
    message = Message("count-unplaced", skus=skus + more, file=printable(file))
    return Note(lines[0].row, message, lines[0].file)


def _counts(line: BatchLine) -> bool:
    return bool(line.on_hand or line.reserved)

"""Locations that rows leave blank: a fault among rows that name some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from catalogue.batches.checking.row_checks import row_fault
from catalogue.batches.reading.lines import BatchLine
from catalogue.errors import Fault
from catalogue.messages import Message


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


def _counts(line: BatchLine) -> bool:
    return bool(line.on_hand or line.reserved)

"""One faulty row need not keep the rest out: a batch is checked again without it and its whole item.

An item is never half changed. With a faulty row go all rows that share its item, its SKU or its barcode, and
those that share theirs: half the sizes of an item, or one of two counts that contradict each other, would be
silently wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from catalogue.batches.checking.check import Batch
from catalogue.batches.checking.identifiers import is_null_word
from catalogue.batches.reading.lines import BatchLine, ParsedTable, Place
from catalogue.batches.reading.normalization import lookup_form
from catalogue.errors import BatchError, Fault

MOST_ROUNDS = 20
"""Times that a batch is checked; a row may be faulty only because another one was left out."""
MOST_LEFT_OUT = 20_000
"""Rows; a batch with more is refused as a whole."""

Check = Callable[[ParsedTable, Sequence[Fault]], Batch]


def check_without_faulty(check: Check, parsed: ParsedTable, faults: Sequence[Fault]) -> Batch:
    """Check a batch and leave its faulty rows out, with all rows of their items; they are in `left_out`.

    Raises `BatchError` for what concerns no single row, such as a missing column, and if no row is left.
    """
    all_lines = parsed.lines
    skipped: dict[Fault, None] = {}
    for _ in range(MOST_ROUNDS):
        try:
            batch = check(parsed, faults)
        except BatchError as error:
            rows = {(line.file, line.row) for line in parsed.lines}
            faulty = {(fault.file, fault.row or 0) for fault in error.faults}
            if not faulty or not faulty <= rows:
                raise
            faulty = linked_rows(parsed.lines, faulty)
            if faulty >= rows:
                raise
            skipped |= dict.fromkeys(error.faults)
            parsed = replace(
                parsed,
                lines=tuple(line for line in parsed.lines if (line.file, line.row) not in faulty),
                faults=tuple(fault for fault in parsed.faults if (fault.file, fault.row) not in faulty),
            )
            faults = [fault for fault in faults if (fault.file, fault.row) not in faulty]
            if len(all_lines) - len(parsed.lines) > MOST_LEFT_OUT:
                raise
            continue
        remaining = {(line.file, line.row) for line in parsed.lines}
        rows = {(line.file, line.row) for line in all_lines}
        return replace(batch, faults=tuple(skipped), left_out=tuple(sorted(rows - remaining)))
    return check(parsed, faults)


def linked_rows(lines: Sequence[BatchLine], faulty: Collection[Place]) -> set[Place]:
    """Return the faulty rows with all that share an item, SKU or barcode with them, however indirectly."""
    places_of: defaultdict[str, set[Place]] = defaultdict(set)
    names_of: defaultdict[Place, set[str]] = defaultdict(set)
    for line in lines:
        place = line.file, line.row
        for name in _names(line):
            places_of[name].add(place)
            names_of[place].add(name)
    linked = set(faulty)
    waiting = list(linked)
    followed: set[str] = set()
    while waiting:
        for name in names_of[waiting.pop()] - followed:
            followed.add(name)
            waiting.extend(places_of[name] - linked)
            linked |= places_of[name]
    return linked


def _names(line: BatchLine) -> Iterator[str]:
    """Yield what ties a row to others; spellings that may be the same are."""
    for kind, name in (("item", line.item), ("sku", line.sku), ("barcode", line.barcode)):
        if name and not is_null_word(name):
            yield f"{kind} {lookup_form(name)}"

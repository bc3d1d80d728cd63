"""One faulty row need not keep the rest out: a batch is checked again without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from catalogue.batches.checking.check import Batch
from catalogue.batches.reading.lines import Note, ParsedTable
from catalogue.errors import BatchError, Fault
from catalogue.messages import Message

MOST_ROUNDS = 20
"""Times that a batch is checked; a row may be faulty only because another one was left out."""

Check = Callable[[ParsedTable, Sequence[Fault]], Batch]


def check_without_faulty(check: Check, parsed: ParsedTable, faults: Sequence[Fault]) -> Batch:
    """Check a batch and leave its faulty rows out, each of which is noted.

    Raises `BatchError` for what concerns no single row, such as a missing column, and if no row is left.
    """
    skipped: dict[Fault, None] = {}
    for _ in range(MOST_ROUNDS):
        try:
            batch = check(parsed, faults)
        except BatchError as error:
            rows = {(line.file, line.row) for line in parsed.lines}
            faulty = {(fault.file, fault.row) for fault in error.faults if fault.row is not None}
            is_of_rows = all((fault.file, fault.row) in rows for fault in error.faults)
            if not error.faults or not is_of_rows or faulty >= rows:
                raise
            skipped |= dict.fromkeys(error.faults)
            parsed = replace(
                parsed,
                lines=tuple(line for line in parsed.lines if (line.file, line.row) not in faulty),
                faults=tuple(fault for fault in parsed.faults if (fault.file, fault.row) not in faulty),
            )
            faults = [fault for fault in faults if (fault.file, fault.row) not in faulty]
            continue
        notes = [Note(fault.row, Message("row-skipped", why=fault.reason), fault.file) for fault in skipped]
        return replace(batch, notes=(*notes, *batch.notes))
    return check(parsed, faults)

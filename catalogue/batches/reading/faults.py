"""All faults of a batch as one error."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.batches.reading.field_labels import position_of
from catalogue.errors import BatchError, ColumnQuestion, Fault
from catalogue.messages import Message

MAX_FAULTS = 10_000
"""A batch with more is refused with the first of them."""


def refusal(
    faults: Sequence[Fault], advice: Message | None = None, question: ColumnQuestion | None = None
) -> BatchError:
    """Return the error of a batch with these faults: what is wrong, what to do, and the faults by row."""
    ordered = sorted(dict.fromkeys(faults), key=lambda fault: (fault.file, fault.row or 0, str(fault.reason)))
    first, more = ordered[0], len(ordered) - 1
    message = Message("refused", reason=first.reason)
    if where := position_of(first.row, first.file):
        message = Message("refused-at", where=where, reason=first.reason)
    if more:
        message = Message("refused-more", first=message, more=more)
    whole = Message("refused-all", why=message)
    if advice is not None:
        whole = Message("refused-advised", why=message, advice=advice)
    return BatchError(whole, ordered[:MAX_FAULTS], question)

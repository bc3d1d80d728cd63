"""A staged batch, and what applying it would change."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.batches.planning.diff import Plan
from catalogue.batches.planning.lookalikes import LookAlike
from catalogue.batches.reading.originals import RefusedRows
from catalogue.database import BatchRecord
from catalogue.errors import ColumnQuestion, Fault
from catalogue.modes import State


@dataclass(frozen=True, slots=True)
class StagedBatch:
    """A batch and what it would change."""

    record: BatchRecord
    plan: Plan | None = None
    """None if the batch was refused, or is no longer staged."""
    lookalikes: tuple[LookAlike, ...] = ()
    """The new items that look like others, each with the one it looks most like, best first."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with refused rows; empty if no row could be read, see the record's `fault`."""
    refused: RefusedRows | None = None
    """The rows that were left out, if the rest can be or was applied."""
    question: ColumnQuestion | None = None
    """What must be known of the columns, if it was refused for them."""

    @property
    def id(self) -> int:
        """Its number."""
        assert self.record.id is not None  # it is in the database
        return self.record.id

    @property
    def can_apply(self) -> bool:
        """Whether it waits to be applied or discarded."""
        return self.record.state is State.STAGED and self.plan is not None

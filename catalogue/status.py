"""How much a catalogue holds, and how its batches stand."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.database import BatchRecord, Counts, Database
from catalogue.index.port import Index
from catalogue.modes import State


@dataclass(frozen=True, slots=True)
class Status:
    """How much the catalogue holds, and how its batches stand."""

    counts: Counts
    retired_items: int
    vectors: int
    """In the index; as many as there are pictures, or an audit will find faults."""
    index_unfinished: bool
    """Whether a batch is being written, or was interrupted."""
    waiting: tuple[BatchRecord, ...]
    """Staged or being applied, latest first."""
    last: BatchRecord | None
    """The latest that was applied and not undone."""


def status_of(database: Database, index: Index) -> Status:
    """Return the status now. Raises `StoreError` if a part does not answer."""
    waiting = database.ledger.latest(limit=100, states=(State.STAGED, State.APPLYING))
    applied = database.ledger.latest(limit=1, states=(State.APPLIED,))
    return Status(
        counts=database.counts(),
        retired_items=database.retired_items(),
        vectors=index.count(),
        index_unfinished=database.ledger.index_unfinished,
        waiting=waiting,
        last=applied[0] if applied else None,
    )

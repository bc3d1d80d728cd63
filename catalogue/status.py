"""How much a catalogue holds, and how its batches stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from catalogue.adaptation import Adaptation, adaptation_of
from catalogue.database import BatchRecord, Counts, Database, Feed
from catalogue.index.port import Index
from catalogue.modes import State


@dataclass(frozen=True, slots=True)
class FeedStanding:
    """How a feed stands at a moment."""

    feed: Feed
    age: timedelta | None
    """Of its figures in the catalogue; None if there are none."""
    late: bool
    """Whether they are older than the feed promises, or absent for as long."""


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
    feeds: tuple[FeedStanding, ...] = ()
    adaptation: Adaptation | None = None
    """How much of it a photo can tell apart; None if that was never found out for this model."""


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
        feeds=feed_standings(database),
        adaptation=adaptation_of(database.notes, index.model_id),
    )


def feed_standings(database: Database, *, now: datetime | None = None) -> tuple[FeedStanding, ...]:
    """Return how each feed stands, by name."""
    at = now or datetime.now(UTC)
    return tuple(FeedStanding(feed, feed.age(at), feed.is_late(at)) for feed in database.feeds.all())

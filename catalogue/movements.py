"""Stock movements: receive, issue, reserve, release, move, count, undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What was done."""

    RECEIVE = "receive"
    ISSUE = "issue"
    RESERVE = "reserve"
    RELEASE = "release"
    MOVE = "move"
    COUNT = "count"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Worker:
    """Who moves stock: the id that roles use, and the name for the history."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Level:
    """How many pieces of a SKU are at one location."""

    on_hand: int
    reserved: int

    @property
    def available(self) -> int:
        """What can still be promised or moved."""
        return self.on_hand - self.reserved


@dataclass(frozen=True, slots=True)
class Movement:
    """A stock movement."""

    id: int
    at: datetime
    kind: Kind
    by: Worker
    item_id: str
    sku: str
    quantity: int
    """Pieces; of a count, how many there are."""
    before: Mapping[str, Level]
    """By location: the levels that it touched, as they were."""
    after: Mapping[str, Level]
    from_location: str | None = None
    to_location: str | None = None
    reservation_id: int | None = None
    undoes: int | None = None
    """The movement that it undoes."""
    group_id: int | None = None
    """The first movement of those that were made together, and are undone together."""
    note: str = ""
    """Who delivered what was received, or why pieces were issued; foreign text."""


@dataclass(frozen=True, slots=True)
class Reservation:
    """Pieces that are reserved for somebody."""

    id: int
    sku: str
    location: str
    quantity: int
    """Pieces that are left of it."""
    person: str
    until: date | None
    """The last day; None reserves until it is released."""
    made_at: datetime
    made_by: str

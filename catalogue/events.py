"""Events: what happens to stock and catalogue, for whoever subscribed to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from catalogue.movements import Level, Movement


class EventKind(StrEnum):
    """What can be subscribed to."""

    MOVEMENT = "movement"
    """A stock movement, of anybody."""
    BATCH = "batch"
    """A batch waits, or was applied, discarded, undone or refused."""
    UNKNOWN_GARMENT = "unknown-garment"
    """Somebody registered a garment that the catalogue does not have."""
    LOW_STOCK = "low-stock"
    """A SKU's free pieces, in all or at one location, went below a number."""


class EventState(StrEnum):
    """How far an event has come on its way to a subscriber."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given-up"


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who wants to know what."""

    id: int
    target: str
    """Where events go, in the subscriber's own terms."""
    secret: str
    """What they are signed with."""
    kinds: frozenset[EventKind]
    below: int | None
    """Of low stock: the number of free pieces that must be undercut."""
    location: str | None
    """Of low stock: where it is counted; None counts all locations together."""
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, on its way to one subscriber."""

    id: int
    message: str
    """A name that no other event has, the same at every attempt."""
    subscription_id: int
    kind: EventKind
    subject: str
    """What it is about, such as a SKU: events of one subject arrive in order."""
    body: str
    """JSON: `type`, `timestamp` and `data`."""
    at: datetime
    state: EventState
    attempts: int
    due_at: datetime
    done_at: datetime | None
    answer: str | None
    """What came of the latest attempt."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the events of one subscriber stand."""

    subscription: Subscription
    waiting: int
    oldest: Event | None
    """Of those that wait."""
    given_up: int
    """Of those that were not forgotten yet."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """An event that one sender has for a while, and nobody else."""

    event: Event
    subscription: Subscription
    claim: str


def movement_data(movement: Movement) -> dict[str, Any]:
    """A stock movement: its number as `movement`, who did what when, and the levels that it touched."""
    return {
        "movement": movement.id,
        "at": movement.at.isoformat(),
        "kind": movement.kind.value,
        "by": movement.by.name,
        "item": movement.item_id,
        "sku": movement.sku,
        "quantity": movement.quantity,
        "from_location": movement.from_location,
        "to_location": movement.to_location,
        "reservation": movement.reservation_id,
        "undoes": movement.undoes,
        "note": movement.note,
        "before": _levels(movement.before),
        "after": _levels(movement.after),
    }


def available(levels: Mapping[str, Level], location: str | None) -> int | None:
    """Return the free pieces of a SKU, at a location (folded) if one is given; None if it is not there."""
    free = [level.available for place, level in levels.items() if location in (None, place)]
    return sum(free) if free else None


def _levels(levels: Mapping[str, Level]) -> dict[str, dict[str, int]]:
    return {place: {"on_hand": level.on_hand, "reserved": level.reserved} for place, level in levels.items()}

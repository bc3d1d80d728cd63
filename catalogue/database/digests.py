"""What happened in a time: what ran low, came in, wasn't known; how often the first match was right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from catalogue.database.engine import Sessions
from catalogue.database.movement_rows import levels_of, movement_of
from catalogue.items import LOW
from catalogue.migrations.schema import CONFIRMATIONS, INTAKES, MOVEMENTS, VARIANTS
from catalogue.movements import Kind, Level


@dataclass(frozen=True, slots=True)
class RanLow:
    """A SKU that came down to few free pieces at a location, and is there still."""

    sku: str
    location: str
    free: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What happened from `since` until just before `until`."""

    since: datetime
    until: datetime
    ran_low: tuple[RanLow, ...]
    """By stock movements, fewest first."""
    received: tuple[tuple[str, int], ...]
    """SKUs that were received and how many pieces, most first; what was undone is left out."""
    issued: int
    """Pieces that were issued."""
    unknown: tuple[int, ...]
    """Numbers of the garments that were registered as new."""
    right: int
    """First matches that people said were right."""
    wrong: int


class Digests:
    """Sums up in SQL. Raises `StoreError`."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def between(self, since: datetime, until: datetime) -> Digest:
        """Return what happened in that time."""
        undone = sa.select(MOVEMENTS.c.undoes).where(MOVEMENTS.c.undoes.is_not(None))
        moved = sa.select(MOVEMENTS).where(
            MOVEMENTS.c.at >= since,
            MOVEMENTS.c.at < until,
            MOVEMENTS.c.kind != Kind.UNDO,
            MOVEMENTS.c.id.not_in(undone),
        )
        registered = sa.select(INTAKES.c.id).where(INTAKES.c.at >= since, INTAKES.c.at < until)
        said = sa.select(CONFIRMATIONS.c.right, sa.func.count()).where(
            CONFIRMATIONS.c.at >= since, CONFIRMATIONS.c.at < until
        )
        received: Counter[str] = Counter()
        issued = 0
        fell: dict[tuple[str, str], None] = {}
        with self._sessions.reading() as connection:
            for row in connection.execute(moved.order_by(MOVEMENTS.c.id)).mappings():
                movement = movement_of(row)
                if movement.kind is Kind.RECEIVE:
                    received[movement.sku] += movement.quantity
                elif movement.kind is Kind.ISSUE:
                    issued += movement.quantity
                for place, after in movement.after.items():
                    before = movement.before.get(place, Level(0, 0))
                    if before.available > LOW >= after.available:
                        fell[movement.sku, place] = None
            in_use = set(
                connection.scalars(
                    sa.select(VARIANTS.c.sku).where(
                        VARIANTS.c.sku.in_([sku for sku, _ in fell]), VARIANTS.c.retired.is_(False)
                    )
                )
            )
            ran_low = [
                RanLow(sku, place, max(0, level.available))
                for sku, place in fell
                if sku in in_use
                and (level := levels_of(connection, sku).get(place, Level(0, 0))).available <= LOW
            ]
            unknown = tuple(connection.scalars(registered.order_by(INTAKES.c.id)))
            counts = {
                bool(right): int(count)
                for right, count in connection.execute(said.group_by(CONFIRMATIONS.c.right))
            }
        return Digest(
            since,
            until,
            tuple(sorted(ran_low, key=lambda one: (one.free, one.sku, one.location))),
            tuple(sorted(received.items(), key=lambda one: (-one[1], one[0]))),
            issued,
            unknown,
            counts.get(True, 0),
            counts.get(False, 0),
        )

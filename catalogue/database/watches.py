"""Watches: who wants to hear when stock falls below a number, or is back.

Of several programs that find the same crossing, one alone claims it. A claim that was never settled, as its
program was stopped, may be claimed again after a while.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa

from catalogue.database.engine import Sessions, chunks
from catalogue.migrations.schema import ITEMS, LOCATIONS, STOCK_LEVELS, VARIANTS, WATCHES

WatchKind: TypeAlias = Literal["below", "back"]
LEASE = timedelta(minutes=10)
"""After which a claim that was not settled may be claimed again."""


@dataclass(frozen=True, slots=True)
class NewWatch:
    """What somebody wants to hear."""

    kind: WatchKind
    item_id: str
    sku: str
    """Empty for all sizes together."""
    site: str
    """Where it is counted, as it was named; empty for everywhere."""
    threshold: int
    """`below` is crossed when fewer pieces than that are free; `back` when there are any."""
    crossed: bool
    """Whether it is so already, and not to be said until it was otherwise."""
    person: str
    """Who asked, as the caller knows people."""
    place: str
    """Where to say it, as the caller wrote it."""
    locale: str
    time_zone: str
    """As the IANA names it; empty if it isn't known."""


@dataclass(frozen=True, slots=True)
class Watch(NewWatch):
    """A watch that was stored."""

    id: int
    told: bool
    """Whether the last crossing was said."""


@dataclass(frozen=True, slots=True)
class Free:
    """Pieces of one SKU at one location that nobody has reserved."""

    sku: str
    """Folded."""
    location: str
    """Folded."""
    pieces: int


class Watches:
    """Watches in SQL. May be used from several threads and programs; raises `StoreError`."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, new: NewWatch) -> int:
        """Store it in place of an equal one of the same person and place; return its number."""
        row = {name: getattr(new, name) for name in NewWatch.__dataclass_fields__}
        same = sa.and_(*(WATCHES.c[name] == row[name] for name in _SAME))
        with self._sessions.writing() as connection:
            connection.execute(sa.delete(WATCHES).where(same))
            values = row | {"told": True, "made_at": datetime.now(UTC)}
            key = connection.execute(sa.insert(WATCHES).values(values)).inserted_primary_key
            assert key is not None  # single-row inserts always have one
            return int(key[0])

    def all(self) -> tuple[Watch, ...]:
        """Return all watches, oldest first."""
        return self._wanted(sa.select(WATCHES))

    def of(self, person: str) -> tuple[Watch, ...]:
        """Return somebody's watches, oldest first."""
        return self._wanted(sa.select(WATCHES).where(WATCHES.c.person == person))

    def stop(self, number: int, person: str) -> bool:
        """Delete somebody's watch; False if they have none of that number."""
        with self._sessions.writing() as connection:
            mine = (WATCHES.c.id == number) & (WATCHES.c.person == person)
            return bool(connection.execute(sa.delete(WATCHES).where(mine)).rowcount)

    def remove(self, number: int) -> None:
        """Delete a watch, whoever's it is."""
        with self._sessions.writing() as connection:
            connection.execute(sa.delete(WATCHES).where(WATCHES.c.id == number))

    def stock(self, items: Collection[str] | None = None) -> dict[str, tuple[Free, ...]]:
        """Return what is free of the items, or of all that are watched, by id; of those in use alone."""
        ids = sa.select(WATCHES.c.item_id) if items is None else list(items)
        wanted = (
            sa.select(
                ITEMS.c.id,
                VARIANTS.c.folded,
                LOCATIONS.c.folded,
                STOCK_LEVELS.c.on_hand - STOCK_LEVELS.c.reserved,
            )
            .select_from(
                ITEMS.outerjoin(VARIANTS, (VARIANTS.c.item_id == ITEMS.c.id) & VARIANTS.c.retired.is_(False))
                .outerjoin(STOCK_LEVELS)
                .outerjoin(LOCATIONS)
            )
            .where(ITEMS.c.id.in_(ids), ITEMS.c.retired.is_(False))
        )
        found: defaultdict[str, list[Free]] = defaultdict(list)
        with self._sessions.reading() as connection:
            for item_id, sku, location, pieces in connection.execute(wanted):
                found[item_id].append(Free(sku or "", location or "", pieces or 0))
        return {item_id: tuple(levels) for item_id, levels in found.items()}

    def rearm(self, numbers: Sequence[int]) -> None:
        """The stock is on the other side again: the next crossing of these is to be said."""
        with self._sessions.writing() as connection:
            for chunk in chunks(numbers):
                these = WATCHES.c.id.in_(chunk)
                connection.execute(sa.update(WATCHES).where(these).values(crossed=False, told=True))

    def claim(self, number: int, *, now: datetime | None = None) -> bool:
        """Whether the caller is to say that it was crossed: True for one caller alone."""
        moment = now or datetime.now(UTC)
        new = WATCHES.c.crossed.is_(False)
        at = WATCHES.c.claimed_at  # of a clock that was ahead, if it's in the future
        left = WATCHES.c.told.is_(False) & ((at < moment - LEASE) | (at > moment + LEASE))
        claiming = (
            sa.update(WATCHES)
            .where(WATCHES.c.id == number, new | left)
            .values(crossed=True, told=False, claimed_at=moment)
        )
        with self._sessions.writing() as connection:
            return bool(connection.execute(claiming).rowcount)

    def said(self, number: int) -> None:
        """The crossing was said; a watch for what is back has done its work."""
        with self._sessions.writing() as connection:
            this = WATCHES.c.id == number
            connection.execute(sa.delete(WATCHES).where(this, WATCHES.c.kind == "back"))
            connection.execute(sa.update(WATCHES).where(this).values(told=True))

    def _wanted(self, wanted: sa.Select[Any]) -> tuple[Watch, ...]:
        left_out = ("made_at", "claimed_at")
        with self._sessions.reading() as connection:
            rows = connection.execute(wanted.order_by(WATCHES.c.id)).mappings()
            return tuple(
                Watch(**{name: value for name, value in row.items() if name not in left_out}) for row in rows
            )


_SAME = ("kind", "item_id", "sku", "site", "threshold", "person", "place")

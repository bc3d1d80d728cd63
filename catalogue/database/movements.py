"""Stock work in SQL: each piece is one transaction that no other one overlaps, and leaves a row behind.

The transaction begins by taking the catalogue to its next revision, as batches do, so that stock work and
batches wait for one another, and whoever planned with the former figures finds out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from catalogue.database.engine import Sessions
from catalogue.database.ledger import advance
from catalogue.database.notes import note, noted
from catalogue.database.rows import place_ids
from catalogue.errors import WorkRefused
from catalogue.items import folded
from catalogue.migrations.schema import LOCATIONS, MOVEMENTS, RESERVATIONS, STOCK_LEVELS, VARIANTS
from catalogue.movements import Kind, Level, Movement, Reservation, Worker
from catalogue.sentences import sentence

DONE = "work-done"
"""Kind of the notes that say what was done for whom."""
DONE_LIFE = timedelta(days=2)
EXPIRED = Worker("", "expired")
"""Who releases what was kept until a day that is over."""


class Movements:
    """Does stock work and tells of it. May be used from several threads.

    All raise `WorkRefused`, with nothing changed, where it cannot be done, and `StoreError` where the engine
    does not answer. With `expected`, levels by location that somebody was shown, nothing is done either where
    they are others by now.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def levels(self, sku: str) -> dict[str, Level]:
        """What lies of a SKU, by location."""
        with self._sessions.reading() as connection:
            return _levels(connection, _sku(connection, sku)[0])

    def reserve(
        self,
        sku: str,
        location: str,
        quantity: int,
        *,
        person: str,
        until: date | None = None,
        by: Worker,
        expected: Mapping[str, Level] | None = None,
        once: str = "",
    ) -> Movement:
        """Keep pieces for somebody, at most as many as are free."""
        _positive(quantity)
        with self._sessions.writing() as connection:
            work = _Work(connection, sku, expected, once)
            place = work.free(location, quantity)
            made = connection.execute(
                sa.insert(RESERVATIONS).values(
                    sku=work.sku,
                    location=place,
                    quantity=quantity,
                    person=person,
                    until=until,
                    made_at=work.now,
                    made_by=by.name,
                )
            ).inserted_primary_key
            assert made is not None  # single-row inserts always have one
            work.change(place, reserved=quantity)
            return work.done(Kind.RESERVE, quantity, by, from_location=place, reservation_id=int(made[0]))

    def release(
        self,
        reservation_id: int,
        quantity: int | None = None,
        *,
        by: Worker,
        expected: Mapping[str, Level] | None = None,
        once: str = "",
    ) -> Movement:
        """Let go of a reservation, or of some pieces of it."""
        with self._sessions.writing() as connection:
            work = _Work(connection, _reservation(connection, reservation_id).sku, expected, once)
            kept = _reservation(connection, reservation_id)  # as it is now that nobody else writes
            wanted = kept.quantity if quantity is None else quantity
            _positive(wanted or 1)
            if not kept.quantity or wanted > kept.quantity:
                told = sentence(
                    "reservation-released",
                    "The reservation {reservation} is released already.",
                    reservation=str(reservation_id),
                )
                if kept.quantity:
                    told = sentence(
                        "reservation-holds",
                        "The reservation {reservation} holds {held}, not {wanted}.",
                        reservation=str(reservation_id),
                        held=kept.quantity,
                        wanted=wanted,
                    )
                raise WorkRefused(told)
            work.change(kept.location, reserved=-wanted)
            _put_reservation(connection, kept.id, kept.quantity - wanted)
            return work.done(Kind.RELEASE, wanted, by, from_location=kept.location, reservation_id=kept.id)

    def move(
        self,
        sku: str,
        from_location: str,
        to_location: str,
        quantity: int,
        *,
        by: Worker,
        expected: Mapping[str, Level] | None = None,
        once: str = "",
    ) -> Movement:
        """Take free pieces from one location to another, which may hold none of them yet."""
        _positive(quantity)
        with self._sessions.writing() as connection:
            work = _Work(connection, sku, expected, once)
            here, there = work.at(from_location), work.place(to_location)
            if folded(here) == folded(there):
                raise WorkRefused(
                    sentence(
                        "same-place",
                        "{location} is both where it lies and where it goes: name another location.",
                        location=here,
                    )
                )
            work.free(here, quantity)
            work.change(here, on_hand=-quantity)
            work.change(there, on_hand=quantity)
            return work.done(Kind.MOVE, quantity, by, from_location=here, to_location=there)

    def count(
        self,
        sku: str,
        location: str,
        on_hand: int,
        *,
        by: Worker,
        expected: Mapping[str, Level] | None = None,
        once: str = "",
    ) -> Movement:
        """Say how many pieces lie at a location, now; what is kept for somebody stays so."""
        if on_hand < 0:
            raise WorkRefused(sentence("count-negative", "A count is zero or more."))
        with self._sessions.writing() as connection:
            work = _Work(connection, sku, expected, once)
            place = work.place(location)
            known = work.levels.get(place, Level(0, 0))
            work.change(place, on_hand=on_hand - known.on_hand, counted=True)
            return work.done(Kind.COUNT, on_hand, by, to_location=place)

    def undo(self, movement_id: int, *, by: Worker, once: str = "") -> Movement:
        """Take a piece of stock work back, once, by what it changed; what came after it stays."""
        with self._sessions.writing() as connection:
            row = _row(connection, movement_id)
            done = _movement(row)
            work = _Work(connection, done.sku, None, once)
            again = sa.select(MOVEMENTS.c.id).where(MOVEMENTS.c.undoes == movement_id)
            if done.kind is Kind.UNDO or connection.scalar(again) is not None:
                raise WorkRefused(
                    sentence(
                        "work-taken-back",
                        "The stock work {work} is taken back already; nothing was done again.",
                        work=str(movement_id),
                    )
                )
            for place, after in done.after.items():
                before = done.before.get(place, Level(0, 0))
                work.change(
                    place,
                    on_hand=before.on_hand - after.on_hand,
                    reserved=before.reserved - after.reserved,
                )
            if done.reservation_id is not None:
                back = done.quantity if done.kind is Kind.RELEASE else -done.quantity
                kept = _reservation(connection, done.reservation_id)
                if kept.quantity + back < 0:
                    raise WorkRefused(
                        sentence(
                            "reservation-begun",
                            "Some of the reservation {reservation} was released: release the rest.",
                            reservation=str(kept.id),
                        )
                    )
                _put_reservation(connection, kept.id, kept.quantity + back)
            work.free_enough()
            return work.done(
                Kind.UNDO, done.quantity, by, reservation_id=done.reservation_id, undoes=movement_id
            )

    def done_for(self, once: str) -> Movement | None:
        """What was done for that one; None where nothing was, or it is more than two days ago."""
        with self._sessions.reading() as connection:
            known = noted(connection, DONE, once)
            return None if known is None else _movement(_row(connection, known))

    def latest(self, *, by: str | None = None, limit: int = 20) -> tuple[Movement, ...]:
        """What was done last, of one worker where an id is given, latest first."""
        wanted = sa.select(MOVEMENTS).order_by(MOVEMENTS.c.id.desc()).limit(limit)
        if by is not None:
            wanted = wanted.where(MOVEMENTS.c.by_id == by)
        with self._sessions.reading() as connection:
            return tuple(_movement(row) for row in connection.execute(wanted).mappings())

    def undoable(self, *, by: str) -> Movement | None:
        """The latest of a worker's that is neither an undoing nor taken back."""
        taken_back = sa.select(MOVEMENTS.c.undoes).where(MOVEMENTS.c.undoes.is_not(None))
        wanted = (
            sa.select(MOVEMENTS)
            .where(MOVEMENTS.c.by_id == by, MOVEMENTS.c.kind != Kind.UNDO, MOVEMENTS.c.id.not_in(taken_back))
            .order_by(MOVEMENTS.c.id.desc())
            .limit(1)
        )
        with self._sessions.reading() as connection:
            row = connection.execute(wanted).mappings().first()
        return None if row is None else _movement(row)

    def reservations(self, *, sku: str | None = None, limit: int = 100) -> tuple[Reservation, ...]:
        """What is kept for whom, the oldest first."""
        wanted = sa.select(RESERVATIONS).where(RESERVATIONS.c.quantity > 0)
        if sku is not None:
            wanted = wanted.where(RESERVATIONS.c.sku.in_(_written_skus(sku)))
        with self._sessions.reading() as connection:
            rows = connection.execute(wanted.order_by(RESERVATIONS.c.id).limit(limit)).mappings()
            return tuple(Reservation(**row) for row in rows)

    def reservation(self, reservation_id: int) -> Reservation | None:
        """One of them; None where there is none, or nothing of it is left."""
        with self._sessions.reading() as connection:
            kept = _kept(connection, reservation_id)
        return kept if kept is not None and kept.quantity else None

    def reservation_of(self, done: Movement) -> Reservation | None:
        """The one that a piece of stock work is about, also where nothing of it is left."""
        if done.reservation_id is None:
            return None
        with self._sessions.reading() as connection:
            return _kept(connection, done.reservation_id)

    def release_expired(self, today: date) -> tuple[Movement, ...]:
        """Let go of what was kept until a day before today."""
        over = sa.select(RESERVATIONS.c.id).where(RESERVATIONS.c.quantity > 0, RESERVATIONS.c.until < today)
        with self._sessions.reading() as connection:
            ids = list(connection.scalars(over))
        released = []
        for reservation_id in ids:
            try:
                released.append(self.release(reservation_id, by=EXPIRED))
            except WorkRefused:  # somebody else was quicker, or the SKU is gone
                continue
        return tuple(released)

    def moved_since(self, revision: int, items: Iterable[str]) -> frozenset[str]:
        """Folded ids of those of the items on which stock work was done after that revision, and stands."""
        taken_back = sa.select(MOVEMENTS.c.undoes).where(MOVEMENTS.c.undoes.is_not(None))
        wanted = sa.select(MOVEMENTS.c.item_id).where(
            MOVEMENTS.c.revision > revision, MOVEMENTS.c.undoes.is_(None), MOVEMENTS.c.id.not_in(taken_back)
        )
        with self._sessions.reading() as connection:
            moved = frozenset(folded(item_id) for item_id in connection.scalars(wanted))
        return moved & {folded(item_id) for item_id in items}


class _Work:
    """One piece of stock work on one SKU, from its first look to its row in the history."""

    def __init__(
        self, connection: sa.Connection, sku: str, expected: Mapping[str, Level] | None, once: str
    ) -> None:
        self._connection = connection
        self._once = once
        self.now = datetime.now(UTC)
        self._revision = advance(connection)  # nobody else writes until the commit
        self.sku, self._item_id = _sku(connection, sku)
        self.levels = _levels(connection, self.sku)
        self._before: dict[str, Level] = {}
        if expected is not None and dict(expected) != self.levels:
            raise WorkRefused(
                sentence("stock-changed", "The stock has changed in the meantime: look at it again.")
            )

    def place(self, name: str) -> str:
        """A location as it is written, which must be known to the catalogue."""
        known = self._connection.scalar(sa.select(LOCATIONS.c.name).where(LOCATIONS.c.folded == folded(name)))
        if known is None:
            names = ", ".join(
                self._connection.scalars(sa.select(LOCATIONS.c.name).order_by(LOCATIONS.c.name))
            )
            if not names:
                raise WorkRefused(
                    sentence("no-location-yet", "There is no location {name}; there are none yet.", name=name)
                )
            raise WorkRefused(
                sentence(
                    "no-location", "There is no location {name}; there are {names}.", name=name, names=names
                )
            )
        return str(known)

    def at(self, location: str) -> str:
        """A location that it is kept at, as it is written."""
        place = self.place(location)
        if place not in self.levels:
            if not self.levels:
                raise WorkRefused(
                    sentence(
                        "kept-nowhere",
                        "{sku} is not kept at {place}; it is at no place.",
                        sku=self.sku,
                        place=place,
                    )
                )
            raise WorkRefused(
                sentence(
                    "kept-elsewhere",
                    "{sku} is not kept at {place}; it is at {where}.",
                    sku=self.sku,
                    place=place,
                    where=", ".join(self.levels),
                )
            )
        return place

    def free(self, location: str, quantity: int) -> str:
        """The same, where so many are free."""
        place = self.at(location)
        available = self.levels[place].available
        if quantity > available:
            raise WorkRefused(
                sentence(
                    "too-few-free",
                    "Of {sku} at {place} only {free} can be had.",
                    free=max(0, available),
                    sku=self.sku,
                    place=place,
                )
            )
        return place

    def change(self, place: str, *, on_hand: int = 0, reserved: int = 0, counted: bool = False) -> None:
        """Change a level by so much; one that is not there begins at zero."""
        known = self.levels.get(place)
        level = known or Level(0, 0)
        self._before.setdefault(place, level)
        after = Level(level.on_hand + on_hand, level.reserved + reserved)
        if after.on_hand < 0 or after.reserved < 0:
            raise WorkRefused(
                sentence(
                    "less-than-nothing",
                    "That would leave less than nothing of {sku} at {place}: nothing was done.",
                    sku=self.sku,
                    place=place,
                )
            )
        place_id = place_ids(self._connection, [place])[folded(place)]
        if known is None:
            row = {"sku": self.sku, "location_id": place_id, "position": len(self.levels), "as_of": self.now}
            self._connection.execute(
                sa.insert(STOCK_LEVELS).values(on_hand=after.on_hand, reserved=after.reserved, **row)
            )
        else:
            values: dict[str, Any] = {"on_hand": after.on_hand, "reserved": after.reserved}
            if counted:
                values["as_of"] = self.now
            here = (STOCK_LEVELS.c.sku == self.sku) & (STOCK_LEVELS.c.location_id == place_id)
            self._connection.execute(sa.update(STOCK_LEVELS).where(here).values(**values))
        self.levels[place] = after

    def free_enough(self) -> None:
        """What is kept for somebody must lie there, where it did before."""
        for place, before in self._before.items():
            if self.levels[place].available < min(0, before.available):
                raise WorkRefused(
                    sentence(
                        "reserved-more-than-left",
                        "Of {sku} at {place} more is reserved than would be left: nothing was done.",
                        sku=self.sku,
                        place=place,
                    )
                )

    def done(self, kind: Kind, quantity: int, by: Worker, **rest: Any) -> Movement:
        """Write the row, and tell what it says."""
        after = {place: self.levels[place] for place in self._before}
        values = {
            "at": self.now,
            "kind": kind.value,
            "by_id": by.id,
            "by_name": by.name,
            "item_id": self._item_id,
            "sku": self.sku,
            "quantity": quantity,
            "before": _written(self._before),
            "after": _written(after),
            "revision": self._revision,
            **rest,
        }
        key = self._connection.execute(sa.insert(MOVEMENTS).values(**values)).inserted_primary_key
        assert key is not None  # single-row inserts always have one
        if self._once:
            note(self._connection, DONE, self._once, int(key[0]), life=DONE_LIFE)
        return Movement(
            int(key[0]), self.now, kind, by, self._item_id, self.sku, quantity, self._before, after, **rest
        )


def _sku(connection: sa.Connection, sku: str) -> tuple[str, str]:
    """A SKU as it is written, and its item's id."""
    wanted = sa.select(VARIANTS.c.sku, VARIANTS.c.item_id).where(
        VARIANTS.c.folded == folded(sku), VARIANTS.c.retired.is_(False)
    )
    row = connection.execute(wanted).first()
    if row is None:
        raise WorkRefused(
            sentence("no-sku", "There is no SKU {sku} in the catalogue: check it on the tag.", sku=sku)
        )
    return row.sku, row.item_id


def _levels(connection: sa.Connection, sku: str) -> dict[str, Level]:
    wanted = (
        sa.select(LOCATIONS.c.name, STOCK_LEVELS.c.on_hand, STOCK_LEVELS.c.reserved)
        .join(LOCATIONS)
        .where(STOCK_LEVELS.c.sku == sku)
        .order_by(STOCK_LEVELS.c.position, LOCATIONS.c.name)
    )
    return {row.name: Level(row.on_hand, row.reserved) for row in connection.execute(wanted)}


def _written_skus(sku: str) -> sa.Select[Any]:
    return sa.select(VARIANTS.c.sku).where(VARIANTS.c.folded == folded(sku))


def _kept(connection: sa.Connection, reservation_id: int) -> Reservation | None:
    wanted = sa.select(RESERVATIONS).where(RESERVATIONS.c.id == reservation_id)
    row = connection.execute(wanted).mappings().first()
    return None if row is None else Reservation(**row)


def _reservation(connection: sa.Connection, reservation_id: int) -> Reservation:
    kept = _kept(connection, reservation_id)
    if kept is None:
        raise WorkRefused(
            sentence(
                "no-reservation",
                "There is no reservation {reservation}: type “reservations” to see them.",
                reservation=str(reservation_id),
            )
        )
    return kept


def _put_reservation(connection: sa.Connection, reservation_id: int, quantity: int) -> None:
    here = RESERVATIONS.c.id == reservation_id
    connection.execute(sa.update(RESERVATIONS).where(here).values(quantity=quantity))


def _row(connection: sa.Connection, movement_id: int) -> sa.RowMapping:
    row = connection.execute(sa.select(MOVEMENTS).where(MOVEMENTS.c.id == movement_id)).mappings().first()
    if row is None:
        raise WorkRefused(sentence("no-work", "There is no stock work {work}.", work=str(movement_id)))
    return row


def _movement(row: sa.RowMapping) -> Movement:
    values = {name: value for name, value in row.items() if name not in ("by_id", "by_name", "revision")}
    made = Movement(**values, by=Worker(row["by_id"], row["by_name"]))
    return replace(made, kind=Kind(made.kind), before=_read(row["before"]), after=_read(row["after"]))


def _written(levels: Mapping[str, Level]) -> str:
    return json.dumps(
        {place: [one.on_hand, one.reserved] for place, one in levels.items()}, ensure_ascii=False
    )


def _read(written: str) -> dict[str, Level]:
    return {place: Level(*pair) for place, pair in json.loads(written).items()}


def _positive(quantity: int) -> None:
    if quantity < 1:
        raise WorkRefused(sentence("no-pieces", "Give a number of pieces, one or more."))

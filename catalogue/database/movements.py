"""Stock movements in SQL: each is one transaction that no other one overlaps, and leaves a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

import sqlalchemy as sa

from catalogue.database.engine import Sessions
from catalogue.database.movement_rows import (
    find_reservation,
    get_reservation,
    levels_of,
    movement_of,
    movement_row,
    put_reservation,
    sku_with_item,
    written_skus,
)
from catalogue.database.movement_transaction import DONE, MovementTransaction
from catalogue.database.notes import noted
from catalogue.errors import MovementRefusedError
from catalogue.items import folded
from catalogue.messages import Message
from catalogue.migrations.schema import MOVEMENTS, RESERVATIONS
from catalogue.movements import Kind, Level, Movement, Reservation, Worker

EXPIRED = Worker("", "expired")
"""Who releases reservations that have expired."""


class Movements:
    """Stock movements. May be used from several threads.

    All raise `MovementRefusedError`, with nothing changed, if the stock does not allow it, and `StoreError`
    if the engine does not answer. With `expected`, the levels by location that somebody saw, nothing is done
    either if they have changed since. `once` names the order: what was done for it is found by `done_for`,
    and to do it again raises `RepeatedMovementError`, also if both come at once.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def levels(self, sku: str) -> dict[str, Level]:
        """Return the stock of a SKU by location."""
        with self._sessions.reading() as connection:
            return levels_of(connection, sku_with_item(connection, sku)[0])

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
        """Reserve pieces for somebody, at most as many as are free."""
        _positive(quantity)
        with self._moving(sku, expected, once) as step:
            place = step.require_free(location, quantity)
            step.change(place, reserved=quantity)
            reservation = step.add_reservation(place, quantity, person=person, until=until, by=by)
            return step.record(Kind.RESERVE, quantity, by, from_location=place, reservation_id=reservation)

    def receive(
        self,
        sku: str,
        location: str,
        quantity: int,
        *,
        note: str = "",
        by: Worker,
        expected: Mapping[str, Level] | None = None,
        once: str = "",
    ) -> Movement:
        """Add pieces that came in, at a location that may have none of them yet; `note` says from whom."""
        _positive(quantity)
        with self._moving(sku, expected, once) as step:
            place = step.resolve_location(location)
            step.change(place, on_hand=quantity)
            return step.record(Kind.RECEIVE, quantity, by, to_location=place, note=note)

    def issue(
        self,
        sku: str,
        location: str,
        quantity: int,
        *,
        note: str = "",
        by: Worker,
        expected: Mapping[str, Level] | None = None,
        once: str = "",
    ) -> Movement:
        """Take free pieces out of stock, which leave the house; `note` says why, such as sold or damaged."""
        _positive(quantity)
        with self._moving(sku, expected, once) as step:
            place = step.require_unreserved(location, quantity)
            step.change(place, on_hand=-quantity)
            return step.record(Kind.ISSUE, quantity, by, from_location=place, note=note)

    def release(
        self,
        reservation_id: int,
        quantity: int | None = None,
        *,
        by: Worker,
        expected: Mapping[str, Level] | None = None,
        once: str = "",
    ) -> Movement:
        """Release a reservation, or some pieces of it."""
        with self._sessions.writing() as connection:
            step = MovementTransaction(
                connection, get_reservation(connection, reservation_id).sku, expected, once
            )
            reservation = get_reservation(
                connection, reservation_id
            )  # as it is now that nobody else can write
            wanted = reservation.quantity if quantity is None else quantity
            _positive(wanted or 1)
            if not reservation.quantity or wanted > reservation.quantity:
                message = Message("reservation-released", reservation=str(reservation_id))
                if reservation.quantity:
                    message = Message(
                        "reservation-holds",
                        reservation=str(reservation_id),
                        held=reservation.quantity,
                        wanted=wanted,
                    )
                raise MovementRefusedError(message)
            step.change(reservation.location, reserved=-wanted)
            put_reservation(connection, reservation.id, reservation.quantity - wanted)
            return step.record(
                Kind.RELEASE, wanted, by, from_location=reservation.location, reservation_id=reservation.id
            )

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
        """Move free pieces to another location, which may have none of them yet."""
        _positive(quantity)
        with self._moving(sku, expected, once) as step:
            source, target = step.resolve_stocked_location(from_location), step.resolve_location(to_location)
            if folded(source) == folded(target):
                raise MovementRefusedError(Message("same-place", location=source))
            step.require_free(source, quantity)
            step.change(source, on_hand=-quantity)
            step.change(target, on_hand=quantity)
            return step.record(Kind.MOVE, quantity, by, from_location=source, to_location=target)

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
        """Set how many pieces are at a location now; what is reserved stays so."""
        if on_hand < 0:
            raise MovementRefusedError(Message("count-negative"))
        with self._moving(sku, expected, once) as step:
            place = step.resolve_location(location)
            current = step.levels.get(place, Level(0, 0))
            step.change(place, on_hand=on_hand - current.on_hand, counted=True)
            return step.record(Kind.COUNT, on_hand, by, to_location=place)

    def undo(self, movement_id: int, *, by: Worker, once: str = "") -> Movement:
        """Undo a movement, once, by what it changed, with those that were made together with it; later ones
        stay. Returns what undid the movement itself.
        """
        with self._sessions.writing() as connection:
            row = movement_row(connection, movement_id)
            undone = _undo(connection, row, by, once)
            for other in _together(connection, row):
                if other["id"] != row["id"]:
                    _undo(connection, other, by, "")
            return undone

    @contextmanager
    def _moving(
        self, sku: str, expected: Mapping[str, Level] | None, once: str
    ) -> Iterator[MovementTransaction]:
        with self._sessions.writing() as connection:
            yield MovementTransaction(connection, sku, expected, once)

    def together(self, movement_id: int) -> tuple[Movement, ...]:
        """Return the movements that were made together with that one, itself among them."""
        with self._sessions.reading() as connection:
            rows = _together(connection, movement_row(connection, movement_id))
            return tuple(movement_of(row) for row in rows)

    def done_for(self, once: str) -> Movement | None:
        """Return what was done for that order; None if nothing was, or it is more than two days ago."""
        with self._sessions.reading() as connection:
            movement_id = noted(connection, DONE, once)
            return None if movement_id is None else movement_of(movement_row(connection, movement_id))

    def latest(self, *, by: str | None = None, limit: int = 20) -> tuple[Movement, ...]:
        """Return the latest movements, of one worker if an id is given, latest first."""
        wanted = sa.select(MOVEMENTS).order_by(MOVEMENTS.c.id.desc()).limit(limit)
        if by is not None:
            wanted = wanted.where(MOVEMENTS.c.by_id == by)
        with self._sessions.reading() as connection:
            return tuple(movement_of(row) for row in connection.execute(wanted).mappings())

    def after(
        self, movement_id: int = 0, *, since: datetime | None = None, limit: int = 100
    ) -> tuple[Movement, ...]:
        """Return movements of a higher number, oldest first; with `since`, only those from that time on.

        Numbers are in the order of the commits, so that whoever goes on from the last one misses none.
        """
        wanted = (
            sa.select(MOVEMENTS).where(MOVEMENTS.c.id > movement_id).order_by(MOVEMENTS.c.id).limit(limit)
        )
        if since is not None:
            wanted = wanted.where(MOVEMENTS.c.at >= since)
        with self._sessions.reading() as connection:
            return tuple(movement_of(row) for row in connection.execute(wanted).mappings())

    def undoable(self, *, by: str) -> Movement | None:
        """Return a worker's latest movement that is neither an undo nor undone."""
        taken_back = sa.select(MOVEMENTS.c.undoes).where(MOVEMENTS.c.undoes.is_not(None))
        wanted = (
            sa.select(MOVEMENTS)
            .where(MOVEMENTS.c.by_id == by, MOVEMENTS.c.kind != Kind.UNDO, MOVEMENTS.c.id.not_in(taken_back))
            .order_by(MOVEMENTS.c.id.desc())
            .limit(1)
        )
        with self._sessions.reading() as connection:
            row = connection.execute(wanted).mappings().first()
        return None if row is None else movement_of(row)

    def reservations(self, *, sku: str | None = None, limit: int = 100) -> tuple[Reservation, ...]:
        """Return the open reservations, oldest first."""
        wanted = sa.select(RESERVATIONS).where(RESERVATIONS.c.quantity > 0)
        if sku is not None:
            wanted = wanted.where(RESERVATIONS.c.sku.in_(written_skus(sku)))
        with self._sessions.reading() as connection:
            rows = connection.execute(wanted.order_by(RESERVATIONS.c.id).limit(limit)).mappings()
            return tuple(Reservation(**row) for row in rows)

    def reservation(self, reservation_id: int) -> Reservation | None:
        """Return a reservation; None if there is none, or nothing of it is left."""
        with self._sessions.reading() as connection:
            reservation = find_reservation(connection, reservation_id)
        return reservation if reservation is not None and reservation.quantity else None

    def reservation_of(self, done: Movement) -> Reservation | None:
        """Return the reservation that a movement is about, even if nothing of it is left."""
        if done.reservation_id is None:
            return None
        with self._sessions.reading() as connection:
            return find_reservation(connection, done.reservation_id)

    def release_expired(self, today: date) -> tuple[Movement, ...]:
        """Release reservations whose last day is before today."""
        over = sa.select(RESERVATIONS.c.id).where(RESERVATIONS.c.quantity > 0, RESERVATIONS.c.until < today)
        with self._sessions.reading() as connection:
            ids = list(connection.scalars(over))
        released = []
        for reservation_id in ids:
            try:
                released.append(self.release(reservation_id, by=EXPIRED))
            except MovementRefusedError:  # somebody else was quicker, or the SKU is gone
                continue
        return tuple(released)

    def moved_since(self, revision: int, items: Iterable[str]) -> frozenset[str]:
        """Return folded ids of those of the items that were moved after that revision, and not undone."""
        taken_back = sa.select(MOVEMENTS.c.undoes).where(MOVEMENTS.c.undoes.is_not(None))
        wanted = sa.select(MOVEMENTS.c.item_id).where(
            MOVEMENTS.c.revision > revision, MOVEMENTS.c.undoes.is_(None), MOVEMENTS.c.id.not_in(taken_back)
        )
        with self._sessions.reading() as connection:
            moved = frozenset(folded(item_id) for item_id in connection.scalars(wanted))
        return moved & {folded(item_id) for item_id in items}


def _undo(connection: sa.Connection, row: sa.RowMapping, by: Worker, once: str) -> Movement:
    done = movement_of(row)
    step = MovementTransaction(connection, done.sku, None, once)
    already_undone = sa.select(MOVEMENTS.c.id).where(MOVEMENTS.c.undoes == done.id)
    if done.kind is Kind.UNDO or connection.scalar(already_undone) is not None:
        raise MovementRefusedError(Message("work-taken-back", work=str(done.id)))
    for place, after in done.after.items():
        before = done.before.get(place, Level(0, 0))
        step.change(
            place,
            on_hand=before.on_hand - after.on_hand,
            reserved=before.reserved - after.reserved,
        )
    if done.reservation_id is not None:
        back = done.quantity if done.kind is Kind.RELEASE else -done.quantity
        reservation = get_reservation(connection, done.reservation_id)
        if reservation.quantity + back < 0:
            raise MovementRefusedError(Message("reservation-begun", reservation=str(reservation.id)))
        put_reservation(connection, reservation.id, reservation.quantity + back)
    step.require_reservations_covered()
    return step.record(Kind.UNDO, done.quantity, by, reservation_id=done.reservation_id, undoes=done.id)


def _together(connection: sa.Connection, row: sa.RowMapping) -> list[sa.RowMapping]:
    if row["group_id"] is None:
        return [row]
    wanted = sa.select(MOVEMENTS).where(MOVEMENTS.c.group_id == row["group_id"]).order_by(MOVEMENTS.c.id)
    return list(connection.execute(wanted).mappings())


def _positive(quantity: int) -> None:
    if quantity < 1:
        raise MovementRefusedError(Message("no-pieces"))

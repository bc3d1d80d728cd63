"""Stock-takes: who counts where, line by line, until the counts become stock movements.

Every message is done once: what it did is noted under its name (`once`) in the same transaction, so that a
message that a stop cut off may be answered again. Lines are in the order in which their messages were sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from catalogue.database.engine import Sessions, insert_on_conflict
from catalogue.database.movement_transaction import MovementTransaction
from catalogue.database.rows import SLACK
from catalogue.errors import MovementRefusedError
from catalogue.items import folded
from catalogue.messages import Message
from catalogue.migrations.schema import (
    LOCATIONS,
    MOVEMENTS,
    STOCK_LEVELS,
    STOCK_TAKE_LINES,
    STOCK_TAKE_MESSAGES,
    STOCK_TAKE_SEATS,
    STOCK_TAKES,
    VARIANTS,
)
from catalogue.movements import Kind, Level, Movement, Worker

OPEN = "open"


class LineState(StrEnum):
    """What is known of a line."""

    ANALYSING = "analysing"
    """A photo that isn't analysed yet."""
    COUNTED = "counted"
    SIZE = "size"
    """The item is known, its size isn't."""
    UNKNOWN = "unknown"
    GONE = "gone"
    """Taken back, or a photo with nothing on it."""


@dataclass(frozen=True, slots=True)
class StockTake:
    """A count of one location."""

    id: int
    location: str
    started_at: datetime
    by_name: str
    state: str
    """`open`, `applied`, `cancelled` or `lapsed`."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who counts, in one conversation."""

    person: str
    """Names the person and the conversation."""
    take: StockTake
    place: str
    """Where to write to them, as the caller wrote it."""
    locale: str
    card: str | None
    """The message that shows the running count."""


@dataclass(frozen=True, slots=True)
class TakeLine:
    """Something that was counted, or kept to be looked at in the end."""

    id: int
    take_id: int
    at: datetime
    by_id: str
    by_name: str
    state: LineState
    quantity: int
    item_id: str | None = None
    sku: str | None = None
    look: str | None = None
    """The name of the photo's session."""


class StockTakes:
    """Counts in SQL. May be used from several threads and programs; raises `StoreError`."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def open_at(self, location: str, by: Worker) -> tuple[StockTake, bool]:
        """Return the open count of a location, and whether it was begun by this call."""
        row = {
            "location": location,
            "open_as": folded(location),
            "started_at": _now(),
            "last_at": _now(),
            "by_id": by.id,
            "by_name": by.name,
            "state": OPEN,
        }
        with self._sessions.writing() as connection:
            added = (
                insert_on_conflict(connection, STOCK_TAKES)
                .values(row)
                .on_conflict_do_nothing(index_elements=["open_as"])
                .returning(STOCK_TAKES.c.id)
            )
            first = connection.execute(added).first() is not None
            wanted = sa.select(STOCK_TAKES).where(STOCK_TAKES.c.open_as == folded(location))
            return _take(connection.execute(wanted).mappings().one()), first

    def sit(self, take_id: int, person: str, *, place: str, locale: str) -> None:
        """Somebody counts with this one from now on, and no longer with another."""
        row = {"person": person, "take_id": take_id, "place": place, "locale": locale, "card": None}
        changed = {name: value for name, value in row.items() if name != "person"}
        with self._sessions.writing() as connection:
            connection.execute(
                insert_on_conflict(connection, STOCK_TAKE_SEATS)
                .values(row)
                .on_conflict_do_update(index_elements=["person"], set_=changed)
            )

    def leave(self, person: str) -> bool:
        """Somebody counts no more; False if they did not."""
        with self._sessions.writing() as connection:
            gone = sa.delete(STOCK_TAKE_SEATS).where(STOCK_TAKE_SEATS.c.person == person)
            return bool(connection.execute(gone).rowcount)

    def seat(self, person: str) -> Seat | None:
        """Return with which open count somebody is; None if with none."""
        wanted = _seats().where(STOCK_TAKE_SEATS.c.person == person, STOCK_TAKES.c.state == OPEN)
        with self._sessions.reading() as connection:
            row = connection.execute(wanted).mappings().first()
        return None if row is None else _seat(row)

    def show_on(self, person: str, card: str) -> None:
        """Remember the message that shows somebody the running count."""
        with self._sessions.writing() as connection:
            mine = STOCK_TAKE_SEATS.c.person == person
            connection.execute(sa.update(STOCK_TAKE_SEATS).where(mine).values(card=card))

    def get(self, take_id: int) -> StockTake | None:
        """Return the count of that number."""
        with self._sessions.reading() as connection:
            row = (
                connection.execute(sa.select(STOCK_TAKES).where(STOCK_TAKES.c.id == take_id))
                .mappings()
                .first()
            )
        return None if row is None else _take(row)

    # Lines

    def add(
        self,
        take_id: int,
        state: LineState,
        *,
        by: Worker,
        at: datetime,
        once: str,
        quantity: int = 1,
        item_id: str | None = None,
        sku: str | None = None,
    ) -> TakeLine:
        """Add a line; the same one for a message that came before."""
        with self._sessions.writing() as connection:
            if (done := _done(connection, once)) is not None:
                return done
            _touch(connection, take_id)
            row = {
                "take_id": take_id,
                "at": at,
                "by_id": by.id,
                "by_name": by.name,
                "state": state.value,
                "quantity": quantity,
                "item_id": item_id,
                "sku": sku,
            }
            key = connection.execute(sa.insert(STOCK_TAKE_LINES).values(row)).inserted_primary_key
            assert key is not None  # single-row inserts always have one
            return _did(connection, once, take_id, int(key[0]))

    def settle(
        self,
        line_id: int,
        state: LineState,
        *,
        item_id: str | None = None,
        sku: str | None = None,
        look: str | None = None,
    ) -> TakeLine:
        """Write what a photo shows; a line that was settled or taken back meanwhile stays as it is."""
        values = {"state": state.value, "item_id": item_id, "sku": sku, "look": look}
        with self._sessions.writing() as connection:
            _settled(connection, line_id, values)
            return _line_of(connection, line_id)

    def settle_pieces(self, line_id: int, pieces: Sequence[tuple[str, str]]) -> tuple[TakeLine, ...]:
        """Write that a photo shows several pieces, each by item and SKU: the line, and lines like it.

        If the line was settled or taken back meanwhile, it stays as it is, and there are no others.
        """
        first, *others = (
            {"state": LineState.COUNTED.value, "item_id": item_id, "sku": sku} for item_id, sku in pieces
        )
        with self._sessions.writing() as connection:
            still = _settled(connection, line_id, first)
            line = _line_of(connection, line_id)
            if not still:
                return (line,)
            alike = ("take_id", "at", "by_id", "by_name", "quantity")
            same = {name: getattr(line, name) for name in alike}
            added = sa.insert(STOCK_TAKE_LINES).returning(STOCK_TAKE_LINES.c.id)
            ids = [connection.scalars(added, same | other).one() for other in others]
            return (line, *(_line_of(connection, each) for each in ids))

    def done(self, once: str) -> TakeLine | None:
        """Return the line that a message was about, if it came before."""
        with self._sessions.reading() as connection:
            return _done(connection, once)

    def set_size(
        self, line_id: int, sku: str, *, by: Worker, once: str | None = None, quantity: int | None = None
    ) -> TakeLine:
        """Give a line its size, if it waits for one and is that person's; `once` names a typed message."""
        values: dict[str, Any] = {"state": LineState.COUNTED.value, "sku": sku}
        if quantity is not None:
            values["quantity"] = quantity
        with self._sessions.writing() as connection:
            waits = (
                (STOCK_TAKE_LINES.c.id == line_id)
                & (STOCK_TAKE_LINES.c.by_id == by.id)
                & (STOCK_TAKE_LINES.c.state == LineState.SIZE)
            )
            connection.execute(sa.update(STOCK_TAKE_LINES).where(waits).values(values))
            line = _line_of(connection, line_id)
            _touch(connection, line.take_id)
            return line if once is None else _did(connection, once, line.take_id, line_id)

    def last(self, take_id: int, by: Worker, before: datetime) -> TakeLine | None:
        """Return somebody's last line that was sent until then, and wasn't taken back."""
        with self._sessions.reading() as connection:
            row = connection.execute(_last(take_id, by, before)).mappings().first()
        return None if row is None else _line(row)

    def set_amount(
        self, take_id: int, quantity: int, *, by: Worker, at: datetime, once: str
    ) -> TakeLine | None:
        """Set the amount of somebody's last line; None if there is none."""
        return self._change(take_id, {"quantity": quantity}, by=by, at=at, once=once)

    def take_back(self, take_id: int, *, by: Worker, at: datetime, once: str) -> TakeLine | None:
        """Take somebody's last line back; None if there is none."""
        return self._change(take_id, {"state": LineState.GONE.value}, by=by, at=at, once=once)

    def _change(
        self, take_id: int, values: dict[str, Any], *, by: Worker, at: datetime, once: str
    ) -> TakeLine | None:
        with self._sessions.writing() as connection:
            if (done := _done(connection, once)) is not None:
                return done
            _touch(connection, take_id)
            row = connection.execute(_last(take_id, by, at)).mappings().first()
            if row is None:
                return None
            mine = STOCK_TAKE_LINES.c.id == row["id"]
            connection.execute(sa.update(STOCK_TAKE_LINES).where(mine).values(values))
            return _did(connection, once, take_id, int(row["id"]))

    def lines(self, take_id: int, *states: LineState, limit: int = 10_000) -> tuple[TakeLine, ...]:
        """Return the lines of these states, latest first."""
        wanted = (
            sa.select(STOCK_TAKE_LINES)
            .where(STOCK_TAKE_LINES.c.take_id == take_id, STOCK_TAKE_LINES.c.state.in_(states))
            .order_by(STOCK_TAKE_LINES.c.at.desc(), STOCK_TAKE_LINES.c.id.desc())
            .limit(limit)
        )
        with self._sessions.reading() as connection:
            return tuple(_line(row) for row in connection.execute(wanted).mappings())

    def has_counted(self, take_id: int, item_id: str) -> bool:
        """Return whether somebody has counted a piece of that item in this count."""
        line = STOCK_TAKE_LINES.c
        counted = (line.take_id == take_id) & (line.item_id == item_id) & (line.state == LineState.COUNTED)
        with self._sessions.reading() as connection:
            return bool(connection.scalar(sa.select(sa.exists().where(counted))))

    def counts(self, take_id: int) -> dict[str, int]:
        """Return how many pieces were counted of each SKU, by all people together."""
        with self._sessions.reading() as connection:
            return _counts(connection, take_id)

    def levels_at(self, location: str) -> dict[str, Level]:
        """Return the stock that the system has at a location, by SKU."""
        wanted = (
            sa.select(STOCK_LEVELS.c.sku, STOCK_LEVELS.c.on_hand, STOCK_LEVELS.c.reserved)
            .join(LOCATIONS)
            .join(VARIANTS, VARIANTS.c.sku == STOCK_LEVELS.c.sku)
            .where(LOCATIONS.c.folded == folded(location), VARIANTS.c.retired.is_(False))
            .order_by(STOCK_LEVELS.c.sku)
        )
        with self._sessions.reading() as connection:
            return {row.sku: Level(row.on_hand, row.reserved) for row in connection.execute(wanted)}

    def moved_meanwhile(self, take: StockTake) -> frozenset[str]:
        """Return the SKUs that were moved at the location since the count began."""
        here = (MOVEMENTS.c.from_location == take.location) | (MOVEMENTS.c.to_location == take.location)
        wanted = sa.select(MOVEMENTS.c.sku).where(MOVEMENTS.c.at >= take.started_at, here)
        with self._sessions.reading() as connection:
            return frozenset(connection.scalars(wanted))

    # The end

    def apply(
        self,
        take_id: int,
        amounts: Mapping[str, int],
        *,
        counted: Mapping[str, int],
        expected: Mapping[str, Level],
        by: Worker,
        once: str,
    ) -> tuple[Movement, ...]:
        """Set the stock of these SKUs at the location, all in one transaction, and close the count.

        `counted` is what the count has come to, and `expected` the stock there, as they were shown. Raises
        `MovementRefusedError` with nothing changed if either is other than that, or the count isn't open.
        """
        with self._sessions.writing() as connection:
            open_take = sa.select(STOCK_TAKES).where(STOCK_TAKES.c.id == take_id, STOCK_TAKES.c.state == OPEN)
            row = connection.execute(open_take.with_for_update()).mappings().first()
            if row is None:
                raise MovementRefusedError(Message("stock-take-over"))
            if _counts(connection, take_id) != dict(counted):
                raise MovementRefusedError(Message("stock-changed"))
            movements: list[Movement] = []
            for sku, amount in amounts.items():
                step = MovementTransaction(connection, sku, None, "" if movements else once)
                place = step.resolve_location(row["location"])
                current = step.levels.get(place, Level(0, 0))
                if current != expected.get(sku, Level(0, 0)):
                    raise MovementRefusedError(Message("stock-changed"))
                step.change(place, on_hand=amount - current.on_hand, counted=True)
                movements.append(step.record(Kind.COUNT, amount, by, to_location=place))
            if movements:
                group = movements[0].id
                written = MOVEMENTS.c.id.in_([each.id for each in movements])
                connection.execute(sa.update(MOVEMENTS).where(written).values(group_id=group))
                movements = [replace(each, group_id=group) for each in movements]
            _close(connection, take_id, "applied")
            return tuple(movements)

    def cancel(self, take_id: int) -> bool:
        """Close a count with nothing changed; False if it was closed."""
        with self._sessions.writing() as connection:
            return _close(connection, take_id, "cancelled")

    def lapse(self, before: datetime, *, now: datetime | None = None) -> tuple[tuple[Seat, int], ...]:
        """Close counts in which nothing was done since then; return who counted, each with how many lines.

        Of several callers at once, only one gets each. A count whose last line is of the future was written
        by a clock that was ahead: its time begins now.
        """
        moment = now or _now()
        is_open = STOCK_TAKES.c.state == OPEN
        old = sa.select(STOCK_TAKES.c.id).where(is_open, STOCK_TAKES.c.last_at < before)
        ahead = sa.update(STOCK_TAKES).where(is_open, STOCK_TAKES.c.last_at > moment + SLACK)
        lapsed: list[tuple[Seat, int]] = []
        with self._sessions.writing() as connection:
            connection.execute(ahead.values(last_at=moment))
            for take_id in connection.scalars(old.with_for_update()).all():
                seats = [
                    _seat(row)
                    for row in connection.execute(
                        _seats().where(STOCK_TAKE_SEATS.c.take_id == take_id)
                    ).mappings()
                ]
                lines = connection.scalar(
                    sa.select(sa.func.count())
                    .select_from(STOCK_TAKE_LINES)
                    .where(STOCK_TAKE_LINES.c.take_id == take_id, STOCK_TAKE_LINES.c.state != LineState.GONE)
                )
                if _close(connection, take_id, "lapsed"):
                    lapsed += [(seat, int(lines or 0)) for seat in seats]
        return tuple(lapsed)


def _now() -> datetime:
    return datetime.now(UTC)


def _seats() -> sa.Select[Any]:
    return sa.select(
        STOCK_TAKE_SEATS.c.person,
        STOCK_TAKE_SEATS.c.place,
        STOCK_TAKE_SEATS.c.locale,
        STOCK_TAKE_SEATS.c.card,
        STOCK_TAKES,
    ).join(STOCK_TAKES)


def _seat(row: sa.RowMapping) -> Seat:
    return Seat(row["person"], _take(row), row["place"], row["locale"], row["card"])


def _take(row: sa.RowMapping) -> StockTake:
    return StockTake(row["id"], row["location"], row["started_at"], row["by_name"], row["state"])


def _line(row: sa.RowMapping) -> TakeLine:
    values = dict(row)
    return TakeLine(**values | {"state": LineState(values["state"])})


def _line_of(connection: sa.Connection, line_id: int) -> TakeLine:
    wanted = sa.select(STOCK_TAKE_LINES).where(STOCK_TAKE_LINES.c.id == line_id)
    return _line(connection.execute(wanted).mappings().one())


def _last(take_id: int, by: Worker, before: datetime) -> sa.Select[Any]:
    return (
        sa.select(STOCK_TAKE_LINES)
        .where(
            STOCK_TAKE_LINES.c.take_id == take_id,
            STOCK_TAKE_LINES.c.by_id == by.id,
            STOCK_TAKE_LINES.c.at <= before,
            STOCK_TAKE_LINES.c.state != LineState.GONE,
        )
        .order_by(STOCK_TAKE_LINES.c.at.desc(), STOCK_TAKE_LINES.c.id.desc())
        .limit(1)
    )


def _settled(connection: sa.Connection, line_id: int, values: Mapping[str, Any]) -> bool:
    """Write what a photo shows, if that isn't known yet; whether it wasn't."""
    still = (STOCK_TAKE_LINES.c.id == line_id) & (STOCK_TAKE_LINES.c.state == LineState.ANALYSING)
    return bool(connection.execute(sa.update(STOCK_TAKE_LINES).where(still).values(values)).rowcount)


def _done(connection: sa.Connection, once: str) -> TakeLine | None:
    """The line that a message was about, if it came before."""
    wanted = sa.select(STOCK_TAKE_MESSAGES.c.line_id).where(STOCK_TAKE_MESSAGES.c.once == once)
    line_id = connection.scalar(wanted)
    return None if line_id is None else _line_of(connection, line_id)


def _did(connection: sa.Connection, once: str, take_id: int, line_id: int) -> TakeLine:
    row = {"once": once, "take_id": take_id, "line_id": line_id}
    connection.execute(sa.insert(STOCK_TAKE_MESSAGES).values(row))
    return _line_of(connection, line_id)


def _counts(connection: sa.Connection, take_id: int) -> dict[str, int]:
    wanted = (
        sa.select(STOCK_TAKE_LINES.c.sku, sa.func.sum(STOCK_TAKE_LINES.c.quantity))
        .where(STOCK_TAKE_LINES.c.take_id == take_id, STOCK_TAKE_LINES.c.state == LineState.COUNTED)
        .group_by(STOCK_TAKE_LINES.c.sku)
        .order_by(STOCK_TAKE_LINES.c.sku)
    )
    return {sku: int(total) for sku, total in connection.execute(wanted)}


def _touch(connection: sa.Connection, take_id: int) -> None:
    """Note that somebody counts. Raises `MovementRefusedError` if the count isn't open."""
    still = (STOCK_TAKES.c.id == take_id) & (STOCK_TAKES.c.state == OPEN)
    if not connection.execute(sa.update(STOCK_TAKES).where(still).values(last_at=_now())).rowcount:
        raise MovementRefusedError(Message("stock-take-over"))


def _close(connection: sa.Connection, take_id: int, state: str) -> bool:
    still = (STOCK_TAKES.c.id == take_id) & (STOCK_TAKES.c.state == OPEN)
    closing = sa.update(STOCK_TAKES).where(still).values(state=state, open_as=None)
    if not connection.execute(closing).rowcount:
        return False
    connection.execute(sa.delete(STOCK_TAKE_SEATS).where(STOCK_TAKE_SEATS.c.take_id == take_id))
    return True

"""Events in SQL: published in the transaction of what happened, and queued for each subscriber.

An event is there exactly if what it tells of was committed. Several senders share the queue: each claims what
it sends, and a claim that is not used ends by itself.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import sqlalchemy as sa

from catalogue.database.engine import Sessions, chunks
from catalogue.events import (
    Claimed,
    Event,
    EventKind,
    EventState,
    Standing,
    Subscription,
    available,
    movement_data,
)
from catalogue.items import folded
from catalogue.migrations.schema import EVENTS, LOCATIONS, STOCK_LEVELS, SUBSCRIPTIONS, VARIANTS
from catalogue.movements import Level, Movement

CLAIM = timedelta(minutes=2)
"""How long a claim holds: far longer than an attempt may take."""
_ABSURD = timedelta(hours=2)
"""A time that is further ahead was written by a clock that was wrong: no attempt waits that long."""

StockOf: TypeAlias = Mapping[str, tuple[str, Mapping[str, Level]]]
"""SKU to its item's id and its levels by folded location."""


class Events:
    """Subscriptions, and the events on their way to them. May be used from several threads.

    All raise `StoreError` if the engine does not answer. Times are the caller's, so that a clock that was
    set back holds nothing up.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def subscribe(
        self,
        target: str,
        secret: str,
        kinds: Collection[EventKind],
        *,
        below: int | None = None,
        location: str | None = None,
    ) -> Subscription:
        """Store who wants to know what from now on. `below` and `location` are of low stock."""
        values = {
            "target": target,
            "secret": secret,
            "kinds": json.dumps(sorted(kinds)),
            "below": below,
            "location": location,
            "made_at": datetime.now(UTC),
        }
        with self._sessions.writing() as connection:
            key = connection.execute(sa.insert(SUBSCRIPTIONS).values(**values)).inserted_primary_key
            assert key is not None  # single-row inserts always have one
            return next(one for one in _subscriptions(connection) if one.id == key[0])

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Return all subscriptions, oldest first."""
        with self._sessions.reading() as connection:
            return _subscriptions(connection)

    def unsubscribe(self, subscription_id: int) -> bool:
        """Delete a subscription with all that waits for it; False if there is none."""
        with self._sessions.writing() as connection:
            # Explicitly, as what is sent just now must not be missing a row either.
            connection.execute(sa.delete(EVENTS).where(EVENTS.c.subscription_id == subscription_id))
            gone = sa.delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.id == subscription_id)
            return bool(connection.execute(gone).rowcount)

    def log(self, *, subscription_id: int | None = None, limit: int = 50) -> tuple[Event, ...]:
        """Return the latest events, latest first."""
        wanted = sa.select(EVENTS).order_by(EVENTS.c.id.desc()).limit(limit)
        if subscription_id is not None:
            wanted = wanted.where(EVENTS.c.subscription_id == subscription_id)
        with self._sessions.reading() as connection:
            return tuple(_event(row) for row in connection.execute(wanted).mappings())

    def standings(self) -> tuple[Standing, ...]:
        """Return how the events of each subscriber stand, oldest subscriber first."""
        counted = sa.select(EVENTS.c.subscription_id, EVENTS.c.state, sa.func.count()).group_by(
            EVENTS.c.subscription_id, EVENTS.c.state
        )
        first = sa.select(sa.func.min(EVENTS.c.id)).where(EVENTS.c.state == EventState.WAITING)
        oldest = sa.select(EVENTS).where(EVENTS.c.id.in_(first.group_by(EVENTS.c.subscription_id)))
        with self._sessions.reading() as connection:
            counts = {(row[0], row[1]): row[2] for row in connection.execute(counted)}
            events = {row["subscription_id"]: _event(row) for row in connection.execute(oldest).mappings()}
            return tuple(
                Standing(
                    one,
                    counts.get((one.id, EventState.WAITING), 0),
                    events.get(one.id),
                    counts.get((one.id, EventState.GIVEN_UP), 0),
                )
                for one in _subscriptions(connection)
            )

    def due(self, now: datetime) -> tuple[int, ...]:
        """Return the subscriptions for which something can be sent now."""
        wanted = sa.select(EVENTS.c.subscription_id).where(_free(now)).distinct()
        with self._sessions.reading() as connection:
            return tuple(connection.scalars(wanted.order_by(EVENTS.c.subscription_id)))

    def claim(self, subscription_id: int, now: datetime, *, limit: int) -> tuple[Claimed, ...]:
        """Take events to send, each alone of its subject and the first of it; nobody else gets them."""
        wanted = (
            sa.select(EVENTS)
            .where(EVENTS.c.subscription_id == subscription_id, _free(now))
            .order_by(EVENTS.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        with self._sessions.writing() as connection:
            subscription = next(
                (one for one in _subscriptions(connection) if one.id == subscription_id), None
            )
            rows = connection.execute(wanted).mappings().all() if subscription else ()
            claimed = []
            for row in rows:
                claim = secrets.token_hex(8)
                taken = (
                    sa.update(EVENTS)
                    .where(EVENTS.c.id == row["id"], _free(now))
                    .values(claim=claim, claimed_until=now + CLAIM)
                )
                if connection.execute(taken).rowcount and subscription:
                    claimed.append(Claimed(_event(row), subscription, claim))
            return tuple(claimed)

    def delivered(self, claimed: Claimed, answer: str, now: datetime) -> None:
        """Record that the subscriber took an event."""
        self._settle(
            claimed, answer, state=EventState.DELIVERED, done_at=now, attempts=claimed.event.attempts + 1
        )

    def failed(self, claimed: Claimed, answer: str, now: datetime, *, again: datetime | None) -> None:
        """Record that it did not; None gives up, and what follows of its subject is sent."""
        attempts = claimed.event.attempts + 1
        if again is None:
            self._settle(claimed, answer, state=EventState.GIVEN_UP, done_at=now, attempts=attempts)
        else:
            self._settle(claimed, answer, due_at=again, attempts=attempts)

    def release(self, claimed: Claimed) -> None:
        """Give an event back that was not tried."""
        self._settle(claimed, claimed.event.answer)

    def sweep(self, before: datetime) -> int:
        """Forget what was delivered or given up before that time. Returns how many."""
        done = EVENTS.c.state != EventState.WAITING
        with self._sessions.writing() as connection:
            return connection.execute(sa.delete(EVENTS).where(done, EVENTS.c.done_at < before)).rowcount

    def _settle(self, claimed: Claimed, answer: str | None, **values: Any) -> None:
        # Only by whose claim it is: one that has ended may be somebody else's by now.
        mine = (EVENTS.c.id == claimed.event.id) & (EVENTS.c.claim == claimed.claim)
        settled = sa.update(EVENTS).where(mine)
        with self._sessions.writing() as connection:
            connection.execute(settled.values(claim=None, claimed_until=None, answer=answer, **values))


def publish(
    connection: sa.Connection, kind: EventKind, subject: str, data: Mapping[str, Any], at: datetime
) -> None:
    """Queue an event for all who subscribed to its kind, within the transaction of what happened."""
    wanted = [one for one in _subscriptions(connection) if kind in one.kinds]
    _queue(connection, wanted, kind, subject, data, at)


def publish_movement(connection: sa.Connection, movement: Movement, was: Mapping[str, Level]) -> None:
    """Queue a stock movement, and the low stock that it caused. `was`: all levels of its SKU before it."""
    subscriptions = _subscriptions(connection)
    wanted = [one for one in subscriptions if EventKind.MOVEMENT in one.kinds]
    data = movement_data(movement)
    _queue(connection, wanted, EventKind.MOVEMENT, folded(movement.sku), data, movement.at)
    now_there = {**was, **movement.after}
    _publish_low(
        connection,
        subscriptions,
        {movement.sku: (movement.item_id, _by_folded(was))},
        {movement.sku: (movement.item_id, _by_folded(now_there))},
        movement.at,
    )


def stock_watched(connection: sa.Connection, item_ids: Sequence[str]) -> StockOf | None:
    """Return the stock of items for `publish_low_stock`; None if nobody wants to know of low stock."""
    if not any(EventKind.LOW_STOCK in one.kinds for one in _subscriptions(connection)):
        return None
    stock: dict[str, tuple[str, dict[str, Level]]] = {}
    for chunk in chunks(item_ids):
        rows = connection.execute(
            sa.select(VARIANTS.c.sku, VARIANTS.c.item_id, LOCATIONS.c.folded, STOCK_LEVELS)
            .select_from(VARIANTS.join(STOCK_LEVELS).join(LOCATIONS))
            .where(VARIANTS.c.item_id.in_(chunk), VARIANTS.c.retired.is_(False))
        )
        for row in rows:
            _, levels = stock.setdefault(row.sku, (row.item_id, {}))
            levels[row.folded] = Level(row.on_hand, row.reserved)
    return stock


def publish_low_stock(connection: sa.Connection, was: StockOf | None, item_ids: Sequence[str]) -> None:
    """Queue the low stock that a change of items caused; `was` is `stock_watched` before it."""
    if was is not None and (now_there := stock_watched(connection, item_ids)) is not None:
        _publish_low(connection, _subscriptions(connection), was, now_there, datetime.now(UTC))


def _publish_low(
    connection: sa.Connection,
    subscriptions: Iterable[Subscription],
    was: StockOf,
    now_there: StockOf,
    at: datetime,
) -> None:
    for one in subscriptions:
        if EventKind.LOW_STOCK not in one.kinds or one.below is None:
            continue
        place = None if one.location is None else folded(one.location)
        for sku, (item_id, levels) in now_there.items():
            before = available(was[sku][1], place) if sku in was else None
            after = available(levels, place)
            if before is None or after is None or not after < one.below <= before:
                continue  # what was never above has not gone below
            data = {
                "sku": sku,
                "item": item_id,
                "location": one.location,
                "available": after,
                "before": before,
                "below": one.below,
            }
            _queue(connection, [one], EventKind.LOW_STOCK, folded(sku), data, at)


def _queue(
    connection: sa.Connection,
    subscriptions: Sequence[Subscription],
    kind: EventKind,
    subject: str,
    data: Mapping[str, Any],
    at: datetime,
) -> None:
    body = json.dumps({"type": kind.value, "timestamp": at.isoformat(), "data": data}, ensure_ascii=False)
    for subscription in subscriptions:
        values = {
            "message": f"msg_{secrets.token_hex(12)}",
            "subscription_id": subscription.id,
            "kind": kind.value,
            "subject": subject,
            "body": body,
            "at": at,
            "due_at": at,
        }
        connection.execute(sa.insert(EVENTS).values(**values))


def _free(now: datetime) -> sa.ColumnElement[bool]:
    """What waits, is due, is claimed by nobody, and is the first of its subject for its subscriber."""
    older = EVENTS.alias()
    first = ~(
        sa.select(older.c.id)
        .where(
            older.c.subscription_id == EVENTS.c.subscription_id,
            older.c.subject == EVENTS.c.subject,
            older.c.state == EventState.WAITING,
            older.c.id < EVENTS.c.id,
        )
        .correlate(EVENTS)
        .exists()
    )
    due, until = EVENTS.c.due_at, EVENTS.c.claimed_until
    return sa.and_(
        EVENTS.c.state == EventState.WAITING,
        (due <= now) | (due > now + _ABSURD),
        until.is_(None) | (until <= now) | (until > now + _ABSURD),
        first,
    )


def _by_folded(levels: Mapping[str, Level]) -> dict[str, Level]:
    return {folded(place): level for place, level in levels.items()}


def _subscriptions(connection: sa.Connection) -> tuple[Subscription, ...]:
    rows = connection.execute(sa.select(SUBSCRIPTIONS).order_by(SUBSCRIPTIONS.c.id)).mappings()
    return tuple(
        Subscription(**{**row, "kinds": frozenset(map(EventKind, json.loads(row["kinds"])))}) for row in rows
    )


def _event(row: sa.RowMapping) -> Event:
    values = {name: value for name, value in row.items() if name not in ("claim", "claimed_until")}
    return Event(**{**values, "kind": EventKind(row["kind"]), "state": EventState(row["state"])})

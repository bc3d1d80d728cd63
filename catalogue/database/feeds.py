"""Feeds: sources that are read by themselves, and how their latest runs went."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from pydantic import TypeAdapter

from catalogue.database.engine import Sessions, chunks
from catalogue.database.revisions import revision_of
from catalogue.database.rows import SLACK, CountedAgain, count_again, is_late, place_ids
from catalogue.errors import FeedError, UnknownFeedError
from catalogue.items import Item, folded
from catalogue.messages import Message
from catalogue.migrations.schema import BATCHES, FEEDS, STOCK_LEVELS, VARIANTS
from catalogue.modes import Mode, State


@dataclass(frozen=True, slots=True)
class Limits:
    """Up to how many percent a feed may change by itself; beyond that an admin is asked."""

    changed: int = 30
    """Of the SKUs in use: new, or changed in anything."""
    emptied: int = 10
    """Of the SKUs in stock: fall to 0."""
    retired: int = 2
    """Of the items in use: retired or deleted."""
    faulty: int = 5
    """Of the feed's rows: faulty, and left out."""
    fewer: int = 30
    """Of the SKUs that the feed named the last time: missing now."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells whether a source's content is still the one that was read."""

    etag: str = ""
    modified: datetime | None = None
    """When the source says that it was made; by the source's own clock."""
    last_modified: str = ""
    """The same as an HTTP server spells it."""
    name: str = ""
    """Which of several files it was."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A batch of a feed that an admin must decide on."""

    batch: int
    as_of: datetime
    skus: int
    ends_whole: bool


@dataclass(frozen=True, slots=True)
class FeedState:
    """How the latest runs of a feed went."""

    tried_at: datetime | None = None
    """The latest run; None if there was none."""
    mark: Mark | None = None
    """Of the content that was dealt with last."""
    as_of: datetime | None = None
    """When the figures were true that the catalogue has from it; None if it has none."""
    skus: int = 0
    """How many SKUs it named then."""
    ends_whole: bool = False
    """Whether its content ended with the end of a line then."""
    batch: int | None = None
    """The latest batch that was applied."""
    failures: int = 0
    """In a row."""
    fault: Message | None = None
    """Why the latest run failed; None if it did not."""
    waiting: Waiting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFeed:
    """A feed to add."""

    name: str
    source: str
    """An address; secrets stand in it by name only: `${ERP_PASSWORD}`."""
    mode: Mode
    every: timedelta
    columns: Mapping[str, str] = field(default_factory=dict)
    """From a column's name in the source to ours."""
    query: str = ""
    """SQL, if the source is a database."""
    limits: Limits = Limits()
    added_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed(NewFeed):
    """A feed, and how it stands."""

    id: int
    added_at: datetime
    state: FeedState = FeedState()

    @property
    def by(self) -> str:
        """What the history has in place of a person's name."""
        return f"feed {self.name}"

    def is_due(self, now: datetime) -> bool:
        """Return whether it is time for a run; also if the clock was set back since the latest one."""
        if self.state.tried_at is None:
            return True
        since = now - self.state.tried_at
        return since >= self.every or since < -SLACK

    def age(self, now: datetime) -> timedelta | None:
        """Return how old its figures are; None if the catalogue has none of it."""
        return None if self.state.as_of is None else max(now - self.state.as_of, timedelta())

    def is_late(self, now: datetime) -> bool:
        """Return whether its figures are older than it promises, or absent for as long."""
        since = self.state.as_of or self.added_at
        return is_late(now - since, self.every)


_STATE = TypeAdapter(FeedState)
_LIMITS = TypeAdapter(Limits)


class Feeds:
    """The feeds of one database. All raise `StoreError` if the engine does not answer."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, new: NewFeed) -> Feed:
        """Store a feed. Raises `FeedError` if there is one of that name."""
        with self._sessions.writing() as connection:
            key = folded(new.name)
            if connection.scalar(sa.select(FEEDS.c.id).where(FEEDS.c.folded == key)) is not None:
                raise FeedError(Message("operator-feed-exists", name=new.name))
            added_at = datetime.now(UTC)
            written = connection.execute(
                sa.insert(FEEDS).values(
                    name=new.name,
                    folded=key,
                    source=new.source,
                    query=new.query,
                    mode=new.mode.value,
                    every_seconds=round(new.every.total_seconds()),
                    columns=json.dumps(dict(new.columns), ensure_ascii=False),
                    limits=_LIMITS.dump_json(new.limits).decode(),
                    added_at=added_at,
                    added_by=new.added_by,
                    state=_STATE.dump_json(FeedState()).decode(),
                )
            ).inserted_primary_key
            assert written is not None  # single-row inserts always have one
        return self.get(new.name)

    def get(self, name: str) -> Feed:
        """Return the feed of that name, however it is capitalised. Raises `UnknownFeedError`."""
        wanted = sa.select(FEEDS).where(FEEDS.c.folded == folded(name))
        with self._sessions.reading() as connection:
            row = connection.execute(wanted).mappings().first()
            if row is None:
                raise UnknownFeedError(Message("operator-no-feed", name=name))
            return _settled(connection, _feed(row))

    def all(self) -> tuple[Feed, ...]:
        """Return all feeds, by name."""
        with self._sessions.reading() as connection:
            rows = connection.execute(sa.select(FEEDS).order_by(FEEDS.c.folded)).mappings().all()
            return tuple(_settled(connection, _feed(row)) for row in rows)

    def remove(self, name: str) -> None:
        """Delete a feed; what it brought stays, as figures of nobody's. Raises `UnknownFeedError`."""
        feed = self.get(name)
        with self._sessions.writing() as connection:
            connection.execute(sa.delete(FEEDS).where(FEEDS.c.id == feed.id))
            connection.execute(
                sa.update(STOCK_LEVELS).where(STOCK_LEVELS.c.feed == feed.name).values(feed=None)
            )

    def put_state(self, feed: Feed, state: FeedState) -> Feed:
        """Store how a feed stands, under its lock. Returns the feed with it."""
        written = _STATE.dump_json(state).decode()
        with self._sessions.writing() as connection:
            connection.execute(sa.update(FEEDS).where(FEEDS.c.id == feed.id).values(state=written))
        return replace(feed, state=state)

    def lock(self, feed: Feed) -> AbstractContextManager[None]:
        """Hold a feed, so that one program at a time runs it. Raises `BusyStoreError` at once."""
        return self._sessions.feed_lock(feed.id)

    def stocked_skus(self) -> int:
        """Count the SKUs in use of which there is a piece."""
        stocked = (
            sa.select(STOCK_LEVELS.c.sku)
            .join(VARIANTS)
            .where(VARIANTS.c.retired.is_(False), STOCK_LEVELS.c.on_hand > 0)
            .distinct()
            .subquery()
        )
        with self._sessions.reading() as connection:
            return int(connection.scalar(sa.select(sa.func.count()).select_from(stocked)) or 0)

    def confirm(self, feed: Feed, items: Iterable[Item]) -> None:
        """Write where the stock of items comes from, and of when it is; the figures stay.

        Levels that somebody has changed meanwhile are left alone.
        """
        with self._sessions.writing() as connection:
            revision_of(connection, lock=True)  # nobody moves stock until the commit
            levels = [
                (variant.sku, level)
                for item in items
                for variant in item.variants
                for level in variant.stock
                if level.origin is not None and level.origin.feed == feed.name
            ]
            places = place_ids(connection, {level.location for _, level in levels})
            figures: dict[tuple[str, int], tuple[int, int]] = {}
            for chunk in chunks(list({sku for sku, _ in levels})):
                columns = (STOCK_LEVELS.c[name] for name in ("sku", "location_id", "on_hand", "reserved"))
                for sku, place, *now in connection.execute(
                    sa.select(*columns).where(STOCK_LEVELS.c.sku.in_(chunk))
                ):
                    figures[sku, place] = tuple(now)
            confirmed: CountedAgain = defaultdict(list)
            for sku, level in levels:
                place = places[folded(level.location)]
                if figures.get((sku, place)) == (level.on_hand, level.reserved):
                    confirmed[place, level.as_of, feed.name].append(sku)
            count_again(connection, confirmed)

    def vouch(self, feed: Feed, before: datetime, as_of: datetime) -> None:
        """Write that what a feed gave as of `before` is still so at another time.

        That is what its latest content names without a time of its own, and nobody has changed since.
        """
        given = (STOCK_LEVELS.c.feed == feed.name) & (STOCK_LEVELS.c.as_of == before)
        with self._sessions.writing() as connection:
            connection.execute(sa.update(STOCK_LEVELS).where(given).values(as_of=as_of))


def _feed(row: sa.RowMapping) -> Feed:
    values: dict[str, Any] = {
        name: row[name] for name in ("id", "name", "source", "query", "added_at", "added_by")
    }
    return Feed(
        **values,
        mode=Mode(row["mode"]),
        every=timedelta(seconds=row["every_seconds"]),
        columns=json.loads(row["columns"]),
        limits=_LIMITS.validate_json(row["limits"]),
        state=_STATE.validate_json(row["state"]),
    )


def _settled(connection: sa.Connection, feed: Feed) -> Feed:
    """Return the feed with what an admin has decided on the batch that waited."""
    waiting = feed.state.waiting
    if waiting is None:
        return feed
    state = connection.scalar(sa.select(BATCHES.c.state).where(BATCHES.c.id == waiting.batch))
    match state:
        case State.STAGED | State.APPLYING:
            return feed
        case State.APPLIED:
            settled = replace(
                feed.state,
                waiting=None,
                as_of=waiting.as_of,
                skus=waiting.skus,
                ends_whole=waiting.ends_whole,
                batch=waiting.batch,
            )
        case _:
            settled = replace(feed.state, waiting=None)
    return replace(feed, state=settled)

"""SQL queries behind questions: names in use, items by words, stock by filters, arrivals."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from catalogue.database.engine import Sessions, chunks
from catalogue.database.stock_filters import Filter, filter_amounts, filter_conditions
from catalogue.migrations.schema import (
    BATCH_ITEMS,
    BATCHES,
    ITEM_WORDS,
    ITEMS,
    LOCATIONS,
    MOVEMENTS,
    STOCK_LEVELS,
    VARIANTS,
)
from catalogue.modes import State
from catalogue.words import TITLE


@dataclass(frozen=True, slots=True)
class NamesInUse:
    """The names of items, sizes and locations, each spelling once, without what is retired."""

    colours: tuple[str, ...]
    brands: tuple[str, ...]
    sizes: tuple[str, ...]
    locations: tuple[str, ...]
    words: frozenset[str]
    """Of titles, as `catalogue.words` normalises them."""


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """An item without its stock."""

    id: str
    title: str
    colour: str | None
    brand: str | None
    garment_class: str | None


@dataclass(frozen=True, slots=True)
class WordMatch:
    """An item that has some of the words of a search."""

    item: ItemSummary
    matched: int
    """How many groups of words it has."""
    place: int
    """The sum of the words' places; lower is better."""


@dataclass(frozen=True, slots=True)
class StockLine:
    """Stock of an item, or of one size of it, at all the locations of a question together."""

    item_id: str
    sku: str | None
    """None if the line is a whole item."""
    on_hand: int
    reserved: int
    as_of: datetime
    """When the oldest of it was counted."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something that came in: by a stock movement, or with a batch."""

    at: datetime
    item_id: str
    sku: str | None
    """None if a batch touched the item."""
    quantity: int | None
    """Pieces; None if it is not recorded."""
    source: str
    """The batch's files, or the worker's name."""


class Questions:
    """Queries behind questions. May be used from several threads; raises `StoreError` if the engine fails."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def names_in_use(self) -> NamesInUse:
        """Return all names in use."""
        live = ITEMS.c.retired.is_(False)
        words = sa.select(ITEM_WORDS.c.word).join(ITEMS).where(live, ITEM_WORDS.c.place == TITLE).distinct()
        with self._sessions.reading() as connection:

            def distinct(column: sa.Column[Any], *conditions: sa.ColumnElement[bool]) -> tuple[str, ...]:
                names = connection.scalars(sa.select(column).where(*conditions).distinct())
                return tuple(sorted(name for name in names if name and name.strip()))

            return NamesInUse(
                colours=distinct(ITEMS.c.colour, live),
                brands=distinct(ITEMS.c.brand, live),
                sizes=distinct(VARIANTS.c.size, VARIANTS.c.retired.is_(False)),
                locations=distinct(LOCATIONS.c.name),
                words=frozenset(connection.scalars(words)),
            )

    def named(self, ids: Iterable[str]) -> dict[str, ItemSummary]:
        """Return those of the items that are in use, by their exact ids, in that order."""
        wanted = list(dict.fromkeys(ids))
        with self._sessions.reading() as connection:
            summaries = {
                row.id: ItemSummary(**row._mapping)
                for chunk in chunks(wanted)
                for row in connection.execute(_named().where(ITEMS.c.id.in_(chunk)))
            }
        return {item_id: summaries[item_id] for item_id in wanted if item_id in summaries}

    def with_words(
        self, groups: Sequence[Collection[str]], *, titles_only: bool = False, limit: int = 60
    ) -> tuple[WordMatch, ...]:
        """Return items that have a word of the most groups, best first; a word that ends in `*` is a prefix.

        If no item has all groups, these are the items with the most; those with the words in their titles
        come first.
        """
        parts = [
            sa.select(
                ITEM_WORDS.c.item_id,
                sa.literal(number).label("group_number"),
                sa.func.min(ITEM_WORDS.c.place).label("place"),
            )
            .where(sa.or_(*(_begins(word) for word in group)))
            .where(*([ITEM_WORDS.c.place == TITLE] if titles_only else []))
            .group_by(ITEM_WORDS.c.item_id)
            for number, group in enumerate(groups)
            if group
        ]
        if not parts:
            return ()
        word_hits = sa.union_all(*parts).subquery()
        matched, place = sa.func.count().label("matched"), sa.func.sum(word_hits.c.place).label("place")
        best = sa.select(word_hits.c.item_id, matched, place).group_by(word_hits.c.item_id).subquery()
        query = (
            _named()
            .add_columns(best.c.matched, best.c.place)
            .join(best, best.c.item_id == ITEMS.c.id)
            .order_by(best.c.matched.desc(), best.c.place, ITEMS.c.folded)
            .limit(limit)
        )
        with self._sessions.reading() as connection:
            rows = connection.execute(query).all()
        most = max((row.matched for row in rows), default=0)
        return tuple(
            WordMatch(
                ItemSummary(row.id, row.title, row.colour, row.brand, row.garment_class),
                row.matched,
                int(row.place),
            )
            for row in rows
            if row.matched == most
        )

    def stock(self, wanted: Filter, *, limit: int = 20) -> tuple[tuple[StockLine, ...], int]:
        """Return the lines that fit, and how many there are in all.

        A line is a size if the filter names sizes or has a `level` of low or out; else it is an item.
        """
        by_size = wanted.level in {"low", "out"} or bool(wanted.sizes)
        line, folded_name = (VARIANTS.c.sku, VARIANTS.c.folded) if by_size else (ITEMS.c.id, ITEMS.c.folded)
        on_hand = sa.func.sum(STOCK_LEVELS.c.on_hand)
        reserved = sa.func.sum(STOCK_LEVELS.c.reserved)
        grouped = (
            sa.select(
                ITEMS.c.id.label("item_id"),
                (VARIANTS.c.sku if by_size else sa.null()).label("sku"),
                on_hand.label("on_hand"),
                reserved.label("reserved"),
                sa.func.min(STOCK_LEVELS.c.as_of, type_=STOCK_LEVELS.c.as_of.type).label("as_of"),
            )
            .select_from(ITEMS.join(VARIANTS).join(STOCK_LEVELS).join(LOCATIONS))
            .where(*filter_conditions(wanted))
            .group_by(line, folded_name, ITEMS.c.id, ITEMS.c.folded, VARIANTS.c.position if by_size else line)
            .having(sa.and_(sa.true(), *filter_amounts(wanted, on_hand, reserved)))
        )
        # By the catalogue's order, not by stock.
        order = [ITEMS.c.folded, *([VARIANTS.c.position] if by_size else [])]
        counted = sa.select(sa.func.count()).select_from(grouped.subquery())
        with self._sessions.reading() as connection:
            total = connection.scalar(counted) or 0
            rows = connection.execute(grouped.order_by(*order).limit(limit)).all()
        lines = (
            StockLine(row.item_id, row.sku, int(row.on_hand), int(row.reserved), row.as_of) for row in rows
        )
        return tuple(lines), total

    def arrivals(
        self, since: datetime, before: datetime, *, limit: int = 20
    ) -> tuple[tuple[Arrival, ...], int]:
        """Return what came in from `since` until just before `before`, latest first, and how many in all.

        These are deliveries, single counts, and items that applied batches touched; what was undone is left
        out, and so are stock-takes.
        """
        undone = sa.select(MOVEMENTS.c.undoes).where(MOVEMENTS.c.undoes.is_not(None))
        by_hand = sa.select(
            MOVEMENTS.c.at.label("at"),
            MOVEMENTS.c.item_id.label("item_id"),
            MOVEMENTS.c.sku.label("sku"),
            MOVEMENTS.c.quantity.label("quantity"),
            MOVEMENTS.c.by_name.label("source"),
        ).where(
            MOVEMENTS.c.at >= since,
            MOVEMENTS.c.at < before,
            (MOVEMENTS.c.kind == "receive")
            | ((MOVEMENTS.c.kind == "count") & MOVEMENTS.c.group_id.is_(None)),
            MOVEMENTS.c.quantity > 0,
            MOVEMENTS.c.id.not_in(undone),
        )
        by_batch = (
            sa.select(
                BATCHES.c.applied_at.label("at"),
                ITEMS.c.id.label("item_id"),
                sa.null().cast(sa.Text).label("sku"),
                sa.null().cast(sa.Integer).label("quantity"),
                BATCHES.c.source.label("source"),
            )
            .select_from(BATCHES.join(BATCH_ITEMS).join(ITEMS, ITEMS.c.folded == BATCH_ITEMS.c.item))
            .where(
                BATCHES.c.state == State.APPLIED.value,
                BATCHES.c.applied_at >= since,
                BATCHES.c.applied_at < before,
                ITEMS.c.retired.is_(False),
            )
        )
        all_arrivals = sa.union_all(by_hand, by_batch).subquery()
        latest = (
            sa.select(
                all_arrivals, sa.type_coerce(all_arrivals.c.at, BATCHES.c.applied_at.type).label("moment")
            )
            .order_by(all_arrivals.c.at.desc(), all_arrivals.c.item_id)
            .limit(limit)
        )
        with self._sessions.reading() as connection:
            total = connection.scalar(sa.select(sa.func.count()).select_from(all_arrivals)) or 0
            rows = connection.execute(latest).all()
        arrived = (Arrival(row.moment, row.item_id, row.sku, row.quantity, row.source) for row in rows)
        return tuple(arrived), total


def _named() -> sa.Select[Any]:
    columns = (ITEMS.c.id, ITEMS.c.title, ITEMS.c.colour, ITEMS.c.brand, ITEMS.c.garment_class)
    return sa.select(*columns).where(ITEMS.c.retired.is_(False))


def _begins(word: str) -> sa.ColumnElement[bool]:
    if not word.endswith("*"):
        return ITEM_WORDS.c.word == word
    start = word[:-1]
    return (ITEM_WORDS.c.word >= start) & (ITEM_WORDS.c.word < start + "\U0010ffff")

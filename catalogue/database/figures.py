"""SQL queries that count: pieces by item, size, place or colour; prices; reservations; what came."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa

from catalogue.database.engine import Sessions
from catalogue.database.movement_rows import movement_of
from catalogue.database.stock_filters import (
    Filter,
    item_conditions,
    place_conditions,
    size_conditions,
)
from catalogue.items import LOW
from catalogue.migrations.schema import (
    BATCH_ITEMS,
    BATCHES,
    ITEMS,
    LOCATIONS,
    MOVEMENTS,
    RESERVATIONS,
    STOCK_LEVELS,
    VARIANTS,
)
from catalogue.modes import State
from catalogue.movements import Movement, Reservation

By: TypeAlias = Literal["item", "sku", "size", "place", "colour"]
Pieces: TypeAlias = Literal["on_hand", "free", "reserved"]

_COLUMNS: dict[By, sa.Column[Any]] = {
    "item": ITEMS.c.id,
    "sku": VARIANTS.c.sku,
    "size": VARIANTS.c.size,
    "place": LOCATIONS.c.name,
    "colour": ITEMS.c.colour,
}


@dataclass(frozen=True, slots=True)
class Line:
    """What is counted of one item, size, place or colour, or of a pair of these."""

    on_hand: int | None
    """None where nothing of it was ever counted."""
    reserved: int | None
    oldest: datetime | None
    """When the oldest of it was counted."""
    newest: datetime | None
    item: str | None = None
    """What it is of is None where the lines are not broken down by it."""
    sku: str | None = None
    size: str | None = None
    place: str | None = None
    colour: str | None = None
    price: str | None = None

    @property
    def free(self) -> int | None:
        """On hand less reserved."""
        return None if self.on_hand is None else self.on_hand - (self.reserved or 0)

    def pieces(self, measure: Pieces) -> int | None:
        """That figure."""
        match measure:
            case "free":
                return self.free
            case "reserved":
                return self.reserved
        return self.on_hand


@dataclass(frozen=True, slots=True)
class Amounts:
    """Which lines are wanted, by their sums. Bounds are included."""

    measure: Pieces = "on_hand"
    least: float | None = None
    most: float | None = None
    level: Literal["low", "out", "in"] | None = None
    counted: bool = False
    """Only what was counted; without bounds too."""
    some: bool = False
    """Only where pieces are on hand."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Some lines, and the sums of all."""

    lines: tuple[Line, ...]
    total: Line
    """Of all lines, shown or not."""
    count: int
    """How many lines there are, shown or not."""
    uncounted: int
    """How many of them were never counted."""


class Figures:
    """Queries that count. May be used from several threads; raises `StoreError` if the engine fails."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def lines(
        self,
        wanted: Filter,
        by: Sequence[By],
        amounts: Amounts = Amounts(),
        *,
        order: Literal["catalogue", "most", "least", "newest", "oldest"] = "catalogue",
        limit: int | None = None,
    ) -> Lines:
        """Return the lines that fit, each of one item, size and so on as `by` names them.

        `most` and `least` go by the measure of `amounts`, `newest` and `oldest` by when something of it was
        last counted; what was never counted comes last. Equals stand in the catalogue's order.
        """
        grouped = _grouped(wanted, by, amounts).subquery()
        number = {"on_hand": grouped.c.on_hand, "reserved": grouped.c.reserved}.get(
            amounts.measure, grouped.c.on_hand - grouped.c.reserved
        )
        first: list[Any] = []
        match order:
            case "most":
                first = [number.desc().nulls_last()]
            case "least":
                first = [number.asc().nulls_last()]
            case "newest":
                first = [grouped.c.newest.desc().nulls_last()]
            case "oldest":
                first = [grouped.c.newest.asc().nulls_last()]
        names = [grouped.c[each] for each in ("rank", "position", *by) if each in grouped.c]
        query = (
            sa.select(
                grouped,
                sa.func.count().over().label("lines"),
                sa.func.sum(grouped.c.on_hand).over().label("all_on_hand"),
                sa.func.sum(grouped.c.reserved).over().label("all_reserved"),
                sa.func.min(grouped.c.oldest, type_=grouped.c.oldest.type).over().label("all_oldest"),
                sa.func.max(grouped.c.newest, type_=grouped.c.newest.type).over().label("all_newest"),
                sa.func.count(grouped.c.on_hand).over().label("counted"),
            )
            .order_by(*first, *names)
            .limit(limit)
        )
        with self._sessions.reading() as connection:
            rows = connection.execute(query).all()
        if not rows:
            return Lines((), Line(None, None, None, None), 0, 0)
        head = rows[0]
        total = Line(_whole(head.all_on_hand), _whole(head.all_reserved), head.all_oldest, head.all_newest)
        return Lines(tuple(_line(row, by) for row in rows), total, head.lines, head.lines - head.counted)

    def with_exactly(self, wanted: Filter, by: Sequence[By], amounts: Amounts, value: int) -> int:
        """Return how many lines have exactly that many pieces."""
        grouped = _grouped(wanted, by, replace(amounts, least=value, most=value)).subquery()
        with self._sessions.reading() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(grouped)) or 0

    def items(
        self, wanted: Filter, by: By | None, amounts: Amounts, *, sizes: bool = False
    ) -> dict[str | None, int]:
        """Return how many different items there are in each size, place or colour; by None, in all.

        Bounds of `amounts` are those of an item there or, with `sizes`, of one of its sizes there.
        """
        inner: list[By] = ["item", *(["sku"] if sizes else []), *([by] if by is not None else [])]  # type: ignore[list-item]
        grouped = _grouped(wanted, inner, amounts).subquery()
        key = sa.null() if by is None else grouped.c[by]
        query = sa.select(key.label("key"), sa.func.count(grouped.c.item.distinct()).label("items"))
        if by is not None:
            query = query.group_by(grouped.c[by])
        with self._sessions.reading() as connection:
            return {row.key: int(row.items) for row in connection.execute(query)}

    def priced(self, wanted: Filter) -> tuple[tuple[str, str | None], ...]:
        """Return the ids and prices of the items that fit, in the catalogue's order; places do not matter."""
        query = sa.select(ITEMS.c.id, ITEMS.c.price).where(*item_conditions(wanted)).order_by(ITEMS.c.folded)
        if wanted.sizes or wanted.not_sizes or wanted.skus:
            fitting = sa.select(VARIANTS.c.item_id).join(ITEMS).where(*size_conditions(wanted))
            query = query.where(ITEMS.c.id.in_(fitting))
        with self._sessions.reading() as connection:
            return tuple((row.id, row.price) for row in connection.execute(query))

    def any_price(self) -> bool:
        """Return whether any item in use has a price."""
        live = sa.select(ITEMS.c.id).where(ITEMS.c.retired.is_(False), ITEMS.c.price.is_not(None)).limit(1)
        with self._sessions.reading() as connection:
            return connection.scalar(live) is not None

    def reservations(
        self, wanted: Filter, *, since: date | None = None, before: date | None = None
    ) -> tuple[tuple[Reservation, str, str], ...]:
        """Return the open reservations that fit, oldest first, each with its item and size.

        With `since` or `before`, those whose last day is from then, or until just before then.
        """
        query = (
            sa.select(RESERVATIONS, VARIANTS.c.item_id, VARIANTS.c.size)
            .select_from(
                RESERVATIONS.join(VARIANTS, VARIANTS.c.sku == RESERVATIONS.c.sku).join(
                    ITEMS, ITEMS.c.id == VARIANTS.c.item_id
                )
            )
            .where(RESERVATIONS.c.quantity > 0, *size_conditions(wanted))
            .order_by(RESERVATIONS.c.id)
        )
        if wanted.locations:
            query = query.where(RESERVATIONS.c.location.in_(wanted.locations))
        if wanted.not_locations:
            query = query.where(RESERVATIONS.c.location.not_in(wanted.not_locations))
        if since is not None:
            query = query.where(RESERVATIONS.c.until >= since)
        if before is not None:
            query = query.where(RESERVATIONS.c.until < before)
        with self._sessions.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(
            (
                Reservation(**{name: row[name] for name in RESERVATIONS.c.keys()}),  # noqa: SIM118 - columns
                row["item_id"],
                row["size"],
            )
            for row in rows
        )

    def movements(
        self, wanted: Filter, kinds: Collection[str], since: datetime, before: datetime
    ) -> tuple[tuple[Movement, str], ...]:
        """Return the movements of these kinds from `since` until just before `before`, latest first.

        Each comes with its size. What was undone is left out, and so is what fits no item or size of the
        filter; its places are not considered.
        """
        undone = sa.select(MOVEMENTS.c.undoes).where(MOVEMENTS.c.undoes.is_not(None))
        query = (
            sa.select(MOVEMENTS, VARIANTS.c.size)
            .select_from(
                MOVEMENTS.join(VARIANTS, VARIANTS.c.sku == MOVEMENTS.c.sku).join(
                    ITEMS, ITEMS.c.id == VARIANTS.c.item_id
                )
            )
            .where(
                MOVEMENTS.c.at >= since,
                MOVEMENTS.c.at < before,
                MOVEMENTS.c.kind.in_(list(kinds)),
                MOVEMENTS.c.id.not_in(undone),
                *size_conditions(wanted),
            )
            .order_by(MOVEMENTS.c.at.desc(), MOVEMENTS.c.id.desc())
        )
        with self._sessions.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(
            (movement_of({name: row[name] for name in MOVEMENTS.c.keys()}), row["size"])  # noqa: SIM118
            for row in rows
        )

    def batched(
        self, wanted: Filter, since: datetime, before: datetime
    ) -> tuple[tuple[datetime, str, str], ...]:
        """Return when applied batches touched the items that fit, latest first: time, item, the files' names.

        With sizes or places, an item fits that has such a size, and has been counted at such a place.
        """
        query = (
            sa.select(BATCHES.c.applied_at, ITEMS.c.id, BATCHES.c.source)
            .select_from(BATCHES.join(BATCH_ITEMS).join(ITEMS, ITEMS.c.folded == BATCH_ITEMS.c.item))
            .where(
                BATCHES.c.state == State.APPLIED.value,
                BATCHES.c.applied_at >= since,
                BATCHES.c.applied_at < before,
                *item_conditions(wanted),
            )
            .order_by(BATCHES.c.applied_at.desc(), ITEMS.c.folded)
        )
        places = place_conditions(wanted)
        if places or wanted.sizes or wanted.not_sizes or wanted.skus:
            fitting = sa.select(VARIANTS.c.item_id).join(ITEMS).where(*size_conditions(wanted))
            if places:
                fitting = (
                    sa.select(VARIANTS.c.item_id)
                    .select_from(ITEMS.join(VARIANTS).join(STOCK_LEVELS).join(LOCATIONS))
                    .where(*size_conditions(wanted), *places)
                )
            query = query.where(ITEMS.c.id.in_(fitting))
        with self._sessions.reading() as connection:
            return tuple((row.applied_at, row.id, row.source) for row in connection.execute(query))


def _grouped(wanted: Filter, by: Sequence[By], amounts: Amounts) -> sa.Select[Any]:
    """One row a line. What was never counted is a line too, unless places or amounts are asked for."""
    on_hand, reserved = sa.func.sum(STOCK_LEVELS.c.on_hand), sa.func.sum(STOCK_LEVELS.c.reserved)
    moment = STOCK_LEVELS.c.as_of.type
    columns: list[Any] = [_COLUMNS[each].label(each) for each in by]
    groups: list[Any] = [_COLUMNS[each] for each in by]
    if "item" in by:
        columns += [ITEMS.c.folded.label("rank"), ITEMS.c.price.label("price")]
        groups += [ITEMS.c.folded, ITEMS.c.price]
    if "sku" in by:
        columns.append(VARIANTS.c.position.label("position"))
        groups.append(VARIANTS.c.position)
    elif "size" in by:
        columns.append(sa.func.min(VARIANTS.c.position).label("position"))
    places = place_conditions(wanted)
    at = STOCK_LEVELS.c.sku == VARIANTS.c.sku
    if places:
        at &= STOCK_LEVELS.c.location_id.in_(sa.select(LOCATIONS.c.id).where(*places))
    tables: Any = ITEMS.join(VARIANTS).join(STOCK_LEVELS, at, isouter="place" not in by and not places)
    if "place" in by:
        tables = tables.join(LOCATIONS)
    return (
        sa.select(
            *columns,
            on_hand.label("on_hand"),
            reserved.label("reserved"),
            sa.func.min(STOCK_LEVELS.c.as_of, type_=moment).label("oldest"),
            sa.func.max(STOCK_LEVELS.c.as_of, type_=moment).label("newest"),
        )
        .select_from(tables)
        .where(*size_conditions(wanted))
        .group_by(*groups)
        .having(sa.and_(sa.true(), *_having(amounts, on_hand, reserved)))
    )


def _having(amounts: Amounts, on_hand: Any, reserved: Any) -> list[sa.ColumnElement[bool]]:
    free = on_hand - reserved
    having: list[sa.ColumnElement[bool]] = []
    number = {"on_hand": on_hand, "reserved": reserved}.get(amounts.measure, free)
    if amounts.least is not None:
        having.append(number >= amounts.least)
    if amounts.most is not None:
        having.append(number <= amounts.most)
    match amounts.level:
        case "low":
            having.append(free.between(1, LOW))
        case "out":
            having.append(free <= 0)
        case "in":
            having.append(free > 0)
    if amounts.counted:
        having.append(on_hand.is_not(None))
    if amounts.some:
        having.append(on_hand > 0)
    return having


def _line(row: Any, by: Sequence[By]) -> Line:
    names = {each: getattr(row, each) for each in by}
    price = row.price if "item" in by else None
    return Line(_whole(row.on_hand), _whole(row.reserved), row.oldest, row.newest, price=price, **names)


def _whole(number: Any) -> int | None:
    return None if number is None else int(number)

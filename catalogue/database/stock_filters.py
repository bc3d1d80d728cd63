"""Which stock a question asks for, and the SQL conditions of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from catalogue.items import LOW, folded
from catalogue.migrations.schema import ITEM_WORDS, ITEMS, LOCATIONS, VARIANTS
from catalogue.words import TITLE

Availability: TypeAlias = Literal["low", "out", "in"]
"""`low`: 1 to `catalogue.items.LOW` pieces of a size can still be promised; `out`: none; `in`: some."""


@dataclass(frozen=True, slots=True)
class Garments:
    """A kind of garment: by its classes, and by words of titles."""

    classes: tuple[str, ...] = ()
    title_words: frozenset[str] = frozenset()
    """At least one of them is in the title."""
    other_title_words: frozenset[str] = frozenset()
    """None of them is in the title."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which stock a question asks for; empty fields do not matter. Spellings are the catalogue's."""

    items: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    """However they are capitalised."""
    whole_items: tuple[str, ...] = ()
    """With `skus`: items of which all sizes are meant."""
    sizes: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    title_words: frozenset[str] = frozenset()
    """At least one of them is in the title."""
    other_title_words: frozenset[str] = frozenset()
    """None of them is in the title."""
    not_sizes: tuple[str, ...] = ()
    not_locations: tuple[str, ...] = ()
    not_colours: tuple[str, ...] = ()
    """What has no colour is left in; so it is with brands."""
    not_brands: tuple[str, ...] = ()
    kinds: tuple[Garments, ...] = ()
    """Of one of them at least."""
    not_kinds: tuple[Garments, ...] = ()
    """Of none of them."""
    title_groups: tuple[frozenset[str], ...] = ()
    """Of each, at least one word is in the title."""
    least_price: float | None = None
    """In whatever currency the price is written."""
    most_price: float | None = None
    level: Availability | None = None
    more_than: int | None = None
    less_than: int | None = None


class PriceAmount(sa.ColumnElement[float]):
    """The number of an item's price; NULL where there is no price that begins with a number."""

    inherit_cache = True
    type = sa.Float()


@compiles(PriceAmount)
def _amount(element: PriceAmount, compiler: SQLCompiler, **more: Any) -> str:
    price = compiler.process(ITEMS.c.price, **more)
    return f"CASE WHEN {price} GLOB '[0-9]*' THEN CAST({price} AS REAL) END"


@compiles(PriceAmount, "postgresql")
def _amount_in_postgresql(element: PriceAmount, compiler: SQLCompiler, **more: Any) -> str:
    price = compiler.process(ITEMS.c.price, **more)
    return f"CAST(substring({price} from '^[0-9]+(?:[.][0-9]+)?') AS double precision)"


def filter_conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return the conditions that rows of items, variants, levels and locations must meet."""
    return [*size_conditions(wanted), *place_conditions(wanted)]


def place_conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return the conditions on the names of locations."""
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.locations:
        conditions.append(LOCATIONS.c.name.in_(wanted.locations))
    if wanted.not_locations:
        conditions.append(LOCATIONS.c.name.not_in(wanted.not_locations))
    return conditions


def size_conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return the conditions on items and variants, which must be in use."""
    conditions = [*item_conditions(wanted), VARIANTS.c.retired.is_(False)]
    if wanted.skus:
        numbers = VARIANTS.c.folded.in_([folded(sku) for sku in wanted.skus])
        conditions.append(
            numbers | VARIANTS.c.item_id.in_(wanted.whole_items) if wanted.whole_items else numbers
        )
    if wanted.sizes:
        conditions.append(VARIANTS.c.size.in_(wanted.sizes))
    if wanted.not_sizes:
        conditions.append(VARIANTS.c.size.not_in(wanted.not_sizes))
    return conditions


def item_conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return the conditions on items, which must be in use."""
    conditions: list[sa.ColumnElement[bool]] = [ITEMS.c.retired.is_(False)]
    for column, spellings in (
        (ITEMS.c.id, wanted.items),
        (ITEMS.c.colour, wanted.colours),
        (ITEMS.c.brand, wanted.brands),
        (ITEMS.c.garment_class, wanted.classes),
    ):
        if spellings:
            conditions.append(column.in_(spellings))
    if wanted.title_words:
        conditions.append(ITEMS.c.id.in_(_titled(wanted.title_words)))
    if wanted.other_title_words:
        conditions.append(ITEMS.c.id.not_in(_titled(wanted.other_title_words)))
    for column, excluded in ((ITEMS.c.colour, wanted.not_colours), (ITEMS.c.brand, wanted.not_brands)):
        if excluded:
            conditions.append(column.is_(None) | column.not_in(excluded))
    if wanted.kinds:
        conditions.append(sa.or_(*(_of_kind(each) for each in wanted.kinds)))
    conditions += [sa.not_(_of_kind(each)) for each in wanted.not_kinds]
    conditions += [ITEMS.c.id.in_(_titled(words)) for words in wanted.title_groups]
    if wanted.least_price is not None:
        conditions.append(PriceAmount() >= wanted.least_price)
    if wanted.most_price is not None:
        conditions.append(PriceAmount() <= wanted.most_price)
    return conditions


def filter_amounts(wanted: Filter, on_hand: Any, reserved: Any) -> list[sa.ColumnElement[bool]]:
    """Return the conditions that sums of pieces must meet."""
    available = on_hand - reserved
    amounts: list[sa.ColumnElement[bool]] = []
    match wanted.level:
        case "low":
            amounts.append(available.between(1, LOW))
        case "out":
            amounts.append(available <= 0)
        case "in":
            amounts.append(available > 0)
    if wanted.more_than is not None:
        amounts.append(on_hand > wanted.more_than)
    if wanted.less_than is not None:
        amounts.append(on_hand < wanted.less_than)
    return amounts


def _of_kind(kind: Garments) -> sa.ColumnElement[bool]:
    """Never NULL: what has no class is of no class."""
    fits: list[sa.ColumnElement[bool]] = []
    if kind.classes:
        fits.append(sa.func.coalesce(ITEMS.c.garment_class, "").in_(kind.classes))
    if kind.title_words:
        fits.append(ITEMS.c.id.in_(_titled(kind.title_words)))
    if kind.other_title_words:
        fits.append(ITEMS.c.id.not_in(_titled(kind.other_title_words)))
    return sa.and_(sa.true(), *fits)


def _titled(words: Collection[str]) -> sa.Select[Any]:
    return sa.select(ITEM_WORDS.c.item_id).where(
        ITEM_WORDS.c.word.in_(sorted(words)), ITEM_WORDS.c.place == TITLE
    )

"""Which stock a question asks for, and the SQL conditions of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa

from catalogue.items import LOW
from catalogue.migrations.schema import ITEM_WORDS, ITEMS, LOCATIONS, VARIANTS
from catalogue.words import TITLE

Availability: TypeAlias = Literal["low", "out", "in"]
"""`low`: 1 to `catalogue.items.LOW` pieces of a size can still be promised; `out`: none; `in`: some."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which stock a question asks for; empty fields do not matter. Spellings are the catalogue's."""

    items: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    title_words: frozenset[str] = frozenset()
    """At least one of them is in the title."""
    other_title_words: frozenset[str] = frozenset()
    """None of them is in the title."""
    level: Availability | None = None
    more_than: int | None = None
    less_than: int | None = None


def filter_conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Return the conditions that rows must meet."""
    conditions: list[sa.ColumnElement[bool]] = [ITEMS.c.retired.is_(False), VARIANTS.c.retired.is_(False)]
    for column, spellings in (
        (ITEMS.c.id, wanted.items),
        (VARIANTS.c.size, wanted.sizes),
        (LOCATIONS.c.name, wanted.locations),
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


def _titled(words: Collection[str]) -> sa.Select[Any]:
    return sa.select(ITEM_WORDS.c.item_id).where(
        ITEM_WORDS.c.word.in_(sorted(words)), ITEM_WORDS.c.place == TITLE
    )

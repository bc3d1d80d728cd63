"""An answer: figures, the sentence that says them, and what they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, TypeAlias

from bot.questions.query import Query
from catalogue.items import Item
from catalogue.messages import Message

FigureMeasure: TypeAlias = Literal[
    "on_hand",
    "free",
    "reserved",
    "price",
    "worth",
    "items",
    "sizes",
    "places",
    "colours",
    "counted",
    "arrived",
    "moved",
    "reservations",
    "difference",
    "share",
    "needed",
]
"""What a figure counts. `sizes`, `places` and `colours` are how many there are of these; `difference` is how
many more the first of two has, `worth` what several pieces cost together, `share` a percentage, `needed` what
was asked for.
"""
Lack: TypeAlias = Literal[
    "",
    "never_counted",
    "no_such_size",
    "no_such_colour",
    "no_such_place",
    "no_such_item",
    "not_held",
    "no_price",
    "not_recorded",
]
"""Why there is no figure: nothing was ever counted; the item has no such size; it was never counted at that
place; it has no price; how many came was not recorded.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and what it is of, as far as that applies."""

    measure: FigureMeasure
    value: int | Decimal | datetime | None
    """Pieces, an amount of money, a percentage, or a time; None where `lack` says why."""
    lack: Lack = ""
    item: str | None = None
    sku: str | None = None
    size: str | None = None
    location: str | None = None
    """A location, or the site that was named."""
    from_location: str | None = None
    colour: str | None = None
    kind: str | None = None
    """Of a comparison of kinds of garments, as the lexicon names them."""
    brand: str | None = None
    person: str | None = None
    until: date | None = None
    """The last day of a reservation."""
    reservation: int | None = None
    as_of: datetime | None = None
    """When the oldest of it was counted; of what arrived or moved, when that was."""
    currency: str | None = None
    source: str | None = None
    """Of what arrived or moved: the worker's name, or the batch's files."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of an answer: an item, a size, a place, a colour or a reservation, and its figures."""

    figures: tuple[Figure, ...]
    """The first is what was asked for."""
    item: Item | None = None
    """Where the line is about an item, for its name and picture."""
    rows: tuple[Part, ...] = ()
    """What its figure is made of."""
    enough: bool | None = None
    """Where an amount is needed: whether it is there."""
    leads: bool = False
    """Whether it is the one that a comparison or ranking asks for."""
    more: int = 0
    """How many further rows there are that are not shown."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query. The chat, a card and JSON all say these figures and no other."""

    query: Query
    subject: Message | None
    """What was asked, said back; None where the headline says it."""
    headline: Message
    """The answer itself: “9 free”, “Yes: 9 free, you need 5”."""
    main: tuple[Figure, ...] = ()
    """The figures that the headline says, and those that qualify it."""
    parts: tuple[Part, ...] = ()
    notes: tuple[Message, ...] = ()
    """What must be known beside: what does not exist, was never counted, or cannot be compared."""
    verdict: bool | None = None
    """Where the answer is a yes or a no."""
    refused: bool = False
    """Whether there is no answer; the headline says why."""
    more: int = 0
    """How many further parts there are that are not shown."""
    shown: tuple[Item, ...] = ()
    """The items that it is about, where they stand in no part."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All its figures, each once."""
        return tuple(dict.fromkeys((*self.main, *(each for part in self.parts for each in _figures(part)))))

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of the items that it shows, in order."""
        items = [*(part.item for part in self.parts if part.item is not None), *self.shown]
        return tuple(dict.fromkeys(item.id for item in items))


def _figures(part: Part) -> Iterator[Figure]:
    yield from part.figures
    for row in part.rows:
        yield from _figures(row)

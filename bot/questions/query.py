"""What a message asks: a query of figures, an order of stock work, or talk.

Plain data. The grammar, a button and a language model all make these; answers and cards are made from these
alone. So what a query says can be shown to the person, and nothing is answered that does not stand in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

Measure: TypeAlias = Literal[
    "on_hand", "free", "reserved", "price", "worth", "items", "details", "counted", "arrived", "moved",
    "reservations",
]  # fmt: skip
"""What is asked for: pieces on hand, free or reserved; the price; what the pieces on hand cost
together; how many items; all that is known of an
item; when it was last counted; what arrived or moved in a span of time; the reservations themselves."""
Grouping: TypeAlias = Literal["size", "place", "item", "colour"]
Ranking: TypeAlias = Literal["most", "least", "cheapest", "dearest", "newest", "oldest"]
Comparison: TypeAlias = Literal["more", "less", "difference", "share"]
"""Which of the groups has more or less, by how many they differ, or what share each has.

Compared are the groups of `group`, else the one slot in which several are named. A share of one place, size
or colour is of all of them.
"""
Verb: TypeAlias = Literal["reserve", "release", "move", "count", "receive", "issue", "undo"]
Missing: TypeAlias = Literal["item", "size", "quantity", "place", "to_place", "person", "reservation"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A slot that holds a set: those values, or all but some. Empty where it was not named."""

    values: tuple[str, ...] = ()
    """As the vocabulary names them (a name may stand for several spellings), in the order of the message."""
    excluded: tuple[str, ...] = ()
    """What was ruled out: "except Berlin", "not in M"."""

    def __bool__(self) -> bool:
        return bool(self.values or self.excluded)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A least and a most, both included; None where open."""

    least: float | None = None
    most: float | None = None

    def __bool__(self) -> bool:
        return self.least is not None or self.most is not None


@dataclass(frozen=True, slots=True)
class Query:
    """A question about stock: what is measured, of which items, and how it is told.

    Slots that were not named are empty.
    """

    measure: Measure = "on_hand"
    items: tuple[str, ...] = ()
    """Ids of the items, in the order in which they were named or shown; empty: all that the filters leave."""
    skus: tuple[str, ...] = ()
    """Variants that were named by their own number."""
    kinds: Choice = Choice()
    """Kinds of garments, as the lexicon names them."""
    title_words: tuple[str, ...] = ()
    """Words that must all stand in the title, in the singular or plural: a narrower word than the kind, in
    any of our languages, or a word of a name."""
    title_without: tuple[str, ...] = ()
    """Such words of which none may stand in the title: shoes, but no ballerinas."""
    colours: Choice = Choice()
    brands: Choice = Choice()
    sizes: Choice = Choice()
    places: Choice = Choice()
    people: Choice = Choice()
    """For whom it is reserved."""
    state: Literal["low", "out", "in"] | None = None
    pieces: Bounds = Bounds()
    """Pieces that a line must have: "fewer than 5"."""
    prices: Bounds = Bounds()
    since: datetime | None = None
    until: datetime | None = None
    """The span of time, with its zone; its end is excluded."""
    group: Grouping | None = None
    """How the figures are broken down: "by size", "where", "which sizes". None: as suits the question."""
    ranking: Ranking | None = None
    limit: int | None = None
    """How many groups or items are wanted of a ranking: "the two cheapest". None: the first alone, and all
    that equal it."""
    rank: int | None = None
    """Which place of a ranking is wanted, from 1: "the second cheapest". None: the first ones."""
    needed: int | None = None
    """The amount of free pieces, or of different items, that must be there: "can I promise 5", "enough for
    20". The answer is a yes or a no."""
    quantity: int | None = None
    """How many pieces of each item a price is asked for: "what do 3 of them cost"."""
    comparison: Comparison | None = None
    claim: bool = False
    """Whether it is asked if the first that is compared has more, or less: the answer is a yes or a no."""
    total: bool = False
    """Whether the sum was asked for: "both together", "in all"."""
    words: str = ""
    """What is searched for in numbers, names and descriptions: "find linen"."""
    of_shown: bool = False
    """Whether the items are those that were shown before, not named in the message."""


@dataclass(frozen=True, slots=True)
class Order:
    """Stock work that a person asks for; it is proposed and confirmed before anything is done."""

    verb: Verb
    items: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    quantity: int | None = None
    place: str = ""
    """Where it is reserved, counted, received or issued; of a move, where it comes from."""
    to_place: str = ""
    person: str = ""
    until: str = ""
    """A day: ISO, or `today`, `tomorrow`, `monday` and so on."""
    reservation: int | None = None
    """The number of the reservation to release."""
    reason: str = ""
    """Why pieces are issued: damaged, sold, sample."""
    of_shown: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """What asks for no figure and no work: thanks, a greeting, help, the language, roles."""

    about: Literal[
        "thanks", "help", "language", "people", "people_add", "people_remove", "never_mind", "negated_order"
    ]
    values: tuple[tuple[str, str], ...] = ()
    """Names and values, such as the language or the person and the role."""


Asked: TypeAlias = Query | Order | Talk


@dataclass(frozen=True, slots=True)
class Read:
    """How a message was read."""

    asked: tuple[Asked, ...] = ()
    """What it asks, in order: two at most. Empty where it was not understood."""
    unknown: tuple[str, ...] = ()
    """Words as written that are not known here and that keep it from being understood: "munich"."""
    unknown_as: Literal["place", "item", "size", "colour", "person", "here", "bound", ""] = ""
    """What such a word stands for, as far as the sentence tells."""
    near: tuple[Query, ...] = ()
    """The nearest readings where it was not understood, best first; never an order."""
    named: Query | None = None
    """What garments, sizes and places it names where it was not understood: the next message may go on from
    them, and from nothing older. Without items where they can't be told; None where it names no garment."""
    missing: tuple[Missing, ...] = ()
    """What an order still lacks, in the order in which it is asked for."""
    by_model: bool = False
    """Whether a language model read it: then the person is shown as what."""

    @property
    def understood(self) -> bool:
        """Whether all of the message is accounted for."""
        return bool(self.asked)

    @property
    def unclear(self) -> bool:
        """Whether it is understood but for one thing, of which it is asked what is meant."""
        return self.unknown_as in ("here", "bound")

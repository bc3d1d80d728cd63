"""The vocabulary of the catalogue: item, variant, stock level, match, verdict.

An item is what a photo can tell apart (style and colour). A variant is a size of it and owns the SKU. A stock
level is a variant at a location.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

GARMENT_CLASSES: tuple[str, ...] = ("upper", "outer", "full-body", "lower", "footwear", "headwear", "bag")
"""What an item can be."""

LOW = 3
"""Free pieces, up to which a size counts as low."""


DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
"""Characters that look like a hyphen."""


def folded(name: str) -> str:
    """Normalise a SKU, item id, barcode or location for comparison: without capitals and outer spaces."""
    return name.strip().casefold()


@dataclass(frozen=True, slots=True)
class Origin:
    """The feed that a stock level comes from, and how old the figure was when it was read."""

    feed: str
    """Its name."""
    age: timedelta = timedelta()
    late: bool = False
    """Whether that is older than the feed promises."""


@dataclass(frozen=True, slots=True)
class StockLevel:
    """How many pieces of one variant are at one location, and when that was last known."""

    location: str
    on_hand: int
    reserved: int
    as_of: datetime
    """With a time zone, in UTC."""
    origin: Origin | None = field(default=None, compare=False)
    """None if a person counted it."""

    @property
    def available(self) -> int:
        """What can still be promised: on hand less reserved."""
        return self.on_hand - self.reserved


@dataclass(frozen=True, slots=True)
class Variant:
    """One size of an item."""

    sku: str
    size: str
    barcode: str | None = None
    stock: tuple[StockLevel, ...] = ()
    retired: bool = False
    """Still stored with its stock, but left out of searches and answers."""

    @property
    def on_hand(self) -> int:
        """Pieces at all locations together."""
        return sum(level.on_hand for level in self.stock)

    @property
    def reserved(self) -> int:
        """Promised pieces at all locations together."""
        return sum(level.reserved for level in self.stock)


@dataclass(frozen=True, slots=True)
class Picture:
    """A catalogue picture of an item, by its key in the picture store."""

    key: str
    position: int
    """0 is the main view."""


@dataclass(frozen=True, slots=True)
class Item:
    """A style in one colour."""

    id: str
    title: str
    garment_class: str | None = None
    """One of upper, outer, full-body, lower, footwear, headwear, bag; None if unknown."""
    colour: str | None = None
    brand: str | None = None
    price: str | None = None
    """A decimal number and a currency code, as given: `49.90 EUR`."""
    variants: tuple[Variant, ...] = ()
    pictures: tuple[Picture, ...] = ()
    description: str | None = None
    """Plain text."""
    retired: bool = False
    """Still stored with its stock, but left out of searches and answers; its variants are retired too."""

    @property
    def on_hand(self) -> int:
        """Pieces of all sizes at all locations together."""
        return sum(variant.on_hand for variant in self.variants)


@dataclass(frozen=True, slots=True)
class Match:
    """An item that a photo may show."""

    item: Item
    similarity: float
    """Cosine of the photo's vector and the item's nearest picture, -1 to 1."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figures of a best match."""

    similarity: float
    """Cosine of the photo and the item's nearest picture, -1 to 1."""
    margin: float
    """Its lead over the next item, 0 to 2."""
    agreement: float = 0.0
    """The chance of the photo's class, 0 to 1, if the item is of that class; its negative if the item is of
    another; 0 if either is unknown.
    """
    mask: float = 1.0
    """The expected IoU of the photo's mask, 0 to 1."""
    part: float = 0.0
    """Cosine of the second parts of the two vectors, -1 to 1; 0 if they have no parts."""
    part_margin: float = 0.0
    """How far that is above the best of the next items, -2 to 2; below 0 if the parts disagree."""
    recognised: bool = field(default=True, kw_only=True)
    """Whether a garment was recognised in the photo; not, if something was cut out by its colours alone."""


class Verdict(StrEnum):
    """Whether the catalogue holds what the photo shows."""

    IN_CATALOGUE = "in_catalogue"
    ONE_OF_THESE = "one_of_these"
    """It does, but as one of several items that a photo can't tell apart: see `Findings.one_of`."""
    UNSURE = "unsure"
    NOT_IN_CATALOGUE = "not_in_catalogue"
    NO_GARMENT = "no_garment"
    """The photo shows no garment."""

    @property
    def names_an_item(self) -> bool:
        """Whether the best match may be what the photo shows."""
        return self in (Verdict.IN_CATALOGUE, Verdict.ONE_OF_THESE, Verdict.UNSURE)


@dataclass(frozen=True, slots=True)
class Findings:
    """The result of a search."""

    verdict: Verdict
    confidence: float
    """The estimated chance that the best match is the right item, 0 to 1; of `one_of`, that it is one of
    them.
    """
    matches: tuple[Match, ...]
    """Best first, one per item; those of `one_of` come before all others."""
    evidence: Evidence | None = None
    """The figures of the best match; None if there is no match."""
    one_of: tuple[Match, ...] = ()
    """The best match and those that a photo can't tell from it, if the verdict is that it is one of them."""

    @property
    def surely(self) -> tuple[Item, ...]:
        """The items of which the photo surely shows one; none if it's not sure."""
        if self.verdict is Verdict.IN_CATALOGUE:
            return tuple(match.item for match in self.matches[:1])
        return tuple(match.item for match in self.one_of) if self.verdict is Verdict.ONE_OF_THESE else ()

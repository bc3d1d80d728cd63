"""Answers about stock: by SKU, item or barcode; by size, location and filter; arrivals; by words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz, process

from catalogue.database import Arrival, Database, Filter
from catalogue.errors import UnknownItemError
from catalogue.items import Item, StockLevel, Variant, folded
from catalogue.messages import Message
from catalogue.words import groups_in

SUGGESTIONS = 3
LIKE_ENOUGH = 65.0
"""Of 100; below it a suggestion would be a guess."""
QUOTE_LENGTH = 60
"""Characters of a query that its answer repeats."""
WORDS_SOUGHT = 8
"""Of a search box; each costs a query."""
ARRIVALS = 200
"""Latest arrivals that are considered."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Stock levels of one item taken together."""

    item: Item
    parts: tuple[tuple[Variant, StockLevel], ...]
    """Empty if nothing was counted."""

    @property
    def on_hand(self) -> int:
        """Pieces."""
        return sum(level.on_hand for _, level in self.parts)

    @property
    def reserved(self) -> int:
        """Promised pieces."""
        return sum(level.reserved for _, level in self.parts)

    @property
    def available(self) -> int:
        """What can still be promised."""
        return self.on_hand - self.reserved

    @property
    def as_of(self) -> datetime | None:
        """When the oldest of them was counted; None if there are none."""
        return min((level.as_of for _, level in self.parts), default=None)

    def by_size(self) -> tuple[tuple[Variant, Counted], ...]:
        """Group by size, in the item's order."""
        groups: defaultdict[str, list[tuple[Variant, StockLevel]]] = defaultdict(list)
        for variant, level in self.parts:
            groups[variant.sku].append((variant, level))
        return tuple((parts[0][0], Counted(self.item, tuple(parts))) for parts in groups.values())

    def by_location(self) -> tuple[tuple[str, Counted], ...]:
        """Group by location, the fullest first."""
        groups: defaultdict[str, list[tuple[Variant, StockLevel]]] = defaultdict(list)
        for variant, level in self.parts:
            groups[level.location].append((variant, level))
        locations = ((name, Counted(self.item, tuple(parts))) for name, parts in groups.items())
        return tuple(sorted(locations, key=lambda location: (-location[1].on_hand, location[0])))


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list: an item, or one size of it."""

    item: Item
    variant: Variant | None
    on_hand: int
    reserved: int
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Arrived:
    """An item that came in."""

    item: Item
    arrival: Arrival


class StockBook:
    """Answers questions about stock, by numbers on a tag, filters or words. What is retired is left out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, text: str) -> Item:
        """Return the item of that SKU, item id or barcode; capitals and outer spaces do not matter.

        Raises `UnknownItemError`, with the nearest numbers that exist.
        """
        query = text.strip()
        if not query:
            raise UnknownItemError(Message("which-item"))
        item = self._exact(query)
        if item is None:
            raise UnknownItemError(self._unknown(query))
        return item

    def item(self, item_id: str) -> Item:
        """Return the item of that id, even if another item has a SKU of the same spelling.

        If there is none, finds it as `find` does. Raises `UnknownItemError`.
        """
        return self._database.item(item_id) or self.find(item_id)

    def example(self) -> str | None:
        """A SKU that exists, to show how to ask; None where there is none."""
        return self._database.first_sku()

    def items(self, ids: Iterable[str]) -> tuple[Item, ...]:
        """Return those of the items that exist, in that order."""
        return tuple(self._database.items(ids).values())

    def counted(
        self,
        ids: Iterable[str],
        *,
        skus: Collection[str] = (),
        sizes: Collection[str] = (),
        locations: Collection[str] = (),
    ) -> tuple[Counted, ...]:
        """Return the stock of each item, only of those SKUs, sizes and locations that are given."""
        numbers, spellings = {folded(sku) for sku in skus}, {folded(size) for size in sizes}
        places = {folded(name) for name in locations}
        return tuple(
            Counted(
                item,
                tuple(
                    (variant, level)
                    for variant in item.variants
                    if not numbers or folded(variant.sku) in numbers
                    if not spellings or folded(variant.size) in spellings
                    for level in variant.stock
                    if not places or folded(level.location) in places
                ),
            )
            for item in self.items(ids)
        )

    def listed(self, wanted: Filter, *, limit: int = 20) -> tuple[tuple[Listed, ...], int]:
        """Return the items or sizes that fit, and how many there are in all."""
        lines, total = self._database.questions.stock(wanted, limit=limit)
        items = self._database.items(line.item_id for line in lines)
        listed = (
            Listed(
                item,
                next((variant for variant in item.variants if variant.sku == line.sku), None),
                line.on_hand,
                line.reserved,
                line.as_of,
            )
            for line in lines
            if (item := items.get(line.item_id)) is not None
        )
        return tuple(listed), total

    def arrivals(
        self, since: datetime, before: datetime, *, limit: int = 20
    ) -> tuple[tuple[Arrived, ...], int]:
        """Return what came in from `since` until just before `before`, latest first, and how many in all."""
        arrivals, total = self._database.questions.arrivals(since, before, limit=limit)
        items = self._database.items(arrival.item_id for arrival in arrivals)
        return tuple(
            Arrived(items[arrival.item_id], arrival) for arrival in arrivals if arrival.item_id in items
        ), total

    def search(self, groups: Sequence[Collection[str]], *, limit: int = 10) -> tuple[Item, ...]:
        """Return items that have a word of the most groups, best first; see `Questions.with_words`."""
        matches = self._database.questions.with_words(groups, limit=limit)
        return self.items(match.item.id for match in matches)

    def starting_with(self, prefix: str, *, limit: int = 10) -> tuple[Item, ...]:
        """Return items whose id, or one of whose SKUs, begins so."""
        return self._database.starting_with(prefix, limit=limit)

    def matching(self, text: str, *, skip: int = 0, limit: int = 10) -> tuple[Item, ...]:
        """Return what a search box finds, best first, without the first `skip`.

        First the item of that SKU, id or barcode, then items whose id or SKU begins so, then items by words,
        unless the text was a number, or the beginning of one.
        """
        query, last = text.strip(), skip + limit
        if not query:
            return ()
        exact = self._exact(query)
        ids = [exact.id] if exact else []
        ids += self._database.ids_starting_with(query, limit=last)
        if not ids or query.replace(" ", "").isalpha():
            groups = groups_in(query)[:WORDS_SOUGHT]
            ids += [match.item.id for match in self._database.questions.with_words(groups, limit=last)]
        return self.items(list(dict.fromkeys(ids))[skip:last])

    def lately(
        self, since: datetime, before: datetime, *, skip: int = 0, limit: int = 10
    ) -> tuple[Item, ...]:
        """Return the items that came in within that time, latest first, each once, without the first `skip`.

        Only the last `ARRIVALS` arrivals are considered.
        """
        arrived, _ = self._database.questions.arrivals(since, before, limit=ARRIVALS)
        ids = list(dict.fromkeys(arrival.item_id for arrival in arrived))
        return self.items(ids[skip : skip + limit])

    def _exact(self, query: str) -> Item | None:
        return (
            self._database.item_of_sku(query)
            or self._database.item(query)
            or self._database.item_of_barcode(query)
        )

    def _unknown(self, query: str) -> Message:
        similar = process.extract(
            query,
            self._database.names(),
            scorer=fuzz.ratio,
            processor=folded,
            limit=SUGGESTIONS,
            score_cutoff=LIKE_ENOUGH,
        )
        quoted = query if len(query) <= QUOTE_LENGTH else f"{query[:QUOTE_LENGTH]}…"
        if not similar:
            return Message("no-item", asked=quoted)
        return Message(
            "no-item-like", asked=quoted, near=tuple(dict.fromkeys(name for name, _, _ in similar))
        )

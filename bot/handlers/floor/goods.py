"""What a typed line is about: which item, which size of it, which place. What isn't clear is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.errors import UserError
from bot.foreign_text import name_of, plain
from bot.handlers.floor.words import begins, without
from bot.questions.vocabulary import Names
from bot.state.whereabouts import PREFIX
from catalogue.database.movements import Movements
from catalogue.database.places import Places
from catalogue.items import Item, Variant, folded
from catalogue.movements import Level
from catalogue.stock import StockBook
from catalogue.words import words_in

MOST_WORDS = 5
"""Words that a SKU, a barcode or the name of a place may have."""
LONGEST_LINE = 100
"""Words of a line that are read for a place."""
_EDGES = re.compile(r"^[\s,;:]+|[\s,;:.!?]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A typed line, read."""

    item: Item
    variant: Variant | None
    """None if the line names an item of several sizes, and none of them."""
    rest: tuple[str, ...] = ()
    """The words that follow."""

    @property
    def sku(self) -> str:
        """The SKU. Raises `UserError` with the sizes, if there are several."""
        if self.variant is None:
            sizes = ", ".join(each.size or each.sku for each in in_use(self.item))
            name = plain(name_of(self.item), 80)
            raise UserError("work-which-size", item=name, sizes=plain(sizes, 120))
        return self.variant.sku


class Goods:
    """Reads typed lines. Blocks; may be used from several threads."""

    def __init__(self, stock: StockBook, movements: Movements, places: Places, names: Names) -> None:
        self._stock = stock
        self._places = places
        self._movements = movements
        self._names = names

    def line(self, words: Sequence[str]) -> Line:
        """Read the SKU, barcode or item that the words begin with, and its size.

        Raises `UserError` if there are no words, and `UnknownItemError` if they begin with no such number.
        """
        words = without(words, "of")
        if not words:
            raise UserError("work-which-item")
        most = min(MOST_WORDS, len(words))
        written = {count: _bare(" ".join(words[:count])) for count in range(most, 0, -1)}
        numbers = self._names.numbers(written.values())
        count = next((count for count, text in written.items() if folded(text) in numbers), 1)
        item = self._stock.find(written[count])
        _, sku = numbers.get(folded(written[count]), (item.id, None))
        if sku is not None:
            return Line(item, next(one for one in item.variants if one.sku == sku), tuple(words[count:]))
        return _of_size(item, words[count:])

    def place(self, words: Sequence[str], *, here: str = "") -> tuple[str, int, int] | None:
        """The first place that the words name, from which word to which; None if they name none.

        A code is as good as a name, and so is a word for “here” where it is known where the person is.
        """
        sites = self._names.vocabulary().locations
        words = words[:LONGEST_LINE]
        coded = self._places.named(_code(word) for word in words)
        for start in range(len(words)):
            for end in range(min(len(words), start + MOST_WORDS), start, -1):
                name = tuple(words_in(_bare(" ".join(words[start:end]))))
                if end == start + 1 and (place := coded.get(folded(_code(words[start])))):
                    return place, start, end
                if here and begins(words[start:end], "here") == end - start:
                    return here, start, end
                if name and name in sites:
                    return self._names.vocabulary().site(name), start, end
        return None

    def known(self, number: str) -> bool:
        """Whether that is a SKU, an item or a barcode."""
        return bool(self._names.numbers([number]))

    def size(self, item: Item, words: Sequence[str]) -> Line:
        """The size of an item that the words begin with."""
        return _of_size(item, words)

    def locations(self, site: str) -> tuple[str, ...]:
        """The locations of a site; a location itself alone."""
        shelves = self._names.vocabulary().locations_of(site)
        return next(((each,) for each in shelves if folded(each) == folded(site)), shelves)

    def location(self, site: str, sku: str) -> str:
        """The location of a site where a SKU lies; else the site itself. Raises `UserError` if it may be
        several.
        """
        shelves = {folded(each): each for each in self._names.vocabulary().locations_of(site)}
        levels = self._movements.levels(sku)
        here = [name for name in levels if folded(name) in shelves]
        if folded(site) in shelves or len(here) == 1:
            return shelves.get(folded(site)) or here[0]
        places = here or list(shelves.values())
        if len(places) == 1:
            return places[0]
        raise which_location(sku, places)

    def only_location(self, sku: str, quantity: int = 0) -> str:
        """The one location that has so many free pieces of a SKU, as none was named. Raises `UserError`."""
        levels = self._movements.levels(sku)
        enough = [name for name, level in levels.items() if level.available >= quantity]
        if len(enough) == 1:
            return enough[0]
        if quantity and not enough:
            most = max((level.available for level in levels.values()), default=0)
            raise UserError("work-too-few", sku=plain(sku, 64), count=max(0, most))
        raise which_location(sku, enough or list(self._all_places()))

    def levels(self, sku: str) -> Mapping[str, Level]:
        """The stock of a SKU by location."""
        return self._movements.levels(sku)

    def _all_places(self) -> Sequence[str]:
        vocabulary = self._names.vocabulary()
        return list(dict.fromkeys(vocabulary.site(name) for name in vocabulary.locations))[:6]


def in_use(item: Item) -> tuple[Variant, ...]:
    """The sizes of an item that aren't retired."""
    return tuple(variant for variant in item.variants if not variant.retired)


def which_location(sku: str, places: Sequence[str]) -> UserError:
    """The question for the location."""
    return UserError("work-which-location", places=plain(", ".join(places), 200), sku=plain(sku, 64))


def _of_size(item: Item, words: Sequence[str]) -> Line:
    """The size that the words begin with, as `MH01 M` or `MH01 in M`; or the only one that there is."""
    variants = in_use(item)
    for skipped in dict.fromkeys((0, begins(words, "at"))):
        for count in range(min(MOST_WORDS, len(words) - skipped), 0, -1):
            said = words_in(_bare(" ".join(words[skipped : skipped + count])))
            fitting = [one for one in variants if one.size and words_in(one.size) == said]
            if len(fitting) == 1:
                return Line(item, fitting[0], tuple(words[skipped + count :]))
    return Line(item, variants[0] if len(variants) == 1 else None, tuple(words))


def _code(word: str) -> str:
    bare = _bare(word)
    return bare[len(PREFIX) :] if folded(bare).startswith(PREFIX) else bare


def _bare(text: str) -> str:
    return _EDGES.sub("", text)

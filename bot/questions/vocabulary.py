"""What the catalogue knows by name: read once a revision, asked by every question."""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.questions.lexicon import (
    LEAST_BEFORE,
    LEAST_ENDING,
    city_words,
    colour_words,
    colours_meant,
    compound_endings,
    heads_of,
    kind_words,
    narrow_words,
    place_briefs,
    place_kinds,
    place_words,
    plain_colours,
    shades,
    telling_words,
    trait_words,
    traits_of,
)
from bot.questions.sizes import Sizes
from catalogue.database import Database, Filter, ItemSummary, NamesInUse
from catalogue.items import GARMENT_CLASSES, folded
from catalogue.words import words_in

CLASS_OF: Mapping[str, str] = {
    "t-shirt": "upper",
    "shirt": "upper",
    "longsleeve": "upper",
    "jumper": "upper",
    "hoodie": "upper",
    "cardigan": "upper",
    "dress": "full-body",
    "jumpsuit": "full-body",
    "trousers": "lower",
    "jeans": "lower",
    "shorts": "lower",
    "skirt": "lower",
    "jacket": "outer",
    "coat": "outer",
    "hat": "headwear",
    "cap": "headwear",
    "beanie": "headwear",
    "shoe": "footwear",
    "sneaker": "footwear",
    "boot": "footwear",
    "sandal": "footwear",
    "bag": "bag",
}
"""The class that a kind of garment is of."""
UNCLASSED = frozenset(
    {
        "scarf", "glove", "sock", "belt", "tie", "swimwear", "underwear", "tights", "nightwear", "sunglasses",
        "wallet", "umbrella",
    }
)  # fmt: skip
"""Kinds that no class holds: titles alone say what is one."""
NARROWER: Mapping[str, tuple[str, ...]] = {"shirt": ("t-shirt",), "trousers": ("shorts",)}
"""Kinds whose words may stand in the title too, which the kind itself does not mean."""
WIDER: Mapping[str, tuple[str, ...]] = {"trousers": ("jeans",), "hat": ("cap", "beanie")}
"""Kinds that the kind itself means too."""
_BESIDE_CLASS = frozenset({"jumpsuit"})
"""Kinds of such a class that its word doesn't mean: a jumpsuit is no dress."""
ALL_OF_CLASS = frozenset({"dress", "bag", "shoe"})
"""Kinds that are their whole class, or nearly so: their word need not stand in the title."""

CASES = (
    "a", "e", "y", "i", "ie", "ego", "ej", "ym", "im", "ych", "ich", "ymi", "imi", "emu", "u", "ow", "om",
    "ami", "ach", "em",
)  # fmt: skip
"""Endings that one word of titles may have for another: `asymetrycznej` for `asymetryczna`."""
LEAST_STEM = 5
"""Letters before such an ending."""
ENDINGS = ("s", "es", "n", "en", "e", "i", "y", "er", "a", "o")
"""Of plurals and cases: names are inflected as other words are."""
MOST_FITTING = 200
"""Items that a description may fit that is a name: nobody means one of more."""
INFLECTED = 6
"""Letters that a place's name may grow by, as Berlin does in `berlinskiego`."""

SHORT_INFLECTIONS = frozenset({"a", "ach", "em", "er", "om", "s", "u"})
"""What a place's name of four letters may have at its end."""

_LETTERS = re.compile(r"(?P<times>\d)?(?P<x>x*)(?P<size>[sml])")
_SHELF = re.compile(r"(?:\s+\w+[./-][\w./-]*\d[\w./-]*|[\s,/-]+\d[\w./-]*)$")
"""What a location has after its site: `03-12`, `A-05-02`."""


@dataclass(frozen=True, slots=True)
class Design:
    """Items that differ in nothing but their colour, in the catalogue's order."""

    name: str
    items: tuple[ItemSummary, ...]


class Vocabulary:
    """The names of one revision of the catalogue."""

    def __init__(self, names: NamesInUse) -> None:
        self.words = names.words
        self.written = Sizes(names.sizes)
        self.sizes = {_close(size): size for size in reversed(names.sizes)}
        self.brands = {tuple(words_in(brand)): brand for brand in reversed(names.brands)}
        self._sites = _sites(names.locations)
        self.locations = _fragments(names.locations, self.sizes) | self._sites
        """The words of each location, of what shelves have in common, and of what tells a shelf."""
        self._by_kinds = {_place_kinds(site): site for site in self._sites}
        whole = {tuple(words_in(site)) for site in _by_site(names.locations)}
        self._tails = _tails(whole)
        self._by_kinds |= {_place_kinds(tail): site for tail, site in self._tails.items()}
        self._shelves = _shelves(names.locations)
        self._by_site = _by_site(names.locations)
        self._called = {
            kind: tuple(site for site in self._by_site if words & set(words_in(site)))
            for kind, words in place_words().items()
        }
        if not self._called.get("shop") and any(self._called.values()):
            stores = {site for sites in self._called.values() for site in sites}
            self._called["shop"] = tuple(site for site in self._by_site if site not in stores)  # towns
        self._kinds: dict[str, Filter] = {}
        self.colours = _colours(names.colours)
        self._spelled_colours = tuple(names.colours)
        self._own_colours = frozenset(tuple(words_in(colour)) for colour in names.colours)
        self._colour_words = frozenset(word for colour in self._own_colours for word in colour)
        self._spelled_brands = names.brands
        self._spelled_sizes = names.sizes
        self.location_words = _telling(self._sites)
        self.brand_words = {
            word: self.brands[brand]
            for word, brand in _telling(self.brands).items()
            if word not in self.words
        }
        self.shades = frozenset(word for name in self.colours if len(name) > 1 for word in name)
        """Words of colours of several words."""
        self._common = frozenset().union(*kind_words().values())
        self._compounds = _compounds(names.words)
        self._by_trait = _by_trait(names.words)
        self._by_stem = _by_stem(names.words)
        elided = {word for colour in self.colours for word in colour if len(word) == 1}  # of `vert d'eau`
        self.names = frozenset(
            word for name in (*self.brands, *self.locations, *self.colours) for word in name
        ) - elided.difference(*self.brands, *self.locations)

    def location_of(self, word: str) -> str | None:
        """The one site that has the word in its name, also where it is inflected: `Berliner`."""
        telling = self.location_words.get(word) or next(
            (
                site
                for name, site in self.location_words.items()
                if word.startswith(name) and _is_inflected(name, word.removeprefix(name))
            ),
            None,
        )
        return None if telling is None else self.site(telling)

    def town(self, name: str) -> str | None:
        """The site that bears one of the names of a town, given by its English one."""
        ways = sorted(city_words().get(name, ()))
        by_words = next((self.site(way) for way in ways if way in self.locations), None)
        return by_words or next((at for way in ways if (at := self.location_of(" ".join(way)))), None)

    def sizes_from(self, first: str | None, last: str | None) -> tuple[str, ...]:
        """All sizes from one to another, both included, in their order; open where one is None.

        Empty where the ends are no sizes of one kind: between M and 38 there is nothing.
        """
        ranks = {size: _rank(size) for size in self._spelled_sizes}
        ends = [_rank(size) for size in (first, last) if size is not None]
        if not ends or any(end is None or end[0] != (ends[0] or end)[0] for end in ends):
            return ()
        kind = (ends[0] or ("", 0.0))[0]
        low, high = (_rank(first) if first else None), (_rank(last) if last else None)
        found = [
            (rank, size)
            for size, rank in ranks.items()
            if rank and rank[0] == kind and (low is None or rank >= low) and (high is None or rank <= high)
        ]
        return tuple(dict.fromkeys(self.size(size) or size for _, size in sorted(found)))

    def site(self, words: tuple[str, ...]) -> str:
        """A location or site as it is spelled, by its words."""
        place = self.locations[words][0]
        return place if words not in self._sites else _beginning(place, len(words))

    def located(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        """The location or site of these words as the catalogue has them; a Filiale may be called a shop."""
        if words in self.locations:
            return words
        if words in self._tails:
            return self._tails[words]
        brief = place_briefs()
        kinds = tuple(brief.get(word, word) for word in _place_kinds(words))
        return self._by_kinds.get(kinds) or self._by_kinds.get(tuple(map(self._kind_there, kinds)))

    def shelf(self, code: str) -> str | None:
        """The one location whose shelf has that code, such as `10-13`."""
        return self._shelves.get(code.casefold())

    def sites_called(self, kind: str) -> tuple[str, ...]:
        """All sites of a kind of place, such as the shops, in whatever language they are called so."""
        return self._called.get(kind, ())

    def _kind_there(self, kind: str) -> str:
        """The kind that a word for a place means: `warehouse A` is Hall A where there are halls alone."""
        other = {"hall": "warehouse", "warehouse": "hall"}.get(kind, kind)
        return kind if self.sites_called(kind) or not self.sites_called(other) else other

    def title_word(self, word: str) -> str | None:
        """The word of titles that it is, in the singular or the plural; None where it is none."""
        if word in self.words:
            return word
        for ending in ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 2 and stem in self.words:
                return stem
        longer = (word + ending for ending in ENDINGS if len(word) > 3)
        found = next((each for each in longer if each in self.words), None)
        return found or min(self.inflected(word), default=None)

    def inflected(self, word: str) -> frozenset[str]:
        """The words of titles that differ from it by the ending of a case or a gender alone."""
        return frozenset[str]().union(*(self._by_stem.get(stem, ()) for stem in _stems(word)))

    def is_title_only(self, word: str) -> bool:
        """Whether titles have the word and no colour of an item has it, whatever else it may mean."""
        return word in self.words and word not in self._colour_words

    def names_word(self, word: str) -> bool:
        """Whether it stands in a name or a size, inflected or not."""
        return self.title_word(word) is not None or word in self.names or self.size(word) is not None

    def is_name(self, word: str) -> bool:
        """Whether it is of a title or a brand and no garment's kind or colour."""
        return (word in self.words or word in self.brand_words) and word not in self._common

    def size(self, text: str) -> str | None:
        """A size as the catalogue spells it."""
        return self.sizes.get(_close(text))

    def sizes_of(self, size: str) -> tuple[str, ...]:
        """All spellings of a size."""
        return tuple(each for each in self._spelled_sizes if _close(each) == _close(size))

    def sites(self) -> Mapping[str, tuple[str, ...]]:
        """Each site with its locations: the shelves of `Hall A`, or a place that has no shelves."""
        return self._by_site

    def locations_of(self, site: str) -> tuple[str, ...]:
        """All locations at a site: `Hall A` is `Hall A 03-12` too."""
        return self.locations.get(tuple(words_in(site)), (site,))

    def colour(self, words: tuple[str, ...]) -> str | None:
        """A colour as the catalogue spells it, by its words: also inflected, or in another language."""
        if words in self.colours or len(words) != 1:
            return self.colours.get(words)
        stems = (words[0].removesuffix(ending) for ending in ENDINGS)
        return next((self.colours[stem,] for stem in stems if (stem,) in self._own_colours), None)

    def has_colour(self, words: tuple[str, ...]) -> bool:
        """Whether the catalogue spells a colour so."""
        return words in self._own_colours

    def colours_of(self, colour: str) -> tuple[str, ...]:
        """All colours that a word means: itself in any language, else those that have it in their name, or
        else its shades. A plain colour is also all that have it in their name.
        """
        alike, named, others = self.shades_of(colour)
        if not _is_plain(colour):
            return alike or named or others or (colour,)
        every = {*named, *(alike or others)}
        return tuple(each for each in self._spelled_colours if each in every) or (colour,)

    def close_to(self, colour: str) -> tuple[str, ...]:
        """Shades of a plain colour that aren't called so, where others are: burgundy beside red."""
        every = self.colours_of(colour)
        return tuple(each for each in self.shades_of(colour)[2] if _is_plain(colour) and each not in every)

    def shades_of(self, colour: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Colours of the catalogue that a word may mean: the same ones, those that have it in their name, and
        those that may be called so.
        """
        wanted = tuple(words_in(colour))
        spelled = self._spelled_colours
        if wanted in self._own_colours:
            alike = tuple(each for each in spelled if tuple(words_in(each)) == wanted)
        else:
            alike = tuple(each for each in spelled if _english(each) & _english(colour))
        plain_ones = _english(colour) if _is_plain(colour) else frozenset()
        if plain_ones:
            named = tuple(each for each in spelled if each in alike or plain_ones & _families(each))
        else:
            named = tuple(each for each in spelled if {*wanted} <= {*words_in(each)})
        kin = _english(colour).union(*(shades().get(each, ()) for each in _english(colour)))
        return alike, named, tuple(each for each in spelled if kin & _english(each))

    def title_forms(self, word: str) -> frozenset[str]:
        """A word as titles may have it: in the singular, the plural, a compound, or another language."""
        parts = tuple(words_in(word))
        forms = {"".join(parts), *parts[:1]}
        if (titled := self.title_word(word)) is not None:
            forms.add(titled)
        forms |= self.said_of(word) | self.inflected(word)
        return self.in_titles(forms.union(*(_narrow_titles().get(each, ()) for each in forms)))

    def said_of(self, trait: str) -> frozenset[str]:
        """The words of titles that say what a garment is like, by the English word, in whatever language."""
        ways = (trait, *traits_of(trait)) if trait in trait_words() else (trait,)
        same = (self._by_trait.get(each, frozenset()) for each in ways)
        return frozenset[str]().union(*same)

    def is_compound(self, word: str) -> bool:
        """Whether titles have it as a compound of a kind: `regenjacke`."""
        return any(word in ways for ways in self._compounds.values())

    def in_titles(self, words: Collection[str]) -> frozenset[str]:
        """Those words, and the compounds of titles that end in one of them: a Regenjacke is a Jacke."""
        return frozenset(words).union(*(self._compounds.get(word, ()) for word in words))

    def brands_of(self, brand: str) -> tuple[str, ...]:
        """All spellings of a brand."""
        return tuple(each for each in self._spelled_brands if folded(each) == folded(brand)) or (brand,)

    def of_kind(self, kind: str) -> Filter:
        """The filter for a kind of garment, or for a class; nothing is of a kind that nobody knows."""
        if kind not in self._kinds:
            self._kinds[kind] = self._filter_of(kind)
        return self._kinds[kind]

    def _filter_of(self, kind: str) -> Filter:
        if kind in GARMENT_CLASSES and kind != "bag":
            return Filter(classes=(kind,))
        meant = kind_words()
        if kind in ALL_OF_CLASS:
            apart = _BESIDE_CLASS & {each for each, its in CLASS_OF.items() if its == CLASS_OF[kind]}
            jumpsuits = self.in_titles(set[str]().union(*(meant.get(each, ()) for each in apart)))
            return Filter(
                classes=(CLASS_OF[kind],), other_title_words=jumpsuits - self.in_titles(meant.get(kind, ()))
            )
        if kind in UNCLASSED:
            said = meant[kind] | telling_words().get(kind, frozenset())
            return Filter(title_words=self.in_titles(said))
        if kind not in CLASS_OF:
            return Filter(classes=(kind,))
        own = (kind, *WIDER.get(kind, ()))
        wanted = set(self.in_titles(set().union(*(meant.get(each, ()) for each in own))))
        wanted |= telling_words().get(kind, frozenset()) & self.words
        beside = [
            each
            for each in CLASS_OF
            if CLASS_OF[each] == CLASS_OF[kind] and each not in own and kind not in WIDER.get(each, ())
        ]
        others = set[str]().union(*(meant.get(each, ()) for each in beside))
        shared = set(self.in_titles(others))
        shared -= set[str]().union(*(meant.get(each, ()) for each in own)) - others  # a Poloshirt is no shirt
        shared -= set().union(*trait_words().values())  # denim shorts are shorts
        shared -= heads_of(kind)  # running shoes are sneakers
        other = shared - wanted  # denim shorts are no jeans
        if (wanted - shared) & self.words:  # German `Shirt` is a T-shirt, but an Oxford shirt is none
            wanted -= shared
        return Filter(
            classes=(CLASS_OF[kind],),
            title_words=frozenset(wanted),
            other_title_words=frozenset(other - wanted),
        )


def widest(kinds: Collection[str]) -> str:
    """Of the kinds that a word may mean, the one that means most: Polish `buty` are footwear before boots."""
    return min(kinds, key=lambda kind: (kind not in GARMENT_CLASSES, kind not in WIDER, kind))


class Names:
    """The vocabulary of a database, and its items by name. May be used from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._kept: tuple[int, Vocabulary] | None = None

    def vocabulary(self) -> Vocabulary:
        """As of the catalogue's present revision."""
        revision = self._database.revision()
        with self._lock:
            if self._kept is None or self._kept[0] != revision:
                self._kept = revision, Vocabulary(self._database.questions.names_in_use())
            return self._kept[1]

    def numbers(self, written: Iterable[str]) -> dict[str, tuple[str, str | None]]:
        """Those of the numbers that are known, folded: to the item's id, and to the SKU where it is one."""
        wanted = [folded(one) for one in written]
        if not wanted:
            return {}
        database = self._database
        by_sku = database.owners_of_skus(wanted)
        by_barcode = database.owners_of_barcodes(wanted)
        by_id = database.ids_as_written(wanted)
        owners = database.owners_of_skus(by_barcode.values())
        matches: dict[str, tuple[str, str | None]] = {}
        for number in wanted:
            if number in by_id:  # before a SKU: an item of one size may bear the same
                matches[number] = by_id[number], None
            elif number in by_sku:
                matches[number] = by_sku[number], number
            elif number in by_barcode:
                matches[number] = owners[folded(by_barcode[number])], by_barcode[number]
        items = database.items({item for item, _ in matches.values()})
        spelled = {folded(each.sku): each.sku for item in items.values() for each in item.variants}
        return {
            number: (item, None if sku is None else spelled[folded(sku)])
            for number, (item, sku) in matches.items()
            if item in items and (sku is None or folded(sku) in spelled)
        }

    def starting_with(self, prefix: str) -> tuple[str, ...]:
        """Ids of the items that have a number that begins so."""
        return tuple(item.id for item in self._database.starting_with(prefix, limit=12))

    def titled(self, groups: Sequence[Collection[str]]) -> tuple[tuple[ItemSummary, ...], int]:
        """Items in whose titles words of the most groups stand, and how many groups these are."""
        rows = self._database.questions.with_words(groups, titles_only=True, limit=60)
        return tuple(one.item for one in rows), rows[0].matched if rows else 0

    def fitting(self, wanted: Filter) -> tuple[ItemSummary, ...]:
        """Items that fit a filter, in the catalogue's order; none of more than `MOST_FITTING`."""
        ids = [item for item, _ in self._database.figures.priced(wanted)]
        if len(ids) > MOST_FITTING:
            return ()
        named = self.named(ids)
        return tuple(named[each] for each in ids if each in named)

    def named(self, ids: Iterable[str]) -> dict[str, ItemSummary]:
        """Items by id."""
        return self._database.questions.named(ids)

    def sizes_in(self, ids: Iterable[str]) -> frozenset[str]:
        """The sizes that these items come in."""
        items = self._database.items(set(ids))
        return frozenset(variant.size for item in items.values() for variant in item.variants)

    def siblings(self, item_id: str) -> tuple[ItemSummary, ...]:
        """All colourways of the item's design, itself among them, in the catalogue's order."""
        item = self.named([item_id]).get(item_id)
        if item is None:
            return ()
        name = design_of(item)
        rows = self._database.questions.with_words(
            [{word} for word in sorted(set(words_in(name))) if len(word) > 1], titles_only=True, limit=60
        )
        same = [one.item for one in rows if design_of(one.item) == name]
        return tuple(same) if any(one.id == item_id for one in same) else (item,)


def design_of(item: ItemSummary) -> str:
    """What an item is called but for its colour, as it is compared."""
    colour = words_in(item.colour or "")
    title = words_in(item.title)
    if colour and title[-len(colour) :] == colour and len(title) > len(colour):
        return " ".join(title[: -len(colour)])
    for start in range(len(title) - len(colour) + 1) if colour else ():
        if title[start : start + len(colour)] == colour:
            return " ".join(title[:start] + title[start + len(colour) :])
    return " ".join(title)


def designs(items: Iterable[ItemSummary]) -> tuple[Design, ...]:
    """The items by design, in their order."""
    groups: defaultdict[str, list[ItemSummary]] = defaultdict(list)
    for item in items:
        groups[design_of(item)].append(item)
    return tuple(Design(name, tuple(group)) for name, group in groups.items())


def _rank(size: str) -> tuple[str, float] | None:
    """Where a size stands among those of its kind: letters, or numbers; None for any other."""
    text = _close(size)
    if (letters := _LETTERS.fullmatch(text)) is not None:
        times = int(letters["times"] or len(letters["x"] or "") or 0)
        return "letters", {"s": -1 - times, "m": 0, "l": 1 + times}[letters["size"]]
    number = size.strip().replace(",", ".")
    return ("numbers", float(number)) if re.fullmatch(r"\d{1,3}(\.\d+)?", number) else None


def _close(size: str) -> str:
    return "".join(words_in(size))


def _sites(locations: Iterable[str]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The words of each location, of each site and of each aisle there, to the locations there."""
    by_name: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for location in locations:
        every = words_in(location)
        site = words_in(_site_of(location))
        for end in range(len(site), len(every) + 1):
            by_name[tuple(every[:end])].append(location)
    return {name: tuple(places) for name, places in by_name.items() if name}


def _place_kinds(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a place, those for a kind of place in English."""
    return tuple(place_kinds().get(word, word) for word in words)


def _by_site(locations: Iterable[str]) -> dict[str, tuple[str, ...]]:
    by_site: defaultdict[str, list[str]] = defaultdict(list)
    for location in locations:
        by_site[_site_of(location)].append(location)
    return {site: tuple(places) for site, places in by_site.items()}


def _fragments(locations: Iterable[str], sizes: Collection[str]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What tells a shelf without its site, such as `a 05-21`, to that location."""
    by_name: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for location in locations:
        every = words_in(location)
        for start in range(1, len(every) - 1):
            end = tuple(every[start:])
            numbers = all(word.isdecimal() for word in end)
            coded = any(word.isdecimal() for word in end) and not all(word in sizes for word in end)
            if coded and (not numbers or any(word.startswith("0") for word in end)):
                by_name[end].append(location)
    return {name: tuple(places) for name, places in by_name.items() if len(places) == 1}


def _is_inflected(name: str, ending: str) -> bool:
    return len(ending) <= INFLECTED if len(name) > 4 else len(name) == 4 and ending in SHORT_INFLECTIONS


def _site_of(location: str) -> str:
    """What a location has before its shelf: `Hall A` of `Hall A 03-12`; `Halle 2` is a hall and no shelf."""
    site = _SHELF.sub("", location).strip()
    words = words_in(site)
    numbered = location[len(site) :].strip().isdecimal() and words and words[-1] in place_kinds()
    return location if numbered or not words else site


def _tails(sites: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The last words of sites, two or more, that one site alone has: `halle 1` of Zentrallager Halle 1."""
    by_tail: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for site in sites:
        for start in range(1, len(site) - 1):
            by_tail[site[start:]].add(site)
    return {tail: min(whole) for tail, whole in by_tail.items() if len(whole) == 1}


def _shelves(locations: Iterable[str]) -> dict[str, str]:
    """The last word of a location, where it is a shelf's code that no other has: `10-13`."""
    by_code: defaultdict[str, list[str]] = defaultdict(list)
    for location in locations:
        code = location.rpartition(" ")[2].casefold()
        if len(words_in(code)) > 1 and any(sign.isdecimal() for sign in code):
            by_code[code].append(location)
    return {code: places[0] for code, places in by_code.items() if len(places) == 1}


def _beginning(place: str, words: int) -> str:
    """The first words of a place as it is written."""
    ends = [match.end() for match in re.finditer(r"[^\W_]+", place)]
    return place[: ends[words - 1]] if words < len(ends) else place


@cache
def _narrow_titles() -> Mapping[str, frozenset[str]]:
    """Narrower words, written as one, to all words for the same."""
    return {"".join(way): titles for way, titles in narrow_words().items()}


def _compounds(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """The endings of compounds that are kinds of garments, to the words of titles that end so."""
    endings, found = compound_endings(), defaultdict[str, set[str]](set)
    for word in words:
        for start in range(LEAST_BEFORE, len(word) - LEAST_ENDING + 1):
            if word[start:] in endings:
                found[word[start:]].add(word)
    return {ending: frozenset(ways) for ending, ways in found.items()}


def _by_trait(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """What garments are like, by the English word, to the words of titles that say so."""
    found = defaultdict[str, set[str]](set)
    for word in words:
        for trait in traits_of(word):
            found[trait].add(word)
    return {trait: frozenset(ways) for trait, ways in found.items()}


def _stems(word: str) -> Iterable[str]:
    """What a word is without the ending of a case or a gender."""
    stems = (word.removesuffix(each) for each in CASES)
    return (stem for stem in stems if stem != word and len(stem) >= LEAST_STEM)


def _by_stem(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """Stems to the words of titles that are one of their cases."""
    found = defaultdict[str, set[str]](set)
    for word in words:
        for stem in _stems(word):
            found[stem].add(word)
    return {stem: frozenset(ways) for stem, ways in found.items()}


def _telling(sites: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Words that one site alone has, to that site."""
    by_word: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    every = list(sites)
    for site in every:
        for word in site:
            by_word[word].add(site)
    shortest = {word: min(places, key=len) for word, places in by_word.items()}
    return {
        word: site
        for word, site in shortest.items()
        if len(word) > 2
        and not word[0].isdigit()
        and all(place[: len(site)] == site for place in by_word[word])
    }


@cache
def _english(colour: str) -> frozenset[str]:
    """The English names of a colour, which may be written in any language and case."""
    return colours_meant(colour) | {" ".join(words_in(colour))}


@cache
def _is_plain(colour: str) -> bool:
    """Whether a word is that of a plain colour, such as green, and of no shade of it."""
    words = words_in(colour)
    return len(words) == 1 and bool(plain_colours(words[0], compounds=False) & _english(colour))


@cache
def _families(colour: str) -> frozenset[str]:
    """The plain colours in whose shades a colour is, and that its name has in it."""
    said = frozenset[str]().union(*(plain_colours(word) for word in words_in(colour)))
    english = _english(colour)
    listed = {each for each, others in shades().items() if english & {each, *others}}
    return (said & listed if listed else said) | (english & shades().keys())  # emerald is a green


def _colours(spelled: Iterable[str]) -> dict[tuple[str, ...], str]:
    """The words of each colour of the catalogue, and of its names in other languages, to its spelling."""
    own = {tuple(words_in(name)): name for name in spelled}
    by_words: dict[tuple[str, ...], str] = {}
    for colour, names in colour_words().items():
        ways = [tuple(name.split()) for name in names]
        spellings = [own[way] for way in ways if way in own]
        if spellings:
            for way in filter(None, ways):
                name = " ".join(way)
                several = colour if tuple(words_in(colour)) not in own else name  # not the one spelled so
                meant = spellings[0] if len(spellings) == 1 else several
                by_words.setdefault(way, colour if _is_plain(name) else meant)
    return {way: name for way, name in (by_words | own).items() if way}

"""Which items a clause is about: by number, by name, or as what the last answer showed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from bot.questions.amounts import bare_numbers
from bot.questions.clause import Clause
from bot.questions.lexicon import kind_words, narrow_words, trait_words
from bot.questions.query import Choice
from bot.questions.spans import Piece
from bot.questions.vocabulary import UNCLASSED, Names, Vocabulary, designs
from catalogue.database import Filter, ItemSummary
from catalogue.words import forms_in

ORDINALS = {"n1": 0, "n2": 1, "n3": 2, "n4": 3, "n5": 4, "last": -1}
_THAN = ("cheaper", "dearer", "more", "less")
"""What may stand between two names that it compares."""
OWN_TRAITS: Mapping[str, frozenset[str]] = {
    "hoodie": frozenset({"hooded"}),
    "longsleeve": frozenset({"long"}),
    "t-shirt": frozenset({"short"}),
    "shorts": frozenset({"short"}),
    "jeans": frozenset({"denim"}),
    "jumper": frozenset({"knitted"}),
    "cardigan": frozenset({"knitted", "zip"}),
    "beanie": frozenset({"knitted", "winter"}),
    "sneaker": frozenset({"sports"}),
    "swimwear": frozenset({"swim"}),
    "belt": frozenset({"stripe", "striped"}),  # Polish `paski` are both
}
"""What all garments of a kind are like, so that no title need say it."""
MOST_OF_KIND = 12
"""Items of a kind that it may stand for as their name."""
_DESCRIBES = (
    "kind",
    "colour",
    "brand",
    "trait",
    "filler",
    "cue",
    "number",
    "size",
    "location",
    "join",
    "ask",
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The items that are meant."""

    items: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    named: bool = False
    """Whether the message says which; else they are what was shown last."""
    taken: frozenset[int] = frozenset()
    """Places of the pieces that say so."""
    colours: Choice = field(default_factory=Choice)
    """Colours that were asked for and that the design does not come in."""
    amiss: bool = False
    """Whether the message names something that is not there."""
    selected: bool = False
    """Whether the message picks some of those that were shown: the second, the other one, the red one."""
    shown: bool = False
    """Whether they are some of those that were shown before."""
    described: bool = False
    """Whether they are described by their kind alone, and not by a name."""


class Resolver:
    """Finds the items, each question to the database asked once. Raises `StoreError` as the database does."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self._names = names
        self.vocabulary = vocabulary
        self._asked: dict[tuple[frozenset[str], ...], tuple[tuple[ItemSummary, ...], int]] = {}
        self._same: dict[str, tuple[ItemSummary, ...]] = {}
        self._fits: dict[Filter, tuple[ItemSummary, ...]] = {}

    def meant(self, clause: Clause, about: Sequence[str], *, passing: Collection[str]) -> Meant:
        """What a clause is about; a title's words that are cues in `passing` too need not be names."""
        by_number = self._by_number(clause)
        if by_number is not None:
            return by_number
        several = self._joined_names(clause, passing)
        if several is not None:
            return several
        by_name = self._by_name(clause, passing, range(len(clause.pieces)))
        return by_name if by_name is not None else self._as_shown(clause, about, passing=passing)

    def of_kind(self, clause: Clause) -> Meant | None:
        """The few items of a kind, of a colour and brand, that a clause describes; None where it names some
        otherwise, or shows them.
        """
        kinds = clause.places("kind")
        titled = any(
            not any(clause.pieces[place].is_a(group) for group in _DESCRIBES)
            for place in clause.places("title")
        )
        named = clause.places("item") or clause.places("refer", "these", "all", "other", "other_colour")
        if len(kinds) != 1 or titled or named or kinds[0] in clause.excluded:
            return None
        kind = clause.pieces[kinds[0]]
        garments = self.vocabulary.of_kind(clause.value("kind", kinds[0])[0])
        traits = clause.places("trait")
        groups = [self.vocabulary.title_forms(word) for word in self.narrowed(kind)]
        groups += [frozenset(self._as_titled(clause.pieces[place])) for place in traits]
        brands = clause.places("brand")
        some = [
            each for place in brands for each in self.vocabulary.brands_of(clause.value("brand", place)[0])
        ]
        wanted = replace(
            garments,
            brands=tuple(some),
            title_groups=tuple(groups),
        )
        items = self._fitting(wanted)
        taken = frozenset((*kinds, *traits, *brands))
        if kind.repaired and len(taken) == 1 and not clause.places("colour"):
            return None  # `where do I park` is no slip of `parka`
        meant = Meant(tuple(item.id for item in items), named=True, taken=taken, described=True)
        meant = self._coloured(meant, clause, among=items)
        return meant if meant.items and len(meant.items) <= MOST_OF_KIND and not meant.amiss else None

    def items_of(self, kinds: Iterable[str], title_words: Sequence[str]) -> frozenset[str]:
        """Ids of the items that are of one of the kinds or have one of the words in their title."""
        wanted = [self.vocabulary.of_kind(kind) for kind in kinds]
        wanted += [Filter(title_groups=(self.vocabulary.title_forms(word),)) for word in title_words]
        return frozenset(item.id for each in wanted for item in self._fitting(each))

    def _fitting(self, wanted: Filter) -> tuple[ItemSummary, ...]:
        if wanted not in self._fits:
            self._fits[wanted] = self._names.fitting(wanted)
        return self._fits[wanted]

    def narrowed(self, kind: Piece) -> tuple[str, ...]:
        """Words that must stand in the title: what a narrower word means, such as `parka`, be there such an
        item or not; else a compound that titles have, or what the word says of a garment besides.
        """
        word = "".join(kind.words)
        compound = len(kind.words) == 1 and self.vocabulary.is_compound(word)
        if kind.words in narrow_words() or compound:
            return (word,)
        own = frozenset[str]().union(*(OWN_TRAITS.get(each, ()) for each in kind.values("kind")))
        likes = sorted(kind.values("like") - own)
        titled = tuple(like for like in likes if self.vocabulary.said_of(like))
        return titled or tuple(likes[:1])

    def sizes_in(self, items: Iterable[str]) -> frozenset[str]:
        """The sizes that these items come in."""
        return self._names.sizes_in(items)

    def ordered_sizes(self, items: Iterable[str]) -> list[str]:
        """The sizes that these items come in, from small to large; those that have no order are left out."""
        sizes = self._names.sizes_in(items)
        ends = [self.vocabulary.sizes_from(size, None) for size in sizes]
        largest = max(ends, key=len, default=())
        return [each for each in largest if each in sizes]

    def one_design(self, items: Iterable[str]) -> bool:
        """Whether the items differ in their colour alone."""
        return len(designs(self._names.named(items).values())) == 1

    def colourways(self, items: Iterable[str]) -> tuple[str, ...]:
        """All items of the same designs."""
        return tuple(dict.fromkeys(item.id for item in self._families(items)))

    def _by_number(self, clause: Clause) -> Meant | None:
        places = clause.places("item")
        if not places:
            return None
        pieces = [clause.pieces[place] for place in places]
        items = dict.fromkeys(item for piece in pieces for item in sorted(piece.values("item")))
        skus = dict.fromkeys(sku for piece in pieces if (sku := piece.value("sku")) is not None)
        numbers = Meant(tuple(items), tuple(skus), named=True, taken=frozenset(places))
        return self._coloured(numbers, clause) if clause.places("colour") else numbers

    def _joined_names(self, clause: Clause, passing: Collection[str]) -> Meant | None:
        """Two garments, each with words of its own: `the Oxford shirt and the Palma one`."""
        joins = [
            place
            for place, piece in enumerate(clause.pieces)
            if piece.is_a("join", "and", "or", "versus", "than")
            or piece.is_a("ask", *_THAN)
            or (place + 1 < len(clause.pieces) and any(token.mark == "," for token in piece.tokens))
        ]
        for place in joins:
            comma = any(token.mark == "," for token in clause.pieces[place].tokens)
            parts = (range(place + comma), range(place + 1, len(clause.pieces)))
            meant = [self._named_within(clause, passing, part) for part in parts]
            if all(each is not None and each.items and not each.amiss for each in meant):
                found = [each for each in meant if each is not None]
                items = dict.fromkeys(item for each in found for item in each.items)
                joint = () if comma or clause.pieces[place].is_a("ask") else (place,)
                taken = frozenset(joint).union(*(each.taken for each in found))
                return Meant(tuple(items), named=True, taken=taken)
        return None

    def _named_within(self, clause: Clause, passing: Collection[str], within: range) -> Meant | None:
        """What a part of a clause names; a kind will do where it is one design alone."""
        if self._names_something(clause, within):
            return self._by_name(clause, passing, within)
        if len(_inside(clause.places("kind"), within)) != 1:
            return None
        part = Clause(clause.pieces[within.start : within.stop], self.vocabulary)
        meant = self.of_kind(part)
        if meant is None or not self.one_design(meant.items):
            return None
        return replace(meant, taken=frozenset(place + within.start for place in meant.taken))

    def _names_something(self, clause: Clause, within: range) -> bool:
        strong = ("kind", "colour", "brand", "location", "size", "refer", "filler", "cue", "number")
        return any(
            place in within and not any(clause.pieces[place].is_a(group) for group in strong)
            for place in clause.places("title")
        ) or any(place in within for place in self._named_as_kind(clause, within))

    def _by_name(self, clause: Clause, passing: Collection[str], within: range) -> Meant | None:
        strong: list[int] = []
        weak: list[int] = []
        for place in _inside(clause.places("title"), within):
            piece = clause.pieces[place]
            if any(piece.is_a(group) for group in ("kind", "colour", "brand", "location", "size", "refer")):
                continue
            passes = piece.is_a("filler") or piece.is_a("cue", *passing) or piece.is_a("number")
            (weak if passes or piece.is_a("join") or piece.is_a("ask") else strong).append(place)
        strong = strong or self._named_as_kind(clause, within)
        traits = [place for place in _inside(clause.places("trait"), within) if place not in strong]
        like = not strong
        if like and _inside(clause.places("kind"), within):
            strong, traits = traits, []
        brand = _inside(clause.places("brand"), within)
        if not strong and not self.brand_is_design(clause, brand):
            return None
        places = strong + (brand if not strong else [])
        words = [word for place in places for word in self._title_words(clause.pieces[place])]
        items, matched = self._titled(words)
        if matched < len(words) or any(place in clause.excluded for place in places):
            return Meant(named=True, amiss=True)
        taken = set(strong)
        items, fits = self._of_kind(items, clause, taken, within, like=like)
        if not fits:
            return Meant(named=True, amiss=True)
        items = self._of_brand(items, clause, taken, within)
        for place in traits:
            forms = self._as_titled(clause.pieces[place])
            some = [item for item in items if forms & forms_in(item.title)]
            if some:
                items = tuple(some)
                taken.add(place)
        for place in weak:
            some = [item for item in items if _title_word(clause.pieces[place]) in forms_in(item.title)]
            items = tuple(some) or items
        named = Meant(tuple(item.id for item in items), named=True, taken=frozenset(taken))
        return self._coloured(named, clause, among=items, within=within)

    def _named_as_kind(self, clause: Clause, within: range) -> list[int]:
        """Kinds of two words that stand in titles, such as `bobble hat`."""
        return [
            place
            for place in _inside(clause.places("kind"), within)
            if len(words := clause.pieces[place].words) > 1
            and all(self.vocabulary.title_word(word) == word for word in words)
        ]

    def _title_words(self, piece: Piece) -> list[set[str]]:
        """The words of titles that a piece names, those that mean the same together."""
        if len(piece.words) > 1 and all(self.vocabulary.title_word(word) == word for word in piece.words):
            return [{word} for word in piece.words]
        written = {_title_word(piece)} if piece.is_a("title") or not piece.is_a("trait") else set[str]()
        return [written | self.vocabulary.inflected(min(written, default="")) | self._as_titled(piece)]

    def _as_titled(self, piece: Piece) -> set[str]:
        """What a garment is like, as titles say it."""
        ways = (
            {*trait_words().get(each, {each}), *self.vocabulary.said_of(each)}
            for each in piece.values("trait")
        )
        return set[str]().union(*ways)

    def _titled(self, words: Sequence[set[str]]) -> tuple[tuple[ItemSummary, ...], int]:
        key = tuple(frozenset(each) for each in words)
        if key not in self._asked:
            self._asked[key] = self._names.titled(words)
        return self._asked[key]

    def brand_is_design(self, clause: Clause, brand: Sequence[int]) -> bool:
        """Whether a brand and a kind name one design, such as the Marlow T-shirt."""
        named = len(brand) == 1 and clause.pieces[brand[0]].is_a("title")
        if not named or not clause.places("kind"):
            return False
        items, _ = self._titled([{_title_word(clause.pieces[brand[0]])}])
        items, fits = self._of_kind(items, clause, set(), range(len(clause.pieces)))
        return fits and len(designs(items)) == 1

    def _of_kind(
        self,
        items: tuple[ItemSummary, ...],
        clause: Clause,
        taken: set[int],
        within: range,
        *,
        like: bool = False,
    ) -> tuple[tuple[ItemSummary, ...], bool]:
        """Those of the kinds that are named, and whether there are any; their words may be of the title.

        `like`: whether the items have no name but what they are like; then those of another kind don't fit.
        """
        kinds_there = _inside(clause.places("kind"), within)
        for place in kinds_there:
            piece = clause.pieces[place]
            kinds = piece.values("kind")
            words = set(piece.words).union(*(kind_words().get(kind, ()) for kind in kinds))
            words |= set().union(*(self.vocabulary.of_kind(kind).title_words for kind in kinds & UNCLASSED))
            written = [item for item in items if words & forms_in(item.title)]
            filters = [self.vocabulary.of_kind(kind) for kind in kinds]
            classes = {each for one in filters for each in one.classes}
            others = {each for one in filters for each in one.other_title_words}
            others = set() if not like or piece.is_a("trait") else others
            classed = [
                item for item in items if item.garment_class in classes and not others & forms_in(item.title)
            ]
            some = written or classed
            for word in self.narrowed(piece) if piece.words in narrow_words() else ():
                forms = self.vocabulary.title_forms(word)
                some = [item for item in items if item in written or item in classed]
                some = [item for item in some if forms & forms_in(item.title)]
            if not some and piece.is_a("trait") and place not in clause.excluded and len(kinds_there) > 1:
                continue  # the `portefeuille` of a wrap dress is no wallet
            if not some or place in clause.excluded:
                return (), False
            items = tuple(some)
            taken.add(place)
        return items, True

    def _of_brand(
        self, items: tuple[ItemSummary, ...], clause: Clause, taken: set[int], within: range
    ) -> tuple[ItemSummary, ...]:
        for place in _inside(clause.places("brand"), within):
            brands = self.vocabulary.brands_of(clause.pieces[place].value("brand") or "")
            some = [item for item in items if item.brand in brands]
            if some and place not in clause.excluded:
                items = tuple(some)
                taken.add(place)
        return items

    def _as_shown(self, clause: Clause, about: Sequence[str], *, passing: Collection[str]) -> Meant:
        if not about:
            return Meant()
        places = [place for place in clause.places("refer") if not clause.pieces[place].is_a("size")]
        if len(places) > 1:  # `leg 1 davon zurück` is an amount of these, and not the first
            places = [place for place in places if place not in bare_numbers(clause)]
        meanings = {value for place in places for value in clause.pieces[place].values("refer")}
        ordinals = [each for each in ORDINALS if each in meanings]
        if ordinals:
            items = [about[place] for each in ordinals if (place := ORDINALS[each]) < len(about)]
            if not items or meanings & {"these", "all", "other"}:
                return Meant(named=True, amiss=True)
        elif "other" in meanings:
            others = self._others(about)
            if not others:
                return Meant(named=True, amiss=True)
            items = others
        elif "both_colours" in meanings:
            items = list(self.colourways(about))
            if len(items) != 2:
                return Meant(named=True, amiss=True)
        elif meanings & {"these", "all"}:
            items = list(about)
        else:
            items = [about[0]]
        if "other_colour" in meanings and "colours" not in passing:  # else it is asked which there are
            own = set(items)
            items = [one.id for item in items for one in self._siblings(item) if one.id not in own]
        taken = set(places)
        if clause.places("kind"):  # `how much is the bag`, of a bag that was shown
            summaries = tuple(self._names.named(items).values())
            some, fits = self._of_kind(summaries, clause, taken, range(len(clause.pieces)))
            if not fits:
                return Meant(named=True, amiss=True)
            items = [item.id for item in some]
        meant = Meant(
            tuple(dict.fromkeys(items)),
            named=bool(meanings - {"all_sizes", "all_places", "same_size"}),
            selected=bool(ordinals or meanings & {"other", "other_colour", "both_colours"}),
            taken=frozenset(taken),
            shown=True,
        )
        if not clause.places("colour"):
            return meant
        same_design = self._coloured(meant, clause)
        if not same_design.colours or ordinals or len(about) < 2:
            return same_design
        of_list = self._coloured(meant, clause, among=self._names.named(about).values())
        return same_design if of_list.colours else of_list  # the red one of the jackets that were listed

    def _others(self, about: Sequence[str]) -> list[str]:
        """The other one: the second of those that were shown; of one item, its only other colour."""
        if len(about) > 1:
            return list(about[1:2])
        others = [item.id for item in self._siblings(about[0]) if item.id != about[0]]
        return others if len(others) == 1 else []

    def _coloured(
        self,
        meant: Meant,
        clause: Clause,
        *,
        among: Iterable[ItemSummary] | None = None,
        within: range | None = None,
    ) -> Meant:
        """The same designs in the colours that the clause names, or but for those that it excludes."""
        inside = range(len(clause.pieces)) if within is None else within
        places = [place for place in _inside(clause.places("colour"), inside) if place not in meant.taken]
        if not places:
            return meant
        pool = list(among) if among is not None else self._families(meant.items)
        there = {item.colour for item in pool}
        wanted, unwanted = (
            {
                each
                for place in places
                if (place in clause.excluded) is excluded
                for each in self._colours_of(clause.pieces[place], there)
            }
            for excluded in (False, True)
        )
        if among is None and not wanted:
            own = set(meant.items)
            pool = [item for item in pool if item.id in own] if len(own) > 1 else pool
        some = [
            item.id for item in pool if (not wanted or item.colour in wanted) and item.colour not in unwanted
        ]
        if wanted and among is None:
            some.sort(key=partial(self._place_of_colour, clause, places, pool))
        taken = meant.taken | frozenset(places)
        if not wanted and not some:
            return replace(meant, amiss=True)
        lacking = dict.fromkeys(
            clause.pieces[place].value("colour") or ""
            for place in places
            if place not in clause.excluded and not there & self._colours_of(clause.pieces[place], there)
        )
        items = tuple(dict.fromkeys(some)) or meant.items
        return replace(meant, items=items, taken=taken, selected=True, colours=Choice(tuple(lacking)))

    def _place_of_colour(
        self, clause: Clause, places: Sequence[int], pool: Iterable[ItemSummary], item: str
    ) -> int:
        """Where the colour of an item is named, so that what is named first comes first."""
        there = {each.colour for each in pool}
        colour = next(each.colour for each in pool if each.id == item)
        return next(
            (at for at in places if colour in self._colours_of(clause.pieces[at], there)), len(clause.pieces)
        )

    def _colours_of(self, piece: Piece, there: Collection[str | None]) -> set[str]:
        """All colours that a word means of those that are there: itself, else those named so, else shades."""
        named = sorted(piece.values("colour"))
        meant = [self.vocabulary.shades_of(each) for each in named]
        tiers = (
            {*tier}
            for tier in (
                *(each[0] for each in meant),
                *(each[1] for each in meant),
                *(each[2] for each in meant),
            )
        )
        return next((tier & {*there} for tier in tiers if tier & {*there}), {named[0]})

    def _siblings(self, item: str) -> tuple[ItemSummary, ...]:
        if item not in self._same:
            self._same[item] = self._names.siblings(item)
        return self._same[item]

    def _families(self, items: Iterable[str]) -> list[ItemSummary]:
        by_id: dict[str, ItemSummary] = {}
        for item in items:
            by_id |= {one.id: one for one in self._siblings(item)}
        return list(by_id.values())


def _inside(places: Iterable[int], within: range) -> list[int]:
    return [place for place in places if place in within]


def _title_word(piece: Piece) -> str:
    return piece.value("title") or piece.words[0]

"""Which items a question is about: by number, by name, or as what the last answer showed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.questions.lexicon import kind_words, narrow_words
from bot.questions.sentence import Sentence
from bot.questions.spans import Piece
from bot.questions.vocabulary import Names, Vocabulary, designs
from catalogue.database import ItemSummary
from catalogue.words import forms_in

_ORDINAL = {"n1": 0, "n2": 1, "n3": 2, "n4": 3, "n5": 4, "last": -1}


@dataclass(frozen=True, slots=True)
class Meant:
    """The items that are meant."""

    items: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    named: bool = False
    """Whether the message says which; else they are what was shown last."""
    taken: frozenset[int] = frozenset()
    """Places of the pieces that say so."""
    colour: str | None = None
    """The colour that was asked for and that none of them has."""
    amiss: bool = False
    """Whether the message names something that is not there."""


class References:
    """Finds the items. Raises `StoreError` where the database does not answer."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self._names = names
        self._vocabulary = vocabulary
        self._asked: dict[tuple[frozenset[str], ...], tuple[tuple[ItemSummary, ...], int]] = {}
        self._same: dict[str, tuple[ItemSummary, ...]] = {}

    def meant(self, sentence: Sentence, about: Sequence[str], *, passing: Collection[str]) -> Meant:
        """What a sentence is about; a title's words that are cues in `passing` too need not be names."""
        by_number = self._by_number(sentence)
        if by_number is not None:
            return by_number
        by_name = self._by_name(sentence, passing)
        if by_name is not None:
            return by_name
        return self._as_shown(sentence, about, passing=passing)

    def _by_number(self, sentence: Sentence) -> Meant | None:
        places = [place for place, piece in enumerate(sentence.pieces) if piece.is_a("item")]
        if not places:
            return None
        pieces = [sentence.pieces[place] for place in places]
        items = dict.fromkeys(item for piece in pieces if (item := piece.value("item")) is not None)
        skus = dict.fromkeys(sku for piece in pieces if (sku := piece.value("sku")) is not None)
        numbers = Meant(tuple(items), tuple(skus), named=True, taken=frozenset(places))
        return self._coloured(numbers, sentence) if sentence.places("colour") else numbers

    def _by_name(self, sentence: Sentence, passing: Collection[str]) -> Meant | None:
        strong: list[int] = []
        weak: list[int] = []
        for place in sentence.places("title"):
            piece = sentence.pieces[place]
            if any(piece.is_a(group) for group in ("kind", "colour", "brand", "location", "size", "refer")):
                continue
            passes = piece.is_a("filler") or piece.is_a("cue", *passing) or piece.is_a("number")
            (weak if passes else strong).append(place)
        strong = strong or self._named_as_kind(sentence)
        traits = [place for place in sentence.places("trait") if place not in strong]
        if not strong and sentence.places("kind"):
            strong, traits = traits, []
        brand = sentence.places("brand")
        if not strong and not self.brand_is_design(sentence, brand):
            return None
        words = [
            word
            for place in strong + (brand if not strong else [])
            for word in self._title_words(sentence.pieces[place])
        ]
        items, matched = self._titled(words)
        if matched < len(words):
            return Meant(named=True, amiss=True)
        taken = set(strong)
        items, fits = self._of_kind(items, sentence, taken)
        if not fits:
            return Meant(named=True, amiss=True)
        items = self._of_brand(items, sentence, taken)
        for place in traits:
            forms = sentence.pieces[place].values("trait")
            some = [item for item in items if forms & forms_in(item.title)]
            if some:
                items = tuple(some)
                taken.add(place)
        for place in weak:
            some = [item for item in items if self._title_word(sentence, place) in forms_in(item.title)]
            items = tuple(some) or items
        named = Meant(tuple(item.id for item in items), named=True, taken=frozenset(taken))
        return self._coloured(named, sentence, among=items)

    def _named_as_kind(self, sentence: Sentence) -> list[int]:
        """Kinds of two words that stand in titles, such as `bobble hat`."""
        return [
            place
            for place in sentence.places("kind")
            if len(words := sentence.pieces[place].words) > 1
            and all(self._vocabulary.title_word(word) == word for word in words)
        ]

    def _title_words(self, piece: Piece) -> list[set[str]]:
        """The words of titles that a piece names, those that mean the same together."""
        if len(piece.words) > 1 and all(self._vocabulary.title_word(word) == word for word in piece.words):
            return [{word} for word in piece.words]
        if piece.is_a("title") or not piece.is_a("trait"):
            return [{_title_word(piece)}]
        return [piece.values("trait")]

    def _titled(self, words: Sequence[set[str]]) -> tuple[tuple[ItemSummary, ...], int]:
        """Items by words of their titles; asked of the database once a message."""
        key = tuple(frozenset(each) for each in words)
        if key not in self._asked:
            self._asked[key] = self._names.titled(words)
        return self._asked[key]

    def _title_word(self, sentence: Sentence, place: int) -> str:
        return _title_word(sentence.pieces[place])

    def brand_is_design(self, sentence: Sentence, brand: Sequence[int]) -> bool:
        """Whether a brand and a kind name one design, such as the Marlow T-shirt."""
        named = bool(brand) and sentence.pieces[brand[0]].is_a("title")
        if not named or not sentence.places("kind"):
            return False
        items, _ = self._titled([{self._title_word(sentence, brand[0])}])
        items, fits = self._of_kind(items, sentence, set())
        return fits and len(designs(items)) == 1

    def _of_kind(
        self, items: tuple[ItemSummary, ...], sentence: Sentence, taken: set[int]
    ) -> tuple[tuple[ItemSummary, ...], bool]:
        """Those of the kinds that are named, and whether there are any; their words may be of the title."""
        for place in sentence.places("kind"):
            piece = sentence.pieces[place]
            kinds = piece.values("kind")
            words = set(piece.words).union(*(kind_words().get(kind, ()) for kind in kinds))
            written = [item for item in items if words & forms_in(item.title)]
            classes = {each for kind in kinds for each in self._vocabulary.of_kind(kind).classes}
            classed = [item for item in items if item.garment_class in classes]
            narrow = narrow_words().get(piece.words, frozenset())
            narrowed = [item for item in items if narrow & forms_in(item.title)]
            some = narrowed or written or classed
            if not some:
                return (), False
            items = tuple(some)
            taken.add(place)
        return items, True

    def _of_brand(
        self, items: tuple[ItemSummary, ...], sentence: Sentence, taken: set[int]
    ) -> tuple[ItemSummary, ...]:
        for place in sentence.places("brand"):
            brands = self._vocabulary.brands_of(sentence.pieces[place].value("brand") or "")
            some = [item for item in items if item.brand in brands]
            if some:
                items = tuple(some)
                taken.add(place)
        return items

    def _as_shown(self, sentence: Sentence, about: Sequence[str], *, passing: Collection[str]) -> Meant:
        if not about:
            return Meant()
        places = [place for place in sentence.places("refer") if not sentence.pieces[place].is_a("size")]
        meanings = {
            tag.value for place in places for tag in sentence.pieces[place].tags if tag.group == "refer"
        }
        ordinals = [each for each in _ORDINAL if each in meanings]
        if ordinals:
            items = [about[place] for each in ordinals if (place := _ORDINAL[each]) < len(about)]
            if not items:
                return Meant(named=True, amiss=True)
        elif "other" in meanings:
            if len(about) == 1:
                others = [item.id for item in self._siblings(about[0]) if item.id != about[0]]
                if len(others) != 1:
                    return Meant(named=True, amiss=True)
                items = others
            else:
                items = list(about[1:2])
        elif meanings & {"these", "all"}:
            items = list(about)
        else:
            items = [about[0]]
        if "other_colour" in meanings and "colours" not in passing:  # else it is asked which there are
            own = set(items)
            items = [one.id for item in items for one in self._siblings(item) if one.id not in own]
        taken = set(places)
        if sentence.places("kind"):  # `how much is the bag`, of a bag that was shown
            some, fits = self._of_kind(tuple(self._names.named(items).values()), sentence, taken)
            if not fits:
                return Meant(named=True, amiss=True)
            items = [item.id for item in some]
        named = bool(meanings - {"all_sizes"})
        meant = Meant(tuple(dict.fromkeys(items)), named=named, taken=frozenset(taken))
        return self._coloured(meant, sentence) if sentence.places("colour") else meant

    def _coloured(
        self, meant: Meant, sentence: Sentence, *, among: Iterable[ItemSummary] | None = None
    ) -> Meant:
        """The same designs in the colours that the sentence names."""
        places = [place for place in sentence.places("colour") if place not in meant.taken]
        if not places:
            return meant
        colours = {
            each
            for place in places
            for each in self._vocabulary.colours_of(sentence.pieces[place].value("colour") or "")
        }
        pool = list(among) if among is not None else self._families(meant.items)
        some = [item.id for item in pool if item.colour in colours]
        taken = meant.taken | frozenset(places)
        if some:
            return Meant(tuple(dict.fromkeys(some)), meant.skus, meant.named, taken)
        colour = sentence.pieces[places[0]].value("colour")
        return Meant(meant.items, meant.skus, meant.named, taken, colour=colour)

    def _siblings(self, item: str) -> tuple[ItemSummary, ...]:
        if item not in self._same:
            self._same[item] = self._names.siblings(item)
        return self._same[item]

    def _families(self, items: Iterable[str]) -> list[ItemSummary]:
        by_id: dict[str, ItemSummary] = {}
        for item in items:
            by_id |= {one.id: one for one in self._siblings(item)}
        return list(by_id.values())


def _title_word(piece: Piece) -> str:
    return piece.value("title") or piece.words[0]

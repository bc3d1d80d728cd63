"""A sentence while one rule reads it: what its phrases say goes into slots, and what is left is noticed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from bot.questions.lexicon import narrow_words
from bot.questions.references import Meant, References
from bot.questions.sentence import Sentence
from bot.questions.vocabulary import widest
from bot.state.memory import Context

GARMENT = ("kind", "colour", "brand")
"""What a garment is described by; filters of a list."""


class Reader:
    """A sentence while one rule reads it."""

    def __init__(
        self, sentence: Sentence, context: Context, references: References, passing: Collection[str]
    ) -> None:
        self.sentence = sentence
        self.context = context
        self.slots: dict[str, Any] = {}
        self.narrower: tuple[str, ...] = ()
        self._references = references
        self._passing = passing

    def has(self, *cues: str) -> bool:
        return self.sentence.has(*cues)

    def any(self, *groups: str) -> bool:
        return any(self.sentence.places(group) for group in groups)

    def take(self, places: Collection[int]) -> None:
        self.sentence.taken |= set(places)

    def meant(self, *, needed: bool = True) -> Meant | None:
        """The items, into the slots; None where something is named that is not there, or nothing is meant."""
        meant = self._references.meant(self.sentence, self.context.items, passing=self._passing)
        if meant.amiss or (needed and not meant.items):
            return None
        self.take(meant.taken)
        if meant.items:
            self.slots["items"] = list(meant.items)
        if meant.skus:
            self.slots["skus"] = list(meant.skus)
        if meant.colour is not None:
            self.slots["colour"] = meant.colour
        return meant

    def names_a_design(self) -> bool:
        """Whether a brand and a kind are the name of one design."""
        return self._references.brand_is_design(self.sentence, self.sentence.places("brand"))

    def size(self, *, quantity: bool = False) -> None:
        places = self.sentence.sizes(quantity=quantity)
        if places:
            self.slots["size"] = self.sentence.pieces[places[0]].value("size")
            self.take(places[:1])

    def location(self) -> None:
        places = self.sentence.locations()
        if places:
            self.slots["location"] = self.sentence.pieces[places[0]].value("location")
            self.take(places[:1])

    def bounds(self) -> None:
        self.slots |= {
            slot: self.sentence.slots[slot]
            for slot in ("more_than", "less_than")
            if slot in self.sentence.slots
        }

    def quantity(self) -> None:
        """The first number that is no size; else `one`, where it stands for itself."""
        for place in self.sentence.numbers:
            if place not in self.sentence.taken:
                self.slots["quantity"] = int(self.sentence.pieces[place].value("number") or 0)
                self.take([place])
                return
        for place in self.sentence.places("cue", "one"):
            piece = self.sentence.pieces[place]
            before = next(self.sentence.before(place), None)
            groups = (*GARMENT, "refer", "title")
            described = before is not None and any(before.is_a(group) for group in groups)
            article = piece.words[0] in ("a", "an") and not self._names_one(place + 1)
            if not article and not described:
                self.slots["quantity"] = 1
                self.take([place])
                return

    def named_person(self) -> bool:
        """Whether the person's name is written as one."""
        return str(self.slots.get("person", "")) in " ".join(each.said for each in self.sentence.pieces)

    def _is_amount(self, place: int) -> bool:
        """Whether a word that often says nothing is a number here: `sei felpe` are six hoodies."""
        piece = self.sentence.pieces[place]
        following = self.sentence.pieces[place + 1 : place + 2]
        counts = any(int(number) > 1 for number in piece.values("number"))
        return counts and any(each.is_a("kind") or each.is_a("cue", "unit") for each in following)

    def _names_one(self, place: int) -> bool:
        """Whether a garment or a size stands there: `a medium`."""
        following = self.sentence.pieces[place : place + 1]
        return any(piece.is_a(group) for piece in following for group in (*GARMENT, "title", "trait", "size"))

    def day(self, slot: str) -> bool:
        """The day, into that slot; False where it is of another kind."""
        day = self.sentence.slots.get("day")
        if day is None:
            return True
        if self.sentence.slots.get("day_as", slot) != slot:
            return False
        if slot != "since" and "until_day" in self.sentence.slots:
            return False
        self.slots[slot] = day
        if "until_day" in self.sentence.slots:
            self.slots["until_day"] = self.sentence.slots["until_day"]
        return True

    def garments(self) -> None:
        """Kind, colour and brand, as filters."""
        for group in GARMENT:
            places = self.sentence.places(group)
            if places:
                piece = self.sentence.pieces[places[0]]
                self.slots[group] = widest(piece.values(group)) if group == "kind" else piece.value(group)
                if group == "kind":
                    self.narrower = tuple(sorted(narrow_words().get(piece.words, ())))
                self.take(places[:1])

    def all_used(self, slots: Mapping[str, Any]) -> bool:
        """Whether the amounts and the day that were said are in the slots."""
        sentence_slots = self.sentence.slots
        dated = "day" not in sentence_slots or slots.keys() & {"since", "until"}
        return bool(dated) and all(
            bound in slots for bound in ("more_than", "less_than") if bound in sentence_slots
        )

    def accounted(self, *cues: str, fillers: bool = True, praise: bool = True) -> bool:
        """Whether each piece says something that belongs to the question, or adds nothing to it.

        `fillers`: whether the latter will do. `praise`: whether words of praise may stand anywhere, and not
        before all else alone, where they are of what was said before.
        """
        greeted = 0 if praise else self.sentence.greeted
        return all(
            place in self.sentence.taken
            or (fillers and piece.is_a("filler") and not self._is_amount(place))
            or piece.is_a("cue", "unit", "honorific", *cues)
            or (
                piece.is_a("cue", "thanks") and (praise or place < greeted or not piece.is_a("cue", "praise"))
            )
            or (piece.is_a("place") and "location" in self.slots)
            or (piece.is_a("place") and "to_location" in self.slots)
            for place, piece in enumerate(self.sentence.pieces)
        )

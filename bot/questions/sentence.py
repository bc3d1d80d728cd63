"""What stands in a message, whatever is asked: amounts, days, places, sizes, persons, references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.questions.spans import Piece

BOUNDS = {"more": 0, "at_least": -1, "less": 0, "at_most": 1}
"""What is added to the number of `more than 10`, `at least 10` and so on, to say it as more or less than."""
AFTER = {"or_more": ("more_than", -1), "or_less": ("less_than", 1)}
DAY_GROUPS = ("day", "weekday", "date")
_NO_NAME = ("location", "day", "weekday", "date", "item", "refer", "number", "role", "kind")


@dataclass(slots=True)
class Sentence:
    """Pieces, and which of them say something that is understood."""

    pieces: Sequence[Piece]
    slots: dict[str, Any] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    """Places of the pieces that `slots` came from."""
    numbers: list[int] = field(default_factory=list)
    """Places of the numbers that no bound took."""

    def __post_init__(self) -> None:
        self._bounds()
        self._days()
        self.numbers = [
            place
            for place, piece in enumerate(self.pieces)
            if place not in self.taken and piece.is_a("number") and not piece.is_a("refer")
        ]

    def places(self, group: str, *values: str) -> list[int]:
        """Where such pieces stand that are not taken yet."""
        return [
            place
            for place, piece in enumerate(self.pieces)
            if place not in self.taken and piece.is_a(group, *values)
        ]

    def has(self, *cues: str) -> bool:
        """Whether one of these cues stands anywhere."""
        return any(piece.is_a("cue", *cues) for piece in self.pieces)

    def before(self, place: int) -> Iterator[Piece]:
        """The pieces before that one, nearest first."""
        return (self.pieces[each] for each in range(place - 1, -1, -1))

    def follows(self, place: int, *cues: str, over: int = 2) -> bool:
        """Whether one of the cues stands right before that place, but for some words that say nothing."""
        for count, piece in enumerate(self.before(place)):
            if piece.is_a("cue", *cues):
                return True
            if count >= over or not (piece.is_a("filler") or piece.is_a("place")):
                return False
        return False

    def said(self, places: Sequence[int]) -> str:
        """The words there, as they were written."""
        words = {token.word: token.said for place in places for token in self.pieces[place].tokens}
        return " ".join(words.values())

    def locations(self) -> list[int]:
        """Where locations stand, in order; of `the Berlin shop` the first word alone, the other is taken."""
        found: list[int] = []
        for place, piece in enumerate(self.pieces):
            if not piece.is_a("location"):
                continue
            said = piece.value("location")
            if any(self.pieces[each].value("location") == said for each in found):
                self.taken.add(place)
            else:
                found.append(place)
        return found

    def sizes(self, *, quantity: bool) -> list[int]:
        """Where sizes stand; of a number alone that may be an amount, only what is said as a size."""
        found = []
        for place in self.places("size"):
            piece = self.pieces[place]
            if not piece.is_a("number") or self.follows(place, "size_word", "in") or not quantity:
                found.append(place)
        return found

    def person(self, *, anywhere: bool = False) -> tuple[str | None, list[int]]:
        """A name: what nobody knows, or is written with a capital, after `for`; or anywhere at all."""
        starts = [
            place + 1
            for place, piece in enumerate(self.pieces[:-1])
            if piece.is_a("cue", "for", "reservations", "release")
        ]
        for start in range(len(self.pieces)) if anywhere else starts:
            places = []
            for place in range(start, len(self.pieces)):
                if place in self.taken or not self._may_be_name(place):
                    break
                places.append(place)
            if places:
                return self.said(places).lstrip("@"), places
        return None, []

    def _may_be_name(self, place: int) -> bool:
        piece = self.pieces[place]
        if any(piece.is_a(group) for group in _NO_NAME) and not piece.mended:
            return False
        if piece.said.startswith("@") or not piece.tags or piece.mended:
            return True
        return place > 0 and piece.said.istitle() and not all(each.said.istitle() for each in self.pieces)

    def _bounds(self) -> None:
        for place, piece in enumerate(self.pieces):
            if not piece.is_a("number"):
                continue
            number = int(piece.value("number") or 0)
            for cue, added in BOUNDS.items():
                if place and self.pieces[place - 1].is_a("cue", cue):
                    self._bind("more_than" if cue in ("more", "at_least") else "less_than", number + added)
                    self.taken |= {place - 1, place}
                    break
            else:
                if place + 1 < len(self.pieces):
                    for cue, (slot, added) in AFTER.items():
                        if self.pieces[place + 1].is_a("cue", cue):
                            self._bind(slot, number + added)
                            self.taken |= {place, place + 1}

    def _bind(self, slot: str, value: int) -> None:
        self.slots[slot] = value

    def _days(self) -> None:
        for place, piece in enumerate(self.pieces):
            group = next((each for each in DAY_GROUPS if piece.is_a(each)), None)
            if group is None or "day" in self.slots or piece.is_a("title"):
                continue
            self.slots["day"] = piece.value(group)
            self.taken.add(place)
            if self.follows(place, "until", over=1):
                self.slots["day_as"] = "until"
            elif self.follows(place, "since", over=1):
                self.slots["day_as"] = "since"

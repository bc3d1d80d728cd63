"""What stands in a message, whatever is asked: amounts, days, places, sizes, persons, references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from bot.questions.spans import Piece

BOUNDS = {"more": 0, "at_least": -1, "less": 0, "at_most": 1}
"""What is added to the number of `more than 10`, `at least 10` and so on, to say it as more or less than."""
AFTER = {
    "or_more": ("more_than", -1),
    "or_less": ("less_than", 1),
    "at_least": ("more_than", -1),
    "at_most": ("less_than", 1),
}
"""The same said after the number: `10 or more`, `3 pieces at most`."""
BETWEEN = 3
"""Pieces that may stand between a number and what is said after it: `five black shirts or more`."""
_BESIDE = re.compile(r"^[dl]['’](?=\w)|['’]s$", re.IGNORECASE)
"""What French and English write beside a name."""
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
        self._customers()
        self._bounds()
        self._days()
        self.numbers = [
            place
            for place, piece in enumerate(self.pieces)
            if place not in self.taken and piece.is_a("number") and not piece.is_a("refer")
        ]

    def copy(self) -> Sentence:
        """A copy from which one rule may take pieces, without analysing them again."""
        same = copy(self)
        same.slots, same.taken = dict(self.slots), set(self.taken)
        return same

    @property
    def asked(self) -> bool:
        """Whether a question mark stands in it."""
        return any(token.asked for piece in self.pieces for token in piece.tokens)

    @property
    def greeted(self) -> int:
        """How many pieces of thanks, praise and greetings stand before all else."""
        others = (place for place, piece in enumerate(self.pieces) if not piece.is_a("cue", "thanks"))
        return next(others, len(self.pieces))

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
        places: list[int] = []
        for place, piece in enumerate(self.pieces):
            if not piece.is_a("location"):
                continue
            location = piece.value("location")
            if any(self.pieces[each].value("location") == location for each in places):
                self.taken.add(place)
            else:
                places.append(place)
        return places

    def sizes(self, *, quantity: bool) -> list[int]:
        """Where sizes stand; of a number alone that may be an amount, only what is said as a size.

        Of two amounts, the last that is a size is meant as one: `2 pairs of the boots 41`.
        """
        places = []
        for place in self.places("size"):
            as_size = not quantity or self.follows(place, "size_word", "in")
            if not self.pieces[place].is_a("number") or (as_size and not self.counts(place)):
                places.append(place)
        if quantity and not places:
            amounts = [place for place in self.numbers if place not in self.taken]
            sizes = [place for place in amounts if self.pieces[place].is_a("size") and not self.counts(place)]
            places = sizes[-1:] if len(amounts) > 1 else []
        return places

    def counts(self, place: int) -> bool:
        """Whether a number stands before pieces or pairs: then it is an amount."""
        return place + 1 < len(self.pieces) and self.pieces[place + 1].is_a("cue", "unit")

    def person(self, *, anywhere: bool = False) -> tuple[str | None, list[int]]:
        """A name: what nobody knows, or is written with a capital, after `for`; or anywhere at all."""
        starts = [
            place + 1
            for place, piece in enumerate(self.pieces[:-1])
            if piece.is_a("cue", "for", "reservations", "release", "booking")
        ]
        starts += [
            place - 1 if not self.pieces[place - 1].is_a("filler") else place - 2
            for place, piece in enumerate(self.pieces)
            if place and piece.is_a("cue", "booking")
        ]
        named = [
            candidate
            for start in (range(len(self.pieces)) if anywhere else starts)
            if start >= 0
            and (candidate := self._name(start))
            and (anywhere or self.follows(candidate[0], "for", over=0) or self._is_marked(candidate[0]))
        ]
        if not named:
            return None, []
        marked = [places for places in named if self._is_marked(places[0])]
        strange = [places for places in marked or named if not self.pieces[places[0]].tags]
        places = (strange or marked or named)[0 if anywhere or strange else -1]
        return _as_name(self.said(places)), places

    def _is_marked(self, place: int) -> bool:
        """Whether a word is written as a name: `reservations Anna`, not `reservations pending`."""
        text = self.pieces[place].said
        return text.startswith("@") or text[:1].isupper() or self.follows(place, "honorific", over=0)

    def _name(self, start: int) -> list[int]:
        """The places of the name that begins there."""
        while start < len(self.pieces) and self.pieces[start].is_a("cue", "honorific"):
            start += 1
        places: list[int] = []
        for place in range(start, len(self.pieces)):
            if (
                place in self.taken
                or not self._may_be_name(place)
                or self.pieces[place].is_a("cue", "booking")
            ):
                break
            places.append(place)
        return places

    def _may_be_name(self, place: int) -> bool:
        piece = self.pieces[place]
        if any(piece.is_a(group) for group in _NO_NAME) and not piece.repaired:
            return False
        if piece.said.startswith("@") or not piece.tags or piece.repaired:
            return True
        return place > 0 and piece.said.istitle() and not all(each.said.istitle() for each in self.pieces)

    def _customers(self) -> None:
        """`Three customers ask` has no amount of garments in it."""
        for place, piece in enumerate(self.pieces[:-1]):
            if piece.is_a("number") and self.pieces[place + 1].is_a("cue", "customer"):
                self.taken.add(place)

    def _bounds(self) -> None:
        for place, piece in enumerate(self.pieces):
            if not piece.is_a("number") or place in self.taken:
                continue
            number = int(piece.value("number") or 0)
            before = next((cue for cue in BOUNDS if place and self.pieces[place - 1].is_a("cue", cue)), None)
            if before is not None:
                slot = "more_than" if before in ("more", "at_least") else "less_than"
                self.slots[slot] = number + BOUNDS[before]
                self.taken |= {place - 1, place}
                continue
            after = self._said_after(place)
            if after is not None:
                cue = next(cue for cue in AFTER if self.pieces[after].is_a("cue", cue))
                slot, added = AFTER[cue]
                self.slots[slot] = number + added
                self.taken |= {place, after}

    def _said_after(self, place: int) -> int | None:
        """Where `or more` and the like stand that belong to that number."""
        for after in range(place + 1, min(place + 2 + BETWEEN, len(self.pieces))):
            piece = self.pieces[after]
            if any(piece.is_a("cue", cue) for cue in AFTER) and not piece.is_a("cue", "until"):
                follows = after + 1 < len(self.pieces) and self.pieces[after + 1].is_a("number")
                return None if follows else after
            groups = ("filler", "kind", "colour", "title", "brand", "size")
            if piece.is_a("number") or not any(piece.is_a(group) for group in groups):
                return None
        return None

    def _days(self) -> None:
        """One day, or the first and the last of some: `between 1.6.2026 and 15.6.2026`."""
        days = []
        for place, piece in enumerate(self.pieces):
            group = next((each for each in DAY_GROUPS if piece.is_a(each)), None)
            until, since = (self.follows(place, cue, over=1) for cue in ("until", "since"))
            if group is None or (piece.is_a("title") and not until and not since):
                continue
            days.append((place, piece.value(group), until, since))
        for place, day, until, since in days[:1]:
            self.slots["day"] = day
            self.taken.add(place)
            if until and (not since or len(days) == 1):
                self.slots["day_as"] = "until"
            elif since:
                self.slots["day_as"] = "since"
        if len(days) == 2 and self.slots.get("day_as") != "until":
            place, day, until, _ = days[1]
            if until or self.follows(place, "and", over=0):
                self.slots |= {"day_as": "since", "until_day": day}
                self.taken.add(place)


def _as_name(text: str) -> str:
    """The name in what was said: `@Anna`, `d'Anna`, `Anna's`, and `anna` are Anna."""
    name = _BESIDE.sub("", text.lstrip("@"))
    return name.title() if name == name.lower() else name

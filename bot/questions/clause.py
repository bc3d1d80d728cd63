"""A clause: its pieces, what joins the names in it, and what turns them round.

"Navy or black, in M to XL, not in Berlin" has a set of colours, a range of sizes, and an excluded place. A
word that joins or excludes belongs to the names beside it; one that belongs to nothing is left over, and
then the clause isn't understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy

from bot.questions.query import Choice
from bot.questions.spans import Piece
from bot.questions.vocabulary import Vocabulary, widest

SETS = ("location", "size", "colour", "brand", "kind")
"""Groups of names of which several may be named, or excluded."""
SIZE_BOUNDS = {
    "more": (True, False),
    "less": (False, False),
    "at_least": (True, True),
    "at_most": (False, True),
}
"""Cues of bounds: whether sizes from there upward are meant, and whether the one that is said is."""
STRICT = frozenset({"or", "except", "deny", "versus", "both", "same", "over", "under", "left_out"})
"""Joining words that are never passed over."""
_SOFT = ("in", "from", "size_word", "at", "to", "for")
ASKED = (
    "free", "needed", "most", "least", "cheapest", "dearest", "newest", "oldest", "more", "less", "cheaper",
    "dearer", "difference", "share", "items", "counted", "moved", "each", "rest", "rest",
)  # fmt: skip
"""Features of a question that are never passed over either."""


class Clause:
    """A clause while it is read; `copy` gives one that an act may take pieces from."""

    def __init__(self, pieces: Sequence[Piece], vocabulary: Vocabulary) -> None:
        self.pieces = tuple(pieces)
        self.vocabulary = vocabulary
        self.taken: set[int] = set()
        """Places of the pieces that are accounted for."""
        self.turned: set[int] = set()
        """Places of words that exclude or join: no cues of their own any more."""
        self.excluded: set[int] = set()
        """Places of the names that are excluded."""
        self.denied: set[int] = set()
        """Those of them of which it is said that something is not there: `not in Berlin`."""
        self.pairs: list[tuple[str, int, int]] = []
        """Names that are set against each other: their group and their places."""
        self.unsure = False
        """Whether a word that joins or excludes could belong to more than one name."""
        self.ranges: dict[int, tuple[str, ...]] = {}
        """Sizes that a range names, by the place of its first word; its other sizes are in `taken`."""
        self._ranges()
        self._exclusions()
        self.turned |= {
            place
            for place, piece in enumerate(self.pieces)
            if piece.is_a("join", "than") and any(self._between(place, group) for group in SETS)
        }  # the Spanish `que` of `más negras que azules` asks nothing
        self._joins()

    def copy(self) -> Clause:
        """A copy from which one act may take pieces, without reading the names again."""
        same = copy(self)
        same.taken = set(self.taken)
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
            if place not in self.taken
            and piece.is_a(group, *values)
            and not (group in SETS and piece.is_a("join", "except"))  # Polish `bez` is no beige
        ]

    def has(self, *cues: str) -> bool:
        """Whether one of these cues stands anywhere."""
        return bool(self.cues(*cues))

    def cues(self, *cues: str) -> list[int]:
        """Where these cues stand, but for words that exclude or join."""
        return [
            place
            for place, piece in enumerate(self.pieces)
            if place not in self.turned
            and piece.is_a("cue", *cues)
            and not (piece.is_a("join", "only") and piece.is_a("cue", "low"))
            and not (piece.is_a("join", "or") and self._parts_names(place))
        ]

    def _parts_names(self, place: int) -> bool:
        """Whether names stand on both sides: then French `ou` is no `où`."""
        named = [any(piece.is_a(group) for group in (*SETS, "title", "item")) for piece in self.pieces]
        return any(named[:place]) and any(named[place + 1 :])

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

    def site_start(self, place: int) -> int:
        """Where the words for a site begin: `la tienda de Lübeck`, which is not said to be where from."""
        for start, between in ((place - 2, self.pieces[place - 1 : place]), (place - 1, ())):
            named = start >= 0 and self.pieces[start].is_a("place") and start not in self.taken
            if named and all(each.is_a("cue", "from", "in") for each in between):
                return start
        return place

    def counts(self, place: int) -> bool:
        """Whether a number stands before pieces or pairs: then it is an amount."""
        return place + 1 < len(self.pieces) and self.pieces[place + 1].is_a("cue", "unit")

    def said(self, places: Sequence[int]) -> str:
        """The words there, as they were written."""
        words = {token.word: token.said for place in places for token in self.pieces[place].tokens}
        return " ".join(words.values())

    def value(self, group: str, place: int) -> tuple[str, ...]:
        """What the name there means: a range of sizes has several."""
        if place in self.ranges and group == "size":
            return self.ranges[place]
        piece = self.pieces[place]
        if group == "location" and piece.is_a("sites"):
            return tuple(sorted(piece.values("location")))
        value = widest(piece.values(group)) if group == "kind" else piece.value(group)
        return () if value is None else (value,)

    def choice(self, group: str, places: Sequence[int]) -> Choice:
        """The names there as a set, which are taken; none twice."""
        self.taken |= set(places)
        values: dict[bool, dict[str, None]] = {False: {}, True: {}}
        for place in places:
            values[place in self.excluded] |= dict.fromkeys(self.value(group, place))
        return Choice(tuple(values[False]), tuple(values[True]))

    def nearest(self, place: int, step: int, group: str, *, over: Sequence[str] = _SOFT) -> int | None:
        """The place of the next name of that group to the left or right, over words that say nothing."""
        at = place + step
        while 0 <= at < len(self.pieces):
            piece = self.pieces[at]
            if piece.is_a(group) and at not in self.turned:
                return at
            if not self._is_soft(piece, over):
                return None
            at += step
        return None

    def _is_soft(self, piece: Piece, over: Sequence[str] = _SOFT) -> bool:
        strict = any(piece.is_a(group) for group in ("operator", "ask", *SETS))
        return not strict and (piece.is_a("cue", *over) or piece.is_a("place") or piece.is_a("join", "only"))

    def _take(self, *places: int) -> None:
        self.taken |= set(places)
        self.turned |= set(places)

    def _ranges(self) -> None:
        """`From M to XL`, `36-38`, `L and up`, `up to 38`."""
        sizes = self.vocabulary.sizes_from
        for place in self.places("size"):
            if place in self.taken:
                continue
            first = self.pieces[place].value("size")
            end, joint = self._range_end(place)
            if end is not None and (between := sizes(first, self.pieces[end].value("size"))):
                self.ranges[place] = between
                self._take(*joint)
                self.taken.add(end)
                self._take_start(place)
                continue
            after = place + 1
            while after < len(self.pieces) and self.pieces[after].is_a("cue", "unit"):
                after += 1
            numeric = self.pieces[place].is_a("number")
            for join, ends in (("up", (first, None)), ("down", (None, first))):
                if not numeric and after < len(self.pieces) and self.pieces[after].is_a("join", join):
                    self.ranges[place] = sizes(*ends)
                    self._take(after)
                    self._take_start(place)
            if place and self.pieces[place - 1].is_a("join", "onwards"):
                self.ranges[place] = sizes(first, None)
                self._take(place - 1)
                continue
            if bounded := self._bound_of_sizes(place):
                self.ranges[place] = bounded
                continue
            if place and not numeric and self.pieces[place - 1].is_a("join", "over", "under", "to"):
                word = self.pieces[place - 1]
                if word.is_a("join", "to") and word.is_a("cue", "at_most"):
                    self.ranges[place] = sizes(None, first)
                elif word.is_a("join", "over", "under"):
                    ends = (first, None) if word.is_a("join", "over") else (None, first)
                    self.ranges[place] = tuple(each for each in sizes(*ends) if each != first)
                else:
                    continue
                self._take(place - 1)

    def _bound_of_sizes(self, place: int) -> tuple[str, ...]:
        """The sizes of `sizes over 42`, `below size 40` or `larger than 42`, whose words are taken; empty
        where it's none of these.
        """
        before = range(max(0, place - 2), place)
        named = [at for at in before if self._names_sizes(self.pieces[at])]
        larger = place - 1 if place and self._compares_sizes(self.pieces[place - 1]) else None
        bound = next((at for at in before if self.pieces[at].is_a("cue", *SIZE_BOUNDS)), larger)
        priced = any(piece.is_a("ask", "currency") for piece in self.pieces[place + 1 : place + 2])
        if bound is None or priced or (larger is None and not any(at != bound for at in named)):
            return ()
        word = self.pieces[bound]
        cue = next((each for each in SIZE_BOUNDS if word.is_a("cue", each)), None)
        upward, included = SIZE_BOUNDS[cue] if cue is not None else (word.is_a("join", "over"), False)
        first = self.pieces[place].value("size") or ""
        found = self.vocabulary.sizes_from(*((first, None) if upward else (None, first)))
        self._take(bound, *named)
        return found if included else tuple(each for each in found if each != first)

    def _compares_sizes(self, piece: Piece) -> bool:
        """Whether it is a word such as `larger than`, which is never said of amounts."""
        return piece.is_a("join", "over", "under") and not piece.is_a("cue", *SIZE_BOUNDS)

    def _names_sizes(self, piece: Piece) -> bool:
        """Whether it is the word for sizes, and no preposition that may stand before one."""
        return piece.is_a("cue", "size_word", "sizes") and not piece.is_a("cue", "in", "to", "from", "for")

    def _range_end(self, place: int) -> tuple[int | None, tuple[int, ...]]:
        """The last size of a range that begins there, and the words between."""
        pieces, after = self.pieces, place + 1
        if after < len(pieces) and pieces[after].is_a("size"):
            one, two = pieces[place].tokens[-1], pieces[after].tokens[0]
            dashed = one.word == two.word and ("-" in one.said or "–" in one.said)
            return (after, ()) if dashed else (None, ())
        if after >= len(pieces):
            return None, ()
        spanned = place and any(piece.is_a("join", "between") for piece in pieces[max(0, place - 2) : place])
        word = pieces[after]
        if not word.is_a("join", "to") and not (spanned and word.is_a("join", "and")):
            return None, ()
        end = self.nearest(after, 1, "size")
        return end, tuple(range(after, end)) if end is not None else ()

    def _take_start(self, place: int) -> None:
        """The word before the first size of a range, such as `from`."""
        for at in range(place - 1, max(-1, place - 3), -1):
            if self.pieces[at].is_a("join", "start", "between"):
                self._take(*range(at, place))
                return
            if not self._is_soft(self.pieces[at]):
                return

    def _exclusions(self) -> None:
        for place, piece in enumerate(self.pieces):
            excepts = piece.is_a("join", "except", "deny")
            if place in self.turned or not excepts or self.interjected(place):
                continue
            at = self._excluded_name(place, filler=piece.is_a("join", "except"))
            if at is None:
                continue
            group = next(each for each in SETS if self.pieces[at].is_a(each))
            self._take(*range(place, at))
            self.excluded.add(at)
            self.denied |= {at} if not piece.is_a("join", "except") else set()
            last = at + 1 if at in self.ranges and at + 1 in self.taken else at
            while (further := self._joined(last, group)) is not None:
                self._take(*range(last + 1, further))
                self.excluded.add(further)
                last = further
            if at in self.denied and last != at and not self._said_join(at, last):
                self.unsure = True  # `not hall A, hall B` may mean the other one
            follows = next((each for each in SETS if self.nearest(last, 1, each) is not None), None)
            self.unsure |= follows is not None and not self._parted(last)
        for place, piece in enumerate(self.pieces):
            ends = place + 1 == len(self.pieces) or bool(piece.tokens[-1].mark)
            ends = ends or not piece.is_a("join", "except")  # `trousers, except` those that follow
            if piece.is_a("join", "left_out") and place not in self.turned and ends:
                self._leave_out(place)

    def _leave_out(self, place: int) -> None:
        """`Berlin and Bremen not counted`: the names before such a word are excluded."""
        last = place
        while last and self._says_nothing(self.pieces[last - 1]):
            last -= 1  # `Berlin mal ausgenommen`
        group = next((each for each in SETS if self.nearest(last, -1, each) is not None), None)
        at = self.nearest(last, -1, group) if group is not None else None
        if group is None or at is None:
            return
        self._take(*range(at + 1, place + 1))
        self.excluded.add(at)
        while at and self.pieces[at - 1].is_a("join", "and", "or"):
            before = self.nearest(at - 1, -1, group)
            if before is None:
                return
            self._take(*range(before + 1, at))
            self.excluded.add(before)
            at = before

    def _says_nothing(self, piece: Piece) -> bool:
        named = any(piece.is_a(group) for group in (*SETS, "title", "item", "number", "operator", "ask"))
        return piece.is_a("filler") and not named and not any(token.mark for token in piece.tokens)

    def _excluded_name(self, place: int, *, filler: bool) -> int | None:
        """The name that a word such as `except` or `not` excludes; None where it excludes no name."""
        for at in range(place + 1, len(self.pieces)):
            piece = self.pieces[at]
            if any(piece.is_a(group) for group in SETS) and at not in self.turned:
                return at
            idle = piece.is_a("filler") and filler and not piece.is_a("join", *STRICT)
            if not (self._is_soft(piece) or idle):
                return None
        return None

    def _joined(self, place: int, group: str) -> int | None:
        """The next name of that group that is joined to the one there: `Berlin and Hall B`."""
        at = place + 1
        while at < len(self.pieces):
            piece = self.pieces[at]
            if piece.is_a(group) and at not in self.taken:
                return at
            joins = piece.is_a("join", "and", "or", "whether") or self._is_soft(piece)
            if not joins or piece.is_a("join", "but"):
                return None
            at += 1
        return None

    def _said_join(self, start: int, end: int) -> bool:
        """Whether a word such as `and` or `or` stands between."""
        return any(piece.is_a("join", "and", "or") for piece in self.pieces[start:end])

    def _parted(self, place: int) -> bool:
        """Whether a comma or the like stands after that place."""
        return any(token.mark for token in self.pieces[place].tokens)

    def _joins(self) -> None:
        """`M or L`, `Berlin against Hall B`: what joins two names of one kind is accounted for with them."""
        for place, piece in enumerate(self.pieces):
            if place in self.turned or not piece.is_a(
                "join", "or", "and", "whether", "versus", "both", "only", "but"
            ):
                continue
            if piece.is_a("join", "only"):
                if any(self.nearest(place, 1, each) is not None for each in SETS):
                    self._take(place)
                    before = self.pieces[:place]  # `which sizes are only in Berlin` are not all there
                    self.unsure |= any(each.is_a("cue", "sizes", "colours", "where") for each in before)
                continue
            group = next((each for each in SETS if self._between(place, each)), None)
            if group is not None:
                left, right = self._around(place, group)
                if not piece.is_a("join", "but"):
                    self._take(place)
                if piece.is_a("join", "versus"):
                    self.pairs.append((group, left, right))
            elif piece.is_a("join", "or", "and") and self._crosses(place):
                self.unsure = True

    def _around(self, place: int, group: str) -> tuple[int, int]:
        left, right = self.nearest(place, -1, group), self.nearest(place, 1, group) or 0
        return (right, self._joined(right, group) or 0) if left is None else (left, right)

    def _between(self, place: int, group: str) -> bool:
        """Whether names of that group stand on both sides; after `both`, two of them to the right."""
        right = self.nearest(place, 1, group)
        if right is None:
            return False
        left = self.nearest(place, -1, group)
        if self.pieces[place].is_a("join", "both") or (
            left is None and self.pieces[place].is_a("join", "versus")
        ):
            return self._joined(right, group) is not None
        return left is not None

    def _crosses(self, place: int) -> bool:
        """Whether two kinds of names stand on both sides: `M in navy and L in black` are no sets."""
        left, right = self.pieces[:place], self.pieces[place + 1 :]
        groups = ("size", "colour", "location")
        both = [
            group
            for group in groups
            if any(each.is_a(group) for each in left) and any(each.is_a(group) for each in right)
        ]
        return len(both) > 1

    def interjected(self, place: int) -> bool:
        """Whether a negation is an answer of its own, before what is meant instead: `no, in L`."""
        piece = self.pieces[place]
        parted = len(self.pieces) > 1 and piece.tokens[-1].mark in (",", ".", "!")
        return place == 0 and parted and piece.is_a("operator") and piece.is_a("ask", "instead")

    def negated(self) -> bool:
        """Whether any word in it negates."""
        return any(
            piece.is_a("operator") and not self.interjected(place) for place, piece in enumerate(self.pieces)
        )

    def leftover(self, place: int) -> bool:
        """Whether a piece is one that nobody may pass over: it negates, joins, compares or asks."""
        piece = self.pieces[place]
        if piece.is_a("filler") and piece.is_a("ask", "needed"):
            return False  # `I need to know`
        return piece.is_a("operator") or piece.is_a("join", *STRICT) or piece.is_a("ask", *ASKED)

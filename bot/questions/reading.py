"""A clause while one act reads it: what it names goes into slots, and what is left over is noticed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from bot.questions.amounts import Amounts, bare_numbers, number_at
from bot.questions.clause import ASKED, Clause
from bot.questions.query import Bounds, Choice, Grouping
from bot.questions.resolver import Meant, Resolver
from bot.questions.spans import Piece
from bot.questions.vocabulary import ALL_OF_CLASS, CLASS_OF
from bot.state.memory import Context

GARMENT = ("kind", "colour", "brand")
"""What a garment is described by; filters of a list."""
_SLOT = {"location": "places", "size": "sizes", "colour": "colours", "brand": "brands", "kind": "kinds"}


_AXES = ({"most", "least"}, {"cheapest", "dearest"}, {"newest", "oldest"})
"""Rankings that are each other's reverse."""


class Reading:
    """A clause while one act reads it."""

    def __init__(
        self,
        clause: Clause,
        amounts: Amounts,
        context: Context,
        resolver: Resolver,
        passing: Collection[str],
    ) -> None:
        self.clause = clause
        self.amounts = amounts
        self.context = context
        self.slots: dict[str, Any] = {}
        self.meant = Meant()
        self.span: tuple[str, str | None] | None = None
        """The first and the last day of a question about a span of time, as words."""
        self.turned = False
        """Whether a word that negates says what is not there."""
        self.resolver = resolver
        self._passing = passing

    def has(self, *cues: str) -> bool:
        return self.clause.has(*cues)

    def any(self, *groups: str) -> bool:
        return any(self.clause.places(group) for group in groups)

    def take(self, places: Collection[int]) -> None:
        self.clause.taken |= set(places)

    def asks(self, *values: str) -> list[int]:
        """Where such a feature is asked for, such as `most`; the pieces are taken."""
        places = [place for place in self.clause.places("ask", *values) if place not in self.clause.turned]
        self.take(places)
        return places

    def items(self, *, needed: bool = True, all_shown: bool = False, by_kind: bool = True) -> bool:
        """The items, into the slots; False where something named is not there, or nothing is meant.

        `by_kind`: whether a kind, its colour and the like will do as their name.
        """
        about = self.context.items
        meant = self.resolver.meant(self.clause, about, passing=self._passing)
        if by_kind and (meant.amiss or not meant.named):
            meant = self.resolver.of_kind(self.clause) or meant
        if meant.amiss or (needed and not meant.items) or not self._are_pair(meant):
            return False
        if all_shown and meant.shown and not (meant.named or meant.selected):
            meant = replace(meant, items=tuple(about))
        self.take(meant.taken)
        for each, group in (("all_places", "location"), ("all_sizes", "size")):
            if not self.clause.places(group):
                self.take(self.clause.places("refer", each))
        self.meant = meant
        if meant.items:
            self.slots["items"] = meant.items
        if meant.skus:
            self.slots["skus"] = meant.skus
        if meant.colours:
            self.slots["colours"] = meant.colours
        if meant.shown:
            self.slots["of_shown"] = True
        return True

    def _are_pair(self, meant: Meant) -> bool:
        """Whether `both` are two: items, or what the last two questions were about."""
        both = any(self.clause.pieces[place].is_a("join", "both") for place in meant.taken)
        return not both or len(meant.items) == 2 or self.speaks_of_two()

    def speaks_of_two(self) -> bool:
        """Whether two sizes or places were asked about last, or two questions were."""
        last = self.context.query
        of_sets = last is not None and 2 in (len(last.sizes.values), len(last.places.values))
        return of_sets or self.context.before is not None

    def names_a_design(self) -> bool:
        """Whether a brand and a kind are the name of one design."""
        return self.resolver.brand_is_design(self.clause, self.clause.places("brand"))

    def choose(self, *groups: str) -> None:
        """All names of these groups, as sets."""
        for group in groups:
            places = self.sizes() if group == "size" else self.clause.places(group)
            if group == "size" and not places and (self._next_size() or self._same_size()):
                continue
            if group == "location" and not places and (there := self._among()):
                self.slots["places"] = Choice(there)
            if places:
                self.slots[_SLOT[group]] = self.clause.choice(group, places)
            if group == "location" and places and not self.slots["places"].values:
                gone = self.slots["places"].excluded  # `which shop, but for Berlin`
                self.slots["places"] = Choice(tuple(each for each in self._among() if each not in gone), gone)
            if group == "location" and any(self._is_goal(place) for place in places):
                self.clause.unsure = True  # `all M to Berlin` asks for no figure

    def _same_size(self) -> bool:
        """`Any of that size`: the one that was asked about last, into the slots."""
        said = [place for place, piece in enumerate(self.clause.pieces) if piece.is_a("refer", "same_size")]
        last = self.context.query
        if not said:
            return False
        self.take(said)
        if last is None or not last.sizes:
            self.clause.unsure = True
            return True
        self.slots["sizes"] = last.sizes
        return True

    def _next_size(self) -> bool:
        """`One size bigger` than the one that was asked about last, into the slots."""
        steps = self.clause.places("refer", "bigger", "smaller") or [
            place
            for place in self.meant.taken
            if self.clause.pieces[place].is_a("refer", "bigger", "smaller")
        ]
        last = self.context.query
        if not steps:
            return False
        items = self.slots.get("items", self.context.items)
        sizes = self.resolver.ordered_sizes(items)
        size = last.sizes.values[0] if last is not None and len(last.sizes.values) == 1 else None
        step = 1 if self.clause.pieces[steps[0]].is_a("refer", "bigger") else -1
        at = sizes.index(size) + step if size in sizes else -1
        if not 0 <= at < len(sizes):
            self.clause.unsure = True
            return True
        self.slots["sizes"] = Choice((sizes[at],))
        self.take(steps)
        return True

    def _among(self) -> tuple[str, ...]:
        """The sites that `which shop has most` ranks, where there are several of the kind, and others."""
        if not self.slots.keys() & {"ranking", "comparison"}:
            return ()  # `which hall is it in` asks where it is
        kinds = {
            kind
            for place in self.clause.cues("where", "who")
            for kind in self.clause.pieces[place].values("among")
        }
        vocabulary = self.clause.vocabulary
        sites = tuple(site for kind in sorted(kinds) for site in vocabulary.sites_called(kind))
        return sites if 1 < len(sites) < len(vocabulary.sites()) else ()

    def _is_goal(self, place: int) -> bool:
        """Whether a place is where something is to go: after `to` alone."""
        if place == 0 or place in self.clause.excluded:
            return False
        before = self.clause.pieces[place - 1]
        return before.is_a("cue", "to") and not (before.is_a("cue", "in", "from") or before.is_a("join"))

    def sizes(self, *, order: bool = False) -> list[int]:
        """Where sizes stand; of a number alone that may be an amount, only what is said as a size.

        Of two amounts, the last that is a size is meant as one: `2 pairs of the boots 41`, `one 38`.
        """
        clause = self.clause
        places = []
        for place in clause.places("size"):
            as_size = not order or clause.follows(place, "size_word", "in")
            number = clause.pieces[place].is_a("number")
            if not number or place in clause.ranges or (as_size and not clause.counts(place)):
                places.append(place)
        if order and not places:
            free = [place for place in self.amounts.numbers if place not in clause.taken]
            sizes = [
                place for place in free if clause.pieces[place].is_a("size") and not clause.counts(place)
            ]
            places = sizes[-1:] if len(free) > 1 or self._one_before(free) else []
        return places

    def _one_before(self, numbers: Collection[int]) -> bool:
        """Whether the only number is the size of the one before it: `one 38`, `a Rivoli trench 40`."""
        last = min(numbers, default=0)
        said = (place for place in range(last) if self.clause.pieces[place].is_a("cue", "one"))
        one = next(said, last)
        between = self.clause.pieces[one + 1 : last]
        garment = any(piece.is_a(group) for piece in between for group in (*GARMENT, "title"))
        return one < last and (not between or garment)

    def garments(self) -> None:
        """Kinds, colours and brands, as filters."""
        kinds = self.clause.places("kind")
        self._leave_narrower_out(kinds)
        kinds = self.clause.places("kind")
        if len(kinds) == 1 and kinds[0] not in self.clause.excluded:
            self.slots["title_words"] = self.resolver.narrowed(self.clause.pieces[kinds[0]])
        elif any(self.resolver.narrowed(self.clause.pieces[place]) for place in kinds):
            self.clause.unsure = True  # of `parkas and raincoats` are not all coats meant
        self.choose("kind", "colour", "brand")

    def _leave_narrower_out(self, kinds: Collection[int]) -> None:
        """`Shoes, but no ballerinas`: what a narrower word means is left out of the kind, by its titles."""
        narrower = {
            place: words
            for place in kinds
            if place in self.clause.excluded and (words := self.resolver.narrowed(self.clause.pieces[place]))
        }
        alone = len(kinds) <= len(narrower) + 1 and all(len(words) == 1 for words in narrower.values())
        if not narrower or not alone:
            self.clause.unsure |= self._leaves_all_out(kinds)
            return
        self.slots["title_without"] = tuple(word for words in narrower.values() for word in words)
        self.take(narrower)

    def _leaves_all_out(self, kinds: Collection[int]) -> bool:
        """Whether a kind is excluded that is its whole class, though its word means less: `no pumps`."""
        named: dict[bool, set[str]] = {False: set(), True: set()}
        for place in kinds:
            named[place in self.clause.excluded] |= set(self.clause.value("kind", place))
        kept = {CLASS_OF.get(kind, kind) for kind in named[False]} | {"footwear"}  # which `shoes` are
        return any(CLASS_OF[kind] in kept for kind in named[True] & ALL_OF_CLASS)

    def sizes_bounded(self) -> None:
        """`How many pairs under 34` of an item: its sizes are bounded, for a sum of pieces can't be."""
        place, bounds = self.amounts.bounded, self.amounts.pieces
        if place is None or "sizes" in self.slots or not self.has("quantity"):
            return
        if not self.clause.pieces[place].is_a("size") or self.has("where", "who", "sizes", "list"):
            return
        size = self.clause.pieces[place].value("size")
        ends = (None, size) if bounds.least is None else (size, None)
        number = number_at(self.clause, place)
        included = number in (bounds.least, bounds.most)
        sizes = self.clause.vocabulary.sizes_from(*ends)
        self.slots["sizes"] = Choice(tuple(each for each in sizes if included or each != size))
        self.amounts.pieces = Bounds()

    def bounds(self) -> None:
        if self.amounts.pieces:
            self.slots["pieces"] = self.amounts.pieces
        if self.amounts.prices:
            self.slots["prices"] = self.amounts.prices

    def quantity(self) -> None:
        """The first number that is no size; else `one`, where it stands for itself."""
        for place in self.amounts.numbers:
            if place not in self.clause.taken:
                self.slots["quantity"] = number_at(self.clause, place)
                self.take([place])
                return
        pieces = self.clause.pieces
        for place in bare_numbers(self.clause):
            if place + 1 < len(pieces) and any(
                pieces[place + 1].is_a(each) for each in (*GARMENT, "title", "size")
            ):
                self.slots["quantity"] = number_at(self.clause, place)
                self.take([place])
                return
        for place in self.clause.places("cue", "one"):
            piece = self.clause.pieces[place]
            before = next(self.clause.before(place), None)
            groups = (*GARMENT, "refer", "title")
            described = before is not None and any(before.is_a(group) for group in groups)
            article = piece.words[0] in ("a", "an") and not self._names_one(place + 1)
            if not article and not described:
                self.slots["quantity"] = 1
                self.take([place])
                return

    def _names_one(self, place: int) -> bool:
        """Whether a garment or a size stands there: `a medium`."""
        following = self.clause.pieces[place : place + 1]
        return any(piece.is_a(group) for piece in following for group in (*GARMENT, "title", "trait", "size"))

    def needed(self) -> bool:
        """The amount that must be there, into the slots; False where one is asked about and none is named."""
        places = self.asks("needed")
        if not places:
            return True
        clause, numbers = (
            self.clause,
            [each for each in self.amounts.numbers if each not in self.clause.taken],
        )
        free = [each for each in numbers if not self._said_as_size(each)]
        after = next((each for each in free if clause.nearest(places[-1], 1, "number") == each), None)
        place = after if after is not None else next(iter(self._for_so_many(free) or free), None)
        if place is None:
            least = self.amounts.pieces.least
            if least is None and self.has("quantity"):
                self.slots["measure"] = "free"  # `how many can I promise`
                return True
            if least is None:
                return all(clause.pieces[each].is_a("filler") for each in places)
            self.amounts.pieces = replace(self.amounts.pieces, least=None)
            self.slots |= {"needed": int(least), "measure": "free"}
            return True
        self.take([place])
        self.slots |= {"needed": number_at(clause, place), "measure": "free"}
        return True

    def _for_so_many(self, numbers: Collection[int]) -> list[int]:
        """Of a size and an amount, the amount: `enough shorts in 32 for 40`."""
        before = {place: self.clause.pieces[place - 1] for place in numbers if place}
        amounts = [place for place, piece in before.items() if piece.is_a("cue", "for")]
        others = [place for place in before if place not in amounts]
        sized = [place for place in others if before[place].is_a("cue", "in", "size_word")]
        told = len(sized) == len(amounts) == 1 and self.clause.pieces[sized[0]].is_a("size")
        return amounts if told else []

    def amount_there(self) -> None:
        """`Are there 5 in XL`: a number that is left over must be there."""
        numbers = [
            place
            for place in self.amounts.numbers
            if place not in self.clause.taken and not self._of_size_word(place)
        ]
        asking = self.has("stock", "in_stock") and not self.has("quantity", "where", "who", "sizes", "list")
        if len(numbers) == 1 and asking and not self.slots.keys() & {"needed", "ranking", "comparison"}:
            self.slots |= {"needed": number_at(self.clause, numbers[0]), "measure": "free"}
            self.take(numbers)

    def comes_in(self, place: int) -> bool:
        """Whether what was shown comes in the size that stands there."""
        size = self.clause.pieces[place].value("size")
        spelled = self.clause.vocabulary.sizes_of(size or "")
        return bool(set(spelled) & self.resolver.sizes_in(self.context.items))

    def _of_size_word(self, place: int) -> bool:
        """Whether a number is said as a size, be there such a size or not: `boots in size 47`."""
        before = self.clause.pieces[place - 1] if place else None
        return before is not None and before.is_a("cue", "size_word") and not before.is_a("filler")

    def _said_as_size(self, place: int) -> bool:
        """Whether a number follows a word such as `size`, or stands in `in 40`."""
        is_size = self.clause.pieces[place].is_a("size")
        return is_size and self.clause.follows(place, "size_word", over=0)

    def limit(self, asked: int) -> None:
        """How many are wanted of a ranking: `the two cheapest`, `top 3`."""
        both = self.clause.places("join", "both")
        if both and not self.context.items:
            self.take(both)
            before = self.clause.pieces[both[0] - 1] if both[0] else None
            if before is None or not (before.is_a("cue", "which_of") or before.is_a("asking")):
                self.slots["limit"] = 2  # `which of the two` is one
            return
        for step in (-1, 1):
            place = self.clause.nearest(asked, step, "number")
            if place in self.amounts.numbers and place not in self.clause.taken:
                self.slots["limit"] = number_at(self.clause, place)
                self.take([place])
                self.take(
                    [top for top in (place - 1,) if top >= 0 and self.clause.pieces[top].is_a("ask", "top")]
                )
                return

    def limit_alone(self) -> None:
        """A number elsewhere that can only be how many are wanted: `les 3 sacs les moins chers`."""
        numbers = [place for place in self.amounts.numbers if place not in self.clause.taken]
        if len(numbers) == 1 and not self.clause.pieces[numbers[0]].is_a("size"):
            self.slots["limit"] = number_at(self.clause, numbers[0])
            self.take(numbers)

    def state(self) -> str | None:
        """Whether it is asked for what is low, out, or not there."""
        out = [place for place in self.clause.cues("out") if place not in self.clause.taken]
        turned = [place for place in out if self.clause.pieces[place].is_a("operator")]
        self.turned = any(self.clause.pieces[place].is_a("negates") for place in out)
        self.clause.unsure |= bool(turned) and len(out) > 1  # is what is not out there, or not?
        low = any(not self.clause.pieces[place].is_a("kind") for place in self.clause.cues("low"))
        self.clause.unsure |= bool(turned) and low
        return "low" if low else "out" if out else None

    def negated(self) -> bool:
        """Whether a negation stands alone: `which places don't have it`; it is taken.

        Several are one, as in many languages: `il n'y en a pas`, `no hay ninguna`.
        """
        places = [
            place
            for place in self.clause.places("operator")
            if not self.clause.pieces[place].is_a("cue", "out")
            and not self.clause.pieces[place].is_a("join", "except", "deny")
        ]
        self.take(places)
        self.turned |= bool(places)
        return bool(places)

    def group(self) -> Grouping:
        """By what it is ranked or compared, as the words say."""
        for cue, group in (("sizes", "size"), ("where", "place"), ("who", "place"), ("colours", "colour")):
            if self.has(cue):
                return group  # type: ignore[return-value]
        last = self.context.query
        return last.group or "item" if last is not None and self.ranked_again() else "item"

    def reverses(self) -> bool:
        """Whether it is of all that was ranked by its stock before: `and the least?`."""
        last = self.context.query
        return last is not None and last.ranking in ("most", "least") and not self.meant.named

    def ranked_again(self) -> bool:
        """Whether it is of what was ranked before, and names nothing else: `and the least?`."""
        last = self.context.query
        ranked = last is not None and last.ranking and last.items
        return bool(ranked) and not self.any(*GARMENT, "title", "item")

    def ranked_alike(self) -> bool:
        """Whether it's the last ranking again, from its other end or at another place, of the same."""
        last, ranking = self.context.query, self.slots.get("ranking")
        alike = last is not None and any({ranking, last.ranking} <= axis for axis in _AXES)
        after_shown = "rank" in self.slots and self.meant.shown  # `the next after them`
        among = self.has("which_of") and len(self.context.items) > 1  # `which of them is the cheapest`
        of_shown = self.meant.selected or among
        return alike and not ((self.meant.named and not after_shown) or of_shown)

    def named_person(self) -> bool:
        """Whether the person's name is written as one."""
        return str(self.slots.get("person", "")) in " ".join(each.said for each in self.clause.pieces)

    def day(self, slot: str) -> bool:
        """The day, into that slot; False where it is of another kind."""
        amounts = self.amounts
        if amounts.day is None:
            return True
        if (amounts.day_as or slot) != slot or (slot != "since" and amounts.until_day is not None):
            return False
        self.slots[slot] = amounts.day
        if amounts.until_day is not None:
            self.slots["until"] = amounts.until_day
        return True

    def all_used(self) -> bool:
        """Whether the amounts and the day that were said are in the slots."""
        dated = not self.amounts.dated or self.slots.keys() & {"since", "until"}
        pieces = not self.amounts.pieces or self.slots.get("pieces") == self.amounts.pieces
        prices = not self.amounts.prices or self.slots.get("prices") == self.amounts.prices
        return bool(dated) and pieces and prices

    def accounted(
        self, *cues: str, triggers: Collection[str] = (), fillers: bool = True, praise: bool = True
    ) -> bool:
        """Whether each piece says something that belongs to what is asked, or adds nothing to it.

        `fillers`: whether the latter will do. `praise`: whether words of praise may stand anywhere, and not
        before all else alone, where they are of what was said before.
        """
        greeted = 0 if praise else self.clause.greeted
        placed = bool(self.slots.keys() & {"places", "place", "to_place"})
        for place, piece in enumerate(self.clause.pieces):
            if place in self.clause.taken:
                continue
            if self.clause.interjected(place):
                continue
            if self._names_no_site(place):
                return False
            if piece.is_a("operator") and not ("out" in cues and piece.is_a("cue", "out")):
                return False
            strict = piece.is_a("ask", *ASKED) or piece.is_a("join", "versus")
            if piece.is_a("cue", "unit", "honorific", *cues) and not strict:
                continue
            if strict and triggers and piece.is_a("cue", *triggers):
                continue
            if self._leads_to_shelf(place):
                continue
            if self.clause.leftover(place):
                return False
            idle = piece.is_a("filler") and not self._is_amount(place) and not _is_written_size(piece)
            if fillers and idle:
                continue
            thanked = praise or place < greeted or not piece.is_a("cue", "praise")
            if (piece.is_a("cue", "thanks") and thanked) or (piece.is_a("place", *_BESIDE_SITES) and placed):
                continue
            everywhere = piece.is_a("refer", "all_places") and not placed
            if everywhere or piece.is_a("join", "and", "but"):
                continue
            return False
        return not self.clause.unsure

    def _leads_to_shelf(self, place: int) -> bool:
        """Whether an order says `shelf` or `location` before the one it names."""
        pieces = self.clause.pieces[place : place + 2]
        before = len(pieces) == 2 and pieces[0].is_a("cue", "where") and pieces[1].is_a("location")
        return before and bool(self.slots.keys() & {"place", "to_place"})

    def _names_no_site(self, place: int) -> bool:
        """Whether a letter or a number is of a place that is not there: the A of `from warehouse A`."""
        piece, before = self.clause.pieces[place], self.clause.pieces[place - 1 : place]
        if not before or not before[0].is_a("place") or len(before[0].words) > 1:
            return False
        alone = len(piece.said) == 1 and not piece.is_a("size") and piece.said != "I"
        ends = place + 1 == len(self.clause.pieces) and not piece.is_a("join", "and", "or")
        shouted = all(each.said.isupper() for each in self.clause.pieces)
        return alone and (ends or (piece.said.isupper() and not shouted))

    def _is_amount(self, place: int) -> bool:
        """Whether a word that often says nothing is a number here: `sei felpe` are six hoodies."""
        piece = self.clause.pieces[place]
        following = self.clause.pieces[place + 1 : place + 2]
        counts = any(int(number) > 1 for number in piece.values("number"))
        return counts and any(each.is_a("kind") or each.is_a("cue", "unit") for each in following)


_BESIDE_SITES = ("hall", "shop", "warehouse", "main")
"""Kinds of places that may be said beside a site, which has another name: `the Berlin shop`."""


def _is_written_size(piece: Piece) -> bool:
    """Whether a letter that often says nothing is written as a size: the M of `the skirt M`."""
    letter = len(piece.said) == 1 and piece.said.isupper() and piece.said != "I"
    return letter and piece.is_a("size") and not piece.tokens[0].clitic

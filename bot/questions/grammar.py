"""The grammar: which question a sentence is. Every word of it must be accounted for, or it is none.

The rules are tried in order; the first that explains all pieces of the sentence wins. So a question about
something else is not taken for one about stock because a few of its words are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bot.questions.lexicon import narrow_words
from bot.questions.question import Question
from bot.questions.references import Meant, References
from bot.questions.sentence import Sentence
from bot.questions.spans import Piece
from bot.questions.vocabulary import widest

GARMENT = ("kind", "colour", "brand")
_ASKING = (
    "quantity",
    "stock",
    "in_stock",
    "total",
    "reserved",
    "list",
    "one",
    "in",
    "size_word",
    "how_much_is",
    "is_now",
    "customer",
    "comes",
)
_STOCKED = (*_ASKING, "low", "out")
ORDINALS = ("n1", "n2", "n3", "n4", "n5")
_WORK = ("customer", "for", "from", "to", "in", "until", "size_word", "one", "is_now", "since")
_PEOPLE = ("people", "for", "becomes")
_RELEASED = ("loosen", "booking", "reservations", "reserved", "reserve", "keep", "in_stock", "stock")
_BOUND = ("more", "less", "at_least", "at_most", "or_more", "or_less")


@dataclass(frozen=True, slots=True)
class Context:
    """What went before."""

    items: tuple[str, ...] = ()
    """What was shown last, best first."""
    intent: str = "stock"
    """What was asked last; `and in L?` asks the same."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one intent is said."""

    intent: str
    read: Callable[[_Reader], dict[str, Any] | None]
    triggers: tuple[str, ...] = ()
    """One of these cues must stand there."""
    cues: tuple[str, ...] = ()
    """These may stand there besides."""


class _Reader:
    """A sentence while one rule reads it."""

    def __init__(
        self, pieces: Sequence[Piece], context: Context, references: References, passing: Collection[str]
    ) -> None:
        self.sentence = Sentence(pieces)
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
        said = self.sentence.slots
        dated = "day" not in said or slots.keys() & {"since", "until"}
        return bool(dated) and all(bound in slots for bound in ("more_than", "less_than") if bound in said)

    def accounted(self, *cues: str) -> bool:
        """Whether each piece says something that belongs to the question."""
        return all(
            place in self.sentence.taken
            or (piece.is_a("filler") and not self._is_amount(place))
            or piece.is_a("cue", "thanks", "unit", "honorific", *cues)
            or (piece.is_a("place") and "location" in self.slots)
            or (piece.is_a("place") and "to_location" in self.slots)
            for place, piece in enumerate(self.sentence.pieces)
        )


def read(pieces: Sequence[Piece], context: Context, references: References) -> Question | None:
    """The question that the pieces are; None where no rule explains all of them."""
    if _of_people(pieces):
        return None
    for rule in RULES:
        cues = (*rule.triggers, *rule.cues)
        reader = _Reader(pieces, context, references, cues)
        if rule.triggers and not reader.has(*rule.triggers):
            continue
        slots = rule.read(reader)
        if slots is not None and reader.accounted(*cues) and reader.all_used(slots):
            intent = context.intent if rule.intent == "same" else rule.intent
            return Question(intent, slots, reader.narrower)
    return None


def _of_people(pieces: Sequence[Piece]) -> bool:
    """Whether it is asked how many customers there are, or which; or how many of ourselves."""
    return of_ourselves(pieces) or any(
        one.is_a("cue", "quantity", "list") and two.is_a("cue", "customer") for one, two in pairwise(pieces)
    )


def of_ourselves(pieces: Sequence[Piece]) -> bool:
    """Whether it is asked how many of us there are; then it is none of stock, however it is cut."""
    return any(piece.is_a("cue", "headcount") for piece in pieces)


def _alone(reader: _Reader) -> dict[str, Any] | None:
    return {}


def _until_tomorrow(reader: _Reader) -> dict[str, Any] | None:
    """`Until tomorrow`, which is a farewell where nothing else is said."""
    return {} if reader.sentence.slots.pop("day", None) == "tomorrow" else None


def _language(reader: _Reader) -> dict[str, Any] | None:
    """The language; its code, such as `de`, only after the word for languages."""
    sentence = reader.sentence
    places = [each for each in sentence.places("spoken") if len(sentence.pieces[each].words[-1]) > 2]
    if not places and reader.has("tongue"):
        places = sentence.places("spoken")[-1:]
    if len(places) != 1:
        return None
    reader.take(places)
    return {"language": sentence.pieces[places[0]].value("spoken")}


def _people(reader: _Reader) -> dict[str, Any] | None:
    roles = reader.sentence.places("role")
    if not roles and not reader.has("people"):
        return None
    reader.take(roles)
    return {"role": reader.sentence.pieces[roles[0]].value("role")} if roles else {}


def _give_role(reader: _Reader) -> dict[str, Any] | None:
    roles = reader.sentence.places("role")
    if len(roles) != 1:
        return None
    reader.take(roles)
    person, places = reader.sentence.person(anywhere=True)
    reader.take(places)
    role = reader.sentence.pieces[roles[0]].value("role")
    return {"person": person, "role": role} if person else None


def _take_role(reader: _Reader) -> dict[str, Any] | None:
    roles = reader.sentence.places("role")
    if not roles and not reader.has("people", "people_list"):
        return None
    reader.take(roles)
    person, places = reader.sentence.person(anywhere=True)
    reader.take(places)
    return {"person": person} if person else None


def _undo(reader: _Reader) -> dict[str, Any] | None:
    reader.take(reader.sentence.places("refer"))
    return {}


def _undo_last(reader: _Reader) -> dict[str, Any] | None:
    """`Take the last move back`: neither the verb nor the noun is enough alone."""
    return _undo(reader) if reader.has("last") and reader.has("loosen") else None


def _reserved(reader: _Reader) -> dict[str, Any] | None:
    """`What is set aside for Anna`, `who has something reserved`; but how many are is asked of an item."""
    if reader.has("quantity"):
        return None
    slots = _reservations(reader) or {}
    return slots if slots or reader.has("who") or (reader.has("list") and not reader.context.items) else None


def _reservations(reader: _Reader) -> dict[str, Any] | None:
    person, places = reader.sentence.person()
    reader.take(places)
    return {"person": person} if person else {}


def _work(reader: _Reader) -> dict[str, Any] | None:
    """What reserve and release have in common."""
    person, places = reader.sentence.person()
    reader.take(places)
    if person:
        reader.slots["person"] = person
    named = reader.meant(needed=False)
    if named is None:
        return None
    reader.size(quantity=True)
    reader.location()
    reader.quantity()
    return reader.slots


def _reserve(reader: _Reader) -> dict[str, Any] | None:
    slots = _work(reader)
    return slots if slots is not None and "items" in slots and reader.day("until") else None


def _release_booking(reader: _Reader) -> dict[str, Any] | None:
    """`Cancel` releases only where a reservation is named; else it undoes, or it is of something else."""
    return _release(reader) if reader.has("booking") else None


def _release_booking_number(reader: _Reader) -> dict[str, Any] | None:
    return _release_number(reader) if reader.has("booking") else None


def _keep(reader: _Reader) -> dict[str, Any] | None:
    """`Keep two for Anna`: a word that says many things reserves only for somebody or until some day."""
    slots = _reserve(reader)
    if slots is None or not slots.keys() & {"person", "until"}:
        return None
    return slots if slots.keys() & {"until", "quantity", "size", "skus"} or reader.named_person() else None


def _release_number(reader: _Reader) -> dict[str, Any] | None:
    """A number alone is that of a reservation, as the list of them says it; never an amount of something."""
    sentence = reader.sentence
    numbers = sentence.places("number") or sentence.places("refer", *ORDINALS)
    sizes = set(sentence.places("size")) - set(numbers)
    counted = len(numbers) == 1 and (sentence.counts(numbers[0]) or bool(sizes))
    if len(numbers) != 1 or (counted and not reader.has("booking")):
        return None
    piece = sentence.pieces[numbers[0]]
    said = [word for word in piece.words if word.isdecimal()]
    if len(said) != 1:
        return None
    reader.take(numbers)
    return {"reservation": int(said[0])}


def _release(reader: _Reader) -> dict[str, Any] | None:
    slots = _work(reader)
    if slots is None:
        return None
    if "person" in slots and not any(slot in slots for slot in ("skus", "size", "quantity", "location")):
        named = any(piece.is_a("item") or piece.is_a("refer") for piece in reader.sentence.pieces)
        if not named and "items" in slots and list(reader.context.items[:1]) == slots["items"]:
            del slots["items"]  # a person's reservation, whatever was shown
    return slots if "items" in slots or "person" in slots else None


def _move(reader: _Reader) -> dict[str, Any] | None:
    sentence = reader.sentence
    places = sentence.locations()
    if not places or len(places) > 2:
        return None
    origin = next(
        (
            place
            for place in places
            if sentence.follows(place, "from") and not sentence.follows(place, "to", over=0)
        ),
        None,
    )
    goal = next((place for place in places if place != origin), None)
    if goal is None:
        return None
    reader.take(places)
    meant = reader.meant()
    if meant is None:
        return None
    reader.size(quantity=True)
    reader.quantity()
    if not meant.named and not reader.slots.keys() & {"size", "quantity"}:
        return None  # `take me to Berlin`
    if origin is not None:
        reader.slots["from_location"] = sentence.pieces[origin].value("location")
    reader.slots["to_location"] = sentence.pieces[goal].value("location")
    return reader.slots


def _moved_between(reader: _Reader) -> dict[str, Any] | None:
    """`3 of MH01-M from hall A to Berlin`, without a verb: an amount, from where and where to."""
    slots = _move(reader)
    return slots if slots is not None and {"from_location", "quantity"} <= slots.keys() else None


def _count(reader: _Reader) -> dict[str, Any] | None:
    sentence = reader.sentence
    if len(sentence.locations()) != 1 or reader.meant() is None:
        return None
    sizes = sentence.sizes(quantity=True)
    free = [place for place in sentence.numbers if place not in sizes]
    told = [place for place in free if sentence.follows(place, "is_now", over=1)]
    if told or free:
        place = told[-1] if told else next((each for each in free if sentence.counts(each)), free[0])
        reader.slots["quantity"] = int(sentence.pieces[place].value("number") or 0)
        reader.take([place])
    reader.size(quantity=False)
    reader.location()
    return reader.slots if "quantity" in reader.slots else None


def _find(reader: _Reader) -> dict[str, Any] | None:
    """Free words after `find`, of which one at least must be of garments."""
    sentence = reader.sentence
    start = next((place for place, piece in enumerate(sentence.pieces) if piece.is_a("cue", "find")), None)
    if (
        start is None
        or reader.any("item")
        or any(not piece.is_a("filler") for piece in sentence.pieces[:start])
    ):
        return None
    wanted = list(range(start + 1, len(sentence.pieces)))
    while wanted and _says_nothing(sentence.pieces[wanted[0]]):
        del wanted[0]
    while wanted and _says_nothing(sentence.pieces[wanted[-1]]):
        del wanted[-1]
    pieces = [sentence.pieces[place] for place in wanted]
    telling = [piece for piece in pieces if _of_garments(piece)]
    strange = [piece for piece in pieces if not piece.tags]
    most = len(telling) + any(piece.is_a("kind") for piece in telling)
    if not telling or len(strange) > most or any(piece.is_a("location") for piece in pieces):
        return None
    strictly = ("number", "filler", "title", "kind")
    if any(piece.is_a("refer") and not any(piece.is_a(each) for each in strictly) for piece in pieces):
        return None
    reader.take(range(start, len(sentence.pieces)))
    return {"words": sentence.said(wanted).casefold()}


def _says_nothing(piece: Piece) -> bool:
    idle = piece.is_a("filler") or piece.is_a("cue", "unit")
    return idle and not piece.is_a("title") and not piece.mended


def _of_garments(piece: Piece) -> bool:
    number = "-" in piece.said and any(len(word) > 1 for word in piece.words)
    groups = ("kind", "colour", "brand", "title", "trait", "item")
    return any(piece.is_a(group) for group in groups) or number


def _arrivals(reader: _Reader) -> dict[str, Any] | None:
    if reader.any("item") or not reader.day("since"):
        return None
    reader.garments()
    reader.location()
    return reader.slots


def _arrivals_by_day(reader: _Reader) -> dict[str, Any] | None:
    """`Did we get anything in last week` has no word that would say so, but a day."""
    slots = _arrivals(reader) if "day" in reader.sentence.slots else None
    return slots if slots is not None and slots["since"] != "tomorrow" else None


def _of_items(reader: _Reader) -> dict[str, Any] | None:
    if reader.meant() is None or "day" in reader.sentence.slots:
        return None
    reader.size()
    reader.location()
    reader.bounds()
    return reader.slots


def _details(reader: _Reader) -> dict[str, Any] | None:
    slots = _of_items(reader)
    bare = slots is not None and not (slots.keys() & {"size", "location", "more_than", "less_than"})
    return slots if bare else None


def _plain(reader: _Reader) -> dict[str, Any] | None:
    slots = _of_items(reader)
    bare = slots is not None and not (slots.keys() & {"more_than", "less_than"})
    return slots if bare else None


def _bare(reader: _Reader) -> dict[str, Any] | None:
    """`What does it come in`, with neither size nor place."""
    slots = _plain(reader)
    return slots if slots is not None and not slots.keys() - {"items"} else None


def _all_sizes(reader: _Reader) -> dict[str, Any] | None:
    return _plain(reader) if reader.any("refer") and _refers(reader, "all_sizes") else None


def _refers(reader: _Reader, *values: str) -> bool:
    return any(piece.is_a("refer", *values) for piece in reader.sentence.pieces)


def _same(reader: _Reader) -> dict[str, Any] | None:
    """Half a question: something new must be said in it."""
    slots = _of_items(reader)
    told = any(
        any(tag.group not in ("filler", "cue", "refer") for tag in piece.tags)
        or (piece.is_a("refer") and not piece.is_a("filler"))
        for place, piece in enumerate(reader.sentence.pieces)
        if place in reader.sentence.taken
    )
    return slots if told else None


def _list(reader: _Reader) -> dict[str, Any] | None:
    """Items by filter: something must be said of them, and no item named."""
    if "day" in reader.sentence.slots or reader.any("item"):
        return None
    if reader.names_a_design() and (reader.has("quantity", "total") or not reader.has("list")):
        return None
    filtered = reader.any(*GARMENT)
    low = reader.has("low")
    out = reader.has("out") and not low
    if not (filtered or low or out or reader.sentence.slots.keys() & {"more_than", "less_than"}):
        return None
    asks_for_all = reader.has("list") or (reader.has("details") and out)
    if reader.context.items and not (low or asks_for_all or reader.any("kind", "brand")):
        return None  # `in black?` and `sold out?` are said of what was shown
    reader.garments()
    stray = [
        each for each in reader.sentence.places("refer") if not reader.sentence.pieces[each].is_a("filler")
    ]
    if stray and reader.context.items:
        return None
    reader.size()
    reader.location()
    reader.bounds()
    bounded = bool(reader.slots.keys() & {"more_than", "less_than"})
    if low:
        reader.slots["state"] = "low"
    elif out:
        reader.slots["state"] = "out"
    elif not bounded and reader.has("in_stock"):
        reader.slots["state"] = "in"
    return reader.slots


RULES: tuple[Rule, ...] = (
    Rule("thanks", _alone, ("thanks",), ("nicety",)),
    Rule("thanks", _until_tomorrow, ("until",), ("thanks", "nicety")),
    Rule("help", _alone, ("help",), ("thanks", "list", "details", "ability")),
    Rule("help", _alone, ("ability",), ("thanks", "list")),
    Rule("language", _language, ("speak", "tongue"), ("in",)),
    Rule("language", _language, (), ("in",)),
    Rule(
        "people_remove",
        _take_role,
        ("remove",),
        (*_PEOPLE, "people_list", "from", "list", "move"),
    ),
    Rule("people_add", _give_role, ("add",), (*_PEOPLE, "one", "is_now", "to")),
    Rule("people", _people, ("people", "list", "details"), ("people", "list", "details", "who")),
    Rule("undo", _undo, ("undo",), ("undone", "move", "count", "reserve", "release", "reservations", "last")),
    Rule("undo", _undo_last, ("last",), ("undone", "loosen", "move", "count", "in", "for")),
    Rule("count", _count, ("count",), (*_WORK, "stock", "quantity", "move")),
    Rule(
        "reservations",
        _reservations,
        ("reservations",),
        ("list", "details", "for", "stock", "reserve", "reserved"),
    ),
    Rule("reservations", _reserved, ("reserved",), ("list", "details", "for", "stock", "who", "quantity")),
    Rule("release", _release_number, ("release",), _RELEASED),
    Rule("release", _release_booking_number, ("loosen",), _RELEASED),
    Rule("release", _release, ("release",), (*_WORK, *_RELEASED)),
    Rule("release", _release_booking, ("loosen",), (*_WORK, *_RELEASED)),
    Rule("reserve", _reserve, ("reserve",), (*_WORK, "booking", "reservations", "keep", "reserved")),
    Rule("reserve", _keep, ("keep",), (*_WORK, "reserved")),
    Rule("move", _move, ("move",), (*_WORK, "reserve", "keep")),
    Rule("move", _moved_between, ("from",), (*_WORK, "loosen", "keep", "release")),
    Rule("find", _find, ("find",)),
    Rule("sizes", _plain, ("sizes",), (*_STOCKED, "details", "for")),
    Rule("colours", _plain, ("colours",), (*_STOCKED, "arrivals", "details", "for")),
    Rule(
        "arrivals",
        _arrivals,
        ("arrivals",),
        ("since", "from", "list", "stock", "details", "in", "to", "quantity"),
    ),
    Rule("arrivals", _arrivals_by_day, ("list", "quantity"), ("since", "stock", "in")),
    Rule(
        "price",
        _plain,
        ("price",),
        ("in", "list", "details", "size_word", "one", "for", "how_much_is", "quantity"),
    ),
    Rule("price", _plain, ("how_much_is",), ("in", "list", "size_word", "one", "for")),
    Rule("sizes", _all_sizes, (), ("in", "list", "details", "one")),
    Rule("sizes", _plain, ("sizes",), (*_STOCKED, "details", "for")),
    Rule(
        "where", _of_items, ("where", "who"), (*_STOCKED, *_BOUND, "find", "for", "details", "move", "keep")
    ),
    Rule("details", _details, ("picture",), ("details", "list", "one", "in", "for", "of", "stock")),
    Rule("list", _list, (), (*_STOCKED, *_BOUND, "details", "from", "for", "since")),
    Rule("details", _details, ("details",), ("list", "one", "in", "for", "of")),
    Rule(
        "stock",
        _of_items,
        ("quantity", "stock", "total", "reserved", "low", "out"),
        (*_STOCKED, *_BOUND, "for", "details", "reserve"),
    ),
    Rule("colours", _bare, ("comes",), (*_STOCKED, "colours")),
    Rule("same", _same, (), (*_ASKING, "for")),
)
"""As they are tried. `same`: what was asked before, now of another size, place or colour."""

"""The grammar: which question a sentence is. Every word of it must be accounted for, or it is none.

The rules are tried in order; the first that explains all pieces of the sentence wins. So a question about
something else is not taken for one about stock because a few of its words are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bot.questions.question import Question
from bot.questions.reader import Reader
from bot.questions.references import References
from bot.questions.rules import items, lists, people, talk
from bot.questions.rules import orders as work
from bot.questions.sentence import Sentence
from bot.questions.spans import Piece
from bot.state.memory import Context

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
_WORK = ("customer", "for", "from", "to", "in", "until", "size_word", "one", "is_now", "since")
_PEOPLE = ("people", "for", "becomes")
_RELEASED = ("loosen", "booking", "reservations", "reserved", "reserve", "keep", "in_stock", "stock")
_BOUND = ("more", "less", "at_least", "at_most", "or_more", "or_less")


@dataclass(frozen=True, slots=True)
class Rule:
    """How one intent is said."""

    intent: str
    read: Callable[[Reader], dict[str, Any] | None]
    triggers: tuple[str, ...] = ()
    """One of these cues must stand there."""
    cues: tuple[str, ...] = ()
    """These may stand there besides."""
    fillers: bool = True
    """Whether words may stand there as well that add nothing to most questions."""
    praise: bool = True
    """Whether `good` and the like may stand anywhere; else `is it any good` would be this question."""


def read(pieces: Sequence[Piece], context: Context, references: References) -> Question | None:
    """The question that the pieces are; None where no rule explains all of them."""
    if _of_people(pieces):
        return None
    sentence = Sentence(pieces)
    for rule in RULES:
        if rule.triggers and not sentence.has(*rule.triggers):
            continue
        cues = (*rule.triggers, *rule.cues)
        reader = Reader(sentence.copy(), context, references, cues)
        slots = rule.read(reader)
        if slots is None or not reader.all_used(slots):
            continue
        if reader.accounted(*cues, fillers=rule.fillers, praise=rule.praise):
            intent = context.intent if rule.intent == "same" else rule.intent
            return Question(intent, slots, reader.narrower)
    return None


def _of_people(pieces: Sequence[Piece]) -> bool:
    """Whether it is asked how many customers there are, or which; or how many of ourselves."""
    return of_no_stock(pieces) or any(
        one.is_a("cue", "quantity", "list") and two.is_a("cue", "customer") for one, two in pairwise(pieces)
    )


def of_no_stock(pieces: Sequence[Piece]) -> bool:
    """Whether it is asked how many of us there are, or for what the bot does not do, such as to order more;
    then it is none of stock, however it is cut.
    """
    return any(piece.is_a("cue", "headcount", "beyond") for piece in pieces)


RULES: tuple[Rule, ...] = (
    Rule("thanks", talk.small_talk, ("thanks",), ("nicety",), fillers=False),
    Rule("thanks", talk.until_tomorrow, ("until",), ("thanks", "nicety"), fillers=False),
    Rule("help", talk.alone, ("help",), ("thanks", "list", "details", "ability")),
    Rule("help", talk.alone, ("ability",), ("thanks", "list")),
    Rule("language", talk.language, ("speak", "tongue"), ("in",)),
    Rule("language", talk.language, (), ("in",)),
    Rule(
        "people_remove",
        people.take_role,
        ("remove",),
        (*_PEOPLE, "people_list", "from", "list", "move"),
    ),
    Rule("people_add", people.give_role, ("add",), (*_PEOPLE, "one", "is_now", "to")),
    Rule("people", people.people, ("people", "list", "details"), ("people", "list", "details", "who")),
    Rule(
        "undo",
        work.undo,
        ("undo",),
        ("undone", "move", "count", "reserve", "release", "reservations", "last"),
    ),
    Rule("undo", work.undo_last, ("last",), ("undone", "loosen", "move", "count", "in", "for")),
    Rule("count", work.count, ("count",), (*_WORK, "stock", "quantity", "move")),
    Rule(
        "reservations",
        work.reservations,
        ("reservations",),
        ("list", "details", "for", "stock", "reserve", "reserved"),
    ),
    Rule(
        "reservations", work.reserved, ("reserved",), ("list", "details", "for", "stock", "who", "quantity")
    ),
    Rule("release", work.release_number, ("release",), _RELEASED),
    Rule("release", work.release_booking_number, ("loosen",), _RELEASED),
    Rule("release", work.release, ("release",), (*_WORK, *_RELEASED)),
    Rule("release", work.release_booking, ("loosen",), (*_WORK, *_RELEASED)),
    Rule("reserve", work.reserve, ("reserve",), (*_WORK, "booking", "reservations", "keep", "reserved")),
    Rule("reserve", work.keep, ("keep",), (*_WORK, "reserved")),
    Rule("move", work.move, ("move",), (*_WORK, "reserve", "keep")),
    Rule("move", work.moved_between, ("from",), (*_WORK, "loosen", "keep", "release")),
    Rule("find", lists.find, ("find",)),
    Rule("sizes", items.plain, ("sizes",), (*_STOCKED, "details", "for")),
    Rule("colours", items.plain, ("colours",), (*_STOCKED, "arrivals", "details", "for")),
    Rule(
        "arrivals",
        lists.arrivals,
        ("arrivals",),
        ("since", "from", "list", "stock", "details", "in", "to", "quantity"),
    ),
    Rule("arrivals", lists.arrivals_by_day, ("list", "quantity"), ("since", "stock", "in")),
    Rule(
        "price",
        items.plain,
        ("price",),
        ("in", "list", "details", "size_word", "one", "for", "how_much_is", "quantity"),
    ),
    Rule("price", items.plain, ("how_much_is",), ("in", "list", "size_word", "one", "for")),
    Rule("sizes", items.all_sizes, (), ("in", "list", "details", "one")),
    Rule(
        "where",
        items.of_items,
        ("where", "who"),
        (*_STOCKED, *_BOUND, "find", "for", "details", "move", "keep"),
    ),
    Rule("details", items.details, ("picture",), ("details", "list", "one", "in", "for", "of", "stock")),
    Rule("list", lists.by_filter, (), (*_STOCKED, *_BOUND, "details", "from", "for", "since")),
    Rule("details", items.details, ("details",), ("list", "one", "in", "for", "of"), praise=False),
    Rule(
        "stock",
        items.of_items,
        ("quantity", "stock", "total", "reserved", "low", "out"),
        (*_STOCKED, *_BOUND, "for", "details", "reserve"),
    ),
    Rule("colours", items.bare, ("comes",), (*_STOCKED, "colours")),
    Rule("same", items.same, (), (*_ASKING, "for"), praise=False),
)
"""As they are tried. `same`: what was asked before, now of another size, place or colour."""

"""All acts, with the words that call for each, and the choice of the one that a clause is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.questions.acts import figures, talk, work
from bot.questions.amounts import amounts_in
from bot.questions.clause import Clause
from bot.questions.expressed import says_all
from bot.questions.query import Asked
from bot.questions.reading import Reading
from bot.questions.resolver import Resolver
from bot.questions.spans import Piece
from bot.state.memory import Context

_ASKING = (
    "quantity", "stock", "in_stock", "total", "reserved", "list", "one", "some", "in", "size_word",
    "how_much_is", "is_now", "customer", "comes",
)  # fmt: skip
_STOCKED = (*_ASKING, "low", "out")
_WORK = ("customer", "for", "from", "to", "in", "until", "size_word", "one", "is_now", "since")
_PEOPLE = ("people", "for", "becomes")
_RELEASED = ("loosen", "booking", "reservations", "reserved", "reserve", "keep", "in_stock", "stock")


@dataclass(frozen=True, slots=True)
class Act:
    """How one thing is asked."""

    name: str
    read: Callable[[Reading], Asked | None]
    triggers: tuple[str, ...] = ()
    """One of these cues must stand there."""
    cues: tuple[str, ...] = ()
    """These may stand there besides."""
    fillers: bool = True
    """Whether words may stand there as well that add nothing to most questions."""
    praise: bool = True
    """Whether `good` and the like may stand anywhere; else `is it any good` would be this question."""


@dataclass(frozen=True, slots=True)
class ActRead:
    """A clause as one act reads it."""

    act: Act
    asked: Asked
    reading: Reading


def read(pieces: Sequence[Piece], context: Context, resolver: Resolver) -> ActRead | None:
    """What the pieces ask; None where no act accounts for all of them."""
    if of_people(pieces):
        return None
    clause = Clause(pieces, resolver.vocabulary)
    amounts = amounts_in(clause)
    for act in ACTS:
        if act.triggers and not clause.has(*act.triggers):
            continue
        cues = (*act.triggers, *act.cues)
        reading = Reading(clause.copy(), amounts.copy(), context, resolver, cues)
        asked = act.read(reading)
        if asked is None or not reading.all_used() or not says_all(asked, reading.clause):
            continue
        if reading.accounted(*cues, triggers=act.triggers, fillers=act.fillers, praise=act.praise):
            return ActRead(act, asked, reading)
    return None


def of_people(pieces: Sequence[Piece]) -> bool:
    """Whether it is asked how many customers there are, or which; or how many of ourselves."""
    return of_no_stock(pieces) or any(
        one.is_a("cue", "quantity", "list") and two.is_a("cue", "customer") for one, two in pairwise(pieces)
    )


def of_no_stock(pieces: Sequence[Piece]) -> bool:
    """Whether it is asked how many of us there are, or for what the bot does not do, such as to order more;
    then it is none of stock, however it is cut.
    """
    return any(piece.is_a("cue", "headcount", "beyond") and not piece.is_a("ask") for piece in pieces)


ACTS: tuple[Act, ...] = (
    Act("never_mind", talk.never_mind, (), ("thanks", "undo")),
    Act("thanks", talk.small_talk, ("thanks",), ("nicety",), fillers=False),
    Act("thanks", talk.until_tomorrow, ("until",), ("thanks", "nicety"), fillers=False),
    Act("help", talk.helps, ("help",), ("thanks", "list", "details", "ability")),
    Act("help", talk.helps, ("ability",), ("thanks", "list")),
    Act(
        "help",
        talk.how_to,
        ("how_to",),
        (*_WORK, "reserve", "release", "move", "count", "receive", "issue", "keep", "undo"),
    ),
    Act("language", talk.language, ("speak", "tongue"), ("in",)),
    Act("language", talk.language, (), ("in",)),
    Act("people_remove", talk.take_role, ("remove",), (*_PEOPLE, "people_list", "from", "list", "move")),
    Act("people_add", talk.give_role, ("add",), (*_PEOPLE, "one", "is_now", "to")),
    Act("people", talk.people, ("people", "list", "details"), ("people", "list", "details", "who")),
    Act(
        "undo",
        work.undo,
        ("undo",),
        ("undone", "move", "count", "reserve", "release", "reservations", "last"),
    ),
    Act("undo", work.undo_last, ("last",), ("undone", "loosen", "move", "count", "in", "for")),
    Act("counted", figures.counted, (), _ASKING),
    Act("moved", figures.moved, (), ("in", "list", "since", "from", "details")),
    Act("count", work.count, ("count",), (*_WORK, "stock", "quantity", "move")),
    Act(
        "reservations",
        figures.reservations,
        ("reservations",),
        ("list", "details", "for", "stock", "reserve", "reserved"),
    ),
    Act(
        "reservations",
        figures.reserved,
        ("reserved",),
        ("list", "details", "for", "stock", "who", "quantity"),
    ),
    Act("release", work.release_number, ("release",), _RELEASED),
    Act("release", work.release_booking_number, ("loosen",), _RELEASED),
    Act("release", work.release, ("release",), (*_WORK, *_RELEASED)),
    Act("release", work.release_booking, ("loosen",), (*_WORK, *_RELEASED)),
    Act("reserve", work.reserve, ("reserve",), (*_WORK, "booking", "reservations", "keep", "reserved")),
    Act("reserve", work.keep, ("keep",), (*_WORK, "reserved")),
    Act("receive", work.receive, ("receive",), (*_WORK, "arrivals")),
    Act("receive", work.came_in, ("arrivals",), (*_WORK, "arrivals", "add")),
    Act(
        "receive",
        work.came_in_and_put,
        ("arrivals",),
        (*_WORK, "arrivals", "receive", "add", "move", "keep", "usual_place"),
    ),
    Act("arrivals", figures.arrivals_of, ("arrivals",), (*_WORK, "since", "stock", "in_stock", "receive")),
    Act("issue", work.issue, ("issue",), (*_WORK, "stock")),
    Act("move", work.move, ("move",), (*_WORK, "reserve", "keep")),
    Act("move", work.moved_between, ("from",), (*_WORK, "loosen", "keep", "release")),
    Act("reserve", work.reserve_unsaid, ("for",), _WORK),
    Act("find", figures.find, ("find",)),
    Act("sizes", figures.sizes, ("sizes",), (*_STOCKED, "details", "for")),
    Act("colours", figures.colours, ("colours",), (*_STOCKED, "arrivals", "details", "for")),
    Act(
        "arrivals",
        figures.arrivals,
        ("arrivals",),
        ("since", "from", "list", "stock", "details", "in", "to", "quantity"),
    ),
    Act("arrivals", figures.arrivals_by_day, ("list", "quantity"), ("since", "stock", "in")),
    Act(
        "worth",
        figures.worth,
        ("worth",),
        (
            "in",
            "list",
            "details",
            "stock",
            "in_stock",
            "total",
            "how_much_is",
            "quantity",
            "price",
            "size_word",
        ),
    ),
    Act(
        "price",
        figures.price,
        ("price",),
        ("in", "list", "details", "size_word", "one", "for", "how_much_is", "quantity"),
    ),
    Act("price", figures.price, ("how_much_is",), ("in", "list", "size_word", "one", "for")),
    Act("sizes", figures.all_sizes, (), ("in", "list", "details", "one")),
    Act(
        "where",
        figures.where,
        ("where", "who"),
        (*_STOCKED, "find", "for", "details", "move", "keep"),
    ),
    Act("details", figures.details, ("picture",), ("details", "list", "one", "in", "for", "of", "stock")),
    Act("list", figures.by_filter, (), (*_STOCKED, "details", "from", "for", "since")),
    Act("details", figures.details, ("details",), ("list", "one", "in", "for", "of"), praise=False),
    Act(
        "stock",
        figures.stock,
        ("quantity", "stock", "total", "reserved", "low", "out"),
        (*_STOCKED, "for", "details", "reserve"),
    ),
    Act("colours", figures.bare_colours, ("comes",), (*_STOCKED, "colours")),
    Act("count", work.count_begun, ("count",), _WORK),
    Act("same", figures.same, (), (*_ASKING, "for", "which_of"), praise=False),
)
"""As they are tried. `same`: what was asked before, now of another size, place or colour."""

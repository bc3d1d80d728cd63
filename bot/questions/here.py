"""“Here” in a message: the place where its writer is, if that is known; else it is asked which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.questions.query import Asked, Choice, Order, Query, Read
from bot.questions.spans import Piece
from bot.questions.vocabulary import Vocabulary
from catalogue.words import words_in

MOST_OFFERED = 3
"""Places that are offered where it isn't known which is meant."""
_NOT_OF_A_PLACE = frozenset({"price", "details"})
"""Measures that are the same everywhere: `what does the bag here cost` is about this bag."""


def read_here(
    asked: tuple[Asked, ...],
    pieces: Sequence[Piece],
    here: str,
    vocabulary: Vocabulary,
    at: Callable[[str], tuple[Asked, ...]],
) -> Read:
    """What a message with that word in it asks.

    Args:
        asked: as it is read if the word says nothing, as in `Anna here, how many M in Berlin`.
        here: where the writer is; empty if that isn't known.
        at: reads it with a place in its stead.
    """
    named = {place for piece in pieces for place in piece.values("location")}
    sites = [site for site in vocabulary.sites() if site not in named]
    if not sites or (asked and not any(_may_be_there(each) for each in asked)):
        return Read(asked)
    spelled = _spelled(here, vocabulary)
    if named and not _joined(pieces) and not any(isinstance(each, Order) for each in asked):
        # `Anna here, how many in Berlin` says nothing with it; `from Berlin to here` does.
        ordered = () if asked else at(spelled or sites[0])
        return Read(asked or _orders(ordered, "" if spelled else sites[0]))
    placed = at(spelled or sites[0])
    if not spelled:
        queries = [each for each in asked or placed if _is_figure(each)]
        if not queries:
            return Read(asked or _orders(placed, sites[0]))
        said = next(piece.said for piece in pieces if piece.is_a("here"))
        offered = {site: at(site) if placed else () for site in sites[:MOST_OFFERED]}
        near = [
            next((each for each in read if isinstance(each, Query)), None) or _at(queries[0], site)
            for site, read in offered.items()
        ]
        return Read(unknown=(said,), unknown_as="here", near=tuple(near))
    if placed and len(placed) == len(asked or placed):
        return Read(tuple(_at(each, spelled) if _is_elsewhere(each, spelled) else each for each in placed))
    if _joined(pieces):
        return Read()
    return Read(tuple(_at(each, spelled) if _is_figure(each) else _gone_there(each, here) for each in asked))


def _orders(asked: tuple[Asked, ...], place: str) -> tuple[Asked, ...]:
    """Those that are orders alone, without a place that was only tried."""
    orders = [each for each in asked if isinstance(each, Order)]
    if len(orders) != len(asked):
        return ()
    return tuple(
        replace(
            each,
            place="" if each.place == place else each.place,
            to_place="" if each.to_place == place else each.to_place,
        )
        for each in orders
    )


def _is_figure(asked: Asked) -> bool:
    return isinstance(asked, Query) and asked.measure not in _NOT_OF_A_PLACE


def _may_be_there(asked: Asked) -> bool:
    return _is_figure(asked) or isinstance(asked, Order)


def _is_elsewhere(asked: Asked, place: str) -> bool:
    """Whether a question for figures took no note of the place."""
    named = (*asked.places.values, *asked.places.excluded) if isinstance(asked, Query) else ()
    return _is_figure(asked) and place not in named


def _at(asked: Asked, place: str) -> Query:
    assert isinstance(asked, Query)
    return replace(asked, places=Choice((place,)))


def _gone_there(asked: Asked, here: str) -> Asked:
    """An order with the place that it doesn't name."""
    if not isinstance(asked, Order) or not here or asked.verb in ("undo", "release"):
        return asked
    if asked.verb == "move" and not asked.to_place:
        return replace(asked, to_place=here)
    return asked if asked.place else replace(asked, place=here)


def _joined(pieces: Sequence[Piece]) -> bool:
    """Whether it stands beside another place: `here or in Berlin`."""
    joins = ("and", "or", "versus", "than", "whether")
    telling = [
        piece
        for piece in pieces
        if piece.is_a("here")
        or piece.is_a("join", *joins)
        or not (piece.is_a("filler") or piece.is_a("cue", "in"))
    ]
    return any(
        one.is_a("join", *joins) and (before.is_a("here") or after.is_a("here"))
        for before, one, after in zip(telling, telling[1:], telling[2:], strict=False)
    )


def _spelled(place: str, vocabulary: Vocabulary) -> str:
    """A place as questions name it."""
    words = tuple(words_in(place))
    return vocabulary.site(words) if words in vocabulary.locations else place

"""What kept a message from being understood: words that nobody knows here, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Literal

from bot.questions.query import Asked, Order, Query, Read
from bot.questions.spans import Piece

_As = Literal["place", "item", "size", "colour", "person", ""]


def unknown_in(
    pieces: Sequence[Piece],
    read: Callable[[Sequence[Piece]], tuple[Asked, ...]],
    said_of: Callable[[str], Collection[str]],
) -> Read:
    """The words that are not known, and the question that the others ask, if they ask one.

    `said_of` gives the words of titles for what a garment is like; where there are none, it's not known here.
    A negation that was not understood leaves no near question: it would be the opposite.
    """
    styles = tuple(piece.said for piece in pieces if piece.is_a("style"))
    if styles:
        return Read(unknown=styles[:1], unknown_as="item")  # half a number, of which nothing can be done
    places = [
        place
        for place, piece in enumerate(pieces)
        if _is_unknown(pieces, place) or _is_said_of_none(piece, said_of)
    ]
    rest = [piece for place, piece in enumerate(pieces) if place not in places]
    words = tuple(_as_said(pieces, place) for place in places)
    telling = [piece for piece in rest if not piece.is_a("filler")]
    if not places or len(places) > max(1, len(telling)):
        return Read()
    asked = read(rest) if telling and not any(piece.is_a("operator") for piece in rest) else ()
    stands = _stands_for(pieces, places)
    if not asked:
        return Read(unknown=words, unknown_as=stands) if stands in ("place", "size") else Read()
    if any(isinstance(each, Order) for each in asked):
        return Read(unknown=words, unknown_as=stands)
    near = tuple(each for each in asked if isinstance(each, Query))
    return Read(unknown=words, unknown_as=stands, near=near) if near else Read()


def _as_said(pieces: Sequence[Piece], place: int) -> str:
    """The word with that of the kind of place before it: `hall c`."""
    before = pieces[place - 1] if place else None
    return f"{before.said} {pieces[place].said}" if before and before.is_a("place") else pieces[place].said


def _is_unknown(pieces: Sequence[Piece], place: int) -> bool:
    piece = pieces[place]
    if not piece.tags:
        return True
    town = piece.is_a("city") and not piece.is_a("location")
    number = piece.is_a("number") and not piece.is_a("size")
    sized = place > 0 and pieces[place - 1].is_a("cue", "size_word")
    return town or piece.is_a("unknown_number") or (number and sized)


def _is_said_of_none(piece: Piece, said_of: Callable[[str], Collection[str]]) -> bool:
    """Whether it's only what a garment is like, and no title says it of one: trousers for `men`."""
    only = all(tag.group in ("trait", "like", "filler") for tag in piece.tags) and piece.is_a("trait")
    return only and not any(said_of(trait) for trait in piece.values("trait"))


def _stands_for(pieces: Sequence[Piece], places: Sequence[int]) -> _As:
    """What the words stand for, as the word before the first of them tells."""
    first = places[0]
    before = pieces[first - 1] if first else None
    if pieces[first].is_a("city"):
        return "place"
    if pieces[first].is_a("number"):
        return "size"
    if before is None:
        return "item"
    if before.is_a("cue", "for") and not before.is_a("cue", "in"):
        return "person"
    inside = before.is_a("cue", "in", "to", "from") and not before.is_a("cue", "size_word")
    return "place" if before.is_a("place") or inside or before.is_a("cue", "in") else "item"

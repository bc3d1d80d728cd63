"""What kept a message from being understood: words that nobody knows here, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from bot.questions.clause import Clause
from bot.questions.here import MOST_OFFERED
from bot.questions.query import Asked, Choice, Order, Query, Read
from bot.questions.resolver import Resolver
from bot.questions.spans import Piece
from bot.questions.vocabulary import Vocabulary

_PASSING = ("filler", "cue", "refer", "join", "ask", "operator", "number", "size", "location")
"""What a word of a title may mean besides, so that it names no garment."""
_As = Literal["place", "item", "size", "colour", "person", ""]


def unknown_in(
    pieces: Sequence[Piece],
    read: Callable[[Sequence[Piece]], tuple[Asked, ...]],
    knows: Callable[[str], bool],
    vocabulary: Vocabulary,
) -> Read:
    """The words that are not known, and the question that the others ask, if they ask one.

    A word that the writer's language `knows` is no unknown place. What no title says of any garment is not
    known here: of suede nobody can tell where none has the word. A negation that was not understood leaves no
    near question: it would be the opposite.
    """
    styles = tuple(piece.said for piece in pieces if piece.is_a("style"))
    if styles:
        return Read(unknown=styles[:1], unknown_as="item")  # half a number, of which nothing can be done
    if (which := _which_site(pieces, read, vocabulary)) is not None:
        return which
    places = [
        place
        for place, piece in enumerate(pieces)
        if _is_unknown(pieces, place) or _is_said_of_none(piece, vocabulary)
    ]
    rest = [piece for place, piece in enumerate(pieces) if place not in places]
    words = tuple(_as_said(pieces, place) for place in places)
    telling = [piece for piece in rest if not piece.is_a("filler")]
    if not places or len(places) > max(1, len(telling)):
        return Read()
    asked = read(rest) if telling and not any(piece.is_a("operator") for piece in rest) else ()
    stands = _stands_for(pieces, places, knows)
    if not asked:
        silent = any(pieces[place].tags and _is_said_of_none(pieces[place], vocabulary) for place in places)
        told = stands in ("place", "size") or silent
        return Read(unknown=words, unknown_as=stands) if told else Read()
    if any(isinstance(each, Order) for each in asked):
        return Read(unknown=words, unknown_as=stands)
    near = tuple(each for each in asked if isinstance(each, Query))
    return Read(unknown=words, unknown_as=stands, near=near) if near else Read()


def named_in(pieces: Sequence[Piece], read: Read, about: Sequence[str], resolver: Resolver) -> Query | None:
    """What is named of garments in a message that was not understood, with the sizes and places in it.

    None where it names none, or is of those that were shown, which are `about`.
    """
    strange = bool(read.unknown) and read.unknown_as == "item"
    if not strange and not any(_names_garment(each) for each in pieces):
        return None
    clause = Clause(pieces, resolver.vocabulary)
    meant = resolver.meant(clause, about, passing=())
    if meant.shown and not meant.amiss and (meant.named or not strange) and not meant.selected:
        return None
    if meant.selected and meant.colours:
        return Query()  # the yellow one, which isn't there
    if meant.amiss or not meant.items:
        meant = resolver.of_kind(clause) or meant
    if meant.amiss or strange or not meant.items:
        return Query()
    clause.taken |= meant.taken
    sizes, places = (clause.choice(group, clause.places(group)) for group in ("size", "location"))
    return Query(items=meant.items, skus=meant.skus, sizes=sizes, places=places)


def _names_garment(piece: Piece) -> bool:
    if any(piece.is_a(group) for group in ("item", "unknown_number", "kind")):
        return True
    passing = any(piece.is_a(group) for group in _PASSING)
    return not passing and any(piece.is_a(group) for group in ("title", "brand", "colour"))


def _which_site(
    pieces: Sequence[Piece],
    read: Callable[[Sequence[Piece]], tuple[Asked, ...]],
    vocabulary: Vocabulary,
) -> Read | None:
    """`In the shop` where there are several, and the question that the rest asks, at each of them."""
    for place, piece in enumerate(pieces[1:], 1):
        sites = vocabulary.sites_called(piece.value("place") or "")
        before = pieces[place - 1]
        if len(sites) < 2 or piece.is_a("location") or not before.is_a("cue", "in", "from"):
            continue
        rest = [*pieces[: place - 1], *pieces[place + 1 :]]
        asked = read(rest) if rest and not any(each.is_a("operator") for each in rest) else ()
        if len(asked) == 1 and isinstance(query := asked[0], Query) and not query.places:
            near = tuple(replace(query, places=Choice((site,))) for site in sites[:MOST_OFFERED])
            return Read(unknown=(piece.said,), unknown_as="place", near=near)
    return None


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


def _is_said_of_none(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether it's only what a garment is like, and no title says it of one: trousers for `men`."""
    only = all(tag.group in ("trait", "like", "filler") for tag in piece.tags) and piece.is_a("trait")
    return only and not any(vocabulary.said_of(trait) for trait in piece.values("trait"))


def _stands_for(pieces: Sequence[Piece], places: Sequence[int], knows: Callable[[str], bool]) -> _As:
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
    inside = inside or before.is_a("cue", "in")
    named = _may_be_name(pieces, first) and not any(knows(word) for word in pieces[first].words)
    return "place" if before.is_a("place") or (inside and named) else "item"


def _may_be_name(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a word is written as a name, or all of the message in small letters."""
    groups = ("title", "item", "brand", "colour", "size", "location", "kind")
    others = (piece for piece in pieces[1:] if not any(piece.is_a(group) for group in groups))
    return pieces[place].said[:1].isupper() or not any(piece.said[:1].isupper() for piece in others)

"""Whether what was read says all that the message says: no name of it is lost, no word for a figure unused.

An act says which words belong to it. This looks at the result instead, whoever made it: a size, a place or a
figure that the message names and the query doesn't have makes it another question, which isn't answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import chain

from bot.questions.clause import Clause
from bot.questions.query import Asked, Order, Query, Talk
from bot.questions.spans import Piece

_AMBIGUOUS = ("filler", "cue", "refer", "number", "title", "kind", "brand", "colour", "join", "city")
"""What else a word may mean that names a size or a place; then it may not be one."""
_OF_PRICE = frozenset({"price", "worth", "details"})
_BY_PRICE = frozenset({"cheapest", "dearest"})
_OF_RESERVED = frozenset({"reserved", "free", "reservations"})

_FIGURES: Mapping[tuple[str, str], Callable[[Query], bool]] = {
    ("cue", "price"): lambda query: query.measure in _OF_PRICE or bool(query.prices),
    ("cue", "how_much_is"): lambda query: query.measure in _OF_PRICE or bool(query.prices),
    ("counts", ""): lambda query: query.measure not in _OF_PRICE or query.ranking in _BY_PRICE,
    ("cue", "worth"): lambda query: query.measure == "worth",
    ("cue", "reserved"): lambda query: query.measure in _OF_RESERVED or query.needed is not None,
    ("ask", "free"): lambda query: query.measure == "free" or query.needed is not None,
}
"""Words for a figure, to whether a query asks for it."""
_GROUPED = {"sizes": {"size"}, "where": {"place"}, "who": {"place"}, "colours": {"colour", "item"}}
"""Cues of what is ranked, to the groups of a query that rank it."""


def says_all(asked: Asked, clause: Clause) -> bool:
    """Whether the sizes, places and figures that a clause names are in what was read of it."""
    if isinstance(asked, Talk):
        return True
    if _stray_place(clause.pieces):
        return False
    places = (
        (asked.place, asked.to_place)
        if isinstance(asked, Order)
        else (*asked.places.values, *asked.places.excluded)
    )
    if not _all_of(clause, "location", places):
        return False
    if isinstance(asked, Order):
        return asked.reservation is not None or bool(asked.skus) or _all_of(clause, "size", asked.sizes)
    sizes = (*asked.sizes.values, *asked.sizes.excluded)
    bounded = bool(clause.ranges) or bool(asked.pieces) or bool(asked.skus and not sizes)
    return (bounded or _all_of(clause, "size", sizes)) and _figures(asked, clause) and _ranked(asked, clause)


def _all_of(clause: Clause, group: str, known: Iterable[str]) -> bool:
    """Whether all names of that group are among these, but for words that may mean something else."""
    kept = set(known)
    return all(
        piece.values(group) & kept
        for piece in clause.pieces
        if piece.is_a(group) and not any(piece.is_a(other) for other in _AMBIGUOUS)
    )


def _figures(query: Query, clause: Clause) -> bool:
    """Whether each word for a figure asks for the query's; one that may mean several, for one of them."""
    if query.words:
        return True
    for place, piece in enumerate(clause.pieces):
        if place in clause.turned or piece.is_a("filler") or piece.is_a("operator"):
            continue
        tags = {(tag.group, tag.value) for tag in piece.tags if tag.group in ("cue", "ask", "title", "kind")}
        if piece.is_a("counts"):
            tags = {("counts", "")}
        if tags and tags <= _FIGURES.keys() and not any(_FIGURES[tag](query) for tag in tags):
            return False
    return True


def _ranked(query: Query, clause: Clause) -> bool:
    """Whether what has most or least is what was asked for: `which size`, `which shop`."""
    cues = [cue for cue in _GROUPED if clause.has(cue)]
    ranks = query.ranking in ("most", "least")
    return not cues or not ranks or any(query.group in _GROUPED[cue] for cue in cues)


def _stray_place(pieces: tuple[Piece, ...]) -> bool:
    """Whether a place that is not known is joined to one that is: `the warehouse and the shop`."""
    told = [
        piece
        for piece in pieces
        if not piece.is_a("filler") or piece.is_a("place") or piece.is_a("join", "and", "or")
    ]
    for first, joint, last in zip(told, told[1:], told[2:], strict=False):
        named = [piece.is_a("location") for piece in (first, last)]
        unnamed = [piece.is_a("place") and not piece.is_a("location") for piece in (first, last)]
        if joint.is_a("join", "and", "or") and any(named) and any(unnamed):
            return True
    return False


def lost(before: Query, after: Query) -> bool:
    """Whether a query lost what was read, when it was completed by the one before it."""
    slots = (
        "sizes",
        "places",
        "people",
        "pieces",
        "prices",
        "needed",
        "quantity",
        "ranking",
        "rank",
        "comparison",
    )
    if after.prices and not after.pieces:
        before = replace(before, pieces=after.pieces)  # a number that is a price, as the last one was
    named = chain(slots, ("measure",) if before.measure not in ("on_hand", "details") else ())
    return any(getattr(before, slot) and getattr(before, slot) != getattr(after, slot) for slot in named)

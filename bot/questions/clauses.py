"""Two questions in one message: where it may be cut, tried where each part asks something of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.questions.clause import SETS
from bot.questions.spans import Piece

_ENDS = frozenset("?!.;:\n,")
_MEASURES = {
    "price": "price",
    "how_much_is": "price",
    "quantity": "stock",
    "stock": "stock",
    "in_stock": "stock",
    "where": "where",
    "sizes": "sizes",
    "colours": "colours",
    "arrivals": "arrivals",
    "reserved": "reserved",
}


def cuts(pieces: Sequence[Piece]) -> Iterator[tuple[Sequence[Piece], Sequence[Piece]]]:
    """Both parts of a message for each place where it may be cut: at a sign, or at `and`."""
    for place in range(1, len(pieces)):
        if pieces[place - 1].tokens[-1].mark in _ENDS:
            yield pieces[:place], pieces[place:]
        elif pieces[place].is_a("join", "and", "but") and not _is_list(pieces, place):
            yield pieces[:place], pieces[place + 1 :]


def without_opposite(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """`Is any left, or has it gone?`: a question without its opposite, which only asks it the other way."""
    for place in range(1, len(pieces) - 1):
        tail = pieces[place + 1 :]
        out = any(piece.is_a("cue", "out") for piece in tail)
        there = ("stock", "in_stock", "quantity")
        asked = any(piece.is_a("cue", *(there if out else ("out",))) for piece in pieces[:place])
        says = ("out",) if out else there
        opposite = out or any(piece.is_a("cue", *says) for piece in tail)
        idle = all(piece.is_a("filler") or piece.is_a("cue", "asks", "list", *says) for piece in tail)
        named = any(piece.is_a(group) for piece in tail for group in (*SETS, "title", "item", "number"))
        if pieces[place].is_a("join", "or") and asked and opposite and idle and not named:
            return pieces[:place]
    return pieces


def _is_list(pieces: Sequence[Piece], place: int) -> bool:
    """Whether two names of one kind stand beside `and`, such as `S and M`; or nothing stands after it."""
    if place + 1 >= len(pieces):
        return True
    beside = (pieces[place - 1], pieces[place + 1])
    if all(piece.is_a("location") or piece.is_a("place") for piece in beside):
        return True
    return any(all(piece.is_a(group) for piece in beside) for group in SETS)


def ask_twice(one: Sequence[Piece], two: Sequence[Piece]) -> bool:
    """Whether both parts ask for a figure, and not for the same."""
    first, second = _measures(one), _measures(two)
    return bool(first and second and not first & second)


def asks_figure(pieces: Sequence[Piece]) -> bool:
    """Whether a part says which figure it asks for."""
    return bool(_measures(pieces)) or any(piece.is_a("ask", "free") for piece in pieces)


def _measures(pieces: Sequence[Piece]) -> set[str]:
    return {
        measure
        for piece in pieces
        if not piece.is_a("join", "or")  # French `ou` may be `où`
        for cue, measure in _MEASURES.items()
        if piece.is_a("cue", cue)
    }

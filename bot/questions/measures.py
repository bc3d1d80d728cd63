"""Several figures asked for in one breath: `on hand, reserved and free`, `price and stock`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from bot.questions.clause import SETS
from bot.questions.lexicon import Tag
from bot.questions.spans import Piece

Figure: TypeAlias = Literal["on_hand", "free", "reserved", "price", "sizes"]
_ON_HAND = ("stock", "in_stock", "total", "quantity")
_BETWEEN = ("and", "but", "versus", "between")
_ASKS: Mapping[Figure, frozenset[Tag]] = {
    "on_hand": frozenset({Tag("cue", "quantity")}),
    "free": frozenset({Tag("ask", "free"), Tag("cue", "stock")}),
    "reserved": frozenset({Tag("cue", "reserved"), Tag("cue", "quantity")}),
    "price": frozenset({Tag("cue", "price")}),
    "sizes": frozenset({Tag("cue", "sizes")}),
}
_LEFT: Mapping[frozenset[Figure], Figure] = {
    frozenset({"on_hand", "free"}): "reserved",
    frozenset({"on_hand", "reserved"}): "free",
}
"""What two figures differ by."""


def figure_of(piece: Piece) -> Figure | None:
    """The figure that a piece asks for by name; None where it asks for none, or joins two names."""
    if piece.is_a("operator") or any(piece.is_a(group) for group in (*SETS, "number", "refer")):
        return None
    if piece.is_a("ask", "free"):
        return "free"
    if piece.is_a("ask") and not piece.is_a("ask", "each"):
        return None
    if piece.is_a("cue", "price", "how_much_is") and not piece.is_a("cue", "quantity"):
        return "price"
    if piece.is_a("cue", "reserved", "reservations"):
        return "reserved"
    if piece.is_a("cue", "sizes"):
        return "sizes"
    return "on_hand" if piece.is_a("cue", *_ON_HAND) else None


def each_alone(pieces: Sequence[Piece]) -> Iterator[tuple[Figure, tuple[Piece, ...]]]:
    """The message once for each of its figures, with the words for that one alone.

    Nothing where fewer than two stand side by side, joined by a word or a comma.
    """
    pieces = _priced(pieces)
    run = _run(pieces)
    figures = [(place, figure) for place in run if (figure := figure_of(pieces[place])) is not None]
    different = list(dict.fromkeys(figure for _, figure in figures))
    if "sizes" in different and "price" not in different:
        return  # the stock of each size is one answer
    if len(different) < 2:
        return
    if _differ(pieces):
        return
    for wanted in different:
        yield wanted, _with(pieces, run, wanted)


def difference(pieces: Sequence[Piece]) -> tuple[Figure, tuple[Piece, ...]] | None:
    """`The difference between on hand and free` is what is reserved: that figure, and the other words."""
    run = _run(pieces)
    figures = frozenset(figure for place in run if (figure := figure_of(pieces[place])) is not None)
    left = _LEFT.get(figures)
    if left is None or not _differ(pieces):
        return None
    rest = _with(pieces, run, left)
    return left, tuple(
        piece for piece in rest if not piece.is_a("ask", "difference") and not piece.is_a("join", "between")
    )


def _priced(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """`How much and how many`: of the two, the first asks for the price."""
    if not any(piece.is_a("counts") for piece in pieces):
        return pieces
    return [
        replace(piece, tags=_ASKS["price"])
        if piece.is_a("cue", "how_much") and not piece.is_a("counts")
        else piece
        for piece in pieces
    ]


def _with(pieces: Sequence[Piece], run: Sequence[int], figure: Figure) -> tuple[Piece, ...]:
    """The message with one figure where several stand."""
    asks = replace(pieces[run[0]], tags=_ASKS[figure])
    rest = ((place, piece) for place, piece in enumerate(pieces) if place == run[0] or place not in run)
    return tuple(asks if place == run[0] else piece for place, piece in rest)


def _differ(pieces: Sequence[Piece]) -> bool:
    return any(piece.is_a("ask", "difference") for piece in pieces)


def _run(pieces: Sequence[Piece]) -> list[int]:
    """Places of the figures that stand side by side, and of what joins them."""
    for start, piece in enumerate(pieces):
        if figure_of(piece) is None:
            continue
        run, last, joined = [start], start, bool(piece.tokens[-1].mark)
        for place in range(start + 1, len(pieces)):
            one = pieces[place]
            if (figure := figure_of(one)) is not None and (joined or figure == figure_of(pieces[last])):
                run = list(range(start, place + 1))
                last, joined = place, one.tokens[-1].mark == ","
            elif one.is_a("join", *_BETWEEN):
                joined = True
            elif one.is_a("filler") and not any(one.is_a(group) for group in ("number", *SETS)):
                joined = joined or one.tokens[-1].mark == ","
            else:
                break
        if len({figure_of(pieces[place]) for place in run} - {None}) > 1:
            return run
    return []

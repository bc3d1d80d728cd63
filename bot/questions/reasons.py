"""Why pieces are issued, in free words after the order: `take one from the shop, its zip is broken`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.questions.lexicon import Tag
from bot.questions.spans import Piece

_TELLING = (
    "location", "size", "item", "colour", "number", "day", "weekday", "date", "operator", "place",
    "unknown_number",
)  # fmt: skip
"""What no reason has in it: it says which pieces are meant, or turns the order round."""
_TAKES = ("issue", "move", "loosen", "remove", "release")
"""Verbs that issue pieces where a reason follows and nothing says where they go."""


def before_reason(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], str] | None:
    """The pieces of the order, its verb being one that issues, and the reason; None where none follows."""
    for place in range(1, len(pieces)):
        if pieces[place - 1].tokens[-1].mark in (",", ".", ";", ":", "!", "\n"):
            order, rest = pieces[:place], pieces[place:]
            issues = any(piece.is_a("cue", "issue") and not piece.is_a("cue", "move") for piece in order)
            if not any(piece.is_a("reason") or (issues and not piece.tags) for piece in rest):
                return None
            if not any(_tells(piece) for piece in rest):
                return None if _goes_somewhere(order) else (_issuing(order), _reason(rest))
    return None


def _tells(piece: Piece) -> bool:
    """Whether a word is more than a part of a reason."""
    if piece.is_a("reason"):
        return False
    asks = piece.is_a("ask") and not piece.is_a("ask", "needed")
    strange = piece.repaired and piece.is_a("city")
    told = any(piece.is_a(group) for group in _TELLING) and not piece.is_a("filler")
    return asks or (told and not strange) or any(token.asked for token in piece.tokens)


def _goes_somewhere(pieces: Sequence[Piece]) -> bool:
    """Whether it is said where they go: then they are moved."""
    for place, piece in enumerate(pieces):
        led = next((each for each in reversed(pieces[:place]) if not _is_article(each)), None)
        if piece.is_a("location") and led is not None and led.is_a("cue", "to"):
            return not led.is_a("cue", "from", "in")
    return False


def _is_article(piece: Piece) -> bool:
    """Whether a word may stand between `to` and a place."""
    return (piece.is_a("filler") or piece.is_a("place")) and not piece.is_a("cue", "to", "from", "in")


def _issuing(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, of which a first verb such as `take` issues."""
    first = next((place for place, piece in enumerate(pieces) if not piece.is_a("filler")), 0)
    verb = pieces[first]
    if not verb.is_a("cue", *_TAKES):
        return tuple(pieces)
    issuing = replace(verb, tags=frozenset({Tag("cue", "issue")}))
    return (*pieces[:first], issuing, *pieces[first + 1 :])


def _reason(pieces: Sequence[Piece]) -> str:
    """The reason as it is noted: one that we know by its name, any other as it was said."""
    known = next((value for piece in pieces if (value := piece.value("reason"))), None)
    words = {token.word: token.said for piece in pieces for token in piece.tokens}
    return known or " ".join(words.values())

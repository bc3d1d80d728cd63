"""The talk itself: thanks and farewells, help, and in which language."""

from __future__ import annotations

from typing import Any

from bot.questions.reader import Reader
from bot.questions.spans import Piece


def alone(reader: Reader) -> dict[str, Any] | None:
    return {}


def small_talk(reader: Reader) -> dict[str, Any] | None:
    """Thanks, a greeting, or praise where it is none that is asked for: `good`, but not `is it good?`."""
    pieces = reader.sentence.pieces
    praise = [place for place, piece in enumerate(pieces) if piece.is_a("cue", "praise")]
    first = next((place for place, piece in enumerate(pieces) if not _greets(piece)), None)
    if first is not None and pieces[first].is_a("cue", "asks"):
        return None
    return None if praise and reader.sentence.asked else {}


def _greets(piece: Piece) -> bool:
    return piece.is_a("cue", "thanks") and not piece.is_a("cue", "praise")


def until_tomorrow(reader: Reader) -> dict[str, Any] | None:
    """`Until tomorrow`, which is a farewell where nothing else is said."""
    return {} if reader.sentence.slots.pop("day", None) == "tomorrow" else None


def language(reader: Reader) -> dict[str, Any] | None:
    """The language; its code, such as `de`, only after the word for languages."""
    sentence = reader.sentence
    places = [each for each in sentence.places("spoken") if len(sentence.pieces[each].words[-1]) > 2]
    if not places and reader.has("tongue"):
        places = sentence.places("spoken")[-1:]
    if len(places) != 1:
        return None
    reader.take(places)
    return {"language": sentence.pieces[places[0]].value("spoken")}

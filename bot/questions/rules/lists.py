"""Questions whose answer is a list: items by filter, what came in, what free words find."""

from __future__ import annotations

from typing import Any

from bot.questions.reader import GARMENT, Reader
from bot.questions.spans import Piece


def by_filter(reader: Reader) -> dict[str, Any] | None:
    """Items by filter: something must be said of them, and no item named."""
    if "day" in reader.sentence.slots or reader.any("item"):
        return None
    if reader.names_a_design() and (reader.has("quantity", "total") or not reader.has("list")):
        return None
    filtered = reader.any(*GARMENT)
    low = reader.has("low")
    out = reader.has("out") and not low
    if not (filtered or low or out or reader.sentence.slots.keys() & {"more_than", "less_than"}):
        return None
    asks_for_all = reader.has("list") or (reader.has("details") and out)
    if reader.context.items and not (low or asks_for_all or reader.any("kind", "brand")):
        return None  # `in black?` and `sold out?` are said of what was shown
    reader.garments()
    stray = [
        each for each in reader.sentence.places("refer") if not reader.sentence.pieces[each].is_a("filler")
    ]
    if stray and reader.context.items:
        return None
    reader.size()
    reader.location()
    reader.bounds()
    bounded = bool(reader.slots.keys() & {"more_than", "less_than"})
    if low:
        reader.slots["state"] = "low"
    elif out:
        reader.slots["state"] = "out"
    elif not bounded and reader.has("in_stock"):
        reader.slots["state"] = "in"
    return reader.slots


def arrivals(reader: Reader) -> dict[str, Any] | None:
    if reader.any("item") or not reader.day("since"):
        return None
    reader.garments()
    reader.location()
    return reader.slots


def arrivals_by_day(reader: Reader) -> dict[str, Any] | None:
    """`Did we get anything in last week` has no word that would say so, but a day."""
    slots = arrivals(reader) if "day" in reader.sentence.slots else None
    return slots if slots is not None and slots["since"] != "tomorrow" else None


def find(reader: Reader) -> dict[str, Any] | None:
    """Free words after `find`, of which one at least must be of garments."""
    sentence = reader.sentence
    start = next((place for place, piece in enumerate(sentence.pieces) if piece.is_a("cue", "find")), None)
    if (
        start is None
        or reader.any("item")
        or any(not piece.is_a("filler") for piece in sentence.pieces[:start])
    ):
        return None
    wanted = list(range(start + 1, len(sentence.pieces)))
    while wanted and _says_nothing(sentence.pieces[wanted[0]]):
        del wanted[0]
    while wanted and _says_nothing(sentence.pieces[wanted[-1]]):
        del wanted[-1]
    pieces = [sentence.pieces[place] for place in wanted]
    telling = [piece for piece in pieces if _of_garments(piece)]
    strange = [piece for piece in pieces if not piece.tags]
    most = len(telling) + any(piece.is_a("kind") for piece in telling)
    if not telling or len(strange) > most or any(piece.is_a("location") for piece in pieces):
        return None
    strictly = ("number", "filler", "title", "kind")
    if any(piece.is_a("refer") and not any(piece.is_a(each) for each in strictly) for piece in pieces):
        return None
    reader.take(range(start, len(sentence.pieces)))
    return {"words": sentence.said(wanted).casefold()}


def _says_nothing(piece: Piece) -> bool:
    idle = piece.is_a("filler") or piece.is_a("cue", "unit")
    return idle and not piece.is_a("title") and not piece.repaired


def _of_garments(piece: Piece) -> bool:
    number = "-" in piece.said and any(len(word) > 1 for word in piece.words)
    groups = ("kind", "colour", "brand", "title", "trait", "item")
    return any(piece.is_a(group) for group in groups) or number

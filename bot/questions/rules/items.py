"""Questions about certain items: those that are named, or that were shown last."""

from __future__ import annotations

from typing import Any

from bot.questions.reader import Reader


def of_items(reader: Reader) -> dict[str, Any] | None:
    if reader.meant() is None or "day" in reader.sentence.slots:
        return None
    reader.size()
    reader.location()
    reader.bounds()
    return reader.slots


def details(reader: Reader) -> dict[str, Any] | None:
    slots = of_items(reader)
    bare = slots is not None and not (slots.keys() & {"size", "location", "more_than", "less_than"})
    return slots if bare else None


def plain(reader: Reader) -> dict[str, Any] | None:
    slots = of_items(reader)
    bare = slots is not None and not (slots.keys() & {"more_than", "less_than"})
    return slots if bare else None


def bare(reader: Reader) -> dict[str, Any] | None:
    """`What does it come in`, with neither size nor place."""
    slots = plain(reader)
    return slots if slots is not None and not slots.keys() - {"items"} else None


def all_sizes(reader: Reader) -> dict[str, Any] | None:
    return plain(reader) if reader.any("refer") and _refers(reader, "all_sizes") else None


def same(reader: Reader) -> dict[str, Any] | None:
    """Half a question: something new must be said in it."""
    slots = of_items(reader)
    is_new = any(
        any(tag.group not in ("filler", "cue", "refer") for tag in piece.tags)
        or (piece.is_a("refer") and not piece.is_a("filler"))
        for place, piece in enumerate(reader.sentence.pieces)
        if place in reader.sentence.taken
    )
    return slots if is_new else None


def _refers(reader: Reader, *values: str) -> bool:
    return any(piece.is_a("refer", *values) for piece in reader.sentence.pieces)

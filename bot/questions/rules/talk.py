"""The talk itself: thanks and farewells, help, and in which language."""

from __future__ import annotations

from typing import Any

from bot.questions.reader import Reader


def alone(reader: Reader) -> dict[str, Any] | None:
    return {}


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

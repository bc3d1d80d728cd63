"""The catalogue's commands in all languages: their words become the English ones; the rest stays as it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from catalogue.words import plain

ORDER = ("first", "second", "mode", "scope")
"""The groups of words in the order in which they follow one another."""

_WORD = re.compile(r"[^\s:,;]+")
_Words: TypeAlias = Mapping[str, Mapping[str, Sequence[str]]]


@cache
def _table() -> Mapping[str, _Words]:
    return tomllib.loads(files("bot.routing").joinpath("command_words.toml").read_text("utf-8"))


@cache
def _english(group: str) -> Mapping[tuple[str, ...], str]:
    """The English words of a group by their translations, which have no capitals and accents."""
    return {
        tuple(plain(phrase).split()): english
        for english, languages in _table()[group].items()
        for phrases in languages.values()
        for phrase in phrases
    } | {tuple(english.split()): english for english in _table()[group]}


def in_english(text: str) -> str:
    """Return a command with its words in English, or the same text if it is none of the catalogue's.

    `Katalog hochladen Bestand` is `catalogue upload stock`. What follows the command's words stays as it is.
    """
    begun = text.lstrip("/ ")
    spans = [match.span() for match in _WORD.finditer(begun)]
    words = [begun[start:end] for start, end in spans]
    translated: list[str] = []
    taken = 0
    for group in ORDER:
        length, english = _longest(words[taken:], _english(group))
        if not length or (group == "mode" and translated[1] != "upload"):
            break
        translated.append(english)
        taken += length
    if not translated:
        return text
    return " ".join(translated) + begun[spans[taken - 1][1] :]


def _longest(words: Sequence[str], english: Mapping[tuple[str, ...], str]) -> tuple[int, str]:
    """How many of the first words are a phrase, and what it is in English; 0 if they are none."""
    said = [plain(word).strip(".!?") for word in words[:3]]
    for length in range(len(said), 0, -1):
        if (found := english.get(tuple(said[:length]))) is not None:
            return length, found
    return 0, ""

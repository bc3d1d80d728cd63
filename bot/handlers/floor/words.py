"""The words of commands on the floor, in all languages at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain

from catalogue.words import plain

LONGEST = 6
"""Words that a phrase may have."""


@cache
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(files("bot.handlers.floor").joinpath("words.toml").read_text("utf-8"))


@cache
def phrases(meaning: str) -> tuple[tuple[str, ...], ...]:
    """All phrases of a meaning, longest first, as words without capitals and accents."""
    all_of_it = chain.from_iterable(_table()[meaning].values())
    split = {tuple(plain(phrase).split()) for phrase in all_of_it}
    return tuple(sorted(split, key=lambda phrase: (-len(phrase), phrase)))


def verb(meaning: str, language: str) -> str:
    """The usual word for a command in a language; the English one where it has none."""
    words = _table()[meaning]
    return words.get(language, words["en"])[0]


@cache
def alternatives(meaning: str) -> str:
    """A pattern for any of its phrases, with and without accents."""
    written = set(chain.from_iterable(_table()[meaning].values()))
    every = written | {plain(phrase) for phrase in written}
    longest_first = sorted(every, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r",?\s+") for phrase in longest_first)


def begins(words: Sequence[str], meaning: str) -> int:
    """How many of the first words are a phrase of that meaning; 0 if they are none."""
    said = [plain(word).strip(":,;.") for word in words[:LONGEST]]
    return next((len(one) for one in phrases(meaning) if said[: len(one)] == list(one)), 0)


def without(words: Sequence[str], *meanings: str) -> list[str]:
    """The words without a phrase of these meanings at their beginning."""
    taken = next((count for each in meanings if (count := begins(words, each))), 0)
    return list(words[taken:])


def is_phrase(text: str, meaning: str) -> bool:
    """Whether the whole text is a phrase of that meaning."""
    words = plain(text).replace("’", "'").strip(" .!,;:").split()
    return bool(words) and tuple(words) in {
        tuple(word.replace("’", "'") for word in one) for one in phrases(meaning)
    }

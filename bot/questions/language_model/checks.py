"""Whether a language model's reading may be shown: it must stand in the message or the catalogue.

A model may slip, and titles or the message may talk it into something. So its free words and its numbers must
be those of the message, its names those that were offered, and a negation may not get lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.questions.language_model.prompt import Offered
from bot.questions.lexicon import LANGUAGES, Tag, lexicon
from bot.questions.query import Bounds, Choice, Order, Query
from bot.questions.text import Token, tokens_of
from bot.questions.vocabulary import Vocabulary
from catalogue.items import folded
from catalogue.words import words_in

_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_ASKING = frozenset({"quantity", "where", "who", "list", "price", "how_much_is", "headcount"})
"""Cues of questions."""


def is_sound(
    asked: Query | Order, text: str, names: Offered, vocabulary: Vocabulary, *, language: str
) -> bool:
    """Whether it can be what the message asks; `language` is its writer's."""
    tokens = tokens_of(text)
    words = [token.text for token in tokens]
    if not all(_stands_in(each, text) for each in _free_words(asked)):
        return False
    if not _numbers_said(asked, text, words):
        return False
    if isinstance(asked, Order):
        dated = asked.until[:1].isdigit()
        return not (dated or negates(words) or asks(tokens, language=language))
    return (
        _offered(asked.colours, names.colours)
        and all(
            vocabulary.title_word(word)
            for each in (*asked.title_words, *asked.title_without)
            for word in words_in(each)
        )
        and (not negates(words) or _excludes(asked))
    )


def negates(words: Sequence[str]) -> bool:
    """Whether a message negates or excludes something, in any of our languages."""
    spoken = [lexicon(each) for each in LANGUAGES]
    if any(each.is_operator(word) for each in spoken for word in words):
        return True
    excluding = (Tag("join", "deny"), Tag("join", "except"), Tag("ask", "never_mind"))
    return any(tag in excluding for tag in _tags(words, LANGUAGES))


def asks(tokens: Sequence[Token], *, language: str) -> bool:
    """Whether a message has a question in it, in its writer's language or in English."""
    spoken = [each for each in dict.fromkeys((language, "en")) if each in LANGUAGES]
    begins = [token.text for place, token in enumerate(tokens) if not place or tokens[place - 1].mark]
    if any(token.asked for token in tokens) or any(
        lexicon(each).begins_question(word) for each in spoken for word in begins
    ):
        return True
    words = [token.text for token in tokens]
    return any(tag.group == "cue" and tag.value in _ASKING for tag in _tags(words, spoken))


def _tags(words: Sequence[str], languages: Sequence[str]) -> Iterator[Tag]:
    """All that its phrases may mean."""
    for language in languages:
        for start in range(len(words)):
            if (span := lexicon(language).longest_at(words, start)) is not None:
                yield from span.tags


def _excludes(query: Query) -> bool:
    choices = (query.kinds, query.colours, query.brands, query.sizes, query.places, query.people)
    return query.state == "out" or any(each.excluded for each in choices)


def _free_words(asked: Query | Order) -> Iterator[str]:
    yield from asked.skus
    if isinstance(asked, Order):
        yield from (asked.person, asked.reason)
        return
    yield asked.words
    for choice in (asked.people, asked.brands):
        yield from (*choice.values, *choice.excluded)


def _stands_in(value: str, text: str) -> bool:
    """Whether the words stand in the text, one after another; no sign comes with them that doesn't."""
    wanted, there = words_in(value), words_in(text)
    starts = range(len(there) - len(wanted) + 1)
    return not value or (
        bool(wanted)
        and folded(value) in folded(text)
        and any(there[start : start + len(wanted)] == wanted for start in starts)
    )


def _offered(choice: Choice, names: Sequence[str]) -> bool:
    known = {folded(each) for each in names}
    return all(folded(each) in known for each in (*choice.values, *choice.excluded))


def _numbers_said(asked: Query | Order, text: str, words: Sequence[str]) -> bool:
    """Whether its numbers stand in the message; a bound may be one beside it, and 1 needs no word."""
    said = {float(each.replace(",", ".")) for each in _DIGITS.findall(text)}
    tags = [tag for tag in _tags(words, LANGUAGES) if tag.group in ("number", "rank")]
    said |= {float(tag.value) for tag in tags if tag.value.isdecimal()}
    exact: tuple[int | None, ...]
    if isinstance(asked, Order):
        exact, bounds = (asked.quantity, asked.reservation), (Bounds(), Bounds())
    else:
        exact, bounds = (asked.limit, asked.rank, asked.needed, asked.quantity), (asked.pieces, asked.prices)
    if not all(each in (None, 1) or each in said for each in exact):
        return False
    ends = [end for each in bounds for end in (each.least, each.most) if end is not None]
    return all(any(abs(end - number) <= 1 for number in said | {0.0}) for end in ends)

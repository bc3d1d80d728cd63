"""From a message to what it asks: in the language of its writer, or else in any other that we speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from bot.questions.acts.table import ActRead, of_no_stock, read
from bot.questions.days import span_of
from bot.questions.lexicon import (
    LANGUAGES,
    Lexicon,
    city_words,
    colour_words,
    kind_words,
    lexicon,
    narrow_words,
)
from bot.questions.query import Asked, Order, Query, Read, Talk
from bot.questions.resolver import Resolver
from bot.questions.spans import Piece, Pieces, numbers_of
from bot.questions.text import tokens_of
from bot.questions.vocabulary import Names
from bot.state.memory import Context

NOTHING = Read()


class Understanding:
    """Understands messages about one catalogue. May be used from several threads."""

    def __init__(self, names: Names, *, zone: tzinfo = UTC) -> None:
        """Days begin at midnight of `zone`."""
        self._names = names
        self._zone = zone
        for language in LANGUAGES:  # now, not while the first person waits
            lexicon(language)
        for words in (kind_words, colour_words, narrow_words, city_words):
            words()

    def __call__(self, message: str, context: Context, *, language: str, now: datetime | None = None) -> Read:
        """What it asks. Raises `StoreError` where the database does not answer."""
        tokens = tokens_of(message)
        if not tokens:
            return NOTHING
        vocabulary = self._names.vocabulary()
        resolver = Resolver(self._names, vocabulary)
        numbers = numbers_of(tokens, self._names)
        lexicons = [lexicon(each) for each in dict.fromkeys(_order(language)[:2])]
        for spoken in _order(language):
            own = lexicon(spoken) in lexicons
            if not own and any(each.is_operator(token.text) for each in lexicons for token in tokens):
                continue
            cut = Pieces(tokens, lexicon(spoken), vocabulary, numbers, settled=() if own else lexicons)
            pieces = cut()
            if not own and _foreign(pieces, lexicons):
                continue
            if own and of_no_stock(pieces):
                return NOTHING
            found = read(pieces, context, resolver)
            if found is None:
                found = next((each for way in cut.others() if (each := read(way, context, resolver))), None)
            if found is not None:
                return Read((self._timed(found, now),))
        return NOTHING

    def _timed(self, found: ActRead, now: datetime | None) -> Asked:
        asked = found.asked
        if isinstance(asked, Query) and found.reading.span is not None:
            since, until = span_of(*found.reading.span, now or datetime.now(UTC), self._zone)
            return replace(asked, since=since, until=until)
        return asked


def _foreign(pieces: Sequence[Piece], spoken: Sequence[Lexicon]) -> bool:
    """Whether it is of another language: more than one slip, or a word that the writer's own has."""
    strange = (piece for piece in pieces if not piece.tags)
    return sum(piece.repaired for piece in pieces) > 1 or any(
        each.knows(word) for piece in strange for word in piece.words for each in spoken
    )


def _order(language: str) -> list[str]:
    return list(dict.fromkeys([each for each in (language, "en") if each in LANGUAGES] + list(LANGUAGES)))

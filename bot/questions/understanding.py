"""From a message to a question: in the language of its writer, or else in any other that we speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.questions.grammar import of_no_stock, read
from bot.questions.lexicon import LANGUAGES, Lexicon, colour_words, kind_words, lexicon, narrow_words
from bot.questions.question import ABOUT_ITEMS, Question
from bot.questions.references import References
from bot.questions.spans import Numbers, Piece, Pieces, numbers_of
from bot.questions.text import Token, tokens_of
from bot.questions.vocabulary import Names, Vocabulary
from bot.state.memory import Context

UNKNOWN = Question("unknown")
OFFERED = ABOUT_ITEMS | {"list", "arrivals", "find"}
"""What may be offered as a reading of something that was not understood: nothing that changes stock."""
_SOME_ITEM = "?"
_NUMBER = re.compile(r"(?=.*[-_/.\d])[\w./#+-]{3,64}")
"""A word that may be the beginning of a number."""
_DONE = frozenset({"reserve", "release", "move", "count"})


@dataclass(frozen=True, slots=True)
class Understood:
    """What a message means; where that is `unknown`, what it may have meant."""

    question: Question
    readings: tuple[Question, ...] = ()
    """The nearest, best first; empty where the question is understood."""
    needs_item: bool = False
    """Whether it would be understood if it said of which item."""
    half_of_work: bool = False
    """Whether it begins as stock work does."""


class Understanding:
    """Understands messages about one catalogue. May be used from several threads."""

    def __init__(self, names: Names) -> None:
        self._names = names
        for language in LANGUAGES:  # now, not while the first person waits
            lexicon(language)
        kind_words()
        colour_words()
        narrow_words()

    def __call__(self, message: str, context: Context, *, language: str) -> Understood:
        """The question. Raises `StoreError` where the database does not answer."""
        tokens = tokens_of(message)
        if not tokens:
            return Understood(UNKNOWN)
        vocabulary = self._names.vocabulary()
        references = References(self._names, vocabulary)
        numbers = numbers_of(tokens, self._names)
        readings: list[Question] = []
        needs_item = False
        lexicons = [lexicon(each) for each in dict.fromkeys(_order(language)[:2])]
        for spoken in _order(language):
            own = lexicon(spoken) in lexicons
            if not own and any(each.is_operator(token.text) for each in lexicons for token in tokens):
                continue  # what the writer's own language negates, another one might pass over
            cut = Pieces(
                tokens,
                lexicon(spoken),
                vocabulary,
                numbers,
                settled=() if own else lexicons,
            )
            pieces = cut()
            if not own and _foreign(pieces, lexicons):
                continue
            if own and of_no_stock(pieces):
                return Understood(UNKNOWN)
            question = read(pieces, context, references)
            if question is None:
                ways = (read(way, context, references) for way in cut.others())
                question = next((each for each in ways if each is not None), None)
            if question is not None and _negated(question, pieces, lexicon(spoken)):
                return Understood(UNKNOWN)
            if question is not None:
                return Understood(question)
            readings += self._near(pieces, context, references)
            needs_item = needs_item or self._lacks_item(pieces, context, references)
        if (beginning := self._beginning(tokens, language, vocabulary)) is not None:
            return Understood(beginning)
        begun = lexicon(_order(language)[0]).longest_at([token.text for token in tokens], 0)
        half = begun is not None and any(tag.value in _DONE for tag in begun.tags if tag.group == "cue")
        return Understood(UNKNOWN, tuple(_different(readings)), needs_item and not readings, half)

    def _near(self, pieces: Sequence[Piece], context: Context, references: References) -> list[Question]:
        """The question without the words that nobody knows; else what may be asked of the item in it."""
        tagged = [piece for piece in pieces if piece.tags]
        telling = [piece for piece in tagged if not piece.is_a("filler")]
        if not telling or len(pieces) - len(tagged) > len(telling):
            return []
        question = read(tagged, context, references)
        if question is not None and question.intent in OFFERED:
            return [question]
        named = [piece for piece in tagged if piece.is_a("item")]
        question = read(named, context, references) if named else None
        return (
            []
            if question is None
            else [Question(each, question.slots) for each in ("stock", "where", "details")]
        )

    def _beginning(self, tokens: Sequence[Token], language: str, vocabulary: Vocabulary) -> Question | None:
        """`MRL-TS` or `stock MRL-TS`, with which numbers of items begin: what is found by it."""
        numbers = {token.word: token.said for token in tokens if _NUMBER.fullmatch(token.said)}
        if len(numbers) != 1 or not self._names.starting_with(prefix := next(iter(numbers.values()))):
            return None
        rest = [token for token in tokens if token.word not in numbers]
        if rest:
            references = References(self._names, vocabulary)
            pieces = (Pieces(rest, lexicon(each), vocabulary, Numbers({})) for each in _order(language))
            questions = (read(each(), Context((_SOME_ITEM,)), references) for each in pieces)
            question = next((each for each in questions if each is not None), None)
            if question is None or question != Question("stock", {"items": [_SOME_ITEM]}):
                return None
        return Question("find", {"words": prefix.casefold()})

    def _lacks_item(self, pieces: Sequence[Piece], context: Context, references: References) -> bool:
        if context.items:
            return False
        return read(pieces, Context((_SOME_ITEM,)), references) is not None


def _foreign(pieces: Sequence[Piece], spoken: Sequence[Lexicon]) -> bool:
    """Whether it is of another language: more than one slip, or a word that the writer's own has."""
    strange = (piece for piece in pieces if not piece.tags)
    return sum(piece.repaired for piece in pieces) > 1 or any(
        each.knows(word) for piece in strange for word in piece.words for each in spoken
    )


def _negated(question: Question, pieces: Sequence[Piece], spoken: Lexicon) -> bool:
    """Whether a negation would be passed over.

    An order with any is no order. Elsewhere a phrase accounts for its own, and "none left?" asks for the same
    figure as "any left?".
    """
    if question.intent in _DONE:
        return any(spoken.is_operator(word) for piece in pieces for word in piece.words)
    alone = (piece for piece in pieces if len(piece.words) == 1 and spoken.is_operator(piece.words[0]))
    return not all(piece.is_a("cue", "out") for piece in alone)


def _order(language: str) -> list[str]:
    return list(dict.fromkeys([each for each in (language, "en") if each in LANGUAGES] + list(LANGUAGES)))


def _different(questions: Sequence[Question]) -> list[Question]:
    return [each for place, each in enumerate(questions) if each not in questions[:place]][:3]

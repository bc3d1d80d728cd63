"""A message as spans: each word or phrase with all that it may mean, slips of the finger mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import OSA

from bot.questions.lexicon import Lexicon, Span, Tag
from bot.questions.text import Token
from bot.questions.vocabulary import Names, Vocabulary
from catalogue.items import folded

BARCODE_DIGITS = frozenset({8, 12, 13, 14})
"""How many digits a barcode has; it may be typed in groups."""
BRIEF = 2
"""Words of a message in which any may be a number, such as `stock jeans` where an item is called so."""
LONGEST_AMOUNT = 6
"""Digits of a number of pieces; a longer one is no amount."""
LONGEST_NAME = 4
"""Words of a colour, brand or location."""

_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})[./](\d{4})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of a message with the tokens in it. A piece without tags is a word that nobody knows."""

    tokens: tuple[Token, ...]
    tags: frozenset[Tag]
    mended: bool = False
    """Whether it was written otherwise, and is understood as the nearest word."""

    @property
    def said(self) -> str:
        """As it was written."""
        return " ".join(dict.fromkeys(token.said for token in self.tokens))

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, plain."""
        return tuple(token.text for token in self.tokens)

    def is_a(self, group: str, *values: str) -> bool:
        """Whether it may mean that: one of the values, or any where none is given."""
        return any(tag.group == group and (not values or tag.value in values) for tag in self.tags)

    def value(self, group: str) -> str | None:
        """What it means in that group; None where nothing."""
        return min((tag.value for tag in self.tags if tag.group == group), default=None)


def pieces_of(
    tokens: Sequence[Token], lexicon: Lexicon, names: Names, vocabulary: Vocabulary
) -> tuple[Piece, ...]:
    """The whole message, cut from left to right into the longest phrases that are known."""
    numbers = {span.start: span for span in _numbers(tokens, names)}
    written = [token.text for token in tokens]
    mended = list(written)
    for place, token in enumerate(tokens):
        if not _known(token, lexicon, vocabulary) and not _inside(place, numbers.values()):
            mended[place] = _nearest(token.text, lexicon, vocabulary) or token.text
    pieces = []
    start = 0
    while start < len(tokens):
        span = numbers.get(start) or _longest(tokens, mended, start, lexicon, vocabulary)
        covered = range(span.start, span.end)
        pieces.append(
            Piece(
                tuple(tokens[place] for place in covered),
                span.tags,
                mended=any(mended[place] != written[place] for place in covered),
            )
        )
        start = span.end
    return tuple(pieces)


def _longest(
    tokens: Sequence[Token], words: Sequence[str], start: int, lexicon: Lexicon, vocabulary: Vocabulary
) -> Span:
    found = [span for span in (lexicon.longest_at(words, start),) if span is not None]
    local = [lexicon.place(word) or word for word in words[start : start + LONGEST_NAME]]
    for length in range(1, len(local) + 1):
        part = tuple(words[start : start + length])
        if (there := tuple(local[:length])) in vocabulary.locations:
            found.append(Span(start, start + length, frozenset({Tag("location", vocabulary.site(there))})))
        tags = frozenset(_names(part, vocabulary))
        if tags:
            found.append(Span(start, start + length, tags))
    size = _size(words, start, vocabulary)
    found += [size] if size is not None else []
    found += [_spoken_size(span, vocabulary) for span in found]
    if words[start].isdecimal() and len(words[start]) <= LONGEST_AMOUNT:
        found.append(Span(start, start + 1, frozenset({Tag("number", words[start])})))
    if not found:
        return Span(start, start + 1, frozenset())
    longest = max(span.end for span in found)
    tags = frozenset[Tag]().union(*(span.tags for span in found if span.end == longest))
    if longest == start + 1 and tokens[start].clitic:
        tags = frozenset(tag for tag in tags if tag.group != "size")
    return Span(start, longest, tags)


def _names(words: tuple[str, ...], vocabulary: Vocabulary) -> Iterable[Tag]:
    if len(words) == 1 and (place := vocabulary.location_of(words[0])) is not None:
        yield Tag("location", place)
    if words in vocabulary.brands:
        yield Tag("brand", vocabulary.brands[words])
    elif len(words) == 1 and words[0] in vocabulary.brand_words:
        yield Tag("brand", vocabulary.brand_words[words[0]])
    if words in vocabulary.colours:
        yield Tag("colour", vocabulary.colours[words])
    if len(words) == 1 and (word := vocabulary.title_word(words[0])) is not None:
        yield Tag("title", word)


def _spoken_size(span: Span, vocabulary: Vocabulary) -> Span:
    """A number in words may be a size too, such as `thirty`."""
    sizes = {vocabulary.size(tag.value) for tag in span.tags if tag.group == "number"}
    return Span(span.start, span.end, frozenset(Tag("size", size) for size in sizes if size is not None))


def _size(words: Sequence[str], start: int, vocabulary: Vocabulary) -> Span | None:
    """A size as the catalogue spells it, such as `One size` or `38`; the longest."""
    for length in range(min(3, len(words) - start), 0, -1):
        size = vocabulary.size(" ".join(words[start : start + length]))
        if size is not None:
            return Span(start, start + length, frozenset({Tag("size", size)}))
    return None


def _numbers(tokens: Sequence[Token], names: Names) -> Iterable[Span]:
    """SKUs, barcodes, item ids and dates: what is written in one word, or digits in groups."""
    words: dict[str, list[int]] = {}
    spans: dict[tuple[int, int], str] = {}
    for place, token in enumerate(tokens):
        words.setdefault(f"{token.word}", []).append(place)
    for places in words.values():
        said = tokens[places[0]].said
        telling = len(places) > 1 or any(sign.isdigit() for sign in said) or said.isupper()
        if len(said) > 2 and (telling or len(words) <= BRIEF):
            spans[places[0], places[-1] + 1] = said
    for start, end in _groups_of_digits(tokens):
        spans[start, end] = "".join(token.text for token in tokens[start:end])
    known = names.numbers(spans.values())
    for (start, end), said in spans.items():
        day = _day(said)
        if folded(said) in known:
            item, sku = known[folded(said)]
            tags = {Tag("item", item)} | ({Tag("sku", sku)} if sku is not None else set())
            yield Span(start, end, frozenset(tags))
        elif day is not None:
            yield Span(start, end, frozenset({Tag("date", day.isoformat())}))
        elif len(said) in BARCODE_DIGITS and said.isdigit():
            yield Span(start, end, frozenset({Tag("unknown_number", said)}))


def _groups_of_digits(tokens: Sequence[Token]) -> Iterable[tuple[int, int]]:
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and tokens[end].text.isdigit():
            end += 1
        if (
            tokens[start].word != tokens[max(start, end - 1)].word
            and sum(len(token.text) for token in tokens[start:end]) in BARCODE_DIGITS
        ):
            yield start, end
        start = max(end, start + 1)


def _day(said: str) -> date | None:
    """A date as ISO or as in Europe: `2026-08-14`, `14.8.2026`."""
    found = _DATE.fullmatch(said)
    if found is None:
        return None
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _inside(place: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _known(token: Token, lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    word = token.text
    return (
        word.isdigit()
        or lexicon.knows(word)
        or vocabulary.title_word(word) is not None
        or word in vocabulary.names
        or vocabulary.size(word) is not None
    )


def _nearest(word: str, lexicon: Lexicon, vocabulary: Vocabulary) -> str | None:
    """The word that was probably meant: one slip away, or two in a long word; None where none is near.

    Of words equally near, those with the same letters come first, words of questions before names, and the
    more they are alike the better.
    """
    if len(word) < 3 or any(sign.isdigit() for sign in word):
        return None
    most = 1 if len(word) < 8 else 2
    best: tuple[int, bool, int, int, str] | None = None
    for rank, words in enumerate((lexicon.words, vocabulary.names, vocabulary.words)):
        for other in words:
            if abs(len(other) - len(word)) > most or len(other) < 3 or other.isdigit():
                continue
            distance = OSA.distance(word, other, score_cutoff=most)
            if distance > most or not _slip(word, other):
                continue
            alike = sum(1 for one, two in zip(word, other, strict=False) if one == two)
            found = (distance, sorted(word) != sorted(other), rank, -alike, other)
            best = found if best is None or found < best else best
    return None if best is None else best[4]


def _slip(word: str, other: str) -> bool:
    """Whether a finger slips so; in words of three or four letters only by letters swapped, or one lost."""
    if len(word) >= 5:
        return True
    swapped = sorted(word) == sorted(other)
    lost = len(other) == len(word) + 1 and other[0] == word[0]
    return swapped or lost

"""Sizes as people write them: waist and length, ages and heights, the 40s."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.questions.lexicon import size_measures
from bot.questions.text import Token
from catalogue.words import words_in

TALLEST_WAIST = range(22, 70)
"""Inches of a waist or of a leg; other numbers are no such pair."""
_PAIR = re.compile(r"(w?)(\d{2})(?:er)?\W*[x/ -]?\W*(l?)(\d{2})(?:er)?")
_TIMES = re.compile(r"(w?\d{2})[x×](l?\d{2})")
_MEASURED = re.compile(r"(\d{1,3})([^\W\d]+)")
_PART = re.compile(r"[wl]?(\d{2})(?:er)?")
_MANY = re.compile(r"(\d{2,3})(?:er|ern|ers|s|e|tki|tka|tke|tek|ki|ka|ke|ek)")
_LETTERS_MANY = re.compile(r"([XSML]{1,4}|\d?X?[SML])s")
_TAILS = frozenset({"er", "ern", "ers", "s", "tki", "tka", "tke", "tek", "ki", "ka", "ke", "ek"})
"""What a size has at its end where several are meant: `40-tki`."""


class Sizes:
    """The sizes of a catalogue, found however they are written."""

    def __init__(self, spelled: Iterable[str]) -> None:
        self._by_text: dict[str, str] = {}
        self._pairs: dict[tuple[str, str], str] = {}
        self._measured: dict[tuple[str, tuple[str, ...]], str] = {}
        for size in reversed(tuple(spelled)):
            self._by_text["".join(words_in(size))] = size
            pair = _PAIR.fullmatch(size.strip().casefold())
            if pair is not None and all(int(number) in TALLEST_WAIST for number in pair.group(2, 4)):
                self._pairs[pair[2], pair[4]] = size
            self._measured |= dict.fromkeys(_measures_of(size), size)

    def __call__(self, text: str) -> str | None:
        """A size as the catalogue spells it."""
        return self._by_text.get("".join(words_in(text)))

    def parts(self, token: Token) -> tuple[str, ...]:
        """A word that is a size with something at its end, or two numbers with a cross, as words."""
        word = token.text
        if (pair := _TIMES.fullmatch(word)) is not None and self._pairs:
            return pair[1], pair[2]
        many = _MANY.fullmatch(word)
        if many is not None and (self(many[1]) is not None or self._is_side(many[1])):
            return (many[1],)
        letters = _LETTERS_MANY.fullmatch(token.said)
        return (letters[1].casefold(),) if letters is not None and self(letters[1]) is not None else ()

    def at(self, tokens: Sequence[Token], start: int, most: int) -> tuple[int, str] | None:
        """Where the longest size ends that begins there, and what it is.

        A waist and a length that no garment has are a size too, as they were written.
        """
        return (
            self._pair_at(tokens, start, most)
            or self._measure_at(tokens, start, most)
            or self._plain_at(tokens, start, most)
        )

    def is_size(self, tokens: Sequence[Token]) -> bool:
        """Whether the words are one size and nothing else."""
        parts = [replace(token, text=part) for token in tokens for part in self.parts(token) or (token.text,)]
        found = self.at(parts, 0, len(parts)) if parts else None
        return found is not None and found[0] == len(parts)

    def _plain_at(self, tokens: Sequence[Token], start: int, most: int) -> tuple[int, str] | None:
        words = [token.text for token in tokens[start : start + min(3, most)]]
        for length in range(len(words), 0, -1):
            if (size := self(" ".join(words[:length]))) is not None:
                end = start + length
                tail = end < len(tokens) and tokens[end].text in _TAILS
                joined = tail and tokens[end].word == tokens[end - 1].word and words[length - 1].isdecimal()
                return end + joined, size
        return None

    def _pair_at(self, tokens: Sequence[Token], start: int, most: int) -> tuple[int, str] | None:
        """`32/34`, `W32 L34`, `waist 32 length 34`."""
        if not self._pairs:
            return None
        sides: list[str] = []
        said, end, named = size_measures(), start, False
        while end < min(len(tokens), start + most) and len(sides) < 2:
            text = tokens[end].text
            if (part := _PART.fullmatch(text)) is not None:
                named |= not text.isdecimal()
                sides.append(part[1])
            elif said.get(text) in ("waist", "length"):
                named |= said[text] == "length" or end == start
            else:
                return None
            end += 1
        if len(sides) < 2:
            return None
        after = tokens[end].text if end < min(len(tokens), start + most) else ""
        if said.get(after) == "length":
            named, end = True, end + 1
        one_word = tokens[start].word == tokens[end - 1].word
        if not (named or one_word):
            return None
        if (size := self._pairs.get((sides[0], sides[1]))) is not None:
            return end, size
        strange = self("/".join(sides)) is None and not all(self(side) is not None for side in sides)
        waists = all(int(side) in TALLEST_WAIST for side in sides)
        return (end, "/".join(sides)) if strange and waists and (named or one_word) else None

    def _measure_at(self, tokens: Sequence[Token], start: int, most: int) -> tuple[int, str] | None:
        """`128 cm`, `6 years`, `8-9 ans`."""
        numbers: list[str] = []
        for end in range(start, min(len(tokens), start + most)):
            text = tokens[end].text
            if (both := _MEASURED.fullmatch(text)) is not None and not numbers:
                size = self._measure((both[1],), size_measures().get(both[2]))
                return (end + 1, size) if size is not None else None
            if text.isdecimal() and len(numbers) < 2:
                numbers.append(text)
                continue
            size = self._measure(tuple(numbers), size_measures().get(text))
            return (end + 1, size) if size is not None else None
        return None

    def _measure(self, numbers: tuple[str, ...], measure: str | None) -> str | None:
        if measure not in ("cm", "age"):
            return None
        size = self._measured.get((measure, numbers))
        return self("-".join(numbers)) if size is None and measure == "cm" else size

    def _is_side(self, number: str) -> bool:
        return any(number in pair for pair in self._pairs)


def _measures_of(size: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    """What a size of the catalogue measures: `6 ans` an age, `128 cm` a height."""
    said: Mapping[str, str] = size_measures()
    words = re.findall(r"\d+|[^\W\d_]+", " ".join(words_in(size)))
    numbers = tuple(word for word in words if word.isdecimal())
    measures = {said.get(word) for word in words if not word.isdecimal()}
    if numbers and len(measures) == 1 and (measure := measures.pop()) in ("cm", "age"):
        yield measure, numbers

"""Print in, items and sizes out: what the words of a tag, a care label or a carton name in the catalogue.

Nothing is taken from print that the catalogue doesn't know. A character may be misread for its look-alike,
O for 0, if only one number of the catalogue fits. Where two fit equally, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from rapidfuzz import fuzz, process

from catalogue.batches.reading.formats.shop_words import SIZES as SIZE_OPTIONS
from catalogue.items import Item, Variant, folded
from catalogue.words import plain, words_in

Kind: TypeAlias = Literal["barcode", "sku", "item", "style"]

MAX_LINES, MAX_WORDS = 60, 240
"""Of one photo; a label has fewer."""
MAX_STYLE = 24
"""Items of one style at most: what more begin with is a season or a brand."""
LEAST, LEAST_DIGITS = 4, 5
"""Characters of a number with letters, and of one without: `501` and `100` stand on many labels."""
_JOINED = 4
"""Words that may be one number, printed with spaces."""

_LOOK_ALIKES: Mapping[str, str] = {
    "0": "o",
    "1": "il",
    "2": "z",
    "5": "s",
    "6": "g",
    "8": "b",
    "b": "8",
    "g": "6",
    "i": "1",
    "l": "1",
    "o": "0",
    "s": "5",
    "z": "2",
}
"""Characters that printers and networks take for another: a letter for a digit, or a digit for a letter."""
_TRIMMED = ".,:;!?\"'()[]{}<>|*#=_-/\\"
_LABELLED = re.compile(
    r"^(?:style|styl|modele?l?o?|modell?|art(?:icle|ikel|iculo|icolo|ykul)?|ref(?:erence|erenz|erencia)?|item|sku|ean|"
    r"gtin|code|codigo|codice|kod|nr|no|num(?:ero|mer)?)\.?(?:nr|no|num|code|id)?[.:#]?(?=\S*\d)"
)
"""A word before a number that was read without the space between."""
_SYSTEMS = frozenset({"eu", "eur", "de", "fr", "it", "es", "pl", "uk", "gb", "us", "usa", "int"})
"""Systems of sizes, before a number."""
_SIZE_WORDS = frozenset({*SIZE_OPTIONS, "gr", "gro", "grobe", "groe", "grosse", "sz", "tg", "rozm", "t"})
"""With what `Größe` is often misread for."""
_LONG_SIZE_WORDS = sorted(word for word in _SIZE_WORDS if len(word) > 3)
_LIKE_ENOUGH = 80.0
"""Of 100: a word for sizes with one letter misread."""
_LETTER_SIZE = re.compile(r"^(?:\d?x{0,4}[sl]|m)$")
_SYSTEM_SIZE = re.compile(r"^(eur?|uk|us|it|fr|de|es|pl|gb|usa|int)[.:]?(\d{1,3}(?:[.,]5)?)$")
_SIZE_JOINED = re.compile(
    rf"^({'|'.join(sorted(_LONG_SIZE_WORDS, key=len, reverse=True))}|gr|sz|tg)"
    r"\.?((?:\d?x{0,4}[sl]|m)|\d{1,3}(?:\.5)?)$"
)
_NO_SIZE = re.compile(r"[%°€$£]")


class Numbers(Protocol):
    """Where numbers are looked up; `catalogue.database.Database` is one."""

    def items(self, ids: Iterable[str], /) -> dict[str, Item]:
        """Return those of the items that are in use."""

    def owners_of_skus(self, skus: Iterable[str], /) -> dict[str, str]:
        """Map each folded SKU that exists to the id of its item."""

    def owners_of_barcodes(self, barcodes: Iterable[str], /) -> dict[str, str]:
        """Map each folded barcode that exists to its SKU."""

    def ids_as_written(self, ids: Iterable[str], /) -> dict[str, str]:
        """Map each folded item id that exists to the id as it is written."""

    def ids_starting_with(self, prefix: str, /, *, limit: int) -> tuple[str, ...]:
        """Return the ids of items whose id, or one of whose SKUs, begins so."""


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """What the print of a photo names."""

    items: tuple[Item, ...]
    """Those that fit; several of one style, if the colour was not read."""
    kind: Kind
    read: str
    """The number as the catalogue writes it."""
    variant: Variant | None = None
    """The size that was read, of the one item."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A number on the label that the catalogue knows."""

    kind: Kind
    read: str
    items: frozenset[str]
    sku: str | None = None
    slipped: bool = False


class Labels:
    """Matches print with the catalogue. Blocks; raises `StoreError`."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers

    def match(self, lines: Sequence[str]) -> LabelMatch | None:
        """Find what the lines of a label name; None if that is nothing the catalogue knows.

        Args:
            lines: from top to bottom; words that stand side by side are in one line.
        """
        lines = lines[:MAX_LINES]
        hits, unclear = self._number_hits(_candidates(lines))
        if not hits:
            candidates = _single_candidates(lines)
            hits = self._style_hits([number for number in candidates if number not in unclear])
        if not hits:
            return None
        slipped = all(hit.slipped for hit in hits)
        hits = sorted((hit for hit in hits if hit.slipped is slipped), key=lambda hit: _STRENGTH[hit.kind])
        kind = hits[0].kind
        items = list(
            self._numbers.items(sorted(frozenset[str]().union(*(hit.items for hit in hits)))).values()
        )
        if not items or (slipped and kind != "style" and len(items) > 1):
            return None
        if kind == "style":
            items = _narrowed(items, lines, hits[0].read)
        ids = {item.id for item in items}
        skus = {hit.sku for hit in hits if hit.sku is not None}
        written = {folded(each.sku): each.sku for item in items for each in item.variants}
        names = (
            written.get(folded(hit.read), hit.read) for hit in hits if hit.kind == kind and hit.items & ids
        )
        read = ", ".join(dict.fromkeys(names))
        variant = _variant(items[0], skus, lines) if len(items) == 1 else None
        return LabelMatch(tuple(items), kind, read, variant)

    def _number_hits(self, candidates: Sequence[str]) -> tuple[list[_Hit], set[str]]:
        """Find item ids, SKUs and barcodes, exact or with one look-alike; and what may be several."""
        slips = {number: _slips(number) for number in candidates}
        wanted = [*candidates, *(slip for each in slips.values() for slip in each)]
        if not wanted:
            return [], set()
        ids = self._numbers.ids_as_written(wanted)
        skus = self._numbers.owners_of_skus(wanted)
        barcodes = self._barcode_hits(candidates)
        hits = list(barcodes)
        unclear: set[str] = set()
        for number in candidates:
            exact = _hit(number, ids, skus)
            near = [hit for slip in slips[number] if (hit := _hit(slip, ids, skus))]
            known = near if exact is None else [exact, *near]
            if len({hit.items for hit in known}) > 1:
                unclear.add(number)
            elif exact is not None:  # of two sizes that look alike, neither
                hits.append(exact if not near else _Hit("item", exact.read, exact.items))
            elif len({hit.read for hit in near}) == 1:
                hits.append(_Hit(near[0].kind, near[0].read, near[0].items, near[0].sku, slipped=True))
        return hits, unclear

    def _barcode_hits(self, candidates: Sequence[str]) -> list[_Hit]:
        """Find barcodes by the digits that are printed below them."""
        spellings = {
            spelling: number
            for number in candidates
            if _is_gtin(number)
            for spelling in {number, *(number.lstrip("0").zfill(length) for length in (8, 11, 12, 13, 14))}
        }
        if not spellings:
            return []
        skus = self._numbers.owners_of_barcodes(spellings)
        owners = self._numbers.owners_of_skus(skus.values())
        return [
            _Hit("barcode", barcode, frozenset({owners[folded(sku)]}), sku)
            for barcode, sku in skus.items()
            if folded(sku) in owners
        ]

    def _style_hits(self, candidates: Sequence[str]) -> list[_Hit]:
        """Find the shared beginnings of item numbers; with one look-alike if none is there exactly."""
        hits = []
        for number in candidates:
            exact = self._style(number)
            near = [hit for slip in _slips(number) if (hit := self._style(slip)) is not None]
            if exact is not None and all(hit.items == exact.items for hit in near):
                hits.append(exact)
            elif exact is None and len(near) == 1:
                hits.append(_Hit("style", near[0].read, near[0].items, slipped=True))
        if not all(hit.slipped for hit in hits):
            hits = [hit for hit in hits if not hit.slipped]
        # Of a number beside the beginning of it, `MH01-2` and `MH01`, the number.
        hits = [hit for hit in hits if not any(other.items < hit.items for other in hits)]
        return hits if len({hit.items for hit in hits}) == 1 else []

    def _style(self, number: str) -> _Hit | None:
        ids = self._numbers.ids_starting_with(number, limit=4 * MAX_STYLE)
        if not ids or len(ids) >= 4 * MAX_STYLE:
            return None
        items = [
            item
            for item in self._numbers.items(ids).values()
            if any(_begins(each, number) for each in (item.id, *(variant.sku for variant in item.variants)))
        ]
        if not 0 < len(items) <= MAX_STYLE:
            return None
        written = next(
            each
            for item in items
            for each in (item.id, *(variant.sku for variant in item.variants))
            if _begins(each, number)
        )
        return _Hit("style", written[: len(number)], frozenset(item.id for item in items))


_STRENGTH: Mapping[Kind, int] = {"barcode": 0, "sku": 1, "item": 2, "style": 3}


def size_on(lines: Sequence[str], item: Item, *, named: bool = True) -> Variant | None:
    """Find the one size of an item that a label names; None if there is none, or several.

    Args:
        named: take a size only beside a word for it (`Größe L`, `EU 38`). Otherwise a lone `L` in a line of
            its own counts too, but never a lone number: it may be a price, or degrees.
    """
    variants: dict[str, Variant | None] = {}
    for variant in item.variants:
        if variant.size.strip():
            key = _size_key(variant.size)
            variants[key] = None if key in variants else variant  # two of one size: neither
    marked: set[str] = set()
    alone: set[str] = set()
    rows = [_size_tokens(line) for line in lines[:MAX_LINES]]
    for number, row in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else []
        for place, token in enumerate(row):
            if _is_size_word(token):
                after = row[place + 1 :]
                if not after:
                    after = below[:2]
                elif _size_at(after, variants) is None and len(below) == len(row):
                    after = below[place:]
                if (size := _size_at(after, variants)) is not None:
                    marked.add(size)
            elif token in _SYSTEMS and (size := _size_at(row[place + 1 :], variants)) is not None:
                marked.add(size)
            elif (match := _SYSTEM_SIZE.match(token)) and match[2] in variants:
                marked.add(match[2])
        if len(row) == 1 and row[0] in variants and _LETTER_SIZE.match(row[0]):
            alone.add(row[0])
    sizes = marked or (set() if named else alone)
    return variants[sizes.pop()] if len(sizes) == 1 else None


def _variant(item: Item, skus: set[str], lines: Sequence[str]) -> Variant | None:
    """The size that the number names, unless the label names another."""
    by_size = size_on(lines, item, named=False)
    if not skus:
        return by_size
    wanted = {folded(sku) for sku in skus}
    by_sku = [variant for variant in item.variants if folded(variant.sku) in wanted]
    if len(by_sku) != 1:
        return None
    marked = size_on(lines, item)
    return by_sku[0] if marked is None or marked is by_sku[0] else None


def _narrowed(items: list[Item], lines: Sequence[str], style: str) -> list[Item]:
    """Leave those whose colour, code of the colour, or brand is printed, if they are."""
    words = {word for line in lines for word in words_in(line)}
    compact = {_compact(word) for line in lines for word in line.split()}
    scored: dict[str, int] = {}
    for item in items:
        colour = set(words_in(item.colour or ""))
        code = _compact(item.id)[len(_compact(style)) :]
        scored[item.id] = max(
            len(colour) if colour and colour <= words else 0, int(len(code) > 1 and code in compact)
        )
    best = max(scored.values())
    chosen = [item for item in items if scored[item.id] == best] if best else items
    brands = [item for item in chosen if item.brand and set(words_in(item.brand)) <= words]
    return brands or chosen


def _hit(number: str, ids: Mapping[str, str], skus: Mapping[str, str]) -> _Hit | None:
    if number in ids:  # before a SKU: an item of one size may bear the same
        return _Hit("item", ids[number], frozenset({ids[number]}))
    if number in skus:
        return _Hit("sku", number.upper(), frozenset({skus[number]}), number)
    return None


def _candidates(lines: Sequence[str]) -> list[str]:
    """List what may be a number: each word, and neighbours joined by nothing, a hyphen or a space."""
    found: dict[str, None] = {}
    for line in lines:
        words = _words(line)
        for first in range(len(words)):
            for count in range(1, _JOINED + 1):
                part = words[first : first + count]
                if len(part) < count:
                    break
                for joint in ("", "-", " ") if count > 1 else ("",):
                    for number in _unlabelled(joint.join(part)):
                        if _is_number(number):
                            found[number] = None
    return list(found)[:MAX_WORDS]


def _single_candidates(lines: Sequence[str]) -> list[str]:
    words = (word for line in lines for word in _words(line))
    numbers = (number for word in words for number in _unlabelled(word) if _is_number(number))
    return [number for number in dict.fromkeys(numbers) if not _SYSTEM_SIZE.match(number)][:MAX_LINES]


def _words(line: str) -> list[str]:
    """Split a line at spaces and colons into folded words without the signs around them."""
    words = (word.strip(_TRIMMED) for word in re.split(r"[\s:=#|]+", folded(line)))
    return [word for word in words if word]


def _unlabelled(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without `Style` or `Art.Nr.` before it."""
    match = _LABELLED.match(plain(word))
    return (word,) if match is None else (word, word[match.end() :].strip(_TRIMMED))


def _is_number(word: str) -> bool:
    digits = sum(character.isdigit() for character in word)
    if not digits or _NO_SIZE.search(word) or len(word) > 64:
        return False
    compact = _compact(word)
    return len(compact) >= (LEAST_DIGITS if compact.isdigit() else LEAST)


def _slips(number: str) -> list[str]:
    """Spell a number with one character, or all that are the same, as a look-alike."""
    slips: dict[str, None] = {}
    for place, character in enumerate(number):
        for other in _LOOK_ALIKES.get(character, ""):
            slips[number[:place] + other + number[place + 1 :]] = None
            slips[number.replace(character, other)] = None
    return [slip for slip in slips if slip != number]


def _begins(number: str, style: str) -> bool:
    """Whether a number begins with a style, and goes on with a sign, or letters after a digit."""
    whole = folded(number)
    if not whole.startswith(style) or len(whole) == len(style):
        return False
    rest = whole[len(style) :]
    return not rest[0].isalnum() or (style[-1].isdigit() and rest.isalpha())


def _compact(text: str) -> str:
    return "".join(character for character in folded(text) if character.isalnum())


def _is_gtin(number: str) -> bool:
    if len(number) not in (8, 12, 13, 14) or not (number.isascii() and number.isdigit()):
        return False
    digits = [int(digit) for digit in reversed(number)]
    return sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0


def _size_key(size: str) -> str:
    """Normalise a size: `2XL` for `XXL`, a comma as a point, no spaces."""
    key = re.sub(r"\s+", "", folded(size)).replace(",", ".")
    match = re.fullmatch(r"(x{2,4})([sl])", key)
    return f"{len(match[1])}x{match[2]}" if match else key


def _size_tokens(line: str) -> list[str]:
    words = (plain(word).strip(".:;,()[]|") for word in re.split(r"[\s:=|]+", line))
    tokens = [_size_key(word) for word in words if word and not _NO_SIZE.search(word)]
    split: list[str] = []
    for token in tokens:  # read without the space: `sizel`, `grosse38`, `gr.40`
        match = _SIZE_JOINED.match(token)
        split += [token] if match is None else [match[1], match[2]]
    return split


def _is_size_word(token: str) -> bool:
    if token in _SIZE_WORDS:
        return True
    is_long = len(token) > 3 and token.isalpha()
    return is_long and bool(
        process.extractOne(token, _LONG_SIZE_WORDS, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
    )


def _size_at(tokens: Sequence[str], variants: Mapping[str, Variant | None]) -> str | None:
    """The size with which the tokens begin, after a system of sizes."""
    if tokens and tokens[0] in _SYSTEMS:
        tokens = tokens[1:]
    for count in (2, 1):
        joined = "".join(tokens[:count])
        if len(tokens) >= count and variants.get(joined) is not None:
            return joined
    return None

"""Words normalised for comparison: without capitals, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

from catalogue.items import Item

TITLE, DETAIL, DESCRIPTION = 0, 1, 2
"""Where a word of an item is; the lower, the more it tells about the item."""
WORDS_KEPT = 60
"""Of a description: later words rarely tell one garment from another."""

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:[-‐‑'’][^\W_]+)+")


def plain(text: str) -> str:
    """Return the text in small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(character for character in apart if not unicodedata.combining(character))


def words_in(text: str) -> list[str]:
    """Return the words of a text in order; `T-shirt` gives `t`, `shirt`."""
    return _WORD.findall(plain(text))


def forms_in(text: str) -> set[str]:
    """Return the words of a text, and hyphenated ones also joined: `tshirt`."""
    joined = {"".join(_WORD.findall(compound)) for compound in _JOINED.findall(plain(text))}
    return {word for word in words_in(text) if len(word) > 1 or word.isdigit()} | joined


def groups_in(text: str) -> list[set[str]]:
    """Return each word of a text with a prefix of it, as `Questions.with_words` takes them."""
    return [{word, f"{word.rstrip('s')}*"} for word in sorted(forms_in(text))]


def words_of(item: Item) -> dict[str, int]:
    """Map each word that an item is found by to where it stands: TITLE, DETAIL or DESCRIPTION."""
    described = words_in(item.description or "")[:WORDS_KEPT]
    ranked = {word: DESCRIPTION for word in described if len(word) > 1}
    for text in (item.colour, item.brand, item.garment_class):
        ranked |= dict.fromkeys(forms_in(text or ""), DETAIL)
    return ranked | dict.fromkeys(forms_in(item.title), TITLE)

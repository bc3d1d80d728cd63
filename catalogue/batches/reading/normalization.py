"""Names normalised for comparison, and characters that are invisible or forbidden."""

from __future__ import annotations

import re
import unicodedata

from catalogue.items import DASHES
from catalogue.messages import Message

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffd-\uffff]"
)
"""What no cell may contain: controls, overrides of the writing direction, broken characters."""
_DASH = re.compile(f"[{DASHES}]")
_EDGES = re.compile("^[\\s\u00ad\u200b-\u200f\u2060]+|[\\s\u00ad\u200b-\u200f\u2060]+$")
INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
"""Unicode categories that no SKU may contain, except the plain space."""
BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols that are drawn blank."""


def trimmed(text: str) -> str:
    """Return text without spaces and invisible characters at its ends, which web tables leave in cells."""
    return text.strip() if text.isascii() else _EDGES.sub("", text)


def simplified(name: str) -> str:
    """Normalise a column name or class for comparison: letters and digits, in small ASCII if possible.

    `Größe`, `GROESSE` and `grosse` are the same, and so are `On-hand qty.` and `on_hand qty`.
    """
    apart = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(character for character in apart if character.isalnum())
    return letters.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def confusable_form(name: str) -> str:
    """Normalise a SKU or item id without capitals, spaces or variants of a character."""
    if name.isascii():
        return "".join(name.split()).lower()
    whole = unicodedata.normalize("NFKC", name).casefold()
    return "".join(
        character
        for character in whole
        if not (character.isspace() or unicodedata.category(character) == "Cf")
    )


def lookup_form(sku: str) -> str:
    """Normalise a SKU to find similar ones: a `confusable_form` without leading zeros, with plain dashes."""
    return re.sub("^0+(?=[0-9])", "", _DASH.sub("-", confusable_form(sku)))


def invisible_character(name: str) -> Message | None:
    """Name the first character that is invisible or looks like a space; None if there is none."""
    if name.isascii() and name.isprintable():
        return None
    for character in name:
        if (
            unicodedata.category(character) in INVISIBLE_CATEGORIES and character != " "
        ) or character in BLANK_LETTERS:
            return _character_name(character)
    return None


def forbidden_character(text: str) -> Message | None:
    """Name the first character that no cell may contain; None if there is none."""
    match = FORBIDDEN.search(text)
    return None if match is None else _character_name(match[0])


def printable(value: object, longest: int = 80) -> str:
    """Return text fit for one line of a sentence: invisible characters become �, and long text is cut."""
    text = " ".join(str(value)[: 4 * longest].split())
    if text.isascii() and text.isprintable():
        return text if len(text) <= longest else f"{text[:longest]}…"
    text = "".join(
        character if character.isprintable() and invisible_character(character) is None else "\ufffd"
        for character in text
    )
    return text if len(text) <= longest else f"{text[:longest]}…"


def _character_name(character: str) -> Message:
    if character == "\ufffd":
        return Message("sign-lost")
    if character == "\0":
        return Message("sign-nul")
    name = unicodedata.name(character, "a control character").lower()
    return Message("sign", english=name, code=f"{ord(character):04X}")

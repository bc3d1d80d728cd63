"""Whether text that was decoded in a guessed encoding has only letters that one language writes."""

from __future__ import annotations

import re

_ALPHABETS = {
    "Western": (
        "äöüß",  # German
        "àâæçéèêëîïôœùûüÿ",  # French
        "áéíñóúü",  # Spanish
        "àèéìíîòóùú",  # Italian
        "áâãàçéêíóôõúü",  # Portuguese
        "áéëèïóöü",  # Dutch
        "äöåéæøü",  # Swedish, Danish, Norwegian, Finnish
    ),
    "Central": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "čćđšž",  # Slovene, Croatian
        "ăâîșțşţ",  # Romanian
        "äöüß",
    ),
    "Turkish": ("çğıöşüâî",),
    "Greek": ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",),
    "Cyrillic": ("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ",),
}
ALPHABETS = {
    "cp1252": ("".join(_ALPHABETS["Western"]),),  # so common that a table may mix languages
    "mac_roman": _ALPHABETS["Western"],
    "cp850": _ALPHABETS["Western"],
    "cp1250": _ALPHABETS["Central"],
    "cp852": _ALPHABETS["Central"],
    "cp1254": _ALPHABETS["Turkish"],
    "cp1253": _ALPHABETS["Greek"],
    "cp1251": _ALPHABETS["Cyrillic"],
}
"""The letters beyond ASCII of the languages for which people use an encoding."""
SYMBOLS = frozenset("„“”‚‘’«»–—…•·°€£§©®™±²³µ½¼¾×¿¡ªº\u00a0´№")
"""What may stand beside words in any language."""
OLD = frozenset({"mac_roman", "cp850", "cp852"})
"""Encodings that few programs still write, so that their text must be beyond doubt."""
_IN_WORD = re.compile(r"[^\W\d_][„“”‚«»–—…•·°€£§©®™±²³µ½¼¾×¿¡ªº´№]+[^\W\d_]")
_BESIDE_WORD = re.compile(r"[^\W\d_][^\x00-\x7f\w]|[^\x00-\x7f\w][^\W\d_]|[^\W\d_][ªº]|[ªº][^\W\d_]")
_APOSTROPHE = re.compile(
    r"\b(?:[dlmnstcjDLMNSTCJ]|[Qq]u)’(?=\w)|(?<=\w)’(?:s|t|d|m|ll|re|ve)\b|’(?!\w)|(?<!\w)’"
)
_CAPITAL_IN_WORD = re.compile("[a-zà-öø-ÿ][À-ÖØ-ÞŠŽŸŚŹŻŁĄĆĘŃŘĚČĎŇŤŮŐŰĂŢŞĞİ]")
_NO_GERMAN_S = re.compile("(?<![aeiouäöüAEIOUÄÖÜ])ß")
_SPACE_IN_WORD = re.compile("[^\\W\\d_]\u00a0[^\\W\\d_]")
_NO_LATIN_WORD = re.compile("[À-ÖØ-öø-ÿ]{4}")


def is_punctuation(text: str) -> bool:
    """Return whether all that isn't ASCII is punctuation and symbols where people write these."""
    rest = _APOSTROPHE.sub("", text)
    return (
        "’" not in rest
        and _SPACE_IN_WORD.search(rest) is None
        and all(character.isascii() or character in SYMBOLS for character in rest)
    )


def is_plausible(text: str, encoding: str) -> bool:
    """Return whether one language of the encoding writes all letters of the text, and its words so.

    A capital after a small letter (`KÜln`), and a symbol within a word (`K”ln`), come from another encoding.
    """
    letters = {character for character in text if not character.isascii()} - SYMBOLS
    small = {character.lower() for character in letters}
    if not any(small <= set(alphabet) for alphabet in ALPHABETS[encoding]):
        return False
    return not has_broken_words(text) and not (encoding in OLD and _BESIDE_WORD.search(text))


def has_broken_words(text: str) -> bool:
    """Return whether words have symbols, capitals or letters where no language has them."""
    if any(
        not (character.isascii() or character.isalpha() or character in SYMBOLS) for character in set(text)
    ):
        return True
    wrong = (_IN_WORD, _CAPITAL_IN_WORD, _NO_GERMAN_S, _NO_LATIN_WORD)
    return any(pattern.search(text) for pattern in wrong)

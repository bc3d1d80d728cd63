"""Text that was UTF-8, was read as another encoding, and was saved again: `GrÃ¶ÃŸe` is Größe."""

from __future__ import annotations

import re

_SUSPICIOUS = re.compile("[ÂÃÄÅÆÇÐÑâäåæçĂĹĘ]")
"""First bytes of UTF-8 sequences, as Western and Central European code pages show them."""
WESTERN, CENTRAL = "cp1252", "cp1250"


def repaired(text: str) -> str:
    """Return what the text was if it was certainly encoded twice; otherwise the text itself."""
    if text.isascii() or _SUSPICIOUS.search(text) is None:
        return text
    for encoding in (WESTERN, CENTRAL):
        before = _decoded_once_less(text, encoding)
        # In Central Europe `RĂŞ` may be a word: a letter followed by a symbol can't be one.
        if before is not None and (encoding == WESTERN or _has_symbols(text)):
            return before
    return text


def _decoded_once_less(text: str, encoding: str) -> str | None:
    """Return the text whose UTF-8 looks like this one in the encoding; None if there is none."""
    data = bytearray()
    for character in text:
        try:
            data += character.encode(encoding)
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return None
            data.append(ord(character))  # the code page has no character for this byte
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _has_symbols(text: str) -> bool:
    return any(not character.isascii() and not character.isalpha() for character in text)

"""A message cut into words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from catalogue.words import plain

LONGEST = 60
"""Maximum words read of a message; a question is shorter."""
LONGEST_WORD = 200
"""Maximum characters read of a word: as many as a SKU may have."""

_WORDS = re.compile(r"\S+")
_MARK = re.compile(r"[,.;:!?]+$")
_SIGNS_AS_WORDS = str.maketrans({"€": " euro ", "$": " dollar ", "£": " pound ", "%": " percent "})
_MARKS = re.compile(r"(?<=\S)\s+(?=[,.;:!?](?:\s|$))")
"""French writes a blank before some of them."""
_JOINING = frozenset({"+", "&", "/", "|"})
_SIGNS = frozenset({"+", "-"})
_PARTS = re.compile(r"[^\W_]+")
_EDGES = re.compile(r"^[^\w@+#]+|[^\w+]+$")
_ELIDED = re.compile(r"['’`´ʼ]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a part of one."""

    text: str
    """In small letters without accents."""
    said: str
    """The whole word that it is part of, as it was written, without signs at its ends."""
    word: int
    """Which word of the message that is."""
    clitic: bool = False
    """A short part beside an apostrophe, such as the l of `l'autre`: no size."""
    mark: str = ""
    """What stands after it and may end a clause: one of `, . ; : ! ?`, or a line break."""

    sign: str = ""
    """A plus or minus that stands alone after it, as short messages write `más` and `moins`."""

    @property
    def asked(self) -> bool:
        """Whether a question mark stands after it."""
        return self.mark == "?"


def tokens_of(message: str) -> tuple[Token, ...]:
    """The words of a message; `T-shirt` and `l'autre` are two each."""
    tokens: list[Token] = []
    message = _MARKS.sub("", message.translate(_SIGNS_AS_WORDS))
    for number, match in enumerate(islice(_WORDS.finditer(message), LONGEST)):
        word = match[0][:LONGEST_WORD]
        text = _EDGES.sub("", word)
        parts = _PARTS.findall(plain(word))
        if tokens and word in _JOINING and not tokens[-1].mark:
            tokens[-1] = replace(tokens[-1], mark=",")  # `stock + price`
        if tokens and word in _SIGNS:
            tokens[-1] = replace(tokens[-1], sign=word)
        elided = len(parts) > 1 and _ELIDED.search(word) is not None
        ends = elided and parts[1:] == ["s"]  # `the M's`
        tokens += [
            Token(part, text, number, clitic=elided and len(part) <= 2 and not (ends and place == 0))
            for place, part in enumerate(parts)
        ]
        if tokens and (mark := _mark_after(message, match)):
            tokens[-1] = replace(tokens[-1], mark=mark)
    return tuple(tokens[:LONGEST])


def _mark_after(message: str, match: re.Match[str]) -> str:
    """What may end a clause after a word: the last sign of it, or a line break."""
    if "?" in match[0]:
        return "?"
    if (mark := _MARK.search(match[0])) is not None:
        return mark[0][-1]
    return "\n" if message[match.end() :].lstrip(" \t").startswith("\n") else ""

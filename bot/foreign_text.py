"""Foreign text, which came from the catalogue, a file or a person: made harmless before anybody reads it."""

from __future__ import annotations

import re
import unicodedata

from catalogue.items import Item

_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
"""Controls, marks of direction, and what is drawn as nothing: two names that look the same may be two."""

_BRACE = re.compile(r"\{(?=\{)")
"""A `{` followed by `{`; the lookahead also breaks `{{{`."""
_LOOK_ALIKES = str.maketrans("<>[]*`~\\", "‹›［］∗ˋ˜＼")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_EDGE_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
"""Within a word, as in many a SKU, an underscore says nothing in Markdown."""


def plain(text: str, limit: int) -> str:
    """Foreign text made harmless: one line, no control or direction marks, no date functions, clipped."""
    line = _BRACE.sub("{ ", " ".join(_UNPRINTABLE.sub(" ", text).split()))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


_INVISIBLE = re.compile(
    r"[\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+"
)
_DASHES = re.compile(r"[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")


def typed(text: str) -> str:
    """What somebody typed, before anything reads it: composed, with one kind of dash and nothing invisible.

    `ＭＲＬ–ＴＳ` is `MRL-TS`, however a phone, a web page or an input method wrote it.
    """
    return _DASHES.sub("-", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)))


def unmarked(text: str, limit: int) -> str:
    """Foreign text for where HTML or Markdown may be read: their signs become others that look like them."""
    line = _ENTITY.sub("＆", plain(text, limit).translate(_LOOK_ALIKES))
    return _EDGE_UNDERSCORE.sub("ˍ", line)


NEUTRAL_SKU = "ABC-123"
"""An example where the catalogue has no SKU yet."""


def example_sku(sku: str | None) -> str:
    """A SKU of the catalogue as an example in a sentence; a neutral one if there is none."""
    return plain(sku or "", 64) or NEUTRAL_SKU


def name_of(item: Item) -> str:
    """What to call an item: its title, else its id. Still foreign text."""
    return item.title.strip() or item.id

"""The `text/html` twin of a message: its words, and what it shows that comes in no other way.

Microsoft documents no list of these marks; they are as the clients write them (microsoft/teams.py#321,
openclaw/openclaw#65329, microsoft/botframework-sdk#3695).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_KINDS = {
    "ams": "photo",
    "giphy": "gif",
    "sticker": "gif",
    "tenor": "gif",
    "fluid": "loop",
    "loop": "loop",
    "forward": "forward",
    "audio": "voice",
    "video": "voice",
}
"""What a mark in a tag's `itemtype` or address stands for."""
_MARKS = re.compile("|".join(_KINDS), re.IGNORECASE)
_BREAKS = frozenset({"p", "div", "br", "li", "tr", "blockquote", "h1", "h2", "h3", "pre"})
_VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "quoted", "emoji", "attachment"})

LONGEST = 20_000
"""Characters that are read; Python's parser takes long over much that is broken."""


@dataclass(slots=True)
class Twin:
    """What the HTML of a message says."""

    text: str = ""
    """Its words, a paragraph a line; no quotes, and mentions without their names."""
    kinds: set[str] = field(default_factory=set)
    """What it shows besides: `photo`, `gif`, `loop`, `forward`, `voice`, `part` (something attached)."""
    emoji: bool = False
    """Whether it has an emoji."""


def read_twin(html: str) -> Twin:
    """The twin, of any HTML."""
    reader = _Reader()
    reader.feed(html[:LONGEST])
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    reader.twin.text = "\n".join(line for line in lines if line)
    return reader.twin


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.twin = Twin()
        self.pieces: list[str] = []
        self._open: list[tuple[str, bool]] = []
        """Tags that are open, and whether their words are left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind = given.get("itemtype", "")
        quote = tag == "blockquote" and kind.endswith("/Reply")
        if tag not in _VOID:
            self._open.append((tag, quote or tag == "at" or kind.endswith("/Mention")))
        if tag in _BREAKS:
            self.pieces.append("\n")
        if quote or self._left_out:
            return
        if tag == "emoji" or (tag == "img" and kind.endswith("/Emoji")):
            self.twin.emoji = True
            self.pieces.append(given.get("alt", ""))
        elif tag == "attachment":
            self.twin.kinds.add("part")
        elif mark := _MARKS.search(f"{kind} {given.get('src', '')}"):
            self.twin.kinds.add(_KINDS[mark[0].lower()])
        elif tag == "img":
            self.twin.kinds.add("photo")

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        if tag in names:  # whatever was left open within it ends as well
            del self._open[len(names) - 1 - names[::-1].index(tag) :]
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self.pieces.append(data)

    @property
    def _left_out(self) -> bool:
        return any(left_out for _, left_out in self._open)

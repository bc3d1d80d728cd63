"""What a message of the bot would do in a client: whether any foreign text in it is live."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.kit.bots import ADDRESS

MARKS = (
    "[Ruda](https://evil.example/a)",
    "![Rudb](https://evil.example/b.png)",
    "**Rudc** _Rudc_ ~~Rudc~~",
    "<at>Rudd</at>",
    "<b onclick=Rude>Rude</b><script>",
    "{{DATE(2020-01-01T00:00:00Z,SHORT)}} Rudf",
    "# Rudg",
    "https://evil.example/h",
    '"}],"type":"Rudi","x":[{"',
    "{ $Rudj } {0} %s ${x}",
    "\u061c\u2060Rudk\xad\u180e\u206f \U000e0041\U000e007f\u3164",
)
"""Text that some reader of it would obey."""
LIVE = re.compile(
    r"evil|\*\*|~~|<at|<b\b|<script|\]\(|^#|\{\{DATE\(2020|Rud[a-k]", re.IGNORECASE | re.MULTILINE
)
UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
KNOWN = {
    *("AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Image", "Container", "ColumnSet", "Column"),
    *("FactSet", "ActionSet", "Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ToggleVisibility"),
    *("Table", "TableRow", "TableCell", "ProgressBar"),
}
"""Elements that the bot's cards are made of."""


def live_parts(messages: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each place of these messages where foreign text could do something; empty where none is."""
    return [found for message in messages for found in _live(message)]


def _live(message: Mapping[str, Any]) -> Iterator[str]:
    if message.get("entities"):
        yield f"mentions {message['entities']}"
    if message.get("text") and message.get("textFormat") != "plain":
        yield f"text that is read as Markdown: {message['text']}"
    for part in message.get("attachments", ()):
        yield from _in_element(part["content"])


def _in_element(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _in_element(one)
    if not isinstance(node, dict):
        return
    kind = node.get("type")
    if kind is not None and kind not in KNOWN:
        yield f"an element of another kind: {kind}"
    if kind == "TextBlock" and LIVE.search(node["text"]):
        yield f"Markdown: {node['text']}"
    for fact in node.get("facts", ()):
        if LIVE.search(f"{fact['title']} {fact['value']}"):
            yield f"Markdown in a fact: {fact}"
    if kind == "TextRun" and "{{" in node["text"] and LIVE.search(node["text"]):
        yield f"a date function: {node['text']}"
    for name in ("url", "backgroundImage", "iconUrl"):
        if name in node and not str(node[name]).startswith(f"{ADDRESS}/"):
            yield f"an address elsewhere: {node[name]}"
    if kind in ("TextRun", "TextBlock") and UNSEEN.search(node["text"].strip()):
        yield f"signs that cannot be seen: {node['text']!r}"
    for name, inner in node.items():
        if name != "data":  # goes back to the bot and nowhere else
            yield from _in_element(inner)

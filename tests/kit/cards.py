"""What a card holds, and the schema it keeps to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft6Validator

from bot.channel import Card


@cache
def schema() -> Draft6Validator:
    text = files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text("utf-8")
    return Draft6Validator(json.loads(text))


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a card."""
    if isinstance(node, dict):
        yield node
        for each in node.values():
            yield from parts(each)
    elif isinstance(node, list):
        for each in node:
            yield from parts(each)


def texts(card: Card) -> str:
    """All that can be read on a card."""
    return "\n".join(part["text"] for part in parts(dict(card)) if "text" in part)

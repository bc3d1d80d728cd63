"""The fields of an activity, of which nothing is certain: what is of a wrong kind counts as absent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from bot.errors import ActivityError

Activity: TypeAlias = Mapping[str, Any]
"""A parsed activity; only its outermost shape, an object, is certain."""

MOST_LEVELS = 64
"""Of lists and objects within one another; Teams' own activities have fewer than ten."""

_NO_TEXT = re.compile(r"[\x00\ud800-\udfff]")
"""What JSON can write and a database cannot keep: NUL, and halves of characters."""


def sound(value: Any, *, levels: int = MOST_LEVELS) -> Any:
    """Parsed JSON with what no database can keep put right. Raises `ActivityError` where it is too deep."""
    if isinstance(value, str):
        return _NO_TEXT.sub("\ufffd", value)
    if not isinstance(value, dict | list):
        return value
    if levels == 0:
        raise ActivityError("it is nested too deeply")
    if isinstance(value, list):
        return [sound(one, levels=levels - 1) for one in value]
    return {sound(name): sound(one, levels=levels - 1) for name, one in value.items()}


def refuse_constant(name: str) -> None:
    """For `json.loads`: Python would read NaN and Infinity, which JSON does not know."""
    raise ValueError(f"{name} is no JSON")


def required(whole: Activity, name: str, path: str) -> str:
    value = name_of(whole, name, path)
    if not value:
        raise ActivityError(f"{path} is missing")
    return value


def name_of(whole: Activity, name: str, path: str) -> str:
    """An id or address, which goes into keys and paths: of one line. Raises `ActivityError`."""
    value = string_of(whole, name)
    if not value.isprintable():
        raise ActivityError(f"{path} has a character that cannot be printed")
    return value


def string_of(whole: Activity, name: str) -> str:
    value = whole.get(name)
    return value if isinstance(value, str) else ""


def number_of(whole: Activity, name: str, otherwise: int, *, least: int, most: int) -> int:
    """A whole number, brought within the bounds."""
    value = whole.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        return otherwise
    return min(max(value, least), most)


def object_of(whole: Activity, name: str) -> Activity:
    value = whole.get(name)
    return value if isinstance(value, dict) else {}


def objects_of(whole: Activity, name: str) -> list[Activity]:
    value = whole.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []

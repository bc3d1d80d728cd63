"""A card's buttons on their way to WebChat and back. Pure.

WebChat 4.18 does nothing on `Action.Execute`, and does not report which card a button stands on. So each
button goes out as an `Action.Submit` that carries its true nature, and comes back as what Teams would make
of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

_KEY = "localChatAction"
_PRESSABLE = {"Action.Submit": "submit", "Action.Execute": "execute"}


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was pressed."""

    kind: Literal["submit", "execute"]
    card: str
    """The id of the message that carries the card."""
    data: Any
    """The button's data with the card's inputs in it."""
    id: str | None = None
    verb: str | None = None
    text: str = ""
    """What the button says on the person's behalf."""
    shown: str = ""
    """What the chat shows as said by the person."""


def dress(element: Any, message_id: str) -> Any:
    """A copy of a card whose buttons can be pressed in WebChat."""
    if isinstance(element, list):
        return [dress(part, message_id) for part in element]
    if not isinstance(element, dict):
        return element
    kind = _PRESSABLE.get(element.get("type", ""))
    if kind is None:
        # A card's `refresh` would ask the bot unasked; WebChat has no such thing.
        return {name: dress(part, message_id) for name, part in element.items() if name != "refresh"}
    true = {"kind": kind, "card": message_id, "data": element.get("data")}
    true |= {name: element[name] for name in ("id", "verb") if name in element}
    button = {name: part for name, part in element.items() if name not in {"verb", "fallback", "requires"}}
    return {**button, "type": "Action.Submit", "data": {_KEY: true}}


def undress(value: object) -> Pressed | None:
    """What was pressed, from the value that WebChat posts; None where no button of ours was."""
    if not isinstance(value, Mapping) or not isinstance(value.get(_KEY), Mapping):
        return None
    true = value[_KEY]
    inputs = {name: entered for name, entered in value.items() if name != _KEY}
    data = true.get("data")
    text = label = ""
    if isinstance(data, str):  # WebChat and Teams both take a bare string for words to be said
        text = label = data
        data = None
    merged = {**(data if isinstance(data, Mapping) else {}), **inputs}
    teams = merged.get("msteams")
    if isinstance(teams, Mapping):
        if teams.get("type") == "imBack":
            text = label = str(teams.get("value", ""))
        elif teams.get("type") == "messageBack":
            text, label = str(teams.get("text", "")), str(teams.get("displayText", ""))
            back = teams.get("value")
            merged = {**merged, **back} if isinstance(back, Mapping) else merged
    return Pressed(
        kind="execute" if true.get("kind") == "execute" else "submit",
        card=str(true.get("card", "")),
        data=merged,
        id=true.get("id"),
        verb=true.get("verb"),
        text=text,
        shown=label,
    )

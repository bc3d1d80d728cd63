"""The elements that the cards are made of, as Adaptive Cards 1.5 spells them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, Literal, TypeAlias, TypeVar

from babel.dates import format_datetime, format_skeleton, format_timedelta

from bot.buttons import Button
from bot.channel import Card
from bot.foreign_text import plain, unmarked
from bot.locales import Words

Element: TypeAlias = dict[str, Any]
Action: TypeAlias = dict[str, Any]
Colour: TypeAlias = Literal["Default", "Good", "Warning", "Attention", "Accent"]

PictureLink: TypeAlias = Callable[[str, int], str]
"""A picture's key and its side in pixels to an address that a chat client can open."""

BUDGET = 40_000
"""Characters of JSON that a card may take. Teams refuses a message over 80 KB, which UTF-16 doubles to."""

MAX_BUTTONS = 3
"""At 320 px Teams cuts what comes after the third."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many sizes a card shows, and how many locations of each."""

    sizes: int
    locations: int


def card(
    body: Sequence[Element],
    *,
    actions: Sequence[Action] = (),
    refresh: Element | None = None,
    fallback_text: str,
    language: str,
) -> Card:
    """A whole card; `fallback_text` is for clients too old to draw it, `refresh` brings it up to date."""
    if len(actions) > MAX_BUTTONS:
        raise ValueError(f"{len(actions)} buttons, at most {MAX_BUTTONS}")
    whole: dict[str, Any] = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.5",
        "lang": language,
        "fallbackText": unmarked(fallback_text, 300),  # clients may read Markdown in it
        "body": list(body),
    }
    if actions:
        whole["actions"] = list(actions)
    if refresh is not None:
        whole["refresh"] = refresh
    return whole


R = TypeVar("R")


def fitted(build: Callable[[R], Card], rooms: Sequence[R], *, budget: int = BUDGET) -> Card:
    """The card built with the first of the rooms that keeps it within the budget; else with the last."""
    for room in rooms[:-1]:
        whole = build(room)
        if len(json.dumps(whole)) <= budget:
            return whole
    return build(rooms[-1])


def heading(text: str, *, colour: Colour = "Default", large: bool = True) -> Element:
    """A line of our own words that a screen reader announces as a heading."""
    return {
        "type": "TextBlock",
        "text": text,
        "style": "heading",
        "size": "Large" if large else "Medium",
        "weight": "Bolder",
        "color": colour,
        "wrap": True,
    }


def paragraph(text: str, *, subtle: bool = False, small: bool = False, spacing: str = "Small") -> Element:
    """A paragraph of our own words."""
    block: Element = {"type": "TextBlock", "text": text, "wrap": True, "spacing": spacing}
    if subtle:
        block["isSubtle"] = True
    if small:
        block["size"] = "Small"
    return block


def run(
    text: str,
    *,
    limit: int = 120,
    bold: bool = False,
    large: bool = False,
    subtle: bool = False,
    small: bool = False,
    colour: Colour = "Default",
) -> Element:
    """A stretch of foreign text; no Markdown is read in it."""
    piece: Element = {"type": "TextRun", "text": plain(text, limit)}
    if bold:
        piece["weight"] = "Bolder"
    if large or small:
        piece["size"] = "Large" if large else "Small"
    if subtle:
        piece["isSubtle"] = True
    if colour != "Default":
        piece["color"] = colour
    return piece


def gap(text: str = "\u2002") -> Element:
    """What stands between two runs."""
    return {"type": "TextRun", "text": text}


def runs(*pieces: Element, spacing: str = "Small", right: bool = False) -> Element:
    """A paragraph of runs."""
    block: Element = {"type": "RichTextBlock", "inlines": list(pieces), "spacing": spacing}
    if right:
        block["horizontalAlignment"] = "Right"
    return block


def picture(address: str, *, alt: str, **shape: str) -> Element:
    """A picture, always with words for those who cannot see it."""
    return {"type": "Image", "url": address, "altText": plain(alt, 200), **shape}


def column(*items: Element, width: str = "stretch", middle: bool = False) -> Element:
    """One column of a row."""
    one: Element = {"type": "Column", "width": width, "items": list(items)}
    if middle:
        one["verticalContentAlignment"] = "Center"
    return one


def row(
    *columns: Element, separator: bool = False, spacing: str = "Small", action: Action | None = None
) -> Element:
    """Columns side by side; with an action, the whole row can be pressed."""
    whole: Element = {"type": "ColumnSet", "columns": list(columns), "spacing": spacing}
    if separator:
        whole["separator"] = True
    if action is not None:
        whole["selectAction"] = action
    return whole


def container(*items: Element, name: str | None = None, hidden: bool = False, **look: object) -> Element:
    """Elements kept together; a named one can be shown and hidden by a button."""
    whole: Element = {"type": "Container", "items": list(items), **look}
    if name is not None:
        whole["id"] = name
    if hidden:
        whole["isVisible"] = False
    return whole


def band(*items: Element, style: Literal["good", "warning", "attention"]) -> Element:
    """A coloured strip from edge to edge. Its ground is pale in both themes, so that its words stand out."""
    return container(*items, style=style, bleed=True, spacing="None")


def dotted(label: str, colour: Colour, *, large: bool = False) -> list[Element]:
    """Words with a coloured dot before them, in the plain colour: Teams' yellow on white is unreadable."""
    space = gap("\u2002" if large else "\u00a0")
    dot = [run("●", colour=colour, large=large), space] if colour != "Default" else []
    return [*dot, run(label, bold=True, large=large)]


def press(title: str, button: Button) -> Action:
    """A button that the bot answers."""
    data = button.data()
    submit: Action = {"type": "Action.Submit", "title": title, "data": data}
    return {"type": "Action.Execute", "title": title, "verb": button.name, "data": data, "fallback": submit}


def open_dialog(title: str, button: Button) -> Action:
    """A button that opens a page of the bot's over the chat, in Teams; elsewhere it is pressed as any other.

    Teams knows this only of an Action.Submit:
    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
    """
    return {
        "type": "Action.Submit",
        "title": title,
        "data": {**button.data(), "msteams": {"type": "task/fetch"}},
    }


def refreshing(button: Action, viewers: Sequence[str]) -> Element:
    """What has a card brought up to date by that button as these viewers come to see it: unasked.

    `viewers` are ids of the channel, at most 60. With none of them the client only offers it.
    """
    action = {name: value for name, value in button.items() if name != "fallback"}
    return {"action": action, "userIds": list(viewers)}


def open_link(title: str, address: str) -> Action:
    """A button that opens an address."""
    return {"type": "Action.OpenUrl", "title": title, "url": address}


def facts(*pairs: tuple[str, str]) -> Element:
    """Names and values in two columns; Markdown is read in both, so they are our own words and numbers."""
    return {
        "type": "FactSet",
        "facts": [{"title": title, "value": value} for title, value in pairs],
        "spacing": "Small",
    }


def buttons(*actions: Action) -> Element:
    """A row of buttons in the body of a card."""
    return {"type": "ActionSet", "actions": list(actions), "spacing": "Medium"}


def toggle(title: str, *names: str) -> Action:
    """A button that shows and hides named containers, without the bot."""
    return {"type": "Action.ToggleVisibility", "title": title, "targetElements": list(names)}


def date_in_words(day: date, words: Words) -> str:
    """A day with its weekday, as the reader writes it: `Fri, Mar 6, 2026`, `Fr., 6. März 2026`."""
    return str(format_skeleton("yMMMEd", day, locale=words.region))


def time_in_words(moment: datetime, words: Words, zone: tzinfo) -> str:
    """A moment for where no client writes it: `3/6/26, 3:05 PM`, `06.03.26, 15:05`."""
    return str(format_datetime(moment, "short", tzinfo=zone, locale=words.region))


def age_in_words(age: timedelta, words: Words) -> str:
    """How long ago something was: `4 min. ago`, `vor 2 Tagen`; a minute at least."""
    past = -max(age, timedelta(minutes=1))
    return str(format_timedelta(past, add_direction=True, format="short", locale=words.region))


def interval_in_words(interval: timedelta, words: Words) -> str:
    """A span of time: `15 min`, `24 hr`."""
    return str(format_timedelta(interval, threshold=1.01, format="short", locale=words.region))


def local_time(moment: datetime, *, day: Literal["COMPACT", "SHORT"] = "COMPACT") -> str:
    """A moment that the reader's client writes in the reader's own language and time zone.

    The day is written `11/23/2026` or, in SHORT, `Mon, Nov 23, 2026`.
    """
    stamp = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{{{{DATE({stamp},{day})}}}}, {{{{TIME({stamp})}}}}"

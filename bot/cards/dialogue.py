"""What a dialogue shows: what an order lacks, with its choices as buttons; and two answers in one card."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from bot.buttons import AskQuestion, CompleteOrder
from bot.cards.elements import (
    BUDGET,
    MAX_BUTTONS,
    Element,
    buttons,
    card,
    column,
    container,
    paragraph,
    press,
    row,
    run,
    runs,
)
from bot.cards.spoken import spoken
from bot.channel import Card
from bot.foreign_text import plain
from bot.locales import Words
from bot.questions.orders import Lacking, Option

SHORT = 8
"""Characters of a title that fits beside two others at 320 px."""
BETWEEN = " "


def lacking_text(lacking: Lacking, words: Words) -> str:
    """The question for what an order lacks."""
    return spoken(lacking.question, words)


def lacking_card(lacking: Lacking, *, name: str, words: Words) -> Card:
    """That question, with a button for each choice; `name` is what the buttons carry.

    Sizes stand three in a row; what is longer stands one below another, as a narrow client would cut it.
    """
    sentence = lacking_text(lacking, words)
    slot = lacking.missing[0]
    body: list[Element] = [runs(run(sentence, limit=600, bold=True), spacing="None")]
    pressable = [(each, CompleteOrder(name, slot, each.value)) for each in lacking.options if each.value]
    if all(len(option.title) <= SHORT for option, _ in pressable):
        for start in range(0, len(pressable), MAX_BUTTONS):
            some = pressable[start : start + MAX_BUTTONS]
            body.append(buttons(*(press(_title(option), button) for option, button in some)))
    else:
        for option, button in pressable:
            title = runs(run(f"{_title(option)} ›", colour="Accent", bold=True), spacing="None")
            body.append(
                row(column(title), separator=True, spacing="Medium", action=press(_title(option), button))
            )
    return card(body, fallback_text=sentence, language=words.locale)


def readings_card(sentence: str, readings: Sequence[tuple[str, AskQuestion]], *, words: Words) -> Card:
    """What was not understood, and what may have been meant: titles and what their buttons carry."""
    # One below another: side by side, a narrow client would cut their titles.
    lines = [
        row(
            column(runs(run(f"{plain(text, 80)} ›", colour="Accent", bold=True), spacing="None")),
            separator=True,
            spacing="Medium",
            action=press(plain(text, 80), button),
        )
        for text, button in readings
    ]
    return card([paragraph(sentence), *lines], fallback_text=sentence, language=words.locale)


def joined_card(texts: Sequence[str], cards: Sequence[Card | None], *, words: Words) -> Card:
    """Several replies as one card, one below another; a reply without a card by its words.

    Where it would grow too large, the longest are said in words.
    """
    parts = [_part(text, each) for text, each in zip(texts, cards, strict=True)]
    while len(json.dumps(parts)) > BUDGET:
        longest = max(range(len(parts)), key=lambda at: len(json.dumps(parts[at])))
        said = _said(texts[longest])
        if parts[longest] == [said]:
            break
        parts[longest] = [said]
    first, *rest = parts
    body = [*first, *(container(*part, separator=True, spacing="Large") for part in rest)]
    actions = [action for each in cards if each is not None for action in each.get("actions", ())]
    return card(body, actions=actions[:MAX_BUTTONS], fallback_text=BETWEEN.join(texts), language=words.locale)


def button_titles(whole: Card | None) -> list[str]:
    """What the buttons of a card say, in the order in which they stand."""
    return [action["title"] for action in _actions(whole)]


def _actions(node: Any) -> Iterator[Any]:
    if isinstance(node, list | tuple):
        for each in node:
            yield from _actions(each)
    elif isinstance(node, dict):
        if str(node.get("type", "")).startswith("Action.") and "title" in node:
            yield node
            return
        for name, value in node.items():
            if name != "refresh":
                yield from _actions(value)


def _title(option: Option) -> str:
    return plain(option.title, 60)


def _part(text: str, whole: Card | None) -> list[Element]:
    return [_said(text)] if whole is None else list(whole["body"])


def _said(text: str) -> Element:
    return runs(run(text, limit=1200), spacing="None")

"""The cards that say what the bot can do."""

from __future__ import annotations

from bot.cards.elements import Element, card, container, heading, plain, press, run, runs, toggle, words
from bot.channel import Card
from bot.locales import Words

NEUTRAL_SKU = "ABC-123"
"""An example where the catalogue has no SKU yet."""


def example_sku(sku: str | None) -> str:
    """A SKU of the catalogue as an example in a sentence; a neutral one where there is none."""
    return plain(sku or "", 64) or NEUTRAL_SKU


def help_card(say: Words, *, example: str | None = None, group: bool = False, admin: bool = False) -> Card:
    """What can be sent and typed, with a SKU of the catalogue as an example.

    `group` adds how to address the bot among others, `admin` the catalogue.
    """
    stock = run(say("help-stock", example=example_sku(example)), limit=200)
    body = [
        heading(say("help-title")),
        *_topic(say("help-photo-title"), say("help-photo")),
        _title(say("help-stock-title")),
        runs(stock, spacing="None"),
    ]
    if admin:
        body += _topic(say("help-catalogue-title"), say("help-catalogue"))
    body += _topic(say("help-help-title"), say("help-help"))
    if group:
        body.append(words(say("help-mention"), spacing="Medium"))
    body.append(_tips(say))
    return card(body, actions=[_tips_button(say)], fallback_text=say("help-photo"), language=say.locale)


def welcome_card(say: Words, *, group: bool = False) -> Card:
    """What is said once, when the bot is added."""
    body = [heading(say("welcome-title")), words(say("welcome"))]
    if group:
        body.append(words(say("help-mention")))
    body.append(_tips(say))
    buttons = [_tips_button(say), press(say("help-show"), "help")]
    return card(body, actions=buttons, fallback_text=say("welcome"), language=say.locale)


def _topic(title: str, text: str) -> list[Element]:
    return [_title(title), words(text, spacing="None")]


def _title(text: str) -> Element:
    return {"type": "TextBlock", "text": text, "weight": "Bolder", "wrap": True, "spacing": "Medium"}


def _tips(say: Words) -> Element:
    tips = [words(say(key)) for key in ("help-tip-flat", "help-tip-whole", "help-tip-light")]
    return container(*tips, name="tips", hidden=True, style="emphasis", spacing="Medium")


def _tips_button(say: Words) -> dict[str, object]:
    return toggle(say("help-tips-show"), "tips")

"""The cards that say what the bot can do."""

from __future__ import annotations

from bot.buttons import ShowHelp
from bot.cards.elements import Element, card, container, heading, paragraph, press, run, runs, toggle
from bot.channel import Card
from bot.foreign_text import example_sku
from bot.locales import Words


def help_card(words: Words, *, example: str | None = None, group: bool = False, admin: bool = False) -> Card:
    """What can be sent and typed, with a SKU of the catalogue as an example.

    `group` adds how to address the bot among others, `admin` the catalogue.
    """
    stock = run(words("help-stock", example=example_sku(example)), limit=200)
    body = [
        heading(words("help-title")),
        *_topic(words("help-photo-title"), words("help-photo")),
        _title(words("help-stock-title")),
        runs(stock, spacing="None"),
        *_topic(words("help-ask-title"), words("help-ask")),
        *_topic(words("help-floor-title"), words("help-floor")),
    ]
    if admin:
        body += _topic(words("help-catalogue-title"), words("help-catalogue"))
    body += _topic(words("help-help-title"), words("help-help"))
    if group:
        body.append(paragraph(words("help-mention"), spacing="Medium"))
    body.append(_tips(words))
    return card(body, actions=[_tips_button(words)], fallback_text=words("help-photo"), language=words.locale)


def welcome_card(words: Words, *, group: bool = False) -> Card:
    """What is said once, when the bot is added."""
    body = [heading(words("welcome-title")), paragraph(words("welcome"))]
    if group:
        body.append(paragraph(words("help-mention")))
    body.append(_tips(words))
    buttons = [_tips_button(words), press(words("help-show"), ShowHelp())]
    return card(body, actions=buttons, fallback_text=words("welcome"), language=words.locale)


def _topic(title: str, text: str) -> list[Element]:
    return [_title(title), paragraph(text, spacing="None")]


def _title(text: str) -> Element:
    return {"type": "TextBlock", "text": text, "weight": "Bolder", "wrap": True, "spacing": "Medium"}


def _tips(words: Words) -> Element:
    tips = [paragraph(words(key)) for key in ("help-tip-flat", "help-tip-whole", "help-tip-light")]
    return container(*tips, name="tips", hidden=True, style="emphasis", spacing="Medium")


def _tips_button(words: Words) -> dict[str, object]:
    return toggle(words("help-tips-show"), "tips")

"""The card that asks which item it is, when the best match was wrong."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.elements import Element, PictureLink, card, column, heading, paragraph, press, row, run, runs
from bot.cards.items import SMALL, details_of, name_of, picture_of
from bot.channel import Card
from bot.locales import Words
from catalogue.items import Item


def offer_view_card(sentence: str, look: str, item: str, *, words: Words) -> Card:
    """A sentence, and the button that keeps the photo of that look as a view of the item."""
    return card(
        [paragraph(sentence)],
        actions=[press(words("view-keep"), "view-keep", look=look, item=item)],
        fallback_text=sentence,
        language=words.locale,
    )


def runners_up_card(items: Sequence[Item], *, look: str, link: PictureLink, words: Words) -> Card:
    """The next best matches, each to be pressed; `look` is what the presses carry."""
    body: list[Element] = [heading(words("confirm-which"))]
    for item in items:
        image = picture_of(item, link, words, SMALL, width="96px")
        lines = column(
            runs(run(name_of(item), bold=True), spacing="None"),
            *details_of(item, words),
            runs(run(words("confirm-this") + " ›", colour="Accent", bold=True), spacing="None"),
            middle=True,
        )
        columns = ([column(*image, width="auto", middle=True)] if image else []) + [lines]
        chosen = press(words("confirm-this"), "match-really", look=look, item=item.id)
        body.append(row(*columns, separator=True, action=chosen))
    none = press(words("confirm-none-of-them"), "match-none", look=look)
    return card(body, actions=[none], fallback_text=words("confirm-which"), language=words.locale)

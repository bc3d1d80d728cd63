"""The card that asks which item it is, when the best match was wrong."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buttons import ChooseMatch, KeepView, NoMatch
from bot.cards.elements import Element, PictureLink, card, column, heading, paragraph, press, row, run, runs
from bot.cards.items import SMALL, Likeness, details_of, picture_of, to_compare
from bot.channel import Card
from bot.foreign_text import name_of
from bot.locales import Words
from catalogue.items import Item


def offer_view_card(sentence: str, session: str, seen: Likeness, *, words: Words) -> Card:
    """A sentence, and the button that keeps the photo of that session as a view of the item.

    A view in another shade would spoil the item's answers, so the item is shown to be compared.
    """
    return card(
        [paragraph(sentence), *to_compare(seen, words)],
        actions=[press(words("view-keep"), KeepView(session, seen.item.id))],
        fallback_text=sentence,
        language=words.locale,
    )


def runners_up_card(items: Sequence[Item], *, session: str, link: PictureLink, words: Words) -> Card:
    """The next best matches, each to be pressed; `session` is what the presses carry."""
    body: list[Element] = [heading(words("confirm-which")), paragraph(words("compare-colour"))]
    for item in items:
        image = picture_of(item, link, words, SMALL, width="96px")
        lines = column(
            runs(run(name_of(item), bold=True), spacing="None"),
            *details_of(item, words),
            runs(run(words("confirm-this") + " ›", colour="Accent", bold=True), spacing="None"),
            middle=True,
        )
        columns = ([column(*image, width="auto", middle=True)] if image else []) + [lines]
        chosen = press(words("confirm-this"), ChooseMatch(session, item.id))
        body.append(row(*columns, separator=True, action=chosen))
    none = press(words("confirm-none-of-them"), NoMatch(session))
    return card(body, actions=[none], fallback_text=words("confirm-which"), language=words.locale)

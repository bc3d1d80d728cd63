"""The card that opens the page on which an outline is drawn by hand."""

from __future__ import annotations

from bot.cards.elements import card, heading, open_link, paragraph
from bot.channel import Card
from bot.locales import Words


def fix_card(address: str, *, words: Words) -> Card:
    """A sentence and the button that opens the address."""
    body = [heading(words("fix-title"), large=False), paragraph(words("fix-open-hint"))]
    return card(
        body,
        actions=[open_link(words("fix-open"), address)],
        fallback_text=words("fix-open-hint"),
        language=words.locale,
    )

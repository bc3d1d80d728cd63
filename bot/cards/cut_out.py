"""The card that opens the page on which an outline is drawn by hand."""

from __future__ import annotations

from bot.cards.elements import card, heading, open_link, words
from bot.channel import Card
from bot.locales import Words


def fix_card(address: str, *, say: Words) -> Card:
    """A sentence and the button that opens the address."""
    body = [heading(say("fix-title"), large=False), words(say("fix-open-hint"))]
    return card(
        body,
        actions=[open_link(say("fix-open"), address)],
        fallback_text=say("fix-open-hint"),
        language=say.locale,
    )

"""What the bot can do, said when asked and when it is added."""

from __future__ import annotations

from collections.abc import AsyncIterator

from bot.cards.help import help_card, welcome_card
from bot.channel import Place, Reply
from bot.locales import Words


async def help_wanted(place: Place, words: Words, *, admin: bool = False) -> AsyncIterator[Reply]:
    """The reply to `help`; with `admin`, it tells of the catalogue too."""
    group = place.kind != "personal"
    yield Reply(text=words("help-title"), card=help_card(words, group=group, admin=admin and not group))


async def installed(place: Place, words: Words) -> AsyncIterator[Reply]:
    """The first words in a new place."""
    yield Reply(text=words("welcome-title"), card=welcome_card(words, group=place.kind != "personal"))

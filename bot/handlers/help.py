"""What the bot can do, said when asked and when it is added."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

from bot.cards.help import help_card, welcome_card
from bot.channel import Place, Reply
from bot.locales import Words
from catalogue.errors import CatalogueError


async def help_wanted(
    place: Place, say: Words, *, example: Callable[[], str | None] = lambda: None, admin: bool = False
) -> AsyncIterator[Reply]:
    """The reply to `help`, with a SKU as an `example`; with `admin`, it explains the catalogue too."""
    group = place.kind != "personal"
    try:
        sku = await asyncio.to_thread(example)
    except CatalogueError:  # help is needed most when something is broken
        sku = None
    card = help_card(say, example=sku, group=group, admin=admin and not group)
    yield Reply(text=say("help-title"), card=card)


async def installed(place: Place, say: Words) -> AsyncIterator[Reply]:
    """The first words in a new place."""
    yield Reply(text=say("welcome-title"), card=welcome_card(say, group=place.kind != "personal"))

"""What came without a photo, or was not understood: a kind sentence and the nearest command."""

from __future__ import annotations

from collections.abc import AsyncIterator

from bot.cards.notice import hint_card
from bot.channel import Reply
from bot.locales import Words


async def nothing_came(words: Words) -> AsyncIterator[Reply]:
    """The reply to a message with neither words nor attachments: a gallery pick that lost its photo."""
    yield Reply(text=words("nothing-came"))


async def not_understood(words: Words) -> AsyncIterator[Reply]:
    """The reply to anything else."""
    sentence = words("not-understood")
    yield Reply(text=sentence, card=hint_card(sentence, words=words))


async def outdated_button(words: Words) -> AsyncIterator[Reply]:
    """The reply to a button that no handler knows any more."""
    yield Reply(text=words("button-outdated"))

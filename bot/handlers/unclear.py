"""What came without a photo, or was not understood: a kind sentence and the nearest command."""

from __future__ import annotations

from collections.abc import AsyncIterator
from difflib import get_close_matches

from bot.cards.elements import plain
from bot.cards.help import EXAMPLE_SKU
from bot.cards.notice import hint_card
from bot.channel import Reply
from bot.locales import Words

COMMANDS = ("stock", "help")


async def nothing_came(say: Words) -> AsyncIterator[Reply]:
    """The reply to a message with neither words nor attachments: a gallery pick that lost its photo."""
    yield Reply(text=say("nothing-came"))


async def which_sku(say: Words) -> AsyncIterator[Reply]:
    """The reply to `stock` alone."""
    yield Reply(text=say("stock-which", example=EXAMPLE_SKU))


async def not_understood(text: str, say: Words) -> AsyncIterator[Reply]:
    """The reply to anything else."""
    command = nearest_command(text)
    if command is None:
        sentence, sku = say("not-understood"), ""
    else:
        sentence, sku = say("not-understood-nearest", command=command), command.partition(" ")[2]
    yield Reply(text=sentence, card=hint_card(sentence, say=say, sku=sku or None))


async def outdated_button(say: Words) -> AsyncIterator[Reply]:
    """The reply to a button that no handler knows any more."""
    yield Reply(text=say("button-outdated"))


def nearest_command(text: str) -> str | None:
    """The command that was perhaps meant, with what followed it; None where none is near."""
    first, _, rest = plain(text, 80).partition(" ")
    close = get_close_matches(first.casefold(), COMMANDS, n=1, cutoff=0.7)
    if not close:
        return None
    return f"{close[0]} {rest}".strip() if close[0] == "stock" else close[0]

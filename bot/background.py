"""Work that no request waits for: answers that are still owed, those a stop has left, and the patrol."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from aiohttp import web

from bot.channel import Channel
from bot.conversation import Conversation
from bot.deliveries import Unanswered
from bot.handlers.batches import BatchHandler
from bot.looks import Looks
from catalogue.errors import CatalogueError
from catalogue.store import Catalogue

log = logging.getLogger(__name__)

FINISH_SECONDS = 20.0
"""How long accepted messages may still take when the bot is told to stop."""
_PATROL_SECONDS = 300.0
_CATCHING_UP = 4
"""Messages of before a stop that are answered at once, beside those that come in."""


class Background:
    """Work that goes on after its request was answered, and is waited for at the end."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self.finishing = False
        """Whether no more work should be begun."""

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let it run."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self, seconds: float) -> None:
        """Wait for all of it, at most so long; what is left then is cut off, and gone on return."""
        self.finishing = True
        if self._tasks:
            _, unfinished = await asyncio.wait(self._tasks, timeout=seconds)
            for task in unfinished:
                log.warning("cut off an answer that took too long")
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)


BACKGROUND = web.AppKey("background", Background)
"""Where an application keeps the answers that it still owes."""


async def catch_up(unanswered: Sequence[Unanswered], conversation: Conversation) -> None:
    """Answer what a stop has left, a few at a time: all at once would find the queue of photos full."""
    room = asyncio.Semaphore(_CATCHING_UP)

    async def answer(left: Unanswered) -> None:
        async with room:
            message = replace(left.message, again=True)
            await conversation.answer(message, sent=left.sent, passing=left.passing)

    await asyncio.gather(*(answer(left) for left in unanswered))


async def patrol(
    batches: BatchHandler, bound: Callable[[str], Channel], catalogue: Catalogue, looks: Looks
) -> None:
    """Put right what a stop of any bot has cut off, and sweep out what is over, now and then."""
    while True:
        await batches.recover(bound)
        try:
            await asyncio.to_thread(catalogue.database.notes.sweep)
            await asyncio.to_thread(looks.sweep)
        except CatalogueError as fault:
            log.warning("old notes could not be swept out: %s", fault)
        await asyncio.sleep(_PATROL_SECONDS)

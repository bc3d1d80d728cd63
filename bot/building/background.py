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
from bot.delivery.inbox import Inbox, Unanswered
from bot.handlers.catalogue.batches import BatchHandler
from bot.handlers.floor.digests import DigestHandler
from bot.handlers.floor.stock_takes import LIFE, StockTakeHandler
from bot.handlers.floor.watches import WatchHandler
from bot.state.clock import ClockWatch
from bot.state.photos import PhotoSessions
from catalogue.errors import CatalogueError
from catalogue.store import Catalogue

log = logging.getLogger(__name__)

FINISH_SECONDS = 20.0
"""How long accepted messages may still take after a request to stop the bot."""
_PATROL_SECONDS = 300.0
WATCH_SECONDS = 60.0
AGAIN_SECONDS = 120.0
"""Between two tries to answer what Microsoft did not take before."""
_CATCHING_UP = 4
"""Messages of before a stop that are answered at once, beside those that come in."""


class Background:
    """Work that goes on after its request was answered, and is waited for at the end."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self.finishing = False
        """Whether no more work should be begun."""

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Let it run."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    @property
    def busy(self) -> bool:
        """Whether an answer is still on its way."""
        return bool(self._tasks)

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
    batches: BatchHandler,
    stock_takes: StockTakeHandler,
    bound: Callable[[str], Channel],
    catalogue: Catalogue,
    photos: PhotoSessions,
) -> None:
    """Put right what a stop of any bot has cut off, and sweep out what is over, now and then."""
    clock = ClockWatch()
    while True:
        try:
            await batches.recover(bound)
            if not clock.was_set_within(LIFE):  # else a count of this minute may look a day old
                await stock_takes.lapse(bound)
            await asyncio.to_thread(catalogue.notes.sweep)
            await asyncio.to_thread(photos.sweep)
        except CatalogueError as fault:
            log.warning("old notes could not be swept out: %s", fault)
        except Exception:  # a bug must not end the patrol of a bot that goes on for months
            log.exception("a patrol failed; the next one is in %.0f s", _PATROL_SECONDS)
        await asyncio.sleep(_PATROL_SECONDS)


async def write_unasked(
    watches: WatchHandler,
    digests: DigestHandler,
    bound: Callable[[str], Channel],
    *,
    seconds: float = WATCH_SECONDS,
) -> None:
    """Now and then, say what the stock has crossed, and send the digests that are due."""
    while True:
        try:
            await watches.look(bound)
            await digests.look(bound)
        except CatalogueError as fault:
            log.warning("watches and digests could not be looked at: %s", fault)
        except Exception:  # a bug must not end it for good
            log.exception("watches and digests could not be looked at; again in %.0f s", seconds)
        await asyncio.sleep(seconds)


async def try_again(
    deliveries: Inbox,
    conversation: Conversation,
    background: Background,
    *,
    after: asyncio.Task[None],
    seconds: float,
) -> None:
    """Now and then, answer what the channel, or Microsoft's login, has kept from its sender.

    One round follows the other, and the first what was left before the start (`after`), so that nothing is
    answered by two at once. A round that was begun is waited for at the end as all answers are.
    """
    await asyncio.wait({after})
    while True:
        await asyncio.sleep(seconds)
        if background.finishing:
            return
        try:
            owed = await asyncio.to_thread(deliveries.unanswered, later=True)
        except CatalogueError as fault:
            log.warning("what is to be answered later could not be read: %s", fault)
            continue
        await asyncio.wait({background.start(catch_up(owed, conversation))})

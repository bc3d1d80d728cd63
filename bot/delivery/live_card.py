"""One message of the bot that changes as work goes on, no faster than a channel takes it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.channel import Channel, Place, Reply
from bot.errors import DeliveryError

log = logging.getLogger(__name__)

T = TypeVar("T")

EVERY = 2.0
"""Seconds at least between two changes of one message."""


class Meter:
    """How far work has come: written by its thread, read by the event loop."""

    def __init__(self) -> None:
        self.reading: tuple[str, int, int] = ("", 0, 0)
        """The stage, and how many of how many are done."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take a reading; fits `catalogue.audit.Progress`."""
        self.reading = (stage, done, total)


class LiveCard:
    """A message that is sent once and replaced from then on."""

    def __init__(
        self, channel: Channel, place: Place, *, message_id: str | None = None, every: float = EVERY
    ) -> None:
        """`message_id`: a message that stands there already and is to be replaced."""
        self._channel = channel
        self._place = place
        self._every = every
        self._free_at = 0.0
        self.message_id = message_id

    async def show(self, reply: Reply) -> None:
        """Put this in its place, as soon as it may be changed again. Raises `DeliveryError`."""
        clock = asyncio.get_running_loop().time
        await asyncio.sleep(max(0.0, self._free_at - clock()))
        self._free_at = clock() + self._every
        if self.message_id:
            try:
                await self._channel.update(self._place, self.message_id, reply)
                return
            except DeliveryError as fault:
                if fault.for_now:
                    raise  # the channel is away, and the card stands where it stood
                # Somebody deleted it, or it is too old to change.
                log.warning("a card could not be replaced, a new one is sent: %s", fault)
        self.message_id = await self._channel.send(self._place, reply)

    async def follow(self, work: Awaitable[T], draw: Callable[[], Reply], *, after: float = 0.0) -> T:
        """Wait for the work and show what `draw` makes of it meanwhile; what the work raises goes through.

        Nothing is shown of work that is done within `after` seconds. A channel that does not take a change
        does no harm to the work.
        """
        task = asyncio.ensure_future(work)
        latest: Reply | None = None
        wait = after
        try:
            while True:
                if wait:
                    await asyncio.wait({task}, timeout=wait)
                if task.done():
                    return task.result()
                reply, wait = draw(), self._every
                if reply != latest:
                    latest = reply
                    try:
                        await self.show(reply)
                    except DeliveryError as fault:
                        log.warning("progress could not be shown: %s", fault)
        finally:
            task.cancel()

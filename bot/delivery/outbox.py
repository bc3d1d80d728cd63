"""The way out: a queue for each conversation, within Teams' rates, patient where the channel is busy."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import TypeVar

from aiolimiter import AsyncLimiter
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_before_delay,
    wait_random_exponential,
)

from bot.channel import Channel, Place, Reply
from bot.errors import DeliveryError
from bot.telemetry.traces import step

log = logging.getLogger(__name__)

T = TypeVar("T")

RATES: tuple[tuple[int, float], ...] = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
"""Messages in seconds that Teams takes from a bot in one conversation."""
PATIENCE = 120.0
"""Seconds after which a message is given up."""


class Outbox:
    """Fills `Channel` by another one, which alone need know how to speak.

    What is sent to one conversation goes out in order, no faster than Teams takes it, and again where it was
    refused for the moment: after what `Retry-After` says, or after a random pause that grows. A card that is
    too large is followed by its words. Signs of typing are neither counted on nor tried again.
    """

    def __init__(
        self,
        channel: Channel,
        *,
        rates: Sequence[tuple[int, float]] = RATES,
        patience: float = PATIENCE,
        first_pause: float = 1.0,
        conversations: int = 10_000,
    ) -> None:
        """`conversations`: how many are remembered; `first_pause`: most seconds before the second try."""
        self._channel = channel
        self._rates = rates
        self._patience = patience
        self._pause = wait_random_exponential(multiplier=first_pause, max=30.0)
        self._most = conversations
        self._queues: OrderedDict[tuple[str, str], _Queue] = OrderedDict()

    async def typing(self, place: Place) -> None:
        """Show that an answer is on its way, if the channel feels like it."""
        with step("typing"):
            await self._channel.typing(place)

    async def send(self, place: Place, reply: Reply) -> str:
        """Send a message in its turn; returns its id. Raises `DeliveryError` when patience is at an end."""
        with step("send", card=int(reply.card is not None)):
            return await self._in_turn(place, reply, lambda what: self._channel.send(place, what))

    async def update(self, place: Place, message_id: str, reply: Reply) -> None:
        """Replace a message in its turn."""
        with step("update", card=int(reply.card is not None)):
            await self._in_turn(place, reply, lambda what: self._channel.update(place, message_id, what))

    async def token(self, place: Place) -> str | None:
        """See `Channel.token`."""
        return await self._channel.token(place)

    async def _in_turn(self, place: Place, reply: Reply, speak: Callable[[Reply], Awaitable[T]]) -> T:
        queue = self._queue(place)
        async with queue.turn:
            try:
                return await self._patiently(queue, lambda: speak(reply))
            except DeliveryError as fault:
                if fault.status != HTTPStatus.REQUEST_ENTITY_TOO_LARGE or reply.card is None:
                    raise
                log.warning("a card was too large for the channel; its words are sent")
                words = reply.text or str(reply.card.get("fallbackText", ""))
                return await self._patiently(queue, lambda: speak(replace(reply, card=None, text=words)))

    async def _patiently(self, queue: _Queue, speak: Callable[[], Awaitable[T]]) -> T:
        async def once() -> T:
            await queue.at_rate()
            return await speak()

        tries = AsyncRetrying(
            retry=retry_if_exception(_passes),
            wait=self._wait,
            stop=stop_before_delay(self._patience),
            reraise=True,
        )
        return await tries(once)

    def _wait(self, tried: RetryCallState) -> float:
        fault = tried.outcome.exception() if tried.outcome is not None else None
        least = fault.retry_after if isinstance(fault, DeliveryError) else None
        pause = self._pause(tried) + (least or 0.0)  # the random part keeps many from coming back at once
        log.warning("the channel refuses for the moment (%s), again in %.1f s", fault, pause)
        return pause

    def _queue(self, place: Place) -> _Queue:
        key = (place.channel, place.conversation)
        queue = self._queues.pop(key, None) or _Queue(self._rates)
        self._queues[key] = queue  # the last one used stands last
        while len(self._queues) > self._most:
            self._queues.popitem(last=False)
        return queue


class _Queue:
    """Of one conversation: whose turn it is, and how fast."""

    def __init__(self, rates: Sequence[tuple[int, float]]) -> None:
        self.turn = asyncio.Lock()
        self._limits = [AsyncLimiter(count, seconds) for count, seconds in rates]

    async def at_rate(self) -> None:
        for limit in self._limits:
            await limit.acquire()


def _passes(fault: BaseException) -> bool:
    return isinstance(fault, DeliveryError) and fault.passes

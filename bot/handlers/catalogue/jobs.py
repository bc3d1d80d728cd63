"""Long work on the catalogue: one piece at a time, off the event loop, its progress on a card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bot.cards.batch_progress import progress_card
from bot.channel import Channel, Place, Reply
from bot.delivery.live_card import EVERY, LiveCard, Meter
from bot.errors import BusyError
from bot.locales import Words
from bot.turn import Turn
from bot.worker_queue import WorkerQueue

T = TypeVar("T")

AFTER = 1.0
"""Seconds of work from which on progress is shown."""


class Jobs:
    """Runs work in a queue and shows how far it is."""

    def __init__(self, queue: WorkerQueue, *, every: float = EVERY) -> None:
        """`every`: seconds at least between two changes of a card."""
        self._queue = queue
        self.every = every

    def refuse_if_full(self) -> None:
        """Raise `BusyError` where no more work is taken, before anything is done for it."""
        if self._queue.full:
            raise BusyError("catalogue-busy")

    def card(self, channel: Channel, place: Place, *, message_id: str | None = None) -> LiveCard:
        """A card that changes; `message_id` is of one that stands there already."""
        return LiveCard(channel, place, message_id=message_id, every=self.every)

    def card_of(self, turn: Turn) -> LiveCard:
        """The card whose button was pressed, or a new one."""
        pressed = turn.message.reply_to if turn.message.kind == "action" else None
        return self.card(turn.channel, turn.message.place, message_id=pressed)

    async def run(self, work: Callable[[], T]) -> T:
        """Do something on a worker thread, with nothing shown."""
        return await self._queue.run(work)

    async def show(
        self, live: LiveCard, title: str, work: Callable[[Meter], T], words: Words, *, after: float = AFTER
    ) -> T:
        """Do something on a worker thread, with its progress on a card. Raises `BusyError`."""
        self.refuse_if_full()
        meter = Meter()

        def draw() -> Reply:
            return Reply(title, progress_card(title, *meter.reading, words=words))

        return await live.follow(self._queue.run(lambda: work(meter)), draw, after=after)

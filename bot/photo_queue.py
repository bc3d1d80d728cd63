"""The bounded queue in front of vision: work of the processor, off the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.errors import BusyError
from bot.locales import FALLBACK, words_for

T = TypeVar("T")


class PhotoQueue:
    """Runs work on threads of its own, `workers` at a time, with at most `waiting` more in line."""

    def __init__(self, *, workers: int = 1, waiting: int = 16) -> None:
        if workers < 1 or waiting < 0:
            raise ValueError("workers must be at least 1 and waiting at least 0")
        self._room = workers + waiting
        self._inside = 0
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="vision")

    @property
    def inside(self) -> int:
        """How many pieces of work run or wait."""
        return self._inside

    @property
    def full(self) -> bool:
        """Whether `run` would refuse further work now."""
        return self._inside >= self._room

    async def run(self, work: Callable[[], T]) -> T:
        """Do the work in its turn and return what it returns.

        Raises `BusyError` at once when the queue is full. A caller that is cancelled stops waiting; work that
        runs already runs to its end and keeps its place until then.
        """
        if self.full:
            raise BusyError(words_for(FALLBACK)("busy"))
        self._inside += 1
        loop = asyncio.get_running_loop()
        future = self._threads.submit(work)
        future.add_done_callback(lambda _: self._leave(loop))
        return await asyncio.wrap_future(future)

    def _leave(self, loop: asyncio.AbstractEventLoop) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._left)

    def _left(self) -> None:
        self._inside -= 1

    def close(self) -> None:
        """Drop what waits and wait for what runs. Blocks."""
        self._threads.shutdown(wait=True, cancel_futures=True)

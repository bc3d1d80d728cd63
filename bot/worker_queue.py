"""The bounded queue in front of vision: work of the processor, off the event loop."""

from __future__ import annotations

import asyncio
import contextvars
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.errors import BusyError
from bot.telemetry.traces import past_step

T = TypeVar("T")


PATIENCE = 30.0
"""Seconds that nobody should wait: who would is told to come back."""
_WEIGHT = 0.2
"""Of the latest piece in the running mean."""


class WorkerQueue:
    """Runs work on threads of its own, `workers` at a time, with at most `waiting` more in line.

    The line is also cut where its end would have to wait longer than `patience` seconds, by the time that the
    latest pieces took.
    """

    def __init__(
        self,
        *,
        workers: int = 1,
        waiting: int = 16,
        patience: float = PATIENCE,
        usual: float = 0.3,
    ) -> None:
        """`usual`: seconds that a piece is thought to take as long as none was measured."""
        if workers < 1 or waiting < 0:
            raise ValueError("workers must be at least 1 and waiting at least 0")
        self._workers = workers
        self._patience = patience
        self._seconds = usual
        self._room = workers + waiting
        self._inside = 0
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="vision")

    @property
    def inside(self) -> int:
        """How many pieces of work run or wait."""
        return self._inside

    @property
    def ahead(self) -> int:
        """How many pieces must be done before a further one is begun."""
        return max(self._inside - self._workers + 1, 0)

    @property
    def wait(self) -> float:
        """Estimated seconds until a further piece would begin."""
        return self.ahead * self._seconds / self._workers

    @property
    def full(self) -> bool:
        """Whether `run` would refuse further work now."""
        return self._inside >= self._room or self.wait > self._patience

    async def run(self, work: Callable[[], T]) -> T:
        """Do the work in its turn and return what it returns.

        Raises `BusyError` at once when the queue is full. A caller that is cancelled stops waiting; work that
        runs already runs to its end and keeps its place until then.
        """
        if self.full:
            raise BusyError("busy")
        self._inside += 1
        loop = asyncio.get_running_loop()
        context = contextvars.copy_context()  # so that the work logs and traces as a part of its message
        future = self._threads.submit(context.run, self._timed, work, time.time_ns())
        future.add_done_callback(lambda _: self._leave(loop))
        return await asyncio.wrap_future(future)

    def _timed(self, work: Callable[[], T], entered: int) -> T:
        past_step("queue", entered, time.time_ns())
        began = time.perf_counter()
        try:
            return work()
        finally:
            self._seconds += _WEIGHT * (time.perf_counter() - began - self._seconds)

    def _leave(self, loop: asyncio.AbstractEventLoop) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._left)

    def _left(self) -> None:
        self._inside -= 1

    def close(self) -> None:
        """Drop what waits and wait for what runs. Blocks."""
        self._threads.shutdown(wait=True, cancel_futures=True)

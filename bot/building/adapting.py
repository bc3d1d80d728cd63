"""The bot adapts to its catalogue by itself after large batches, while no photo waits."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import partial

from bot.worker_queue import WorkerQueue
from catalogue.adaptation import Adaptation, EmbedViews, Views
from catalogue.errors import BusyStoreError, CatalogueError
from catalogue.store import Catalogue

log = logging.getLogger(__name__)

ADAPT_SECONDS = 300.0
"""Between two looks whether there was a large batch."""
NICENESS = 15
"""Of 19, for the thread that makes views; 0 leaves its priority."""
_PAUSE = 0.2
"""Seconds between two looks whether photos still wait."""


class PatientViews:
    """Makes views of pictures while no photo waits in the queue."""

    def __init__(self, embed_views: EmbedViews, photos: WorkerQueue) -> None:
        self._embed_views, self._photos = embed_views, photos
        self._stop = threading.Event()

    def __call__(self, picture: bytes, count: int) -> Views:
        """Wait for a quiet moment, then make the views. Raises `CancelledError` after `stop`."""
        while self._photos.inside and not self._stop.is_set():
            self._stop.wait(_PAUSE)
        if self._stop.is_set():
            raise CancelledError
        return self._embed_views(picture, count)

    def stop(self) -> None:
        """Make no more views."""
        self._stop.set()


async def adapt_after_batches(
    catalogue: Catalogue,
    views: PatientViews,
    *,
    after: int,
    seconds: float = ADAPT_SECONDS,
    niceness: int = NICENESS,
) -> None:
    """Now and then, adapt to the catalogue if at least `after` items are new or have other pictures.

    Of several bots on one database, one does it, and the others find it done.
    """
    revision = None
    thread = ThreadPoolExecutor(1, "adapt", initializer=_lower_priority, initargs=(niceness,))
    run = partial(asyncio.get_running_loop().run_in_executor, thread)
    try:
        while True:
            await asyncio.sleep(seconds)
            try:
                now = await run(catalogue.revision)
                if now != revision and await run(catalogue.untried) >= after:
                    _report(await run(catalogue.adapt, views))
                revision = now
            except BusyStoreError:
                continue
            except CatalogueError as fault:
                log.warning("what a photo can't tell apart could not be found out: %s", fault)
            except Exception:  # a bug must not end it for good
                log.exception("adapting failed; the next try is in %.0f s", seconds)
    finally:
        views.stop()
        await asyncio.to_thread(thread.shutdown)


def _report(found: Adaptation) -> None:
    fitted = found.fitted is not None and found.fitted.kept
    log.info(
        "adapted to the catalogue: a photo can tell %d of %d items apart; the verdict is %s",
        found.told_apart,
        found.items,
        "fitted to it" if fitted else "as it was",
    )


def _lower_priority(niceness: int) -> None:
    if niceness and sys.platform == "linux":  # where a thread has a priority of its own
        thread = threading.get_native_id()
        now = os.getpriority(os.PRIO_PROCESS, thread)  # which only root may raise
        os.setpriority(os.PRIO_PROCESS, thread, max(now, niceness))

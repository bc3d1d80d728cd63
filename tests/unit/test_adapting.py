"""The bot adapts by itself after large batches, and a catalogue's own fit serves at once."""

from __future__ import annotations

import asyncio
import threading
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.building.adapting import PatientViews, adapt_after_batches
from bot.worker_queue import WorkerQueue
from catalogue.adaptation import adaptation_of
from catalogue.calibration import Calibration
from catalogue.database import BatchRecord
from catalogue.errors import BusyStoreError
from catalogue.index.port import Entry
from catalogue.items import Item, Picture, Verdict
from catalogue.refit import keep_own, keep_refit, own_of
from catalogue.store import Catalogue
from tests.kit.stores import DIMENSION, build_catalogue

ITEMS = 60
"""Enough for a hundred views of absent items in each half."""


def vector_of(picture: bytes) -> NDArray[np.float32]:
    vector = np.random.default_rng(zlib.crc32(picture)).normal(size=DIMENSION).astype(np.float32)
    return vector / np.linalg.norm(vector)


@dataclass
class NoisyViews:
    """Views that are some way from their picture."""

    vectors: NDArray[np.float32]
    garment_class: str | None = None
    class_confidence: float = 0.0
    mask_confidence: float = 0.9


def embed_views(picture: bytes, count: int) -> NoisyViews:
    rng = np.random.default_rng(zlib.crc32(picture) + 1)
    vectors = vector_of(picture) + rng.normal(size=(count, DIMENSION)).astype(np.float32) / 12
    return NoisyViews(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with closing(build_catalogue(tmp_path)) as opened:
        items = []
        for n in range(ITEMS):
            picture = f"picture {n}".encode()
            key = opened.pictures.put(picture)
            items.append(Item(f"i{n}", f"Item {n}", pictures=(Picture(key, 0),)))
            opened.index.upsert([Entry(key, f"i{n}", None, vector_of(picture))])
        opened.database.write(items, BatchRecord(datetime.now(UTC), "test", ITEMS, 0, 0))
        yield opened


async def until(holds: Callable[[], bool]) -> None:
    for _ in range(3000):
        if holds():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it did not happen within five minutes")


async def test_the_bot_adapts_after_a_large_batch_and_fits_the_verdict(catalogue: Catalogue) -> None:
    views = PatientViews(embed_views, WorkerQueue())
    task = asyncio.create_task(adapt_after_batches(catalogue, views, after=ITEMS, seconds=0.02, niceness=0))
    await until(lambda: adaptation_of(catalogue.notes, catalogue.index.model_id) is not None)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    found = catalogue.status().adaptation
    assert found is not None
    assert (found.items, found.told_apart) == (ITEMS, ITEMS)
    assert found.fitted is not None
    assert found.fitted.kept
    assert found.fitted.after.error < found.fitted.before.error
    assert own_of(catalogue.notes, catalogue.index.model_id) is not None
    assert catalogue.untried() == 0
    with pytest.raises(CancelledError):  # it was stopped with the task
        views(b"picture 1", 1)


async def test_a_small_batch_starts_nothing(catalogue: Catalogue) -> None:
    views = PatientViews(embed_views, WorkerQueue())
    task = asyncio.create_task(adapt_after_batches(catalogue, views, after=ITEMS + 1, seconds=0.01))
    await asyncio.sleep(0.3)
    assert not task.done()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert catalogue.status().adaptation is None
    assert catalogue.untried() == ITEMS


async def test_no_view_is_made_while_a_photo_waits() -> None:
    queue, release = WorkerQueue(), threading.Event()
    views = PatientViews(embed_views, queue)
    photo = asyncio.create_task(queue.run(release.wait))
    await until(lambda: queue.inside > 0)
    made = asyncio.create_task(asyncio.to_thread(views, b"picture", 1))
    await asyncio.sleep(0.5)
    assert not made.done()
    release.set()
    await photo
    assert len((await made).vectors) == 1


def test_two_programs_do_not_adapt_at_once(catalogue: Catalogue) -> None:
    with catalogue.database.adaptations.lock(), pytest.raises(BusyStoreError):
        catalogue.adapt(embed_views)


def test_a_stored_fit_serves_at_once_and_forget_takes_it_back(catalogue: Catalogue) -> None:
    def verdict() -> Verdict:
        return catalogue.search.find(vector_of(b"picture 3")).verdict

    model, notes = catalogue.index.model_id, catalogue.notes
    assert verdict() is Verdict.IN_CATALOGUE
    keep_own(notes, model, Calibration(bias=-90.0))
    assert verdict() is Verdict.NOT_IN_CATALOGUE
    keep_refit(notes, model, Calibration(bias=30.0))  # what people said counts for more
    assert verdict() is Verdict.IN_CATALOGUE
    notes.forget("calibration", model)
    assert catalogue.forget_adaptation()
    assert verdict() is Verdict.IN_CATALOGUE
    assert not catalogue.forget_adaptation()

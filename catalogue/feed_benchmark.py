"""What a run of a feed costs in which little changes: a CSV file with the stock of every SKU.

Real parts throughout: the database, an embedded Chroma, a file in a folder, and the service that runs feeds.
"""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from catalogue.benchmark import classes_of, fill, open_index
from catalogue.database import Database, NewFeed, url_in
from catalogue.errors import StoreError
from catalogue.feeds.service import FeedService, Result, Run
from catalogue.feeds.sources.files import Files
from catalogue.messages import plain_text
from catalogue.modes import Mode
from catalogue.pictures import PictureStore
from catalogue.search import Calibration
from catalogue.store import Catalogue

SIZES = 5
"""Of each item."""
NAME = "bench"
SETTLED = 60.0
"""Seconds of age of a file that nobody is writing any more."""


@dataclass(frozen=True, slots=True)
class FeedCost:
    """What one run of a feed took."""

    skus: int
    changed: int
    """SKUs whose stock differs from the catalogue's."""
    seconds: float
    cpu_seconds: float
    """Of this process alone, which is less if the machine has other work."""


def measure_feed(
    skus: int, shares: tuple[float, ...], *, database_url: str | None = None, folder: Path | None = None
) -> list[FeedCost]:
    """Build a catalogue and run a feed of all its SKUs once for each share that changes (0 to 1).

    Args:
        skus: how many, at five sizes an item; each item has a picture.
        shares: of the SKUs whose stock changes; more than 0.3 would wait for an admin.
        database_url: an empty database; a SQLite file by default. Raises `StoreError` if it isn't empty.
        folder: where the rest is built; a temporary folder by default.
    """
    with TemporaryDirectory(dir=folder, prefix="hangtag-bench-") as name:
        home = Path(name)
        vectors = _vectors(-(-skus // SIZES))
        database = Database.open(url_in(home, database_url))
        with closing(database):
            if database.item_ids(retired=True) or database.ledger.latest(limit=1):
                raise StoreError(plain_text("The database of the benchmark must be empty."))
            with closing(open_index(home, vectors.shape[1])) as index:
                fill(index, database, vectors, classes_of(vectors), sizes=SIZES)
                catalogue = Catalogue(
                    database, index, PictureStore(str(home / "pictures")), calibration=Calibration()
                )
                return [_run(catalogue, home / "feed", share) for share in shares]


def table(costs: list[FeedCost]) -> str:
    """Format the figures with a row for each run."""
    return "\n".join(
        f"feed of {cost.skus:,} SKUs, {cost.changed:,} changed: "
        f"{cost.seconds:.1f} s, of which {cost.cpu_seconds:.1f} s of a CPU"
        for cost in costs
    )


def _run(catalogue: Catalogue, folder: Path, share: float) -> FeedCost:
    """Write a file in which the stock of every so many SKUs is another one, and run the feed."""
    folder.mkdir(exist_ok=True)
    database = catalogue.database
    if not database.feeds.all():
        database.feeds.add(
            NewFeed(name=NAME, source=str(folder), mode=Mode.STOCK, every=timedelta(minutes=15))
        )
    changed = skus = 0
    file = folder / "stock.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(["sku", "location", "on_hand"])
        for item in database.each_item():
            for variant in item.variants:
                is_changed = share > 0 and skus % round(1 / share) == 0
                rows.writerow([variant.sku, "Main", variant.on_hand + is_changed])
                skus, changed = skus + 1, changed + is_changed
    made = datetime.now(UTC).timestamp() - SETTLED
    os.utime(file, (made, made))
    service = FeedService(catalogue, _no_pictures, lambda feed: Files(feed.source))
    run, seconds, cpu_seconds = _timed(lambda: service.run(NAME))
    wanted = Result.APPLIED if changed else Result.CONFIRMED
    if run.result is not wanted:
        raise StoreError(run.feed.state.fault or plain_text(f"The feed is {run.result}."))
    return FeedCost(skus, changed, seconds, cpu_seconds)


def _timed(what: Callable[[], Run]) -> tuple[Run, float, float]:
    began, cpu_began = time.perf_counter(), time.process_time()
    run = what()
    return run, time.perf_counter() - began, time.process_time() - cpu_began


def _vectors(count: int) -> NDArray[np.float32]:
    vectors = np.random.default_rng(0).normal(size=(count, 384)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def _no_pictures(files: list[bytes]) -> NDArray[np.float32]:
    raise AssertionError("a feed of stock embeds no pictures")

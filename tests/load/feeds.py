"""A warehouse system that writes its stock every few seconds, and whether all of it arrives."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from catalogue.database import Database, NewFeed, url_in
from catalogue.modes import Mode

NAME = "WMS"
LOCATION = "Warehouse"
EVERY = 10.0
"""Seconds between two files."""
CHANGED = 100
"""Of so many SKUs, one changes from file to file."""
SETTLED = 6.0
"""Seconds that a file is dated back: one that was changed just now would be left for later."""
PATIENCE = 120.0
"""Seconds after which figures that aren't in the catalogue are lost."""
SIZES = 5


def items_csv(skus: int) -> bytes:
    """A batch with so many SKUs, to which the feed brings stock."""
    rows = (f"W-{n // SIZES},Warehouse item {n // SIZES},{_sku(n)},{LOCATION},{5}" for n in range(skus))
    return "\n".join(["item,title,sku,location,on_hand", *rows]).encode()


@dataclass(slots=True)
class Warehouse:
    """Writes files, and watches the bot's database for their figures."""

    home: Path
    skus: int
    written: list[datetime] = field(default_factory=list)
    """As what each file's figures are dated."""
    seconds: list[float] = field(default_factory=list)
    """From each file to its figures in the catalogue, of those that a later one didn't overtake."""

    async def deliver(self, goes_on: Callable[[], bool]) -> None:
        """Add the feed, write a file every ten seconds, and wait for the last one's figures."""
        folder = self.home / "warehouse"
        folder.mkdir()
        with closing(Database.open(url_in(self.home))) as database:
            every = timedelta(seconds=EVERY)
            database.feeds.add(NewFeed(name=NAME, source=str(folder), mode=Mode.STOCK, every=every))
            began: dict[datetime, float] = {}
            due = time.perf_counter()
            while goes_on() or time.perf_counter() < due:
                if goes_on() and time.perf_counter() >= due:
                    began[await asyncio.to_thread(self._write, folder)] = time.perf_counter()
                    due += EVERY
                await self._note(database, began)
            patience = time.perf_counter() + PATIENCE
            while self.written[-1] in began and time.perf_counter() < patience:
                await self._note(database, began)

    def report(self) -> dict[str, Any]:
        """What came of it. `lost` counts SKUs whose stock isn't that of the last file."""
        with closing(Database.open(url_in(self.home))) as database:
            feed = database.feeds.get(NAME)
            stock = {
                variant.sku: variant.on_hand for item in database.each_item() for variant in item.variants
            }
        last = len(self.written) - 1
        times = sorted(self.seconds)
        return {
            "skus": self.skus,
            "files": len(self.written),
            "arrived": len(times),
            "overtaken": len(self.written) - len(times),
            "lost": sum(stock[_sku(n)] != _on_hand(n, last) for n in range(self.skus)),
            "failures": feed.state.failures,
            "seconds": {"median": round(times[len(times) // 2], 1), "most": round(times[-1], 1)}
            if times
            else None,
        }

    async def _note(self, database: Database, began: dict[datetime, float]) -> None:
        """Note how long the figures took that the catalogue has now; older files were overtaken."""
        as_of = (await asyncio.to_thread(database.feeds.get, NAME)).state.as_of
        if as_of in began:
            self.seconds.append(time.perf_counter() - began[as_of])
            for written in [one for one in began if one <= as_of]:
                del began[written]
        await asyncio.sleep(0.25)

    def _write(self, folder: Path) -> datetime:
        number = len(self.written)
        rows = (f"{_sku(n)},{LOCATION},{_on_hand(n, number)}" for n in range(self.skus))
        part = folder / "stock.csv.part"
        part.write_text("\n".join(["sku,location,on_hand", *rows]) + "\n", "utf-8")
        made = round(time.time() - SETTLED)
        os.utime(part, (made, made))
        part.rename(folder / "stock.csv")
        self.written.append(datetime.fromtimestamp(made, UTC))
        return self.written[-1]


def _sku(number: int) -> str:
    return f"W-{number // SIZES}-{number % SIZES}"


def _on_hand(number: int, file: int) -> int:
    """One SKU in a hundred differs from the file before it, another one each time."""
    return 5 + (file - number % CHANGED + CHANGED) // CHANGED

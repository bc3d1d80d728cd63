"""Feeds for tests: a catalogue with stock, a folder that a feed reads, and the service that runs it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from catalogue.database import Feed, NewFeed
from catalogue.feeds.service import FeedService, Run
from catalogue.feeds.sources import Source
from catalogue.feeds.sources.files import Files
from catalogue.modes import Mode
from catalogue.store import Catalogue
from tests.kit.stores import toy_embed

QUARTER = timedelta(minutes=15)
HEADER = "sku,location,on_hand"


def new_feed(name: str = "WMS", source: str = "", **fields: Any) -> NewFeed:
    """A feed of stock that runs every quarter of an hour."""
    usual: dict[str, Any] = {"mode": Mode.STOCK, "every": QUARTER}
    return NewFeed(name=name, source=source, **(usual | fields))


def stock_file(counts: Sequence[tuple[str, int]], *, location: str = "Hall A") -> str:
    """A CSV file with a row for each SKU."""
    return "\n".join([HEADER, *(f"{sku},{location},{count}" for sku, count in counts)]) + "\n"


def shop_rows(skus: int, on_hand: int = 5) -> bytes:
    """A batch of so many items with a SKU each: `S-0`, `S-1`, …"""
    lines = [f"I-{n},Item {n},S-{n},Hall A,{on_hand}" for n in range(skus)]
    return "\n".join(["item,title,sku,location,on_hand", *lines]).encode()


def counts(skus: int, on_hand: int = 5, **others: int) -> list[tuple[str, int]]:
    """So many SKUs with that stock; others by name, with `_` for the hyphen."""
    usual = {f"S-{n}": on_hand for n in range(skus)}
    return list((usual | {name.replace("_", "-"): count for name, count in others.items()}).items())


@dataclass(slots=True)
class Clock:
    """A clock that a test sets."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __call__(self) -> datetime:
        return self.now


@dataclass(slots=True)
class FedShop:
    """A catalogue, a folder, and a feed of the newest file in it."""

    catalogue: Catalogue
    folder: Path
    clock: Clock = field(default_factory=Clock)
    open_source: Callable[[Feed], Source] | None = None

    def add(self, **fields: Any) -> Feed:
        """Add the feed `WMS`, of this folder if nothing else is said."""
        return self.catalogue.database.feeds.add(new_feed(**({"source": str(self.folder)} | fields)))

    def put(self, content: str | bytes, *, name: str = "stock.csv", age: float = 60.0) -> Path:
        """Put a file into the folder, made so many seconds ago."""
        self.folder.mkdir(exist_ok=True)
        file = self.folder / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        made = datetime.now(UTC).timestamp() - age
        os.utime(file, (made, made))
        return file

    @property
    def service(self) -> FeedService:
        """What runs it."""
        opened = self.open_source or (lambda feed: Files(feed.source))
        return FeedService(self.catalogue, toy_embed, opened, now=self.clock)

    def run(self, **options: Any) -> Run:
        """Run it once."""
        return self.service.run("WMS", **options)

    def on_hand(self, sku: str) -> int:
        """How many pieces there are of a SKU."""
        item = self.catalogue.stock.find(sku)
        return next(variant.on_hand for variant in item.variants if variant.sku == sku)

    def feed(self) -> Feed:
        """How it stands."""
        return self.catalogue.database.feeds.get("WMS")

"""How quickly a bot answers many at once, and what it costs: `python -m tests.load --help`.

A bot process answers a fake Microsoft cloud on this machine, which shares its processors. Measured is the
time from the POST of a message to the reply that stands in the chat. People talk at random moments; photos of
12 megapixels come at a steady rate, and perhaps a feed's files. Every message is either answered, refused
(told to come back) or lost. Prints JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import cv2
import numpy as np

from bot.building.opening import open_catalogue, open_pipeline
from bot.settings import Settings
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.photos import jpeg
from tests.kit.shop import GARMENTS, phone_photo, write_batch
from tests.load.chat import Chat, Outcome, photograph, saturate, talk
from tests.load.feeds import Warehouse, items_csv
from tests.load.process import BotProcess, bot

MEGAPIXELS_12 = (3000, 4000)
"""Width and height of a phone's photo."""
PARTS = 10
"""Memory is looked at so many times along the way."""


async def load(home: Path, asked: argparse.Namespace) -> dict[str, Any]:
    """What was asked for, one after the other: the usual load, or what it can take and a multiple of that."""
    async with FakeMicrosoft() as cloud, aiohttp.ClientSession() as session:
        for number, item in enumerate(GARMENTS):
            large = cv2.resize(phone_photo(item, seed=number), MEGAPIXELS_12, interpolation=cv2.INTER_CUBIC)
            cloud.files[f"photo-{number}"] = jpeg(np.asarray(large, np.uint8))
        async with bot(home, cloud) as process, listening(cloud, session, process) as chat:
            await talk(chat, 0, _once(), pause=0.01)  # the first answer waits for much that is loaded late
            chat.outcomes.clear()
            if not asked.overload:
                warehouse = Warehouse(home, asked.feed) if asked.feed else None
                return await run(chat, process, asked, photos=asked.photos, warehouse=warehouse)
            limit = await run(chat, process, asked, photos=None)
            rate = asked.overload * limit["photos"]["a_second"]
            return {"can_take": limit, "overload": await run(chat, process, asked, photos=rate)}


async def run(
    chat: Chat,
    process: BotProcess,
    asked: argparse.Namespace,
    *,
    photos: float | None,
    warehouse: Warehouse | None = None,
) -> dict[str, Any]:
    """Load the bot for a while; `photos` a second, or as many as it answers where that is None."""
    chat.outcomes.clear()
    began, worked = time.perf_counter(), process.seconds()
    memory = Memory(process)

    def done() -> float:
        """The share of the run that is over, 0 to 1 and more."""
        if asked.messages:
            return float(len(chat.outcomes) / asked.messages)
        return float((time.perf_counter() - began) / asked.seconds)

    def goes_on() -> bool:
        return done() < 1

    async with asyncio.TaskGroup() as all_of_it:
        watching = all_of_it.create_task(memory.watch(done))
        async with asyncio.TaskGroup() as everybody:
            for number in range(asked.people):
                everybody.create_task(talk(chat, number, goes_on, pause=asked.pause))
            if photos is None:
                everybody.create_task(saturate(chat, goes_on))
            if warehouse is not None:
                everybody.create_task(warehouse.deliver(goes_on))
            if photos:
                everybody.create_task(photograph(chat, goes_on, rate=photos))
        lasted = time.perf_counter() - began
        watching.cancel()
    memory.look()
    of = {kind: [one for one in chat.outcomes if one.kind == kind] for kind in ("message", "photo")}
    return {
        **({} if warehouse is None else {"feed": warehouse.report()}),
        "people": asked.people,
        "photos_offered_a_second": None if photos is None else round(photos, 2),
        "seconds": round(lasted, 1),
        "messages": _told(of["message"], lasted),
        "photos": _told(of["photo"], lasted),
        "sent": len(chat.outcomes),
        "lost": sum(one.end == "lost" for one in chat.outcomes),
        "processor_ms_each": round(1000 * (process.seconds() - worked) / max(1, len(chat.outcomes))),
        "memory_mb": [round(mb) for mb in memory.seen],
    }


class Memory:
    """What the bot holds, before, along the way at equal steps, and after."""

    def __init__(self, process: BotProcess) -> None:
        self._process = process
        self.seen: list[float] = []
        self.look()

    def look(self) -> None:
        """Note it."""
        self.seen.append(self._process.memory_mb())

    async def watch(self, done: Callable[[], float]) -> None:
        """Note it after each tenth but the last."""
        while (part := len(self.seen)) < PARTS:
            if done() >= part / PARTS:
                self.look()
            await asyncio.sleep(0.05)


@asynccontextmanager
async def listening(
    cloud: FakeMicrosoft, session: aiohttp.ClientSession, process: BotProcess
) -> AsyncIterator[Chat]:
    """A chat with the bot."""
    chat = Chat(cloud, session, process.port)
    listener = asyncio.create_task(chat.listen())
    try:
        yield chat
    finally:
        listener.cancel()


def _once() -> Callable[[], bool]:
    left = iter([True])
    return lambda: next(left, False)


def _told(outcomes: Sequence[Outcome], lasted: float) -> dict[str, Any] | None:
    if not outcomes:
        return None
    answered, refused = (
        sorted(one.ms for one in outcomes if one.end == end) for end in ("answered", "refused")
    )
    return {
        "answered": len(answered),
        "refused": len(refused),
        "a_second": round(len(answered) / lasted, 2),
        "ms": _percentiles(answered),
        "ms_until_refused": _percentiles(refused),
    }


def _percentiles(times: Sequence[float]) -> dict[str, float] | None:
    """Of sorted milliseconds."""
    if not times:
        return None
    at = {"p50": 0.50, "p95": 0.95, "p99": 0.99}
    return {name: round(times[min(len(times) - 1, int(share * len(times)))], 1) for name, share in at.items()}


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--people", type=int, default=0, help="who talk at once")
    parser.add_argument(
        "--pause", type=float, default=4.0, help="seconds between two messages of a person, on average"
    )
    parser.add_argument("--photos", type=float, default=0.0, help="a second, beside those who talk")
    parser.add_argument("--seconds", type=float, default=20.0, help="how long")
    parser.add_argument(
        "--messages",
        type=int,
        default=0,
        help="go on until so many, photos among them, in place of --seconds",
    )
    parser.add_argument(
        "--feed", type=int, default=0, help="SKUs whose stock a file brings every ten seconds, 1%% of it new"
    )
    parser.add_argument(
        "--overload",
        type=float,
        default=0.0,
        help="find out how many photos a second it can take,\nthen send so many times as many",
    )
    return parser.parse_args()


def main() -> None:
    """Make a small shop, load a bot with it, and print what came of it."""
    asked = arguments()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        settings = Settings(_env_file=None, home=home)  # type: ignore[call-arg]
        pipeline = open_pipeline(settings)
        with open_catalogue(settings, pipeline) as catalogue:
            catalogue.import_batch(write_batch(home / "shop.zip"), pipeline.embed_pictures)
            if asked.feed:
                catalogue.import_batch(items_csv(asked.feed), pipeline.embed_pictures, name="items.csv")
        del pipeline
        print(json.dumps(asyncio.run(load(home, asked)), indent=2))


if __name__ == "__main__":
    main()

"""How quickly a bot answers many at once: `python -m tests.load [--people 50] [--photos 4]`.

A bot process answers a fake Microsoft cloud on this machine, which shares its processors. Measured is the
time from the POST of a message to the reply that stands in the chat. People talk at random moments, each
every few seconds, as people do; photos of 12 megapixels come at a steady rate. Prints JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import cv2
import numpy as np

from bot.app import open_catalogue, open_eyes
from bot.settings import Settings
from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.photos import jpeg
from tests.shop import GARMENTS, phone_photo, write_batch

QUESTIONS = (
    "stock JEANS-M",
    "how many in S?",
    "where is it",
    "what is low in dresses",
    "how many of the hoodie-grey in M at the shop",
    "which jackets are sold out",
    "find striped",
    "price?",
    "thanks",
)
MEGAPIXELS_12 = (3000, 4000)
"""Width and height of a phone's photo."""
PAUSE = 4.0
"""Seconds between two messages of one person, on average."""


class Chat:
    """Sends messages and takes the time until each is answered; a conversation for every message's answer."""

    def __init__(self, cloud: FakeMicrosoft, session: aiohttp.ClientSession, port: int) -> None:
        self._cloud, self._session = cloud, session
        self._url = f"http://127.0.0.1:{port}/api/messages"
        self._headers = {"Authorization": f"Bearer {cloud.token_for_bot()}"}
        self._seen = 0
        self._waiting: dict[str, asyncio.Future[float]] = {}
        self.sent = 0

    async def listen(self) -> None:
        """Tell whoever waits of what came."""
        while True:
            new, self._seen = self._cloud.delivered[self._seen :], len(self._cloud.delivered)
            for request in new:
                place = str(request.activity.get("conversation", {}).get("id", ""))
                if request.activity.get("type") == "message" and (waiting := self._waiting.pop(place, None)):
                    waiting.set_result(time.perf_counter())
            await asyncio.sleep(0.002)

    async def say(self, activity: dict[str, Any], conversation: str, person: str) -> float:
        """Milliseconds until the answer; raises `TimeoutError` after a minute."""
        place = {**activity["conversation"], "id": conversation}
        sender = {**activity["from"], "id": f"29:{person}", "aadObjectId": person}
        waiting = self._waiting[conversation] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        self.sent += 1
        whole = {**activity, "conversation": place, "from": sender}
        async with self._session.post(self._url, json=whole, headers=self._headers) as response:
            response.raise_for_status()
        answered: float = await asyncio.wait_for(waiting, 60)
        return 1000 * (answered - began)


async def talk(chat: Chat, cloud: FakeMicrosoft, number: int, until: float) -> list[float]:
    """One person's messages, each when the last is answered and a while has passed."""
    chance, took = random.Random(number), []
    person = f"00000000-0000-4000-8000-{number:012d}"
    await asyncio.sleep(chance.uniform(0, PAUSE))
    while time.perf_counter() < until:
        asked = activities.words(cloud.service_url, chance.choice(QUESTIONS), locale="en-US")
        took.append(await chat.say(asked, f"a:{number}", person))
        await asyncio.sleep(chance.expovariate(1 / PAUSE))
    return took


async def photograph(chat: Chat, cloud: FakeMicrosoft, rate: float, until: float) -> list[float]:
    """Photos at a steady rate, each in a conversation of its own, whether or not the last is answered."""
    asked: list[asyncio.Task[float]] = []
    while time.perf_counter() < until:
        photo = activities.inline_photo(cloud.service_url, f"photo-{len(asked) % len(GARMENTS)}")
        sent = activities.photos(cloud.service_url, photo)
        asked.append(asyncio.create_task(chat.say(sent, f"p:{len(asked)}", f"photographer-{len(asked)}")))
        await asyncio.sleep(1 / rate)
    return list(await asyncio.gather(*asked))


@asynccontextmanager
async def bot(home: Path, cloud: FakeMicrosoft) -> AsyncIterator[tuple[int, int]]:
    """A bot process that is ready; gives its port and its number."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "tests.fakes.bot_process", str(home), str(port), cloud.url)
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, env=os.environ | {"HANGTAG_LOG_LEVEL": "WARNING"}
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(120):
            assert await process.stdout.readline() == b"ready\n"
        yield port, process.pid
    finally:
        process.terminate()
        await process.wait()


def resident_mb(process: int) -> float:
    """Memory that a process holds, in MB (Linux)."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


async def load(home: Path, *, people: int, seconds: float, photos: float) -> dict[str, Any]:
    """The times of all messages, in milliseconds, and the bot's memory before and after, in MB."""
    async with FakeMicrosoft() as cloud, aiohttp.ClientSession() as session:
        for number, item in enumerate(GARMENTS):
            large = cv2.resize(phone_photo(item, seed=number), MEGAPIXELS_12, interpolation=cv2.INTER_CUBIC)
            cloud.files[f"photo-{number}"] = jpeg(np.asarray(large, np.uint8))
        async with bot(home, cloud) as (port, number_of_bot):
            chat = Chat(cloud, session, port)
            listening = asyncio.create_task(chat.listen())
            await chat.say(activities.words(cloud.service_url, "stock JEANS-M"), "a:warm", "warm")
            before = resident_mb(number_of_bot)
            until = time.perf_counter() + seconds
            talking = [talk(chat, cloud, number, until) for number in range(people)]
            photographing = [photograph(chat, cloud, photos, until)] if photos else []
            began = time.perf_counter()
            took = await asyncio.gather(*talking, *photographing)
            lasted = time.perf_counter() - began
            listening.cancel()
            after = resident_mb(number_of_bot)
    said = sorted(ms for each in took[:people] for ms in each)
    seen = sorted(ms for each in took[people:] for ms in each)
    return {
        "people": people,
        "seconds": round(lasted, 1),
        "messages": _told(said, lasted),
        "photos": _told(seen, lasted),
        "answered": len(said) + len(seen),
        "sent": chat.sent - 1,
        "memory_mb": {"before": round(before), "after": round(after)},
    }


def _told(times: list[float], lasted: float) -> dict[str, float] | None:
    if not times:
        return None
    at = {"p50": 0.50, "p95": 0.95, "p99": 0.99}
    percentiles = {
        name: round(times[min(len(times) - 1, int(share * len(times)))], 1) for name, share in at.items()
    }
    return {
        "count": len(times),
        "a_second": round(len(times) / lasted, 2),
        **percentiles,
        "mean": round(statistics.mean(times), 1),
    }


def main() -> None:
    """Make a small shop, load a bot with it, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--people", type=int, default=50, help="who talk at once")
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--photos", type=float, default=0.0, help="a second, beside those who talk")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        settings = Settings(_env_file=None, home=home)  # type: ignore[call-arg]
        eyes = open_eyes(settings)
        with open_catalogue(settings, eyes) as catalogue:
            catalogue.import_batch(write_batch(home / "shop.zip"), eyes.embed_pictures)
        found = asyncio.run(load(home, people=asked.people, seconds=asked.seconds, photos=asked.photos))
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()

"""People who talk and photograph, and take the time until each message is answered."""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import aiohttp

from bot.locales import words_for
from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.shop import GARMENTS

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
PATIENCE = 120.0
"""Seconds after which a message that has no answer is lost."""
BUSY = words_for("en")("busy")

End = Literal["answered", "refused", "lost"]
"""`refused`: told to come back, in the chat or by the status of the request."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message."""

    kind: Literal["message", "photo"]
    end: End
    ms: float
    """From the POST to the answer that stands in the chat."""


@dataclass(slots=True)
class _Waiting:
    kind: Literal["message", "photo"]
    answered: asyncio.Future[tuple[float, str]]


class Chat:
    """Sends messages, each in a conversation where no other waits, and watches what comes back."""

    def __init__(self, cloud: FakeMicrosoft, session: aiohttp.ClientSession, port: int) -> None:
        self.cloud, self._session = cloud, session
        self._url = f"http://127.0.0.1:{port}/api/messages"
        self._headers = {"Authorization": f"Bearer {cloud.token_for_bot()}"}
        self._seen = 0
        self._waiting: dict[str, _Waiting] = {}
        self.outcomes: list[Outcome] = []

    async def listen(self) -> None:
        """Tell whoever waits of what came."""
        while True:
            new, self._seen = self.cloud.delivered[self._seen :], len(self.cloud.delivered)
            for request in new:
                place = str(request.activity.get("conversation", {}).get("id", ""))
                waiting = self._waiting.get(place)
                if waiting is not None and _is_answer(request.activity, waiting.kind):
                    del self._waiting[place]
                    waiting.answered.set_result((time.perf_counter(), json.dumps(request.activity)))
            await asyncio.sleep(0.002)

    async def say(
        self, activity: dict[str, Any], conversation: str, person: str, kind: Literal["message", "photo"]
    ) -> None:
        """Send a message and note what becomes of it."""
        place = {**activity["conversation"], "id": conversation}
        sender = {**activity["from"], "id": f"29:{person}", "aadObjectId": person}
        answered = asyncio.get_running_loop().create_future()
        self._waiting[conversation] = _Waiting(kind, answered)
        began = time.perf_counter()
        whole = {**activity, "conversation": place, "from": sender, "locale": "en-US"}
        end: End = "lost"
        ended = began
        try:
            async with self._session.post(self._url, json=whole, headers=self._headers) as response:
                if response.status == 503:
                    end, ended = "refused", time.perf_counter()
                response.raise_for_status()
            ended, said = await asyncio.wait_for(answered, PATIENCE)
            end = "refused" if BUSY in said else "answered"
        except (TimeoutError, aiohttp.ClientError):
            self._waiting.pop(conversation, None)
        self.outcomes.append(Outcome(kind, end, 1000 * (ended - began)))


def _is_answer(activity: Any, kind: str) -> bool:
    """Not the sign of typing; nor, for a photo, the word that others are before it, which has no card."""
    return activity.get("type") == "message" and (kind == "message" or bool(activity.get("attachments")))


async def talk(chat: Chat, number: int, goes_on: Callable[[], bool], *, pause: float) -> None:
    """One person's messages, each when the last is answered and a while has passed, `pause` s on average."""
    chance = random.Random(number)
    person = f"00000000-0000-4000-8000-{number:012d}"
    await asyncio.sleep(chance.uniform(0, pause))
    while goes_on():
        asked = activities.words(chat.cloud.service_url, chance.choice(QUESTIONS))
        await chat.say(asked, f"a:{number}", person, "message")
        await asyncio.sleep(chance.expovariate(1 / pause))


async def photograph(chat: Chat, goes_on: Callable[[], bool], *, rate: float) -> None:
    """Photos at a steady rate, each in a conversation of its own, whether or not the last is answered."""
    async with asyncio.TaskGroup() as photos:
        due = time.perf_counter()
        while goes_on():
            photos.create_task(_photo(chat))
            due += 1 / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))


async def saturate(chat: Chat, goes_on: Callable[[], bool], *, at_once: int = 6) -> None:
    """Photos as fast as they are answered: so many are always on their way."""

    async def one_after_another() -> None:
        while goes_on():
            await _photo(chat)

    async with asyncio.TaskGroup() as photos:
        for _ in range(at_once):
            photos.create_task(one_after_another())


_numbers = itertools.count()


async def _photo(chat: Chat) -> None:
    number = next(_numbers)
    photo = activities.inline_photo(chat.cloud.service_url, f"photo-{number % len(GARMENTS)}")
    sent = activities.photos(chat.cloud.service_url, photo)
    person = f"00000000-0000-4000-9000-{number:012d}"
    await chat.say(sent, f"p:{number}", person, "photo")

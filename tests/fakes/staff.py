"""People at their phones, and the bot process that answers them: what is said, and what comes back for it.

Each chat keeps book of how many messages and updates its answers must come to, so that `settled` can tell
whether each was answered once, and each process of what its metrics must say.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from tests.fakes import activities
from tests.fakes.microsoft import TENANT, Delivered, FakeMicrosoft

SECONDS = 60.0
"""In which an answer must come."""


@dataclass(slots=True)
class BotProcess:
    """A bot of its own process, which can be stopped, killed and started again."""

    cloud: FakeMicrosoft
    home: Path
    settings: Mapping[str, str]
    """`HANGTAG_…` for its environment."""
    log: Path
    tally: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Kind and outcome of what it has answered since it was started."""
    photos: int = 0
    """Photos that it has looked at since."""
    _port: int = 0
    _process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Returns once it answers."""
        self.tally, self.photos = Counter(), 0
        if not self._port:
            with socket.create_server(("127.0.0.1", 0)) as free:
                self._port = free.getsockname()[1]
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.fakes.bot_process"),
                *(str(self.home), str(self._port), self.cloud.url, self.cloud.login_url),
                env=self._environment(),
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
        assert self._process.stdout is not None
        async with asyncio.timeout(90):
            assert await self._process.stdout.readline() == b"ready\n", self.log.read_text("utf-8")

    def tell(self, told: signal.Signals) -> None:
        """SIGTERM is a stop, SIGKILL a crash."""
        assert self._process is not None
        self._process.send_signal(told)

    async def gone(self) -> tuple[int, float]:
        """Its exit status, and how many seconds that took."""
        assert self._process is not None
        began = time.monotonic()
        async with asyncio.timeout(SECONDS):
            status = await self._process.wait()
        return status, time.monotonic() - began

    async def end(self) -> None:
        """Let it go, whatever it does."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def hangtag(self, *arguments: str) -> str:
        """What the command line says with the same settings; it must be content."""
        command = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            env=self._environment() | {"HANGTAG_HOME": str(self.home)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await command.communicate()
        assert command.returncode == 0, said.decode()
        return said.decode()

    async def post(
        self, session: aiohttp.ClientSession, activity: Mapping[str, Any], *, token: str = ""
    ) -> tuple[int, Any]:
        """Deliver an activity as Microsoft does; status and body of the answer, 0 where nobody is there."""
        headers = {"Authorization": f"Bearer {token or self.cloud.token_for_bot()}"}
        try:
            async with session.post(self._url("/api/messages"), json=activity, headers=headers) as response:
                is_json = response.content_type == "application/json"
                return response.status, await response.json() if is_json else None
        except aiohttp.ClientError:
            return 0, None

    async def get(self, session: aiohttp.ClientSession, path: str) -> bytes:
        """What lies behind a link of a card."""
        async with session.get(self._url(path)) as response:
            response.raise_for_status()
            return await response.read()

    async def counted(self, session: aiohttp.ClientSession) -> tuple[Counter[tuple[str, str]], int]:
        """Kind and outcome of the messages, and the number of photos, as its metrics tell them."""
        page = (await self.get(session, "/metrics")).decode()
        messages: Counter[tuple[str, str]] = Counter()
        photos = 0
        for family in text_string_to_metric_families(page):
            for sample in family.samples:
                if sample.name == "hangtag_messages_total":
                    messages[sample.labels["kind"], sample.labels["outcome"]] += int(sample.value)
                elif sample.name in ("hangtag_photos_total", "hangtag_photo_faults_total"):
                    photos += int(sample.value)
        return messages, photos

    async def agrees(self, session: aiohttp.ClientSession) -> None:
        """Its metrics tell what it was asked; the last figure may come a moment after the answer."""
        deadline = time.monotonic() + 5
        while (told := await self.counted(session)) != (self.tally, self.photos):
            assert time.monotonic() < deadline, (told, self.tally, self.photos)
            await asyncio.sleep(0.05)

    def logged(self) -> list[dict[str, Any]]:
        """Its log, line by line; each must be JSON."""
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]

    def _url(self, path: str) -> str:
        return f"http://127.0.0.1:{self._port}{path}"

    def _environment(self) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith("HANGTAG_")}
        return own | dict(self.settings)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the shop, as Entra knows them."""

    name: str
    object_id: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A message that stands in the chat, as it was when it was read."""

    id: str
    activity: Mapping[str, Any]

    @property
    def said(self) -> str:
        """All of it, as JSON."""
        return json.dumps(self.activity, ensure_ascii=False)

    @property
    def words(self) -> str:
        """What its notification shows."""
        return str(self.activity.get("summary") or self.activity.get("text"))

    def button(self, title: str) -> Mapping[str, Any]:
        """The first button of that title, wherever on the card."""
        found = [one for one in _objects(self.activity) if one.get("title") == title and "verb" in one]
        assert found, f"no button {title!r} on {self.said}"
        return found[0]

    def link(self) -> str:
        """The path that its first download leads to."""
        (address,) = [one["url"] for one in _objects(self.activity) if one.get("type") == "Action.OpenUrl"]
        return "/" + str(address).partition("://")[2].partition("/")[2]

    def seen(self) -> Any:
        """What a person sees of it: without addresses, and what buttons carry."""
        return _without(self.activity.get("attachments"), {"url", "data"})


@dataclass(slots=True)
class Book:
    """What must stand in a conversation."""

    messages: int = 0
    updates: int = 0
    """But for those of cards that show progress."""
    progress: set[str] = field(default_factory=set)
    """Ids of such cards."""
    read: set[str] = field(default_factory=set)


class Chat:
    """A conversation with the bot, and one person at the phone."""

    def __init__(
        self,
        bot: BotProcess,
        session: aiohttp.ClientSession,
        person: Person,
        *,
        conversation: str = "",
        kind: str = "personal",
        book: Book | None = None,
    ) -> None:
        self.bot = bot
        self.book = book or Book()
        self._cloud = bot.cloud
        self._session = session
        self._person = person
        self._id = conversation or f"a:{person.name}"
        self._kind = kind

    def of(self, person: Person) -> Chat:
        """The same conversation, at the phone of another one."""
        return Chat(self.bot, self._session, person, conversation=self._id, kind=self._kind, book=self.book)

    # What one does

    async def say(self, text: str, outcome: str = "ok", **fields: Any) -> Answer:
        """Type something; the answer is one new message."""
        return await self._answered(activities.words(self._cloud.service_url, text, **fields), outcome)

    async def photograph(self, *names: str, outcome: str = "ok") -> Answer:
        """Send files of the cloud as photos, whose answer is one new message."""
        return await self._answered(self._photos(names), outcome)

    async def send_file(self, name: str, content: bytes, text: str, words: str) -> Answer:
        """Attach a file; the answer is a new message, which may show progress until it says so."""
        self._cloud.files[name] = content
        file = activities.shared_file(f"{self._cloud.url}/sharepoint/{name}", name)
        await self.post(activities.photos(self._cloud.service_url, file, text=text), "ok")
        return await self.hears(words)

    async def work(self, text: str, words: str) -> Answer:
        """Type something that takes its time, answered in the same way."""
        await self.post(activities.words(self._cloud.service_url, text), "ok")
        return await self.hears(words)

    async def press(self, answer: Answer, title: str, **filled: str) -> Answer:
        """Press a button whose answer is a new message."""
        return await self._answered(self._pressed(answer, title, filled), "ok")

    async def press_refused(self, answer: Answer, title: str, **filled: str) -> Answer:
        """Press a button that is another's."""
        return await self._answered(self._pressed(answer, title, filled), "fault")

    async def press_replaced(self, answer: Answer, title: str, **filled: str) -> Answer:
        """Press a button whose answer takes the card's place."""
        before = self._updated()
        self.book.updates += 1
        await self.post(self._pressed(answer, title, filled), "ok")
        await self._until(lambda: self._updated() > before)
        return self.stands(answer.id)

    async def fill_in(self, form: Answer, button: str, filled: Mapping[str, str], words: str) -> Answer:
        """Press the button of a form, whose place is taken, and follow the new message to these words."""
        self.book.updates += 1
        await self.post(self._pressed(form, button, filled), "ok")
        return await self.hears(words)

    async def press_and_follow(self, answer: Answer, title: str, words: str) -> Answer:
        """Press a button of a batch, whose card shows progress until it says so."""
        self.book.progress.add(answer.id)
        await self.post(self._pressed(answer, title, {}), "ok")
        await self._until(lambda: words in self.stands(answer.id).said)
        return self.stands(answer.id)

    async def look_up(self, words: str) -> list[str]:
        """Search from beside the message box: the titles that are listed."""
        value = {
            "commandId": "find",
            "parameters": [{"name": "words", "value": words}],
            "queryOptions": {"skip": 0, "count": 25},
        }
        sent = activities.activity(
            "invoke", self._cloud.service_url, name="composeExtension/query", value=value
        )
        self.bot.tally["search", "ok"] += 1
        status, body = await self.bot.post(self._session, self._mine(sent))
        assert status == 200
        return [one["preview"]["content"]["title"] for one in body["composeExtension"]["attachments"]]

    # The same, with nobody waiting

    def asks(self, text: str) -> dict[str, Any]:
        """Words of one's own, to be posted."""
        return self._mine(activities.words(self._cloud.service_url, text))

    def shows(self, *names: str) -> dict[str, Any]:
        """Photos, to be posted."""
        return self._mine(self._photos(names))

    def presses(self, answer: Answer, title: str) -> dict[str, Any]:
        """A pressed button, to be posted."""
        return self._mine(self._pressed(answer, title, {}))

    async def post(self, activity: Mapping[str, Any], outcome: str) -> None:
        """Deliver it, and count what the bot must count."""
        self.bot.tally["action" if _is_press(activity) else "message", outcome] += 1
        self.bot.photos += _photos_in(activity)
        status, _ = await self.bot.post(self._session, self._mine(activity))
        assert status == (200 if activity["type"] == "invoke" else 202)

    async def hears(self, words: str) -> Answer:
        """A new message, which may tell to wait before it says so."""
        self.book.messages += 1
        name = (await self._news()).id
        self.book.progress.add(name)
        await self._until(lambda: words in self.stands(name).said)
        return self.stands(name)

    async def replaced(self, answer: Answer, words: str) -> Answer:
        """The message that takes another's place, once it says so."""
        self.book.updates += 1
        await self._until(lambda: words in self.stands(answer.id).said)
        return self.stands(answer.id)

    async def _news(self) -> Answer:
        await self._until(lambda: bool(self._unread()))
        name = self._unread()[0]
        self.book.read.add(name)
        return self.stands(name)

    # What stands there

    def stands(self, name: str) -> Answer:
        """A message as it is now."""
        return Answer(name, self._cloud.messages[name])

    def settled(self) -> None:
        """Nothing was said twice, or not at all."""
        here = self._here()
        assert len(here) == self.book.messages, [one.words for one in here]
        assert self._updated() == self.book.updates, [one.words for one in here]

    def _here(self) -> list[Answer]:
        return [self.stands(name) for name, said in self._cloud.messages.items() if self._is_here(said)]

    def _unread(self) -> list[str]:
        return [one.id for one in self._here() if one.id not in self.book.read]

    def _updated(self) -> int:
        """Updates here, but for those of cards that show progress."""
        return sum(
            one.method == "PUT" and _last(one) not in self.book.progress
            for one in self._cloud.delivered
            if self._is_here(one.activity)
        )

    def _is_here(self, activity: Mapping[str, Any]) -> bool:
        return bool(activity["conversation"]["id"] == self._id)

    async def _answered(self, activity: Mapping[str, Any], outcome: str) -> Answer:
        self.book.messages += 1
        await self.post(activity, outcome)
        return await self._news()

    def _photos(self, names: Sequence[str]) -> dict[str, Any]:
        url = self._cloud.service_url
        return activities.photos(url, *(activities.inline_photo(url, name) for name in names))

    def _pressed(self, answer: Answer, title: str, filled: Mapping[str, str]) -> dict[str, Any]:
        button = answer.button(title)
        data = {**button["data"], **filled}
        sent = activities.executed(self._cloud.service_url, data, button["verb"])
        return {**sent, "replyToId": answer.id}

    def _mine(self, activity: Mapping[str, Any]) -> dict[str, Any]:
        person = self._person
        sender = {"id": f"29:{person.name}", "name": person.name, "aadObjectId": person.object_id}
        place = {"conversationType": self._kind, "tenantId": TENANT, "id": self._id}
        return {**activity, "from": sender, "conversation": place, "locale": "en-US"}

    async def _until(self, true: Any) -> None:
        deadline = time.monotonic() + SECONDS
        while not true():
            assert time.monotonic() < deadline, [one.said for one in self._here()[-2:]]
            await asyncio.sleep(0.02)  # the fake cloud tells nobody what it took


def _is_press(activity: Mapping[str, Any]) -> bool:
    return activity["type"] == "invoke" or "value" in activity


def _photos_in(activity: Mapping[str, Any]) -> int:
    return sum(one["contentType"].startswith("image/") for one in activity.get("attachments", ()))


def _last(request: Delivered) -> str:
    return request.path.rpartition("/")[2]


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """All objects of some JSON, from the outside in."""
    if isinstance(value, Mapping):
        yield value
        for one in value.values():
            yield from _objects(one)
    elif isinstance(value, list):
        for one in value:
            yield from _objects(one)


def _without(value: Any, names: set[str]) -> Any:
    if isinstance(value, Mapping):
        return {name: _without(one, names) for name, one in value.items() if name not in names}
    return [_without(one, names) for one in value] if isinstance(value, list) else value

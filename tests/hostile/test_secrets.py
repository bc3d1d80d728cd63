"""Nothing that is secret is ever written: neither in a log, at any level and in any form, nor in an answer.

A bot with known secrets goes its good ways and its bad ones at DEBUG, and all that it and its libraries wrote
is searched for each secret: as it is, and as the usual encodings of it.
"""

from __future__ import annotations

import asyncio
import base64
import io
import json
import logging
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp
import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.app import application
from bot.building.opening import open_catalogue, open_database
from bot.commands import doctor
from bot.links.media import media_key
from bot.settings import Settings
from bot.telemetry.logs import set_up
from catalogue.errors import CatalogueError
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.bot import registered
from tests.fakes.microsoft import APP_PASSWORD, FakeMicrosoft
from tests.hostile.cases import stated
from tests.kit.bots import ADDRESS, ADMIN
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo, write_batch
from vision.pipeline import PhotoPipeline

WRONG_PASSWORD = "wr0ng-app-passw0rd"
DATABASE_PASSWORD = "d4tabase-passw0rd"
CHROMA_PASSWORD = "chr0ma-passw0rd"
LINK_SECRET = "tempauth-eyJ-secret-of-a-link"
PIXELS = b"MARK-OF-THE-PICTURES-BYTES"

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Watched:
    """A running bot, and every secret that it has had to do with."""

    address: str
    cloud: FakeMicrosoft
    session: aiohttp.ClientSession
    catalogue: Catalogue
    secrets: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    """Bodies of the answers to requests."""

    async def post(self, activity: dict[str, Any], token: str | None = None, **fields: Any) -> None:
        token = self.cloud.token_for_bot() if token is None else token
        self.secrets[f"token {len(self.secrets)}"] = token.rpartition(".")[2] or token
        headers = {"Authorization": f"Bearer {token}"}
        whole = activity | {"locale": "en-US"} | fields
        async with self.session.post(f"{self.address}/api/messages", json=whole, headers=headers) as answer:
            self.told.append(await answer.text())

    async def heard(self, words: str) -> str:
        """The message that says so, once one does."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            for message in list(self.cloud.messages.values()):
                if words in (said := json.dumps(message, ensure_ascii=False)):
                    return said
            await _soon()
        raise AssertionError(f"nobody said {words!r}: {[*self.cloud.messages.values()]}")

    async def open(self, link: str) -> int:
        """Follow a link of the bot's."""
        path = link.removeprefix(ADDRESS)
        async with self.session.get(self.address + path) as answer:
            await answer.read()
            return answer.status


async def _soon() -> None:
    await asyncio.sleep(0.05)


class FailingEyes:
    """PhotoSessions as the true ones do, until it is told to have a bug."""

    def __init__(self, pipeline: PhotoPipeline) -> None:
        self._pipeline = pipeline
        self.broken = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipeline, name)

    def analyse(self, photo: bytes) -> Any:
        if self.broken:
            raise RuntimeError("a bug in the pipeline")
        return self._pipeline.analyse(photo)


@pytest.fixture(params=["text", "json"])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """The log as it is written, kept; without the fake cloud's own log of who asked it for what."""
    root, clouds = logging.getLogger(), logging.getLogger("aiohttp.access")
    before = root.level, root.handlers[:]
    set_up("DEBUG", request.param)
    [handler] = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    kept = io.StringIO()
    handler.setStream(kept)
    clouds.disabled = True
    yield kept
    clouds.disabled = False
    root.setLevel(before[0])
    root.handlers[:] = before[1]


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, home=tmp_path, admins=ADMIN)  # type: ignore[call-arg]


@asynccontextmanager
async def watched(settings: Settings, pipeline: Any, cloud: FakeMicrosoft) -> AsyncIterator[Watched]:
    with open_catalogue(settings, pipeline) as catalogue:
        async with (
            application(settings, pipeline, catalogue, base_url=ADDRESS, allow_loopback=True) as app,
            aiohttp.ClientSession() as session,
        ):
            runner = web.AppRunner(app, access_log=None)  # as `bot.server.serve` has it
            await runner.setup()
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            port = runner.addresses[0][1]
            key = media_key(settings.home / "media.key")
            bot = Watched(f"http://127.0.0.1:{port}", cloud, session, catalogue)
            bot.secrets |= {"media key": key.hex(), "media key in base64": base64.b64encode(key).decode()}
            bot.secrets |= {"media key as Python shows it": repr(key)[2:-1]}
            bot.secrets |= {"app password": APP_PASSWORD, "another app password": WRONG_PASSWORD}
            bot.secrets |= {"link": LINK_SECRET, "pixels": PIXELS.decode()}
            bot.secrets |= {"pixels in base64": base64.b64encode(PIXELS).decode()[4:-4]}
            bot.secrets |= {"database": DATABASE_PASSWORD, "chroma": CHROMA_PASSWORD}
            yield bot
            for number in range(1, len(cloud.token_requests) + 1):
                bot.secrets[f"the bot's own token {number}"] = f"bot-token-{number}"
            await runner.cleanup()


def signed(said: str) -> list[str]:
    """The signatures and seals that stand in a message."""
    return [*re.findall(r"sig=([\w-]{40,})", said), *re.findall(r'"seal": "[0-9]+\.([\w-]{43})', said)]


def nothing_told(bot: Watched, written: str) -> None:
    """No secret stands in what was written, however it may be encoded there."""
    assert len(written) > 1000, "the logs were not written where this test reads"
    for name, secret in bot.secrets.items():
        assert len(secret) >= 8, name
        for shown in {secret, quote(secret, safe=""), json.dumps(secret)[1:-1]}:
            assert shown not in written, f"{name} stands in the log"
            assert all(shown not in told for told in bot.told), f"{name} stands in an answer"


@stated("all that is secret, on good ways, with the log at DEBUG", "nothing of it is written")
async def test_good_ways_write_no_secret(
    own: Settings, pipeline: PhotoPipeline, written: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    async with FakeMicrosoft() as cloud, watched(registered(own, cloud), pipeline, cloud) as bot:
        url = cloud.service_url
        admin: dict[str, Any] = {"from": activities.USER | {"aadObjectId": ADMIN}}
        cloud.files["photo"] = jpeg(phone_photo("JEANS", seed=4)) + PIXELS
        shop = own.home / "shop.zip"
        cloud.files["shop.zip"] = write_batch(shop).read_bytes()
        link = f"{cloud.url}/sharepoint/shop.zip?{LINK_SECRET}"
        await bot.post(activities.photos(url, activities.shared_file(link, "shop.zip")), **admin)
        card = json.loads(await bot.heard("would make these changes"))["attachments"][0]["content"]
        await bot.post(activities.submitted(url, card["actions"][0]["data"]), **admin)
        await bot.heard("was applied")
        await bot.post(activities.photos(url, activities.inline_photo(url)), **admin)
        match = await bot.heard("match-right")
        await bot.post(activities.words(url, "catalogue export"), **admin)
        export = await bot.heard("catalogue.csv")
        pictures = re.findall(rf"{ADDRESS}/media/[^\"]+", match)
        [download] = re.findall(rf"{ADDRESS}/downloads/[^\"]+catalogue[^\"]+", export)
        assert await bot.open(pictures[0]) == await bot.open(download) == HTTPStatus.OK
        assert await bot.open(download + "x") == await bot.open(pictures[0] + "x") == HTTPStatus.NOT_FOUND
        for said in (match, export, json.dumps(card)):
            for number, each in enumerate(signed(said)):
                bot.secrets[f"signature {number} {each[:3]}"] = each
        assert len([name for name in bot.secrets if name.startswith("signature")]) > 3
    nothing_told(bot, _all(written, capfd))


Bad = Callable[[Watched, FailingEyes], Any]


async def _forged(bot: Watched, pipeline: FailingEyes) -> None:
    url = bot.cloud.service_url
    await bot.post(activities.words(url, "stock"), token=bot.cloud.token_for_bot(key="forger"))
    await bot.post(activities.words(url, "stock"), token="eyJhbGciOiJub25lIn0.c2VjcmV0LWJvZHk.")


async def _attachments(bot: Watched, pipeline: FailingEyes) -> None:
    url = bot.cloud.service_url
    bot.cloud.files["broken.jpg"] = PIXELS * 50
    for link in (
        f"http://10.0.0.1/x.jpg?{LINK_SECRET}",
        f"https://evil.example.invalid/x.jpg?{LINK_SECRET}",
        f"{bot.cloud.url}/sharepoint/none.jpg?{LINK_SECRET}",
        f"{bot.cloud.url}/sharepoint/broken.jpg?{LINK_SECRET}",
        f"file:///etc/passwd?{LINK_SECRET}",
        f"http://[broken?{LINK_SECRET}",
    ):
        count = len(bot.cloud.messages)
        await bot.post(activities.photos(url, activities.shared_file(link, "x.jpg")))
        await _until(lambda count=count: len(bot.cloud.messages) > count)  # type: ignore[misc]


async def _bug(bot: Watched, pipeline: FailingEyes) -> None:
    url = bot.cloud.service_url
    pipeline.broken = True
    bot.cloud.files["photo"] = jpeg(phone_photo("JEANS", seed=4)) + PIXELS
    link = f"{bot.cloud.url}/sharepoint/photo?{LINK_SECRET}"
    await bot.post(activities.photos(url, activities.shared_file(link, "x.jpg")))
    await bot.heard("this reference")


async def _undelivered(bot: Watched, pipeline: FailingEyes) -> None:
    """Refused for the moment, then for good; and a token that is no longer good."""
    url = bot.cloud.service_url
    bot.cloud.refusals += [(429, {"Retry-After": "0"}), (403, {}), (403, {})]
    await bot.post(activities.words(url, "help"))
    await _until(lambda: not bot.cloud.refusals)
    bot.cloud.revoke_tokens()
    count = len(bot.cloud.messages)
    await bot.post(activities.words(url, "help"))
    await _until(lambda: len(bot.cloud.messages) > count)


async def _sealed(bot: Watched, pipeline: FailingEyes) -> None:
    """A button that is not the presser's."""
    url = bot.cloud.service_url
    secret = "A" * 20 + "B" * 23
    bot.secrets["a seal"] = secret
    await bot.post(activities.submitted(url, {"do": "batch-apply", "seal": f"9999999999.{secret}.do"}))
    await bot.heard("work here. It was made for another person")


WAYS: dict[str, Bad] = {
    "forged tokens": _forged,
    "attachments that are refused": _attachments,
    "a bug with its traceback": _bug,
    "answers that are not taken": _undelivered,
    "a button that is refused": _sealed,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
@stated("all that is secret, on ways that fail, with the log at DEBUG", "nothing of it is written")
async def test_ways_that_fail_write_no_secret(
    own: Settings, pipeline: PhotoPipeline, written: io.StringIO, capfd: pytest.CaptureFixture[str], way: Bad
) -> None:
    failing = FailingEyes(pipeline)
    async with FakeMicrosoft() as cloud, watched(registered(own, cloud), failing, cloud) as bot:
        await way(bot, failing)
        await bot.post(activities.words(cloud.service_url, "help"))
        await _until(lambda: bool(cloud.delivered))
    nothing_told(bot, _all(written, capfd))


@stated("a login that refuses the app password, or does not answer", "neither password nor token is written")
async def test_a_refused_login_writes_no_secret(
    own: Settings, pipeline: PhotoPipeline, written: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    async with FakeMicrosoft() as cloud:
        wrong = registered(own, cloud, app_password=SecretStr(WRONG_PASSWORD))
        async with watched(wrong, pipeline, cloud) as bot:
            await bot.post(activities.words(cloud.service_url, "help"))
            await _until(lambda: len(cloud.token_requests) > 1)
            cloud.login_down = True
            await bot.post(activities.words(cloud.service_url, "help"))
            await _until(lambda: len(cloud.token_requests) > 2)
            bot.told += [(await doctor._clock(wrong)).said, (await doctor._credentials(wrong)).said]
        cloud.login_down = False
        bot.told.append((await doctor._credentials(wrong)).said)
        log.info("settings %r", wrong)
    assert "AADSTS" in bot.told[-1]
    nothing_told(bot, _all(written, capfd))


@stated("engines that do not answer, with passwords in their addresses", "no password in fault or traceback")
async def test_engines_that_are_down_write_no_secret(
    own: Settings, pipeline: PhotoPipeline, written: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    database = f"postgresql://hangtag:{DATABASE_PASSWORD}@127.0.0.1:1/none"
    chroma = f"http://hangtag:{CHROMA_PASSWORD}@127.0.0.1:1"
    told = []
    for settings in (
        own.model_copy(update={"database_url": database}),
        own.model_copy(update={"chroma_url": chroma}),
        own.model_copy(update={"database_url": f"postgresql://{DATABASE_PASSWORD}:@[broken/x"}),
        own.model_copy(update={"database_url": f"nosuchengine://x:{DATABASE_PASSWORD}@127.0.0.1/x"}),
        own.model_copy(update={"chroma_url": f"http://hangtag:{CHROMA_PASSWORD}@[broken"}),
    ):
        for attempt in (lambda s=settings: open_catalogue(s, pipeline), lambda s=settings: _database(s)):
            try:
                attempt()
            except CatalogueError as fault:
                log.exception("as a bug would be logged")
                told.append(str(fault))
        told.append(doctor._tried("database", lambda s=settings: doctor._database(s)).said)  # type: ignore[misc]
        told.append(doctor._tried("catalogue", lambda s=settings: doctor._catalogue(s, pipeline)).said)  # type: ignore[misc]
        log.info("settings %r", settings)
    assert len(told) > 10
    told_all = _all(written, capfd) + "\n".join(told)
    for secret in (DATABASE_PASSWORD, CHROMA_PASSWORD):
        assert secret not in told_all


def _database(settings: Settings) -> None:
    with open_database(settings):
        pass


def _all(written: io.StringIO, capfd: pytest.CaptureFixture[str]) -> str:
    """The log, and whatever went past it."""
    return "\n".join([written.getvalue(), *capfd.readouterr()])


async def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        await _soon()

"""A bot that is killed between a photo's receipt and its answer answers it after the next start, once.

One gap is left that no bot can close: Microsoft has taken the answer, and the bot is killed before it could
note that. The connector knows no key by which it would pass over a second one, so the answer is given again
rather than lost. The tests ask the bot's own book after each kill and expect a second answer there alone.
"""

from __future__ import annotations

import asyncio
import os
import random
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.building.opening import open_database
from bot.delivery.inbox import Inbox, bot_id
from bot.settings import Settings
from bot.teams.activities import inbound
from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo

pytestmark = pytest.mark.slow

CRASHES = int(os.environ.get("HANGTAG_DELIVERY_CRASHES", "2"))
PHOTOS = 3
"""Sent before each crash, each in a conversation of its own."""


@asynccontextmanager
async def running(home: Path, port: int, cloud: FakeMicrosoft) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.fakes.bot_process",
        str(home),
        str(port),
        cloud.url,
        cloud.login_url,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(90):
            assert await process.stdout.readline() == b"ready\n"
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def delivered(session: aiohttp.ClientSession, port: int, activity: dict[str, Any], token: str) -> bool:
    """Whether the bot took it; Microsoft delivers again what it did not."""
    headers = {"Authorization": f"Bearer {token}"}
    try:
        url = f"http://127.0.0.1:{port}/api/messages"
        async with session.post(url, json=activity, headers=headers) as response:
            return response.status == 202
    except aiohttp.ClientError:
        return False


def photo_in(cloud: FakeMicrosoft, conversation: str) -> dict[str, Any]:
    sent = activities.photos(cloud.service_url, activities.inline_photo(cloud.service_url))
    place = {**sent["conversation"], "id": conversation}
    return {**sent, "id": f"photo-{conversation}", "conversation": place}


def answered(cloud: FakeMicrosoft) -> Counter[str]:
    """How many messages stand in each conversation: answers, or what told their senders to wait for them."""
    return Counter(message["conversation"]["id"] for message in cloud.messages.values())


def told(cloud: FakeMicrosoft) -> set[str]:
    """Conversations in which the answer itself stands."""
    return {said["conversation"]["id"] for said in cloud.messages.values() if "TEE-STRIPED-S" in str(said)}


def waiting(cloud: FakeMicrosoft) -> set[str]:
    """Conversations in which somebody is still told to wait."""
    return {
        said["conversation"]["id"] for said in cloud.messages.values() if "TEE-STRIPED-S" not in str(said)
    }


async def all_answered(cloud: FakeMicrosoft, conversations: set[str]) -> None:
    """Wait for an answer in each, and then a while for a second one, if there were one."""
    try:
        async with asyncio.timeout(120):
            while told(cloud) < conversations:  # noqa: ASYNC110 - the fake cloud tells nobody
                await asyncio.sleep(0.05)
    except TimeoutError:
        left = conversations - told(cloud)
        stands = [m for m in cloud.messages.values() if m["conversation"]["id"] in left]
        pytest.fail(f"no answer in {sorted(left)}, where this stands: {stands}")
    await asyncio.sleep(1.0)


def owed(home: Path) -> dict[str, int]:
    """Conversations to which the bot, which does not run, believes that it owes an answer.

    Beside each, how many messages it knows to stand there: one, where it has told its sender to wait.
    """
    settings = Settings(_env_file=None, home=home)  # type: ignore[call-arg]
    with open_database(settings) as database:
        left = Inbox(database.notes, bot=bot_id(home)).unanswered()
    return {one.message.place.conversation: int(one.passing is not None) for one in left if one.sent == 0}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


async def test_every_photo_is_answered_once_however_often_the_bot_is_killed(home: Path) -> None:
    port = free_port()
    chance = random.Random(5)
    sent: dict[str, dict[str, Any]] = {}
    refused: set[str] = set()
    unnoted: dict[str, int] = {}
    async with FakeMicrosoft() as cloud, aiohttp.ClientSession() as session:
        cloud.files["photo"] = jpeg(phone_photo("TEE-STRIPED", seed=1))
        for crash in range(CRASHES + 1):
            async with running(home, port, cloud) as process:
                token = cloud.token_for_bot()
                for name in list(refused):
                    if await delivered(session, port, sent[name], token):
                        refused.discard(name)
                if crash == CRASHES:
                    await all_answered(cloud, set(sent))
                    break
                for number in range(PHOTOS):
                    name = f"c{crash}-{number}"
                    sent[name] = photo_in(cloud, name)
                    if not await delivered(session, port, sent[name], token):
                        refused.add(name)
                await asyncio.sleep(chance.uniform(0.0, 0.9))
                process.kill()
                await process.wait()
            await asyncio.sleep(0.2)  # what the bot had said lies in the cloud's socket
            taken = answered(cloud)
            unnoted |= {name: taken[name] - known for name, known in owed(home).items()}
    assert not refused
    assert answered(cloud) == {name: 1 + unnoted.get(name, 0) for name in sent}
    twice = {name for name, count in unnoted.items() if count}
    assert waiting(cloud) <= twice  # the kill came before it could note whom it had told to wait
    sys.stdout.write(f"{len(sent)} photos, {len(twice)} killed in the gap (pytest -s)\n")


async def test_a_bot_that_is_killed_after_its_answers_owes_none(home: Path) -> None:
    port = free_port()
    names = {f"after-{number}" for number in range(PHOTOS)}
    async with FakeMicrosoft() as cloud, aiohttp.ClientSession() as session:
        cloud.files["photo"] = jpeg(phone_photo("TEE-STRIPED", seed=1))
        async with running(home, port, cloud) as process:
            for name in names:
                assert await delivered(session, port, photo_in(cloud, name), cloud.token_for_bot())
            await all_answered(cloud, names)
            process.kill()
            await process.wait()
        assert not owed(home)
        async with running(home, port, cloud):
            await all_answered(cloud, names)
        assert answered(cloud) == dict.fromkeys(names, 1)


async def test_more_photos_than_the_queue_holds_are_answered_after_a_stop(home: Path) -> None:
    port = free_port()
    names = {f"many-{number}" for number in range(24)}  # the queue holds 17
    settings = Settings(_env_file=None, home=home)  # type: ignore[call-arg]
    async with FakeMicrosoft() as cloud:
        cloud.files["photo"] = jpeg(phone_photo("TEE-STRIPED", seed=1))
        with open_database(settings) as database:
            deliveries = Inbox(database.notes, bot=bot_id(home))
            for name in names:
                message = inbound(photo_in(cloud, name))
                assert message is not None
                assert deliveries.first(message)
        async with running(home, port, cloud):
            await all_answered(cloud, names)
        assert answered(cloud) == dict.fromkeys(names, 1)

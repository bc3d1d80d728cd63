"""Told to stop, the bot finishes what it has accepted, and Microsoft keeps the rest to deliver again."""

from __future__ import annotations

import asyncio
import shutil
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.fakes.microsoft import FakeMicrosoft
from tests.fakes.staff import BotProcess, Chat, Person
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo

FINISH = 20.0
"""Seconds in which it must be gone."""
PHOTOS = 6


@pytest.fixture
async def cloud() -> AsyncIterator[FakeMicrosoft]:
    async with FakeMicrosoft() as fake:
        fake.files["photo"] = jpeg(phone_photo("JEANS", seed=1))
        yield fake


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
async def bot(cloud: FakeMicrosoft, home: Path, tmp_path: Path) -> AsyncIterator[BotProcess]:
    shutil.copytree(home, own := tmp_path / "home")
    running = BotProcess(cloud, own, {"HANGTAG_LOG_FORMAT": "json"}, own / "log")
    try:
        await running.start()
        yield running
    finally:
        await running.end()


def crew(bot: BotProcess, session: aiohttp.ClientSession, count: int) -> list[Chat]:
    people = [Person(f"helper-{n}", f"c4e30000-0000-4000-8000-{n:012d}") for n in range(count)]
    return [Chat(bot, session, person) for person in people]


@pytest.mark.parametrize(
    ("told", "again"), [(signal.SIGTERM, signal.SIGTERM), (signal.SIGTERM, signal.SIGINT)]
)
async def test_photos_in_the_queue_are_answered_though_microsoft_is_slow_and_it_is_told_twice(
    bot: BotProcess,
    session: aiohttp.ClientSession,
    cloud: FakeMicrosoft,
    told: signal.Signals,
    again: signal.Signals,
) -> None:
    *chats, late = crew(bot, session, PHOTOS + 1)
    cloud.connector_seconds = 0.5
    for chat in chats:
        assert (await bot.post(session, chat.shows("photo")))[0] == 202
    bot.tell(told)
    await asyncio.sleep(0.1)
    bot.tell(again)
    asked = late.asks("stock JEANS")
    assert (await bot.post(session, asked))[0] == 503
    status, seconds = await bot.gone()
    assert status == 0
    assert seconds < FINISH
    for chat in chats:
        await chat.hears("JEANS-M")

    cloud.connector_seconds = 0.0
    await bot.start()
    assert (await bot.post(session, asked))[0] == 202
    await late.hears("JEANS-M")
    for chat in (*chats, late):
        chat.settled()
    assert {line["level"] for line in bot.logged()} <= {"INFO", "WARNING"}


async def test_what_cannot_be_finished_in_time_is_answered_after_the_next_start(
    bot: BotProcess, session: aiohttp.ClientSession, cloud: FakeMicrosoft
) -> None:
    """Microsoft takes nothing for now, and an orchestrator would kill who waits for it."""
    chats = crew(bot, session, 3)
    cloud.connector_open.clear()
    for chat in chats:
        assert (await bot.post(session, chat.asks("stock JEANS")))[0] == 202
    bot.tell(signal.SIGTERM)
    status, seconds = await bot.gone()
    assert status == 0
    assert FINISH * 0.9 < seconds < FINISH + 10
    cloud.connector_open.set()
    await bot.start()
    for chat in chats:
        await chat.hears("JEANS-M")
        chat.settled()

"""Killed while it applies a batch, the bot finishes it at its next start, on the card and for whom it was."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest

from tests.fakes.microsoft import FakeMicrosoft
from tests.fakes.staff import BotProcess, Chat, Person

pytestmark = pytest.mark.slow

CLARA = Person("clara", "c1a4a000-0000-4000-8000-000000000001")
CARL = Person("carl", "ca410000-0000-4000-8000-000000000002")
ADMINS = {"HANGTAG_ADMINS": f"{CLARA.object_id},{CARL.object_id}", "HANGTAG_LOG_FORMAT": "json"}
CAPS = b"item,title,sku,location,on_hand\nCAP,Cap,CAP-1,Hall A,3\n"


@pytest.fixture
async def bot(cloud: FakeMicrosoft, home: Path, tmp_path: Path) -> AsyncIterator[BotProcess]:
    own = shutil.copytree(home, tmp_path / "home")
    running = BotProcess(cloud, own, ADMINS, own / "log")
    try:
        await running.start()
        yield running
    finally:
        await running.end()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


async def test_the_card_of_a_batch_that_a_kill_cut_off_is_for_the_one_who_applied_it(
    bot: BotProcess, session: aiohttp.ClientSession
) -> None:
    """Its buttons are nobody else's, be it another admin."""
    clara = Chat(bot, session, CLARA)
    change = await clara.send_file("caps.csv", CAPS, "", "would make these changes")
    assert (await bot.post(session, clara.presses(change, "Apply")))[0] == 200
    async with asyncio.timeout(60):  # its last word waits two seconds for the first one
        while state(bot.home) == "staged":  # noqa: ASYNC110 - SQL tells nobody
            await asyncio.sleep(0.02)
    bot.tell(signal.SIGKILL)
    assert (await bot.gone())[0] == -signal.SIGKILL
    (card,) = read(bot.home, "SELECT value FROM notes WHERE kind = 'card'")
    assert json.loads(card)["person"] == CLARA.object_id

    await bot.start()
    done = await clara.replaced(change, "was applied")
    carl = clara.of(CARL)
    assert "made for another person" in (await carl.press_refused(done, "Undo")).said
    assert "was undone" in (await clara.press_and_follow(done, "Undo", "was undone")).said


def state(home: Path) -> str:
    """Of the latest batch."""
    return read(home, "SELECT state FROM batches ORDER BY id DESC LIMIT 1")[0]


def read(home: Path, query: str) -> list[str]:
    """The first column of what SQL answers."""
    with closing(sqlite3.connect(home / "hangtag.sqlite3")) as database:
        return [str(row[0]) for row in database.execute(query)]

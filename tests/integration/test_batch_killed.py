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


@pytest.mark.parametrize("noted", [True, False], ids=["as it is kept", "as it was kept before"])
async def test_the_card_of_a_batch_that_a_kill_cut_off_is_for_the_one_who_applied_it(
    bot: BotProcess, session: aiohttp.ClientSession, noted: bool
) -> None:
    """Its buttons are nobody else's, be it another admin. Former versions kept only where a card stands."""
    clara = Chat(bot, session, CLARA)
    change = await clara.send_file("caps.csv", CAPS, "", "would make these changes")
    assert (await bot.post(session, clara.presses(change, "Apply")))[0] == 200
    places = bot.home / "cards.json"
    async with asyncio.timeout(60):  # its last word waits two seconds for the first one
        while state(bot.home) == "staged":  # noqa: ASYNC110 - SQL tells nobody
            await asyncio.sleep(0.02)
    bot.tell(signal.SIGKILL)
    assert (await bot.gone())[0] == -signal.SIGKILL
    (card,) = json.loads(places.read_text("utf-8"))
    assert card.pop("person") == CLARA.object_id
    if not noted:
        places.write_text(json.dumps([card]), "utf-8")

    await bot.start()
    done = await clara.replaced(change, "was applied")
    carl = clara.of(CARL)
    if noted:
        assert "made for another person" in (await carl.press_refused(done, "Undo")).said
        assert "was undone" in (await clara.press_and_follow(done, "Undo", "was undone")).said
    else:
        assert "was undone" in (await carl.press_and_follow(done, "Undo", "was undone")).said


def state(home: Path) -> str:
    """Of the latest batch."""
    with closing(sqlite3.connect(home / "hangtag.sqlite3")) as database:
        (told,) = database.execute("SELECT state FROM batches ORDER BY id DESC LIMIT 1").fetchone()
    return str(told)

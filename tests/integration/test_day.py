"""A day with everything: all three roles, PostgreSQL, a Chroma server, tokens, a stop, a crash, a backup.

Only Microsoft's cloud is fake. The bot is a process of its own, as `hangtag run` starts it; what it must have
in stock is told by a model of a few lines, and at the end every message was answered once.
"""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import cv2
import numpy as np
import pillow_heif
import psycopg
import pytest
from PIL import Image

from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.fakes.staff import Answer, BotProcess, Chat, Person
from tests.kit.photos import jpeg
from tests.kit.servers import chroma_server, postgresql_database
from tests.kit.shop import HEADER, phone_photo, rows, write_batch
from vision.arrays import RgbImage
from vision.drawing import Garment, draw_phone

CLARA = Person("Clara Keeper", "c1a7a000-0000-4000-8000-000000000001")
ANNA = Person("Anna Super", "a44a0000-0000-4000-8000-000000000002")
WIM = Person("Wim Worker", "31300000-0000-4000-8000-000000000003")
GROUP = "19:loading-bay@thread.v2"
COLOURS = {"TEE-RED": "red", "JEANS": "blue", "HOODIE-GREY": "grey", "DRESS-DOTS": "green"}


class Shelves:
    """What the day's work must leave in stock: (SKU, location) to pieces on hand and reserved."""

    def __init__(self) -> None:
        self.stock: dict[tuple[str, str], tuple[int, int]] = {}

    def batch(self, lines: list[list[str]]) -> None:
        for line in lines:
            row = dict(zip(HEADER, line, strict=True))
            self.stock[row["sku"], row["location"]] = (int(row["on_hand"]), int(row["reserved"]))

    def change(self, sku: str, location: str, on_hand: int = 0, reserved: int = 0) -> None:
        had = self.stock.get((sku, location), (0, 0))
        self.stock[sku, location] = (had[0] + on_hand, had[1] + reserved)


class Engines:
    """Where two bots keep what they keep: the one of the day, and the one that is restored."""

    def __init__(self, folder: Path, postgres: str, database: str, chroma: str) -> None:
        self.postgres, self.database, self.chroma = postgres, database, chroma
        self.pictures = folder / "pictures"

    def stock(self, name: str) -> dict[tuple[str, str], tuple[int, int]]:
        """The figures as SQL has them."""
        asked = """SELECT sku, locations.name, on_hand, reserved FROM stock_levels JOIN locations
            ON locations.id = stock_levels.location_id"""
        with psycopg.connect(host=self.postgres, user="hangtag", dbname=name) as connection:
            return {(sku, place): (there, kept) for sku, place, there, kept in connection.execute(asked)}


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory, postgresql: str) -> Iterator[list[Engines]]:
    with ExitStack() as stack:
        yield [
            Engines(
                tmp_path_factory.mktemp(name),
                postgresql,
                stack.enter_context(postgresql_database(postgresql, name)),
                stack.enter_context(chroma_server()),
            )
            for name in ("day", "restored")
        ]


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory, with_networks: Callable[[Path], Path]) -> list[Path]:
    """Of the two bots."""
    return [with_networks(tmp_path_factory.mktemp(name)) for name in ("home", "another")]


@asynccontextmanager
async def bot_on(
    cloud: FakeMicrosoft, engines: Engines, home: Path, *, backup: Path | None = None
) -> AsyncIterator[BotProcess]:
    """A bot process on these engines, on what a backup is restored to if there is one."""
    bot = BotProcess(cloud, home, environment(engines), home / "log")
    if backup is not None:
        assert "Restored 7 items" in await bot.hangtag("restore", str(backup))
    try:
        await bot.start()
        yield bot
    finally:
        await bot.end()


def environment(engines: Engines) -> dict[str, str]:
    """The settings of both bots."""
    return {
        "HANGTAG_DATABASE_URL": engines.database,
        "HANGTAG_CHROMA_URL": engines.chroma,
        "HANGTAG_PICTURES_URL": engines.pictures.as_uri(),
        "HANGTAG_ADMINS": CLARA.object_id,
        "HANGTAG_LOG_FORMAT": "json",
    }


def photos(cloud: FakeMicrosoft) -> None:
    """What the people of the day have on their phones."""
    for item in ("TEE-STRIPED", "JEANS", "DRESS-DOTS", "HOODIE-GREY", "TEE-RED", "SKIRT-CHECKS"):
        cloud.files[item] = jpeg(phone_photo(item, seed=1))
    large = cv2.resize(phone_photo("TEE-STRIPED", seed=1), (3000, 4000), interpolation=cv2.INTER_CUBIC)
    cloud.files["12-megapixels"] = jpeg(np.asarray(large, np.uint8))
    cloud.files["heic"] = heic(phone_photo("JEANS", seed=1))
    cloud.files["cut-off"] = cloud.files["JEANS"][:3000]
    jacket = Garment("jacket", "plain", ((20, 20, 22), (250, 200, 40)), seed=11)
    cloud.files["jacket"] = jpeg(draw_phone(jacket, np.random.default_rng(1), size=(640, 480))[0])


def heic(photo: RgbImage) -> bytes:
    pillow_heif.register_heif_opener()
    out = io.BytesIO()
    Image.fromarray(photo).save(out, "HEIF", quality=90)
    return out.getvalue()


def stock_table(*lines: tuple[str, str, int]) -> bytes:
    """A stock batch: SKU, location, pieces."""
    return "\n".join(["sku,location,on_hand", *(f"{s},{p},{n}" for s, p, n in lines)]).encode()


async def test_a_day_in_which_everything_happens(
    engines: list[Engines], homes: list[Path], tmp_path: Path
) -> None:
    day, restored = engines
    shelves = Shelves()
    async with (
        FakeMicrosoft() as cloud,
        aiohttp.ClientSession() as session,
        bot_on(cloud, day, homes[0]) as bot,
    ):
        photos(cloud)
        clara, anna, wim = (Chat(bot, session, person) for person in (CLARA, ANNA, WIM))
        bay = Chat(bot, session, ANNA, conversation=GROUP, kind="groupChat")
        chats = [clara, anna, wim, bay]

        forged = cloud.token_for_bot(key="another", key_id="spring")
        assert (await bot.post(session, clara.asks("catalogue status"), token=forged))[0] == 401
        await the_catalogue_comes(clara, anna, shelves, tmp_path)
        await the_worker_photographs(wim)
        await the_supervisor_asks_and_works(anna, shelves)
        await the_loading_bay(bay, wim, clara, shelves)
        await the_catalogue_grows(clara, wim, anna, shelves, bot, session)
        assert day.stock("day") == shelves.stock
        await bot.agrees(session)

        chats += await the_bot_is_stopped(bot, session, cloud)
        chats += await the_bot_is_killed(bot, session, day, anna, shelves)
        backup = tmp_path / "backup.zip"
        answers = await a_backup_is_made_while_people_ask(bot, session, wim, backup)
        await bot.agrees(session)

        async with bot_on(cloud, restored, homes[1], backup=backup) as second:
            wim_there = Chat(second, session, WIM, conversation="a:elsewhere")
            for name, answer in answers.items():
                again = await wim_there.photograph(name)
                assert (again.words, again.seen()) == (answer.words, answer.seen())
            await second.agrees(session)
            chats.append(wim_there)
            audits = await asyncio.gather(*(each.hangtag("audit", "--json") for each in (bot, second)))

        for said in map(json.loads, audits):
            assert (said["items"], said["findable"]) == (7, 7)
            assert (said["pictures"], said["findable_pictures"], said["strays"]) == (7, 7, [])
        assert day.stock("day") == restored.stock("restored") == shelves.stock
        for chat in chats:
            chat.settled()
        for each in (bot, second):
            assert [line for line in each.logged() if line["level"] not in ("INFO", "WARNING")] == []
            assert "Traceback" not in each.log.read_text("utf-8")


async def the_catalogue_comes(clara: Chat, anna: Chat, shelves: Shelves, folder: Path) -> None:
    lines = [[*line[:3], COLOURS.get(line[0], ""), *line[4:]] for line in rows()]
    shop = write_batch(folder / "shop.zip", lines).read_bytes()
    change = await clara.send_file("shop.zip", shop, "catalogue upload", "Batch 1 would make these changes")
    assert '"title": "New items", "value": "6"' in change.said
    done = await clara.press_and_follow(change, "Apply", "Batch 1 was applied")
    assert "by Clara Keeper" in done.said
    shelves.batch(lines)

    assert "What I can do" in (await anna.say("hi")).said
    assert "Only a supervisor can change stock" in (await anna.say("undo", "fault")).words
    assert "Anna Super is now a supervisor" in (await clara.say("people add Anna supervisor")).said


async def the_worker_photographs(wim: Chat) -> None:
    large = await wim.photograph("12-megapixels")
    assert "TEE-STRIPED-S" in large.said
    assert "Thanks, noted." in (await wim.press(large, "✓ Right")).words
    jeans = await wim.photograph("heic")
    assert "JEANS-M" in jeans.said
    which = await wim.press_replaced(jeans, "✗ Wrong")
    assert which.words == "Which one is it?"
    assert "Thanks, noted." in (await wim.press_replaced(which, "This one")).words
    bad = await wim.photograph("cut-off")
    assert "damaged or cut off" in bad.words
    four = await wim.photograph("JEANS", "DRESS-DOTS", "cut-off", "HOODIE-GREY")
    assert re.search("4 photos: 1. .*jeans.*; 2. .*dress.*; 3. .*; 4. .*hoodie", four.words), four.words
    unknown = await wim.photograph("jacket")
    assert "Not in our catalogue" in unknown.words
    assert "Registered as new, number 1" in (await wim.press(unknown, "Register as new")).words


async def the_supervisor_asks_and_works(anna: Chat, shelves: Shelves) -> None:
    assert "DRESS-DOTS-S" in (await anna.photograph("DRESS-DOTS")).said
    assert "in M" in (await anna.say("how many in M?")).said
    assert "black" in (await anna.say("and in black?")).words
    assert "Hall A" in (await anna.say("where is it?")).said

    asked = await anna.say("reserve 2 of these in M at hall A for Wim until friday")
    assert asked.words == "Reserve 2 of DRESS-DOTS-M at Hall A for Wim"
    assert (await anna.press_replaced(asked, "Confirm")).words == "Done"
    shelves.change("DRESS-DOTS-M", "Hall A", reserved=2)
    assert "2 reserved" in (await anna.say("reservations")).words

    moved = await anna.press_replaced(await anna.say("move 3 of JEANS-M from Hall A to Shop"), "Confirm")
    shelves.change("JEANS-M", "Hall A", -3)
    shelves.change("JEANS-M", "Shop", 3)
    assert moved.words == "Done"
    await anna.press_replaced(await anna.say("count HOODIE-GREY-S at Shop is 14"), "Confirm")
    latest = await anna.say("undo")
    assert "HOODIE-GREY-S" in latest.said
    assert (await anna.press_replaced(latest, "Undo")).words == "Undone"
    too_many = await anna.say("move 99 of JEANS-M from Hall A to Shop", "fault")
    assert "Only 8 of JEANS-M are free at Hall A" in too_many.words


async def the_loading_bay(bay: Chat, wim: Chat, clara: Chat, shelves: Shelves) -> None:
    """In a group the bot is mentioned, and buttons are theirs who may press them."""
    told = await bay.say("<at>Hangtag</at> how many of the jeans in M?", **mention())
    assert "in M: 14 in stock" in told.said, told.said
    assert "JEANS-M" in told.said, told.said
    asked = await bay.say("<at>Hangtag</at> move 1 of JEANS-S from Shop to Hall A", **mention())
    refused = await bay.of(WIM).press_refused(asked, "Confirm")
    assert "made for another person" in refused.words
    assert (await bay.press_replaced(asked, "Confirm")).words == "Done"
    shelves.change("JEANS-S", "Shop", -1)
    shelves.change("JEANS-S", "Hall A", 1)
    assert "trousers jeans · blue" in await wim.look_up("JEANS-S")

    assert "Only an admin" in (await wim.say("people add Wim admin", "fault")).words
    assert "Only an admin" in (await wim.say("catalogue export", "fault")).words
    batch = await clara.say("catalogue undo")
    assert "made for another person" in (await wim.press_refused(batch, "Undo")).words


def mention() -> dict[str, Any]:
    """What Teams sends beside the name of the bot."""
    bot = {"type": "mention", "text": "<at>Hangtag</at>", "mentioned": activities.BOT}
    return {"entities": [bot]}


async def the_catalogue_grows(
    clara: Chat, wim: Chat, anna: Chat, shelves: Shelves, bot: BotProcess, session: aiohttp.ClientSession
) -> None:
    form = await clara.press(await clara.say("intakes"), "Complete")
    filled = {"item": "HT-77", "title": "Black jacket", "sizes": "S, M", "class": "outer", "colour": "black"}
    change = await clara.fill_in(form, "Preview", filled, "Batch 2 would make these changes")
    await clara.press_and_follow(change, "Apply", "Batch 2 was applied")
    shelves.stock |= {(f"HT-77-{size}", "Main"): (0, 0) for size in "SM"}
    assert "Black jacket" in (await wim.photograph("jacket")).said

    counted = [("HT-77-M", "Hall A", 6), ("TEE-RED-S", "Shop", 40), ("TEE-RED-M", "Hall A", 5)]
    stock = await clara.send_file(
        "stock.csv", stock_table(*counted), "catalogue upload stock", "Batch 3 would"
    )
    before = dict(shelves.stock)
    applied = await clara.press_and_follow(stock, "Apply", "Batch 3 was applied")
    assert "40 in stock" in (await anna.say("how many of TEE-RED-S at the shop")).said
    await clara.press_and_follow(applied, "Undo", "Batch 3 was undone")
    shelves.stock = before
    table = stock_table(("HT-77-M", "Hall A", 6))
    again = await clara.send_file("again.csv", table, "catalogue upload stock", "Batch 4 would")
    await clara.press_and_follow(again, "Apply", "Batch 4 was applied")
    shelves.change("HT-77-M", "Hall A", 6)

    exported = await clara.work("catalogue export", "7 items")
    listed = (await bot.get(session, exported.link())).decode("utf-8-sig")
    told = {
        (row["sku"], row["location"]): (int(row["on_hand"]), int(row["reserved"]))
        for row in csv.DictReader(io.StringIO(listed))
        if row["location"]
    }
    assert told == shelves.stock


def crew(bot: BotProcess, session: aiohttp.ClientSession, *names: str) -> list[Chat]:
    """People who write to the bot for the first time."""
    known = [Person(name, f"c4e30000-0000-4000-8000-{n:012d}") for n, name in enumerate(names)]
    return [Chat(bot, session, person) for person in known]


async def the_bot_is_stopped(
    bot: BotProcess, session: aiohttp.ClientSession, cloud: FakeMicrosoft
) -> list[Chat]:
    """Told to stop, it answers what it has accepted, however slow Microsoft is; the rest comes again."""
    *chats, late = crew(bot, session, *"abcdefgh", "late")
    sent = [one.shows("JEANS") if n % 2 else one.asks("stock JEANS") for n, one in enumerate(chats)]
    cloud.connector_seconds = 0.3
    assert {status for status, _ in [await bot.post(session, each) for each in sent]} == {202}
    bot.tell(signal.SIGTERM)
    await asyncio.sleep(0.2)
    asked = late.asks("stock JEANS")
    assert (await bot.post(session, asked))[0] == 503
    bot.tell(signal.SIGTERM)  # told again, it goes on
    status, seconds = await bot.gone()
    assert (status, seconds < 20) == (0, True)
    cloud.connector_seconds = 0.0
    for chat in chats:
        await chat.hears("JEANS-M")

    await bot.start()
    for each in (*sent, asked):  # Microsoft knows of no answer, and delivers all of it again
        assert (await bot.post(session, each))[0] == 202
    bot.tally["message", "ok"] += 1
    await late.hears("JEANS-M")
    await bot.agrees(session)
    return [*chats, late]


async def the_bot_is_killed(
    bot: BotProcess, session: aiohttp.ClientSession, engines: Engines, anna: Chat, shelves: Shelves
) -> list[Chat]:
    """Killed when it has moved stock and told nobody, it tells so after its start, and moves none twice."""
    asked = await anna.say("move 2 of JEANS-M from Hall A to Shop")
    await bot.agrees(session)
    chats = crew(bot, session, "i", "j", "k")
    bot.cloud.connector_open.clear()
    for chat in chats:
        assert (await bot.post(session, chat.shows("DRESS-DOTS")))[0] == 202
    assert (await bot.post(session, anna.presses(asked, "Confirm")))[0] == 200
    shelves.change("JEANS-M", "Hall A", -2)
    shelves.change("JEANS-M", "Shop", 2)
    async with asyncio.timeout(30):
        while engines.stock("day") != shelves.stock:  # noqa: ASYNC110 - SQL tells nobody
            await asyncio.sleep(0.05)
    bot.tell(signal.SIGKILL)
    assert (await bot.gone())[0] == -signal.SIGKILL
    bot.cloud.connector_open.set()

    await bot.start()
    bot.tally.update({("message", "ok"): len(chats), ("action", "ok"): 1})
    bot.photos += len(chats)
    for chat in chats:
        await chat.hears("DRESS-DOTS-M")
    await anna.replaced(asked, "✓ Done")
    await bot.agrees(session)
    return chats


async def a_backup_is_made_while_people_ask(
    bot: BotProcess, session: aiohttp.ClientSession, wim: Chat, file: Path
) -> dict[str, Answer]:
    """Photos and their answers, given while the backup was written."""
    making = asyncio.create_task(bot.hangtag("backup", str(file)))
    answers = {name: await wim.photograph(name) for name in ("JEANS", "heic", "SKIRT-CHECKS", "jacket")}
    assert "Wrote 7 items" in await making
    return answers

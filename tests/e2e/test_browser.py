"""The whole way in a real browser: the real command, the demo catalogue, a photo in, its SKU out."""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Page, expect

from bot.demo.catalogue import draw_demo_photo

ROOT = Path(__file__).parents[2]
START_SECONDS = 900.0
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/chat/")


@pytest.fixture
def home(tmp_path: Path, with_networks: Callable[[Path], Path]) -> Path:
    return with_networks(tmp_path / "home")


async def hangtag(home: Path, *arguments: str) -> asyncio.subprocess.Process:
    """The command, started with all that it keeps in `home` and on a free port."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HANGTAG_")}
    environment = kept | {
        "HANGTAG_HOME": str(home),
        "HANGTAG_PORT": "0",
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        cwd=home.parent,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


@pytest.fixture
async def url(home: Path) -> AsyncIterator[str]:
    """The chat page of a running bot with the demo catalogue."""
    running = await hangtag(home, "run", "--local", "--demo")
    try:
        yield await asyncio.wait_for(address(running), START_SECONDS)
    finally:
        if running.returncode is None:
            running.terminate()
        await asyncio.wait_for(running.communicate(), 60)


async def address(running: asyncio.subprocess.Process) -> str:
    """Where the bot says that its chat page is."""
    assert running.stdout is not None
    said = []
    while line := (await running.stdout.readline()).decode():
        said.append(line)
        if found := ADDRESS.search(line):
            return found.group()
    pytest.fail(f"the bot stopped before it told an address:\n{''.join(said)}")


def first_item(home: Path) -> tuple[str, list[str]]:
    """An item of the catalogue and its SKUs, as they stand in the database."""
    wanted = "SELECT item_id, sku FROM variants WHERE item_id = (SELECT min(item_id) FROM variants)"
    with closing(sqlite3.connect(f"file:{home / 'hangtag.sqlite3'}?mode=ro", uri=True)) as database:
        rows = database.execute(wanted).fetchall()
    return rows[0][0], [sku for _, sku in rows]


async def test_a_photo_sent_on_the_chat_page_is_answered_with_its_sku(
    url: str, page: Page, home: Path, tmp_path: Path
) -> None:
    item, skus = first_item(home)
    photo = tmp_path / "IMG_0001.jpg"
    Image.fromarray(draw_demo_photo(item, 7)).save(photo, quality=88)
    await page.goto(url)
    cards = page.locator("#chat .ac-adaptiveCard")
    await expect(cards.first).to_be_visible()  # the welcome
    await page.set_input_files("#own", photo)
    await expect(cards).to_have_count(2, timeout=60_000)
    for sku in skus:  # what can be seen: the look-alikes' SKUs are folded away
        await expect(cards.last).to_contain_text(sku, use_inner_text=True)

"""An admin's batch in a real browser: the whole bot behind the chat page, from the file to the undoing."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Page, expect

from bot.app import application, open_catalogue, open_eyes
from bot.local.bridge import CHAT_PATH
from bot.settings import Settings
from catalogue.store import Catalogue
from tests.shop import write_batch

SCREENSHOTS = os.environ.get("HANGTAG_SCREENSHOTS")
"""A folder to keep what was seen in."""


async def keep(page: Page, name: str) -> None:
    if SCREENSHOTS:
        await page.screenshot(path=Path(SCREENSHOTS) / f"{name}.png")


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[tuple[str, Catalogue]]:
    """The address of the chat page, and the empty catalogue behind it."""
    settings = Settings(_env_file=None, home=tmp_path / "home")  # type: ignore[call-arg]
    eyes = open_eyes(settings)
    with open_catalogue(settings, eyes) as catalogue:
        async with (
            application(settings, eyes, catalogue, base_url="http://127.0.0.1", local=True) as app,
            TestServer(app, host="127.0.0.1") as server,
        ):
            yield str(server.make_url(CHAT_PATH)), catalogue


async def test_a_batch_is_sent_looked_at_applied_and_undone(
    page: Page, shop: tuple[str, Catalogue], tmp_path: Path
) -> None:
    url, catalogue = shop
    await page.goto(url)
    await expect(page.locator("#chat .ac-adaptiveCard")).to_contain_text("Hello")
    await page.locator("#chat input[type=file]").set_input_files(write_batch(tmp_path / "shop.zip"))
    cards = page.locator("#chat .ac-adaptiveCard")
    await expect(cards.last).to_contain_text("Batch 1 would change this")
    await expect(cards.last).to_contain_text("New items")
    await keep(page, "batch-diff")
    assert catalogue.counts().items == 0

    await cards.last.get_by_role("button", name="Apply").click()
    await expect(cards.last).to_contain_text("Batch 1 is applied")
    await keep(page, "batch-applied")
    assert catalogue.counts().items == 6
    assert catalogue.audit().ok

    await cards.last.get_by_role("button", name="Undo").click()
    await expect(cards.last).to_contain_text("Batch 1 is undone")
    await keep(page, "batch-undone")
    assert catalogue.counts().items == 0


async def test_a_batch_with_faults_says_each_with_its_row(
    page: Page, shop: tuple[str, Catalogue], tmp_path: Path
) -> None:
    url, catalogue = shop
    table = tmp_path / "stock.csv"
    table.write_text("item,title,sku,on_hand\nTee,Tee,T-S,five\nCap,Cap,C-1,3\n", "utf-8")
    await page.goto(url)
    await expect(page.locator("#chat .ac-adaptiveCard")).to_contain_text("Hello")
    await page.locator("#chat input[type=file]").set_input_files(table)
    card = page.locator("#chat .ac-adaptiveCard").last
    await expect(card).to_contain_text("Batch 1 was refused; nothing was changed")
    await expect(card).to_contain_text("Row 2")
    await keep(page, "batch-refused")
    assert catalogue.counts().items == 0

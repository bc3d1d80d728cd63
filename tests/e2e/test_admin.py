"""An admin's batch in a real browser: the whole bot behind the chat page, from the file to the undoing."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Page, expect

from catalogue.store import Catalogue
from tests.e2e.conftest import keep
from tests.shop import write_batch


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

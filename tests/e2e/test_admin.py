"""An admin's whole story on a phone: the bot behind the chat page, from the first file to the export."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.async_api import Page, expect

from catalogue.store import Catalogue
from tests.e2e.chat_page import Keep, keep, say, send_photo
from tests.e2e.finger import opened_by
from tests.kit.shop import write_batch

ANNA = "a44a0000-0000-4000-8000-000000000002"


async def test_an_admins_whole_story(
    chat_bot: tuple[str, Catalogue], phone: Page, tmp_path: Path, shot: Keep
) -> None:
    url, catalogue = chat_bot
    await phone.goto(url)
    chat, cards = phone.locator("#chat"), phone.locator("#chat .ac-adaptiveCard")
    await expect(cards).to_contain_text("Hello")
    await shot("hello")
    await phone.locator("#chat input[type=file]").set_input_files(write_batch(tmp_path / "shop.zip"))
    await expect(cards.last).to_contain_text("Batch 1 would make these changes")
    await expect(cards.last).to_contain_text("New items")
    await shot("difference")
    assert catalogue.counts().items == 0
    await cards.last.get_by_role("button", name="Apply").tap()
    await expect(cards.last).to_contain_text("Applying batch 1")
    await shot("progress")
    await expect(cards.last).to_contain_text("Batch 1 was applied")
    await shot("applied")
    assert catalogue.counts().items == 6
    assert catalogue.audit().ok
    await cards.last.get_by_role("button", name="Undo").tap()
    await expect(cards.last).to_contain_text("Batch 1 was undone")
    await shot("undone")
    assert catalogue.counts().items == 0

    await send_photo(phone, "TEE-STRIPED")  # which nobody knows now
    await cards.last.get_by_role("button", name="Register as new").tap()
    await expect(chat).to_contain_text("Registered as new, number 1")
    await say(phone, "intakes")
    await expect(cards.last).to_contain_text("1 garment is waiting to become an item")
    await shot("intakes")
    await cards.last.get_by_text("top").tap()
    await expect(cards.last).to_contain_text("New garment, number 1")
    await shot("form")
    for field in await cards.last.locator("input, select, button").all():
        frame = await field.bounding_box()
        assert frame is not None
        assert frame["height"] >= 44  # for a thumb
    form = cards.nth(await cards.count() - 1)
    for label, given in {"Item number": "HT-77", "Title": "Striped tee", "Sizes": "S, M"}.items():
        await form.get_by_label(label).fill(given)
    await shot("filled-in")
    await form.get_by_role("button", name="Preview").tap()
    await expect(cards.last).to_contain_text("Batch 2 would make these changes")
    await shot("what-it-adds")
    await cards.last.get_by_role("button", name="Apply").tap()
    await expect(cards.last).to_contain_text("Batch 2 was applied")
    assert [one.sku for one in catalogue.item("HT-77").variants] == ["HT-77-S", "HT-77-M"]
    await say(phone, "catalogue item HT-77")
    await expect(cards.last).to_contain_text("Striped tee")
    await shot("item")

    await say(phone, "receive HT-77-M")  # a delivery of it: how many? There is one place it may go to
    await expect(cards.last).to_contain_text("How many")
    await say(phone, "6")
    await expect(cards.last).to_contain_text("Receive 6 of HT-77-M")
    await shot("receive")
    await cards.last.get_by_role("button", name="Confirm").tap()
    await expect(cards.last).to_contain_text("Undo")
    assert [one.stock[0].on_hand for one in catalogue.item("HT-77").variants] == [0, 6]

    await say(phone, f"people add {ANNA} supervisor")
    await expect(cards.last).to_contain_text("is now a supervisor")
    await shot("people")
    await say(phone, f"people remove {ANNA}")
    await expect(cards.last).to_contain_text("is now a worker")
    await say(phone, "catalogue history")
    await expect(cards.last).to_contain_text("Recent batches")
    await shot("history")

    await say(phone, "catalogue export")
    await expect(cards.last).to_contain_text("1 item, 1 picture")
    await shot("export")
    address = await opened_by(phone, cards.last.get_by_role("button", name="Download"))
    fetched = await phone.request.get(address)
    assert fetched.headers["content-disposition"] == 'attachment; filename="catalogue.csv"'
    listed = list(csv.DictReader(io.StringIO((await fetched.body()).decode("utf-8-sig"))))
    assert {row["sku"] for row in listed} == {"HT-77-S", "HT-77-M"}


async def test_a_batch_with_faults_says_each_with_its_row(
    chat_bot: tuple[str, Catalogue], page: Page, tmp_path: Path
) -> None:
    url, catalogue = chat_bot
    table = tmp_path / "stock.csv"
    table.write_text("item,title,sku,on_hand\nTee,Tee,T-S,five\nCap,Cap,C-1,3\n", "utf-8")
    await page.goto(url)
    await expect(page.locator("#chat .ac-adaptiveCard")).to_contain_text("Hello")
    await page.locator("#chat input[type=file]").set_input_files(table)
    card = page.locator("#chat .ac-adaptiveCard").last
    await expect(card).to_contain_text("Batch 1 was refused, and nothing was changed")
    await expect(card).to_contain_text("Row 2")
    await keep(page, "batch-refused")
    assert catalogue.counts().items == 0

"""A worker's and a supervisor's story in a real browser: the whole bot behind the chat page."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Locator, Page, expect

from catalogue.movements import Level
from catalogue.store import Catalogue
from tests.e2e.conftest import keep
from tests.photos import jpeg
from tests.shop import phone_photo, write_batch


async def with_a_shop(page: Page, url: str, folder: Path) -> Locator:
    """The chat page with the small shop in the catalogue; gives its cards."""
    await page.goto(url)
    cards = page.locator("#chat .ac-adaptiveCard")
    await expect(cards).to_contain_text("Hello")
    await page.locator("#chat input[type=file]").set_input_files(write_batch(folder / "shop.zip"))
    await cards.last.get_by_role("button", name="Apply").click()
    await expect(cards.last).to_contain_text("is applied")
    return cards


async def say(page: Page, text: str) -> None:
    box = page.locator("#chat textarea, #chat input[type=text]").first
    await box.fill(text)
    await box.press("Enter")


async def send_photo(page: Page, item: str, folder: Path) -> None:
    file = folder / f"{item}.jpg"
    file.write_bytes(jpeg(phone_photo(item)))
    await page.locator("#chat input[type=file]").set_input_files(file)


async def test_a_worker_photographs_asks_on_and_says_what_was_right(
    page: Page, shop: tuple[str, Catalogue], tmp_path: Path
) -> None:
    url, catalogue = shop
    cards = await with_a_shop(page, url, tmp_path)
    await send_photo(page, "DRESS-DOTS", tmp_path)
    await expect(cards.last).to_contain_text("dress dress-dots")
    await expect(cards.last).to_contain_text("15 in stock")
    await keep(page, "worker-photo")

    await say(page, "how many in M?")
    await expect(cards.last).to_contain_text("size M")
    await expect(cards.last).to_contain_text("Hall A")
    await keep(page, "worker-size")
    await say(page, "where is it")
    await expect(cards.last).to_contain_text("Shop")

    await send_photo(page, "JEANS", tmp_path)
    await expect(cards.last).to_contain_text("trousers jeans")
    await cards.last.get_by_role("button", name="Wrong").click()
    await expect(page.locator("#chat")).to_contain_text("Which one is it?")
    await keep(page, "worker-runners-up")
    asked = cards.filter(has_text="Which one is it?").last
    await asked.get_by_text("This one").first.click()
    await expect(page.locator("#chat")).to_contain_text("Noted, thank you.")
    await keep(page, "worker-chosen")
    [(right, wrong)] = catalogue.database.confirmations.by_place().values()
    assert (right, wrong) == (0, 1)


async def test_a_supervisor_asks_reserves_and_takes_it_back(
    page: Page, shop: tuple[str, Catalogue], tmp_path: Path
) -> None:
    url, catalogue = shop
    cards = await with_a_shop(page, url, tmp_path)
    await say(page, "what is low in dresses")
    await expect(cards.last).to_contain_text("Nothing is running low")
    await say(page, "how many of the hoodie-grey in S at the shop")
    await expect(cards.last).to_contain_text("2 left")
    await keep(page, "supervisor-question")

    await say(page, "reserve 3 of these in M at hall A for Anna until friday")
    await expect(cards.last).to_contain_text("Keep 3 of HOODIE-GREY-M at Hall A for Anna")
    await keep(page, "supervisor-confirm")
    assert catalogue.database.movements.levels("HOODIE-GREY-M")["Hall A"] == Level(14, 1)
    await cards.last.get_by_role("button", name="Confirm").click()
    await expect(cards.last).to_contain_text("Done")
    await keep(page, "supervisor-done")
    assert catalogue.database.movements.levels("HOODIE-GREY-M")["Hall A"] == Level(14, 4)

    await say(page, "what is reserved for anna")
    await expect(cards.last).to_contain_text("1 reservation")
    await say(page, "undo")
    await cards.last.get_by_role("button", name="Undo").click()
    await expect(page.locator("#chat")).to_contain_text("Taken back")
    assert catalogue.database.movements.levels("HOODIE-GREY-M")["Hall A"] == Level(14, 1)

    await say(page, "antworte auf deutsch")
    await expect(page.locator("#chat")).to_contain_text("Ich antworte ab jetzt auf Deutsch")
    await say(page, "wie viele hoodies haben wir")
    await expect(cards.last).to_contain_text("auf Lager")
    await keep(page, "supervisor-german")

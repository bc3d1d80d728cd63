"""What people do on the chat page."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import FilePayload, Locator, Page, expect

from tests.kit.photos import jpeg
from tests.kit.shop import HEADER, phone_photo, rows, write_batch
from vision.arrays import RgbImage

COLOURS = {"TEE-RED": "red", "DRESS-DOTS": "green", "JEANS": "blue"}
SCREENSHOTS = os.environ.get("HANGTAG_SCREENSHOTS")
"""A folder to keep screenshots in."""

Keep = Callable[[str], Awaitable[None]]


async def keep(page: Page, name: str) -> None:
    """Save a screenshot where `HANGTAG_SCREENSHOTS` names a folder."""
    if SCREENSHOTS:
        await page.screenshot(path=Path(SCREENSHOTS) / f"{name}.png")


async def with_a_shop(page: Page, url: str, folder: Path) -> Locator:
    """The chat page with the small shop in the catalogue; gives its cards."""
    await page.goto(url)
    cards = page.locator("#chat .ac-adaptiveCard")
    await expect(cards).to_contain_text("Hello")
    lines = [[*line[:3], COLOURS.get(line[0], ""), *line[4:]] for line in rows()]
    await page.locator("#chat input[type=file]").set_input_files(
        write_batch(folder / "shop.zip", lines, header=HEADER)
    )
    await cards.last.get_by_role("button", name="Apply").click()
    await expect(cards.last).to_contain_text("was applied")
    return cards


async def say(page: Page, text: str) -> None:
    """Type something and send it."""
    box = page.locator("#chat textarea, #chat input[type=text]").first
    await box.fill(text)
    await box.press("Enter")


async def send_photo(page: Page, item: str) -> None:
    """Send a phone photo of one of the shop's items."""
    await send(page, phone_photo(item), f"{item}.jpg")


async def send(page: Page, photo: RgbImage, name: str) -> None:
    """Send a photo and wait for its card: what it says may stand on the one before as well."""
    cards = page.locator("#chat .ac-adaptiveCard")
    before = await cards.count()
    file = FilePayload(name=name, mimeType="image/jpeg", buffer=jpeg(photo))
    await page.locator("#chat input[type=file]").set_input_files([file])
    await expect(cards).to_have_count(before + 1, timeout=60_000)

"""The page that repairs an outline, under a finger on a phone 360 pixels wide."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.async_api import Browser, Page, expect
from yarl import URL

from catalogue.store import Catalogue
from tests.e2e.chat_page import keep, send_photo, with_a_shop
from tests.e2e.finger import finger, opened_by


async def test_a_finger_repairs_the_outline_and_the_answer_is_replaced(
    browser: Browser, chat_bot: tuple[str, Catalogue], page: Page, tmp_path: Path
) -> None:
    url, _ = chat_bot
    cards = await with_a_shop(page, url, tmp_path)
    await send_photo(page, "TEE-STRIPED")
    await expect(cards.last).to_contain_text("Very likely")
    answer = cards.nth(await cards.count() - 1)
    await answer.get_by_role("button", name="Fix cut-out").click()
    await expect(cards.last).to_contain_text("Paint what is garment")
    address = URL(await opened_by(page, cards.last.get_by_text("Open the photo")))

    phone = await browser.new_context(
        viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True, device_scale_factor=2
    )
    drawing = await phone.new_page()
    faults: list[str] = []
    drawing.on("pageerror", lambda error: faults.append(str(error)))
    await drawing.goto(str(address))
    canvas = drawing.locator("#photo")
    await expect(canvas).to_have_attribute("data-steps", "0")
    await keep(drawing, "cut-out-1-before")
    assert await drawing.evaluate("document.documentElement.scrollWidth") <= 360
    for button in await drawing.locator("nav button").all():
        frame = await button.bounding_box()
        assert frame is not None
        assert frame["height"] >= 48  # for a glove

    touch = await phone.new_cdp_session(drawing)
    frame = await canvas.bounding_box()
    assert frame is not None
    middle, low = frame["x"] + frame["width"] / 2, frame["y"] + 0.75 * frame["height"]
    await drawing.locator("#ground").tap()
    await finger(touch, [(middle - 60 + 6 * n, low) for n in range(20)])
    await expect(canvas).to_have_attribute("data-steps", "1")
    await keep(drawing, "cut-out-2-painted")
    await drawing.locator("#undo").tap()
    await expect(canvas).to_have_attribute("data-steps", "0")
    await expect(drawing.locator("#undo")).to_be_disabled()
    await drawing.locator("#box").tap()
    x, y, wide, high = frame["x"], frame["y"], frame["width"], frame["height"]
    inside = [0.1 + 0.8 * n / 20 for n in range(21)]
    await finger(touch, [(x + share * wide, y + share * high) for share in inside])
    await expect(canvas).to_have_attribute("data-steps", "1")
    await drawing.locator("#garment").tap()
    await expect(drawing.locator("#garment")).to_have_attribute("aria-pressed", "true")
    await finger(touch, [(middle - 20 + 4 * n, y + high / 2) for n in range(10)])
    await expect(canvas).to_have_attribute("data-steps", "2")
    await keep(drawing, "cut-out-3-box")
    await drawing.locator("#done").tap()
    await expect(drawing.locator("#said")).to_have_text(
        re.compile(r"✓ .*tee-striped.*The new answer is in the chat")
    )
    await keep(drawing, "cut-out-4-done")
    assert not faults
    await expect(answer).to_contain_text("Cut out by hand")
    await keep(page, "cut-out-5-chat")

    forged = address.update_query(sig="x" * 43)
    assert (await drawing.goto(str(forged))).status == 404  # type: ignore[union-attr]
    assert "page has expired" in await drawing.inner_text("body")
    await phone.close()

"""The page to try the API, in a real browser: with a key somebody reads stock on it."""

from __future__ import annotations

from playwright.async_api import Browser, Request, expect

from bot.api.application import PREFIX
from bot.state.people import Role
from tests.kit.api import ApiClient
from tests.kit.bots import ShopBot


async def test_a_request_is_tried_on_the_page_and_nothing_else_is_asked(
    shop: ShopBot, browser: Browser
) -> None:
    key = ApiClient(shop).key(Role.WORKER)
    page = await browser.new_page(viewport={"width": 1200, "height": 900})
    faults: list[str] = []
    asked: list[Request] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: asked.append(request))
    address = shop.client.make_url(f"{PREFIX}/docs/")
    await page.goto(str(address))
    await expect(page.locator(".opblock")).to_have_count(11)
    await page.get_by_role("button", name="Authorize").first.click()
    await page.locator(".auth-container input").fill(key)
    await page.locator(".auth-btn-wrapper button.authorize").click()
    await page.locator(".auth-btn-wrapper button.btn-done").click()
    row = page.locator(".opblock", has_text="/stock")
    await row.locator(".opblock-summary-control").click()
    await row.locator("button.try-out__btn").click()
    await row.locator("button.execute").click()
    await expect(row.locator(".live-responses-table .response .response-col_status")).to_contain_text("200")
    await expect(row.locator(".live-responses-table")).to_contain_text("JEANS-M")
    origin = str(shop.client.make_url("/"))
    assert [one.url for one in asked if not one.url.startswith((origin, "data:"))] == []
    assert faults == []
    await page.close()

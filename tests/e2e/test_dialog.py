"""The page that repairs an outline as Teams opens it over a chat: in a frame, with a host that speaks to it.

The host is a page at Teams' own address that the browser is handed here; the bot's page and Microsoft's
library in it are the real ones, and what the page may not be framed by is the browser's own judgement.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, Route, expect
from yarl import URL

from bot.locales import words_for
from tests.e2e.chat_page import keep
from tests.e2e.finger import finger
from tests.fakes import activities
from tests.kit.bots import ADDRESS, ShopBot
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo

HOST = """
<!doctype html><html><head><meta name="viewport" content="width=device-width"></head>
<body style="margin:0"><iframe id="dialog" style="border:0;width:100%;height:98vh"></iframe><script>
// What Teams answers to its library: https://learn.microsoft.com/javascript/api/overview/msteams-client
window.heard = [];
const runtime = JSON.stringify({apiVersion: 4, hostVersionsInfo: {},
  isLegacyTeams: false, supports: {dialog: {url: {bot: {}, parentCommunication: {}}}, pages: {}}});
addEventListener("message", ({data, source, origin}) => {
  window.heard.push({func: data.func, args: data.args, origin});
  const answer = {initialize: ["task", "web", runtime, "2.58.0"]}[data.func];
  if (answer) source.postMessage({id: data.id, uuidAsString: data.uuidAsString, args: answer}, origin);
});
document.getElementById("dialog").src = decodeURIComponent(location.hash.slice(1));
</script></body></html>
"""


async def dialog(shop: ShopBot) -> dict[str, Any]:
    """A photo is sent and answered, its button pressed: what Teams is told to open."""
    shop.cloud.files["mine"] = jpeg(phone_photo("TEE-STRIPED"))
    url, place = shop.cloud.service_url, {"conversation": shop.place()}
    await shop.send(activities.photos(url, activities.inline_photo(url, "mine")), **place)
    ((message_id, message),) = shop.cloud.messages.items()
    actions = message["attachments"][0]["content"]["actions"]
    (data,) = (one["data"] for one in actions if one["title"] == words_for("en")("fix"))
    pressed = activities.activity(
        "invoke", url, name="task/fetch", value={"data": data}, replyToId=message_id, locale="en-US", **place
    )
    headers = {"Authorization": f"Bearer {shop.cloud.token_for_bot()}"}
    async with shop.client.post("/api/messages", json=pressed, headers=headers) as response:
        page: dict[str, Any] = (await response.json())["task"]["value"]
    return page


async def phone_with(browser: Browser, shop: ShopBot, host: str) -> tuple[Page, list[str]]:
    """A phone 360 pixels wide on which a page of that host stands, and what its console says."""
    context = await browser.new_context(
        viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True, device_scale_factor=2
    )

    async def from_the_bot(route: Route) -> None:
        asked = URL(route.request.url)
        where = str(shop.client.make_url("/").with_path(asked.path)) + f"?{asked.query_string}"
        await route.fulfill(response=await route.fetch(url=where))

    async def from_the_host(route: Route) -> None:
        await route.fulfill(body=HOST, content_type="text/html")

    async def from_nowhere(route: Route) -> None:
        await route.abort()

    page = await context.new_page()
    console: list[str] = []

    def note(message: ConsoleMessage) -> None:
        console.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: console.append(f"PAGE ERROR {error}"))
    await context.route("**/*", from_nowhere)
    await context.route(f"{ADDRESS}/**", from_the_bot)
    await context.route(f"{host}/**", from_the_host)
    return page, console


@pytest.mark.parametrize("host", ["https://teams.microsoft.com", "https://teams.cloud.microsoft"])
async def test_a_finger_repairs_the_outline_over_the_chat_and_the_dialog_is_closed(
    browser: Browser, shop: ShopBot, host: str
) -> None:
    told = await dialog(shop)
    page, console = await phone_with(browser, shop, host)
    await page.goto(f"{host}/v2#{told['url']}")
    frame = page.frame_locator("#dialog")
    canvas = frame.locator("#photo")
    await expect(canvas).to_have_attribute("data-steps", "0")
    heard = await page.evaluate("window.heard.map((one) => one.func)")
    assert heard[0] == "initialize"
    await keep(page, "dialog-1-opened")
    shape = await canvas.bounding_box()
    assert shape is not None
    assert shape["x"] >= 0
    assert shape["x"] + shape["width"] <= 360
    touch = await page.context.new_cdp_session(page)
    await frame.locator("#ground").tap()
    middle, low = shape["x"] + shape["width"] / 2, shape["y"] + 0.75 * shape["height"]
    await finger(touch, [(middle - 60 + 6 * n, low) for n in range(20)])
    await expect(canvas).to_have_attribute("data-steps", "1")
    await keep(page, "dialog-2-painted")
    await frame.locator("#done").tap()
    await page.wait_for_function("window.heard.some((one) => one.func === 'tasks.completeTask')")
    await keep(page, "dialog-3-done")
    closing = await page.evaluate("window.heard.find((one) => one.func === 'tasks.completeTask')")
    assert closing["args"][0] == {"do": "fix-done"}
    assert closing["origin"] == ADDRESS
    ((_, answer),) = shop.cloud.messages.items()
    assert "Cut out by hand" in json.dumps(answer)
    assert not [line for line in console if "PAGE ERROR" in line]
    await page.context.close()


@pytest.mark.parametrize(
    ("host", "which"),
    [
        ("https://evil.example", "url"),
        ("https://teams.microsoft.com.evil.example", "url"),
        ("https://teams.microsoft.com", "fallbackUrl"),
    ],
)
async def test_no_other_page_may_frame_it(browser: Browser, shop: ShopBot, host: str, which: str) -> None:
    """The address for clients without dialogs stands in no frame at all."""
    told = await dialog(shop)
    page, console = await phone_with(browser, shop, host)
    await page.goto(f"{host}/v2#{told[which]}")
    async with asyncio.timeout(20):
        while not [line for line in console if "frame-ancestors" in line]:  # noqa: ASYNC110 - it is a list
            await asyncio.sleep(0.05)
    assert await page.frame_locator("#dialog").locator("#photo").count() == 0
    assert await page.evaluate("window.heard") == []
    await page.context.close()


async def test_opened_alone_the_page_says_that_it_is_done_and_waits_for_no_host(
    browser: Browser, shop: ShopBot
) -> None:
    told = await dialog(shop)
    page, console = await phone_with(browser, shop, "https://teams.microsoft.com")
    await page.goto(told["url"])
    await expect(page.locator("#photo")).to_have_attribute("data-steps", "0")
    await page.locator("#done").tap()
    await expect(page.locator("#said")).to_contain_text("The new answer is in the chat")
    assert not [line for line in console if "PAGE ERROR" in line]
    await page.context.close()

"""The chat page in a real browser, with a tiny bot behind the real bridge."""

from __future__ import annotations

import hashlib
import io
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image
from playwright.async_api import FilePayload, Locator, Page, expect

from bot.local.bridge import CHAT_PATH, add_local_chat
from tests.e2e.chat_page import keep
from tests.e2e.echo_bot import EchoBot

TOKEN = "the-bots-token-of-this-run"


def jpeg(colour: str) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (300, 400), colour).save(written, "JPEG")
    return written.getvalue()


RED, BLUE = jpeg("firebrick"), jpeg("navy")


def seen(photo: bytes) -> str:
    """What the tiny bot's card says about a photo."""
    return f"photo {hashlib.sha256(photo).hexdigest()[:12]}"


@pytest.fixture
async def bot() -> EchoBot:
    return EchoBot(token=TOKEN)


@pytest.fixture
async def url(bot: EchoBot) -> AsyncIterator[str]:
    app = web.Application()
    bot.add_to(app)
    add_local_chat(app, token=TOKEN, demo_photos=lambda: [("a blue shirt", BLUE), ("a red shirt", RED)])
    running = TestServer(app, host="127.0.0.1")
    async with running:
        yield str(running.make_url(CHAT_PATH))


async def test_a_photo_of_ones_own_is_answered_with_a_card(url: str, page: Page, tmp_path: Path) -> None:
    photo = tmp_path / "IMG_1.jpg"
    photo.write_bytes(RED)
    await page.goto(url)
    await expect(page.locator("#chat .ac-adaptiveCard")).to_contain_text("Hello")
    await page.set_input_files("#own", photo)
    await expect(page.locator("#chat .ac-adaptiveCard").last).to_contain_text(seen(RED))
    await expect(page.locator("#chat img[alt='IMG_1.jpg']")).to_be_visible()


async def test_a_demo_photo_is_sent_by_a_tap(url: str, page: Page) -> None:
    await page.goto(url)
    await page.get_by_title("Send the demo photo “a red shirt”").click()
    await expect(page.locator("#chat .ac-adaptiveCard").last).to_contain_text(seen(RED))


async def test_the_windows_own_paper_clip_sends_at_once(url: str, page: Page) -> None:
    await page.goto(url)
    clip = page.locator("#chat input[type=file]")
    await clip.set_input_files([FilePayload(name="IMG_2.jpg", mimeType="image/jpeg", buffer=BLUE)])
    await expect(page.locator("#chat .ac-adaptiveCard").last).to_contain_text(seen(BLUE))


async def test_buttons_of_a_card_reach_the_bot_and_its_answer_takes_the_cards_place(
    url: str, page: Page, bot: EchoBot
) -> None:
    await page.goto(url)
    await page.locator("#chat textarea, #chat input[type=text]").first.fill("hi")
    await page.keyboard.press("Enter")
    cards = page.locator("#chat .ac-adaptiveCard")
    await expect(cards).to_have_count(2)
    await page.locator("#chat .ac-pushButton", has_text="Note").click()
    await expect(page.locator("#chat .webchat__toaster")).to_contain_text("Noted.")
    await page.locator("#chat .ac-pushButton", has_text="More").click()
    await expect(cards.last).to_contain_text("more ECHO-1")
    await expect(cards).to_have_count(2)
    assert (await bot.hears(lambda a: a["type"] == "invoke"))["value"]["action"]["verb"] == "note"


async def test_a_reload_goes_on_with_the_chat(url: str, page: Page, bot: EchoBot) -> None:
    await page.goto(url)
    await page.get_by_title("Send the demo photo “a red shirt”").click()
    await expect(page.locator("#chat .ac-adaptiveCard").last).to_contain_text(seen(RED))
    await page.reload()
    await expect(page.locator("#chat .ac-adaptiveCard").last).to_contain_text(seen(RED))
    assert len([activity for activity in bot.heard if activity["type"] == "installationUpdate"]) == 1


async def test_the_page_asks_no_other_server_for_anything(url: str, page: Page) -> None:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("websocket", lambda socket: hosts.add(urlsplit(socket.url).netloc))
    await page.goto(url)
    await page.get_by_title("Send the demo photo “a red shirt”").click()
    await expect(page.locator("#chat .ac-adaptiveCard").last).to_contain_text(seen(RED))
    assert hosts - {""} == {urlsplit(url).netloc}  # data: and blob: have no host


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_page_fits_a_phone_in_light_and_dark(url: str, page: Page, scheme: str) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.goto(url)
    await expect(page.locator("#chat .ac-adaptiveCard")).to_contain_text("Hello")
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
    ground = await page.evaluate(
        "getComputedStyle(document.querySelector('.ac-adaptiveCard')).backgroundColor"
    )
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(41, 41, 41)"}[scheme]


SEEN = """
card => {
  const window = card.closest('.webchat__basic-transcript__scrollable').getBoundingClientRect();
  const own = card.getBoundingClientRect();
  return [own.top - window.top, own.bottom - window.bottom];
}
"""
"""By how many pixels a card's top is below the upper edge of the window, and its end below the lower one."""


async def settled(page: Page, card: Locator) -> tuple[float, float]:
    """The same once nothing moves any more."""
    before = None
    while (now := await card.evaluate(SEEN)) != before:
        before = now
        await page.wait_for_timeout(300)
    return now[0], now[1]


async def answered(page: Page, photo: str, count: int) -> Locator:
    """The card that answers a demo photo, as the so manieth of all."""
    cards = page.locator("#chat .ac-adaptiveCard")
    await page.get_by_title(f"Send the demo photo “{photo}”").click()
    await expect(cards).to_have_count(count)
    return cards.last


async def test_of_a_tall_answer_the_top_is_shown_each_time(url: str, page: Page, bot: EchoBot) -> None:
    await page.set_viewport_size({"width": 360, "height": 640})
    bot.more_lines = 40
    await page.goto(url)
    await expect(page.locator("#chat .ac-adaptiveCard")).to_contain_text("Hello")
    for count, photo in enumerate(["a red shirt", "a blue shirt", "a red shirt"], start=2):
        top, end = await settled(page, await answered(page, photo, count))
        await keep(page, f"tall-{count}")
        assert 0 <= top < 60
        assert end > 0


async def test_what_was_sent_is_in_view_while_its_answer_is_awaited(
    url: str, page: Page, bot: EchoBot
) -> None:
    await page.set_viewport_size({"width": 360, "height": 640})
    bot.more_lines = 40
    await page.goto(url)
    await answered(page, "a red shirt", 2)
    bot.may_answer.clear()
    await page.get_by_title("Send the demo photo “a blue shirt”").click()
    photo = page.locator("#chat .webchat__bubble--from-user").last
    await expect(page.locator("#chat .webchat__bubble--from-user")).to_have_count(2)
    top, end = await settled(page, photo)
    assert top >= 0
    assert end <= 0
    bot.may_answer.set()
    await expect(page.locator("#chat .ac-adaptiveCard")).to_have_count(3)
    top, _ = await settled(page, page.locator("#chat .ac-adaptiveCard").last)
    assert 0 <= top < 60


async def test_who_has_scrolled_up_to_read_is_left_alone(url: str, page: Page, bot: EchoBot) -> None:
    await page.set_viewport_size({"width": 360, "height": 640})
    bot.more_lines = 40
    await page.goto(url)
    first = await answered(page, "a red shirt", 2)
    await settled(page, first)
    first = page.locator("#chat .ac-adaptiveCard").nth(1)
    bot.may_answer.clear()
    await page.get_by_title("Send the demo photo “a blue shirt”").click()
    await expect(page.locator("#chat .webchat__bubble--from-user")).to_have_count(2)
    await settled(page, first)
    await page.mouse.move(180, 400)
    await page.mouse.wheel(0, -700)
    before = await settled(page, first)
    bot.may_answer.set()
    await expect(page.locator("#chat .ac-adaptiveCard")).to_have_count(3)
    assert await settled(page, first) == before
    assert (await settled(page, page.locator("#chat .ac-adaptiveCard").last))[0] > 400  # far below

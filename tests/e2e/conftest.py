"""A real browser, where there is one."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer, unused_port
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.app import application
from bot.building.opening import open_catalogue
from bot.errors import SettingsError
from bot.local.bridge import CHAT_PATH
from bot.local.webchat import webchat_bundle
from bot.settings import Settings
from catalogue.store import Catalogue
from tests.e2e.chat_page import SCREENSHOTS, Keep
from vision.pipeline import PhotoPipeline

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window; skips where none is installed, or the chat window is not."""
    found = [path for name in _NAMES if (path := shutil.which(name))]
    if not found:
        pytest.skip(f"no browser is installed: none of {', '.join(_NAMES)} was found")
    try:
        webchat_bundle()
    except SettingsError as error:
        pytest.skip(str(error))
    expect.set_options(timeout=20_000)  # milliseconds; a busy machine draws slowly
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=found[0], args=_ARGUMENTS)
        yield opened
        await opened.close()


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page as large as a phone. The test fails where a script of it does.

    Tests ask for it after the server that it opens, which thus goes after it: a page may always be loading.
    """
    opened = await browser.new_page(viewport={"width": 360, "height": 740})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    assert not faults


@pytest.fixture
async def phone(browser: Browser) -> AsyncIterator[Page]:
    """The same under a finger, as sharp as a phone is."""
    held = await browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, device_scale_factor=2
    )
    opened = await held.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    assert await opened.evaluate("document.documentElement.scrollWidth") <= 360
    assert not faults
    await held.close()


@pytest.fixture
def shot(phone: Page, tmp_path: Path) -> Keep:
    """Keeps what the phone shows, numbered in the order of the story."""
    folder = Path(SCREENSHOTS) if SCREENSHOTS else tmp_path / "screenshots"
    numbers = count(1)

    async def take(name: str) -> None:
        await phone.wait_for_timeout(400)  # until the window has scrolled to the end
        await phone.screenshot(path=folder / f"{next(numbers):02}-{name}.png")

    return take


@pytest.fixture
async def chat_bot(tmp_path: Path, pipeline: PhotoPipeline) -> AsyncIterator[tuple[str, Catalogue]]:
    """The address of the chat page, and the empty catalogue behind it."""
    settings = Settings(_env_file=None, home=tmp_path / "home")  # type: ignore[call-arg]
    port = unused_port()
    address = f"http://127.0.0.1:{port}"  # where the cards' pictures are had
    with open_catalogue(settings, pipeline) as catalogue:
        async with (
            application(settings, pipeline, catalogue, base_url=address, local=True) as app,
            TestServer(app, host="127.0.0.1", port=port) as server,
        ):
            yield str(server.make_url(CHAT_PATH)), catalogue

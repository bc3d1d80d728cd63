"""A real browser, where there is one."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.errors import SettingsError
from bot.local.webchat import webchat_bundle

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
    """A page as large as a phone. The test fails where a script of it does."""
    opened = await browser.new_page(viewport={"width": 360, "height": 740})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    assert not faults

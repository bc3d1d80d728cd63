"""The cards in Microsoft's own renderer, in a real browser."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Page

from bot.locales import languages
from tests.cards.easel import MODULES, cut_buttons, easel, put, too_wide, views

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def square(_: str, size: int) -> bytes:
    """A picture as `bot.links.media` serves it."""
    out = io.BytesIO()
    Image.new("RGB", (size, size), "teal").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    if not (MODULES / "adaptivecards").exists():
        pytest.skip("Microsoft's renderer is not installed: run npm ci in tests/cards")
    with easel(CHROMIUM, square) as page:
        yield page


@pytest.mark.parametrize("name", views())
def test_nothing_of_a_card_stands_out_over_its_edge(page: Page, name: str) -> None:
    assert too_wide(put(page, name, views()[name])) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", languages())
def test_every_button_has_room_for_its_words_on_a_phone(page: Page, language: str) -> None:
    cut = {}
    for name, card in views(language).items():
        line = put(page, f"{language}-{name}", card, widths=(320,))
        if titles := sorted(set(cut_buttons(line))):
            cut[name] = titles
        line.evaluate("line => line.remove()")
    assert cut == {}


def test_foreign_words_become_no_links_and_no_pictures(page: Page) -> None:
    line = put(page, "rude", views()["match-rude-rows-opened"])
    assert line.locator("a").count() == 0
    assert line.locator('img[src="x"]').count() == 0
    assert "**Jeans** [click](https://evil.example) <img src=x>" in line.inner_text()


def test_the_time_of_a_count_is_shown_in_the_readers_own_time_zone(page: Page) -> None:
    line = put(page, "time", views()["match-very-likely"])
    assert "As of Mon, Nov 23, 2026, 3:05 PM" in line.inner_text().replace("\u202f", " ")


def test_the_look_alikes_unfold_at_a_press(page: Page) -> None:
    line = put(page, "fold", views()["match-very-likely"])
    title = line.get_by_text("Sweatshirt Voss").first
    assert not title.is_visible()
    line.get_by_text("Similar items (4)").first.click()
    assert title.is_visible()

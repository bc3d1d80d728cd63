"""The bot in Microsoft's own stand-in for Teams, the Agents Playground, where that is installed.

`make playground` installs it in tests/playground and runs these. Its licence lets it be used for evaluation,
so that `make test` does not fetch it. HANGTAG_PLAYGROUND may name another folder in which npm has installed
it. It listens on loopback and connects nowhere else (tests/playground/loopback.cjs), and its page asks no
other server.
"""

from __future__ import annotations

import os
import re
import selectors
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Page, Route, expect

from bot.building.opening import open_catalogue, open_pipeline
from bot.settings import Settings
from tests.e2e.chat_page import keep
from tests.kit.shop import write_batch

HERE = Path(__file__).parents[1] / "playground"
LISTENING = "0A"
"""In Linux' table of sockets."""


def installed() -> Path:
    """Where its command line lies; skips where it was not installed."""
    folder = Path(os.environ.get("HANGTAG_PLAYGROUND") or HERE).resolve()
    command = folder / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
    if not command.is_file():
        pytest.skip("the Agents Playground is not installed: run make playground")
    if shutil.which("node") is None:
        pytest.skip("the Agents Playground wants node, which is not installed")
    return command


@contextmanager
def running(command: list[str], until: str, *, cwd: Path | None = None, **environment: str) -> Iterator[str]:
    """A process, once it has said something; what it said is given."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=cwd,
        env=os.environ | environment,
    )
    assert process.stdout is not None
    try:
        told, ends = "", time.monotonic() + 90
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while re.search(until, told) is None:
                assert process.poll() is None, told
                assert selector.select(max(0.0, ends - time.monotonic())), told
                told += process.stdout.readline()
        yield told
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The Playground's address, with a bot of the small shop behind it: two processes of their own."""
    command, home = installed(), tmp_path_factory.mktemp("home")
    settings = Settings(_env_file=None, home=home)  # type: ignore[call-arg]
    pipeline = open_pipeline(settings)
    with open_catalogue(settings, pipeline) as catalogue:
        catalogue.import_batch(write_batch(home / "shop.zip"), pipeline.embed_pictures)
    port = free_port()
    bot = [sys.executable, "-m", "bot", "run", "--local", "--port", "0"]
    with running(bot, r"http://\S+/chat/", HANGTAG_HOME=str(home), PYTHONUNBUFFERED="1") as told:
        found = re.search(r"http://127\.0\.0\.1:\d+", told)
        assert found is not None, told
        node = [
            *("node", "--require", str(HERE / "loopback.cjs"), str(command), "start"),
            *("--app-endpoint", f"{found[0]}/api/messages", "--channel-id", "msteams", "--port", str(port)),
            *("--service-url", f"http://127.0.0.1:{port}/_connector", "--disable-telemetry"),
        ]
        with running(node, rf"Listening on {port}\b", cwd=home):  # where it writes a log of its own
            yield f"http://127.0.0.1:{port}/"


@pytest.fixture
async def teams(browser: Browser, playground: str) -> AsyncIterator[Page]:
    """Its page, in which the bot was added already; and nothing is asked of any other server."""
    page = await browser.new_page(viewport={"width": 1300, "height": 850})

    async def ours_alone(route: Route) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            await route.continue_()
        else:
            await route.abort()

    await page.route("**/*", ours_alone)
    await page.goto(playground)
    # It adds the bot anew each time that its page is opened.
    await expect(page.get_by_text("installationUpdate 202")).to_be_visible()
    yield page
    await page.close()


async def say(page: Page, text: str, *, mention: bool = False) -> None:
    box = page.locator("[contenteditable=true][role=textbox]")
    await box.click()
    if mention:
        await page.keyboard.type("@")
        await page.get_by_role("menuitem").filter(has_text="Test Bot").click()
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")


def test_it_listens_on_loopback_alone(playground: str) -> None:
    tables = [Path("/proc/net/tcp"), Path("/proc/net/tcp6")]
    if not all(table.exists() for table in tables):
        pytest.skip("this system has no table of sockets to look into")
    rows = [line.split() for table in tables for line in table.read_text().splitlines()[1:]]
    port = f"{urlsplit(playground).port:04X}"
    doors = [row[1] for row in rows if row[3] == LISTENING and row[1].endswith(f":{port}")]
    assert doors == [f"0100007F:{port}"]


async def test_a_stock_card_is_brought_up_to_date_in_its_place(teams: Page) -> None:
    await say(teams, "JEANS-M")
    cards = teams.locator(".ac-adaptiveCard")
    await expect(cards.last).to_contain_text("14 in stock")
    count = await cards.count()
    await expect(cards.last).not_to_contain_text("Refreshed")
    await cards.last.get_by_role("button", name="Refresh").click()
    await expect(cards.last).to_contain_text("Refreshed")
    await expect(cards.last).to_contain_text("14 in stock")
    assert await cards.count() == count
    await expect(teams.get_by_text("invoke 200")).to_be_visible()
    await keep(teams, "playground-refresh")


async def test_a_mention_in_a_group_is_answered(teams: Page) -> None:
    await teams.get_by_text("Group Chat", exact=True).click()
    cards = teams.locator(".ac-adaptiveCard")
    await expect(cards.last).to_contain_text("In a group, mention me")
    await say(teams, " stock DRESS-DOTS", mention=True)
    await expect(cards.last).to_contain_text("dress dress-dots")
    await expect(cards.last).to_contain_text("30 in stock")
    await keep(teams, "playground-group")


async def test_the_message_extension_finds_an_item_and_inserts_its_card(teams: Page) -> None:
    await teams.get_by_label("Trigger Message Extension App").click()
    await teams.get_by_text("Search Command").click()
    await teams.get_by_text("Specify Command ID or Parameter").click()
    await teams.get_by_placeholder("Command ID").fill("find")
    await teams.get_by_placeholder("Parameter").fill("words")
    await teams.get_by_placeholder("Enter a search term").fill("hoodie")
    hit = teams.get_by_text("hoodie hoodie-grey").last
    await expect(hit).to_be_visible()
    await keep(teams, "playground-search")
    await hit.click()
    inserted = teams.locator(".ac-adaptiveCard").last
    await expect(inserted).to_contain_text("32 in stock")
    await expect(inserted.get_by_role("button")).to_have_count(0)
    await keep(teams, "playground-chosen")

"""Catalogue pictures by address: from allowed hosts alone, bounded in size and time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.errors import SettingsError
from bot.fetching.picture_links import PictureLinks
from bot.settings import load_settings
from catalogue.batches.read import read_batch
from catalogue.errors import BatchError
from tests.kit.stores import picture

RED = picture("red")


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    async def answer(request: web.Request) -> web.StreamResponse:
        match request.match_info["what"]:
            case "red.png":
                return web.Response(body=RED)
            case "empty.png":
                return web.Response(body=b"")
            case "big.png":
                return web.Response(body=b"x" * 5000)
            case "slow.png":
                await asyncio.sleep(5)
            case "moved.png":
                raise web.HTTPFound("/red.png")
            case "elsewhere.png":
                raise web.HTTPFound("https://169.254.169.254/latest/meta-data")
            case "round.png":
                raise web.HTTPFound("/round.png")
        raise web.HTTPNotFound

    app = web.Application()
    app.router.add_get("/{what}", answer)
    running = TestServer(app, host="127.0.0.1")
    async with running:
        yield running


@pytest.fixture
def links() -> Iterator[PictureLinks]:
    opened = PictureLinks({"127.0.0.1"}, max_bytes=4000, seconds=2.0, patience=3, allow_loopback=True)
    yield opened
    opened.close()


async def test_a_batch_brings_the_pictures_that_it_names_by_address(
    server: TestServer, links: PictureLinks
) -> None:
    """Each is fetched once, kept until the batch is closed, and moved ones are followed."""
    red, moved = str(server.make_url("/red.png")), str(server.make_url("/moved.png"))
    table = f"item,title,sku,pictures\nA,Shirt,A-1,{red};{moved}\n".encode()
    batch = await asyncio.to_thread(read_batch, table, fetch=links)
    [key] = batch.items[0].pictures  # the two are one picture
    await server.close()
    assert batch.picture(key) == RED
    batch.close()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("none.png", "its server answers 404"),
        ("empty.png", r"is empty \(0 bytes\)"),
        ("big.png", "is larger than"),
        ("slow.png", "took too long to load"),
        ("round.png", "leads in circles"),
        ("elsewhere.png", "169.254.169.254 isn't one of those in HANGTAG_PICTURE_HOSTS"),
    ],
)
async def test_what_cannot_be_fetched_is_a_fault_of_its_row(
    server: TestServer, links: PictureLinks, path: str, says: str
) -> None:
    """One sentence, without the query, which may be secret."""
    table = f"item,title,sku,pictures\nA,Shirt,A-1,{server.make_url(f'/{path}')}?key=secret\n".encode()
    with pytest.raises(BatchError, match=says) as caught:
        await asyncio.to_thread(read_batch, table, fetch=links)
    assert [fault.row for fault in caught.value.faults] == [2]
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("https://other.example.com/a.png", "other.example.com isn't one of those"),
        ("https://cdn.example.com.evil.example/a.png", "isn't one of those"),
        ("http://cdn.example.com/a.png", "must begin with https://"),
        ("https://cdn.example.com:8443/a.png", "must begin with https://"),
        ("https://me@cdn.example.com/a.png", "must begin with https://"),
        ("file:///etc/passwd", "can't be opened"),
        ("https://[::1/a.png", "can't be opened|isn't one of those"),
    ],
)
def test_an_address_elsewhere_is_not_asked(address: str, says: str) -> None:
    """Only https, only the hosts of the setting, each in full."""
    links = PictureLinks({"CDN.example.com"})
    with pytest.raises(BatchError, match=says):
        links(address)
    links.close()


@pytest.mark.parametrize("host", ["localhost", "10.0.0.1", "169.254.169.254"])
def test_an_allowed_host_within_the_own_network_is_not_asked(host: str) -> None:
    """Listed or not: what a table names may not open what only this machine reaches."""
    links = PictureLinks({host})
    with pytest.raises(BatchError, match="couldn't be loaded"):
        links(f"https://{host}/a.png")
    links.close()


async def test_a_host_that_keeps_failing_is_asked_no_more(server: TestServer, links: PictureLinks) -> None:
    """A thousand pictures of a dead host must not take hours."""
    address = str(server.make_url("/none.png"))

    def fetch() -> None:
        for _ in range(3):
            with pytest.raises(BatchError, match="404"):
                links(address)
        with pytest.raises(BatchError, match="failed 3 times and wasn't asked again"):
            links(address)

    await asyncio.to_thread(fetch)


def test_hosts_are_given_between_commas(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Hosts alone: an address in place of one would silently allow nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANGTAG_PICTURE_HOSTS", " cdn.Shopify.com, img.example.com ,")
    assert load_settings().allowed_picture_hosts == {"cdn.shopify.com", "img.example.com"}
    monkeypatch.setenv("HANGTAG_PICTURE_HOSTS", "https://cdn.shopify.com/")
    with pytest.raises(SettingsError, match="HANGTAG_PICTURE_HOSTS"):
        load_settings()

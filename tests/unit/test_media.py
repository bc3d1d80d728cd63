"""Picture links open what they were made for, for as long as they were made for, and nothing else."""

from __future__ import annotations

import io
import stat
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from PIL import Image

from bot.links.media import KEY_BYTES, MediaLinks, media_key, media_route, squared
from catalogue.errors import StoreError
from catalogue.messages import plain_text
from vision.decoding.decoder import InProcessDecoder
from vision.errors import PhotoError

KEY = b"k" * KEY_BYTES


class Clock:
    """Tells the time it is set to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


class Shelf:
    """A picture store in memory."""

    def __init__(self, **pictures: bytes) -> None:
        self.pictures = dict(pictures)

    def get(self, key: str) -> bytes:
        try:
            return self.pictures[key]
        except KeyError:
            raise StoreError(plain_text("There is no such picture.")) from None


def png(size: tuple[int, int], colour: str | tuple[int, ...], mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def links(clock: Clock) -> MediaLinks:
    return MediaLinks("", KEY, clock)


@pytest.fixture
async def client(links: MediaLinks) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    shelf = Shelf(plain=png((900, 600), "red"), damaged=b"\xff\xd8\xff\xe0 no more")
    shelf.pictures["m/h/grün & 1.jpg"] = png((10, 30), "blue")
    app = web.Application()
    app.add_routes([media_route({"": shelf}, links, InProcessDecoder())])
    async with TestClient(TestServer(app, host="127.0.0.1")) as client:
        yield client


Client = TestClient[web.Request, web.Application]


async def test_a_link_opens_its_picture_as_a_square_jpeg_that_clients_may_keep(
    client: Client, links: MediaLinks
) -> None:
    answer = await client.get(links.link("plain", 300))
    assert answer.status == 200
    assert answer.content_type == "image/jpeg"
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    with Image.open(io.BytesIO(await answer.read())) as picture:
        assert picture.format == "JPEG"
        assert picture.size == (300, 300)


async def test_a_key_with_folders_spaces_and_umlauts_is_found(client: Client, links: MediaLinks) -> None:
    answer = await client.get(links.link("m/h/grün & 1.jpg", 300))
    assert answer.status == 200


async def test_a_client_that_has_the_picture_is_not_sent_it_again(client: Client, links: MediaLinks) -> None:
    first = await client.get(links.link("plain", 300))
    again = await client.get(links.link("plain", 300), headers={"If-None-Match": first.headers["ETag"]})
    assert again.status == 304
    assert await again.read() == b""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/300/", "/301/"),
        ("/plain?", "/damaged?"),
        ("until=1", "until=2"),
        ("sig=", "sig=x"),
        ("&sig", "&no"),
        ("until=", "until=x"),
    ],
)
async def test_a_link_that_was_changed_opens_nothing(
    client: Client, links: MediaLinks, old: str, new: str
) -> None:
    changed = links.link("plain", 300).replace(old, new)
    assert (await client.get(changed)).status == 404


async def test_a_link_with_an_unprintable_signature_opens_nothing(client: Client) -> None:
    assert (await client.get("/media/300/plain?until=1&sig=%C3%BC%00")).status == 404
    assert (await client.get(f"/media/300/plain?until={'9' * 5000}&sig=x")).status == 404


async def test_a_link_runs_out(client: Client, links: MediaLinks, clock: Clock) -> None:
    link = links.link("plain", 300)
    clock.time += timedelta(days=30)
    assert (await client.get(link)).status == 200
    clock.time += timedelta(days=1)
    assert (await client.get(link)).status == 404


async def test_a_picture_that_is_gone_or_damaged_is_not_found(client: Client, links: MediaLinks) -> None:
    assert (await client.get(links.link("gone", 300))).status == 404
    assert (await client.get(links.link("damaged", 300))).status == 404


def test_a_link_stays_the_same_all_day(links: MediaLinks, clock: Clock) -> None:
    morning = links.link("plain", 300)
    clock.time += timedelta(hours=9)
    assert links.link("plain", 300) == morning
    clock.time += timedelta(days=1)
    assert links.link("plain", 300) != morning


def test_another_key_makes_other_links(clock: Clock) -> None:
    assert MediaLinks("", KEY, clock).link("a", 9) != MediaLinks("", KEY[::-1] + b"x", clock).link("a", 9)


def test_the_base_address_comes_first(clock: Clock) -> None:
    link = MediaLinks("https://bot.example/", KEY, clock).link("a", 9)
    assert link.startswith("https://bot.example/media/9/a?until=")


@pytest.mark.parametrize("size", [0, 1025])
def test_a_size_out_of_range_is_refused(links: MediaLinks, size: int) -> None:
    with pytest.raises(ValueError, match="size"):
        links.link("a", size)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="bytes"):
        MediaLinks("", b"short")


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "home" / "media.key"
    key = media_key(path)
    assert len(key) == KEY_BYTES
    assert media_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("left", [b"", b"half a key"])
def test_a_key_that_was_not_written_whole_is_replaced(tmp_path: Path, left: bytes) -> None:
    """A start that was cut off, or a full disk, once kept every later start from succeeding."""
    path = tmp_path / "media.key"
    path.write_bytes(left)
    key = media_key(path)
    assert len(key) == KEY_BYTES
    assert media_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["media.key"]


def test_a_heic_picture_is_shown() -> None:
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 32), "red")).save(out)
    with Image.open(io.BytesIO(squared(out.getvalue(), 48, InProcessDecoder()))) as picture:
        assert picture.size == (48, 48)


def test_a_picture_of_sixteen_bits_keeps_its_greys() -> None:
    out = io.BytesIO()
    Image.fromarray(np.full((20, 20), 128 * 256, np.uint16)).save(out, "PNG")
    with Image.open(io.BytesIO(squared(out.getvalue(), 20, InProcessDecoder()))) as picture:
        assert abs(int(np.asarray(picture.convert("L"))[10, 10]) - 128) < 4


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(PhotoError):
        squared(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", 20, InProcessDecoder())


def test_a_transparent_picture_is_laid_on_white() -> None:
    with Image.open(
        io.BytesIO(squared(png((20, 20), (0, 0, 0, 0), "RGBA"), 20, InProcessDecoder()))
    ) as picture:
        assert np.asarray(picture).min() > 250


def test_a_small_picture_is_not_blown_up() -> None:
    with Image.open(io.BytesIO(squared(png((20, 10), "red"), 640, InProcessDecoder()))) as picture:
        assert picture.size == (20, 20)


def test_a_picture_is_turned_upright() -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20), "black").save(out, "JPEG", exif=exif)
    with Image.open(io.BytesIO(squared(out.getvalue(), 640, InProcessDecoder()))) as picture:
        pixels = np.asarray(picture.convert("L"))  # (40, 40)
    assert pixels[:, 20].max() < 60
    assert pixels[20, [0, -1]].min() > 200

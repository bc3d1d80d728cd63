"""Fetching what was sent along: bounded in size and time, and never where it must not go."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from bot.channel import Attachment, Place
from bot.errors import AttachmentError
from bot.fetching.attachments import AttachmentFetcher
from bot.fetching.fetcher import ANY_HOST, SafeFetcher
from bot.fetching.network import PublicResolver, open_session
from tests.fakes.channel import RecordingChannel

PHOTO = b"\xff\xd8\xff a photo"
STILL = b"\xff\xd8\xff\xda\0\2" + bytes(500) + b"\xff\xd9"
MOTION = STILL + b"film" * 300
LARGE = STILL[:-2] + bytes(1000) + b"\xff\xd9"


@dataclass(slots=True)
class Store:
    """A server of pictures and troubles."""

    server: TestServer
    seen: list[tuple[str, str | None]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return str(self.server.make_url(path))

    @property
    def place(self) -> Place:
        return Place("msteams", "a:1", "personal", self.url("/emea/"), "28:bot")


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    async def answer(request: web.Request) -> web.StreamResponse:
        running.seen.append((request.path, request.headers.get("Authorization")))
        match request.match_info["what"]:
            case "photo":
                return web.Response(body=PHOTO)
            case "motion":
                return web.Response(body=MOTION)
            case "large":
                return web.Response(body=LARGE)
            case "empty":
                return web.Response(body=b"")
            case "big":
                return web.Response(body=b"x" * 2000)
            case "endless":
                stream = web.StreamResponse()
                await stream.prepare(request)
                for _ in range(1200):
                    await stream.write(b"x" * 1000)
                return stream
            case "bomb":
                bomb = web.Response(body=b"\0" * 100_000)
                bomb.enable_compression(web.ContentCoding.gzip)
                return bomb
            case "slow":
                await asyncio.sleep(5)
                return web.Response(body=PHOTO)
            case "drip":
                stream = web.StreamResponse()
                await stream.prepare(request)
                for _ in range(50):
                    await stream.write(b"x")
                    await asyncio.sleep(0.1)
                return stream
            case "moved":
                raise web.HTTPFound(request.query["to"])
            case "circle":
                raise web.HTTPFound("/circle")
            case status:
                return web.Response(status=int(status))

    app = web.Application()
    app.router.add_get("/{what}", answer)
    server = TestServer(app, host="127.0.0.1")
    running = Store(server)
    await server.start_server()
    yield running
    await server.close()


@pytest.fixture
async def fetcher() -> AsyncIterator[AttachmentFetcher]:
    async with open_session(allow_loopback=True) as session:
        yield AttachmentFetcher(
            SafeFetcher(session, max_bytes=1000, seconds=0.5, hosts=[ANY_HOST], allow_loopback=True)
        )


def file(url: str, name: str = "hoodie.jpg") -> Attachment:
    return Attachment(name, "image/jpeg", url, needs_token=False)


def inline(url: str) -> Attachment:
    return Attachment("", "image/*", url, needs_token=True)


async def test_a_file_is_fetched_without_the_token(store: Store, fetcher: AttachmentFetcher) -> None:
    channel = RecordingChannel(token="secret")
    assert await fetcher.fetch(file(store.url("/photo")), store.place, channel) == PHOTO
    assert store.seen == [("/photo", None)]


async def test_an_inline_photo_is_fetched_with_the_token(store: Store, fetcher: AttachmentFetcher) -> None:
    channel = RecordingChannel(token="secret")
    assert await fetcher.fetch(inline(store.url("/photo")), store.place, channel) == PHOTO
    assert store.seen == [("/photo", "Bearer secret")]


async def test_an_inline_photo_is_fetched_bare_where_the_channel_needs_no_token(
    store: Store, fetcher: AttachmentFetcher
) -> None:
    assert await fetcher.fetch(inline(store.url("/photo")), store.place, RecordingChannel()) == PHOTO
    assert store.seen == [("/photo", None)]


@pytest.mark.parametrize(
    "service_url",
    ["https://smba.trafficmanager.net/emea/", "http://127.0.0.1:1/", "", "nonsense", "http://127.0.0.1/"],
)
async def test_the_token_goes_to_the_channel_alone(
    store: Store, fetcher: AttachmentFetcher, service_url: str
) -> None:
    place = Place("msteams", "a:1", "personal", service_url, "28:bot")
    with pytest.raises(AttachmentError, match="I don’t trust"):
        await fetcher.fetch(inline(store.url("/photo")), place, RecordingChannel(token="secret"))
    assert store.seen == []


async def test_the_token_does_not_follow_to_another_server(store: Store, fetcher: AttachmentFetcher) -> None:
    away = store.url("/moved") + "?to=http://127.0.0.1:1/photo"
    with pytest.raises(AttachmentError, match="moved to another server"):
        await fetcher.fetch(inline(away), store.place, RecordingChannel(token="secret"))


async def test_a_file_may_move(store: Store, fetcher: AttachmentFetcher) -> None:
    moved = file(store.url("/moved") + "?to=/photo")
    assert await fetcher.fetch(moved, store.place, RecordingChannel()) == PHOTO


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/",
        "file:///etc/passwd",
        "//[::ffff:a00:1]/",
    ],
)
async def test_a_file_may_not_move_into_the_bots_own_network(
    store: Store, fetcher: AttachmentFetcher, target: str
) -> None:
    with pytest.raises(AttachmentError, match="I’m not allowed to open"):
        await fetcher.fetch(file(store.url("/moved") + f"?to={target}"), store.place, RecordingChannel())


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("404", "“hoodie.jpg” is no longer there because its link has expired. Please send it again."),
        ("401", "“hoodie.jpg” is no longer there because its link has expired. Please send it again."),
        ("403", "“hoodie.jpg” is no longer there because its link has expired. Please send it again."),
        ("410", "“hoodie.jpg” is no longer there because its link has expired. Please send it again."),
        ("500", "“hoodie.jpg” couldn’t be loaded (the server answered 500). Please send it again."),
        ("204", "“hoodie.jpg” couldn’t be loaded (the server answered 204). Please send it again."),
        ("empty", "“hoodie.jpg” is empty (0 bytes). Please send it again."),
        ("slow", "“hoodie.jpg” took too long to load. Please send it again."),
        ("drip", "“hoodie.jpg” took too long to load. Please send it again."),
        ("circle", "“hoodie.jpg” couldn’t be loaded because its link goes in circles. Please send it again."),
    ],
)
async def test_each_fault_has_its_sentence(
    store: Store, fetcher: AttachmentFetcher, what: str, sentence: str
) -> None:
    with pytest.raises(AttachmentError) as fault:
        await fetcher.fetch(file(store.url(f"/{what}")), store.place, RecordingChannel())
    assert str(fault.value) == sentence


@pytest.mark.parametrize("what", ["big", "endless", "bomb"])
async def test_what_is_too_large_is_not_read_to_its_end(
    store: Store, fetcher: AttachmentFetcher, what: str
) -> None:
    with pytest.raises(AttachmentError, match="larger than"):
        await fetcher.fetch(file(store.url(f"/{what}")), store.place, RecordingChannel())


async def test_the_limit_is_told_in_megabytes(store: Store) -> None:
    async with open_session(allow_loopback=True) as session:
        fetcher = AttachmentFetcher(SafeFetcher(session, max_bytes=1 << 20, allow_loopback=True))
        with pytest.raises(
            AttachmentError, match=r"^The photo is larger than 1 MB. Please send a smaller one"
        ):
            await fetcher.fetch(inline(store.url("/endless")), store.place, RecordingChannel())


async def test_the_film_of_a_motion_photo_does_not_count(store: Store) -> None:
    async with open_session(allow_loopback=True) as session:
        whole = SafeFetcher(session, max_bytes=2000, hosts=[ANY_HOST], allow_loopback=True)
        fetcher = AttachmentFetcher(whole, max_photo_bytes=1000)
        photo = await fetcher.fetch(file(store.url("/motion")), store.place, RecordingChannel())
        assert photo == STILL


@pytest.mark.parametrize("what", ["large", "big", "endless"])
async def test_a_large_photo_without_a_film_is_refused_by_the_limit_of_photos(
    store: Store, what: str
) -> None:
    async with open_session(allow_loopback=True) as session:
        whole = SafeFetcher(session, max_bytes=2 << 20, hosts=[ANY_HOST], allow_loopback=True)
        fetcher = AttachmentFetcher(whole, max_photo_bytes=1 << 10)
        with pytest.raises(AttachmentError, match=r"larger than 0"):
            await fetcher.fetch(file(store.url(f"/{what}")), store.place, RecordingChannel())


async def test_a_server_that_is_not_there_has_its_sentence(fetcher: AttachmentFetcher, store: Store) -> None:
    with pytest.raises(AttachmentError, match="couldn’t be loaded"):
        await fetcher.fetch(file("http://127.0.0.1:1/"), store.place, RecordingChannel())


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/photo.jpg",
        "ftp://example.com/photo.jpg",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "//example.com/photo.jpg",
        "/photo.jpg",
        "",
        "https://",
        "https://user:secret@example.com/",
        "https://10.0.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://[::]/",
        "https://[fe80::1]/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://224.0.0.1/",
        "https://2130706433/",
        "https://127.1/",
        "https://0x7f.0.0.0x1/",
        "https://intranet/",
        "https://example.com:99999/",
    ],
)
async def test_addresses_that_may_not_be_opened(fetcher: AttachmentFetcher, store: Store, url: str) -> None:
    with pytest.raises(AttachmentError, match="I’m not allowed to open"):
        await fetcher.fetch(file(url), store.place, RecordingChannel())


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "https://127.0.0.1/", "https://localhost/", "https://[::1]/"]
)
async def test_this_machine_is_closed_unless_it_is_opened(store: Store, url: str) -> None:
    async with open_session() as session:
        with pytest.raises(AttachmentError, match="not allowed to open"):
            await AttachmentFetcher(SafeFetcher(session, hosts=[ANY_HOST])).fetch(
                file(url), store.place, RecordingChannel()
            )


class Names(AbstractResolver):
    """Resolves every name to the same addresses."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = addresses
        self.closed = False

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=one, port=port, family=family, proto=0, flags=0)
            for one in self._addresses
        ]

    async def close(self) -> None:
        self.closed = True


async def test_a_name_leads_to_public_addresses_only() -> None:
    """A name that anybody may register can point into the bot's own network."""
    resolver = PublicResolver(Names(["10.0.0.1", "93.184.215.14", "127.0.0.1", "::1"]))
    assert [one["host"] for one in await resolver.resolve("rebind.example")] == ["93.184.215.14"]


async def test_a_name_of_inner_addresses_alone_cannot_be_resolved() -> None:
    inner = Names(["10.0.0.1", "169.254.169.254"])
    resolver = PublicResolver(inner, allow_loopback=True)
    with pytest.raises(OSError, match="no public address"):
        await resolver.resolve("rebind.example")
    await resolver.close()
    assert inner.closed

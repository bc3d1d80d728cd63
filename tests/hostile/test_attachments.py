"""Attachments that lead where they must not, or never end: refused in a sentence, and nobody is asked there.

Real HTTP on loopback. What may not be asked is told apart before any connection, so that the table of
addresses needs no network; `tests.unit.test_attachments` has the plain ones.
"""

from __future__ import annotations

import asyncio
import gzip
import ipaddress
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

import aiohttp
import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.channel import Attachment, Place
from bot.errors import AttachmentError, SettingsError
from bot.fetching.attachments import AttachmentFetcher
from bot.fetching.fetcher import ANY_HOST, SafeFetcher
from bot.fetching.network import PublicResolver, may_be_public, open_session
from bot.settings import Settings, load_settings
from tests.fakes import activities
from tests.fakes.channel import RecordingChannel
from tests.hostile.cases import Case, stated
from tests.kit.bots import ShopBot
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo

SERVICE = "https://smba.trafficmanager.net/emea/"
PLACE = Place("msteams", "a:1", "personal", SERVICE, "28:bot")
NEVER = "refused before anybody is asked"


def file(url: str, name: str = "hoodie.jpg") -> Attachment:
    return Attachment(name, "image/jpeg", url, needs_token=False)


def inline(url: str) -> Attachment:
    return Attachment("", "image/*", url, needs_token=True)


def asking(session: aiohttp.ClientSession) -> AttachmentFetcher:
    """What asks any host that the open internet has: the list of hosts is looked at apart."""
    return AttachmentFetcher(SafeFetcher(session, seconds=5, hosts=[ANY_HOST]))


@dataclass(frozen=True, kw_only=True)
class Address(Case):
    """Where a file is said to lie."""

    url: str
    must: str = NEVER


ADDRESSES = [
    Address(tries="this machine in decimal", url="https://2130706433/a"),
    Address(tries="this machine in hexadecimal", url="https://0x7f000001/a"),
    Address(tries="this machine in octal", url="https://0177.0.0.1/a"),
    Address(tries="this machine in two parts", url="https://127.1/a"),
    Address(tries="this machine in mixed bases", url="https://0x7f.0.0.01/a"),
    Address(tries="this machine with a dot after it", url="https://127.0.0.1./a"),
    Address(tries="this machine in wide digits", url="https://１２７.０.０.１/a"),
    Address(tries="this machine in circled digits", url="https://①②⑦.⓪.⓪.①/a"),
    Address(tries="this machine with ideographic full stops", url="https://127。0。0。1/a"),
    Address(tries="this machine in another place of its range", url="https://127.255.255.254/a"),
    Address(tries="any address of this machine (0)", url="https://0/a"),
    Address(tries="localhost with a dot after it", url="https://localhost./a"),
    Address(tries="localhost in capitals", url="https://LOCALHOST/a"),
    Address(tries="this machine in IPv6", url="https://[::1]/a"),
    Address(tries="this machine in IPv6, written out", url="https://[0:0:0:0:0:0:0:1]/a"),
    Address(tries="this machine in IPv6 with a zone", url="https://[::1%25lo]/a"),
    Address(tries="this machine mapped into IPv6", url="https://[::ffff:127.0.0.1]/a"),
    Address(tries="this machine mapped into IPv6, in hexadecimal", url="https://[::ffff:7f00:1]/a"),
    Address(tries="this machine within IPv6 of old (::/96)", url="https://[::127.0.0.1]/a"),
    Address(tries="this machine translated (::ffff:0:0:0/96)", url="https://[::ffff:0:7f00:1]/a"),
    Address(tries="this machine behind a translator (64:ff9b::/96)", url="https://[64:ff9b::7f00:1]/a"),
    Address(tries="a local translator (64:ff9b:1::/48)", url="https://[64:ff9b:1::a00:1]/a"),
    Address(tries="a private address behind 6to4", url="https://[2002:a00:1::]/a"),
    Address(tries="this machine behind Teredo", url="https://[2001:0:7f00:1::]/a"),
    Address(tries="a site-local IPv6 address", url="https://[fec0::1]/a"),
    Address(tries="a link-local IPv6 address", url="https://[fe80::1%25eth0]/a"),
    Address(tries="IPv6 to everybody nearby", url="https://[ff02::1]/a"),
    Address(tries="an address for documents", url="https://[2001:db8::1]/a"),
    Address(tries="a private address, 10.", url="https://10.255.255.255/a"),
    Address(tries="a private address, 172.16.", url="https://172.16.0.1/a"),
    Address(tries="a private address, 172.31.", url="https://172.31.255.255/a"),
    Address(tries="a private address, 192.168.", url="https://192.168.0.1/a"),
    Address(tries="a carrier's private address", url="https://100.64.0.1/a"),
    Address(tries="the metadata of Azure, AWS and Google", url="https://169.254.169.254/latest/meta-data/"),
    Address(tries="the metadata in decimal", url="https://2852039166/latest/meta-data/"),
    Address(tries="the metadata mapped into IPv6", url="https://[::ffff:a9fe:a9fe]/latest/"),
    Address(tries="the metadata of AWS in IPv6", url="https://[fd00:ec2::254]/latest/"),
    Address(tries="the metadata of Alibaba", url="https://100.100.100.200/latest/"),
    Address(tries="the metadata of Oracle", url="https://192.0.0.192/opc/v1/"),
    Address(tries="Azure's wire server", url="https://0xa83f8110.0/a"),
    Address(tries="Azure's wire server as it is usually written", url="https://168.63.129.16/machine/"),
    Address(tries="Azure's wire server mapped into IPv6", url="https://[::ffff:168.63.129.16]/machine/"),
    Address(tries="a network for tests of speed", url="https://198.18.0.1/a"),
    Address(tries="a relay of 6to4", url="https://192.88.99.1/a"),
    Address(tries="everybody at once", url="https://255.255.255.255/a"),
    Address(tries="a group", url="https://224.0.0.251/a"),
    Address(tries="a name with no dot", url="https://intranet/a"),
    Address(tries="a name that ends in a number", url="https://evil.127/a"),
    Address(tries="http", url="http://example.com/a"),
    Address(tries="http in capitals", url="HTTP://EXAMPLE.COM/a"),
    Address(tries="ftp", url="ftp://example.com/a"),
    Address(tries="a file of this machine", url="file:///etc/passwd"),
    Address(tries="a file of this machine with a host", url="file://example.com/etc/passwd"),
    Address(tries="data", url="data:image/png;base64,iVBORw0KGgo="),
    Address(tries="a program (javascript:)", url="javascript:alert(1)"),
    Address(tries="gopher", url="gopher://example.com:70/_"),
    Address(tries="a socket", url="unix:///var/run/docker.sock"),
    Address(tries="a web socket", url="wss://example.com/a"),
    Address(tries="a name before the host", url="https://admin@example.com/a"),
    Address(tries="a name and a password before the host", url="https://admin:secret@example.com/a"),
    Address(tries="a host before the host", url="https://smba.trafficmanager.net@example.com/a"),
    Address(tries="a password alone before the host", url="https://:secret@example.com/a"),
    Address(tries="the port of SSH", url="https://example.com:22/a"),
    Address(tries="the port of Redis", url="https://example.com:6379/a"),
    Address(tries="port 0", url="https://example.com:0/a"),
    Address(tries="a port beyond all", url="https://example.com:65536/a"),
    Address(tries="a port that is no number", url="https://example.com:https/a"),
    Address(tries="a host of percent signs", url="https://%31%32%37.0.0.1/a"),
    Address(tries="a host with NUL", url="https://127.0.0.1%00.example.com:22/a"),
    Address(tries="no host", url="https:///a"),
    Address(tries="backslashes", url="https:\\\\127.0.0.1\\a"),
    Address(tries="a backslash before the host", url="https://example.com\\@127.0.0.1/a"),
    Address(tries="a bracket that is left open", url="https://[::1/a"),
    Address(tries="no address at all", url="nonsense"),
    Address(tries="a name in Punycode that is none", url="https://xn--/a"),
    Address(tries="a name of dots", url="https://.../a"),
]


@pytest.mark.parametrize("case", ADDRESSES, ids=str)
async def test_an_address_within_is_never_asked(case: Address) -> None:
    """In the words that go back to the sender there is nothing of the address."""
    async with open_session() as session:
        with pytest.raises(AttachmentError) as fault:
            await asking(session).fetch(file(case.url), PLACE, RecordingChannel())
    assert (
        str(fault.value) == "“hoodie.jpg” is at an address I’m not allowed to open. Please send it as a file."
    )


TRUSTED = [
    Address(tries="the token for another host", url="https://evil.example/v3/attachments/1"),
    Address(tries="the token for a host that ends alike", url="https://evil-smba.trafficmanager.net/a"),
    Address(
        tries="the token for a host that begins alike", url="https://smba.trafficmanager.net.evil.example/a"
    ),
    Address(tries="the token for a part of the host", url="https://trafficmanager.net/a"),
    Address(tries="the token for another Traffic Manager", url="https://evil.trafficmanager.net/a"),
    Address(tries="the token for the host in a query", url="https://evil.example/?smba.trafficmanager.net"),
    Address(
        tries="the token for the host in a fragment", url="https://evil.example/#smba.trafficmanager.net"
    ),
    Address(tries="the token for the host with a dot after it", url="https://smba.trafficmanager.net./a"),
    Address(tries="the token for letters that look alike", url="https://smbа.trafficmanager.net/a"),
    Address(tries="the token over http", url="http://smba.trafficmanager.net/a"),
    Address(tries="the token for another port", url="https://smba.trafficmanager.net:8443/a"),
    Address(tries="the token behind a name", url="https://smba.trafficmanager.net@evil.example/a"),
    Address(tries="the token behind a password alone", url="https://:a@smba.trafficmanager.net/a"),
    Address(tries="the token for a path with no host", url="/v3/attachments/1"),
]


@pytest.mark.parametrize("case", TRUSTED, ids=str)
async def test_the_bearer_token_is_for_the_verified_host_alone(case: Address) -> None:
    """It is not even asked for."""
    channel = RecordingChannel(token="secret")
    channel.down = True
    async with open_session() as session:
        with pytest.raises(AttachmentError, match=r"don’t trust|not allowed to open"):
            await AttachmentFetcher(SafeFetcher(session, seconds=5)).fetch(inline(case.url), PLACE, channel)


class Names(AbstractResolver):
    """Gives the next of these addresses each time that a name is asked for."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self._answers = list(answers)
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        return [
            ResolveResult(hostname=host, host=one, port=port, family=family, proto=0, flags=0)
            for one in self._answers.pop(0)
        ]

    async def close(self) -> None:
        """Nothing to let go of."""


@dataclass(frozen=True, kw_only=True)
class Named(Case):
    """A good name that leads somewhere."""

    leads: Sequence[str]
    must: str = "no connection is made"


NAMED = [
    Named(tries="a name that leads to this machine", leads=["127.0.0.1"]),
    Named(tries="a name that leads to this machine in IPv6", leads=["::1"]),
    Named(tries="a name that leads to the metadata", leads=["169.254.169.254"]),
    Named(tries="a name that leads to a private address", leads=["10.1.2.3", "192.168.1.1"]),
    Named(tries="a name that leads to a mapped address", leads=["::ffff:10.0.0.1"]),
    Named(tries="a name that leads behind a translator", leads=["64:ff9b::a9fe:a9fe"]),
    Named(tries="a name that leads to a link-local address with a zone", leads=["fe80::1%2"]),
    Named(tries="a name that leads to Azure's wire server", leads=["168.63.129.16"]),
    Named(tries="a name that leads to nothing", leads=["0.0.0.0", "::"]),
    Named(tries="a name that leads nowhere", leads=[]),
]


@asynccontextmanager
async def led(*answers: Sequence[str]) -> AsyncIterator[tuple[AttachmentFetcher, Names]]:
    """A fetcher whose names lead where a test says."""
    names = Names(*answers)
    connector = aiohttp.TCPConnector(resolver=PublicResolver(names), use_dns_cache=False)
    async with aiohttp.ClientSession(connector=connector) as session:
        yield asking(session), names


@pytest.mark.parametrize("case", NAMED, ids=str)
async def test_a_name_that_leads_within_is_not_followed(case: Named) -> None:
    """Anybody may register a name and say where it leads."""
    async with led(case.leads) as (fetcher, names):
        with pytest.raises(AttachmentError, match="couldn’t be loaded"):
            await fetcher.fetch(file("https://cdn.example.com/a.jpg"), PLACE, RecordingChannel())
    assert names.asked == ["cdn.example.com"]


@stated(
    "a name that leads elsewhere when it is asked for again (rebinding)",
    "checked each time, as it is resolved",
)
async def test_a_name_is_checked_each_time() -> None:
    """What is connected to is what was checked: nothing resolves the name in between."""
    async with led(["10.0.0.1"], ["169.254.169.254"]) as (fetcher, names):
        for _ in range(2):
            with pytest.raises(AttachmentError, match="couldn’t be loaded"):
                await fetcher.fetch(file("https://rebind.example.com/a.jpg"), PLACE, RecordingChannel())
    assert len(names.asked) == 2


Serve = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def streamed(
    request: web.Request, *pieces: bytes, pause: float = 0, headers: Mapping[str, str] | None = None
) -> web.StreamResponse:
    stream = web.StreamResponse(headers=headers)
    await stream.prepare(request)
    for piece in pieces:
        await stream.write(piece)
        await asyncio.sleep(pause)
    return stream


def moved(location: str, status: int = 302) -> Serve:
    async def serve(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": location})

    return serve


def packed(coding: str, body: bytes) -> Serve:
    async def serve(request: web.Request) -> web.StreamResponse:
        return await streamed(request, body, headers={"Content-Encoding": coding})

    return serve


def answering(status: int = 200, body: bytes = b"x", headers: Mapping[str, str] | None = None) -> Serve:
    async def serve(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, body=body, headers=headers)

    return serve


async def drip(request: web.Request) -> web.StreamResponse:
    return await streamed(request, *[b"x"] * 100, pause=0.05)


async def endless(request: web.Request) -> web.StreamResponse:
    return await streamed(request, *[b"x" * 65_536] * 100)


async def cut_off(request: web.Request) -> web.StreamResponse:
    stream = await streamed(request, b"x" * 10, headers={"Content-Length": "1000"})
    assert request.transport is not None
    request.transport.abort()
    return stream


async def silent(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(5)
    return web.Response()


async def hung_up(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


@dataclass(frozen=True, kw_only=True)
class Server(Case):
    """A server that is asked, and what it does."""

    serve: Serve
    says: str


OPENED = "not allowed to open"
SERVERS = [
    Server(
        tries="a redirect to the metadata",
        must="refused",
        serve=moved("http://169.254.169.254/latest/"),
        says=OPENED,
    ),
    Server(
        tries="a redirect to a private address by https",
        must="refused",
        serve=moved("https://10.0.0.1/"),
        says=OPENED,
    ),
    Server(
        tries="a redirect to a mapped address",
        must="refused",
        serve=moved("https://[::ffff:a00:1]/"),
        says=OPENED,
    ),
    Server(tries="a redirect with no scheme", must="refused", serve=moved("//10.0.0.1/"), says=OPENED),
    Server(
        tries="a redirect to a file of this machine",
        must="refused",
        serve=moved("file:///etc/passwd"),
        says=OPENED,
    ),
    Server(
        tries="a redirect to data", must="refused", serve=moved("data:image/png;base64,AAAA"), says=OPENED
    ),
    Server(
        tries="a redirect to http elsewhere", must="refused", serve=moved("http://example.com/"), says=OPENED
    ),
    Server(
        tries="a redirect to another port elsewhere",
        must="refused",
        serve=moved("https://example.com:22/"),
        says=OPENED,
    ),
    Server(
        tries="a redirect behind a name", must="refused", serve=moved("https://a@example.com/"), says=OPENED
    ),
    Server(tries="a redirect to a broken address", must="refused", serve=moved("http://[::1/"), says=OPENED),
    Server(
        tries="a redirect to a port beyond all",
        must="refused",
        serve=moved("https://example.com:99999/"),
        says=OPENED,
    ),
    Server(
        tries="a redirect to itself", must="given up after five", serve=moved("/a"), says="goes in circles"
    ),
    Server(
        tries="a redirect by 308", must="given up after five", serve=moved("/a", 308), says="goes in circles"
    ),
    Server(tries="a redirect to nowhere", must="given up", serve=answering(302), says="answered 302"),
    Server(
        tries="an empty body", must="said to be empty", serve=answering(body=b""), says=r"empty \(0 bytes\)"
    ),
    Server(tries="a body that never ends", must="cut at the limit", serve=endless, says="larger than"),
    Server(tries="a byte now and then", must="cut at the time limit", serve=drip, says="took too long"),
    Server(tries="silence", must="cut at the time limit", serve=silent, says="took too long"),
    Server(
        tries="a connection that is cut in the middle",
        must="said to be lost",
        serve=cut_off,
        says="couldn’t be loaded",
    ),
    Server(
        tries="a connection that is cut at once",
        must="said to be lost",
        serve=hung_up,
        says="couldn’t be loaded",
    ),
    Server(
        tries="a gzip bomb of 100 MB",
        must="cut at the limit",
        serve=packed("gzip", gzip.compress(bytes(100 << 20), 1)),
        says="larger than",
    ),
    Server(
        tries="gzip that is none",
        must="said to be lost",
        serve=packed("gzip", b"hello"),
        says="couldn’t be loaded",
    ),
    Server(
        tries="a packing that nobody knows",
        must="its bytes as they are, within the limit",
        serve=packed("evil", b"x" * 70_000),
        says="larger than",
    ),
    Server(tries="a status of its own (299)", must="refused", serve=answering(299), says="answered 299"),
    Server(tries="a part of the file (206)", must="refused", serve=answering(206), says="answered 206"),
    Server(
        tries="not modified, though nobody asked",
        must="refused",
        serve=answering(304, b""),
        says="answered 304",
    ),
    Server(
        tries="a header of 100 KB",
        must="said to be lost",
        serve=answering(headers={"X-Evil": "x" * 100_000}),
        says="couldn’t be loaded",
    ),
    Server(
        tries="a length that is beyond all",
        must="refused before it is read",
        serve=answering(body=b"x" * 65_537),
        says="larger than",
    ),
]


@asynccontextmanager
async def serving(serve: Serve) -> AsyncIterator[tuple[str, list[str | None]]]:
    """The address of a server, and the tokens that it was shown."""
    shown: list[str | None] = []

    async def handle(request: web.Request) -> web.StreamResponse:
        shown.append(request.headers.get("Authorization"))
        return await serve(request)

    app = web.Application()
    app.router.add_get("/{path:.*}", handle)
    async with TestServer(app, host="127.0.0.1") as server:
        yield str(server.make_url("/a")), shown


@pytest.mark.parametrize("case", SERVERS, ids=str)
async def test_a_server_that_means_harm_gains_nothing(case: Server) -> None:
    """One sentence for the sender, within the limits of time and size, and no token for the server."""
    began = time.monotonic()
    async with serving(case.serve) as (url, shown), open_session(allow_loopback=True) as session:
        fetcher = AttachmentFetcher(
            SafeFetcher(session, max_bytes=65_536, seconds=1.0, hosts=[ANY_HOST], allow_loopback=True)
        )
        with pytest.raises(AttachmentError, match=case.says):
            await fetcher.fetch(file(url), PLACE, RecordingChannel(token="secret"))
    assert time.monotonic() - began < 15
    assert set(shown) == {None}


UNLISTED = [
    Address(tries="a file on a host that nobody listed", url="https://evil.example/a"),
    Address(tries="a file on a host that ends as a listed one", url="https://evilsharepoint.com/a"),
    Address(
        tries="a file on a host that begins as a listed one", url="https://a.sharepoint.com.evil.example/a"
    ),
    Address(tries="a file on the listed host without what stands before it", url="https://sharepoint.com/a"),
    Address(tries="a file on a listed host with nothing before it", url="https://.sharepoint.com/a"),
    Address(tries="a file on a listed host with a dot after it", url="https://a.sharepoint.com./a"),
    Address(
        tries="a file on a host with a listed one in its path", url="https://evil.example/a.sharepoint.com"
    ),
    Address(tries="a file on a listed host in letters that look alike", url="https://a.sharepоint.com/a"),
    Address(tries="a file on a listed host with NUL in it", url="https://evil.example%00.sharepoint.com/a"),
    Address(tries="a file on a host that a backslash hides", url="https://evil.example\\.sharepoint.com/a"),
    Address(tries="a file on a public address", url="https://93.184.215.14/a"),
    Address(tries="a file on an asterisk", url="https://*.sharepoint.com@evil.example/a"),
]


@pytest.mark.parametrize("case", UNLISTED, ids=str)
async def test_no_host_is_asked_that_is_not_listed(settings: Settings, case: Address) -> None:
    """By the list that stands where the operator gives no other."""
    names = Names()
    connector = aiohttp.TCPConnector(resolver=names)
    async with aiohttp.ClientSession(connector=connector) as session:
        fetcher = AttachmentFetcher(SafeFetcher(session, seconds=5, hosts=settings.allowed_file_hosts))
        with pytest.raises(AttachmentError, match="not allowed to open"):
            await fetcher.fetch(file(case.url), PLACE, RecordingChannel())
    assert names.asked == []


@stated("a file on a listed host, in capitals as well", "asked for")
async def test_a_listed_host_is_asked(settings: Settings) -> None:
    for host in ("contoso-my.sharepoint.com", "CONTOSO.SharePoint.us", "a.b.dps.mil"):
        names = Names(["10.0.0.1"])
        connector = aiohttp.TCPConnector(resolver=PublicResolver(names))
        async with aiohttp.ClientSession(connector=connector) as session:
            fetcher = AttachmentFetcher(SafeFetcher(session, seconds=5, hosts=settings.allowed_file_hosts))
            with pytest.raises(AttachmentError, match="couldn’t be loaded"):
                await fetcher.fetch(file(f"https://{host}/a"), PLACE, RecordingChannel())
        assert names.asked == [host.lower()]


@stated("a redirect to a public host that nobody listed", "refused before it is asked")
async def test_a_redirect_leads_to_listed_hosts_alone() -> None:
    """From a file's host, and from the channel's own where it wants no token."""
    async with (
        serving(moved("https://evil.example/a")) as (url, _),
        open_session(allow_loopback=True) as session,
    ):
        fetcher = AttachmentFetcher(SafeFetcher(session, hosts=["*.sharepoint.com"], allow_loopback=True))
        for attachment in (file(url), inline(url)):
            with pytest.raises(AttachmentError, match="not allowed to open"):
                await fetcher.fetch(attachment, replace(PLACE, service_url=url), RecordingChannel())


@pytest.mark.parametrize(
    "written", ["https://a.sharepoint.com", "a.example/x", "*", "**.a.example", "a b.example"]
)
def test_a_list_of_hosts_holds_hosts_alone(written: str) -> None:
    """What would silently match nothing is told at the start; an asterisk alone is any host."""
    if written == ANY_HOST:
        assert load_settings(file_hosts=written).allowed_file_hosts == (ANY_HOST,)
    else:
        with pytest.raises(SettingsError, match="give hosts"):
            load_settings(file_hosts=written)


@stated("a redirect from the channel to another server", "the bearer token is not shown there")
async def test_the_token_does_not_follow_a_redirect() -> None:
    """Another port of this machine stands for another server."""
    async with serving(answering()) as (elsewhere, shown), serving(moved(elsewhere)) as (url, first):
        place = replace(PLACE, service_url=url)
        async with open_session(allow_loopback=True) as session:
            fetcher = AttachmentFetcher(SafeFetcher(session, allow_loopback=True))
            with pytest.raises(AttachmentError, match="moved to another server"):
                await fetcher.fetch(inline(url), place, RecordingChannel(token="secret"))
    assert (first, shown) == (["Bearer secret"], [])


@stated("cookies that a server sets", "never sent again")
async def test_no_cookie_is_kept() -> None:
    """Nobody is told apart by what another file's server has set."""
    seen: list[str | None] = []

    async def serve(request: web.Request) -> web.StreamResponse:
        seen.append(request.headers.get("Cookie"))
        return web.Response(body=b"x", headers={"Set-Cookie": "a=b"})

    async with serving(serve) as (url, _), open_session(allow_loopback=True) as session:
        fetcher = AttachmentFetcher(SafeFetcher(session, allow_loopback=True))
        for _ in range(2):
            await fetcher.fetch(file(url), PLACE, RecordingChannel())
    assert seen == [None, None]


@dataclass(frozen=True, kw_only=True)
class Claim(Case):
    """What an attachment says of itself, beside what it is."""

    content: Callable[[], bytes]
    says: str
    name: str = "photo.jpg"
    fields: dict[str, object] = field(default_factory=dict)


def real() -> bytes:
    return jpeg(phone_photo("JEANS", seed=3))


CLAIMS = [
    Claim(
        tries="a web page called photo.jpg",
        must="said to be no picture",
        content=lambda: b"<html><script>",
        says="no picture",
    ),
    Claim(
        tries="a program called photo.jpg",
        must="said to be no picture",
        content=lambda: b"MZ\x90\x00" * 99,
        says="no picture",
    ),
    Claim(
        tries="a photo called evil.exe",
        must="looked at, as it is one",
        content=real,
        name="evil.exe",
        says="JEANS",
    ),
    Claim(
        tries="a photo called ../../etc/passwd",
        must="looked at; the name is no path",
        content=real,
        name="../../etc/passwd",
        says="JEANS",
    ),
    Claim(
        tries="a photo whose name has markup",
        must="looked at",
        content=real,
        name="<img src=x onerror=1>.png",
        says="JEANS",
    ),
    Claim(
        tries="a photo with a name of 10,000 signs",
        must="looked at",
        content=real,
        name="x" * 10_000 + ".png",
        says="JEANS",
    ),
    Claim(
        tries="a broken photo whose name is a link and a mention",
        must="named as plain text",
        content=lambda: b"",
        name="[a](https://evil.example) <at>all</at>.jpg",
        says="is empty",
    ),
    Claim(
        tries="a table called photo.jpg",
        must="said to be no picture",
        content=lambda: b"sku,item\n1,2\n",
        says="no picture",
    ),
    Claim(
        tries="a photo called items.csv, by a worker",
        must="refused: a batch is an admin's",
        content=real,
        name="items.csv",
        says="Only",
    ),
]


@pytest.mark.parametrize("case", CLAIMS, ids=str)
async def test_what_a_file_is_counts_and_not_what_it_says(shop: ShopBot, case: Claim) -> None:
    """Name and type come from the sender; the bytes are sniffed."""
    shop.cloud.files["claimed"] = case.content()
    shared = activities.shared_file(f"{shop.cloud.url}/sharepoint/claimed", case.name)
    said = await shop.send(activities.photos(shop.cloud.service_url, shared))
    assert said.outcome in ("ok", "fault")
    assert case.says in said.text
    assert [token for _, token in shop.cloud.downloads] in ([], [None])


@stated(
    "an inline picture on the metadata's address, through the whole bot", "one sentence, and nobody is asked"
)
async def test_the_whole_bot_asks_nobody_within(shop: ShopBot) -> None:
    """Beside the text/html twin, whose picture is not followed either."""
    trap = {"contentType": "image/png", "contentUrl": "http://169.254.169.254/latest/meta-data/"}
    said = await shop.send(activities.photos(shop.cloud.service_url, trap))
    assert "not allowed to open" in said.text
    assert shop.cloud.downloads == []
    assert "169.254" not in said.text


@stated("any inner IPv4 address, in IPv6 of any kind", "never taken for the open internet")
@hypothesis_settings(max_examples=300)
@given(
    address=st.integers(0, 2**32 - 1),
    spelled=st.sampled_from(["4", "mapped", "old", "translated", "nat64", "6to4"]),
)
def test_no_spelling_of_an_inner_address_is_public(address: int, spelled: str) -> None:
    """Whatever leads to an IPv4 address is public only where that address is."""
    plain = ipaddress.IPv4Address(address)
    high, low = address >> 16, address & 0xFFFF
    ways = {
        "4": str(plain),
        "mapped": f"::ffff:{plain}",
        "old": f"::{high:x}:{low:x}",
        "translated": f"::ffff:0:{high:x}:{low:x}",
        "nat64": f"64:ff9b::{high:x}:{low:x}",
        "6to4": f"2002:{high:x}:{low:x}::",
    }
    if not plain.is_global or plain.is_multicast:
        assert not may_be_public(ways[spelled])

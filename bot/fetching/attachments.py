"""Fetching what was sent along: a photo with the bot's token, a file by its pre-authorised link.

The address comes from outside, so it is held to https, to hosts that are listed, to addresses of the open
internet, and to sizes and times. The bot's token goes to one host only: that of the verified serviceUrl.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from http import HTTPStatus
from typing import BinaryIO, Literal

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver
from yarl import URL

from bot.channel import Attachment, Channel, Place
from bot.errors import AttachmentError
from bot.locales import Value

log = logging.getLogger(__name__)

_GONE = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 64 << 10

ANY_HOST = "*"
"""In a list of hosts: every host of the open internet."""

_CARRIERS = tuple(ipaddress.IPv6Network(each) for each in ("::/96", "::ffff:0:0:0/96", "64:ff9b::/96"))
"""Of IPv6 addresses whose last 32 bits are an IPv4 address."""
_INNER = tuple(
    ipaddress.ip_network(each)
    for each in ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "fec0::/10", "168.63.129.16/32")
)
"""What is not the open internet, though Python 3.11 takes it for that.

The last is every Azure machine's own platform, which tells it its secrets:
https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
"""

_Take = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class _What:
    """What is fetched, as a fault names it."""

    kind: Literal["photo", "file"]
    name: str

    def fault(self, key: str, **values: Value) -> AttachmentError:
        """The message of that name, told of this."""
        return AttachmentError(key, what="named" if self.name else self.kind, name=self.name, **values)


class AttachmentFetcher:
    """Opens attachments over a session that `open_session` made.

    Inline pictures lie on the channel's own host, files on one of `file_hosts`, of which one that begins with
    `*.` stands for all below it. At most `max_bytes` are read, within `seconds` for all of it.
    `allow_loopback` is for local mode and for tests: it lets http and https on this very machine through.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        max_bytes: int = 25 << 20,
        seconds: float = 10.0,
        max_redirects: int = 5,
        file_hosts: Collection[str] = (),
        allow_loopback: bool = False,
    ) -> None:
        self._session = session
        self._file_hosts = file_hosts
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._max_redirects = max_redirects
        self._allow_loopback = allow_loopback

    async def fetch(self, attachment: Attachment, place: Place, channel: Channel, /) -> bytes:
        """The content, 1 byte at least.

        Raises `AttachmentError` with a sentence for the sender; `DeliveryError` where the channel gives no
        token.
        """
        content = bytearray()
        await self._fetch(attachment, place, channel, _What("photo", attachment.name), content.extend)
        return bytes(content)

    async def save(self, attachment: Attachment, place: Place, channel: Channel, out: BinaryIO, /) -> None:
        """Write the content to a file as it comes, 1 byte at least. Raises as `fetch` does."""
        await self._fetch(attachment, place, channel, _What("file", attachment.name), out.write)

    async def _fetch(
        self, attachment: Attachment, place: Place, channel: Channel, what: _What, take: _Take
    ) -> None:
        """Hand the content over piece by piece."""
        url = self._checked(attachment.url, what)
        headers = {"Accept-Encoding": "identity"}  # a photo is compressed already
        if attachment.needs_token:
            if not _same_host(url, place.service_url):
                log.warning("an inline image lies on %s, not on the channel's host", url.host)
                raise what.fault("attachment-untrusted")
            token = await channel.token(place)
            if token is not None:
                headers["Authorization"] = f"Bearer {token}"
        else:
            self._hold_to_list(url, what)
        try:
            async with asyncio.timeout(self._seconds):
                size = await self._read(url, headers, what, take)
        except TimeoutError as error:
            raise what.fault("attachment-slow") from error
        except (aiohttp.ClientError, OSError) as error:
            log.warning("%s failed from %s: %s", attachment.content_type, url.host, type(error).__name__)
            raise what.fault("attachment-failed") from error
        if not size:
            raise what.fault("attachment-empty")

    async def _read(self, url: URL, headers: dict[str, str], what: _What, take: _Take) -> int:
        for _ in range(self._max_redirects + 1):
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                location = response.headers.get("Location")
                if response.status not in _REDIRECTS or location is None:
                    return await self._content(response, what, take)
            target = self._checked(_joined(url, location), what)
            if "Authorization" in headers and target.origin() != url.origin():
                # Whoever is redirected to needs no token of ours, and may be anybody.
                raise what.fault("attachment-moved")
            if target.origin() != url.origin():
                self._hold_to_list(target, what)
            url = target
        raise what.fault("attachment-circles")

    async def _content(self, response: aiohttp.ClientResponse, what: _What, take: _Take) -> int:
        if response.status in _GONE:
            raise what.fault("attachment-gone")
        if response.status != HTTPStatus.OK:
            log.warning("%s answers HTTP %s", response.url.host, response.status)
            raise what.fault("attachment-status", status=str(response.status))
        if (response.content_length or 0) > self._max_bytes:
            raise self._too_big(what)
        size = 0
        async for chunk in response.content.iter_chunked(_CHUNK):
            size += len(chunk)  # counted after decompression, so that a small bomb is no way round
            if size > self._max_bytes:
                raise self._too_big(what)
            take(chunk)
        return size

    def _too_big(self, what: _What) -> AttachmentError:
        return what.fault("attachment-too-large", allowed=self._max_bytes / (1 << 20))

    def _hold_to_list(self, url: URL, what: _What) -> None:
        """Raise where no file is to be fetched from that host."""
        host = url.host or ""
        here = self._allow_loopback and is_loopback(host)
        if not here and not any(_stands_for(one, host) for one in self._file_hosts):
            log.warning("a file lies on %s, which is none of the hosts that files are fetched from", host)
            raise what.fault("attachment-address")

    def _checked(self, address: str, what: _What) -> URL:
        """The address, where it may be asked at all. Names are checked again as they are resolved."""
        refusal = what.fault("attachment-address")
        try:
            url = URL(address)
            host = url.host  # read here, as a name in Punycode is decoded by that
        except ValueError as error:
            raise refusal from error
        if host is None or url.user is not None or url.password is not None:
            raise refusal
        if is_loopback(host):
            if self._allow_loopback and url.scheme in ("http", "https"):
                return url
            raise refusal
        if url.scheme != "https" or url.port != 443 or not _may_be_public(host):
            raise refusal
        return url


def open_session(*, allow_loopback: bool = False) -> aiohttp.ClientSession:
    """A session that connects to addresses of the open internet only; the caller closes it.

    Checked where names are resolved, so that no name can lead into the bot's own network. It takes no proxy
    from the environment and keeps no cookies.
    """
    connector = aiohttp.TCPConnector(resolver=PublicResolver(allow_loopback=allow_loopback), limit=20)
    return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())


class PublicResolver(AbstractResolver):
    """Resolves names to addresses of the open internet, and to loopback where that is allowed."""

    def __init__(self, inner: AbstractResolver | None = None, *, allow_loopback: bool = False) -> None:
        self._inner = inner or DefaultResolver()
        self._allow_loopback = allow_loopback

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        allowed = [one for one in found if self._may(one["host"])]
        if not allowed:
            raise OSError(f"{host} has no public address")
        return allowed

    async def close(self) -> None:
        await self._inner.close()

    def _may(self, address: str) -> bool:
        return _may_be_public(address) or (self._allow_loopback and is_loopback(address))


def is_loopback(host: str | None) -> bool:
    """Whether a host name or an address is this machine and no other."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address((host or "").partition("%")[0]).is_loopback
    except ValueError:
        return False


def _stands_for(listed: str, host: str) -> bool:
    if listed.startswith("*."):
        return host.endswith(listed[1:]) and host != listed[1:]
    return listed in (ANY_HOST, host)


def _may_be_public(host: str) -> bool:
    """False for an address outside the open internet; a name is True, as it is checked when resolved."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        # A dotless or numeric name could be read as an address by the system's resolver: 127.1, 0x7f000001.
        last = host.rstrip(".").rpartition(".")
        return bool(last[0]) and not last[2][:1].isdigit() and "%" not in host
    if isinstance(address, ipaddress.IPv6Address):
        address = _carried(address)
    inner = any(address in network for network in _INNER if network.version == address.version)
    return address.is_global and not address.is_multicast and not inner


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address that an IPv6 one leads to, through this machine, a relay or a translator; else itself.

    RFC 4291, section 2.5.5; RFC 3056; RFC 6052; RFC 2765.
    """
    known = address.ipv4_mapped or address.sixtofour
    if known is not None:
        return known
    if any(address in network for network in _CARRIERS):
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address


def _joined(url: URL, location: str) -> str:
    """Where a redirect leads; an address that cannot be read leads nowhere."""
    try:
        return str(url.join(URL(location)))
    except ValueError:
        return ""


def _same_host(url: URL, service_url: str) -> bool:
    try:
        return url.origin() == URL(service_url).origin()
    except ValueError:
        return False

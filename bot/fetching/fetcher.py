"""Fetching what somebody else names by address: from listed hosts, by https, bounded in size and time."""

from __future__ import annotations

import asyncio
import logging
import math
import ssl
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType

import aiohttp
from yarl import URL

from bot.errors import FetchError
from bot.fetching.network import is_loopback, may_be_public

log = logging.getLogger(__name__)

ANY_HOST = "*"
"""In a list of hosts: every host of the open internet."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 64 << 10
_PAUSES = (0.3, 1.0, 2.0)
"""Seconds before each further try."""


NO_HEADERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said of a content."""

    status: int
    headers: Mapping[str, str]
    """Their names in whatever case."""


class SafeFetcher:
    """Fetches over a session that `bot.fetching.network.open_session` opened.

    An address must be https, on one of `hosts` (one that begins with `*.` stands for all below it) and on the
    open internet; so must each that it redirects to. At most `max_bytes` are read, within `seconds` for all
    of it. `allow_loopback` is for local mode and for tests: http and https on this very machine pass, listed
    or not. `own` names hosts that whoever runs the bot has chosen: they may be in the bot's own network, at
    any port, and must be opened by a session that knows them too.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        hosts: Collection[str] = (),
        own: Collection[str] = (),
        trusted: ssl.SSLContext | None = None,
        max_bytes: int = 25 << 20,
        seconds: float = 10.0,
        max_redirects: int = 5,
        allow_loopback: bool = False,
    ) -> None:
        self._session = session
        self._hosts = hosts
        self._own = own
        self._trusted = trusted
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._max_redirects = max_redirects
        self._allow_loopback = allow_loopback

    def parsed(self, address: str) -> URL:
        """The address, where it can be read and is https. Raises `FetchError`."""
        try:
            url = URL(address)
            host = url.host  # read here, as a name in Punycode is decoded by that
        except ValueError as error:
            raise FetchError("address") from error
        if not host:
            raise FetchError("address", url)
        bare = url.user is None and url.password is None
        secure = url.scheme == "https" and (url.port == 443 or url.host in self._own)
        if not (bare and (secure or self._is_here(url))):
            raise FetchError("scheme", url)
        return url

    def check(self, url: URL, *, listed: bool = True) -> None:
        """Raise `FetchError` where the host is not listed, or leads into the bot's own network.

        A name is checked again when it is resolved.
        """
        host = url.host or ""
        if self._is_here(url) or host in self._own:
            return
        if listed and not any(_matches(pattern, host) for pattern in self._hosts):
            raise FetchError("host", url)
        if not may_be_public(host):
            raise FetchError("inner", url)

    async def fetch(
        self,
        url: URL,
        write: Callable[[bytes], object],
        *,
        listed: bool = True,
        token: str | None = None,
        headers: Mapping[str, str] = NO_HEADERS,
        fine: Collection[int] = (HTTPStatus.OK,),
        again: Collection[int] = (),
    ) -> Answer:
        """Write the content piece by piece, 1 byte at least of a 200. Raises `FetchError`.

        Args:
            url: as `parsed` gives it.
            listed: whether its host must be listed; another that it redirects to must be in any case.
            token: a bearer token for its host, and for no other.
            headers: more headers for its host, and for no other.
            fine: statuses that are no fault.
            again: statuses after which it is asked again, after a pause, within the seconds for all of it.
        """
        try:
            async with asyncio.timeout(self._seconds) as limit:
                trusted, pauses = None if listed else url.origin(), iter(_PAUSES)
                while True:
                    try:
                        answer, size = await self._follow(url, write, trusted, token, headers, fine)
                        break
                    except FetchError as fault:
                        pause, now = next(pauses, math.inf), asyncio.get_running_loop().time()
                        if fault.status not in again or now + pause >= (limit.when() or 0.0):
                            raise
                    await asyncio.sleep(pause)
        except TimeoutError as error:
            raise FetchError("slow", url) from error
        except aiohttp.ClientConnectorCertificateError as error:
            log.warning("the certificate of %s is not trusted", url.host)
            raise FetchError("certificate", url) from error
        except (aiohttp.ClientError, OSError) as error:
            log.warning("fetching from %s failed: %s", url.host, type(error).__name__)
            raise FetchError("failed", url) from error
        if answer.status == HTTPStatus.OK and not size:
            raise FetchError("empty", url)
        return answer

    async def _follow(
        self,
        url: URL,
        write: Callable[[bytes], object],
        trusted: URL | None,
        token: str | None,
        own_headers: Mapping[str, str],
        fine: Collection[int],
    ) -> tuple[Answer, int]:
        usual = {"Accept-Encoding": "identity"}  # a photo is compressed already
        headers = {**usual, **own_headers}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        for _ in range(self._max_redirects + 1):
            self.check(url, listed=url.origin() != trusted)
            async with self._session.get(
                url, headers=headers, allow_redirects=False, ssl=self._trusted or True
            ) as response:
                location = response.headers.get("Location")
                if response.status not in _REDIRECTS or location is None:
                    return await self._content(response, url, write, fine)
            target = self.parsed(_joined(url, location))
            if target.origin() != url.origin():  # whose server may be anybody's
                if token is not None:
                    raise FetchError("moved", target)
                headers = usual
            url = target
        raise FetchError("circles", url)

    async def _content(
        self,
        response: aiohttp.ClientResponse,
        url: URL,
        write: Callable[[bytes], object],
        fine: Collection[int],
    ) -> tuple[Answer, int]:
        if response.status not in fine:
            log.warning("%s answers HTTP %s", url.host, response.status)
            raise FetchError("status", url, status=response.status)
        if (response.content_length or 0) > self._max_bytes:
            raise self._too_large(url)
        size = 0
        async for chunk in response.content.iter_chunked(_CHUNK):
            size += len(chunk)  # counted after decompression, so that a small bomb is no way round
            if size > self._max_bytes:
                raise self._too_large(url)
            write(chunk)
        return Answer(response.status, response.headers), size

    def _too_large(self, url: URL) -> FetchError:
        return FetchError("too-large", url, allowed=self._max_bytes / (1 << 20))

    def _is_here(self, url: URL) -> bool:
        """Whether it is on this very machine, and may be."""
        return self._allow_loopback and is_loopback(url.host) and url.scheme in ("http", "https")


def _matches(pattern: str, host: str) -> bool:
    if pattern.startswith("*."):
        return host.endswith(pattern[1:]) and host != pattern[1:]
    return pattern in (ANY_HOST, host)


def _joined(url: URL, location: str) -> str:
    """Where a redirect leads; an address that cannot be read leads nowhere."""
    try:
        return str(url.join(URL(location)))
    except ValueError:
        return ""

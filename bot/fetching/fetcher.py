"""Fetching what somebody else names by address: from listed hosts, by https, bounded in size and time."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable, Collection
from http import HTTPStatus

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


class SafeFetcher:
    """Fetches over a session that `bot.fetching.network.open_session` opened.

    An address must be https, on one of `hosts` (one that begins with `*.` stands for all below it) and on the
    open internet; so must each that it redirects to. At most `max_bytes` are read, within `seconds` for all
    of it. `allow_loopback` is for local mode and for tests: http and https on this very machine pass, listed
    or not.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        hosts: Collection[str] = (),
        max_bytes: int = 25 << 20,
        seconds: float = 10.0,
        max_redirects: int = 5,
        allow_loopback: bool = False,
    ) -> None:
        self._session = session
        self._hosts = hosts
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
        if not (bare and ((url.scheme == "https" and url.port == 443) or self._is_here(url))):
            raise FetchError("scheme", url)
        return url

    def check(self, url: URL, *, listed: bool = True) -> None:
        """Raise `FetchError` where the host is not listed, or leads into the bot's own network.

        A name is checked again when it is resolved.
        """
        if self._is_here(url):
            return
        host = url.host or ""
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
        again: Collection[int] = (),
    ) -> None:
        """Write the content piece by piece, 1 byte at least. Raises `FetchError`.

        Args:
            url: as `parsed` gives it.
            listed: whether its host must be listed; another that it redirects to must be in any case.
            token: a bearer token for its host, and for no other.
            again: statuses after which it is asked again, after a pause, within the seconds for all of it.
        """
        try:
            async with asyncio.timeout(self._seconds) as limit:
                trusted, pauses = None if listed else url.origin(), iter(_PAUSES)
                while True:
                    try:
                        size = await self._follow(url, write, trusted, token)
                        break
                    except FetchError as fault:
                        pause, now = next(pauses, math.inf), asyncio.get_running_loop().time()
                        if fault.status not in again or now + pause >= (limit.when() or 0.0):
                            raise
                    await asyncio.sleep(pause)
        except TimeoutError as error:
            raise FetchError("slow", url) from error
        except (aiohttp.ClientError, OSError) as error:
            log.warning("fetching from %s failed: %s", url.host, type(error).__name__)
            raise FetchError("failed", url) from error
        if not size:
            raise FetchError("empty", url)

    async def _follow(
        self, url: URL, write: Callable[[bytes], object], trusted: URL | None, token: str | None
    ) -> int:
        headers = {"Accept-Encoding": "identity"}  # a photo is compressed already
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        for _ in range(self._max_redirects + 1):
            self.check(url, listed=url.origin() != trusted)
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                location = response.headers.get("Location")
                if response.status not in _REDIRECTS or location is None:
                    return await self._content(response, url, write)
            target = self.parsed(_joined(url, location))
            if token is not None and target.origin() != url.origin():
                raise FetchError("moved", target)  # whose server may be anybody's
            url = target
        raise FetchError("circles", url)

    async def _content(
        self, response: aiohttp.ClientResponse, url: URL, write: Callable[[bytes], object]
    ) -> int:
        if response.status != HTTPStatus.OK:
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
        return size

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

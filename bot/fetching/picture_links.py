"""Fetching catalogue pictures that a batch names by address: from hosts that the operator allows, https only.

The address comes from a table that anybody may have written, so it is held to the hosts of the setting, to
addresses of the open internet as they are resolved, and to sizes and times.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from http import HTTPStatus

import aiohttp
from yarl import URL

from bot.fetching.attachments import is_loopback, open_session
from catalogue.errors import BatchError
from catalogue.messages import Message

log = logging.getLogger(__name__)

NO_ADDRESS = Message("link-none")

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 64 << 10


class PictureLinks:
    """A picture by its address: what `read_batch` takes as `fetch`. Blocks, so keep it off the event loop.

    One at a time, from any thread. At most `max_bytes` are read, within `seconds`; a host that fails
    `patience` times in a row is asked no more. `allow_loopback` is for tests: it lets http on this very
    machine through. Close it when done.
    """

    def __init__(
        self,
        hosts: Collection[str],
        *,
        max_bytes: int = 25 << 20,
        seconds: float = 10.0,
        max_redirects: int = 3,
        patience: int = 5,
        allow_loopback: bool = False,
    ) -> None:
        self._hosts = frozenset(host.lower() for host in hosts)
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._max_redirects = max_redirects
        self._patience = patience
        self._allow_loopback = allow_loopback
        self._failed: Counter[str] = Counter()
        self._lock = threading.Lock()
        # Its own loop, kept from picture to picture, so that connections are kept too.
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._session: aiohttp.ClientSession | None = None

    def __call__(self, address: str) -> bytes:
        """The picture's file, 1 byte at least. Raises `BatchError` with a sentence that says why not."""
        with self._lock:
            url = self._allowed(address)
            host = url.host or ""
            if self._failed[host] >= self._patience:
                raise BatchError(
                    Message(
                        "host-failed",
                        host=host,
                        times=self._patience,
                    )
                )
            try:
                data = self._runner.run(self._fetch(url))
            except BatchError:
                self._failed[host] += 1
                raise
            self._failed[host] = 0
            return data

    def close(self) -> None:
        """Let go of connections."""
        with self._lock:
            if self._session is not None:
                self._runner.run(self._session.close())
            self._runner.close()

    async def _fetch(self, url: URL) -> bytes:
        if self._session is None:
            self._session = open_session(allow_loopback=self._allow_loopback)
        try:
            async with asyncio.timeout(self._seconds):
                return await self._read(self._session, url)
        except TimeoutError as error:
            raise BatchError(Message("link-slow", address=_plain(url))) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            log.warning("a catalogue picture failed from %s: %s", url.host, type(error).__name__)
            raise BatchError(Message("link-failed", address=_plain(url))) from error

    async def _read(self, session: aiohttp.ClientSession, url: URL) -> bytes:
        for _ in range(self._max_redirects + 1):
            async with session.get(
                url, headers={"Accept-Encoding": "identity"}, allow_redirects=False
            ) as response:
                location = response.headers.get("Location")
                if response.status not in _REDIRECTS or location is None:
                    return await self._content(response, url)
            url = self._allowed(str(url.join(URL(location))))
        raise BatchError(
            Message(
                "link-circles",
                address=_plain(url),
            )
        )

    async def _content(self, response: aiohttp.ClientResponse, url: URL) -> bytes:
        if response.status != HTTPStatus.OK:
            raise BatchError(
                Message(
                    "link-status",
                    address=_plain(url),
                    status=str(response.status),
                )
            )
        content = bytearray()
        async for chunk in response.content.iter_chunked(_CHUNK):
            content += chunk  # counted after decompression, so that a small bomb is no way round
            if len(content) > self._max_bytes:
                raise BatchError(
                    Message(
                        "link-too-large",
                        address=_plain(url),
                        allowed=self._max_bytes / (1 << 20),
                    )
                )
        if not content:
            raise BatchError(Message("link-empty", address=_plain(url)))
        return bytes(content)

    def _allowed(self, address: str) -> URL:
        """The address, where it may be asked at all. Names are checked again as they are resolved."""
        try:
            url = URL(address)
            host, port = (url.host or "").lower(), url.port
        except ValueError as error:
            raise BatchError(NO_ADDRESS) from error
        if host not in self._hosts:
            if not host:
                raise BatchError(Message("link-none"))
            raise BatchError(Message("host-unknown", host=host))
        if self._allow_loopback and is_loopback(host) and url.scheme in ("http", "https"):
            return url
        if url.scheme != "https" or port != 443 or (url.user, url.password) != (None, None):
            raise BatchError(
                Message(
                    "link-http",
                    address=_plain(url),
                )
            )
        return url


@contextmanager
def allowed_links(hosts: Collection[str], *, max_bytes: int = 25 << 20) -> Iterator[PictureLinks | None]:
    """What gets pictures from these hosts; None where none is allowed, so that an export is only noted."""
    if not hosts:
        yield None
        return
    with closing(PictureLinks(hosts, max_bytes=max_bytes)) as links:
        yield links


def _plain(url: URL) -> str:
    """The address without what may be secret in it."""
    return str(url.with_query(None).with_fragment(None).with_user(None))[:200]

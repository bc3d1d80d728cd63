"""Fetching catalogue pictures that a batch names by address, from hosts that the operator allows.

The address comes from a table that anybody may have written.
"""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager

import aiohttp

from bot.errors import FetchError
from bot.fetching.fetcher import SafeFetcher
from bot.fetching.network import open_session
from catalogue.errors import BatchError
from catalogue.messages import Message

NO_ADDRESS = Message("link-none")


class PictureLinks:
    """A picture by its address: what `read_batch` takes as `fetch`. Blocks, so keep it off the event loop.

    One at a time, from any thread. At most `max_bytes` are read, within `seconds`; a host that fails
    `patience` times in a row is not asked again. `allow_loopback` is for tests. Close it when done.
    """

    def __init__(
        self,
        hosts: Collection[str],
        *,
        max_bytes: int = 25 << 20,
        seconds: float = 10.0,
        patience: int = 5,
        allow_loopback: bool = False,
    ) -> None:
        self._patience = patience
        self._failures: Counter[str] = Counter()
        self._lock = threading.Lock()
        # Its own loop, from picture to picture, so that connections stay open.
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._session = self._runner.run(_opened(allow_loopback))
        self._fetcher = SafeFetcher(
            self._session,
            hosts=frozenset(host.lower() for host in hosts),
            max_bytes=max_bytes,
            seconds=seconds,
            max_redirects=3,
            allow_loopback=allow_loopback,
        )

    def __call__(self, address: str) -> bytes:
        """The picture's file, 1 byte at least. Raises `BatchError` with a sentence that says why not."""
        try:
            with self._lock:
                return self._get(address)
        except FetchError as fault:
            raise BatchError(_sentence(fault)) from fault

    def close(self) -> None:
        """Close its connections."""
        with self._lock:
            self._runner.run(self._session.close())
            self._runner.close()

    def _get(self, address: str) -> bytes:
        url = self._fetcher.parsed(address)
        self._fetcher.check(url)
        host = url.host or ""
        if self._failures[host] >= self._patience:
            raise BatchError(Message("host-failed", host=host, times=self._patience))
        content = bytearray()
        try:
            self._runner.run(self._fetcher.fetch(url, content.extend))
        except FetchError:
            self._failures[host] += 1
            raise
        self._failures[host] = 0
        return bytes(content)


@contextmanager
def allowed_links(hosts: Collection[str], *, max_bytes: int = 25 << 20) -> Iterator[PictureLinks | None]:
    """What gets pictures from these hosts; None where none is allowed, so that an export is only noted."""
    if not hosts:
        yield None
        return
    with closing(PictureLinks(hosts, max_bytes=max_bytes)) as links:
        yield links


async def _opened(allow_loopback: bool) -> aiohttp.ClientSession:
    return open_session(allow_loopback=allow_loopback)  # which wants a running loop


def _sentence(fault: FetchError) -> Message:
    """Why a picture was not fetched, with its address but for what may be secret in that."""
    url = fault.url
    if url is None or fault.reason == "address":
        return NO_ADDRESS
    address = str(url.with_query(None).with_fragment(None).with_user(None))[:200]
    match fault.reason:
        case "host":
            return Message("host-unknown", host=url.host or "")
        case "scheme":
            return Message("link-http", address=address)
        case "slow":
            return Message("link-slow", address=address)
        case "circles":
            return Message("link-circles", address=address)
        case "status":
            return Message("link-status", address=address, status=str(fault.status))
        case "too-large":
            return Message("link-too-large", address=address, allowed=fault.allowed)
        case "empty":
            return Message("link-empty", address=address)
        case _:
            return Message("link-failed", address=address)

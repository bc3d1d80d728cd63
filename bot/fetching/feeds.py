"""A feed's content by its address: by https, with headers and validators; see `catalogue.feeds`.

The rules are those for whatever else is fetched, with one exception. Whoever adds a feed runs the bot, and
has chosen its host, which may therefore be in the bot's own network. Nobody has chosen where it redirects to.
"""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path, PurePosixPath

from yarl import URL

from bot.errors import FetchError
from bot.fetching.fetcher import ANY_HOST, NO_HEADERS, Answer, SafeFetcher
from bot.fetching.network import is_loopback, open_session
from catalogue.database import Mark
from catalogue.errors import FeedError
from catalogue.feeds.sources.port import MAX_BYTES, SECONDS, Fetched, not_after_now
from catalogue.messages import Message

_PASSING = frozenset({429, 500, 502, 503, 504})
"""Statuses that are gone at the next try as a rule."""
_LOGIN = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})


class WebSource:
    """The content of an https address, unless the server says that it is still the same.

    Plain http is for this very machine alone. A user and a password in the address become a header, and no
    header goes to another host. Redirects to other hosts must lead to the open internet.
    """

    def __init__(
        self,
        address: str,
        *,
        headers: Mapping[str, str] = NO_HEADERS,
        authorities: Path | None = None,
        max_bytes: int = MAX_BYTES,
        seconds: float = SECONDS,
    ) -> None:
        """`authorities`: a PEM file of certificate authorities that are trusted beside the system's."""
        self._address = address
        self._headers = headers
        self._authorities = authorities
        self._max_bytes = max_bytes
        self._seconds = seconds

    def fetch(self, known: Mark | None, out: Path) -> Fetched:
        """See `catalogue.feeds.sources.Source.fetch`."""
        try:
            url = URL(self._address)
            host = url.host or ""
        except ValueError as error:
            raise FeedError(Message("feed-address")) from error
        if not host:
            raise FeedError(Message("feed-address"))
        trusted = self._trusted()
        try:
            with out.open("wb") as file:
                answer = asyncio.run(self._answer(url, host, known, trusted, file.write))
        except FetchError as fault:
            raise FeedError(_sentence(fault, host)) from fault
        etag, last_modified = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
        if answer.status == HTTPStatus.NOT_MODIFIED and known is not None:
            modified = _moment(last_modified) or known.modified
            return Fetched(known, not_after_now(modified), unchanged=True)
        modified = _moment(last_modified)
        mark = Mark(etag=etag, modified=modified, last_modified=last_modified)
        return Fetched(mark, not_after_now(modified), PurePosixPath(url.path).name)

    async def _answer(
        self,
        url: URL,
        host: str,
        known: Mark | None,
        trusted: ssl.SSLContext | None,
        write: Callable[[bytes], object],
    ) -> Answer:
        headers = dict(self._headers)
        if url.user is not None:
            login = f"{url.user}:{url.password or ''}".encode()
            headers["Authorization"] = f"Basic {b64encode(login).decode()}"
        fine = [HTTPStatus.OK]
        if known is not None and (known.etag or known.last_modified):
            fine.append(HTTPStatus.NOT_MODIFIED)
            headers |= {"If-None-Match": known.etag} if known.etag else {}
            headers |= {"If-Modified-Since": known.last_modified} if known.last_modified else {}
        here = is_loopback(host)
        async with open_session(allow_loopback=here, inner_hosts=[host.casefold()]) as session:
            fetcher = SafeFetcher(
                session,
                hosts=[ANY_HOST],
                own=[host],
                trusted=trusted,
                max_bytes=self._max_bytes,
                seconds=self._seconds,
                allow_loopback=here,
            )
            bare = fetcher.parsed(str(url.with_user(None)))
            return await fetcher.fetch(bare, write, headers=headers, fine=fine, again=_PASSING)

    def _trusted(self) -> ssl.SSLContext | None:
        if self._authorities is None:
            return None
        context = ssl.create_default_context()
        try:
            context.load_verify_locations(self._authorities)
        except (OSError, ssl.SSLError) as error:
            raise FeedError(Message("operator-feed-authorities", path=str(self._authorities))) from error
        return context


def _moment(written: str) -> datetime | None:
    """A date as HTTP writes it; None if it is none."""
    try:
        return parsedate_to_datetime(written).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def _sentence(fault: FetchError, host: str) -> Message:
    """Why a content was not fetched; of the address it contains the host alone."""
    if fault.status in _LOGIN:
        return Message("feed-login", where=host)
    match fault.reason:
        case "address":
            return Message("feed-address")
        case "scheme":
            return Message("feed-no-https")
        case "host" | "inner" | "moved" | "circles" | "untrusted":
            return Message("feed-moved", where=host)
        case "slow":
            return Message("feed-slow", where=host)
        case "certificate":
            return Message("feed-certificate", where=host)
        case "status":
            return Message("feed-status", where=host, status=str(fault.status))
        case "too-large":
            return Message("feed-too-large", allowed=round(fault.allowed))
        case "empty":
            return Message("feed-empty")
        case _:
            return Message("feed-not-reached", where=host, english="no answer")

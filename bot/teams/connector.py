"""How HTTP is spoken to the connector: msrest's pipeline, over our own session.

botbuilder sends through msrest, whose own way blocks the event loop and retries nothing, so that what carries
a request is replaced here. Knows nothing of botbuilder, and is for `bot.teams.adapter` alone: the two go
together.
"""

from __future__ import annotations

import asyncio
import json
import logging
import math
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import aiohttp
from msrest.pipeline import Request, Response
from msrest.pipeline.async_abc import AsyncHTTPPolicy, AsyncHTTPSender, AsyncPipeline
from msrest.pipeline.universal import RawDeserializer
from msrest.serialization import Serializer
from msrest.universal_http.async_abc import AsyncClientResponse
from yarl import URL

log = logging.getLogger(__name__)

GetToken = Callable[[str | None], Awaitable[str | None]]
"""Gives the bot's token, another than the one named; None where none is needed."""

TRY_AGAIN = frozenset({412, 429, 500, 502, 503, 504})
"""Answers after which Microsoft asks to try again; 500 beside them, as Teams gives it for passing faults."""
_PERHAPS_TAKEN = frozenset({500, 503})
"""Of these, the ones after which a new message may stand in the chat all the same (openclaw/openclaw#121116).

Not where a `Retry-After` comes with it: whoever asks to come back has not taken it.
"""
TARGETED = "X-Hangtag-Targeted"
"""Stands for the query `isTargetedActivity=true`, which the library can't write. It's never sent itself."""
_TIMEOUT = aiohttp.ClientTimeout(total=15)


def pipeline(configuration: Any, sender: Sender, get_token: GetToken) -> AsyncPipeline[Any, Any]:
    """A client's way out and back, with its name and the bot's token on each request."""
    # Policies are linked to one another, so no two pipelines may share one.
    policies = [configuration.user_agent_policy, RawDeserializer(), _Token(get_token)]
    return AsyncPipeline(policies, sender)


class Sender(AsyncHTTPSender[Any, Any]):
    """Sends over an aiohttp session; what is refused for the moment is sent once more."""

    def __init__(self, session: aiohttp.ClientSession, *, longest_wait: float) -> None:
        self._session = session
        self._longest_wait = longest_wait

    async def __aexit__(self, *exc_details: object) -> None:
        """The session is another's to close."""

    async def send(self, request: Request[Any], **config: Any) -> Response[Any, Any]:
        answer = await self._send(request)
        taken = may_be_taken(request.http_request.method, answer.status_code, answer.headers)
        if answer.status_code in TRY_AGAIN and not taken:
            seconds = retry_after(answer.headers.get("Retry-After"))
            if seconds <= self._longest_wait:
                log.warning("the channel answers %s, once more in %.1f s", answer.status_code, seconds)
                await asyncio.sleep(seconds)
                answer = await self._send(request)
        return Response(request, answer)

    async def _send(self, request: Request[Any]) -> _Answer:
        http = request.http_request
        url = URL(http.url, encoded=True)
        if http.headers.pop(TARGETED, None):
            url = url.update_query(isTargetedActivity="true")
            http.url = str(url)  # for a second try
        async with self._session.request(
            http.method,
            url,
            headers=http.headers,
            data=http.data,
            timeout=_TIMEOUT,
            allow_redirects=False,
        ) as response:
            return _Answer(http, response, await response.read())


class _Answer(AsyncClientResponse):
    """An answer that is read already."""

    def __init__(self, request: Any, response: aiohttp.ClientResponse, body: bytes) -> None:
        super().__init__(request, response)
        self.status_code = response.status
        self.headers = response.headers  # type: ignore[assignment]  # any mapping will do
        self.reason = response.reason
        # The library trips over all but JSON objects, such as a gateway's page that says 502.
        self._body = body if _is_object(body) else b""

    def body(self) -> bytes:
        return self._body

    def text(self, encoding: str | None = None) -> str:
        return self._body.decode(encoding or "utf-8", errors="replace")

    def raise_for_status(self) -> None:
        self.internal_response.raise_for_status()


class _Token(AsyncHTTPPolicy[Any, Any]):
    """Puts the bot's token on a request; one that is refused is replaced once."""

    def __init__(self, get: GetToken) -> None:
        super().__init__()
        self._get = get

    async def send(self, request: Request[Any], **kwargs: Any) -> Response[Any, Any]:
        assert self.next is not None, "the pipeline has linked its policies"
        token = await self._get(None)
        if token is None:
            return await self.next.send(request, **kwargs)
        request.http_request.headers["Authorization"] = f"Bearer {token}"
        response = await self.next.send(request, **kwargs)
        if response.http_response.status_code == HTTPStatus.UNAUTHORIZED:
            fresh = await self._get(token)
            request.http_request.headers["Authorization"] = f"Bearer {fresh}"
            response = await self.next.send(request, **kwargs)
        return response


class PlainSerializer(Serializer):
    """Takes an activity as it is: ours are JSON already.

    The library would turn it into its own classes and back, which takes 10 ms for a card and leaves out what
    it does not know.
    """

    def body(self, data: object, data_type: str, **kwargs: Any) -> object:
        return data


def retry_after(written: str | None, *, otherwise: float = 1.0) -> float:
    """Seconds to wait, from a header that gives seconds or a date (RFC 9110, section 10.2.3).

    What is neither, or no time that anybody could wait for, counts as not said.
    """
    if written is None:
        return otherwise
    try:
        seconds = float(written)
    except ValueError:
        pass
    else:
        # NaN is neither more nor less than any patience, so that there would be no end of trying.
        return max(seconds, 0.0) if math.isfinite(seconds) else otherwise
    try:
        when = parsedate_to_datetime(written)
        return max((when.astimezone(UTC) - datetime.now(UTC)).total_seconds(), 0.0)
    except (ValueError, OverflowError):  # the latter of a date at the end of the calendar
        return otherwise


def may_be_taken(method: str, status: int | None, headers: Mapping[str, str]) -> bool:
    """Whether a message that was refused so may have been taken, so that each try may be another copy."""
    return method == "POST" and status in _PERHAPS_TAKEN and "Retry-After" not in headers


def _is_object(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except (ValueError, RecursionError):
        return False

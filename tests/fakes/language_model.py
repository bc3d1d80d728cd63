"""A language model's endpoint on this machine, which answers as a test wants it to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web
from aiohttp.test_utils import TestServer

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as it came in."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def content(self) -> dict[str, Any]:
        """What the user's message holds."""
        content: dict[str, Any] = json.loads(self.body["messages"][1]["content"])
        return content


@dataclass(slots=True)
class FakeLanguageModel:
    """Answers each request with `reading`, or as `answer` does if a test sets it."""

    reading: Any = field(default_factory=dict)
    """A JSON value, or a text that is sent as it is."""
    answer: Answering | None = None
    requests: list[Sent] = field(default_factory=list)
    ssl: Any = None
    _server: TestServer = field(init=False)

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=2**20)
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._server = TestServer(app, host="127.0.0.1", scheme="https" if self.ssl else "http")
        await self._server.start_server(ssl=self.ssl)
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._server.close()

    def url(self, path: str = "/v1") -> str:
        """Its address."""
        return str(self._server.make_url(path))

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        body = await request.json() if request.method == "POST" else {}
        self.requests.append(Sent(request.path_qs, dict(request.headers), body))
        if self.answer is not None:
            return await self.answer(request)
        return completion(self.reading)


def completion(reading: Any) -> web.Response:
    """A chat completion with that text, or with that JSON."""
    text = reading if isinstance(reading, str) else json.dumps(reading)
    message = {"role": "assistant", "content": text}
    return web.json_response({"object": "chat.completion", "choices": [{"index": 0, "message": message}]})


async def nothing_for_a_minute(request: web.Request) -> web.StreamResponse:
    """A server that takes the request and says nothing."""
    await asyncio.sleep(60)
    return completion({})


async def drop_by_drop(request: web.Request) -> web.StreamResponse:
    """A server that never ends."""
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(600):
        await response.write(b" ")
        await asyncio.sleep(0.1)
    return response

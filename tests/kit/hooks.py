"""A system that hooks lead to: a real server on this machine, which answers as a test says."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer


@dataclass(slots=True)
class HookRequest:
    """What came."""

    headers: dict[str, str]
    body: bytes
    status: int = 0
    """What was answered."""

    @property
    def id(self) -> str:
        """The same at every attempt."""
        return self.headers["webhook-id"]

    @property
    def data(self) -> dict[str, Any]:
        """What happened."""
        return dict(json.loads(self.body)["data"])

    def signed_with(self, secret: str) -> bool:
        """Whether the signature is right, computed as Standard Webhooks says and not by our code."""
        key = base64.b64decode(secret.removeprefix("whsec_"))
        stamp = self.headers["webhook-timestamp"]
        signed = b".".join([self.id.encode(), stamp.encode(), self.body])
        right = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        return self.headers["webhook-signature"] == f"v1,{right}"


@dataclass(slots=True)
class HookServer:
    """Answers with the statuses given, then with 200."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    location: str = ""
    """Where a redirect leads."""
    hang: asyncio.Event | None = None
    """While it is not set, nothing is answered."""
    came: list[HookRequest] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    async def handle(self, request: web.Request) -> web.Response:
        """Take an event."""
        came = HookRequest(dict(request.headers), await request.read())
        self.came.append(came)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            if self.hang is not None:
                await self.hang.wait()
            came.status = self.statuses.pop(0) if self.statuses else 200
            headers = {"Location": self.location} if self.location else {}
            return web.Response(status=came.status, headers=headers)
        finally:
            self.at_once -= 1


@asynccontextmanager
async def hook_server(*, statuses: Sequence[int] = (), hang: bool = False) -> AsyncIterator[HookServer]:
    """A server on loopback, until the context is left."""
    hook = HookServer(statuses=list(statuses), hang=asyncio.Event() if hang else None)
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", hook.handle)
    async with TestServer(app, host="127.0.0.1") as server:
        hook.url = str(server.make_url("/hook"))
        try:
            yield hook
        finally:
            if hook.hang is not None:
                hook.hang.set()

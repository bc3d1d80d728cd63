"""The document, and the page to try it: Swagger UI, served from here, so that no other host is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.api.guard import OPEN
from bot.api.problems import json_response

_PAGE = Path(__file__).parent / "page"
_FILES = ("page.js", "swagger-ui-bundle.js", "swagger-ui.css")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}


def page_routes(document: Callable[[], Mapping[str, Any]]) -> list[web.RouteDef]:
    """`openapi.json`, and `docs/` with its files.

    The document takes a third of a second, so it's made when it is first asked for.
    """
    made = cache(document)

    async def openapi(_: web.Request) -> web.Response:
        return json_response(await asyncio.to_thread(made))

    async def index(_: web.Request) -> web.FileResponse:
        return web.FileResponse(_PAGE / "index.html", headers=_HEADERS)

    async def file(request: web.Request) -> web.FileResponse:
        name = request.match_info["name"]
        if name not in _FILES:
            raise web.HTTPNotFound
        return web.FileResponse(_PAGE / name, headers=_HEADERS)

    return [
        web.get("/openapi.json", openapi, name=f"{OPEN}-document"),
        web.get("/docs/", index, name=f"{OPEN}-page"),
        web.get("/docs/{name}", file, name=f"{OPEN}-file"),
    ]

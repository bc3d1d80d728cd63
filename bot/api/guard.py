"""What every request of the API passes: is there an API, whose key is it, how often, and may it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from aiohttp import web
from aiohttp.typedefs import Handler
from aiolimiter import AsyncLimiter

from bot.api.calls import Call, Endpoint, parsed_query
from bot.api.problems import ProblemError, problem_of
from bot.errors import UserError
from bot.state.keys import Key, Keys
from catalogue.errors import CatalogueError
from vision.errors import PhotoError

if TYPE_CHECKING:
    from bot.telemetry.metrics import Metrics

log = logging.getLogger(__name__)

KEY = web.RequestKey("api-key", Key)
OPEN = "open"
"""The beginning of names of routes that need no key, once there is one: the document and the page."""
_SCHEME = "bearer "


class Guard:
    """Checks keys and counts requests; everything that is refused is answered as JSON."""

    def __init__(self, keys: Keys, metrics: Metrics, *, per_minute: int) -> None:
        """`per_minute`: how many requests each key may make, in this bot."""
        self._keys = keys
        self._metrics = metrics
        self._per_minute = per_minute
        self._limits: dict[str, AsyncLimiter] = {}

    def middleware(self) -> Callable[[web.Request, Handler], object]:
        """For the application of the API: it sees unknown paths and methods too."""

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            response = await self._answered(request, handler)
            resource = request.match_info.route.resource
            path = resource.canonical if resource is not None else "unknown"
            key = request.get(KEY)
            self._metrics.called(f"{request.method if resource else '?'} {path}", response.status)
            if key is not None:
                log.info("%s %s by the key %s: %d", request.method, path, key.name, response.status)
            return response

        return guard

    def route(self, endpoint: Endpoint) -> web.RouteDef:
        """An endpoint, for whom it is."""

        async def handle(request: web.Request) -> web.StreamResponse:
            key = request[KEY]
            if key.role < endpoint.role:
                text = f"A key with the role {endpoint.role.word} may do that; this one is a {key.role.word}."
                raise ProblemError(403, "forbidden", text)
            return await endpoint.handle(Call(request, key, parsed_query(endpoint.query, request)))

        return web.route(endpoint.method, _pattern(endpoint.path), handle)

    async def _answered(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            await self._admit(request)
            return await handler(request)
        except ProblemError as problem:
            return problem.response()
        except (UserError, PhotoError, CatalogueError) as error:
            return problem_of(error).response()
        except web.HTTPException as error:
            if error.status < 400:
                raise
            code = {404: "not-found", 405: "wrong-method"}.get(error.status, "refused")
            headers = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else None
            return ProblemError(error.status, code, f"{error.reason}.", headers=headers).response()
        except Exception:
            log.exception("a request of the API failed")
            return ProblemError(500, "bug", "It failed. The log has the details.").response()

    async def _admit(self, request: web.Request) -> None:
        """Raise `ProblemError` unless there is an API, and the request has a key of it."""
        if (request.match_info.route.name or "").startswith(OPEN):
            if not await asyncio.to_thread(self._keys.any):
                raise _off()
            return
        given = request.headers.getall("Authorization", [])
        written = given[0] if len(given) == 1 else ""
        key = None
        if written[: len(_SCHEME)].casefold() == _SCHEME:
            key = await asyncio.to_thread(self._keys.of, written[len(_SCHEME) :].strip())
        if key is None:
            if not await asyncio.to_thread(self._keys.any):
                raise _off()
            text = "Send a key that holds: Authorization: Bearer hangtag_…"
            raise ProblemError(401, "no-key", text, headers={"WWW-Authenticate": 'Bearer realm="hangtag"'})
        limit = self._limits.setdefault(key.name, AsyncLimiter(self._per_minute, 60))
        if not limit.has_capacity():
            text = f"A key may make {self._per_minute} requests a minute."
            wait = {"Retry-After": str(max(1, round(60 / self._per_minute)))}
            raise ProblemError(429, "too-many", text, headers=wait)
        await limit.acquire()
        request[KEY] = key


def _off() -> ProblemError:
    return ProblemError(404, "not-found", "Not Found.")


def _pattern(path: str) -> str:
    """A path of the document as aiohttp's: an id may have slashes in it."""
    return path.replace("{id}", "{id:.+}")

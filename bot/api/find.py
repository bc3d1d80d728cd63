"""A photo in, matches and stock out: the same way as in the chat and as `hangtag find`."""

from __future__ import annotations

from typing import Annotated

from aiohttp import web
from pydantic import Field

from bot.api.calls import Call, Endpoint, Strict
from bot.api.problems import json_response
from bot.api.replies import FindReply
from bot.errors import BusyError
from bot.handlers.photos.photo_search import PhotoSearch
from bot.reports import find_report
from bot.state.people import Role
from bot.worker_queue import WorkerQueue


class FindQuery(Strict):
    """How much is wanted."""

    top: Annotated[int, Field(ge=1, le=50, description="How many matches.")] = 5


class FindApi:
    """Answers photos. They are analysed and forgotten: nothing of them is stored."""

    def __init__(self, search: PhotoSearch, queue: WorkerQueue, *, max_bytes: int) -> None:
        """`queue` is the chat's own, so that both are bounded together."""
        self._search = search
        self._queue = queue
        self._max_bytes = max_bytes

    def endpoints(self) -> tuple[Endpoint, ...]:
        """What is answered here."""
        return (
            Endpoint(
                *("POST", "/find", Role.WORKER, "Find the items that a photo shows, with their stock"),
                self.find,
                query=FindQuery,
                reply=FindReply,
                takes=("image/jpeg", "image/png", "image/webp", "image/heic", "application/octet-stream"),
                refusals=(413, 503),
                description="The body is the photo's file itself. Its kind is read from its first bytes.",
            ),
        )

    async def find(self, call: Call[FindQuery]) -> web.Response:
        """`POST find`."""
        if self._queue.full:  # before megabytes are read
            raise BusyError("busy")
        photo = await call.body(self._max_bytes)
        result = await self._queue.run(lambda: self._search(photo, top=call.query.top))
        return json_response(find_report(result))

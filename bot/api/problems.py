"""What the API answers instead of what was asked for: a status, a code, and a sentence in English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from bot.errors import BotError, BusyError, ForbiddenError, UserError
from catalogue.errors import (
    BatchError,
    CatalogueError,
    MovementRefusedError,
    StaleBatchError,
    StoreError,
    UnknownBatchError,
    UnknownItemError,
)
from vision.errors import PhotoError


class ProblemError(BotError):
    """A request that is not done; nothing was changed."""

    def __init__(
        self,
        status: int,
        code: str,
        text: str,
        *,
        headers: Mapping[str, str] | None = None,
        **details: Any,
    ) -> None:
        """`details` stand in the answer beside code and text."""
        super().__init__(text)
        self.status = status
        self.code = code
        self.headers = dict(headers or {})
        self.details = details

    def response(self) -> web.Response:
        """The answer."""
        body = {"error": {"code": self.code, "text": str(self), **self.details}}
        return json_response(body, status=self.status, headers=self.headers)


def json_response(value: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """A value as JSON, which no browser keeps or takes for anything else; messages as their English text."""
    return web.Response(
        body=json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "replace"),
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", **(headers or {})},
    )


def problem_of(error: UserError | PhotoError | CatalogueError) -> ProblemError:
    """What the chat would answer with a sentence, with the status that fits."""
    code = error.message.code if isinstance(error, CatalogueError) else error.code
    text, details = str(error), {}
    headers: dict[str, str] = {}
    match error:
        case BusyError():
            status, headers = 503, {"Retry-After": "5"}
        case ForbiddenError():
            status = 403
        case UnknownItemError() | UnknownBatchError():
            status = 404
        case MovementRefusedError() | StaleBatchError() | UserError():
            status = 409
        case BatchError():
            status = 422
            details = {"refused": [{"row": one.row, "reason": str(one.reason)} for one in error.faults]}
        case StoreError():
            status, headers = 503, {"Retry-After": "5"}
        case _:
            status = 422
    return ProblemError(status, code, text, headers=headers, **details)

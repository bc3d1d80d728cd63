"""What WebChat posts, read within limits: an activity, alone or with the files that belong to it."""

from __future__ import annotations

import json
import mimetypes
from dataclasses import dataclass

from aiohttp import BodyPartReader, web

from bot.errors import ActivityError
from bot.local.conversations import Activity
from bot.teams.activities import refuse_constant, sound

MAX_ACTIVITY_BYTES = 8 << 20
"""WebChat puts small likenesses of the pictures into the activity itself."""

_TYPES = {".heic": "image/heic", ".heif": "image/heif", ".avif": "image/avif", ".webp": "image/webp"}
"""What browsers and Python know too seldom."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it was posted."""

    name: str
    content_type: str
    content: bytes


async def read_upload(request: web.Request, *, max_bytes: int) -> tuple[Activity, list[SentFile]]:
    """The activity of a multipart request and its files, which together may have `max_bytes`.

    Raises the HTTP error for the page where it is none.
    """
    if not request.content_type.startswith("multipart/"):
        raise web.HTTPUnsupportedMediaType(text="An upload is multipart/form-data.")
    try:
        return await _parts(request, max_bytes)
    except ValueError as error:  # no boundary, or not where it is said to be
        raise web.HTTPBadRequest(text="This is no multipart/form-data.") from error


async def _parts(request: web.Request, left: int) -> tuple[Activity, list[SentFile]]:
    activity: Activity = {"type": "message"}
    files: list[SentFile] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise web.HTTPBadRequest(text="An upload may not be nested.")
        content_type = part.headers.get("Content-Type", "")
        if content_type.startswith("application/vnd.microsoft.activity"):
            activity = parse_activity(await _read(part, MAX_ACTIVITY_BYTES))
        else:
            content = await _read(part, left)
            left -= len(content)
            name = sound(part.filename or "file")
            files.append(SentFile(name, _content_type(name, content_type), content))
    return activity, files


def parse_activity(body: bytes) -> Activity:
    """An activity as JSON. Raises the HTTP error for the page where it is none."""
    try:
        parsed = sound(json.loads(body, parse_constant=refuse_constant))
    except (ActivityError, RecursionError, ValueError) as error:
        raise web.HTTPBadRequest(text="This is no JSON, or nested too deeply.") from error
    if not isinstance(parsed, dict) or not isinstance(parsed.get("channelData", {}), dict):
        raise web.HTTPBadRequest(text="An activity is a JSON object, and so is its channelData.")
    return parsed


async def _read(part: BodyPartReader, limit: int) -> bytes:
    content = bytearray()
    while chunk := await part.read_chunk(1 << 16):
        content += chunk
        if len(content) > limit:
            raise web.HTTPRequestEntityTooLarge(max_size=limit, actual_size=len(content))
    return bytes(content)


def _content_type(name: str, claimed: str) -> str:
    """As claimed, or by the name where the browser knew none, as with HEIC."""
    claimed = claimed.partition(";")[0].strip().lower()
    if claimed and claimed != "application/octet-stream":
        return claimed
    suffix = f".{name.rpartition('.')[2].lower()}"
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"

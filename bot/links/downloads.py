"""Files made for one person to download, each behind a signed link that soon expires."""

from __future__ import annotations

import hmac
import logging
import re
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, TypeAlias

from aiohttp import web

from bot.errors import DownloadError
from bot.links import signatures

log = logging.getLogger(__name__)

Write: TypeAlias = Callable[[BinaryIO], object]

_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")
_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".html": "text/html; charset=utf-8",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Download:
    """Where a file can be had, and until when."""

    link: str
    until: datetime


class Downloads:
    """Keeps files in a folder until their links expire. Its links lead to `download_route`."""

    def __init__(
        self, base_url: str, key: bytes, folder: Path, *, lifetime: timedelta = timedelta(hours=24)
    ) -> None:
        """`key` signs the links; `folder` holds nothing else, as what is old is deleted there."""
        self._base = base_url.rstrip("/")
        self._key = key
        self._folder = folder
        self._lifetime = lifetime

    def keep(self, name: str, write: Write) -> Download:
        """Let `write` fill a file of that name, such as `batch-12.csv`. Blocks.

        Raises `UserError` where there is no room for it; whatever `write` raises goes through.
        """
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name for a download")
        token = secrets.token_urlsafe(16)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._sweep()
            file = self._folder / token
            try:
                with file.open("xb") as out:
                    write(out)
            except BaseException:
                file.unlink(missing_ok=True)
                raise
        except OSError as error:
            log.error("a file for download cannot be written: %s", error.strerror)
            raise DownloadError("download-no-room", english=error.strerror or "") from error
        until = datetime.now(UTC) + self._lifetime
        stamp = int(until.timestamp())
        signature = self._signature(token, name, stamp)
        return Download(f"{self._base}/downloads/{token}/{name}?until={stamp}&sig={signature}", until)

    def file(self, token: str, name: str, until: int, signature: str) -> Path | None:
        """The file that a link names; None where it was not made here, has expired or is gone."""
        expected = self._signature(token, name, until)
        if not hmac.compare_digest(expected.encode(), signature.encode()) or until <= time.time():
            return None
        file = self._folder / token
        return file if file.is_file() else None

    def _sweep(self) -> None:
        """Delete what no link leads to any more."""
        oldest = time.time() - self._lifetime.total_seconds()
        for file in self._folder.iterdir():
            with suppress(FileNotFoundError):  # another bot that shares the folder was quicker
                if file.stat().st_mtime < oldest:
                    file.unlink()

    def _signature(self, token: str, name: str, until: int) -> str:
        # No picture link is signed with a first line that is no number, though the key may be the same.
        return signatures.signature(self._key, "download", until, token, name)


def download_route(downloads: Downloads) -> web.RouteDef:
    """`GET /downloads/TOKEN/NAME?until=…&sig=…`: the file, to be saved; 404 for what is no link of ours."""

    async def serve(request: web.Request) -> web.FileResponse:
        token, name = request.match_info["token"], request.match_info["name"]
        try:
            until, signature = int(request.query["until"]), request.query["sig"]
            file = downloads.file(token, name, until, signature)
        except (KeyError, ValueError, OverflowError):
            file = None
        if file is None:
            raise web.HTTPNotFound(text="This link is not valid, or no longer: ask the bot for a new one.")
        headers = {
            "Content-Type": _TYPES.get(Path(name).suffix, "application/octet-stream"),
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        }
        return web.FileResponse(file, headers=headers)

    return web.get("/downloads/{token:[A-Za-z0-9_-]+}/{name}", serve)

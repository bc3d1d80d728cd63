"""Signed picture links, and the route that serves what they name.

A chat client fetches a card's pictures without signing in, so the link itself is the permission: it names one
picture in one size until one day, under a signature that only this installation can make.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import io
import logging
import os
import secrets
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from aiohttp import web
from PIL import Image

from bot.links import signatures
from catalogue.errors import CatalogueError
from vision.decoding.decoder import Decoder
from vision.errors import PhotoError

log = logging.getLogger(__name__)

KEY_BYTES = 32
MAX_SIDE = 1024
"""Pixels; Teams shows no larger picture in a card."""


class PictureStore(Protocol):
    """What holds the catalogue's pictures; `catalogue.pictures.PictureStore` is one.

    Called on a worker thread.
    """

    def get(self, key: str, /) -> bytes:
        """The picture's file. Raises `CatalogueError` where there is none."""


def now() -> datetime:
    """The present, in UTC."""
    return datetime.now(UTC)


class MediaLinks:
    """Makes and checks links. A link is the same all day long, so that clients can keep what they fetched."""

    def __init__(
        self,
        base_url: str,
        key: bytes,
        clock: Callable[[], datetime] = now,
        *,
        lifetime: timedelta = timedelta(days=30),
    ) -> None:
        if len(key) < KEY_BYTES:
            raise ValueError(f"the key has {len(key)} bytes, at least {KEY_BYTES} are wanted")
        if lifetime < timedelta(days=1):
            raise ValueError("the lifetime is at least a day")
        self._base = base_url.rstrip("/")
        self._key = key
        self._clock = clock
        self._lifetime = lifetime

    def link(self, picture_key: str, size: int) -> str:
        """An address for a picture in a square of at most `size` pixels a side."""
        if not 1 <= size <= MAX_SIDE:
            raise ValueError(f"size {size} is not within 1 to {MAX_SIDE}")
        day = (self._clock() + self._lifetime).replace(hour=0, minute=0, second=0, microsecond=0)
        until = int((day + timedelta(days=1)).timestamp())
        signature = self._signature(picture_key, size, until)
        return f"{self._base}/media/{size}/{quote(picture_key, safe='/')}?until={until}&sig={signature}"

    def seconds_left(self, picture_key: str, size: int, until: int, signature: str) -> int:
        """How long the link still holds; 0 or less where it has run out or was not made here."""
        if not hmac.compare_digest(self._signature(picture_key, size, until).encode(), signature.encode()):
            return 0
        return until - int(self._clock().timestamp())

    def _signature(self, picture_key: str, size: int, until: int) -> str:
        return signatures.signature(self._key, size, until, picture_key)


def media_key(path: Path) -> bytes:
    """The signing key kept at that path, made there if there is no whole one, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if (key := _whole_key(path)) is not None:
        return key
    # Written elsewhere first, so that a start cut off on the way leaves no half a key.
    descriptor, fresh = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
        try:
            os.link(fresh, path)  # of two first starts at once, one key stands for both
        except OSError:  # a key stands there, or this file system knows no links
            if _whole_key(path) is None:
                Path(fresh).replace(path)
    finally:
        Path(fresh).unlink(missing_ok=True)
    return path.read_bytes()


def _whole_key(path: Path) -> bytes | None:
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return None
    return key if len(key) >= KEY_BYTES else None


def media_route(shelves: Mapping[str, PictureStore], links: MediaLinks, decoder: Decoder) -> web.RouteDef:
    """`GET /media/SIZE/KEY?until=…&sig=…`: the picture as a square JPEG; 404 for what is no link of ours.

    `shelves` are the places where pictures lie, by the folder that stands before a key.
    """

    async def serve(request: web.Request) -> web.Response:
        key = request.match_info["key"]
        try:
            size, until = int(request.match_info["size"]), int(request.query["until"])
            left = links.seconds_left(key, size, until, request.query["sig"])
        except (KeyError, ValueError, OverflowError):
            left = 0
        if left <= 0:
            raise web.HTTPNotFound(text="This picture link is not valid, or no longer.")
        tag = hashlib.sha256(request.path_qs.encode()).hexdigest()[:16]
        headers = {"Cache-Control": f"public, max-age={min(left, 86_400)}", "ETag": f'"{tag}"'}
        if any(each.value == tag for each in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        folder, _, name = key.partition("/")
        folder, name = (folder, name) if name and folder in shelves else ("", key)
        try:
            body = await asyncio.to_thread(lambda: squared(shelves[folder].get(name), size, decoder))
        except (CatalogueError, PhotoError, OSError) as fault:
            log.warning("picture %s cannot be served: %s", key, type(fault).__name__)
            raise web.HTTPNotFound(text="This picture is not there any more.") from fault
        headers["X-Content-Type-Options"] = "nosniff"
        return web.Response(body=body, content_type="image/jpeg", headers=headers)

    return web.get("/media/{size:[1-9][0-9]*}/{key:.+}", serve)


def squared(picture: bytes, size: int, decoder: Decoder) -> bytes:
    """The picture upright in the middle of a white square, as a JPEG.

    The square's side is the picture's longer one, at most `size` pixels. All pictures of a card are squares,
    so that a wide one is not cut off on a phone and lists keep their columns. Raises `PhotoError` where it is
    no picture.
    """
    upright = Image.fromarray(decoder.open(picture, at_least=2 * size).pixels.result())
    upright.thumbnail((size, size), Image.Resampling.LANCZOS)
    side = max(upright.size)
    square = Image.new("RGB", (side, side), "white")
    square.paste(upright, ((side - upright.width) // 2, (side - upright.height) // 2))
    out = io.BytesIO()
    square.save(out, "JPEG", quality=85, optimize=True, progressive=True)
    return out.getvalue()

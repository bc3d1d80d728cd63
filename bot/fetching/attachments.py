"""Fetching what was sent along: a photo with the bot's token, a file by its pre-authorised link.

The bot's token goes to one host only: that of the verified serviceUrl.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from typing import BinaryIO, Literal

from yarl import URL

from bot.channel import Attachment, Channel, Place
from bot.errors import AttachmentError, FetchError, FetchReason
from bot.fetching.fetcher import SafeFetcher
from bot.telemetry.traces import step
from vision.decoding.files import may_have_film, without_film

log = logging.getLogger(__name__)

_GONE = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_PASSING = frozenset({429, 500, 502, 503, 504})
"""Statuses that are gone at the next try as a rule."""
_CODES: Mapping[FetchReason, str] = {
    "address": "attachment-address",
    "scheme": "attachment-address",
    "host": "attachment-address",
    "inner": "attachment-address",
    "untrusted": "attachment-untrusted",
    "slow": "attachment-slow",
    "failed": "attachment-failed",
    "certificate": "attachment-failed",
    "empty": "attachment-empty",
    "moved": "attachment-moved",
    "circles": "attachment-circles",
    "status": "attachment-status",
    "too-large": "attachment-too-large",
}
_IN_GROUPS: Mapping[str, str] = {
    "attachment-address": "attachment-address-group",
    "attachment-untrusted": "attachment-untrusted-group",
    "attachment-moved": "attachment-moved-group",
}
"""The same where files do not reach a bot."""


class AttachmentFetcher:
    """Opens attachments of a chat: inline pictures on the channel's own host, files on the fetcher's."""

    def __init__(self, fetcher: SafeFetcher, *, max_photo_bytes: int | None = None) -> None:
        """`max_photo_bytes` limits a photo without what follows the picture, such as the film of a motion
        photo. The fetcher's own limit holds for the whole file.
        """
        self._fetcher = fetcher
        self._max_photo_bytes = max_photo_bytes

    async def fetch(self, attachment: Attachment, place: Place, channel: Channel, /) -> bytes:
        """The content, 1 byte at least.

        Raises `AttachmentError` with a sentence for the sender; `DeliveryError` where the channel gives no
        token.
        """
        content = bytearray()
        most = self._max_photo_bytes

        def write(chunk: bytes) -> None:
            content.extend(chunk)
            if most is not None and len(content) > most and not may_have_film(bytes(content[:16])):
                raise _too_large(most)

        with step("fetch", inline=int(attachment.needs_token)) as span, _in_words(attachment, "photo", place):
            try:
                await self._fetch(attachment, place, channel, write)
            except FetchError as fault:
                if fault.reason != "too-large" or most is None:
                    raise
                raise _too_large(most) from fault
            photo = bytes(content)
            if most is not None and len(photo) > most:
                photo = await asyncio.to_thread(without_film, photo)
                if len(photo) > most:
                    raise _too_large(most)
            span.set_attribute("hangtag.bytes", len(photo))
        return photo

    async def save(self, attachment: Attachment, place: Place, channel: Channel, out: BinaryIO, /) -> None:
        """Write the content to a file as it comes, 1 byte at least. Raises as `fetch` does."""
        with _in_words(attachment, "file", place):
            await self._fetch(attachment, place, channel, out.write)

    async def _fetch(
        self, attachment: Attachment, place: Place, channel: Channel, write: Callable[[bytes], object]
    ) -> None:
        url = self._fetcher.parsed(attachment.url)
        if not attachment.needs_token:
            await self._fetcher.fetch(url, write, again=_PASSING)
            return
        if not _same_origin(url, place.service_url):
            raise FetchError("untrusted", url)
        self._fetcher.check(url, listed=False)  # before the token is asked for
        token = await channel.token(place)
        # Often the first answer is a 403 that is gone a moment later (botbuilder-js#4887).
        again = _PASSING | {HTTPStatus.FORBIDDEN}
        await self._fetcher.fetch(url, write, listed=False, token=token, again=again)


@contextmanager
def _in_words(attachment: Attachment, kind: Literal["photo", "file"], place: Place) -> Iterator[None]:
    """Turn a `FetchError` into a sentence about that attachment."""
    try:
        yield
    except FetchError as fault:
        code = "attachment-gone" if fault.status in _GONE else _CODES[fault.reason]
        if code in ("attachment-address", "attachment-untrusted") and fault.url is not None:
            log.warning("an attachment on %s is not fetched: %s", fault.url.host, fault.reason)
        raise AttachmentError(
            code if place.kind == "personal" else _IN_GROUPS.get(code, code),
            what="named" if attachment.name else kind,
            name=attachment.name,
            status=str(fault.status),
            allowed=fault.allowed,
        ) from fault


def _too_large(most: int) -> FetchError:
    return FetchError("too-large", allowed=most / (1 << 20))


def _same_origin(url: URL, service_url: str) -> bool:
    try:
        return url.origin() == URL(service_url).origin()
    except ValueError:
        return False

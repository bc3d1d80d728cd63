"""Signed queries: an address that was made here, for one purpose and for a while."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta


def utc_now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


def signature(key: bytes, *parts: object) -> str:
    """What nobody without the key can make of these parts; each is one line."""
    lines = "\n".join(str(part) for part in parts)
    return base64.urlsafe_b64encode(hmac.digest(key, lines.encode(), hashlib.sha256)).rstrip(b"=").decode()


class Signatures:
    """Signs what an address names, until a time. One purpose's signatures are no other's."""

    def __init__(
        self, key: bytes, purpose: str, *, lifetime: timedelta, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._key = key
        self._purpose = purpose
        self._lifetime = lifetime
        self._clock = clock

    def query(self, name: str) -> str:
        """`until=…&sig=…` for an address that names this."""
        until = int((self._clock() + self._lifetime).timestamp())
        return f"until={until}&sig={signature(self._key, self._purpose, until, name)}"

    def hold(self, name: str, query: Mapping[str, str]) -> bool:
        """Whether that query was made here for this name, and is not over."""
        until = query.get("until", "")
        expected = signature(self._key, self._purpose, until, name)
        if not hmac.compare_digest(expected.encode(), query.get("sig", "").encode()):
            return False
        return int(until) > self._clock().timestamp()

"""Keys of the API: each has a name, a role and a secret, of which only a hash is stored."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.errors import UserError
from bot.state.people import Role
from catalogue.database import Notes

KEYS = "api-key"
"""Kind of the notes."""
NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_PREFIX = "hangtag_"
_SECRET_BYTES = 32
_LONGEST = 200
"""Characters of a key that is looked at at all."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, without its secret."""

    name: str
    role: Role
    made_at: datetime
    revoked_at: datetime | None = None


class Keys:
    """The keys of the API, in the database, so that all bots on it know them. Blocks. Raises `StoreError`.

    A secret has 256 random bits, so that a plain SHA-256 of it cannot be turned back.
    """

    def __init__(self, notes: Notes, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._notes = notes
        self._clock = clock

    def add(self, name: str, role: Role) -> str:
        """Make a key and return it; nobody can read it again. Raises `UserError`.

        A name is given once, also where its key is revoked: it stands for one key in the log.
        """
        if not NAME.fullmatch(name):
            raise UserError("operator-key-name", name=name[:60])
        secret = secrets.token_urlsafe(_SECRET_BYTES)
        value = {"role": role.name, "hash": _hash(secret), "made_at": self._clock().isoformat()}
        if not self._notes.put_first(KEYS, name, value):
            raise UserError("operator-key-taken", name=name)
        return f"{_PREFIX}{name}_{secret}"

    def all(self) -> tuple[Key, ...]:
        """Return all keys by name, revoked ones too."""
        return tuple(_key(name, value) for name, value in self._notes.all(KEYS).items())

    def any(self) -> bool:
        """Return whether there is a key that is not revoked."""
        return any(key.revoked_at is None for key in self.all())

    def revoke(self, name: str) -> None:
        """Make a key useless, at once and for good. Raises `UserError` if there is none, or it is revoked."""
        value = self._notes.get(KEYS, name)
        if value is None:
            raise UserError("operator-key-unknown", name=name[:60])
        if value.get("revoked_at"):
            raise UserError("operator-key-revoked", name=name)
        self._notes.put(KEYS, name, value | {"revoked_at": self._clock().isoformat()})

    def of(self, written: str) -> Key | None:
        """Return the key that somebody shows; None where it is none of ours, or revoked."""
        if len(written) > _LONGEST or not written.startswith(_PREFIX):
            return None
        name, _, secret = written.removeprefix(_PREFIX).partition("_")
        if not secret or not NAME.fullmatch(name):
            return None
        value = self._notes.get(KEYS, name)
        if value is None or not hmac.compare_digest(value["hash"], _hash(secret)):
            return None
        key = _key(name, value)
        return None if key.revoked_at else key


def _key(name: str, value: dict[str, str]) -> Key:
    revoked = value.get("revoked_at")
    return Key(
        name,
        Role[value["role"]],
        datetime.fromisoformat(value["made_at"]),
        datetime.fromisoformat(revoked) if revoked else None,
    )


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()

"""Addresses of sources: their kinds, the secrets that they name, and how they are shown to people."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit, urlunsplit

SECRET = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
"""A secret by its name, in place of the secret itself."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)


class Kind(StrEnum):
    """What kind of source an address leads to."""

    WEB = "web"
    SFTP = "sftp"
    DATABASE = "database"
    FILES = "files"
    """A folder, or an object store."""


def kind_of(source: str) -> Kind:
    """Return the kind of a source, by its scheme; a path without one is a folder or file."""
    match = _SCHEME.match(source)
    match match[1].lower() if match else "":
        case "https" | "http":
            return Kind.WEB
        case "sftp":
            return Kind.SFTP
        case "postgresql" | "postgres":
            return Kind.DATABASE
        case _:
            return Kind.FILES


def secrets_in(source: str) -> tuple[str, ...]:
    """Return the names of the secrets that an address needs."""
    return tuple(SECRET.findall(source))


def has_password(source: str) -> bool:
    """Return whether an address has a password written out in it."""
    if not _SCHEME.match(source):
        return False
    password = _userinfo(source).partition(":")[2]
    return bool(SECRET.sub("", password))


def shown(source: str) -> str:
    """Return an address for people: without password, query and fragment, which may be secret."""
    if not _SCHEME.match(source):
        return source
    try:
        parts = urlsplit(source)
    except ValueError:
        return f"{source.partition('://')[0]}://…"
    user = _userinfo(source).partition(":")[0]
    host = parts.netloc.rpartition("@")[2]
    netloc = f"{user}@{host}" if user else host
    return urlunsplit((parts.scheme, netloc, parts.path, "", "")) + ("?…" if parts.query else "")


def _userinfo(source: str) -> str:
    authority = re.split(r"[/?#]", source.partition("://")[2], maxsplit=1)[0]
    return authority.rpartition("@")[0]

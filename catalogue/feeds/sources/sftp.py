"""The newest file of an SFTP server, through asyncssh (extra `sftp`)."""

from __future__ import annotations

import asyncio
import fnmatch
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote, urlsplit

from catalogue.database import Mark
from catalogue.errors import FeedError
from catalogue.feeds.sources.port import (
    CHUNK,
    MAX_BYTES,
    SECONDS,
    Fetched,
    Limited,
    being_written,
    is_file_for_feeds,
    not_after_now,
    not_reached,
    require_settled,
    too_large,
)
from catalogue.messages import Message

if TYPE_CHECKING:
    from asyncssh import SFTPClient

PORT = 22


class Sftp:
    """The newest of the files that `sftp://user@host/folder/stock-*.csv` matches; a folder means all in it.

    The server must be known by its host key, and the bot by a key file or a password.
    """

    def __init__(
        self,
        address: str,
        *,
        key_file: Path | None = None,
        known_hosts: Path | None = None,
        seconds: float = SECONDS,
    ) -> None:
        """`key_file` and `known_hosts` are those of OpenSSH if left out; `seconds` are for all of it."""
        self._address = address
        self._key_file = key_file
        self._known_hosts = known_hosts
        self._seconds = seconds

    def fetch(self, known: Mark | None, out: Path) -> Fetched:
        """See `Source.fetch`."""
        return asyncio.run(self._fetch(known, out))

    async def _fetch(self, known: Mark | None, out: Path) -> Fetched:
        host = urlsplit(self._address).hostname or ""
        try:
            async with asyncio.timeout(self._seconds), self._connected() as client:
                return await self._newest_file(client, known, out)
        except TimeoutError as error:
            raise FeedError(Message("feed-slow", where=host)) from error
        except OSError as error:
            raise not_reached(host, error) from error

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[SFTPClient]:
        try:
            import asyncssh
        except ImportError as error:
            raise FeedError(Message("operator-feed-driver", english=str(error))) from error
        try:
            parts = urlsplit(self._address)
            host, port = parts.hostname or "", parts.port or PORT
        except ValueError as error:
            raise FeedError(Message("feed-address")) from error
        try:
            async with (
                asyncssh.connect(
                    host,
                    port,
                    username=unquote(parts.username) if parts.username else (),
                    password=unquote(parts.password) if parts.password else None,
                    client_keys=[str(self._key_file)] if self._key_file else (),
                    known_hosts=str(self._known_hosts) if self._known_hosts else (),
                    config=None,
                    agent_path=None,
                ) as connection,
                connection.start_sftp_client() as client,
            ):
                yield client
        except asyncssh.HostKeyNotVerifiable as error:
            raise FeedError(Message("feed-host-key", where=host)) from error
        except asyncssh.PermissionDenied as error:
            raise FeedError(Message("feed-login", where=host)) from error
        except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError) as error:
            raise FeedError(Message("feed-key")) from error
        except asyncssh.SFTPPermissionDenied as error:
            raise FeedError(Message("feed-login", where=host)) from error
        except asyncssh.SFTPNoSuchFile as error:
            raise self._no_file() from error
        except (asyncssh.Error, asyncssh.SFTPError) as error:
            raise not_reached(host, error) from error

    async def _newest_file(self, client: SFTPClient, known: Mark | None, out: Path) -> Fetched:
        newest = await self._newest(client)
        modified, size, name = newest
        if known is not None and (known.modified, known.name) == (modified, name):
            return Fetched(known, not_after_now(modified), unchanged=True)
        require_settled(name, modified)
        if size > MAX_BYTES:
            raise too_large()
        with out.open("wb") as file:
            content = Limited(file)
            await _copy(client, name, content)
        if await self._newest(client) != newest or size != content.size:
            raise being_written(name)
        mark = Mark(modified=modified, name=name)
        return Fetched(mark, not_after_now(modified), PurePosixPath(name).name)

    async def _newest(self, client: SFTPClient) -> tuple[datetime, int, str]:
        """When the newest file was made, its size, and its path."""
        path = unquote(urlsplit(self._address).path).removeprefix("/~/") or "."
        if any(sign in path for sign in "*?["):
            folder, _, pattern = path.rpartition("/")
            folder = folder or ("/" if path.startswith("/") else ".")
        elif await client.isdir(path):
            folder, pattern = path, "*"
        else:
            attributes = await client.stat(path)
            return _moment(attributes.mtime), attributes.size or 0, path
        dated = [
            (_moment(entry.attrs.mtime), entry.attrs.size or 0, f"{folder.rstrip('/')}/{name}")
            for entry in await client.readdir(folder)
            if (name := str(entry.filename))
            and fnmatch.fnmatchcase(name, pattern)
            and is_file_for_feeds(name)
            and entry.attrs.type == _REGULAR
        ]
        if not dated:
            raise self._no_file()
        return max(dated)

    def _no_file(self) -> FeedError:
        return FeedError(Message("feed-no-file", path=urlsplit(self._address).path))


_REGULAR = 1
"""SSH_FILEXFER_TYPE_REGULAR, of which asyncssh fills in the type for servers of version 3 too."""


def _moment(mtime: float | None) -> datetime:
    return datetime.fromtimestamp(mtime or 0, UTC)


async def _copy(client: SFTPClient, name: str, write: Callable[[bytes], None]) -> None:
    async with client.open(name, "rb") as file:
        while piece := await file.read(CHUNK):
            write(cast("bytes", piece))  # opened as bytes, which its types do not tell

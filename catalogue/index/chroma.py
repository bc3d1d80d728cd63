"""Clients of Chroma: for a folder of this machine or a server, with their faults as errors of this package.

The sole import of chromadb. What the index uses of it is named here, for the other files of the package.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import chromadb
import httpx
from chromadb.api.client import Client as Client
from chromadb.api.collection_configuration import (
    CreateCollectionConfiguration as CreateCollectionConfiguration,
)
from chromadb.api.collection_configuration import CreateHNSWConfiguration as CreateHNSWConfiguration
from chromadb.api.models.Collection import Collection as Collection
from chromadb.config import Settings
from chromadb.errors import ChromaError as ChromaError
from chromadb.errors import InternalError as InternalError
from chromadb.errors import NotFoundError as NotFoundError
from filelock import FileLock, Timeout

from catalogue.errors import StoreError, no_answer
from catalogue.messages import Message

log = logging.getLogger(__name__)

SILENT = Message("index-silent")
OPENING_SECONDS = 60.0
"""How long to wait for another process that opens the same folder."""
SERVER_SECONDS = 30.0
"""For each answer of a server; one that hangs must not block photos and threads for ever."""

_HEARTBEAT = "/api/v2/heartbeat"


@dataclass(frozen=True, slots=True)
class Connection:
    """How to open and close a client of one Chroma."""

    connect: Callable[[], Client]
    opening: Callable[[], AbstractContextManager[None]] = nullcontext
    """What to hold while a client is opened."""
    is_server: bool = False
    """A server's clients see all writes at once; a folder's must be opened again after another process's."""

    def close(self, client: Client) -> None:
        """Close a client and its connections."""
        client.close()
        if self.is_server:
            # Its own `close` of version 1.5.9 leaves the connections to the server open.
            for server in _servers(client):
                server._session.close()


def folder_connection(folder: Path) -> Connection:
    """Connect to a folder of this machine, which is created where it is missing."""
    settings = Settings(anonymized_telemetry=False)

    def connect() -> Client:
        try:
            return cast(Client, chromadb.PersistentClient(str(folder), settings=settings))
        except AttributeError as error:
            # Where the folder cannot be opened, 1.5.9 trips while it cleans up after itself.
            raise ValueError(f"{folder}: {error.__context__ or error}") from error

    @contextmanager
    def opening() -> Iterator[None]:
        # Two processes that open a folder at the same moment break one another's migrations.
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock = FileLock(folder / "opening.lock").acquire(timeout=OPENING_SECONDS)
        except Timeout as error:
            raise StoreError(Message("index-held")) from error
        with lock:
            yield

    return Connection(connect, opening)


def server_connection(url: str, *, seconds: float = SERVER_SECONDS) -> Connection:
    """Connect to a server at `http://host:port` or `https://host`, whose answers may take `seconds`.

    Raises `StoreError` if the URL has another form.
    """
    malformed = Message("operator-chroma-url")
    try:
        address = urlsplit(url)
        secure, host = address.scheme == "https", str(address.hostname)
        port = address.port or (443 if secure else 8000)
        heartbeat = httpx.URL(scheme=address.scheme, host=host, port=port, path=_HEARTBEAT)
    except (ValueError, httpx.InvalidURL):  # which may repeat a part of a password
        raise StoreError(malformed) from None
    if address.scheme not in {"http", "https"} or not address.hostname:
        raise StoreError(malformed)
    settings = Settings(anonymized_telemetry=False)

    def connect() -> Client:
        # The client has no timeout, not even while it is created; the heartbeat finds a server that hangs.
        httpx.get(heartbeat, timeout=seconds)
        client = chromadb.HttpClient(host=host, port=port, ssl=secure, settings=settings)
        for each in _servers(client):
            each._session.timeout = seconds
        return cast(Client, client)

    return Connection(connect, is_server=True)


@contextmanager
def as_store_errors() -> Iterator[None]:
    """Raise `StoreError` for Chroma's errors.

    Chroma raises `ValueError` where its server is not there, and httpx's errors where it goes away later.
    """
    try:
        yield
    except (ChromaError, httpx.HTTPError, ValueError, OSError) as error:
        fault = no_answer(SILENT, error)
        log.warning("the index does not answer: %s", fault.why)
        raise fault from error


def _servers(client: Any) -> tuple[Any, Any]:
    """Return the two parts of a client of version 1.5.9 that hold connections to a server."""
    return client._server, client._admin_client._server

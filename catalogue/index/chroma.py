"""The generations of an index in Chroma: in a folder, or a server by URL. The sole import of chromadb.

Vectors lie in a collection that is one generation of the index (see `catalogue.index.generations`). Chroma
1.5.9 can lose sight of live records after deletes and overwrites (chroma-core/chroma#7758), and a client
that is open does not see what another process writes into the same folder. Therefore `rebuild` writes a new
generation and swaps it in, every write leaves a new stamp on the collection, and a reader that meets a stamp
it does not know opens the folder again.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import chromadb
import httpx
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration, CreateHNSWConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings
from chromadb.errors import ChromaError, InternalError, NotFoundError
from fasteners import ReaderWriterLock
from filelock import FileLock, Timeout

from catalogue.errors import StoreError, no_answer
from catalogue.index import generations
from catalogue.index.generations import Generation
from catalogue.index.records import WRITE_AT_ONCE, chunks, copy, keys_of
from catalogue.messages import Message

log = logging.getLogger(__name__)

T = TypeVar("T")

SILENT = Message("index-silent")
OPENING_SECONDS = 60.0
"""How long to wait for another process that opens the same folder."""
SERVER_SECONDS = 30.0
"""For each answer of a server; one that hangs must not keep photos and threads for ever."""
TRIES = 5
"""At opening: two processes may begin the first generation at the same moment; one of them looks again."""

_ALIVE = "/api/v2/heartbeat"


class ChromaGenerations:
    """The generations of an index, of which one serves. May be used from several threads."""

    def __init__(
        self,
        connect: Callable[[], Client],
        *,
        model_id: str,
        dimension: int,
        afresh: bool = False,
        shared_view: bool = False,
        opening: Callable[[], AbstractContextManager[None]] = nullcontext,
        ef_construction: int = 150,
        ef_search: int = 400,
        max_neighbors: int = 32,
    ) -> None:
        """`embedded` and `server` are the usual ways in.

        Args:
            connect: opens a client.
            model_id: whose vectors these are; with `dimension`, what a generation is labelled with.
            dimension: numbers in a vector.
            afresh: where another model made the index, begin a generation for this one, or go on with one
                that was begun; it serves from `complete` on, and the former serves its own model till then.
            shared_view: the client sees all writes at once, so that nothing needs opening again.
            opening: what to hold while a client is opened.
            ef_construction: how widely a new record looks for its neighbours (`make bench-scale` measures).
            ef_search: how widely a search looks.
            max_neighbors: links of each record.

        Raises:
            StoreError: Chroma does not answer, or the vectors are another model's and it is not `afresh`.
        """
        self.model_id = model_id
        self.dimension = dimension
        self._connect = connect
        self._afresh = afresh
        self._shared_view = shared_view
        self._opening = opening
        self._configuration = CreateCollectionConfiguration(
            hnsw=CreateHNSWConfiguration(
                space="cosine",
                ef_construction=ef_construction,
                ef_search=ef_search,
                max_neighbors=max_neighbors,
            )
        )
        self._client: Client | None = None
        self._access = ReaderWriterLock()  # who uses the client reads; who opens it again or swaps, writes
        self._writing = threading.RLock()
        self._behind: set[str] | None = None  # what was written while a rebuild goes on
        self._stamps: deque[str] = deque(maxlen=100)
        with _as_store_errors():
            self._reopen()

    @classmethod
    def embedded(
        cls, folder: Path, *, model_id: str, dimension: int, afresh: bool = False
    ) -> ChromaGenerations:
        """Vectors in a folder of this machine, which is made where it is absent."""
        settings = Settings(anonymized_telemetry=False)

        def connect() -> Client:
            try:
                return cast(Client, chromadb.PersistentClient(str(folder), settings=settings))
            except AttributeError as error:
                # Where the folder cannot be opened, 1.5.9 trips while it tidies up after itself.
                raise ValueError(f"{folder}: {error.__context__ or error}") from error

        @contextmanager
        def opening() -> Iterator[None]:
            # Two processes that open a folder at the same moment break one another's migrations.
            folder.mkdir(parents=True, exist_ok=True)
            try:
                lock = FileLock(folder / "opening.lock").acquire(timeout=OPENING_SECONDS)
            except Timeout as error:
                raise StoreError(
                    Message(
                        "index-held",
                    )
                ) from error
            with lock:
                yield

        return cls(connect, model_id=model_id, dimension=dimension, afresh=afresh, opening=opening)

    @classmethod
    def server(
        cls,
        url: str,
        *,
        model_id: str,
        dimension: int,
        afresh: bool = False,
        seconds: float = SERVER_SECONDS,
    ) -> ChromaGenerations:
        """Vectors in a Chroma server: `http://host:port` or `https://host`, whose answers take `seconds`."""
        misread = Message("operator-chroma-url")
        try:
            address = urlsplit(url)
            secure, host = address.scheme == "https", str(address.hostname)
            port = address.port or (443 if secure else 8000)
            alive = httpx.URL(scheme=address.scheme, host=host, port=port, path=_ALIVE)
        except (ValueError, httpx.InvalidURL):  # which may repeat a part of a password
            raise StoreError(misread) from None
        if address.scheme not in {"http", "https"} or not address.hostname:
            raise StoreError(misread)
        settings = Settings(anonymized_telemetry=False)

        def connect() -> Client:
            # Its own client waits for ever, while it is made too, so that somebody asks before it.
            httpx.get(alive, timeout=seconds)
            client = chromadb.HttpClient(host=host, port=port, ssl=secure, settings=settings)
            for server in _servers(client):
                server._session.timeout = seconds
            return cast(Client, client)

        return cls(connect, model_id=model_id, dimension=dimension, afresh=afresh, shared_view=True)

    @property
    def number(self) -> int:
        """The number of the generation in use, from 1; one more each time that all was written afresh."""
        return self.ask(lambda collection: _of(collection).number)

    def rebuild(self) -> None:
        """Write all records into a new generation, and swap it in; searches go on in the old one till then.

        A crash on the way leaves the old one in use. What this process writes meanwhile is carried over;
        other processes must not write while it lasts.
        """
        with self._current() as old:
            fresh = self._begin(self._next_number())
            with self._writing:
                keys, self._behind = keys_of(old), set()
        try:
            for chunk in chunks(keys, WRITE_AT_ONCE):
                self.ask(partial(copy, target=fresh, keys=chunk))
            with self._writing, _as_store_errors(), self._access.write_lock():
                behind = sorted(self._behind)
                for chunk in chunks(behind, WRITE_AT_ONCE):
                    fresh.delete(ids=list(chunk))
                    copy(self._collection, target=fresh, keys=chunk)
                self._swap_in(fresh)
        finally:
            self._behind = None
        log.info("the index was written afresh: generation %s", self.number)

    def complete(self) -> None:
        """Swap in what was begun afresh; nothing where that serves already."""
        if not self.ask(_of).complete:
            with self._writing, _as_store_errors(), self._access.write_lock():
                self._swap_in(self._collection)

    def close(self) -> None:
        """Let go of the folder or the connections."""
        with self._access.write_lock():
            self._disconnect()

    def ask(self, what: Callable[[Collection], T]) -> T:
        """What the generation in use answers. Raises `StoreError` where Chroma does not."""
        with _as_store_errors():
            try:
                with self._current() as collection:
                    return what(collection)
            # Another process swapped a new generation in at that very moment; or a record was deleted while
            # Chroma looked for its vector, which 1.5.9 takes for an error of its own ("Error finding id").
            except (NotFoundError, InternalError):
                with self._current() as collection:
                    return what(collection)

    def write(self, keys: Sequence[str], what: Callable[[Collection], object]) -> None:
        """Change records of those keys in the generation in use. Raises `StoreError` as `ask` does."""
        with self._writing:
            if self._behind is not None:
                self._behind.update(keys)

            def write(collection: Collection) -> None:
                what(collection)
                self._mark(collection)

            self.ask(write)

    @contextmanager
    def _current(self) -> Iterator[Collection]:
        """The generation in use, as all processes have left it. Not to be asked for within itself."""
        with _as_store_errors():
            while True:
                with self._access.read_lock():
                    if self._is_current():
                        yield self._collection
                        return
                self._reopen()

    def _is_current(self) -> bool:
        serving = self._client and self._serving()
        return bool(serving and serving.name == self._collection.name and serving.stamp in self._stamps)

    def _reopen(self) -> None:
        """Take the generation that serves now, through a new client where the old one cannot see it."""
        with self._access.write_lock(), self._opening():
            if not self._shared_view:
                self._disconnect()
            for attempt in range(TRIES):
                try:
                    if self._client is None:
                        self._client = self._connect()
                    serving = self._serving() or self._first()
                    self._collection = self._client.get_collection(serving.name, embedding_function=None)
                    break
                except (ChromaError, ValueError):
                    # Another process makes or swaps a generation at this very moment.
                    if attempt == TRIES - 1:
                        raise
                    log.info("the index does not open yet; trying again")
                    time.sleep(0.2 * 2**attempt)
            self._stamps.append(_of(self._collection).stamp)

    def _disconnect(self) -> None:
        if self._client is None:
            return
        self._client.close()
        if self._shared_view:
            # Its own `close` of version 1.5.9 leaves the connections to the server open.
            for server in _servers(self._client):
                server._session.close()
        self._client = None

    def _generations(self) -> list[Generation]:
        assert self._client is not None  # callers hold `_access`, under which it is opened
        parsed = [
            generations.parse_generation(collection.name, collection.metadata)
            for collection in self._client.list_collections()
        ]
        return [generation for generation in parsed if generation is not None]

    def _serving(self) -> Generation | None:
        candidates = self._generations(), self.model_id, self.dimension
        serving = generations.serving(*candidates)
        return generations.begun(*candidates) if serving is None and self._afresh else serving

    def _first(self) -> Generation:
        """Begin the model's first generation. Raises `StoreError` where another has one, unless afresh."""
        all_generations = self._generations()
        if not all_generations:
            assert self._client is not None
            self._client.get_or_create_collection(
                generations.name_of(1, building=False),
                embedding_function=None,
                configuration=self._configuration,
                metadata=self._label(),
            )
        elif self._afresh:
            self._begin(self._next_number())
        elif generations.begun(all_generations, self.model_id, self.dimension):
            raise StoreError(
                Message(
                    "index-incomplete",
                    model=self.model_id,
                )
            )
        serving = self._serving()
        if serving is None:
            made_by = max(self._generations(), key=lambda generation: generation.number).model_id
            raise StoreError(
                Message(
                    "index-other-model",
                    made_by=made_by,
                    model=self.model_id,
                )
            )
        return serving

    def _next_number(self) -> int:
        return 1 + max((generation.number for generation in self._generations()), default=0)

    def _begin(self, number: int) -> Collection:
        assert self._client is not None
        return self._client.create_collection(
            generations.name_of(number, building=True),
            embedding_function=None,
            configuration=self._configuration,
            metadata=self._label(),
        )

    def _swap_in(self, collection: Collection) -> None:
        """Let it serve, and delete what nobody needs any more, what a crash has left too."""
        assert self._client is not None
        number = _of(collection).number
        collection.modify(name=generations.name_of(number, building=False), metadata=self._label())
        all_generations = self._generations()
        serving = next(
            generation
            for generation in all_generations
            if generation.number == number and generation.complete
        )
        for superseded in generations.superseded(all_generations, serving):
            with suppress(NotFoundError):  # another process was quicker
                self._client.delete_collection(superseded.name)
        self._collection = self._client.get_collection(serving.name, embedding_function=None)
        self._stamps.append(serving.stamp)

    def _mark(self, collection: Collection) -> None:
        """Tell other processes that something was written."""
        label = self._label()
        self._stamps.append(str(label["stamp"]))
        collection.modify(metadata=label)

    def _label(self) -> dict[str, Any]:
        return {"model_id": self.model_id, "dimension": self.dimension, "stamp": uuid.uuid4().hex}


def _servers(client: Any) -> tuple[Any, Any]:
    """Both ends of a client of version 1.5.9 that speak to a server, each over connections of its own."""
    return client._server, client._admin_client._server


def _of(collection: Collection) -> Generation:
    generation = generations.parse_generation(collection.name, collection.metadata)
    assert generation is not None  # no other collection is ever taken
    return generation


@contextmanager
def _as_store_errors() -> Iterator[None]:
    """Chroma raises ValueError where its server is not there, httpx's errors where it goes away later."""
    try:
        yield
    except (ChromaError, httpx.HTTPError, ValueError, OSError) as error:
        fault = no_answer(SILENT, error)
        log.warning("the index does not answer: %s", fault.why)
        raise fault from error

"""The generations of an index in Chroma, of which one serves: opened, written, rebuilt and swapped in.

Vectors lie in a collection that is one generation of the index (see `catalogue.index.generations`). Chroma
1.5.9 can lose sight of live records after deletes and overwrites (chroma-core/chroma#7758), and an open
client does not see what another process writes into the same folder. Therefore `rebuild` writes a new
generation and swaps it in, every write leaves a new stamp on the collection, and a reader that meets an
unknown stamp opens the folder again.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from fasteners import ReaderWriterLock

from catalogue.errors import StoreError
from catalogue.index import generations
from catalogue.index.chroma import (
    ChromaError,
    Client,
    Collection,
    Connection,
    CreateCollectionConfiguration,
    CreateHNSWConfiguration,
    InternalError,
    NotFoundError,
    as_store_errors,
)
from catalogue.index.generations import Generation
from catalogue.index.records import WRITE_AT_ONCE, chunks, copy, keys_of
from catalogue.messages import Message

log = logging.getLogger(__name__)

T = TypeVar("T")

TRIES = 5
"""At opening: two processes may begin the first generation at the same moment; one of them tries again."""


@dataclass(frozen=True, slots=True)
class HnswGraph:
    """The graph of neighbours that a search walks; `make bench-scale` measures it."""

    ef_construction: int = 150
    """How widely a new record searches for its neighbours."""
    ef_search: int = 400
    """How widely a search looks."""
    max_neighbors: int = 32
    """Links of each record."""


DEFAULT_GRAPH = HnswGraph()


class ChromaGenerations:
    """The generations of an index, of which one serves. May be used from several threads."""

    def __init__(
        self,
        connection: Connection,
        *,
        model_id: str,
        dimension: int,
        afresh: bool = False,
        graph: HnswGraph = DEFAULT_GRAPH,
    ) -> None:
        """Open the index's generation for a model, or begin one.

        Args:
            connection: to the Chroma that holds the index.
            model_id: whose vectors these are; with `dimension`, the label of a generation.
            dimension: numbers in a vector.
            afresh: if another model made the index, begin a generation for this one, or continue one that was
                begun. It serves from `complete` on; until then the former serves its own model.
            graph: how a new generation is built.

        Raises:
            StoreError: Chroma does not answer, or the vectors are another model's and it is not `afresh`.
        """
        self.model_id = model_id
        self.dimension = dimension
        self._connection = connection
        self._afresh = afresh
        self._configuration = CreateCollectionConfiguration(
            hnsw=CreateHNSWConfiguration(
                space="cosine",
                ef_construction=graph.ef_construction,
                ef_search=graph.ef_search,
                max_neighbors=graph.max_neighbors,
            )
        )
        self._client: Client | None = None
        self._access = ReaderWriterLock()  # users of the client read; reopening and swapping write
        self._writing = threading.RLock()
        self._behind: set[str] | None = None  # keys written during a rebuild
        self._stamps: deque[str] = deque(maxlen=100)
        with as_store_errors():
            self._reopen()

    @property
    def number(self) -> int:
        """The number of the generation in use, from 1; each rebuild adds one."""
        return self.ask(lambda collection: _of(collection).number)

    def rebuild(self) -> None:
        """Write all records into a new generation, and swap it in; searches use the old one until then.

        After a crash the old one stays in use. What this process writes meanwhile is carried over; other
        processes must not write meanwhile.
        """
        with self._current() as old:
            fresh = self._begin(self._next_number())
            with self._writing:
                keys, self._behind = keys_of(old), set()
        try:
            for chunk in chunks(keys, WRITE_AT_ONCE):
                self.ask(partial(copy, target=fresh, keys=chunk))
            with self._writing, as_store_errors(), self._access.write_lock():
                behind = sorted(self._behind)
                for chunk in chunks(behind, WRITE_AT_ONCE):
                    fresh.delete(ids=list(chunk))
                    copy(self._collection, target=fresh, keys=chunk)
                self._swap_in(fresh)
        finally:
            self._behind = None
        log.info("the index was rebuilt: generation %s", self.number)

    def complete(self) -> None:
        """Swap in what was begun afresh; does nothing if it serves already."""
        if not self.ask(_of).complete:
            with self._writing, as_store_errors(), self._access.write_lock():
                self._swap_in(self._collection)

    def close(self) -> None:
        """Close the folder or the connections."""
        with self._access.write_lock():
            self._disconnect()

    def ask(self, what: Callable[[Collection], T]) -> T:
        """Return what the generation in use answers. Raises `StoreError` if Chroma does not answer."""
        with as_store_errors():
            try:
                with self._current() as collection:
                    return what(collection)
            # Another process swapped in a new generation at that moment; or a record was deleted while
            # Chroma searched for its vector, which 1.5.9 takes for an internal error ("Error finding id").
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
        """Yield the generation in use, as other processes left it. Must not be nested."""
        with as_store_errors():
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
        """Take the generation that serves now, with a new client if the old one cannot see it."""
        with self._access.write_lock(), self._connection.opening():
            if not self._connection.is_server:
                self._disconnect()
            for attempt in range(TRIES):
                try:
                    if self._client is None:
                        self._client = self._connection.connect()
                    serving = self._serving() or self._first()
                    self._collection = self._client.get_collection(serving.name, embedding_function=None)
                    break
                except (ChromaError, ValueError):
                    # Another process creates or swaps a generation at this moment.
                    if attempt == TRIES - 1:
                        raise
                    log.info("the index does not open yet; trying again")
                    time.sleep(0.2 * 2**attempt)
            self._stamps.append(_of(self._collection).stamp)

    def _disconnect(self) -> None:
        if self._client is not None:
            self._connection.close(self._client)
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
        """Begin the model's first generation. Raises `StoreError` if another model has one, unless afresh."""
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
            raise StoreError(Message("index-incomplete", model=self.model_id))
        serving = self._serving()
        if serving is None:
            made_by = max(self._generations(), key=lambda generation: generation.number).model_id
            raise StoreError(Message("index-other-model", made_by=made_by, model=self.model_id))
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
        """Let it serve, and delete generations that nobody needs, including those that a crash left."""
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
        """Stamp the collection, so that other processes see that something was written."""
        label = self._label()
        self._stamps.append(str(label["stamp"]))
        collection.modify(metadata=label)

    def _label(self) -> dict[str, Any]:
        return {"model_id": self.model_id, "dimension": self.dimension, "stamp": uuid.uuid4().hex}


def _of(collection: Collection) -> Generation:
    generation = generations.parse_generation(collection.name, collection.metadata)
    assert generation is not None  # no other collection is ever used
    return generation

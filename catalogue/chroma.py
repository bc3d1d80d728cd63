"""The index in Chroma: embedded in a folder, or a server by URL. The sole import of chromadb.

Vectors lie in a collection that is one generation of the index. Chroma 1.5.9 can lose sight of live records
after deletes and overwrites (chroma-core/chroma#7758), and a client that is open does not see what another
process writes into the same folder. Therefore `rebuild` writes a new generation and swaps it in, every write
leaves a new stamp on the collection, and a reader that meets a stamp it does not know opens the folder again.
"""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration, CreateHNSWConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.api.types import Metadata
from chromadb.config import Settings
from chromadb.errors import ChromaError, NotFoundError
from httpx import HTTPError
from numpy.typing import NDArray

from catalogue.errors import StoreError
from catalogue.index import Entry, Hit

log = logging.getLogger(__name__)

BATCH = 5_461
"""Records in one call; more are refused (SQLite's variables, six a record)."""
PREFIX = "hangtag-pictures-"
BUILDING = "-building"


class ChromaIndex:
    """Fills `catalogue.index.Index`. May be used from several threads; calls wait for one another."""

    def __init__(
        self,
        connect: Callable[[], Client],
        *,
        model_id: str,
        dimension: int,
        afresh: bool = False,
        shared_view: bool = False,
        ef_construction: int = 200,
        ef_search: int = 200,
    ) -> None:
        """`embedded` and `server` are the usual ways in.

        Raises `StoreError` where the vectors were made by another model, unless `afresh`: then an empty
        generation takes their place. `shared_view`: the client sees all writes at once, so that nothing needs
        opening again.
        """
        self.model_id = model_id
        self._dimension = dimension
        self._connect = connect
        self._shared_view = shared_view
        self._configuration = CreateCollectionConfiguration(
            hnsw=CreateHNSWConfiguration(space="cosine", ef_construction=ef_construction, ef_search=ef_search)
        )
        self._lock = threading.RLock()
        with _plain_faults():
            self._client: Client | None = connect()
            newest = self._newest()
            if newest is not None and not afresh:
                self._refuse_other_model(newest)
            if newest is None or (afresh and not self._same_model(newest)):
                newest = self._begin(1 if newest is None else _generation(newest.name) + 1)
                newest = self._complete(newest)
        self._collection: Collection = newest
        self._stamp = _stamp(newest)

    @classmethod
    def embedded(cls, folder: Path, *, model_id: str, dimension: int, afresh: bool = False) -> ChromaIndex:
        """Vectors in a folder of this machine, which is made where it is absent."""
        settings = Settings(anonymized_telemetry=False)

        def connect() -> Client:
            folder.mkdir(parents=True, exist_ok=True)
            return cast(Client, chromadb.PersistentClient(str(folder), settings=settings))

        return cls(connect, model_id=model_id, dimension=dimension, afresh=afresh)

    @classmethod
    def server(cls, url: str, *, model_id: str, dimension: int, afresh: bool = False) -> ChromaIndex:
        """Vectors in a Chroma server: `http://host:port` or `https://host`."""
        address = urlsplit(url)
        if address.scheme not in {"http", "https"} or not address.hostname:
            raise StoreError("The Chroma URL is not of the form http://host:port; check the setting.")
        secure = address.scheme == "https"
        settings = Settings(anonymized_telemetry=False)

        def connect() -> Client:
            client = chromadb.HttpClient(
                host=str(address.hostname),
                port=address.port or (443 if secure else 8000),
                ssl=secure,
                settings=settings,
            )
            return cast(Client, client)

        return cls(connect, model_id=model_id, dimension=dimension, afresh=afresh, shared_view=True)

    @property
    def generation(self) -> int:
        """Counts the times that everything was written afresh, from 1."""
        with self._current() as collection:
            return _generation(collection.name)

    def upsert(self, entries: Sequence[Entry]) -> None:
        """Write or overwrite entries. Raises `StoreError` for vectors of another length than the model's."""
        if any(entry.vector.shape != (self._dimension,) for entry in entries):
            raise StoreError(
                f"The index takes vectors of {self._dimension} numbers; these are another model's."
            )
        unique = list({entry.picture: entry for entry in entries}.values())
        if not unique:
            return
        with self._current() as collection:
            for chunk in _chunks(unique):
                collection.upsert(
                    ids=[entry.picture for entry in chunk],
                    embeddings=np.stack([entry.vector for entry in chunk]).astype(np.float32),
                    metadatas=[_metadata(entry) for entry in chunk],
                )
            self._mark(collection)

    def delete(self, pictures: Sequence[str]) -> None:
        """Forget pictures; unknown keys are no error."""
        if not pictures:
            return
        with self._current() as collection:
            for chunk in _chunks(list(dict.fromkeys(pictures))):
                collection.delete(ids=list(chunk))
            self._mark(collection)

    def nearest(
        self, vector: NDArray[np.float32], *, top: int, garment_class: str | None = None
    ) -> list[Hit]:
        """The nearest pictures, best first, at most `top`.

        A class is picked out of a wider search rather than by Chroma's own filter, which walks the graph
        badly when few records pass.
        """
        with self._current() as collection:
            total = collection.count()
            reach = min(top if garment_class is None else 4 * top, total)
            while True:
                if reach < 1:
                    return []
                hits = _query(collection, vector, reach, garment_class)
                if len(hits) >= top or reach >= total:
                    return hits[:top]
                if garment_class is None:
                    return hits
                reach = min(4 * reach, total)

    def vectors(self, pictures: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The stored vectors of those pictures that the index knows, (D,) float32 each."""
        found: dict[str, NDArray[np.float32]] = {}
        with self._current() as collection:
            for chunk in _chunks(list(dict.fromkeys(pictures))):
                got = collection.get(ids=list(chunk), include=["embeddings"])
                embeddings = got["embeddings"]
                if embeddings is not None:
                    found.update(
                        (key, np.asarray(vector, np.float32))
                        for key, vector in zip(got["ids"], embeddings, strict=True)
                    )
        return found

    def count(self) -> int:
        """How many pictures it holds."""
        with self._current() as collection:
            return collection.count()

    def keys(self) -> list[str]:
        """The keys of all pictures it holds."""
        with self._current() as collection:
            return [key for page in _pages(collection, []) for key in page["ids"]]

    def rebuild(self) -> None:
        """Write all records into a new generation, and swap it in.

        A crash on the way leaves the old one in use.
        """
        with self._current() as old:
            fresh = self._begin(_generation(old.name) + 1)
            for page in _pages(old, ["embeddings", "metadatas"]):
                fresh.upsert(ids=page["ids"], embeddings=page["embeddings"], metadatas=page["metadatas"])
            self._collection = self._complete(fresh)
            self._stamp = _stamp(self._collection)
            log.info("the index was written afresh: generation %s", _generation(self._collection.name))

    def close(self) -> None:
        """Let go of the folder or the connections."""
        with self._lock:
            if self._client is None:
                return
            self._client.close()
            if self._shared_view:
                # Its own `close` of version 1.5.9 leaves the connections to the server open.
                client: Any = self._client
                for server in (client._server, client._admin_client._server):
                    server._session.close()
            self._client = None

    @contextmanager
    def _current(self) -> Iterator[Collection]:
        """The generation in use, as all processes have left it."""
        with self._lock, _plain_faults():
            newest = self._newest()
            if newest is None:
                raise StoreError("The index is gone; run hangtag audit --mend to rebuild it.")
            if newest.name != self._collection.name or _stamp(newest) != self._stamp:
                if not self._shared_view:
                    self.close()
                    newest = self._newest() or newest
                self._refuse_other_model(newest)
                self._collection, self._stamp = newest, _stamp(newest)
            yield self._collection

    def _reached(self) -> Client:
        if self._client is None:
            self._client = self._connect()
        return self._client

    def _newest(self) -> Collection | None:
        complete = [
            collection.name
            for collection in self._reached().list_collections()
            if collection.name.startswith(PREFIX) and not collection.name.endswith(BUILDING)
        ]
        if not complete:
            return None
        return self._reached().get_collection(max(complete, key=_generation), embedding_function=None)

    def _begin(self, generation: int) -> Collection:
        name = f"{PREFIX}{generation:06d}{BUILDING}"
        with suppress(NotFoundError):
            self._reached().delete_collection(name)  # left by a rebuild that was cut off
        return self._reached().create_collection(
            name,
            embedding_function=None,
            configuration=self._configuration,
            metadata=self._label(),
        )

    def _complete(self, collection: Collection) -> Collection:
        """Swap it in, and delete all generations before it, those too that a crash has left."""
        name = collection.name.removesuffix(BUILDING)
        collection.modify(name=name)
        for former in self._reached().list_collections():
            if former.name.startswith(PREFIX) and _generation(former.name) < _generation(name):
                with suppress(NotFoundError):  # another process was quicker
                    self._reached().delete_collection(former.name)
        return self._reached().get_collection(name, embedding_function=None)

    def _mark(self, collection: Collection) -> None:
        label = self._label()
        collection.modify(metadata=label)
        self._stamp = str(label["stamp"])

    def _label(self) -> dict[str, Any]:
        return {"model_id": self.model_id, "dimension": self._dimension, "stamp": uuid.uuid4().hex}

    def _same_model(self, collection: Collection) -> bool:
        label = collection.metadata or {}
        return label.get("model_id") == self.model_id and label.get("dimension") == self._dimension

    def _refuse_other_model(self, collection: Collection) -> None:
        if not self._same_model(collection):
            made_by = (collection.metadata or {}).get("model_id")
            raise StoreError(
                f"The index was made by the model {made_by}, not by {self.model_id}; "
                "run hangtag audit --mend to rebuild the index."
            )


def _generation(name: str) -> int:
    return int(name.removesuffix(BUILDING).removeprefix(PREFIX))


def _stamp(collection: Collection) -> str:
    return str((collection.metadata or {}).get("stamp"))


def _metadata(entry: Entry) -> Metadata:
    metadata: dict[str, str] = {"item": entry.item}
    if entry.garment_class is not None:
        metadata["garment_class"] = entry.garment_class
    return metadata


def _query(
    collection: Collection, vector: NDArray[np.float32], reach: int, garment_class: str | None
) -> list[Hit]:
    found = collection.query(
        query_embeddings=np.asarray(vector, np.float32)[np.newaxis],
        n_results=reach,
        include=["distances", "metadatas"],
    )
    distances, metadatas = found["distances"], found["metadatas"]
    assert distances is not None  # both were asked for
    assert metadatas is not None
    return [
        Hit(picture=key, item=str(metadata["item"]), similarity=max(-1.0, min(1.0, 1 - float(distance))))
        for key, distance, metadata in zip(found["ids"][0], distances[0], metadatas[0], strict=True)
        if garment_class is None or metadata.get("garment_class") == garment_class
    ]


def _pages(collection: Collection, include: Any) -> Iterator[Any]:
    offset = 0
    while True:
        page = collection.get(include=include, limit=BATCH, offset=offset)
        if not page["ids"]:
            return
        yield page
        offset += len(page["ids"])


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), BATCH):
        yield values[start : start + BATCH]


@contextmanager
def _plain_faults() -> Iterator[None]:
    """Chroma raises ValueError where its server is not there, httpx's errors where it goes away later."""
    try:
        yield
    except (ChromaError, HTTPError, ValueError, OSError) as error:
        log.warning("the index does not answer: %s", error)
        raise StoreError("The index does not answer; try again, or look at its log.") from error

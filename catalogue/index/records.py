"""The records of one collection of Chroma: written, read and copied in chunks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import numpy as np

from catalogue.index.port import Entry

READ_AT_ONCE = 5_000
"""Records in one call; more than 5,461 are refused (SQLite's variables, six a record)."""
WRITE_AT_ONCE = 1_000
"""Fewer, because a search waits for the current call."""


class Collection(Protocol):
    """The part of Chroma's collection that is used here."""

    def upsert(self, *, ids: Any, embeddings: Any, metadatas: Any) -> None:
        """Write or overwrite records."""

    def delete(self, *, ids: Any) -> Any:
        """Delete records."""

    def get(self, *, ids: Any = ..., limit: Any = ..., offset: Any = ..., include: Any = ...) -> Any:
        """Return records by id, or one page of all."""


def put(collection: Collection, entries: Sequence[Entry]) -> None:
    """Write or overwrite entries."""
    collection.upsert(
        ids=[entry.picture for entry in entries],
        embeddings=np.stack([entry.vector for entry in entries]).astype(np.float32),
        metadatas=[_metadata(entry) for entry in entries],
    )


def remove(collection: Collection, keys: Sequence[str]) -> None:
    """Delete records; unknown keys are no error."""
    collection.delete(ids=list(keys))


def get(collection: Collection, keys: Sequence[str], include: Any) -> Any:
    """Return those of the records that exist, as Chroma does."""
    return collection.get(ids=list(keys), include=include)


def keys_of(collection: Collection) -> list[str]:
    """Return the keys of all records."""
    keys: list[str] = []
    while page := collection.get(include=[], limit=READ_AT_ONCE, offset=len(keys))["ids"]:
        keys += page
    return keys


def copy(source: Collection, target: Collection, keys: Sequence[str]) -> None:
    """Write the records of those keys into another collection too."""
    stored = get(source, keys, ["embeddings", "metadatas"])
    if stored["ids"]:
        target.upsert(ids=stored["ids"], embeddings=stored["embeddings"], metadatas=stored["metadatas"])


def chunks(values: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """Yield runs of at most `size` values."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def _metadata(entry: Entry) -> dict[str, str]:
    metadata = {"item": entry.item}
    if entry.garment_class is not None:
        metadata["garment_class"] = entry.garment_class
    return metadata

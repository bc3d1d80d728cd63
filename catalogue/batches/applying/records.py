"""What is stored of a batch in SQL: compressed JSON of our own dataclasses, and vectors as bytes."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from catalogue.batches.checking.batch_items import BatchItem
from catalogue.batches.checking.check import Batch
from catalogue.batches.planning.changes import Change
from catalogue.batches.planning.lookalikes import LookAlike
from catalogue.batches.planning.place_codes import CodeChange
from catalogue.batches.reading.lines import Note
from catalogue.batches.reading.originals import RefusedRows
from catalogue.batches.reading.stored_pictures import StoredPictures
from catalogue.errors import ColumnQuestion, Fault
from catalogue.items import Item
from catalogue.pictures import PictureStore

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Inverse:
    """What undoes a batch: the items as they were, and the ids of those that are new."""

    items: tuple[Item, ...]
    created: tuple[str, ...]
    codes: tuple[CodeChange, ...] = ()
    """Places that it gave a code."""


@dataclass(frozen=True, slots=True)
class BatchContents:
    """A batch without its pictures, which are in the picture store already."""

    source: str
    format: str
    read_at: datetime
    items: tuple[BatchItem, ...]
    pictures: tuple[str, ...]
    notes: tuple[Note, ...]
    all_places: bool = False
    feed: str = ""

    @classmethod
    def of(cls, batch: Batch) -> BatchContents:
        """Return what to store of a batch."""
        return cls(
            batch.source,
            batch.format,
            batch.read_at,
            batch.items,
            tuple(batch.files),
            batch.notes,
            batch.all_places,
            batch.feed,
        )

    def batch(self, pictures: PictureStore) -> Batch:
        """Return the batch, with its pictures in this store."""
        files = {key: key for key in self.pictures}
        stored = StoredPictures(pictures)
        return Batch(
            self.source,
            self.format,
            self.read_at,
            self.items,
            files,
            stored,
            self.notes,
            all_places=self.all_places,
            feed=self.feed,
        )


class Codec(Generic[T]):
    """Encodes values as bytes, and decodes them."""

    def __init__(self, adapter: TypeAdapter[T]) -> None:
        self._adapter = adapter

    def dump(self, value: T) -> bytes:
        """Encode as compressed JSON."""
        return zlib.compress(self._adapter.dump_json(value), 3)

    def load(self, data: bytes) -> T:
        """Decode what `dump` encoded."""
        return self._adapter.validate_json(zlib.decompress(data))


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """All of a plan that its sender can see, except the counts of what stays."""

    new: tuple[Item, ...]
    changed: tuple[tuple[str, tuple[Change, ...]], ...]
    deleted: tuple[str, ...]
    codes: tuple[CodeChange, ...] = ()


CONTENTS = Codec(TypeAdapter(BatchContents))
INVERSE = Codec(TypeAdapter(Inverse))
FAULTS = Codec(TypeAdapter(tuple[Fault, ...]))
QUESTION = Codec(TypeAdapter(ColumnQuestion))
REFUSED = Codec(TypeAdapter(RefusedRows))
SUMMARY = Codec(TypeAdapter(PlanSummary))
LOOKALIKES = Codec(TypeAdapter(tuple[LookAlike, ...]))


def vector_bytes(vector: NDArray[np.float32]) -> bytes:
    """Encode a vector for storage."""
    return np.ascontiguousarray(vector, np.float32).tobytes()


def vector_of(data: bytes) -> NDArray[np.float32]:
    """Decode what `vector_bytes` encoded."""
    return np.frombuffer(data, np.float32)

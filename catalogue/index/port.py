"""The port of vector indexes, which `chroma_index.py` implements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture's vector."""

    picture: str
    """The picture's key; unique in the index."""
    item: str
    """For people who inspect the index by other means, as is the class; a search asks SQL for both."""
    garment_class: str | None
    vector: NDArray[np.float32]
    """(D,), of length one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A picture near the query."""

    picture: str
    similarity: float
    """Cosine, -1 to 1."""


class Index(Protocol):
    """Vectors by picture. SQL is the truth; an index can always be rebuilt from it."""

    model_id: str
    """The model that made the vectors; another model's vectors are refused."""

    def upsert(self, entries: Sequence[Entry]) -> None:
        """Write or overwrite entries."""

    def delete(self, pictures: Sequence[str]) -> None:
        """Delete pictures; unknown keys are no error."""

    def nearest(self, vector: NDArray[np.float32], *, top: int) -> list[Hit]:
        """Return the nearest pictures, best first, at most `top`."""

    def nearest_to_each(self, vectors: NDArray[np.float32], *, top: int) -> list[list[Hit]]:
        """Return the same for each of (N, D) vectors, which is cheaper than one call for each."""

    def vectors(self, pictures: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """Return the stored vectors of those pictures that are in the index."""

    def count(self) -> int:
        """Return how many pictures it holds."""

    def keys(self) -> list[str]:
        """Return the keys of all pictures in it."""

    def rebuild(self) -> None:
        """Write everything into a new generation, and swap it in."""

    def complete(self) -> None:
        """Swap in what was begun afresh; does nothing if it serves already."""

    def close(self) -> None:
        """Close files and connections."""

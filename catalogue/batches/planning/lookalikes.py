"""Likely duplicates: items whose pictures are nearly the same, in a batch or in all of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalogue.database import Database
from catalogue.index.port import Index
from catalogue.items import Item
from catalogue.progress import Progress, silent

MIN_SIMILARITY = 0.87
"""Cosine from which two items count as looking the same.

Of 106 pictures of a shop that were saved again, smaller, a little cropped and as worse JPEGs, 87% reach it;
other designs stay below 0.82.
"""
NEIGHBOURS = 10
"""Neighbours that the index returns for each picture."""
ROWS = 512
"""Vectors compared with all others at a time."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two items that look the same, by their nearest pictures."""

    item: str
    picture: str
    """The key of the item's picture."""
    other: str
    other_picture: str
    similarity: float
    """Cosine of the two pictures' vectors, 0 to 1."""
    within_batch: bool = False
    """Whether the other one is new in the same batch."""


class _Pairs:
    """Keeps the best pair of pictures for each pair of items."""

    def __init__(self) -> None:
        self._best: dict[frozenset[str], LookAlike] = {}

    def add(self, pair: LookAlike) -> None:
        key = frozenset((pair.item, pair.other))
        best = self._best.get(key)
        if len(key) == 2 and (best is None or pair.similarity > best.similarity):
            self._best[key] = pair

    def sorted(self) -> tuple[LookAlike, ...]:
        return tuple(sorted(self._best.values(), key=lambda pair: (-pair.similarity, pair.item, pair.other)))


def of_new_items(
    new: Sequence[Item],
    vectors: Mapping[str, NDArray[np.float32]],
    index: Index,
    database: Database,
    *,
    at_least: float = MIN_SIMILARITY,
) -> tuple[LookAlike, ...]:
    """Return for each new item the item that looks most like it, in the catalogue or new in the same batch.

    `vectors` are those of the new items' pictures, by key; pictures without one are skipped.
    """
    owners = {p.key: (item.id,) for item in new for p in item.pictures if p.key in vectors}
    pairs = _Pairs()
    keys = list(owners)
    for start in range(0, len(keys), ROWS):
        chunk = {key: vectors[key] for key in keys[start : start + ROWS]}
        for pair in _nearby_pairs(chunk, owners, index, database, at_least):
            pairs.add(pair)
    for pair in _among(new, vectors, at_least):
        pairs.add(pair)
    best: dict[str, LookAlike] = {}
    for pair in pairs.sorted():
        if pair.item not in best and not (pair.within_batch and pair.other in best):
            best[pair.item] = pair
    return tuple(best.values())


def of_all_items(
    index: Index,
    database: Database,
    *,
    at_least: float = MIN_SIMILARITY,
    limit: int = 1000,
    progress: Progress = silent,
) -> tuple[LookAlike, ...]:
    """Return the pairs of items that look most alike, at most `limit`, each pair once."""
    keys = database.picture_keys()
    pairs = _Pairs()
    done = 0
    for start in range(0, len(keys), ROWS):
        chunk = keys[start : start + ROWS]
        owners = database.items_showing(chunk)
        for pair in _nearby_pairs(index.vectors(chunk), owners, index, database, at_least):
            pairs.add(pair)
        done += len(chunk)
        progress("compare", done, len(keys))
    return pairs.sorted()[:limit]


def _nearby_pairs(
    vectors: Mapping[str, NDArray[np.float32]],
    owners: Mapping[str, tuple[str, ...]],
    index: Index,
    database: Database,
    at_least: float,
) -> Iterable[LookAlike]:
    """Yield pairs of the pictures' owners with items that have pictures nearby in the index."""
    if not vectors:
        return
    hits_by_picture = index.nearest_to_each(np.stack([*vectors.values()]), top=NEIGHBOURS)
    close = [[hit for hit in hits if hit.similarity >= at_least] for hits in hits_by_picture]
    neighbours = database.items_showing({hit.picture for hits in close for hit in hits})
    for key, hits in zip(vectors, close, strict=True):
        for hit in hits:
            for other in neighbours.get(hit.picture, ()):
                for item in owners.get(key, ()):
                    if other != item:
                        yield LookAlike(item, key, other, hit.picture, hit.similarity)


def _among(
    new: Sequence[Item], vectors: Mapping[str, NDArray[np.float32]], at_least: float
) -> Iterable[LookAlike]:
    """Yield pairs within the batch, comparing all with all."""
    pictures = [(item.id, p.key) for item in new for p in item.pictures if p.key in vectors]
    if not pictures:
        return
    stacked = np.stack([vectors[key] for _, key in pictures])  # (N, D)
    for start in range(0, len(pictures), ROWS):
        similar = stacked[start : start + ROWS] @ stacked.T  # (ROWS, N)
        for row, column in np.argwhere(similar >= at_least):
            (item, key), (other, other_key) = pictures[start + row], pictures[column]
            if start + row > column and item != other:
                similarity = min(1.0, float(similar[row, column]))
                yield LookAlike(item, key, other, other_key, similarity, within_batch=True)

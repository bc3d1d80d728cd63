"""Are all pictures findable? Mend what is not.

SQL says which pictures there are. Each must be found in the index by its own vector; what is not is written
again, and if that does not help the whole index is (see `catalogue.chroma` for why that can be needed).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from catalogue.database import Database
from catalogue.errors import StoreError
from catalogue.index import Entry, Index
from catalogue.pictures import PictureStore

log = logging.getLogger(__name__)

Embed: TypeAlias = Callable[[list[bytes]], NDArray[np.float32]]
"""Picture files to vectors, (N, D) float32, each of length one."""
Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with what is being done (`check`, `embed`, `write`, `audit`), how many are done, and of how many."""

EMBED_AT_ONCE = 32
NAMED = 5
"""Items that a sentence names before it counts the rest."""
SAME = 1e-4
"""Vectors closer than this, in cosine, stand for one another."""


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What was looked at and what was wrong, by picture key."""

    pictures: int
    missing: tuple[str, ...] = ()
    """SQL knows them, the index does not."""
    unfindable: tuple[str, ...] = ()
    """In the index, but a search with their own vector does not meet them."""
    strays: tuple[str, ...] = ()
    """In the index, but unknown to SQL; a search passes them over."""
    lost: tuple[str, ...] = ()
    """Those of the missing ones whose picture file is gone too, so that `mend` could not bring them back."""
    fault: str | None = None
    """What `mend` could not put right and what to do about it, in one sentence for a person."""

    @property
    def ok(self) -> bool:
        """Whether every picture can be found. Strays do no harm."""
        return not self.missing and not self.unfindable and self.fault is None


def audit(
    index: Index, database: Database, *, keys: Sequence[str] | None = None, progress: Progress = silent
) -> Audit:
    """Look at those pictures, or at all; strays are looked for among all only."""
    looked_at = database.picture_keys() if keys is None else tuple(keys)
    vectors = index.vectors(looked_at)
    unfindable = []
    for done, (key, vector) in enumerate(vectors.items(), start=1):
        if not _finds(index, key, vector):
            unfindable.append(key)
        progress("audit", done, len(vectors))
    strays: tuple[str, ...] = ()
    if keys is None:
        known = set(looked_at)
        unknown = [key for key in index.keys() if key not in known]  # noqa: SIM118 - no dict
        shown = database.items_showing(unknown)  # another process may have applied a batch meanwhile
        strays = tuple(key for key in unknown if key not in shown)
    missing = tuple(key for key in looked_at if key not in vectors)
    return Audit(len(looked_at), missing, tuple(unfindable), strays)


def mend(
    index: Index,
    database: Database,
    pictures: PictureStore,
    embed: Embed,
    *,
    keys: Sequence[str] | None = None,
    progress: Progress = silent,
) -> Audit:
    """Audit, and put right what is wrong; returns what was found wrong.

    Pictures whose file is gone are passed over and told in `lost`. Raises `StoreError` where another picture
    stays unfindable even in a new generation of the index.
    """
    found = audit(index, database, keys=keys, progress=progress)
    index.delete(found.strays)
    kept = [key for key in found.missing if pictures.exists(key)]
    index.upsert(embedded(database, pictures, kept, embed, progress=progress))
    if found.strays:
        # Deletes can hide live records (chroma-core/chroma#7758), so that all must be looked at again.
        again = audit(index, database, progress=progress).unfindable
        found = replace(found, unfindable=tuple(dict.fromkeys([*found.unfindable, *again])))
    if found.ok:
        return found
    log.warning("%s pictures missing in the index, %s unfindable", len(found.missing), len(found.unfindable))
    index.upsert(_entries(database, index.vectors(found.unfindable)))
    if not audit(index, database, keys=[*kept, *found.unfindable]).ok:
        index.rebuild()
        left = audit(index, database, keys=keys)
        count = len(set(left.missing).intersection(kept)) + len(left.unfindable)
        if count:
            raise StoreError(f"{count} pictures cannot be found even in a rebuilt index; see the log.")
    return _with_lost(found, database, sorted(set(found.missing).difference(kept)))


def embedded(
    database: Database,
    pictures: PictureStore,
    keys: Sequence[str],
    embed: Embed,
    *,
    progress: Progress = silent,
) -> list[Entry]:
    """Entries of pictures that SQL and the picture store know."""
    vectors: dict[str, NDArray[np.float32]] = {}
    for start in range(0, len(keys), EMBED_AT_ONCE):
        chunk = keys[start : start + EMBED_AT_ONCE]
        vectors.update(zip(chunk, embed([pictures.get(key) for key in chunk]), strict=True))
        progress("embed", start + len(chunk), len(keys))
    return _entries(database, vectors)


def _entries(database: Database, vectors: dict[str, NDArray[np.float32]]) -> list[Entry]:
    owners = database.items_showing(vectors)
    items = database.items(owner for shown in owners.values() for owner in shown)
    return [
        Entry(key, shown[0], items[shown[0]].garment_class, vectors[key]) for key, shown in owners.items()
    ]


def _with_lost(found: Audit, database: Database, lost: Sequence[str]) -> Audit:
    """The same, with the items named whose picture files are gone."""
    if not lost:
        return found
    owners = database.items_showing(lost)
    for key in lost:
        log.warning(
            "the file of the picture %s is gone; it is shown by %s", key, ", ".join(owners.get(key, ()))
        )
    items = sorted({item for shown in owners.values() for item in shown})
    named = ", ".join(items[:NAMED]) + (f" and {len(items) - NAMED} more" if len(items) > NAMED else "")
    return replace(
        found,
        lost=tuple(lost),
        fault=f"Picture files of {named} are gone; import these items again with their pictures.",
    )


def _finds(index: Index, key: str, vector: NDArray[np.float32]) -> bool:
    """Whether a search meets the picture. Among many that look the same, any of them will do."""
    reach = 10
    hits = index.nearest(vector, top=reach)
    return any(hit.picture == key for hit in hits) or (
        len(hits) == reach and all(hit.similarity > 1 - SAME for hit in hits)
    )

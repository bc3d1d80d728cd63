"""Are all pictures found? Repair what is not.

SQL has the list of pictures. Each must be found in the index by its own vector. What is not found is written
again; if that does not help, the whole index is rebuilt (see `catalogue.index.chroma_generations`).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from catalogue.database import Database
from catalogue.errors import StoreError
from catalogue.index.port import Entry, Index
from catalogue.messages import Message
from catalogue.pictures import PictureStore
from catalogue.progress import Embed, Progress, silent

log = logging.getLogger(__name__)

EMBED_AT_ONCE = 32
WRITE_AT_ONCE = 16 * EMBED_AT_ONCE
"""Vectors that a crash may lose while a whole index is embedded again."""
PROBE_AT_ONCE = 256
REACH = 10
"""A picture counts as found if it is among so many that are nearest to its own vector."""
REWRITES = 4
"""How often unfindable pictures are written again before the whole index is rebuilt."""
NAMED = 5
"""Items that a message names before it counts the rest."""
SAME = 1e-4
"""Vectors closer than this, in cosine, count as the same."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit checked and what was wrong, by picture key."""

    pictures: int
    missing: tuple[str, ...] = ()
    """In SQL, but not in the index."""
    unfindable: tuple[str, ...] = ()
    """In the index, but not found by their own vectors."""
    strays: tuple[str, ...] = ()
    """In the index, but not in SQL; a search ignores them."""
    lost: tuple[str, ...] = ()
    """Those of the missing ones whose picture file is gone too, so that `repair` could not restore them."""
    fault: Message | None = None
    """What `repair` could not repair, and what to do about it."""

    @property
    def ok(self) -> bool:
        """Whether every picture can be found. Strays do no harm."""
        return not self.missing and not self.unfindable and self.fault is None


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """An audit counted in items. An item is findable when each of its pictures is."""

    items: int
    without_pictures: int
    """No photo can find these; they count neither as findable nor as a fault."""
    findable: int
    repaired: int
    """How many of the findable items were not findable before the repair."""


def audit(
    index: Index, database: Database, *, keys: Sequence[str] | None = None, progress: Progress = silent
) -> Audit:
    """Check that these pictures, and those nearest to them, are found by their own vectors.

    A write to the graph of neighbours can cost nearby records their links to it. Without `keys`, all pictures
    are checked, and strays are reported too.
    """
    keys_checked = database.picture_keys() if keys is None else tuple(dict.fromkeys(keys))
    missing, unfindable, nearby = _probe(index, keys_checked, progress)
    strays: tuple[str, ...] = ()
    if keys is None:
        sql_keys = set(keys_checked)
        unknown = [key for key in index.keys() if key not in sql_keys]  # noqa: SIM118 - no dict
        owners = database.items_showing(unknown)  # another process may have applied a batch meanwhile
        strays = tuple(key for key in unknown if key not in owners)
    else:
        neighbours = sorted(nearby.difference(keys_checked))
        unfindable += _probe(index, list(database.items_showing(neighbours)), progress)[1]
    return Audit(len(keys_checked), tuple(missing), tuple(unfindable), strays)


def repair(
    index: Index,
    database: Database,
    pictures: PictureStore,
    embed: Embed,
    *,
    keys: Sequence[str] | None = None,
    progress: Progress = silent,
) -> Audit:
    """Audit, and repair what is wrong. Returns what was wrong.

    An index that was begun afresh serves afterwards. Pictures whose file is gone are skipped and reported in
    `lost`. Raises `StoreError` if another picture stays unfindable even in a new generation of the index.
    """
    report = audit(index, database, keys=keys, progress=progress)
    index.delete(report.strays)
    restorable = [key for key in report.missing if pictures.exists(key)]
    _fill(index, database, pictures, restorable, embed, progress)
    unfindable = list(report.unfindable)
    if report.strays:
        # Deletes can hide live records (chroma-core/chroma#7758), so all must be checked again.
        unfindable += audit(index, database, progress=progress).unfindable
    elif restorable:
        unfindable += audit(index, database, keys=restorable, progress=progress).unfindable
    report = replace(report, unfindable=tuple(dict.fromkeys(unfindable)))
    if not report.ok:
        log.warning("%s pictures missing, %s unfindable", len(report.missing), len(report.unfindable))
    if _rewrite(index, database, report.unfindable):
        index.rebuild()
        remaining = audit(index, database, progress=progress)
        count = len(_rewrite(index, database, remaining.unfindable))
        count += len(set(remaining.missing).intersection(restorable))
        if count:
            raise StoreError(Message("unfindable", count=count))
    if keys is None:
        index.complete()
    return _with_lost(report, database, sorted(set(report.missing).difference(restorable)))


def fill(
    index: Index,
    database: Database,
    pictures: PictureStore,
    embed: Embed,
    *,
    progress: Progress = silent,
) -> tuple[str, ...]:
    """Embed what the index lacks, and what batches add meanwhile. Returns the keys.

    Batches can be applied meanwhile, even by programs that use another model, so that a new model's index can
    be built in the background. After an interruption it continues where it was.
    """
    filled: list[str] = []
    while True:
        held = set(index.keys())
        missing = [key for key in database.picture_keys() if key not in held and pictures.exists(key)]
        if not missing:
            return tuple(filled)
        _fill(index, database, pictures, missing, embed, progress)
        filled += missing


def count_items(database: Database, report: Audit, *, repaired: bool = False) -> ItemCounts:
    """Count a report in items; `repaired` if `repair` has already repaired what it could."""
    wrong = {*report.missing, *report.unfindable}
    items, photographed = database.counts().items, database.items_with_pictures()
    before = _items_with(database, wrong)
    after = _items_with(database, report.lost) if repaired else before
    return ItemCounts(
        items, items - photographed, findable=photographed - len(after), repaired=len(before - after)
    )


def embedded(
    database: Database,
    pictures: PictureStore,
    keys: Sequence[str],
    embed: Embed,
    *,
    progress: Progress = silent,
) -> list[Entry]:
    """Return index entries for pictures that are in SQL and in the picture store."""
    vectors: dict[str, NDArray[np.float32]] = {}
    for start in range(0, len(keys), EMBED_AT_ONCE):
        chunk = keys[start : start + EMBED_AT_ONCE]
        vectors.update(zip(chunk, embed([pictures.get(key) for key in chunk]), strict=True))
        progress("embed", start + len(chunk), len(keys))
    return entries_of(database, vectors)


def entries_of(database: Database, vectors: dict[str, NDArray[np.float32]]) -> list[Entry]:
    """Return index entries for these vectors, of pictures that SQL has."""
    owners = database.items_showing(vectors)
    items = database.items(owner for item_ids in owners.values() for owner in item_ids)
    return [
        Entry(key, item_ids[0], items[item_ids[0]].garment_class, vectors[key])
        for key, item_ids in owners.items()
    ]


def _probe(index: Index, keys: Sequence[str], progress: Progress) -> tuple[list[str], list[str], set[str]]:
    """Return the missing and the unfindable pictures, and all that were hits."""
    missing: list[str] = []
    unfindable: list[str] = []
    nearby: set[str] = set()
    for start in range(0, len(keys), PROBE_AT_ONCE):
        chunk = keys[start : start + PROBE_AT_ONCE]
        vectors = index.vectors(chunk)
        missing += [key for key in chunk if key not in vectors]
        hits_by_key = index.nearest_to_each(np.stack([*vectors.values()]), top=REACH) if vectors else []
        for key, hits in zip(vectors, hits_by_key, strict=True):
            nearby.update(hit.picture for hit in hits)
            # Among many that are the same, any of them will do.
            alike = len(hits) == REACH and all(hit.similarity > 1 - SAME for hit in hits)
            if not alike and all(hit.picture != key for hit in hits):
                unfindable.append(key)
        progress("audit", start + len(chunk), len(keys))
    return missing, unfindable, nearby


def _rewrite(index: Index, database: Database, keys: Sequence[str]) -> tuple[str, ...]:
    """Write unfindable pictures again, and those that this hides in turn. Returns what stays unfindable.

    Overwriting a record also changes links far from it, so all pictures are checked each time.
    """
    unfindable = tuple(keys)
    for _ in range(REWRITES):
        if not unfindable:
            break
        index.upsert(entries_of(database, index.vectors(unfindable)))
        after = audit(index, database)
        unfindable = (*set(after.missing).intersection(unfindable), *after.unfindable)
    return unfindable


def _fill(
    index: Index,
    database: Database,
    pictures: PictureStore,
    keys: Sequence[str],
    embed: Embed,
    progress: Progress,
) -> None:
    for start in range(0, len(keys), WRITE_AT_ONCE):

        def report_progress(stage: str, done: int, _total: int, before: int = start) -> None:
            progress(stage, before + done, len(keys))

        chunk = keys[start : start + WRITE_AT_ONCE]
        index.upsert(embedded(database, pictures, chunk, embed, progress=report_progress))


def _items_with(database: Database, pictures: Sequence[str] | set[str]) -> set[str]:
    return {item for item_ids in database.items_showing(pictures).values() for item in item_ids}


def _with_lost(report: Audit, database: Database, lost: Sequence[str]) -> Audit:
    """Add to a report the items whose picture files are gone."""
    if not lost:
        return report
    owners = database.items_showing(lost)
    for key in lost:
        log.warning(
            "the file of the picture %s is gone; it is shown by %s", key, ", ".join(owners.get(key, ()))
        )
    items = sorted({item for item_ids in owners.values() for item in item_ids})
    named = Message("items", items=", ".join(items[:NAMED]))
    if len(items) > NAMED:
        named = Message("items-more", items=named, more=len(items) - NAMED)
    message = Message("files-gone", items=named)
    return replace(report, lost=tuple(lost), fault=message)

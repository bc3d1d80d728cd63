"""Apply a planned batch: whole, or not at all.

The order makes a crash harmless at every step. Pictures and their vectors are written first, under keys made
of their content: as long as SQL does not know them, a search passes them over. Then SQL takes the batch in
one transaction, which is the moment it counts. Only then are the vectors and pictures that nothing shows any
more forgotten, and everything touched is looked for by its own vector.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from catalogue.audit import EMBED_AT_ONCE, Audit, Embed, Progress, mend, silent
from catalogue.batches.diff import Plan
from catalogue.database import BatchRecord, Database
from catalogue.errors import CatalogueError
from catalogue.index import Entry, Index
from catalogue.pictures import PictureStore

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Applied:
    """What a batch did."""

    batch_id: int
    new_items: int
    changed_items: int
    unchanged_items: int
    new_variants: int
    embedded_pictures: int
    forgotten_pictures: int
    audit: Audit
    """What was found wrong afterwards, and mended."""


def apply(
    planned: Plan,
    database: Database,
    index: Index,
    pictures: PictureStore,
    embed: Embed,
    *,
    progress: Progress = silent,
    now: datetime | None = None,
) -> Applied:
    """Apply the plan. Raises `StoreError`, with nothing changed, where the catalogue has changed since.

    Whatever `embed` raises goes through, with nothing changed.
    """
    wanted = {picture.key: item for item in planned.items for picture in item.pictures}
    offered = [key for key in wanted if key in planned.batch.files]
    known = index.vectors(offered)
    new = [key for key in offered if key not in known]
    former = {picture.key for change in planned.changed for picture in change.before.pictures}
    stored: list[str] = []
    try:
        for key in offered:
            if not pictures.exists(key):
                stored.append(pictures.put(planned.batch.picture(key)))
        vectors = _embedded(planned, new, embed, progress)
        index.upsert([Entry(key, wanted[key].id, wanted[key].garment_class, vectors[key]) for key in new])
        progress("write", 0, 1)
        batch_id = database.write(
            planned.items,
            BatchRecord(
                applied_at=now or datetime.now(UTC),
                source=planned.batch.source,
                new_items=len(planned.new),
                changed_items=len(planned.changed),
                unchanged_items=len(planned.unchanged),
            ),
            revision=planned.revision,
        )
        progress("write", 1, 1)
    except BaseException:
        _forget(new, stored, database, index, pictures)
        raise
    stale = sorted(former - set(database.items_showing(former)))
    _forget(stale, stale, database, index, pictures)
    # Deletes can hide records that were not touched, so that all must be looked at then.
    found = mend(index, database, pictures, embed, keys=None if stale else offered, progress=progress)
    return Applied(
        batch_id=batch_id,
        new_items=len(planned.new),
        changed_items=len(planned.changed),
        unchanged_items=len(planned.unchanged),
        new_variants=planned.new_variants,
        embedded_pictures=len(new),
        forgotten_pictures=len(stale),
        audit=found,
    )


def _embedded(
    planned: Plan, keys: Sequence[str], embed: Embed, progress: Progress
) -> dict[str, NDArray[np.float32]]:
    vectors: dict[str, NDArray[np.float32]] = {}
    for start in range(0, len(keys), EMBED_AT_ONCE):
        chunk = keys[start : start + EMBED_AT_ONCE]
        made = np.asarray(embed([planned.batch.picture(key) for key in chunk]), np.float32)
        vectors.update(zip(chunk, made, strict=True))
        progress("embed", start + len(chunk), len(keys))
    return vectors


def _forget(
    vectors: Sequence[str],
    files: Sequence[str],
    database: Database,
    index: Index,
    pictures: PictureStore,
) -> None:
    """As much as can be: what is left is passed over by a search, and found by the next full audit."""
    try:
        shown = database.items_showing({*vectors, *files})
        index.delete([key for key in vectors if key not in shown])
        for key in files:
            if key not in shown:
                pictures.delete(key)
    except CatalogueError as error:
        log.warning("some pictures of no item were left behind: %s", error)

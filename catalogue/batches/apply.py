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
from catalogue.errors import CatalogueError, StoreError
from catalogue.index import Entry, Index
from catalogue.pictures import PictureStore

log = logging.getLogger(__name__)

UNMENDED = "The batch is applied, but a photo may not find all of it yet: run hangtag audit --mend."


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
    """What was found wrong afterwards, and mended; its `fault` says what is still to be done."""


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

    Whatever `embed` raises goes through, with nothing changed. What fails once the batch counts is logged
    and told in the audit's `fault`.
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
        if _forget(new, stored, database, index, pictures):
            try:
                mend(index, database, pictures, _in_our_words(embed))
            except CatalogueError as error:
                log.warning("the index was not mended after a batch that was not applied: %s", error)
        raise
    stale: list[str] = []
    try:
        stale = sorted(former - set(database.items_showing(former)))
        _forget(stale, stale, database, index, pictures)
        # Deletes can hide records that were not touched, so that all must be looked at then.
        touched = None if stale else offered
        found = mend(index, database, pictures, _in_our_words(embed), keys=touched, progress=progress)
    except CatalogueError as error:
        log.exception("the batch %s is applied, but the index was not mended", batch_id)
        found = Audit(len(offered), fault=f"{UNMENDED} {error}")
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


def _in_our_words(embed: Embed) -> Embed:
    """The same, but what it raises is a `StoreError`: while mending, its failure is no longer the batch's."""

    def embedded(files: list[bytes]) -> NDArray[np.float32]:
        try:
            return embed(files)
        except Exception as error:
            raise StoreError(f"Pictures of the catalogue cannot be embedded: {error}") from error

    return embedded


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
) -> bool:
    """Forget as much as can be; returns whether vectors were deleted.

    What is left does no harm: a search passes it over, and a full mend deletes the vectors. Picture files
    that no item shows, and the `.part` files of a crash, stay and take up room.
    """
    deleting = False
    try:
        shown = database.items_showing({*vectors, *files})
        gone = list(index.vectors([key for key in vectors if key not in shown]))
        deleting = bool(gone)
        index.delete(gone)
        for key in files:
            if key not in shown:
                pictures.delete(key)
    except CatalogueError as error:
        log.warning("some pictures of no item were left behind: %s", error)
    return deleting

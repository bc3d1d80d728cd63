"""Apply a planned batch: whole, or not at all.

The order makes a crash harmless at every step. Pictures and their vectors are written first, under keys made
of their content: as long as SQL does not know them, a search passes them over. Then SQL takes the batch, and
what undoes it, in one transaction, which is the moment it counts. Only then are the vectors that nothing
shows any more forgotten, and everything touched is looked for by its own vector. From before the first vector
to the end of this, the database says that the index is unfinished, so that who comes next looks at all of it.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from catalogue.audit import EMBED_AT_ONCE, Audit, repair
from catalogue.batches.applying.records import INVERSE, Inverse, vector_of
from catalogue.batches.planning.diff import Plan
from catalogue.database import BatchRecord, Database
from catalogue.errors import BatchError, CatalogueError, StoreError
from catalogue.index.port import Entry, Index
from catalogue.items import Item
from catalogue.messages import Message
from catalogue.modes import Mode
from catalogue.pictures import PictureStore
from catalogue.progress import Embed, Progress, silent

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
    """No longer found by a photo; their files stay as long as the batch can be undone."""
    audit: Audit
    """What was found wrong afterwards, and repaired; its `fault` says what is still to be done."""
    mode: Mode = Mode.UPSERT
    retired_items: int = 0
    deleted_items: int = 0

    @property
    def news(self) -> bool:
        """Whether it changed anything but the time at which stock was counted."""
        return bool(self.new_items or self.changed_items or self.retired_items or self.deleted_items)


@dataclass(frozen=True, slots=True)
class Places:
    """Where a batch is written to."""

    database: Database
    index: Index
    pictures: PictureStore


def apply(
    record: BatchRecord,
    planned: Plan,
    places: Places,
    embed: Embed,
    *,
    by: str = "",
    progress: Progress = silent,
    now: datetime | None = None,
) -> Applied:
    """Apply the plan of a batch that is in the state `applying`, under the batch lock.

    Raises `StoreError`, with nothing changed, where the catalogue has changed since, and `BatchError` where a
    picture's file is gone. Whatever `embed` raises goes through, with nothing changed. What fails once the
    batch counts is logged and told in the audit's `fault`.
    """
    assert record.id is not None  # it was staged
    database, ledger = places.database, places.database.ledger
    full = ledger.index_unfinished
    ledger.mark_index(unfinished=True)
    shown = shown_by(planned.items)
    offered = {key: item for key, item in shown.items() if key in planned.batch.files}
    if not all(map(places.pictures.exists, offered)):
        raise BatchError(Message("pictures-gone"))
    back = shown_by(change.after for change in planned.changed if change.before.retired)
    vectors = {key: vector_of(data) for key, data in ledger.vectors(record.id).items()}
    embedded = write_vectors({**offered, **back}, vectors, places, embed, progress=progress)
    progress("write", 0, 1)
    former = {picture.key for item in planned.before for picture in item.pictures}
    database.apply_batch(
        _counted(record, planned, by, now or datetime.now(UTC)),
        planned.written,
        removed=[item.id for item in planned.deleted],
        revision=planned.revision,
        before=INVERSE.dump(Inverse(planned.before, tuple(item.id for item in planned.new))),
        pictures=former,
        touched=[item.id for item in (*planned.written, *planned.deleted)],
    )
    progress("write", 1, 1)
    touched = {*offered, *shown_by(planned.written)}
    forgotten, found = settle(
        former, touched, places, embed, moved=_moved(planned), full=full, progress=progress
    )
    return Applied(
        batch_id=record.id,
        new_items=len(planned.new),
        changed_items=len(planned.changed),
        unchanged_items=len(planned.unchanged),
        new_variants=planned.new_variants,
        embedded_pictures=embedded,
        forgotten_pictures=forgotten,
        audit=found,
        mode=planned.mode,
        retired_items=len(planned.retired),
        deleted_items=len(planned.deleted),
    )


def shown_by(items: Iterable[Item]) -> dict[str, Item]:
    """The pictures by which those of the items are found that are in use: key to an item that shows it."""
    return {picture.key: item for item in items if not item.retired for picture in item.pictures}


def write_vectors(
    shown: Mapping[str, Item],
    vectors: Mapping[str, NDArray[np.float32]],
    places: Places,
    embed: Embed,
    *,
    progress: Progress,
) -> int:
    """Bring the vectors of those pictures into the index that it lacks; returns how many that were.

    Those that `vectors` lacks are embedded; where a file is gone, it is left to the audit to tell.
    """
    known = places.index.vectors(list(shown))
    new = [key for key in shown if key not in known]
    for done in range(0, len(new), EMBED_AT_ONCE):
        chunk = new[done : done + EMBED_AT_ONCE]
        made = {key: vectors[key] for key in chunk if key in vectors}
        unmade = [key for key in chunk if key not in made and places.pictures.exists(key)]
        if unmade:
            files = [places.pictures.get(key) for key in unmade]
            made.update(zip(unmade, np.asarray(embed(files), np.float32), strict=True))
        places.index.upsert(
            [Entry(key, shown[key].id, shown[key].garment_class, made[key]) for key in chunk if key in made]
        )
        progress("embed", done + len(chunk), len(new))
    return len(new)


def settle(
    former: Collection[str],
    shown: Collection[str],
    places: Places,
    embed: Embed,
    *,
    moved: Sequence[str] = (),
    full: bool = False,
    progress: Progress = silent,
) -> tuple[int, Audit]:
    """After SQL has changed: forget vectors that nothing shows, and look for what was touched.

    Returns how many vectors were forgotten, and what was found wrong; raises no `CatalogueError`, because the
    change counts already.

    Args:
        former: pictures shown before.
        shown: pictures shown now.
        moved: pictures whose item or class has changed.
        full: look at everything.
    """
    database, index = places.database, places.index
    try:
        gone = set(former) - set(database.items_showing(former))
        stale = sorted(index.vectors(sorted(gone)))
        index.delete(stale)
        index.upsert(_entries(database, index.vectors(list(moved))))
        # Deletes can hide records that were not touched, so that all must be looked at then.
        touched = None if stale or full else list(shown)
        found = repair(index, database, places.pictures, in_our_words(embed), keys=touched, progress=progress)
        database.ledger.mark_index(unfinished=False)
        return len(stale), found
    except CatalogueError as error:
        log.exception("a batch counts, but the index was not repaired")
        told = Message(
            "unmended",
            why=error.message,
        )
        return 0, Audit(len(shown), fault=told)


def in_our_words(embed: Embed) -> Embed:
    """The same, but what it raises is a `StoreError`: while repairing, its failure is no longer the
    batch's."""

    def embedded(files: list[bytes]) -> NDArray[np.float32]:
        try:
            return embed(files)
        except Exception as error:
            told = Message("not-embedded", english=str(error))
            raise StoreError(told) from error

    return embedded


def _counted(record: BatchRecord, planned: Plan, by: str, at: datetime) -> BatchRecord:
    return BatchRecord(
        applied_at=at,
        source=record.source,
        new_items=len(planned.new),
        changed_items=len(planned.changed),
        unchanged_items=len(planned.unchanged),
        id=record.id,
        staged_at=record.staged_at,
        applied_by=by or record.sent_by,
        retired_items=len(planned.retired),
        deleted_items=len(planned.deleted),
    )


def _moved(planned: Plan) -> list[str]:
    """Pictures that the index may know under another class or item."""
    classes = {item.id: item.garment_class for item in planned.before}
    before = {picture.key: item.id for item in planned.before for picture in item.pictures}
    return [
        key
        for key, item in shown_by(planned.written).items()
        if key in before and (before[key] != item.id or classes[item.id] != item.garment_class)
    ]


def _entries(database: Database, vectors: Mapping[str, NDArray[np.float32]]) -> list[Entry]:
    owners = database.items_showing(vectors)
    items = database.items(shown[0] for shown in owners.values())
    return [
        Entry(key, shown[0], items[shown[0]].garment_class, vectors[key]) for key, shown in owners.items()
    ]

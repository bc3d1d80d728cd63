"""Apply a planned batch: whole, or not at all.

The order makes a crash harmless at every step. Pictures and their vectors are written first, under keys made
of their content: a search ignores them until SQL has them. Then SQL commits the batch, and what undoes it, in
one transaction. Only then are vectors deleted that no item needs, and everything touched is audited. From
before the first vector until the end of the audit, the database marks the index as unfinished, so that
whoever opens it next audits all of it. Items of which only the stock changes have nothing to do with all
that: of them, SQL alone is written.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from catalogue.audit import EMBED_AT_ONCE, Audit, entries_of, repair
from catalogue.batches.applying.records import INVERSE, Inverse, vector_of
from catalogue.batches.planning.changes import differ_in_stock_alone
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
    """Not found by photos any more; their files stay as long as the batch can be undone."""
    audit: Audit
    """What was wrong afterwards, and repaired; its `fault` is what is left to do."""
    mode: Mode = Mode.UPSERT
    retired_items: int = 0
    deleted_items: int = 0

    @property
    def news(self) -> bool:
        """Whether it changed anything but the time at which stock was counted."""
        return bool(self.new_items or self.changed_items or self.retired_items or self.deleted_items)


@dataclass(frozen=True, slots=True)
class Stores:
    """Where a batch is written to."""

    database: Database
    index: Index
    pictures: PictureStore


@dataclass(frozen=True, slots=True)
class Changes:
    """What a batch or its undoing writes: items whole, and stock where nothing else of an item differs."""

    before: tuple[Item, ...]
    """As they were: those that are written whole, and those that are deleted."""
    after: tuple[Item, ...]
    """Those that are written whole, as they will be; new ones too."""
    restocked: tuple[tuple[Item, Item], ...]
    """Those of which only the stock differs: each as it was, and as it will be."""

    @classmethod
    def of(cls, planned: Plan) -> Changes:
        """Return what a plan writes."""
        pairs = [(change.before, change.after) for change in planned.written]
        return cls.between(pairs, new=planned.new, deleted=planned.deleted)

    @classmethod
    def between(
        cls, pairs: Iterable[tuple[Item, Item]], *, new: Sequence[Item], deleted: Sequence[Item]
    ) -> Changes:
        """Sort pairs of an item as it was and as it will be."""
        whole: list[tuple[Item, Item]] = []
        restocked: list[tuple[Item, Item]] = []
        for pair in pairs:
            (restocked if differ_in_stock_alone(*pair) else whole).append(pair)
        return cls(
            (*(before for before, _ in whole), *deleted),
            (*new, *(after for _, after in whole)),
            tuple(restocked),
        )

    @property
    def touch_index(self) -> bool:
        """Whether the index may have to change: whether anything differs but stock."""
        return bool(self.before or self.after)


def apply(
    record: BatchRecord,
    planned: Plan,
    stores: Stores,
    embed: Embed,
    *,
    by: str = "",
    progress: Progress = silent,
    now: datetime | None = None,
) -> Applied:
    """Apply the plan of a batch that is in the state `applying`, under the batch lock.

    Raises `StoreError` if the catalogue has changed since, and `BatchError` if a picture's file is gone;
    nothing is changed then, nor if `embed` raises. What fails after the batch is committed is logged, and
    reported in the audit's `fault`.
    """
    assert record.id is not None  # it was staged
    database, ledger = stores.database, stores.database.ledger
    full = ledger.index_unfinished
    changes = Changes.of(planned)
    if changes.touch_index:
        ledger.mark_index(unfinished=True)
    in_use = searchable_pictures(planned.items)
    uploaded = {key: item for key, item in in_use.items() if key in planned.batch.files}
    if not all(map(stores.pictures.exists, uploaded)):
        raise BatchError(Message("pictures-gone"))
    restored = searchable_pictures(change.after for change in planned.changed if change.before.retired)
    vectors = {key: vector_of(data) for key, data in ledger.vectors(record.id).items()}
    embedded = write_vectors({**uploaded, **restored}, vectors, stores, embed, progress=progress)
    progress("write", 0, 1)
    before = (*(change.before for change in planned.written), *planned.deleted)
    database.apply_batch(
        _counted(record, planned, by, now or datetime.now(UTC)),
        changes.after,
        restocked=changes.restocked,
        codes={change.place: change.after for change in planned.codes},
        removed=[item.id for item in planned.deleted],
        revision=planned.revision,
        before=INVERSE.dump(Inverse(before, tuple(item.id for item in planned.new), planned.codes)),
        pictures=_pictures_of(before),
        touched=[item.id for item in (*before, *planned.new)],
    )
    progress("write", 1, 1)
    forgotten, report = 0, Audit(0)
    if changes.touch_index or full:
        touched = {*uploaded, *searchable_pictures(changes.after)}
        replaced, moved = _pictures_of(changes.before), _moved(changes)
        forgotten, report = tidy_index(
            replaced, touched, stores, embed, moved=moved, full=full, progress=progress
        )
    return Applied(
        batch_id=record.id,
        new_items=len(planned.new),
        changed_items=len(planned.changed),
        unchanged_items=len(planned.unchanged),
        new_variants=planned.new_variants,
        embedded_pictures=embedded,
        forgotten_pictures=forgotten,
        audit=report,
        mode=planned.mode,
        retired_items=len(planned.retired),
        deleted_items=len(planned.deleted),
    )


def searchable_pictures(items: Iterable[Item]) -> dict[str, Item]:
    """Map each picture of items in use to an item that has it."""
    return {picture.key: item for item in items if not item.retired for picture in item.pictures}


def write_vectors(
    pictures: Mapping[str, Item],
    vectors: Mapping[str, NDArray[np.float32]],
    stores: Stores,
    embed: Embed,
    *,
    progress: Progress,
) -> int:
    """Write the vectors of pictures that the index lacks. Returns how many these were.

    Those that are not in `vectors` are embedded. Pictures whose file is gone are left to the audit.
    """
    indexed = stores.index.vectors(list(pictures))
    new = [key for key in pictures if key not in indexed]
    for done in range(0, len(new), EMBED_AT_ONCE):
        chunk = new[done : done + EMBED_AT_ONCE]
        ready = {key: vectors[key] for key in chunk if key in vectors}
        missing = [key for key in chunk if key not in ready and stores.pictures.exists(key)]
        if missing:
            files = [stores.pictures.get(key) for key in missing]
            ready.update(zip(missing, np.asarray(embed(files), np.float32), strict=True))
        stores.index.upsert(
            [
                Entry(key, pictures[key].id, pictures[key].garment_class, ready[key])
                for key in chunk
                if key in ready
            ]
        )
        progress("embed", done + len(chunk), len(new))
    return len(new)


def tidy_index(
    before: Collection[str],
    after: Collection[str],
    stores: Stores,
    embed: Embed,
    *,
    moved: Sequence[str] = (),
    full: bool = False,
    progress: Progress = silent,
) -> tuple[int, Audit]:
    """After SQL has changed, delete vectors that no item needs, and audit what was touched.

    Returns how many vectors were deleted, and what was wrong. Raises no `CatalogueError`, because the change
    is already committed.

    Args:
        before: pictures in use before.
        after: pictures in use now.
        moved: pictures whose item or class has changed.
        full: audit all pictures.
    """
    database, index = stores.database, stores.index
    try:
        gone = set(before) - set(database.items_showing(before))
        stale = sorted(index.vectors(sorted(gone)))
        index.delete(stale)
        index.upsert(entries_of(database, index.vectors(list(moved))))
        # Deletes can hide records that were not touched, so all must be checked then.
        touched = None if stale or full else list(after)
        report = repair(
            index, database, stores.pictures, with_store_errors(embed), keys=touched, progress=progress
        )
        database.ledger.mark_index(unfinished=False)
        return len(stale), report
    except CatalogueError as error:
        log.exception("a batch is committed, but the index was not repaired")
        message = Message("unmended", why=error.message)
        return 0, Audit(len(after), fault=message)


def with_store_errors(embed: Embed) -> Embed:
    """Raise `StoreError` for what `embed` raises: during a repair it is not the batch's fault."""

    def embedded(files: list[bytes]) -> NDArray[np.float32]:
        try:
            return embed(files)
        except Exception as error:
            message = Message("not-embedded", english=str(error))
            raise StoreError(message) from error

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


def _pictures_of(items: Iterable[Item]) -> set[str]:
    return {picture.key for item in items for picture in item.pictures}


def _moved(changes: Changes) -> list[str]:
    """Return pictures that the index may have under another class or item."""
    classes = {item.id: item.garment_class for item in changes.before}
    before = {picture.key: item.id for item in changes.before for picture in item.pictures}
    return [
        key
        for key, item in searchable_pictures(changes.after).items()
        if key in before and (before[key] != item.id or classes[item.id] != item.garment_class)
    ]

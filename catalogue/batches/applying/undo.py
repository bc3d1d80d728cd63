"""Undo an applied batch: restore the items that it touched, whole or not at all.

The order is that of `apply`: vectors first, then SQL in one transaction, then the clean-up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from catalogue.audit import Audit
from catalogue.batches.applying.apply import Changes, Stores, searchable_pictures, tidy_index, write_vectors
from catalogue.batches.applying.records import INVERSE, Inverse
from catalogue.database import BatchRecord, Database
from catalogue.database.ledger import BEFORE
from catalogue.errors import UndoRefusedError
from catalogue.items import Item, folded
from catalogue.messages import Message
from catalogue.modes import State, state_label
from catalogue.progress import Embed, Progress, silent

KEPT = 10
"""Applied batches of people that can still be undone; and as many of feeds, so that these push out none."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing a batch did."""

    batch_id: int
    restored_items: int
    """Restored as they were."""
    removed_items: int
    """New with the batch, and deleted now."""
    audit: Audit
    """What was wrong afterwards, and repaired; its `fault` is what is left to do."""


def undo(
    record: BatchRecord,
    stores: Stores,
    embed: Embed,
    *,
    by: str = "",
    progress: Progress = silent,
    now: datetime | None = None,
) -> tuple[Undone, list[str]]:
    """Undo the batch, under the batch lock. Also returns the keys of pictures that it released.

    Raises `UndoRefusedError`, with the reason and with nothing changed, if it cannot be undone.
    """
    database = stores.database
    revision = database.revision()
    inverse = _inverse(record, database)
    assert record.id is not None  # it was applied
    assert record.revision is not None
    _refuse_built_upon(record, inverse, database)
    after = database.items([*inverse.created, *(item.id for item in inverse.items)], retired=True)
    full = database.ledger.index_unfinished
    changes = Changes.between(
        [(after[item.id], item) for item in inverse.items if item.id in after],
        new=[item for item in inverse.items if item.id not in after],
        deleted=[after[item_id] for item_id in inverse.created if item_id in after],
    )
    pictures = searchable_pictures(changes.after)
    if changes.touch_index:
        database.ledger.mark_index(unfinished=True)
        write_vectors(pictures, {}, stores, embed, progress=progress)
    progress("write", 0, 1)
    database.undo_batch(
        record.id,
        changes.after,
        restocked=changes.restocked,
        codes=_codes(inverse, database),
        removed=inverse.created,
        revision=revision,
        by=by,
        at=now or datetime.now(UTC),
    )
    progress("write", 1, 1)
    replaced = {picture.key for item in after.values() for picture in item.pictures}
    report = Audit(0)
    if changes.touch_index or full:
        _, report = tidy_index(
            replaced,
            pictures,
            stores,
            embed,
            moved=[key for key in pictures if key in replaced],
            full=full,
            progress=progress,
        )
    undone = Undone(record.id, len(inverse.items), len(inverse.created), report)
    return undone, sorted(replaced)


def beyond_undo(latest_first: Sequence[BatchRecord]) -> list[BatchRecord]:
    """Return the batches that are too old to be undone, of all that could be."""
    newer: Counter[bool] = Counter()
    old = []
    for record in latest_first:
        newer[bool(record.feed)] += 1
        if newer[bool(record.feed)] > KEPT:
            old.append(record)
    return old


def _inverse(record: BatchRecord, database: Database) -> Inverse:
    if record.state is not State.APPLIED:
        raise UndoRefusedError(Message("not-applied", batch=str(record.id), state=state_label(record.state)))
    assert record.id is not None
    before = database.ledger.content(record.id, BEFORE)
    if before is None:
        raise UndoRefusedError(Message("too-long-ago", batch=str(record.id), kept=KEPT))
    return INVERSE.load(before)


def _codes(inverse: Inverse, database: Database) -> dict[str, str]:
    """Return the codes that places had before; those that somebody has changed since are left alone."""
    now = {place.name: place.code for place in database.places.all()}
    return {change.place: change.before for change in inverse.codes if now.get(change.place) == change.after}


def _refuse_built_upon(record: BatchRecord, inverse: Inverse, database: Database) -> None:
    """Raise if a later batch has touched the same items, or given their SKUs or barcodes to others."""
    assert record.revision is not None
    touched = {folded(name) for name in (*inverse.created, *(item.id for item in inverse.items))}
    later = database.ledger.touched_since(
        record.revision, touched | _related_items(inverse.items, touched, database)
    )
    if moved := database.movements.moved_since(record.revision, touched):
        names = ", ".join(sorted(database.ids_as_written(moved).values())[:3])
        raise UndoRefusedError(Message("moved-since", items=names))
    if later:
        number = max(later.values())
        items = sorted(item for item, batch in later.items() if batch == number)
        spelled = database.ids_as_written(items)
        names = ", ".join(spelled.get(item, item) for item in items[:3]) + (" …" if len(items) > 3 else "")
        raise UndoRefusedError(Message("built-upon", later=str(number), items=names))


def _related_items(items: Collection[Item], touched: Collection[str], database: Database) -> set[str]:
    """Return folded ids of other items that have SKUs or barcodes of these items now."""
    variants = [variant for item in items for variant in item.variants]
    owners = database.owners_of_skus(variant.sku for variant in variants)
    holders = database.owners_of_barcodes(variant.barcode for variant in variants if variant.barcode)
    owners |= database.owners_of_skus(holders.values())
    return {folded(owner) for owner in owners.values()} - set(touched)

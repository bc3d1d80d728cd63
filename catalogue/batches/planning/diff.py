"""What a batch would change: items new, changed field by field, unchanged, retired, deleted, and not named.

A batch concerns only what it names: other items, variants and locations stay as they are, and so do the
pictures of an item if it names none. If it names some, they replace the former ones. `Mode` documents the
other modes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from catalogue.batches.checking.batch_items import BatchItem, BatchVariant
from catalogue.batches.checking.check import Batch
from catalogue.batches.checking.faulty_rows import MOST_LEFT_OUT, MOST_ROUNDS
from catalogue.batches.planning.changes import Change, ItemChange, changes_of
from catalogue.batches.planning.merge import (
    MAIN,
    Taken,
    emptied_elsewhere,
    merge_item,
    remove_taken,
    retire,
    update_stock,
)
from catalogue.batches.planning.ownership import similar_sku_faults, sku_owned, take_over
from catalogue.batches.planning.place_codes import CodeChange, with_places
from catalogue.batches.reading.faults import refusal
from catalogue.batches.reading.lines import Note, listed
from catalogue.database import Database
from catalogue.errors import BatchError, Fault
from catalogue.items import Item, folded
from catalogue.messages import Message
from catalogue.modes import Mode

__all__ = ["MAIN", "Change", "ItemChange", "Plan", "plan", "plan_without_faulty"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch would change, as of one revision of the catalogue."""

    batch: Batch
    revision: int
    new: tuple[Item, ...]
    changed: tuple[ItemChange, ...]
    unchanged: tuple[Item, ...]
    """With the time of their stock updated."""
    mode: Mode = Mode.UPSERT
    retired: tuple[ItemChange, ...] = ()
    deleted: tuple[Item, ...] = ()
    """As they were."""
    missing: tuple[str, ...] = ()
    """Ids of items in use that the batch does not name and leaves as they are."""
    notes: tuple[Note, ...] = ()
    codes: tuple[CodeChange, ...] = ()
    """Places that get another code."""
    confirmed: tuple[ItemChange, ...] = ()
    """Those of the unchanged items whose stock was counted again."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items of the batch, as they will be."""
        changed = (change.after for change in (*self.changed, *self.retired))
        return (*self.new, *changed, *self.unchanged)

    @property
    def written(self) -> tuple[ItemChange, ...]:
        """The known items that will be written."""
        return (*self.changed, *self.retired, *self.confirmed)

    @property
    def news(self) -> bool:
        """Whether it changes anything but the time at which stock was counted."""
        return bool(self.new or self.changed or self.retired or self.deleted or self.codes)

    @property
    def new_variants(self) -> int:
        """How many variants are new."""
        before = sum(len(change.before.variants) for change in self.changed)
        new = sum(len(item.variants) for item in self.new)
        return max(0, new + sum(len(change.after.variants) for change in self.changed) - before)


class _Drafts:
    """The parts of a plan while they are collected."""

    def __init__(self) -> None:
        self.new: list[Item] = []
        self.changed: list[ItemChange] = []
        self.unchanged: list[Item] = []
        self.confirmed: list[ItemChange] = []
        self.retired: list[ItemChange] = []
        self.deleted: list[Item] = []
        self.notes: list[Note] = []
        self.faults: list[Fault] = []
        self.missing: tuple[str, ...] = ()

    def add(self, before: Item | None, after: Item) -> None:
        """Add an item to the part that its changes belong to."""
        if before is None:
            self.new.append(after)
            return
        changes = changes_of(before, after)
        change = ItemChange(before, after, changes)
        if not changes:
            self.unchanged.append(after)
            if before != after:
                self.confirmed.append(change)
        elif not after.variants and before.variants:
            self.deleted.append(before)
        elif after.retired and not before.retired:
            self.retired.append(change)
        else:
            self.changed.append(change)


def plan(batch: Batch, database: Database, mode: Mode = Mode.UPSERT) -> Plan:
    """Compare the batch with the catalogue. Raises `BatchError` if the two contradict each other."""
    revision = database.revision()  # first: what is read later can only be newer, and `apply` will notice
    drafts = _Drafts()
    drafts.notes.extend(batch.notes)
    placed, codes = with_places(batch, database, drafts.faults)
    if codes:
        names = listed(f"{change.place} = {change.after}" for change in codes)
        drafts.notes.append(Note(None, Message("place-codes", codes=names)))
    {Mode.STOCK: _count, Mode.DELETE: _delete}.get(mode, _write)(placed, database, mode, drafts)
    if drafts.faults:
        raise refusal(drafts.faults)
    return Plan(
        batch,
        revision,
        tuple(drafts.new),
        tuple(drafts.changed),
        tuple(drafts.unchanged),
        mode,
        tuple(drafts.retired),
        tuple(drafts.deleted),
        drafts.missing,
        tuple(drafts.notes),
        codes,
        tuple(drafts.confirmed),
    )


def plan_without_faulty(batch: Batch, database: Database, mode: Mode) -> Plan:
    """Compare the batch with the catalogue, without items that contradict it; those are in its `left_out`.

    Raises `BatchError` for faults of no single item, and if no item is left.
    """
    for _ in range(MOST_ROUNDS):
        try:
            return plan(batch, database, mode)
        except BatchError as error:
            faulty = {(fault.file, fault.row or 0) for fault in error.faults}
            items = [item for item in batch.items if item.rows & faulty]
            remaining = faulty.difference(*(item.rows for item in items))
            if not items or remaining or len(items) == len(batch.items):
                raise
            batch = batch.without(items, error.faults)
            if len(batch.left_out) > MOST_LEFT_OUT:
                raise
    return plan(batch, database, mode)


def _write(batch: Batch, database: Database, mode: Mode, drafts: _Drafts) -> None:
    """Add and change what is named; in mode `replace`, retire what is not."""
    whole = mode is Mode.REPLACE
    written_ids = database.ids_as_written(item.id for item in batch.items)
    before = database.items(written_ids.values(), retired=True)
    taken = take_over(batch, database, drafts.faults, whole=whole)
    for batch_item in batch.items:
        existing = before.get(written_ids.get(folded(batch_item.id), batch_item.id))
        remaining = (
            remove_taken(existing, taken[existing.id])
            if existing is not None and existing.id in taken
            else existing
        )
        drafts.add(
            existing,
            merge_item(
                batch_item,
                remaining,
                as_of=batch.read_at,
                feed=batch.feed,
                whole=whole,
                faults=drafts.faults,
            ),
        )
    unnamed = [item_id for item_id in database.item_ids() if item_id not in before]
    losers = [item_id for item_id in taken if item_id not in before]
    if not whole:
        drafts.missing = tuple(unnamed)
    touched = database.items([*unnamed, *losers] if whole else losers, retired=True)
    for item in touched.values():
        after = remove_taken(item, taken[item.id]) if item.id in taken else item
        drafts.add(item, retire(after) if whole else after)


def _count(batch: Batch, database: Database, _mode: Mode, drafts: _Drafts) -> None:
    """Change the stock of known SKUs; others are noted, and are faults if no SKU is known."""
    variants_by_item: defaultdict[str, list[BatchVariant]] = defaultdict(list)
    owners = database.owners_of_skus(variant.sku for item in batch.items for variant in item.variants)
    unknown: list[Fault] = []
    for item in batch.items:
        for variant in item.variants:
            owner = _owner(item, variant, owners, drafts.faults)
            if owner is not None:
                variants_by_item[owner].append(variant)
            elif folded(variant.sku) not in owners:
                message = Message("sku-unknown-stock", sku=variant.sku)
                unknown.append(Fault(variant.row, message, variant.file))
    if variants_by_item:  # one unknown SKU does not keep the rest out
        drafts.notes.extend(Note(fault.row, fault.reason, fault.file) for fault in unknown)
    else:
        drafts.faults.extend(unknown)
    new_variants = [v for item in batch.items for v in item.variants if folded(v.sku) not in owners]
    drafts.faults.extend(similar_sku_faults(new_variants, database))
    existing = database.items(variants_by_item, retired=True)
    emptied = 0
    for item_id, variants in variants_by_item.items():
        before = existing[item_id]
        if batch.all_places:
            counted = [emptied_elsewhere(variant, before) for variant in variants]
            emptied += sum(map(_levels, counted)) - sum(map(_levels, variants))
            variants = counted
        after = update_stock(variants, before, as_of=batch.read_at, feed=batch.feed, faults=drafts.faults)
        drafts.add(before, after)
    if batch.all_places:
        drafts.notes.insert(0, Note(None, Message("all-places", count=emptied)))
    drafts.missing = tuple(item_id for item_id in database.item_ids() if item_id not in existing)


def _levels(variant: BatchVariant) -> int:
    return len(variant.levels)


def _delete(batch: Batch, database: Database, _mode: Mode, drafts: _Drafts) -> None:
    """Delete the items and variants that are named, and items that have no variant left."""
    owners = database.owners_of_skus(variant.sku for item in batch.items for variant in item.variants)
    written_ids = database.ids_as_written(item.id for item in batch.items if not item.variants)
    removals: defaultdict[str, Taken] = defaultdict(Taken)
    entire: set[str] = set()
    for item in batch.items:
        if not item.variants:
            if folded(item.id) in written_ids:
                entire.add(written_ids[folded(item.id)])
            else:
                drafts.notes.append(Note(item.row, Message("item-unknown", item=item.id), item.file))
        for variant in item.variants:
            owner = _owner(item, variant, owners, drafts.faults)
            if owner is not None:
                removals[owner].skus.add(folded(variant.sku))
            elif folded(variant.sku) not in owners:
                message = Message("sku-unknown", sku=variant.sku)
                drafts.notes.append(Note(variant.row, message, variant.file))
    existing = database.items([*entire, *removals], retired=True)
    for before in existing.values():
        if before.id in entire:
            drafts.deleted.append(before)
        else:
            drafts.add(before, remove_taken(before, removals[before.id]))
    drafts.missing = tuple(item_id for item_id in database.item_ids() if item_id not in existing)


def _owner(item: BatchItem, variant: BatchVariant, owners: dict[str, str], faults: list[Fault]) -> str | None:
    """Return the id of the item that has the SKU; None, with a fault, if the batch names another item."""
    owner = owners.get(folded(variant.sku))
    if owner is not None and item.id and folded(owner) != folded(item.id):
        faults.append(Fault(variant.row, sku_owned(variant, owner, item), variant.file))
        return None
    return owner

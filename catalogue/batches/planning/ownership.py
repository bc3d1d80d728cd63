"""SKUs and barcodes that belong to other items: taken from retired ones, a fault for those in use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from catalogue.batches.checking.batch_items import BatchItem, BatchVariant
from catalogue.batches.checking.check import Batch
from catalogue.batches.planning.merge import Taken
from catalogue.batches.reading.field_labels import position_of
from catalogue.batches.reading.normalization import lookup_form
from catalogue.database import Database
from catalogue.errors import Fault
from catalogue.items import folded
from catalogue.messages import Message


def take_over(batch: Batch, database: Database, faults: list[Fault], *, whole: bool) -> dict[str, Taken]:
    """Return the SKUs and barcodes that items lose to the batch; those in use are faults."""
    variants = [(item, variant) for item in batch.items for variant in item.variants]
    owners = database.owners_of_skus(variant.sku for _, variant in variants)
    faults.extend(similar_sku_faults([v for _, v in variants if folded(v.sku) not in owners], database))
    holders = database.owners_of_barcodes(variant.barcode for _, variant in variants if variant.barcode)
    owners |= database.owners_of_skus(holders.values())
    named = {folded(variant.sku) for _, variant in variants}
    free = _retired_skus(database, owners.values())
    taken: defaultdict[str, Taken] = defaultdict(Taken)
    for item, variant in variants:
        sku = folded(variant.sku)
        owner = owners.get(sku)
        if owner is not None and folded(owner) != folded(item.id):
            if whole or sku in free:
                taken[owner].skus.add(sku)
            else:
                faults.append(Fault(variant.row, sku_owned(variant, owner, item), variant.file))
        holder = holders.get(folded(variant.barcode)) if variant.barcode else None
        if holder is not None and variant.barcode and folded(holder) != sku:
            if (whole or folded(holder) in free) and folded(holder) not in named:
                taken[owners[folded(holder)]].barcodes.add(folded(variant.barcode))
            else:
                faults.append(
                    Fault(
                        variant.row,
                        Message("barcode-owned", barcode=variant.barcode, holder=holder, sku=variant.sku),
                        variant.file,
                    )
                )
    return dict(taken)


def similar_sku_faults(new: Iterable[BatchVariant], database: Database) -> Iterator[Fault]:
    """Yield a fault for each new SKU that differs only in zeros, spaces or dashes from another one."""
    by_form: dict[str, BatchVariant] = {}
    for variant in new:
        other = by_form.setdefault(lookup_form(variant.sku), variant)
        if folded(other.sku) != folded(variant.sku):
            # Neither is known to be right, so both are questioned.
            yield Fault(variant.row, _alike(variant, other), variant.file)
            yield Fault(other.row, _alike(other, variant), other.file)
    if not by_form:
        return
    owners = {lookup_form(sku): item for sku, item in database.loosely_written_skus().items()}
    owners |= database.owners_of_skus(by_form)
    similar = {form: variant for form, variant in by_form.items() if form in owners}
    items = database.items({owners[form] for form in similar}, retired=True)
    for form, variant in similar.items():
        item = items[owners[form]]
        known = next((sku for sku in (v.sku for v in item.variants) if lookup_form(sku) == form), form)
        message = Message("sku-like-known", sku=variant.sku, known=known, item=item.id)
        yield Fault(variant.row, message, variant.file)


def _alike(variant: BatchVariant, other: BatchVariant) -> Message:
    where = position_of(other.row, other.file)
    assert where is not None  # it has a row
    return Message("skus-alike", sku=variant.sku, other=other.sku, where=where)


def _retired_skus(database: Database, owners: Iterable[str]) -> set[str]:
    return {
        folded(variant.sku)
        for item in database.items(owners, retired=True).values()
        for variant in item.variants
        if variant.retired
    }


def sku_owned(variant: BatchVariant, owner: str, item: BatchItem) -> Message:
    """Say that the SKU belongs to another item."""
    return Message("sku-owned", sku=variant.sku, owner=owner, item=item.id)

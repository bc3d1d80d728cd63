"""An item with a batch's values merged into it. Pure: items in, items out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from catalogue.batches.checking.batch_items import BatchItem, BatchLevel, BatchVariant
from catalogue.errors import Fault
from catalogue.items import Item, Origin, Picture, StockLevel, Variant, folded
from catalogue.messages import Message

MAIN = "Main"
"""The location of a new variant whose row names none."""


@dataclass(slots=True)
class Taken:
    """What a retired item loses to another item: folded SKUs and barcodes."""

    skus: set[str] = field(default_factory=set)
    barcodes: set[str] = field(default_factory=set)


def merge_item(
    batch_item: BatchItem,
    existing: Item | None,
    *,
    as_of: datetime,
    feed: str = "",
    whole: bool,
    faults: list[Fault],
) -> Item:
    """Return the item as the batch wants it; what the batch leaves blank stays.

    `feed` names the feed that counts, if one does. With `whole`, the batch names all there is of the item:
    other variants are retired, and other locations of a variant that it counts are removed.
    """
    base = existing or Item(id=batch_item.id, title=batch_item.title)
    pictures = tuple(Picture(key, position) for position, key in enumerate(batch_item.pictures))
    variants = {
        folded(variant.sku): replace(variant, retired=variant.retired or whole) for variant in base.variants
    }
    for variant in batch_item.variants:
        key = folded(variant.sku)
        variants[key] = _variant(
            variant, variants.get(key), as_of=as_of, feed=feed, whole=whole, faults=faults
        )
    return replace(
        base,
        title=batch_item.title,
        garment_class=batch_item.garment_class or base.garment_class,
        colour=batch_item.colour or base.colour,
        brand=batch_item.brand or base.brand,
        price=batch_item.price or base.price,
        description=batch_item.description or base.description,
        variants=tuple(variants.values()),
        pictures=pictures or base.pictures,
        retired=bool(variants) and all(variant.retired for variant in variants.values()),
    )


def update_stock(
    batch_variants: Collection[BatchVariant],
    existing: Item,
    *,
    as_of: datetime,
    feed: str = "",
    faults: list[Fault],
) -> Item:
    """Return the item with the stock that a batch gives, and nothing else changed."""
    by_sku = {folded(variant.sku): variant for variant in batch_variants}
    return replace(
        existing,
        variants=tuple(
            replace(
                variant,
                stock=_stock(by_sku[key], variant, as_of=as_of, feed=feed, whole=False, faults=faults),
            )
            if (key := folded(variant.sku)) in by_sku
            else variant
            for variant in existing.variants
        ),
    )


def emptied_elsewhere(batch_variant: BatchVariant, existing: Item) -> BatchVariant:
    """Return the variant with 0 at each place that the batch doesn't name, if it counts it at all."""
    if all(level.on_hand is None for level in batch_variant.levels):
        return batch_variant
    named = {folded(level.location or MAIN) for level in batch_variant.levels}
    known = next(v for v in existing.variants if folded(v.sku) == folded(batch_variant.sku))
    emptied = [
        BatchLevel(batch_variant.row, level.location, 0, None, file=batch_variant.file)
        for level in known.stock
        if level.on_hand and folded(level.location) not in named
    ]
    return replace(batch_variant, levels=(*batch_variant.levels, *emptied))


def retire(item: Item) -> Item:
    """Return the item with all its variants retired."""
    variants = tuple(replace(variant, retired=True) for variant in item.variants)
    return replace(item, retired=True, variants=variants)


def remove_taken(item: Item, taken: Taken) -> Item:
    """Return the item without those SKUs and barcodes; it may have no variant left."""
    variants = tuple(
        replace(variant, barcode=None)
        if variant.barcode and folded(variant.barcode) in taken.barcodes
        else variant
        for variant in item.variants
        if folded(variant.sku) not in taken.skus
    )
    return replace(item, variants=variants, retired=item.retired or all(v.retired for v in variants))


def _variant(
    batch_variant: BatchVariant,
    existing: Variant | None,
    *,
    as_of: datetime,
    feed: str,
    whole: bool,
    faults: list[Fault],
) -> Variant:
    base = existing or Variant(sku=batch_variant.sku, size=batch_variant.size or "")
    return replace(
        base,
        size=batch_variant.size or base.size,
        barcode=batch_variant.barcode or base.barcode,
        stock=_stock(batch_variant, existing, as_of=as_of, feed=feed, whole=whole, faults=faults),
        retired=batch_variant.retired,
    )


def _stock(
    batch_variant: BatchVariant,
    existing: Variant | None,
    *,
    as_of: datetime,
    feed: str,
    whole: bool,
    faults: list[Fault],
) -> tuple[StockLevel, ...]:
    before = {folded(level.location): level for level in (existing.stock if existing else ())}
    batch_levels = {folded(level.location or MAIN): level for level in batch_variant.levels}
    elsewhere = [level.location for key, level in before.items() if key != folded(MAIN)]
    for level in batch_variant.levels:
        if elsewhere and not (whole or level.silent or level.location):
            places = ", ".join(level.location for level in before.values())
            message = Message("location-needed", sku=batch_variant.sku, places=places)
            faults.append(Fault(level.row, message, level.file))
    counts = any(not level.silent for level in batch_variant.levels)
    levels = {key: level for key, level in before.items() if key in batch_levels or not (whole and counts)}
    for key, level in batch_levels.items():
        if not (level.silent and (existing is not None or counts)):
            levels[key] = _level(level, before.get(key), level.location or MAIN, as_of, feed, faults)
    return tuple(levels.values())


def _level(
    batch_level: BatchLevel,
    existing: StockLevel | None,
    name: str,
    as_of: datetime,
    feed: str,
    faults: list[Fault],
) -> StockLevel:
    if existing is not None and batch_level.on_hand is None and batch_level.reserved is None:
        return existing  # nobody has counted again
    base = existing or StockLevel(name, 0, 0, as_of)
    on_hand = base.on_hand if batch_level.on_hand is None else batch_level.on_hand
    reserved = base.reserved if batch_level.reserved is None else batch_level.reserved
    if reserved > on_hand:
        reason = Message("more-reserved-at", reserved=reserved, on_hand=on_hand, location=name)
        faults.append(Fault(batch_level.row, reason, batch_level.file))
    origin = Origin(feed) if feed else None
    return StockLevel(base.location, on_hand, reserved, batch_level.as_of or as_of, origin)

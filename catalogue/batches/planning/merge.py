"""What becomes of an item when a batch speaks of it. Pure: items in, items out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from catalogue.batches.checking.given import GivenItem, GivenLevel, GivenVariant
from catalogue.errors import Fault
from catalogue.items import Item, Picture, StockLevel, Variant, folded
from catalogue.messages import Message

MAIN = "Main"
"""The location of a new variant whose row names none."""


@dataclass(slots=True)
class Taken:
    """What an item that is retired, or about to be, loses to another one: folded SKUs and barcodes."""

    skus: set[str] = field(default_factory=set)
    barcodes: set[str] = field(default_factory=set)


def merged(
    given: GivenItem, known: Item | None, *, as_of: datetime, whole: bool, faults: list[Fault]
) -> Item:
    """The item as the batch wants it; what the batch leaves blank stays.

    With `whole`, the batch names all there is of the item: other variants are retired, and other locations
    of a variant that it counts are forgotten.
    """
    base = known or Item(id=given.id, title=given.title)
    pictures = tuple(Picture(key, position) for position, key in enumerate(given.pictures))
    variants = {
        folded(variant.sku): replace(variant, retired=variant.retired or whole) for variant in base.variants
    }
    for variant in given.variants:
        key = folded(variant.sku)
        variants[key] = _variant(variant, variants.get(key), as_of=as_of, whole=whole, faults=faults)
    return replace(
        base,
        title=given.title,
        garment_class=given.garment_class or base.garment_class,
        colour=given.colour or base.colour,
        brand=given.brand or base.brand,
        price=given.price or base.price,
        description=given.description or base.description,
        variants=tuple(variants.values()),
        pictures=pictures or base.pictures,
        retired=bool(variants) and all(variant.retired for variant in variants.values()),
    )


def counted(given: Collection[GivenVariant], known: Item, *, as_of: datetime, faults: list[Fault]) -> Item:
    """The item with the stock that a batch gives, and nothing else changed."""
    said = {folded(variant.sku): variant for variant in given}
    return replace(
        known,
        variants=tuple(
            replace(variant, stock=_stock(said[key], variant, as_of=as_of, whole=False, faults=faults))
            if (key := folded(variant.sku)) in said
            else variant
            for variant in known.variants
        ),
    )


def retired(item: Item) -> Item:
    """The item and all its variants, retired."""
    variants = tuple(replace(variant, retired=True) for variant in item.variants)
    return replace(item, retired=True, variants=variants)


def without(item: Item, taken: Taken) -> Item:
    """The item less those SKUs and barcodes; its variants may be none then."""
    variants = tuple(
        replace(variant, barcode=None)
        if variant.barcode and folded(variant.barcode) in taken.barcodes
        else variant
        for variant in item.variants
        if folded(variant.sku) not in taken.skus
    )
    return replace(item, variants=variants, retired=item.retired or all(v.retired for v in variants))


def _variant(
    given: GivenVariant, known: Variant | None, *, as_of: datetime, whole: bool, faults: list[Fault]
) -> Variant:
    base = known or Variant(sku=given.sku, size=given.size or "")
    return replace(
        base,
        size=given.size or base.size,
        barcode=given.barcode or base.barcode,
        stock=_stock(given, known, as_of=as_of, whole=whole, faults=faults),
        retired=given.retired,
    )


def _stock(
    given: GivenVariant, known: Variant | None, *, as_of: datetime, whole: bool, faults: list[Fault]
) -> tuple[StockLevel, ...]:
    before = {folded(level.location): level for level in (known.stock if known else ())}
    said = {folded(level.location or MAIN): level for level in given.levels}
    counts = any(not level.silent for level in given.levels)
    levels = {key: level for key, level in before.items() if key in said or not (whole and counts)}
    for key, level in said.items():
        if not (level.silent and known is not None):
            levels[key] = _level(level, before.get(key), level.location or MAIN, as_of, faults)
    return tuple(levels.values())


def _level(
    given: GivenLevel, known: StockLevel | None, name: str, as_of: datetime, faults: list[Fault]
) -> StockLevel:
    if known is not None and given.on_hand is None and given.reserved is None:
        return known  # nobody has counted anew
    base = known or StockLevel(name, 0, 0, as_of)
    on_hand = base.on_hand if given.on_hand is None else given.on_hand
    reserved = base.reserved if given.reserved is None else given.reserved
    if reserved > on_hand:
        reason = Message(
            "more-reserved-at",
            reserved=reserved,
            on_hand=on_hand,
            location=name,
        )
        faults.append(Fault(given.row, reason, given.file))
    return StockLevel(base.location, on_hand, reserved, given.as_of or as_of)

"""What a batch would change: new items, changed items field by field, unchanged items.

A batch speaks of what it names only: other items, variants and locations stay as they are, and so do the
pictures of an item where it names none. Where it names some, these take the place of the former ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from catalogue.batches.check import Batch, GivenItem, GivenLevel, GivenVariant, refusal
from catalogue.database import Database
from catalogue.errors import Fault
from catalogue.items import Item, Picture, StockLevel, Variant, folded

MAIN = "Main"
"""The location of a new variant whose row names none."""
FIELDS = ("title", "garment_class", "colour", "brand", "price", "description")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that becomes another; empty where there was or will be nothing."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that is known and becomes another."""

    before: Item
    after: Item
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch would change, as of one revision of the catalogue."""

    batch: Batch
    revision: int
    new: tuple[Item, ...]
    changed: tuple[ItemChange, ...]
    unchanged: tuple[Item, ...]
    """With the time of their stock brought up to date."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items of the batch, as they will be."""
        return (*self.new, *(change.after for change in self.changed), *self.unchanged)

    @property
    def new_variants(self) -> int:
        """Variants that were not known."""
        known = sum(len(change.before.variants) for change in self.changed)
        return (
            sum(len(item.variants) for item in self.new)
            + sum(len(change.after.variants) for change in self.changed)
            - known
        )


def plan(batch: Batch, database: Database) -> Plan:
    """Lay the batch over the catalogue. Raises `BatchError` where the two contradict each other."""
    revision = (
        database.revision()
    )  # first: what is read later can then only be newer, and `apply` will see it
    spelled = database.ids_as_written(item.id for item in batch.items)
    before = database.items(spelled.values())
    faults = _contradictions(batch, database)
    new: list[Item] = []
    changed: list[ItemChange] = []
    unchanged: list[Item] = []
    for given in batch.items:
        known = before.get(spelled.get(folded(given.id), given.id))
        after = _merged(given, known, batch.read_at, faults)
        if known is None:
            new.append(after)
            continue
        changes = _changes(known, after)
        if changes:
            changed.append(ItemChange(known, after, changes))
        else:
            unchanged.append(after)
    if faults:
        raise refusal(faults)
    return Plan(batch, revision, tuple(new), tuple(changed), tuple(unchanged))


def _contradictions(batch: Batch, database: Database) -> list[Fault]:
    owners = database.owners_of_skus(variant.sku for item in batch.items for variant in item.variants)
    codes = database.owners_of_barcodes(
        variant.barcode for item in batch.items for variant in item.variants if variant.barcode
    )
    faults = []
    for item in batch.items:
        for variant in item.variants:
            owner = owners.get(folded(variant.sku))
            if owner is not None and folded(owner) != folded(item.id):
                faults.append(
                    Fault(
                        variant.row,
                        f"the SKU {variant.sku} belongs to the item {owner} in the catalogue, "
                        f"here to {item.id}",
                    )
                )
            holder = codes.get(folded(variant.barcode)) if variant.barcode else None
            if holder is not None and folded(holder) != folded(variant.sku):
                faults.append(
                    Fault(
                        variant.row,
                        f"the barcode {variant.barcode} belongs to the SKU {holder} in the catalogue, "
                        f"here to {variant.sku}",
                    )
                )
    return faults


def _merged(given: GivenItem, known: Item | None, as_of: datetime, faults: list[Fault]) -> Item:
    base = known or Item(id=given.id, title=given.title)
    pictures = tuple(Picture(key, position) for position, key in enumerate(given.pictures))
    variants = {folded(variant.sku): variant for variant in base.variants}
    for variant in given.variants:
        key = folded(variant.sku)
        variants[key] = _merged_variant(variant, variants.get(key), as_of, faults)
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
    )


def _merged_variant(
    given: GivenVariant, known: Variant | None, as_of: datetime, faults: list[Fault]
) -> Variant:
    base = known or Variant(sku=given.sku, size=given.size or "")
    levels = {folded(level.location): level for level in base.stock}
    for level in given.levels:
        if level.silent and known is not None:
            continue
        name = level.location or MAIN
        levels[folded(name)] = _merged_level(level, levels.get(folded(name)), name, as_of, faults)
    return replace(
        base,
        size=given.size or base.size,
        barcode=given.barcode or base.barcode,
        stock=tuple(levels.values()),
    )


def _merged_level(
    given: GivenLevel, known: StockLevel | None, name: str, as_of: datetime, faults: list[Fault]
) -> StockLevel:
    if known is not None and given.on_hand is None and given.reserved is None:
        return known  # nobody has counted anew
    base = known or StockLevel(name, 0, 0, as_of)
    on_hand = base.on_hand if given.on_hand is None else given.on_hand
    reserved = base.reserved if given.reserved is None else given.reserved
    if reserved > on_hand:
        faults.append(Fault(given.row, f"{reserved} reserved are more than the {on_hand} on hand at {name}"))
    return StockLevel(base.location, on_hand, reserved, as_of)


def _changes(before: Item, after: Item) -> tuple[Change, ...]:
    changes = [
        Change(field.replace("garment_class", "class"), _text(old), _text(new))
        for field in FIELDS
        if (old := getattr(before, field)) != (new := getattr(after, field))
    ]
    if before.pictures != after.pictures:
        changes.append(Change("pictures", str(len(before.pictures)), str(len(after.pictures))))
    known = {variant.sku: variant for variant in before.variants}
    for variant in after.variants:
        changes.extend(_variant_changes(known.get(variant.sku), variant))
    return tuple(changes)


def _variant_changes(before: Variant | None, after: Variant) -> list[Change]:
    if before is None:
        return [Change("SKU", "", after.sku), *_stock_changes((), after)]
    changes = [
        Change(f"{field} of {after.sku}", _text(old), _text(new))
        for field in ("size", "barcode")
        if (old := getattr(before, field)) != (new := getattr(after, field))
    ]
    return [*changes, *_stock_changes(before.stock, after)]


def _stock_changes(before: tuple[StockLevel, ...], after: Variant) -> list[Change]:
    known = {level.location: level for level in before}
    changes = []
    for level in after.stock:
        old = known.get(level.location)
        for what, was, will in (
            ("on hand", None if old is None else old.on_hand, level.on_hand),
            ("reserved", 0 if old is None else old.reserved, level.reserved),
        ):
            if was != will:
                changes.append(Change(f"{what} of {after.sku} at {level.location}", _text(was), str(will)))
    return changes


def _text(value: object) -> str:
    return "" if value is None else str(value)

"""How an item differs from what it was, field by field. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.items import Item, StockLevel, Variant

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


def changes_of(before: Item, after: Item) -> tuple[Change, ...]:
    """All that differs, but for the times at which stock was counted."""
    changes = [
        Change(field.replace("garment_class", "class"), _text(old), _text(new))
        for field in FIELDS
        if (old := getattr(before, field)) != (new := getattr(after, field))
    ]
    if before.pictures != after.pictures:
        changes.append(Change("pictures", str(len(before.pictures)), str(len(after.pictures))))
    if before.retired != after.retired:
        changes.append(Change("status", _status(before), _status(after)))
    known = {variant.sku: variant for variant in before.variants}
    for variant in after.variants:
        # An item's status is that of all its variants.
        by_itself = before.retired == after.retired
        changes.extend(_variant_changes(known.pop(variant.sku, None), variant, status=by_itself))
    changes.extend(Change("SKU", sku, "") for sku in known)
    return tuple(changes)


def _variant_changes(before: Variant | None, after: Variant, *, status: bool) -> list[Change]:
    if before is None:
        return [Change("SKU", "", after.sku), *_stock_changes((), after)]
    changes = [
        Change(f"{field} of {after.sku}", _text(old), _text(new))
        for field in ("size", "barcode")
        if (old := getattr(before, field)) != (new := getattr(after, field))
    ]
    if status and before.retired != after.retired:
        changes.append(Change(f"status of {after.sku}", _status(before), _status(after)))
    return [*changes, *_stock_changes(before.stock, after)]


def _stock_changes(before: tuple[StockLevel, ...], after: Variant) -> list[Change]:
    known = {level.location: level for level in before}
    changes = []
    for level in after.stock:
        old = known.pop(level.location, None)
        for what, was, will in (
            ("on hand", None if old is None else old.on_hand, level.on_hand),
            ("reserved", 0 if old is None else old.reserved, level.reserved),
        ):
            if was != will:
                changes.append(Change(f"{what} of {after.sku} at {level.location}", _text(was), str(will)))
    for gone in known.values():
        changes.append(Change(f"on hand of {after.sku} at {gone.location}", str(gone.on_hand), ""))
    return changes


def _status(thing: Item | Variant) -> str:
    return "retired" if thing.retired else ""


def _text(value: object) -> str:
    return "" if value is None else str(value)

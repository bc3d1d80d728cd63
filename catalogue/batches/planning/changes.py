"""How an item differs from before, field by field. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.batches.reading.field_labels import LABELS
from catalogue.items import Item, StockLevel, Variant
from catalogue.messages import Message

RETIRED = Message("retired")
FIELDS = ("title", "garment_class", "colour", "brand", "price", "description")


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one value; empty if there was or will be none."""

    what: Message
    before: str | Message
    after: str | Message


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item of the catalogue before and after."""

    before: Item
    after: Item
    changes: tuple[Change, ...]


def differ_in_stock_alone(before: Item, after: Item) -> bool:
    """Return whether nothing else differs between two states of an item."""
    return _without_stock(before) == _without_stock(after)


def changes_of(before: Item, after: Item) -> tuple[Change, ...]:
    """Return all that differs, except the times at which stock was counted."""
    changes = [
        Change(LABELS[field], _text(old), _text(new))
        for field in FIELDS
        if (old := getattr(before, field)) != (new := getattr(after, field))
    ]
    if before.pictures != after.pictures:
        changes.append(Change(LABELS["pictures"], str(len(before.pictures)), str(len(after.pictures))))
    if before.retired != after.retired:
        changes.append(Change(LABELS["status"], _status(before), _status(after)))
    old_variants = {variant.sku: variant for variant in before.variants}
    for variant in after.variants:
        # An item's status is that of all its variants.
        by_itself = before.retired == after.retired
        changes.extend(_variant_changes(old_variants.pop(variant.sku, None), variant, status=by_itself))
    changes.extend(Change(LABELS["sku"], sku, "") for sku in old_variants)
    return tuple(changes)


def _without_stock(item: Item) -> tuple[object, ...]:
    return (
        item.id,
        *(getattr(item, field) for field in FIELDS),
        *(item.pictures, item.retired),
        [(variant.sku, variant.size, variant.barcode, variant.retired) for variant in item.variants],
    )


def _variant_changes(before: Variant | None, after: Variant, *, status: bool) -> list[Change]:
    if before is None:
        return [Change(LABELS["sku"], "", after.sku), *_stock_changes((), after)]
    changes = [
        Change(_field_of(field, after), _text(old), _text(new))
        for field in ("size", "barcode")
        if (old := getattr(before, field)) != (new := getattr(after, field))
    ]
    if status and before.retired != after.retired:
        changes.append(Change(_field_of("status", after), _status(before), _status(after)))
    return [*changes, *_stock_changes(before.stock, after)]


def _stock_changes(before: tuple[StockLevel, ...], after: Variant) -> list[Change]:
    old_levels = {level.location: level for level in before}
    changes = []
    for level in after.stock:
        old = old_levels.pop(level.location, None)
        for what, was, will in (
            ("on_hand", None if old is None else old.on_hand, level.on_hand),
            ("reserved", 0 if old is None else old.reserved, level.reserved),
        ):
            if was != will:
                changes.append(Change(_field_at(what, after, level), _text(was), str(will)))
    for removed in old_levels.values():
        changes.append(Change(_field_at("on_hand", after, removed), str(removed.on_hand), ""))
    return changes


def _field_of(field: str, variant: Variant) -> Message:
    return Message("field-of", field=LABELS[field], sku=variant.sku)


def _field_at(field: str, variant: Variant, level: StockLevel) -> Message:
    return Message("field-at", field=LABELS[field], sku=variant.sku, location=level.location)


def _status(thing: Item | Variant) -> str | Message:
    return RETIRED if thing.retired else ""


def _text(value: object) -> str:
    return "" if value is None else str(value)

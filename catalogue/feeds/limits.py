"""How much a feed may change by itself. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.batches.planning.changes import ItemChange
from catalogue.batches.planning.diff import Plan
from catalogue.database import Limits
from catalogue.items import Item, Variant, folded
from catalogue.messages import Message

ALWAYS = 3
"""So many of anything are always within the limits: in a small shop one would be several percent."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the catalogue has before a feed's batch."""

    items: int
    skus: int
    stocked: int
    """SKUs of which there is a piece."""


def skus_named(planned: Plan) -> int:
    """Count the SKUs that a batch names."""
    return sum(len(item.variants) for item in planned.batch.items)


def reason_to_wait(planned: Plan, limits: Limits, held: Held, *, skus_before: int) -> Message | None:
    """Return why a batch must be decided on by a person, the gravest reason first; None within the limits.

    `skus_before`: how many SKUs the feed named the last time, 0 if there was none.
    """
    named = skus_named(planned)
    emptied = sum(_emptied(change) for change in (*planned.changed, *planned.retired))
    if _beyond(emptied, held.stocked, limits.emptied):
        return Message("feed-emptied", count=emptied, total=held.stocked, most=limits.emptied)
    gone = len(planned.retired) + len(planned.deleted)
    if _beyond(gone, held.items, limits.retired):
        return Message("feed-retired", count=gone, total=held.items, most=limits.retired)
    if _beyond(skus_before - named, skus_before, limits.fewer):
        return Message("feed-fewer", count=named, before=skus_before, most=limits.fewer)
    faulty = len(planned.batch.left_out)
    rows = faulty + planned.batch.row_count
    if _beyond(faulty, rows, limits.faulty):
        return Message("feed-faulty", count=faulty, total=rows, most=limits.faulty)
    changed = sum(len(item.variants) for item in planned.new) + sum(map(_changed, planned.changed))
    if _beyond(changed, held.skus, limits.changed):
        return Message("feed-changed", count=changed, total=held.skus, most=limits.changed)
    return None


def _beyond(count: int, total: int, most: int) -> bool:
    return count > ALWAYS and 100 * count > most * total


def _changed(change: ItemChange) -> int:
    """Count the SKUs that differ; all of them if something of the item does."""
    if _apart(change.before) != _apart(change.after):
        return max(len(change.before.variants), len(change.after.variants))
    before = {folded(variant.sku): variant for variant in change.before.variants}
    after = {folded(variant.sku): variant for variant in change.after.variants}
    return sum(_figures(before.get(key)) != _figures(after.get(key)) for key in before.keys() | after.keys())


def _emptied(change: ItemChange) -> int:
    after = {folded(variant.sku): variant for variant in change.after.variants}
    return sum(
        variant.on_hand > 0 and ((now := after.get(folded(variant.sku))) is None or now.on_hand <= 0)
        for variant in change.before.variants
    )


def _apart(item: Item) -> tuple[object, ...]:
    """All of an item but its variants."""
    return (
        *(item.title, item.garment_class, item.colour, item.brand, item.price, item.description),
        *(item.pictures, item.retired),
    )


def _figures(variant: Variant | None) -> tuple[object, ...] | None:
    """All of a variant but when it was counted."""
    if variant is None:
        return None
    stock = {(level.location, level.on_hand, level.reserved) for level in variant.stock}
    return (variant.size, variant.barcode, variant.retired, frozenset(stock))

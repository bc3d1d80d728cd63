"""The domain as JSON, for the command line and the API. Pure: from the domain's words to plain values."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # A report of stock should not wait for what reads photos and batches.
    from bot.handlers.photos.photo_search import PhotoResult
    from catalogue.adaptation import Adaptation
    from catalogue.audit import Audit, ItemCounts
    from catalogue.batches.applying.apply import Applied
    from catalogue.batches.applying.staged import StagedBatch
    from catalogue.batches.planning.lookalikes import LookAlike
    from catalogue.database import BatchRecord
    from catalogue.items import Item
    from catalogue.movements import Movement
    from catalogue.status import FeedStanding, Status


def item_report(item: Item) -> dict[str, Any]:
    """`item`, `title` and `skus`: each `sku`, `size` and `stock` with the time it was last known."""
    return {
        "item": item.id,
        "title": item.title,
        "skus": [
            {
                "sku": variant.sku,
                "size": variant.size,
                "stock": [
                    {
                        "location": level.location,
                        "on_hand": level.on_hand,
                        "reserved": level.reserved,
                        "as_of": level.as_of.isoformat(),
                    }
                    for level in variant.stock
                ],
            }
            for variant in item.variants
        ],
    }


def whole_item_report(item: Item) -> dict[str, Any]:
    """The same, with `class`, `colour`, `brand`, `price`, `description`, and `pictures` by key.

    Each SKU has its `barcode` and whether it is `retired`.
    """
    report = item_report(item)
    for sku, variant in zip(report["skus"], item.variants, strict=True):
        sku |= {"barcode": variant.barcode, "retired": item.retired or variant.retired}
    return report | {
        "class": item.garment_class,
        "colour": item.colour,
        "brand": item.brand,
        "price": item.price,
        "description": item.description,
        "pictures": [picture.key for picture in item.pictures],
    }


def movement_report(movement: Movement) -> dict[str, Any]:
    """A stock movement, as hooks get it too."""
    from catalogue.events import movement_data

    return movement_data(movement)


def batch_report(record: BatchRecord) -> dict[str, Any]:
    """A batch: its number as `batch`, its state, whose it is, when what was done, and its counts."""
    fields = asdict(record)
    times = ("staged_at", "applied_at", "undone_at")
    for name in times:
        fields[name] = fields[name].isoformat() if fields[name] else None
    return {"batch": fields.pop("id"), "state": record.state.value, "mode": record.mode.value} | {
        name: value for name, value in fields.items() if name not in {"state", "mode", "revision"}
    }


def staged_report(staged: StagedBatch) -> dict[str, Any]:
    """What a batch would change: items by id, changes field by field, refused rows, likely duplicates."""
    planned = staged.plan
    return {
        "batch": staged.id,
        "mode": staged.record.mode.value,
        "new": [item.id for item in planned.new] if planned else [],
        "changed": [
            {
                "item": change.after.id,
                "changes": [asdict(detail) for detail in change.changes],
            }
            for change in (planned.changed if planned else ())
        ],
        "unchanged": len(planned.unchanged) if planned else 0,
        "missing": len(planned.missing) if planned else 0,
        "retired": [change.after.id for change in planned.retired] if planned else [],
        "deleted": [item.id for item in planned.deleted] if planned else [],
        "notes": [asdict(note) for note in planned.notes] if planned else [],
        "fault": staged.record.fault,
        "refused": [asdict(fault) for fault in staged.faults],
        "refused_rows": staged.record.refused_rows,
        "lookalikes": [lookalike_report(pair) for pair in staged.lookalikes],
    }


def applied_report(applied: Applied) -> dict[str, Any]:
    """What a batch did, in counts, and what is still to be done, as `fault`."""
    return {
        "new_items": applied.new_items,
        "changed_items": applied.changed_items,
        "unchanged_items": applied.unchanged_items,
        "retired_items": applied.retired_items,
        "deleted_items": applied.deleted_items,
        "new_skus": applied.new_variants,
        "embedded_pictures": applied.embedded_pictures,
        "fault": applied.audit.fault,
    }


def lookalike_report(pair: LookAlike) -> dict[str, Any]:
    """Two items that look the same, each with the picture that does."""
    return asdict(pair) | {"similarity": round(pair.similarity, 4)}


def status_report(status: Status) -> dict[str, Any]:
    """How much the catalogue holds, and the batches that wait and the last that was applied."""
    return {
        "items": status.counts.items,
        "retired_items": status.retired_items,
        "skus": status.counts.variants,
        "on_hand": status.counts.on_hand,
        "pictures": status.counts.pictures,
        "vectors": status.vectors,
        "index_unfinished": status.index_unfinished,
        "waiting": [batch_report(record) for record in status.waiting],
        "last": batch_report(status.last) if status.last else None,
        "feeds": [feed_report(standing) for standing in status.feeds],
        "adaptation": adaptation_report(status.adaptation) if status.adaptation else None,
    }


def adaptation_report(adaptation: Adaptation) -> dict[str, Any]:
    """How many items a photo can tell apart, and how often views of their pictures were called what.

    `before` and `after` have shares of the views: `rightly` and `wrongly` in the catalogue, `either` of
    several, and in the catalogue though the item was taken out (`absent`), and how far percentages are off
    (`error`). `fitted` has both for the verdict's own fit to this catalogue, and whether it was `kept`.
    """
    return asdict(adaptation) | {"at": adaptation.at.isoformat()}


def feed_report(standing: FeedStanding) -> dict[str, Any]:
    """A feed without its secrets, how old its figures are, and how its latest run went."""
    feed, state = standing.feed, standing.feed.state
    from catalogue.feeds.sources import shown

    return {
        "feed": feed.name,
        "source": shown(feed.source),
        "mode": feed.mode.value,
        "every_seconds": round(feed.every.total_seconds()),
        "map": dict(feed.columns),
        "limits": asdict(feed.limits),
        "added_by": feed.added_by,
        "tried_at": state.tried_at.isoformat() if state.tried_at else None,
        "as_of": state.as_of.isoformat() if state.as_of else None,
        "age_seconds": None if standing.age is None else round(standing.age.total_seconds()),
        "late": standing.late,
        "failures": state.failures,
        "fault": state.fault,
        "waiting": state.waiting.batch if state.waiting else None,
    }


def audit_report(audit: Audit, counts: ItemCounts, *, repaired: bool = False) -> dict[str, Any]:
    """What an audit found, counted in items and in pictures, and the keys of the pictures that were wrong.

    With `repaired`, `findable` and `findable_pictures` are as it is now; the keys show what was wrong before.
    """
    wrong = {*audit.lost} if repaired else {*audit.missing, *audit.unfindable}
    return {
        "items": counts.items,
        "findable": counts.findable,
        "repaired": counts.repaired,
        "without_pictures": counts.without_pictures,
        "pictures": audit.pictures,
        "findable_pictures": audit.pictures - len(wrong),
        "missing": list(audit.missing),
        "unfindable": list(audit.unfindable),
        "strays": list(audit.strays),
        "lost": list(audit.lost),
    }


def find_report(result: PhotoResult) -> dict[str, Any]:
    """What a photo shows: `verdict`, `confidence`, `segmented_by`, `tags`, `labels`, `matches` and `ms`.

    `compare_colour` is whether likeness alone chose the colour, which a person has to compare. `one_of` has
    the ids of items that a photo can't tell apart, if it shows one of them. A tag counts for more than the
    matches, as in the chat. `labels` is what was read from print: each `item` with its `title`,
    the number `read`, and the `size` and `sku` if a size was read.
    """
    findings, analysis = result.findings, result.analysis
    matches = []
    for match in findings.matches:
        report = item_report(match.item)
        similarity = round(match.similarity, 4)
        matches.append(
            {
                "item": report["item"],
                "title": report["title"],
                "similarity": similarity,
                "skus": report["skus"],
            }
        )
    return {
        "verdict": findings.verdict.value,
        "confidence": round(findings.confidence, 4),
        "compare_colour": result.compare_colour,
        "segmented_by": analysis.segmented_by,
        "one_of": [match.item.id for match in findings.one_of],
        "tags": [item_report(tag.item) | {"read": tag.read} for tag in result.tags if not tag.printed],
        "labels": _label_reports(result),
        "matches": matches,
        "ms": {stage: round(ms, 1) for stage, ms in {**analysis.ms, "search": result.search_ms}.items()},
    }


def _label_reports(result: PhotoResult) -> list[dict[str, Any]]:
    labels = [
        (tag.item, tag.read if tag.printed else None, tag.variant)
        for tag in result.tags
        if tag.printed or tag.variant is not None
    ]
    if result.size is not None:
        labels.append((result.findings.matches[0].item, None, result.size))
    return [
        {
            **item_report(item),
            "read": read,
            "size": None if variant is None else variant.size,
            "sku": None if variant is None else variant.sku,
        }
        for item, read, variant in labels
    ]

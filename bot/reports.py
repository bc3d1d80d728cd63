"""What the command line prints as JSON. Pure: from the domain's words to plain values."""

from __future__ import annotations

from typing import Any

from catalogue.audit import Audit
from catalogue.items import Findings, Item
from vision.pipeline import Look


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


def audit_report(found: Audit) -> dict[str, Any]:
    """What an audit found: counts of `pictures` and of those `findable`, and the keys of the others."""
    return {
        "pictures": found.pictures,
        "findable": found.pictures - len(found.missing) - len(found.unfindable),
        "missing": list(found.missing),
        "unfindable": list(found.unfindable),
        "strays": list(found.strays),
    }


def find_report(look: Look, findings: Findings, *, search_ms: float) -> dict[str, Any]:
    """What a photo shows: `verdict`, `confidence`, `segmented_by`, `matches` and `ms`."""
    matches = []
    for match in findings.matches:
        told = item_report(match.item)
        similarity = round(match.similarity, 4)
        matches.append(
            {"item": told["item"], "title": told["title"], "similarity": similarity, "skus": told["skus"]}
        )
    return {
        "verdict": findings.verdict.value,
        "confidence": round(findings.confidence, 4),
        "segmented_by": look.segmented_by,
        "matches": matches,
        "ms": {stage: round(ms, 1) for stage, ms in {**look.ms, "search": search_ms}.items()},
    }

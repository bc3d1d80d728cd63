"""The page's charts: masks, recall, verdict. Missing figures are skipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from markupsafe import Markup

from vision.lab.exams.outcomes import FITTED, PIPELINE, Outcome
from vision.lab.report.charts import Points, curve

_LINES = {
    PIPELINE: "served",
    FITTED[0]: "network alone",
    FITTED[1]: "GrabCut, seeded",
    FITTED[2]: "GrabCut, rectangle",
}
_EXPECTATIONS = {
    "served": "served",
    "shipped": "network, as shipped",
    "cross_fitted": "network, cross-fitted",
}


def charts(outcomes: Sequence[Outcome], figures: Mapping[str, Any]) -> list[Markup]:
    """Draw all charts, one `<svg>` each.

    Args:
        figures: of `vision.lab.exams.evaluation.summary`. Optional: `retrieval`, whose every
            `by_gallery_size` (sizes to `recall_at_K`) becomes a chart, and `verdict` with `reliability`
            (`expected`, `right`) and `risk_coverage` (`coverage`, `risk`).
    """
    drawn = _of_masks(outcomes, figures) if outcomes else []
    drawn += [_recall(title, lines) for title, lines in _recalls(figures.get("retrieval", {}))]
    return drawn + _of_verdict(figures.get("verdict", {}))


def _of_masks(outcomes: Sequence[Outcome], figures: Mapping[str, Any]) -> list[Markup]:
    shares = np.linspace(0, 1, 41)
    quantiles: dict[str, Points] = {
        name: list(zip(shares, np.quantile([o.scores[way]["iou"] for o in outcomes], shares), strict=True))
        for way, name in _LINES.items()
    }
    drawn = [
        curve("IoU of the masks, worst first", quantiles, x="share of the photos", y="IoU", dots=False,
              x_range=(0, 1), y_range=(0, 1)),
    ]  # fmt: skip
    confidences = {**figures.get("expected_iou", {}), "served": figures.get("confidence", {})}
    lines = {
        name: _points(confidences.get(key, {}).get("bins", []), "expected", "reached")
        for key, name in _EXPECTATIONS.items()
    }
    if any(lines.values()):
        low = min(min(point) for points in lines.values() for point in points)
        edge = (max(0.0, np.floor(low * 10) / 10), 1.0)
        drawn.append(
            curve("Expected IoU and reached IoU", lines, x="expected IoU", y="reached IoU", diagonal=True,
                  x_range=edge, y_range=edge)
        )  # fmt: skip
    return drawn


def _recall(title: str, lines: Mapping[str, Points]) -> Markup:
    return curve(
        title,
        lines,
        x="items in the gallery",
        y="recall",
        logarithmic=True,
        y_range=(min(_lowest(lines), 0.9), 1.0),
    )


def _lowest(lines: Mapping[str, Points]) -> float:
    return float(np.floor(min(y for points in lines.values() for _, y in points) * 10) / 10)


def _recalls(
    figures: Mapping[str, Any], path: tuple[str, ...] = ()
) -> Iterator[tuple[str, dict[str, Points]]]:
    """Find each `by_gallery_size`; yield its path as title, and a line per rank."""
    for key, value in figures.items():
        if key == "by_gallery_size":
            ranks = dict.fromkeys(rank for recalls in value.values() for rank in recalls)
            yield (
                f"Recall: {', '.join(path)}",
                {
                    rank.replace("_", " "): [(float(size), recalls[rank]) for size, recalls in value.items()]
                    for rank in ranks
                },
            )
        elif isinstance(value, Mapping):
            yield from _recalls(value, (*path, key))


def _of_verdict(verdict: Mapping[str, Any]) -> list[Markup]:
    drawn = []
    if bins := _points(verdict.get("reliability", []), "expected", "right"):
        lines = {"best matches": bins}
        drawn.append(
            curve("The verdict's probability and the truth", lines, x="probability", y="share that is right",
                  diagonal=True, x_range=(0, 1), y_range=(0, 1))
        )  # fmt: skip
    if risk := _points(verdict.get("risk_coverage", []), "coverage", "risk"):
        lines = {"best matches": risk}
        drawn.append(
            curve("Wrong answers by share answered", lines, x="share answered",
                  y="share of these that is wrong", x_range=(0, 1), dots=False)
        )  # fmt: skip
    return drawn


def _points(rows: Sequence[Mapping[str, Any]], x: str, y: str) -> list[tuple[float, float]]:
    return [
        (float(row[x]), float(row[y])) for row in rows if row.get(x) is not None and row.get(y) is not None
    ]

"""The exam of the masks: each method on photos with reference masks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from vision.arrays import RgbImage
from vision.lab.exams import classes
from vision.lab.exams.metrics import iou
from vision.lab.exams.outcomes import FITTED, NETWORK, PIPELINE, Outcome, judged, ways
from vision.lab.exams.reliability import cross_fitted, honesty
from vision.lab.training.data import Example
from vision.segmentation import confidence
from vision.segmentation.neural import Probabilities
from vision.segmentation.segmenter import Segmenter, Thresholds

POOR = 0.80
"""Masks below this IoU are called poor."""


def evaluate(
    examples: Sequence[Example],
    predict: Callable[[RgbImage], Probabilities],
    segment: Segmenter,
    *,
    calibration: Mapping[str, float] | None = None,
) -> dict[str, Any]:
    """Examine the masks of photos; see `summary`."""
    return summary([outcome for *_, outcome in judged(examples, predict, segment, calibration=calibration)])


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Summarise the masks: mean IoU, pixel accuracy, boundary F, the share of poor masks, and confidence.

    Returns:
        `pipeline`: the served masks. `routes`: the served masks by route. `everywhere`: each method on all
        photos. `sources`: the same by data set. `judge`: what became of the network's poor masks, and of all
        its masks that were not served. `classes`: the exam of the classes. `confidence`: how well the
        expected IoU of the served mask predicts the reached one. `expected_iou`: the same for the network's
        mask, `shipped`; `cross_fitted`, fitted on one half of the senders and measured on the other; and the
        `soft_iou` alone.
    """
    by_route: dict[str, list[Outcome]] = defaultdict(list)
    by_source: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_route[outcome.segmented_by].append(outcome)
        by_source[outcome.source].append(outcome)
    return {
        "photos": len(outcomes),
        "pipeline": _mean(outcomes, PIPELINE),
        "routes": {route: _mean(group, PIPELINE) for route, group in sorted(by_route.items())},
        "everywhere": _every_way(outcomes),
        "sources": {source: _every_way(group) for source, group in sorted(by_source.items())},
        "judge": _judge(outcomes),
        "classes": classes.examine([outcome.named for outcome in outcomes if outcome.named]),
        "confidence": honesty([o.confidence for o in outcomes], _ious(outcomes, PIPELINE)),
        "expected_iou": _expectations(outcomes),
    }


def calibration(
    examples: Sequence[Example], predict: Callable[[RgbImage], Probabilities]
) -> dict[str, float]:
    """Fit the calibration of the expected IoU; see `vision.segmentation.confidence`.

    It is fitted on the masks of the network and of GrabCut, since each may be served.
    """
    evidence, reached = [], []
    for example in examples:
        prediction = predict(example.photo)
        masks = ways(example.photo, prediction)
        for way in FITTED:
            evidence.append(confidence.evidence(prediction.garment, masks[way]))
            reached.append(iou(masks[way], example.labels > 0))
    return confidence.fit(evidence, reached)


def _ious(outcomes: Sequence[Outcome], way: str) -> list[float]:
    return [outcome.scores[way]["iou"] for outcome in outcomes]


def _mean(outcomes: Sequence[Outcome], way: str) -> dict[str, float | int]:
    if not outcomes:
        return {"photos": 0}
    rows = [outcome.scores[way] for outcome in outcomes]
    means = {key: round(float(np.mean([row[key] for row in rows])), 4) for key in rows[0]}
    poor = round(float(np.mean([row["iou"] < POOR for row in rows])), 4)
    return {"photos": len(rows), **means, "below_080": poor}


def _every_way(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    return {way: _mean(outcomes, way) for way in outcomes[0].scores}


def _judge(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Summarise the photos where the network's mask is poor, and those where it was not served."""
    poor = [outcome for outcome in outcomes if outcome.scores[NETWORK]["iou"] < POOR]
    caught = [outcome for outcome in outcomes if outcome.segmented_by != NETWORK]
    poor_caught = [outcome for outcome in poor if outcome.segmented_by != NETWORK]
    methods = (*FITTED, PIPELINE)
    return {
        "below_080": len(poor),
        "of_those_caught": len(poor_caught),
        "caught": len(caught),
        "those_below_080": {way: _mean(poor_caught, way) for way in methods},
        "all_caught": {way: _mean(caught, way) for way in methods},
    }


def _expectations(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    reached = _ious(outcomes, NETWORK)
    crossed = cross_fitted(
        [[outcome.evidence[way] for way in FITTED] for outcome in outcomes],
        [[outcome.scores[way]["iou"] for way in FITTED] for outcome in outcomes],
        [outcome.sender for outcome in outcomes],
    )
    expectations: dict[str, list[float]] = {
        "shipped": [outcome.expected for outcome in outcomes],
        "soft_iou": [outcome.evidence[NETWORK][0] for outcome in outcomes],
    }
    if not np.isnan(crossed).any():
        expectations["cross_fitted"] = crossed.tolist()
    return {
        name: {**honesty(expected, reached), **_caught(expected, reached)}
        for name, expected in expectations.items()
    }


def _caught(expected: Sequence[float], reached: Sequence[float]) -> dict[str, int]:
    doubted = np.asarray(expected) < Thresholds().sure
    return {
        "doubted": int(doubted.sum()),
        "below_080_doubted": int((doubted & (np.asarray(reached) < POOR)).sum()),
    }

"""The exam of the masks: each way of cutting out, over photos with reference masks."""

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
"""Below this IoU a mask is called poor."""


def evaluate(
    examples: Sequence[Example],
    predict: Callable[[RgbImage], Probabilities],
    segment: Segmenter,
    *,
    calibration: Mapping[str, float] | None = None,
) -> dict[str, Any]:
    """The figures of the exam; see `summary`."""
    return summary([outcome for *_, outcome in judged(examples, predict, segment, calibration=calibration)])


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Mean IoU, pixel accuracy, boundary F and the share of poor masks, and who knew of them.

    `routes`: what the pipeline served, by the route that it chose. `everywhere`: each way alone, over all
    photos. `sources`: the same by data set. `judge`: what becomes of the network's poor masks, and of all
    that were not served as they were. `classes`: what the network names the garments. `confidence`: how well
    the expected IoU of the served mask tells the reached one. `expected_iou`: the same for the network's own
    mask, as `shipped`; `cross_fitted`, fitted on one half of the senders and told of the other; and by the
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
        "routes": {route: _mean(some, PIPELINE) for route, some in sorted(by_route.items())},
        "everywhere": _every_way(outcomes),
        "sources": {source: _every_way(some) for source, some in sorted(by_source.items())},
        "judge": _judge(outcomes),
        "classes": classes.examine([outcome.named for outcome in outcomes if outcome.named]),
        "confidence": honesty([o.confidence for o in outcomes], _ious(outcomes, PIPELINE)),
        "expected_iou": _expectations(outcomes),
    }


def calibration(
    examples: Sequence[Example], predict: Callable[[RgbImage], Probabilities]
) -> dict[str, float]:
    """What makes the expected IoU tell the reached one; see `vision.segmentation.confidence`.

    Fitted on the masks of the network and on those that GrabCut makes, since each may be served.
    """
    seen, reached = [], []
    for example in examples:
        prediction = predict(example.photo)
        made = ways(example.photo, prediction)
        for way in FITTED:
            seen.append(confidence.evidence(prediction.garment, made[way]))
            reached.append(iou(made[way], example.labels > 0))
    return confidence.fit(seen, reached)


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
    """The photos whose mask by the network alone is poor, and those where it was not served."""
    poor = [outcome for outcome in outcomes if outcome.scores[NETWORK]["iou"] < POOR]
    caught = [outcome for outcome in outcomes if outcome.segmented_by != NETWORK]
    poor_caught = [outcome for outcome in poor if outcome.segmented_by != NETWORK]
    shown = (*FITTED, PIPELINE)
    return {
        "below_080": len(poor),
        "of_those_caught": len(poor_caught),
        "caught": len(caught),
        "those_below_080": {way: _mean(poor_caught, way) for way in shown},
        "all_caught": {way: _mean(caught, way) for way in shown},
    }


def _expectations(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    reached = _ious(outcomes, NETWORK)
    crossed = cross_fitted(
        [[outcome.evidence[way] for way in FITTED] for outcome in outcomes],
        [[outcome.scores[way]["iou"] for way in FITTED] for outcome in outcomes],
        [outcome.sender for outcome in outcomes],
    )
    told: dict[str, list[float]] = {
        "shipped": [outcome.expected for outcome in outcomes],
        "soft_iou": [outcome.evidence[NETWORK][0] for outcome in outcomes],
    }
    if not np.isnan(crossed).any():
        told["cross_fitted"] = crossed.tolist()
    return {
        name: {**honesty(expected, reached), **_caught(expected, reached)} for name, expected in told.items()
    }


def _caught(expected: Sequence[float], reached: Sequence[float]) -> dict[str, int]:
    doubted = np.asarray(expected) < Thresholds().sure
    return {
        "doubted": int(doubted.sum()),
        "below_080_doubted": int((doubted & (np.asarray(reached) < POOR)).sum()),
    }

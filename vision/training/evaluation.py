"""The exam of the masks: each way of cutting out, over photos with reference masks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from vision.arrays import Mask, RgbImage
from vision.pipeline import Segmentation, Segmenter, clean
from vision.segmentation import confidence, grabcut
from vision.segmentation.neural import Probabilities
from vision.training.data import Example
from vision.training.metrics import boundary_f, iou, pixel_accuracy

POOR = 0.80
"""Below this IoU a mask is called poor."""


def evaluate(
    examples: Sequence[Example], believe: Callable[[RgbImage], Probabilities], segment: Segmenter
) -> dict[str, Any]:
    """Mean IoU, pixel accuracy, boundary F, and the share of poor masks.

    `routes`: what the pipeline served, by the route that it chose. `everywhere`: each way alone, over all
    photos. `sources`: the pipeline over each data set. `confidence`: how well the expected IoU tells the
    reached one.
    """
    served: list[tuple[Example, Segmentation, dict[str, float]]] = []
    everywhere: dict[str, list[dict[str, float]]] = defaultdict(list)
    for example in examples:
        truth = example.labels > 0
        believed = believe(example.photo)
        found = segment.judge(example.photo, believed)
        served.append((example, found, _scores(found.mask, truth)))
        for way, mask in _ways(example.photo, believed).items():
            everywhere[way].append(_scores(mask, truth))
        everywhere["pipeline"].append(served[-1][2])

    by_route: dict[str, list[dict[str, float]]] = defaultdict(list)
    by_source: dict[str, list[dict[str, float]]] = defaultdict(list)
    for example, found, scores in served:
        by_route[found.segmented_by].append(scores)
        by_source[example.source].append(scores)
    return {
        "photos": len(examples),
        "pipeline": _mean(everywhere["pipeline"]),
        "routes": {route: _mean(scores) for route, scores in sorted(by_route.items())},
        "everywhere": {way: _mean(scores) for way, scores in everywhere.items()},
        "sources": {source: _mean(scores) for source, scores in sorted(by_source.items())},
        "confidence": _honesty([(found.confidence, scores["iou"]) for _, found, scores in served]),
    }


def calibration(
    examples: Sequence[Example], believe: Callable[[RgbImage], Probabilities]
) -> dict[str, float]:
    """What makes the expected IoU tell the reached one; see `vision.segmentation.confidence`."""
    soft, reached = [], []
    for example in examples:
        garment = believe(example.photo).garment
        mask = clean(garment > 0.5)
        soft.append(confidence.soft_iou(garment, mask))
        reached.append(iou(mask, example.labels > 0))
    return confidence.fit(soft, reached)


def _ways(photo: RgbImage, believed: Probabilities) -> dict[str, Mask]:
    nothing = np.zeros(photo.shape[:2], bool)
    seeded = grabcut.from_probabilities(photo, believed.garment)
    rectangle = grabcut.from_rectangle(photo)
    return {
        "tiramisu": clean(believed.garment > 0.5),
        "tiramisu+grabcut": nothing if seeded is None else clean(seeded),
        "grabcut": nothing if rectangle is None else clean(rectangle),
        "whole photo": ~nothing,
    }


def _scores(found: Mask, truth: Mask) -> dict[str, float]:
    return {
        "iou": iou(found, truth),
        "pixel_accuracy": pixel_accuracy(found, truth),
        "boundary_f": boundary_f(found, truth),
    }


def _mean(scores: Sequence[dict[str, float]]) -> dict[str, float | int]:
    means = {key: round(float(np.mean([s[key] for s in scores])), 4) for key in scores[0]}
    poor = round(float(np.mean([s["iou"] < POOR for s in scores])), 4)
    return {"photos": len(scores), **means, "below_080": poor}


def _honesty(pairs: Sequence[tuple[float, float]]) -> dict[str, float]:
    expected, reached = np.array(pairs).T
    return {
        "mean_absolute_error": round(float(np.abs(expected - reached).mean()), 4),
        "correlation": round(float(np.corrcoef(expected, reached)[0, 1]), 4) if len(pairs) > 2 else 0.0,
    }

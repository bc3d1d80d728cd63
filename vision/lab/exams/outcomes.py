"""The outcome of the exam for each photo: its mask by each method, and their scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vision.arrays import GARMENT_CLASSES, Mask, RgbImage
from vision.lab.exams.classes import Named, class_shares
from vision.lab.exams.metrics import boundary_f, iou, pixel_accuracy
from vision.lab.training.data import UNKNOWN_CLASS, Example
from vision.masks import clean
from vision.segmentation import confidence, grabcut
from vision.segmentation.confidence import Evidence
from vision.segmentation.neural import Probabilities
from vision.segmentation.segmenter import Route, Segmenter

PIPELINE, NETWORK = "pipeline", "tiramisu"
FITTED = (NETWORK, "tiramisu+grabcut", "grabcut")
"""The methods whose masks the expected IoU is fitted on."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome for one photo."""

    name: str
    source: str
    sender: str
    """The sender; the photo's name if unknown."""
    scores: Mapping[str, Mapping[str, float]]
    """By method: `iou`, `pixel_accuracy`, `boundary_f`. `pipeline` is the served mask."""
    segmented_by: Route
    confidence: float
    """Expected IoU of the served mask, 0 to 1."""
    evidence: Mapping[str, Evidence]
    """By method: what the expected IoU is estimated from."""
    expected: float
    """Expected IoU of the network's mask, 0 to 1."""
    named: Named | None
    """None if the true class is unknown, or the network found no garment."""


def judged(
    examples: Sequence[Example],
    predict: Callable[[RgbImage], Probabilities],
    segment: Segmenter,
    *,
    calibration: Mapping[str, float] | None = None,
) -> Iterator[tuple[Example, dict[str, Mask], Outcome]]:
    """Yield each photo, its mask by each method, and the outcome.

    Photos are sorted by shape, since a runtime compiles the network per shape.
    """
    for example in sorted(examples, key=lambda example: example.photo.shape):
        truth = example.labels > 0
        prediction = predict(example.photo)
        served = segment.judge(example.photo, prediction)
        masks = {**ways(example.photo, prediction), PIPELINE: served.mask}
        yield (
            example,
            masks,
            Outcome(
                name=example.name,
                source=example.source,
                sender=example.sender or example.name,
                scores={way: _scores(mask, truth) for way, mask in masks.items()},
                segmented_by=served.segmented_by,
                confidence=served.confidence,
                evidence={way: confidence.evidence(prediction.garment, masks[way]) for way in FITTED},
                expected=confidence.expected_iou(prediction.garment, masks[NETWORK], calibration or {}),
                named=_named(example, prediction, masks[NETWORK]),
            ),
        )


def ways(photo: RgbImage, prediction: Probabilities) -> dict[str, Mask]:
    """Segment by each method: the network, GrabCut seeded by it or from a rectangle, none. (H, W) each."""
    nothing = np.zeros(photo.shape[:2], bool)
    seeded = grabcut.from_probabilities(photo, prediction.garment)
    rectangle = grabcut.from_rectangle(photo)
    return {
        NETWORK: clean(prediction.garment > 0.5),
        "tiramisu+grabcut": nothing if seeded is None else clean(seeded),
        "grabcut": nothing if rectangle is None else clean(rectangle),
        "whole photo": ~nothing,
    }


def _named(example: Example, prediction: Probabilities, mask: Mask) -> Named | None:
    labels = Counter(example.labels[(example.labels > 0) & (example.labels != UNKNOWN_CLASS)].tolist())
    shares = class_shares(prediction.classes, mask)
    if not labels or not shares.any():
        return None
    truth = GARMENT_CLASSES[labels.most_common(1)[0][0] - 1]
    return Named(truth, GARMENT_CLASSES[int(shares.argmax())], float(shares.max()))


def _scores(mask: Mask, truth: Mask) -> dict[str, float]:
    return {
        "iou": iou(mask, truth),
        "pixel_accuracy": pixel_accuracy(mask, truth),
        "boundary_f": boundary_f(mask, truth),
    }

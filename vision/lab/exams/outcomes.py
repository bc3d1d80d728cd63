"""How each photo of the exam went: its mask by each way of cutting out, and the scores of these."""

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
"""The ways whose masks the expected IoU is fitted on."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one photo went."""

    name: str
    source: str
    sender: str
    """Who sent it; its name where that is not known."""
    scores: Mapping[str, Mapping[str, float]]
    """By way: `iou`, `pixel_accuracy`, `boundary_f`. The way `pipeline` is what was served."""
    segmented_by: Route
    confidence: float
    """The IoU expected of the served mask, 0 to 1."""
    evidence: Mapping[str, Evidence]
    """By way: what the expected IoU is told from."""
    expected: float
    """The IoU expected of the network's own mask, 0 to 1."""
    named: Named | None
    """None where the class of the garment is not known, or the network saw none."""


def judged(
    examples: Sequence[Example],
    predict: Callable[[RgbImage], Probabilities],
    segment: Segmenter,
    *,
    calibration: Mapping[str, float] | None = None,
) -> Iterator[tuple[Example, dict[str, Mask], Outcome]]:
    """Each photo, its mask by each way, and how it went. The masks are dropped with the step.

    Photos of one shape come one after the other: a runtime may have to compile the network for each shape.
    """
    for example in sorted(examples, key=lambda example: example.photo.shape):
        truth = example.labels > 0
        prediction = predict(example.photo)
        found = segment.judge(example.photo, prediction)
        made = {**ways(example.photo, prediction), PIPELINE: found.mask}
        own = made[NETWORK]
        yield (
            example,
            made,
            Outcome(
                name=example.name,
                source=example.source,
                sender=example.sender or example.name,
                scores={way: _scores(mask, truth) for way, mask in made.items()},
                segmented_by=found.segmented_by,
                confidence=found.confidence,
                evidence={way: confidence.evidence(prediction.garment, made[way]) for way in FITTED},
                expected=confidence.expected_iou(prediction.garment, own, calibration or {}),
                named=_named(example, prediction, own),
            ),
        )


def ways(photo: RgbImage, prediction: Probabilities) -> dict[str, Mask]:
    """The masks, (H, W), of the network alone, of GrabCut seeded by it or from a rectangle, and of all."""
    nothing = np.zeros(photo.shape[:2], bool)
    seeded = grabcut.from_probabilities(photo, prediction.garment)
    rectangle = grabcut.from_rectangle(photo)
    return {
        NETWORK: clean(prediction.garment > 0.5),
        "tiramisu+grabcut": nothing if seeded is None else clean(seeded),
        "grabcut": nothing if rectangle is None else clean(rectangle),
        "whole photo": ~nothing,
    }


def _named(example: Example, prediction: Probabilities, own: Mask) -> Named | None:
    known = Counter(example.labels[(example.labels > 0) & (example.labels != UNKNOWN_CLASS)].tolist())
    shares = class_shares(prediction.classes, own)
    if not known or not shares.any():
        return None
    truth = GARMENT_CLASSES[known.most_common(1)[0][0] - 1]
    return Named(truth, GARMENT_CLASSES[int(shares.argmax())], float(shares.max()))


def _scores(found: Mask, truth: Mask) -> dict[str, float]:
    return {
        "iou": iou(found, truth),
        "pixel_accuracy": pixel_accuracy(found, truth),
        "boundary_f": boundary_f(found, truth),
    }

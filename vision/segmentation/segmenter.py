"""The garments of a photo, judged: Tiramisu's masks; else GrabCut's; else the whole frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np

from vision import masks
from vision.arrays import Mask, ProbabilityMap, RgbImage
from vision.runtime import checkpoints
from vision.runtime.conversions import Conversions
from vision.segmentation import garments, grabcut
from vision.segmentation.confidence import expected_iou, soft_iou
from vision.segmentation.neural import Probabilities, open_runtime, probabilities

Route: TypeAlias = Literal["tiramisu", "tiramisu+grabcut", "grabcut", "whole photo"]


class Segmenter:
    """Tiramisu, judged; else GrabCut seeded by it; else GrabCut from a rectangle; else the whole photo.

    Args:
        predict: photo (H, W, 3) to probabilities.
        classes: what the class channels stand for.
        calibration: of the expected IoU, from the checkpoint.
    """

    def __init__(
        self,
        predict: Callable[[RgbImage], Probabilities],
        *,
        classes: Sequence[str],
        calibration: dict[str, float] | None = None,
        thresholds: Thresholds | None = None,
    ) -> None:
        self._predict, self._classes = predict, tuple(classes)
        self._calibration = calibration or {}
        self._thresholds = thresholds or Thresholds()

    def __call__(self, photo: RgbImage, garment_class: str | None = None) -> Segmentation:
        """The garment in a photo of any size; see `judge`."""
        return self.judge(photo, self._predict(photo), garment_class)

    def judge(
        self, photo: RgbImage, prediction: Probabilities, garment_class: str | None = None
    ) -> Segmentation:
        """The garment in a photo, (H, W, 3), of which the network believes this.

        Of several garments the most prominent one is chosen.

        Args:
            garment_class: what the photo is known to show, such as a model's picture of a top; a garment of
                this class is chosen where the network sees one.
        """
        own = self._own(photo, prediction, garment_class)
        if not own:
            return self._by_rectangle(photo, prediction)
        place, first = self._chosen(own, garment_class)
        others = tuple(garment for _, garment in own if garment is not first)
        if self._fits(first.mask) and first.confidence >= self._thresholds.sure:
            return Segmentation("tiramisu", (first, *others))
        if first.confidence >= self._thresholds.usable:
            limited = prediction.garment * place
            cut = grabcut.from_probabilities(photo, limited)
            if cut is not None and self._fits(cut := masks.clean(cut)):
                repaired = self._garment(cut, self._doubted(limited, cut), prediction)
                return Segmentation("tiramisu+grabcut", (repaired, *others))
        return self._by_rectangle(photo, prediction)

    def _own(
        self, photo: RgbImage, prediction: Probabilities, asked: str | None
    ) -> list[tuple[Mask, Garment]]:
        """The network's garments, each with the place where it lies, (H, W); most prominent first."""
        found = []
        for place in garments.regions(photo, prediction, self._classes, asked=asked):
            wide = masks.resized(place, *photo.shape[:2])
            limited = prediction.garment * wide
            mask = masks.clean(limited > 0.5)
            if mask.any():
                sureness = expected_iou(limited, mask, self._calibration)
                found.append((wide, self._garment(mask, sureness, prediction)))
        return found

    def _chosen(self, own: list[tuple[Mask, Garment]], asked: str | None) -> tuple[Mask, Garment]:
        """The first of that class; else of its kind, within which the network errs; else the first."""
        kind = next((kind for kind in garments.KINDS if asked in kind), frozenset())
        for wanted in ({asked}, kind):
            for place, garment in own:
                if garment.garment_class in wanted and self._fits(garment.mask):
                    return place, garment
        return own[0]

    def _by_rectangle(self, photo: RgbImage, prediction: Probabilities) -> Segmentation:
        cut = grabcut.from_rectangle(photo)
        if cut is not None and self._fits(cut := masks.clean(cut)):
            return Segmentation(
                "grabcut", (self._garment(cut, self._doubted(prediction.garment, cut), None),)
            )
        whole = np.ones(photo.shape[:2], bool)
        return Segmentation("whole photo", (self._garment(whole, soft_iou(prediction.garment, whole), None),))

    def _fits(self, mask: Mask) -> bool:
        covered = masks.coverage(mask)
        return self._thresholds.least_coverage <= covered <= self._thresholds.most_coverage

    def _doubted(self, garment: ProbabilityMap, mask: Mask) -> float:
        """A mask that had to be repaired is believed at most as much as an unsure one of the network's."""
        return min(expected_iou(garment, mask, self._calibration), self._thresholds.sure)

    def _garment(self, mask: Mask, confidence: float, prediction: Probabilities | None) -> Garment:
        if prediction is not None and len(self._classes):
            shares = prediction.classes[:, masks.resized(mask, *prediction.classes.shape[1:])].sum(axis=1)
            if (whole := float(shares.sum())) > 0:
                named = int(shares.argmax())
                return Garment(mask, confidence, self._classes[named], float(shares[named]) / whole)
        return Garment(mask, confidence, None, 0.0)


@dataclass(frozen=True, slots=True)
class Garment:
    """One of the garments that a photo shows."""

    mask: Mask
    confidence: float
    """Expected IoU with the truth, 0 to 1."""
    garment_class: str | None
    """One of `vision.arrays.GARMENT_CLASSES`; None where the network did not make the mask."""
    class_confidence: float
    """The network's chance that the class is right, 0 to 1; 0 without a class."""


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What of a photo is garment, and who says so."""

    segmented_by: Route
    """Who made the mask of the first garment; the others' masks are the network's own."""
    garments: tuple[Garment, ...]
    """All that are seen, one at least: first the chosen one, then the others, most prominent first."""

    @property
    def mask(self) -> Mask:
        """The chosen garment's, (H, W)."""
        return self.garments[0].mask

    @property
    def confidence(self) -> float:
        """Expected IoU of the mask with the truth, 0 to 1."""
        return self.garments[0].confidence

    @property
    def coverage(self) -> float:
        """The mask's share of the photo, 0 to 1."""
        return masks.coverage(self.mask)

    @property
    def garment_class(self) -> str | None:
        """The chosen garment's: one of `vision.arrays.GARMENT_CLASSES`, or None."""
        return self.garments[0].garment_class

    @property
    def class_confidence(self) -> float:
        """The network's chance that the class is right, 0 to 1; 0 without a class."""
        return self.garments[0].class_confidence


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When the network's mask is believed."""

    sure: float = 0.92
    """From this expected IoU on, the network's mask is taken as it is; below, GrabCut measured better."""
    usable: float = 0.5
    """From this on it seeds GrabCut; below, GrabCut starts from a rectangle."""
    least_coverage: float = 0.01
    most_coverage: float = 0.97
    """A mask outside these is no garment but nothing, or everything."""


def open_segmenter(
    checkpoint: Path = checkpoints.SHIPPED_TIRAMISU, *, conversions: Conversions | None = None
) -> Segmenter:
    """The segmenter with its network loaded, on the best runtime that this machine has.

    Args:
        conversions: where what is made of the checkpoint is kept for the next start.

    Raises:
        CheckpointError: the network is absent or damaged.
    """
    runtime = open_runtime(checkpoint, conversions)
    return Segmenter(
        lambda photo: probabilities(runtime, photo),
        classes=runtime.notes.classes,
        calibration=dict(runtime.notes.calibration),
    )

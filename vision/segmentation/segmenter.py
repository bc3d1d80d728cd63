"""Segment the garments of a photo: Tiramisu's masks, else GrabCut's, else the whole photo."""

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
    """Masks from Tiramisu if it is sure; else from GrabCut seeded by it; else from GrabCut in a rectangle;
    else the whole photo.

    Args:
        predict: photo (H, W, 3) to probabilities.
        classes: the names of the class channels.
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

    def __call__(
        self, photo: RgbImage, garment_class: str | None = None, *, separate: bool = True
    ) -> Segmentation:
        """Segment a photo of any size, (H, W, 3); see `judge`."""
        return self.judge(photo, self._predict(photo), garment_class, separate=separate)

    def judge(
        self,
        photo: RgbImage,
        prediction: Probabilities,
        garment_class: str | None = None,
        *,
        separate: bool = True,
    ) -> Segmentation:
        """Choose the garment and the route to its mask, given the network's prediction.

        Of several garments the most prominent one is chosen.

        Args:
            photo: (H, W, 3).
            garment_class: a class that the photo is known to show, such as a model's picture of a top. A
                garment of this class is preferred.
            separate: whether to separate garments that touch. A catalogue picture shows one item.
        """
        candidates = self._candidates(photo, prediction, garment_class, separate=separate)
        if not candidates:
            return self._by_rectangle(photo, prediction)
        region, chosen = self._chosen(candidates, garment_class)
        rest = tuple(garment for _, garment in candidates if garment is not chosen)
        if self._fits(chosen.mask) and chosen.confidence >= self._thresholds.sure:
            return Segmentation("tiramisu", (chosen, *rest))
        if chosen.confidence >= self._thresholds.usable:
            limited = prediction.garment * region  # (H, W)
            cut = grabcut.from_probabilities(photo, limited)
            if cut is not None and self._fits(cut := masks.clean(cut)):
                repaired = self._garment(cut, self._capped(limited, cut), prediction)
                return Segmentation("tiramisu+grabcut", (repaired, *rest))
        return self._by_rectangle(photo, prediction)

    def _candidates(
        self, photo: RgbImage, prediction: Probabilities, garment_class: str | None, *, separate: bool
    ) -> list[tuple[Mask, Garment]]:
        """List the network's garments with the region of each, (H, W); most prominent first."""
        candidates = []
        regions = garments.regions(
            photo, prediction, self._classes, garment_class=garment_class, separate=separate
        )
        for region in regions:
            region = masks.resized(region, *photo.shape[:2])  # (H, W)
            limited = prediction.garment * region
            mask = masks.clean(limited > 0.5)
            if mask.any():
                confidence = expected_iou(limited, mask, self._calibration)
                candidates.append((region, self._garment(mask, confidence, prediction)))
        return candidates

    def _chosen(
        self, candidates: list[tuple[Mask, Garment]], garment_class: str | None
    ) -> tuple[Mask, Garment]:
        """Choose the first of the class; else of its kind, which the network may confuse; else the first."""
        kind = next((kind for kind in garments.KINDS if garment_class in kind), frozenset())
        for wanted in ({garment_class}, kind):
            for region, garment in candidates:
                if garment.garment_class in wanted and self._fits(garment.mask):
                    return region, garment
        return candidates[0]

    def _by_rectangle(self, photo: RgbImage, prediction: Probabilities) -> Segmentation:
        cut = grabcut.from_rectangle(photo)
        if cut is not None and self._fits(cut := masks.clean(cut)):
            return Segmentation("grabcut", (self._garment(cut, self._capped(prediction.garment, cut), None),))
        whole = np.ones(photo.shape[:2], bool)
        return Segmentation("whole photo", (self._garment(whole, soft_iou(prediction.garment, whole), None),))

    def _fits(self, mask: Mask) -> bool:
        covered = masks.coverage(mask)
        return self._thresholds.least_coverage <= covered <= self._thresholds.most_coverage

    def _capped(self, garment: ProbabilityMap, mask: Mask) -> float:
        """Estimate the IoU of a GrabCut mask: at most that of an unsure mask of the network."""
        return min(expected_iou(garment, mask, self._calibration), self._thresholds.sure)

    def _garment(self, mask: Mask, confidence: float, prediction: Probabilities | None) -> Garment:
        """Name the class that most of the mask's probability belongs to; none without a prediction."""
        if prediction is not None and len(self._classes):
            small = masks.resized(mask, *prediction.classes.shape[1:])  # (h, w)
            shares = prediction.classes[:, small].sum(axis=1)  # (classes,)
            if (total := float(shares.sum())) > 0:
                likeliest = int(shares.argmax())
                return Garment(mask, confidence, self._classes[likeliest], float(shares[likeliest]) / total)
        return Garment(mask, confidence, None, 0.0)


@dataclass(frozen=True, slots=True)
class Garment:
    """A garment in a photo."""

    mask: Mask
    """(H, W)."""
    confidence: float
    """Expected IoU with the truth, 0 to 1."""
    garment_class: str | None
    """One of `vision.arrays.GARMENT_CLASSES`; None if the network did not make the mask."""
    class_confidence: float
    """The probability that the class is right, 0 to 1; 0 without a class."""


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The garments of a photo, and the route to the first one's mask."""

    segmented_by: Route
    """The route to the first garment's mask. The rest have masks of the network."""
    garments: tuple[Garment, ...]
    """At least one: first the chosen garment, then the rest, most prominent first."""

    @property
    def mask(self) -> Mask:
        """The chosen garment's mask, (H, W)."""
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
        """The chosen garment's class: one of `vision.arrays.GARMENT_CLASSES`, or None."""
        return self.garments[0].garment_class

    @property
    def class_confidence(self) -> float:
        """The probability that the class is right, 0 to 1; 0 without a class."""
        return self.garments[0].class_confidence


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a mask is used."""

    sure: float = 0.92
    """From this expected IoU on, the network's mask is used as it is; below, GrabCut measured better."""
    usable: float = 0.5
    """From this expected IoU on it seeds GrabCut; below, GrabCut starts from a rectangle."""
    least_coverage: float = 0.01
    most_coverage: float = 0.97
    """A mask that covers less or more of the photo is not used."""


def open_segmenter(
    checkpoint: Path = checkpoints.SHIPPED_TIRAMISU, *, conversions: Conversions | None = None
) -> Segmenter:
    """Load the segmenter on the best runtime of this machine.

    Args:
        conversions: stores the network for OpenVINO, so that the next start needs no torch.

    Raises:
        CheckpointError: the checkpoint is missing, damaged or of another kind.
    """
    runtime = open_runtime(checkpoint, conversions)
    return Segmenter(
        lambda photo: probabilities(runtime, photo),
        classes=runtime.notes.classes,
        calibration=dict(runtime.notes.calibration),
    )

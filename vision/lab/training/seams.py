"""Fitting the model of seams: which of the cuts that `vision.segmentation.seams` proposes part two garments.

Drawn photos of garments that touch have seams; photos of a single garment, drawn and real, have none. The
threshold is chosen on log-odds of photos that the model was not fitted on, by cross-validation, so that few
single garments are cut.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.lab.exams.logistic import logistic
from vision.segmentation import garments, seams
from vision.segmentation.neural import Probabilities
from vision.segmentation.seams import SeamModel

WHOLE = 0.85
"""A seam leaves at least this share of each garment on one side."""
IN_PART = 0.03
"""A garment with less than this share of a part does not count there."""
SINGLES_CUT = 0.007
"""At most this share of single garments may be cut."""
RIDGE = 3e-4
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Proposed:
    """The cuts that are proposed for one part of a photo."""

    photo: int
    """Its number; a photo has several parts."""
    single: bool
    """Whether the photo shows one garment."""
    evidence: NDArray[np.float64]
    """(N, E), see `seams.EVIDENCE`."""
    is_seam: NDArray[np.bool_]
    """(N,)."""


def proposed(
    photos: Iterable[tuple[RgbImage, Sequence[Mask]]],
    predict: Callable[[RgbImage], Probabilities],
    classes: Sequence[str],
) -> Iterator[Proposed]:
    """What is proposed for photos (H, W, 3) whose garments are known, (H, W) each.

    A part that has a seam is also cut there, and both sides are looked at, as in a photo of three garments.
    """
    for number, (photo, truths) in enumerate(photos):
        prediction = predict(photo)
        scene = seams.scene_of(photo, prediction.classes)
        known = [_small(truth, scene) for truth in truths]
        parts = [_small(part, scene) for part in garments.parts_of(photo, prediction, classes)]
        while parts:
            part = parts.pop()
            cuts = list(seams.cuts(scene, part))
            if not cuts:
                continue
            is_seam = np.array([_is_seam(cut, known) for cut in cuts])
            evidence = np.stack([seams.evidence(scene, part, cut) for cut in cuts])
            yield Proposed(number, len(truths) == 1, evidence, is_seam)
            if is_seam.any():
                parts += cuts[int(is_seam.argmax())]


def fit_seams(
    every: Sequence[Proposed], *, singles_cut: float = SINGLES_CUT
) -> tuple[SeamModel, dict[str, Any]]:
    """Fit the model and choose its threshold; return it with cross-validated figures.

    `cut rightly` is the share of parts with a seam whose likeliest cut is one and beyond the threshold,
    `singles cut` the share of photos of one garment that are cut.
    """
    best: list[tuple[float, bool]] = [(0.0, False)] * len(every)
    for fold in range(FOLDS):
        model = _fitted([part for part in every if part.photo % FOLDS != fold])
        for row, part in enumerate(every):
            if part.photo % FOLDS == fold:
                log_odds = model.log_odds(part.evidence)
                best[row] = float(log_odds.max()), bool(part.is_seam[log_odds.argmax()])
    highest: dict[int, float] = {}
    for part, (reached, _) in zip(every, best, strict=True):
        if part.single:
            highest[part.photo] = max(reached, highest.get(part.photo, -math.inf))
    ranked = np.sort(list(highest.values()))[::-1]
    least = round(float(ranked[int(singles_cut * len(ranked))]) + 0.005, 2)
    with_seam = [
        right and reached >= least
        for part, (reached, right) in zip(every, best, strict=True)
        if part.is_seam.any()
    ]
    figures = {
        "photos": len({part.photo for part in every}),
        "cuts": sum(len(part.is_seam) for part in every),
        "singles": len(ranked),
        "singles cut": round(float(np.mean(ranked >= least)), 4),
        "parts with a seam": len(with_seam),
        "cut rightly": round(float(np.mean(with_seam)), 4),
        "least log-odds": least,
    }
    return replace(_fitted(every), least_log_odds=least), figures


def _fitted(every: Sequence[Proposed]) -> SeamModel:
    evidence = np.concatenate([part.evidence for part in every])
    truth = np.concatenate([part.is_seam for part in every])
    plain = SeamModel(evidence.mean(axis=0), evidence.std(axis=0) + 1e-6, 0.0, np.zeros(0), 0.0)
    terms = plain.terms(evidence)
    # Standardised, so that the ridge weighs on all terms alike.
    mean, deviation = terms.mean(axis=0), terms.std(axis=0) + 1e-6
    bias, weights = logistic((terms - mean) / deviation, truth, ridge=RIDGE)
    return replace(plain, bias=bias - float(weights @ (mean / deviation)), weights=weights / deviation)


def _is_seam(cut: tuple[Mask, Mask], truths: Sequence[Mask]) -> bool:
    """Whether there are garments on both sides of a cut, and it goes through none."""
    first, second = cut
    part = first | second
    sides = []
    for truth in truths:
        visible = int(np.count_nonzero(truth & part))
        if visible < IN_PART * part.sum():
            continue
        share = np.count_nonzero(truth & first) / visible
        if 1 - WHOLE < share < WHOLE:
            return False
        sides.append(share > 0.5)
    return len(set(sides)) == 2


def _small(mask: Mask, scene: seams.Scene) -> Mask:
    height, width = scene.photo.shape[:2]
    return np.asarray(cv2.resize(mask.astype(np.uint8), (width, height), interpolation=cv2.INTER_AREA) > 0)

"""Fit the probability that a photo shows a garment at all.

A logistic regression on the expected IoU of the mask and the similarity of the best match. It is fitted, and
its threshold set, on one half of the senders; the figures are of the other half. The best match in a small
catalogue is less alike than in a large one: the fit is for a small one, the threshold safe for both.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.lab.exams.logistic import increasing
from vision.lab.exams.questions import FEATURES, Floats, Photos

MISSED = 0.001
"""The share of garments that may be called none, on the half that the threshold is set on: on the other half
it was then at most 0.01, however the senders were divided."""
SMALL = 60
"""Items of the small catalogue."""
_SIMILARITY, _MASK = FEATURES.index("similarity"), FEATURES.index("mask")


def no_garment(photos: Photos, *, sure_at: float, seed: int) -> dict[str, dict[str, float]]:
    """Compute `calibration` and `figures`; see `vision.lab.exams.verdict`. Needs photos without a garment."""
    assert photos.empty is not None
    rng = np.random.default_rng(seed)
    senders = np.unique(photos.senders)
    half = np.isin(photos.senders, rng.permutation(senders)[: len(senders) // 2])
    small = np.zeros(photos.likeness.shape[1], bool)
    small[rng.permutation(len(small))[:SMALL]] = True
    everywhere = np.ones(len(small), bool)
    views = {"small": small, "large": everywhere}
    features = {name: _features(photos, among, sure_at) for name, among in views.items()}
    garment = np.concatenate([~photos.empty, ~photos.empty])
    here = np.concatenate([half, half])
    bias, slopes = increasing(features["small"][here], garment[here])
    chances = {name: 1 / (1 + np.exp(-(bias + rows @ slopes))) for name, rows in features.items()}
    below = min(float(np.quantile(chance[here & garment], MISSED)) for chance in chances.values())
    figures: dict[str, Any] = {
        name: {
            "garments_called_none": round(float((chance[~here & garment] < below).mean()), 4),
            "empty_called_none": round(float((chance[~here & ~garment] < below).mean()), 4),
        }
        for name, chance in chances.items()
    }
    return {
        "calibration": {
            "garment_bias": bias,
            "garment_similarity": float(slopes[0]),
            "garment_mask": float(slopes[1]),
            "no_garment_below": below,
        },
        "figures": {"garments": int((~photos.empty).sum()), "empty": int(photos.empty.sum()), **figures},
    }


def _features(photos: Photos, views: NDArray[np.bool_], sure_at: float) -> Floats:
    """The similarity and the mask's expected IoU of each photo, with and without its own view: (2Q, 2)."""
    likeness = np.where(views, photos.likeness, -1.0)
    rows = np.flatnonzero(photos.truth >= 0)
    likeness[rows, photos.truth[rows]] = photos.likeness[rows, photos.truth[rows]]
    shown = replace(photos, likeness=likeness)
    both = [shown.answers(present=present, sure_at=sure_at).features for present in (True, False)]
    return np.concatenate(both)[:, [_SIMILARITY, _MASK]]

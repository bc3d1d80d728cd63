"""Fit the probability that a photo shows a garment at all.

A logistic regression on the expected IoU of the mask and the similarity of the best match. The best match in
a small catalogue is less alike than in a large one: the fit is for a small one, the threshold safe for both.
"""

from __future__ import annotations

import numpy as np

from vision.lab.exams.logistic import increasing
from vision.lab.exams.questions import FEATURES, Bools, Floats

MISSED = 0.005
"""The share of garments that may be called none, on the half that the threshold is set on."""
COLUMNS = [FEATURES.index("similarity"), FEATURES.index("mask")]


def fit_garment(features: Floats, empty: Bools, large: Bools) -> dict[str, float]:
    """Fit `garment_bias`, `garment_similarity`, `garment_mask` and `no_garment_below`.

    Args:
        features: (N, 4), of photos searched in a small gallery and in a large one.
        empty: (N,): whether the photo shows no garment.
        large: (N,): whether the gallery was the large one.
    """
    columns = features[:, COLUMNS]
    bias, slopes = increasing(columns[~large], ~empty[~large])
    chances = 1 / (1 + np.exp(-(bias + columns @ slopes)))
    below = min(float(np.quantile(chances[~empty & (large == size)], MISSED)) for size in (False, True))
    return {
        "garment_bias": bias,
        "garment_similarity": float(slopes[0]),
        "garment_mask": float(slopes[1]),
        "no_garment_below": below,
    }

"""How good a mask is expected to be, told from the probability map alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from vision.arrays import Mask, ProbabilityMap


def soft_iou(garment: ProbabilityMap, mask: Mask) -> float:
    """The IoU of a mask with the truth, 0 to 1, if the map's chances were right pixel by pixel."""
    inside = float(garment[mask].sum())
    outside = float(garment.sum()) - inside
    union = float(np.count_nonzero(mask)) + outside
    return inside / union if union else 0.0


def expected_iou(garment: ProbabilityMap, mask: Mask, calibration: Mapping[str, float]) -> float:
    """The soft IoU, mapped to what masks of that soft IoU reached on validation photos, 0 to 1.

    The map is a straight line on log-odds, `slope` and `offset` in the checkpoint's calibration; with
    none there the soft IoU itself is returned.
    """
    raw = soft_iou(garment, mask)
    if "slope" not in calibration:
        return raw
    return float(_sigmoid(calibration["slope"] * _logit(raw) + calibration["offset"]))


def fit(soft: Sequence[float], reached: Sequence[float]) -> dict[str, float]:
    """The calibration that makes `soft` tell `reached` (IoUs, 0 to 1) with the least absolute error."""
    x, y = _logit(np.asarray(soft)), np.asarray(reached)
    slopes, offsets = np.meshgrid(np.linspace(0, 2, 41), np.linspace(-3, 3, 61), indexing="ij")
    guesses = _sigmoid(slopes[..., None] * x + offsets[..., None])  # (41, 61, N)
    best = int(np.abs(guesses - y).mean(axis=-1).argmin())
    return {"slope": float(slopes.flat[best]), "offset": float(offsets.flat[best])}


def _logit(p: np.typing.ArrayLike) -> np.typing.NDArray[np.float64]:
    clipped = np.clip(np.asarray(p, dtype=np.float64), 1e-4, 1 - 1e-4)
    logit: np.typing.NDArray[np.float64] = np.log(clipped / (1 - clipped))
    return logit


def _sigmoid(x: np.typing.ArrayLike) -> np.typing.NDArray[np.float64]:
    chance: np.typing.NDArray[np.float64] = 1 / (1 + np.exp(-np.asarray(x, dtype=np.float64)))
    return chance

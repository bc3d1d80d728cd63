"""Estimate how good a mask is, from the probability map alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vision.arrays import Mask, ProbabilityMap

Evidence = tuple[float, float]
"""What the expected IoU is estimated from: the soft IoU and the frame share, each 0 to 1."""


def soft_iou(garment: ProbabilityMap, mask: Mask) -> float:
    """Compute a mask's IoU, 0 to 1, if each pixel's probability were right. Both are (H, W)."""
    inside = float(garment[mask].sum())
    outside = float(garment.sum()) - inside
    union = float(np.count_nonzero(mask)) + outside
    return inside / union if union else 0.0


def frame_share(mask: Mask) -> float:
    """Compute the mask's share, 0 to 1, of the photo's outermost pixels.

    A garment usually lies inside the photo. A mask along the edge often covers background.
    """
    return float(np.concatenate([mask[0], mask[-1], mask[1:-1, 0], mask[1:-1, -1]]).mean())


def evidence(garment: ProbabilityMap, mask: Mask) -> Evidence:
    """Collect what the expected IoU of a mask, (H, W), is estimated from."""
    return soft_iou(garment, mask), frame_share(mask)


def expected_iou(garment: ProbabilityMap, mask: Mask, calibration: Mapping[str, float]) -> float:
    """Estimate the IoU of one mask, 0 to 1; see `expected_ious`."""
    return float(expected_ious([evidence(garment, mask)], calibration)[0])


def expected_ious(masks: Sequence[Evidence], calibration: Mapping[str, float]) -> NDArray[np.float64]:
    """Estimate the IoU that masks with this evidence reached on validation photos: (N,), 0 to 1.

    Logistic: the log-odds are `slope` times those of the soft IoU, plus `frame` times the frame share, plus
    `offset`. Without a calibration the estimate is the soft IoU itself.
    """
    soft, frame = np.asarray(masks, dtype=np.float64).reshape(-1, 2).T
    if "slope" not in calibration:
        return soft
    log_odds = calibration["slope"] * _logit(soft) + calibration.get("frame", 0.0) * frame
    return _sigmoid(log_odds + calibration["offset"])


def fit(masks: Sequence[Evidence], reached: Sequence[float]) -> dict[str, float]:
    """Fit the calibration with the least absolute error.

    A surer map never means a worse mask, nor a larger frame share a better one: `slope` is at least 0 and
    `frame` at most 0.

    Args:
        masks: the evidence of N masks.
        reached: their IoUs, 0 to 1.

    Returns:
        `slope`, `offset` and `frame`.
    """
    soft, frame = np.asarray(masks, dtype=np.float64).T
    x, y = _logit(soft), np.asarray(reached, dtype=np.float64)
    line, best = (1.0, 0.0, 0.0), np.inf
    # A grid search, ever finer around the best point.
    reach = np.array([1.0, 3.0, 10.0 if frame.any() else 0.0])
    for _ in range(10):
        axes = [np.linspace(v - r, v + r, 13) for v, r in zip(line, reach, strict=True)]
        slopes, offsets, frames = (axis.reshape(-1, 1) for axis in np.meshgrid(*axes, indexing="ij"))
        slopes, frames = np.maximum(slopes, 0.0), np.minimum(frames, 0.0)  # (13**3, 1)
        errors = np.abs(_sigmoid(slopes * x + offsets + frames * frame) - y).mean(axis=1)
        if errors.min() < best:
            row, best = int(errors.argmin()), float(errors.min())
            line = (float(slopes[row, 0]), float(offsets[row, 0]), float(frames[row, 0]))
        reach = reach / 2
    return {name: round(v, 4) for name, v in zip(("slope", "offset", "frame"), line, strict=True)}


def _logit(p: ArrayLike) -> NDArray[np.float64]:
    clipped = np.clip(np.asarray(p, dtype=np.float64), 1e-4, 1 - 1e-4)
    logit: NDArray[np.float64] = np.log(clipped / (1 - clipped))
    return logit


def _sigmoid(x: ArrayLike) -> NDArray[np.float64]:
    probability: NDArray[np.float64] = 1 / (1 + np.exp(-np.asarray(x, dtype=np.float64)))
    return probability

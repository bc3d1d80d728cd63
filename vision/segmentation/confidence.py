"""How good a mask is expected to be, told from the probability map alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vision.arrays import Mask, ProbabilityMap

Evidence = tuple[float, float]
"""What an expected IoU is told from: the soft IoU, 0 to 1, and the share of the frame that the mask touches,
0 to 1."""


def soft_iou(garment: ProbabilityMap, mask: Mask) -> float:
    """The IoU of a mask with the truth, 0 to 1, if the map's chances were right pixel by pixel."""
    inside = float(garment[mask].sum())
    outside = float(garment.sum()) - inside
    union = float(np.count_nonzero(mask)) + outside
    return inside / union if union else 0.0


def on_the_frame(mask: Mask) -> float:
    """The share of the photo's outermost pixels that the mask, (H, W), takes, 0 to 1.

    A garment lies inside the photo as a rule. A mask along the photo's edge has often run out over the
    ground.
    """
    return float(np.concatenate([mask[0], mask[-1], mask[1:-1, 0], mask[1:-1, -1]]).mean())


def evidence(garment: ProbabilityMap, mask: Mask) -> Evidence:
    """What the expected IoU of a mask, (H, W), is told from."""
    return soft_iou(garment, mask), on_the_frame(mask)


def expected_iou(garment: ProbabilityMap, mask: Mask, calibration: Mapping[str, float]) -> float:
    """What masks with this evidence reached on validation photos, 0 to 1; see `of_evidence`."""
    return float(of_evidence([evidence(garment, mask)], calibration)[0])


def of_evidence(seen: Sequence[Evidence], calibration: Mapping[str, float]) -> NDArray[np.float64]:
    """The expected IoU of each, (N,), 0 to 1.

    A line on log-odds: `slope` times those of the soft IoU, plus `frame` times the share of the frame, plus
    `offset`, all three from the checkpoint's calibration; with none there the soft IoU itself is returned.
    """
    soft, frame = np.asarray(seen, dtype=np.float64).reshape(-1, 2).T
    if "slope" not in calibration:
        return soft
    along = calibration["slope"] * _logit(soft) + calibration.get("frame", 0.0) * frame
    return _sigmoid(along + calibration["offset"])


def fit(seen: Sequence[Evidence], reached: Sequence[float]) -> dict[str, float]:
    """The calibration that makes the evidence tell `reached` (IoUs, 0 to 1) with the least absolute error.

    A surer map never means a worse mask, nor the frame a better one: `slope` is 0 or more, `frame` 0 or less.
    """
    soft, frame = np.asarray(seen, dtype=np.float64).T
    x, y = _logit(soft), np.asarray(reached, dtype=np.float64)
    line, best = (1.0, 0.0, 0.0), np.inf
    # A coarse look everywhere, then ever finer ones around the best.
    reach = np.array([1.0, 3.0, 10.0 if frame.any() else 0.0])
    for _ in range(10):
        axes = [np.linspace(v - r, v + r, 13) for v, r in zip(line, reach, strict=True)]
        slopes, offsets, frames = (axis.reshape(-1, 1) for axis in np.meshgrid(*axes, indexing="ij"))
        slopes, frames = np.maximum(slopes, 0.0), np.minimum(frames, 0.0)  # (13**3, 1)
        errors = np.abs(_sigmoid(slopes * x + offsets + frames * frame) - y).mean(axis=1)
        if errors.min() < best:
            at, best = int(errors.argmin()), float(errors.min())
            line = (float(slopes[at, 0]), float(offsets[at, 0]), float(frames[at, 0]))
        reach = reach / 2
    return {name: round(v, 4) for name, v in zip(("slope", "offset", "frame"), line, strict=True)}


def _logit(p: ArrayLike) -> NDArray[np.float64]:
    clipped = np.clip(np.asarray(p, dtype=np.float64), 1e-4, 1 - 1e-4)
    logit: NDArray[np.float64] = np.log(clipped / (1 - clipped))
    return logit


def _sigmoid(x: ArrayLike) -> NDArray[np.float64]:
    chance: NDArray[np.float64] = 1 / (1 + np.exp(-np.asarray(x, dtype=np.float64)))
    return chance

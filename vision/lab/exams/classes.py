"""The exam of the classes: accuracy, and accuracy where the network is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision import masks
from vision.arrays import GARMENT_CLASSES, Mask

SURE = (0.5, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Probabilities from which on a class might be called sure."""


@dataclass(frozen=True, slots=True)
class Named:
    """A garment's true class, and the class predicted."""

    truth: str
    named: str
    chance: float
    """The predicted class's probability, 0 to 1."""


def class_shares(classes: NDArray[np.float32], mask: Mask) -> NDArray[np.float64]:
    """Compute each class's share of the probability under a mask: (classes,), sum 1, or all 0 if it is empty.

    Args:
        classes: (classes, h, w), probabilities.
        mask: (H, W), at any size.
    """
    inside = classes[:, masks.resized(mask, *classes.shape[1:])].sum(axis=1, dtype=np.float64)
    total = inside.sum()
    shares: NDArray[np.float64] = inside / total if total else inside
    return shares


def examine(named: Sequence[Named]) -> dict[str, Any]:
    """Compute accuracy, the confusion table, and the accuracy of sure classes.

    `confusion` counts predictions by true class. `when_sure` has, by the least probability, the `share` of
    garments that reach it and their `accuracy`; None if there are none.
    """
    right = np.array([garment.truth == garment.named for garment in named], bool)
    chances = np.array([garment.chance for garment in named])
    return {
        "photos": len(named),
        "accuracy": _share(right),
        "confusion": {
            truth: {
                name: count
                for name in GARMENT_CLASSES
                if (count := sum(garment.truth == truth and garment.named == name for garment in named))
            }
            for truth in GARMENT_CLASSES
            if any(garment.truth == truth for garment in named)
        },
        "when_sure": {
            f"{least:g}": {"share": _share(chances >= least), "accuracy": _share(right[chances >= least])}
            for least in SURE
        },
    }


def _share(of: NDArray[np.bool_]) -> float | None:
    return round(float(of.mean()), 4) if len(of) else None

"""The exam of the classes: does the network name the garment rightly, and does it know when it does?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision import masks
from vision.arrays import GARMENT_CLASSES, Mask

SURE = (0.5, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Chances from which on a class might be called sure."""


@dataclass(frozen=True, slots=True)
class Named:
    """A garment whose class is known, and what the network named it."""

    truth: str
    named: str
    chance: float
    """The network's, 0 to 1, that the garment is of the named class."""


def class_shares(classes: NDArray[np.float32], mask: Mask) -> NDArray[np.float64]:
    """Each class's share of what a mask holds of garments, (classes,), together 1; all 0 for an empty mask.

    Args:
        classes: (classes, h, w), each class's chance.
        mask: (H, W), at any size.
    """
    inside = classes[:, masks.resized(mask, *classes.shape[1:])].sum(axis=1, dtype=np.float64)
    whole = inside.sum()
    shares: NDArray[np.float64] = inside / whole if whole else inside
    return shares


def examine(named: Sequence[Named]) -> dict[str, Any]:
    """Accuracy, the confusion table, and accuracy among garments whose class is sure.

    `confusion`: by true class, how many were named what. `when_sure`: by the least chance, the `share` of
    garments that have it and their `accuracy`; None where there is none.
    """
    right = np.array([one.truth == one.named for one in named], bool)
    chances = np.array([one.chance for one in named])
    return {
        "photos": len(named),
        "accuracy": _share(right),
        "confusion": {
            truth: {
                name: count
                for name in GARMENT_CLASSES
                if (count := sum(one.truth == truth and one.named == name for one in named))
            }
            for truth in GARMENT_CLASSES
            if any(one.truth == truth for one in named)
        },
        "when_sure": {
            f"{least:g}": {"share": _share(chances >= least), "accuracy": _share(right[chances >= least])}
            for least in SURE
        },
    }


def _share(of: NDArray[np.bool_]) -> float | None:
    return round(float(of.mean()), 4) if len(of) else None

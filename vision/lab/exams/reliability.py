"""How honest an expected IoU is: what was expected beside what was reached."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.segmentation.confidence import Evidence, expected_ious, fit

Bin = dict[str, float | int]


def reliability(expected: Sequence[float], reached: Sequence[float], *, bins: int = 10) -> list[Bin]:
    """What was expected and what was reached, 0 to 1, in bins that hold about as many masks each.

    Returns:
        `photos`, `from` and `to` (the least and the most expected), `expected` and `reached` (means),
        from the least sure bin to the surest; fewer bins where there are fewer masks.
    """
    x, y = np.asarray(expected, dtype=np.float64), np.asarray(reached, dtype=np.float64)
    order = np.argsort(x, kind="stable")
    return [
        {
            "photos": len(part),
            "from": round(float(x[part[0]]), 4),
            "to": round(float(x[part[-1]]), 4),
            "expected": round(float(x[part].mean()), 4),
            "reached": round(float(y[part].mean()), 4),
        }
        for part in np.array_split(order, min(bins, len(order)))
        if len(part)
    ]


def honesty(expected: Sequence[float], reached: Sequence[float]) -> dict[str, Any]:
    """Mean absolute error and correlation of expected and reached IoUs, the calibration error, the bins.

    `calibration_error`: the mean distance between a bin's two means, weighted by its masks.
    """
    x, y = np.asarray(expected, dtype=np.float64), np.asarray(reached, dtype=np.float64)
    bins = reliability(expected, reached)
    gaps = [float(b["photos"]) * abs(float(b["expected"]) - float(b["reached"])) for b in bins]
    moves = len(x) > 2 and x.std() > 0 and y.std() > 0
    return {
        "mean_absolute_error": round(float(np.abs(x - y).mean()), 4),
        "correlation": round(float(np.corrcoef(x, y)[0, 1]), 4) if moves else 0.0,
        "calibration_error": round(sum(gaps) / len(x), 4),
        "bins": bins,
    }


def half(name: str) -> int:
    """0 or 1, by the hash of a name: always the same for the same name, and even over many."""
    return hashlib.sha256(name.encode()).digest()[0] & 1


def cross_fitted(
    seen: Sequence[Sequence[Evidence]], reached: Sequence[Sequence[float]], senders: Sequence[str]
) -> NDArray[np.float64]:
    """The expected IoU of each photo's first mask, (N,), by a calibration that saw no photo of its half.

    Args:
        seen, reached: of each photo, the evidence of its masks and the IoUs that they reached.
        senders: one of each photo; photos of one sender are in one half.

    The senders' names decide the halves. Where all fall into one half, NaN stands for what cannot be told.
    """
    halves = np.array([half(sender) for sender in senders])
    told = np.full(len(senders), np.nan)
    for this in (0, 1):
        learnt, asked = (np.flatnonzero(side).tolist() for side in (halves != this, halves == this))
        if not learnt or not asked:
            continue
        fitted = fit([e for i in learnt for e in seen[i]], [r for i in learnt for r in reached[i]])
        told[asked] = expected_ious([seen[i][0] for i in asked], fitted)
    return told

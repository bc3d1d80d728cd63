"""How well an expected IoU predicts the reached one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.segmentation.confidence import Evidence, expected_ious, fit

Bin = dict[str, float | int]


def reliability(expected: Sequence[float], reached: Sequence[float], *, bins: int = 10) -> list[Bin]:
    """Bin expected and reached IoUs, 0 to 1, into bins of about equal count.

    Returns:
        From the lowest to the highest expected IoU: `photos`, `from` and `to` (least and most expected),
        `expected` and `reached` (means). There are at most as many bins as masks.
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
    """Compute the mean absolute error, correlation and calibration error of expected IoUs, and their bins.

    `calibration_error` is the mean distance between a bin's two means, weighted by its masks.
    """
    x, y = np.asarray(expected, dtype=np.float64), np.asarray(reached, dtype=np.float64)
    bins = reliability(expected, reached)
    gaps = [float(b["photos"]) * abs(float(b["expected"]) - float(b["reached"])) for b in bins]
    varies = len(x) > 2 and x.std() > 0 and y.std() > 0
    return {
        "mean_absolute_error": round(float(np.abs(x - y).mean()), 4),
        "correlation": round(float(np.corrcoef(x, y)[0, 1]), 4) if varies else 0.0,
        "calibration_error": round(sum(gaps) / len(x), 4),
        "bins": bins,
    }


def half(name: str) -> int:
    """Assign a name to half 0 or 1 by its hash."""
    return hashlib.sha256(name.encode()).digest()[0] & 1


def cross_fitted(
    evidence: Sequence[Sequence[Evidence]], reached: Sequence[Sequence[float]], senders: Sequence[str]
) -> NDArray[np.float64]:
    """Estimate the IoU of each photo's first mask, (N,), by a calibration fitted on the other half.

    Args:
        evidence, reached: by photo, the evidence of its masks and their IoUs.
        senders: by photo. All photos of a sender are in one half, see `half`.

    Returns:
        (N,), 0 to 1; NaN if one half is empty.
    """
    halves = np.array([half(sender) for sender in senders])
    expected = np.full(len(senders), np.nan)
    for side in (0, 1):
        training, test = (np.flatnonzero(rows).tolist() for rows in (halves != side, halves == side))
        if not training or not test:
            continue
        fitted = fit([e for i in training for e in evidence[i]], [r for i in training for r in reached[i]])
        expected[test] = expected_ious([evidence[i][0] for i in test], fitted)
    return expected

"""Figures with 95% intervals, by resampling: photos of one garment, design or sender come and go together."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

RESAMPLINGS = 1000


def figure(
    of: Callable[[NDArray[np.intp]], float],
    units: NDArray[np.str_],
    *,
    resamplings: int = RESAMPLINGS,
    seed: int = 0,
) -> dict[str, Any]:
    """Compute a figure of rows with its interval.

    Args:
        of: rows, (R,), where a row may come several times, to the figure.
        units: (N,), what each row belongs to; units are drawn with replacement.

    Returns:
        `value`, `interval` (two numbers), and `of`, how many rows there are. The value is None without rows.
    """
    rows = np.arange(len(units))
    if not len(rows):
        return {"value": None, "interval": None, "of": 0}
    _, which = np.unique(units, return_inverse=True)
    order = np.argsort(which, kind="stable")
    starts = np.searchsorted(which[order], np.arange(which.max() + 2))
    members = [order[a:b] for a, b in pairwise(starts)]
    rng = np.random.default_rng(seed)
    drawn = [
        of(np.concatenate([members[unit] for unit in rng.integers(len(members), size=len(members))]))
        for _ in range(resamplings)
    ]
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return {
        "value": round(float(of(rows)), 4),
        "interval": [round(float(low), 4), round(float(high), 4)],
        "of": len(rows),
    }


def share(flags: NDArray[np.bool_], units: NDArray[np.str_], **options: int) -> dict[str, Any]:
    """The share of rows that are true, with its interval; see `figure`."""
    return figure(lambda rows: float(flags[rows].mean()), units, **options)

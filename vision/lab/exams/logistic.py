"""Logistic regression, also with weights that are not negative."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vision.lab.exams.questions import Floats

Bools = NDArray[np.bool_]


def increasing(features: Floats, truth: Bools) -> tuple[float, Floats]:
    """Fit a logistic regression whose weights are at least 0: more of a feature is never less probable.

    A feature whose weight would be negative is left out. Arguments and result are those of `logistic`.
    """
    columns = np.arange(features.shape[1])
    while True:
        bias, weights = logistic(features[:, columns], truth)
        if not len(weights) or weights.min() >= 0:
            break
        columns = np.delete(columns, weights.argmin())
    slopes: Floats = np.zeros(features.shape[1])
    slopes[columns] = weights
    return bias, slopes


def logistic(features: Floats, truth: Bools, *, ridge: float = 2e-5) -> tuple[float, Floats]:
    """Fit a logistic regression by Newton's method; the ridge keeps the weights finite.

    Args:
        features: (N, F).
        truth: (N,).

    Returns:
        The bias, and the weights, (F,).
    """
    x = np.column_stack([np.ones(len(features)), features])  # (N, 1 + F)
    penalty = ridge * len(features)

    def loss(weights: Floats) -> float:
        logits = x @ weights
        return float(np.logaddexp(0, logits).sum() - truth @ logits + 0.5 * penalty * weights @ weights)

    weights: Floats = np.zeros(x.shape[1])
    for _ in range(100):
        chances = 1 / (1 + np.exp(-np.clip(x @ weights, -60, 60)))
        curvature = (x.T * (chances * (1 - chances))) @ x + penalty * np.eye(x.shape[1])
        step = np.linalg.solve(curvature, x.T @ (chances - truth) + penalty * weights)
        while loss(weights - step) > loss(weights) and np.abs(step).max() > 1e-9:
            step = step / 2
        weights = weights - step
        if np.abs(step).max() < 1e-7:
            break
    return float(weights[0]), weights[1:]

"""The chance that the best match is right, by its similarity, and the refit on confirmed answers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catalogue.errors import StoreError
from catalogue.items import Evidence as Evidence
from catalogue.items import Verdict
from catalogue.messages import Message

PRIOR_ROWS = 50.0
"""The calibration from before weighs as much as this many answers."""
FEATURES = ("similarity", "margin", "agreement", "mask", "part", "part_margin")
"""The figures of `Evidence` that have a weight."""
SPREADS = (1.0, 0.15, 0.1, 0.8, 0.1, 0.15, 0.1)
"""Standard deviations of the bias and of each of `FEATURES` over photos."""
FALSE_ALARMS = 0.01
"""The share of wrong best matches that may get the verdict `in_catalogue`."""
ENOUGH_WRONG = 100
"""With fewer wrong answers, one in a hundred cannot be estimated; the threshold stays."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The logistic chance that the best match is the right item.

    `chance = 1 / (1 + exp(-(bias + sum of weight * figure)))`, of the figures of `Evidence` that `FEATURES`
    names. The weights belong to one embedding model, fitted on photos of known items. Older calibrations lack
    some: their weights are 0.
    """

    bias: float = -9.0
    similarity: float = 12.0
    margin: float = 15.0
    agreement: float = 0.0
    mask: float = 0.0
    part: float = 0.0
    part_margin: float = 0.0
    part_from: int = 0
    """Where the second part of a vector begins; 0 if vectors have no parts."""
    in_catalogue_at: float = 0.75
    not_in_catalogue_below: float = 0.25
    class_sure_at: float = 1.0
    """From this chance of its class on, a photo does not match items of other classes; 1 asks for
    certainty.
    """
    least_similarity: float = -1.0
    """A match that is less alike, in cosine, is never in the catalogue, however far it leads."""
    least_margin: float = 0.0
    """A match that leads the next item by less, as among near shades, is never in the catalogue."""
    garment_bias: float = 0.0
    garment_similarity: float = 0.0
    garment_mask: float = 0.0
    no_garment_below: float = 0.0
    """Below this chance, `garment_chance`, the photo shows no garment; at 0 every photo shows one."""

    @classmethod
    def from_json(cls, figures: Mapping[str, object]) -> Calibration:
        """Read the dict of a calibration file; missing figures have their defaults.

        Raises `StoreError` for unknown names, for what is no finite number, and for thresholds out of order.
        """
        names = {field.name for field in fields(cls)}
        values: dict[str, float] = {}
        for name, value in figures.items():
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if name not in names or not number or not math.isfinite(float(value)):  # type: ignore[arg-type]
                raise StoreError(Message("operator-calibration-value", name=name, value=repr(value)))
            values[name] = float(value)  # type: ignore[arg-type]
        part_from = int(values.pop("part_from", 0))
        if part_from < 0:
            raise StoreError(Message("operator-calibration-value", name="part_from", value=str(part_from)))
        calibration = cls(**values, part_from=part_from)
        if not 0 <= calibration.not_in_catalogue_below <= calibration.in_catalogue_at <= 1:
            raise StoreError(Message("operator-calibration-thresholds"))
        if not 0 <= calibration.class_sure_at <= 1:
            raise StoreError(Message("operator-calibration-class"))
        return calibration

    def chance(self, evidence: Evidence) -> float:
        """Return the chance that the best match is the right item, 0 to 1."""
        return _logistic(self.bias + sum(getattr(self, name) * getattr(evidence, name) for name in FEATURES))

    def garment_chance(self, evidence: Evidence) -> float:
        """The chance that the photo shows a garment, 0 to 1."""
        return _logistic(
            self.garment_bias
            + self.garment_similarity * evidence.similarity
            + self.garment_mask * evidence.mask
        )

    def verdict(self, evidence: Evidence) -> Verdict:
        """Return the verdict on a best match."""
        if self.garment_chance(evidence) < self.no_garment_below:
            return Verdict.NO_GARMENT
        chance = self.chance(evidence)
        if (
            chance >= self.in_catalogue_at
            and evidence.recognised
            and evidence.similarity >= self.least_similarity
            and evidence.margin >= self.least_margin
        ):
            return Verdict.IN_CATALOGUE
        if chance < self.not_in_catalogue_below:
            return Verdict.NOT_IN_CATALOGUE
        return Verdict.UNSURE


def _logistic(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


def refitted(before: Calibration, answers: Sequence[tuple[Evidence, bool]]) -> Calibration:
    """Refit the calibration on answers that people confirmed: the evidence, and whether the best match was
    right.

    The weights are the most likely ones (logistic regression), with a prior that weighs as much as
    `PRIOR_ROWS` answers for those before: a few answers change little. `in_catalogue_at` follows if there are
    enough wrong matches to estimate one in a hundred; `class_sure_at` stays. With no answers nothing
    changes. No weight becomes negative that was not.
    """
    if not answers:
        return before
    features = np.array([[1.0, *(getattr(evidence, name) for name in FEATURES)] for evidence, _ in answers])
    right = np.array([correct for _, correct in answers], np.float64)
    old = np.array([before.bias, *(getattr(before, name) for name in FEATURES)])
    free = np.ones(len(old), bool)
    while True:
        weights = _most_likely(features, right, old, free)
        negative = (weights < 0) & (old >= 0) & free
        negative[0] = False  # the bias
        if not negative.any():
            break
        old = np.where(negative, 0.0, old)
        free &= ~negative
    fitted: dict[str, Any] = dict(zip(("bias", *FEATURES), map(float, weights), strict=True))
    after = replace(before, **fitted)
    wrong = [after.chance(e) for e, correct in answers if not correct]
    if len(wrong) >= ENOUGH_WRONG:
        sure = math.nextafter(float(np.quantile(wrong, 1 - FALSE_ALARMS, method="higher")), 1.0)
        after = replace(
            after, in_catalogue_at=sure, not_in_catalogue_below=min(sure, before.not_in_catalogue_below)
        )
    return after


def log_loss(calibration: Calibration, answers: Sequence[tuple[Evidence, bool]]) -> float:
    """Return the mean log loss of the chances on these answers, in nats; 0 for no answers."""
    if not answers:
        return 0.0
    chances = [(calibration.chance(evidence), right) for evidence, right in answers]
    losses = [-math.log(max(1e-12, chance if right else 1 - chance)) for chance, right in chances]
    return sum(losses) / len(losses)


def calibration_error(
    calibration: Calibration, answers: Sequence[tuple[Evidence, bool]], *, bins: int = 10
) -> float:
    """Return the expected calibration error of the chances on these answers, over bins of equal width, 0 to 1
    (Guo et al. 2017, equation 3); 0 for no answers.
    """
    if not answers:
        return 0.0
    gaps = np.zeros(bins)
    for evidence, right in answers:
        chance = calibration.chance(evidence)
        gaps[min(int(chance * bins), bins - 1)] += chance - right
    return float(np.abs(gaps).sum() / len(answers))


def _most_likely(
    features: NDArray[np.float64],
    right: NDArray[np.float64],
    old: NDArray[np.float64],
    free: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """(1 + features,): Newton's method with halved steps on a convex loss; the prior makes it strictly so.

    Weights that are not `free`, of the same shape, stay as they were, which is 0.
    """
    features = features * free
    spread = np.array(SPREADS)
    held = PRIOR_ROWS * 0.25 * spread**2  # a row weighs at most 1/4 in the curvature

    def loss(weights: NDArray[np.float64]) -> float:
        logits = features @ weights
        return float(np.logaddexp(0, logits).sum() - right @ logits + 0.5 * held @ (weights - old) ** 2)

    weights = old.copy()
    for _ in range(100):
        chances = 1 / (1 + np.exp(-np.clip(features @ weights, -60, 60)))
        slope = features.T @ (chances - right) + held * (weights - old)
        curvature = (features.T * (chances * (1 - chances))) @ features + np.diag(held)
        step = np.linalg.solve(curvature, slope)
        while loss(weights - step) > loss(weights) and np.abs(step).max() > 1e-9:
            step = step / 2
        weights = weights - step
        if np.abs(step).max() < 1e-7:
            break
    return weights

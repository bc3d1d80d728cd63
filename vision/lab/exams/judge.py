"""The verdict as the catalogue gives it, for many photos at once, and how good its probability is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vision.lab.exams.questions import FEATURES, Bools, Floats

_SIMILARITY, _MARGIN, _MASK = (FEATURES.index(name) for name in ("similarity", "margin", "mask"))


@dataclass(frozen=True, slots=True)
class Judge:
    """The verdict of a calibration: a file's `calibration`, such as the shipped one's."""

    calibration: Mapping[str, float]

    def chances(self, features: Floats) -> Floats:
        """Compute the probability that each best match is right: (N, F) -> (N,)."""
        weights = [self.calibration.get(name, 0.0) for name in FEATURES]
        return _logistic(self.calibration["bias"] + features @ weights)

    def no_garment(self, features: Floats) -> Bools:
        """Find the photos that are called empty: (N,)."""
        if not self.calibration.get("no_garment_below"):
            return np.zeros(len(features), bool)
        chances = _logistic(
            self.calibration["garment_bias"]
            + features[:, _SIMILARITY] * self.calibration["garment_similarity"]
            + features[:, _MASK] * self.calibration["garment_mask"]
        )
        none: Bools = chances < self.calibration["no_garment_below"]
        return none

    def scores(self, features: Floats, recognised: Bools) -> Floats:
        """The probability if a photo can be called in the catalogue at all, else 0: (N,)."""
        possible = (
            recognised
            & (features[:, _SIMILARITY] >= self.calibration["least_similarity"])
            & (features[:, _MARGIN] >= self.calibration.get("least_margin", 0.0))
        )
        return np.where(possible & ~self.no_garment(features), self.chances(features), 0.0)

    def in_catalogue(self, features: Floats, recognised: Bools) -> Bools:
        """Find the photos that are called in the catalogue: (N,)."""
        called: Bools = self.scores(features, recognised) >= self.calibration["in_catalogue_at"]
        return called

    def not_in_catalogue(self, features: Floats) -> Bools:
        """Find the photos that are called absent: (N,)."""
        gone: Bools = (
            self.chances(features) < self.calibration["not_in_catalogue_below"]
        ) & ~self.no_garment(features)
        return gone


def _logistic(logits: Floats) -> Floats:
    chances: Floats = 1 / (1 + np.exp(-np.clip(logits, -60, 60)))
    return chances


def calibration_error(chances: Floats, truth: Bools, *, bins: int = 10) -> float:
    """The expected calibration error over bins of equal width, 0 to 1 (Guo et al. 2017, equation 3)."""
    bin_of = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = np.bincount(bin_of, chances - truth, minlength=bins)
    return float(np.abs(gaps).sum() / len(chances))


def reliability(chances: Floats, truth: Bools, *, bins: int = 10) -> list[dict[str, float]]:
    """Bin by probability, in equal widths: each bin's `share`, mean `expected`, and share that is `right`."""
    bin_of = np.minimum((chances * bins).astype(int), bins - 1)
    return [
        {
            "share": round(float((bin_of == b).mean()), 4),
            "expected": round(float(chances[bin_of == b].mean()), 4),
            "right": round(float(truth[bin_of == b].mean()), 4),
        }
        for b in range(bins)
        if (bin_of == b).any()
    ]


def risk_coverage(scores: Floats, right: Bools, *, points: int = 20) -> list[dict[str, float]]:
    """Compute the share of wrong answers, `risk`, among the surest share of searches, `coverage`."""
    risks = _risks(scores, right)
    return [
        {"coverage": round(part / points, 4), "risk": round(float(risks[len(right) * part // points - 1]), 4)}
        for part in range(1, points + 1)
        if len(right) * part // points
    ]


def area_under_risk(scores: Floats, right: Bools) -> float:
    """The area under the curve of risk by coverage, 0 to 1 (Geifman and El-Yaniv 2017)."""
    return float(_risks(scores, right).mean())


def _risks(scores: Floats, right: Bools) -> Floats:
    """The share of wrong answers among the surest n, for each n: (N,)."""
    surest_first = right[np.argsort(-scores, kind="stable")]
    risks: Floats = np.cumsum(~surest_first) / np.arange(1, len(right) + 1)
    return risks


def missed_at(scores: Floats, right: Bools, present: Bools, *, false_in: float = 0.01) -> float:
    """The share of present garments that get no right answer, where `false_in` of the absent ones get any.

    In the words of biometrics: the false negative identification rate, at rank 1, where the false positive
    identification rate is `false_in` (ISO/IEC 19795-1). Without absent or present rows it is nan.
    """
    if not present.any() or present.all():
        return float("nan")
    above = strict_threshold(scores[~present], false_in)
    return float(1 - (right[present] & (scores[present] >= above)).mean())


def strict_threshold(scores: Floats, share: float) -> float:
    """The least threshold that at most `share` of the scores reach."""
    highest_first: NDArray[np.float64] = np.sort(scores)[::-1]
    let_in = int(np.floor(share * len(scores)))
    if let_in >= len(scores):
        return 0.0
    return float(np.nextafter(highest_first[let_in], 2.0))

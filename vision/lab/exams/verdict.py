"""Fit the probability that a best match is right, on photos of known garments.

It is a logistic regression on the best match's similarity, its margin over the second, whether its class is
the photo's, and the expected IoU of the photo's mask. The figures are measured on senders that the fit did
not see; the shipped coefficients are fitted on all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.embedding import Embedder
from vision.lab.exams.logistic import increasing
from vision.lab.exams.no_garment import no_garment
from vision.lab.exams.questions import FEATURES, Floats, Photos, Segment, class_sure_at, search
from vision.pipeline import COLOURS

Bools = NDArray[np.bool_]
LEAST_ALIKE = 0.01
"""The share of right matches that may be less alike than a match must be to be called in the catalogue."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The coefficients and thresholds of the probability."""

    bias: float
    slopes: Floats
    """(4,), of `FEATURES`."""
    in_catalogue_at: float
    not_in_catalogue_below: float

    def probabilities(self, features: Floats) -> Floats:
        """Compute the probability of each best match: (Q, 4) -> (Q,)."""
        probability: Floats = 1 / (1 + np.exp(-(self.bias + features @ self.slopes)))
        return probability


@dataclass(frozen=True, slots=True)
class Questions:
    """Each photo searched twice: first all with their garment in the catalogue, then all without."""

    features: Floats
    """(2Q, 4), see `FEATURES`."""
    right: Bools
    """(2Q,): whether the best match is right."""
    present: Bools
    """(2Q,): whether the garment is in the catalogue."""
    fold: NDArray[np.intp]
    """(2Q,): photos of one sender are in one fold."""
    warehouse: Bools
    """(2Q,): whether the photo is a simulated warehouse view."""
    others: Floats = field(default_factory=lambda: np.empty((0, len(FEATURES))))
    """(E, 4), of photos without a garment: their best match is wrong."""
    others_fold: NDArray[np.intp] = field(default_factory=lambda: np.empty(0, np.intp))
    """(E,)."""


def fit_verdict(
    folder: Path,
    embed: Embedder,
    segment: Segment,
    *,
    bad_views: int = 4,
    false_alarms: float = 0.01,
    missed: float = 0.02,
    folds: int = 5,
    seed: int = 0,
) -> dict[str, Any]:
    """Fit the probability and its thresholds, and measure them.

    Args:
        folder: a photo set with an index, such as `phone/`.
        bad_views: warehouse views of each photo.
        false_alarms: the share of absent garments that may be called in the catalogue.
        missed: the share of present garments that may be called absent.
        folds: of the cross-validation by sender.

    Returns:
        `model`; `calibration`: `bias`, a weight for each of `FEATURES`, `in_catalogue_at`,
        `not_in_catalogue_below` and `class_sure_at`; and `figures`.
    """
    photos = search(folder, embed, segment, bad_views=bad_views, seed=seed)
    verdict = verdict_of(photos, folds=folds, false_alarms=false_alarms, missed=missed, seed=seed)
    return {"model": f"{embed.model_id}+{COLOURS}", **verdict}


def verdict_of(
    photos: Photos, *, folds: int, false_alarms: float, missed: float, seed: int
) -> dict[str, Any]:
    """Compute `calibration` and `figures`; see `fit_verdict`."""
    everything_seen = photos
    photos = everything_seen.only(everything_seen.truth >= 0)
    empty = everything_seen.empty
    others = everything_seen.only(np.zeros(len(everything_seen.truth), bool) if empty is None else empty)
    sure_at = class_sure_at(photos)
    searches = questions(photos, others, sure_at=sure_at, folds=folds, seed=seed)
    everything = fitted(searches, searches.fold >= 0, _ABLATION["everything"], false_alarms, missed)
    chances, called, gone = left_out(
        searches, ablation="everything", false_alarms=false_alarms, missed=missed
    )
    # A fit is too sure on photos that it saw, so the stricter of the two thresholds is shipped.
    absent = ~searches.present
    strict = float(np.quantile(chances[absent], 1 - false_alarms))
    sure = max(everything.in_catalogue_at, strict)
    calibration = {
        "bias": everything.bias,
        **dict(zip(FEATURES, everything.slopes.tolist(), strict=True)),
        "in_catalogue_at": sure,
        "not_in_catalogue_below": min(sure, everything.not_in_catalogue_below),
        "class_sure_at": sure_at,
        "least_similarity": float(np.quantile(searches.features[searches.right, 0], LEAST_ALIKE)),
    }
    garment = {}
    if empty is not None:
        garment = no_garment(everything_seen, sure_at=sure_at, seed=seed)
        calibration |= garment["calibration"]
    return {
        "calibration": {name: round(value, 4) for name, value in calibration.items()},
        "figures": {
            "photos": len(photos.truth),
            "senders": len(np.unique(photos.senders)),
            "gallery": photos.likeness.shape[1],
            "folds": folds,
            "expected_calibration_error": round(calibration_error(chances, searches.right), 4),
            "conditions": {
                name: _rates(searches, called, gone, group)
                for name, group in {
                    "all": np.ones_like(absent),
                    "untouched": ~searches.warehouse,
                    "warehouse": searches.warehouse,
                }.items()
            },
            "no_garment": garment.get("figures", {}),
            "class": _of_class(photos, sure_at, searches.fold[: len(photos.truth)]),
            "ablation": {
                name: _ablated(searches, name, false_alarms=false_alarms, missed=missed) for name in _ABLATION
            },
            "risk_coverage": risk_coverage(chances[searches.present], searches.right[searches.present]),
            "bins": reliability(chances, searches.right),
        },
    }


_ABLATION = {
    "similarity and margin": (0, 1),
    "and class": (0, 1, 2),
    "everything": (0, 1, 2, 3),
}
"""Columns of `FEATURES`."""


def questions(
    photos: Photos, others: Photos | None = None, *, sure_at: float, folds: int, seed: int = 0
) -> Questions:
    """Search each photo twice, and assign its sender to a fold; `others` have no right match."""
    present, absent = (photos.answers(present=in_gallery, sure_at=sure_at) for in_gallery in (True, False))
    senders, which = np.unique(photos.senders, return_inverse=True)
    fold = (np.random.default_rng(seed).permutation(len(senders)) % folds)[which]
    everywhere = np.ones(len(photos.truth), bool)
    rest: tuple[Floats, NDArray[np.intp]] | tuple[()] = ()
    if others is not None:
        rest = _others(others, dict(zip(photos.senders, fold, strict=True)), sure_at, folds)
    return Questions(
        np.concatenate([present.features, absent.features]),
        np.concatenate([present.right, absent.right]),
        np.concatenate([everywhere, ~everywhere]),
        np.concatenate([fold, fold]),
        np.concatenate([photos.warehouse, photos.warehouse]),
        *rest,
    )


def _others(
    others: Photos, folds_of: dict[str, np.intp], sure_at: float, folds: int
) -> tuple[Floats, NDArray[np.intp]]:
    """The features of photos without a right match, (E, 4), and their folds, (E,), by sender where known."""
    fold = [folds_of.get(sender, np.intp(row % folds)) for row, sender in enumerate(others.senders)]
    return others.answers(present=False, sure_at=sure_at).features, np.array(fold, np.intp)


def fitted(
    searches: Questions, among: Bools, columns: tuple[int, ...], false_alarms: float, missed: float
) -> Fit:
    """Fit the probability on the searches `among`, (2Q,), from these columns of `FEATURES`."""
    others = searches.others[np.isin(searches.others_fold, searches.fold[among])]
    features = np.concatenate([searches.features[among], others])[:, columns]
    right = np.concatenate([searches.right[among], np.zeros(len(others), bool)])
    bias, weights = increasing(features, right)
    slopes = np.zeros(len(FEATURES))
    slopes[list(columns)] = weights
    raw = Fit(bias, slopes, 1.0, 0.0)
    chances = raw.probabilities(searches.features)
    sure = float(np.quantile(chances[among & ~searches.present], 1 - false_alarms))
    gone = min(sure, float(np.quantile(chances[among & searches.right], missed)))
    return Fit(bias, slopes, sure, gone)


def left_out(
    searches: Questions, *, ablation: str, false_alarms: float, missed: float
) -> tuple[Floats, Bools, Bools]:
    """Cross-validate: the probabilities, what is called in the catalogue, and what absent, (2Q,) each."""
    chances = np.zeros(len(searches.right))
    called, gone = np.zeros(len(searches.right), bool), np.zeros(len(searches.right), bool)
    for fold in np.unique(searches.fold):
        here = searches.fold == fold
        fit = fitted(searches, ~here, _ABLATION[ablation], false_alarms, missed)
        chances[here] = fit.probabilities(searches.features[here])
        called[here] = chances[here] >= fit.in_catalogue_at
        gone[here] = chances[here] < fit.not_in_catalogue_below
    return chances, called, gone


def calibration_error(chances: Floats, truth: Bools, *, bins: int = 10) -> float:
    """The expected calibration error over bins of equal width, 0 to 1 (Guo et al. 2017, equation 3)."""
    rows = reliability(chances, truth, bins=bins)
    return float(sum(row["share"] * abs(row["chance"] - row["right"]) for row in rows))


def reliability(chances: Floats, truth: Bools, *, bins: int = 10) -> list[dict[str, float]]:
    """Bin by probability, in equal widths: each bin's `share`, mean `chance`, and share that is `right`."""
    bin_of = np.minimum((chances * bins).astype(int), bins - 1)
    return [
        {
            "share": round(float((bin_of == b).mean()), 4),
            "chance": round(float(chances[bin_of == b].mean()), 4),
            "right": round(float(truth[bin_of == b].mean()), 4),
        }
        for b in range(bins)
        if (bin_of == b).any()
    ]


def risk_coverage(chances: Floats, right: Bools, *, points: int = 20) -> list[dict[str, float]]:
    """Compute the share of wrong answers, `risk`, among the surest share of searches, `coverage`."""
    surest_first = right[np.argsort(-chances, kind="stable")]
    wrong = np.cumsum(~surest_first) / np.arange(1, len(right) + 1)
    return [
        {"coverage": round(part / points, 4), "risk": round(float(wrong[len(right) * part // points - 1]), 4)}
        for part in range(1, points + 1)
        if len(right) * part // points
    ]


def _rates(searches: Questions, called: Bools, gone: Bools, among: Bools) -> dict[str, float]:
    present, right = searches.present & among, searches.right & among
    absent = ~searches.present & among
    return {
        "recall_at_1": _share(searches.right[present]),
        "right_called_in_catalogue": _share(called[right]),
        "wrong_of_those_called": _share(~searches.right[present & called]),
        "absent_called_in_catalogue": _share(called[absent]),
        "absent_called_not_in_catalogue": _share(gone[absent]),
        "right_called_not_in_catalogue": _share(gone[right]),
    }


def _ablated(searches: Questions, name: str, *, false_alarms: float, missed: float) -> dict[str, float]:
    chances, called, _ = left_out(searches, ablation=name, false_alarms=false_alarms, missed=missed)
    clear = np.clip(np.where(searches.right, chances, 1 - chances), 1e-9, 1)
    return {
        "right_called_in_catalogue": _share(called[searches.right]),
        "absent_called_in_catalogue": _share(called[~searches.present]),
        "expected_calibration_error": round(calibration_error(chances, searches.right), 4),
        "log_loss": round(float(-np.log(clear).mean()), 4),
    }


def _of_class(photos: Photos, sure_at: float, fold: NDArray[np.intp]) -> dict[str, float]:
    """Measure how often the class is sure, how often it is then wrong, and what narrowing by it gains.

    `wrong_left_out`: wrong under a threshold that was set on other senders.
    """
    wrong = np.zeros(len(fold), bool)
    for number in np.unique(fold):
        here = fold == number
        wrong |= here & photos.wrongly_sure(class_sure_at(photos, ~here))
    named = (photos.classes >= 0) & (photos.class_confidence >= sure_at)
    rates = {
        "accuracy": _share(photos.classes == photos.gallery_classes[photos.truth]),
        "sure": _share(named),
        "wrong": _share(photos.wrongly_sure(sure_at)),
        "wrong_left_out": _share(wrong),
    }
    for name, group in {"untouched": ~photos.warehouse, "warehouse": photos.warehouse}.items():
        for how, threshold in {"narrowed": sure_at, "not_narrowed": 2.0}.items():
            right = photos.answers(present=True, sure_at=threshold).right
            rates[f"recall_at_1_{name}_{how}"] = _share(right[group])
    return rates


def _share(of: Bools) -> float:
    return round(float(of.mean()), 4) if len(of) else 0.0

"""What a similarity is worth: the chance that the best match is right, fitted on photos of known garments.

A logistic regression on the best match's similarity, its lead over the next, whether its class is the
photo's, and how good the photo's mask is expected to be. What is reported was measured on photos of senders
that the fit had not seen; what is shipped was fitted on all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.embedding import Embedder
from vision.lab.exams.questions import FEATURES, Floats, Photos, Segment, ask, class_sure_at

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Fit:
    """The chance, and from where on it is believed."""

    bias: float
    slopes: Floats
    """(4,), of `FEATURES`."""
    in_catalogue_at: float
    not_in_catalogue_below: float

    def chances(self, seen: Floats) -> Floats:
        """(Q,), of what was seen of each best match, (Q, 4)."""
        chance: Floats = 1 / (1 + np.exp(-(self.bias + seen @ self.slopes)))
        return chance


@dataclass(frozen=True, slots=True)
class Questions:
    """Each photo asked for twice: first all with their own garment in the catalogue, then all without."""

    seen: Floats
    """(2Q, 4)."""
    right: Bools
    present: Bools
    fold: NDArray[np.intp]
    """Photos of one sender are in one fold."""
    warehouse: Bools


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
    """The logistic chance, its thresholds, and how honest they are.

    Args:
        folder: a photo set with an index, such as `phone/`.
        bad_views: how often each photo is made bad.
        false_alarms: the share of absent garments that may be called in the catalogue.
        missed: the share of present garments that may be called absent.
        folds: parts of the senders that are left out of a fit in turn.

    Returns:
        `model`; `calibration`: `bias`, a weight for each of `FEATURES`, `in_catalogue_at`,
        `not_in_catalogue_below` and `class_sure_at`; and `figures`.
    """
    photos = ask(folder, embed, segment, bad_views=bad_views, seed=seed)
    told = verdict_of(photos, folds=folds, false_alarms=false_alarms, missed=missed, seed=seed)
    return {"model": embed.model_id, **told}


def verdict_of(
    photos: Photos, *, folds: int, false_alarms: float, missed: float, seed: int
) -> dict[str, Any]:
    """`calibration` and `figures`; see `fit_verdict`."""
    sure_at = class_sure_at(photos)
    asked = questions(photos, sure_at=sure_at, folds=folds, seed=seed)
    everything = fitted(asked, asked.fold >= 0, _ABLATION["everything"], false_alarms, missed)
    chances, called, gone = left_out(asked, told_by="everything", false_alarms=false_alarms, missed=missed)
    # Photos that a fit has seen flatter it: the stricter of the two thresholds is shipped.
    absent = ~asked.present
    strict = float(np.quantile(chances[absent], 1 - false_alarms))
    sure = max(everything.in_catalogue_at, strict)
    calibration = {
        "bias": everything.bias,
        **dict(zip(FEATURES, everything.slopes.tolist(), strict=True)),
        "in_catalogue_at": sure,
        "not_in_catalogue_below": min(sure, everything.not_in_catalogue_below),
        "class_sure_at": sure_at,
    }
    return {
        "calibration": {name: round(value, 4) for name, value in calibration.items()},
        "figures": {
            "photos": len(photos.own),
            "senders": len(np.unique(photos.senders)),
            "gallery": photos.likeness.shape[1],
            "folds": folds,
            "expected_calibration_error": round(calibration_error(chances, asked.right), 4),
            "conditions": {
                name: _told(asked, called, gone, kept)
                for name, kept in {
                    "all": np.ones_like(absent),
                    "untouched": ~asked.warehouse,
                    "warehouse": asked.warehouse,
                }.items()
            },
            "class": _of_class(photos, sure_at, asked.fold[: len(photos.own)]),
            "ablation": {
                name: _ablated(asked, name, false_alarms=false_alarms, missed=missed) for name in _ABLATION
            },
            "risk_coverage": risk_coverage(chances[asked.present], asked.right[asked.present]),
            "bins": reliability(chances, asked.right),
        },
    }


_ABLATION = {
    "similarity and margin": (0, 1),
    "and class": (0, 1, 2),
    "everything": (0, 1, 2, 3),
}
"""Columns of `FEATURES`."""


def questions(photos: Photos, *, sure_at: float, folds: int, seed: int = 0) -> Questions:
    """Both askings of each photo, with the fold that its sender falls into."""
    present, absent = (photos.answers(present=there, sure_at=sure_at) for there in (True, False))
    senders, which = np.unique(photos.senders, return_inverse=True)
    fold = (np.random.default_rng(seed).permutation(len(senders)) % folds)[which]
    there = np.ones(len(photos.own), bool)
    return Questions(
        np.concatenate([present.seen, absent.seen]),
        np.concatenate([present.right, absent.right]),
        np.concatenate([there, ~there]),
        np.concatenate([fold, fold]),
        np.concatenate([photos.warehouse, photos.warehouse]),
    )


def fitted(
    asked: Questions, kept: Bools, columns: tuple[int, ...], false_alarms: float, missed: float
) -> Fit:
    """The chance by those columns alone, fitted on the questions that are kept."""
    bias, some = _logistic(asked.seen[kept][:, columns], asked.right[kept])
    slopes = np.zeros(len(FEATURES))
    slopes[list(columns)] = some
    raw = Fit(bias, slopes, 1.0, 0.0)
    chances = raw.chances(asked.seen)
    sure = float(np.quantile(chances[kept & ~asked.present], 1 - false_alarms))
    gone = min(sure, float(np.quantile(chances[kept & asked.right], missed)))
    return Fit(bias, slopes, sure, gone)


def left_out(
    asked: Questions, *, told_by: str, false_alarms: float, missed: float
) -> tuple[Floats, Bools, Bools]:
    """By a fit that saw no photo of its fold: each chance, what is called in the catalogue, what absent."""
    chances = np.zeros(len(asked.right))
    called, gone = np.zeros(len(asked.right), bool), np.zeros(len(asked.right), bool)
    for fold in np.unique(asked.fold):
        here = asked.fold == fold
        fit = fitted(asked, ~here, _ABLATION[told_by], false_alarms, missed)
        chances[here] = fit.chances(asked.seen[here])
        called[here] = chances[here] >= fit.in_catalogue_at
        gone[here] = chances[here] < fit.not_in_catalogue_below
    return chances, called, gone


def calibration_error(chances: Floats, truth: Bools, *, bins: int = 10) -> float:
    """The expected calibration error over bins of equal width, 0 to 1 (Guo et al. 2017, equation 3)."""
    return float(
        sum(
            one["share"] * abs(one["chance"] - one["right"]) for one in reliability(chances, truth, bins=bins)
        )
    )


def reliability(chances: Floats, truth: Bools, *, bins: int = 10) -> list[dict[str, float]]:
    """Bins of equal width: each one's `share` of questions, the `chance` told, and what was `right`."""
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
    """Of the surest share of questions (`coverage`), the share that is wrong (`risk`); coverage up to 1."""
    surest_first = right[np.argsort(-chances, kind="stable")]
    wrong = np.cumsum(~surest_first) / np.arange(1, len(right) + 1)
    return [
        {"coverage": round(part / points, 4), "risk": round(float(wrong[len(right) * part // points - 1]), 4)}
        for part in range(1, points + 1)
        if len(right) * part // points
    ]


def _told(asked: Questions, called: Bools, gone: Bools, kept: Bools) -> dict[str, float]:
    present, right = asked.present & kept, asked.right & kept
    absent = ~asked.present & kept
    return {
        "recall_at_1": _share(asked.right[present]),
        "right_called_in_catalogue": _share(called[right]),
        "wrong_of_those_called": _share(~asked.right[present & called]),
        "absent_called_in_catalogue": _share(called[absent]),
        "absent_called_not_in_catalogue": _share(gone[absent]),
        "right_called_not_in_catalogue": _share(gone[right]),
    }


def _ablated(asked: Questions, name: str, *, false_alarms: float, missed: float) -> dict[str, float]:
    chances, called, _ = left_out(asked, told_by=name, false_alarms=false_alarms, missed=missed)
    clear = np.clip(np.where(asked.right, chances, 1 - chances), 1e-9, 1)
    return {
        "right_called_in_catalogue": _share(called[asked.right]),
        "absent_called_in_catalogue": _share(called[~asked.present]),
        "expected_calibration_error": round(calibration_error(chances, asked.right), 4),
        "log_loss": round(float(-np.log(clear).mean()), 4),
    }


def _of_class(photos: Photos, sure_at: float, fold: NDArray[np.intp]) -> dict[str, float]:
    """How often the class is sure, how often wrongly so, and what narrowing by it gains.

    `wrong_left_out`: wrong under a threshold that photos of other senders set.
    """
    wrong = np.zeros(len(fold), bool)
    for one in np.unique(fold):
        here = fold == one
        wrong |= here & photos.wrongly_sure(class_sure_at(photos, ~here))
    named = (photos.classes >= 0) & (photos.class_confidence >= sure_at)
    told = {
        "accuracy": _share(photos.classes == photos.gallery_classes[photos.own]),
        "sure": _share(named),
        "wrong": _share(photos.wrongly_sure(sure_at)),
        "wrong_left_out": _share(wrong),
    }
    for name, kept in {"untouched": ~photos.warehouse, "warehouse": photos.warehouse}.items():
        for how, at in {"narrowed": sure_at, "not_narrowed": 2.0}.items():
            told[f"recall_at_1_{name}_{how}"] = _share(photos.answers(present=True, sure_at=at).right[kept])
    return told


def _logistic(seen: Floats, truth: Bools, *, ridge: float = 2e-5) -> tuple[float, Floats]:
    """The most likely weights, by Newton's method; the ridge keeps them finite where all photos agree."""
    x = np.column_stack([np.ones(len(seen)), seen])
    held = ridge * len(seen)

    def loss(weights: Floats) -> float:
        logits = x @ weights
        return float(np.logaddexp(0, logits).sum() - truth @ logits + 0.5 * held * weights @ weights)

    weights: Floats = np.zeros(x.shape[1])
    for _ in range(100):
        chances = 1 / (1 + np.exp(-np.clip(x @ weights, -60, 60)))
        curvature = (x.T * (chances * (1 - chances))) @ x + held * np.eye(x.shape[1])
        step = np.linalg.solve(curvature, x.T @ (chances - truth) + held * weights)
        while loss(weights - step) > loss(weights) and np.abs(step).max() > 1e-9:
            step = step / 2
        weights = weights - step
        if np.abs(step).max() < 1e-7:
            break
    return float(weights[0]), weights[1:]


def _share(of: Bools) -> float:
    return round(float(of.mean()), 4) if len(of) else 0.0

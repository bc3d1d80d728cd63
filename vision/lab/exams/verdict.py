"""Fit the probability that a best match is right, on photos of known garments.

It is a logistic regression on the best match's similarity, its margin over the second, whether its class is
the photo's, the expected IoU of the photo's mask, and how alike the trained parts of the vectors are. Weights
and thresholds are chosen on one half of the senders; the figures are of the other half. Nothing that the
trained embedding learnt from is asked for.

- Photos of the validation senders are searched with their catalogue pictures and without, untouched and made
  bad: relit, creased and askew, then as a warehouse makes them.
- Photos of the other unseen senders have no picture in the gallery.
- Photos without a garment are backgrounds, plain colours and noise.
- The gallery has a catalogue picture of each validation photo and of the garments that were learnt from. A
  small catalogue is a part of it: there, a best match is less alike but leads by more. In a third one, each
  validation garment has a near shade beside it, which must not be called the photo's garment. How often it is
  where the garment itself is absent is measured alone: nothing of a search tells it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.lab.exams.intervals import figure, share
from vision.lab.exams.judge import (
    Judge,
    area_under_risk,
    calibration_error,
    missed_at,
    reliability,
    risk_coverage,
    strict_threshold,
)
from vision.lab.exams.logistic import increasing
from vision.lab.exams.no_garment import fit_garment
from vision.lab.exams.pictures import Pictures, analysed, stacked
from vision.lab.exams.questions import (
    FEATURES,
    Bools,
    Floats,
    Photos,
    class_sure_at,
    first_half,
    joined,
    photos_of,
    without_twins,
)
from vision.lab.exams.sources import (
    NearShades,
    NoGarments,
    PhoneCatalogue,
    PhonePhotos,
    Row,
    phone_rows,
    same_garments,
)
from vision.lab.training.cut_outs import unseen_sender
from vision.pipeline import PhotoPipeline

LEAST_ALIKE = 0.01
"""The share of right matches that may be less alike than a match must be to be called in the catalogue."""
SMALL = 60
"""Items of the small catalogue."""
ANOTHER_SHADE = 0.005
"""The share of photos beside a near shade of their garment that may be called that shade."""
ABLATION = {
    "similarity and margin": (0, 1),
    "and class": (0, 1, 2),
    "and mask": (0, 1, 2, 3),
    "everything": (0, 1, 2, 3, 4, 5),
}
"""Columns of `FEATURES`."""


@dataclass(frozen=True, slots=True)
class Searches:
    """Photos searched with their garments in the gallery or without, in a large gallery and a small one."""

    features: Floats
    """(S, F), see `FEATURES`."""
    right: Bools
    """(S,): whether the best match is right."""
    present: Bools
    """(S,): whether the garment is in the gallery."""
    empty: Bools
    """(S,): whether the photo shows no garment."""
    bad: Bools
    """(S,): whether the photo was made bad."""
    recognised: Bools
    """(S,): whether the network saw a garment."""
    large: Bools
    """(S,): whether the gallery was the large one."""
    shades: Bools
    """(S,): whether the gallery had near shades."""
    chosen: Bools
    """(S,): whether weights and thresholds may be chosen on it."""
    units: NDArray[np.str_]
    """(S,): the senders."""

    def only(self, these: Bools) -> Searches:
        """Select rows, (S,)."""
        return Searches(*(getattr(self, name)[these] for name in self.__slots__))


def fit_verdict(
    folder: Path,
    pipeline: PhotoPipeline,
    *,
    bad_views: int = 4,
    false_alarms: float = 0.01,
    missed: float = 0.005,
    seed: int = 0,
    cache: Path | None = None,
) -> dict[str, Any]:
    """Fit the probability and its thresholds, and measure them.

    Args:
        folder: a photo set with an index, such as `phone/`.
        bad_views: bad views of each validation photo.
        false_alarms: the share of absent garments that may be called in the catalogue, under each condition.
        missed: the share of right matches that may be called absent.
        cache: a folder for what the pipeline makes of the pictures, to go on from.

    Returns:
        `model`; `chosen_on`, the senders; `calibration`: `bias`, a weight for each of `FEATURES`, and
        thresholds; and `figures`, of the other senders.
    """
    photos = search(folder, pipeline, bad_views=bad_views, seed=seed, cache=cache)
    fitted = verdict_of(photos, false_alarms=false_alarms, missed=missed, seed=seed)
    fitted["calibration"]["part_from"] = pipeline.embed.part_from
    return {"model": pipeline.model_id, **fitted}


def search(folder: Path, pipeline: PhotoPipeline, *, bad_views: int, seed: int, cache: Path | None) -> Photos:
    """Analyse and search the photos; see the module."""

    def is_validation(row: Row) -> bool:
        return row["split"] == "val"

    known = phone_rows(folder, is_validation)
    others = phone_rows(folder, lambda row: unseen_sender(row) and not is_validation(row))
    learnt = phone_rows(folder, lambda row: not unseen_sender(row) and row["has_mask"] == "1")
    nothing = NoGarments(folder, seed)
    sources: dict[str, Pictures] = {
        "catalogue": PhoneCatalogue(folder, known, seed + 1, studio=True),
        "learnt": PhoneCatalogue(folder, learnt, seed + 2, studio=True),
        "untouched": PhonePhotos(folder, known, seed + 3),
        f"bad-{bad_views}": PhonePhotos(folder, known, seed + 3, bad=True, views=bad_views),
        "others-untouched": PhonePhotos(folder, others, seed + 4),
        "others-bad": PhonePhotos(folder, others, seed + 4, bad=True),
        "nothing": nothing,
        "shades": NearShades(PhoneCatalogue(folder, known, seed + 1, studio=True), seed + 5),
    }
    made = {
        name: analysed(pipeline, source, f"verdict-{seed}-{name}", cache) for name, source in sources.items()
    }
    gallery = stacked([made["catalogue"], made["learnt"], made["shades"]])
    senders, of_others = (np.array([row["sender"] for row in rows]) for rows in (known, others))
    truth = np.arange(len(known))
    asked = partial(photos_of, gallery=gallery, part_from=pipeline.embed.part_from)
    photos = joined(
        [
            asked(made["untouched"], units=senders, truth=truth),
            asked(
                made[f"bad-{bad_views}"],
                units=np.repeat(senders, bad_views),
                truth=np.repeat(truth, bad_views),
                bad=True,
            ),
            asked(made["others-untouched"], units=of_others),
            asked(made["others-bad"], units=of_others, bad=True),
            asked(made["nothing"], units=np.array(nothing.senders), empty=True),
        ]
    )
    bad = [row for row in known for _ in range(bad_views)]
    names = [row["photo"] for row in (*known, *bad, *others, *others)] + [""] * len(nothing)
    photos = replace(photos, shades=np.arange(len(gallery)) >= len(known) + len(learnt))
    return without_twins(photos, names, [row["photo"] for row in (*known, *learnt, *known)], same_garments())


def verdict_of(photos: Photos, *, false_alarms: float, missed: float, seed: int) -> dict[str, Any]:
    """Compute `calibration` and `figures`; see `fit_verdict`."""
    known = photos.truth >= 0
    chosen = first_half(photos.units)
    sure_at = class_sure_at(photos.only(known & chosen))
    searches = searched(photos, chosen, sure_at=sure_at, seed=seed)
    here, there = searches.only(searches.chosen), searches.only(~searches.chosen)
    calibration = fitted(here, ABLATION["everything"], false_alarms=false_alarms, missed=missed)
    calibration["class_sure_at"] = sure_at
    rounded = {name: round(value, 4) for name, value in calibration.items()}
    judge = Judge(rounded)
    large = there.only(there.large & ~there.shades)
    garments = large.only(~large.empty)
    chances, scores = judge.chances(garments.features), judge.scores(garments.features, garments.recognised)
    asked = garments.present
    return {
        "chosen_on": sorted(set(photos.units[chosen & ~photos.empty].tolist())),
        "calibration": rounded,
        "figures": {
            "photos": {"chosen on": int(chosen.sum()), "reported on": int((~chosen).sum())},
            "senders": {
                "chosen on": len(np.unique(photos.units[chosen & ~photos.empty])),
                "reported on": len(np.unique(photos.units[~chosen & ~photos.empty])),
            },
            "gallery": int((~_shades(photos)).sum()),
            "expected_calibration_error": figure(
                lambda rows: calibration_error(chances[rows], garments.right[rows]), garments.units
            ),
            "area_under_risk_coverage": figure(
                lambda rows: area_under_risk(scores[asked][rows], garments.right[asked][rows]),
                garments.units[asked],
            ),
            "conditions": {
                f"{name}, {size}": _rates(
                    there.only(these & (there.large == is_large) & ~there.shades), judge
                )
                for size, is_large in (("large", True), ("small", False))
                for name, these in {
                    "untouched": ~there.empty & ~there.bad,
                    "bad": ~there.empty & there.bad,
                }.items()
            },
            "near shades": {
                name: _called(there.only(these & there.shades & (there.present == present)), judge)
                for present, of in ((True, ""), (False, ", absent"))
                for name, these in {f"untouched{of}": ~there.bad, f"bad{of}": there.bad}.items()
            },
            "no_garment": _of_none(there.only(~there.shades), judge),
            "class": _of_class(photos, sure_at, chosen),
            "ablation": {
                name: _ablated(here, there, columns, false_alarms=false_alarms, missed=missed)
                for name, columns in ABLATION.items()
            },
            "risk_coverage": risk_coverage(scores[asked], garments.right[asked]),
            "reliability": reliability(chances, garments.right),
        },
    }


def searched(photos: Photos, chosen: Bools, *, sure_at: float, seed: int = 0) -> Searches:
    """Search each photo with its garment in the gallery and without, in the large and in a small gallery.

    Photos of garments that have a near shade are searched among these too, with the garments and without.
    """
    shades = _shades(photos)
    small = np.zeros(len(shades), bool)
    small[np.random.default_rng(seed).permutation(np.flatnonzero(~shades))[:SMALL]] = True
    everything = np.ones(len(shades), bool)
    conditions = [(~shades, True, True), (~shades, True, False), (small, False, True), (small, False, False)]
    if shades.any():
        conditions += [(everything, True, True), (everything, True, False)]
    every = []
    for number, (among, large, present) in enumerate(conditions):
        these = photos.truth >= 0 if present or number >= 4 else np.ones(len(photos), bool)
        asked = photos.only(these)
        answers = asked.answers(present=present, sure_at=sure_at, among=among)
        every.append(
            Searches(
                answers.features,
                answers.right,
                np.full(len(asked), present),
                asked.empty,
                asked.bad,
                asked.recognised,
                np.full(len(asked), large),
                np.full(len(asked), number >= 4),
                chosen[these],
                asked.units,
            )
        )
    return Searches(*(np.concatenate([getattr(s, name) for s in every]) for name in Searches.__slots__))


def _shades(photos: Photos) -> Bools:
    return np.zeros(photos.likeness.shape[1], bool) if photos.shades is None else photos.shades


def fitted(
    searches: Searches, columns: tuple[int, ...], *, false_alarms: float, missed: float
) -> dict[str, float]:
    """Fit a calibration on all of these searches, with these columns of `FEATURES`.

    `in_catalogue_at` holds for both sizes of the gallery, and for untouched, bad and empty photos alike. Near
    shades set `least_margin` alone: hardly any photo may be called another shade, which is a wrong SKU.
    """
    beside_shades = searches.only(searches.shades & searches.present)
    searches = searches.only(~searches.shades)
    bias, weights = increasing(searches.features[:, columns], searches.right)
    slopes = np.zeros(len(FEATURES))
    slopes[list(columns)] = weights
    calibration: dict[str, float] = {
        "bias": bias,
        **dict(zip(FEATURES, slopes.tolist(), strict=True)),
        "in_catalogue_at": 1.0,
        "not_in_catalogue_below": 0.0,
        "class_sure_at": 1.0,
        "least_margin": 0.0,
        "least_similarity": float(np.quantile(searches.features[searches.right, 0], LEAST_ALIKE)),
    }
    if searches.empty.any():
        calibration |= fit_garment(searches.features, searches.empty, searches.large)
    judge = Judge(calibration)
    scores = judge.scores(searches.features, searches.recognised)
    absent = ~searches.present
    groups = [
        absent & (searches.large == large) & these
        for large in (True, False)
        for these in (searches.empty, ~searches.empty & searches.bad, ~searches.empty & ~searches.bad)
    ]
    strictest = max(strict_threshold(scores[group], false_alarms) for group in groups if group.any())
    calibration["in_catalogue_at"] = min(1.0, np.ceil(strictest * 1e4) / 1e4)
    wrong = ~beside_shades.right & Judge(calibration).in_catalogue(
        beside_shades.features, beside_shades.recognised
    )
    leads = np.sort(beside_shades.features[wrong, 1])[::-1]
    most = int(ANOTHER_SHADE * len(wrong))
    calibration["least_margin"] = np.ceil(1e4 * leads[most]) / 1e4 if len(leads) > most else 0.0
    chances = judge.chances(searches.features)
    calibration["not_in_catalogue_below"] = min(
        calibration["in_catalogue_at"], float(np.quantile(chances[searches.right], missed))
    )
    return calibration


def _rates(searches: Searches, judge: Judge) -> dict[str, Any]:
    called = judge.in_catalogue(searches.features, searches.recognised)
    gone = judge.not_in_catalogue(searches.features)
    scores = judge.scores(searches.features, searches.recognised)
    present, right, absent = searches.present, searches.right, ~searches.present
    return {
        "recall_at_1": share(right[present], searches.units[present]),
        "right_called_in_catalogue": share((called & right)[present], searches.units[present]),
        "wrong_called_in_catalogue": share((called & ~right)[present], searches.units[present]),
        "absent_called_in_catalogue": share(called[absent], searches.units[absent]),
        "absent_called_not_in_catalogue": share(gone[absent], searches.units[absent]),
        "right_called_not_in_catalogue": share(gone[right], searches.units[right]),
        "missed_at_false_in_0.01": figure(
            lambda rows: missed_at(scores[rows], right[rows], present[rows]), searches.units
        ),
    }


def _called(searches: Searches, judge: Judge) -> dict[str, Any]:
    called = judge.in_catalogue(searches.features, searches.recognised)
    return {
        "recall_at_1": share(searches.right, searches.units),
        "right_called_in_catalogue": share(called & searches.right, searches.units),
        "wrong_called_in_catalogue": share(called & ~searches.right, searches.units),
    }


def _of_none(searches: Searches, judge: Judge) -> dict[str, Any]:
    none = judge.no_garment(searches.features)
    called = judge.in_catalogue(searches.features, searches.recognised)
    figures: dict[str, Any] = {}
    for name, size in (("large", searches.large), ("small", ~searches.large)):
        empty, garment = size & searches.empty, size & ~searches.empty
        figures[name] = {
            "garments_called_none": share(none[garment], searches.units[garment]),
            "empty_called_none": share(none[empty], searches.units[empty]),
            "empty_called_in_catalogue": share(called[empty], searches.units[empty]),
        }
    return figures


def _ablated(
    here: Searches, there: Searches, columns: tuple[int, ...], *, false_alarms: float, missed: float
) -> dict[str, float]:
    judge = Judge(fitted(here, columns, false_alarms=false_alarms, missed=missed))
    there = there.only(there.large & ~there.empty & ~there.shades)
    chances, called = judge.chances(there.features), judge.in_catalogue(there.features, there.recognised)
    likely = np.clip(np.where(there.right, chances, 1 - chances), 1e-9, 1)
    return {
        "right_called_in_catalogue": round(float(called[there.right].mean()), 4),
        "absent_called_in_catalogue": round(float(called[~there.present].mean()), 4),
        "expected_calibration_error": round(calibration_error(chances, there.right), 4),
        "log_loss": round(float(-np.log(likely).mean()), 4),
    }


def _of_class(photos: Photos, sure_at: float, chosen: Bools) -> dict[str, float]:
    """Measure how often the class is sure, how often it is then wrong, and what narrowing by it gains."""
    known = photos.only((photos.truth >= 0) & ~chosen)
    rates = {
        "accuracy": known.classes == known.gallery_classes[known.truth],
        "sure": known.named(sure_at),
        "wrong": known.wrongly_sure(sure_at),
    }
    for name, group in {"untouched": ~known.bad, "bad": known.bad}.items():
        for how, threshold in {"narrowed": sure_at, "not_narrowed": 2.0}.items():
            right = known.answers(present=True, sure_at=threshold).right
            rates[f"recall_at_1_{name}_{how}"] = right[group]
    return {name: round(float(flags.mean()), 4) for name, flags in rates.items()}

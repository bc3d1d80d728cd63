"""The verdict's chance is honest, and measured on photos that it was not fitted on."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from catalogue.calibration import Calibration, Evidence
from catalogue.items import Verdict
from tests.kit.photos import red_on_green
from vision.arrays import GARMENT_CLASSES
from vision.lab.exams.backgrounds import backgrounds, plain_photos
from vision.lab.exams.questions import FEATURES, Photos, class_sure_at
from vision.lab.exams.verdict import (
    Questions,
    fitted,
    left_out,
    questions,
    reliability,
    risk_coverage,
    verdict_of,
)
from vision.lab.training.data import Example
from vision.pipeline import SHIPPED_VERDICT

GALLERY = 120


def photos(count: int = 600, *, seed: int = 0, class_right: float = 0.95, noise: float = 0.9) -> Photos:
    """Garments as points on a sphere, photos near their own; the class is named rightly so often."""
    rng = np.random.default_rng(seed)
    gallery = rng.normal(size=(GALLERY, 16))
    gallery_classes = rng.integers(0, len(GARMENT_CLASSES), GALLERY)
    own = rng.integers(0, GALLERY, count)
    quality = rng.uniform(0.5, 1.0, count)
    queries = gallery[own] + noise * (1.6 - quality)[:, None] * rng.normal(size=(count, 16))
    gallery, queries = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in (gallery, queries))
    right = rng.random(count) < class_right
    return Photos(
        likeness=(queries @ gallery.T).astype(np.float32),
        truth=own,
        gallery_classes=gallery_classes,
        classes=np.where(right, gallery_classes[own], (gallery_classes[own] + 1) % len(GARMENT_CLASSES)),
        class_confidence=np.where(right, rng.uniform(0.6, 1.0, count), rng.uniform(0.3, 0.8, count)),
        mask_confidence=quality,
        senders=np.array([f"s{n}" for n in own % 40]),
        warehouse=np.arange(count) >= count // 5,
    )


SEEN = photos()
SURE_AT = class_sure_at(SEEN)
ASKED = questions(SEEN, sure_at=SURE_AT, folds=5)


def test_a_class_is_called_sure_where_it_is_hardly_ever_wrong() -> None:
    assert 0.75 < SURE_AT < 0.85  # wrong ones are told up to 0.8
    assert SEEN.wrongly_sure(SURE_AT).mean() <= 0.003
    assert SEEN.wrongly_sure(0.5).mean() > 0.003
    always_wrong = replace(SEEN, classes=(SEEN.classes + 2) % 6, class_confidence=np.ones(len(SEEN.truth)))
    assert class_sure_at(always_wrong) == 1.0


def test_narrowing_by_a_class_gains_recall_and_a_wrong_class_loses_little() -> None:
    plain = SEEN.answers(present=True, sure_at=2.0)
    assert SEEN.answers(present=True, sure_at=SURE_AT).right.mean() > plain.right.mean()
    wrong = replace(SEEN, classes=(SEEN.gallery_classes[SEEN.truth] + 1) % 6)
    near = plain.features[:, 1] > 0.1  # a clear lead is not given up for a class
    assert wrong.answers(present=True, sure_at=0.0).right[near & plain.right].all()


def test_an_absent_garment_is_never_answered_rightly() -> None:
    assert not SEEN.answers(present=False, sure_at=SURE_AT).right.any()
    present, absent = (SEEN.answers(present=there, sure_at=2.0) for there in (True, False))
    assert (absent.features[:, 0] <= present.features[:, 0]).all()
    assert (absent.features[present.right, 0] < present.features[present.right, 0]).all()


def test_the_search_of_a_catalogue_reckons_the_same_chance() -> None:
    told = verdict_of(SEEN, folds=5, false_alarms=0.01, missed=0.02, seed=0)["calibration"]
    read = Calibration.from_json(told)
    fit = fitted(ASKED, ASKED.fold >= 0, (0, 1, 2, 3), 0.01, 0.02)
    for row in ASKED.features[::97]:
        assert read.chance(Evidence(*map(float, row))) == pytest.approx(
            fit.probabilities(row[None])[0], abs=1e-3
        )
    assert set(FEATURES) < set(told)


def test_no_fold_shares_a_sender_and_each_photo_is_judged_once() -> None:
    senders = np.concatenate([SEEN.senders, SEEN.senders])
    for sender in np.unique(senders):
        assert len(np.unique(ASKED.fold[senders == sender])) == 1
    assert len(np.unique(ASKED.fold)) == 5


def test_what_is_reported_comes_from_fits_that_had_not_seen_the_photo() -> None:
    """A sender whose photos lie: only a fit without them is surprised."""
    liar = np.zeros(len(ASKED.right), bool)
    liar[ASKED.fold == 0] = True
    lying = Questions(
        ASKED.features, np.where(liar, ~ASKED.right, ASKED.right), ASKED.present, ASKED.fold, ASKED.warehouse
    )
    here = ASKED.fold == 0
    told, _, _ = left_out(lying, ablation="everything", false_alarms=0.01, missed=0.02)
    honest, _, _ = left_out(ASKED, ablation="everything", false_alarms=0.01, missed=0.02)
    assert told[here] == pytest.approx(honest[here])
    assert told[~here] != pytest.approx(honest[~here])


def test_the_verdict_is_honest_and_calls_one_absent_garment_in_a_hundred() -> None:
    report = verdict_of(SEEN, folds=5, false_alarms=0.01, missed=0.02, seed=0)
    figures = json.loads(json.dumps(report))["figures"]
    assert figures["expected_calibration_error"] < 0.04
    assert figures["conditions"]["all"]["absent_called_in_catalogue"] < 0.025
    assert figures["conditions"]["all"]["right_called_in_catalogue"] > 0.2
    ablation = figures["ablation"]
    assert ablation["everything"]["log_loss"] < ablation["similarity and margin"]["log_loss"]


def with_empty(garments: Photos, count: int = 120, *, seed: int = 5) -> Photos:
    """The same photos, and some without a garment: unlike any view, with doubtful masks."""
    rng = np.random.default_rng(seed)
    return Photos(
        likeness=np.concatenate(
            [garments.likeness, rng.uniform(-0.2, 0.3, (count, GALLERY)).astype(np.float32)]
        ),
        truth=np.concatenate([garments.truth, np.full(count, -1)]),
        gallery_classes=garments.gallery_classes,
        classes=np.concatenate([garments.classes, np.full(count, -1)]),
        class_confidence=np.concatenate([garments.class_confidence, np.zeros(count)]),
        mask_confidence=np.concatenate([garments.mask_confidence, rng.uniform(0.0, 0.6, count)]),
        senders=np.concatenate([garments.senders, [f"e{n}" for n in range(count)]]),
        warehouse=np.concatenate([garments.warehouse, np.zeros(count, bool)]),
        empty=np.arange(len(garments.truth) + count) >= len(garments.truth),
    )


def test_a_photo_without_a_garment_is_told_from_a_garment() -> None:
    report = verdict_of(with_empty(SEEN), folds=5, false_alarms=0.01, missed=0.02, seed=0)
    figures = report["figures"]["no_garment"]
    assert (figures["garments"], figures["empty"]) == (600, 120)
    for catalogue in ("small", "large"):
        assert figures[catalogue]["garments_called_none"] <= 0.03
        assert figures[catalogue]["empty_called_none"] > 0.8
    read = Calibration.from_json(report["calibration"])
    assert read.verdict(Evidence(0.1, 0.2, mask=0.05)) is Verdict.NO_GARMENT
    assert read.verdict(Evidence(0.95, 0.5, agreement=0.9, mask=0.95)) is Verdict.IN_CATALOGUE


def test_no_weight_is_negative_so_that_a_worse_mask_never_raises_the_chance() -> None:
    worse_is_better = replace(SEEN, mask_confidence=1.5 - SEEN.mask_confidence)
    told = verdict_of(with_empty(worse_is_better), folds=5, false_alarms=0.01, missed=0.02, seed=0)[
        "calibration"
    ]
    assert min(told[name] for name in (*FEATURES, "garment_mask", "garment_similarity")) >= 0


def test_the_shipped_calibration_rises_with_the_mask() -> None:
    shipped = json.loads(SHIPPED_VERDICT.read_text(encoding="utf-8"))["calibration"]
    assert shipped["mask"] >= 0
    assert shipped["garment_mask"] > 0


def test_backgrounds_are_cut_out_beside_the_garment() -> None:
    photo, disc = red_on_green(320, 180)
    labels = np.zeros(disc.shape, np.uint8)
    labels[disc] = 1
    example = Example("one", "phone", photo, labels, sender="s1")
    [(cut, sender)] = backgrounds([example], np.random.default_rng(0), side=96)
    assert sender == "s1"
    assert cut.shape == (96, 96, 3)
    assert cut[..., 1].mean() > 2 * cut[..., 0].mean()  # green, not red
    everywhere = Example("two", "phone", photo, np.ones_like(labels), sender="s1")
    assert not list(backgrounds([everywhere], np.random.default_rng(0), side=96))
    assert all(plain.shape == (32, 32, 3) for plain in plain_photos(np.random.default_rng(0), side=32))


def test_the_risk_grows_with_the_coverage() -> None:
    chances = np.linspace(1, 0, 100)
    told = risk_coverage(chances, chances > 0.4)
    assert [point["risk"] for point in told] == sorted(point["risk"] for point in told)
    assert (told[9]["coverage"], told[9]["risk"]) == (0.5, 0.0)
    assert (told[-1]["coverage"], told[-1]["risk"]) == (1.0, 0.4)


def test_each_bin_tells_what_was_expected_and_what_was_right() -> None:
    chances = np.array([0.05] * 50 + [0.95] * 50)
    told = reliability(chances, np.array([False] * 50 + [True] * 40 + [False] * 10))
    assert told == [
        {"share": 0.5, "chance": 0.05, "right": 0.0},
        {"share": 0.5, "chance": 0.95, "right": 0.8},
    ]

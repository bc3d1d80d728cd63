"""The verdict's chance is honest, and measured on photos that it was not fitted on."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from catalogue.calibration import Calibration, Evidence
from catalogue.index.port import Entry
from catalogue.items import Item, Picture, Verdict
from catalogue.search import Search
from tests.kit.photos import red_on_green
from tests.kit.stores import MemoryIndex
from vision.arrays import GARMENT_CLASSES
from vision.lab.exams.backgrounds import backgrounds, plain_photos
from vision.lab.exams.judge import (
    Judge,
    area_under_risk,
    calibration_error,
    missed_at,
    reliability,
    risk_coverage,
    strict_threshold,
)
from vision.lab.exams.pictures import Analysed
from vision.lab.exams.questions import (
    FEATURES,
    Photos,
    class_sure_at,
    first_half,
    joined,
    photos_of,
    without_twins,
)
from vision.lab.exams.verdict import ABLATION, fitted, searched, verdict_of
from vision.lab.training.data import Example
from vision.pipeline import SHIPPED_VERDICT
from vision.runtime.identity import shipped_identity

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
        part_likeness=_parts(queries, gallery),
        truth=own,
        gallery_classes=gallery_classes,
        classes=np.where(right, gallery_classes[own], (gallery_classes[own] + 1) % len(GARMENT_CLASSES)),
        class_confidence=np.where(right, rng.uniform(0.6, 1.0, count), rng.uniform(0.3, 0.8, count)),
        mask_confidence=quality,
        recognised=np.ones(count, bool),
        units=np.array([f"s{n}" for n in own % 40]),
        bad=np.arange(count) >= count // 5,
        empty=np.zeros(count, bool),
    )


def _parts(queries: NDArray[np.float64], gallery: NDArray[np.float64]) -> NDArray[np.float32]:
    """Cosines of the second half of each vector."""
    one, other = (v[:, 8:] / np.linalg.norm(v[:, 8:], axis=1, keepdims=True) for v in (queries, gallery))
    likeness: NDArray[np.float32] = (one @ other.T).astype(np.float32)
    return likeness


def empty_photos(garments: Photos, count: int = 120, *, seed: int = 5) -> Photos:
    """Photos without a garment: unlike any picture, with doubtful masks."""
    rng = np.random.default_rng(seed)
    return Photos(
        likeness=rng.uniform(-0.2, 0.3, (count, GALLERY)).astype(np.float32),
        part_likeness=rng.uniform(-0.2, 0.3, (count, GALLERY)).astype(np.float32),
        truth=np.full(count, -1),
        gallery_classes=garments.gallery_classes,
        classes=np.full(count, -1),
        class_confidence=np.zeros(count),
        mask_confidence=rng.uniform(0.0, 0.6, count),
        recognised=np.zeros(count, bool),
        units=np.array([f"e{n}" for n in range(count)]),
        bad=np.zeros(count, bool),
        empty=np.ones(count, bool),
    )


SEEN = photos()
WITH_EMPTY = joined([SEEN, empty_photos(SEEN)])
SURE_AT = class_sure_at(SEEN)
SEARCHED = searched(WITH_EMPTY, first_half(WITH_EMPTY.units), sure_at=SURE_AT)
CHOSEN = SEARCHED.only(SEARCHED.chosen)
REPORT = verdict_of(WITH_EMPTY, false_alarms=0.01, missed=0.02, seed=0)


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


def test_an_item_without_a_class_is_skipped_for_none() -> None:
    """A bag is of no class, and a photo of one may be taken for anything."""
    of_none = replace(SEEN, gallery_classes=np.full(GALLERY, -1))
    sure, unsure = (of_none.answers(present=True, sure_at=sure_at) for sure_at in (0.0, 2.0))
    assert (sure.right == unsure.right).all()
    assert (sure.features[:, FEATURES.index("agreement")] == 0).all()


def test_an_absent_garment_is_never_answered_rightly() -> None:
    assert not SEEN.answers(present=False, sure_at=SURE_AT).right.any()
    present, absent = (SEEN.answers(present=there, sure_at=2.0) for there in (True, False))
    assert (absent.features[:, 0] <= present.features[:, 0]).all()
    assert (absent.features[present.right, 0] < present.features[present.right, 0]).all()


def test_in_a_small_catalogue_the_own_picture_stays() -> None:
    few = np.arange(GALLERY) < 10
    present, absent = (SEEN.answers(present=there, sure_at=2.0, among=few) for there in (True, False))
    everywhere = SEEN.answers(present=True, sure_at=2.0)
    assert present.right.mean() > everywhere.right.mean()
    assert (present.ranks <= 10).all()
    assert (absent.features[:, 0] <= everywhere.features[:, 0]).all()


def test_the_other_picture_of_the_same_garment_is_left_out() -> None:
    names, gallery = [f"q{n}" for n in range(len(SEEN))], [f"g{n}" for n in range(GALLERY)]
    left_out = without_twins(SEEN, names, gallery, {frozenset(("q3", "g7"))})
    assert left_out.likeness[3, 7] == -1
    assert (left_out.likeness != SEEN.likeness).sum() == 1


def test_no_sender_is_both_chosen_and_reported_on() -> None:
    half = first_half(SEEN.units)
    assert not set(SEEN.units[half]) & set(SEEN.units[~half])
    assert 0.4 < half.mean() < 0.6


def test_the_search_of_a_catalogue_gives_the_same_verdict() -> None:
    read = Calibration.from_json(REPORT["calibration"])
    judge = Judge(REPORT["calibration"])
    features, recognised = SEARCHED.features[::41], SEARCHED.recognised[::41]
    chances, called = judge.chances(features), judge.in_catalogue(features, recognised)
    none, gone = judge.no_garment(features), judge.not_in_catalogue(features)
    verdicts = set()
    for row, (figures, seen) in enumerate(zip(features, recognised, strict=True)):
        evidence = Evidence(*map(float, figures), recognised=bool(seen))
        assert read.chance(evidence) == pytest.approx(chances[row])
        verdict = read.verdict(evidence)
        verdicts.add(verdict)
        assert (verdict is Verdict.IN_CATALOGUE) == called[row]
        assert (verdict is Verdict.NO_GARMENT) == none[row]
        assert (verdict is Verdict.NOT_IN_CATALOGUE) == gone[row]
    assert verdicts == set(Verdict) - {Verdict.ONE_OF_THESE}  # which a search alone gives
    assert set(FEATURES) < set(REPORT["calibration"])


class Pictures:
    """Items with one picture each, and the index of their vectors."""

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self.index = MemoryIndex(dimension=vectors.shape[1])
        names = [f"{n:03}" for n in range(len(vectors))]
        self._items = {name: Item(name, name, pictures=(Picture(name, 0),)) for name in names}
        self.index.upsert([Entry(name, name, None, each) for name, each in zip(names, vectors, strict=True)])

    def items_showing(
        self, pictures: list[str], *, garment_class: str | None = None
    ) -> dict[str, tuple[str, ...]]:
        return {picture: (picture,) for picture in pictures}

    def picture_keys(self, *, garment_class: str | None = None, limit: int | None = None) -> tuple[str, ...]:
        return ()

    def items(self, ids: list[str]) -> dict[str, Item]:
        return {name: self._items[name] for name in ids}


@pytest.mark.parametrize("part_from", [0, 5])
def test_the_search_of_a_catalogue_gives_the_same_evidence(part_from: int) -> None:
    rng = np.random.default_rng(4)
    gallery = rng.normal(size=(30, 8)).astype(np.float32)
    queries = gallery[:12] + rng.normal(size=(12, 8)).astype(np.float32)
    unit = [each / np.linalg.norm(each, axis=1, keepdims=True) for each in (queries, gallery)]
    asked, stored = (
        Analysed(v, np.full(len(v), -1), np.ones(len(v)), np.ones(len(v)), np.ones(len(v), bool))
        for v in unit
    )
    photos = photos_of(asked, stored, units=np.arange(12).astype(str), part_from=part_from)
    features = photos.answers(present=False, sure_at=1.0).features
    pictures = Pictures(stored.vectors)
    search = Search(pictures.index, pictures, lambda: Calibration(part_from=part_from))
    for top in (1, 5, 9):
        for vector, row in zip(asked.vectors, features, strict=True):
            found = search.find(vector, top=top).evidence
            assert [getattr(found, name) for name in FEATURES] == pytest.approx(row.tolist(), abs=1e-5)
    assert features[:, 4:].any() == (part_from > 0)


def test_what_is_chosen_does_not_depend_on_what_is_reported_on() -> None:
    """Reported photos that lie change the figures and no weight."""
    honest = first_half(WITH_EMPTY.units) | WITH_EMPTY.empty | (np.arange(len(WITH_EMPTY)) % 2 == 0)
    lying = replace(WITH_EMPTY, truth=np.where(honest, WITH_EMPTY.truth, (WITH_EMPTY.truth + 1) % GALLERY))
    report = verdict_of(lying, false_alarms=0.01, missed=0.02, seed=0)
    assert report["calibration"] == REPORT["calibration"]
    error = "expected_calibration_error"
    assert report["figures"][error]["value"] > 2 * REPORT["figures"][error]["value"]


def test_the_verdict_is_honest_and_calls_one_absent_garment_in_a_hundred() -> None:
    figures = json.loads(json.dumps(REPORT))["figures"]
    assert figures["expected_calibration_error"]["value"] < 0.05
    for condition in figures["conditions"].values():
        assert condition["absent_called_in_catalogue"]["value"] <= 0.025
        assert condition["right_called_in_catalogue"]["value"] > 0.1
    ablation = figures["ablation"]
    assert ablation["everything"]["log_loss"] < ablation["similarity and margin"]["log_loss"]


def test_the_threshold_holds_under_each_condition_that_it_was_set_on() -> None:
    judge = Judge(fitted(CHOSEN, ABLATION["everything"], false_alarms=0.01, missed=0.02))
    called = judge.in_catalogue(CHOSEN.features, CHOSEN.recognised)
    for large in (True, False):
        for condition in (CHOSEN.empty, ~CHOSEN.empty & CHOSEN.bad, ~CHOSEN.empty & ~CHOSEN.bad):
            group = condition & ~CHOSEN.present & (CHOSEN.large == large)
            assert group.any()
            assert called[group].mean() <= 0.01


def test_beside_near_shades_another_shade_is_hardly_ever_called() -> None:
    """A shade beside each garment is nearly as alike, and sometimes more; then the lead must count."""
    rng = np.random.default_rng(3)
    shade = SEEN.likeness + rng.normal(-0.03, 0.04, SEEN.likeness.shape).astype(np.float32)
    near = replace(
        SEEN,
        likeness=np.concatenate([SEEN.likeness, shade], axis=1),
        part_likeness=np.concatenate([SEEN.part_likeness] * 2, axis=1),
        gallery_classes=np.concatenate([SEEN.gallery_classes] * 2),
        shades=np.arange(2 * GALLERY) >= GALLERY,
    )
    rows = searched(near, first_half(near.units), sure_at=SURE_AT)
    beside = rows.shades & rows.present
    assert beside.sum() == len(SEEN)
    assert rows.right[beside].mean() < rows.right[rows.large & rows.present & ~rows.shades].mean()
    report = verdict_of(near, false_alarms=0.01, missed=0.02, seed=0)
    for name in ("untouched", "bad"):
        assert report["figures"]["near shades"][name]["wrong_called_in_catalogue"]["value"] <= 0.03
    assert report["calibration"]["least_margin"] > 0
    read = Calibration.from_json(report["calibration"])
    lead = report["calibration"]["least_margin"]
    assert read.verdict(Evidence(0.99, lead + 0.9, 0.9, 0.95, 0.99, 0.9)) is Verdict.IN_CATALOGUE
    assert read.verdict(Evidence(0.99, lead - 1e-6, 0.9, 0.95, 0.99, 0.9)) is not Verdict.IN_CATALOGUE


def test_a_near_shade_of_an_absent_garment_is_reported_and_sets_nothing() -> None:
    """Nothing of a search tells it from the garment, so that it must not move what tells strangers."""
    near = replace(
        SEEN,
        likeness=np.concatenate([SEEN.likeness, SEEN.likeness - np.float32(0.01)], axis=1),
        part_likeness=np.concatenate([SEEN.part_likeness] * 2, axis=1),
        gallery_classes=np.concatenate([SEEN.gallery_classes] * 2),
        shades=np.arange(2 * GALLERY) >= GALLERY,
    )
    rows = searched(near, first_half(near.units), sure_at=SURE_AT)
    absent = rows.shades & ~rows.present
    assert absent.sum() == len(SEEN)
    assert not rows.right[absent].any()
    with_them, without = (
        fitted(these, ABLATION["everything"], false_alarms=0.01, missed=0.02)
        for these in (rows, rows.only(~absent))
    )
    assert with_them == without
    beside = np.flatnonzero(rows.shades & rows.present)
    features, right = rows.features.copy(), rows.right.copy()
    features[beside[:2], :2], features[beside[:2], 4:], right[beside[:2]] = (0.99, 0.9), (0.99, 0.9), False
    few_wrong = fitted(
        replace(rows, features=features, right=right), ABLATION["everything"], false_alarms=0.01, missed=0.02
    )
    assert few_wrong["least_margin"] < 0.5  # two of 600, as of pictures cut out badly, are no rule
    figures = verdict_of(near, false_alarms=0.01, missed=0.02, seed=0)["figures"]
    for name in ("untouched", "bad"):
        stranger = figures["conditions"][f"{name}, large"]["absent_called_in_catalogue"]["value"]
        assert figures["near shades"][f"{name}, absent"]["wrong_called_in_catalogue"]["value"] > stranger


def test_a_photo_without_a_garment_is_told_from_a_garment() -> None:
    figures = REPORT["figures"]["no_garment"]
    for catalogue in ("small", "large"):
        assert figures[catalogue]["garments_called_none"]["value"] <= 0.03
        assert figures[catalogue]["empty_called_none"]["value"] > 0.8
        assert figures[catalogue]["empty_called_in_catalogue"]["value"] == 0
    read = Calibration.from_json(REPORT["calibration"])
    assert read.verdict(Evidence(0.1, 0.2, mask=0.05)) is Verdict.NO_GARMENT
    assert read.verdict(Evidence(0.95, 0.5, agreement=0.9, mask=0.95)) is Verdict.IN_CATALOGUE


def test_no_weight_is_negative_so_that_a_worse_mask_never_raises_the_chance() -> None:
    worse_is_better = replace(WITH_EMPTY, mask_confidence=1.5 - WITH_EMPTY.mask_confidence)
    told = verdict_of(worse_is_better, false_alarms=0.01, missed=0.02, seed=0)["calibration"]
    assert min(told[name] for name in (*FEATURES, "garment_mask", "garment_similarity")) >= 0


def test_the_shipped_calibration_is_of_the_shipped_model_and_falls_with_nothing() -> None:
    """If this fails after a change of the model: run `python -m vision calibrate verdict`."""
    shipped = json.loads(SHIPPED_VERDICT.read_text(encoding="utf-8"))
    assert shipped["model"] == shipped_identity().model_id
    assert min(shipped["calibration"][name] for name in FEATURES) >= 0
    assert shipped["calibration"]["garment_mask"] > 0
    assert shipped["calibration"]["similarity"] > 0


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
        {"share": 0.5, "expected": 0.05, "right": 0.0},
        {"share": 0.5, "expected": 0.95, "right": 0.8},
    ]


def test_the_calibration_error_is_the_mean_gap_of_the_bins() -> None:
    chances = np.array([0.05] * 50 + [0.95] * 50)
    right = np.array([False] * 50 + [True] * 40 + [False] * 10)
    assert calibration_error(chances, right) == pytest.approx(0.5 * 0.05 + 0.5 * 0.15)


def test_the_area_is_least_if_the_wrong_answers_are_the_least_sure() -> None:
    right = np.arange(100) < 90
    best, worst = area_under_risk(-np.arange(100.0), right), area_under_risk(np.arange(100.0), right)
    assert best < area_under_risk(np.zeros(100), np.roll(right, 50)) < worst


def test_what_is_missed_counts_answers_above_the_score_that_one_absent_garment_in_a_hundred_reaches() -> None:
    scores = np.concatenate([np.linspace(0, 1, 200), np.linspace(0, 1, 100)])
    present = np.arange(300) < 200
    right = np.ones(300, bool)
    assert strict_threshold(scores[~present], 0.01) == pytest.approx(0.9899, abs=1e-3)
    assert missed_at(scores, right, present) == pytest.approx(0.99, abs=0.006)
    assert missed_at(scores, ~right, present) == 1.0
    assert np.isnan(missed_at(scores, right, np.ones(300, bool)))

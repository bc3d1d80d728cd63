"""The exam of the masks counts rightly: classes, caught masks, how honest the expected IoU is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.photos import red_on_green
from vision.arrays import GARMENT_CLASSES, RgbImage
from vision.lab.exams.classes import Named, class_shares, examine
from vision.lab.exams.evaluation import evaluate
from vision.lab.exams.reliability import cross_fitted, half, honesty, reliability
from vision.lab.training.batch_statistics import BatchStatisticsRuntime
from vision.lab.training.data import Example
from vision.segmentation.checkpoints import Preprocessing, TiramisuCheckpoint
from vision.segmentation.confidence import evidence, expected_iou, expected_ious, fit, frame_share, soft_iou
from vision.segmentation.neural import Probabilities, TorchRuntime
from vision.segmentation.segmenter import Segmenter
from vision.segmentation.tiramisu import Tiramisu, TiramisuConfig

PHOTO, DISC = red_on_green()
shares = st.lists(st.floats(0, 1), min_size=1, max_size=60)


def believing(sure: bool) -> Probabilities:
    """The disc as an `upper`; where unsure, also much of what lies around it."""
    garment = np.where(DISC, 0.995, 0.001).astype(np.float32)
    if not sure:
        garment[10:110] = np.maximum(garment[10:110], 0.6)
    classes = np.zeros((6, *DISC.shape), np.float32)
    classes[0], classes[1] = 0.9 * garment, 0.1 * garment
    return Probabilities(garment, classes)


def examples() -> list[Example]:
    """The same disc four times, by two senders in different halves, twice as `upper` and twice as `outer`."""
    one, other = (next(n for n in "abcdefgh" if half(n) == side) for side in (0, 1))
    return [
        Example(f"disc-{i}", "discs", PHOTO, np.where(DISC, label, 0).astype(np.uint8), None, sender)
        for i, (label, sender) in enumerate([(1, one), (1, other), (2, one), (2, other)])
    ]


def test_the_judge_is_told_by_the_poor_masks_that_it_caught_and_what_became_of_them() -> None:
    unsure = iter([True, False, True, True])

    def predict(photo: RgbImage) -> Probabilities:
        return believing(next(unsure))

    report = evaluate(examples(), predict, Segmenter(predict, classes=GARMENT_CLASSES))
    judge = report["judge"]
    assert (judge["below_080"], judge["of_those_caught"], judge["caught"]) == (1, 1, 1)
    assert judge["those_below_080"]["tiramisu"]["iou"] < 0.8 < judge["those_below_080"]["pipeline"]["iou"]
    assert report["routes"]["tiramisu"]["photos"] == 3
    assert report["sources"]["discs"]["tiramisu"]["below_080"] == 0.25
    assert report["classes"]["accuracy"] == 0.5
    assert report["classes"]["confusion"] == {"upper": {"upper": 2}, "outer": {"upper": 2}}
    assert report["classes"]["when_sure"]["0.8"] == {"share": 1.0, "accuracy": 0.5}
    assert report["classes"]["when_sure"]["0.95"] == {"share": 0.0, "accuracy": None}
    told = report["expected_iou"]
    assert set(told) == {"shipped", "soft_iou", "cross_fitted"}
    assert told["shipped"]["below_080_doubted"] == 1


def test_a_class_that_is_not_known_is_not_examined() -> None:
    photo = examples()[0]
    unknown = Example("bag", "discs", photo.photo, np.where(DISC, 255, 0).astype(np.uint8))
    segmenter = Segmenter(lambda _: believing(True), classes=GARMENT_CLASSES)
    report = evaluate([unknown], lambda _: believing(True), segmenter)
    assert report["classes"]["photos"] == 0
    assert report["classes"]["accuracy"] is None
    assert "cross_fitted" not in report["expected_iou"]  # one sender is no two halves


def test_the_shares_of_the_classes_are_one_together_and_look_under_the_mask_alone() -> None:
    classes = np.zeros((6, 4, 4), np.float32)
    classes[0, :, :2], classes[3, :, 2:] = 0.9, 0.3
    left = np.zeros((8, 8), bool)
    left[:, :4] = True
    assert class_shares(classes, left)[0] == pytest.approx(1.0)
    both = class_shares(classes, np.ones((8, 8), bool))
    assert both.sum() == pytest.approx(1.0)
    assert both[0] == pytest.approx(0.75)
    assert not class_shares(classes, np.zeros((8, 8), bool)).any()


def test_a_sure_class_is_counted_from_its_chance_on() -> None:
    named = [Named("upper", "upper", 0.99), Named("upper", "outer", 0.6), Named("lower", "lower", 0.4)]
    report = examine(named)
    assert report["accuracy"] == 0.6667
    assert report["when_sure"]["0.5"] == {"share": 0.6667, "accuracy": 0.5}
    assert report["when_sure"]["0.99"] == {"share": 0.3333, "accuracy": 1.0}


@given(shares)
def test_what_is_expected_rightly_is_honest_and_every_mask_lies_in_one_bin(reached: list[float]) -> None:
    told = honesty(reached, reached)
    assert told["mean_absolute_error"] == 0
    assert told["calibration_error"] == pytest.approx(0, abs=1e-4)
    bins = reliability(reached, reached)
    assert sum(b["photos"] for b in bins) == len(reached)
    assert [b["expected"] for b in bins] == sorted(b["expected"] for b in bins)


def test_half_of_what_was_expected_is_an_error_of_half() -> None:
    told = honesty([0.8] * 20, [0.4] * 20)
    assert told["mean_absolute_error"] == told["calibration_error"] == 0.4


def test_no_photo_is_told_by_a_calibration_that_saw_its_sender() -> None:
    """The one half of the senders reach what they boast, the other half of it: crossed, both are wrong."""
    names = [f"sender-{i}" for i in range(40)]
    boast = np.linspace(0.5, 0.95, 40)
    reached = np.where([half(name) == 0 for name in names], boast, boast / 2)
    told = cross_fitted([[(b, 0.0)] for b in boast], [[r] for r in reached], names)
    for side in (0, 1):
        own = np.array([half(name) == side for name in names])
        assert np.abs(told[own] - reached[own]).mean() > 0.2
        other = np.where(side == 0, boast / 2, boast)
        assert np.abs(told[own] - other[own]).mean() < 0.05


def test_a_mask_along_the_photos_edge_is_expected_to_be_worse_once_that_was_learnt() -> None:
    rng = np.random.default_rng(3)
    soft, frame = rng.uniform(0.7, 0.99, 200), rng.uniform(0, 0.5, 200)
    seen = list(zip(soft.tolist(), frame.tolist(), strict=True))
    reached = soft * (1 - 0.6 * frame)
    fitted = fit(seen, reached.tolist())
    assert fitted["frame"] < 0
    with_frame = np.abs(expected_ious(seen, fitted) - reached).mean()
    without = np.abs(expected_ious(seen, fit([(s, 0.0) for s in soft], reached.tolist())) - reached).mean()
    assert with_frame < 0.02 < without


def test_a_calibration_of_before_the_frame_counted_still_means_the_same() -> None:
    garment = believing(True).garment
    old = {"slope": 0.9, "offset": 0.2}
    touching = DISC.copy()
    touching[0] = True
    assert expected_iou(garment, touching, old) == expected_iou(garment, touching, {**old, "frame": 0.0})
    assert expected_iou(garment, touching, {**old, "frame": -3.0}) < expected_iou(garment, touching, old)
    assert evidence(garment, touching) == (soft_iou(garment, touching), frame_share(touching))


def test_the_frame_is_the_outermost_pixels_each_counted_once() -> None:
    mask = np.zeros((4, 6), bool)
    mask[0] = True
    assert frame_share(mask) == pytest.approx(6 / 16)
    assert frame_share(np.ones((4, 6), bool)) == 1.0
    inner = np.zeros((4, 6), bool)
    inner[1:-1, 1:-1] = True
    assert frame_share(inner) == 0.0


def test_batch_statistics_are_each_photos_own_and_leave_no_trace() -> None:
    config = TiramisuConfig(3, (2, 2), 2, (2, 2), growth_rate=4, stem=8, dropout=0.0)
    checkpoint = TiramisuCheckpoint(
        config, Tiramisu(config).state_dict(), Preprocessing(16), ("upper", "lower")
    )
    batch = np.random.default_rng(0).normal(size=(2, 3, 16, 16)).astype(np.float32)
    own = BatchStatisticsRuntime(checkpoint)
    first = own.logits(batch)
    assert np.allclose(own.logits(batch), first)
    assert np.allclose(own.logits(batch[:1]), first[:1], atol=1e-5)
    assert not np.allclose(TorchRuntime(checkpoint).logits(batch), first, atol=1e-2)

"""GrabCut follows its seeds, answers the same each time, and says when it cannot work."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kit.photos import red_on_green
from vision.errors import VisionError
from vision.lab.exams.metrics import iou
from vision.segmentation import grabcut
from vision.segmentation.grabcut import Stroke


def test_a_vague_map_is_sharpened_by_colour() -> None:
    photo, disc = red_on_green(240, 180)
    vague = cv2.GaussianBlur(disc.astype(np.float32), (0, 0), 18).astype(np.float32)
    found = grabcut.from_probabilities(photo, vague)
    assert found is not None
    assert iou(found, disc) > 0.97
    assert iou(found, disc) > iou(vague > 0.5, disc)


def test_sure_pixels_are_not_overruled() -> None:
    photo, disc = red_on_green()
    prediction = disc.astype(np.float32)
    prediction[:20] = 1.0  # green, and yet said to be garment
    found = grabcut.from_probabilities(photo, prediction)
    assert found is not None
    assert found[:18].all()


def test_a_rectangle_is_enough_for_a_plain_garment() -> None:
    photo, disc = red_on_green()
    found = grabcut.from_rectangle(photo)
    assert found is not None
    assert iou(found, disc) > 0.97


@pytest.mark.parametrize("colour", [(200, 30, 40), (20, 20, 90), (128, 128, 128)])
@pytest.mark.parametrize("grain", [0.0, 0.4])
def test_a_plain_photo_is_not_cut_and_takes_no_time(colour: tuple[int, int, int], grain: float) -> None:
    """Such a photo once took six seconds."""
    rng = np.random.default_rng(0)
    levels = np.full((480, 360, 3), colour) + rng.normal(0, grain, (480, 360, 3))
    photo = np.clip(levels.round(), 0, 255).astype(np.uint8)
    began = time.process_time()
    assert grabcut.from_rectangle(photo) is None
    assert grabcut.from_probabilities(photo, rng.uniform(0, 1, (480, 360)).astype(np.float32)) is None
    assert time.process_time() - began < 1


def test_nothing_outside_the_rectangle_is_garment() -> None:
    photo, disc = red_on_green()
    found = grabcut.from_rectangle(photo, (20, 10, 100, 80))  # cuts nothing off: the disc ends at 30 and 90
    assert found is not None
    outside = np.ones_like(disc)
    outside[20:100, 10:80] = False
    assert not found[outside].any()
    assert iou(found, disc) > 0.97


@pytest.mark.parametrize("chance", [0.0, 1.0, 0.4])
def test_a_map_that_tells_nothing_gives_no_mask(chance: float) -> None:
    photo, _ = red_on_green()
    assert grabcut.from_probabilities(photo, np.full(photo.shape[:2], chance, np.float32)) is None


@pytest.mark.parametrize("shape", [(1, 1), (2, 3), (3, 200), (5, 5)])
def test_tiny_photos_do_no_harm(shape: tuple[int, int]) -> None:
    photo = np.zeros((*shape, 3), np.uint8)
    for found in (
        grabcut.from_rectangle(photo),
        grabcut.from_probabilities(photo, np.full(shape, 0.6, np.float32)),
    ):
        assert found is None or found.shape == shape


def test_the_same_photo_gives_the_same_mask() -> None:
    photo, _ = red_on_green(300, 200)
    first, second = grabcut.from_rectangle(photo), grabcut.from_rectangle(photo)
    assert first is not None
    assert second is not None
    assert (first == second).all()


def test_a_stroke_of_the_hand_wins_over_the_mask() -> None:
    photo, disc = red_on_green(240, 180)
    wrong = np.zeros_like(disc)
    wrong[100:140, 20:60] = True
    strokes = [
        Stroke(((70.0, 120.0), (110.0, 120.0)), garment=True),
        Stroke(((5.0, 5.0), (175.0, 5.0)), garment=False),
        Stroke(((5.0, 235.0), (175.0, 235.0)), garment=False),
        Stroke(((15.0, 60.0), (15.0, 200.0)), garment=False),
    ]
    repaired = grabcut.refine(photo, wrong, strokes)
    assert iou(repaired, disc) > 0.95
    assert repaired[120, 70:110].all()
    assert (repaired == grabcut.refine(photo, wrong, strokes)).all()


def test_with_nothing_to_learn_from_the_hand_leaves_the_mask_alone() -> None:
    photo, disc = red_on_green()
    everything = np.ones_like(disc)
    assert (grabcut.refine(photo, everything, []) == everything).all()


FAR = Stroke(((-900.0, -900.0), (-700.0, 4e9), (5000.0, 9000.0)), garment=True)
"""Never within the photo."""


def test_strokes_outside_the_photo_and_empty_ones_change_nothing() -> None:
    photo, disc = red_on_green()
    untouched = grabcut.refine(photo, disc, [])
    assert (grabcut.refine(photo, disc, [FAR, Stroke((), garment=False)]) == untouched).all()


def test_a_stroke_that_leaves_the_photo_counts_as_far_as_it_lies_within() -> None:
    photo, disc = red_on_green()
    near, far = (
        grabcut.refine(photo, disc, [Stroke(((45.0, 5.0), (45.0, y)), garment=True)]) for y in (200.0, 7e9)
    )
    assert far[:, 45].mean() > 0.9
    assert (near == far).all()


def test_a_single_point_is_a_dot() -> None:
    photo, disc = red_on_green()
    found = grabcut.refine(photo, disc, [Stroke(((5.0, 5.0),), garment=True, width=6.0)])
    assert found[5, 5]
    assert not grabcut.refine(photo, disc, [])[5, 5]


def test_later_strokes_are_drawn_over_earlier_ones() -> None:
    photo, disc = red_on_green()
    line = ((40.0, 60.0), (50.0, 60.0))
    found = grabcut.refine(photo, disc, [Stroke(line, garment=True), Stroke(line, garment=False)])
    assert not found[60, 42:48].any()


@pytest.mark.parametrize(
    "outside", [(500, 500, 600, 600), (-90, -90, -10, -10), (10, 10, 10, 80), (80, 70, 20, 10)]
)
def test_a_rectangle_that_holds_nothing_of_the_photo_is_passed_over(
    outside: tuple[int, int, int, int],
) -> None:
    photo, disc = red_on_green()
    assert (grabcut.refine(photo, disc, [], outside) == grabcut.refine(photo, disc, [])).all()


def test_a_rectangle_that_reaches_out_of_the_photo_bounds_the_garment_within() -> None:
    photo, disc = red_on_green()
    found = grabcut.refine(photo, disc, [], (-50, -50, 85, 500))
    assert (found == grabcut.refine(photo, disc, [], (0, 0, 85, 90))).all()
    assert found[50, 45]
    assert not found[86:].any()


@pytest.mark.parametrize("point", [(float("nan"), 1.0), (1.0, float("inf"))])
def test_a_point_that_is_no_number_is_told_in_a_sentence(point: tuple[float, float]) -> None:
    photo, disc = red_on_green()
    with pytest.raises(VisionError, match="no finite number"):
        grabcut.refine(photo, disc, [Stroke((point,), garment=True)])


@settings(max_examples=30)
@given(
    st.lists(
        st.builds(
            Stroke,
            st.lists(st.tuples(st.floats(-200, 300), st.floats(-200, 300)), max_size=4).map(tuple),
            garment=st.booleans(),
            width=st.floats(0, 40),
        ),
        max_size=4,
    ),
    st.none() | st.tuples(*[st.integers(-200, 300)] * 4),
)
def test_whatever_a_hand_draws_the_answer_is_a_mask_and_the_same_again(
    strokes: list[Stroke], rectangle: tuple[int, int, int, int] | None
) -> None:
    photo, disc = red_on_green()
    found = grabcut.refine(photo, disc, strokes, rectangle)
    assert found.shape == disc.shape
    assert found.dtype == np.bool_
    assert (found == grabcut.refine(photo, disc, strokes, rectangle)).all()


def test_a_large_photo_starts_on_a_small_copy_and_a_stroke_still_brings_back_what_was_missing() -> None:
    """Colours that a small copy teaches cut a large photo; a garment too small for the copy is cut too."""
    rng = np.random.default_rng(0)
    for radius in (140, 6):
        y, x = np.mgrid[:400, :300]
        truth = (y - 200) ** 2 + (x - 150) ** 2 < radius**2
        colours = np.where(truth[..., None], (190, 40, 50), (90, 140, 90)) + rng.normal(0, 6, (400, 300, 3))
        photo = np.clip(colours, 0, 255).astype(np.uint8)
        half = truth & (x < 150)
        line = Stroke(((150.0 + radius / 3, 200.0), (150.0 + radius / 2, 200.0)), garment=True, width=3)
        assert iou(grabcut.refine(photo, half, [line]), truth) > (0.97 if radius > 100 else 0.7)

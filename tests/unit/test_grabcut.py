"""GrabCut follows its seeds, answers the same each time, and says when it cannot work."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from tests.photos import red_on_green
from vision.segmentation import grabcut
from vision.segmentation.grabcut import Stroke
from vision.training.metrics import iou


def test_a_vague_map_is_sharpened_by_colour() -> None:
    photo, disc = red_on_green(240, 180)
    vague = cv2.GaussianBlur(disc.astype(np.float32), (0, 0), 18).astype(np.float32)
    found = grabcut.from_probabilities(photo, vague)
    assert found is not None
    assert iou(found, disc) > 0.97
    assert iou(found, disc) > iou(vague > 0.5, disc)


def test_sure_pixels_are_not_overruled() -> None:
    photo, disc = red_on_green()
    believed = disc.astype(np.float32)
    believed[:20] = 1.0  # green, and yet said to be garment
    found = grabcut.from_probabilities(photo, believed)
    assert found is not None
    assert found[:18].all()


def test_a_rectangle_is_enough_for_a_plain_garment() -> None:
    photo, disc = red_on_green()
    found = grabcut.from_rectangle(photo)
    assert found is not None
    assert iou(found, disc) > 0.97


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
    mended = grabcut.refine(photo, wrong, strokes)
    assert iou(mended, disc) > 0.95
    assert mended[120, 70:110].all()
    assert (mended == grabcut.refine(photo, wrong, strokes)).all()


def test_with_nothing_to_learn_from_the_hand_leaves_the_mask_alone() -> None:
    photo, disc = red_on_green()
    everything = np.ones_like(disc)
    assert (grabcut.refine(photo, everything, []) == everything).all()

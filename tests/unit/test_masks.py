"""Mask arithmetic holds for every mask."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.kit.photos import red_on_green
from vision import masks
from vision.arrays import Mask

some_masks = hnp.arrays(np.bool_, hnp.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=40))


@given(some_masks)
def test_the_main_parts_are_parts_of_the_mask(mask: Mask) -> None:
    kept = masks.main_parts(mask)
    assert not (kept & ~mask).any()
    assert kept.any() == mask.any()


@given(some_masks)
def test_closing_pinholes_takes_nothing_away(mask: Mask) -> None:
    assert not (mask & ~masks.without_pinholes(mask)).any()


@given(some_masks)
def test_the_bounding_box_holds_the_mask_and_no_empty_edge(mask: Mask) -> None:
    box = masks.bounding_box(mask)
    if box is None:
        assert not mask.any()
        return
    top, left, bottom, right = box
    inside = mask[top:bottom, left:right]
    assert inside.sum() == mask.sum()
    assert all(edge.any() for edge in (inside[0], inside[-1], inside[:, 0], inside[:, -1]))


@given(some_masks, st.floats(0, 0.3))
def test_a_cut_out_is_square_and_holds_every_pixel_of_the_garment(mask: Mask, margin: float) -> None:
    photo = np.full((*mask.shape, 3), 7, np.uint8)
    square = masks.cut_out(photo, mask, margin=margin)
    assert square.shape[0] == square.shape[1]
    assert (square == 7).all(axis=2).sum() == (mask.sum() if mask.any() else mask.size)


@given(some_masks, st.integers(1, 90), st.integers(1, 90))
def test_resizing_gives_the_size_asked_for(mask: Mask, height: int, width: int) -> None:
    assert masks.resized(mask, height, width).shape == (height, width)


def test_crumbs_go_and_the_second_shoe_stays() -> None:
    mask = np.zeros((60, 60), bool)
    mask[10:50, 5:25] = True
    mask[10:50, 35:55] = True
    crumb = mask.copy()
    crumb[0:2, 0:2] = True
    assert (masks.main_parts(crumb) == mask).all()


def test_pinholes_close_and_the_hole_of_a_handle_stays() -> None:
    mask = np.ones((100, 100), bool)
    mask[0] = mask[-1] = False
    handle = mask.copy()
    handle[30:50, 30:50] = False
    pinhole = handle.copy()
    pinhole[70, 70] = False
    assert (masks.without_pinholes(pinhole) == handle).all()


def test_coverage_is_a_share_of_the_photo() -> None:
    mask = np.zeros((10, 10), bool)
    mask[:5] = True
    assert masks.coverage(mask) == pytest.approx(0.5)


def test_the_alpha_of_a_cut_out_is_its_mask() -> None:
    photo, disc = red_on_green()
    cut = masks.with_alpha(photo, disc)
    assert (cut[..., 3] == 255).sum() == disc.sum()
    assert set(np.unique(cut[..., 3])) == {0, 255}

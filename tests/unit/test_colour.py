"""Colours are told apart under the mask, and only there."""

from __future__ import annotations

import numpy as np
import pytest

from tests.kit.photos import red_on_green
from vision.colour import colour_descriptor


def plain(red: int, green: int, blue: int) -> np.typing.NDArray[np.float32]:
    photo = np.full((40, 30, 3), (red, green, blue), np.uint8)
    return colour_descriptor(photo, np.ones((40, 30), bool))


def test_has_length_one() -> None:
    photo, disc = red_on_green()
    assert np.linalg.norm(colour_descriptor(photo, disc)) == pytest.approx(1.0, abs=1e-5)
    assert colour_descriptor(photo, disc).dtype == np.float32


def test_sees_nothing_of_the_ground() -> None:
    photo, disc = red_on_green()
    other = photo.copy()
    other[~disc] = (250, 250, 10)
    likeness = colour_descriptor(photo, disc) @ colour_descriptor(other, disc)
    assert likeness > 0.97


def test_a_small_change_of_light_is_a_small_change_and_another_colour_a_large_one() -> None:
    navy = plain(30, 40, 90)
    assert navy @ plain(33, 44, 98) > 0.85
    assert navy @ plain(120, 30, 40) < 0.4
    assert plain(20, 20, 20) @ plain(240, 240, 240) < 0.3


def test_an_empty_mask_counts_as_the_whole_photo() -> None:
    photo, disc = red_on_green()
    everything = colour_descriptor(photo, np.ones_like(disc))
    assert np.allclose(colour_descriptor(photo, np.zeros_like(disc)), everything)

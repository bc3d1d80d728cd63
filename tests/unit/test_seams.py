"""The model of seams: what it is fitted on, that it tells seams apart, and its file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from vision.arrays import GARMENT_CLASSES, Mask, RgbImage
from vision.lab.training.seams import Proposed, fit_seams, proposed
from vision.segmentation.neural import Probabilities
from vision.segmentation.seams import EVIDENCE, SeamModel, shipped_model


def two_squares() -> tuple[RgbImage, Sequence[Mask]]:
    """A red and a blue garment, side by side."""
    photo = np.full((120, 120, 3), 150, np.uint8)
    left, right = np.zeros((2, 120, 120), bool)
    left[30:80, 15:60], right[40:100, 60:105] = True, True
    photo[left], photo[right] = (200, 40, 40), (40, 60, 190)
    return photo, (left, right)


def seen(photo: RgbImage) -> Probabilities:
    """A network that calls all that is not grey an upper garment."""
    chances = np.zeros((len(GARMENT_CLASSES), *photo.shape[:2]), np.float32)
    chances[GARMENT_CLASSES.index("upper")] = 0.97 * (photo != 150).any(axis=2)
    return Probabilities(chances.sum(axis=0), chances)


def test_a_cut_between_two_garments_is_a_seam_and_one_through_a_garment_is_none() -> None:
    """Both sides of a seam are looked at again, and hold no other."""
    photo, truths = two_squares()
    rows = list(proposed([(photo, truths), (photo, [truths[0] | truths[1]])], seen, GARMENT_CLASSES))
    several = [row for row in rows if not row.single]
    assert sum(bool(row.is_seam.any()) for row in several) == 1
    single = [row for row in rows if row.single]
    assert single
    assert not any(row.is_seam.any() for row in single)
    assert all(np.isfinite(row.evidence).all() and row.evidence.shape[1] == len(EVIDENCE) for row in rows)


def test_a_fitted_model_cuts_seams_and_spares_single_garments() -> None:
    """What depends on a product of two measures is learnt too; the threshold holds for single garments."""
    rng = np.random.default_rng(3)

    def part(number: int) -> Proposed:
        evidence = rng.normal(size=(6, len(EVIDENCE)))
        is_seam = np.zeros(6, bool)
        if number % 2:
            evidence[2, :2] = 2.5 * rng.choice([-1, 1])  # both high or both low
            is_seam[2] = True
        else:
            evidence[2, :2] = 2.5 * np.array([1, -1])
        return Proposed(number, not number % 2, evidence, is_seam)

    model, figures = fit_seams([part(number) for number in range(400)], singles_cut=0.02)
    assert figures["singles cut"] <= 0.02
    assert figures["cut rightly"] > 0.6
    again = SeamModel.from_json(model.to_json())
    rows = part(401).evidence
    assert again.log_odds(rows) == pytest.approx(model.log_odds(rows), abs=0.05)
    assert again.least_log_odds == model.least_log_odds == figures["least log-odds"]


def test_the_shipped_model_knows_all_the_evidence() -> None:
    """Its weights are for today's evidence and all products of it."""
    model = shipped_model()
    assert model.mean.shape == model.deviation.shape == (len(EVIDENCE),)
    assert model.log_odds(np.zeros((3, len(EVIDENCE)))).shape == (3,)

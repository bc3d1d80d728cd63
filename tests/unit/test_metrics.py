"""The exams count rightly: known masks, known figures."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from vision.arrays import Mask
from vision.lab.exams.metrics import boundary_f, iou, pixel_accuracy
from vision.lab.exams.retrieval import recall
from vision.lab.training.losses import garment_logit, segmentation_loss

pairs = st.integers(2, 20).flatmap(
    lambda side: st.tuples(*(hnp.arrays(np.bool_, (side, side)) for _ in range(2)))
)


@given(pairs)
def test_every_measure_lies_between_nothing_and_one_and_is_one_for_the_same(two: tuple[Mask, Mask]) -> None:
    found, truth = two
    for measure in (iou, pixel_accuracy, boundary_f):
        assert 0.0 <= measure(found, truth) <= 1.0
        assert measure(truth, truth) == 1.0
        assert measure(found, truth) == pytest.approx(measure(truth, found))


def test_half_a_square_has_half_the_iou() -> None:
    truth = np.zeros((20, 20), bool)
    truth[5:15, 5:15] = True
    half = truth.copy()
    half[10:] = False
    assert iou(half, truth) == 0.5
    assert pixel_accuracy(half, truth) == pytest.approx(1 - 50 / 400)


def test_an_outline_shifted_within_the_tolerance_counts_fully_and_beyond_it_does_not() -> None:
    truth = np.zeros((200, 200), bool)
    truth[50:150, 50:150] = True
    near, far = np.roll(truth, 2, axis=0), np.roll(truth, 20, axis=0)
    assert boundary_f(near, truth) == 1.0
    assert boundary_f(far, truth) < 0.75


def test_the_rank_of_the_best_match_is_one_not_zero_or_two() -> None:
    gallery = np.eye(12, dtype=np.float32)
    queries = gallery[[3, 4]].copy()
    queries[1] = gallery[7] * 0.9 + gallery[4] * 0.4  # its own comes second
    found = recall(queries, gallery, np.array([3, 4]))
    assert found == {"recall_at_1": 0.5, "recall_at_5": 1.0, "recall_at_10": 1.0}


def test_a_right_answer_costs_less_than_a_wrong_one() -> None:
    labels = torch.zeros(1, 16, 16, dtype=torch.long)
    labels[:, 4:12, 4:12] = 2
    right = torch.nn.functional.one_hot(labels, 4).permute(0, 3, 1, 2).float() * 10
    wrong_class = right[:, [0, 2, 1, 3]]
    nothing = torch.zeros_like(right)
    nothing[:, 0] = 10
    assert segmentation_loss(right, labels) < segmentation_loss(wrong_class, labels)
    assert segmentation_loss(wrong_class, labels) < segmentation_loss(nothing, labels)


def test_a_garment_of_unknown_class_is_a_garment_of_any_class() -> None:
    labels = torch.zeros(1, 8, 8, dtype=torch.long)
    labels[:, :4] = 255
    logits = torch.zeros(1, 3, 8, 8)
    logits[:, 0, 4:] = 10
    logits[:, 1, :4] = 10
    swapped = logits[:, [0, 2, 1]]
    assert segmentation_loss(logits, labels) == pytest.approx(segmentation_loss(swapped, labels).item())
    assert segmentation_loss(logits, labels) < 0.05


def test_the_garment_logit_is_one_less_the_background_of_the_softmax() -> None:
    logits = torch.randn(2, 5, 3, 3)
    chance = 1 - logits.softmax(dim=1)[:, 0]
    assert torch.allclose(garment_logit(logits).sigmoid(), chance, atol=1e-6)

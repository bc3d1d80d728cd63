"""A photo of several garments yields several, and a photo of one yields one."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.kit.photos import DATA, needs_data
from vision.arrays import GARMENT_CLASSES, Mask, RgbImage
from vision.drawing import Garment as Drawn
from vision.drawing import draw_together
from vision.drawing.colours import COLOURS
from vision.lab.exams.metrics import iou
from vision.lab.exams.several import composites, examine
from vision.segmentation import garments
from vision.segmentation.neural import Probabilities
from vision.segmentation.segmenter import Segmenter

SIZE = 120
Box = tuple[int, int, int, int]
"""(top, left, bottom, right)."""

RED, BLUE, GREY = (200, 40, 40), (40, 60, 190), (150, 150, 150)


def scene(*laid: tuple[Box, tuple[int, int, int], dict[str, float]]) -> tuple[RgbImage, Probabilities]:
    """Boxes of colour on grey, and a network that sees each with these chances of classes."""
    rng = np.random.default_rng(0)
    photo = np.full((SIZE, SIZE, 3), GREY, np.float64)
    chances = np.zeros((len(GARMENT_CLASSES), SIZE, SIZE), np.float32)
    for (top, left, bottom, right), colour, seen in laid:
        photo[top:bottom, left:right] = colour
        for name, chance in seen.items():
            chances[GARMENT_CLASSES.index(name), top:bottom, left:right] = chance
    grained = np.clip(photo + rng.normal(0, 4, photo.shape), 0, 255).astype(np.uint8)
    return grained, Probabilities(chances.sum(axis=0), chances)


def box(top: int, left: int, bottom: int, right: int) -> Mask:
    mask = np.zeros((SIZE, SIZE), bool)
    mask[top:bottom, left:right] = True
    return mask


SHIRT: Box = (10, 30, 60, 90)
TROUSERS: Box = (60, 38, 110, 82)
WORN = (SHIRT, RED, {"upper": 0.9, "lower": 0.05}), (TROUSERS, BLUE, {"upper": 0.1, "lower": 0.85})
SEGMENT = Segmenter(lambda _: pytest.fail("the map is given"), classes=GARMENT_CLASSES)


def test_garments_that_lie_apart_are_several_and_the_most_prominent_is_first() -> None:
    photo, prediction = scene(
        ((5, 2, 28, 28), BLUE, {"headwear": 0.97}), ((30, 30, 110, 100), RED, {"upper": 0.97})
    )
    found = SEGMENT.judge(photo, prediction)
    assert [(g.garment_class, iou(g.mask, m) > 0.99) for g, m in zip(
        found.garments, (box(30, 30, 110, 100), box(5, 2, 28, 28)), strict=True
    )] == [("upper", True), ("headwear", True)]  # fmt: skip
    assert found.mask is found.garments[0].mask
    assert found.class_confidence == pytest.approx(1.0)
    assert found.confidence > 0.9


def test_of_two_that_are_alike_the_one_in_the_middle_is_chosen() -> None:
    photo, prediction = scene(
        ((5, 5, 45, 45), RED, {"upper": 0.97}), ((50, 45, 88, 85), BLUE, {"upper": 0.97})
    )
    assert iou(SEGMENT.judge(photo, prediction).mask, box(50, 45, 88, 85)) > 0.99


def test_a_top_worn_over_trousers_is_two_garments_cut_along_the_hem() -> None:
    found = SEGMENT.judge(*scene(*WORN))
    assert [garment.garment_class for garment in found.garments] == ["upper", "lower"]
    assert iou(found.garments[0].mask, box(*SHIRT)) > 0.97
    assert iou(found.garments[1].mask, box(*TROUSERS)) > 0.97


def test_the_class_that_a_picture_is_known_to_show_is_chosen() -> None:
    photo, prediction = scene(*WORN)
    assert iou(SEGMENT.judge(photo, prediction, "lower").mask, box(*TROUSERS)) > 0.97
    assert (
        iou(SEGMENT.judge(photo, prediction, "outer").mask, box(*SHIRT)) > 0.97
    )  # of the same kind as a top
    for unseen in ("footwear", "bag", None):
        assert iou(SEGMENT.judge(photo, prediction, unseen).mask, box(*SHIRT)) > 0.97


def test_one_cloth_stays_one_garment_where_the_network_changes_its_mind() -> None:
    photo, prediction = scene((SHIRT, RED, {"upper": 0.9}), (TROUSERS, RED, {"lower": 0.5, "upper": 0.4}))
    assert len(SEGMENT.judge(photo, prediction).garments) == 1


def test_a_jacket_of_two_colours_stays_one_garment_where_only_its_class_is_unsure() -> None:
    photo, prediction = scene(
        (SHIRT, RED, {"upper": 0.3, "outer": 0.65}), ((60, 30, 110, 90), BLUE, {"upper": 0.7, "outer": 0.25})
    )
    assert len(SEGMENT.judge(photo, prediction).garments) == 1


def test_black_on_black_is_told_apart_by_a_network_that_is_certain() -> None:
    photo, prediction = scene((SHIRT, RED, {"upper": 0.97}), (TROUSERS, RED, {"lower": 0.97}))
    assert len(SEGMENT.judge(photo, prediction).garments) == 2


@pytest.mark.parametrize("seed", range(4))
def test_two_tops_that_touch_are_two_garments(seed: int) -> None:
    """A network that sees every pixel right, but one class alone: only shape and colour tell them apart."""
    rng = np.random.default_rng(seed)
    tops = [Drawn("T-shirt", colours=(colour,), seed=seed) for colour in (COLOURS["rust"], COLOURS["navy"])]
    photo, truths = draw_together(tops, rng, size=(320, 240), contact="touching", harshness=0)
    chances = np.zeros((len(GARMENT_CLASSES), 320, 240), np.float32)
    chances[0, truths[0] | truths[1]] = 0.97
    found = SEGMENT.judge(photo, Probabilities(chances[0], chances))
    assert len(found.garments) == 2
    assert all(max(iou(garment.mask, truth) for garment in found.garments) > 0.9 for truth in truths)


def test_a_top_with_a_colour_block_stays_one_garment() -> None:
    block = ((10, 30, 60, 90), RED, {"upper": 0.97}), ((60, 30, 110, 90), BLUE, {"upper": 0.97})
    assert len(SEGMENT.judge(*scene(*block)).garments) == 1


def test_a_speck_is_no_garment() -> None:
    photo, prediction = scene(
        ((30, 30, 110, 100), RED, {"upper": 0.9}), ((5, 5, 12, 12), BLUE, {"lower": 0.9})
    )
    assert len(SEGMENT.judge(photo, prediction).garments) == 1


def test_a_pair_of_shoes_is_one_garment() -> None:
    photo, prediction = scene(
        ((20, 20, 100, 50), RED, {"footwear": 0.9}), ((25, 70, 100, 98), RED, {"footwear": 0.9})
    )
    [pair] = SEGMENT.judge(photo, prediction).garments
    assert iou(pair.mask, box(20, 20, 100, 50) | box(25, 70, 100, 98)) > 0.99


def test_a_strap_across_a_garment_makes_it_no_two() -> None:
    photo, prediction = scene(
        ((10, 20, 60, 100), RED, {"upper": 0.9}), ((62, 20, 110, 100), RED, {"upper": 0.9})
    )
    [garment] = SEGMENT.judge(photo, prediction).garments
    assert iou(garment.mask, box(10, 20, 110, 100)) > 0.95


def test_grabcut_repairs_the_chosen_garment_and_leaves_its_neighbour_alone() -> None:
    """The network half believes a blot around the middle garment; another lies clearly beside it."""
    photo, prediction = scene(
        ((25, 40, 115, 115), GREY, {"upper": 0.6}),
        ((40, 55, 105, 105), RED, {"upper": 0.75}),
        ((5, 2, 35, 32), RED, {"lower": 0.97}),
    )
    found = SEGMENT.judge(photo, prediction)
    assert found.segmented_by == "tiramisu+grabcut"
    assert iou(found.mask, box(40, 55, 105, 105)) > 0.9
    assert not (found.mask & box(5, 2, 35, 32)).any()
    assert len(found.garments) == 2


@settings(max_examples=50)
@given(
    hnp.arrays(np.float32, (len(GARMENT_CLASSES), 12, 9), elements=st.floats(0, 0.166015625, width=32)),
    st.sampled_from([None, *GARMENT_CLASSES]),
)
def test_places_share_out_the_photo(chances: np.typing.NDArray[np.float32], asked: str | None) -> None:
    """Whatever the network believes, each pixel has one place; and the answer is the same again."""
    coarse = cv2.resize(chances.transpose(1, 2, 0), (45, 60), interpolation=cv2.INTER_NEAREST)
    prediction = Probabilities(
        cv2.resize(coarse.sum(axis=2), (90, 120)).astype(np.float32),
        coarse.transpose(2, 0, 1).astype(np.float32),
    )
    photo = np.random.default_rng(1).integers(0, 255, (120, 90, 3)).astype(np.uint8)
    found = garments.regions(photo, prediction, GARMENT_CLASSES, garment_class=asked)
    assert bool(found) == bool((coarse.sum(axis=2) > 0.5).any())
    if found:
        assert (np.sum(found, axis=0) == 1).all()
    again = garments.regions(photo, prediction, GARMENT_CLASSES, garment_class=asked)
    assert all((one == other).all() for one, other in zip(found, again, strict=True))


@given(hnp.arrays(np.bool_, hnp.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=30)))
def test_prominence_grows_with_the_mask_and_is_1_for_the_whole_photo(mask: Mask) -> None:
    assert 0 <= garments.prominence(mask) <= 1 + 1e-9
    assert garments.prominence(mask) + garments.prominence(~mask) == pytest.approx(1.0)


@pytest.mark.data
@needs_data
def test_composed_photos_hold_what_they_say_and_the_exam_can_be_passed_and_failed() -> None:
    """An eye that is told the truth passes; one that takes both garments for one fails."""
    from vision.lab.training.data import examples
    from vision.segmentation.segmenter import Garment, Segmentation

    known = examples(DATA / "phone", split="val", longest_side=160)[:60]
    questions = composites(known, 6, seed=3)
    assert [q.kind for q in questions] == ["apart", "touching"] * 3
    for question in questions:
        assert not (question.garments[0] & question.garments[1]).any()
    truths = {id(q.photo): q for q in questions}

    def knowing(photo: RgbImage) -> Segmentation:
        question = truths[id(photo)]
        return Segmentation(
            "tiramisu",
            tuple(Garment(m, 1.0, c, 1.0) for m, c in zip(question.garments, question.classes, strict=True)),
        )

    def lumping(photo: RgbImage) -> Segmentation:
        question = truths[id(photo)]
        both = question.garments[0] | question.garments[1]
        return Segmentation("tiramisu", (Garment(both, 1.0, question.classes[0], 1.0),))

    passed, failed = examine(questions, knowing)["all"], examine(questions, lumping)["all"]
    assert (passed["both_found"], passed["right_chosen"], passed["iou"], passed["class_right"]) == (
        1,
        1,
        1,
        1,
    )
    assert failed["right_chosen"] == 0

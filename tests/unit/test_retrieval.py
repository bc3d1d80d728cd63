"""The exam of the embedding asks fairly: galleries, colours and folds are what they are said to be."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.kit.photos import jpeg, red_on_green
from vision.arrays import Mask, RgbImage
from vision.embedding import Backbone, Embedder
from vision.lab.exams.retrieval import examine, in_batches, recall, recall_by_size, unmasked_photos
from vision.lab.exams.shop import ShopPicture, answers, fold_of, is_held_out, joined, shop_pictures
from vision.lab.training.projection import ProjectionPlan, Views, cross_validated

BACKBONE = Backbone(
    "ninths",
    lambda: torch.nn.Sequential(torch.nn.AdaptiveAvgPool2d(3), torch.nn.Flatten()),
    27,
    32,
    (0.0,) * 3,
    (255.0,) * 3,
)


def run(batch: NDArray[np.float32]) -> NDArray[np.float32]:
    made: NDArray[np.float32] = BACKBONE.network(torch.from_numpy(batch)).numpy()
    return made


def red(photo: RgbImage, garment_class: str | None = None) -> Mask:
    """A segmenter for red things on green."""
    found: Mask = photo[..., 0] > photo[..., 1]
    return found


def unit(rows: NDArray[np.float64]) -> NDArray[np.float32]:
    made: NDArray[np.float32] = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return made


@given(st.integers(0, 2**31), st.integers(2, 30), st.integers(1, 8))
def test_a_gallery_of_a_size_holds_the_own_garment_and_the_first_others(
    seed: int, size: int, asked: int
) -> None:
    rng = np.random.default_rng(seed)
    gallery = unit(rng.normal(size=(30, 4)))
    truth = rng.choice(30, asked, replace=False)
    queries = unit(gallery[truth] + rng.normal(0, 0.5, (asked, 4)))
    found = recall_by_size(queries, gallery, truth, [size])[str(size)]
    hits = 0
    for query, own in zip(queries, truth, strict=True):
        others = [row for row in range(30) if row != own][: size - 1]
        hits += all(query @ gallery[row] <= query @ gallery[own] for row in others)
    assert found["recall_at_1"] == pytest.approx(hits / asked, abs=1e-4)


def test_the_whole_gallery_is_the_plain_recall_and_larger_ones_are_left_out() -> None:
    rng = np.random.default_rng(0)
    gallery, truth = unit(rng.normal(size=(40, 6))), np.arange(20)
    queries = unit(gallery[:20] + rng.normal(0, 0.6, (20, 6)))
    sizes = recall_by_size(queries, gallery, truth, [10, 40, 100])
    assert set(sizes) == {"10", "40"}
    assert sizes["40"] == recall(queries, gallery, truth)
    assert sizes["10"]["recall_at_1"] >= sizes["40"]["recall_at_1"]


def test_batches_hold_every_garment_once_in_order() -> None:
    def count(some: Sequence[tuple[RgbImage, Mask]]) -> NDArray[np.float32]:
        return np.array([[photo[0, 0, 0]] for photo, _ in some], np.float32)

    photos = ((np.full((2, 2, 3), n, np.uint8), np.ones((2, 2), bool)) for n in range(7))
    assert in_batches(count, photos, batch=3).ravel().tolist() == list(range(7))
    assert in_batches(count, [], batch=3).shape == (0, 0)


def picture(name: str, colour: tuple[int, int, int] = (200, 30, 40)) -> ShopPicture:
    item, _, view = name.rpartition("_")
    photo = np.full((8, 8, 3), colour, np.uint8)
    return ShopPicture(item, item.split("-")[0], view, (photo, np.ones((8, 8), bool)))


def test_another_colour_of_the_design_is_the_design_but_not_the_item() -> None:
    shop = [
        picture("aa01-red_main"),
        picture("aa01-blue_main", (30, 40, 200)),
        picture("bb02-red_main"),
        picture("aa01-red_back", (30, 40, 200)),  # dyed otherwise than its main view
    ]
    vectors = unit(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.4], [0.1, 1.0]]))
    told = answers(shop, vectors, np.ones(4, bool)).figures()
    assert set(told) == {"backs"}
    assert told["backs"]["queries"] == 1
    assert told["backs"]["item"] == {"recall_at_1": 0.0, "recall_at_5": 1.0, "recall_at_10": 1.0}
    assert told["backs"]["design"]["recall_at_1"] == 1.0
    assert "same_dye" not in told["backs"]
    assert told["backs"]["other_dye"]["queries"] == 1


def test_only_what_is_among_is_asked_and_folds_add_up_to_all() -> None:
    shop = [picture(f"aa{n:02}-red_{view}") for n in range(6) for view in ("main", "back", "alt1", "detail")]
    vectors = unit(np.random.default_rng(0).normal(size=(24, 5)))
    fold = fold_of(shop, 3)
    assert all(
        len({int(f) for p, f in zip(shop, fold, strict=True) if p.design == d}) == 1 for d in ("aa00", "aa05")
    )
    parts = [answers(shop, vectors, fold == n) for n in range(3)]
    assert [len(part.kind) for part in parts] == [4, 4, 4]
    every = answers(shop, vectors, np.ones(24, bool))
    assert joined(parts).figures() == every.figures()
    assert every.figures()["alternates"]["queries"] == 6


def test_a_main_view_is_cut_out_as_what_the_catalogue_knows_and_others_as_photos(tmp_path: Path) -> None:
    photo, _ = red_on_green()
    for name in ("mj07-red_main", "mj07-red_back", "mj07-0"):
        (tmp_path / f"{name}.jpg").write_bytes(jpeg(photo))
    asked: list[str | None] = []

    def segment(seen: RgbImage, garment_class: str | None = None) -> Mask:
        asked.append(garment_class)
        return red(seen)

    shown = shop_pictures(tmp_path, segment)
    assert [(p.item, p.design, p.view, p.query_kind) for p in shown] == [
        ("mj07-red", "mj07", "back", "backs"),
        ("mj07-red", "mj07", "main", None),
    ]
    assert asked == [None, "outer"]


def test_designs_are_held_out_by_the_number_in_their_code() -> None:
    assert [is_held_out(code) for code in ("mj10", "wt03", "wt04", "x")] == [True, True, False, False]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A photo set of red shapes on green, two of them without a mask, and a shop of two designs."""
    rng = np.random.default_rng(1)
    phone = tmp_path / "phone"
    for folder in (phone / "photos", phone / "masks", tmp_path / "shop" / "pictures"):
        folder.mkdir(parents=True)
    rows = []
    for n in range(12):
        photo = np.full((90, 80, 3), (40, 150, 60), np.uint8)
        mask = np.zeros((90, 80), np.uint8)
        corners = np.array([[40, 45]]) + rng.integers(-35, 35, (5, 2))
        cv2.fillPoly(mask, [cv2.convexHull(corners.astype(np.int32))], 255)
        photo[mask > 0] = (200, 20, 75 * n % 256)
        if n >= 8:
            name = f"mj0{3 + n % 2}-red_{'main' if n < 10 else 'back'}.jpg"
            (tmp_path / "shop" / "pictures" / name).write_bytes(jpeg(photo))
            continue
        (phone / "photos" / f"p{n}.jpg").write_bytes(jpeg(photo))
        if n < 6:
            cv2.imwrite(str(phone / "masks" / f"p{n}.png"), mask)
        rows.append({"photo": f"p{n}", "class": "upper", "split": "val" if n < 3 else "train"})
    with (phone / "index.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, ["photo", "class", "split"])
        table.writeheader()
        table.writerows(rows)
    return tmp_path


def test_the_exam_fills_its_gallery_in_order_and_finds_shapes_by_their_own_colour(data: Path) -> None:
    embed = Embedder(BACKBONE, run, colour_weight=0.5)
    assert len(list(unmasked_photos(data / "phone"))) == 2
    report = examine(data, embed, red, sizes=(4, 12))
    phone = report["phone"]
    assert phone["queries"] == 3
    assert phone["gallery"] == {
        "studio views": 6,
        "photos, shop, drawings": 6,
    }  # 2 photos, 2 main views, 2 drawings
    for way in ("pipeline", "grabcut", "whole photo"):
        assert set(phone["warehouse"][way]["by_gallery_size"]) == {"4", "12"}
    assert phone["untouched"]["pipeline"]["by_gallery_size"]["12"]["recall_at_5"] == 1.0
    assert report["shop"]["gallery"] == 2
    assert report["shop"]["held_out"]["backs"]["queries"] == 1  # mj03; mj04 may be learnt from


def test_no_fold_learns_from_the_designs_that_it_asks_for() -> None:
    """What is memorised of a design does not count: only noise tells these items, so none are found."""
    rng = np.random.default_rng(0)
    garments = Views(rng.normal(size=(60, 24)).astype(np.float32), *(np.arange(20).repeat(3),) * 2)
    shop = [picture(f"aa{n:02}-red_{view}") for n in range(20) for view in ("main", "back")]
    views = Views(rng.normal(size=(40, 24)).astype(np.float32), *(np.arange(20).repeat(2),) * 2)
    plan = ProjectionPlan(size=24, steps=30, garments=8, designs=16, learning_rate=3e-2, noise=0.01)
    told = cross_validated(BACKBONE, garments, shop, views, plan, folds=2)
    assert told["folds"] == 2
    assert told["backs"]["queries"] == 20
    assert told["backs"]["item"]["recall_at_1"] < 0.3

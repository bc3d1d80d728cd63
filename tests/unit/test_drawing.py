"""The drawn garments: always the same, with exact masks, of every kind and fabric."""

from __future__ import annotations

import csv
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from vision.arrays import GARMENT_CLASSES, Mask
from vision.drawing import (
    FABRICS,
    KINDS,
    STYLES,
    Garment,
    draw_phone,
    draw_studio,
    draw_together,
    garment_class,
    random_garment,
    write_training_folder,
)
from vision.drawing.colours import COLOURS
from vision.drawing.pieces import View
from vision.drawing.scenes import GROUNDS, draw_ground
from vision.drawing.together import CONTACTS, Contact

DARK = (COLOURS["black"], COLOURS["black"], COLOURS["black"])
PALE = (COLOURS["white"], COLOURS["white"], COLOURS["white"])


def overlap(a: Mask, b: Mask) -> float:
    return float(np.sum(a & b)) / max(float(np.sum(a | b)), 1.0)


@pytest.mark.parametrize(("kind", "style"), [(kind, style) for kind in KINDS for style in STYLES[kind]])
def test_every_cut_is_drawn_in_front_and_at_the_back(kind: str, style: str) -> None:
    views: tuple[View, ...] = ("front", "back")
    for view in views:
        garment = Garment(kind, style=style, graphic=True, pocket=True, seed=3)
        picture, mask = draw_studio(garment, size=160, view=view)
        assert picture.shape == (160, 160, 3)
        assert picture.dtype == np.uint8
        assert mask.dtype == np.bool_
        assert 0.08 < mask.mean() < 0.8
        assert not mask[[0, -1]].any()
        assert not mask[:, [0, -1]].any()


@pytest.mark.parametrize("contact", CONTACTS)
def test_several_garments_are_drawn_apart_or_in_contact_as_wanted(contact: Contact) -> None:
    for seed in range(3):
        rng = np.random.default_rng(seed)
        several = [random_garment(rng) for _ in range(3)]
        photo, masks = draw_together(several, rng, size=(160, 120), contact=contact)
        assert photo.shape == (160, 120, 3)
        assert len(masks) == 3
        assert all(mask.any() for mask in masks)
        assert np.sum(masks, axis=0).max() == 1
        near = cv2.dilate(masks[0].astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
        assert bool((near & masks[1]).any()) == (contact != "apart")


@pytest.mark.parametrize("fabric", FABRICS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_fabric_is_drawn_on_every_kind_at_any_size(kind: str, fabric: str) -> None:
    colours = (COLOURS["navy"], COLOURS["ecru"], COLOURS["rust"])
    garment = Garment(kind, fabric, colours, seed=8)
    photo, mask = draw_phone(garment, np.random.default_rng(2), size=(96, 72))
    assert photo.shape == (96, 72, 3)
    assert mask.shape == (96, 72)
    assert mask.any()
    plain, _ = draw_studio(replace(garment, fabric="plain"), size=128)
    woven, where = draw_studio(garment, size=128)
    if fabric != "plain":
        assert np.abs(plain.astype(int) - woven)[where].mean() > 0.5


def test_the_same_garment_is_always_drawn_the_same() -> None:
    one = random_garment(np.random.default_rng(4), "shirt")
    same = random_garment(np.random.default_rng(4), "shirt")
    assert one == same
    assert np.array_equal(draw_studio(one, size=128)[0], draw_studio(same, size=128)[0])
    first, again = (draw_phone(one, np.random.default_rng(9), size=(120, 90)) for _ in range(2))
    assert np.array_equal(first[0], again[0])
    assert np.array_equal(first[1], again[1])
    other, _ = draw_phone(one, np.random.default_rng(10), size=(120, 90))
    assert not np.array_equal(first[0], other)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "shoe"])  # soles stay as they are
def test_a_phone_mask_is_exactly_where_recolouring_the_garment_changes_the_photo(kind: str) -> None:
    for seed in range(3):
        garment = random_garment(np.random.default_rng(seed), kind)
        garment = replace(garment, fabric="plain", colours=DARK, graphic=False)
        dark, mask = draw_phone(garment, np.random.default_rng(seed), size=(192, 192), harshness=0.0)
        pale, same = draw_phone(
            replace(garment, colours=PALE), np.random.default_rng(seed), size=(192, 192), harshness=0.0
        )
        assert np.array_equal(mask, same)
        changed = np.abs(dark.astype(int) - pale).mean(axis=2) > 25
        assert overlap(changed, mask) > 0.94
        far = ~cv2.dilate(mask.astype(np.uint8), np.ones((45, 45))).astype(
            bool
        )  # JPEG's blocks carry a change on
        assert np.array_equal(dark[far], pale[far])


def test_a_studio_mask_is_where_the_picture_is_not_paper() -> None:
    for kind in ("T-shirt", "dress", "trousers", "jacket"):
        picture, mask = draw_studio(Garment(kind, "plain", DARK, seed=1), size=240)
        assert overlap(picture.mean(axis=2) < 128, mask) > 0.97


def test_the_background_of_a_studio_picture_is_white() -> None:
    picture, mask = draw_studio(Garment("shoe", "plain", DARK, seed=1), size=240)
    assert np.median(picture[~mask]) > 245


def test_colourways_of_a_design_share_their_outline() -> None:
    one = Garment("hoodie", "stripes", (COLOURS["navy"], COLOURS["white"]), seed=5)
    other = replace(one, colours=(COLOURS["red"], COLOURS["yellow"]))
    assert np.array_equal(draw_studio(one, size=160)[1], draw_studio(other, size=160)[1])


def test_the_detail_view_is_nearer() -> None:
    garment = Garment("shirt", "checks", seed=2)
    assert draw_studio(garment, size=160, view="detail")[1].mean() > draw_studio(garment, size=160)[1].mean()


@pytest.mark.parametrize("name", GROUNDS)
def test_every_ground_is_drawn_within_range(name: str) -> None:
    for seed in range(6):
        ground = draw_ground(name, np.random.default_rng(seed), (80, 60))
        assert ground.shape == (80, 60, 3)
        assert np.isfinite(ground).all()
        assert ground.std() > 0.5


def test_every_kind_has_a_class_but_bags_have_none() -> None:
    classes = {kind: garment_class(kind) for kind in KINDS}
    assert classes.pop("bag") is None
    assert set(classes.values()) == set(GARMENT_CLASSES)
    assert classes["hoodie"] == "upper"
    assert classes["jacket"] == "outer"
    assert classes["skirt"] == "lower"


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"kind": "sock"}, "sock"),
        ({"kind": "hat", "fabric": "steel"}, "steel"),
        ({"kind": "hat", "style": "blazer"}, "blazer"),
        ({"kind": "hat", "colours": ()}, "colour"),
    ],
)
def test_a_garment_that_does_not_exist_is_refused(wrong: dict[str, object], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        Garment(**wrong)  # type: ignore[arg-type]


def test_a_garment_partly_out_of_the_frame_still_shows() -> None:
    shares = []
    for seed in range(60):
        rng = np.random.default_rng(seed)
        shares.append(draw_phone(random_garment(rng), rng, size=(64, 64))[1].mean())
    assert min(shares) > 0.02


def test_a_training_folder_reads_like_the_real_one(tmp_path: Path) -> None:
    write_training_folder(tmp_path, 12, seed=3)
    with (tmp_path / "index.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["photo", "sender", "label", "class", "has_mask", "mask_agreement", "split"]
    assert len(rows) == 12
    assert {row["split"] for row in rows} == {"train", "val"}
    assert {row["class"] for row in rows} == set(GARMENT_CLASSES)
    for row in rows:
        photo = cv2.imread(str(tmp_path / "photos" / f"{row['photo']}.jpg"))
        mask = cv2.imread(str(tmp_path / "masks" / f"{row['photo']}.png"), cv2.IMREAD_UNCHANGED)
        assert photo is not None
        assert mask is not None
        assert photo.shape[:2] == mask.shape
        assert set(np.unique(mask)) == {0, 255}


def test_drawing_needs_no_torch() -> None:
    code = "import sys, vision.drawing; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0

"""The exam of finding garments: its pictures, what it goes on from, and its table."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from tests.kit.photos import red_on_green
from vision.arrays import GARMENT_CLASSES, RgbImage
from vision.drawing.shades import near_shade
from vision.errors import VisionError
from vision.lab.exams import finding
from vision.lab.exams.finding import Part, examine, lines
from vision.lab.exams.judge import Judge
from vision.lab.exams.pictures import CHUNK, Analysed, Picture, analysed
from vision.lab.exams.sources import (
    DrawnPhotos,
    DrawnStudio,
    NearShades,
    NoGarments,
    PhoneCatalogue,
    PhonePhotos,
    ShopViews,
    drawn_garment,
    phone_rows,
    same_garments,
)
from vision.segmentation.segmenter import Garment, Segmentation

JUDGE = Judge(
    {
        "bias": -10.0,
        "similarity": 15.0,
        "margin": 10.0,
        "agreement": 0.0,
        "mask": 0.0,
        "in_catalogue_at": 0.9,
        "not_in_catalogue_below": 0.1,
        "class_sure_at": 1.0,
        "least_similarity": 0.3,
    }
)


class Eyes:
    """A pipeline that sees the mean colour of a picture's middle, and counts what it is shown."""

    model_id = "eyes"
    part_from = 3

    def __init__(self) -> None:
        self.seen = 0
        self.cut_apart: list[bool] = []
        self.embed = self

    def segment(
        self, photo: RgbImage, garment_class: str | None = None, *, separate: bool = True
    ) -> Segmentation:
        self.cut_apart.append(separate)
        mask = np.ones(photo.shape[:2], bool)
        return Segmentation("tiramisu", (Garment(mask, 0.9, garment_class or "upper", 0.7),))

    def batch(self, garments: Any) -> np.typing.NDArray[np.float32]:
        self.seen += len(garments)
        rows = []
        for photo, _ in garments:
            height, width = photo.shape[:2]
            middle = photo[height // 3 : -height // 3, width // 3 : -width // 3].reshape(-1, 3)
            rows.append([*(middle.mean(axis=0) - 127), 5.0])
        vectors = np.array(rows, np.float32)
        unit: np.typing.NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit


class Colours:
    """Plain pictures, each of a colour of its own."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int, /) -> Picture:
        colour = np.random.default_rng(number).integers(0, 256, 3)
        return Picture(np.broadcast_to(colour, (12, 12, 3)).astype(np.uint8), "lower")


def pipeline() -> Any:
    return Eyes()


def test_what_was_analysed_is_read_again_and_what_is_missing_is_made(tmp_path: Path) -> None:
    first = pipeline()
    whole = analysed(first, Colours(2 * CHUNK + 3), "colours", tmp_path)
    assert (len(whole), first.seen) == (2 * CHUNK + 3, 2 * CHUNK + 3)
    next(tmp_path.glob(f"colours-*-{CHUNK}-{2 * CHUNK}.npz")).unlink()
    again = pipeline()
    resumed = analysed(again, Colours(2 * CHUNK + 3), "colours", tmp_path)
    assert again.seen == CHUNK
    assert np.array_equal(resumed.vectors, whole.vectors)
    other = pipeline()
    other.model_id = "other eyes"
    analysed(other, Colours(3), "colours", tmp_path)
    assert other.seen == 3, "another model's vectors are not these"


def test_a_catalogue_picture_has_the_class_that_the_catalogue_knows() -> None:
    made = analysed(pipeline(), Colours(2), "colours", None)
    assert made.classes.tolist() == [GARMENT_CLASSES.index("lower")] * 2
    assert made.class_confidence.tolist() == [0.7, 0.7]
    assert made.recognised.all()


def phone_set(folder: Path, count: int = 6) -> Path:
    """Photos of red discs with masks, half of them without."""
    (folder / "photos").mkdir(parents=True)
    (folder / "masks").mkdir()
    with (folder / "index.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["photo", "sender", "class", "has_mask", "split"])
        for number in range(count):
            photo, disc = red_on_green(160, 120)
            cv2.imwrite(str(folder / "photos" / f"p{number}.jpg"), photo[..., ::-1])
            if number % 2:
                cv2.imwrite(str(folder / "masks" / f"p{number}.png"), disc.astype(np.uint8) * 255)
            split = "val" if number < count // 2 else "train"
            writer.writerow([f"p{number}", f"s{number}", "upper", number % 2, split])
    return folder


def test_a_photo_is_cut_where_garments_touch_and_a_catalogue_picture_is_not(tmp_path: Path) -> None:
    """As in the product: a catalogue picture shows one item."""
    folder = phone_set(tmp_path)
    rows = phone_rows(folder, lambda row: row["split"] == "val")
    views = [tmp_path / f"x-1_{view}.jpg" for view in ("main", "back")]
    for path in views:
        cv2.imwrite(str(path), red_on_green()[0][..., ::-1])
    catalogue = PhoneCatalogue(folder, rows, 1), PhoneCatalogue(folder, rows, 1, studio=True)
    for source, apart in (
        *((each, False) for each in (*catalogue, NearShades(catalogue[0], 2), ShopViews(views[:1]))),
        *((each, True) for each in (PhonePhotos(folder, rows, 1), ShopViews(views[1:]))),
    ):
        eyes = pipeline()
        analysed(eyes, source, "pictures", None)
        assert eyes.cut_apart == [apart] * len(source)


def test_each_picture_follows_from_its_number_alone(tmp_path: Path) -> None:
    folder = phone_set(tmp_path)
    rows = phone_rows(folder, lambda row: row["split"] == "val")
    shop = tmp_path / "x-1_main.jpg"
    cv2.imwrite(str(shop), red_on_green()[0][..., ::-1])
    for source in (
        PhonePhotos(folder, rows, 1),
        PhonePhotos(folder, rows, 1, bad=True, views=2),
        PhoneCatalogue(folder, rows, 1),
        PhoneCatalogue(folder, rows, 1, studio=True),
        ShopViews([shop]),
        DrawnStudio(0, 2, 1),
        DrawnPhotos(0, 2, 1, 2),
        DrawnPhotos(0, 2, 1, shade=6.0),
        NearShades(DrawnStudio(0, 2, 1), 1),
        NoGarments(folder, 1),
    ):
        last = len(source) - 1
        first, again = source[last], source[last]
        assert np.array_equal(first.photo, again.photo), source
    bad = PhonePhotos(folder, rows, 1, bad=True, views=2)
    assert len(bad) == 2 * len(rows)
    assert not np.array_equal(bad[0].photo, bad[1].photo)


def test_a_studio_picture_is_on_white_and_another_is_not(tmp_path: Path) -> None:
    folder = phone_set(tmp_path)
    [row] = phone_rows(folder, lambda row: row["photo"] == "p1")
    studio, relit = (PhoneCatalogue(folder, [row], 1, studio=studio)[0] for studio in (True, False))
    assert studio.photo[:3, :3].min() == 255
    assert relit.photo[:3, :3].max() < 255
    assert studio.garment_class == relit.garment_class == "upper"


def test_a_near_shade_is_as_far_away_as_it_is_said_to_be() -> None:
    distances = []
    for number in range(20):
        garment = drawn_garment(1, number)
        shaded = near_shade(garment, 6.0, np.random.default_rng(number))
        assert shaded.kind == garment.kind
        labs = [
            cv2.cvtColor(np.array([[g.colours[0]]], np.float32) / 255, cv2.COLOR_RGB2LAB)[0, 0]
            for g in (garment, shaded)
        ]
        distances.append(float(np.linalg.norm(labs[0] - labs[1])))
    assert np.median(distances) == pytest.approx(6.0, abs=1.0)


def test_pairs_of_photos_of_the_same_garment_are_pairs() -> None:
    assert same_garments()
    assert all(len(pair) == 2 for pair in same_garments())


def analysed_vectors(vectors: np.typing.NDArray[np.float64]) -> Analysed:
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    count = len(unit)
    return Analysed(
        unit.astype(np.float32),
        np.zeros(count, np.int64),
        np.full(count, 0.5),
        np.full(count, 0.9),
        np.ones(count, bool),
    )


def test_a_larger_gallery_finds_less_and_the_own_picture_is_left_out_for_false_alarms() -> None:
    rng = np.random.default_rng(0)
    own, drawn = rng.normal(size=(40, 12)), rng.normal(size=(4000, 12))
    photos = own + 0.5 * rng.normal(size=own.shape)
    units = np.arange(40).astype(str)
    part = Part(analysed_vectors(photos), analysed_vectors(own), np.arange(40), units, np.ones(40, bool))
    small, large = (
        finding._figures(finding._searched_in(part, analysed_vectors(drawn), size), part, JUDGE)
        for size in (60, 4000)
    )
    assert small["recall at 1"]["value"] > large["recall at 1"]["value"]
    assert small["recall at 5"]["value"] >= small["recall at 1"]["value"]
    assert small["recall at 1"]["of"] == 40
    assert set(small) == set(finding.COLUMNS)
    for row in small.values():
        assert row["interval"][0] <= row["value"] <= row["interval"][1]


def test_without_kin_a_twin_raises_a_false_alarm() -> None:
    rng = np.random.default_rng(1)
    own = np.repeat(rng.normal(size=(20, 12)), 2, axis=0) + 0.05 * rng.normal(size=(40, 12))
    photos, truth = own[::2], np.arange(0, 40, 2)
    units, everything = np.arange(20).astype(str), np.ones(20, bool)
    kin = (np.arange(40)[None] // 2) == (truth[:, None] // 2)
    none = analysed_vectors(np.ones((1, 12)))
    twins = Part(analysed_vectors(photos), analysed_vectors(own), truth, units, everything, absent_only=True)
    alone = Part(analysed_vectors(photos), analysed_vectors(own), truth, units, everything, kin)
    with_twin, without = (
        finding._figures(finding._searched_in(part, none, 41), part, JUDGE) for part in (twins, alone)
    )
    assert set(with_twin) == {"false in"}
    assert with_twin["false in"]["value"] > 0.5 > 0.2 > without["false in"]["value"]


def test_what_the_verdict_was_chosen_on_does_not_count_for_it() -> None:
    rng = np.random.default_rng(2)
    own = rng.normal(size=(10, 12))
    unused = np.arange(10) < 4
    part = Part(
        analysed_vectors(own), analysed_vectors(own), np.arange(10), np.arange(10).astype(str), unused
    )
    row = finding._figures(finding._searched_in(part, analysed_vectors(own), 10), part, JUDGE)
    assert row["recall at 1"]["of"] == 10
    assert row["false in"]["of"] == 4


def test_the_exam_runs_whole_and_prints_a_line_a_part_and_gallery(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OTHERS", "SHADED"):
        monkeypatch.setattr(finding, name, 2)
    phone_set(tmp_path / "data" / "phone")
    for name in ("ms01-red_main", "ms01-red_back", "ms01-blue_main", "ms02-red_alt1"):
        path = tmp_path / "data" / "shop" / "pictures" / f"{name}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(path), red_on_green()[0][..., ::-1])
    verdict = tmp_path / "verdict.json"
    verdict.write_text(json.dumps({"model": "eyes", "chosen_on": ["s0"], "calibration": JUDGE.calibration}))
    table = examine(tmp_path / "data", pipeline(), sizes=(4, 9), designs=3, verdict=verdict)
    assert {"phone, made bad", "phone, untouched", "no garment", "drawn, two poses"} < set(table)
    assert {"other drawn garments", "drawn, 6 from a shade that is there"} < set(table)
    assert set(table["drawn, two poses"]) == {"4", "9"}
    printed = lines(table)
    assert len(printed) == 1 + sum(len(sizes) for sizes in table.values())
    verdict.write_text(json.dumps({"model": "another", "calibration": {}}))
    with pytest.raises(VisionError, match="another model"):
        examine(tmp_path / "data", pipeline(), sizes=(4,), designs=3, verdict=verdict)

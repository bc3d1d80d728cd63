"""Photos that nobody masked are masked where two opinions agree."""

from __future__ import annotations

import csv
from pathlib import Path

import cv2
import numpy as np
import pytest

from vision.arrays import ProbabilityMap, RgbImage
from vision.errors import DataError
from vision.lab.exams.agreement import write_agreed
from vision.lab.training.data import examples


def photo_set(folder: Path) -> Path:
    """Four photos of the split train and one of val; the first has a mask."""
    (folder / "photos").mkdir(parents=True)
    (folder / "masks").mkdir()
    with (folder / "index.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["photo", "sender", "class", "has_mask", "split"])
        for number, split in enumerate(["train", "train", "train", "train", "val"]):
            writer.writerow([f"p{number}", f"s{number}", "upper", int(number == 0), split])
            picture = np.full((60, 40, 3), 40 * number, np.uint8)
            cv2.imwrite(str(folder / "photos" / f"p{number}.png"), picture)
    cv2.imwrite(str(folder / "masks" / "p0.png"), square(60, 40, 20))
    return folder


def square(height: int, width: int, side: int) -> np.typing.NDArray[np.uint8]:
    mask = np.zeros((height, width), np.uint8)
    mask[10 : 10 + side, 10 : 10 + side] = 255
    return mask


def sees(side: int) -> ProbabilityMap:
    return (square(60, 40, side) / 255).astype(np.float32)


def first(photo: RgbImage) -> ProbabilityMap:
    return sees(20)


def second(photo: RgbImage) -> ProbabilityMap:
    """Nearly the same on p1, something else on p2, and nothing on p3."""
    return sees({40: 21, 80: 8, 120: 0}[int(photo[0, 0, 0])])


def test_a_mask_is_kept_only_where_both_see_the_same(tmp_path: Path) -> None:
    kept, looked_at = write_agreed(photo_set(tmp_path / "set"), tmp_path / "out", first, second)
    assert (kept, looked_at) == (1, 3)
    made = examples(tmp_path / "out", split="train")
    assert [(example.name, int(example.labels.max())) for example in made] == [("p1", 1)]


def test_photos_of_the_validation_senders_are_left_alone(tmp_path: Path) -> None:
    write_agreed(photo_set(tmp_path / "set"), tmp_path / "out", first, lambda photo: first(photo), least=0.0)
    assert sorted(path.stem for path in (tmp_path / "out" / "photos").iterdir()) == ["p1", "p2", "p3"]


def test_a_garment_that_neither_sees_is_no_agreement(tmp_path: Path) -> None:
    def nothing(photo: RgbImage) -> ProbabilityMap:
        return sees(0)

    assert write_agreed(photo_set(tmp_path / "set"), tmp_path / "out", nothing, nothing) == (0, 3)


def test_a_folder_without_an_index_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"no index\.csv"):
        write_agreed(tmp_path, tmp_path / "out", first, second)

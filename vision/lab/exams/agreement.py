"""Mask photos without a mask where two independently trained networks agree."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from vision.arrays import ProbabilityMap, RgbImage
from vision.errors import DataError
from vision.lab.exams.metrics import iou

Predict = Callable[[RgbImage], ProbabilityMap]
"""(H, W, 3) -> (H, W), the probability of garment."""


def write_agreed(
    folder: Path, out: Path, first: Predict, second: Predict, *, split: str = "train", least: float = 0.9
) -> tuple[int, int]:
    """Write the photos of a split that have no mask to a new photo set, with masks.

    A photo is written if both predictions, thresholded at 0.5, have an IoU of `least` or more. Its mask is
    their mean, thresholded at 0.5. Its row of the index is written too.

    Returns:
        How many photos were written, and how many had no mask.

    Raises:
        DataError: the folder has no index, or one of its photos cannot be read.
    """
    index = folder / "index.csv"
    if not index.is_file():
        raise DataError(f"{folder} has no index.csv: name a photo set with an index, such as phone/.")
    with index.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    masked = {path.stem for path in (folder / "masks").glob("*.png")}
    photos = {path.stem: path for path in (folder / "photos").iterdir()}
    unmasked = [row for row in rows if row["split"] == split and row["photo"] not in masked]
    (out / "photos").mkdir(parents=True, exist_ok=True)
    (out / "masks").mkdir(exist_ok=True)
    written = []
    for row in unmasked:
        path = photos.get(row["photo"])
        picture = None if path is None else cv2.imread(str(path), cv2.IMREAD_COLOR)
        if path is None or picture is None:
            raise DataError(f"{row['photo']} of {index} has no readable photo in {folder / 'photos'}.")
        photo = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB).astype(np.uint8)
        ours, theirs = first(photo), second(photo)  # (H, W)
        if not (ours > 0.5).any() or iou(ours > 0.5, theirs > 0.5) < least:
            continue
        mask = np.where((ours + theirs) / 2 > 0.5, 255, 0).astype(np.uint8)
        cv2.imwrite(str(out / "masks" / f"{row['photo']}.png"), mask)
        (out / "photos" / path.name).write_bytes(path.read_bytes())
        written.append(row)
    with (out / "index.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]) if rows else [])
        writer.writeheader()
        writer.writerows(written)
    return len(written), len(unmasked)

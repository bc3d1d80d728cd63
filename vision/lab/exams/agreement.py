"""Masks for photos that nobody masked: kept where two networks that learnt apart agree."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from vision.arrays import ProbabilityMap, RgbImage
from vision.errors import DataError
from vision.lab.exams.metrics import iou

Opinion = Callable[[RgbImage], ProbabilityMap]
"""(H, W, 3) -> (H, W), the chance of garment."""


def write_agreed(
    folder: Path, out: Path, first: Opinion, second: Opinion, *, split: str = "train", least: float = 0.9
) -> tuple[int, int]:
    """Mask the unmasked photos of a photo set, of one split, into a photo set that training can read.

    A photo is kept where both opinions, cut at one half, have an IoU of `least` or more; its mask is their
    mean, cut at one half. Its row of the index is kept with it, so that class and sender stay known.

    Returns:
        How many photos were kept, and how many were looked at.

    Raises:
        DataError: the folder has no index, or a photo of it cannot be read.
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
    kept = []
    for row in unmasked:
        path = photos.get(row["photo"])
        picture = None if path is None else cv2.imread(str(path), cv2.IMREAD_COLOR)
        if path is None or picture is None:
            raise DataError(f"{row['photo']} of {index} has no readable photo in {folder / 'photos'}.")
        photo = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB).astype(np.uint8)
        one, other = first(photo), second(photo)
        if not (one > 0.5).any() or iou(one > 0.5, other > 0.5) < least:
            continue
        mask = np.where((one + other) / 2 > 0.5, 255, 0).astype(np.uint8)
        cv2.imwrite(str(out / "masks" / f"{row['photo']}.png"), mask)
        (out / "photos" / path.name).write_bytes(path.read_bytes())
        kept.append(row)
    with (out / "index.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]) if rows else [])
        writer.writeheader()
        writer.writerows(kept)
    return len(kept), len(unmasked)

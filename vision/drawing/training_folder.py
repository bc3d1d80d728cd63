"""Write drawings to a training folder: photos, exact masks and an index, as for real photos."""

from __future__ import annotations

import csv
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.drawing.garment import KINDS, garment_class, random_garment
from vision.drawing.phone import draw_phone

COLUMNS: tuple[str, ...] = ("photo", "sender", "label", "class", "has_mask", "mask_agreement", "split")
"""Columns of `index.csv`: file name without extension, sender, kind, class, 1, 1.0, train or val."""

_LABELS = {
    "T-shirt": "T-Shirt",
    "longsleeve": "Longsleeve",
    "shirt": "Shirt",
    "hoodie": "Hoodie",
    "dress": "Dress",
    "trousers": "Pants",
    "shorts": "Shorts",
    "skirt": "Skirt",
    "jacket": "Outwear",
    "hat": "Hat",
    "shoe": "Shoes",
}
_SIZES = ((512, 384), (512, 384), (512, 384), (384, 512), (512, 288), (448, 448))


def write_training_folder(folder: Path, count: int, seed: int) -> None:
    """Write `photos/*.jpg`, `masks/*.png` (0 and 255) and `index.csv`; every tenth photo is for validation.

    Kinds take turns. Bags are skipped, since they belong to no class.

    Raises:
        OSError: the folder cannot be written.
    """
    (folder / "photos").mkdir(parents=True, exist_ok=True)
    (folder / "masks").mkdir(exist_ok=True)
    kinds = [kind for kind in KINDS if garment_class(kind) is not None]
    with (folder / "index.csv").open("w", newline="", encoding="utf-8") as file:
        index = csv.writer(file)
        index.writerow(COLUMNS)
        for number in range(count):
            rng = np.random.default_rng([seed, number])
            kind = kinds[number % len(kinds)]
            name = f"drawn-{seed}-{number:06d}"
            photo, mask = draw_phone(
                random_garment(rng, kind), rng, size=_SIZES[int(rng.integers(len(_SIZES)))]
            )
            _write(folder / "photos" / f"{name}.jpg", photo[..., ::-1])
            _write(folder / "masks" / f"{name}.png", mask.astype(np.uint8) * 255)
            split = "val" if number % 10 == 9 else "train"
            index.writerow((name, f"drawn-{seed}-{split}", _LABELS[kind], garment_class(kind), 1, 1.0, split))


def _write(path: Path, pixels: NDArray[np.uint8]) -> None:
    options = [cv2.IMWRITE_JPEG_QUALITY, 92] if path.suffix == ".jpg" else []
    done, packed = cv2.imencode(path.suffix, np.ascontiguousarray(pixels), options)
    if not done:
        raise OSError(f"{path.name} could not be encoded.")
    path.write_bytes(packed.tobytes())

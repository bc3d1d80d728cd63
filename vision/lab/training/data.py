"""Read folders of photos with masks into memory.

A folder is either one *set* (`photos/`, `masks/`, and an optional `index.csv` with the columns `photo`,
`sender`, `class`, `has_mask`, `split`), a folder of PNG *cut-outs* with alpha mattes, or a folder of such
folders.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import GARMENT_CLASSES, ClassMap, RgbImage
from vision.errors import DataError

UNKNOWN_CLASS = 255
"""The label of garment pixels of unknown class."""

# Words in file names, for pictures whose class no index gives.
_CLASS_WORDS = {
    "upper": ("shirt", "tee", "hoodie", "polo", "sweatshirt"),
    "headwear": ("beanie", "cap", "hat"),
    "footwear": ("plimsolls", "blanace", "balance", "force", "shoe"),
}
_MAGENTO_PREFIXES = {  # style codes of the shop with photos of worn garments: m for men, w for women
    "mh": "upper", "wh": "upper", "ms": "upper", "ws": "upper", "mt": "upper", "wt": "upper", "wb": "upper",
    "mj": "outer", "wj": "outer", "mp": "lower", "wp": "lower", "msh": "lower", "wsh": "lower",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A photo with a label for each pixel."""

    name: str
    source: str
    """The folder's name."""
    photo: RgbImage
    labels: ClassMap
    """(H, W): 0 background, i for `GARMENT_CLASSES[i - 1]`, 255 for a garment of unknown class."""
    alpha: NDArray[np.uint8] | None = None
    """(H, W), 0 to 255; of cut-outs only, whose background must be replaced."""
    sender: str = ""
    """The sender, if an index gives it."""


def class_label(name: str | None) -> int:
    """Convert a class to its label: 1 to 6, or 255 for None."""
    return GARMENT_CLASSES.index(name) + 1 if name in GARMENT_CLASSES else UNKNOWN_CLASS


def class_of_name(name: str) -> str | None:
    """Derive a class from a word or a style code in a file name; None if there is neither."""
    code = "".join(letter for letter in name.split("-")[0].lower() if letter.isalpha())
    if code in _MAGENTO_PREFIXES:
        return _MAGENTO_PREFIXES[code]
    words = name.lower().replace("-", "_").split("_")
    return next((cls for cls, nouns in _CLASS_WORDS.items() if any(noun in words for noun in nouns)), None)


def examples(folder: Path, *, split: str | None = None, longest_side: int = 0) -> list[Example]:
    """Read all photos with masks under `folder`.

    In a set without an index, every fifth design belongs to `val`, the rest to `train`. Cut-outs belong to
    every split but `val`.

    Args:
        split: `train` or `val`; None reads both.
        longest_side: in pixels; larger pictures are shrunk to it. 0 keeps every pixel.

    Raises:
        DataError: there is no photo with a mask, or one cannot be read.
    """
    photos = [_shrunk(example, longest_side) for example in _walk(folder, split)]
    if not photos:
        which = f" of the split {split}" if split else ""
        raise DataError(
            f"No photo with a mask{which} lies under {folder}: give a folder with photos/ and masks/, "
            "or ask for all splits."
        )
    return photos


def _walk(folder: Path, split: str | None) -> Iterator[Example]:
    if (folder / "photos").is_dir() and (folder / "masks").is_dir():
        yield from _photo_set(folder, split)
        return
    if split != "val":
        for path in sorted(folder.glob("*.png")):
            if (cutout := _cutout(path)) is not None:
                yield cutout
    for subfolder in sorted(path for path in folder.iterdir() if path.is_dir()):
        yield from _walk(subfolder, split)


def _photo_set(folder: Path, split: str | None) -> Iterator[Example]:
    rows: dict[str, dict[str, str]] = {}
    if (folder / "index.csv").is_file():
        with (folder / "index.csv").open(newline="", encoding="utf-8") as file:
            rows = {row["photo"]: row for row in csv.DictReader(file)}
    photos = {path.stem: path for path in (folder / "photos").iterdir()}
    for mask_path in sorted((folder / "masks").glob("*.png")):
        name = mask_path.stem
        row = rows.get(name)
        if split and (row.get("split", "train") if row else _split_of_design(name)) != split:
            continue
        if name not in photos:
            raise DataError(f"{mask_path} has no photo of the same name in {folder / 'photos'}.")
        photo = cv2.imread(str(photos[name]), cv2.IMREAD_COLOR)
        mask = cv2.imread(str(mask_path), cv2.IMREAD_GRAYSCALE)
        if photo is None or mask is None:
            raise DataError(f"{mask_path} or its photo is no readable picture.")
        if mask.shape != photo.shape[:2]:
            mask = cv2.resize(mask, (photo.shape[1], photo.shape[0]), interpolation=cv2.INTER_NEAREST)
        label = class_label(row.get("class") if row else class_of_name(name))
        labels = np.where(mask > 127, label, 0).astype(np.uint8)
        rgb = cv2.cvtColor(photo, cv2.COLOR_BGR2RGB).astype(np.uint8)
        yield Example(name, folder.name, rgb, labels, sender=(row or {}).get("sender", ""))


def _cutout(path: Path) -> Example | None:
    picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if picture is None or picture.ndim != 3 or picture.shape[2] != 4:
        return None
    alpha = picture[:, :, 3]
    # Some mattes include a soft shadow. The garment is the largest part that is more than half opaque.
    _, parts, stats, _ = cv2.connectedComponentsWithStats((alpha > 127).astype(np.uint8))
    if len(stats) < 2:
        return None
    garment = parts == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    label = class_label(class_of_name(path.stem))
    labels = np.where(garment, label, 0).astype(np.uint8)
    matte = np.where(cv2.dilate(garment.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0, alpha, 0)
    rgb = cv2.cvtColor(picture[:, :, :3], cv2.COLOR_BGR2RGB)
    return Example(path.stem, path.parent.name, rgb.astype(np.uint8), labels, matte.astype(np.uint8))


def _split_of_design(name: str) -> str:
    digits = "".join(letter for letter in name.split("-")[0] if letter.isdigit())
    return "val" if digits and int(digits) % 5 == 0 else "train"


def _shrunk(example: Example, longest_side: int) -> Example:
    height, width = example.labels.shape
    scale = longest_side / max(height, width) if longest_side else 1.0
    if scale >= 1.0:
        return example
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    alpha = example.alpha
    return Example(
        example.name,
        example.source,
        cv2.resize(example.photo, size, interpolation=cv2.INTER_AREA).astype(np.uint8),
        cv2.resize(example.labels, size, interpolation=cv2.INTER_NEAREST).astype(np.uint8),
        None if alpha is None else cv2.resize(alpha, size, interpolation=cv2.INTER_AREA).astype(np.uint8),
        example.sender,
    )


def drawn_examples(count: int, *, seed: int, side: int = 256) -> list[Example]:
    """Draw phone photos of garments with exact masks; see `vision.drawing`."""
    if not count:
        return []
    from vision.drawing import draw_phone, garment_class, random_garment

    rng = np.random.default_rng(seed)
    drawings = []
    for number in range(count):
        garment = random_garment(rng)
        photo, mask = draw_phone(garment, rng, size=(side, side))
        labels = np.where(mask, class_label(garment_class(garment.kind)), 0).astype(np.uint8)
        drawings.append(Example(f"drawn-{seed}-{number}", "drawn", photo, labels))
    return drawings

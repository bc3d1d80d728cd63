"""The pictures of the trained embedding's exam, cut out by the pipeline.

Nothing in them was trained on: phone senders and shop designs are those that `vision.lab.training.cut_outs`
leaves out. Catalogue views and queries are altered independently of each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import cv2
import numpy as np

from vision.arrays import RgbImage
from vision.decoding.photos import decode
from vision.drawing import draw_studio, random_garment
from vision.lab.exams.shop import Segment
from vision.lab.training.augmentation import warehouse_view
from vision.lab.training.cut_outs import CutOut, cut_out, phone_photos, unseen_design, unseen_sender
from vision.lab.training.data import Example, class_of_name
from vision.pipeline import WORKING_SIDE

GALLERY = 1000
BAD_VIEWS = 2
SIDE = 256
"""Pixels a side of a cut-out."""


def gallery(folder: Path, segment: Segment) -> Iterator[CutOut]:
    """Catalogue views of all unseen senders' photos, those of the split `val` first, and drawings."""
    yield from islice(filter(None, _catalogue_views(folder, segment)), GALLERY)


def _catalogue_views(folder: Path, segment: Segment) -> Iterator[CutOut | None]:
    for is_query in (True, False):
        wanted = _validation if is_query else lambda row: unseen_sender(row) and not _validation(row)
        for number, (name, row, photo) in enumerate(phone_photos(folder, wanted)):
            view = altered(photo, np.random.default_rng([1, is_query, number]))
            yield cut_out(view, segment(view), name, design=row["sender"], side=SIDE)
    number = 0
    while True:
        garment = random_garment(np.random.default_rng([30_001, number]))
        yield cut_out(*draw_studio(garment, size=320), f"drawn-{number}", side=SIDE)
        number += 1


def queries(folder: Path, segment: Segment, *, bad: bool) -> Iterator[CutOut | None]:
    """The validation senders' photos, as they are or made bad; cut out whole where nothing is recognised."""
    for number, (name, row, photo) in enumerate(phone_photos(folder, _validation)):
        for again in range(BAD_VIEWS if bad else 1):
            query = made_bad(photo, np.random.default_rng([2, again, number])) if bad else photo
            whole = np.ones(query.shape[:2], bool)
            cut = cut_out(query, segment(query), name, design=row["sender"], side=SIDE)
            yield cut or cut_out(query, whole, name, design=row["sender"], side=SIDE)


def shop(folder: Path, segment: Segment) -> Iterator[CutOut | None]:
    """All main views, and the others of unseen designs; `kind` is the view."""
    for path in sorted(folder.rglob("*.jpg")):
        item, _, kind = path.stem.rpartition("_")
        design = item.split("-")[0]
        if not item or (kind != "main" and not unseen_design(design)):
            continue
        photo = decode(path.read_bytes(), at_least=WORKING_SIDE)
        mask = segment(photo, class_of_name(path.stem) if kind == "main" else None)
        yield cut_out(photo, mask, item, design=design, kind=kind, side=SIDE)


def _validation(row: Mapping[str, str]) -> bool:
    return row["split"] == "val"


def made_bad(photo: RgbImage, rng: np.random.Generator) -> RgbImage:
    """Another photo of the garment, as bad as a warehouse makes it."""
    no_labels = np.zeros(photo.shape[:2], np.uint8)
    return warehouse_view(Example("", "", altered(photo, rng), no_labels), rng).photo


def altered(photo: RgbImage, rng: np.random.Generator) -> RgbImage:
    """Return the photo relit, its garment creased, at an angle: as another photo of it would be."""
    height, width = photo.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    cells = int(rng.integers(5, 9))
    coarse = rng.normal(0, 0.02 * max(height, width), (cells, cells, 2)).astype(np.float32)
    shift = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    creased = cv2.remap(
        photo, x + shift[..., 0], y + shift[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = (corners + rng.uniform(-0.1, 0.1, (4, 2)) * [width, height]).astype(np.float32)
    askew = cv2.warpPerspective(
        creased,
        cv2.getPerspectiveTransform(corners, moved),
        (width, height),
        borderMode=cv2.BORDER_REFLECT_101,
    )
    light = cv2.resize(rng.uniform(0.65, 1.2, (2, 2)).astype(np.float32), (width, height))
    gain = rng.uniform(0.75, 1.2) * rng.uniform(0.92, 1.08, 3)
    relit: RgbImage = np.clip(askew * light[..., None] * gain, 0, 255).astype(np.uint8)
    return relit

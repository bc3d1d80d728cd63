"""The exam of photos with several garments: whether each is found, and the right one chosen.

No photo has references of two garments, so photos are composed: two garments, cut out by their reference
masks, on the background of a third photo.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count as counting
from typing import Any, Literal, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from vision import masks
from vision.arrays import GARMENT_CLASSES, Mask, RgbImage
from vision.lab.exams.metrics import iou
from vision.lab.training.augmentation import ground_of
from vision.lab.training.data import UNKNOWN_CLASS, Example
from vision.segmentation.garments import prominence
from vision.segmentation.segmenter import Segmentation

Kind: TypeAlias = Literal["apart", "touching"]

COUNT = 48
"""Composed photos in the exam."""
SIDE = 480
CLEARLY = 1.5
"""The right garment is at least this many times as prominent; with less, a person would doubt too."""
LEAST_IOU = 0.5
"""A garment is found from this IoU on."""

_WORN_ABOVE = ("upper", "outer")


@dataclass(frozen=True, slots=True)
class Composite:
    """A photo of two garments."""

    photo: RgbImage
    kind: Kind
    garments: tuple[Mask, Mask]
    """The visible part of each, (H, W); the first is the right one."""
    classes: tuple[str, str]


def composites(examples: Sequence[Example], count: int, *, seed: int = 0) -> list[Composite]:
    """Compose photos of two garments: half of them apart, half touching (a top over trousers).

    Uses whole garments of a known class. Empty without a top, trousers and a background.
    """
    rng = np.random.default_rng(seed)
    whole = [example for example in examples if _is_whole(example)]
    grounds = [ground for ground in map(ground_of, examples) if ground is not None]
    above = [example for example in whole if _class(example) in _WORN_ABOVE]
    below = [example for example in whole if _class(example) == "lower"]
    if not grounds or not above or not below or len(whole) < 2:
        return []
    composed: list[Composite] = []
    for tries in counting():
        if len(composed) == count or tries > 20 * count:
            return composed
        ground = _ground(grounds[int(rng.integers(len(grounds)))])
        if len(composed) % 2:
            composite = _touching(ground, _sample(above, rng), _sample(below, rng), rng)
        else:
            composite = _apart(ground, _sample(whole, rng), _sample(whole, rng), rng)
        if composite is not None:
            composed.append(composite)
    return composed


def examine(photos: Sequence[Composite], segment: Callable[[RgbImage], Segmentation]) -> dict[str, Any]:
    """Segment composed photos and score them, by kind.

    `both_found`: each garment has a mask with an IoU of 0.5 or more. `right_chosen`: the chosen mask is
    nearer to the right garment than to the second, and than to both together. `iou`: of the chosen mask with
    the right garment. `class_right`: the right garment is chosen, and its class is right.
    """
    scores_by_kind: dict[str, list[dict[str, float]]] = defaultdict(list)
    for composite in photos:
        segmentation = segment(composite.photo)
        right, second = composite.garments
        reached = iou(segmentation.mask, right)
        chosen = reached >= max(
            LEAST_IOU, iou(segmentation.mask, second), iou(segmentation.mask, right | second)
        )
        scores = {
            "both_found": all(
                any(iou(garment.mask, truth) >= LEAST_IOU for garment in segmentation.garments)
                for truth in composite.garments
            ),
            "right_chosen": chosen,
            "iou": reached,
            "class_right": chosen and segmentation.garment_class == composite.classes[0],
        }
        for kind in ("all", composite.kind):
            scores_by_kind[kind].append(scores)
    return {
        kind: {
            "photos": len(rows),
            **{name: round(float(np.mean([row[name] for row in rows])), 4) for name in rows[0]},
        }
        for kind, rows in sorted(scores_by_kind.items())
    }


def _apart(ground: RgbImage, right: Example, second: Example, rng: np.random.Generator) -> Composite | None:
    height, width = ground.shape[:2]
    return _composed(
        ground,
        "apart",
        (right, rng.uniform(0.5, 0.65) * height, rng.uniform(0.4, 0.6, 2) * (width, height)),
        (second, rng.uniform(0.25, 0.4) * height, rng.uniform(0.1, 0.9, 2) * (width, height)),
        apart=True,
    )


def _touching(ground: RgbImage, top: Example, bottom: Example, rng: np.random.Generator) -> Composite | None:
    """Lay a top's hem over a waistband, as worn, with either garment in the middle."""
    height, width = ground.shape[:2]
    sizes = rng.uniform(0.35, 0.6, 2) * height
    middle = rng.uniform(0.45, 0.55) * width
    seam = rng.uniform(0.3, 0.7) * height
    overlap = rng.uniform(0.05, 0.15) * sizes[1]
    centres = (
        (middle, seam - _tall(top, sizes[0]) / 2),
        (
            middle,
            seam - overlap + _tall(bottom, sizes[1]) / 2,
        ),
    )
    # The second lies on top.
    return _composed(
        ground,
        "touching",
        (bottom, sizes[1], np.array(centres[1])),
        (top, sizes[0], np.array(centres[0])),
        apart=False,
    )


def _composed(
    ground: RgbImage,
    kind: Kind,
    first: tuple[Example, float, NDArray[np.float64]],
    second: tuple[Example, float, NDArray[np.float64]],
    *,
    apart: bool,
) -> Composite | None:
    """Lay two garments, (example, longer side, centre), on a copy of the background.

    None if one is cut off, if they touch against `apart`, or if it is unclear which is the right one.
    """
    photo = ground.copy()
    visible: list[Mask] = []
    for example, side, centre in (first, second):
        alpha = _laid(photo, example, side, centre)
        whole = alpha > 0.5
        if min(whole[0].sum(), whole[-1].sum(), whole[:, 0].sum(), whole[:, -1].sum()) > 0:
            return None
        visible = [mask & ~whole for mask in visible] + [whole]
    near = cv2.dilate(visible[0].astype(np.uint8), np.ones((25, 25), np.uint8)) > 0
    if apart == bool((near & visible[1]).any()):
        return None
    classes = [_class(first[0]), _class(second[0])]
    weights = [prominence(mask) for mask in visible]
    if weights[1] > weights[0]:
        visible, classes, weights = visible[::-1], classes[::-1], weights[::-1]
    if weights[0] < CLEARLY * weights[1] or weights[1] < 0.05 * weights[0]:
        return None
    return Composite(photo, kind, (visible[0], visible[1]), (classes[0], classes[1]))


def _laid(photo: RgbImage, example: Example, side: float, centre: NDArray[np.float64]) -> NDArray[np.float32]:
    """Draw the garment into the photo, in place; return its alpha, (H, W), 0 to 1."""
    inside = example.labels > 0
    top, left, bottom, right = masks.bounding_box(inside) or (0, 0, *inside.shape)
    scale = side / max(bottom - top, right - left)
    shift = centre - scale * np.array([(left + right) / 2, (top + bottom) / 2])
    matrix = np.array([[scale, 0, shift[0]], [0, scale, shift[1]]])
    size = photo.shape[1], photo.shape[0]
    cover = cv2.GaussianBlur(inside.astype(np.float32), (0, 0), 0.7)
    alpha = cv2.warpAffine(cover, matrix, size).astype(np.float32)
    garment = cv2.warpAffine(example.photo, matrix, size, flags=cv2.INTER_AREA)
    photo[:] = (garment * alpha[..., None] + photo * (1 - alpha[..., None])).astype(np.uint8)
    return alpha


def _tall(example: Example, side: float) -> float:
    top, left, bottom, right = masks.bounding_box(example.labels > 0) or (0, 0, 1, 1)
    return side * (bottom - top) / max(bottom - top, right - left)


def _ground(ground: RgbImage) -> RgbImage:
    """Resize and crop a background to a portrait photo, (480, 360, 3)."""
    return cv2.resize(ground, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)[:, : SIDE * 3 // 4].astype(
        np.uint8
    )


def _sample(examples: Sequence[Example], rng: np.random.Generator) -> Example:
    return examples[int(rng.integers(len(examples)))]


def _class(example: Example) -> str:
    return GARMENT_CLASSES[int(example.labels.max()) - 1]


def _is_whole(example: Example) -> bool:
    """Whether the garment's class is known, and it does not touch the photo's edge."""
    inside = example.labels > 0
    edges = (inside[0], inside[-1], inside[:, 0], inside[:, -1])
    has_class = int(example.labels.max()) != UNKNOWN_CLASS
    return has_class and bool(inside.any()) and not any(edge.any() for edge in edges)

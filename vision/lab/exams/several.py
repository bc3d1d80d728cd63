"""The exam of photos with several garments: is each found, and is the right one chosen?

No photo here has a reference of two garments, so that such photos are composed: two garments of the same
exam, cut out by their reference masks, on the ground of a third photo.
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
"""How many composed photos the exam asks about."""
SIDE = 480
CLEARLY = 1.5
"""The right garment's prominence is so many times the other's; less would be doubtful to a person too."""
FOUND = 0.5
"""A garment is found from this IoU on."""

_WORN_ABOVE = ("upper", "outer")


@dataclass(frozen=True, slots=True)
class Composite:
    """A photo of two garments."""

    photo: RgbImage
    kind: Kind
    garments: tuple[Mask, Mask]
    """What is seen of each, (H, W); the first is the one that the photo is of."""
    classes: tuple[str, str]


def composites(examples: Sequence[Example], count: int, *, seed: int = 0) -> list[Composite]:
    """Photos of two garments, half of them apart and half touching (a top over trousers).

    Only garments that are seen whole and whose class is known are used; fewer than two of different classes
    give no composites.
    """
    rng = np.random.default_rng(seed)
    whole = [example for example in examples if _is_whole(example)]
    grounds = [ground for ground in map(ground_of, examples) if ground is not None]
    above = [example for example in whole if _class(example) in _WORN_ABOVE]
    below = [example for example in whole if _class(example) == "lower"]
    if not grounds or not above or not below or len(whole) < 2:
        return []
    made: list[Composite] = []
    for tried in counting():
        if len(made) == count or tried > 20 * count:
            return made
        ground = _ground(grounds[int(rng.integers(len(grounds)))])
        if len(made) % 2:
            composed = _touching(ground, _one(above, rng), _one(below, rng), rng)
        else:
            composed = _apart(ground, _one(whole, rng), _one(whole, rng), rng)
        if composed is not None:
            made.append(composed)
    return made


def examine(questions: Sequence[Composite], segment: Callable[[RgbImage], Segmentation]) -> dict[str, Any]:
    """What becomes of each composite, by kind.

    `both_found`: each garment has a mask of its own of IoU 0.5 or more. `right_chosen`: the chosen mask is
    nearer to the right garment than to the other and to both together. `iou`: of the chosen mask with the
    right garment. `class_right`: rightly chosen, and its class too.
    """
    told: dict[str, list[dict[str, float]]] = defaultdict(list)
    for question in questions:
        found = segment(question.photo)
        right, other = question.garments
        reached = iou(found.mask, right)
        chosen = reached >= max(FOUND, iou(found.mask, other), iou(found.mask, right | other))
        scores = {
            "both_found": all(
                any(iou(garment.mask, truth) >= FOUND for garment in found.garments)
                for truth in question.garments
            ),
            "right_chosen": chosen,
            "iou": reached,
            "class_right": chosen and found.garment_class == question.classes[0],
        }
        for kind in ("all", question.kind):
            told[kind].append(scores)
    return {
        kind: {
            "photos": len(rows),
            **{name: round(float(np.mean([row[name] for row in rows])), 4) for name in rows[0]},
        }
        for kind, rows in sorted(told.items())
    }


def _apart(ground: RgbImage, right: Example, other: Example, rng: np.random.Generator) -> Composite | None:
    height, width = ground.shape[:2]
    return _composed(
        ground,
        "apart",
        (right, rng.uniform(0.5, 0.65) * height, rng.uniform(0.4, 0.6, 2) * (width, height)),
        (other, rng.uniform(0.25, 0.4) * height, rng.uniform(0.1, 0.9, 2) * (width, height)),
        apart=True,
    )


def _touching(ground: RgbImage, top: Example, bottom: Example, rng: np.random.Generator) -> Composite | None:
    """Worn or laid out as worn: the top's hem over the waistband, the one or the other in the middle."""
    height, width = ground.shape[:2]
    sizes = rng.uniform(0.35, 0.6, 2) * height
    middle = rng.uniform(0.45, 0.55) * width
    seam = rng.uniform(0.3, 0.7) * height
    overlap = rng.uniform(0.05, 0.15) * sizes[1]
    places = (
        (middle, seam - _tall(top, sizes[0]) / 2),
        (
            middle,
            seam - overlap + _tall(bottom, sizes[1]) / 2,
        ),
    )
    # The last that is laid lies above: the top.
    return _composed(
        ground,
        "touching",
        (bottom, sizes[1], np.array(places[1])),
        (top, sizes[0], np.array(places[0])),
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
    """Both laid down, (example, longer side, centre); None where that makes no fair question."""
    photo = ground.copy()
    seen: list[Mask] = []
    for example, side, centre in (first, second):
        alpha = _laid(photo, example, side, centre)
        whole = alpha > 0.5
        if min(whole[0].sum(), whole[-1].sum(), whole[:, 0].sum(), whole[:, -1].sum()) > 0:
            return None
        seen = [mask & ~whole for mask in seen] + [whole]
    near = cv2.dilate(seen[0].astype(np.uint8), np.ones((25, 25), np.uint8)) > 0
    if apart == bool((near & seen[1]).any()):
        return None
    classes = [_class(first[0]), _class(second[0])]
    weights = [prominence(mask) for mask in seen]
    if weights[1] > weights[0]:
        seen, classes, weights = seen[::-1], classes[::-1], weights[::-1]
    if weights[0] < CLEARLY * weights[1] or weights[1] < 0.05 * weights[0]:
        return None
    return Composite(photo, kind, (seen[0], seen[1]), (classes[0], classes[1]))


def _laid(photo: RgbImage, example: Example, side: float, centre: NDArray[np.float64]) -> NDArray[np.float32]:
    """Lay the garment on the photo, in place; how much of each pixel it covers, (H, W), 0 to 1."""
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
    """The ground as a portrait photo, (480, 360, 3)."""
    return cv2.resize(ground, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)[:, : SIDE * 3 // 4].astype(
        np.uint8
    )


def _one(of: Sequence[Example], rng: np.random.Generator) -> Example:
    return of[int(rng.integers(len(of)))]


def _class(example: Example) -> str:
    return GARMENT_CLASSES[int(example.labels.max()) - 1]


def _is_whole(example: Example) -> bool:
    """Whether the garment's class is known, and none of it lies at the photo's edge."""
    inside = example.labels > 0
    edges = (inside[0], inside[-1], inside[:, 0], inside[:, -1])
    known = int(example.labels.max()) != UNKNOWN_CLASS
    return known and bool(inside.any()) and not any(edge.any() for edge in edges)

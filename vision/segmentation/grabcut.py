"""GrabCut (Rother et al. 2004), seeded by a probability map, a rectangle, or a person's strokes.

It works on a small copy of the photo, to be fast, and gives the same mask for the same input.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision import masks
from vision.arrays import Mask, ProbabilityMap, RgbImage
from vision.decoding.photos import shrunk
from vision.errors import StrokeError

_PLAIN = 1.0
"""A photo whose levels deviate less than this has no colours to cut along, and takes GrabCut seconds."""
_START_SIDE = 128
"""Colour models start at this longest side, in pixels, if there are twice as many: it costs a tenth."""
_START_PIXELS = 50
"""Of each kind, which the start of its colour model needs."""
_FAR = 16000
"""Points of strokes are clipped to this, in pixels of the small copy; see `_draw`."""

Rectangle = tuple[int, int, int, int]
"""(top, left, bottom, right) in photo pixels, the last two exclusive."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line that a person drew over the photo."""

    points: tuple[tuple[float, float], ...]
    """(x, y) in photo pixels."""
    garment: bool
    """Whether the line marks garment or background."""
    width: float = 12.0
    """In photo pixels."""


def from_probabilities(
    photo: RgbImage,
    garment: ProbabilityMap,
    *,
    side: int = 256,
    iterations: int = 3,
    sure_garment: float = 0.98,
    sure_ground: float = 0.02,
) -> Mask | None:
    """Cut out by colour where the map is unsure.

    Args:
        photo: (H, W, 3).
        garment: (H, W), probabilities of garment.
        side: longest side, in pixels, of the small copy.
        sure_garment, sure_ground: pixels with probabilities beyond these are fixed.

    Returns:
        (H, W), or None if the map has no garment or no background to learn colours from.
    """
    small = shrunk(photo, side)
    height, width = small.shape[:2]
    small_map = cv2.resize(garment, (width, height), interpolation=cv2.INTER_AREA)
    seeds = np.where(small_map > 0.5, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    seeds[small_map >= sure_garment] = cv2.GC_FGD
    seeds[small_map <= sure_ground] = cv2.GC_BGD
    return _upscaled(_cut(small, seeds, iterations), photo)


def from_rectangle(
    photo: RgbImage, rectangle: Rectangle | None = None, *, side: int = 192, iterations: int = 5
) -> Mask | None:
    """Cut out the garment in a rectangle; by default 6% inside each edge. Returns as `from_probabilities`."""
    small = shrunk(photo, side)
    height, width = small.shape[:2]
    top, left, bottom, right = _scaled(rectangle, photo, (height, width))
    seeds = np.full((height, width), cv2.GC_BGD, np.uint8)
    seeds[top:bottom, left:right] = cv2.GC_PR_FGD
    return _upscaled(_cut(small, seeds, iterations), photo)


def refine(
    photo: RgbImage,
    mask: Mask,
    strokes: Sequence[Stroke],
    rectangle: Rectangle | None = None,
    *,
    side: int = 384,
    iterations: int = 2,
) -> Mask:
    """Correct a mask by a person's strokes, which colour extends.

    Args:
        photo: (H, W, 3).
        mask: (H, W), the mask so far.
        strokes: later ones are drawn over earlier ones, and clipped to the photo. A single point is a dot.
        rectangle: nothing outside it is garment. One that lies outside the photo is ignored.

    Returns:
        (H, W); the given mask if no garment or no background is left to learn colours from.

    Raises:
        StrokeError: a point is not finite.
    """
    small = shrunk(photo, side)
    height, width = small.shape[:2]
    scale = width / photo.shape[1]
    before = cv2.resize(mask.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA) > 0.5
    seeds = np.where(before, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    if rectangle is not None:
        top, left, bottom, right = _scaled(rectangle, photo, (height, width))
        if top < bottom and left < right:
            outside = np.ones((height, width), bool)
            outside[top:bottom, left:right] = False
            seeds[outside] = cv2.GC_BGD
    for stroke in strokes:
        _draw(seeds, stroke, scale)
    refined = _upscaled(_cut(small, seeds, iterations), photo)
    return mask if refined is None else refined


def _draw(seeds: NDArray[np.uint8], stroke: Stroke, scale: float) -> None:
    """Draw a stroke into the seeds, (h, w), in place."""
    points = np.array(stroke.points, dtype=np.float64).reshape(-1, 2) * scale
    if not np.isfinite(points).all():
        raise StrokeError("A stroke has a point that is no finite number: give x and y in photo pixels.")
    if not len(points):
        return
    # OpenCV has 16 bits for whole pixels. The small copy is smaller, so clipped points lie outside it.
    whole = np.round(np.clip(points, -_FAR, _FAR)).astype(np.int32)
    if len(whole) == 1:
        whole = whole.repeat(2, axis=0)
    value = cv2.GC_FGD if stroke.garment else cv2.GC_BGD
    cv2.polylines(seeds, [whole.reshape(-1, 1, 2)], False, int(value), max(1, round(stroke.width * scale)))


def _scaled(rectangle: Rectangle | None, photo: RgbImage, size: tuple[int, int]) -> Rectangle:
    height, width = size
    if rectangle is None:
        y, x = max(1, round(height * 0.06)), max(1, round(width * 0.06))
        return y, x, max(y + 1, height - y), max(x + 1, width - x)
    scale = width / photo.shape[1]
    top, left, bottom, right = (round(edge * scale) for edge in rectangle)
    return max(0, top), max(0, left), min(height, bottom), min(width, right)


def _cut(photo: RgbImage, seeds: NDArray[np.uint8], iterations: int) -> Mask | None:
    """Run GrabCut. None if the photo is plain, or garment or background have too few pixels to learn from."""
    if photo.reshape(-1, 3).std(axis=0).max() < _PLAIN:
        return None
    garment = (seeds == cv2.GC_FGD) | (seeds == cv2.GC_PR_FGD)
    if not garment.any() or garment.all():
        return None
    bgr = np.ascontiguousarray(photo[:, :, ::-1])
    models = np.zeros((1, 65)), np.zeros((1, 65))  # of the ground, of the garment
    nowhere = (0, 0, 0, 0)  # unused with seeds
    cv2.setRNGSeed(0)  # k-means starts the models
    try:
        if (small := _small_copy(bgr, seeds)) is None:
            cv2.grabCut(bgr, seeds, nowhere, *models, iterations, cv2.GC_INIT_WITH_MASK)
        else:
            cv2.grabCut(*small, nowhere, *models, 1, cv2.GC_INIT_WITH_MASK)
            cv2.grabCut(bgr, seeds, nowhere, *models, iterations, cv2.GC_EVAL)
    except cv2.error:
        # Fewer pixels of one kind than its colour model has components.
        return None
    mask: Mask = (seeds == cv2.GC_FGD) | (seeds == cv2.GC_PR_FGD)
    return mask


def _small_copy(
    photo: NDArray[np.uint8], seeds: NDArray[np.uint8]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]] | None:
    """A small copy of a large photo and its seeds, to start the models; None if it shows too little."""
    height, width = seeds.shape
    scale = _START_SIDE / max(height, width)
    if scale > 0.5:
        return None
    size = max(1, round(width * scale)), max(1, round(height * scale))
    few = cv2.resize(seeds, size, interpolation=cv2.INTER_NEAREST).astype(np.uint8)
    garment = np.count_nonzero((few == cv2.GC_FGD) | (few == cv2.GC_PR_FGD))
    if not _START_PIXELS <= garment <= few.size - _START_PIXELS:
        return None
    return cv2.resize(photo, size, interpolation=cv2.INTER_AREA).astype(np.uint8), few


def _upscaled(mask: Mask | None, photo: RgbImage) -> Mask | None:
    return None if mask is None else masks.resized(mask, *photo.shape[:2])

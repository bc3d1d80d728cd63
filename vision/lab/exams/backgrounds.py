"""Photos that show no garment: backgrounds cut from photos with a mask, plain colours, noise and black."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.lab.training.data import Example

SMALLEST = 0.3
"""A background is used if a square of this share of the photo's shorter side fits beside the garment."""
AWAY = 0.03
"""The square stays this share of the longer side away from the mask, whose edge may be wrong."""
COLOURS = 24
"""Plain photos of each kind: sharp, with a gradient, and grainy."""


def backgrounds(
    examples: Iterable[Example], rng: np.random.Generator, *, side: int
) -> Iterator[tuple[RgbImage, str]]:
    """Cut the largest free square out of each photo, and yield it with the photo's sender.

    Args:
        examples: photos with masks.
        side: pixels a side, to which the square is resized.
    """
    for example in examples:
        square = _free_square(example.labels > 0, rng)
        if square is not None:
            top, left, size = square
            crop = example.photo[top : top + size, left : left + size]
            yield (
                cv2.resize(crop, (side, side), interpolation=cv2.INTER_CUBIC).astype(np.uint8),
                example.sender,
            )


def plain_photos(rng: np.random.Generator, *, side: int) -> Iterator[RgbImage]:
    """Yield what a covered lens, a wall or a broken camera gives: black, plain colours, gradients, noise."""
    ramp = np.linspace(-1, 1, side)[:, None, None]
    for number in range(COLOURS):
        colour = np.zeros(3) if number == 0 else rng.uniform(0, 255, 3)
        if number % 3 == 1:  # a grey wall
            colour = np.full(3, colour.mean())
        grain = rng.normal(0, rng.uniform(2, 12), (side, side, 3))
        yield _clipped(np.broadcast_to(colour, (side, side, 3)))
        yield _clipped(colour + ramp * rng.uniform(10, 60) + np.zeros((side, side, 3)))
        yield _clipped(colour + grain)
    for _ in range(COLOURS // 3):
        coarse = rng.integers(0, 256, (rng.integers(4, side), rng.integers(4, side), 3), np.uint8)
        yield cv2.resize(coarse, (side, side), interpolation=cv2.INTER_LINEAR).astype(np.uint8)


def _free_square(garment: Mask, rng: np.random.Generator) -> tuple[int, int, int] | None:
    """Find the largest square, (top, left, size), away from the mask (H, W); None if all are small."""
    height, width = garment.shape
    reach = max(1, round(AWAY * max(height, width)))
    disc = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    taken = cv2.integral(cv2.dilate(garment.astype(np.uint8), disc))  # (H + 1, W + 1)
    for size in range(min(height, width), round(SMALLEST * min(height, width)) - 1, -8):
        inside = taken[size:, size:] - taken[:-size, size:] - taken[size:, :-size] + taken[:-size, :-size]
        free: NDArray[np.intp] = np.argwhere(inside == 0)
        if len(free):
            top, left = free[rng.integers(len(free))]
            return int(top), int(left), size
    return None


def _clipped(pixels: NDArray[np.float64]) -> RgbImage:
    return np.clip(pixels, 0, 255).astype(np.uint8)

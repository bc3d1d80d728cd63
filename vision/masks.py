"""Mask arithmetic: coverage, connected parts, holes, cut-outs. Pure functions."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage


def coverage(mask: Mask) -> float:
    """The mask's share of the photo, 0 to 1."""
    return float(np.mean(mask))


def main_parts(mask: Mask, *, smallest: float = 0.1) -> Mask:
    """Keep the largest connected part, and those of at least `smallest` times its area (a pair of shoes)."""
    count, parts, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    if count <= 2:
        return mask.copy()
    areas = stats[1:, cv2.CC_STAT_AREA]
    main: Mask = np.concatenate([[False], areas >= smallest * areas.max()])[parts]
    return main


def without_pinholes(mask: Mask, *, largest: float = 0.002) -> Mask:
    """Close the holes that are smaller than `largest` times the photo.

    Larger holes stay: the ground shows between a sleeve and the body, or through a bag's handles.
    """
    _, parts, stats, _ = cv2.connectedComponentsWithStats((~mask).astype(np.uint8), connectivity=4)
    small = stats[:, cv2.CC_STAT_AREA] < largest * mask.size
    small[0] = False
    return mask | small[parts] if small.any() else mask.copy()


def clean(mask: Mask) -> Mask:
    """Keep the main parts and close their pinholes."""
    return without_pinholes(main_parts(mask))


def bounding_box(mask: Mask) -> tuple[int, int, int, int] | None:
    """(top, left, bottom, right) in pixels, the last two exclusive; None for an empty mask."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return None
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def cut_out(photo: RgbImage, mask: Mask, *, margin: float = 0.05, ground: int = 255) -> RgbImage:
    """Put the garment alone on a plain square, centred.

    Args:
        margin: free space at each side, as a share of the garment's longer side.
        ground: the grey level around the garment, 0 to 255.

    Returns:
        (S, S, 3) uint8. An empty mask counts as the whole photo.
    """
    box = bounding_box(mask)
    if box is None:
        mask, box = np.ones(photo.shape[:2], bool), (0, 0, *photo.shape[:2])
    top, left, bottom, right = box
    height, width = bottom - top, right - left
    side = int(np.ceil(max(height, width) * (1 + 2 * margin)))
    square = np.full((side, side, 3), ground, np.uint8)
    y, x = (side - height) // 2, (side - width) // 2
    window = square[y : y + height, x : x + width]
    cv2.copyTo(photo[top:bottom, left:right], mask[top:bottom, left:right].view(np.uint8), window)
    return square


def with_alpha(photo: RgbImage, mask: Mask) -> NDArray[np.uint8]:
    """Crop the photo to the garment, with the mask as alpha channel: (h, w, 4) uint8, red first."""
    box = bounding_box(mask) or (0, 0, *photo.shape[:2])
    top, left, bottom, right = box
    alpha = np.where(mask, 255, 0).astype(np.uint8)
    return np.dstack([photo, alpha])[top:bottom, left:right]


def resized(mask: Mask, height: int, width: int) -> Mask:
    """Resize the mask to (height, width). Upscaling smooths its outline."""
    if mask.shape == (height, width):
        return mask
    soft = cv2.resize(mask.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    return soft > 0.5

"""Where there may be print in a photo: a cheap search for rows of strokes, before any network."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import RgbImage

SIDE = 960
"""Longest side, in pixels, at which strokes are sought."""
_BLOCK, _CONTRAST = 25, 14
"""A stroke is darker, or lighter, than the mean of a square of so many pixels by so many levels."""
_HEIGHTS = 4, 90
_POINTS = 4, 400
"""Corners of a letter's outline."""
_NEAR = 0.7
"""Letters nearer than this share of their height belong together."""
_CELL = 4
"""Pixels of a cell in which groups are drawn."""
_LEAST_CONTRAST, _STAND_OUT = 25, 5.0
"""Levels by which a letter differs from the ground around it, and how many times the ground's spread."""
_STROKES_NEEDED = 6
"""In one group: `MH01 L` and a word."""
_SPREAD = 0.75
"""Most of a group's letters are as high as its median, within this share of it."""
_MARGIN = 0.06
"""Of the photo's longest side, at least, around a group; beside it may be shorter words."""


def print_in(photo: RgbImage) -> RgbImage | None:
    """Cut out the part of a photo, (H, W, 3), that may show print: (h, w, 3), or None if there is none.

    A patterned fabric may pass for print; print with letters under a hundredth of the photo may be missed.
    """
    height, width = photo.shape[:2]
    scale = min(1.0, SIDE / max(height, width))
    grey = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY)
    if scale < 1:
        # Linear, not by area: thin strokes stay, and it takes a sixth of the time.
        size = round(width * scale), round(height * scale)
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_LINEAR)
    mean = cv2.blur(grey, (_BLOCK, _BLOCK))
    boxes = [
        box
        for contrast in (cv2.subtract(mean, grey), cv2.subtract(grey, mean))
        for box in _groups(np.asarray(contrast, np.uint8), np.asarray(grey, np.uint8))
    ]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = np.array(boxes, np.float64).T
    margins = np.maximum(_MARGIN * max(grey.shape), np.maximum(rights - lefts, bottoms - tops))
    left, top = (int(max(0, side) / scale) for side in ((lefts - margins).min(), (tops - margins).min()))
    right, bottom = (int(side / scale) for side in ((rights + margins).max(), (bottoms + margins).max()))
    return np.ascontiguousarray(photo[top:bottom, left:right])


def _groups(contrast: NDArray[np.uint8], grey: NDArray[np.uint8]) -> list[tuple[int, int, int, int]]:
    """Find groups of small strokes of one height on plain ground; each as left, top, right, bottom."""
    strokes = np.asarray(cv2.threshold(contrast, _CONTRAST, 1, cv2.THRESH_BINARY)[1], np.uint8)
    contours, _ = cv2.findContours(strokes, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    found = [cv2.boundingRect(contour) for contour in contours if _POINTS[0] <= len(contour) <= _POINTS[1]]
    if len(found) < _STROKES_NEEDED:
        return []
    left, top, wide, high = np.array(found).T
    longer, shorter = np.maximum(wide, high), np.minimum(wide, high)
    letters = (longer >= _HEIGHTS[0]) & (longer <= _HEIGHTS[1]) & (shorter >= 2) & (longer < 12 * shorter)
    letters &= _stand_out((left, top, left + wide, top + high), strokes, grey)
    left, top, wide, high, longer, shorter = (
        side[letters] for side in (left, top, wide, high, longer, shorter)
    )
    if len(left) < _STROKES_NEEDED:
        return []
    reach = _NEAR * np.minimum(longer, 2 * shorter)
    joined = np.zeros((grey.shape[0] // _CELL + 2, grey.shape[1] // _CELL + 2), np.uint8)
    lows = np.maximum(0, np.stack([top - reach, left - reach])) // _CELL
    highs = np.stack([top + high + reach, left + wide + reach]) // _CELL + 1
    for (y, x), (below, beside) in zip(lows.T.astype(int), highs.T.astype(int), strict=True):
        joined[y:below, x:beside] = 1
    count, group_at = cv2.connectedComponents(joined, connectivity=8)
    group = group_at[(top + high // 2) // _CELL, (left + wide // 2) // _CELL]
    members = np.bincount(group, minlength=count)
    groups = []
    for number in np.flatnonzero(members >= _STROKES_NEEDED):
        of_group = group == number
        sizes = shorter[of_group]
        typical = np.median(sizes)
        if np.mean(np.abs(sizes - typical) <= _SPREAD * typical) < 0.6:
            continue
        box = (
            int(left[of_group].min()),
            int(top[of_group].min()),
            int((left + wide)[of_group].max()),
            int((top + high)[of_group].max()),
        )
        groups.append(box)
    return groups


def _stand_out(
    boxes: tuple[NDArray[np.int32], ...], strokes: NDArray[np.uint8], grey: NDArray[np.uint8]
) -> NDArray[np.bool_]:
    """Whether each letter stands out from an even ground, (N,)."""
    left, top, right, bottom = boxes
    rows, columns = grey.shape
    corners = (
        (np.minimum(bottom + 2, rows), np.minimum(right + 2, columns)),
        (np.maximum(top - 2, 0), np.maximum(left - 2, 0)),
    )

    def sums(integral: cv2.typing.MatLike) -> NDArray[np.float64]:
        (low, far), (high, near) = corners
        whole = np.asarray(integral, np.float64)
        return whole[low, far] - whole[high, far] - whole[low, near] + whole[high, near]

    ground = cv2.dilate(strokes, np.ones((3, 3), np.uint8)) == 0
    total, squares = (sums(each) for each in cv2.integral2(np.where(ground, grey, 0).astype(np.uint8)))
    count = sums(cv2.integral(ground.astype(np.uint8)))
    inked = sums(cv2.integral(strokes))
    ink = sums(cv2.integral(grey * strokes)) / np.maximum(inked, 1)
    mean = total / np.maximum(count, 1)
    spread = np.sqrt(np.maximum(squares / np.maximum(count, 1) - mean**2, 0))
    contrast = np.abs(ink - mean)
    return (
        (count >= 8) & (inked > 0) & (contrast >= _LEAST_CONTRAST) & (contrast >= _STAND_OUT * (spread + 3))
    )

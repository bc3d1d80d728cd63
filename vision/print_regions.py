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
_STROKES_NEEDED = 8
"""In one group: `MH01 L` and a word."""
_SPREAD = 0.75
"""Most of a group's letters are as high as its median, within this share of it."""
_MARGIN = 0.08
"""Of the photo's longest side, around the strokes: faint print beside them."""


def print_in(photo: RgbImage) -> RgbImage | None:
    """Cut out the part of a photo, (H, W, 3), that may show print: (h, w, 3), or None if there is none.

    A patterned fabric may pass for print; print with letters under a hundredth of the photo may be missed.
    """
    height, width = photo.shape[:2]
    scale = min(1.0, SIDE / max(height, width))
    grey = cv2.cvtColor(_reduced(photo, scale), cv2.COLOR_RGB2GRAY)
    mean = cv2.blur(grey, (_BLOCK, _BLOCK))
    boxes = [
        box
        for strokes in (cv2.subtract(mean, grey), cv2.subtract(grey, mean))
        for box in _groups((strokes > _CONTRAST).astype(np.uint8))
    ]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = np.array(boxes).T
    margin = _MARGIN * max(grey.shape)
    left, top = max(0, int((lefts.min() - margin) / scale)), max(0, int((tops.min() - margin) / scale))
    right, bottom = int((rights.max() + margin) / scale), int((bottoms.max() + margin) / scale)
    return np.ascontiguousarray(photo[top:bottom, left:right])


def _reduced(photo: RgbImage, scale: float) -> NDArray[np.uint8]:
    if scale == 1:
        return photo
    size = round(photo.shape[1] * scale), round(photo.shape[0] * scale)
    # Linear, not by area: thin strokes stay, and it takes a quarter of the time.
    return np.asarray(cv2.resize(photo, size, interpolation=cv2.INTER_LINEAR), np.uint8)


def _groups(strokes: NDArray[np.uint8]) -> list[tuple[int, int, int, int]]:
    """Find groups of small strokes of one height; each as left, top, right, bottom."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    wide, high, area = (
        stats[:, place].astype(np.float32)
        for place in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA)
    )
    low, most = _HEIGHTS
    longer, shorter = np.maximum(wide, high), np.minimum(wide, high)
    fill = area / (wide * high)
    letters = (
        (longer >= low) & (longer <= most) & (shorter >= 2) & (area >= 8) & (fill > 0.18) & (fill < 0.95)
    )
    letters[0] = False
    if letters.sum() < _STROKES_NEEDED:
        return []
    mask = letters[labels].astype(np.uint8)
    joined = cv2.dilate(mask, np.ones((9, 9), np.uint8))
    groups, group_of_pixel, boxes, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    tops, lefts = stats[:, cv2.CC_STAT_TOP], stats[:, cv2.CC_STAT_LEFT]
    middles_y = np.clip((tops + high / 2).astype(np.intp), 0, mask.shape[0] - 1)
    middles_x = np.clip((lefts + wide / 2).astype(np.intp), 0, mask.shape[1] - 1)
    group = np.where(letters, group_of_pixel[middles_y, middles_x], 0)
    members = np.bincount(group, minlength=groups)
    found = []
    for number in np.flatnonzero(members >= _STROKES_NEEDED):
        if number == 0:
            continue
        sizes = shorter[group == number]
        typical = np.median(sizes)
        if np.mean(np.abs(sizes - typical) <= _SPREAD * typical) < 0.6:
            continue
        left, top, width, height, _ = boxes[number]
        found.append((int(left), int(top), int(left + width), int(top + height)))
    return found

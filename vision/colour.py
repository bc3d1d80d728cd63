"""Which colours a garment has, told so that bad light changes little.

A soft histogram in CIELAB: few bins of lightness, since exposure moves it, many of hue and chroma, since
they tell colourways apart; each pixel is spread over its neighbouring bins, so that a small shift is a small
change.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.decoding.photos import shrunk

_LIGHTNESS, _AXIS = 4, 12
_REACH = 60.0
"""The a and b of nearly all cloth lie within this."""
_SIDE = 128


def colour_descriptor(photo: RgbImage, mask: Mask) -> NDArray[np.float32]:
    """The square roots of a soft (lightness, a, b) histogram under the mask: (576,) float32, length one.

    Square roots, so that the dot product of two is their Bhattacharyya coefficient. An empty mask counts
    as the whole photo.
    """
    small = shrunk(photo, _SIDE).astype(np.float32) / 255
    inside = cv2.resize(mask.astype(np.uint8), small.shape[1::-1], interpolation=cv2.INTER_NEAREST) > 0
    if not inside.any():
        inside[:] = True
    # (N, 3): 0 to 100, and twice about -127 to 127
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)[inside].astype(np.float32)
    places = np.stack(
        [
            lab[:, 0] / 100 * (_LIGHTNESS - 1),
            (_compressed(lab[:, 1]) + 1) / 2 * (_AXIS - 1),
            (_compressed(lab[:, 2]) + 1) / 2 * (_AXIS - 1),
        ],
        axis=1,
    )
    shape = (_LIGHTNESS, _AXIS, _AXIS)
    low = np.clip(np.floor(places), 0, np.array(shape) - 2).astype(np.int64)
    part = np.clip(places - low, 0, 1)
    corners = np.array(list(np.ndindex(2, 2, 2)))[:, None]  # (8, 1, 3)
    weights = np.where(corners == 1, part, 1 - part).prod(axis=2)  # (8, N)
    at = (low + corners) @ np.array([_AXIS * _AXIS, _AXIS, 1])  # (8, N)
    histogram = np.bincount(at.ravel(), weights=weights.ravel(), minlength=int(np.prod(shape)))
    descriptor: NDArray[np.float32] = np.sqrt(histogram / histogram.sum()).astype(np.float32)
    return descriptor


def _compressed(axis: NDArray[np.float32]) -> NDArray[np.float32]:
    """-1 to 1, finer near grey, where most cloth is."""
    magnitude = np.sqrt(np.minimum(np.abs(axis), _REACH) / _REACH)
    return np.copysign(magnitude, axis).astype(np.float32)

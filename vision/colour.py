"""A colour descriptor that bad light changes little: a soft histogram in CIELAB.

It has few bins of lightness, which exposure moves, and many of a and b, which tell colourways apart. Each
pixel is spread over its neighbouring bins, so that a small shift of colour is a small change of the
descriptor.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.decoding.photos import shrunk

_LIGHTNESS, _AXIS = 4, 12
_REACH = 60.0
"""The a and b of nearly all cloth lie within plus or minus this."""
_SIDE = 128


def colour_descriptor(photo: RgbImage, mask: Mask) -> NDArray[np.float32]:
    """Describe the colours under the mask: the roots of a soft (lightness, a, b) histogram.

    The dot product of two descriptors is the Bhattacharyya coefficient of their histograms. An empty mask
    counts as the whole photo.

    Args:
        photo: (H, W, 3).
        mask: (H, W).

    Returns:
        (576,) float32, of length one.
    """
    small = shrunk(photo, _SIDE).astype(np.float32) / 255
    inside = cv2.resize(mask.astype(np.uint8), small.shape[1::-1], interpolation=cv2.INTER_NEAREST) > 0
    if not inside.any():
        inside[:] = True
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)[inside].astype(np.float32)  # (N, 3)
    positions = np.stack(
        [
            lab[:, 0] / 100 * (_LIGHTNESS - 1),
            (_compressed(lab[:, 1]) + 1) / 2 * (_AXIS - 1),
            (_compressed(lab[:, 2]) + 1) / 2 * (_AXIS - 1),
        ],
        axis=1,
    )  # (N, 3), in bins
    shape = (_LIGHTNESS, _AXIS, _AXIS)
    low = np.clip(np.floor(positions), 0, np.array(shape) - 2).astype(np.int64)
    fraction = np.clip(positions - low, 0, 1)  # (N, 3)
    corners = np.array(list(np.ndindex(2, 2, 2)))[:, None]  # (8, 1, 3)
    weights = np.where(corners == 1, fraction, 1 - fraction).prod(axis=2)  # (8, N)
    bins = (low + corners) @ np.array([_AXIS * _AXIS, _AXIS, 1])  # (8, N)
    histogram = np.bincount(bins.ravel(), weights=weights.ravel(), minlength=int(np.prod(shape)))
    descriptor: NDArray[np.float32] = np.sqrt(histogram / histogram.sum()).astype(np.float32)
    return descriptor


def _compressed(axis: NDArray[np.float32]) -> NDArray[np.float32]:
    """Map a or b to -1 to 1, finer near grey, where most cloth is."""
    magnitude = np.sqrt(np.minimum(np.abs(axis), _REACH) / _REACH)
    return np.copysign(magnitude, axis).astype(np.float32)

"""Names for the arrays that cross this package's borders, and the garment classes."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

RgbImage: TypeAlias = NDArray[np.uint8]
"""An upright picture, (H, W, 3), uint8, red first, 0 to 255."""

Mask: TypeAlias = NDArray[np.bool_]
"""The garment's pixels, (H, W), bool."""

ProbabilityMap: TypeAlias = NDArray[np.float32]
"""The probability that a pixel belongs to a garment, (H, W), float32, 0 to 1."""

ClassMap: TypeAlias = NDArray[np.uint8]
"""The class of each pixel, (H, W), uint8: 0 is background, i is `GARMENT_CLASSES[i - 1]`."""

Embedding: TypeAlias = NDArray[np.float32]
"""A garment's unit vector, (D,), float32. The dot product of two is their cosine similarity."""

GARMENT_CLASSES: tuple[str, ...] = ("upper", "outer", "full-body", "lower", "footwear", "headwear")
"""The classes of the segmenter. Bags belong to none of them."""

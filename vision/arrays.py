"""The arrays that cross the borders of this package, by name."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

RgbImage: TypeAlias = NDArray[np.uint8]
"""An upright picture, (H, W, 3), uint8, red first, 0 to 255."""

Mask: TypeAlias = NDArray[np.bool_]
"""What belongs to the garment, (H, W), bool."""

ProbabilityMap: TypeAlias = NDArray[np.float32]
"""The chance that a pixel belongs to a garment, (H, W), float32, 0 to 1."""

ClassMap: TypeAlias = NDArray[np.uint8]
"""The class of each pixel, (H, W), uint8: 0 is background, i is `GARMENT_CLASSES[i - 1]`."""

Embedding: TypeAlias = NDArray[np.float32]
"""A picture's place among the others, (D,), float32, of length one."""

GARMENT_CLASSES: tuple[str, ...] = ("upper", "outer", "full-body", "lower", "footwear", "headwear")
"""What the segmenter can tell apart. Bags belong to none of them."""

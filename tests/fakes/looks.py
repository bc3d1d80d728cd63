"""A look at a photo, as the pipeline would give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage


@dataclass(frozen=True)
class FakeGarment:
    """A garment that takes the rows from `top` on."""

    mask: Mask
    confidence: float = 0.95
    garment_class: str | None = None
    class_confidence: float = 0.0


def garment(top: int, bottom: int, garment_class: str | None = None) -> FakeGarment:
    """One that takes some rows of the fake photo, which has 40 by 30 pixels."""
    mask = np.zeros((40, 30), bool)
    mask[top:bottom, 5:25] = True
    return FakeGarment(mask, garment_class=garment_class)


@dataclass(frozen=True)
class FakeLook:
    """What pipeline make of a photo."""

    embedding: NDArray[np.float32] = field(default_factory=lambda: np.ones(1, np.float32))
    segmented_by: str = "tiramisu"
    confidence: float = 0.95
    garment_class: str | None = None
    class_confidence: float = 0.0
    photo: RgbImage = field(default_factory=lambda: np.full((40, 30, 3), 200, np.uint8))
    choices: Sequence[FakeGarment] = field(default_factory=lambda: (garment(5, 35),))
    numbers: tuple[str, ...] = ()
    ms: dict[str, float] = field(default_factory=dict)

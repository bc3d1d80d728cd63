"""The analysis of a photo, as the pipeline would give it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vision.pipeline import PhotoAnalysis
from vision.segmentation.segmenter import Garment, Route


def garment(top: int, bottom: int, garment_class: str | None = None) -> Garment:
    """One that takes some rows of the fake photo, which has 40 by 30 pixels."""
    mask = np.zeros((40, 30), bool)
    mask[top:bottom, 5:25] = True
    return Garment(mask, 0.95, garment_class, 0.0)


def analysed(
    embedding: NDArray[np.float32] | None = None,
    *,
    confidence: float = 0.95,
    garment_class: str | None = None,
    class_confidence: float = 0.0,
    garments: Sequence[Garment] = (),
    numbers: tuple[str, ...] = (),
    printed: tuple[str, ...] = (),
    segmented_by: Route = "tiramisu",
) -> PhotoAnalysis:
    """What the pipeline makes of a grey photo; by default it shows one garment."""
    first, *others = garments or [garment(5, 35)]
    return PhotoAnalysis(
        photo=np.full((40, 30, 3), 200, np.uint8),
        mask=first.mask,
        segmented_by=segmented_by,
        confidence=confidence,
        coverage=0.5,
        garment_class=garment_class,
        class_confidence=class_confidence,
        embedding=np.ones(1, np.float32) if embedding is None else embedding,
        ms={},
        garments=(first, *others),
        numbers=numbers,
        printed=printed,
    )

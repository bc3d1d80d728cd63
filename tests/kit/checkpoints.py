"""A checkpoint of a network that is small enough for a test."""

from __future__ import annotations

import torch

from vision.arrays import GARMENT_CLASSES
from vision.segmentation.checkpoints import Preprocessing, TiramisuCheckpoint
from vision.segmentation.tiramisu import Tiramisu, TiramisuConfig

TINY = TiramisuConfig(classes=7, down=(2, 2), bottleneck=2, up=(2, 2), growth_rate=4, stem=8, patch=2)


def tiny_checkpoint() -> TiramisuCheckpoint:
    """Untrained; the weights are the same each time."""
    torch.manual_seed(0)
    weights = Tiramisu(TINY).state_dict()
    return TiramisuCheckpoint(
        TINY, weights, Preprocessing(64), GARMENT_CLASSES, {"slope": 1.0, "offset": 0.5}, 9
    )

"""How good a mask is. Pure functions of two masks."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask


def iou(found: Mask, truth: Mask) -> float:
    """Intersection over union of two (H, W) masks, 0 to 1; two empty masks agree fully."""
    union = int(np.count_nonzero(found | truth))
    return int(np.count_nonzero(found & truth)) / union if union else 1.0


def pixel_accuracy(found: Mask, truth: Mask) -> float:
    """The share of pixels that both masks call the same, 0 to 1."""
    return float(np.mean(found == truth))


def boundary_f(found: Mask, truth: Mask, *, tolerance: float = 0.0075) -> float:
    """The F-measure of the outlines, 0 to 1 (Perazzi et al. 2016, section 4).

    Args:
        tolerance: how far an outline pixel may lie from the other outline, as a share of the diagonal.
    """
    reach = max(1, round(tolerance * float(np.hypot(*truth.shape))))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    ours, theirs = _outline(found), _outline(truth)
    if not ours.any() and not theirs.any():
        return 1.0
    if not ours.any() or not theirs.any():
        return 0.0
    precision = float((ours & (cv2.dilate(theirs.astype(np.uint8), disc) > 0)).sum() / ours.sum())
    recall = float((theirs & (cv2.dilate(ours.astype(np.uint8), disc) > 0)).sum() / theirs.sum())
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _outline(mask: Mask) -> NDArray[np.bool_]:
    eroded = cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8), borderType=cv2.BORDER_REPLICATE)
    edge: NDArray[np.bool_] = mask & (eroded == 0)
    return edge

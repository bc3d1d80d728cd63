"""Metrics of a mask against its reference. Pure functions."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask


def iou(mask: Mask, truth: Mask) -> float:
    """Intersection over union of two masks, (H, W): 0 to 1; 1 if both are empty."""
    union = int(np.count_nonzero(mask | truth))
    return int(np.count_nonzero(mask & truth)) / union if union else 1.0


def pixel_accuracy(mask: Mask, truth: Mask) -> float:
    """The share of pixels on which two masks, (H, W), agree: 0 to 1."""
    return float(np.mean(mask == truth))


def boundary_f(mask: Mask, truth: Mask, *, tolerance: float = 0.0075) -> float:
    """The F-measure of the outlines, 0 to 1 (Perazzi et al. 2016, section 4).

    Args:
        tolerance: the distance allowed between the outlines, as a share of the photo's diagonal.
    """
    reach = max(1, round(tolerance * float(np.hypot(*truth.shape))))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    outline, reference = _outline(mask), _outline(truth)
    if not outline.any() and not reference.any():
        return 1.0
    if not outline.any() or not reference.any():
        return 0.0
    precision = float((outline & (cv2.dilate(reference.astype(np.uint8), disc) > 0)).sum() / outline.sum())
    recall = float((reference & (cv2.dilate(outline.astype(np.uint8), disc) > 0)).sum() / reference.sum())
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _outline(mask: Mask) -> NDArray[np.bool_]:
    eroded = cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8), borderType=cv2.BORDER_REPLICATE)
    edge: NDArray[np.bool_] = mask & (eroded == 0)
    return edge

"""Draw small photos with their masks."""

from __future__ import annotations

import cv2
import numpy as np

from vision import masks
from vision.arrays import Mask, RgbImage

SIDE = 224
"""Longest side of a drawn picture, in pixels."""
MISSING, EXTRA, OUTLINE = (40, 110, 255), (255, 60, 40), (255, 225, 60)
"""Colours, red first: garment that the mask misses, background that it includes, and its outline."""


def drawn(photo: RgbImage, mask: Mask, truth: Mask | None = None, *, side: int = SIDE) -> RgbImage:
    """Dim the background and outline the mask: (h, w, 3), `side` pixels on the longest side.

    Args:
        photo: (H, W, 3).
        mask: (H, W).
        truth: (H, W); if given, missing and extra pixels of the mask are tinted.
    """
    scale = side / max(mask.shape)
    width, height = (max(1, round(length * scale)) for length in mask.shape[::-1])
    small_photo = cv2.resize(photo, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32)
    small_mask = masks.resized(mask, height, width)
    small_photo[~small_mask] = 0.35 * small_photo[~small_mask] + 0.65 * 128
    if truth is not None:
        true = masks.resized(truth, height, width)
        for where, colour in ((true & ~small_mask, MISSING), (small_mask & ~true, EXTRA)):
            small_photo[where] = 0.5 * small_photo[where] + 0.5 * np.array(colour, np.float32)
    outline, _ = cv2.findContours(small_mask.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    canvas = np.ascontiguousarray(np.clip(small_photo, 0, 255).astype(np.uint8))
    cv2.drawContours(canvas, outline, -1, OUTLINE, 1, cv2.LINE_AA)
    return canvas


def as_jpeg(picture: RgbImage, *, quality: int = 72) -> bytes:
    """Encode a picture, (H, W, 3), as a JPEG."""
    coded = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return coded.tobytes()

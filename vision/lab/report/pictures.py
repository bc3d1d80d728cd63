"""Photos drawn with a mask over them, small."""

from __future__ import annotations

import cv2
import numpy as np

from vision import masks
from vision.arrays import Mask, RgbImage

SIDE = 224
"""Longest side of a drawn picture, in pixels."""
MISSING, EXTRA, OUTLINE = (40, 110, 255), (255, 60, 40), (255, 225, 60)
"""Colours, red first: of garment that the mask lacks, of ground that it takes in, and of its outline."""


def drawn(photo: RgbImage, mask: Mask, truth: Mask | None = None, *, side: int = SIDE) -> RgbImage:
    """The photo with the ground dimmed and the mask outlined, (h, w, 3), `side` pixels on the longest side.

    Args:
        photo: (H, W, 3).
        mask: (H, W).
        truth: (H, W); where given, what the mask lacks of it and what it has too much is tinted.
    """
    scale = side / max(mask.shape)
    width, height = (max(1, round(length * scale)) for length in mask.shape[::-1])
    shown = cv2.resize(photo, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32)
    small = masks.resized(mask, height, width)
    shown[~small] = 0.35 * shown[~small] + 0.65 * 128
    if truth is not None:
        true = masks.resized(truth, height, width)
        for where, colour in ((true & ~small, MISSING), (small & ~true, EXTRA)):
            shown[where] = 0.5 * shown[where] + 0.5 * np.array(colour, np.float32)
    outline, _ = cv2.findContours(small.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    canvas = np.ascontiguousarray(np.clip(shown, 0, 255).astype(np.uint8))
    cv2.drawContours(canvas, outline, -1, OUTLINE, 1, cv2.LINE_AA)
    return canvas


def as_jpeg(picture: RgbImage, *, quality: int = 72) -> bytes:
    """The picture, (H, W, 3), as the bytes of a JPEG file."""
    coded = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return coded.tobytes()

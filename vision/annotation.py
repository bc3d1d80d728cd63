"""Outline and number the garments of a photo, so that a person can choose one."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from vision.arrays import Mask, RgbImage

_CHOSEN, _CHOICE = (19, 161, 14), (255, 170, 0)
"""Green and amber. Colour-blind people go by the numbers."""


def annotated(photo: RgbImage, garments: Sequence[Mask], *, chosen: int = 1) -> RgbImage:
    """Draw each garment's outline and its number, from 1, and dim the rest of the photo.

    Args:
        photo: (H, W, 3).
        garments: (H, W) each; an empty mask gets no number.
        chosen: the number to draw in green.

    Returns:
        (H, W, 3).
    """
    anywhere = np.any(np.stack(garments), axis=0) if garments else np.zeros(photo.shape[:2], bool)
    canvas = photo.copy()
    canvas[~anywhere] = (0.45 * canvas[~anywhere]).astype(np.uint8)
    side = max(photo.shape[:2])
    for number, mask in enumerate(garments, start=1):
        if not mask.any():
            continue
        colour = _CHOSEN if number == chosen else _CHOICE
        outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        cv2.drawContours(canvas, outlines, -1, colour, max(2, side // 120))
        _badge(canvas, mask, str(number), colour, radius=max(14, side // 14))
    return canvas


def _badge(canvas: RgbImage, mask: Mask, text: str, colour: tuple[int, int, int], *, radius: int) -> None:
    """Draw a disc with the number where the garment is widest, in place."""
    inside = cv2.distanceTransform(np.pad(mask, 1).astype(np.uint8), cv2.DIST_L2, 3)[1:-1, 1:-1]
    y, x = (int(n) for n in np.unravel_index(int(inside.argmax()), inside.shape))
    cv2.circle(canvas, (x, y), radius, (255, 255, 255), -1, cv2.LINE_AA)
    cv2.circle(canvas, (x, y), radius, colour, max(2, radius // 6), cv2.LINE_AA)
    scale, thick = radius / 18, max(2, radius // 7)
    (wide, high), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, scale, thick)
    corner = (x - wide // 2, y + high // 2)
    cv2.putText(canvas, text, corner, cv2.FONT_HERSHEY_SIMPLEX, scale, (20, 20, 20), thick, cv2.LINE_AA)

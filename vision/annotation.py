"""A photo with its garments outlined and numbered, so that a person can say which is meant."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from vision.arrays import Mask, RgbImage

_CHOSEN, _OTHER = (19, 161, 14), (255, 170, 0)
"""Green and amber; the numbers tell them apart as well."""


def annotated(photo: RgbImage, garments: Sequence[Mask], *, chosen: int = 1) -> RgbImage:
    """The photo, dimmed outside the garments, each with an outline and its number from 1.

    Args:
        photo: (H, W, 3).
        garments: (H, W) each; an empty one gets no number.
        chosen: the number that is drawn in green.
    """
    anywhere = np.any(np.stack(garments), axis=0) if garments else np.zeros(photo.shape[:2], bool)
    drawn = photo.copy()
    drawn[~anywhere] = (0.45 * drawn[~anywhere]).astype(np.uint8)
    side = max(photo.shape[:2])
    for number, mask in enumerate(garments, start=1):
        if not mask.any():
            continue
        colour = _CHOSEN if number == chosen else _OTHER
        outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        cv2.drawContours(drawn, outlines, -1, colour, max(2, side // 120))
        _badge(drawn, mask, str(number), colour, radius=max(14, side // 14))
    return drawn


def _badge(drawn: RgbImage, mask: Mask, text: str, colour: tuple[int, int, int], *, radius: int) -> None:
    """A disc with the number, where the garment is widest."""
    inside = cv2.distanceTransform(np.pad(mask, 1).astype(np.uint8), cv2.DIST_L2, 3)[1:-1, 1:-1]
    y, x = (int(n) for n in np.unravel_index(int(inside.argmax()), inside.shape))
    cv2.circle(drawn, (x, y), radius, (255, 255, 255), -1, cv2.LINE_AA)
    cv2.circle(drawn, (x, y), radius, colour, max(2, radius // 6), cv2.LINE_AA)
    scale, thick = radius / 18, max(2, radius // 7)
    (wide, high), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, scale, thick)
    place = (x - wide // 2, y + high // 2)
    cv2.putText(drawn, text, place, cv2.FONT_HERSHEY_SIMPLEX, scale, (20, 20, 20), thick, cv2.LINE_AA)

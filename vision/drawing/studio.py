"""Draw studio pictures: a garment in soft light on white."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.drawing.folds import crumple, fold_heights, lit, slopes
from vision.drawing.garment import Garment
from vision.drawing.layer import Layer, Tailor
from vision.drawing.pieces import Design, Pose, View
from vision.drawing.silhouettes import cut_out

_LIGHT = (-0.45, -0.65, 1.0)
_STANDING = {"hat", "shoe", "bag"}


def draw_studio(garment: Garment, *, size: int = 640, view: View = "front") -> tuple[RgbImage, Mask]:
    """Draw a square studio picture and its exact mask.

    Args:
        size: of a side, in pixels.
        view: `front`, `back` or `detail`, the upper part of the front close up. The front view of shoes is
            their side, the back view the pair from above.

    Returns:
        (size, size, 3) and (size, size).
    """
    folds = garment.rng("studio/" + view)
    design = cut_out(garment, view="front" if view == "detail" else view, pose=Pose(), rng=folds)
    left, top, right, bottom = design.bounds()
    middle = ((left + right) / 2, (top + bottom) / 2)
    scale = (0.80 if garment.kind in _STANDING else 0.86) * size / max(right - left, bottom - top)
    if view == "detail":
        scale *= 2.1
        middle = (middle[0], top + 0.36 * (bottom - top))
    offset = (size / 2 - scale * middle[0], size / 2 - scale * middle[1])
    layer = Tailor(garment, scale).lay(design, offset, (size, size))
    colour, alpha = _draped(layer, design, folds)
    from_above = garment.kind == "shoe" and view == "back"
    floor = _paper(alpha, standing=garment.kind in _STANDING and not from_above)
    picture = colour + floor * (1 - alpha)[..., None]
    return np.clip(picture + 0.5, 0, 255).astype(np.uint8), alpha > 0.5


def _draped(
    layer: Layer, design: Design, rng: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    size, scale = (layer.alpha.shape[0], layer.alpha.shape[1]), layer.scale
    creases = fold_heights(design.folds, scale, layer.offset, size)
    if not design.stiff:
        creases = creases + crumple(rng, size, scale, 0.32)
    across, down = slopes(creases, scale)
    y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    pull = np.float32(0.016 * scale)
    x, y = x + pull * across, y + pull * down
    colour = cv2.remap(layer.colour, x, y, cv2.INTER_LINEAR)
    solid = cv2.remap(np.dstack([layer.alpha, layer.height]), x, y, cv2.INTER_LINEAR)
    alpha, height = solid[..., 0], solid[..., 1] + creases * solid[..., 0]
    across, down = slopes(height, scale)
    light = lit(across, down, _LIGHT, ambient=0.5)
    return np.asarray(colour * light[..., None], np.float32), np.ascontiguousarray(alpha)


def _paper(alpha: NDArray[np.float32], *, standing: bool) -> NDArray[np.float32]:
    """Draw white paper with a faint shadow: around a lying garment, under a standing one."""
    side = alpha.shape[0]
    small = cv2.resize(alpha, (side // 4, side // 4), interpolation=cv2.INTER_AREA)
    if standing:
        rows = np.flatnonzero(small.max(axis=1) > 0.5)
        ground = np.zeros_like(small)
        if len(rows):
            low = int(rows[-1])
            foot = small[max(0, low - side // 40) : low + 1].max(axis=0)
            ground[max(0, low - side // 160) : low + max(2, side // 140)] = foot
        shadow = 0.45 * cv2.GaussianBlur(ground, (0, 0), side / 160) + 0.5 * cv2.GaussianBlur(
            ground, (0, 0), sigmaX=side / 50, sigmaY=side / 140
        )
    else:
        moved = np.roll(small, (side // 160, side // 320), axis=(0, 1))
        shadow = 0.16 * cv2.GaussianBlur(moved, (0, 0), side / 110) + 0.14 * cv2.GaussianBlur(
            moved, (0, 0), side / 360
        )
    full = cv2.resize(shadow, (side, side), interpolation=cv2.INTER_LINEAR)[..., None]
    paper = np.float32(253) * (1 - np.clip(full, 0, 0.7))
    return np.asarray(paper.repeat(3, axis=2), np.float32)

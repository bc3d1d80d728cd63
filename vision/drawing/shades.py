"""Colours a given distance away in CIELAB: near shades of garments and of pictures."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.drawing.garment import Garment


def near_shade(garment: Garment, distance: float, rng: np.random.Generator) -> Garment:
    """The same garment with each colour moved by `distance` in CIELAB, all in one direction."""
    colours = np.array(garment.colours, np.float32)[None] / np.float32(255)  # (1, N, 3)
    shaded = np.rint(moved(colours, distance, rng)[0] * 255).astype(int)
    return replace(garment, colours=tuple((int(r), int(g), int(b)) for r, g, b in shaded))


def moved(colours: NDArray[np.float32], distance: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """Move sRGB colours, (H, W, 3) in 0 to 1, all by `distance` in one random direction of CIELAB."""
    way = rng.normal(size=3)
    step = (distance * way / np.linalg.norm(way)).astype(np.float32)
    shaded: NDArray[np.float32] = cv2.cvtColor(
        cv2.cvtColor(colours, cv2.COLOR_RGB2LAB) + step, cv2.COLOR_LAB2RGB
    ).astype(np.float32)
    return np.clip(shaded, 0, 1)

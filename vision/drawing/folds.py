"""Creases as height fields, and their shading."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.drawing.curves import spline
from vision.drawing.pieces import Fold

Plane = NDArray[np.float32]


def fold_heights(
    folds: Sequence[Fold], scale: float, offset: tuple[float, float], size: tuple[int, int]
) -> Plane:
    """Draw the folds of the cut as heights in garment units: (H, W), float32."""
    half = 2
    field = np.zeros((size[0] // half + 1, size[1] // half + 1), np.float32)
    for broad in (True, False):
        group = [fold for fold in folds if (fold.width > 0.05) == broad]
        if not group:
            continue
        lines = np.zeros_like(field)
        for fold in group:
            _stroke(lines, fold, scale / half, (offset[0] / half, offset[1] / half))
        width = float(np.mean([fold.width for fold in group])) * scale / half
        field += cv2.GaussianBlur(lines, (0, 0), max(0.6, 0.42 * width)) * np.float32(0.55 if broad else 0.35)
    return np.asarray(cv2.resize(field, (size[1], size[0]), interpolation=cv2.INTER_CUBIC), np.float32)


def _stroke(lines: Plane, fold: Fold, scale: float, offset: tuple[float, float]) -> None:
    """Draw a line that swells and tapers, as creases do."""
    points = fold.points * scale + np.array(offset)
    if len(points) < 6:
        points = spline(points, steps=6)
    count = len(points) - 1
    rise = fold.height * fold.width
    for i in range(count):
        swell = np.sin(np.pi * (i + 0.7) / (count + 0.4)) ** 0.7
        a, b = np.round(points[i : i + 2] * 16).astype(int)
        thick = max(1, round(fold.width * scale * swell * 0.8))
        cv2.line(lines, tuple(a), tuple(b), float(rise * swell), thick, cv2.LINE_8, 4)


def noise(rng: np.random.Generator, size: tuple[int, int], cells: tuple[float, float]) -> Plane:
    """Draw smooth random heights, (H, W), about -1 to 1, with so many cells down and across."""
    grid = rng.standard_normal((max(2, round(cells[0])) + 2, max(2, round(cells[1])) + 2)).astype(np.float32)
    return np.asarray(cv2.resize(grid, (size[1], size[0]), interpolation=cv2.INTER_CUBIC), np.float32)


def crumple(rng: np.random.Generator, size: tuple[int, int], scale: float, strength: float) -> Plane:
    """Draw the wrinkles of crumpled cloth, in garment units: sharp ridges between smooth hollows."""
    small = (max(8, size[0] // 2), max(8, size[1] // 2))
    down, across = size[0] / scale, size[1] / scale
    field = np.zeros(small, np.float32)
    bend_y, bend_x = np.mgrid[0 : small[0], 0 : small[1]].astype(np.float32)
    sway = 0.12 * scale / 2
    bend_x += sway * noise(rng, small, (2 * down, 2 * across))
    bend_y += sway * noise(rng, small, (2 * down, 2 * across))
    for cells, weight in ((1.6, 0.050), (3.2, 0.028), (6.0, 0.012)):
        tall, flat = rng.uniform(0.6, 1.5), rng.uniform(0.6, 1.5)
        ridge = 1 - np.abs(noise(rng, small, (cells * down * tall, cells * across * flat)))
        field += np.float32(weight) * ridge
    bent = cv2.remap(field, bend_x, bend_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    soft = cv2.GaussianBlur(bent, (0, 0), max(0.5, 0.006 * scale / 2))
    big = cv2.resize(soft, (size[1], size[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.float32(strength) * big, np.float32)


def slopes(height: Plane, scale: float) -> tuple[Plane, Plane]:
    """Compute the slopes of heights to the right and downwards, as ratios."""
    factor = scale / 8
    across = cv2.Sobel(height, cv2.CV_32F, 1, 0, ksize=3, scale=factor)
    down = cv2.Sobel(height, cv2.CV_32F, 0, 1, ksize=3, scale=factor)
    return np.asarray(across, np.float32), np.asarray(down, np.float32)


def lit(across: Plane, down: Plane, light: tuple[float, float, float], *, ambient: float = 0.45) -> Plane:
    """Shade slopes: 1 on the level. `light` points to the lamp, with z towards the camera."""
    x, y, z = np.asarray(light, np.float32) / np.linalg.norm(light)
    facing = (z - across * x - down * y) / np.sqrt(1 + across**2 + down**2)
    shade = ambient + (1 - ambient) * np.maximum(facing, 0) / z
    return np.asarray(np.minimum(shade, 1.6), np.float32)

"""Other things in a photo: a hanger, a hand, clutter."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.drawing.curves import Path, Points, ellipse, rounded

_Scene = NDArray[np.float32]


def draw_hanger(scene: _Scene, rng: np.random.Generator, at: tuple[float, float], scale: float) -> None:
    """Draw a hanger inside the garment, with its hook above `at`, in pixels."""
    colour = ((40, 38, 40), (150, 104, 62), (200, 202, 206), (236, 234, 230))[int(rng.integers(4))]
    place = np.array(at)
    hook = (
        Path((0.0, 0.1))
        .line((0.0, -0.10))
        .cubic((0.0, -0.16), (0.10, -0.17), (0.10, -0.25))
        .cubic((0.10, -0.36), (-0.07, -0.36), (-0.075, -0.26))
        .points()
    )
    _line(scene, hook * scale + place, (120, 122, 126), max(1, round(0.022 * scale)))
    neck = Path((-0.30, 0.14)).quad((-0.1, 0.0), (0.0, -0.01)).quad((0.1, 0.0), (0.30, 0.14)).points()
    _line(scene, neck * scale + place, colour, max(2, round(0.05 * scale)))


def draw_hand(scene: _Scene, rng: np.random.Generator) -> NDArray[np.float32]:
    """Draw a hand that reaches in from an edge; return its alpha, (H, W), 0 to 1."""
    height, width = scene.shape[:2]
    unit = rng.uniform(0.16, 0.26) * min(height, width)
    skin = np.array(
        ((224, 178, 150), (198, 146, 112), (146, 98, 70), (96, 64, 48))[int(rng.integers(4))], np.float32
    )
    shapes: list[Points] = []
    spread = rng.uniform(0.06, 0.2)
    for i in range(4):
        lean = (i - 1.5) * spread
        finger = rounded(-0.17, -1.15 + 0.12 * abs(i - 1.3), 0.17, 0.3, 0.16)
        cos, sin = np.cos(lean), np.sin(lean)
        shapes.append(finger @ np.array([[cos, sin], [-sin, cos]]) + np.array([(i - 1.5) * 0.36, 0.0]))
    thumb = rounded(-0.18, -0.75, 0.18, 0.4, 0.17)
    cos, sin = np.cos(-0.8), np.sin(-0.8)
    shapes.append(thumb @ np.array([[cos, sin], [-sin, cos]]) + np.array([-0.85, 0.65]))
    shapes.append(rounded(-0.75, 0.0, 0.75, 1.3, 0.3))
    shapes.append(rounded(-0.5, 1.0, 0.5, 5.0, 0.1))

    edge = int(rng.integers(4))
    reach = rng.uniform(0.4, 1.3) * unit
    along = rng.uniform(0.15, 0.85)
    turn = (0.0, np.pi / 2, np.pi, -np.pi / 2)[edge] + rng.normal(0, 0.3)
    place = np.array(
        (
            (along * width, height - reach),
            (reach, along * height),
            (along * width, reach),
            (width - reach, along * height),
        )[edge]
    )
    cos, sin = np.cos(turn), np.sin(turn)
    matrix = np.array([[cos, sin], [-sin, cos]])
    cover = np.zeros((height, width), np.uint8)
    heights = np.zeros((height, width), np.float32)
    for shape in shapes:
        finger = np.zeros((height, width), np.uint8)
        cv2.fillPoly(finger, [_fixed((shape @ matrix) * unit + place)], 255, cv2.LINE_AA, 4)
        inside = cv2.distanceTransform((finger > 127).astype(np.uint8), cv2.DIST_L2, 3)
        heights = np.maximum(heights, np.minimum(inside / (0.18 * unit), 1))
        cover = np.maximum(cover, finger)
    weight = cover.astype(np.float32) / 255
    shade = 0.66 + 0.34 * np.sqrt(heights)
    shadow = cv2.GaussianBlur(weight, (0, 0), 0.12 * unit)
    scene *= (1 - 0.35 * shadow)[..., None]
    scene *= (1 - weight)[..., None]
    scene += (weight * shade)[..., None] * skin
    return np.asarray(weight, np.float32)


def draw_clutter(scene: _Scene, rng: np.random.Generator) -> None:
    """Draw a sheet of paper, a cup, a cable or a box near the photo's edge, under the garment."""
    height, width = scene.shape[:2]
    side = min(height, width)
    for _ in range(int(rng.integers(1, 3))):
        angle = rng.uniform(0, 2 * np.pi)
        place = np.array([width / 2 + 0.5 * width * np.cos(angle), height / 2 + 0.5 * height * np.sin(angle)])
        colour = rng.uniform(20, 245, 3)
        kind = int(rng.integers(3))
        if kind == 0:
            reach = rng.uniform(0.08, 0.3, 2) * side
            turn = rng.uniform(0, np.pi)
            box = rounded(-reach[0], -reach[1], reach[0], reach[1], 0.02 * side)
            matrix = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
            _solid(scene, box @ matrix + place, colour)
        elif kind == 1:
            radius = rng.uniform(0.05, 0.14) * side
            x, y = place
            _solid(scene, ellipse((float(x), float(y)), (radius, radius)), colour)
            _solid(scene, ellipse((float(x), float(y)), (0.8 * radius, 0.8 * radius)), 0.45 * colour)
        else:
            bends = np.cumsum(rng.normal(0, 0.16 * side, (5, 2)), axis=0) + place
            line = (
                Path((float(place[0]), float(place[1])))
                .smooth(*[(float(x), float(y)) for x, y in bends])
                .points()
            )
            _line(scene, line, (30, 30, 32), max(1, round(0.012 * side)))


def _solid(scene: _Scene, outline: Points, colour: NDArray[np.float64]) -> None:
    cover = np.zeros(scene.shape[:2], np.uint8)
    cv2.fillPoly(cover, [_fixed(outline)], 255, cv2.LINE_AA, 4)
    weight = cover.astype(np.float32) / 255
    scene *= (1 - 0.35 * cv2.GaussianBlur(weight, (0, 0), 3))[..., None]
    scene *= (1 - weight)[..., None]
    scene += weight[..., None] * colour.astype(np.float32)


def _line(scene: _Scene, line: Points, colour: tuple[int, int, int], thick: int) -> None:
    cover = np.zeros(scene.shape[:2], np.uint8)
    cv2.polylines(cover, [_fixed(line)], False, 255, thick, cv2.LINE_AA, 4)
    weight = (cover.astype(np.float32) / 255)[..., None]
    scene *= 1 - weight
    scene += weight * np.array(colour, np.float32)


def _fixed(points: Points) -> NDArray[np.int32]:
    return np.round(points * 16).astype(np.int32)

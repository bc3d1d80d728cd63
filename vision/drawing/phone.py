"""Draw phone photos: a garment creased, turned and badly lit, on any background."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.drawing.camera import Lighting, expose, random_lighting
from vision.drawing.folds import crumple, fold_heights, lit, noise, slopes
from vision.drawing.garment import Garment
from vision.drawing.layer import Layer, Tailor
from vision.drawing.pieces import Design, Pose, View
from vision.drawing.props import draw_clutter, draw_hand, draw_hanger
from vision.drawing.scenes import random_ground
from vision.drawing.silhouettes import cut_out

Plane = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Placing:
    """The transformation from the layer to the photo."""

    matrix: NDArray[np.float64]
    """From layer to photo, (3, 3)."""
    scale: float
    """About how many pixels of the photo are a garment unit."""


def draw_phone(
    garment: Garment,
    rng: np.random.Generator,
    *,
    size: tuple[int, int],
    view: View | None = None,
    harshness: float = 1.0,
) -> tuple[RgbImage, Mask]:
    """Draw a phone photo and its exact mask.

    Args:
        rng: its choices do not depend on the colours.
        size: (height, width) in pixels.
        view: by default mostly the front.
        harshness: 0 to 1, how often and how badly light and framing go wrong, or a hand is in the way.

    Returns:
        (H, W, 3) and (H, W).
    """
    chosen = view or ("back" if rng.random() < (0.45 if garment.kind == "shoe" else 0.2) else "front")
    design = cut_out(garment, view=chosen, pose=random_pose(rng), rng=rng)
    hung = design.hanger is not None and rng.random() < 0.16
    layer = _laid(garment, design, rng, size)
    placing = _random_placing(layer, rng, size, hung=hung, harshness=harshness)
    colour, alpha, height = warped(layer, design, placing, rng, size)
    lighting = random_lighting(rng)

    scene = random_ground(rng, size, upright=hung)
    if rng.random() < 0.18:
        draw_clutter(scene, rng)
    if hung and design.hanger is not None:
        draw_hanger(scene, rng, _placed(placing, layer, design.hanger), placing.scale)
    cast_shadow(scene, alpha, lighting, placing.scale)
    across, down = slopes(height, placing.scale)
    light = lit(across, down, lighting.direction, ambient=lighting.ambient)
    scene *= (1 - alpha)[..., None]
    scene += colour * light[..., None]
    visible = alpha
    if rng.random() < 0.07 * harshness:
        hand = draw_hand(scene, rng)
        visible = alpha * (1 - hand)
    return expose(scene, lighting, rng, harshness=harshness), visible > 0.5


def random_pose(rng: np.random.Generator) -> Pose:
    left, right = np.clip(rng.normal(1.0, 0.22, 2), 0.25, 1.42)
    bends = rng.normal(0.1, 0.35, 2)
    return Pose(
        float(left),
        float(right),
        float(bends[0]),
        float(bends[1]),
        legs=float(np.clip(rng.normal(0, 0.07), -0.12, 0.2)),
        skew=float(rng.normal(0, 0.12)),
    )


def _laid(garment: Garment, design: Design, rng: np.random.Generator, size: tuple[int, int]) -> Layer:
    left, top, right, bottom = design.bounds()
    wide, tall = right - left, bottom - top
    fill = float(np.clip(rng.normal(0.88, 0.13), 0.42, 1.15))
    scale = fill * min(size[1] / wide, size[0] / tall, 1.25 * min(size) / max(min(wide, tall), 0.1))
    margin = 6
    shape = (round(tall * scale) + 2 * margin, round(wide * scale) + 2 * margin)
    return Tailor(garment, scale).lay(design, (margin - left * scale, margin - top * scale), shape)


def _random_placing(
    layer: Layer, rng: np.random.Generator, size: tuple[int, int], *, hung: bool, harshness: float
) -> Placing:
    """Choose rotation, tilt and shift; sometimes partly out of the frame."""
    height, width = layer.alpha.shape
    turn = rng.normal(0, 0.05) if hung else rng.normal(0, 0.16)
    if not hung and rng.random() < 0.16 * harshness:
        turn = rng.uniform(-np.pi, np.pi)
    squeeze = rng.uniform(0.9, 1.08)
    cos, sin = np.cos(turn), np.sin(turn)
    reach = 0.24 if rng.random() < 0.12 * harshness else 0.02 + 0.03 * harshness
    down, along = np.clip(0.5 + rng.normal(0, reach, 2), 0.2, 0.8)  # most of it stays in the frame
    x, y = along * size[1], down * size[0]
    first = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1.0]])
    second = np.array([[cos, -sin * squeeze, 0], [sin, cos * squeeze, 0], [0, 0, 1.0]])
    tilt = rng.normal(0, 0.13, 2) / max(size)
    third = np.array([[1, 0, 0], [0, 1, 0], [tilt[0], tilt[1], 1.0]])
    fourth = np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]])
    return Placing(fourth @ third @ second @ first, layer.scale)


def warped(
    layer: Layer, design: Design, placing: Placing, rng: np.random.Generator, size: tuple[int, int]
) -> tuple[NDArray[np.float32], Plane, Plane]:
    """Warp colour, coverage and height into the photo, distorted by creases: (H, W, 3), (H, W), (H, W)."""
    shape = (layer.alpha.shape[0], layer.alpha.shape[1])
    creases = fold_heights(design.folds, layer.scale, layer.offset, shape)
    strength = 0.12 if design.stiff else float(rng.uniform(0.25, 1.5) ** 1.3)
    creases += crumple(rng, shape, layer.scale, strength) * np.float32(0.25 if design.stiff else 1.0)
    down_cells, across_cells = 2.2 * shape[0] / layer.scale, 2.2 * shape[1] / layer.scale
    limp = np.float32((0.004 if design.stiff else rng.uniform(0.005, 0.03)) * layer.scale)
    across, down = slopes(creases, layer.scale)
    pull = np.float32(0.022 * layer.scale)
    shift = np.dstack(
        [
            pull * across + limp * noise(rng, shape, (down_cells, across_cells)),
            pull * down + limp * noise(rng, shape, (down_cells, across_cells)),
            creases,
        ]
    ).astype(np.float32)

    back = np.linalg.inv(placing.matrix)
    y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    depth = (back[2, 0] * x + back[2, 1] * y + back[2, 2]).astype(np.float32)
    u = ((back[0, 0] * x + back[0, 1] * y + back[0, 2]) / depth).astype(np.float32)
    v = ((back[1, 0] * x + back[1, 1] * y + back[1, 2]) / depth).astype(np.float32)
    moved = cv2.remap(shift, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    u, v = u + moved[..., 0], v + moved[..., 1]
    colour = cv2.remap(layer.colour, u, v, cv2.INTER_LINEAR)
    solid = cv2.remap(np.dstack([layer.alpha, layer.height]), u, v, cv2.INTER_LINEAR)
    alpha = np.ascontiguousarray(solid[..., 0], dtype=np.float32)
    height = np.asarray(solid[..., 1] + moved[..., 2] * alpha, np.float32)
    return np.asarray(colour, np.float32), alpha, height


def _placed(placing: Placing, layer: Layer, point: tuple[float, float]) -> tuple[float, float]:
    x, y = point[0] * layer.scale + layer.offset[0], point[1] * layer.scale + layer.offset[1]
    u, v, w = placing.matrix @ np.array([x, y, 1.0])
    return float(u / w), float(v / w)


def cast_shadow(scene: NDArray[np.float32], alpha: Plane, lighting: Lighting, scale: float) -> None:
    """Cast the garment's shadow: close by in any light, to one side in hard light."""
    near = cv2.GaussianBlur(alpha, (0, 0), max(0.8, 0.018 * scale))
    x, y, z = lighting.direction
    far = lighting.throw * scale
    matrix = np.array([[1, 0, -far * x / z], [0, 1, -far * y / z]])
    thrown = cv2.warpAffine(alpha, matrix, (alpha.shape[1], alpha.shape[0]))
    thrown = cv2.GaussianBlur(thrown, (0, 0), max(0.8, (0.01 + 0.5 * lighting.throw) * scale))
    scene *= (1 - 0.30 * near - lighting.hardness * thrown * (1 - 0.3 * near))[..., None]

"""Draw phone photos of several garments that lie apart, touch or overlap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.drawing.camera import expose, random_lighting
from vision.drawing.folds import lit, slopes
from vision.drawing.garment import Garment
from vision.drawing.layer import Layer, Tailor
from vision.drawing.phone import Placing, cast_shadow, random_pose, warped
from vision.drawing.pieces import Design
from vision.drawing.scenes import random_ground
from vision.drawing.silhouettes import cut_out

Contact: TypeAlias = Literal["apart", "touching", "overlapping"]
CONTACTS: tuple[Contact, ...] = ("apart", "touching", "overlapping")

_PLAN = 96
"""Longest side of a garment, in pixels, while places are sought."""
_MARGIN = 0.04
"""The least distance to the photo's edge, as a share of the photo."""


def draw_together(
    garments: Sequence[Garment],
    rng: np.random.Generator,
    *,
    size: tuple[int, int],
    contact: Contact,
    harshness: float = 0.7,
) -> tuple[RgbImage, tuple[Mask, ...]]:
    """Draw a phone photo of several garments, each next to one before it, and their exact masks.

    Args:
        size: (height, width) in pixels.
        contact: whether each garment lies apart from the others, touches one, or covers part of one.
        harshness: 0 to 1, how often and how badly light goes wrong.

    Returns:
        (H, W, 3), and the visible part of each garment, (H, W).
    """
    designs = [cut_out(garment, view="front", pose=random_pose(rng), rng=rng) for garment in garments]
    reaches = [float(rng.uniform(0.8, 1.25)) for _ in garments]  # the longest side, relative to others
    turns = [float(rng.normal(0, 0.2)) for _ in garments]
    shapes = [
        _outline(garment, design, reach, turn)
        for garment, design, reach, turn in zip(garments, designs, reaches, turns, strict=True)
    ]
    places = _places(shapes, contact, rng)

    # The plan is fitted into the photo.
    corners = [
        (place - shape.shape[::-1] / np.array(2), shape.shape[::-1])
        for place, shape in zip(places, shapes, strict=True)
    ]
    low = np.min([corner for corner, _ in corners], axis=0)
    high = np.max([corner + extent for corner, extent in corners], axis=0)
    room = (1 - 2 * _MARGIN) * np.array(size[::-1])
    zoom = float(np.min(room / (high - low)))
    middle = np.array(size[::-1]) / 2 + rng.uniform(-0.5, 0.5, 2) * (room - zoom * (high - low))

    lighting = random_lighting(rng)
    scene = random_ground(rng, size)
    visible: list[NDArray[np.bool_]] = []
    for garment, design, reach, turn, place in zip(garments, designs, reaches, turns, places, strict=True):
        x, y = middle + zoom * (place - (low + high) / 2)
        layer = _laid(garment, design, zoom * reach * _PLAN)
        placing = _placing(layer, turn, (float(x), float(y)))
        colour, alpha, height = warped(layer, design, placing, rng, size)
        cast_shadow(scene, alpha, lighting, placing.scale)
        across, down = slopes(height, placing.scale)
        scene *= (1 - alpha)[..., None]
        scene += colour * lit(across, down, lighting.direction, ambient=lighting.ambient)[..., None]
        whole = alpha > 0.5
        visible = [mask & ~whole for mask in visible] + [whole]
    return expose(scene, lighting, rng, harshness=harshness), tuple(visible)


def _laid(garment: Garment, design: Design, side: float) -> Layer:
    """Lay a garment whose longest side is `side` pixels."""
    left, top, right, bottom = design.bounds()
    scale = side / max(right - left, bottom - top)
    margin = 6
    shape = (round((bottom - top) * scale) + 2 * margin, round((right - left) * scale) + 2 * margin)
    return Tailor(garment, scale).lay(design, (margin - left * scale, margin - top * scale), shape)


def _placing(layer: Layer, turn: float, centre: tuple[float, float]) -> Placing:
    height, width = layer.alpha.shape
    cos, sin = np.cos(turn), np.sin(turn)
    to_origin = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1.0]])
    to_photo = np.array([[cos, -sin, centre[0]], [sin, cos, centre[1]], [0, 0, 1.0]])
    return Placing(to_photo @ to_origin, layer.scale)


def _outline(garment: Garment, design: Design, reach: float, turn: float) -> Mask:
    """A garment's turned outline in a box of its own, in the pixels of the plan."""
    layer = _laid(garment, design, reach * _PLAN)
    side = int(np.ceil(np.hypot(*layer.alpha.shape)))
    matrix = _placing(layer, turn, (side / 2, side / 2)).matrix[:2]
    mask = cv2.warpAffine(layer.alpha, matrix, (side, side)) > 0.5
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    # The box stays centred on the layer's centre, so that the place is that of `_placing`.
    half_height = max(side / 2 - rows[0], rows[-1] + 1 - side / 2)
    half_width = max(side / 2 - columns[0], columns[-1] + 1 - side / 2)
    top, left = int(side / 2 - half_height), int(side / 2 - half_width)
    return np.ascontiguousarray(mask[max(top, 0) : side - max(top, 0), max(left, 0) : side - max(left, 0)])


def _places(shapes: Sequence[Mask], contact: Contact, rng: np.random.Generator) -> list[NDArray[np.float64]]:
    """Choose the centre (x, y) of each outline on the plan: moved in until the contact is as wanted."""
    canvas = 2 * sum(max(shape.shape) for shape in shapes) + 4 * _PLAN
    taken = np.zeros((canvas, canvas), bool)
    last = np.full(2, canvas / 2)
    places = [last]
    _put(taken, shapes[0], last)
    first_angle = rng.choice([0.0, 0.0, np.pi / 2, rng.uniform(0, np.pi)])
    for shape in shapes[1:]:
        turned = rng.choice([0.0, np.pi]) if len(places) == 1 else rng.choice([0.0, np.pi / 2, -np.pi / 2])
        angle = first_angle + turned + rng.normal(0, 0.2)
        direction = np.array([np.cos(angle), np.sin(angle)])
        aside = rng.normal(0, 0.12) * _PLAN * np.array([-direction[1], direction[0]])
        anchor = places[-1] + aside
        share = {"apart": 0.0, "touching": float(rng.uniform(0.001, 0.015))}.get(
            contact, float(rng.uniform(0.03, 0.15))
        )
        least = share * min(int(shape.sum()), int(shapes[len(places) - 1].sum()))
        keep = (
            taken
            if contact != "apart"
            else cv2.dilate(taken.astype(np.uint8), np.ones((13, 13), np.uint8)) > 0
        )
        distance = 2.0 * _PLAN
        place = anchor + distance * direction
        while distance > 0:
            nearer = anchor + (distance - 1) * direction
            over = _overlap(keep, shape, nearer)
            if contact == "apart" and over > 0:
                break
            distance, place = distance - 1, nearer
            if contact != "apart" and over >= max(1.0, least):
                break
        _put(taken, shape, place)
        places.append(np.asarray(place, np.float64))
    return places


def _box(shape: Mask, place: NDArray[np.float64]) -> tuple[slice, slice]:
    left, top = np.round(place - np.array(shape.shape[::-1]) / 2).astype(int)
    return np.s_[top : top + shape.shape[0], left : left + shape.shape[1]]


def _overlap(taken: Mask, shape: Mask, place: NDArray[np.float64]) -> int:
    return int(np.count_nonzero(taken[_box(shape, place)] & shape))


def _put(taken: Mask, shape: Mask, place: NDArray[np.float64]) -> None:
    taken[_box(shape, place)] |= shape

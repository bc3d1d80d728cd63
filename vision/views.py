"""Views of a cut-out: as a catalogue shows a garment, and as a phone does.

Each view has creases, light, perspective and a mask of its own, so that nothing but the garment is the same
in two of them. The embedding is trained on them, and `hangtag adapt` asks a catalogue for its own items with
them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.masks import bounding_box

GROUND = 127
"""The grey around a garment, as in `vision.embedding`."""
MARGIN = 0.08
"""Free space at each side of a cut-out, as a share of the garment's longer side."""


@dataclass(frozen=True, slots=True)
class Hardness:
    """How far a view may be from the picture that it is made of."""

    turn: float
    """Degrees to either side."""
    crease: float
    """Standard deviation of the shifts that make creases, as a share of the side."""
    askew: float
    """Of the perspective: how much nearer one edge may be than the other."""
    stretch: float
    """Standard deviation of width over height, as a logarithm."""
    cut: float
    """The largest share cut off at each edge."""
    exposure: tuple[float, float]
    white: float
    """White balance, to either side of 1."""
    blur: float
    """The largest radius, at 128 pixels a side."""
    noise: float
    detail: float
    """Chance of a detail in place of the whole garment."""


CATALOGUE = Hardness(9, 0.013, 0.10, 0.04, 0.04, (0.85, 1.2), 0.06, 0.0, 0.0, 0.04)
PHONE = Hardness(25, 0.020, 0.22, 0.07, 0.12, (0.42, 1.3), 0.13, 1.3, 9.0, 0.20)
WORN = Hardness(12, 0.022, 0.25, 0.12, 0.12, (0.75, 1.2), 0.06, 0.6, 3.0, 0.50)
"""The studio's other views of a garment that somebody wears: another pose, nearer by, in good light."""

ASKED = replace(PHONE, detail=0.0)
"""A phone photo of the whole garment, as people take it to ask for the item."""


def square(photo: RgbImage, mask: Mask, *, side: int) -> NDArray[np.uint8]:
    """The part of the photo (H, W, 3) around the garment, (side, side, 4), with its mask, 0 or 255, as alpha.

    An empty mask (H, W) counts as the whole photo.
    """
    top, left, bottom, right = bounding_box(mask) or (0, 0, *photo.shape[:2])
    if not mask.any():
        mask = np.ones(photo.shape[:2], bool)
    half = max(bottom - top, right - left) * (0.5 + MARGIN)
    scale = side / (2 * half)
    matrix = np.array(
        [
            [scale, 0, side / 2 - scale * (left + right) / 2],
            [0, scale, side / 2 - scale * (top + bottom) / 2],
        ]
    )
    blurred = cv2.GaussianBlur(photo, (0, 0), 0.4 / scale) if scale < 0.7 else photo  # no aliasing
    pixels = cv2.warpAffine(blurred, matrix, (side, side), borderMode=cv2.BORDER_REPLICATE)
    alpha = cv2.warpAffine(mask.astype(np.uint8) * 255, matrix, (side, side))
    return np.dstack([pixels, np.where(alpha > 127, 255, 0).astype(np.uint8)])


def view(picture: NDArray[np.uint8], rng: np.random.Generator, hardness: Hardness, *, size: int) -> RgbImage:
    """One view, (size, size, 3), of a cut-out, (S, S, 4): the garment on grey."""
    garment, mask = photographed(picture, rng, hardness, size=size)
    garment[~mask] = GROUND
    return garment


def photographed(
    picture: NDArray[np.uint8], rng: np.random.Generator, hardness: Hardness, *, size: int
) -> tuple[RgbImage, Mask]:
    """One view, (size, size, 3), of a cut-out, (S, S, 4), and its mask, (size, size), as imperfect as a
    segmenter's.
    """
    mapping = _mapping(picture.shape[0], rng, hardness, size)
    mask = _imperfect(np.ascontiguousarray(picture[..., 3]), rng)
    photo = cv2.remap(picture[..., :3], *mapping, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    alpha = cv2.remap(mask, *mapping, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    if rng.random() < 0.12:  # a hand or a hanger, left out of the mask
        start, end = rng.integers(-size // 4, 5 * size // 4, (2, 2)).tolist()
        cv2.line(alpha, start, end, 0, int(rng.uniform(0.04, 0.16) * size))
    photo = _lit(photo.astype(np.uint8), rng, hardness)
    if hardness.blur and rng.random() < 0.8:
        photo = cv2.GaussianBlur(photo, (0, 0), rng.uniform(0.2, hardness.blur) * size / 128)
    if hardness.noise and rng.random() < 0.7:
        deviation = rng.uniform(0, hardness.noise)
        grain = rng.standard_normal(photo.shape, np.float32) * np.float32(deviation)
        photo = np.clip(photo + grain, 0, 255).astype(np.uint8)
    if rng.random() < 0.6:
        quality = int(rng.integers(40, 92))
        coded = cv2.imencode(".jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        photo = np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR))
    garment: RgbImage = photo.astype(np.uint8)
    return garment, alpha >= 128


def _mapping(
    side: int, rng: np.random.Generator, hardness: Hardness, size: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Where each pixel of the view comes from in the cut-out: two (size, size) planes."""
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j].astype(np.float32)
    cells = int(rng.integers(4, 9))
    shifts = rng.normal(0, 2 * hardness.crease, (cells, cells, 2)).astype(np.float32)
    field = cv2.resize(shifts, (size, size), interpolation=cv2.INTER_CUBIC)
    x, y = x + field[..., 0], y + field[..., 1]
    askew = rng.uniform(-hardness.askew, hardness.askew, 2)
    nearness = 1 + np.float32(askew[0]) * x + np.float32(askew[1]) * y
    x, y = x / nearness, y / nearness
    if rng.random() < hardness.detail:
        zoom, middle = rng.uniform(0.35, 0.7), rng.uniform(-0.35, 0.35, 2).tolist()
    else:
        cuts = rng.uniform(0, hardness.cut, 4)
        zoom, middle = rng.uniform(0.84, 1.1) - cuts.max(), [cuts[0] - cuts[1], cuts[2] - cuts[3]]
    angle = np.deg2rad(rng.uniform(-hardness.turn, hardness.turn))
    if rng.random() < 0.08:
        angle += np.pi / 2 * rng.integers(1, 4)
    flip = -1.0 if rng.random() < 0.3 else 1.0
    across, down = zoom * np.exp(rng.normal(0, hardness.stretch, 2))
    cos, sin, half = np.cos(angle), np.sin(angle), (side - 1) / 2
    turned_x = (flip * across * cos * x - down * sin * y + middle[0] + 1) * half
    turned_y = (flip * across * sin * x + down * cos * y + middle[1] + 1) * half
    return turned_x.astype(np.float32), turned_y.astype(np.float32)


def _lit(photo: RgbImage, rng: np.random.Generator, hardness: Hardness) -> RgbImage:
    """Another exposure, gamma and white balance, and light from one side."""
    gain = rng.uniform(*hardness.exposure) * rng.uniform(1 - hardness.white, 1 + hardness.white, 3)
    curve = np.linspace(0, 1, 256)[:, None] ** rng.uniform(0.8, 1.3) * gain
    table = np.clip(255 * curve, 0, 255).astype(np.uint8)  # (256, 3)
    photo = cv2.LUT(photo, table.reshape(1, 256, 3)).astype(np.uint8)
    if rng.random() < 0.6:
        corners = rng.uniform(0.72, 1.15, (2, 2)).astype(np.float32)
        light = cv2.resize(corners, photo.shape[1::-1], interpolation=cv2.INTER_LINEAR)
        photo = np.clip(photo * light[..., None], 0, 255).astype(np.uint8)
    return photo


def _imperfect(alpha: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """The mask as a segmenter would make it: a little wide or narrow, now and then with a bite or a lump."""
    if rng.random() < 0.5:
        change = cv2.dilate if rng.random() < 0.6 else cv2.erode
        alpha = change(alpha, np.ones((int(rng.integers(2, 6)),) * 2, np.uint8)).astype(np.uint8)
    if rng.random() < 0.15:
        side = alpha.shape[0]
        centre = [int(v) for v in rng.integers(0, side, 2)]
        radii = [int(v) for v in rng.uniform(0.04, 0.15, 2) * side]
        alpha = alpha.copy()
        cv2.ellipse(alpha, centre, radii, rng.uniform(0, 180), 0, 360, 255 if rng.random() < 0.4 else 0, -1)
    return alpha

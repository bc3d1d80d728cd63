"""Augment photos and their masks with what happens in a warehouse."""

from __future__ import annotations

import io
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from vision import masks
from vision.arrays import ClassMap, Mask, RgbImage
from vision.lab.training.data import Example


class Augmenter:
    """Turns examples into square training pictures: background, rotation, creases, light, blur, JPEG.

    Args:
        grounds: background pictures; see `ground_of`.
        size: side of the training pictures in pixels.
        exchange: probability that a photo's background is replaced; a cut-out's always is.
    """

    def __init__(self, grounds: Sequence[RgbImage], *, size: int, exchange: float = 0.3) -> None:
        self._grounds = grounds
        self._size = size
        self._exchange = exchange

    def __call__(self, example: Example, rng: np.random.Generator) -> tuple[RgbImage, ClassMap]:
        """Augment an example to a picture, (size, size, 3), and its labels, (size, size)."""
        photo, labels, alpha = example.photo, example.labels, example.alpha
        exchanged = self._grounds and (alpha is not None or rng.random() < self._exchange)
        if exchanged and alpha is None:
            soft = cv2.GaussianBlur((labels > 0).astype(np.float32), (0, 0), 0.8)
            alpha = (soft * 255).astype(np.uint8)
        if not exchanged:
            alpha = None
        matrix = self._placement(labels, rng, tight=not exchanged)
        mapping = self._mapping(matrix, rng)
        border = cv2.BORDER_REFLECT_101 if alpha is None else cv2.BORDER_CONSTANT
        photo = cv2.remap(photo, *mapping, cv2.INTER_LINEAR, borderMode=border).astype(np.uint8)
        labels = cv2.remap(labels, *mapping, cv2.INTER_NEAREST, borderMode=border).astype(np.uint8)
        if alpha is not None:
            alpha = cv2.remap(alpha, *mapping, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT).astype(
                np.uint8
            )
            ground = self._ground(rng)
            photo = _relit(photo, rng, 0.25)
            if rng.random() < 0.5:
                ground = _shadowed(ground, alpha, rng)
            weight = (alpha.astype(np.float32) / 255)[..., None]
            photo = (photo * weight + ground * (1 - weight)).astype(np.uint8)
        if rng.random() < 0.1:
            photo, labels = _occluded(photo, labels, rng)
        return degraded(photo, rng), labels

    def _placement(self, labels: ClassMap, rng: np.random.Generator, *, tight: bool) -> NDArray[np.float64]:
        """Draw the affine matrix, (2, 3), from pixels of the output to pixels of the input."""
        height, width = labels.shape
        angle = rng.uniform(-180, 180) if rng.random() < 0.15 else rng.normal(0, 12)
        scale = max(height, width) / self._size / np.exp(rng.normal(0.05, 0.18))
        centre = np.array([width / 2, height / 2])
        if not tight and (labels > 0).any():  # the garment fills the picture
            left, top, wide, high = cv2.boundingRect((labels > 0).astype(np.uint8))
            centre = np.array([left + wide / 2, top + high / 2])
            scale = max(wide, high) / self._size * rng.uniform(0.95, 2.0)
        centre = centre + rng.uniform(-0.12, 0.12, 2) * self._size * scale
        turn = np.deg2rad(angle)
        flip = -1.0 if rng.random() < 0.5 else 1.0
        stretch = np.exp(rng.normal(0, 0.06))
        linear = scale * np.array(
            [[flip * np.cos(turn) * stretch, -np.sin(turn)], [flip * np.sin(turn) * stretch, np.cos(turn)]]
        )
        offset = centre - linear @ np.array([self._size / 2, self._size / 2])
        return np.concatenate([linear, offset[:, None]], axis=1)

    def _mapping(
        self, matrix: NDArray[np.float64], rng: np.random.Generator
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        columns, rows = np.meshgrid(np.arange(self._size), np.arange(self._size))
        x, y = columns.astype(np.float32), rows.astype(np.float32)
        if rng.random() < 0.3:  # creases: a smooth field of small shifts
            cells = int(rng.integers(3, 8))
            strength = self._size * rng.uniform(0.005, 0.025)
            field = rng.normal(0, strength, (2, cells, cells)).astype(np.float32)
            x = x + cv2.resize(field[0], (self._size, self._size), interpolation=cv2.INTER_CUBIC)
            y = y + cv2.resize(field[1], (self._size, self._size), interpolation=cv2.INTER_CUBIC)
        m = matrix.astype(np.float32)
        return m[0, 0] * x + m[0, 1] * y + m[0, 2], m[1, 0] * x + m[1, 1] * y + m[1, 2]

    def _ground(self, rng: np.random.Generator) -> RgbImage:
        ground = self._grounds[int(rng.integers(len(self._grounds)))]
        height, width = ground.shape[:2]
        side = int(rng.uniform(0.5, 1.0) * min(height, width))
        top, left = int(rng.integers(height - side + 1)), int(rng.integers(width - side + 1))
        crop = np.rot90(ground[top : top + side, left : left + side], int(rng.integers(4)))
        crop = np.ascontiguousarray(crop)
        scaled = cv2.resize(crop, (self._size, self._size), interpolation=cv2.INTER_AREA)
        return _relit(scaled.astype(np.uint8), rng, 0.3)


def ground_of(example: Example, *, side: int = 256) -> RgbImage | None:
    """Mirror the photo's background to a square, (side, side, 3); None if too little of it is visible."""
    if example.alpha is not None:
        return None
    height, width = example.labels.shape
    clear = cv2.dilate((example.labels > 0).astype(np.uint8), np.ones((9, 9), np.uint8)) == 0
    rows, columns = np.flatnonzero(~clear.all(axis=1)), np.flatnonzero(~clear.all(axis=0))
    if not len(rows) or not len(columns):
        return None
    strips = [
        (rows[0] * width, example.photo[: rows[0]]),
        ((height - rows[-1] - 1) * width, example.photo[rows[-1] + 1 :]),
        (columns[0] * height, example.photo[:, : columns[0]]),
        ((width - columns[-1] - 1) * height, example.photo[:, columns[-1] + 1 :]),
    ]
    strip = max(strips, key=lambda s: int(s[0]))[1]
    if min(strip.shape[:2]) < max(16, 0.1 * max(height, width)):
        return None
    short = min(strip.shape[:2])
    strip = strip[: 3 * short, : 3 * short]  # mirrored too often, a strip turns into stripes
    bottom, right = max(0, side - strip.shape[0]), max(0, side - strip.shape[1])
    return cv2.copyMakeBorder(strip, 0, bottom, 0, right, cv2.BORDER_REFLECT)[:side, :side].astype(np.uint8)


def degraded(photo: RgbImage, rng: np.random.Generator) -> RgbImage:
    """Apply bad light, white balance, blur, noise and JPEG, each at random: (H, W, 3) -> (H, W, 3)."""
    height, width = photo.shape[:2]
    if rng.random() < 0.8:
        photo = _relit(photo, rng, 0.3)
    if rng.random() < 0.3:  # light from one side, or a lamp
        field = cv2.resize(
            rng.uniform(0.45, 1.2, (2, 2)).astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR
        )
        photo = np.clip(photo * field[..., None], 0, 255).astype(np.uint8)
    if rng.random() < 0.3:
        photo = cv2.GaussianBlur(photo, (0, 0), rng.uniform(0.3, 1.6)).astype(np.uint8)
    if rng.random() < 0.3:
        noise = rng.normal(0, rng.uniform(2, 12), photo.shape)
        photo = np.clip(photo + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.3:
        photo = _through_jpeg(photo, int(rng.integers(30, 90)))
    return photo


def studio_view(example: Example, rng: np.random.Generator) -> tuple[RgbImage, Mask]:
    """Simulate a studio view: on white, rotated up to 10°, creased anew, relit mildly."""
    inside = example.labels > 0
    side = max(inside.shape)
    canvas = masks.cut_out(example.photo, inside, margin=0.15)
    marked = masks.cut_out(
        np.where(inside, 0, 255)[..., None].repeat(3, 2).astype(np.uint8), inside, margin=0.15
    )
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), rng.uniform(-10, 10), rng.uniform(0.9, 1.05))
    rows, columns = np.mgrid[:side, :side].astype(np.float32)
    shift = rng.normal(0, side * 0.01, (2, 5, 5)).astype(np.float32)
    x = columns + cv2.resize(shift[0], (side, side), interpolation=cv2.INTER_CUBIC)
    y = rows + cv2.resize(shift[1], (side, side), interpolation=cv2.INTER_CUBIC)
    moved = []
    for picture in (canvas, marked):
        scaled = cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)
        turned = cv2.warpAffine(scaled, turn, (side, side), borderValue=(255, 255, 255))
        moved.append(
            cv2.remap(
                turned, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(255, 255, 255)
            )
        )
    mask = moved[1][..., 0] < 128
    gain = np.exp(rng.normal(0, 0.08, 1) + rng.normal(0, 0.02, 3))
    photo = np.where(mask[..., None], np.clip(moved[0] * gain, 0, 255), moved[0])
    return photo.astype(np.uint8), mask


def warehouse_view(example: Example, rng: np.random.Generator) -> Example:
    """Simulate a warehouse view.

    Rotated up to 25°, exposure 0.45 to 1.3, white balance off by up to 12%, blurred by up to 1.8 px, noisy,
    edges cut by up to 12%, JPEG at quality 45.
    """
    height, width = example.labels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-25, 25), 1.0)
    photo = cv2.warpAffine(example.photo, turn, (width, height), borderMode=cv2.BORDER_REFLECT_101)
    labels = cv2.warpAffine(example.labels, turn, (width, height), flags=cv2.INTER_NEAREST).astype(np.uint8)
    cuts = rng.uniform(0, 0.12, 4) * [height, height, width, width]
    top, bottom, left, right = int(cuts[0]), height - int(cuts[1]), int(cuts[2]), width - int(cuts[3])
    lit = photo[top:bottom, left:right] * (rng.uniform(0.45, 1.3) * rng.uniform(0.88, 1.12, 3))
    blurred = cv2.GaussianBlur(lit, (0, 0), rng.uniform(0.2, 1.8))
    noisy = np.clip(blurred + rng.normal(0, 5, blurred.shape), 0, 255).astype(np.uint8)
    cropped = np.ascontiguousarray(labels[top:bottom, left:right])
    return Example(example.name, example.source, _through_jpeg(noisy, 45), cropped)


def _through_jpeg(photo: RgbImage, quality: int) -> RgbImage:
    with io.BytesIO() as file:
        Image.fromarray(photo).save(file, "JPEG", quality=quality)
        return np.asarray(Image.open(file), dtype=np.uint8)


def _relit(photo: RgbImage, rng: np.random.Generator, strength: float) -> RgbImage:
    """Change exposure, gamma and white balance."""
    gain = np.exp(rng.normal(0, strength, 1) + rng.normal(0, 0.08, 3))
    gamma = float(np.exp(rng.normal(0, 0.15)))
    levels = np.linspace(0, 1, 256)[:, None] ** gamma * gain
    table = np.clip(levels * 255, 0, 255).astype(np.uint8)  # (256, 3)
    return cv2.LUT(photo, table[:, None, :].reshape(1, 256, 3)).astype(np.uint8)


def _shadowed(ground: RgbImage, alpha: NDArray[np.uint8], rng: np.random.Generator) -> RgbImage:
    """Darken the background by the soft shadow of a lying garment."""
    shift = rng.uniform(-0.03, 0.03, 2) * alpha.shape[0]
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]])
    shadow = cv2.warpAffine(alpha, matrix, alpha.shape[::-1])
    shadow = cv2.GaussianBlur(shadow, (0, 0), alpha.shape[0] * rng.uniform(0.01, 0.04))
    dim = 1 - rng.uniform(0.2, 0.6) * shadow.astype(np.float32) / 255
    return (ground * dim[..., None]).astype(np.uint8)


def _occluded(photo: RgbImage, labels: ClassMap, rng: np.random.Generator) -> tuple[RgbImage, ClassMap]:
    """Draw an arm, in skin or another colour, that reaches in from the edge and covers the garment."""
    height, width = labels.shape
    reach = rng.uniform(0.1, 0.35)
    angle = rng.uniform(0, 2 * np.pi)
    start = np.array([width / 2, height / 2]) + np.array([np.cos(angle), np.sin(angle)]) * 0.75 * width
    end = start - np.array([np.cos(angle), np.sin(angle)]) * (0.25 + reach) * width
    thick = int(rng.uniform(0.05, 0.16) * width)
    skin = np.array([224, 172, 140]) * rng.uniform(0.35, 1.1)
    colour = skin if rng.random() < 0.7 else rng.uniform(0, 255, 3)
    arm = np.zeros((height, width), np.uint8)
    first, last = [int(v) for v in start], [int(v) for v in end]
    cv2.line(arm, first, last, 255, max(2, thick))
    cv2.ellipse(
        arm,
        last,
        [max(2, int(thick * 0.7)), max(2, int(thick * 0.6))],
        float(np.rad2deg(angle)),
        0,
        360,
        255,
        -1,
    )
    grain = np.clip(colour * rng.uniform(0.85, 1.1, (height, width, 1)), 0, 255)
    shade = cv2.GaussianBlur(grain.astype(np.float32), (0, 0), 2)
    weight = (cv2.GaussianBlur(arm, (0, 0), 0.8).astype(np.float32) / 255)[..., None]
    covered = (photo * (1 - weight) + shade * weight).astype(np.uint8)
    return covered, np.where(arm > 127, 0, labels).astype(np.uint8)

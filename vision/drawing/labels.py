"""Draw hang tags, care labels and cartons with print, and put them into photos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from vision.arrays import RgbImage

KINDS = ("tag", "care", "carton")
FONTS = ("DejaVuSans.ttf", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "DejaVuSansMono.ttf")
"""Sought where the system has its fonts; Pillow's own font stands in for those that are missing."""
_PAPERS = ((250, 250, 247), (238, 230, 214), (196, 160, 116), (28, 28, 30))
_SATINS = ((252, 252, 252), (244, 244, 240), (24, 24, 26))
_BOXES = ((184, 142, 96), (170, 128, 84), (200, 160, 116))
_LETTER = 32
"""Height of the drawn letters' font, in pixels, before the label is shrunk into a photo."""


@dataclass(frozen=True, slots=True)
class Placing:
    """How a label lies in a photo."""

    letters: float
    """Height of its letters' font, in pixels of the photo."""
    turn: float = 0.0
    """Degrees, against the clock."""
    tilt: float = 0.0
    """Perspective: the share by which one side is shorter, 0 to 0.3."""
    creases: float = 0.0
    """Depth of waves across it, in heights of a letter."""
    blur: float = 0.0
    """Sigma in pixels of the photo."""


def draw_label(lines: Sequence[str], rng: np.random.Generator, *, kind: str = "tag") -> RgbImage:
    """Print lines on a label, (H, W, 3); a care label gets its symbols, a tag its hole.

    Args:
        kind: one of `KINDS`.
    """
    grounds = {"tag": _PAPERS, "care": _SATINS, "carton": _BOXES}[kind]
    ground = grounds[int(rng.integers(len(grounds)))]
    ink = (240, 240, 236) if sum(ground) < 200 else tuple(int(level) for level in rng.integers(5, 60, 3))
    name = FONTS[int(rng.integers(len(FONTS)))]
    sizes = [
        round(_LETTER * (1.3 if n == 0 and kind == "tag" else rng.choice([1.0, 1.0, 1.15])))
        for n in range(len(lines))
    ]
    fonts = [_font(name, size) for size in sizes]
    widths = [int(font.getlength(line)) for font, line in zip(fonts, lines, strict=True)]
    margin, gap = round(1.2 * _LETTER), round(_LETTER * rng.uniform(0.35, 0.8))
    top = round(2.6 * _LETTER) if kind == "tag" else margin
    symbols = round(2.2 * _LETTER) if kind == "care" else 0
    height = top + sum(sizes) + gap * len(lines) + symbols + margin
    picture = Image.new("RGB", (max(max(widths), 6 * _LETTER) + 2 * margin, height), ground)
    pen = ImageDraw.Draw(picture)
    if kind == "tag":
        middle, radius = picture.width // 2, _LETTER // 2
        pen.ellipse((middle - radius, radius, middle + radius, 3 * radius), fill=(90, 90, 90))
    centred = rng.random() < 0.3
    y = top
    for line, font, size, width in zip(lines, fonts, sizes, widths, strict=True):
        pen.text(((picture.width - width) // 2 if centred else margin, y), line, fill=ink, font=font)
        y += size + gap
    if symbols:
        _care_symbols(pen, (margin, y), ink, int(rng.choice([30, 40, 60])), name)
    return np.asarray(picture, np.uint8)


def put_label(
    photo: RgbImage, label: RgbImage, placing: Placing, rng: np.random.Generator, *, at: tuple[float, float]
) -> RgbImage:
    """Lay a label over a photo, (H, W, 3), its middle at shares `at` of the height and the width."""
    height, width = photo.shape[:2]
    label_height, label_width = label.shape[:2]
    scale = placing.letters / _LETTER
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float64) / 2
    corners *= np.array([label_width, label_height]) * scale
    if placing.tilt:
        corners[:2, 0] *= 1 - placing.tilt
        corners[1:3, 1] *= 1 - placing.tilt / 2
    angle = np.deg2rad(-placing.turn)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    corners = corners @ turn + np.array([at[1] * width, at[0] * height])
    matrix = cv2.getPerspectiveTransform(
        np.array([[0, 0], [label_width, 0], [label_width, label_height], [0, label_height]], np.float32),
        corners.astype(np.float32),
    )
    solid = np.full((label_height, label_width), 255, np.uint8)
    drawn = label
    if placing.creases:
        drawn, solid = _creased(label, placing.creases, rng)
    if scale < 1:  # warping alone would skip pixels
        drawn = np.asarray(cv2.GaussianBlur(drawn, (0, 0), max(0.1, 0.4 / scale)), np.uint8)
    laid = cv2.warpPerspective(drawn, matrix, (width, height), flags=cv2.INTER_LINEAR)
    cover = cv2.warpPerspective(solid, matrix, (width, height), flags=cv2.INTER_LINEAR)
    weight = (cover.astype(np.float32) / 255)[..., None]
    light = np.float32(rng.uniform(0.75, 1.0))
    merged = photo * (1 - weight) + laid.astype(np.float32) * light * weight
    if placing.blur:
        merged = np.asarray(cv2.GaussianBlur(merged, (0, 0), placing.blur), np.float64)
    grain = rng.normal(0, 3, (height, width, 1)).astype(np.float32)
    return np.clip(merged + grain, 0, 255).astype(np.uint8)


def _font(name: str, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    try:
        return ImageFont.truetype(name, size)
    except OSError:
        return ImageFont.load_default(size)


def _creased(label: RgbImage, depth: float, rng: np.random.Generator) -> tuple[RgbImage, NDArray[np.uint8]]:
    """Bend a label in waves, darker in their valleys."""
    height, width = label.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    length = rng.uniform(4, 9) * _LETTER
    phase = rng.uniform(0, 2 * np.pi)
    wave = np.sin(2 * np.pi * (x + 0.4 * y) / length + phase).astype(np.float32)
    shift = np.float32(0.5 * depth * _LETTER) * wave
    bent = cv2.remap(label, x, y + shift, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    shaded = bent.astype(np.float32) * (1 - 0.18 * depth * (wave[..., None] + 1) / 2)
    return np.clip(shaded, 0, 255).astype(np.uint8), np.full((height, width), 255, np.uint8)


def _care_symbols(
    pen: ImageDraw.ImageDraw, at: tuple[int, int], ink: tuple[int, ...], degrees: int, font: str
) -> None:
    """Draw a wash tub with its degrees, a triangle, a square with a circle, and an iron."""
    x, y = at
    side = round(1.6 * _LETTER)
    step = side + _LETTER // 2
    pen.line([(x, y), (x + 6, y + side), (x + side - 6, y + side), (x + side, y)], fill=ink, width=3)
    pen.text((x + side // 4, y + side // 3), f"{degrees}", fill=ink, font=_font(font, side // 2))
    x += step
    pen.polygon([(x, y + side), (x + side, y + side), (x + side // 2, y)], outline=ink, width=3)
    pen.line([(x, y), (x + side, y + side)], fill=ink, width=3)
    x += step
    pen.rectangle((x, y, x + side, y + side), outline=ink, width=3)
    pen.ellipse((x + 5, y + 5, x + side - 5, y + side - 5), outline=ink, width=3)
    x += step
    pen.polygon(
        [(x, y + side), (x + side, y + side), (x + side - 8, y + side // 3), (x + 12, y + side // 3)],
        outline=ink,
        width=3,
    )

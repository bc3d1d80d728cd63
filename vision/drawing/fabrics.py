"""Fabrics as seamless tiles: plain, stripes, checks, dots, print, denim and knit."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.drawing.garment import Garment

_AROUND = np.array([(x, y) for y in (0, 1, -1) for x in (0, 1, -1)])

Tile = NDArray[np.float32]
"""A seamless tile of cloth, (H, W, 3), float32, 0 to 255."""


def weave(garment: Garment, scale: float) -> Tile:
    """Draw the garment's fabric at `scale` pixels a garment unit."""
    rng = garment.rng("fabric/" + garment.fabric)
    draw = {
        "plain": _plain,
        "stripes": _stripes,
        "checks": _checks,
        "dots": _dots,
        "print": _print,
        "denim": _denim,
        "knit": _knit,
    }[garment.fabric]
    return draw(garment, rng, scale)


def plain_cloth(
    colour: tuple[int, int, int], rng: np.random.Generator, scale: float, *, grain: float = 2.0
) -> Tile:
    """Draw one colour with slightly uneven threads."""
    side = max(24, round(0.5 * scale))
    tile = np.empty((side, side, 3), np.float32)
    tile[:] = colour
    noise = rng.standard_normal((side, side), dtype=np.float32)
    noise += 0.6 * np.roll(noise, 1, axis=1)
    tile += grain * noise[..., None]
    return tile


def ribbed(colour: tuple[int, int, int], scale: float, *, pitch: float = 0.026) -> Tile:
    """Draw knitted ribs along y, for collars, cuffs and hems."""
    width = max(2, round(pitch * scale))
    wave = np.cos(np.arange(width, dtype=np.float32) * (2 * np.pi / width))
    strength = 0.10 if width > 2 else 0.04
    row = np.asarray(colour, np.float32) * (1 + strength * wave[:, None])
    return np.broadcast_to(row, (4, width, 3)).astype(np.float32).copy()


def _plain(garment: Garment, rng: np.random.Generator, scale: float) -> Tile:
    return plain_cloth(garment.colour(0), rng, scale)


def _bands(rng: np.random.Generator, garment: Garment, period: int) -> NDArray[np.float32]:
    """Draw one period of stripes, (period, 3), with transitions of about a pixel."""
    fine = 8
    line = np.empty((period * fine, 3), np.float32)
    line[:] = garment.colour(0)
    layout = int(rng.integers(3))
    share = float(rng.uniform(0.25, 0.5))
    length = period * fine
    line[: round(share * length)] = garment.colour(1)
    if layout == 1:
        line[round(0.62 * length) : round(0.72 * length)] = garment.colour(2)
    elif layout == 2:
        line[round(0.45 * length) : round(0.55 * length)] = garment.colour(0)
    return np.asarray(line.reshape(period, fine, 3).mean(axis=1), np.float32)


def _stripes(garment: Garment, rng: np.random.Generator, scale: float) -> Tile:
    upright = garment.kind in {"shirt", "trousers", "shorts"} and rng.random() < 0.8
    width = rng.uniform(0.045, 0.09) if upright else rng.uniform(0.09, 0.22)
    line = _bands(rng, garment, max(4, round(width * scale)))
    side = max(8, len(line))
    tile = np.repeat(line[:, None], side, axis=1)
    return np.ascontiguousarray(tile.transpose(1, 0, 2)) if upright else tile


def _checks(garment: Garment, rng: np.random.Generator, scale: float) -> Tile:
    size = max(8, round(rng.uniform(0.12, 0.30) * scale))
    at = (np.arange(size, dtype=np.float32) + 0.5) / size
    soft = 1.2 / size

    def bar(centre: float, half: float) -> NDArray[np.float32]:
        inside: NDArray[np.float32] = np.clip((half - np.abs(at - centre)) / soft + 0.5, 0, 1).astype(
            np.float32
        )
        return inside

    ground, second, third = (np.asarray(garment.colour(i), np.float32) for i in range(3))
    tile = np.empty((size, size, 3), np.float32)
    tile[:] = ground
    wide = bar(0.35, 0.25)
    for lines, colour, strength in (
        (wide, second, 0.5),
        (bar(0.80, 0.035), third, 0.75 if rng.random() < 0.7 else 0.0),
        (bar(0.35, 0.03), ground, 0.5 if rng.random() < 0.5 else 0.0),
    ):
        for weight in (lines[:, None, None] * strength, lines[None, :, None] * strength):
            tile = tile * (1 - weight) + colour * weight
    return tile


def _dots(garment: Garment, rng: np.random.Generator, scale: float) -> Tile:
    size = max(8, round(rng.uniform(0.09, 0.20) * scale))
    radius = rng.uniform(0.14, 0.24) * size
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) + 0.5
    near = np.full((size, size), 1e9, np.float32)
    for cy, cx in ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0), (0.5, 0.5)):
        near = np.minimum(near, np.hypot(y - cy * size, x - cx * size))
    inside = np.clip(radius - near + 0.5, 0, 1)[..., None]
    ground, second = (np.asarray(garment.colour(i), np.float32) for i in range(2))
    tile: Tile = ground * (1 - inside) + second * inside
    return tile


def _print(garment: Garment, rng: np.random.Generator, scale: float) -> Tile:
    """Scatter flowers, leaves or shapes, none of them cut off at the tile's edge."""
    size = max(32, round(rng.uniform(0.45, 0.7) * scale))
    over = 2 if size < 300 else 1
    full = size * over
    tile = np.empty((full, full, 3), np.uint8)
    tile[:] = garment.colour(0)
    motif = int(rng.integers(4))
    cells = int(rng.integers(3, 6))
    order = rng.permutation(cells * cells)
    for place in order:
        row, column = divmod(int(place), cells)
        centre = (np.array([column, row]) + 0.5 + rng.uniform(-0.28, 0.28, 2)) * full / cells
        radius = full / cells * rng.uniform(0.22, 0.42)
        turn = rng.uniform(0, 2 * np.pi)
        main = garment.colour(1 + int(place) % 2)
        second = garment.colour(2 - int(place) % 2)
        for shift in _AROUND * full:
            at = centre + shift
            if np.all(at > -radius * 1.5) and np.all(at < full + radius * 1.5):
                _motif(tile, motif, at, float(radius), float(turn), main, second)
    small = cv2.resize(tile, (size, size), interpolation=cv2.INTER_AREA) if over > 1 else tile
    return small.astype(np.float32)


def _motif(
    tile: NDArray[np.uint8],
    motif: int,
    at: NDArray[np.float64],
    radius: float,
    turn: float,
    main: tuple[int, int, int],
    second: tuple[int, int, int],
) -> None:
    x, y = float(at[0]), float(at[1])
    if motif == 0:  # a flower
        for petal in range(5):
            angle = turn + petal * 2 * np.pi / 5
            _oval(
                tile,
                x + 0.55 * radius * np.cos(angle),
                y + 0.55 * radius * np.sin(angle),
                0.5 * radius,
                0.32 * radius,
                angle,
                main,
            )
        _oval(tile, x, y, 0.28 * radius, 0.28 * radius, 0.0, second)
    elif motif == 1:  # a twig of leaves
        for leaf, angle in enumerate((turn, turn + 2.2, turn - 2.2)):
            _oval(
                tile,
                x + 0.6 * radius * np.cos(angle),
                y + 0.6 * radius * np.sin(angle),
                0.62 * radius,
                0.2 * radius,
                angle,
                main if leaf else second,
            )
    elif motif == 2:  # cut paper
        angles = turn + np.array([0.0, 2.1, 4.2])
        corners = np.stack([x + radius * np.cos(angles), y + radius * np.sin(angles)], axis=1)
        cv2.fillPoly(tile, [np.round(corners * 16).astype(np.int32)], main, cv2.LINE_AA, 4)
        _oval(tile, x, y, 0.22 * radius, 0.22 * radius, 0.0, second)
    else:  # dabs of a brush, as on camouflage
        for angle in turn + np.array([0.0, 1.9, 3.7]):
            _oval(
                tile,
                x + 0.5 * radius * np.cos(angle),
                y + 0.5 * radius * np.sin(angle),
                0.85 * radius,
                0.5 * radius,
                2 * angle,
                main,
            )


def _oval(
    tile: NDArray[np.uint8], x: float, y: float, a: float, b: float, turn: float, colour: tuple[int, int, int]
) -> None:
    angle = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    px, py = a * np.cos(angle), b * np.sin(angle)
    cos, sin = np.cos(turn), np.sin(turn)
    corners = np.stack([x + px * cos - py * sin, y + px * sin + py * cos], axis=1)
    cv2.fillPoly(tile, [np.round(corners * 16).astype(np.int32)], colour, cv2.LINE_AA, 4)


def _denim(garment: Garment, rng: np.random.Generator, scale: float) -> Tile:
    """Draw denim: diagonal twill, white weft between blue warp, washed unevenly along the threads."""
    side = max(48, round(0.8 * scale))
    side -= side % 4
    noise = rng.standard_normal((side, side), dtype=np.float32)
    streaks = cv2.GaussianBlur(np.tile(noise, (3, 3)), (0, 0), sigmaX=0.6, sigmaY=max(1.0, 0.03 * scale))
    streaks = streaks[side : 2 * side, side : 2 * side]
    streaks = streaks / (streaks.std() + np.float32(1e-6))
    y, x = np.mgrid[0:side, 0:side]
    twill = np.cos((x + y) * (np.pi / 2)).astype(np.float32)
    light = 1 + 0.055 * streaks + 0.035 * twill + 0.03 * noise
    tile: Tile = np.asarray(garment.colour(0), np.float32) * light[..., None] + 5 * noise[..., None]
    return tile


def _knit(garment: Garment, rng: np.random.Generator, scale: float) -> Tile:
    """Draw knitting: columns of V-shaped stitches, sometimes with bands of a second colour."""
    pitch = max(4, 2 * round(rng.uniform(0.03, 0.05) * scale / 2))
    rows = 12
    height, width = rows * pitch, pitch
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    across = np.abs(x + 0.5 - width / 2) / (width / 2)  # 0 in the column's middle, 1 between columns
    lean = (y / pitch + 0.5 * across) % 1.0
    light = 0.93 + 0.12 * np.cos(2 * np.pi * lean) * (0.35 + 0.65 * (1 - across)) - 0.20 * across**4
    tile = np.empty((height, width, 3), np.float32)
    tile[:] = garment.colour(0)
    if rng.random() < 0.35:
        tile[: 2 * pitch] = garment.colour(1)
        tile[3 * pitch : 4 * pitch] = garment.colour(2)
    return np.asarray(tile * light[..., None], np.float32)

"""Backgrounds of photos: wood, carpet, tiles, bedsheet, cardboard, concrete, a wall."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.drawing.folds import crumple, lit, noise, slopes

Ground = NDArray[np.float32]
"""A background without light, (H, W, 3), float32, 0 to 255."""
_Size = tuple[int, int]
_Light = tuple[float, float, float]


def draw_ground(name: str, rng: np.random.Generator, size: _Size) -> Ground:
    """Draw one of `GROUNDS` at (height, width).

    Raises:
        KeyError: there is no such ground.
    """
    return GROUNDS[name](rng, size)


def random_ground(rng: np.random.Generator, size: _Size, *, upright: bool = False) -> Ground:
    """Draw any background, sometimes two that meet; with `upright` one that a garment can hang on."""
    names = ("wall", "wall", "wood", "concrete", "tiles") if upright else tuple(GROUNDS)
    first = draw_ground(names[int(rng.integers(len(names)))], rng, size)
    if rng.random() > 0.22:
        return first
    second = draw_ground(names[int(rng.integers(len(names)))], rng, size)
    height, width = size
    angle = rng.choice([0.0, np.pi / 2]) + rng.normal(0, 0.12)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = (
        (x / width - 0.5) * np.cos(angle)
        + (y / height - 0.5) * np.sin(angle)
        - rng.choice([-1, 1]) * rng.uniform(0.12, 0.42)
    )
    side = np.clip(far * max(size) / 2 + 0.5, 0, 1)[..., None].astype(np.float32)
    shade = 1 - 0.35 * np.exp(-((np.maximum(far, 0) / 0.03) ** 2))[..., None].astype(np.float32)
    return np.asarray(first * (1 - side) + second * shade * side, np.float32)


def _tinted(light: NDArray[np.float32], colour: NDArray[np.floating[Any]]) -> Ground:
    return np.asarray(light[..., None] * np.asarray(colour, np.float32), np.float32)


def _wood(rng: np.random.Generator, size: _Size) -> Ground:
    """Draw planks with grain, in several shades, with dark joints."""
    height, width = size
    turned = rng.random() < 0.5
    h, w = (width, height) if turned else size
    planks = int(rng.integers(2, 8))
    colour = np.array(
        _pick(
            rng,
            (
                (176, 128, 82),
                (140, 92, 56),
                (206, 168, 120),
                (96, 66, 46),
                (190, 178, 160),
                (120, 112, 104),
                (222, 206, 182),
            ),
        ),
        np.float32,
    )
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    sway = noise(rng, (h, w), (2 * planks, 3)) * 0.35
    along = noise(rng, (h, w), (14 * planks, 2.5))
    fine = cv2.blur(rng.standard_normal((h, w), dtype=np.float32), (15, 1))
    ring = np.sin((along * 2.2 + sway) * 3.0)
    light = 1 + rng.uniform(0.02, 0.09) * ring + 0.12 * fine
    row = np.minimum((y / h * planks).astype(np.int32), planks - 1)
    shade = rng.normal(1, 0.07, (planks, 4))
    cut = rng.uniform(0.2, 1.0, planks)
    column = (x / w > cut[row]).astype(np.int32)
    light *= shade[row, column].astype(np.float32)
    joint = np.abs(y / h * planks - np.round(y / h * planks)) * h / planks
    light *= 1 - 0.5 * np.clip(1.3 - joint, 0, 1)
    ends = np.abs(x / w - cut[row]) * w
    light *= 1 - 0.45 * np.clip(1.2 - ends, 0, 1)
    wood = _tinted(light, colour)
    return np.ascontiguousarray(wood.transpose(1, 0, 2)) if turned else wood


def _carpet(rng: np.random.Generator, size: _Size) -> Ground:
    """Draw a carpet's pile, sometimes with an ornament."""
    colour = _chance(rng, saturation=0.5)
    pile = rng.standard_normal(size, dtype=np.float32)
    soft = np.asarray(cv2.GaussianBlur(pile, (0, 0), float(rng.uniform(0.6, 1.6))), np.float32)
    soft /= soft.std() + np.float32(1e-6)
    light = 1 + rng.uniform(0.05, 0.16) * soft + 0.06 * noise(rng, size, (5, 5))
    carpet = _tinted(light, colour)
    if rng.random() < 0.4:
        second = _chance(rng, saturation=0.6)
        period = float(rng.uniform(0.15, 0.5) * min(size))
        y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32) * (2 * np.pi / period)
        turn = rng.uniform(0, np.pi)
        u, v = x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)
        wave = (
            np.cos(u) * np.cos(v) + 0.5 * np.cos(2 * u + 1) * np.cos(3 * v)
            if rng.random() < 0.6
            else np.cos(u) + 0.3 * np.cos(3 * u)
        )
        part = (1 / (1 + np.exp(-8 * (wave - rng.uniform(-0.2, 0.5)))))[..., None].astype(np.float32)
        carpet = carpet * (1 - part) + _tinted(light, second) * part
    return carpet


def _tiles(rng: np.random.Generator, size: _Size) -> Ground:
    """Draw squares of stone with grout, each slightly different."""
    across = float(rng.uniform(0.18, 0.6) * min(size))
    turn = rng.choice([0.0, np.pi / 4]) + rng.normal(0, 0.08)
    y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    u = (x * np.cos(turn) + y * np.sin(turn)) / across + rng.uniform(10, 20)
    v = (y * np.cos(turn) - x * np.sin(turn)) / across + rng.uniform(10, 20)
    edge = np.minimum(np.abs(u - np.round(u)), np.abs(v - np.round(v))) * across
    shades = rng.normal(1, 0.035, (64, 64)).astype(np.float32)
    light = shades[np.floor(v).astype(np.int32) % 64, np.floor(u).astype(np.int32) % 64]
    light = light + 0.05 * noise(rng, size, (6, 6)) + 0.03 * noise(rng, size, (24, 24))
    colour = _chance(rng, saturation=0.25, bright=True)
    tiles = _tinted(light, colour)
    if rng.random() < 0.25:  # a chequered floor
        dark = ((np.floor(u) + np.floor(v)) % 2)[..., None].astype(np.float32)
        tiles = tiles * (1 - rng.uniform(0.3, 0.75) * dark)
    grout = np.clip(rng.uniform(0.004, 0.012) * max(size) * 0.5 + 0.7 - edge, 0, 1)[..., None].astype(
        np.float32
    )
    return np.asarray(tiles * (1 - grout) + colour * np.float32(rng.uniform(0.45, 1.1)) * grout, np.float32)


def _bedsheet(rng: np.random.Generator, size: _Size) -> Ground:
    """Draw wrinkled cloth, plain, striped or with a scattered pattern."""
    colour = _chance(rng, saturation=0.55, bright=rng.random() < 0.7)
    scale = float(rng.uniform(0.3, 0.6) * max(size))
    heights = crumple(rng, size, scale, float(rng.uniform(0.4, 1.6)))
    across, down = slopes(heights, scale)
    angle = rng.uniform(0, 2 * np.pi)
    light = lit(across, down, (float(np.cos(angle)), float(np.sin(angle)), 1.2), ambient=0.5)
    sheet = np.empty((*size, 3), np.float32)
    sheet[:] = colour
    if rng.random() < 0.45:
        second = _chance(rng, saturation=0.7)
        period = float(rng.uniform(0.05, 0.25) * min(size))
        turn = rng.uniform(0, np.pi)
        y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
        y, x = y + 0.12 * scale * down, x + 0.12 * scale * across  # the pattern follows the wrinkles
        u = (x * np.cos(turn) + y * np.sin(turn)) * (2 * np.pi / period)
        v = (y * np.cos(turn) - x * np.sin(turn)) * (2 * np.pi / period)
        kind = int(rng.integers(3))
        wave = (
            np.cos(u)
            if kind == 0
            else np.cos(u) * np.cos(v)
            if kind == 1
            else np.maximum(np.cos(u), np.cos(v))
        )
        part = np.clip((wave - rng.uniform(0.2, 0.7)) * period / 4 + 0.5, 0, 1)[..., None].astype(np.float32)
        sheet = sheet * (1 - part * 0.8) + second * part * 0.8
    return sheet * light[..., None]


def _cardboard(rng: np.random.Generator, size: _Size) -> Ground:
    """Draw brown board with fibres, flutes and sometimes a strip of tape."""
    fibres = cv2.blur(rng.standard_normal(size, dtype=np.float32), (1, 5))
    y = np.arange(size[0], dtype=np.float32)[:, None]
    flutes = np.sin(y * (2 * np.pi / max(3.0, 0.018 * size[0])))
    light = 1 + 0.06 * fibres + 0.012 * flutes + 0.04 * noise(rng, size, (4, 4))
    board = _tinted(light, np.array([186, 146, 102], np.float32) * rng.uniform(0.85, 1.15))
    at = int(rng.uniform(0.1, 0.9) * size[1])
    if rng.random() < 0.5:
        width = max(3, round(0.12 * size[1]))
        board[:, at : at + width] *= 0.88 if rng.random() < 0.5 else 1.1
    board[:, max(0, at - 1) : at + 1] *= 0.7
    return board


def _concrete(rng: np.random.Generator, size: _Size) -> Ground:
    """Draw grey concrete with blotches, pores and sometimes a crack."""
    light = 1 + 0.06 * noise(rng, size, (4, 4)) + 0.04 * noise(rng, size, (14, 14))
    grains = rng.standard_normal(size, dtype=np.float32)
    light += 0.035 * grains
    light -= 0.25 * (cv2.GaussianBlur(grains, (0, 0), 1.0) > 0.85)
    ground = _tinted(
        light.astype(np.float32),
        np.array([158, 156, 150], np.float32) * rng.uniform(0.5, 1.2) * rng.normal(1, 0.02, 3),
    )
    if rng.random() < 0.3:
        walk = np.cumsum(rng.normal(0, 0.02, (24, 2)) + rng.normal(0, 0.03, 2), axis=0) + rng.uniform(
            0.1, 0.9, 2
        )
        cv2.polylines(
            ground,
            [np.round(walk * np.array(size[::-1]) * 16).astype(np.int32)],
            False,
            (60, 58, 55),
            1,
            cv2.LINE_AA,
            4,
        )
    return np.clip(ground, 0, 255)


def _wall(rng: np.random.Generator, size: _Size) -> Ground:
    """Draw paint or wallpaper, sometimes a door's panels."""
    colour = _chance(rng, saturation=0.3, bright=True)
    light = 1 + 0.012 * rng.standard_normal(size, dtype=np.float32) + 0.02 * noise(rng, size, (5, 5))
    wall = _tinted(light, colour)
    if rng.random() < 0.4:
        height, width = size
        left, right = sorted((rng.uniform(-0.1, 0.4) * width, rng.uniform(0.6, 1.1) * width))
        for top, bottom in ((0.06, 0.46), (0.54, 0.97)):
            box = np.array(
                [
                    [left, top * height],
                    [right, top * height],
                    [right, bottom * height],
                    [left, bottom * height],
                ]
            )
            for inset, factor in ((0.0, 0.72), (3.0, 1.12)):
                moved = box + inset
                cv2.polylines(
                    wall,
                    [np.round(moved * 16).astype(np.int32)],
                    True,
                    tuple(float(c) for c in colour * factor),
                    2,
                    cv2.LINE_AA,
                    4,
                )
    return np.clip(wall, 0, 255)


def _chance(rng: np.random.Generator, *, saturation: float, bright: bool = False) -> NDArray[np.float32]:
    hue = rng.uniform(0, 6)
    strength = saturation * rng.beta(1, 2.2)  # most grounds are pale or grey
    value = rng.uniform(0.62, 0.97) if bright else rng.uniform(0.15, 0.95)
    part = np.clip(np.abs((hue + np.array([0.0, 4.0, 2.0])) % 6 - 3) - 1, 0, 1)
    return np.asarray(255 * value * (1 - strength + strength * part), np.float32)


def _pick(rng: np.random.Generator, among: tuple[tuple[int, int, int], ...]) -> tuple[int, int, int]:
    return among[int(rng.integers(len(among)))]


GROUNDS: dict[str, Callable[[np.random.Generator, _Size], Ground]] = {
    "wood": _wood,
    "carpet": _carpet,
    "tiles": _tiles,
    "bedsheet": _bedsheet,
    "cardboard": _cardboard,
    "concrete": _concrete,
    "wall": _wall,
}
"""Name to the function that draws it."""

"""Colours by their names in shops, and combinations of them."""

from __future__ import annotations

import colorsys

import numpy as np

COLOURS: dict[str, tuple[int, int, int]] = {
    "white": (244, 243, 239),
    "ecru": (233, 222, 199),
    "sand": (208, 188, 152),
    "camel": (181, 133, 82),
    "brown": (101, 67, 45),
    "black": (30, 30, 33),
    "charcoal": (62, 64, 69),
    "grey": (146, 148, 152),
    "silver": (196, 198, 201),
    "navy": (30, 42, 78),
    "indigo": (44, 62, 104),
    "blue": (42, 92, 170),
    "sky": (138, 184, 222),
    "teal": (22, 112, 118),
    "mint": (160, 212, 188),
    "green": (44, 116, 66),
    "olive": (98, 100, 56),
    "forest": (30, 68, 48),
    "yellow": (238, 198, 62),
    "mustard": (204, 152, 40),
    "orange": (224, 112, 42),
    "rust": (172, 78, 44),
    "coral": (238, 124, 104),
    "red": (192, 36, 42),
    "burgundy": (112, 28, 44),
    "pink": (236, 172, 186),
    "rose": (206, 98, 122),
    "lilac": (184, 164, 212),
    "purple": (96, 58, 122),
}
"""Name to red, green and blue, 0 to 255."""

_DENIMS = (
    (52, 74, 116),
    (34, 46, 76),
    (92, 122, 162),
    (136, 164, 194),
    (48, 50, 56),
    (112, 116, 122),
    (24, 28, 40),
)


def random_colours(rng: np.random.Generator, fabric: str) -> tuple[tuple[int, int, int], ...]:
    """Choose three colours: a ground and two that contrast with it."""
    if fabric == "denim":
        ground = _DENIMS[int(rng.integers(len(_DENIMS)))]
        return ground, (206, 146, 74), COLOURS["white"]
    if rng.random() < 0.25:
        ground = _random_colour(rng)
    else:
        # Most clothes are grey, black, white or navy.
        often = ("white", "black", "grey", "charcoal", "navy", "ecru", "blue")
        names = often if rng.random() < 0.45 else tuple(COLOURS)
        ground = COLOURS[names[int(rng.integers(len(names)))]]
    contrasting = [colour for colour in COLOURS.values() if contrast(colour, ground) > 0.22]
    first, second = (contrasting[int(rng.integers(len(contrasting)))] for _ in range(2))
    return ground, first, second


def contrast(a: tuple[int, int, int], b: tuple[int, int, int]) -> float:
    """Measure how different two colours look, mostly by lightness: 0 to about 1."""
    (r1, g1, b1), (r2, g2, b2) = a, b
    light = abs(0.3 * (r1 - r2) + 0.59 * (g1 - g2) + 0.11 * (b1 - b2))
    hue = abs((r1 - g1) - (r2 - g2)) + abs((g1 - b1) - (g2 - b2))
    return (0.75 * light + 0.15 * hue) / 255


def _random_colour(rng: np.random.Generator) -> tuple[int, int, int]:
    hue, saturation, value = rng.random(), rng.beta(2, 2), rng.uniform(0.12, 0.97)
    r, g, b = colorsys.hsv_to_rgb(hue, saturation, value)
    return round(255 * r), round(255 * g), round(255 * b)

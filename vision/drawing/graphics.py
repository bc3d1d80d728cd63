"""Prints on a chest: simple pictures, and words in a stroke alphabet."""

from __future__ import annotations

import numpy as np

from vision.drawing.curves import Path, Points, ellipse
from vision.drawing.pieces import Ink, Mark

_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "A": (((0, 4), (1, 0), (2, 4)), ((0.5, 2.6), (1.5, 2.6))),
    "E": (((2, 0), (0, 0), (0, 4), (2, 4)), ((0, 2), (1.6, 2))),
    "H": (((0, 0), (0, 4)), ((2, 0), (2, 4)), ((0, 2), (2, 2))),
    "I": (((1, 0), (1, 4)),),
    "L": (((0, 0), (0, 4), (2, 4)),),
    "M": (((0, 4), (0, 0), (1, 2), (2, 0), (2, 4)),),
    "N": (((0, 4), (0, 0), (2, 4), (2, 0)),),
    "O": (((0.6, 0), (1.4, 0), (2, 0.8), (2, 3.2), (1.4, 4), (0.6, 4), (0, 3.2), (0, 0.8), (0.6, 0)),),
    "R": (((0, 4), (0, 0), (1.5, 0), (2, 0.6), (2, 1.6), (1.5, 2.2), (0, 2.2)), ((1, 2.2), (2, 4))),
    "S": (
        ((2, 0.5), (1.5, 0), (0.5, 0), (0, 0.6), (0, 1.4), (2, 2.6), (2, 3.4), (1.5, 4), (0.5, 4), (0, 3.5)),
    ),
    "T": (((0, 0), (2, 0)), ((1, 0), (1, 4))),
    "V": (((0, 0), (1, 4), (2, 0)),),
    "W": (((0, 0), (0.5, 4), (1, 1.6), (1.5, 4), (2, 0)),),
    "Y": (((0, 0), (1, 2), (2, 0)), ((1, 2), (1, 4))),
}
_WORDS = ("NORTH", "MARLOW", "ATLAS", "TIMOR", "NOVA", "SILVER", "WEST", "STORM", "YARN")


def word(
    text: str, centre: tuple[float, float], width: float, *, ink: Ink, weight: float = 0.02
) -> list[Mark]:
    """Write a word in strokes, centred, `width` units wide."""
    step = width / (len(text) * 3 - 1)
    x, y = centre[0] - width / 2, centre[1] - 2 * step
    marks = []
    for letter in text:
        marks += [
            Mark(np.array(stroke) * step + np.array([x, y]), ink, weight) for stroke in _STROKES[letter]
        ]
        x += 3 * step
    return marks


def chest_print(rng: np.random.Generator, centre: tuple[float, float], size: float) -> list[Mark]:
    """Draw a picture, a word or both; `size` is half its width."""
    cx, cy = centre
    kind = int(rng.integers(7))
    marks: list[Mark] = []
    if kind == 0:  # a sun over waves
        marks.append(Mark(ellipse((cx, cy - 0.15 * size), (0.62 * size, 0.62 * size)), "accent", filled=True))
        for i in range(3):
            y = cy + (0.25 + 0.28 * i) * size
            x = np.linspace(-size, size, 30)
            marks.append(
                Mark(
                    np.stack([cx + x, y + 0.06 * size * np.sin(9 * x / size + i)], axis=1),
                    "trim",
                    0.12 * size,
                )
            )
    elif kind == 1:  # mountains
        marks.append(
            Mark(ellipse((cx + 0.45 * size, cy - 0.5 * size), (0.2 * size, 0.2 * size)), "trim", filled=True)
        )
        for shift, tall, ink in ((0.35, 0.8, "trim"), (-0.25, 1.2, "accent")):
            base = cy + 0.5 * size
            peak = np.array(
                [
                    [cx + (shift - 0.7) * size, base],
                    [cx + shift * size, base - tall * size],
                    [cx + (shift + 0.7) * size, base],
                ]
            )
            marks.append(Mark(peak, ink, filled=True))  # type: ignore[arg-type]
    elif kind == 2:  # bars across the chest
        for i, ink in enumerate(("accent", "trim", "accent")):
            y = cy + (i - 1) * 0.42 * size
            bar = np.array(
                [[cx - size, y], [cx + size, y], [cx + size, y + 0.26 * size], [cx - size, y + 0.26 * size]]
            )
            marks.append(Mark(bar, ink, filled=True))  # type: ignore[arg-type]
    elif kind == 3:  # a star
        marks.append(Mark(_star(cx, cy, size * 0.85), "accent", filled=True))
    elif kind == 4:  # a ring with a word below
        marks.append(
            Mark(
                np.vstack([ring := ellipse((cx, cy - 0.25 * size), (0.55 * size, 0.55 * size)), ring[:1]]),
                "accent",
                0.14 * size,
            )
        )
        marks += word(
            _WORDS[int(rng.integers(len(_WORDS)))],
            (cx, cy + 0.7 * size),
            1.5 * size,
            ink="accent",
            weight=0.07 * size,
        )
    elif kind == 5:  # a leaf
        leaf = (
            Path((cx, cy - 0.9 * size))
            .quad((cx + 0.9 * size, cy - 0.1 * size), (cx, cy + 0.7 * size))
            .quad((cx - 0.9 * size, cy - 0.1 * size), (cx, cy - 0.9 * size))
            .points()
        )
        marks.append(Mark(leaf, "accent", filled=True))
        marks.append(Mark(np.array([[cx, cy - 0.6 * size], [cx, cy + size]]), "trim", 0.06 * size))
    if kind == 6 or (kind == 1 and rng.random() < 0.5):
        low = cy + (0.75 * size if kind == 1 else 0)
        marks += word(
            _WORDS[int(rng.integers(len(_WORDS)))],
            (cx, low),
            2 * size,
            ink="accent",
            weight=0.09 * size if kind == 6 else 0.06 * size,
        )
    return marks


def _star(cx: float, cy: float, radius: float) -> Points:
    angle = -np.pi / 2 + np.arange(10) * np.pi / 5
    far = np.where(np.arange(10) % 2 == 0, radius, 0.42 * radius)
    return np.stack([cx + far * np.cos(angle), cy + far * np.sin(angle)], axis=1)

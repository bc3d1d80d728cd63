"""Trimmings: cuffs, plackets, buttons, pockets, cords, zips and bands."""

from __future__ import annotations

import numpy as np

from vision.drawing.bodice import (
    Block,
    Sleeve,
    across_sleeve,
)
from vision.drawing.curves import (
    Path,
    Points,
    band,
    flipped,
)
from vision.drawing.pieces import Cloth, Mark, Piece, stitching


def cuff_piece(
    sleeve_: Sleeve, depth: float, *, cloth: Cloth = "rib", tight: float = 0.9, marks: bool = True
) -> Piece:
    """A cuff at the end of a sleeve."""
    a, b = across_sleeve(sleeve_, depth)
    c, d = sleeve_.end
    middle = (c + d) / 2
    low = np.stack([middle + (d - middle) * tight, middle + (c - middle) * tight])
    outline = np.vstack([a, b, low])
    lines = (stitching(np.stack([a + (low[1] - a) * 0.12, b + (low[0] - b) * 0.12])),) if marks else ()
    return Piece(
        outline,
        cloth,
        sleeve_.grain,
        origin=(float(middle[0]), float(middle[1])),
        round=0.028,
        bulge=0.5,
        shadow=0.22,
        marks=lines,
    )


def hem_band(block: Block, cloth: Cloth = "rib") -> Piece:
    """A band around the hem: ribbed, or of the garment's cloth."""
    deep = 0.085
    lower = (block.hemline() + np.array([0, 0.006]))[::-1] * np.array([0.955 if cloth == "rib" else 1.0, 1.0])
    upper = block.hemline(deep) * np.array([1.01, 1.0])
    lines = (
        ()
        if cloth == "rib"
        else (stitching(upper + np.array([0, 0.014])), stitching(lower - np.array([0, 0.014])))
    )
    return Piece(np.vstack([upper, lower]), cloth, round=0.028, bulge=0.5, shadow=0.2, marks=lines)


def placket(
    top: float,
    bottom: float,
    *,
    half: float = 0.035,
    buttons: int = 6,
    cloth: Cloth = "main",
    first: float = 0.03,
) -> Piece:
    """The buttoned strip down the middle."""
    strip = np.array([[-half, top], [half, top], [half, bottom], [-half, bottom]])
    lines = [stitching(np.array([[x, top], [x, bottom]]), width=0.004) for x in (-0.8 * half, 0.8 * half)]
    knobs = button_column(0.0, top + first, bottom - 0.06, buttons)
    return Piece(strip, cloth, round=0.012, bulge=0.6, shadow=0.25, marks=(*lines, *knobs))


def button_column(x: float, top: float, bottom: float, count: int, *, radius: float = 0.016) -> list[Mark]:
    """Buttons at equal distances."""
    marks: list[Mark] = []
    circle = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    rim = np.stack([np.cos(circle), np.sin(circle)], axis=1)
    heights = np.linspace(top, bottom, count) if count > 1 else np.array([top])
    marks += [Mark(np.array([x, y]) + rim * radius * 1.25, "edge", filled=True) for y in heights]
    marks += [Mark(np.array([x, y]) + rim * radius, "button", filled=True, depth=0.012) for y in heights]
    return marks


def patch_pocket(
    x: float,
    y: float,
    width: float,
    depth: float,
    *,
    cloth: Cloth = "main",
    point: float = 0.03,
    flap: bool = False,
    button: bool = False,
) -> list[Piece]:
    """A sewn-on pocket; (x, y) is the middle of its upper edge."""
    w = width / 2
    shape = np.array(
        [[x - w, y], [x + w, y], [x + w, y + depth - point], [x, y + depth], [x - w, y + depth - point]]
    )
    inner = shape[[0, 4, 3, 2, 1]] + np.array(
        [[0.012, 0], [0.012, -0.008], [0, -0.014], [-0.012, -0.008], [-0.012, 0]]
    )
    pieces = [
        Piece(
            shape,
            cloth,
            round=0.014,
            bulge=0.7,
            shadow=0.28,
            marks=(stitching(inner), stitching([(x - w, y + 0.03), (x + w, y + 0.03)])),
        )
    ]
    if flap:
        lid = np.array(
            [
                [x - w - 0.008, y - 0.02],
                [x + w + 0.008, y - 0.02],
                [x + w + 0.008, y + 0.05],
                [x, y + 0.05 + 1.2 * point],
                [x - w - 0.008, y + 0.05],
            ]
        )
        marks = [stitching(lid[[4, 3, 2]] + np.array([0, -0.014]))]
        if button:
            marks += button_column(x, y + 0.045, y + 0.045, 1, radius=0.014)
        pieces.append(Piece(lid, cloth, round=0.014, bulge=0.7, shadow=0.35, marks=tuple(marks)))
    return pieces


def welt(line: Points) -> Piece:
    """A slit pocket along a line of two points."""
    run = line[1] - line[0]
    normal = np.array([-run[1], run[0]]) / np.hypot(*run) * 0.018
    strip = np.vstack([line - normal, line[::-1] + normal])
    return Piece(strip, round=0.012, bulge=0.6, shadow=0.35, marks=(Mark(line, "edge", 0.008),))


def drawstrings(y: float, *, apart: float = 0.016, length: float = 0.24) -> list[Piece]:
    """Two cords that hang from eyelets at a height."""
    pieces = []
    for side in (-1, 1):
        line = (
            Path((apart, y))
            .cubic(
                (apart + 0.05, y + 0.3 * length),
                (apart - 0.005, y + 0.6 * length),
                (apart + 0.03, y + length),
            )
            .points()
        )
        pieces.append(Piece(band(flipped(line, side), 0.013), "lace", round=0.01, bulge=0.8, shadow=0.4))
    return pieces


def zip_marks(x: float, top: float, bottom: float) -> tuple[Mark, ...]:
    """A zip: dark tape, metal teeth and a pull."""
    line = np.array([[x, top], [x, bottom]])
    pull = np.array(
        [[x - 0.012, top + 0.03], [x + 0.012, top + 0.03], [x + 0.009, top + 0.09], [x - 0.009, top + 0.09]]
    )
    return (
        Mark(line, "edge", 0.036),
        Mark(line, "metal", 0.014, dashed=True, depth=0.004),
        Mark(pull, "metal", filled=True, depth=0.01),
    )


def zip_strip(top: float, bottom: float) -> Piece:
    """A zip down the middle of a front."""
    strip = np.array([[-0.035, top], [0.035, top], [0.035, bottom], [-0.035, bottom]])
    return Piece(strip, round=0.02, bulge=0.3, shadow=0.2, marks=zip_marks(0.0, top, bottom))


def zip_curve(line: Points) -> tuple[Mark, ...]:
    """A zip that follows a curve."""
    return (Mark(line, "edge", 0.04), Mark(line, "metal", 0.016, dashed=True, depth=0.004))

"""Skirts."""

from __future__ import annotations

import numpy as np

from vision.drawing.bodice import (
    hanging_folds,
)
from vision.drawing.curves import (
    Path,
    Point,
    Points,
    flipped,
)
from vision.drawing.garment import Garment
from vision.drawing.pieces import Design, Fold, Mark, Piece, Pose, View, seam, stitching


def skirt(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut a skirt: A-line, pencil, pleated or tiered."""
    cut = garment.cut
    top, waist = -0.6, 0.29
    bottom = {"a-line": 0.52, "pencil": 0.62, "pleated": 0.48, "tiered": 0.78}[cut] + 0.14 * garment.length
    hem = {"a-line": 0.62, "pencil": 0.345, "pleated": 0.72, "tiered": 0.74}[cut] + 0.04 * garment.fit
    hip = 0.39 if cut == "pencil" else None
    drop = 0.03 if cut == "pencil" else 0.07
    outline, hemline = bell(
        (waist, top + 0.08),
        (hem, bottom),
        hip=hip,
        drop=drop,
        waves=garment.rng("hem") if cut != "pencil" else None,
    )
    marks: list[Mark] = [stitching(hemline - np.array([0, 0.035]))]
    if cut == "pencil" or view == "back":
        marks.append(
            seam([(0.0, top + 0.08), (0.0, bottom + drop)] if view == "back" else [(0.0, top), (0.0, top)])
        )
    if cut == "pencil":
        marks += [
            seam(flipped(np.array([[0.16, top + 0.08], [0.155, top + 0.22]]), side)) for side in (-1, 1)
        ]
    pleats = 9
    if cut == "pleated":
        marks += _pleats(waist, top + 0.08, hem, bottom, drop, pleats)
    pieces = [_waist_inside(waist, top)] if view != "back" else []
    pieces.append(Piece(outline, round=0.1, bulge=0.5, shadow=0.2, marks=tuple(marks)))
    if cut == "tiered":
        pieces = [*pieces[:-1], *_tiers(garment, waist, top + 0.08, hem, bottom, view)]
    dip = 0.03 if view != "back" else -0.01
    upper = Path((-waist + 0.006, top)).quad((0, top + 2 * dip), (waist - 0.006, top)).points()
    lower = (
        Path((-waist - 0.008, top + 0.085))
        .quad((0, top + 0.085 + 2 * dip), (waist + 0.008, top + 0.085))
        .points()
    )
    strip = np.vstack([upper, lower[::-1]])
    lines: tuple[Mark, ...] = (stitching(lower - np.array([0, 0.012])),)
    if cut == "tiered":
        lines = tuple(
            Mark(np.array([[x, top], [x, top + 0.14]]), "rib", 0.008, depth=-0.012)
            for x in np.linspace(-waist, waist, 30)
        )
    pieces.append(Piece(strip, round=0.022, bulge=0.5, shadow=0.3, origin=(0.0, top), marks=lines))
    swing = flutes(
        rng,
        3 if cut == "pencil" else 9,
        (waist, top + 0.1),
        (hem, bottom + 0.03),
        strength=0.35 if cut in {"pencil", "pleated"} else 1.0,
    )
    return Design(tuple(pieces), tuple(swing), hanger=(0.0, top))


def bell(
    waist: Point, hem: Point, *, hip: float | None, drop: float, waves: np.random.Generator | None
) -> tuple[Points, Points]:
    """Draw a skirt's closed outline, and its hemline from left to right."""
    (wx, wy), (hx, hy) = waist, hem
    if hip is not None:
        right = (
            Path((wx, wy))
            .cubic((wx + 0.03, wy + 0.1), (hip, wy + 0.2), (hip, wy + 0.36))
            .quad((hip, hy - 0.2), (hx, hy))
            .points()
        )
    else:
        right = Path((wx, wy)).cubic((wx + 0.07, wy + 0.18), (hx - 0.1, hy - 0.4), (hx, hy)).points()
    x = np.linspace(-hx, hx, 61)
    y = hy + drop * (1 - (x / hx) ** 2)
    if waves is not None:
        flutes = waves.uniform(3.5, 5.5)
        y = y + 0.016 * np.cos(flutes * np.pi * x / hx + waves.uniform(0, 3)) * (1 - np.abs(x / hx) ** 6)
    hemline = np.stack([x, y], axis=1)
    return np.vstack([right, hemline[::-1][1:-1], flipped(right, -1)[::-1]]), hemline


def flutes(rng: np.random.Generator, count: int, top: Point, bottom: Point, *, strength: float) -> list[Fold]:
    def above(share: float) -> Point:
        return share * top[0], top[1]

    def below(share: float) -> Point:
        return share * bottom[0], bottom[1] + 0.04 * (1 - share**2)

    ridges = hanging_folds(rng, count, above, below, strength=strength, width=0.085)
    valleys = hanging_folds(rng, max(2, count - 2), above, below, strength=-0.8 * strength, width=0.05)
    return ridges + valleys


def _pleats(waist: float, top: float, hem: float, bottom: float, drop: float, count: int) -> list[Mark]:
    marks: list[Mark] = []
    for share in np.linspace(-1, 1, 2 * count + 1)[1:-1]:
        low = bottom + drop * (1 - share**2)
        line = (
            Path((share * waist, top)).quad((share * (waist + 0.1), top + 0.25), (share * hem, low)).points()
        )
        marks += [Mark(line, "seam", 0.012, depth=-0.02), Mark(line + np.array([0.02, 0]), "crease", 0.03)]
    return sorted(marks, key=lambda mark: mark.ink)


def _tiers(garment: Garment, waist: float, top: float, hem: float, bottom: float, view: View) -> list[Piece]:
    pieces: list[Piece] = []
    heights = np.linspace(top, bottom, 4)
    widths = np.linspace(waist, hem, 4)
    for i in (2, 1, 0):
        outline, hemline = bell(
            (float(widths[i]) * (1.0 if i == 0 else 0.985), float(heights[i])),
            (float(widths[i + 1]), float(heights[i + 1])),
            hip=None,
            drop=0.06,
            waves=garment.rng(f"tier{i}"),
        )
        gathers = tuple(
            Mark(
                np.array([[x * widths[i], heights[i] + 0.01], [x * widths[i] * 1.06, heights[i] + 0.09]]),
                "rib",
                0.008,
                depth=-0.012,
            )
            for x in np.linspace(-0.97, 0.97, 26)
        )
        pieces.append(
            Piece(
                outline,
                round=0.06,
                bulge=0.5,
                shadow=0.3,
                origin=(0.0, float(heights[i])),
                marks=(stitching(hemline - np.array([0, 0.02])), *gathers),
            )
        )
    return pieces


def _waist_inside(waist: float, top: float) -> Piece:
    lens = (
        Path((-waist + 0.01, top + 0.01))
        .quad((0, top - 0.045), (waist - 0.01, top + 0.01))
        .quad((0, top + 0.1), (-waist + 0.01, top + 0.01))
        .points()
    )
    tag = np.array([[-0.035, top - 0.01], [0.035, top - 0.01], [0.035, top + 0.02], [-0.035, top + 0.02]])
    return Piece(lens, "inside", round=0.02, bulge=0.2, shadow=0.0, marks=(Mark(tag, "lace", filled=True),))

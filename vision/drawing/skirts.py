"""Dresses and skirts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from vision.drawing.bodice import (
    Block,
    across_sleeve,
    collar_band,
    collar_leaves,
    hanging_folds,
    inside_neck,
    placket,
    sleeve,
    sleeve_folds,
)
from vision.drawing.curves import Path, Point, Points, band, flipped, offset
from vision.drawing.garment import Garment
from vision.drawing.pieces import Cloth, Design, Fold, Mark, Piece, Pose, View, seam, stitching


def skirt(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """A-line, pencil, pleated or in tiers."""
    cut = garment.cut
    top, waist = -0.6, 0.29
    bottom = {"a-line": 0.52, "pencil": 0.62, "pleated": 0.48, "tiered": 0.78}[cut] + 0.14 * garment.length
    hem = {"a-line": 0.62, "pencil": 0.345, "pleated": 0.72, "tiered": 0.74}[cut] + 0.04 * garment.fit
    hip = 0.39 if cut == "pencil" else None
    drop = 0.03 if cut == "pencil" else 0.07
    outline, hemline = _bell((waist, top + 0.08), (hem, bottom), hip=hip, drop=drop,
                             waves=garment.chance("hem") if cut != "pencil" else None)  # fmt: skip
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
    flutes = _flutes(rng, 3 if cut == "pencil" else 9, (waist, top + 0.1), (hem, bottom + 0.03),
                     strength=0.35 if cut in {"pencil", "pleated"} else 1.0)  # fmt: skip
    return Design(tuple(pieces), tuple(flutes), hanger=(0.0, top))


def dress(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """A-line with short sleeves, a sheath, one with straps, a shirt dress, or down to the floor."""
    cut, fit = garment.cut, 0.025 * garment.fit
    front = view != "back"
    block = Block(shoulder=(0.315 + fit, -0.9), armpit=(0.335 + fit, -0.62), waist=(0.29 + fit, -0.3),
                  hem=(0.27 + fit, -0.22), neck=0.13, top=-0.99, front=0.13, sag=0.02)  # fmt: skip
    if cut in {"sheath", "maxi"}:
        block = replace(block, neck=0.17, front=0.15, shoulder=(0.265 + fit, -0.94))
    if cut == "shirt-dress":
        block = replace(block, neck=0.105, front=0.12)
    bottom = {"a-line": 0.62, "sheath": 0.62, "strappy": 0.55, "shirt-dress": 0.6, "maxi": 1.0}[
        cut
    ] + 0.1 * garment.length
    hem = {"a-line": 0.58, "sheath": 0.31, "strappy": 0.55, "shirt-dress": 0.44, "maxi": 0.6}[cut] + fit
    hip = 0.345 + fit if cut == "sheath" else None
    hip_line = (block.hem[0] + 0.005, block.hem[1])
    lower, hemline = _bell(hip_line, (hem, bottom), hip=hip, drop=0.025 if cut == "sheath" else 0.06,
                           waves=garment.chance("hem") if cut != "sheath" else None)  # fmt: skip
    pieces: list[Piece] = []
    folds: list[Fold] = []
    skirt_piece = Piece(lower, round=0.1, bulge=0.5, shadow=0.15, origin=(0.0, 0.1),
                        marks=(stitching(hemline - np.array([0, 0.03])),))  # fmt: skip
    if cut == "strappy":
        pieces += [skirt_piece, *_strap_top(block, front)]
    else:
        shape = "v" if cut == "maxi" else "round"
        neckline = block.neckline(shape=shape, back=not front)
        if front:
            pieces.append(inside_neck(block, neckline))
        if cut in {"a-line", "shirt-dress"}:
            for side in (-1, 1):
                arm = sleeve(block, side, pose, length=0.26 if cut == "a-line" else 0.46, cuff=0.24 if cut == "a-line" else 0.2,
                             puff=0.07 if cut == "a-line" and garment.seed % 2 else 0.0)  # fmt: skip
                x, y = arm.middle[0]
                pieces.append(Piece(arm.outline, grain=arm.grain, origin=(float(x), float(y)), round=0.06, bulge=0.6,
                                    shadow=0.12, marks=(stitching(across_sleeve(arm, 0.035)),)))  # fmt: skip
                folds += sleeve_folds(rng, arm, count=2)
        pieces.append(skirt_piece)
        pieces.append(
            Piece(block.torso(neckline), round=0.06, bulge=0.5, shadow=0.15, marks=tuple(_darts(front)))
        )
        if cut == "shirt-dress" and front:
            pieces.append(placket(block.top + block.front, bottom + 0.05, half=0.03, buttons=8, first=0.08))
            pieces += collar_leaves(block, spread=0.08, drop=0.17)
        else:
            pieces.append(collar_band(neckline, 0.022, cloth="plain"))
            if cut == "sheath" or cut == "maxi":
                pieces += [_armhole_band(block, side) for side in (-1, 1)]
    pieces.append(_waistline(garment, block, front))
    strength = 0.35 if cut == "sheath" else 1.0
    folds += _flutes(
        rng,
        4 if cut == "sheath" else 9,
        (block.hem[0], block.hem[1] + 0.04),
        (hem, bottom + 0.02),
        strength=strength,
    )
    for side in (-1, 1):
        for _ in range(2):
            y = rng.uniform(-0.56, -0.38)
            folds.append(Fold(flipped(Path((0.3, y)).quad((0.2, y + 0.05), (rng.uniform(0.05, 0.15), y + 0.16)).points(), side),
                              0.03, float(rng.uniform(0.4, 0.8))))  # fmt: skip
    return Design(tuple(pieces), tuple(folds), hanger=(0.0, block.top))


def _bell(
    waist: Point, hem: Point, *, hip: float | None, drop: float, waves: np.random.Generator | None
) -> tuple[Points, Points]:
    """A skirt's closed outline, and its hemline from left to right."""
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


def _flutes(
    rng: np.random.Generator, count: int, top: Point, bottom: Point, *, strength: float
) -> list[Fold]:
    def above(share: float) -> Point:
        return share * top[0], top[1]

    def below(share: float) -> Point:
        return share * bottom[0], bottom[1] + 0.04 * (1 - share**2)

    ridges = hanging_folds(rng, count, above, below, strength=strength, width=0.085)
    valleys = hanging_folds(rng, max(2, count - 2), above, below, strength=-0.8 * strength, width=0.05)
    return ridges + valleys


def _pleats(waist: float, top: float, hem: float, bottom: float, drop: float, count: int) -> list[Mark]:
    made: list[Mark] = []
    for share in np.linspace(-1, 1, 2 * count + 1)[1:-1]:
        low = bottom + drop * (1 - share**2)
        line = (
            Path((share * waist, top)).quad((share * (waist + 0.1), top + 0.25), (share * hem, low)).points()
        )
        made += [Mark(line, "seam", 0.012, depth=-0.02), Mark(line + np.array([0.02, 0]), "crease", 0.03)]
    return sorted(made, key=lambda mark: mark.ink)


def _tiers(garment: Garment, waist: float, top: float, hem: float, bottom: float, view: View) -> list[Piece]:
    made: list[Piece] = []
    heights = np.linspace(top, bottom, 4)
    widths = np.linspace(waist, hem, 4)
    for i in (2, 1, 0):
        outline, hemline = _bell((float(widths[i]) * (1.0 if i == 0 else 0.985), float(heights[i])), (float(widths[i + 1]), float(heights[i + 1])),
                                 hip=None, drop=0.06, waves=garment.chance(f"tier{i}"))  # fmt: skip
        gathers = tuple(
            Mark(
                np.array([[x * widths[i], heights[i] + 0.01], [x * widths[i] * 1.06, heights[i] + 0.09]]),
                "rib",
                0.008,
                depth=-0.012,
            )
            for x in np.linspace(-0.97, 0.97, 26)
        )
        made.append(Piece(outline, round=0.06, bulge=0.5, shadow=0.3, origin=(0.0, float(heights[i])),
                          marks=(stitching(hemline - np.array([0, 0.02])), *gathers)))  # fmt: skip
    return made


def _waist_inside(waist: float, top: float) -> Piece:
    lens = Path((-waist + 0.01, top + 0.01)).quad((0, top - 0.045), (waist - 0.01, top + 0.01)).quad(
        (0, top + 0.1), (-waist + 0.01, top + 0.01)).points()  # fmt: skip
    tag = np.array([[-0.035, top - 0.01], [0.035, top - 0.01], [0.035, top + 0.02], [-0.035, top + 0.02]])
    return Piece(lens, "inside", round=0.02, bulge=0.2, shadow=0.0, marks=(Mark(tag, "lace", filled=True),))


def _strap_top(block: Block, front: bool) -> list[Piece]:
    """A heart-shaped bodice on two thin straps."""
    (ax, ay), (hx, hy) = block.armpit, block.hem
    peak = (0.17, ay - 0.14)
    made = []
    for side in (-1, 1):
        strap = Path((0.17, ay - 0.12)).quad((0.19, ay - 0.3), (0.16, ay - 0.42)).points()
        made.append(Piece(band(flipped(strap, side), 0.026), "plain", round=0.014, bulge=0.6, shadow=0.2))
    low = ay - (0.04 if front else 0.02)
    half = (
        Path((0.0, low)).quad((0.06, ay - 0.12), peak).quad((ax - 0.07, ay - 0.05), (ax - 0.02, ay + 0.05))
        .smooth(block.waist, (hx, hy)).quad((0.5 * hx, hy + 0.02), (0.0, hy + 0.02)).points()
    )  # fmt: skip
    if not front:
        half = np.vstack([[[0.0, low]], [[0.17, low - 0.02]], half[30:]])
    outline = np.vstack([half, flipped(half, -1)[::-1]])
    rim = offset(half[:28], 0.014)
    lines = [stitching(flipped(rim, side), width=0.005) for side in (-1, 1)]
    made.append(Piece(outline, round=0.06, bulge=0.5, shadow=0.15, marks=(*lines, *_darts(front))))
    return made


def _armhole_band(block: Block, side: int) -> Piece:
    (sx, sy), (ax, ay) = block.shoulder, block.armpit
    curve = Path((sx, sy)).cubic((sx - 0.045, sy + 0.16), (sx - 0.06, ay - 0.07), (ax, ay)).points()
    return Piece(band(flipped(curve, side), 0.02 * side), "plain", round=0.012, bulge=0.6, shadow=0.15)


def _darts(front: bool) -> list[Mark]:
    made = []
    for side in (-1, 1):
        dart = np.array([[0.14, -0.24], [0.15, -0.46]])
        made.append(seam(flipped(dart, side), width=0.005))
    if not front:
        made.append(seam([(0.0, -0.9), (0.0, -0.2)]))
    return made


def _waistline(garment: Garment, block: Block, front: bool) -> Piece:
    """A seam, or a belt of the second colour."""
    (hx, hy) = block.hem
    belted = garment.cut in {"shirt-dress", "a-line"} and garment.pocket
    deep = 0.035 if belted else 0.014
    upper = Path((-hx - 0.008, hy - deep)).quad((0, hy + 0.035 - deep), (hx + 0.008, hy - deep)).points()
    lower = Path((hx + 0.01, hy + deep)).quad((0, hy + 0.035 + deep), (-hx - 0.01, hy + deep)).points()
    cloth: Cloth = "second" if belted else "main"
    marks: tuple[Mark, ...] = ()
    if belted and front:
        y = hy + 0.018
        marks = (Mark(np.array([[-0.045, y - 0.028], [0.045, y - 0.028], [0.045, y + 0.028], [-0.045, y + 0.028],
                                [-0.045, y - 0.028]]), "metal", 0.012, depth=0.01),)  # fmt: skip
    return Piece(
        np.vstack([upper, lower]), cloth, round=0.016, bulge=0.5, shadow=0.25, origin=(0.0, 0.1), marks=marks
    )

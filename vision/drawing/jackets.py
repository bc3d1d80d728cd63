"""Jackets and coats."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from vision.drawing.bodice import (
    Block,
    Sleeve,
    across_sleeve,
    armholes,
    body_folds,
    sleeve,
    sleeve_folds,
    sleeve_piece,
)
from vision.drawing.collars import back_collar, collar_leaves, inside_neck, stand_collar
from vision.drawing.curves import (
    Path,
    flipped,
    spline,
)
from vision.drawing.garment import Garment
from vision.drawing.pieces import Design, Fold, Mark, Piece, Pose, View, seam, stitching
from vision.drawing.trimmings import (
    button_column,
    cuff_piece,
    hem_band,
    patch_pocket,
    welt,
    zip_marks,
    zip_strip,
)


def jacket(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut a jacket: bomber, denim jacket, blazer, puffer or coat."""
    fit = 0.04 * garment.fit
    cut = garment.cut
    hem = {"bomber": 0.55, "denim": 0.52, "blazer": 0.74, "puffer": 0.60, "coat": 1.02}[
        cut
    ] + 0.05 * garment.length
    flare = {"coat": 0.07, "blazer": 0.01, "puffer": 0.03}.get(cut, -0.02)
    block = Block(
        shoulder=(0.48 + fit, -0.65),
        armpit=(0.52 + fit, -0.23),
        waist=(0.46 + fit if cut == "blazer" else 0.51 + fit, 0.18),
        hem=(0.51 + fit + flare, hem),
        neck=0.165,
        front={"blazer": 0.62, "coat": 0.5}.get(cut, 0.13),
        sag=0.012,
    )
    wide = {"puffer": 0.28, "bomber": 0.22}.get(cut, 0.2)
    sleeves = [
        sleeve(block, side, pose, length=1.0, cuff=wide, puff=0.08 if cut == "puffer" else 0.0)
        for side in (-1, 1)
    ]
    front = view != "back"
    neckline = block.neckline(shape="v" if cut in {"blazer", "coat"} else "round", back=not front)
    pieces: list[Piece] = []
    if front:
        pieces.append(
            inside_neck(block, neckline, cloth="trim" if garment.seed % 2 and cut != "denim" else "inside")
        )
    for arm in sleeves:
        pieces += _jacket_arm(arm, cut)
    marks: list[Mark] = [*armholes(block)]
    if cut == "puffer":
        marks += _quilting(block)
    if cut == "denim":
        marks += _denim_seams(block, front)
    if not front and cut in {"blazer", "coat"}:
        marks.append(seam([(0.0, block.top + 0.09), (0.0, block.hem[1])]))
    pieces.append(Piece(block.torso(neckline), round=0.08, bulge=0.55, shadow=0.25, marks=tuple(marks)))
    if cut in {"bomber", "denim"}:
        pieces.append(hem_band(block, "rib" if cut == "bomber" else "main"))
    if front:
        pieces += {
            "bomber": _bomber,
            "denim": _trucker,
            "blazer": _blazer,
            "puffer": _puffer,
            "coat": _blazer,
        }[cut](garment, block)
    elif cut in {"bomber", "puffer"}:
        pieces.append(stand_collar(block, "rib" if cut == "bomber" else "main"))
    else:
        pieces.append(back_collar(block))
    folds = _folds(rng, block, sleeves, strength=0.7)
    if cut == "puffer":
        folds = folds[::2]
    return Design(tuple(pieces), tuple(folds), hanger=(0.0, block.top))


def _bomber(garment: Garment, block: Block) -> list[Piece]:
    pieces = [zip_strip(block.top + 0.08, block.hem[1] + 0.01), stand_collar(block, "rib")]
    for side in (-1, 1):
        slit = np.array([[side * 0.2, 0.12], [side * 0.33, 0.36]])
        pieces.append(welt(slit))
    return pieces


def _trucker(garment: Garment, block: Block) -> list[Piece]:
    strip = np.array(
        [[-0.045, block.top + 0.12], [0.045, block.top + 0.12], [0.045, block.hem[1]], [-0.045, block.hem[1]]]
    )
    marks = [stitching(strip[[0, 3]] + np.array([0.012, 0])), stitching(strip[[1, 2]] - np.array([0.012, 0]))]
    pieces = [
        Piece(
            strip,
            round=0.014,
            bulge=0.6,
            shadow=0.25,
            marks=(*marks, *button_column(0.0, block.top + 0.22, block.hem[1] - 0.05, 6, radius=0.019)),
        )
    ]
    for side in (-1, 1):
        pieces += patch_pocket(side * 0.235, -0.32, 0.21, 0.2, flap=True, button=True)
    return pieces + collar_leaves(block, spread=0.14, drop=0.2)


def _blazer(garment: Garment, block: Block) -> list[Piece]:
    """Lapels over a buttoned front, pockets with flaps; the right front overlaps the left."""
    low = block.top + block.front
    hy, pieces = block.hem[1], []
    lap = (
        Path((0.0, low))
        .line((0.05, low + 0.06))
        .quad((0.06, 0.5 * (low + hy)), (0.05, hy - 0.06))
        .quad((0.04, hy + 0.005), (-0.08, hy + 0.02))
        .line((-0.2, hy + 0.012), (-0.2, low))
        .points()
    )
    buttons = 3 if block.hem[1] > 0.9 else 2
    edge = Mark(lap[1:-4], "edge", 0.01)
    pieces.append(
        Piece(
            lap,
            round=0.02,
            bulge=0.3,
            shadow=0.3,
            marks=(
                edge,
                *button_column(0.0, low + 0.07, low + 0.07 + 0.17 * (buttons - 1), buttons, radius=0.026),
            ),
        )
    )
    for side in (-1, 1):
        y = 0.28 if hy < 0.95 else 0.34
        flap = spline(
            np.array([[0.17, y], [0.37, y - 0.015], [0.375, y + 0.075], [0.17, y + 0.09]]),
            steps=1,
            closed=True,
        )
        pieces.append(Piece(flipped(flap, side), round=0.014, bulge=0.7, shadow=0.35))
    pieces.append(welt(np.array([[0.17, -0.27], [0.31, -0.29]])))
    n, y = block.neck, block.top
    collar = np.vstack(
        [
            Path((-n - 0.02, y + 0.02)).quad((0, y - 0.12), (n + 0.02, y + 0.02)).points(),
            Path((n - 0.02, y + 0.05)).quad((0, y + 0.01), (-n + 0.02, y + 0.05)).points(),
        ]
    )
    pieces.append(Piece(collar, "plain", tint=0.85, round=0.05, bulge=0.4, shadow=0.1))
    for side in (-1, 1):
        lapel = (
            Path((0.0, low))
            .quad((0.5 * n, y + 0.5 * block.front), (n - 0.015, y + 0.12))
            .line((n + 0.02, y + 0.17), (n + 0.13, y + 0.155), (n + 0.115, y + 0.21))
            .quad((0.24, y + 0.66 * block.front), (0.0, low))
            .points()
        )
        pieces.append(Piece(flipped(lapel, side), grain=side * 0.2, round=0.02, bulge=0.5, shadow=0.4))
        upper = (
            Path((n - 0.02, y + 0.125))
            .quad((0.72 * n, y + 0.02), (0.80 * n, y - 0.035))
            .quad((n + 0.03, y - 0.03), (n + 0.05, y + 0.04))
            .line((n + 0.105, y + 0.125), (n + 0.02, y + 0.172))
            .points()
        )
        pieces.append(Piece(flipped(upper, side), grain=side * 0.5, round=0.02, bulge=0.5, shadow=0.4))
    return pieces


def _puffer(garment: Garment, block: Block) -> list[Piece]:
    pieces = [zip_strip(block.top - 0.02, block.hem[1] + 0.01), stand_collar(block, "main", tall=0.13)]
    pieces[-1] = replace(
        pieces[-1], marks=(*pieces[-1].marks, *zip_marks(0.0, block.top - 0.06, block.top + 0.14))
    )
    pieces += [welt(np.array([[side * 0.22, 0.14], [side * 0.31, 0.36]])) for side in (-1, 1)]
    return pieces


def _quilting(block: Block) -> list[Mark]:
    marks = []
    x = block.armpit[0] + 0.08
    for y in np.arange(block.top + 0.2, block.hem[1] - 0.02, 0.145):
        line = Path((-x, float(y))).quad((0, float(y) + 0.025), (x, float(y))).points()
        marks.append(Mark(line, "rib", 0.05, depth=-0.022))
    marks += [seam(mark.points, width=0.006) for mark in marks]
    return marks


def _denim_seams(block: Block, front: bool) -> list[Mark]:
    yoke = np.array([[-0.5, -0.34], [0.5, -0.34]])
    marks = [seam(yoke), stitching(yoke + np.array([0, 0.014]))]
    for side in (-1, 1):
        for x0, x1 in ((0.15, 0.1), (0.32, 0.27)) if front else ((0.24, 0.13),):
            line = flipped(np.array([[x0, -0.33], [x1, block.hem[1] - 0.06]]), side)
            marks += [
                seam(line),
                stitching(line + np.array([0.014, 0])),
                stitching(line - np.array([0.014, 0])),
            ]
    return marks


def _jacket_arm(arm: Sleeve, cut: str) -> list[Piece]:
    piece = sleeve_piece(arm)
    if cut == "puffer":
        lines = [
            Mark(across_sleeve(arm, back) * 1.0, "rib", 0.045, depth=-0.02)
            for back in (0.16, 0.31, 0.46, 0.61, 0.75)
        ]
        wide = []
        for mark in lines:
            middle = mark.points.mean(axis=0)
            wide.append(replace(mark, points=middle + (mark.points - middle) * 1.9))
        return [replace(piece, marks=tuple(wide)), cuff_piece(arm, 0.05, tight=0.8)]
    if cut == "bomber":
        return [piece, cuff_piece(arm, 0.09)]
    if cut == "denim":
        return [piece, cuff_piece(arm, 0.085, cloth="main", tight=0.98)]
    end = across_sleeve(arm, 0.05)
    x, y = (0.8 * end[1] + 0.2 * end[0]).tolist()
    return [
        replace(
            piece, marks=tuple(button_column(float(x), float(y) - 0.03, float(y) + 0.03, 2, radius=0.012))
        )
    ]


def _folds(
    rng: np.random.Generator, block: Block, sleeves: list[Sleeve], *, strength: float = 1.0
) -> list[Fold]:
    folds = body_folds(rng, block, strength=strength)
    for arm in sleeves:
        folds += sleeve_folds(rng, arm, count=int(rng.integers(5, 9)), strength=strength)
    return folds

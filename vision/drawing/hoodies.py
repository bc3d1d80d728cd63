"""Hoodies."""

from __future__ import annotations

import numpy as np

from vision.drawing.bodice import (
    Block,
    Sleeve,
    armholes,
    body_folds,
    sleeve,
    sleeve_folds,
    sleeve_piece,
)
from vision.drawing.curves import (
    Path,
    flipped,
    offset,
)
from vision.drawing.garment import Garment
from vision.drawing.graphics import chest_print
from vision.drawing.pieces import Design, Fold, Mark, Piece, Pose, View, seam, stitching
from vision.drawing.trimmings import (
    cuff_piece,
    drawstrings,
    hem_band,
    zip_strip,
)


def hoodie(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut a hoodie: hood with cords, pocket in front, ribbed cuffs and hem, with or without a zip."""
    fit = 0.04 * garment.fit
    block = Block(
        shoulder=(0.48 + fit, -0.63),
        armpit=(0.53 + fit, -0.22),
        waist=(0.52 + fit, 0.2),
        hem=(0.50 + fit, 0.66 + 0.05 * garment.length),
        neck=0.185,
        front=0.17,
        sag=0.012,
    )
    sleeves = [sleeve(block, side, pose, length=0.98, cuff=0.22) for side in (-1, 1)]
    front = view != "back"
    zipped = garment.cut == "zip"
    neckline = block.neckline(back=not front)
    pieces: list[Piece] = []
    if front:
        pieces += _hood_behind(block)
    for arm in sleeves:
        pieces += [sleeve_piece(arm), cuff_piece(arm, 0.1)]
    marks: list[Mark] = armholes(block)
    if front and not zipped and garment.graphic and garment.fabric == "plain":
        marks += chest_print(garment.rng("graphic"), (0.0, -0.2), 0.19)
    pieces.append(Piece(block.torso(neckline), round=0.08, bulge=0.5, shadow=0.22, marks=tuple(marks)))
    pieces.append(hem_band(block))
    if front:
        pieces += _kangaroo(block, zipped)
        if zipped:
            pieces.append(zip_strip(block.top + block.front - 0.02, block.hem[1] + 0.01))
        pieces += _hood_front(block)
        pieces += drawstrings(block.top + 0.19, apart=0.075, length=0.34)
    else:
        pieces.append(_hood_down(block))
    return Design(tuple(pieces), tuple(_folds(rng, block, sleeves)), hanger=(0.0, block.top))


def _hood_behind(block: Block) -> list[Piece]:
    """The hood behind the neck, with its dark inside."""
    n, y = block.neck, block.top
    outer = (
        Path((-n - 0.14, y + 0.12))
        .cubic((-n - 0.2, y - 0.08), (-0.24, y - 0.30), (0, y - 0.30))
        .cubic((0.24, y - 0.30), (n + 0.2, y - 0.08), (n + 0.14, y + 0.12))
        .quad((0, y + 0.42), (-n - 0.14, y + 0.12))
        .points()
    )
    inner = (
        Path((-n + 0.01, y + 0.06))
        .cubic((-n - 0.04, y - 0.09), (-0.13, y - 0.215), (0, y - 0.215))
        .cubic((0.13, y - 0.215), (n + 0.04, y - 0.09), (n - 0.01, y + 0.06))
        .quad((0, y + 0.36), (-n + 0.01, y + 0.06))
        .points()
    )
    top = Path((-0.02, y - 0.3)).quad((0.0, y - 0.25), (0.0, y - 0.21)).points()
    return [
        Piece(
            outer,
            round=0.12,
            bulge=0.6,
            shadow=0.0,
            marks=(seam(top), stitching(offset(inner, -0.03)[:36], width=0.005)),
        ),
        Piece(
            inner,
            "inside",
            round=0.05,
            bulge=-0.4,
            shadow=0.3,
            marks=(
                Mark(
                    np.array([[-0.035, y + 0.04], [0.035, y + 0.04], [0.035, y + 0.07], [-0.035, y + 0.07]]),
                    "lace",
                    filled=True,
                ),
                seam([(0.0, y - 0.21), (0.0, y + 0.03)]),
            ),
        ),
    ]


def _hood_front(block: Block) -> list[Piece]:
    """The hood's two edges, which cross below the throat."""
    n, y, pieces = block.neck, block.top, []
    low = y + block.front + 0.05
    for side in (-1, 1):
        edge = Path((side * -0.05 if side > 0 else 0.04, low)).points()
        x = -0.045 if side > 0 else 0.0
        edge = (
            Path((x, low + (0.0 if side > 0 else -0.03)))
            .quad((0.55 * n, y + 0.17), (n - 0.02, y - 0.02))
            .quad((n + 0.03, y - 0.07), (n + 0.075, y - 0.02))
            .quad((n + 0.12, y + 0.06), (0.8 * n, y + 0.185))
            .quad((0.5 * n, y + 0.26), (x + 0.03, low + 0.035))
            .points()
        )
        rim = stitching(flipped(edge[1:14] + np.array([0.03, 0.022]), side), width=0.004)
        pieces.append(
            Piece(flipped(edge, side), grain=side * 0.7, round=0.04, bulge=0.7, shadow=0.4, marks=(rim,))
        )
    return pieces


def _hood_down(block: Block) -> Piece:
    n, y = block.neck, block.top
    shape = (
        Path((-n - 0.05, y + 0.03))
        .cubic((-n, y - 0.09), (n, y - 0.09), (n + 0.05, y + 0.03))
        .cubic((n + 0.13, y + 0.25), (0.13, y + 0.40), (0, y + 0.44))
        .cubic((-0.13, y + 0.40), (-n - 0.13, y + 0.25), (-n - 0.05, y + 0.03))
        .points()
    )
    middle = seam(Path((0.0, y - 0.02)).line((0.0, y + 0.43)).points())
    roll = Path((-n - 0.01, y + 0.05)).quad((0.0, y + 0.16), (n + 0.01, y + 0.05)).points()
    return Piece(
        shape, round=0.1, bulge=0.7, shadow=0.42, marks=(middle, Mark(roll, "crease", 0.03, depth=-0.012))
    )


def _kangaroo(block: Block, zipped: bool) -> list[Piece]:
    y0, y1 = block.hem[1] - 0.44, block.hem[1] - 0.085
    pieces = []
    for side in (-1, 1) if zipped else (1,):
        if zipped:
            half = (
                Path((0.02, y0))
                .line((0.2, y0))
                .quad((0.24, y0 + 0.14), (0.36, y0 + 0.2))
                .line((0.36, y1), (0.02, y1))
                .points()
            )
        else:
            right = (
                Path((0.0, y0))
                .line((0.2, y0))
                .quad((0.24, y0 + 0.14), (0.37, y0 + 0.2))
                .line((0.37, y1), (0.0, y1))
                .points()
            )
            half = np.vstack([right, flipped(right, -1)[::-1][1:-1]])
        mouth = Path((0.185, y0 + 0.01)).quad((0.225, y0 + 0.15), (0.345, y0 + 0.215)).points()
        lines = [stitching(flipped(mouth, s), width=0.005) for s in ((side,) if zipped else (-1, 1))]
        pieces.append(Piece(flipped(half, side), round=0.025, bulge=0.7, shadow=0.3, marks=tuple(lines)))
    return pieces


def _folds(
    rng: np.random.Generator, block: Block, sleeves: list[Sleeve], *, strength: float = 1.0
) -> list[Fold]:
    folds = body_folds(rng, block, strength=strength)
    for arm in sleeves:
        folds += sleeve_folds(rng, arm, count=int(rng.integers(5, 9)), strength=strength)
    return folds

"""A pair of shoes from above."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from vision.drawing.curves import (
    Path,
    Points,
    band,
    flipped,
    offset,
    spline,
)
from vision.drawing.garment import Garment
from vision.drawing.pieces import Design, Mark, Piece, Pose, stitching


def pair_above(garment: Garment, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut both shoes side by side, toes up; the pose has their distance."""
    pieces: list[Piece] = []
    for side in (-1, 1):
        shift = np.array([side * (0.40 + 0.3 * max(pose.legs, 0.0)), 0.0 if side < 0 else pose.skew])
        for piece in _above(garment):
            pieces.append(moved(piece if side > 0 else turned(piece), shift))
    return Design(tuple(pieces), stiff=True)


def _above(garment: Garment) -> list[Piece]:
    """A right shoe from above, toe up."""
    cut = garment.cut
    tall = cut in {"boot", "high-top"}
    sole = spline(
        np.array(
            [
                [-0.05, -0.98],
                [0.14, -0.93],
                [0.27, -0.70],
                [0.33, -0.40],
                [0.30, -0.08],
                [0.25, 0.25],
                [0.26, 0.62],
                [0.17, 0.88],
                [-0.02, 0.95],
                [-0.2, 0.88],
                [-0.28, 0.62],
                [-0.25, 0.25],
                [-0.30, -0.10],
                [-0.35, -0.45],
                [-0.30, -0.75],
                [-0.19, -0.93],
            ]
        ),
        closed=True,
    )
    upper = sole * np.array([0.90, 0.945])
    mouth = spline(
        np.array(
            [
                [-0.15, 0.26],
                [0.0, 0.18],
                [0.15, 0.26],
                [0.19, 0.5],
                [0.13, 0.73],
                [0.0, 0.78],
                [-0.13, 0.73],
                [-0.19, 0.5],
            ]
        ),
        closed=True,
    )
    pad = mouth * np.array([1.28, 1.0]) + (mouth - np.array([0, 0.5])) * np.array([0.0, 0.13])
    pieces = [
        Piece(sole, "sole", round=0.06, bulge=0.6, shadow=0.0),
        Piece(upper, round=0.22, bulge=0.55, shadow=0.3),
    ]
    cap = np.vstack([upper[(upper[:, 1] < -0.6)]])
    order = np.argsort(np.arctan2(cap[:, 1] + 0.6, cap[:, 0]))
    toe = np.vstack([cap[order], [[0.15, -0.52], [0.0, -0.49], [-0.15, -0.52]]])
    if cut != "loafer":
        pieces.append(
            Piece(
                toe,
                "sole"
                if cut == "high-top"
                else "second"
                if cut == "sneaker" and garment.seed % 2
                else "main",
                tint=0.96,
                round=0.16,
                bulge=0.5,
                shadow=0.2,
            )
        )
    pieces.append(
        Piece(
            pad,
            "second" if cut in {"sneaker", "boot"} else "main",
            tint=0.95,
            round=0.06,
            bulge=0.7,
            shadow=0.3,
        )
    )
    pieces.append(Piece(mouth, "inside", tint=0.8, round=0.1, bulge=-0.5, shadow=0.35))
    insole = mouth * 0.8 + np.array([0, 0.11])
    pieces.append(Piece(insole, "trim" if not tall else "dark", tint=0.7, round=0.05, bulge=0.1, shadow=0.0))
    if cut == "loafer":
        strap = spline(
            np.array([[-0.3, -0.12], [0, -0.02], [0.3, -0.12], [0.28, 0.1], [0, 0.17], [-0.28, 0.1]]),
            closed=True,
        )
        apron = spline(np.array([[-0.2, -0.05], [-0.19, -0.5], [0.0, -0.68], [0.17, -0.5], [0.19, -0.05]]))
        pieces[1] = Piece(
            pieces[1].outline,
            round=0.22,
            bulge=0.55,
            shadow=0.3,
            marks=(Mark(apron, "seam", 0.025, depth=0.02),),
        )
        slot = np.array([[-0.08, 0.03], [0.08, 0.03], [0.06, 0.075], [-0.06, 0.075]])
        pieces.append(
            Piece(
                strap,
                "second" if garment.seed % 2 else "main",
                tint=0.92,
                round=0.04,
                bulge=0.5,
                shadow=0.3,
                marks=(Mark(slot, "hole", filled=True),),
            )
        )
        return pieces
    tongue = spline(
        np.array(
            [[-0.1, -0.4], [0.1, -0.4], [0.13, 0.1], [0.11, 0.3], [0, 0.33], [-0.11, 0.3], [-0.13, 0.1]]
        ),
        closed=True,
    )
    pieces.append(Piece(tongue, "main" if cut == "boot" else "second", round=0.06, bulge=0.5, shadow=0.3))
    for side in (-1, 1):
        stay = (
            Path((0.07, -0.46))
            .quad((0.2, -0.42), (0.22, -0.2))
            .line((0.22, 0.22))
            .quad((0.2, 0.28), (0.11, 0.24))
            .quad((0.09, -0.1), (0.07, -0.46))
            .points()
        )
        pieces.append(
            Piece(
                flipped(stay, side),
                "second" if garment.seed % 5 < 2 else "main",
                tint=0.95,
                round=0.03,
                bulge=0.5,
                shadow=0.3,
                marks=(stitching(offset(flipped(stay[:15], side), -0.02 * side), width=0.007),),
            )
        )
    for i, y in enumerate(np.linspace(-0.38, 0.18, 7 if tall else 5)):
        lean = 0.03 if i % 2 else -0.03
        lace = band(np.array([[-0.15, y + lean], [0.0, y - 0.01], [0.15, y - lean]]), 0.036)
        pieces.append(Piece(lace, "lace", round=0.018, bulge=0.9, shadow=0.4))
    for side in (-1, 1):
        loop = (
            Path((0.0, 0.2))
            .cubic((side * 0.1, 0.08), (side * 0.3, 0.14), (side * 0.24, 0.26))
            .cubic((side * 0.2, 0.33), (side * 0.08, 0.28), (0.0, 0.21))
            .points()
        )
        pieces.append(Piece(band(loop, 0.024), "lace", round=0.012, bulge=0.9, shadow=0.35))
    return pieces


def turned(piece: Piece) -> Piece:
    """Mirror the piece or mark."""
    marks = tuple(replace(mark, points=flipped(mark.points, -1)) for mark in piece.marks)
    return replace(piece, outline=flipped(piece.outline, -1), grain=-piece.grain, marks=marks)


def moved(piece: Piece, shift: Points) -> Piece:
    marks = tuple(replace(mark, points=mark.points + shift) for mark in piece.marks)
    return replace(
        piece, outline=piece.outline + shift, origin=(float(shift[0]), float(shift[1])), marks=marks
    )

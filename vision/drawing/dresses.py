"""Dresses."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from vision.drawing.bodice import (
    Block,
    across_sleeve,
    sleeve,
    sleeve_folds,
)
from vision.drawing.collars import collar_band, collar_leaves, inside_neck
from vision.drawing.curves import (
    Path,
    band,
    flipped,
    offset,
)
from vision.drawing.garment import Garment
from vision.drawing.pieces import Cloth, Design, Fold, Mark, Piece, Pose, View, seam, stitching
from vision.drawing.skirts import bell, flutes
from vision.drawing.trimmings import (
    placket,
)


def dress(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut a dress: A-line with short sleeves, sheath, strap dress, shirt dress or maxi dress."""
    cut, fit = garment.cut, 0.025 * garment.fit
    front = view != "back"
    block = Block(
        shoulder=(0.315 + fit, -0.9),
        armpit=(0.335 + fit, -0.62),
        waist=(0.29 + fit, -0.3),
        hem=(0.27 + fit, -0.22),
        neck=0.13,
        top=-0.99,
        front=0.13,
        sag=0.02,
    )
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
    lower, hemline = bell(
        hip_line,
        (hem, bottom),
        hip=hip,
        drop=0.025 if cut == "sheath" else 0.06,
        waves=garment.rng("hem") if cut != "sheath" else None,
    )
    pieces: list[Piece] = []
    folds: list[Fold] = []
    skirt_piece = Piece(
        lower,
        round=0.1,
        bulge=0.5,
        shadow=0.15,
        origin=(0.0, 0.1),
        marks=(stitching(hemline - np.array([0, 0.03])),),
    )
    if cut == "strappy":
        pieces += [skirt_piece, *_strap_top(block, front)]
    else:
        shape = "v" if cut == "maxi" else "round"
        neckline = block.neckline(shape=shape, back=not front)
        if front:
            pieces.append(inside_neck(block, neckline))
        if cut in {"a-line", "shirt-dress"}:
            for side in (-1, 1):
                arm = sleeve(
                    block,
                    side,
                    pose,
                    length=0.26 if cut == "a-line" else 0.46,
                    cuff=0.24 if cut == "a-line" else 0.2,
                    puff=0.07 if cut == "a-line" and garment.seed % 2 else 0.0,
                )
                x, y = arm.middle[0]
                pieces.append(
                    Piece(
                        arm.outline,
                        grain=arm.grain,
                        origin=(float(x), float(y)),
                        round=0.06,
                        bulge=0.6,
                        shadow=0.12,
                        marks=(stitching(across_sleeve(arm, 0.035)),),
                    )
                )
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
    folds += flutes(
        rng,
        4 if cut == "sheath" else 9,
        (block.hem[0], block.hem[1] + 0.04),
        (hem, bottom + 0.02),
        strength=strength,
    )
    for side in (-1, 1):
        for _ in range(2):
            y = rng.uniform(-0.56, -0.38)
            folds.append(
                Fold(
                    flipped(
                        Path((0.3, y)).quad((0.2, y + 0.05), (rng.uniform(0.05, 0.15), y + 0.16)).points(),
                        side,
                    ),
                    0.03,
                    float(rng.uniform(0.4, 0.8)),
                )
            )
    return Design(tuple(pieces), tuple(folds), hanger=(0.0, block.top))


def _strap_top(block: Block, front: bool) -> list[Piece]:
    """A heart-shaped bodice on two thin straps."""
    (ax, ay), (hx, hy) = block.armpit, block.hem
    peak = (0.17, ay - 0.14)
    low = ay - (0.04 if front else 0.02)
    pieces = []
    for side in (-1, 1):
        strap = (
            Path((0.17, ay - 0.12 if front else low + 0.03))
            .quad((0.19, ay - 0.3), (0.16, ay - 0.42))
            .points()
        )
        pieces.append(Piece(band(flipped(strap, side), 0.026), "plain", round=0.014, bulge=0.6, shadow=0.2))
    half = (
        Path((0.0, low))
        .quad((0.06, ay - 0.12), peak)
        .quad((ax - 0.07, ay - 0.05), (ax - 0.02, ay + 0.05))
        .smooth(block.waist, (hx, hy))
        .quad((0.5 * hx, hy + 0.02), (0.0, hy + 0.02))
        .points()
    )
    if not front:
        half = np.vstack([[[0.0, low]], [[0.17, low - 0.02]], half[30:]])
    outline = np.vstack([half, flipped(half, -1)[::-1]])
    rim = offset(half[:28], 0.014)
    lines = [stitching(flipped(rim, side), width=0.005) for side in (-1, 1)]
    pieces.append(Piece(outline, round=0.06, bulge=0.5, shadow=0.15, marks=(*lines, *_darts(front))))
    return pieces


def _armhole_band(block: Block, side: int) -> Piece:
    (sx, sy), (ax, ay) = block.shoulder, block.armpit
    curve = Path((sx, sy)).cubic((sx - 0.045, sy + 0.16), (sx - 0.06, ay - 0.07), (ax, ay)).points()
    return Piece(band(flipped(curve, side), 0.02 * side), "plain", round=0.012, bulge=0.6, shadow=0.15)


def _darts(front: bool) -> list[Mark]:
    marks = []
    for side in (-1, 1):
        dart = np.array([[0.14, -0.24], [0.15, -0.46]])
        marks.append(seam(flipped(dart, side), width=0.005))
    if not front:
        marks.append(seam([(0.0, -0.9), (0.0, -0.2)]))
    return marks


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
        marks = (
            Mark(
                np.array(
                    [
                        [-0.045, y - 0.028],
                        [0.045, y - 0.028],
                        [0.045, y + 0.028],
                        [-0.045, y + 0.028],
                        [-0.045, y - 0.028],
                    ]
                ),
                "metal",
                0.012,
                depth=0.01,
            ),
        )
    return Piece(
        np.vstack([upper, lower]), cloth, round=0.016, bulge=0.5, shadow=0.25, origin=(0.0, 0.1), marks=marks
    )

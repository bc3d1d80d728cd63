"""T-shirts, longsleeves and shirts."""

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
from vision.drawing.collars import back_collar, collar_band, collar_leaves, inside_neck
from vision.drawing.curves import (
    Path,
)
from vision.drawing.garment import Garment
from vision.drawing.graphics import chest_print
from vision.drawing.pieces import Cloth, Design, Fold, Mark, Piece, Pose, View, seam, stitching
from vision.drawing.trimmings import (
    button_column,
    cuff_piece,
    patch_pocket,
    placket,
)


def t_shirt(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut a T-shirt with a crew, V or scoop neck, or a polo's collar."""
    block = _block(garment)
    if garment.cut == "scoop":
        block = replace(block, neck=0.21, front=0.21)
    elif garment.cut == "v-neck":
        block = replace(block, front=0.24)
    elif garment.cut == "polo":
        block = replace(block, neck=0.15, front=0.14)
    vary = garment.rng("sleeve")
    sleeves = [
        sleeve(
            block,
            side,
            pose,
            length=0.36 + 0.05 * garment.length + vary.uniform(-0.02, 0.03) * 0,
            cuff=0.34 + 0.03 * garment.fit,
        )
        for side in (-1, 1)
    ]
    return _knitted_top(garment, view, rng, block, sleeves, long=False)


def longsleeve(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut a longsleeve with a crew or V neck, a turtleneck or a henley's placket."""
    block = _block(garment)
    if garment.cut == "v-neck":
        block = replace(block, front=0.26)
    if garment.cut == "turtleneck":
        block = replace(block, neck=0.145, front=0.05)
    sleeves = [sleeve(block, side, pose, length=1.0, cuff=0.17 + 0.02 * garment.fit) for side in (-1, 1)]
    return _knitted_top(garment, view, rng, block, sleeves, long=True)


def shirt(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut a shirt: collar, buttoned placket, curved hem and cuffs."""
    block = replace(_block(garment), neck=0.14, front=0.15, hem=(0.47 + 0.04 * garment.fit, 0.66), sag=0.14)
    long = garment.cut == "long"
    sleeves = [
        sleeve(block, side, pose, length=0.98 if long else 0.42, cuff=0.2 if long else 0.36)
        for side in (-1, 1)
    ]
    front = view != "back"
    pieces: list[Piece] = []
    neckline = block.neckline(back=not front)
    if front:
        pieces.append(inside_neck(block, neckline))
    for arm in sleeves:
        pieces.append(sleeve_piece(arm))
        if long:
            cuff = cuff_piece(arm, 0.11, cloth="main", tight=0.98)
            x, y = 0.75 * arm.end[1] + 0.25 * arm.end[0] - 0.4 * (arm.middle[-1] - arm.middle[-4])
            pieces.append(replace(cuff, marks=(*cuff.marks, *button_column(x, y, y, 1, radius=0.013))))
    marks = [stitching(block.hemline(0.02)), *armholes(block)]
    if front:
        pieces.append(Piece(block.torso(neckline), round=0.06, bulge=0.5, shadow=0.22, marks=tuple(marks)))
        pieces.append(
            placket(block.top + block.front - 0.01, block.hem[1] + 0.88 * block.sag, buttons=6, first=0.1)
        )
        if garment.pocket:
            pieces += patch_pocket(0.23, -0.33, 0.2, 0.23)
        pieces += collar_leaves(block, spread=0.09, drop=0.21)
    else:
        yoke = Path((-0.44, -0.47)).quad((0, -0.44), (0.44, -0.47)).points()
        marks += [
            seam(yoke),
            stitching(yoke + np.array([0, 0.015])),
            seam([(-0.012, -0.45), (-0.012, -0.38)]),
            seam([(0.012, -0.45), (0.012, -0.38)]),
        ]
        pieces.append(Piece(block.torso(neckline), round=0.06, bulge=0.5, shadow=0.22, marks=tuple(marks)))
        pieces.append(back_collar(block))
    return Design(tuple(pieces), tuple(_folds(rng, block, sleeves, long)), hanger=(0.0, block.top))


def _knitted_top(
    garment: Garment, view: View, rng: np.random.Generator, block: Block, sleeves: list[Sleeve], *, long: bool
) -> Design:
    front = view != "back"
    shape = "v" if garment.cut == "v-neck" else "round"
    neckline = block.neckline(shape=shape, back=not front)
    pieces: list[Piece] = []
    if front and garment.cut != "turtleneck":
        pieces.append(inside_neck(block, neckline))
        pieces.append(collar_band(block.neckline(back=True) + np.array([0, -0.004]), 0.04))
    cloth: Cloth = (
        "second" if garment.seed % 7 == 0 and garment.fabric == "plain" else "main"
    )  # a raglan's contrast
    for arm in sleeves:
        piece = replace(sleeve_piece(arm), cloth=cloth)
        if not long:
            hem = across_sleeve(arm, 0.045)
            piece = replace(piece, marks=(stitching(hem), stitching(hem + (arm.end - hem) * 0.25)))
        pieces.append(piece)
        if long:
            pieces.append(cuff_piece(arm, 0.085))
    marks: list[Mark] = [stitching(block.hemline(0.045)), stitching(block.hemline(0.032)), *armholes(block)]
    if (
        front
        and garment.graphic
        and garment.cut in {"crew", "scoop"}
        and garment.fabric in {"plain", "denim"}
    ):
        marks += chest_print(
            garment.rng("graphic"), (0.0, -0.22), float(garment.rng("size").uniform(0.16, 0.27))
        )
    pieces.append(Piece(block.torso(neckline), round=0.06, bulge=0.5, shadow=0.22, marks=tuple(marks)))
    if long and garment.fabric == "knit":
        strip = np.vstack(
            [block.hemline(0.09), (block.hemline() + np.array([0, 0.004]))[::-1] * np.array([0.97, 1.0])]
        )
        pieces.append(Piece(strip, "rib", round=0.028, bulge=0.4, shadow=0.15))
    if front and garment.pocket and not garment.graphic and garment.cut in {"crew", "henley", "v-neck"}:
        pieces += patch_pocket(0.21, -0.34, 0.19, 0.21)
    if garment.cut == "turtleneck":
        pieces.append(_turtleneck(block))
    elif garment.cut == "polo":
        pieces += _polo_collar(block) if front else [back_collar(block)]
    else:
        pieces.append(collar_band(neckline, 0.04 if front else 0.045))
        if front and garment.cut == "henley":
            low = block.top + block.front
            pieces.append(placket(low + 0.02, low + 0.24, half=0.032, buttons=3, first=0.04))
    return Design(tuple(pieces), tuple(_folds(rng, block, sleeves, long)), hanger=(0.0, block.top))


def _block(garment: Garment) -> Block:
    fit, length = 0.04 * garment.fit, 0.07 * garment.length
    vary = garment.rng("block").uniform(-1, 1, 3)
    return Block(
        shoulder=(0.45 + 0.6 * fit, -0.665 + 0.02 * vary[0]),
        armpit=(0.48 + fit, -0.285),
        waist=(0.46 + fit - 0.03 * max(vary[1], 0), 0.2),
        hem=(0.48 + fit + 0.02 * vary[2], 0.74 + length),
        sag=0.018,
    )


def _turtleneck(block: Block) -> Piece:
    n, y = block.neck, block.top
    tall = 0.17
    outline = (
        Path((-n - 0.005, y + 0.045))
        .quad((-n + 0.03, y - 0.06), (-n + 0.02, y - tall))
        .quad((0, y - tall - 0.022), (n - 0.02, y - tall))
        .quad((n - 0.03, y - 0.06), (n + 0.005, y + 0.045))
        .quad((0, y + 0.13), (-n - 0.005, y + 0.045))
        .points()
    )
    roll = Path((-n + 0.01, y - 0.055)).quad((0, y - 0.015), (n - 0.01, y - 0.055)).points()
    return Piece(
        outline, "rib", round=0.06, bulge=0.5, shadow=0.25, marks=(Mark(roll, "crease", 0.02, depth=-0.01),)
    )


def _polo_collar(block: Block) -> list[Piece]:
    low = block.top + block.front
    strip = placket(low - 0.03, low + 0.21, half=0.034, buttons=3, first=0.05)
    return [strip, *collar_leaves(block, spread=0.06, drop=0.19, open_=0.012, cloth="rib")]


def _folds(rng: np.random.Generator, block: Block, sleeves: list[Sleeve], long: bool) -> list[Fold]:
    folds = body_folds(rng, block)
    for arm in sleeves:
        folds += sleeve_folds(rng, arm, count=int(rng.integers(5, 9)) if long else int(rng.integers(1, 4)))
    return folds

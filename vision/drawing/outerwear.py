"""Hoodies and jackets."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from vision.drawing.bodice import (
    Block,
    Sleeve,
    across_sleeve,
    body_folds,
    button_column,
    collar_leaves,
    cuff_piece,
    drawstrings,
    inside_neck,
    patch_pocket,
    sleeve,
    sleeve_folds,
    zip_marks,
)
from vision.drawing.curves import Path, Points, flipped, offset, spline
from vision.drawing.garment import Garment
from vision.drawing.graphics import chest_print
from vision.drawing.pieces import Cloth, Design, Fold, Mark, Piece, Pose, View, seam, stitching


def hoodie(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """A hood with cords, a pocket in front, ribbed cuffs and hem; with a zip or without."""
    fit = 0.04 * garment.fit
    block = Block(shoulder=(0.48 + fit, -0.63), armpit=(0.53 + fit, -0.22), waist=(0.52 + fit, 0.2),
                  hem=(0.50 + fit, 0.66 + 0.05 * garment.length), neck=0.185, front=0.17, sag=0.012)  # fmt: skip
    sleeves = [sleeve(block, side, pose, length=0.98, cuff=0.22) for side in (-1, 1)]
    front = view != "back"
    zipped = garment.cut == "zip"
    neckline = block.neckline(back=not front)
    pieces: list[Piece] = []
    if front:
        pieces += _hood_behind(block)
    for arm in sleeves:
        pieces += [_arm(arm), cuff_piece(arm, 0.1)]
    marks: list[Mark] = _armholes(block)
    if front and not zipped and garment.graphic and garment.fabric == "plain":
        marks += chest_print(garment.chance("graphic"), (0.0, -0.2), 0.19)
    pieces.append(Piece(block.torso(neckline), round=0.08, bulge=0.5, shadow=0.22, marks=tuple(marks)))
    pieces.append(_hem_band(block))
    if front:
        pieces += _kangaroo(block, zipped)
        if zipped:
            pieces.append(_zip_strip(block.top + block.front - 0.02, block.hem[1] + 0.01))
        pieces += _hood_front(block)
        pieces += drawstrings(block.top + 0.19, apart=0.075, length=0.34)
    else:
        pieces.append(_hood_down(block))
    return Design(tuple(pieces), tuple(_folds(rng, block, sleeves)), hanger=(0.0, block.top))


def jacket(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """A bomber, a denim jacket, a blazer, a puffer or a coat."""
    fit = 0.04 * garment.fit
    cut = garment.cut
    hem = {"bomber": 0.55, "denim": 0.52, "blazer": 0.74, "puffer": 0.60, "coat": 1.02}[
        cut
    ] + 0.05 * garment.length
    flare = {"coat": 0.07, "blazer": 0.01, "puffer": 0.03}.get(cut, -0.02)
    block = Block(shoulder=(0.48 + fit, -0.65), armpit=(0.52 + fit, -0.23),
                  waist=(0.46 + fit if cut == "blazer" else 0.51 + fit, 0.18), hem=(0.51 + fit + flare, hem), neck=0.165,
                  front={"blazer": 0.62, "coat": 0.5}.get(cut, 0.13), sag=0.012)  # fmt: skip
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
    marks: list[Mark] = [*_armholes(block)]
    if cut == "puffer":
        marks += _quilting(block)
    if cut == "denim":
        marks += _denim_seams(block, front)
    if not front and cut in {"blazer", "coat"}:
        marks.append(seam([(0.0, block.top + 0.09), (0.0, block.hem[1])]))
    pieces.append(Piece(block.torso(neckline), round=0.08, bulge=0.55, shadow=0.25, marks=tuple(marks)))
    if cut in {"bomber", "denim"}:
        pieces.append(_hem_band(block, "rib" if cut == "bomber" else "main"))
    if front:
        pieces += {
            "bomber": _bomber,
            "denim": _trucker,
            "blazer": _blazer,
            "puffer": _puffer,
            "coat": _blazer,
        }[cut](garment, block)
    elif cut in {"bomber", "puffer"}:
        pieces.append(_stand_collar(block, "rib" if cut == "bomber" else "main"))
    else:
        pieces.append(_back_collar(block))
    folds = _folds(rng, block, sleeves, strength=0.7)
    if cut == "puffer":
        folds = folds[::2]
    return Design(tuple(pieces), tuple(folds), hanger=(0.0, block.top))


def _bomber(garment: Garment, block: Block) -> list[Piece]:
    made = [_zip_strip(block.top + 0.08, block.hem[1] + 0.01), _stand_collar(block, "rib")]
    for side in (-1, 1):
        slit = np.array([[side * 0.2, 0.12], [side * 0.33, 0.36]])
        made.append(_welt(slit))
    return made


def _trucker(garment: Garment, block: Block) -> list[Piece]:
    strip = np.array(
        [[-0.045, block.top + 0.12], [0.045, block.top + 0.12], [0.045, block.hem[1]], [-0.045, block.hem[1]]]
    )
    marks = [stitching(strip[[0, 3]] + np.array([0.012, 0])), stitching(strip[[1, 2]] - np.array([0.012, 0]))]
    made = [Piece(strip, round=0.014, bulge=0.6, shadow=0.25,
                  marks=(*marks, *button_column(0.0, block.top + 0.22, block.hem[1] - 0.05, 6, radius=0.019)))]  # fmt: skip
    for side in (-1, 1):
        made += patch_pocket(side * 0.235, -0.32, 0.21, 0.2, flap=True, button=True)
    return made + collar_leaves(block, spread=0.14, drop=0.2)


def _blazer(garment: Garment, block: Block) -> list[Piece]:
    """Lapels over a buttoned front, flapped pockets, the right front lapping over the left."""
    low = block.top + block.front
    (hx, hy), made = block.hem, []
    lap = Path((0.0, low)).line((0.05, low + 0.06)).quad((0.06, 0.5 * (low + hy)), (0.05, hy - 0.06)).quad(
        (0.04, hy + 0.005), (-0.08, hy + 0.02)).line((-0.2, hy + 0.012), (-0.2, low)).points()  # fmt: skip
    buttons = 3 if block.hem[1] > 0.9 else 2
    edge = Mark(lap[1:-4], "edge", 0.01)
    made.append(Piece(lap, round=0.02, bulge=0.3, shadow=0.3, marks=(
        edge, *button_column(0.0, low + 0.07, low + 0.07 + 0.17 * (buttons - 1), buttons, radius=0.026))))  # fmt: skip
    for side in (-1, 1):
        y = 0.28 if hy < 0.95 else 0.34
        flap = spline(
            np.array([[0.17, y], [0.37, y - 0.015], [0.375, y + 0.075], [0.17, y + 0.09]]),
            steps=1,
            closed=True,
        )
        made.append(Piece(flipped(flap, side), round=0.014, bulge=0.7, shadow=0.35))
    made.append(_welt(np.array([[0.17, -0.27], [0.31, -0.29]])))
    n, y = block.neck, block.top
    collar = np.vstack([
        Path((-n - 0.02, y + 0.02)).quad((0, y - 0.12), (n + 0.02, y + 0.02)).points(),
        Path((n - 0.02, y + 0.05)).quad((0, y + 0.01), (-n + 0.02, y + 0.05)).points(),
    ])  # fmt: skip
    made.append(Piece(collar, "plain", tint=0.85, round=0.05, bulge=0.4, shadow=0.1))
    for side in (-1, 1):
        lapel = (
            Path((0.0, low)).quad((0.5 * n, y + 0.5 * block.front), (n - 0.015, y + 0.12))
            .line((n + 0.02, y + 0.17), (n + 0.13, y + 0.155), (n + 0.115, y + 0.21))
            .quad((0.24, y + 0.66 * block.front), (0.0, low)).points()
        )  # fmt: skip
        made.append(Piece(flipped(lapel, side), grain=side * 0.2, round=0.02, bulge=0.5, shadow=0.4))
        upper = (
            Path((n - 0.02, y + 0.125)).quad((0.72 * n, y + 0.02), (0.80 * n, y - 0.035))
            .quad((n + 0.03, y - 0.03), (n + 0.05, y + 0.04))
            .line((n + 0.105, y + 0.125), (n + 0.02, y + 0.172)).points()
        )  # fmt: skip
        made.append(Piece(flipped(upper, side), grain=side * 0.5, round=0.02, bulge=0.5, shadow=0.4))
    return made


def _puffer(garment: Garment, block: Block) -> list[Piece]:
    made = [_zip_strip(block.top - 0.02, block.hem[1] + 0.01), _stand_collar(block, "main", tall=0.13)]
    made[-1] = replace(made[-1], marks=(*made[-1].marks, *zip_marks(0.0, block.top - 0.06, block.top + 0.14)))
    made += [_welt(np.array([[side * 0.22, 0.14], [side * 0.31, 0.36]])) for side in (-1, 1)]
    return made


def _quilting(block: Block) -> list[Mark]:
    made = []
    x = block.armpit[0] + 0.08
    for y in np.arange(block.top + 0.2, block.hem[1] - 0.02, 0.145):
        line = Path((-x, float(y))).quad((0, float(y) + 0.025), (x, float(y))).points()
        made.append(Mark(line, "rib", 0.05, depth=-0.022))
    made += [seam(mark.points, width=0.006) for mark in made]
    return made


def _denim_seams(block: Block, front: bool) -> list[Mark]:
    yoke = np.array([[-0.5, -0.34], [0.5, -0.34]])
    made = [seam(yoke), stitching(yoke + np.array([0, 0.014]))]
    for side in (-1, 1):
        for x0, x1 in ((0.15, 0.1), (0.32, 0.27)) if front else ((0.24, 0.13),):
            line = flipped(np.array([[x0, -0.33], [x1, block.hem[1] - 0.06]]), side)
            made += [
                seam(line),
                stitching(line + np.array([0.014, 0])),
                stitching(line - np.array([0.014, 0])),
            ]
    return made


def _jacket_arm(arm: Sleeve, cut: str) -> list[Piece]:
    piece = _arm(arm)
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


def _hood_behind(block: Block) -> list[Piece]:
    """The hood standing up behind the neck, with its dark inside."""
    n, y = block.neck, block.top
    outer = (
        Path((-n - 0.14, y + 0.12)).cubic((-n - 0.2, y - 0.08), (-0.24, y - 0.30), (0, y - 0.30))
        .cubic((0.24, y - 0.30), (n + 0.2, y - 0.08), (n + 0.14, y + 0.12))
        .quad((0, y + 0.42), (-n - 0.14, y + 0.12)).points()
    )  # fmt: skip
    inner = (
        Path((-n + 0.01, y + 0.06)).cubic((-n - 0.04, y - 0.09), (-0.13, y - 0.215), (0, y - 0.215))
        .cubic((0.13, y - 0.215), (n + 0.04, y - 0.09), (n - 0.01, y + 0.06))
        .quad((0, y + 0.36), (-n + 0.01, y + 0.06)).points()
    )  # fmt: skip
    top = Path((-0.02, y - 0.3)).quad((0.0, y - 0.25), (0.0, y - 0.21)).points()
    return [
        Piece(outer, round=0.12, bulge=0.6, shadow=0.0, marks=(seam(top), stitching(offset(inner, -0.03)[:36], width=0.005))),
        Piece(inner, "inside", round=0.05, bulge=-0.4, shadow=0.3, marks=(
            Mark(np.array([[-0.035, y + 0.04], [0.035, y + 0.04], [0.035, y + 0.07], [-0.035, y + 0.07]]), "lace", filled=True),
            seam([(0.0, y - 0.21), (0.0, y + 0.03)]))),
    ]  # fmt: skip


def _hood_front(block: Block) -> list[Piece]:
    """The two edges of the hood that cross below the throat."""
    n, y, made = block.neck, block.top, []
    low = y + block.front + 0.05
    for side in (-1, 1):
        edge = Path((side * -0.05 if side > 0 else 0.04, low)).points()
        x = -0.045 if side > 0 else 0.0
        edge = (
            Path((x, low + (0.0 if side > 0 else -0.03))).quad((0.55 * n, y + 0.17), (n - 0.02, y - 0.02))
            .quad((n + 0.03, y - 0.07), (n + 0.075, y - 0.02))
            .quad((n + 0.12, y + 0.06), (0.8 * n, y + 0.185)).quad((0.5 * n, y + 0.26), (x + 0.03, low + 0.035)).points()
        )  # fmt: skip
        rim = stitching(flipped(edge[1:14] + np.array([0.03, 0.022]), side), width=0.004)
        made.append(
            Piece(flipped(edge, side), grain=side * 0.7, round=0.04, bulge=0.7, shadow=0.4, marks=(rim,))
        )
    return made


def _hood_down(block: Block) -> Piece:
    n, y = block.neck, block.top
    shape = (
        Path((-n - 0.05, y + 0.03)).cubic((-n, y - 0.09), (n, y - 0.09), (n + 0.05, y + 0.03))
        .cubic((n + 0.13, y + 0.25), (0.13, y + 0.40), (0, y + 0.44))
        .cubic((-0.13, y + 0.40), (-n - 0.13, y + 0.25), (-n - 0.05, y + 0.03)).points()
    )  # fmt: skip
    middle = seam(Path((0.0, y - 0.02)).line((0.0, y + 0.43)).points())
    roll = Path((-n - 0.01, y + 0.05)).quad((0.0, y + 0.16), (n + 0.01, y + 0.05)).points()
    return Piece(
        shape, round=0.1, bulge=0.7, shadow=0.42, marks=(middle, Mark(roll, "crease", 0.03, depth=-0.012))
    )


def _kangaroo(block: Block, zipped: bool) -> list[Piece]:
    y0, y1 = block.hem[1] - 0.44, block.hem[1] - 0.085
    made = []
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
        made.append(Piece(flipped(half, side), round=0.025, bulge=0.7, shadow=0.3, marks=tuple(lines)))
    return made


def _hem_band(block: Block, cloth: Cloth = "rib") -> Piece:
    (hx, hy), deep = block.hem, 0.085
    lower = (block.hemline() + np.array([0, 0.006]))[::-1] * np.array([0.955 if cloth == "rib" else 1.0, 1.0])
    upper = block.hemline(deep) * np.array([1.01, 1.0])
    lines = (
        ()
        if cloth == "rib"
        else (stitching(upper + np.array([0, 0.014])), stitching(lower - np.array([0, 0.014])))
    )
    return Piece(np.vstack([upper, lower]), cloth, round=0.028, bulge=0.5, shadow=0.2, marks=lines)


def _stand_collar(block: Block, cloth: Cloth, *, tall: float = 0.075) -> Piece:
    n, y = block.neck, block.top
    outline = (
        Path((-n - 0.015, y + 0.02)).quad((-n, y - 0.5 * tall), (-n + 0.02, y - tall))
        .quad((0, y - tall + 0.05), (n - 0.02, y - tall)).quad((n, y - 0.5 * tall), (n + 0.015, y + 0.02))
        .quad((0.5 * n, y + 0.14), (0.0, y + 0.15)).quad((-0.5 * n, y + 0.14), (-n - 0.015, y + 0.02)).points()
    )  # fmt: skip
    return Piece(outline, cloth, round=0.05, bulge=0.6, shadow=0.25)


def _back_collar(block: Block) -> Piece:
    n, y = block.neck, block.top
    outline = (
        Path((-n - 0.04, y + 0.04)).quad((-n, y - 0.06), (-0.5 * n, y - 0.07)).quad((0, y - 0.08), (0.5 * n, y - 0.07))
        .quad((n, y - 0.06), (n + 0.04, y + 0.04)).quad((0, y + 0.115), (-n - 0.04, y + 0.04)).points()
    )  # fmt: skip
    return Piece(outline, round=0.02, bulge=0.6, shadow=0.35)


def _zip_strip(top: float, bottom: float) -> Piece:
    strip = np.array([[-0.035, top], [0.035, top], [0.035, bottom], [-0.035, bottom]])
    return Piece(strip, round=0.02, bulge=0.3, shadow=0.2, marks=zip_marks(0.0, top, bottom))


def _welt(line: Points) -> Piece:
    run = line[1] - line[0]
    normal = np.array([-run[1], run[0]]) / np.hypot(*run) * 0.018
    strip = np.vstack([line - normal, line[::-1] + normal])
    return Piece(strip, round=0.012, bulge=0.6, shadow=0.35, marks=(Mark(line, "edge", 0.008),))


def _arm(arm: Sleeve) -> Piece:
    x, y = arm.middle[0]
    return Piece(
        arm.outline, grain=arm.grain, origin=(float(x), float(y)), round=0.08, bulge=0.6, shadow=0.12
    )


def _armholes(block: Block) -> list[Mark]:
    (sx, sy), (ax, ay) = block.shoulder, block.armpit
    curve = (
        Path((sx - 0.012, sy + 0.012))
        .cubic((sx - 0.057, sy + 0.16), (sx - 0.07, ay - 0.07), (ax - 0.02, ay))
        .points()
    )
    return [stitching(flipped(curve, side), width=0.004) for side in (-1, 1)]


def _folds(
    rng: np.random.Generator, block: Block, sleeves: list[Sleeve], *, strength: float = 1.0
) -> list[Fold]:
    made = body_folds(rng, block, strength=strength)
    for arm in sleeves:
        made += sleeve_folds(rng, arm, count=int(rng.integers(5, 9)), strength=strength)
    return made

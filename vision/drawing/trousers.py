"""Trousers and shorts."""

from __future__ import annotations

import numpy as np

from vision.drawing.curves import Path, Points, between, flipped, spline
from vision.drawing.garment import Garment
from vision.drawing.pieces import Design, Fold, Mark, Piece, Pose, View, seam, stitching
from vision.drawing.trimmings import button_column, drawstrings, patch_pocket

_TOP = -0.95


def trousers(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut trousers: jeans, chinos, joggers with cuffs, or wide legs."""
    hem = {"jeans": 0.155, "chino": 0.15, "jogger": 0.13, "wide": 0.27}[garment.cut]
    return _legs(garment, view, pose, rng, bottom=0.98, hem=hem + 0.02 * garment.fit, short=False)


def shorts(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut shorts: as trousers, with legs that end above the knee."""
    hem = {"jeans": 0.245, "chino": 0.25, "jogger": 0.27, "cargo": 0.275}[garment.cut]
    return _legs(
        garment,
        view,
        pose,
        rng,
        bottom=-0.02 + 0.13 * garment.length,
        hem=hem + 0.015 * garment.fit,
        short=True,
    )


def _legs(
    garment: Garment,
    view: View,
    pose: Pose,
    rng: np.random.Generator,
    *,
    bottom: float,
    hem: float,
    short: bool,
) -> Design:
    fit = 0.03 * garment.fit
    waist, hip, crotch = 0.335 + 0.5 * fit, 0.435 + fit, -0.36
    if garment.cut == "jogger":
        waist -= 0.03
    spread = 0.2 + pose.legs + (0.06 if short else 0.0)
    front = view != "back"
    elastic = garment.cut == "jogger"
    pieces: list[Piece] = []
    if front and not elastic:
        pieces.append(_inside(waist))
    legs = [_leg(waist, hip, crotch, bottom, hem, spread, side, short) for side in (-1, 1)]
    for side, (outline, inner, outer, grain) in zip((-1, 1), legs, strict=True):
        pieces.append(
            Piece(
                outline,
                grain=grain,
                origin=(0.0, _TOP),
                round=0.09,
                bulge=0.55,
                shadow=0.3,
                marks=tuple(_leg_marks(garment, side, waist, hip, inner, outer, front, short)),
            )
        )
        if elastic and not short:
            pieces.append(_ankle(outer, inner))
    rise = np.array([[-0.004, _TOP + 0.08], [0.004, crotch + 0.02]])
    pieces += _top(garment, waist, front, elastic, rise)
    if not front and not elastic:
        for side in (-1, 1):
            pieces += patch_pocket(
                side * 0.205,
                -0.72,
                0.22,
                0.25,
                point=0.035,
                button=garment.cut == "chino",
                flap=garment.cut == "cargo",
            )
    if garment.cut == "cargo":
        for side, (_, _, outer, _) in zip((-1, 1), legs, strict=True):
            x, y = between(outer, 0.58)
            pieces += patch_pocket(x - side * 0.115, y, 0.2, 0.24, point=0.0, flap=True, button=True)
    return Design(tuple(pieces), tuple(_folds(rng, legs, hip, crotch, short)), hanger=(0.0, _TOP))


def _leg(
    waist: float, hip: float, crotch: float, bottom: float, hem: float, spread: float, side: int, short: bool
) -> tuple[Points, Points, Points, float]:
    """A leg's outline, its inner and outer line from top to hem, and the rotation of its fabric."""
    share = (bottom - crotch) / 1.34  # how much of a long leg there is
    middle = 0.215 + spread * share ** (0.7 if short else 1.0)
    tilt = 0.03 * (1 if short else 0.5)
    inner_end, outer_end = (middle - hem, bottom + tilt * 0.6), (middle + hem, bottom - tilt)
    outer = np.vstack(
        [
            Path((waist, _TOP))
            .cubic((waist + 0.03, _TOP + 0.16), (hip, -0.75), (hip + 0.01, -0.55))
            .points(),
            spline(
                [
                    (hip + 0.01, -0.55),
                    (
                        0.55 * (hip + 0.01) + 0.45 * outer_end[0] + (0.0 if short else 0.015),
                        -0.55 + 0.45 * (bottom + 0.55),
                    ),
                    outer_end,
                ]
            )[1:],
        ]
    )
    knee = (0.55 * 0.03 + 0.45 * inner_end[0] + (0.0 if short else 0.012), crotch + 0.45 * (bottom - crotch))
    inner = np.vstack(
        [
            np.array([[-0.012, _TOP + 0.02], [-0.012, crotch - 0.04]]),
            spline([(0.0, crotch), (0.028, crotch + 0.07), knee, inner_end]),
        ]
    )
    end = Path(outer_end).quad((middle, bottom + 0.035), inner_end, steps=6).points()
    outline = np.vstack([outer, end[1:], inner[::-1][1:]])
    grain = -float(np.arctan2(middle - 0.22, bottom - crotch)) * 0.8
    return flipped(outline, side), flipped(inner, side), flipped(outer, side), grain * side


def _leg_marks(
    garment: Garment,
    side: int,
    waist: float,
    hip: float,
    inner: Points,
    outer: Points,
    front: bool,
    short: bool,
) -> list[Mark]:
    marks = [seam(outer - np.array([side * 0.012, 0]), width=0.006)] if garment.cut != "jogger" else []
    a, b = outer[-1], inner[-1]
    lift = np.array([0, -0.05])
    hemline = (
        Path((float(a[0]), float(a[1] - 0.05)))
        .quad(
            (float((a + b)[0] / 2), float((a + b)[1] / 2 + 0.022 - 0.05)), (float(b[0]), float((b + lift)[1]))
        )
        .points()
    )
    marks.append(stitching(hemline))
    if front:
        if garment.cut == "jeans":  # the curved pocket of jeans, with a coin pocket
            mouth = (
                Path((0.52 * waist, _TOP + 0.075))
                .quad((0.56 * waist, _TOP + 0.22), (hip - 0.03, _TOP + 0.235))
                .points()
            )
        else:
            mouth = np.array([[0.72 * waist, _TOP + 0.075], [hip - 0.012, _TOP + 0.33]])
        mouth = flipped(mouth, side)
        marks += [
            seam(mouth, width=0.012),
            stitching(mouth + np.array([-side * 0.014, 0.014])),
            Mark(mouth + np.array([side * 0.008, -0.006]), "crease", 0.02),
        ]
        if garment.cut == "jeans" and garment.fabric == "denim":
            marks += _washed(side, hip, short)
        if garment.cut in {"chino", "wide"} and not short:
            x0, x1 = side * 0.5 * waist, float((a + b)[0] / 2)
            marks.append(Mark(np.array([[x0, -0.55], [x1, float(a[1]) - 0.02]]), "rib", 0.006, depth=0.006))
    else:
        yoke = Path((0.0, _TOP + 0.2)).line((hip - 0.02, _TOP + 0.12)).points()
        if garment.cut == "jeans":
            marks += [seam(flipped(yoke, side)), stitching(flipped(yoke, side) + np.array([0, 0.014]))]
        elif garment.cut != "jogger":
            dart = np.array([[0.5 * waist, _TOP + 0.08], [0.49 * waist, _TOP + 0.2]])
            marks.append(seam(flipped(dart, side)))
    return marks


def _washed(side: int, hip: float, short: bool) -> list[Mark]:
    """Whiskers beside the fly."""
    marks = []
    for i in range(3):
        y = -0.50 + 0.05 * i
        line = Path((0.05, y)).quad((0.2, y + 0.015), (hip - 0.08, y - 0.06)).points()
        marks.append(Mark(flipped(line, side), "fade", 0.02, depth=0.003))
    return marks


def _inside(waist: float) -> Piece:
    lens = (
        Path((-waist + 0.01, _TOP))
        .quad((0, _TOP - 0.03), (waist - 0.01, _TOP))
        .quad((0, _TOP + 0.09), (-waist + 0.01, _TOP))
        .points()
    )
    tag = np.array(
        [[-0.045, _TOP - 0.005], [0.045, _TOP - 0.005], [0.045, _TOP + 0.03], [-0.045, _TOP + 0.03]]
    )
    return Piece(lens, "inside", round=0.02, bulge=0.2, shadow=0.0, marks=(Mark(tag, "lace", filled=True),))


def _top(garment: Garment, waist: float, front: bool, elastic: bool, rise: Points) -> list[Piece]:
    """The waistband with loops and button or drawstring, and the fly."""
    dip = 0.035 if front else -0.012
    upper = Path((-waist - 0.004, _TOP)).quad((0, _TOP + 2 * dip), (waist + 0.004, _TOP)).points()
    lower = (
        Path((-waist - 0.022, _TOP + 0.075))
        .quad((0, _TOP + 0.075 + 2 * dip), (waist + 0.022, _TOP + 0.075))
        .points()
    )
    strip = np.vstack([upper, lower[::-1]])
    pieces: list[Piece] = []
    centre = seam(np.array([[0.0, _TOP + 0.08], [0.0, -0.37]]), width=0.01)
    j = np.vstack([[[0.055, _TOP + 0.1]], Path((0.055, -0.6)).quad((0.052, -0.52), (0.0, -0.49)).points()])
    hidden = Piece(
        np.array([[-0.012, _TOP + 0.06], [0.012, _TOP + 0.06], [0.012, -0.375], [-0.012, -0.375]]),
        round=0.015,
        bulge=0.3,
        shadow=0.2,
        marks=(centre,),
    )
    pieces.append(hidden)
    if front and not elastic:
        flap = np.vstack(
            [
                [[-0.012, _TOP + 0.06], [0.07, _TOP + 0.06]],
                j[1:] + np.array([0.014, 0.006]),
                [[-0.012, -0.48]],
            ]
        )
        pieces.append(Piece(flap, round=0.012, bulge=0.3, shadow=0.2, marks=(stitching(j), centre)))
    marks: list[Mark] = []
    if elastic:
        across = np.linspace(-waist, waist, 34)
        marks += [
            Mark(np.array([[x, _TOP], [x * 1.02, _TOP + 0.08 + dip]]), "rib", 0.008, depth=-0.012)
            for x in across
        ]
    else:
        marks += [stitching(upper + np.array([0, 0.012])), stitching(lower - np.array([0, 0.012]))]
        if front:
            y = _TOP + 0.038 + dip
            marks += button_column(0.022, y, y, 1, radius=0.021)
    pieces.append(Piece(strip, round=0.02, bulge=0.5, shadow=0.25, origin=(0.0, _TOP), marks=tuple(marks)))
    if elastic:
        y = _TOP + 0.045 + dip
        return [*pieces, *drawstrings(y)] if front else pieces
    for x in (-0.62 * waist, 0.62 * waist) if front else (-0.62 * waist, 0.0, 0.62 * waist):
        y = _TOP + dip * (1 - (x / waist) ** 2)
        loop = np.array(
            [[x - 0.016, y - 0.008], [x + 0.016, y - 0.008], [x + 0.016, y + 0.09], [x - 0.016, y + 0.09]]
        )
        pieces.append(Piece(loop, round=0.012, bulge=0.8, shadow=0.3))
    if not front and garment.fabric == "denim":
        x, y = 0.36 * waist, _TOP + 0.006
        patch = np.array([[x, y], [x + 0.13, y], [x + 0.13, y + 0.075], [x, y + 0.075]])
        pieces.append(Piece(patch, "second", round=0.01, bulge=0.5, shadow=0.2))
    return pieces


def _ankle(outer: Points, inner: Points) -> Piece:
    a, b = outer[-1], inner[-1]
    middle = (a + b) / 2
    low = np.array([0.0, 0.09])
    strip = np.vstack([a, b, middle + (b - middle) * 0.82 + low, middle + (a - middle) * 0.82 + low])
    return Piece(strip, "rib", round=0.03, bulge=0.5, shadow=0.25)


def _folds(
    rng: np.random.Generator,
    legs: list[tuple[Points, Points, Points, float]],
    hip: float,
    crotch: float,
    short: bool,
) -> list[Fold]:
    folds: list[Fold] = []
    for side, (_, inner, outer, _) in zip((-1, 1), legs, strict=True):
        for _ in range(int(rng.integers(2, 4))):  # pulled from the crotch
            y = crotch + rng.uniform(-0.06, 0.05)
            line = (
                Path((0.02, y))
                .quad((0.15, y - 0.01), (hip - rng.uniform(0.05, 0.2), y + rng.uniform(-0.14, 0.1)))
                .points()
            )
            folds.append(
                Fold(flipped(line, side), float(rng.uniform(0.03, 0.05)), float(rng.uniform(0.4, 0.9)))
            )
        for _ in range(1 if short else int(rng.integers(4, 8))):  # about knee and ankle
            at = float(rng.choice([rng.uniform(0.5, 0.72), rng.uniform(0.82, 0.97)]))
            (x0, y0), (x1, y1) = between(inner, at), between(outer, at)
            reach, slant = rng.uniform(0.35, 0.8), rng.uniform(-0.07, 0.07)
            if rng.random() < 0.5:
                (x0, y0), (x1, y1) = (x1, y1), (x0, y0)
            line = (
                Path((x0, y0))
                .quad(
                    (x0 + 0.5 * reach * (x1 - x0), y0 + 0.02),
                    (x0 + reach * (x1 - x0), y0 + reach * (y1 - y0) + slant),
                )
                .points()
            )
            folds.append(Fold(line, float(rng.uniform(0.025, 0.05)), float(rng.choice([-0.7, 0.8]))))
        if not short:
            a, b = np.array(between(inner, 0.55)), np.array(between(outer, 0.5))
            c, d = np.array(between(inner, 0.97)), np.array(between(outer, 0.97))
            share = rng.uniform(0.3, 0.7)
            folds.append(
                Fold(
                    spline([a + (b - a) * share, (a + b + c + d) / 4, c + (d - c) * share]),
                    0.09,
                    float(rng.uniform(0.2, 0.5)),
                )
            )
    return folds

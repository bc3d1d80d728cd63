"""Totes, shoulder bags and backpacks."""

from __future__ import annotations

import numpy as np

from vision.drawing.bodice import hanging_folds
from vision.drawing.curves import Path, band, ellipse, flipped, offset, rounded
from vision.drawing.garment import Garment
from vision.drawing.graphics import chest_print
from vision.drawing.pieces import Cloth, Design, Mark, Piece, Pose, View, seam, stitching
from vision.drawing.trimmings import zip_curve


def bag(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut a bag, standing or lying."""
    draw = {"tote": _tote, "shoulder": _shoulder, "backpack": _backpack}[garment.cut]
    return draw(garment, view != "back", rng)


def _tote(garment: Garment, front: bool, rng: np.random.Generator) -> Design:
    top, low = -0.22, 0.85
    wide, narrow = 0.56 + 0.04 * garment.fit, 0.50 + 0.03 * garment.fit
    reach = 0.62 + 0.12 * garment.length
    back_handle = Path((-0.27, top)).cubic((-0.30, top - reach), (0.30, top - reach), (0.27, top)).points()
    front_handle = (
        Path((-0.29, top + 0.1))
        .cubic((-0.36, top - reach * 0.82), (0.34, top - reach * 0.86), (0.29, top + 0.1))
        .points()
    )
    inside = (
        Path((-wide + 0.01, top))
        .quad((0, top - 0.07), (wide - 0.01, top))
        .quad((0, top + 0.08), (-wide + 0.01, top))
        .points()
    )
    body = (
        Path((-wide, top))
        .quad((0, top + 0.035), (wide, top))
        .quad((wide - 0.02, 0.3), (narrow + 0.02, low - 0.05))
        .quad((narrow, low), (narrow - 0.06, low))
        .quad((0, low + 0.04), (-narrow + 0.06, low))
        .quad((-narrow, low), (-narrow - 0.02, low - 0.05))
        .quad((-wide + 0.02, 0.3), (-wide, top))
        .points()
    )
    hem = Path((-wide + 0.004, top + 0.07)).quad((0, top + 0.105), (wide - 0.004, top + 0.07)).points()
    marks: list[Mark] = [stitching(hem)]
    if front and garment.graphic:
        marks += chest_print(garment.rng("graphic"), (0.0, 0.32), 0.28)
    handle: Cloth = "second" if garment.seed % 2 else "plain"
    pieces = [
        Piece(band(back_handle, 0.06), handle, tint=0.86, round=0.03, bulge=0.6, shadow=0.0),
        Piece(inside, "inside", round=0.02, bulge=0.1, shadow=0.0),
        Piece(body, round=0.12, bulge=0.45, shadow=0.25, origin=(0.0, top), marks=tuple(marks)),
    ]
    if garment.seed % 3 == 0:
        bottom = np.vstack(
            [
                Path((-narrow - 0.035, 0.55)).quad((0, 0.58), (narrow + 0.035, 0.55)).points(),
                Path((narrow + 0.016, low - 0.05))
                .quad((narrow, low), (narrow - 0.06, low))
                .quad((0, low + 0.04), (-narrow + 0.06, low))
                .quad((-narrow, low), (-narrow - 0.016, low - 0.05))
                .points(),
            ]
        )
        pieces.append(
            Piece(
                bottom,
                "second",
                round=0.05,
                bulge=0.4,
                shadow=0.15,
                marks=(stitching(bottom[:15] + np.array([0, 0.02])),),
            )
        )
    pieces.append(Piece(band(front_handle, 0.062), handle, round=0.03, bulge=0.6, shadow=0.4))
    for x in (-0.262, 0.262):
        tab = rounded(x - 0.034, top + 0.02, x + 0.034, top + 0.14, 0.01)
        cross = (
            stitching([(x - 0.028, top + 0.085), (x + 0.028, top + 0.13)]),
            stitching([(x + 0.028, top + 0.085), (x - 0.028, top + 0.13)]),
        )
        pieces.append(Piece(tab, handle, round=0.014, bulge=0.6, shadow=0.3, marks=cross))
    folds = hanging_folds(
        rng, 6, lambda s: (s * wide, top + 0.05), lambda s: (s * narrow * 0.9, low), strength=0.55
    )
    return Design(tuple(pieces), tuple(folds), hanger=None)


def _shoulder(garment: Garment, front: bool, rng: np.random.Generator) -> Design:
    wide = 0.74 + 0.06 * garment.fit
    strap = (
        Path((-wide + 0.05, 0.02))
        .cubic(
            (-0.62, -1.15 - 0.1 * garment.length), (0.62, -1.15 - 0.1 * garment.length), (wide - 0.05, 0.02)
        )
        .points()
    )
    body = rounded(-wide, -0.10, wide, 0.72, 0.16)
    gusset = rounded(-wide - 0.035, -0.02, wide + 0.035, 0.70, 0.16)
    flap = (
        Path((-wide - 0.005, -0.06))
        .quad((-wide, -0.14), (-wide + 0.1, -0.14))
        .line((wide - 0.1, -0.14))
        .quad((wide, -0.14), (wide + 0.005, -0.06))
        .line((wide + 0.005, 0.16))
        .cubic((wide, 0.44), (0.3, 0.46), (0.0, 0.46))
        .cubic((-0.3, 0.46), (-wide, 0.44), (-wide - 0.005, 0.16))
        .points()
    )
    rim = offset(flap[9:], 0.03)
    pieces = [
        Piece(
            band(strap, 0.055),
            "second" if garment.seed % 2 else "plain",
            tint=0.9,
            round=0.028,
            bulge=0.6,
            shadow=0.0,
            marks=(
                stitching(offset(strap, 0.008), width=0.006),
                stitching(offset(strap, 0.047), width=0.006),
            ),
        ),
        Piece(gusset, "plain", tint=0.75, round=0.05, bulge=0.4, shadow=0.3),
        Piece(
            body,
            round=0.14,
            bulge=0.5,
            shadow=0.3,
            marks=(stitching(rounded(-wide + 0.03, -0.07, wide - 0.03, 0.69, 0.14)),),
        ),
    ]
    if front:
        pieces.append(
            Piece(flap, round=0.12, bulge=0.5, shadow=0.45, origin=(0.1, 0.0), marks=(stitching(rim),))
        )
        pieces.append(
            Piece(
                rounded(-0.07, 0.36, 0.07, 0.53, 0.02),
                "second",
                round=0.02,
                bulge=0.5,
                shadow=0.3,
                marks=(Mark(rounded(-0.04, 0.40, 0.04, 0.49, 0.015), "metal", filled=True, depth=0.012),),
            )
        )
    else:
        pieces.append(
            Piece(
                rounded(-wide + 0.12, 0.06, wide - 0.12, 0.1, 0.015),
                "dark",
                round=0.02,
                bulge=0.3,
                shadow=0.1,
                marks=zip_curve(np.array([[-wide + 0.13, 0.08], [wide - 0.13, 0.08]])),
            )
        )
    for side in (-1, 1):
        x = side * (wide - 0.045)
        ring = np.vstack([r := ellipse((x, -0.03), (0.05, 0.05)), r[:1]])
        pieces.append(Piece(band(ring, 0.018), "metal", round=0.01, bulge=0.8, shadow=0.3))
    return Design(tuple(pieces), (), stiff=True)


def _backpack(garment: Garment, front: bool, rng: np.random.Generator) -> Design:
    body = (
        Path((-0.56, 0.80))
        .quad((-0.64, 0.1), (-0.54, -0.40))
        .cubic((-0.46, -0.84), (0.46, -0.84), (0.54, -0.40))
        .quad((0.64, 0.1), (0.56, 0.80))
        .quad((0.54, 0.90), (0.42, 0.91))
        .quad((0, 0.94), (-0.42, 0.91))
        .quad((-0.54, 0.90), (-0.56, 0.80))
        .points()
    )
    grip = Path((-0.13, -0.70)).cubic((-0.15, -0.98), (0.15, -0.98), (0.13, -0.70)).points()
    pieces = [Piece(band(grip, 0.05), "second", round=0.025, bulge=0.6, shadow=0.0)]
    for side in (-1, 1):
        strap = Path((0.40, -0.52)).cubic((0.78, -0.35), (0.84, 0.35), (0.50, 0.78)).points()
        shoulder = Piece(
            band(flipped(strap, side), 0.11 * side), "plain", tint=0.85, round=0.05, bulge=0.5, shadow=0.2
        )
        if front:
            pieces.append(shoulder)
    arch = Path((-0.50, 0.10)).cubic((-0.50, -0.62), (0.50, -0.62), (0.50, 0.10)).points()
    marks: list[Mark] = [*zip_curve(arch)] if front else [stitching(arch)]
    pieces.append(Piece(body, round=0.22, bulge=0.5, shadow=0.3, origin=(0.0, 0.1), marks=tuple(marks)))
    if front:
        pocket = (
            Path((-0.44, 0.22))
            .quad((-0.43, 0.08), (-0.34, 0.07))
            .quad((0, 0.03), (0.34, 0.07))
            .quad((0.43, 0.08), (0.44, 0.22))
            .line((0.46, 0.74))
            .quad((0.45, 0.84), (0.36, 0.84))
            .quad((0, 0.88), (-0.36, 0.84))
            .quad((-0.45, 0.84), (-0.46, 0.74))
            .points()
        )
        mouth = Path((-0.40, 0.20)).quad((0, 0.13), (0.40, 0.20)).points()
        patch = rounded(-0.1, -0.28, 0.1, -0.12, 0.015)
        pieces.append(
            Piece(
                pocket,
                "second" if garment.seed % 2 else "main",
                round=0.12,
                bulge=0.55,
                shadow=0.4,
                marks=zip_curve(mouth),
            )
        )
        pieces.append(
            Piece(
                patch,
                "trim",
                round=0.015,
                bulge=0.5,
                shadow=0.25,
                marks=(stitching(rounded(-0.085, -0.265, 0.085, -0.135, 0.01)),),
            )
        )
        return Design(tuple(pieces), (), stiff=True)
    pieces.append(
        Piece(
            rounded(-0.42, -0.5, 0.42, 0.78, 0.12),
            "plain",
            tint=0.88,
            round=0.12,
            bulge=0.4,
            shadow=0.2,
            marks=(seam([(0.0, -0.45), (0.0, 0.75)], width=0.02),),
        )
    )
    for side in (-1, 1):
        strap = Path((0.14, -0.62)).cubic((0.30, -0.3), (0.36, 0.3), (0.30, 0.55)).points()
        thin = Path((0.345, 0.5)).quad((0.40, 0.7), (0.52, 0.84)).points()
        pieces.append(
            Piece(band(flipped(thin, side), 0.035 * side), "second", round=0.018, bulge=0.6, shadow=0.3)
        )
        pieces.append(
            Piece(
                band(flipped(strap, side), -0.13 * side),
                "main",
                round=0.06,
                bulge=0.6,
                shadow=0.4,
                marks=(
                    stitching(offset(flipped(strap, side), -0.015 * side)),
                    stitching(offset(flipped(strap, side), -0.115 * side)),
                ),
            )
        )
    return Design(tuple(pieces), (), stiff=True)

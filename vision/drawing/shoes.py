"""Sneakers, high-tops, boots and loafers: one from the side, or the pair from above."""

from __future__ import annotations

import numpy as np

from vision.drawing.curves import (
    Path,
    Points,
    band,
    ellipse,
    flipped,
    offset,
    spline,
)
from vision.drawing.garment import Garment
from vision.drawing.pieces import Design, Fold, Ink, Mark, Piece, Pose, View, seam, stitching
from vision.drawing.shoes_above import pair_above, turned


def shoe(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut a shoe: its side for the front view, the pair from above for the back view."""
    if view == "back":
        return pair_above(garment, pose, rng)
    return _side(garment, rng)


def _side(garment: Garment, rng: np.random.Generator) -> Design:
    cut = garment.cut
    rise = {"sneaker": 0.0, "high-top": 0.42, "boot": 0.68, "loafer": -0.04}[cut]
    sole = 0.02 if cut == "loafer" else 0.0
    heel = -0.93
    collar = (-0.30, -0.42 - rise) if cut != "loafer" else (-0.02, -0.28)
    # The upper: heel, collar, tongue, instep, toe and back along the sole.
    instep = {
        "sneaker": (0.34, -0.07),
        "high-top": (0.34, -0.07),
        "boot": (0.30, -0.12),
        "loafer": (0.34, -0.14),
    }[cut]
    pen = Path((heel + 0.02, 0.26)).cubic(
        (heel - 0.06, 0.05), (heel + 0.05, -0.15), (heel + 0.03, -0.30 - rise)
    )
    if rise > 0.1:
        pen.quad((heel + 0.04, -0.36 - rise), (heel + 0.12, -0.36 - rise)).quad((-0.62, -0.33 - rise), collar)
        pen.quad((collar[0] + 0.06, collar[1] + 0.02), (collar[0] + 0.07, collar[1] + 0.1))
        pen.cubic((collar[0] + 0.10, -0.34), (0.06, -0.24), instep)
    else:
        pen.quad((heel + 0.06, -0.36 - rise), (heel + 0.13, -0.33 - rise)).cubic(
            (-0.68, -0.18), (-0.5, -0.16), collar
        )
        pen.quad((0.5 * (collar[0] + instep[0]), collar[1] + 0.12), instep)
    pen.cubic((0.62, 0.02), (0.90, 0.00), (0.97, 0.27)).quad((0.0, 0.33 + sole), (heel + 0.02, 0.26))
    upper = pen.points()
    foot = _sole_side(garment)
    pieces: list[Piece] = []
    if cut in {"sneaker", "high-top", "boot"}:
        x, y = collar
        tongue = spline(
            np.array(
                [
                    [x - 0.06, y + 0.12],
                    [x - 0.03, y - 0.09],
                    [x + 0.09, y - 0.10],
                    [x + 0.14, y + 0.1],
                    [x + 0.1, y + 0.3],
                ]
            ),
            closed=True,
        )
        pieces.append(
            Piece(tongue, "main" if cut == "boot" else "second", tint=0.95, round=0.05, bulge=0.5, shadow=0.0)
        )
        lining = (
            Path((heel + 0.06, -0.3 - rise))
            .quad((-0.62, -0.42 - rise), (x + 0.02, y))
            .quad((-0.55, -0.12 - rise), (heel + 0.06, -0.3 - rise))
            .points()
        )
        pieces.append(Piece(lining, "inside", round=0.04, bulge=-0.3, shadow=0.0))
    else:
        lining = (
            Path((heel + 0.07, -0.31))
            .quad((-0.5, -0.36), (-0.03, -0.3))
            .quad((-0.5, 0.1), (heel + 0.07, -0.31))
            .points()
        )
        pieces.append(Piece(lining, "inside", round=0.04, bulge=-0.3, shadow=0.0))
    rim_at = slice(20, 48)
    pieces.append(
        Piece(
            upper,
            round=0.3,
            bulge=0.45,
            shadow=0.35,
            origin=(0.0, 0.3),
            marks=(stitching(offset(upper[rim_at], 0.03), width=0.008),),
        )
    )
    pieces += {"sneaker": _sneaker, "high-top": _high_top, "boot": _boot, "loafer": _loafer}[cut](
        garment, collar, instep, rise
    )
    pieces.append(foot)
    if garment.seed % 2:
        pieces = [turned(piece) for piece in pieces]
    dents = []
    for _ in range(3):
        x = rng.uniform(0.35, 0.6)
        line = Path((x, -0.02)).quad((x - 0.02, 0.08), (x - 0.1, 0.16)).points()
        dents.append(Fold(line if not garment.seed % 2 else flipped(line, -1), 0.035, -0.4))
    return Design(tuple(pieces), tuple(dents), stiff=True)


def _sole_side(garment: Garment) -> Piece:
    cut = garment.cut
    if cut in {"boot", "loafer"}:
        thick = 0.10 if cut == "loafer" else 0.13
        outline = (
            Path((-0.95, 0.25))
            .quad((0.0, 0.31), (0.99, 0.25))
            .quad((1.04, 0.30), (0.98, 0.26 + thick))
            .quad((0.5, 0.30 + thick), (0.1, 0.25 + thick))
            .quad((-0.2, 0.24 + thick), (-0.28, 0.25 + thick))
            .line((-0.30, 0.44), (-0.94, 0.44))
            .quad((-0.98, 0.3), (-0.95, 0.25))
            .points()
        )
        marks = (
            seam(Path((-0.95, 0.29)).quad((0.0, 0.35), (1.0, 0.29)).points(), width=0.01),
            seam([(-0.96, 0.37), (-0.3, 0.38)], width=0.01),
        )
        return Piece(outline, "sole", round=0.05, bulge=0.5, shadow=0.3, marks=marks)
    outline = (
        Path((-0.965, 0.22))
        .cubic((-0.5, 0.27), (0.3, 0.30), (0.99, 0.17))
        .cubic((1.06, 0.22), (1.06, 0.36), (0.95, 0.40))
        .cubic((0.5, 0.44), (-0.4, 0.43), (-0.90, 0.42))
        .quad((-1.0, 0.40), (-0.965, 0.22))
        .points()
    )
    stripe = Path((-0.97, 0.33)).cubic((-0.4, 0.355), (0.4, 0.375), (1.02, 0.29)).points()
    tread = Path((-0.93, 0.395)).cubic((-0.4, 0.405), (0.4, 0.415), (0.97, 0.37)).points()
    ink: Ink = "accent" if garment.seed % 3 else "seam"
    return Piece(
        outline,
        "sole",
        round=0.07,
        bulge=0.5,
        shadow=0.35,
        marks=(Mark(stripe, ink, 0.022 if ink == "accent" else 0.01), seam(tread, width=0.012)),
    )


def _sneaker(
    garment: Garment, collar: tuple[float, float], instep: tuple[float, float], rise: float
) -> list[Piece]:
    toe = (
        Path((0.52, 0.02))
        .cubic((0.75, 0.04), (0.92, 0.06), (0.97, 0.24))
        .line((0.48, 0.29))
        .quad((0.60, 0.15), (0.52, 0.02))
        .points()
    )
    counter = (
        Path((-0.93, 0.27))
        .cubic((-0.99, 0.05), (-0.9, -0.15), (-0.92, -0.26))
        .quad((-0.7, -0.12), (-0.64, 0.06))
        .quad((-0.58, 0.2), (-0.5, 0.29))
        .points()
    )
    pieces = [
        Piece(
            toe,
            "second" if garment.seed % 2 else "main",
            tint=0.96,
            round=0.12,
            bulge=0.45,
            shadow=0.2,
            marks=(stitching(offset(toe[20:], -0.02), width=0.007),),
        ),
        Piece(
            counter,
            "second",
            round=0.1,
            bulge=0.5,
            shadow=0.2,
            marks=(stitching(offset(counter[19:], 0.025), width=0.007),),
        ),
        _flash(garment),
    ]
    return pieces + _eyestay(garment, collar, instep, 5)


def _high_top(
    garment: Garment, collar: tuple[float, float], instep: tuple[float, float], rise: float
) -> list[Piece]:
    cap = (
        Path((0.56, 0.03))
        .cubic((0.78, 0.04), (0.94, 0.06), (0.985, 0.24))
        .line((0.50, 0.28))
        .quad((0.64, 0.15), (0.56, 0.03))
        .points()
    )
    strip = np.array(
        [[-0.94, 0.26], [-0.955, 0.0], [-0.90, -0.68], [-0.82, -0.68], [-0.87, 0.0], [-0.86, 0.27]]
    )
    badge = ellipse((-0.58, -0.36), (0.13, 0.13))
    pieces = [
        Piece(cap, "sole", round=0.12, bulge=0.5, shadow=0.25, marks=(Mark(cap[19:], "seam", 0.01),)),
        Piece(strip, "second", round=0.03, bulge=0.5, shadow=0.2),
        Piece(
            badge,
            "sole",
            round=0.02,
            bulge=0.4,
            shadow=0.15,
            marks=(
                Mark(np.vstack([rim := ellipse((-0.58, -0.36), (0.10, 0.10)), rim[:1]]), "accent", 0.014),
                Mark(_star(-0.58, -0.36, 0.07), "accent", filled=True),
            ),
        ),
    ]
    return pieces + _eyestay(garment, collar, instep, 8)


def _boot(
    garment: Garment, collar: tuple[float, float], instep: tuple[float, float], rise: float
) -> list[Piece]:
    vamp = (
        Path((0.10, 0.30))
        .quad((0.12, 0.04), (0.34, -0.10))
        .cubic((0.64, 0.01), (0.92, 0.02), (0.97, 0.27))
        .quad((0.5, 0.33), (0.10, 0.30))
        .points()
    )
    counter = (
        Path((-0.93, 0.27))
        .cubic((-0.99, 0.05), (-0.9, -0.15), (-0.91, -0.3))
        .quad((-0.66, -0.2), (-0.58, 0.02))
        .quad((-0.54, 0.2), (-0.46, 0.3))
        .points()
    )
    top = np.vstack(
        [
            Path((-0.91, -1.0)).quad((-0.6, -0.97), (-0.29, -1.08)).points(),
            Path((-0.23, -0.96)).quad((-0.6, -0.86), (-0.91, -0.9)).points(),
        ]
    )
    loop = band(Path((-0.93, -0.95)).cubic((-1.02, -1.1), (-0.92, -1.2), (-0.86, -1.0)).points(), 0.03)
    return [
        Piece(
            vamp,
            "main",
            tint=0.96,
            round=0.16,
            bulge=0.4,
            shadow=0.2,
            marks=(
                stitching(offset(vamp[:15], 0.03), width=0.008),
                stitching(offset(vamp[:15], 0.05), width=0.008),
            ),
        ),
        Piece(
            counter,
            "main",
            tint=0.94,
            round=0.1,
            bulge=0.4,
            shadow=0.2,
            marks=(stitching(offset(counter[19:], 0.025), width=0.008),),
        ),
        Piece(loop, "second", round=0.02, bulge=0.6, shadow=0.2),
        Piece(top, "second", round=0.05, bulge=0.5, shadow=0.2),
        *_eyestay(garment, collar, instep, 8),
    ]


def _loafer(
    garment: Garment, collar: tuple[float, float], instep: tuple[float, float], rise: float
) -> list[Piece]:
    tongue = (
        Path((-0.06, -0.24))
        .quad((-0.02, -0.36), (0.08, -0.31))
        .quad((0.3, -0.2), (0.44, -0.10))
        .quad((0.62, 0.0), (0.66, 0.06))
        .quad((0.3, 0.02), (-0.06, -0.24))
        .points()
    )
    saddle = (
        Path((0.02, -0.28))
        .line((0.2, -0.24))
        .quad((0.19, 0.05), (0.24, 0.29))
        .line((-0.02, 0.3))
        .quad((-0.02, 0.0), (0.02, -0.28))
        .points()
    )
    slot = np.array([[0.07, -0.13], [0.15, -0.12], [0.14, -0.085], [0.075, -0.095]])
    apron = Path((0.2, -0.08)).quad((0.45, 0.03), (0.68, 0.07)).quad((0.8, 0.08), (0.76, 0.0)).points()
    return [
        Piece(tongue, tint=0.97, round=0.07, bulge=0.4, shadow=0.2, marks=(seam(apron, width=0.012),)),
        Piece(
            saddle,
            "second" if garment.seed % 2 else "main",
            tint=0.92,
            round=0.05,
            bulge=0.5,
            shadow=0.3,
            marks=(
                Mark(slot, "hole", filled=True),
                stitching(saddle[[1, 8, 15]] - np.array([0.02, 0]), width=0.007),
            ),
        ),
    ]


def _eyestay(
    garment: Garment, collar: tuple[float, float], instep: tuple[float, float], count: int
) -> list[Piece]:
    """The panel with the eyelets, and the laces that cross over the tongue."""
    a, b = np.array([collar[0] + 0.05, collar[1] + 0.07]), np.array([instep[0] - 0.02, instep[1] + 0.03])
    if collar[1] < -0.6:  # a high shoe bends at the ankle
        bend = np.array([-0.12, -0.33]) if count == 8 and collar[1] > -1.0 else np.array([-0.13, -0.36])
        ridge = spline(
            np.stack(
                [a, (a + bend) / 2 + np.array([0.0, 0.0]), bend, (bend + b) / 2 + np.array([0.01, -0.02]), b]
            ),
            steps=5,
        )
    else:
        ridge = (
            Path((float(a[0]), float(a[1])))
            .quad((float(a[0] + b[0]) / 2, float(a[1] + b[1]) / 2 + 0.02), (float(b[0]), float(b[1])))
            .points()
        )
    panel = band(ridge, 0.15)
    pieces = [
        Piece(
            panel,
            "second" if garment.seed % 5 < 2 else "main",
            tint=0.95,
            round=0.03,
            bulge=0.5,
            shadow=0.25,
            marks=(stitching(offset(ridge, 0.13), width=0.007),),
        )
    ]
    at = np.linspace(0.06, 0.93, count)
    index = np.linspace(0, 1, len(ridge))
    holes, outer = offset(ridge, 0.055), offset(ridge, -0.035)
    for share in at:
        p = np.array([np.interp(share, index, holes[:, i]) for i in (0, 1)])
        q = np.array([np.interp(min(share + 0.04, 1), index, outer[:, i]) for i in (0, 1)])
        lace = band(np.stack([p, (p + q) / 2 + np.array([0.0, -0.012]), q]), 0.034)
        pieces.append(Piece(lace, "lace", round=0.017, bulge=0.9, shadow=0.4))
    knot = np.array([np.interp(0.02, index, outer[:, i]) for i in (0, 1)])
    for turn in (0.5, 2.3):
        tip = knot + 0.22 * np.array([np.cos(turn), np.sin(turn)])
        loop = (
            Path((float(knot[0]), float(knot[1])))
            .quad((float(knot[0] + 0.16), float(knot[1] - 0.06)), (float(tip[0]), float(tip[1])))
            .points()
        )
        pieces.append(Piece(band(loop, 0.024), "lace", round=0.012, bulge=0.9, shadow=0.35))
    return pieces


def _flash(garment: Garment) -> Piece:
    """The brand's mark on the side."""
    kind = garment.seed // 3 % 3
    if kind == 0:
        shape = (
            Path((-0.55, 0.22)).quad((-0.1, 0.16), (0.18, -0.02)).quad((0.0, 0.20), (-0.38, 0.26)).points()
        )
    elif kind == 1:
        shape = np.array([[-0.42, 0.27], [-0.28, -0.06], [-0.18, -0.08], [-0.30, 0.28]])
    else:
        shape = spline(np.array([[-0.5, 0.1], [-0.3, 0.02], [-0.1, 0.1], [-0.3, 0.19]]), closed=True)
    return Piece(shape, "trim", round=0.03, bulge=0.3, shadow=0.1)


def _star(x: float, y: float, radius: float) -> Points:
    angle = -np.pi / 2 + np.arange(10) * np.pi / 5
    far = np.where(np.arange(10) % 2 == 0, radius, 0.42 * radius)
    return np.stack([x + far * np.cos(angle), y + far * np.sin(angle)], axis=1)

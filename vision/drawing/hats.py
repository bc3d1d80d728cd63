"""Caps, beanies, bucket hats and sun hats."""

from __future__ import annotations

import numpy as np

from vision.drawing.curves import Path, Points, ellipse, spline
from vision.drawing.garment import Garment
from vision.drawing.graphics import chest_print
from vision.drawing.pieces import Cloth, Design, Fold, Mark, Piece, Pose, View, seam, stitching


def hat(garment: Garment, view: View, pose: Pose, rng: np.random.Generator) -> Design:
    """Cut a hat that stands on a table, viewed slightly from above."""
    draw = {"cap": _cap, "beanie": _beanie, "bucket": _bucket, "sun hat": _sun_hat}[garment.cut]
    return draw(garment, view != "back", rng)


def _cap(garment: Garment, front: bool, rng: np.random.Generator) -> Design:
    if not front:
        return _cap_behind(garment)
    dome = (
        Path((-0.80, 0.10))
        .cubic((-0.88, -0.42), (-0.48, -0.80), (-0.02, -0.80))
        .cubic((0.40, -0.80), (0.70, -0.42), (0.70, 0.08))
        .cubic((0.45, 0.26), (-0.05, 0.34), (-0.36, 0.26))
        .quad((-0.62, 0.2), (-0.80, 0.10))
        .points()
    )
    brim = (
        Path((-0.40, 0.22))
        .cubic((-0.34, 0.50), (0.30, 0.74), (0.86, 0.60))
        .cubic((1.12, 0.52), (1.10, 0.30), (0.70, 0.04))
        .cubic((0.48, 0.22), (-0.02, 0.32), (-0.40, 0.22))
        .points()
    )
    under = (
        Path((0.1, 0.58))
        .cubic((0.45, 0.74), (0.95, 0.68), (1.03, 0.42))
        .cubic((0.98, 0.58), (0.5, 0.62), (0.1, 0.58))
        .points()
    )
    rows = []
    for i in range(1, 5):
        t = i / 5
        inner = Path((-0.40, 0.22)).cubic((-0.02, 0.32), (0.48, 0.22), (0.70, 0.04)).points()
        outer = (
            Path((-0.40, 0.22))
            .cubic((-0.34, 0.50), (0.30, 0.74), (0.86, 0.60))
            .cubic((1.12, 0.52), (1.10, 0.30), (0.70, 0.04))
            .points()[::2]
        )
        n = min(len(inner), len(outer))
        rows.append(stitching(inner[:n] * (1 - t) + outer[:n] * t, width=0.008))
    top = (0.0, -0.79)
    seams = [
        Path(top).cubic((0.22, -0.62), (0.30, -0.2), (0.26, 0.26)).points(),
        Path(top).cubic((-0.34, -0.66), (-0.46, -0.25), (-0.42, 0.26)).points(),
        Path(top).cubic((0.42, -0.74), (0.62, -0.4), (0.66, 0.1)).points(),
        Path(top).cubic((-0.5, -0.78), (-0.74, -0.4), (-0.76, 0.12)).points(),
    ]
    marks: list[Mark] = []
    for line in seams:
        marks += [seam(line, width=0.012), stitching(line + np.array([0.022, 0]), width=0.006)]
    for x, y in ((-0.22, -0.42), (0.44, -0.44), (-0.58, -0.38)):
        marks += [
            Mark(ellipse((x, y), (0.03, 0.034)), "seam", filled=True),
            Mark(ellipse((x, y), (0.014, 0.017)), "hole", filled=True),
        ]
    if garment.graphic:
        marks += chest_print(garment.rng("graphic"), (-0.07, -0.14), 0.19)
    cloth: Cloth = "second" if garment.seed % 3 == 0 else "main"
    return Design(
        (
            Piece(brim, cloth, grain=-0.1, round=0.10, bulge=0.45, shadow=0.0, marks=tuple(rows)),
            Piece(under, "dark", round=0.03, bulge=0.3, shadow=0.0),
            Piece(dome, round=0.55, bulge=0.62, shadow=0.4, marks=tuple(marks)),
            Piece(ellipse((-0.01, -0.80), (0.06, 0.035)), cloth, round=0.03, bulge=0.9, shadow=0.3),
        ),
        _dents(rng, 3),
        stiff=True,
    )


def _cap_behind(garment: Garment) -> Design:
    dome = (
        Path((-0.74, 0.20))
        .cubic((-0.80, -0.42), (-0.45, -0.80), (0.0, -0.80))
        .cubic((0.45, -0.80), (0.80, -0.42), (0.74, 0.20))
        .quad((0.0, 0.36), (-0.74, 0.20))
        .points()
    )
    brim = (
        Path((-0.66, 0.1))
        .quad((-0.86, 0.30), (-0.70, 0.34))
        .quad((0, 0.5), (0.70, 0.34))
        .quad((0.86, 0.30), (0.66, 0.1))
        .points()
    )
    gap = (
        Path((-0.27, 0.20))
        .cubic((-0.26, -0.14), (0.26, -0.14), (0.27, 0.20))
        .quad((0, 0.235), (-0.27, 0.20))
        .points()
    )
    strap = np.vstack(
        [
            Path((-0.30, 0.195)).quad((0, 0.24), (0.30, 0.195)).points(),
            Path((0.30, 0.275)).quad((0, 0.32), (-0.30, 0.275)).points(),
        ]
    )
    marks: list[Mark] = []
    for x in (-0.40, 0.40):
        line = Path((0.0, -0.8)).cubic((1.2 * x, -0.62), (1.3 * x, -0.2), (1.12 * x, 0.27)).points()
        marks += [seam(line, width=0.012), stitching(line + np.array([0.02, 0]), width=0.006)]
    middle = np.array([[0.0, -0.79], [0.0, -0.06]])
    marks += [
        seam(middle, width=0.012),
        stitching(Path((-0.29, 0.22)).cubic((-0.29, -0.18), (0.29, -0.18), (0.29, 0.22)).points()),
    ]
    buckle = Mark(
        np.array([[0.03, 0.20], [0.13, 0.19], [0.13, 0.32], [0.03, 0.32]]), "metal", filled=True, depth=0.01
    )
    return Design(
        (
            Piece(brim, "dark", round=0.08, bulge=0.3, shadow=0.0),
            Piece(dome, round=0.55, bulge=0.62, shadow=0.3, marks=tuple(marks)),
            Piece(gap, "inside", tint=0.7, round=0.05, bulge=-0.5, shadow=0.0),
            Piece(strap, "main", round=0.03, bulge=0.7, shadow=0.35, marks=(buckle,)),
            Piece(ellipse((0.0, -0.80), (0.06, 0.035)), "main", round=0.03, bulge=0.9, shadow=0.3),
        ),
        stiff=True,
    )


def _beanie(garment: Garment, front: bool, rng: np.random.Generator) -> Design:
    slouch = 0.08 * garment.length
    top = -0.86 - slouch
    dome = (
        Path((-0.62, 0.32))
        .cubic((-0.72, -0.35), (-0.50, top + 0.02), (0.02, top))
        .cubic((0.52, top + 0.02), (0.72, -0.35), (0.62, 0.32))
        .quad((0, 0.44), (-0.62, 0.32))
        .points()
    )
    ribs: list[Mark] = []
    for share in np.linspace(-1, 1, 21)[1:-1]:
        line = (
            Path((0.64 * share, 0.4))
            .cubic((0.72 * share, -0.3), (0.52 * share, top + 0.16), (0.1 * share, top + 0.03))
            .points()
        )
        ribs.append(Mark(line, "rib", 0.022, depth=-0.014))
    cuff = np.vstack(
        [
            Path((-0.66, 0.14)).quad((0.0, 0.27), (0.66, 0.14)).quad((0.69, 0.3), (0.66, 0.46)).points(),
            Path((0.66, 0.46)).quad((0.0, 0.62), (-0.66, 0.46)).quad((-0.69, 0.3), (-0.66, 0.14)).points(),
        ]
    )
    lines = []
    for share in np.linspace(-1, 1, 31)[1:-1]:
        x, sag = 0.665 * share, 1 - share**2
        lines.append(
            Mark(np.array([[x, 0.14 + 0.065 * sag], [x, 0.46 + 0.08 * sag]]), "rib", 0.018, depth=-0.016)
        )
    if front and garment.pocket:
        y = 0.39
        lines.append(
            Mark(
                np.array([[-0.09, y - 0.06], [0.09, y - 0.06], [0.09, y + 0.07], [-0.09, y + 0.07]]),
                "accent",
                filled=True,
                depth=0.01,
            )
        )
    pieces = [
        Piece(dome, round=0.55, bulge=0.55, shadow=0.0, marks=tuple(ribs)),
        Piece(
            cuff,
            "second" if garment.seed % 3 == 0 else "main",
            round=0.09,
            bulge=0.7,
            shadow=0.4,
            marks=tuple(lines),
        ),
    ]
    if garment.graphic:
        pieces.append(_pompom(garment, (0.02, top - 0.06)))
    return Design(tuple(pieces), _dents(rng, 4))


def _pompom(garment: Garment, centre: tuple[float, float]) -> Piece:
    rng = garment.rng("pompom")
    angle = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    far = 0.2 + rng.uniform(-0.02, 0.016, 90)
    edge = np.stack([centre[0] + far * np.cos(angle), centre[1] + far * np.sin(angle)], axis=1)
    threads = []
    for _ in range(70):
        a, r = rng.uniform(0, 2 * np.pi), rng.uniform(0.02, 0.15)
        start = np.array([centre[0] + r * np.cos(a), centre[1] + r * np.sin(a)])
        turn = a + rng.uniform(-0.5, 0.5)
        end = start + rng.uniform(0.04, 0.07) * np.array([np.cos(turn), np.sin(turn)])
        threads.append(Mark(np.stack([start, end]), "rib", 0.01, depth=-0.008))
    return Piece(edge, "second", round=0.2, bulge=0.6, shadow=0.35, marks=tuple(threads))


def _bucket(garment: Garment, front: bool, rng: np.random.Generator) -> Design:
    crown = (
        Path((-0.56, 0.08))
        .quad((-0.52, -0.3), (-0.44, -0.56))
        .cubic((-0.40, -0.68), (0.40, -0.68), (0.44, -0.56))
        .quad((0.52, -0.3), (0.56, 0.08))
        .quad((0, 0.24), (-0.56, 0.08))
        .points()
    )
    brim = (
        Path((-0.56, 0.05))
        .quad((-0.74, 0.22), (-0.92, 0.40))
        .cubic((-0.7, 0.66), (0.7, 0.66), (0.92, 0.40))
        .quad((0.74, 0.22), (0.56, 0.05))
        .quad((0, 0.2), (-0.56, 0.05))
        .points()
    )
    rows = []
    inner = Path((-0.56, 0.08)).quad((0, 0.24), (0.56, 0.08)).points()
    outer = Path((-0.92, 0.40)).cubic((-0.7, 0.66), (0.7, 0.66), (0.92, 0.40)).points()
    at = np.linspace(0, 1, 15)
    outer = np.stack([np.interp(at, np.linspace(0, 1, len(outer)), outer[:, i]) for i in (0, 1)], axis=1)
    for t in np.linspace(0.2, 0.95, 5):
        rows.append(stitching(inner * (1 - t) + outer * t, width=0.007))
    top = ellipse((0, -0.55), (0.435, 0.10))
    marks = [
        seam([(-0.5, -0.5), (-0.56, 0.1)]),
        seam(Path((0.0, -0.46)).quad((0.01, -0.2), (0.0, 0.16)).points(), width=0.01),
    ]
    for x in (0.3, 0.38):
        marks += [Mark(ellipse((x, -0.28), (0.018, 0.022)), "hole", filled=True)]
    return Design(
        (
            Piece(brim, round=0.14, bulge=0.4, shadow=0.0, marks=tuple(rows)),
            Piece(crown, round=0.35, bulge=0.45, shadow=0.4, marks=tuple(marks)),
            Piece(
                top,
                grain=0.1,
                round=0.08,
                bulge=0.25,
                shadow=0.12,
                marks=(stitching(ellipse((0, -0.545), (0.41, 0.088)), width=0.006),),
            ),
        ),
        _dents(rng, 4),
        stiff=True,
    )


def _sun_hat(garment: Garment, front: bool, rng: np.random.Generator) -> Design:
    wave = garment.rng("brim")
    angle = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    wobble = 1 + 0.03 * np.sin(3 * angle + wave.uniform(0, 6)) + 0.02 * np.sin(5 * angle + wave.uniform(0, 6))
    brim = np.stack([1.08 * wobble * np.cos(angle), 0.30 + 0.37 * wobble * np.sin(angle)], axis=1)
    rings = []
    for t in np.linspace(0.55, 0.97, 9):
        rings.append(
            Mark(
                np.vstack([ring := (brim - np.array([0, 0.26])) * t + np.array([0, 0.26]), ring[:1]]),
                "rib",
                0.012,
                depth=-0.01,
            )
        )
    crown = (
        Path((-0.52, 0.26))
        .cubic((-0.56, -0.25), (-0.42, -0.60), (0.0, -0.60))
        .cubic((0.42, -0.60), (0.56, -0.25), (0.52, 0.26))
        .quad((0, 0.43), (-0.52, 0.26))
        .points()
    )
    lines = []
    for y, half in ((-0.45, 0.33), (-0.33, 0.42), (-0.21, 0.47), (-0.09, 0.50)):
        lines.append(Mark(Path((-half, y)).quad((0, y + 0.1), (half, y)).points(), "rib", 0.012, depth=-0.01))
    ribbon = np.vstack(
        [
            Path((-0.525, 0.1)).quad((0, 0.26), (0.525, 0.1)).points(),
            Path((0.522, 0.25)).quad((0, 0.42), (-0.522, 0.25)).points(),
        ]
    )
    pieces = [
        Piece(brim, round=0.2, bulge=0.3, shadow=0.0, marks=tuple(rings)),
        Piece(crown, round=0.4, bulge=0.55, shadow=0.45, marks=tuple(lines)),
        Piece(ribbon, "second", round=0.03, bulge=0.6, shadow=0.25),
    ]
    if front:
        for side in (-1, 1):
            loop = spline(
                np.array([[0.33, 0.24], [0.33 + side * 0.13, 0.17], [0.33 + side * 0.15, 0.29]]), closed=True
            )
            pieces.append(Piece(loop, "second", round=0.03, bulge=0.7, shadow=0.35))
    return Design(tuple(pieces), _dents(rng, 4), stiff=True)


def _dents(rng: np.random.Generator, count: int) -> tuple[Fold, ...]:
    folds = []
    for _ in range(count):
        x, y = rng.uniform(-0.45, 0.45), rng.uniform(-0.5, 0.1)
        line: Points = (
            Path((x, y))
            .quad((x + 0.1, y + 0.05), (x + rng.uniform(-0.1, 0.3), y + rng.uniform(0.1, 0.25)))
            .points()
        )
        folds.append(Fold(line, float(rng.uniform(0.06, 0.11)), float(rng.choice([-0.5, 0.5]))))
    return tuple(folds)

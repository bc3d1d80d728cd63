"""The upper body: measures, torso, sleeves and their folds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from vision.drawing.curves import (
    Path,
    Point,
    Points,
    between,
    flipped,
    spline,
)
from vision.drawing.pieces import Fold, Mark, Piece, Pose, stitching


@dataclass(frozen=True, slots=True)
class Block:
    """Measures of an upper body's right half, in garment units."""

    shoulder: Point = (0.455, -0.665)
    armpit: Point = (0.485, -0.285)
    waist: Point = (0.47, 0.20)
    hem: Point = (0.485, 0.74)
    neck: float = 0.165
    """Half the width of the neck opening."""
    top: float = -0.79
    """Where shoulder seam and neck meet."""
    front: float = 0.125
    """How far the front neckline drops below `top`."""
    sag: float = 0.02
    """How much lower the hem hangs in the middle."""

    def neckline(self, *, shape: str = "round", back: bool = False) -> Points:
        """The line from the left neck point to the right one."""
        n, y = self.neck, self.top
        if back:
            return Path((-n, y)).quad((0, y + 0.085), (n, y)).points()
        low = y + self.front
        if shape == "v":
            half = Path((-n, y)).quad((-0.62 * n, y + 0.42 * self.front), (0, low)).points()
            return np.vstack([half, flipped(half, -1)[::-1][1:]])
        return (
            Path((-n, y))
            .cubic((-n, low + 0.01), (-0.55 * n, low), (0, low))
            .cubic((0.55 * n, low), (n, low + 0.01), (n, y))
            .points()
        )

    def torso(self, neckline: Points) -> Points:
        """The closed outline of front or back, (N, 2)."""
        (sx, sy), (ax, ay) = self.shoulder, self.armpit
        half = (
            Path((self.neck, self.top))
            .quad((0.5 * (self.neck + sx), self.top + 0.035), (sx, sy))
            .cubic((sx - 0.045, sy + 0.16), (sx - 0.06, ay - 0.07), (ax, ay))
            .smooth((self.waist[0], self.waist[1]), (self.hem[0], self.hem[1]))
            .quad((0.5 * self.hem[0], self.hem[1] + self.sag), (0, self.hem[1] + self.sag))
            .points()
        )
        return np.vstack([neckline, half[1:], flipped(half, -1)[::-1][1:-1]])

    def hemline(self, above: float = 0.0) -> Points:
        """The line `above` units over the hem, from left to right."""
        (x, y), inset = self.hem, 0.004
        return (
            Path((-x + inset, y - above)).quad((0, y + 2 * self.sag - above), (x - inset, y - above)).points()
        )


@dataclass(frozen=True, slots=True, eq=False)
class Sleeve:
    """A sleeve in its pose."""

    outline: Points
    grain: float
    end: Points
    """The cuff's edge, outer corner first."""
    middle: Points
    """The line down its middle."""


def sleeve(block: Block, side: int, pose: Pose, *, length: float, cuff: float, puff: float = 0.0) -> Sleeve:
    """Cut a sleeve; `cuff` is the width at its end."""
    angle, bend = pose.arm(side)
    s, a = np.array(block.shoulder), np.array(block.armpit)
    start = (s + a) / 2 + np.array([0.03, 0.0])
    first = np.array([np.cos(angle), np.sin(angle)])
    second = np.array([np.cos(angle + bend), np.sin(angle + bend)])
    middle = spline([start, start + 0.5 * length * first, start + 0.5 * length * (first + second)], steps=8)
    tangent = np.gradient(middle, axis=0)
    tangent /= np.hypot(*tangent.T)[:, None]
    normal = np.stack([tangent[:, 1], -tangent[:, 0]], axis=1)  # outwards and up
    along = np.linspace(0, 1, len(middle))
    half = 0.5 * 0.94 * float(np.hypot(*(s - a))) * (1 - along) + 0.5 * cuff * along
    half = half + puff * np.sin(np.pi * along) * 0.5
    upper, lower = middle + normal * half[:, None], middle - normal * half[:, None]
    keep = [i for i in (4, 7, 10, 13, len(middle) - 1) if i < len(middle)]
    over = spline(np.vstack([s + np.array([-0.01, 0.0]), upper[keep]]), steps=6)
    under = spline(np.vstack([lower[keep][::-1], a]), steps=6)
    inside = np.array([[a[0] - 0.16, a[1] - 0.06], [s[0] - 0.16, s[1] + 0.09]])
    grain = float(angle + 0.5 * bend - np.pi / 2) * side
    end = np.stack([over[-1], under[0]])
    return Sleeve(
        flipped(np.vstack([over, under, inside]), side), grain, flipped(end, side), flipped(middle, side)
    )


def across_sleeve(sleeve_: Sleeve, back: float) -> Points:
    """The line across a sleeve, `back` units before its end."""
    direction = sleeve_.middle[-1] - sleeve_.middle[-3]
    direction = direction / np.hypot(*direction)
    a, b = sleeve_.end
    widen = (a - b) * 0.02
    return np.asarray(np.stack([a + widen, b - widen]) - direction * back, np.float64)


def sleeve_piece(arm: Sleeve) -> Piece:
    """The sleeve's piece, with the pattern along the arm."""
    x, y = arm.middle[0]
    return Piece(
        arm.outline, grain=arm.grain, origin=(float(x), float(y)), round=0.07, bulge=0.6, shadow=0.12
    )


def armholes(block: Block) -> list[Mark]:
    """The stitching of the armholes."""
    (sx, sy), (ax, ay) = block.shoulder, block.armpit
    curve = (
        Path((sx - 0.012, sy + 0.012))
        .cubic((sx - 0.057, sy + 0.16), (sx - 0.07, ay - 0.07), (ax - 0.02, ay))
        .points()
    )
    return [stitching(flipped(curve, side), width=0.004) for side in (-1, 1)]


def body_folds(rng: np.random.Generator, block: Block, *, strength: float = 1.0) -> list[Fold]:
    """Drag lines from the armpits, hollows at the waist and waves above the hem."""
    folds: list[Fold] = []
    (ax, ay), (hx, hy) = block.armpit, block.hem
    for side in (-1, 1):
        for _ in range(int(rng.integers(2, 4))):
            x0, y0 = ax - rng.uniform(0.02, 0.08), ay + rng.uniform(-0.03, 0.12)
            x1, y1 = rng.uniform(0.05, 0.32), y0 + rng.uniform(0.12, 0.42)
            line = Path((x0, y0)).quad((0.5 * (x0 + x1), y0 + 0.05), (x1, y1)).points()
            folds.append(_fold(flipped(line, side), rng, 0.03, 0.06, strength))
    for _ in range(int(rng.integers(3, 6))):
        x, sway = rng.uniform(-0.85, 0.85) * hx, rng.uniform(-0.1, 0.1)
        top = rng.uniform(0.1, 0.5)
        line = Path((x + sway, top)).quad((x + 0.2 * sway, 0.5 * (top + hy)), (x, hy - 0.02)).points()
        folds.append(_fold(line, rng, 0.05, 0.11, 0.8 * strength))
    return folds


def sleeve_folds(
    rng: np.random.Generator, sleeve_: Sleeve, *, count: int, strength: float = 1.0
) -> list[Fold]:
    """Short creases slanting across a sleeve, thickest at the elbow."""
    folds: list[Fold] = []
    width = float(np.hypot(*(sleeve_.end[0] - sleeve_.end[1])))
    for _ in range(count):
        at = float(np.clip(rng.normal(0.5, 0.22), 0.12, 0.95))
        x, y = between(sleeve_.middle, at)
        i = min(int(at * (len(sleeve_.middle) - 1)), len(sleeve_.middle) - 2)
        run = sleeve_.middle[i + 1] - sleeve_.middle[i]
        run = run / np.hypot(*run)
        cross = np.array([-run[1], run[0]]) * rng.choice([-1, 1])
        slant = rng.uniform(-0.5, 0.9)
        a = np.array([x, y]) + cross * width * 0.6
        b = np.array([x, y]) - cross * width * rng.uniform(-0.1, 0.35) + run * slant * width
        folds.append(_fold(np.stack([a, (a + b) / 2 + run * 0.02, b]), rng, 0.022, 0.045, strength))
    return folds


def hanging_folds(
    rng: np.random.Generator,
    count: int,
    top: Callable[[float], Point],
    bottom: Callable[[float], Point],
    *,
    strength: float = 1.0,
    width: float = 0.08,
) -> list[Fold]:
    """Vertical folds between two lines, which map a share from left (-1) to right (1) to a point."""
    folds: list[Fold] = []
    for share in np.linspace(-0.9, 0.9, count) + rng.uniform(-0.5, 0.5, count) / max(count, 1):
        (x0, y0), (x1, y1) = top(float(share)), bottom(float(share))
        start = rng.uniform(0.02, 0.3)
        x0, y0 = x0 + (x1 - x0) * start, y0 + (y1 - y0) * start
        line = (
            Path((x0, y0))
            .quad((0.5 * (x0 + x1) + rng.uniform(-0.02, 0.02), 0.5 * (y0 + y1)), (x1, y1))
            .points()
        )
        swell = np.vstack(
            [line, line[-1:] + (line[-1:] - line[-3:-2])]
        )  # on past the hem, so that it does not taper
        folds.append(Fold(swell, width * rng.uniform(0.7, 1.2), strength * rng.uniform(0.6, 1.1)))
    return folds


def _fold(
    points: Points | Sequence[Point], rng: np.random.Generator, thin: float, thick: float, strength: float
) -> Fold:
    sign = 1 if rng.random() < 0.6 else -1
    return Fold(
        np.asarray(points), float(rng.uniform(thin, thick)), sign * strength * float(rng.uniform(0.5, 1.0))
    )

"""What garments for the upper body share: torso, sleeves, neck, collar, placket and their folds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from vision.drawing.curves import Path, Point, Points, band, between, flipped, offset, spline
from vision.drawing.pieces import Cloth, Fold, Mark, Piece, Pose, stitching


@dataclass(frozen=True, slots=True)
class Block:
    """The measures of an upper body, on the right half, in garment units."""

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
    """How far the hem hangs lower in the middle."""

    def neckline(self, *, shape: str = "round", back: bool = False) -> Points:
        """From the left neck point to the right one."""
        n, y = self.neck, self.top
        if back:
            return Path((-n, y)).quad((0, y + 0.085), (n, y)).points()
        low = y + self.front
        if shape == "v":
            half = Path((-n, y)).quad((-0.62 * n, y + 0.42 * self.front), (0, low)).points()
            return np.vstack([half, flipped(half, -1)[::-1][1:]])
        return Path((-n, y)).cubic((-n, low + 0.01), (-0.55 * n, low), (0, low)).cubic(
            (0.55 * n, low), (n, low + 0.01), (n, y)).points()  # fmt: skip

    def torso(self, neckline: Points) -> Points:
        """The closed outline of front or back, with that neckline."""
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
        """Along the hem, left to right, so far above it."""
        (x, y), inset = self.hem, 0.004
        return (
            Path((-x + inset, y - above)).quad((0, y + 2 * self.sag - above), (x - inset, y - above)).points()
        )


@dataclass(frozen=True, slots=True, eq=False)
class Sleeve:
    """One sleeve as it lies."""

    outline: Points
    grain: float
    end: Points
    """The cuff's edge, outer corner first."""
    middle: Points
    """The line down its middle."""


def sleeve(block: Block, side: int, pose: Pose, *, length: float, cuff: float, puff: float = 0.0) -> Sleeve:
    """A sleeve set into the armhole; `cuff` is the width at its end."""
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
    over = spline([s + np.array([-0.01, 0.0]), *upper[keep]], steps=6)
    under = spline([*lower[keep][::-1], a], steps=6)
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
    return np.stack([a + widen, b - widen]) - direction * back


def cuff_piece(
    sleeve_: Sleeve, depth: float, *, cloth: Cloth = "rib", tight: float = 0.9, marks: bool = True
) -> Piece:
    """A cuff over the end of a sleeve."""
    a, b = across_sleeve(sleeve_, depth)
    c, d = sleeve_.end
    middle = (c + d) / 2
    low = np.stack([middle + (d - middle) * tight, middle + (c - middle) * tight])
    side = np.sign(np.cross(b - a, low[0] - b)) or 1.0
    outline = np.vstack([a, b, spline([b, (b + low[0]) / 2 + side * 0.0, low[0]], steps=3), low])
    lines = (stitching(np.stack([a + (low[1] - a) * 0.12, b + (low[0] - b) * 0.12])),) if marks else ()
    return Piece(outline, cloth, sleeve_.grain, origin=(float(middle[0]), float(middle[1])), round=0.028,
                 bulge=0.5, shadow=0.22, marks=lines)  # fmt: skip


def inside_neck(block: Block, front: Points, *, cloth: Cloth = "inside", label: bool = True) -> Piece:
    """The inside of the back, seen through the neck opening, with the label."""
    back = offset(block.neckline(back=True), 0.0)
    lens = np.vstack([back + np.array([0, -0.02]), (front + np.array([0, 0.03]))[::-1]])
    y = block.top + 0.062
    tag = Mark(np.array([[-0.04, y], [0.04, y], [0.04, y + 0.035], [-0.04, y + 0.035]]), "lace", filled=True)
    return Piece(lens, cloth, round=0.02, bulge=0.2, shadow=0.0, marks=(tag,) if label else ())


def collar_band(line: Points, width: float, *, cloth: Cloth = "rib") -> Piece:
    """A knitted band along a neckline; it lies on the outer side of the opening."""
    strip = band(line, -width) if line[0, 0] > line[-1, 0] else band(line, width)
    inner = stitching(
        offset(line, width + 0.006 if line[0, 0] < line[-1, 0] else -width - 0.006), width=0.005
    )
    return Piece(strip, cloth, round=0.022, bulge=0.6, shadow=0.22, marks=(inner,))


def collar_leaves(
    block: Block, *, spread: float, drop: float, open_: float = 0.0, cloth: Cloth = "main"
) -> list[Piece]:
    """A turned-down collar: the fold behind the neck and two leaves."""
    n, y = block.neck, block.top
    stand = np.vstack([
        Path((-n - 0.01, y + 0.01)).quad((0, y - 0.115), (n + 0.01, y + 0.01)).points(),
        Path((n - 0.02, y + 0.04)).quad((0, y + 0.035), (-n + 0.02, y + 0.04)).points(),
    ])  # fmt: skip
    made = [Piece(stand, cloth if cloth != "main" else "plain", tint=0.84, round=0.05, bulge=0.4, shadow=0.1)]
    for side in (-1, 1):
        leaf = (
            Path((0.008 + open_, y + block.front))
            .quad((0.45 * n, y + 0.06), (0.78 * n, y - 0.045))
            .quad((n + 0.02, y - 0.05), (n + 0.045, y + 0.02))
            .quad((n + 0.055, y + 0.06), (0.5 * n + spread, y + drop))
            .quad((0.3 * n + 0.3 * spread, y + 0.75 * drop), (0.008 + open_, y + block.front))
            .points()
        )
        edge = leaf[len(leaf) // 2 + 3 :] + np.array([-0.004, -0.016])
        made.append(Piece(flipped(leaf, side), cloth, side * 0.6, origin=(side * n, y), round=0.02, bulge=0.55,
                          shadow=0.42, marks=(stitching(flipped(edge, side), width=0.004),)))  # fmt: skip
    return made


def placket(top: float, bottom: float, *, half: float = 0.035, buttons: int = 6, cloth: Cloth = "main",
            first: float = 0.03) -> Piece:  # fmt: skip
    """The buttoned strip down the middle."""
    strip = np.array([[-half, top], [half, top], [half, bottom], [-half, bottom]])
    lines = [stitching(np.array([[x, top], [x, bottom]]), width=0.004) for x in (-0.8 * half, 0.8 * half)]
    knobs = button_column(0.0, top + first, bottom - 0.06, buttons)
    return Piece(strip, cloth, round=0.012, bulge=0.6, shadow=0.25, marks=(*lines, *knobs))


def button_column(x: float, top: float, bottom: float, count: int, *, radius: float = 0.016) -> list[Mark]:
    """Buttons at even distances."""
    made: list[Mark] = []
    circle = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    rim = np.stack([np.cos(circle), np.sin(circle)], axis=1)
    heights = np.linspace(top, bottom, count) if count > 1 else np.array([top])
    made += [Mark(np.array([x, y]) + rim * radius * 1.25, "edge", filled=True) for y in heights]
    made += [Mark(np.array([x, y]) + rim * radius, "button", filled=True, depth=0.012) for y in heights]
    return made


def patch_pocket(x: float, y: float, width: float, depth: float, *, cloth: Cloth = "main", point: float = 0.03,
                 flap: bool = False, button: bool = False) -> list[Piece]:  # fmt: skip
    """A pocket sewn on; (x, y) is the middle of its upper edge."""
    w = width / 2
    shape = np.array(
        [[x - w, y], [x + w, y], [x + w, y + depth - point], [x, y + depth], [x - w, y + depth - point]]
    )
    inner = shape[[0, 4, 3, 2, 1]] + np.array(
        [[0.012, 0], [0.012, -0.008], [0, -0.014], [-0.012, -0.008], [-0.012, 0]]
    )
    made = [Piece(shape, cloth, round=0.014, bulge=0.7, shadow=0.28,
                  marks=(stitching(inner), stitching([(x - w, y + 0.03), (x + w, y + 0.03)])))]  # fmt: skip
    if flap:
        lid = np.array([[x - w - 0.008, y - 0.02], [x + w + 0.008, y - 0.02], [x + w + 0.008, y + 0.05],
                        [x, y + 0.05 + 1.2 * point], [x - w - 0.008, y + 0.05]])  # fmt: skip
        marks = [stitching(lid[[4, 3, 2]] + np.array([0, -0.014]))]
        if button:
            marks += button_column(x, y + 0.045, y + 0.045, 1, radius=0.014)
        made.append(Piece(lid, cloth, round=0.014, bulge=0.7, shadow=0.35, marks=tuple(marks)))
    return made


def zip_marks(x: float, top: float, bottom: float) -> tuple[Mark, ...]:
    """A zip: dark tape, metal teeth and a pull."""
    line = np.array([[x, top], [x, bottom]])
    pull = np.array(
        [[x - 0.012, top + 0.03], [x + 0.012, top + 0.03], [x + 0.009, top + 0.09], [x - 0.009, top + 0.09]]
    )
    return (
        Mark(line, "edge", 0.036),
        Mark(line, "metal", 0.014, dashed=True, depth=0.004),
        Mark(pull, "metal", filled=True, depth=0.01),
    )


def drawstrings(y: float, *, apart: float = 0.016, length: float = 0.24) -> list[Piece]:
    """Two cords that hang from eyelets at a height."""
    made = []
    for side in (-1, 1):
        line = Path((apart, y)).cubic(
            (apart + 0.05, y + 0.3 * length), (apart - 0.005, y + 0.6 * length), (apart + 0.03, y + length)).points()  # fmt: skip
        made.append(Piece(band(flipped(line, side), 0.013), "lace", round=0.01, bulge=0.8, shadow=0.4))
    return made


def body_folds(rng: np.random.Generator, block: Block, *, strength: float = 1.0) -> list[Fold]:
    """Drag lines from the armpits, hollows at the waist and waves above the hem."""
    made: list[Fold] = []
    (ax, ay), (hx, hy) = block.armpit, block.hem
    for side in (-1, 1):
        for _ in range(int(rng.integers(2, 4))):
            x0, y0 = ax - rng.uniform(0.02, 0.08), ay + rng.uniform(-0.03, 0.12)
            x1, y1 = rng.uniform(0.05, 0.32), y0 + rng.uniform(0.12, 0.42)
            line = Path((x0, y0)).quad((0.5 * (x0 + x1), y0 + 0.05), (x1, y1)).points()
            made.append(_fold(flipped(line, side), rng, 0.03, 0.06, strength))
    for _ in range(int(rng.integers(3, 6))):
        x, sway = rng.uniform(-0.85, 0.85) * hx, rng.uniform(-0.1, 0.1)
        top = rng.uniform(0.1, 0.5)
        line = Path((x + sway, top)).quad((x + 0.2 * sway, 0.5 * (top + hy)), (x, hy - 0.02)).points()
        made.append(_fold(line, rng, 0.05, 0.11, 0.8 * strength))
    return made


def sleeve_folds(
    rng: np.random.Generator, sleeve_: Sleeve, *, count: int, strength: float = 1.0
) -> list[Fold]:
    """Short creases slanting across a sleeve, thickest at the elbow."""
    made: list[Fold] = []
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
        made.append(_fold(np.stack([a, (a + b) / 2 + run * 0.02, b]), rng, 0.022, 0.045, strength))
    return made


def hanging_folds(
    rng: np.random.Generator, count: int, top: Callable[[float], Point], bottom: Callable[[float], Point],
    *, strength: float = 1.0, width: float = 0.08,
) -> list[Fold]:  # fmt: skip
    """Flutes that fall from one line to another, both given by a share from left (-1) to right (1)."""
    made: list[Fold] = []
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
        made.append(Fold(swell, width * rng.uniform(0.7, 1.2), strength * rng.uniform(0.6, 1.1)))
    return made


def _fold(
    points: Points | Sequence[Point], rng: np.random.Generator, thin: float, thick: float, strength: float
) -> Fold:
    sign = 1 if rng.random() < 0.6 else -1
    return Fold(
        np.asarray(points), float(rng.uniform(thin, thick)), sign * strength * float(rng.uniform(0.5, 1.0))
    )

"""What a garment is sewn from: pieces of cloth, marks upon them, and how the whole lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np

from vision.drawing.curves import Point, Points

Ink: TypeAlias = Literal[
    "seam",
    "stitch",
    "edge",
    "metal",
    "button",
    "hole",
    "lace",
    "rib",
    "crease",
    "trim",
    "accent",
    "fade",
]
Cloth: TypeAlias = Literal[
    "main", "second", "inside", "rib", "trim", "sole", "plain", "metal", "dark", "lace"
]
View: TypeAlias = Literal["front", "back", "detail"]


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A line, a filled shape or a row of stitches on a piece."""

    points: Points
    ink: Ink = "seam"
    width: float = 0.008
    """In garment units; a drawn line is never thinner than a visible hair."""
    filled: bool = False
    dashed: bool = False
    depth: float = 0.0
    """How far it stands out of the cloth (positive) or is pressed into it (negative)."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One panel, laid over those before it."""

    outline: Points
    cloth: Cloth = "main"
    grain: float = 0.0
    """How far the fabric is turned, in radians."""
    origin: Point = (0.0, 0.0)
    """Where the fabric's pattern begins."""
    tint: float = 1.0
    """A factor on the colour: the inside of a neck is darker."""
    round: float = 0.05
    """How far from its edge the piece curves away, in garment units."""
    bulge: float = 0.5
    """How high it stands above what lies beneath, as a share of `round`."""
    shadow: float = 0.35
    """How dark the shadow is that it casts on the pieces beneath, 0 to 1."""
    marks: tuple[Mark, ...] = ()
    holes: tuple[Points, ...] = ()
    """Openings through which what lies beneath shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """A crease that the cut itself makes: from the armpit, at the elbow, down a skirt."""

    points: Points
    width: float = 0.04
    height: float = 0.5
    """Positive for a ridge, negative for a valley."""


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """All the pieces of a view, bottom first, and the folds that belong to the cut."""

    pieces: tuple[Piece, ...]
    folds: tuple[Fold, ...] = ()
    hanger: Point | None = None
    """Where a hanger's hook would leave the garment; None where none would hold it."""
    stiff: bool = False
    """True for shoes and the like, which do not crease."""

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in garment units."""
        everything = np.vstack([piece.outline for piece in self.pieces])
        (left, top), (right, bottom) = everything.min(axis=0), everything.max(axis=0)
        return float(left), float(top), float(right), float(bottom)


@dataclass(frozen=True, slots=True)
class Pose:
    """How a garment lies: angles in radians below the horizontal for arms, spread of legs in units."""

    left_arm: float = 1.02
    right_arm: float = 1.02
    left_bend: float = 0.12
    right_bend: float = 0.12
    legs: float = 0.0
    skew: float = 0.0
    folds: tuple[float, ...] = field(default=())

    def arm(self, side: int) -> tuple[float, float]:
        """Angle and bend of the arm on the right (1) or the left (-1) of the picture."""
        return (self.right_arm, self.right_bend) if side > 0 else (self.left_arm, self.left_bend)


def seam(points: Points | Sequence[Point], *, width: float = 0.007) -> Mark:
    """A seam: a thin dark groove."""
    return Mark(np.asarray(points, dtype=np.float64), "seam", width, depth=-0.006)


def stitching(points: Points | Sequence[Point], *, ink: Ink = "stitch", width: float = 0.006) -> Mark:
    """A row of stitches."""
    return Mark(np.asarray(points, dtype=np.float64), ink, width, dashed=True)

"""The parts of a design: pieces of cloth, marks on them, folds and the pose."""

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
    """In garment units; a line has a least width, to stay visible."""
    filled: bool = False
    dashed: bool = False
    depth: float = 0.0
    """Height above the cloth, negative below, in garment units."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A panel of cloth, laid over those before it."""

    outline: Points
    cloth: Cloth = "main"
    grain: float = 0.0
    """Rotation of the fabric, in radians."""
    origin: Point = (0.0, 0.0)
    """Origin of the fabric's pattern."""
    tint: float = 1.0
    """A factor on the colour; below 1 is darker."""
    round: float = 0.05
    """Width of the rounded edge, in garment units."""
    bulge: float = 0.5
    """Height above the pieces beneath, as a share of `round`."""
    shadow: float = 0.35
    """Darkness of its shadow on the pieces beneath, 0 to 1."""
    marks: tuple[Mark, ...] = ()
    holes: tuple[Points, ...] = ()
    """Openings that show the pieces beneath."""


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """A crease of the cut: from the armpit, at the elbow, down a skirt."""

    points: Points
    width: float = 0.04
    height: float = 0.5
    """Positive for a ridge, negative for a valley."""


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """The pieces of a view, bottom first, and the folds of the cut."""

    pieces: tuple[Piece, ...]
    folds: tuple[Fold, ...] = ()
    hanger: Point | None = None
    """Where a hanger's hook leaves the garment; None if it does not go on a hanger."""
    stiff: bool = False
    """True for shoes and the like, which do not crease."""

    def bounds(self) -> tuple[float, float, float, float]:
        """Return (left, top, right, bottom) in garment units."""
        everything = np.vstack([piece.outline for piece in self.pieces])
        (left, top), (right, bottom) = everything.min(axis=0), everything.max(axis=0)
        return float(left), float(top), float(right), float(bottom)


@dataclass(frozen=True, slots=True)
class Pose:
    """How a garment lies: arms in radians below the horizontal, spread of legs in garment units."""

    left_arm: float = 1.02
    right_arm: float = 1.02
    left_bend: float = 0.12
    right_bend: float = 0.12
    legs: float = 0.0
    skew: float = 0.0
    folds: tuple[float, ...] = field(default=())

    def arm(self, side: int) -> tuple[float, float]:
        """Return angle and bend of the arm on the picture's right (1) or left (-1)."""
        return (self.right_arm, self.right_bend) if side > 0 else (self.left_arm, self.left_bend)


def seam(points: Points | Sequence[Point], *, width: float = 0.007) -> Mark:
    """Draw a seam: a thin dark groove."""
    return Mark(np.asarray(points, dtype=np.float64), "seam", width, depth=-0.006)


def stitching(points: Points | Sequence[Point], *, ink: Ink = "stitch", width: float = 0.006) -> Mark:
    """Draw a row of stitches."""
    return Mark(np.asarray(points, dtype=np.float64), ink, width, dashed=True)

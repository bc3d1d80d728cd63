"""Smooth outlines: Bézier paths, splines through points, mirrored halves and tapered limbs.

All points are (N, 2) float64 in garment units: x to the right, y down, the garment about two units tall.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]
"""A polyline, (N, 2), x then y."""

Point: TypeAlias = tuple[float, float]


class Path:
    """Draws straight lines and Bézier curves, and samples them."""

    def __init__(self, start: Point) -> None:
        self._points: list[Point] = [start]

    def line(self, *ends: Point) -> Path:
        """Draw straight lines to the points in turn."""
        self._points.extend(ends)
        return self

    def quad(self, control: Point, end: Point, *, steps: int = 14) -> Path:
        """Draw a quadratic Bézier curve."""
        a, b, c = (np.array(p) for p in (self._points[-1], control, end))
        t = np.linspace(0, 1, steps + 1)[1:, None]
        return self._extend((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c)

    def cubic(self, first: Point, second: Point, end: Point, *, steps: int = 18) -> Path:
        """Draw a cubic Bézier curve."""
        a, b, c, d = (np.array(p) for p in (self._points[-1], first, second, end))
        t = np.linspace(0, 1, steps + 1)[1:, None]
        return self._extend((1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t**2 * (1 - t) * c + t**3 * d)

    def smooth(self, *through: Point) -> Path:
        """Draw a spline from here through all points."""
        return self._extend(spline([self._points[-1], *through])[1:])

    def points(self) -> Points:
        """The points drawn so far, (N, 2)."""
        return np.array(self._points, dtype=np.float64)

    def _extend(self, more: Points) -> Path:
        self._points.extend((float(x), float(y)) for x, y in more)
        return self


def spline(through: Sequence[Point] | Points, *, steps: int = 8, closed: bool = False) -> Points:
    """Draw a Catmull-Rom spline through all points, open or closed: (N, 2) -> (M, 2)."""
    p = np.asarray(through, dtype=np.float64)
    if closed:
        ends = np.vstack([p[-1:], p, p[:2]])
    else:
        ends = np.vstack([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    a, b, c, d = ends[:-3, None], ends[1:-2, None], ends[2:-1, None], ends[3:, None]
    t = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    flat: Points = curve.reshape(-1, 2)
    return flat if closed else np.vstack([flat, p[-1:]])


def mirrored(points: Points) -> Points:
    """Mirror a line at the middle and reverse its direction."""
    return np.asarray(points[::-1] * np.array([-1.0, 1.0]), np.float64)


def flipped(points: Points, side: int) -> Points:
    """Return the points for side 1, and their mirror image for side -1, in the same order."""
    return np.asarray(points * np.array([float(side), 1.0]), np.float64)


def whole(right_half: Points) -> Points:
    """Close an outline whose right half runs from the top of the middle to its bottom."""
    return np.vstack([right_half, mirrored(right_half)])


def offset(points: Points, distance: float) -> Points:
    """Move a line sideways by `distance`, to the right of its direction (y is down)."""
    tangent = np.gradient(points, axis=0)
    length = np.maximum(np.hypot(tangent[:, 0], tangent[:, 1]), 1e-9)
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1) / length[:, None]
    return points + distance * normal


def band(points: Points, width: float) -> Points:
    """Close a strip of `width` along a line."""
    return np.vstack([points, offset(points, width)[::-1]])


def ellipse(centre: Point, radii: Point, *, turn: float = 0.0, steps: int = 48) -> Points:
    """Draw an ellipse; `turn` is in radians, clockwise on screen."""
    angle = np.linspace(0, 2 * np.pi, steps, endpoint=False)
    x, y = radii[0] * np.cos(angle), radii[1] * np.sin(angle)
    cos, sin = np.cos(turn), np.sin(turn)
    return np.stack([centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos], axis=1)


def rounded(left: float, top: float, right: float, bottom: float, radius: float) -> Points:
    """Draw a rectangle with round corners."""
    r = radius
    return (
        Path((left + r, top))
        .line((right - r, top))
        .quad((right, top), (right, top + r), steps=5)
        .line((right, bottom - r))
        .quad((right, bottom), (right - r, bottom), steps=5)
        .line((left + r, bottom))
        .quad((left, bottom), (left, bottom - r), steps=5)
        .line((left, top + r))
        .quad((left, top), (left + r, top), steps=5)
        .points()
    )


def dashes(points: Points, dash: float, gap: float) -> list[Points]:
    """Cut a line into dashes, for stitching."""
    step = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(step)])
    starts = np.arange(0.0, along[-1], dash + gap)
    cut: list[Points] = []
    for start in starts:
        at = np.linspace(start, min(start + dash, along[-1]), 3)
        cut.append(np.stack([np.interp(at, along, points[:, 0]), np.interp(at, along, points[:, 1])], axis=1))
    return cut


def between(points: Points, at: float) -> Point:
    """Find the point at a share, 0 to 1, of a line's length."""
    step = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(step)])
    where = at * along[-1]
    return float(np.interp(where, along, points[:, 0])), float(np.interp(where, along, points[:, 1]))

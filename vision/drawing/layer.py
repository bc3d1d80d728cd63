"""Lay a design out flat: colour, coverage and height of each pixel, without light."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.drawing.curves import Points, dashes
from vision.drawing.fabrics import Tile, plain_cloth, ribbed, weave
from vision.drawing.garment import Colour, Garment
from vision.drawing.pieces import Cloth, Design, Ink, Mark, Piece

Plane = NDArray[np.float32]

_BITS = 4  # fractions of a pixel, for smooth outlines
_MULTIPLIED: dict[Ink, float] = {"seam": 0.60, "edge": 0.45, "rib": 0.84, "crease": 0.80, "fade": 1.14}


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A garment alone, without light."""

    colour: NDArray[np.float32]
    """(H, W, 3), float32, 0 to 255, multiplied by `alpha`."""
    alpha: Plane
    """(H, W), float32, 0 to 1."""
    height: Plane
    """(H, W), float32, in garment units above the ground."""
    scale: float
    """Pixels a garment unit."""
    offset: tuple[float, float]
    """The garment's origin in pixels."""


class Tailor:
    """Lays out a garment's pieces at one scale. Each cloth is drawn once."""

    def __init__(self, garment: Garment, scale: float) -> None:
        self._garment = garment
        self._scale = scale
        self._rng = garment.rng("cloth")
        self._cloths: dict[Cloth, Tile] = {}

    def lay(self, design: Design, offset: tuple[float, float], size: tuple[int, int]) -> Layer:
        """Lay all pieces, bottom first; `size` is (height, width) in pixels."""
        layer = Layer(
            np.zeros((*size, 3), np.float32),
            np.zeros(size, np.float32),
            np.zeros(size, np.float32),
            self._scale,
            offset,
        )
        for piece in design.pieces:
            self._sew(layer, piece)
        return layer

    def _sew(self, layer: Layer, piece: Piece) -> None:
        height, width = layer.alpha.shape
        outline = self._pixels(piece.outline, layer.offset)
        left, top = np.floor(outline.min(axis=0)).astype(int) - 4
        right, bottom = np.ceil(outline.max(axis=0)).astype(int) + 5
        left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
        if right - left < 2 or bottom - top < 2:
            return
        box = np.s_[top:bottom, left:right]
        corner = np.array([left, top], np.float64)
        stencil = np.zeros((bottom - top, right - left), np.uint8)
        cv2.fillPoly(stencil, [_fixed(outline - corner)], 255, cv2.LINE_AA, _BITS)
        for hole in piece.holes:
            cv2.fillPoly(stencil, [_fixed(self._pixels(hole, layer.offset) - corner)], 0, cv2.LINE_AA, _BITS)
        cover = np.asarray(stencil * np.float32(1 / 255), np.float32)

        below = layer.alpha[box]
        if piece.shadow > 0:
            self._cast(layer, box, cover, piece.shadow)
        cloth = self._cut(piece, layer.offset, corner, cover.shape)
        rise = self._rise(stencil, piece)
        self._mark(piece, layer.offset, corner, cloth, rise)
        weight = cover[..., None]
        layer.colour[box] = layer.colour[box] * (1 - weight) + cloth * weight
        ground = layer.height[box] * (1.0 if piece.round < 0.03 else 0.0)
        layer.height[box] = layer.height[box] * (1 - cover) + (ground + rise) * cover
        layer.alpha[box] = below + cover * (1 - below)

    def _cast(self, layer: Layer, box: tuple[slice, slice], cover: Plane, strength: float) -> None:
        """Cast a piece's shadow on the pieces beneath, slightly to the lower right."""
        sigma = max(0.8, 0.016 * self._scale)
        shift = round(0.4 * sigma)
        soft = cv2.GaussianBlur(cover, (0, 0), sigma)
        if shift:
            soft = np.roll(soft, (shift, shift // 2), axis=(0, 1))
        layer.colour[box] *= (1 - strength * soft)[..., None]

    def _cut(
        self, piece: Piece, offset: tuple[float, float], corner: NDArray[np.float64], shape: tuple[int, ...]
    ) -> NDArray[np.float32]:
        tile = self._cloth(piece.cloth)
        cos, sin = float(np.cos(piece.grain)), float(np.sin(piece.grain))
        origin = np.array(piece.origin) * self._scale + np.array(offset) - corner
        back = np.array([[cos, sin], [-sin, cos]])
        matrix = np.hstack([back, (-back @ origin)[:, None]])
        cloth = cv2.warpAffine(
            tile,
            matrix,
            (shape[1], shape[0]),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_WRAP,
        )
        return np.asarray(cloth * np.float32(piece.tint), np.float32)

    def _rise(self, stencil: NDArray[np.uint8], piece: Piece) -> Plane:
        far = max(piece.round * self._scale, 1.0)
        within = cv2.distanceTransform((stencil > 127).astype(np.uint8), cv2.DIST_L2, 5) / far
        within = np.minimum(within, 1)
        curve = within * (2 - within)
        if far > 8:  # smooths the ridge of distances in the middle of a piece
            curve = cv2.GaussianBlur(curve, (0, 0), min(0.14 * far, 6.0))
        return np.asarray(curve * (piece.bulge * piece.round), np.float32)

    def _mark(
        self,
        piece: Piece,
        offset: tuple[float, float],
        corner: NDArray[np.float64],
        cloth: NDArray[np.float32],
        rise: Plane,
    ) -> None:
        runs: list[list[Mark]] = []
        for mark in piece.marks:  # marks of one kind in a row are drawn at once, much faster
            if runs and _alike(runs[-1][0], mark):
                runs[-1].append(mark)
            else:
                runs.append([mark])
        for run in runs:
            first = run[0]
            ink = np.zeros(rise.shape, np.uint8)
            lines = [self._pixels(mark.points, offset) - corner for mark in run]
            broad = first.width * self._scale
            if first.filled:
                cv2.fillPoly(ink, [_fixed(line) for line in lines], 255, cv2.LINE_AA, _BITS)
            else:
                if first.dashed:
                    dash = max(3.0, 0.018 * self._scale)
                    lines = [piece_ for line in lines for piece_ in dashes(line, dash, 0.7 * dash)]
                cv2.polylines(
                    ink,
                    [_fixed(line) for line in lines],
                    False,
                    255,
                    max(1, round(broad)),
                    cv2.LINE_AA,
                    _BITS,
                )
            weight = ink.astype(np.float32) * (1 / 255 if first.filled else min(1.0, max(broad, 0.5)) / 255)
            if first.depth:
                rise += np.float32(first.depth) * weight
            if first.ink in _MULTIPLIED:
                cloth *= (1 - (1 - _MULTIPLIED[first.ink]) * weight)[..., None]
            else:
                cloth += (np.asarray(self._ink(first.ink), np.float32) - cloth) * weight[..., None]

    def _cloth(self, name: Cloth) -> Tile:
        if name not in self._cloths:
            self._cloths[name] = self._weave(name)
        return self._cloths[name]

    def _weave(self, name: Cloth) -> Tile:
        garment, scale = self._garment, self._scale
        main = garment.colour(0)
        if name == "main":
            return weave(garment, scale)
        if name == "inside":
            return plain_cloth(_shade(main, 0.62), self._rng, scale)
        if name == "rib":
            return ribbed(_shade(main, 0.94), scale)
        if name == "second":
            return plain_cloth(garment.colour(1), self._rng, scale)
        if name == "trim":
            return plain_cloth(garment.colour(2), self._rng, scale)
        if name == "sole":
            return plain_cloth(_sole(garment), self._rng, scale, grain=1.0)
        if name == "metal":
            return plain_cloth((176, 178, 182), self._rng, scale, grain=1.0)
        if name == "lace":
            return plain_cloth(self._ink("lace"), self._rng, scale, grain=1.0)
        if name == "dark":
            return plain_cloth(_shade(main, 0.35), self._rng, scale)
        return plain_cloth(main, self._rng, scale)

    def _ink(self, ink: Ink) -> Colour:
        garment = self._garment
        main = garment.colour(0)
        dark = _light(main) < 110
        if ink == "stitch":
            return garment.colour(1) if garment.fabric == "denim" else _shade(main, 1.35 if dark else 0.80)
        if ink == "button":
            return (226, 220, 208) if dark and garment.seed % 3 else _shade(main, 0.5 if not dark else 1.9)
        chosen: dict[Ink, Colour] = {
            "metal": (190, 190, 192),
            "hole": (26, 24, 26),
            "lace": (238, 236, 230) if garment.seed % 4 or not dark else (30, 30, 32),
            "trim": garment.colour(2),
            "accent": garment.colour(1),
        }
        return chosen[ink]

    def _pixels(self, points: Points, offset: tuple[float, float]) -> Points:
        return np.asarray(points * self._scale + np.array(offset), np.float64)


def _fixed(points: Points) -> NDArray[np.int32]:
    return np.round(points * (1 << _BITS)).astype(np.int32)


def _alike(a: Mark, b: Mark) -> bool:
    return (a.ink, a.width, a.filled, a.dashed, a.depth) == (b.ink, b.width, b.filled, b.dashed, b.depth)


def _light(colour: Colour) -> float:
    return 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]


def _shade(colour: Colour, factor: float) -> Colour:
    """Darken by a factor below 1; lighten towards white by one above."""
    if factor <= 1:
        r, g, b = (round(part * factor) for part in colour)
    else:
        r, g, b = (round(min(250, part * factor + 28 * (factor - 1))) for part in colour)
    return r, g, b


def _sole(garment: Garment) -> Colour:
    soles: tuple[Colour, ...] = ((240, 238, 232), (236, 232, 220), (206, 160, 104), (40, 38, 38))
    if garment.cut in {"boot", "loafer"}:
        soles = ((52, 40, 32), (34, 32, 32), (120, 84, 54))
    return soles[garment.seed % len(soles)]

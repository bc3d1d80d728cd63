"""Necks: the visible inside, bands and collars."""

from __future__ import annotations

import numpy as np

from vision.drawing.bodice import Block
from vision.drawing.curves import (
    Path,
    Points,
    band,
    flipped,
    offset,
)
from vision.drawing.pieces import Cloth, Mark, Piece, stitching


def inside_neck(block: Block, front: Points, *, cloth: Cloth = "inside", label: bool = True) -> Piece:
    """The inside of the back with its label, visible through the neck opening."""
    back = offset(block.neckline(back=True), 0.0)
    lens = np.vstack([back + np.array([0, -0.02]), (front + np.array([0, 0.03]))[::-1]])
    y = block.top + 0.062
    tag = Mark(np.array([[-0.04, y], [0.04, y], [0.04, y + 0.035], [-0.04, y + 0.035]]), "lace", filled=True)
    return Piece(lens, cloth, round=0.02, bulge=0.2, shadow=0.0, marks=(tag,) if label else ())


def collar_band(line: Points, width: float, *, cloth: Cloth = "rib") -> Piece:
    """A knitted band along the outside of a neckline."""
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
    stand = np.vstack(
        [
            Path((-n - 0.01, y + 0.01)).quad((0, y - 0.115), (n + 0.01, y + 0.01)).points(),
            Path((n - 0.02, y + 0.04)).quad((0, y + 0.035), (-n + 0.02, y + 0.04)).points(),
        ]
    )
    pieces = [
        Piece(stand, cloth if cloth != "main" else "plain", tint=0.84, round=0.05, bulge=0.4, shadow=0.1)
    ]
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
        pieces.append(
            Piece(
                flipped(leaf, side),
                cloth,
                side * 0.6,
                origin=(side * n, y),
                round=0.02,
                bulge=0.55,
                shadow=0.42,
                marks=(stitching(flipped(edge, side), width=0.004),),
            )
        )
    return pieces


def back_collar(block: Block) -> Piece:
    """A turned-down collar from behind."""
    n, y = block.neck, block.top
    outline = (
        Path((-n - 0.03, y + 0.035))
        .quad((-n, y - 0.05), (-0.5 * n, y - 0.06))
        .quad((0, y - 0.07), (0.5 * n, y - 0.06))
        .quad((n, y - 0.05), (n + 0.03, y + 0.035))
        .quad((0.5 * n, y + 0.075), (0, y + 0.075))
        .quad((-0.5 * n, y + 0.075), (-n - 0.03, y + 0.035))
        .points()
    )
    edge = offset(Path((-n - 0.02, y + 0.025)).quad((0, y + 0.1), (n + 0.02, y + 0.025)).points(), -0.006)
    return Piece(outline, "main", round=0.02, bulge=0.6, shadow=0.35, marks=(stitching(edge, width=0.004),))


def stand_collar(block: Block, cloth: Cloth, *, tall: float = 0.075) -> Piece:
    """A collar that stands up around the neck."""
    n, y = block.neck, block.top
    outline = (
        Path((-n - 0.015, y + 0.02))
        .quad((-n, y - 0.5 * tall), (-n + 0.02, y - tall))
        .quad((0, y - tall + 0.05), (n - 0.02, y - tall))
        .quad((n, y - 0.5 * tall), (n + 0.015, y + 0.02))
        .quad((0.5 * n, y + 0.14), (0.0, y + 0.15))
        .quad((-0.5 * n, y + 0.14), (-n - 0.015, y + 0.02))
        .points()
    )
    return Piece(outline, cloth, round=0.05, bulge=0.6, shadow=0.25)

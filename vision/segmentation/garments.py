"""Which of the pixels called garment belong to which garment, where a photo shows several.

Parts that lie apart are garments of their own. Parts that touch are told apart where the network sees two
kinds of garment and the eye two colours: a network that is unsure of the class changes its mind in the middle
of one cloth. All of it is worked out at the network's size.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.segmentation.neural import Probabilities

KINDS: tuple[frozenset[str], ...] = (
    frozenset({"upper", "outer", "full-body"}),
    frozenset({"lower"}),
    frozenset({"footwear"}),
    frozenset({"headwear"}),
)
"""Classes that touch as two garments. Those within one kind are mistaken for one another on one garment."""

SMALLEST = 0.1
"""A garment has at least this share of the largest one's area; less is a speck."""
NEAR = 0.01
"""Parts nearer than this share of the longer side are one thing with a strap or an arm across it."""
LEAD = 0.3
"""By so much each side of a seam prefers its own kind over the other's, in chance."""
ASKED_LEAD = 0.1
"""The same where it is known that a garment of this class is there."""
COLOURS_APART = 10.0
"""So far apart are the median colours at a seam, in CIELAB; fabrics under one light differ by 3 or so."""
CERTAIN_LEAD = 0.65
"""From this lead on colours need not differ: black on black."""
PAIR = 0.5
"""A shoe's area is at least this share of its fellow's."""

Maps: TypeAlias = NDArray[np.float32]


def prominence(mask: Mask) -> float:
    """How much of the photo the mask takes, 0 to 1, with the middle counted more than the edges.

    It is size times centrality: the sum over the mask of a bell around the photo's middle, a third of each
    side wide.
    """
    rows, columns = (np.exp(-0.5 * ((np.arange(n) + 0.5) / n - 0.5) ** 2 / 0.3**2) for n in mask.shape)
    return float(rows @ mask @ columns / (rows.sum() * columns.sum()))


def places(
    photo: RgbImage, believed: Probabilities, classes: Sequence[str], *, asked: str | None = None
) -> list[Mask]:
    """Where each garment lies, most prominent first: masks (h, w) at the network's size, none overlapping.

    Together they cover all of it, so that each pixel has one garment that it could belong to; a photo of one
    garment has one place. Empty where there is no garment.

    Args:
        photo: (H, W, 3).
        classes: what the class channels stand for.
        asked: a class that the photo is known to show; touching parts are told apart more readily for it.
    """
    garment = believed.classes.sum(axis=0)  # (h, w)
    parts = _parts(garment > 0.5)
    if len(classes):
        kinds = _by_kind(believed.classes, classes)
        parts = [piece for part in parts for piece in _pieces(part, kinds, photo, classes, asked)]
        parts = _with_pairs(parts, believed.classes, classes)
    parts.sort(key=prominence, reverse=True)
    return _shared_out(parts)


def _parts(garment: Mask) -> list[Mask]:
    """Parts that lie apart, without specks."""
    reach = max(1, round(NEAR * max(garment.shape) / 2))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    grown = cv2.dilate(garment.astype(np.uint8), disc)
    count, labels = cv2.connectedComponents(grown, connectivity=8)
    parts = [garment & (labels == label) for label in range(1, count)]
    areas = [int(np.count_nonzero(part)) for part in parts]
    return [part for part, area in zip(parts, areas, strict=True) if area >= SMALLEST * max(areas)]


def _by_kind(chances: Maps, classes: Sequence[str]) -> Maps:
    """(kinds, h, w): the chance of each kind, given that the pixel is garment."""
    kinds = np.stack([chances[[c in kind for c in classes]].sum(axis=0) for kind in KINDS])
    share: Maps = (kinds / np.maximum(chances.sum(axis=0), 1e-6)).astype(np.float32)
    return share


def _pieces(
    part: Mask, kinds: Maps, photo: RgbImage, classes: Sequence[str], asked: str | None
) -> list[Mask]:
    """The part, (h, w), or the two garments of different kinds that touch in it; `photo` is (H, W, 3)."""
    prevailing = np.bincount(kinds[:, part].argmax(axis=0), minlength=len(KINDS))
    if np.sort(prevailing)[-2] < SMALLEST * part.sum() / 2:
        return [part]
    photo = cv2.resize(photo, part.shape[::-1], interpolation=cv2.INTER_AREA).astype(np.uint8)
    smooth = _smoothed(kinds, part)
    likeliest = smooth.argmax(axis=0)
    lab = cv2.cvtColor((photo / np.float32(255)).astype(np.float32), cv2.COLOR_RGB2LAB)
    best: tuple[float, Mask, Mask] | None = None
    for one, other in combinations(range(len(KINDS)), 2):
        here, there = part & (likeliest == one), part & (likeliest == other)
        if min(here.sum(), there.sum()) < SMALLEST * part.sum():
            continue
        ahead = smooth[one] - smooth[other]
        lead = min(float(ahead[here].mean()), -float(ahead[there].mean()))
        apart = float(np.linalg.norm(np.median(lab[here], axis=0) - np.median(lab[there], axis=0)))
        wanted = asked in KINDS[one] | KINDS[other]
        enough = ASKED_LEAD if wanted else LEAD
        seam = lead >= enough and (apart >= COLOURS_APART or lead >= CERTAIN_LEAD)
        if seam and (best is None or lead > best[0]):
            best = lead, *_seamed(part, ahead, photo)
    return [part] if best is None else list(best[1:])


def _smoothed(maps: Maps, part: Mask) -> Maps:
    """The maps averaged over a neighbourhood within the part."""
    window = (round(0.1 * max(part.shape)) | 1,) * 2
    inside = part.astype(np.float32)
    weight = cv2.blur(inside, window) + np.float32(1e-6)
    return np.stack([cv2.blur(one * inside, window) / weight for one in maps])


def _seamed(part: Mask, ahead: Maps, photo: RgbImage) -> tuple[Mask, Mask]:
    """The part cut in two where colours change between what is surely the one and surely the other."""
    sure = np.quantile(ahead[part & (ahead > 0)], 0.3), np.quantile(-ahead[part & (ahead <= 0)], 0.3)
    markers = np.zeros(part.shape, np.int32)
    markers[part & (ahead >= sure[0])] = 1
    markers[part & (-ahead >= sure[1])] = 2
    markers[~part] = 3
    lines = cv2.watershed(cv2.GaussianBlur(photo, (0, 0), 1.0).astype(np.uint8), markers)
    one = part & ((lines == 1) | ((lines < 1) & (ahead > 0)))
    return one, part & ~one


def _with_pairs(parts: list[Mask], chances: Maps, classes: Sequence[str]) -> list[Mask]:
    """Two shoes are one garment."""
    if "footwear" not in classes or len(parts) < 2:
        return parts
    shoe = list(classes).index("footwear")
    shoes = [n for n, part in enumerate(parts) if chances[:, part].sum(axis=1).argmax() == shoe]
    for one, other in combinations(shoes, 2):
        small, large = sorted(int(parts[n].sum()) for n in (one, other))
        if small >= PAIR * large:
            rest = [part for n, part in enumerate(parts) if n not in (one, other)]
            return [parts[one] | parts[other], *rest]
    return parts


def _shared_out(parts: list[Mask]) -> list[Mask]:
    """Each pixel goes to the part that is nearest."""
    if len(parts) < 2:
        return [np.ones_like(part) for part in parts]
    away = np.stack([cv2.distanceTransform((~part).astype(np.uint8), cv2.DIST_L2, 3) for part in parts])
    nearest = away.argmin(axis=0)
    return [nearest == number for number in range(len(parts))]

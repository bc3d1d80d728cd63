"""Separate the garments of a photo that shows several.

Parts that lie apart are separate garments. Parts that touch are separated where both the class and the colour
change: an unsure network changes the class in the middle of one cloth. They're also separated where the shape
and the colours show a seam, which `seams` finds. All of it happens at the network's size, (h, w).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.segmentation import seams
from vision.segmentation.neural import Probabilities

KINDS: tuple[frozenset[str], ...] = (
    frozenset({"upper", "outer", "full-body"}),
    frozenset({"lower"}),
    frozenset({"footwear"}),
    frozenset({"headwear"}),
)
"""Kinds of garment. Only those of different kinds are separated where they touch: the network confuses the
classes of one kind on one garment."""

SMALLEST = 0.1
"""A garment has at least this share of the largest one's area; anything smaller is a speck."""
NEAR = 0.01
"""Parts nearer than this share of the longer side are one garment with a strap or an arm across it."""
LEAD = 0.3
"""At a seam, each side's probability of its kind exceeds that of the other kind by at least this."""
EXPECTED_LEAD = 0.1
"""`LEAD` where a garment of that class is known to be there."""
COLOURS_APART = 10.0
"""At a seam, the median colours of both sides differ by this in CIELAB. Within one fabric it is about 3."""
CERTAIN_LEAD = 0.65
"""From this lead on the colours may be equal, such as black on black."""
PAIR = 0.5
"""The smaller shoe of a pair has at least this share of the larger one's area."""

Maps: TypeAlias = NDArray[np.float32]


def prominence(mask: Mask) -> float:
    """Measure a mask's size and centrality, 0 to 1.

    It is the share of a Gaussian at the photo's centre that the mask (H, W) covers; the deviation is 0.3 of
    each side.
    """
    rows, columns = (np.exp(-0.5 * ((np.arange(n) + 0.5) / n - 0.5) ** 2 / 0.3**2) for n in mask.shape)
    return float(rows @ mask @ columns / (rows.sum() * columns.sum()))


def regions(
    photo: RgbImage,
    prediction: Probabilities,
    classes: Sequence[str],
    *,
    garment_class: str | None = None,
    separate: bool = True,
) -> list[Mask]:
    """Divide the photo into one region per garment, most prominent garment first.

    Args:
        photo: (H, W, 3).
        classes: the names of the class channels.
        garment_class: a class that the photo is known to show; it is separated from others more readily.
        separate: whether garments that touch are separated where `seams` finds a seam.

    Returns:
        Masks (h, w) at the network's size, which do not overlap and together cover everything. Empty if there
        is no garment.
    """
    parts = parts_of(photo, prediction, classes, garment_class)
    if len(classes):
        if separate:
            parts = _at_seams(parts, photo, prediction.classes, classes)
        parts = _with_pairs(parts, prediction.classes, classes)
    parts.sort(key=prominence, reverse=True)
    return _nearest(parts)


def parts_of(
    photo: RgbImage, prediction: Probabilities, classes: Sequence[str], garment_class: str | None = None
) -> list[Mask]:
    """Find the parts, (h, w), that lie apart or are of different kinds; arguments as of `regions`."""
    parts = _parts(prediction.classes.sum(axis=0) > 0.5)
    if not len(classes):
        return parts
    kinds = _by_kind(prediction.classes, classes)
    return [piece for part in parts for piece in _pieces(part, kinds, photo, garment_class)]


def _at_seams(parts: list[Mask], photo: RgbImage, probabilities: Maps, classes: Sequence[str]) -> list[Mask]:
    """Separate garments that touch, whatever their classes: parts (h, w) of a photo (H, W, 3).

    Footwear is left whole: it mostly comes as a pair that touches.
    """
    scene = seams.scene_of(photo, probabilities)
    separated: list[Mask] = []
    for part in parts:
        pieces = seams.separated(part, photo, scene)
        likeliest = {classes[int(probabilities[:, piece].sum(axis=1).argmax())] for piece in pieces}
        separated += [part] if likeliest == {"footwear"} else pieces
    return separated


def _parts(garment: Mask) -> list[Mask]:
    """Find the parts that lie apart, without specks. `garment` and each part are (h, w)."""
    reach = max(1, round(NEAR * max(garment.shape) / 2))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    grown = cv2.dilate(garment.astype(np.uint8), disc)
    count, labels = cv2.connectedComponents(grown, connectivity=8)
    parts = [garment & (labels == label) for label in range(1, count)]
    areas = [int(np.count_nonzero(part)) for part in parts]
    return [part for part, area in zip(parts, areas, strict=True) if area >= SMALLEST * max(areas)]


def _by_kind(probabilities: Maps, classes: Sequence[str]) -> Maps:
    """Sum (classes, h, w) to (kinds, h, w): the probability of each kind, given that the pixel is garment."""
    kinds = np.stack([probabilities[[name in kind for name in classes]].sum(axis=0) for kind in KINDS])
    share: Maps = (kinds / np.maximum(probabilities.sum(axis=0), 1e-6)).astype(np.float32)
    return share


def _pieces(part: Mask, kinds: Maps, photo: RgbImage, garment_class: str | None) -> list[Mask]:
    """Split a part, (h, w), where two garments of different kinds touch in it; `photo` is (H, W, 3)."""
    prevailing = np.bincount(kinds[:, part].argmax(axis=0), minlength=len(KINDS))
    if np.sort(prevailing)[-2] < SMALLEST * part.sum() / 2:
        return [part]
    photo = cv2.resize(photo, part.shape[::-1], interpolation=cv2.INTER_AREA).astype(np.uint8)
    smooth = _smoothed(kinds, part)
    likeliest = smooth.argmax(axis=0)
    lab = cv2.cvtColor((photo / np.float32(255)).astype(np.float32), cv2.COLOR_RGB2LAB)
    best: tuple[float, Mask, Mask] | None = None
    for first, second in combinations(range(len(KINDS)), 2):
        here, there = part & (likeliest == first), part & (likeliest == second)
        if min(here.sum(), there.sum()) < SMALLEST * part.sum():
            continue
        difference = smooth[first] - smooth[second]  # (h, w)
        lead = min(float(difference[here].mean()), -float(difference[there].mean()))
        apart = float(np.linalg.norm(np.median(lab[here], axis=0) - np.median(lab[there], axis=0)))
        least = EXPECTED_LEAD if garment_class in KINDS[first] | KINDS[second] else LEAD
        seam = lead >= least and (apart >= COLOURS_APART or lead >= CERTAIN_LEAD)
        if seam and (best is None or lead > best[0]):
            best = lead, *_split(part, difference, photo)
    return [part] if best is None else list(best[1:])


def _smoothed(maps: Maps, part: Mask) -> Maps:
    """Average maps, (kinds, h, w), over a neighbourhood within the part, (h, w)."""
    window = (round(0.1 * max(part.shape)) | 1,) * 2
    inside = part.astype(np.float32)
    weight = cv2.blur(inside, window) + np.float32(1e-6)
    return np.stack([cv2.blur(probability * inside, window) / weight for probability in maps])


def _split(part: Mask, difference: Maps, photo: RgbImage) -> tuple[Mask, Mask]:
    """Cut a part in two by watershed: along the change of colour between the sure pixels of both kinds."""
    first_sure = np.quantile(difference[part & (difference > 0)], 0.3)
    second_sure = np.quantile(-difference[part & (difference <= 0)], 0.3)
    markers = np.zeros(part.shape, np.int32)
    markers[part & (difference >= first_sure)] = 1
    markers[part & (-difference >= second_sure)] = 2
    markers[~part] = 3
    lines = cv2.watershed(cv2.GaussianBlur(photo, (0, 0), 1.0).astype(np.uint8), markers)
    first = part & ((lines == 1) | ((lines < 1) & (difference > 0)))
    return first, part & ~first


def _with_pairs(parts: list[Mask], probabilities: Maps, classes: Sequence[str]) -> list[Mask]:
    """Join the first two parts that are a pair of shoes."""
    if "footwear" not in classes or len(parts) < 2:
        return parts
    shoe = list(classes).index("footwear")
    shoes = [n for n, part in enumerate(parts) if probabilities[:, part].sum(axis=1).argmax() == shoe]
    for left, right in combinations(shoes, 2):
        small, large = sorted(int(parts[n].sum()) for n in (left, right))
        if small >= PAIR * large:
            rest = [part for n, part in enumerate(parts) if n not in (left, right)]
            return [parts[left] | parts[right], *rest]
    return parts


def _nearest(parts: list[Mask]) -> list[Mask]:
    """Assign every pixel to its nearest part: one mask (h, w) per part."""
    if len(parts) < 2:
        return [np.ones_like(part) for part in parts]
    distances = np.stack([cv2.distanceTransform((~part).astype(np.uint8), cv2.DIST_L2, 3) for part in parts])
    nearest = distances.argmin(axis=0)  # (h, w)
    return [nearest == number for number in range(len(parts))]

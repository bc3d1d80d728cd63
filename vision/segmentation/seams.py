"""Cut a part of the garment map where two garments touch, whatever their classes.

Cuts are proposed by shape (what falls apart when the part is eroded) and by colour (clusters). A logistic
model says how likely each is a seam between two garments, rather than a line within one: a colour block, a
sleeve, a print.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage

Maps: TypeAlias = NDArray[np.float32]
Cut: TypeAlias = tuple[Mask, Mask]
"""The two sides, (h, w) each; together they are the part."""

SHIPPED_SEAMS = Path(__file__).parents[1] / "weights" / "seams.json"
SIDE = 160
"""Cuts are sought at this longest side, in pixels."""
SMALLEST = 0.08
"""Each side has at least this share of the part."""
MOST_CUTS = 3
"""Cuts of one part: four garments."""

EVIDENCE = (
    "colours",  # distance of the median colours
    "colours at the seam",
    "histograms",  # Bhattacharyya: 1 - overlap of the colour histograms
    "classes",  # total variation of the classes
    "length",  # log of the seam's length, relative to the smaller side
    "hulls",  # the part's convex hull less those of its sides
    "dip",  # how much less sure the network is of garment at the seam
    "edge",  # log of the gradient at the seam, relative to elsewhere
    "smaller side",  # log of its share
    "sharpest corner",  # how far the outline turns inwards at the ends of the seam: least
    "corners",  # mean
    "wide corners",  # least, in a wider circle
    "texture",  # log of the ratio of the gradients within both sides
    "shadow",  # how much darker the seam is than the darker side beside it
    "raggedness",  # log of the seam's length, relative to its extent
    "hull of the part",  # the share of its convex hull that it fills
    "hulls of the sides",  # the least
)
"""What `evidence` measures of a cut, in its order."""

_THREE, _FIVE = np.ones((3, 3), np.uint8), np.ones((5, 5), np.uint8)
_LIGHTNESS = np.array([0.5, 1.0, 1.0])
"""Lightness counts half in the distance of colours, as it changes with folds and shadows."""
_PLACE_WEIGHTS = (15.0, 40.0)
"""How much the place counts beside the colour when pixels are clustered."""
_STRANGE = 6.0
"""Evidence is clipped at so many standard deviations: farther out, the model's parabolas err."""
_EROSIONS = 14
_SAMPLE = 1500


@dataclass(frozen=True, slots=True)
class Scene:
    """What a cut is judged by. All are (h, w) at the same size."""

    photo: RgbImage
    """(h, w, 3)."""
    garment: Maps
    """The probability of any garment."""
    shares: Maps
    """(classes, h, w): the probability of each class, given that the pixel is garment."""
    lab: Maps
    """(h, w, 3), CIELAB."""
    edges: Maps
    """The size of the gradient of CIELAB."""


def scene_of(photo: RgbImage, classes: Maps) -> Scene:
    """Prepare a photo (H, W, 3) and the network's classes, (classes, h, w), at `SIDE`."""
    height, width = classes.shape[1:]
    scale = min(1.0, SIDE / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(photo, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
    maps = np.stack([cv2.resize(one, size, interpolation=cv2.INTER_AREA) for one in classes])
    garment = maps.sum(axis=0)
    lab = cv2.cvtColor((small / np.float32(255)).astype(np.float32), cv2.COLOR_RGB2LAB)
    soft = cv2.GaussianBlur(lab, (0, 0), 1.0)
    across, down = cv2.Scharr(soft, cv2.CV_32F, 1, 0), cv2.Scharr(soft, cv2.CV_32F, 0, 1)
    edges = np.sqrt((across**2 + down**2).sum(axis=2)) / 16
    shares = maps / np.maximum(garment, 1e-6)
    return Scene(
        small,
        np.asarray(garment, np.float32),
        np.asarray(shares, np.float32),
        np.asarray(lab, np.float32),
        np.asarray(edges, np.float32),
    )


@dataclass(frozen=True, slots=True)
class SeamModel:
    """A logistic model of the evidence and of the products of any two of it."""

    mean: NDArray[np.float64]
    """Of the evidence it was fitted on, (E,)."""
    deviation: NDArray[np.float64]
    """The standard deviation, (E,)."""
    bias: float
    weights: NDArray[np.float64]
    """Of `terms`, (T,)."""
    least_log_odds: float
    """A cut from these log-odds on is a seam."""

    def log_odds(self, evidence: NDArray[np.float64]) -> NDArray[np.float64]:
        """How likely cuts with this evidence, (N, E), are seams: (N,)."""
        return self.bias + self.terms(evidence) @ self.weights

    def terms(self, evidence: NDArray[np.float64]) -> NDArray[np.float64]:
        """The standardised evidence and its products: (N, E) -> (N, T)."""
        z = np.clip((evidence - self.mean) / self.deviation, -_STRANGE, _STRANGE)
        first, second = np.triu_indices(z.shape[1])
        return np.hstack([z, z[:, first] * z[:, second]])

    def to_json(self) -> str:
        """Serialise for `from_json`."""
        rows = {name: np.round(value, 5).tolist() for name, value in asdict(self).items()}
        return json.dumps({"evidence": EVIDENCE, **rows}) + "\n"

    @classmethod
    def from_json(cls, text: str) -> SeamModel:
        """Parse the text that `to_json` returned."""
        rows = json.loads(text)
        arrays = {name: np.array(rows[name]) for name in ("mean", "deviation", "weights")}
        return cls(bias=rows["bias"], least_log_odds=rows["least_log_odds"], **arrays)


@cache
def shipped_model() -> SeamModel:
    """The model that `python -m vision calibrate seams` fitted."""
    return SeamModel.from_json(SHIPPED_SEAMS.read_text(encoding="utf-8"))


def separated(part: Mask, photo: RgbImage, scene: Scene, model: SeamModel | None = None) -> list[Mask]:
    """Cut a part, (h, w), at every seam; `photo` is (H, W, 3). Only the part itself if there is none."""
    model = model or shipped_model()
    height, width = scene.photo.shape[:2]
    small = cv2.resize(part.astype(np.uint8), (width, height), interpolation=cv2.INTER_AREA) > 0
    found = [small]
    ranked = [best_cut(scene, small, model)]
    for _ in range(MOST_CUTS):
        number = max(range(len(ranked)), key=lambda n: ranked[n][0])
        log_odds, cut = ranked[number]
        if cut is None or log_odds < model.least_log_odds:
            break
        found[number : number + 1] = cut
        ranked[number : number + 1] = [best_cut(scene, side, model) for side in cut]
    return [part] if len(found) == 1 else _at_full_size(part, photo, found)


def best_cut(scene: Scene, part: Mask, model: SeamModel) -> tuple[float, Cut | None]:
    """The likeliest cut of a part, (h, w), and the log-odds that it is a seam; none has minus infinity."""
    proposed = list(cuts(scene, part))
    if not proposed:
        return -np.inf, None
    log_odds = model.log_odds(np.stack([evidence(scene, part, cut) for cut in proposed]))
    best = int(log_odds.argmax())
    return float(log_odds[best]), proposed[best]


def cuts(scene: Scene, part: Mask) -> Iterator[Cut]:
    """Propose cuts of a part, (h, w), without near duplicates."""
    area = int(part.sum())
    tried: list[Mask] = []
    proposed: list[Mask] = []
    for first, second in _markers(scene, part):
        if any((first ^ other).sum() < 0.02 * area for other in tried):
            continue
        tried.append(first)
        cut = _grown(scene.photo, part, first, second)
        if cut is None or min(side.sum() for side in cut) < SMALLEST * area:
            continue
        if any(min((cut[0] ^ other).sum(), (cut[1] ^ other).sum()) < 0.03 * area for other in proposed):
            continue
        proposed.append(cut[0])
        yield cut


def evidence(scene: Scene, part: Mask, cut: Cut) -> NDArray[np.float64]:
    """Measure a cut of a part, (h, w): the figures of `EVIDENCE`, (E,)."""
    a, b = cut
    area, least = float(part.sum()), float(min(a.sum(), b.sum()))
    contact = (cv2.dilate(a.astype(np.uint8), _THREE) > 0) & b
    line = cv2.dilate(contact.astype(np.uint8), _FIVE) > 0
    reach = max(7, round(0.12 * max(part.shape)) | 1)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    around = cv2.dilate(contact.astype(np.uint8), disc) > 0
    beside = [side & around & ~line for side in cut]
    if min(side.sum() for side in beside) < 5:
        beside = [a, b]
    first, second = (_histogram(scene.lab[side]) for side in cut)
    inner = cv2.erode(part.astype(np.uint8), _THREE) > 0
    on, off = line & inner, inner & ~line
    edge = (
        float(scene.edges[on].mean()) / (float(scene.edges[off].mean()) + 1)
        if on.any() and off.any()
        else 0.0
    )
    side = np.sqrt(part.size)
    corner, corners = _corners(part, contact, round(0.05 * side))
    wide, _ = _corners(part, contact, round(0.1 * side))
    sure = min(float(scene.garment[a].mean()), float(scene.garment[b].mean()))
    textures = [
        float(scene.edges[one & inner & ~line].mean()) if (one & inner & ~line).any() else 0.0 for one in cut
    ]
    light = [
        float(np.median(scene.lab[where][:, 0])) / 20
        for where in (*beside, contact if contact.any() else part)
    ]
    rows, columns = np.nonzero(contact)
    extent = float(np.hypot(np.ptp(rows), np.ptp(columns))) + 1 if len(rows) else 1.0
    of_class = [scene.shares[:, side].mean(axis=1) for side in cut]
    return np.array(
        [
            _apart(scene.lab[a], scene.lab[b]),
            _apart(scene.lab[beside[0]], scene.lab[beside[1]]),
            1 - float(np.sqrt(first * second).sum()),
            float(np.abs(of_class[0] - of_class[1]).sum()) / 2,
            float(np.log(float(contact.sum()) / np.sqrt(least) + 0.05)),
            (_hull(part) - _hull(a) - _hull(b)) / area,
            max(0.0, sure - float(scene.garment[line & part].mean())) if contact.any() else 0.0,
            float(np.log(edge + 0.1)),
            float(np.log(least / area)),
            corner,
            corners,
            wide,
            abs(float(np.log((textures[0] + 1) / (textures[1] + 1)))),
            min(light[:2]) - light[2],
            float(np.log(max(float(contact.sum()), 1.0) / extent)),
            area / max(_hull(part), 1.0),
            min(float(one.sum()) / max(_hull(one), 1.0) for one in cut),
        ]
    )


def _markers(scene: Scene, part: Mask) -> Iterator[Cut]:
    """Propose pixels that are surely on either side."""
    least = SMALLEST * float(part.sum())
    depth = cv2.distanceTransform(np.pad(part, 1).astype(np.uint8), cv2.DIST_L2, 5)[1:-1, 1:-1]
    for radius in np.unique(np.round(np.geomspace(1, max(2.0, 0.95 * float(depth.max())), _EROSIONS))):
        pieces = _connected(depth > radius, 0.15 * least)
        for piece in pieces if len(pieces) > 2 else pieces[: len(pieces) - 1]:
            yield piece, np.logical_or.reduce([other for other in pieces if other is not piece])
    inner = part & (depth > 2)
    if inner.sum() < 50:
        return
    for labels, count in _clusters(scene, part, inner):
        for number in range(count if count > 2 else 1):
            own = _opened(labels == number)
            rest = _opened(inner & ~own)
            for piece in _connected(own, 0.5 * least):
                yield _eroded(piece), _eroded(rest | (own & ~piece))


def _clusters(scene: Scene, part: Mask, inner: Mask) -> Iterator[tuple[NDArray[np.int64], int]]:
    """Cluster the inner pixels, (h, w), by colour, texture and place: labels (h, w), -1 elsewhere."""
    sigma = 0.015 * max(part.shape)
    inside = part.astype(np.float32)
    weight = cv2.GaussianBlur(inside, (0, 0), sigma)[..., None] + np.float32(1e-4)
    even = cv2.GaussianBlur(scene.lab * inside[..., None], (0, 0), sigma) / weight
    variance = ((scene.lab - even) ** 2).sum(axis=2) * inside
    spread = cv2.GaussianBlur(inside, (0, 0), 1.5 * sigma) + np.float32(1e-4)
    rough = np.sqrt(cv2.GaussianBlur(variance, (0, 0), 1.5 * sigma) / spread)
    rows, columns = np.nonzero(inner)
    colours = [0.6 * even[inner][:, 0], even[inner][:, 1], even[inner][:, 2], 0.7 * rough[inner]]
    for place in _PLACE_WEIGHTS:
        where = [place * rows / max(part.shape), place * columns / max(part.shape)]
        points = np.column_stack([*colours, *where]).astype(np.float32)
        sample = np.ascontiguousarray(points[:: max(1, len(points) // _SAMPLE)])
        for count in (2, 3, 4):
            cv2.setRNGSeed(1)  # so that a photo is always cut the same
            criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 15, 0.5)
            centres = cv2.kmeans(sample, count, None, criteria, 2, cv2.KMEANS_PP_CENTERS)[2]  # type: ignore[call-overload]
            labels = np.full(part.shape, -1, np.int64)
            labels[inner] = ((points[:, None] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)
            yield labels, count


def _grown(photo: RgbImage, part: Mask, first: Mask, second: Mask) -> Cut | None:
    """Grow the markers over the part along the change of colour; loose bits go to the second."""
    markers = np.zeros(part.shape, np.int32)
    markers[first], markers[second] = 1, 2
    markers[~part] = 3
    if not ((markers == 1).any() and (markers == 2).any()):
        return None
    lines = cv2.watershed(photo, markers)
    mine = lines == 1
    grown = part & (mine | ((lines < 1) & (cv2.dilate(mine.astype(np.uint8), _THREE) > 0)))
    pieces = _connected(grown, 1)
    if not pieces:
        return None
    largest = max(pieces, key=lambda piece: int(piece.sum()))
    return largest, part & ~largest


def _at_full_size(part: Mask, photo: RgbImage, found: list[Mask]) -> list[Mask]:
    """Draw the seams anew in the part, (h, w), between the inner pixels of what was found at `SIDE`."""
    size = part.shape[::-1]
    markers = np.zeros(part.shape, np.int32)
    for number, one in enumerate(found, start=1):
        core = _eroded(one) if _eroded(one).any() else one
        markers[part & (cv2.resize(core.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0)] = (
            number
        )
    outside = len(found) + 1
    markers[~part] = outside
    small = cv2.resize(photo, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
    seeds = markers.copy()
    lines = cv2.watershed(cv2.GaussianBlur(small, (0, 0), 1.0).astype(np.uint8), markers)
    labels = np.where(part & (lines > 0) & (lines < outside), lines, 0)
    labels[seeds == outside] = 0
    distances = np.stack(
        [
            cv2.distanceTransform((labels != number).astype(np.uint8), cv2.DIST_L2, 3)
            for number in range(1, outside)
        ]
    )
    nearest = distances.argmin(axis=0) + 1
    pieces = [part & (nearest == number) for number in range(1, outside)]
    return [piece for piece in pieces if piece.any()]


def _corners(part: Mask, contact: Mask, reach: int) -> tuple[float, float]:
    """Measure how far the outline turns inwards at the ends of a seam: the least and the mean, -0.5 to 0.5.

    It is 0 where the outline runs on straight, as it does where one garment changes its colour.
    """
    outside = cv2.dilate(np.pad(~part, 2, constant_values=True).astype(np.uint8), _FIVE)[2:-2, 2:-2] > 0
    ends = cv2.dilate((contact & outside).astype(np.uint8), _FIVE)
    count, _, _, centres = cv2.connectedComponentsWithStats(ends, connectivity=8)
    if count < 2:
        return 0.25, 0.25
    reach = max(reach, 1)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1)) > 0
    padded = np.pad(part, reach)
    turns = [
        float(padded[y : y + 2 * reach + 1, x : x + 2 * reach + 1][disc].mean()) - 0.5
        for x, y in np.round(centres[1:]).astype(int)
    ]
    return min(turns), float(np.mean(turns))


def _apart(first: Maps, second: Maps) -> float:
    """The distance of two median colours, (N, 3) and (M, 3), divided by 20."""
    return float(np.linalg.norm(_LIGHTNESS * (np.median(first, axis=0) - np.median(second, axis=0)))) / 20


def _histogram(lab: Maps) -> NDArray[np.float32]:
    """The smoothed histogram of colours, (N, 3), as shares: (2048,)."""
    light = np.clip(lab[:, 0] / 12.5, 0, 7).astype(np.int64)
    a, b = (np.clip((lab[:, n] + 80) / 10, 0, 15).astype(np.int64) for n in (1, 2))
    flat = np.bincount(light * 256 + a * 16 + b, minlength=2048)
    counts: Maps = flat.astype(np.float32).reshape(8, 16, 16)
    for axis in range(3):
        counts = np.asarray((np.roll(counts, 1, axis) + counts + np.roll(counts, -1, axis)) / 3, np.float32)
    return np.asarray(counts.ravel() / counts.sum(), np.float32)


def _hull(mask: Mask) -> float:
    outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return float(cv2.contourArea(cv2.convexHull(np.vstack(outlines)))) if outlines else 0.0


def _connected(mask: Mask, least: float) -> list[Mask]:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=4)
    return [labels == n for n in range(1, count) if stats[n, cv2.CC_STAT_AREA] >= least]


def _opened(mask: Mask) -> Mask:
    return np.asarray(cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_OPEN, _FIVE) > 0)


def _eroded(mask: Mask) -> Mask:
    return np.asarray(cv2.erode(mask.astype(np.uint8), _THREE) > 0)

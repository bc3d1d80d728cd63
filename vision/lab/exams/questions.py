"""Photos searched among catalogue pictures: what a search knows of each best match.

Each photo of a garment in the catalogue is searched twice: with its own picture, where the best match may be
right, and without it, where it cannot be. As in a catalogue's search, a photo whose class is sure skips
pictures of other classes. Beside them stand photos that have no picture there: of other garments, or of none.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vision.lab.exams.pictures import Analysed

FEATURES = ("similarity", "margin", "agreement", "mask", "part", "part_margin")
"""The features of a best match: the columns of `Answers.features`; see `catalogue.items.Evidence`."""
RIVALS = 4
"""Pictures after the best match whose trained part is compared with the best match's."""
MUCH_WORSE = 0.1
"""A best match of the photo's class is used if its cosine is at most this much below another class's."""
WRONG_CLASSES = 0.003
"""At most this share of photos may have a sure class that is wrong."""

_OF_GALLERY = ("gallery_classes", "shades")
"""The fields of `Photos` that describe the gallery."""

Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Photos:
    """Photos with the pipeline's results, and the gallery that they are searched in."""

    likeness: NDArray[np.float32]
    """(Q, G), cosines of photos and catalogue pictures."""
    part_likeness: NDArray[np.float32]
    """(Q, G), the same of the vectors' second parts alone."""
    truth: NDArray[np.intp]
    """(Q,), the right row of the gallery; -1 if there is none."""
    gallery_classes: NDArray[np.intp]
    """(G,), an index into `GARMENT_CLASSES`; -1 for none."""
    classes: NDArray[np.intp]
    """(Q,), predicted; -1 for none."""
    class_confidence: Floats
    """(Q,), 0 to 1."""
    mask_confidence: Floats
    """(Q,), the expected IoU, 0 to 1."""
    recognised: Bools
    """(Q,): whether the network saw a garment."""
    units: NDArray[np.str_]
    """(Q,): whose photo it is, such as a sender; photos of one unit are not independent."""
    bad: Bools
    """(Q,): whether the photo was made bad."""
    empty: Bools
    """(Q,): whether the photo shows no garment."""
    shades: Bools | None = None
    """(G,): whether a catalogue picture is a near shade of another one; None if none is."""

    def __len__(self) -> int:
        return len(self.truth)

    def only(self, these: Bools) -> Photos:
        """Select photos, (Q,); the gallery stays."""
        rows: dict[str, Any] = {
            field.name: getattr(self, field.name)[these]
            for field in fields(self)
            if field.name not in _OF_GALLERY
        }
        return replace(self, **rows)

    def wrongly_sure(self, sure_at: float) -> Bools:
        """Find the photos whose class is sure and wrong: (Q,). Their garments must be in the gallery."""
        wrong: Bools = self.classes != self.gallery_classes[self.truth]
        return wrong & self.named(sure_at)

    def named(self, sure_at: float) -> Bools:
        """Find the photos whose class is sure: (Q,)."""
        named: Bools = (self.classes >= 0) & (self.class_confidence >= sure_at)
        return named

    def answers(self, *, present: bool, sure_at: float, among: Bools | None = None) -> Answers:
        """Search each photo, with its own picture in the gallery or without.

        Args:
            present: whether the photos' own pictures are there.
            among: (G,), the gallery's other pictures; by default all.
        """
        likeness = self.likeness if among is None else np.where(among, self.likeness, np.float32(-1))
        likeness = likeness.copy()
        rows = np.arange(len(likeness))
        known = rows[self.truth >= 0]
        likeness[known, self.truth[known]] = self.likeness[known, self.truth[known]] if present else -1.0
        different = self.named(sure_at)[:, None] & (
            (self.classes[:, None] != self.gallery_classes) & (self.gallery_classes >= 0)
        )
        narrowed = np.where(different, np.float32(-1), likeness)
        narrowed[narrowed.max(axis=1) < likeness.max(axis=1) - MUCH_WORSE] = -2.0
        likeness = np.where(narrowed.max(axis=1, keepdims=True) > -2.0, narrowed, likeness)
        count = min(1 + RIVALS, likeness.shape[1])
        near = np.argpartition(likeness, -count, axis=1)[:, -count:]
        order = np.argsort(-np.take_along_axis(likeness, near, axis=1), axis=1, kind="stable")
        nearest = np.take_along_axis(near, order, axis=1)  # (Q, count), best first
        best, second = likeness[rows, nearest[:, 0]], likeness[rows, nearest[:, 1]]
        match = nearest[:, 0]
        parts = np.take_along_axis(self.part_likeness, nearest, axis=1)
        # What is left out of the search is no rival either.
        rivals = np.where(np.take_along_axis(likeness, nearest, axis=1) > -1, parts, -1.0)[:, 1:].max(axis=1)
        of_match = self.gallery_classes[match]
        agrees = np.where(self.classes == of_match, 1.0, -1.0) * ((self.classes >= 0) & (of_match >= 0))
        features = np.stack(
            [
                best,
                best - second,
                agrees * self.class_confidence,
                self.mask_confidence,
                parts[:, 0],
                parts[:, 0] - rivals,
            ],
            axis=1,
        ).astype(np.float64)
        return Answers(features, (match == self.truth) & present, self._ranks(likeness, present=present))

    def _ranks(self, likeness: NDArray[np.float32], *, present: bool) -> NDArray[np.int64]:
        if not present:
            return np.full(len(likeness), likeness.shape[1], np.int64)
        own = likeness[np.arange(len(likeness)), self.truth][:, None]
        ranks: NDArray[np.int64] = (likeness > own).sum(axis=1)
        return ranks


@dataclass(frozen=True, slots=True)
class Answers:
    """The best matches of photos."""

    features: Floats
    """(Q, F), see `FEATURES`."""
    right: Bools
    """(Q,): whether the best match is the photo's garment."""
    ranks: NDArray[np.int64]
    """(Q,): how many pictures lie nearer than the right one; meaningless without it in the gallery."""


def photos_of(
    analysed: Analysed,
    gallery: Analysed,
    *,
    units: NDArray[np.str_],
    part_from: int = 0,
    truth: NDArray[np.intp] | None = None,
    bad: bool = False,
    empty: bool = False,
) -> Photos:
    """Join what the pipeline makes of photos with the gallery that they are searched in.

    Args:
        part_from: where the second part of a vector begins; 0 if vectors have no parts.
        truth: (Q,), see `Photos.truth`; by default none of the garments is there.
    """
    count = len(analysed)
    likeness = analysed.vectors @ gallery.vectors.T
    return Photos(
        likeness,
        _part_likeness(analysed, gallery, part_from) if part_from else np.zeros_like(likeness),
        np.full(count, -1, np.intp) if truth is None else truth,
        gallery.classes,
        analysed.classes,
        analysed.class_confidence,
        analysed.mask_confidence,
        analysed.recognised,
        units,
        np.full(count, bad),
        np.full(count, empty),
    )


def _part_likeness(analysed: Analysed, gallery: Analysed, part_from: int) -> NDArray[np.float32]:
    one, other = (
        part / np.maximum(np.linalg.norm(part, axis=1, keepdims=True), 1e-12)
        for part in (analysed.vectors[:, part_from:], gallery.vectors[:, part_from:])
    )
    likeness: NDArray[np.float32] = one @ other.T
    return likeness


def without_twins(
    photos: Photos, names: Sequence[str], gallery: Sequence[str], same: Container[object]
) -> Photos:
    """Leave the other picture of the same garment out of each photo's search.

    Args:
        names: (Q,), of the photos.
        gallery: the names of the gallery's pictures.
        same: pairs of names, see `vision.lab.exams.sources.same_garments`.
    """
    twins = np.array([[frozenset((a, b)) in same for b in gallery] for a in names], bool)
    return replace(photos, likeness=np.where(twins, np.float32(-1), photos.likeness))


def joined(every: list[Photos]) -> Photos:
    """Concatenate photos of the same gallery."""
    rows = {
        field.name: np.concatenate([getattr(photos, field.name) for photos in every])
        for field in fields(Photos)
        if field.name not in _OF_GALLERY
    }
    return replace(every[0], **rows)


def class_sure_at(photos: Photos, among: Bools | None = None) -> float:
    """Find the least probability from which on at most 3 in 1,000 photos have a wrong class.

    This holds for untouched photos and for bad ones.

    Args:
        photos: their garments are in the gallery.
        among: (Q,), the photos to measure; by default all.

    Returns:
        0.5 to 1; 1 if no lower probability is safe.
    """
    selected = np.ones(len(photos), bool) if among is None else among
    for probability in np.arange(0.5, 1.0, 0.01):
        wrong = photos.wrongly_sure(float(probability))
        groups = (selected & ~photos.bad, selected & photos.bad)
        if all(wrong[group].mean() <= WRONG_CLASSES for group in groups if group.any()):
            return round(float(probability), 2)
    return 1.0


def first_half(units: NDArray[np.str_]) -> Bools:
    """Divide photos by unit, (Q,): from the largest unit on, each goes to the smaller half."""
    names, which, sizes = np.unique(units, return_inverse=True, return_counts=True)
    in_first = np.zeros(len(names), bool)
    filled = [0, 0]
    for unit in sorted(range(len(names)), key=lambda n: (-int(sizes[n]), str(names[n]))):
        in_first[unit] = filled[0] <= filled[1]
        filled[0 if in_first[unit] else 1] += int(sizes[unit])
    return in_first[which]

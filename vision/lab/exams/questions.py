"""Photos of known garments searched among studio views: what a search knows of each best match.

Each photo is searched twice: among all studio views, where the best match may be right, and without its own
view, where it cannot be. As in a catalogue's search, a photo whose class is sure skips views of other
classes. Beside them stand photos that have no studio view: of other garments, and of none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vision.arrays import GARMENT_CLASSES, Mask, RgbImage
from vision.embedding import Embedder
from vision.lab.exams.backgrounds import backgrounds, plain_photos
from vision.lab.exams.retrieval import unmasked_photos
from vision.lab.training.augmentation import studio_view, warehouse_view
from vision.lab.training.data import Example, examples
from vision.pipeline import WORKING_SIDE
from vision.segmentation.segmenter import Segmentation

FEATURES = ("similarity", "margin", "agreement", "mask")
"""The features of a best match: the columns of `Answers.features`."""
MUCH_WORSE = 0.1
"""A best match of the photo's class is used if its cosine is at most this much below another class's."""
WRONG_CLASSES = 0.003
"""At most this share of photos may have a sure class that is wrong."""

UNMASKED = 300
"""Photos of garments without a mask, on which the reference segmenters failed: the harder ones."""
BACKGROUNDS = 420
"""Training photos whose background is cut out, if it is large enough; beside all validation photos'."""
PLAIN_SIDE = 240

Segment: TypeAlias = Callable[[RgbImage], Segmentation]
Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Photos:
    """Photos with the pipeline's results, and the gallery that they are searched in."""

    likeness: NDArray[np.float32]
    """(Q, G), cosines of photos and studio views."""
    truth: NDArray[np.intp]
    """(Q,), the right row of the gallery; -1 if there is none."""
    gallery_classes: NDArray[np.intp]
    """(G,), an index into `GARMENT_CLASSES`."""
    classes: NDArray[np.intp]
    """(Q,), predicted; -1 for none."""
    class_confidence: Floats
    """(Q,), 0 to 1."""
    mask_confidence: Floats
    """(Q,), the expected IoU, 0 to 1."""
    senders: NDArray[np.str_]
    """(Q,)."""
    warehouse: NDArray[np.bool_]
    """(Q,): whether the photo is a simulated warehouse view."""
    empty: NDArray[np.bool_] | None = None
    """(Q,): whether the photo shows no garment; None if all show one."""

    def only(self, these: NDArray[np.bool_]) -> Photos:
        """Select photos, (Q,); the gallery stays."""
        rows: dict[str, Any] = {
            field.name: row[these]
            for field in fields(self)
            if field.name != "gallery_classes" and (row := getattr(self, field.name)) is not None
        }
        return replace(self, **rows)

    def wrongly_sure(self, sure_at: float) -> NDArray[np.bool_]:
        """Find the photos whose class is sure and wrong: (Q,)."""
        wrong: NDArray[np.bool_] = self.classes != self.gallery_classes[self.truth]
        return wrong & self._named(sure_at)

    def _named(self, sure_at: float) -> NDArray[np.bool_]:
        named: NDArray[np.bool_] = (self.classes >= 0) & (self.class_confidence >= sure_at)
        return named

    def answers(self, *, present: bool, sure_at: float) -> Answers:
        """Search each photo, with its own studio view in the gallery or without."""
        likeness = self.likeness.copy()
        rows = np.arange(len(likeness))
        if not present:
            likeness[rows[self.truth >= 0], self.truth[self.truth >= 0]] = -1.0
        different = self._named(sure_at)[:, None] & (self.classes[:, None] != self.gallery_classes)
        narrowed = np.where(different, -1.0, likeness)
        narrowed[narrowed.max(axis=1) < likeness.max(axis=1) - MUCH_WORSE] = -2.0
        likeness = np.where(narrowed.max(axis=1, keepdims=True) > -2.0, narrowed, likeness)
        order = np.argpartition(likeness, -2, axis=1)[:, -2:]
        two = np.take_along_axis(likeness, order, axis=1)
        best, second = two.max(axis=1), two.min(axis=1)
        match = order[rows, two.argmax(axis=1)]
        agrees = np.where(self.classes == self.gallery_classes[match], 1.0, -1.0) * (self.classes >= 0)
        features = np.stack(
            [best, best - second, agrees * self.class_confidence, self.mask_confidence], axis=1
        ).astype(np.float64)
        return Answers(features, (match == self.truth) & present)


@dataclass(frozen=True, slots=True)
class Answers:
    """The best matches of photos."""

    features: Floats
    """(Q, 4), see `FEATURES`."""
    right: NDArray[np.bool_]
    """(Q,): whether the best match is the photo's garment."""


def search(folder: Path, embed: Embedder, segment: Segment, *, bad_views: int, seed: int) -> Photos:
    """Search photos among the studio views of all photos with a mask.

    First the validation photos, untouched and in `bad_views` warehouse views; then photos without a mask;
    then photos without a garment.
    """
    rng = np.random.default_rng(seed)
    validation = examples(folder, split="val", longest_side=WORKING_SIDE)
    training = examples(folder, split="train", longest_side=WORKING_SIDE)
    garments = [*validation, *training]
    gallery = _in_batches(embed, (studio_view(example, rng) for example in garments))
    results: list[tuple[int, float, float]] = []

    def cut_out(photo: RgbImage) -> tuple[RgbImage, Mask]:
        segmentation = segment(photo)
        results.append(
            (_index(segmentation.garment_class), segmentation.class_confidence, segmentation.confidence)
        )
        return photo, segmentation.mask

    bad = [warehouse_view(example, rng).photo for _ in range(bad_views) for example in validation]
    known = [*(example.photo for example in validation), *bad]
    unmasked = list(islice(unmasked_photos(folder), UNMASKED))
    chosen = [training[place] for place in rng.permutation(len(training))[:BACKGROUNDS]]
    cut = list(backgrounds([*validation, *chosen], rng, side=WORKING_SIDE))
    plain = list(plain_photos(rng, side=PLAIN_SIDE))
    none = [*(photo for photo, _ in cut), *plain]
    queries = _in_batches(embed, (cut_out(photo) for photo in chain(known, unmasked, none)))
    classes, class_confidence, mask_confidence = zip(*results, strict=True)
    of_known = [example.sender for example in validation] * (1 + bad_views)
    each = [f"photo {number}" for number in range(len(unmasked) + len(plain))]
    senders = [*of_known, *each[: len(unmasked)], *(sender for _, sender in cut), *each[len(unmasked) :]]
    return Photos(
        likeness=queries @ gallery.T,
        truth=np.array([*np.arange(len(known)) % len(validation), *[-1] * (len(queries) - len(known))]),
        gallery_classes=np.array([_class(example) for example in garments]),
        classes=np.array(classes),
        class_confidence=np.array(class_confidence),
        mask_confidence=np.array(mask_confidence),
        senders=np.array(senders),
        warehouse=(np.arange(len(queries)) >= len(validation)) & (np.arange(len(queries)) < len(known)),
        empty=np.arange(len(queries)) >= len(known) + len(unmasked),
    )


def class_sure_at(photos: Photos, among: NDArray[np.bool_] | None = None) -> float:
    """Find the least probability from which on at most 3 in 1,000 photos have a wrong class.

    This holds for untouched photos and for warehouse views.

    Args:
        among: (Q,), the photos to measure; by default all.

    Returns:
        0.5 to 1; 1 if no lower probability is safe.
    """
    selected = np.ones(len(photos.truth), bool) if among is None else among
    for probability in np.arange(0.5, 1.0, 0.01):
        wrong = photos.wrongly_sure(float(probability))
        groups = (selected & ~photos.warehouse, selected & photos.warehouse)
        if all(wrong[group].mean() <= WRONG_CLASSES for group in groups if group.any()):
            return round(float(probability), 2)
    return 1.0


def _in_batches(embed: Embedder, garments: Iterator[tuple[RgbImage, Mask]]) -> NDArray[np.float32]:
    """Embed garments, (N, D), with few pictures in memory at a time."""
    rows = []
    while batch := list(islice(garments, 32)):
        rows.append(embed.batch(batch))
    return np.concatenate(rows)


def _class(example: Example) -> int:
    return int(example.labels.max()) - 1


def _index(garment_class: str | None) -> int:
    return GARMENT_CLASSES.index(garment_class) if garment_class in GARMENT_CLASSES else -1

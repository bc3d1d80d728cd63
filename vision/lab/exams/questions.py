"""Photos of known garments, asked for among studio views: what a search would see of each.

Each photo is asked for twice: among all studio views, where the best match may be right, and among all but
its own, where it cannot be. A photo whose class is sure passes over views of other classes, as the search of
a catalogue does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vision.arrays import GARMENT_CLASSES, Mask, RgbImage
from vision.embedding import Embedder
from vision.lab.training.augmentation import studio_view, warehouse_view
from vision.lab.training.data import Example, examples
from vision.pipeline import WORKING_SIDE
from vision.segmentation.segmenter import Segmentation

FEATURES = ("similarity", "margin", "agreement", "mask")
"""What is known of a best match, in the order of `Answers.seen`."""
MUCH_WORSE = 0.1
"""A best match of the photo's class that is so much less like than another's, in cosine, is not believed."""
WRONG_CLASSES = 0.003
"""At most this share of photos may have a class that is called sure and is wrong."""

Segment: TypeAlias = Callable[[RgbImage], Segmentation]
Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Photos:
    """Photos with what the pipeline saw in them, and the gallery that they are asked for in."""

    likeness: NDArray[np.float32]
    """(Q, G), cosines of photos and studio views."""
    own: NDArray[np.intp]
    """(Q,), the row in the gallery that is right."""
    gallery_classes: NDArray[np.intp]
    """(G,), an index into `GARMENT_CLASSES`."""
    classes: NDArray[np.intp]
    """(Q,), as the network named them; -1 for none."""
    class_confidence: Floats
    """(Q,), 0 to 1."""
    mask_confidence: Floats
    """(Q,), the expected IoU, 0 to 1."""
    senders: NDArray[np.str_]
    """(Q,)."""
    warehouse: NDArray[np.bool_]
    """(Q,): made as bad as a warehouse makes it, not untouched."""

    def wrongly_sure(self, sure_at: float) -> NDArray[np.bool_]:
        """(Q,): the class would be called sure and is wrong."""
        wrong: NDArray[np.bool_] = self.classes != self.gallery_classes[self.own]
        return wrong & self._named(sure_at)

    def _named(self, sure_at: float) -> NDArray[np.bool_]:
        named: NDArray[np.bool_] = (self.classes >= 0) & (self.class_confidence >= sure_at)
        return named

    def answers(self, *, present: bool, sure_at: float) -> Answers:
        """What the best match of each photo is, with its own studio view in the gallery or without."""
        likeness = self.likeness.copy()
        rows = np.arange(len(likeness))
        if not present:
            likeness[rows, self.own] = -1.0
        other = self._named(sure_at)[:, None] & (self.classes[:, None] != self.gallery_classes)
        narrowed = np.where(other, -1.0, likeness)
        narrowed[narrowed.max(axis=1) < likeness.max(axis=1) - MUCH_WORSE] = -2.0
        likeness = np.where(narrowed.max(axis=1, keepdims=True) > -2.0, narrowed, likeness)
        order = np.argpartition(likeness, -2, axis=1)[:, -2:]
        two = np.take_along_axis(likeness, order, axis=1)
        best, next_best = two.max(axis=1), two.min(axis=1)
        whose = order[rows, two.argmax(axis=1)]
        agrees = np.where(self.classes == self.gallery_classes[whose], 1.0, -1.0) * (self.classes >= 0)
        seen = np.stack(
            [best, best - next_best, agrees * self.class_confidence, self.mask_confidence], axis=1
        ).astype(np.float64)
        return Answers(seen, (whose == self.own) & present)


@dataclass(frozen=True, slots=True)
class Answers:
    """The best matches of photos."""

    seen: Floats
    """(Q, 4), see `FEATURES`."""
    right: NDArray[np.bool_]
    """(Q,)."""


def ask(folder: Path, embed: Embedder, segment: Segment, *, bad_views: int, seed: int) -> Photos:
    """Validation photos, untouched and made bad `bad_views` times over, among all studio views."""
    rng = np.random.default_rng(seed)
    asked = examples(folder, split="val", longest_side=WORKING_SIDE)
    others = examples(folder, split="train", longest_side=WORKING_SIDE)
    known = [*asked, *others]
    gallery = _in_batches(embed, (studio_view(example, rng) for example in known))
    facts: list[tuple[int, float, float]] = []

    def cut_out(photo: RgbImage) -> tuple[RgbImage, Mask]:
        found = segment(photo)
        facts.append((_index(found.garment_class), found.class_confidence, found.confidence))
        return photo, found.mask

    bad = (warehouse_view(example, rng) for _ in range(bad_views) for example in asked)
    queries = _in_batches(embed, (cut_out(example.photo) for example in chain(asked, bad)))
    classes, class_confidence, mask_confidence = zip(*facts, strict=True)
    return Photos(
        likeness=queries @ gallery.T,
        own=np.arange(len(queries)) % len(asked),
        gallery_classes=np.array([_class(example) for example in known]),
        classes=np.array(classes),
        class_confidence=np.array(class_confidence),
        mask_confidence=np.array(mask_confidence),
        senders=np.array([photo.sender for photo in asked] * (1 + bad_views)),
        warehouse=np.arange(len(queries)) >= len(asked),
    )


def class_sure_at(photos: Photos, among: NDArray[np.bool_] | None = None) -> float:
    """The least chance from which on classes are wrong on at most 3 in 1,000 photos, untouched and bad alike.

    Args:
        among: (Q,), the photos to tell it from; all, where absent.

    Returns:
        1 where no chance below is safe.
    """
    kept = np.ones(len(photos.own), bool) if among is None else among
    for chance in np.arange(0.5, 1.0, 0.01):
        wrong = photos.wrongly_sure(float(chance))
        groups = (kept & ~photos.warehouse, kept & photos.warehouse)
        if all(wrong[group].mean() <= WRONG_CLASSES for group in groups if group.any()):
            return round(float(chance), 2)
    return 1.0


def _in_batches(embed: Embedder, garments: Iterator[tuple[RgbImage, Mask]]) -> NDArray[np.float32]:
    """(N, D), with few of the pictures in memory at a time."""
    made = []
    while some := list(islice(garments, 32)):
        made.append(embed.batch(some))
    return np.concatenate(made)


def _class(example: Example) -> int:
    return int(example.labels.max()) - 1


def _index(garment_class: str | None) -> int:
    return GARMENT_CLASSES.index(garment_class) if garment_class in GARMENT_CLASSES else -1

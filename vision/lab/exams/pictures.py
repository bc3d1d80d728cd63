"""The pictures of an exam by number, and what the pipeline makes of them, stored as it goes.

A source makes each of its pictures from its number alone. So a run that was cut off goes on where it was, and
a cache is as good as the run.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from vision.arrays import GARMENT_CLASSES, Mask, RgbImage
from vision.pipeline import PhotoPipeline

log = logging.getLogger(__name__)

CHUNK = 100
"""Pictures that are stored together."""
_VERSION = 2
"""Of how pictures are analysed; what a cache has of another is not read."""
AT_ONCE = 10
"""Pictures in memory at a time."""
_RECOGNISED = ("tiramisu", "tiramisu+grabcut")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of one garment, or of none."""

    photo: RgbImage
    """(H, W, 3)."""
    garment_class: str | None = None
    """The class that the catalogue knows; None for photos."""
    mask: Mask | None = None
    """(H, W), if the picture need not be segmented."""
    of_catalogue: bool = False
    """Whether it is a catalogue's, which shows one item, so that it isn't cut where garments touch."""


class Pictures(Protocol):
    """Pictures by number, each always the same."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, number: int, /) -> Picture:
        """Make the picture of this number, from 0."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """What the pipeline makes of N pictures."""

    vectors: NDArray[np.float32]
    """(N, D), of length one."""
    classes: NDArray[np.int64]
    """(N,): an index into `GARMENT_CLASSES`, or -1; predicted, or of the catalogue."""
    class_confidence: NDArray[np.float64]
    """(N,), 0 to 1."""
    mask_confidence: NDArray[np.float64]
    """(N,), the expected IoU, 0 to 1."""
    recognised: NDArray[np.bool_]
    """(N,): whether the network saw a garment."""

    def __len__(self) -> int:
        return len(self.vectors)

    def only(self, rows: NDArray[np.bool_] | NDArray[np.intp] | slice) -> Analysed:
        """Select rows."""
        return Analysed(*(getattr(self, field.name)[rows] for field in fields(self)))


def stacked(every: Sequence[Analysed]) -> Analysed:
    """Concatenate."""
    return Analysed(*(np.concatenate([getattr(a, f.name) for a in every]) for f in fields(Analysed)))


def analysed(pipeline: PhotoPipeline, pictures: Pictures, name: str, cache: Path | None) -> Analysed:
    """Analyse all pictures, or read what `cache` has of them.

    Args:
        name: the source's; a source of another content needs another name.
        cache: a folder; None stores nothing.
    """
    key = hashlib.sha256(f"{_VERSION} {pipeline.model_id} {name}".encode()).hexdigest()[:8]
    chunks = []
    for start in range(0, len(pictures), CHUNK):
        numbers = range(start, min(start + CHUNK, len(pictures)))
        path = None if cache is None else cache / f"{name}-{key}-{start}-{numbers.stop}.npz"
        if path is not None and path.is_file():
            with np.load(path) as arrays:
                chunks.append(Analysed(*(arrays[field.name] for field in fields(Analysed))))
            continue
        chunks.append(_analyse(pipeline, pictures, numbers))
        if path is not None:
            _store(path, chunks[-1])
        log.info("%s: %d of %d", name, numbers.stop, len(pictures))
    return stacked(chunks)


def _store(path: Path, chunk: Analysed) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"partial-{path.name}")
    np.savez(partial, **{field.name: getattr(chunk, field.name) for field in fields(chunk)})
    partial.replace(path)


def _analyse(pipeline: PhotoPipeline, pictures: Pictures, numbers: range) -> Analysed:
    rows = []
    with ThreadPoolExecutor(2) as threads:
        for start in range(0, len(numbers), AT_ONCE):
            some = list(threads.map(pictures.__getitem__, numbers[start : start + AT_ONCE]))
            rows.append(_of(pipeline, some))
    return stacked(rows)


def _of(pipeline: PhotoPipeline, pictures: Sequence[Picture]) -> Analysed:
    garments: list[tuple[RgbImage, Mask]] = []
    facts: list[tuple[int, float, float, bool]] = []
    for picture in pictures:
        if picture.mask is not None:
            garments.append((picture.photo, picture.mask))
            facts.append((class_index(picture.garment_class), 1.0, 1.0, True))
            continue
        found = pipeline.segment(picture.photo, picture.garment_class, separate=not picture.of_catalogue)
        garments.append((picture.photo, found.mask))
        known = picture.garment_class
        facts.append(
            (
                class_index(found.garment_class if known is None else known),
                found.class_confidence,
                found.confidence,
                found.segmented_by in _RECOGNISED,
            )
        )
    classes, class_confidence, mask_confidence, recognised = zip(*facts, strict=True)
    return Analysed(
        pipeline.embed.batch(garments),
        np.array(classes, np.int64),
        np.array(class_confidence, np.float64),
        np.array(mask_confidence, np.float64),
        np.array(recognised, bool),
    )


def class_index(garment_class: str | None) -> int:
    """The index of a class in `GARMENT_CLASSES`; -1 for None."""
    return GARMENT_CLASSES.index(garment_class) if garment_class in GARMENT_CLASSES else -1

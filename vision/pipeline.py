"""A photo, judged and told in a vector: Tiramisu; else GrabCut; else the whole frame; then embed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vision import checkpoints, masks
from vision.arrays import Embedding, Mask, ProbabilityMap, RgbImage
from vision.conversions import Conversions
from vision.embedding import EFFICIENTNET_LITE0, Embedder, best_features, load_backbone
from vision.photos import decode
from vision.segmentation import grabcut
from vision.segmentation.confidence import expected_iou, soft_iou
from vision.segmentation.neural import Probabilities, open_runtime, probabilities

Route: TypeAlias = Literal["tiramisu", "tiramisu+grabcut", "grabcut", "whole photo"]

WORKING_SIDE = 480
"""Photos are judged at this many pixels on the longest side, or a little more: an eighth of 12 megapixels."""


SHIPPED_VERDICT = Path(__file__).parent / "weights" / "verdict.json"
"""The chance that a best match is right, as `vision.training.verdict` fitted it for one model."""


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What of a photo is garment, and who says so."""

    mask: Mask
    segmented_by: Route
    confidence: float
    """Expected IoU with the truth, 0 to 1."""
    coverage: float
    """Share of the photo, 0 to 1."""
    garment_class: str | None
    """One of `vision.arrays.GARMENT_CLASSES`; None where the network did not make the mask."""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the pipeline sees in a photo."""

    photo: RgbImage
    mask: Mask
    segmented_by: Route
    confidence: float
    coverage: float
    garment_class: str | None
    embedding: Embedding
    ms: dict[str, float]
    """Milliseconds of `decode`, `segment`, `embed`."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When the network's mask is believed."""

    sure: float = 0.92
    """From this expected IoU on, the network's mask is taken as it is; below, GrabCut measured better."""
    usable: float = 0.5
    """From this on it seeds GrabCut; below, GrabCut starts from a rectangle."""
    least_coverage: float = 0.01
    most_coverage: float = 0.97
    """A mask outside these is no garment but nothing, or everything."""


class Segmenter:
    """Tiramisu, judged; else GrabCut seeded by it; else GrabCut from a rectangle; else the whole photo.

    Args:
        believe: photo (H, W, 3) to probabilities.
        classes: what the class channels stand for.
        calibration: of the expected IoU, from the checkpoint.
    """

    def __init__(
        self,
        believe: Callable[[RgbImage], Probabilities],
        *,
        classes: Sequence[str],
        calibration: dict[str, float] | None = None,
        thresholds: Thresholds | None = None,
    ) -> None:
        self._believe, self._classes = believe, tuple(classes)
        self._calibration = calibration or {}
        self._thresholds = thresholds or Thresholds()

    def __call__(self, photo: RgbImage) -> Segmentation:
        """The garment in a photo of any size."""
        return self.judge(photo, self._believe(photo))

    def judge(self, photo: RgbImage, believed: Probabilities) -> Segmentation:
        """The garment in a photo, (H, W, 3), of which the network believes this."""
        own = clean(believed.garment > 0.5)
        sureness = expected_iou(believed.garment, own, self._calibration) if own.any() else 0.0
        if self._fits(own) and sureness >= self._thresholds.sure:
            return self._told(own, "tiramisu", sureness, believed)
        if own.any() and sureness >= self._thresholds.usable:
            cut = grabcut.from_probabilities(photo, believed.garment)
            if cut is not None and self._fits(cut := clean(cut)):
                return self._told(cut, "tiramisu+grabcut", self._doubted(believed.garment, cut), believed)
        cut = grabcut.from_rectangle(photo)
        if cut is not None and self._fits(cut := clean(cut)):
            return self._told(cut, "grabcut", self._doubted(believed.garment, cut), None)
        whole = np.ones(photo.shape[:2], bool)
        return self._told(whole, "whole photo", soft_iou(believed.garment, whole), None)

    def _fits(self, mask: Mask) -> bool:
        covered = masks.coverage(mask)
        return self._thresholds.least_coverage <= covered <= self._thresholds.most_coverage

    def _doubted(self, garment: ProbabilityMap, mask: Mask) -> float:
        """A mask that had to be mended is believed at most as much as an unsure one of the network's."""
        return min(expected_iou(garment, mask, self._calibration), self._thresholds.sure)

    def _told(
        self, mask: Mask, route: Route, confidence: float, believed: Probabilities | None
    ) -> Segmentation:
        garment_class = None
        if believed is not None and len(self._classes):
            small = masks.resized(mask, *believed.classes.shape[1:])
            if small.any():
                garment_class = self._classes[int(believed.classes[:, small].sum(axis=1).argmax())]
        return Segmentation(mask, route, confidence, masks.coverage(mask), garment_class)


def clean(mask: Mask) -> Mask:
    """The main parts without crumbs and pinholes."""
    return masks.without_pinholes(masks.main_parts(mask))


class PhotoPipeline:
    """Bytes of a photo to what it shows. Safe to call from several threads."""

    def __init__(self, segment: Callable[[RgbImage], Segmentation], embed: Embedder) -> None:
        self.segment, self.embed = segment, embed

    @property
    def model_id(self) -> str:
        """Vectors of pipelines with the same id can be compared."""
        return self.embed.model_id

    @property
    def dimension(self) -> int:
        """Length of the vectors."""
        return self.embed.dimension

    def verdict_calibration(self, path: Path = SHIPPED_VERDICT) -> dict[str, float]:
        """What the similarities of these vectors are worth; empty where that was never fitted for them."""
        if not path.is_file():
            return {}
        fitted = json.loads(path.read_text(encoding="utf-8"))
        return dict(fitted["calibration"]) if fitted["model"] == self.model_id else {}

    def look(self, data: bytes) -> Look:
        """Decode, cut out, embed.

        Raises:
            PhotoError: the picture cannot be used.
        """
        began = time.perf_counter()
        photo = decode(data, at_least=WORKING_SIDE)
        decoded = time.perf_counter()
        found = self.segment(photo)
        segmented = time.perf_counter()
        vector = self.embed(photo, found.mask)
        embedded = time.perf_counter()
        return Look(
            photo,
            found.mask,
            found.segmented_by,
            found.confidence,
            found.coverage,
            found.garment_class,
            vector,
            {
                "decode": 1000 * (decoded - began),
                "segment": 1000 * (segmented - decoded),
                "embed": 1000 * (embedded - segmented),
            },
        )

    def embed_pictures(self, pictures: Sequence[bytes]) -> NDArray[np.float32]:
        """Vectors of catalogue pictures, (N, D); they are cut out the way photos are.

        Raises:
            PhotoError: one of them cannot be used.
        """
        if not pictures:
            return np.empty((0, self.dimension), np.float32)
        photos = [decode(data, at_least=WORKING_SIDE) for data in pictures]
        return self.embed.batch([(photo, self.segment(photo).mask) for photo in photos])


def open_segmenter(
    checkpoint: Path = checkpoints.SHIPPED_TIRAMISU, *, conversions: Conversions | None = None
) -> Segmenter:
    """The segmenter with its network loaded, on the best runtime that this machine has.

    Args:
        conversions: where what is made of the checkpoint is kept for the next start.

    Raises:
        CheckpointError: the network is absent or damaged.
    """
    runtime = open_runtime(checkpoint, conversions)
    return Segmenter(
        lambda photo: probabilities(runtime, photo),
        classes=runtime.notes.classes,
        calibration=dict(runtime.notes.calibration),
    )


def open_pipeline(
    *,
    checkpoint: Path = checkpoints.SHIPPED_TIRAMISU,
    backbone: str = EFFICIENTNET_LITE0,
    projection: Path | None = checkpoints.SHIPPED_PROJECTION,
    conversions: Conversions | None = None,
) -> PhotoPipeline:
    """The pipeline with its models loaded, on the best runtime that this machine has.

    Args:
        projection: used where it was learnt for this backbone; None uses none.
        conversions: where what is made of the models is kept, so that the next start takes a tenth of the
            time and needs no torch.

    Raises:
        CheckpointError: a model is absent or damaged.
    """
    seen = load_backbone(backbone)
    learnt = checkpoints.load_projection(projection, conversions) if projection is not None else None
    if learnt is not None and learnt.backbone != backbone:
        learnt = None
    return PhotoPipeline(
        open_segmenter(checkpoint, conversions=conversions),
        Embedder(seen, best_features(seen, conversions), projection=learnt),
    )

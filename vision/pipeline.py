"""A photo, seen: its bytes decoded, its garments found, the chosen one told in a vector."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vision.arrays import Embedding, Mask, RgbImage
from vision.decoding import conversion
from vision.decoding.decoder import Decoder, InProcessDecoder
from vision.decoding.photos import shrunk
from vision.embedding import EFFICIENTNET_LITE0, Embedder, best_features, load_backbone
from vision.runtime import checkpoints
from vision.runtime.conversions import Conversions
from vision.segmentation import garments
from vision.segmentation.segmenter import Garment, Route, Segmenter, open_segmenter

WORKING_SIDE = 480
"""Photos are judged at this many pixels on the longest side, or a little more: an eighth of 12 megapixels."""


MEANT, MEANT_SURE = 0.15, 0.6
"""Another garment may be meant from this share of the chosen one's prominence and this expected IoU on."""
PICTURES_AT_ONCE = 2
"""Catalogue pictures cut out side by side: while the network has one, the other is decoded and judged."""
SHIPPED_VERDICT = Path(__file__).parent / "weights" / "verdict.json"
"""The chance that a best match is right, as `vision.lab.exams.verdict` fitted it for one model."""


@dataclass(frozen=True, slots=True)
class PhotoAnalysis:
    """Everything the pipeline sees in a photo."""

    photo: RgbImage
    mask: Mask
    segmented_by: Route
    confidence: float
    coverage: float
    garment_class: str | None
    class_confidence: float
    """The network's chance that the class is right, 0 to 1."""
    embedding: Embedding
    """Of the chosen garment."""
    ms: dict[str, float]
    """Milliseconds of `decode`, `segment`, `embed`; and of `read`, the wait for what the barcodes say."""
    garments: tuple[Garment, ...] = ()
    """All that the photo shows, the chosen one first."""
    numbers: tuple[str, ...] = ()
    """What its barcodes say, where that was asked for; a misread one is possible, so look it up."""

    @property
    def choices(self) -> tuple[Garment, ...]:
        """The garments that a person may mean: the chosen one, and each that is nearly as prominent."""
        if not self.garments:
            chosen = Garment(self.mask, self.confidence, self.garment_class, self.class_confidence)
            return (chosen,)
        first, *others = self.garments
        least = MEANT * garments.prominence(first.mask)
        meant = (g for g in others if g.confidence >= MEANT_SURE and garments.prominence(g.mask) >= least)
        return (first, *meant)


class PhotoPipeline:
    """Bytes of a photo to what it shows. Safe to call from several threads."""

    def __init__(self, segment: Segmenter, embed: Embedder, *, decoder: Decoder | None = None) -> None:
        """`decoder` opens all photos and pictures; by default within this very process."""
        self.segment, self.embed = segment, embed
        self.decoder: Decoder = decoder or InProcessDecoder()

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

    def analyse(self, data: bytes, *, numbers: bool = False) -> PhotoAnalysis:
        """Decode, cut out, embed; and with `numbers` read the barcodes beside that.

        Raises:
            PhotoError: the picture cannot be used.
        """
        began = time.perf_counter()
        opened = self.decoder.open(data, at_least=WORKING_SIDE, numbers=numbers)
        photo = opened.pixels.result()
        decoded = time.perf_counter()
        found = self.segment(photo)
        segmented = time.perf_counter()
        vector = self.embed(photo, found.mask)
        embedded = time.perf_counter()
        ms = {
            "decode": 1000 * (decoded - began),
            "segment": 1000 * (segmented - decoded),
            "embed": 1000 * (embedded - segmented),
        }
        said = opened.numbers.result()
        if numbers:
            ms["read"] = 1000 * (time.perf_counter() - embedded)
        return PhotoAnalysis(
            photo,
            found.mask,
            found.segmented_by,
            found.confidence,
            found.coverage,
            found.garment_class,
            found.class_confidence,
            vector,
            ms,
            found.garments,
            said,
        )

    def check(self, data: bytes) -> bytes:
        """Check a catalogue picture and return the file to store; see `vision.decoding.conversion.checked`.

        Raises:
            PhotoError: the picture cannot be used.
        """
        return conversion.checked(data, self.decoder, at_least=WORKING_SIDE)

    def embed_pictures(
        self, pictures: Sequence[bytes], classes: Sequence[str | None] | None = None
    ) -> NDArray[np.float32]:
        """Vectors of catalogue pictures, (N, D); they are cut out the way photos are.

        Args:
            classes: the class of each picture's item where it is known, so that a model's picture of a top
                gives the top alone.

        Raises:
            PhotoError: one of them cannot be used.
        """
        if not pictures:
            return np.empty((0, self.dimension), np.float32)
        known = [None] * len(pictures) if classes is None else classes
        with ThreadPoolExecutor(PICTURES_AT_ONCE) as threads:
            cut = threads.map(self._cut, pictures, known)
            return self.embed.batch(list(cut))

    def _cut(self, picture: bytes, garment_class: str | None) -> tuple[RgbImage, Mask]:
        """A catalogue picture at the working size, and the mask of its garment."""
        photo = shrunk(self.decoder.open(picture, at_least=WORKING_SIDE).pixels.result(), WORKING_SIDE)
        return photo, self.segment(photo, garment_class).mask


def open_pipeline(
    *,
    checkpoint: Path = checkpoints.SHIPPED_TIRAMISU,
    backbone: str = EFFICIENTNET_LITE0,
    projection: Path | None = checkpoints.SHIPPED_PROJECTION,
    conversions: Conversions | None = None,
    decoder: Decoder | None = None,
) -> PhotoPipeline:
    """The pipeline with its models loaded, on the best runtime that this machine has.

    Args:
        projection: used where it was learnt for this backbone; None uses none.
        conversions: where what is made of the models is kept, so that the next start takes a tenth of the
            time and needs no torch.
        decoder: what opens photos; by default this very process does.

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
        decoder=decoder,
    )

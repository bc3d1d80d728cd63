"""From the bytes of a photo to its garments and the chosen one's embedding."""

from __future__ import annotations

import time
import zlib
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import numpy as np
from numpy.typing import NDArray

from vision import views
from vision.arrays import Embedding, Mask, RgbImage
from vision.barcodes import FULL_SIDE
from vision.decoding import conversion
from vision.decoding.decoder import Decoder, InProcessDecoder, OpenedPhoto
from vision.decoding.photos import shrunk
from vision.embedding import EFFICIENTNET_LITE0, Embedder, best_features, load_backbone, open_trained
from vision.labels import LabelReader, Reader
from vision.runtime import checkpoints
from vision.runtime.conversions import Conversions
from vision.runtime.embedding_checkpoint import SHIPPED_EMBEDDING
from vision.runtime.identity import SHIPPED_VERDICT as SHIPPED_VERDICT
from vision.runtime.identity import pipeline_id, verdict_calibration
from vision.segmentation import garments
from vision.segmentation.segmenter import Garment, Route, Segmenter, open_segmenter

WORKING_SIDE = 480
"""Photos are segmented at this longest side, in pixels, or some more: an eighth of a 12 megapixel photo's."""


CHOICE_PROMINENCE, CHOICE_CONFIDENCE = 0.15, 0.6
"""A garment is a choice from this share of the chosen one's prominence and this expected IoU on."""
PICTURES_AT_ONCE = 2
"""Catalogue pictures segmented in parallel: the network runs one while the other is decoded."""
VIEW_SIDE = 288
"""Pixels a side of the views that are made of catalogue pictures."""


@dataclass(frozen=True, slots=True)
class PictureViews:
    """Views of a catalogue picture, as phones would photograph its garment, embedded."""

    vectors: NDArray[np.float32]
    """(N, D)."""
    garment_class: str | None
    """What the picture seems to show: one of `vision.arrays.GARMENT_CLASSES`, or None."""
    class_confidence: float
    """The probability that the class is right, 0 to 1."""
    mask_confidence: float
    """The expected IoU of the picture's mask, 0 to 1."""


@dataclass(frozen=True, slots=True)
class PhotoAnalysis:
    """The pipeline's results for a photo."""

    photo: RgbImage
    """(H, W, 3)."""
    mask: Mask
    """(H, W), of the chosen garment."""
    segmented_by: Route
    confidence: float
    """Expected IoU of the mask with the truth, 0 to 1."""
    coverage: float
    """The mask's share of the photo, 0 to 1."""
    garment_class: str | None
    """One of `vision.arrays.GARMENT_CLASSES`, or None."""
    class_confidence: float
    """The probability that the class is right, 0 to 1."""
    embedding: Embedding
    """(D,), of the chosen garment."""
    ms: dict[str, float]
    """Milliseconds of `decode`, `segment` and `embed`, and of `read`, the wait for barcodes and print."""
    garments: tuple[Garment, ...] = ()
    """All garments in the photo, the chosen one first."""
    numbers: tuple[str, ...] = ()
    """The barcodes' texts, if they were to be read. One may be misread, so look it up."""
    printed: tuple[str, ...] = ()
    """The lines of print on tags and labels, if barcodes were to be read. Words may be misread."""

    @property
    def choices(self) -> tuple[Garment, ...]:
        """The garments that a person may mean: the chosen one, and the prominent ones of the rest."""
        if not self.garments:
            chosen = Garment(self.mask, self.confidence, self.garment_class, self.class_confidence)
            return (chosen,)
        return choices_of(self.garments)


def choices_of(found: tuple[Garment, ...]) -> tuple[Garment, ...]:
    """Choose the garments that a person may mean: the first, and the prominent ones of the rest."""
    chosen, *rest = found
    least = CHOICE_PROMINENCE * garments.prominence(chosen.mask)
    choices = (
        garment
        for garment in rest
        if garment.confidence >= CHOICE_CONFIDENCE and garments.prominence(garment.mask) >= least
    )
    return (chosen, *choices)


class PhotoPipeline:
    """Analyses photos and embeds catalogue pictures. Safe to call from several threads.

    Args:
        decoder: decodes photos and pictures; by default in this process.
        read_print: reads the print on labels; by default nothing does.
    """

    def __init__(
        self,
        segment: Segmenter,
        embed: Embedder,
        *,
        decoder: Decoder | None = None,
        read_print: Reader | None = None,
    ) -> None:
        self.segment, self.embed = segment, embed
        self.decoder: Decoder = decoder or InProcessDecoder()
        self._read_print = read_print

    @property
    def model_id(self) -> str:
        """Embeddings of pipelines with the same id can be compared."""
        return pipeline_id(self.embed.model_id)

    @property
    def dimension(self) -> int:
        """Length of the embeddings."""
        return self.embed.dimension

    def verdict_calibration(self, path: Path = SHIPPED_VERDICT) -> dict[str, float]:
        """Read the calibration of `path`; empty if it was not fitted for this model."""
        return verdict_calibration(self.model_id, path)

    def analyse(self, data: bytes, *, numbers: bool = False) -> PhotoAnalysis:
        """Decode a photo, segment it and embed its most prominent garment.

        Args:
            data: the file's bytes.
            numbers: whether to read the barcodes and the print, which happens in parallel.

        Raises:
            PhotoError: the picture cannot be used.
        """
        began = time.perf_counter()
        opened = self.decoder.open(data, at_least=WORKING_SIDE, numbers=numbers)
        printed = self._printed(opened) if numbers else None
        photo = opened.pixels.result()
        decoded = time.perf_counter()
        segmentation = self.segment(photo)
        segmented = time.perf_counter()
        embedding = self.embed(photo, segmentation.mask)
        embedded = time.perf_counter()
        ms = {
            "decode": 1000 * (decoded - began),
            "segment": 1000 * (segmented - decoded),
            "embed": 1000 * (embedded - segmented),
        }
        barcodes = opened.numbers.result()
        lines = printed.result() if printed is not None else ()
        if numbers:
            ms["read"] = 1000 * (time.perf_counter() - embedded)
        return PhotoAnalysis(
            photo,
            segmentation.mask,
            segmentation.segmented_by,
            segmentation.confidence,
            segmentation.coverage,
            segmentation.garment_class,
            segmentation.class_confidence,
            embedding,
            ms,
            segmentation.garments,
            barcodes,
            lines,
        )

    def _printed(self, opened: OpenedPhoto) -> Future[tuple[str, ...]]:
        """Read the print on a thread of its own, as soon as it is cut out; none starts without print."""
        lines: Future[tuple[str, ...]] = Future()
        read_print = self._read_print

        def read(pixels: RgbImage) -> None:
            try:
                lines.set_result(() if read_print is None else read_print(pixels))
            except BaseException as error:
                lines.set_exception(error)

        def cut_out(printed: Future[RgbImage | None]) -> None:
            pixels = None if printed.exception() is not None else printed.result()
            if pixels is None or read_print is None:
                lines.set_result(())
            else:
                Thread(target=read, args=[pixels], name="labels", daemon=True).start()

        opened.printed.add_done_callback(cut_out)
        return lines

    def read_again(self, data: bytes) -> tuple[str, ...]:
        """Read a JPEG's barcodes at full size, which takes longer than `analyse` does; none of other formats.

        Those cannot be decoded at a smaller size, so `analyse` has seen nearly all of them, and decoding some
        takes seconds.

        Raises:
            PhotoError: the picture cannot be used.
        """
        if not data.startswith(b"\xff\xd8"):
            return ()
        return self.decoder.open(data, at_least=FULL_SIDE, numbers=True).numbers.result()

    def check(self, data: bytes) -> bytes:
        """Check a catalogue picture and return the file to store; see `vision.decoding.conversion.storable`.

        Raises:
            PhotoError: the picture cannot be used.
        """
        return conversion.storable(data, self.decoder, at_least=WORKING_SIDE)

    def embed_pictures(
        self, pictures: Sequence[bytes], classes: Sequence[str | None] | None = None
    ) -> NDArray[np.float32]:
        """Embed catalogue pictures, which are segmented as photos are: (N, D).

        Args:
            pictures: the files' bytes.
            classes: the class of each picture's item if known, so that a model's picture of a top gives the
                top alone.

        Raises:
            PhotoError: one of the pictures cannot be used.
        """
        if not pictures:
            return np.empty((0, self.dimension), np.float32)
        garment_classes = [None] * len(pictures) if classes is None else classes
        with ThreadPoolExecutor(PICTURES_AT_ONCE) as threads:
            garment_masks = threads.map(self._segmented, pictures, garment_classes)
            return self.embed.batch(list(garment_masks))

    def embed_views(self, picture: bytes, count: int) -> PictureViews:
        """Embed `count` views of a catalogue picture, as phones would photograph it: always the same ones.

        The picture is segmented once. Each view has creases, light, perspective and a mask of its own.

        Raises:
            PhotoError: the picture cannot be used.
        """
        photo = shrunk(self.decoder.open(picture, at_least=WORKING_SIDE).pixels.result(), WORKING_SIDE)
        found = self.segment(photo, separate=False)
        cut_out = views.square(photo, found.mask, side=VIEW_SIDE)
        rng = np.random.default_rng(zlib.crc32(picture))
        garments = [views.photographed(cut_out, rng, views.ASKED, size=VIEW_SIDE) for _ in range(count)]
        vectors = self.embed.batch(garments)
        return PictureViews(vectors, found.garment_class, found.class_confidence, found.confidence)

    def _segmented(self, picture: bytes, garment_class: str | None) -> tuple[RgbImage, Mask]:
        """Decode a catalogue picture at the working size, (H, W, 3), and segment its garment, (H, W)."""
        photo = shrunk(self.decoder.open(picture, at_least=WORKING_SIDE).pixels.result(), WORKING_SIDE)
        return photo, self.segment(photo, garment_class, separate=False).mask


def open_pipeline(
    *,
    checkpoint: Path = checkpoints.SHIPPED_TIRAMISU,
    backbone: str = EFFICIENTNET_LITE0,
    projection: Path | None = checkpoints.SHIPPED_PROJECTION,
    trained: Path | None = SHIPPED_EMBEDDING,
    conversions: Conversions | None = None,
    decoder: Decoder | None = None,
) -> PhotoPipeline:
    """Load the pipeline's models on the best runtime of this machine.

    Args:
        projection: used if it was learnt for this backbone.
        trained: the trained embedding, used beside the default backbone, for which its share was chosen.
        conversions: stores converted models, so that the next start takes a tenth of the time and needs no
            torch.
        decoder: decodes photos; by default in this process.

    Raises:
        CheckpointError: a model is missing, damaged or of another kind.
    """
    network = load_backbone(backbone)
    learnt = checkpoints.load_projection(projection, conversions) if projection is not None else None
    if learnt is not None and learnt.backbone != backbone:
        learnt = None
    if backbone != EFFICIENTNET_LITE0:
        trained = None
    return PhotoPipeline(
        open_segmenter(checkpoint, conversions=conversions),
        Embedder(
            network,
            best_features(network, conversions),
            projection=learnt,
            trained=open_trained(trained, conversions) if trained is not None else None,
        ),
        decoder=decoder,
        read_print=LabelReader(),
    )

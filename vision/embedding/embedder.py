"""From the mask of a garment to its unit vector: frozen features, colours and the trained embedding, joined.

The networks get the cut-out on plain grey. Colours are counted under the mask only. All three parts have
length one before they are joined, so that the cosine of two vectors is a weighted mean of similarities.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from vision import masks
from vision.arrays import Embedding, Mask, RgbImage
from vision.colour import colour_descriptor
from vision.embedding.backbones import Backbone
from vision.embedding.trained import Trained
from vision.errors import CheckpointError
from vision.runtime import imagenet
from vision.runtime.checkpoints import Projection
from vision.runtime.identity import embedder_id
from vision.runtime.processor import Run

_GROUND = 127
"""The grey behind the cut-out, which the normalisations turn into about 0."""


class Parts(NamedTuple):
    """The parts of N embeddings; each row has length one."""

    features: NDArray[np.float32]
    """(N, F), of the frozen backbone."""
    colours: NDArray[np.float32]
    """(N, C)."""
    trained: NDArray[np.float32]
    """(N, T); (N, 0) without a trained embedding."""


class Embedder:
    """Embeds garments as unit vectors, (D,).

    Args:
        backbone: extracts features of shape, print and fabric.
        run: runs the backbone.
        projection: a learnt map of features and colours. Without one, both are taken as they are.
        colour_weight: the colours' share of the squared length, 0 to 1, without a projection. The default
            is a compromise: studio views need more colour, bad phone photos less (see
            `python -m vision evaluate --retrieval`).
        describe: (photo, mask) to a colour descriptor.
        trained: the trained embedding, which gets its share of the squared length.

    Raises:
        CheckpointError: the projection was learnt for another backbone.
    """

    def __init__(
        self,
        backbone: Backbone,
        run: Run,
        *,
        projection: Projection | None = None,
        colour_weight: float = 0.15,
        describe: Callable[[RgbImage, Mask], NDArray[np.float32]] = colour_descriptor,
        trained: Trained | None = None,
    ) -> None:
        if projection is not None and projection.backbone != backbone.name:
            raise CheckpointError(
                f"The projection is for {projection.backbone}, not for {backbone.name}: train another."
            )
        self.backbone, self._run, self._describe = backbone, run, describe
        self.colour_weight = colour_weight if projection is None else projection.colour_weight
        notes = None if trained is None else trained.notes
        self.model_id = embedder_id(backbone.name, self.colour_weight, projection, notes)
        self._projection = projection
        self.trained = trained

    @property
    def projected(self) -> bool:
        """Whether there is a projection."""
        return self._projection is not None

    @property
    def features(self) -> int:
        """How many features the backbone has."""
        return self.backbone.features

    @property
    def dimension(self) -> int:
        """Length of the embeddings."""
        trained = 0 if self.trained is None else self.trained.notes.dimension
        if self._projection is not None:
            return len(self._projection.matrix) + trained
        sample = np.zeros((2, 2, 3), np.uint8)
        return self.backbone.features + len(self._describe(sample, np.ones((2, 2), bool))) + trained

    @property
    def part_from(self) -> int:
        """Where the trained part of an embedding begins; 0 without one."""
        return 0 if self.trained is None else self.dimension - self.trained.notes.dimension

    def without_trained(self) -> Embedder:
        """The same embedder without its trained part; its vectors are those of another model."""
        embedder = copy(self)
        embedder.trained = None
        embedder.model_id = embedder_id(self.backbone.name, self.colour_weight, self._projection, None)
        return embedder

    def __call__(self, photo: RgbImage, mask: Mask) -> Embedding:
        """Embed the garment under the mask (H, W) of a photo (H, W, 3)."""
        embedding: Embedding = self.batch([(photo, mask)])[0]
        return embedding

    def batch(self, garments: Sequence[tuple[RgbImage, Mask]]) -> NDArray[np.float32]:
        """Embed N garments: (N, D)."""
        return self.joined(self.parts(garments))

    def parts(self, garments: Sequence[tuple[RgbImage, Mask]]) -> Parts:
        """Compute the parts of N garments."""
        squares = [masks.cut_out(photo, mask, ground=_GROUND) for photo, mask in garments]
        backbone, trained = self.backbone, self.trained
        features = _unit(self._run(_inputs(squares, backbone.side, backbone.mean, backbone.std)))
        colours = _unit(np.stack([self._describe(photo, mask) for photo, mask in garments]))
        if trained is None:
            return Parts(features, colours, np.empty((len(features), 0), np.float32))
        inputs = _inputs(squares, trained.notes.side, imagenet.MEAN, imagenet.STD)
        return Parts(features, colours, _unit(trained.run(inputs)))

    def joined(self, parts: Parts) -> NDArray[np.float32]:
        """Join the parts to embeddings, (N, D)."""
        vectors = weighted(parts.features, parts.colours, self.colour_weight)  # (N, F + C)
        if self._projection is not None:
            mean, matrix = self._projection.mean, self._projection.matrix
            # Not `@`: OpenBLAS wakes threads for so little work, and waits for them on a busy machine.
            vectors = np.einsum("nf,df->nd", vectors - mean, matrix).astype(np.float32, copy=False)
        if self.trained is None:
            return _unit(vectors)
        return weighted(_unit(vectors), parts.trained, self.trained.notes.share)


def _inputs(
    squares: Sequence[RgbImage], side: int, mean: Sequence[float], std: Sequence[float]
) -> NDArray[np.float32]:
    """Resize and normalise cut-outs of any sizes: (N, 3, side, side)."""
    batch = np.empty((len(squares), 3, side, side), np.float32)
    for row, square in zip(batch, squares, strict=True):
        interpolation = cv2.INTER_AREA if square.shape[0] > side else cv2.INTER_LINEAR
        resized = cv2.resize(square, (side, side), interpolation=interpolation)
        row[:] = ((resized - np.array(mean, np.float32)) / np.array(std, np.float32)).transpose(2, 0, 1)
    return batch


def weighted(first: NDArray[np.float32], second: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    """Join (N, F) and (N, S) to (N, F + S), all rows of length one.

    The second gets its `share`, 0 to 1, of the squared length, and so of the cosine.
    """
    return np.concatenate([first * np.sqrt(1 - share), second * np.sqrt(share)], axis=1).astype(np.float32)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return scaled

"""From a garment to a unit vector: a backbone's features joined with a colour descriptor.

The backbone sees the cut-out on a plain ground; the colours are counted under the mask only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from vision import imagenet, masks
from vision.arrays import Embedding, Mask, RgbImage
from vision.checkpoints import Projection
from vision.colour import colour_descriptor
from vision.errors import CheckpointError
from vision.processor import Converted, Run
from vision.torchvision_import import import_torchvision

log = logging.getLogger(__name__)

EFFICIENTNET_LITE0 = "efficientnet_lite0"
_GROUND = 127
"""The grey that the cut-out lies on: what both normalisations turn into about nothing."""


@dataclass(frozen=True, slots=True)
class Backbone:
    """A network that turns pictures into features."""

    name: str
    network: nn.Module
    """(B, 3, side, side) float32, normalised, to (B, features)."""
    features: int
    side: int
    """Pixels a side."""
    mean: tuple[float, float, float]
    """Taken from red, green and blue in 0 to 255."""
    std: tuple[float, float, float]


def load_backbone(name: str = EFFICIENTNET_LITE0) -> Backbone:
    """A backbone with its pretrained weights.

    Args:
        name: `efficientnet_lite0` (ImageNet weights, installed with this package), or the name of any
            torchvision classification model, such as `resnet50` or `convnext_tiny`, whose own default
            weights torchvision then fetches once and keeps.

    Raises:
        CheckpointError: there is no such backbone, or its weights cannot be had.
    """
    if name == EFFICIENTNET_LITE0:
        return _efficientnet_lite0()
    return _from_torchvision(name)


def _efficientnet_lite0() -> Backbone:
    return Backbone(EFFICIENTNET_LITE0, imagenet.efficientnet_lite0(), 1280, 224, imagenet.MEAN, imagenet.STD)


def _from_torchvision(name: str) -> Backbone:
    import_torchvision()
    from torchvision import models

    if name not in models.list_models(module=models):
        raise CheckpointError(
            f"There is no backbone {name}: choose {EFFICIENTNET_LITE0} or a torchvision classification model."
        )
    try:
        network: nn.Module = models.get_model(name, weights="DEFAULT")
        preset: Any = models.get_model_weights(name).DEFAULT.transforms()
    except OSError as error:
        raise CheckpointError(
            f"The weights of {name} cannot be fetched: go online once, or put them into torch's cache."
        ) from error
    network.eval()
    _drop_classifier(network)
    side = int(preset.crop_size[0])
    with torch.inference_mode():
        features = int(network(torch.zeros(1, 3, side, side)).shape[1])
    mean, std = (tuple(255 * float(v) for v in values) for values in (preset.mean, preset.std))
    return Backbone(name, network, features, side, mean, std)  # type: ignore[arg-type]


def _drop_classifier(network: nn.Module) -> None:
    """Replace the last linear layer, wherever this architecture keeps it, by nothing."""
    linear = [name for name, module in network.named_modules() if isinstance(module, nn.Linear)]
    if not linear:
        raise CheckpointError(
            "This backbone has no last linear layer to take features before: choose another."
        )
    owner, _, leaf = linear[-1].rpartition(".")
    setattr(network.get_submodule(owner), leaf, nn.Identity())


def torch_features(backbone: Backbone, *, device: str = "cpu") -> Run:
    """The backbone in torch, on `device`: (B, 3, side, side) normalised -> (B, features)."""
    network = backbone.network.to(device)

    @torch.inference_mode()
    def run(batch: NDArray[np.float32]) -> NDArray[np.float32]:
        made: NDArray[np.float32] = network(torch.from_numpy(batch).to(device)).float().cpu().numpy()
        return made

    return run


def openvino_features(backbone: Backbone) -> Run:
    """The backbone in OpenVINO, on the processor.

    Float32, not bfloat16: a vector made today must equal the one stored last year on another processor.

    Raises:
        ImportError: OpenVINO is not installed.
    """
    converted = Converted(backbone.network, torch.zeros(1, 3, backbone.side, backbone.side))
    return converted.compile((-1, 3, backbone.side, backbone.side), precision="f32")


def best_features(backbone: Backbone) -> Run:
    """torch on a GPU where there is one, else OpenVINO, else torch on the processor."""
    if torch.cuda.is_available():
        return torch_features(backbone, device="cuda")
    try:
        return openvino_features(backbone)
    except ImportError:
        log.info("OpenVINO is not installed; torch runs the backbone, more slowly")
        return torch_features(backbone)


class Embedder:
    """Garments to unit vectors.

    Args:
        backbone: what sees shape, print and fabric.
        run: what runs it.
        projection: a learnt map to the vector that is kept; it was learnt for this backbone. Without one,
            features and colours themselves are kept.
        colour_weight: the share of the squared length that colour gets where there is no projection, 0 to
            1. The default is a compromise that `python -m vision evaluate --retrieval` shows: studio views
            want more colour, bad phone photos less.
    """

    def __init__(
        self,
        backbone: Backbone,
        run: Run,
        *,
        projection: Projection | None = None,
        colour_weight: float = 0.15,
        describe: Callable[[RgbImage, Mask], NDArray[np.float32]] = colour_descriptor,
    ) -> None:
        if projection is not None and projection.backbone != backbone.name:
            raise CheckpointError(
                f"The projection is for {projection.backbone}, not for {backbone.name}: train another."
            )
        self.backbone, self._run, self._describe = backbone, run, describe
        self.colour_weight = colour_weight if projection is None else projection.colour_weight
        self.model_id = f"{backbone.name}+colour1@{self.colour_weight:g}"
        self._mean: NDArray[np.float32] | None = None
        if projection is not None:
            self.model_id += f"+{projection.name}"
            self._mean, self._matrix = projection.mean.numpy(), projection.matrix.numpy()

    @property
    def features(self) -> int:
        """How many of the values come from the backbone."""
        return self.backbone.features

    @property
    def dimension(self) -> int:
        """Length of the vectors."""
        if self._mean is not None:
            return len(self._matrix)
        sample = np.zeros((2, 2, 3), np.uint8)
        return self.backbone.features + len(self._describe(sample, np.ones((2, 2), bool)))

    def __call__(self, photo: RgbImage, mask: Mask) -> Embedding:
        """The vector of what the mask shows of the photo."""
        made: Embedding = self.batch([(photo, mask)])[0]
        return made

    def batch(self, garments: Sequence[tuple[RgbImage, Mask]]) -> NDArray[np.float32]:
        """The vectors of several garments, (N, D), each of length one."""
        return self.joined(*self.parts(garments))

    def parts(
        self, garments: Sequence[tuple[RgbImage, Mask]]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """What the backbone sees, (N, features), and the colours, (N, C); each row of length one."""
        seen = np.stack([self._input(photo, mask) for photo, mask in garments])
        colours = np.stack([self._describe(photo, mask) for photo, mask in garments])
        return _unit(self._run(seen)), _unit(colours)

    def joined(self, features: NDArray[np.float32], colours: NDArray[np.float32]) -> NDArray[np.float32]:
        """The parts as one vector each, (N, D), of length one."""
        both = weighted(features, colours, self.colour_weight)
        return _unit(both if self._mean is None else (both - self._mean) @ self._matrix.T)

    def _input(self, photo: RgbImage, mask: Mask) -> NDArray[np.float32]:
        square = masks.cut_out(photo, mask, ground=_GROUND)
        side = self.backbone.side
        larger = square.shape[0] > side
        smooth = cv2.INTER_AREA if larger else cv2.INTER_LINEAR
        seen = cv2.resize(square, (side, side), interpolation=smooth)
        mean, std = (np.array(v, np.float32) for v in (self.backbone.mean, self.backbone.std))
        return np.ascontiguousarray(((seen - mean) / std).astype(np.float32).transpose(2, 0, 1))


def weighted(
    features: NDArray[np.float32], colours: NDArray[np.float32], colour_weight: float
) -> NDArray[np.float32]:
    """(N, F) and (N, C), rows of length one, as (N, F + C): colour has that share of the squared length."""
    return np.concatenate(
        [features * np.sqrt(1 - colour_weight), colours * np.sqrt(colour_weight)], axis=1
    ).astype(np.float32)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return scaled

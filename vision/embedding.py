"""Embed garments as unit vectors: a backbone's features joined with a colour descriptor.

The backbone gets the cut-out on plain grey. Colours are counted under the mask only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision import masks
from vision.arrays import Embedding, Mask, RgbImage
from vision.colour import colour_descriptor
from vision.errors import CheckpointError
from vision.runtime import imagenet
from vision.runtime.checkpoints import Projection
from vision.runtime.conversions import Conversions, versions
from vision.runtime.processor import Converted, Run, has_gpu, has_openvino

if TYPE_CHECKING:
    # Loading torch takes seconds, and a converted network runs without it.
    from torch import nn

log = logging.getLogger(__name__)

EFFICIENTNET_LITE0 = "efficientnet_lite0"
_GROUND = 127
"""The grey behind the cut-out, which the normalisations turn into about 0."""


@dataclass(frozen=True)
class Backbone:
    """A network that turns pictures into features."""

    name: str
    load: Callable[[], nn.Module]
    """Build the network: (B, 3, side, side) float32, normalised -> (B, features)."""
    features: int
    side: int
    """Pixels a side."""
    mean: tuple[float, float, float]
    """Subtracted from red, green and blue in 0 to 255, which `std` then divides."""
    std: tuple[float, float, float]
    sources: tuple[Path, ...] = ()
    """The files that define the network. Without any, its conversion is not stored."""

    @cached_property
    def network(self) -> nn.Module:
        """The network, loaded on first use."""
        return self.load()


def load_backbone(name: str = EFFICIENTNET_LITE0) -> Backbone:
    """Load a backbone with its pretrained weights.

    Args:
        name: `efficientnet_lite0`, whose ImageNet weights are installed, or a torchvision classification
            model, such as `resnet50` or `convnext_tiny`, whose default weights torchvision downloads once.

    Raises:
        CheckpointError: there is no such backbone, or its weights cannot be downloaded.
    """
    if name == EFFICIENTNET_LITE0:
        return _efficientnet_lite0()
    return _from_torchvision(name)


def _efficientnet_lite0() -> Backbone:
    return Backbone(
        EFFICIENTNET_LITE0,
        imagenet.efficientnet_lite0,
        1280,
        224,
        imagenet.MEAN,
        imagenet.STD,
        (imagenet.weights_path(), Path(imagenet.__file__)),
    )


def _from_torchvision(name: str) -> Backbone:
    import torch

    from vision.runtime.torchvision_import import import_torchvision

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
    return Backbone(name, lambda: network, features, side, mean, std)  # type: ignore[arg-type]


def _drop_classifier(network: nn.Module) -> None:
    """Replace the last linear layer, whatever its name, by the identity."""
    from torch import nn

    linear = [name for name, module in network.named_modules() if isinstance(module, nn.Linear)]
    if not linear:
        raise CheckpointError(
            "This backbone has no last linear layer to take features before: choose another."
        )
    owner, _, leaf = linear[-1].rpartition(".")
    setattr(network.get_submodule(owner), leaf, nn.Identity())


def torch_features(backbone: Backbone, *, device: str = "cpu") -> Run:
    """Run the backbone in torch on `device`: (B, 3, side, side) normalised -> (B, features)."""
    import torch

    network = backbone.network.to(device)

    def run(batch: NDArray[np.float32]) -> NDArray[np.float32]:
        with torch.inference_mode():
            features: NDArray[np.float32] = network(torch.from_numpy(batch).to(device)).float().cpu().numpy()
        return features  # (B, features)

    return run


def openvino_features(backbone: Backbone, conversions: Conversions | None = None) -> Run:
    """Run the backbone in OpenVINO on the CPU.

    In float32, not bfloat16: an embedding computed today must equal the one stored last year on another CPU.

    Args:
        conversions: stores the converted network, so that the next start needs no torch.

    Raises:
        ImportError: OpenVINO is not installed.
    """

    def converted() -> Converted:
        import torch

        return Converted.from_torch(backbone.network, torch.zeros(1, 3, backbone.side, backbone.side))

    def convert(folder: Path) -> None:
        converted().write(folder / "network.xml")

    shape = (-1, 3, backbone.side, backbone.side)
    if conversions is None or not backbone.sources:
        return converted().compile(shape, precision="f32")
    sources: list[Path | str] = [*backbone.sources, *versions("openvino", "timm", "torch")]
    with conversions.entry(backbone.name, sources, convert) as folder:
        return Converted.read(folder / "network.xml").compile(shape, precision="f32")


def best_features(backbone: Backbone, conversions: Conversions | None = None) -> Run:
    """Choose torch on a GPU if there is one, else OpenVINO, else torch on the CPU."""
    if has_gpu():
        return torch_features(backbone, device="cuda")
    if has_openvino():
        return openvino_features(backbone, conversions)
    log.info("OpenVINO is not installed; torch runs the backbone, more slowly")
    return torch_features(backbone)


class Embedder:
    """Embeds garments as unit vectors, (D,).

    Args:
        backbone: extracts features of shape, print and fabric.
        run: runs the backbone.
        projection: a learnt map to the embedding. Without one, the embedding is features and colours.
        colour_weight: the colours' share of the squared length, 0 to 1, without a projection. The default
            is a compromise: studio views need more colour, bad phone photos less (see
            `python -m vision evaluate --retrieval`).
        describe: (photo, mask) to a colour descriptor.

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
            self._mean, self._matrix = projection.mean, projection.matrix

    @property
    def projected(self) -> bool:
        """Whether there is a projection."""
        return self._mean is not None

    @property
    def features(self) -> int:
        """How many features the backbone has."""
        return self.backbone.features

    @property
    def dimension(self) -> int:
        """Length of the embeddings."""
        if self._mean is not None:
            return len(self._matrix)
        sample = np.zeros((2, 2, 3), np.uint8)
        return self.backbone.features + len(self._describe(sample, np.ones((2, 2), bool)))

    def __call__(self, photo: RgbImage, mask: Mask) -> Embedding:
        """Embed the garment under the mask (H, W) of a photo (H, W, 3)."""
        embedding: Embedding = self.batch([(photo, mask)])[0]
        return embedding

    def batch(self, garments: Sequence[tuple[RgbImage, Mask]]) -> NDArray[np.float32]:
        """Embed N garments: (N, D)."""
        return self.joined(*self.parts(garments))

    def parts(
        self, garments: Sequence[tuple[RgbImage, Mask]]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Compute the features, (N, features), and the colours, (N, C); each row has length one."""
        inputs = np.stack([self._input(photo, mask) for photo, mask in garments])  # (N, 3, side, side)
        colours = np.stack([self._describe(photo, mask) for photo, mask in garments])
        return _unit(self._run(inputs)), _unit(colours)

    def joined(self, features: NDArray[np.float32], colours: NDArray[np.float32]) -> NDArray[np.float32]:
        """Join the parts to embeddings, (N, D)."""
        vectors = weighted(features, colours, self.colour_weight)  # (N, features + C)
        if self._mean is not None:
            # Not `@`: OpenBLAS wakes threads for so little work, and waits for them on a busy machine.
            vectors = np.einsum("nf,df->nd", vectors - self._mean, self._matrix).astype(
                np.float32, copy=False
            )
        return _unit(vectors)

    def _input(self, photo: RgbImage, mask: Mask) -> NDArray[np.float32]:
        square = masks.cut_out(photo, mask, ground=_GROUND)
        side = self.backbone.side
        interpolation = cv2.INTER_AREA if square.shape[0] > side else cv2.INTER_LINEAR
        resized = cv2.resize(square, (side, side), interpolation=interpolation)
        mean, std = (np.array(v, np.float32) for v in (self.backbone.mean, self.backbone.std))
        return np.ascontiguousarray(((resized - mean) / std).astype(np.float32).transpose(2, 0, 1))


def weighted(
    features: NDArray[np.float32], colours: NDArray[np.float32], colour_weight: float
) -> NDArray[np.float32]:
    """Join (N, F) and (N, C) to (N, F + C), all rows of length one; colours get their share of the square."""
    return np.concatenate(
        [features * np.sqrt(1 - colour_weight), colours * np.sqrt(colour_weight)], axis=1
    ).astype(np.float32)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return scaled

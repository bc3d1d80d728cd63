"""From a garment to a unit vector: a backbone's features joined with a colour descriptor.

The backbone sees the cut-out on a plain ground; the colours are counted under the mask only.
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
    # Loading torch takes seconds, and what was converted once is used without it.
    from torch import nn

log = logging.getLogger(__name__)

EFFICIENTNET_LITE0 = "efficientnet_lite0"
_GROUND = 127
"""The grey that the cut-out lies on: what both normalisations turn into about nothing."""


@dataclass(frozen=True)
class Backbone:
    """A network that turns pictures into features."""

    name: str
    load: Callable[[], nn.Module]
    """Makes the network: (B, 3, side, side) float32, normalised, to (B, features)."""
    features: int
    side: int
    """Pixels a side."""
    mean: tuple[float, float, float]
    """Taken from red, green and blue in 0 to 255."""
    std: tuple[float, float, float]
    made_of: tuple[Path, ...] = ()
    """The files that decide what the network is; none: what is made of it is not kept."""

    @cached_property
    def network(self) -> nn.Module:
        """The network itself, loaded when it is first asked for."""
        return self.load()


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
    """Replace the last linear layer, wherever this architecture keeps it, by nothing."""
    from torch import nn

    linear = [name for name, module in network.named_modules() if isinstance(module, nn.Linear)]
    if not linear:
        raise CheckpointError(
            "This backbone has no last linear layer to take features before: choose another."
        )
    owner, _, leaf = linear[-1].rpartition(".")
    setattr(network.get_submodule(owner), leaf, nn.Identity())


def torch_features(backbone: Backbone, *, device: str = "cpu") -> Run:
    """The backbone in torch, on `device`: (B, 3, side, side) normalised -> (B, features)."""
    import torch

    network = backbone.network.to(device)

    def run(batch: NDArray[np.float32]) -> NDArray[np.float32]:
        with torch.inference_mode():
            made: NDArray[np.float32] = network(torch.from_numpy(batch).to(device)).float().cpu().numpy()
        return made

    return run


def openvino_features(backbone: Backbone, conversions: Conversions | None = None) -> Run:
    """The backbone in OpenVINO, on the processor.

    Float32, not bfloat16: a vector made today must equal the one stored last year on another processor.

    Args:
        conversions: where the converted network is kept, so that the next start needs no torch.

    Raises:
        ImportError: OpenVINO is not installed.
    """

    def converted() -> Converted:
        import torch

        return Converted.from_torch(backbone.network, torch.zeros(1, 3, backbone.side, backbone.side))

    def make(folder: Path) -> None:
        converted().write(folder / "network.xml")

    shape = (-1, 3, backbone.side, backbone.side)
    if conversions is None or not backbone.made_of:
        return converted().compile(shape, precision="f32")
    made_of: list[Path | str] = [*backbone.made_of, *versions("openvino", "timm", "torch")]
    with conversions.entry(backbone.name, made_of, make) as folder:
        return Converted.read(folder / "network.xml").compile(shape, precision="f32")


def best_features(backbone: Backbone, conversions: Conversions | None = None) -> Run:
    """torch on a GPU where there is one, else OpenVINO, else torch on the processor."""
    if has_gpu():
        return torch_features(backbone, device="cuda")
    if has_openvino():
        return openvino_features(backbone, conversions)
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
            self._mean, self._matrix = projection.mean, projection.matrix

    @property
    def projected(self) -> bool:
        """Whether a learnt map makes the vector that is kept."""
        return self._mean is not None

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
        if self._mean is not None:
            # Not `@`: OpenBLAS wakes threads for so little, and on a busy machine waits for them.
            both = np.einsum("nf,df->nd", both - self._mean, self._matrix).astype(np.float32, copy=False)
        return _unit(both)

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

"""Backbones: networks that turn pictures into features, and what runs them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from vision.errors import CheckpointError
from vision.runtime import imagenet
from vision.runtime.conversions import Conversions, versions
from vision.runtime.identity import EFFICIENTNET_LITE0
from vision.runtime.processor import Converted, Run, has_gpu, has_openvino

if TYPE_CHECKING:
    # Loading torch takes seconds, and a converted network runs without it.
    from torch import nn

log = logging.getLogger(__name__)


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
    shape = (-1, 3, backbone.side, backbone.side)
    if not backbone.sources:
        return _converted(backbone).compile(shape, precision="f32")
    sources: list[Path | str] = [*backbone.sources, "float16", *versions("openvino", "timm", "torch")]
    convert = partial(convert_backbone, backbone)
    with (conversions or Conversions()).entry(backbone.name, sources, convert) as folder:
        return Converted.read(folder / "network.xml").compile(shape, precision="f32")


def convert_backbone(backbone: Backbone, folder: Path) -> None:
    """Write the backbone's network into a folder, for OpenVINO."""
    _converted(backbone).write(folder / "network.xml")


def _converted(backbone: Backbone) -> Converted:
    import torch

    return Converted.from_torch(backbone.network, torch.zeros(1, 3, backbone.side, backbone.side))


def best_features(backbone: Backbone, conversions: Conversions | None = None) -> Run:
    """Choose torch on a GPU if there is one, else OpenVINO, else torch on the CPU."""
    if has_gpu():
        return torch_features(backbone, device="cuda")
    if has_openvino():
        return openvino_features(backbone, conversions)
    log.info("OpenVINO is not installed; torch runs the backbone, more slowly")
    return torch_features(backbone)

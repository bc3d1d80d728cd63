"""FC-DenseNet, "the one hundred layers Tiramisu": the network, and nothing else.

Jégou, Drozdzal, Vazquez, Romero, Bengio: The One Hundred Layers Tiramisu: Fully Convolutional DenseNets for
Semantic Segmentation. CVPR Workshops 2017. Tables and figures named below are that paper's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vision.runtime import imagenet


@dataclass(frozen=True, slots=True)
class TiramisuConfig:
    """The hyperparameters of an FC-DenseNet; stored in its checkpoint."""

    classes: int
    """Channels out, background included."""
    down: tuple[int, ...]
    """Layers of each dense block on the way down."""
    bottleneck: int
    """Layers of the dense block at the bottom."""
    up: tuple[int, ...]
    """Layers of each dense block on the way up, deepest first."""
    growth_rate: int
    stem: int = 48
    """Features of the first convolution."""
    dropout: float = 0.2
    patch: int = 1
    """Pixels a side folded into channels before the stem, and unfolded from the logits; 1 in the paper."""
    encoder: Literal["", "efficientnet_lite0"] = ""
    """A network pretrained on ImageNet, whose feature maps join the dense blocks' inputs from stride 2 down;
    none in the paper. It needs `patch` 2 and four blocks on the way down, so that the strides match."""

    @property
    def stride(self) -> int:
        """Height and width of the input must be multiples of this."""
        return self.patch * int(2 ** len(self.down))

    def encoder_channels(self, block: int) -> int:
        """Channels of the encoder that join the input of this block."""
        return imagenet.CHANNELS[block] if self.encoder else 0


class DenseLayer(nn.Sequential):
    """Batch norm, ReLU, 3x3 convolution, dropout (table 1, left)."""

    def __init__(self, channels: int, growth_rate: int, dropout: float) -> None:
        super().__init__(
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
            nn.Conv2d(channels, growth_rate, kernel_size=3, padding=1),
            nn.Dropout2d(dropout) if dropout else nn.Identity(),
        )


class DenseBlock(nn.Module):
    """Layers that each see everything made before them.

    Returns only the new features, (B, layers * growth_rate, H, W). Whether to keep the input beside
    them is the caller's choice: that is what tells the way down from the way up (fig. 2).
    """

    def __init__(self, channels: int, layers: int, growth_rate: int, dropout: float) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            DenseLayer(channels + i * growth_rate, growth_rate, dropout) for i in range(layers)
        )

    def forward(self, x: Tensor) -> Tensor:
        new: list[Tensor] = []
        for layer in self.layers:
            new.append(layer(torch.cat([x, *new], dim=1)))  # (B, growth_rate, H, W)
        return torch.cat(new, dim=1)  # (B, layers * growth_rate, H, W)


class TransitionDown(nn.Sequential):
    """Batch norm, ReLU, 1x1 convolution, dropout, 2x2 max pooling (table 1, middle)."""

    def __init__(self, channels: int, dropout: float) -> None:
        super().__init__(
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
            nn.Conv2d(channels, channels, kernel_size=1),
            nn.Dropout2d(dropout) if dropout else nn.Identity(),
            nn.MaxPool2d(2),
        )


class TransitionUp(nn.ConvTranspose2d):
    """3x3 transposed convolution with stride 2 (table 1, right), cropped to exactly twice the size."""

    def __init__(self, channels: int) -> None:
        super().__init__(channels, channels, kernel_size=3, stride=2, padding=1, output_padding=1)


class Tiramisu(nn.Module):
    """An FC-DenseNet (table 2, fig. 1).

    Takes (B, 3, H, W) float, normalised as its checkpoint says, with H and W multiples of
    `config.stride`. Returns logits, (B, classes, H, W).

    With an encoder, its feature map of the same stride is concatenated to each dense block's input. Through
    the skip connection it also reaches the way up.

    Args:
        pretrained: whether the encoder starts from its ImageNet weights.

    Raises:
        ValueError: the encoder's strides do not match the configuration.
    """

    def __init__(self, config: TiramisuConfig, *, pretrained: bool = False) -> None:
        super().__init__()
        if config.encoder and (config.patch != 2 or len(config.down) != len(imagenet.CHANNELS) - 1):
            raise ValueError("An encoder needs patches of 2 and four blocks on the way down.")
        self.config = config
        growth, dropout = config.growth_rate, config.dropout
        self.stem = nn.Conv2d(3 * config.patch**2, config.stem, kernel_size=3, padding=1)

        channels = config.stem
        skips: list[int] = []
        self.down_blocks = nn.ModuleList()
        self.down_transitions = nn.ModuleList()
        for number, layers in enumerate(config.down):
            channels += config.encoder_channels(number)
            self.down_blocks.append(DenseBlock(channels, layers, growth, dropout))
            channels += layers * growth
            skips.append(channels)
            self.down_transitions.append(TransitionDown(channels, dropout))

        channels += config.encoder_channels(len(config.down))
        self.bottleneck = DenseBlock(channels, config.bottleneck, growth, dropout)
        channels = config.bottleneck * growth

        self.up_transitions = nn.ModuleList()
        self.up_blocks = nn.ModuleList()
        for layers, skip in zip(config.up, reversed(skips), strict=True):
            self.up_transitions.append(TransitionUp(channels))
            self.up_blocks.append(DenseBlock(channels + skip, layers, growth, dropout))
            inputs = channels + skip
            channels = layers * growth
        # The last block's input goes into the classifier too: 256 channels in FC-DenseNet103 (table 2).
        self.classifier = nn.Conv2d(inputs + channels, config.classes * config.patch**2, kernel_size=1)

        for module in self.modules():
            if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
                nn.init.kaiming_uniform_(module.weight, nonlinearity="relu")  # HeUniform
                nn.init.zeros_(cast(Tensor, module.bias))
        # After the initialisation above, since it has weights of its own.
        self.encoder = imagenet.feature_maps(pretrained=pretrained) if config.encoder else None

    def forward(self, x: Tensor) -> Tensor:
        maps: list[Tensor] = [] if self.encoder is None else self.encoder(x)  # (B, C, H/2**i, W/2**i)
        x = self.stem(F.pixel_unshuffle(x, self.config.patch))  # (B, stem, H/p, W/p)
        skips: list[Tensor] = []
        for number, (block, transition) in enumerate(
            zip(self.down_blocks, self.down_transitions, strict=True)
        ):
            x = torch.cat([x, *maps[number : number + 1]], dim=1)
            x = torch.cat([x, block(x)], dim=1)
            skips.append(x)
            x = transition(x)  # half of H and W
        new: Tensor = self.bottleneck(torch.cat([x, *maps[len(skips) : len(skips) + 1]], dim=1))
        for transition, block in zip(self.up_transitions, self.up_blocks, strict=True):
            x = torch.cat([transition(new), skips.pop()], dim=1)  # twice H and W
            new = block(x)
        logits = self.classifier(torch.cat([x, new], dim=1))
        return F.pixel_shuffle(logits, self.config.patch)  # (B, classes, H, W)


def _symmetric(
    classes: int,
    down: Sequence[int],
    bottleneck: int,
    growth_rate: int,
    *,
    stem: int = 48,
    patch: int = 1,
    dropout: float = 0.2,
    encoder: Literal["", "efficientnet_lite0"] = "",
    pretrained: bool = False,
) -> Tiramisu:
    return Tiramisu(
        TiramisuConfig(
            classes=classes,
            down=tuple(down),
            bottleneck=bottleneck,
            up=tuple(reversed(down)),
            growth_rate=growth_rate,
            stem=stem,
            dropout=dropout,
            patch=patch,
            encoder=encoder,
        ),
        pretrained=pretrained,
    )


def fc_densenet56(classes: int) -> Tiramisu:
    """FC-DenseNet56: 1.5 M weights (table 3)."""
    return _symmetric(classes, (4, 4, 4, 4, 4), 4, growth_rate=12)


def fc_densenet67(classes: int) -> Tiramisu:
    """FC-DenseNet67: 3.5 M weights (table 3)."""
    return _symmetric(classes, (5, 5, 5, 5, 5), 5, growth_rate=16)


def fc_densenet103(classes: int) -> Tiramisu:
    """FC-DenseNet103: 9.4 M weights (tables 2 and 3)."""
    return _symmetric(classes, (4, 5, 7, 10, 12), 15, growth_rate=16)


def fc_densenet_phone(classes: int) -> Tiramisu:
    """A small FC-DenseNet for a phone photo on two cores: it works on 2x2 patches, four times as cheaply.

    No dropout: it is too small to overfit.
    """
    return _symmetric(classes, (3, 4, 4, 4, 4), 6, growth_rate=16, stem=32, patch=2, dropout=0.0)


def fc_densenet_lite0(classes: int, *, pretrained: bool = False) -> Tiramisu:
    """An FC-DenseNet whose blocks also get the feature maps of EfficientNet-Lite0, pretrained on ImageNet."""
    return _symmetric(
        classes, (2, 2, 3, 3), 3, 16,
        stem=24, patch=2, dropout=0.0, encoder="efficientnet_lite0", pretrained=pretrained,
    )  # fmt: skip

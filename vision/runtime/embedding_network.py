"""The network of the trained embedding: a backbone trained end to end and a linear head.

It stands beside the frozen features (`vision.embedding`), not in their place: what is like its training, it
tells apart better than they do; what is not, worse.
"""

from __future__ import annotations

from torch import Tensor, nn

from vision.runtime import imagenet

FEATURES = 1280


class EmbeddingNetwork(nn.Module):
    """EfficientNet-Lite0 with a linear head: a garment on grey to a unit vector."""

    def __init__(self, dimension: int = 256) -> None:
        super().__init__()
        self.backbone = imagenet.efficientnet_lite0()
        self.head = nn.Linear(FEATURES, dimension, bias=False)
        nn.init.orthogonal_(self.head.weight)

    def forward(self, pictures: Tensor) -> Tensor:
        """(B, 3, S, S) normalised as `imagenet` says -> (B, D), rows of length one."""
        return nn.functional.normalize(self.head(self.backbone(pictures)))

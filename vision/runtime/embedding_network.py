"""The trained embedding: a backbone trained end to end and a linear head, in one file.

It stands beside the frozen features (`vision.embedding`), not in their place: what is like its training, it
tells apart better than they do; what is not, worse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn

from vision.errors import CheckpointError
from vision.runtime import imagenet
from vision.runtime.checkpoints import existing

SHIPPED_EMBEDDING = Path(__file__).parents[1] / "weights" / "embedding.pt"
FEATURES = 1280
_KIND = "hangtag/embedding/1"


class EmbeddingNetwork(nn.Module):
    """EfficientNet-Lite0 with a linear head: a garment on grey to a unit vector."""

    def __init__(self, dimension: int = 256) -> None:
        super().__init__()
        self.backbone = imagenet.efficientnet_lite0()
        self.head = nn.Linear(FEATURES, dimension, bias=False)
        nn.init.orthogonal_(self.head.weight)

    def forward(self, pictures: Tensor) -> Tensor:
        """(B, 3, S, S) normalised as `imagenet` tells -> (B, D), rows of length one."""
        return nn.functional.normalize(self.head(self.backbone(pictures)))


@dataclass(frozen=True, slots=True)
class EmbeddingCheckpoint:
    """A trained embedding."""

    weights: Mapping[str, Tensor]
    """The network's state dict; floating tensors are float16 in the file."""
    dimension: int
    """Length of the vectors."""
    side: int
    """Pixels a side of what the network takes."""
    steps: int
    share: float = 0.5
    """Its share of the similarity, 0 to 1, beside the frozen features."""

    def network(self) -> EmbeddingNetwork:
        """The network with its weights, float32, in evaluation mode."""
        network = EmbeddingNetwork(self.dimension)
        network.load_state_dict({name: weight.float() for name, weight in self.weights.items()})
        return network.eval()


def save(checkpoint: EmbeddingCheckpoint, path: Path) -> None:
    """Write a checkpoint, weights as float16; the file is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    weights = {
        name: weight.detach().cpu().half() if weight.is_floating_point() else weight.detach().cpu()
        for name, weight in checkpoint.weights.items()
    }
    facts = {name: getattr(checkpoint, name) for name in ("dimension", "side", "steps", "share")}
    torch.save({"kind": _KIND, "weights": weights, **facts}, partial)
    partial.replace(path)


def load(path: Path = SHIPPED_EMBEDDING) -> EmbeddingCheckpoint:
    """Read a checkpoint.

    Raises:
        CheckpointError: the file is absent, damaged or of another kind.
    """
    try:
        content: Any = torch.load(existing(path), map_location="cpu", weights_only=True)
    except CheckpointError:
        raise
    except Exception as error:  # torch.load raises whatever the unpickler meets in a damaged file
        raise CheckpointError(f"{path} is damaged or no checkpoint: copy it anew.") from error
    if not isinstance(content, dict) or content.pop("kind", None) != _KIND:
        raise CheckpointError(f"{path} holds another kind of checkpoint than {_KIND}.")
    return EmbeddingCheckpoint(**cast("dict[str, Any]", content))

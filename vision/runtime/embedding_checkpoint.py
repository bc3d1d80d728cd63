"""A trained embedding in one file: weights, the size of its pictures, and its share of the similarity."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vision.runtime.checkpoints import existing as existing
from vision.runtime.checkpoints import read, write
from vision.runtime.conversions import Conversions

if TYPE_CHECKING:
    # Loading torch takes seconds, and a converted network runs without it.
    from torch import Tensor

    from vision.runtime.embedding_network import EmbeddingNetwork

SHIPPED_EMBEDDING = Path(__file__).parents[1] / "weights" / "embedding.pt"
CONVERSION = "embedding"
"""The name of its conversion."""
_KIND = "hangtag/embedding/1"


@dataclass(frozen=True, slots=True)
class TrainedNotes:
    """Everything about a checkpoint but its network: what a runtime needs besides."""

    name: str
    """A digest of the weights: eight hexadecimal digits."""
    dimension: int
    """Length of the vectors."""
    side: int
    """Pixels a side of what the network takes."""
    share: float
    """Its share of the similarity, 0 to 1, beside the frozen features and colours."""

    def to_json(self) -> str:
        """Serialise for `from_json`."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> TrainedNotes:
        """Parse the text that `to_json` returned."""
        return cls(**json.loads(text))


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
    """Its share of the similarity, 0 to 1, beside the frozen features and colours."""

    @property
    def notes(self) -> TrainedNotes:
        """Everything but the network."""
        digest = hashlib.sha256()
        for name, weight in self.weights.items():
            values = weight.detach().cpu()
            values = values.half() if values.is_floating_point() else values
            digest.update(name.encode() + values.contiguous().numpy().tobytes())
        return TrainedNotes(digest.hexdigest()[:8], self.dimension, self.side, self.share)

    def network(self) -> EmbeddingNetwork:
        """The network with its weights, float32, in evaluation mode."""
        from vision.runtime.embedding_network import EmbeddingNetwork

        network = EmbeddingNetwork(self.dimension)
        network.load_state_dict({name: weight.float() for name, weight in self.weights.items()})
        return network.eval()


def load_notes(path: Path, conversions: Conversions) -> TrainedNotes:
    """Read the notes of a checkpoint, without torch if its conversion is shipped.

    Raises:
        CheckpointError: the file is missing, damaged or of another kind.
    """
    shipped = conversions.shipped(CONVERSION, existing(path))
    if shipped is None:
        return load(path).notes
    return TrainedNotes.from_json((shipped / "notes.json").read_text(encoding="utf-8"))


def save(checkpoint: EmbeddingCheckpoint, path: Path) -> None:
    """Write a checkpoint atomically, floating weights as float16."""
    weights = {
        name: weight.detach().cpu().half() if weight.is_floating_point() else weight.detach().cpu()
        for name, weight in checkpoint.weights.items()
    }
    facts = {name: getattr(checkpoint, name) for name in ("dimension", "side", "steps", "share")}
    write({"kind": _KIND, "weights": weights, **facts}, path)


def load(path: Path = SHIPPED_EMBEDDING) -> EmbeddingCheckpoint:
    """Read a checkpoint.

    Raises:
        CheckpointError: the file is missing, damaged or of another kind.
    """
    content = read(path, _KIND)
    return EmbeddingCheckpoint(**{name: value for name, value in content.items() if name != "kind"})

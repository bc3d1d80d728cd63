"""One file for one trained network: configuration, weights, preprocessing and calibration.

The file is written by `torch.save` and read with `weights_only=True`: tensors and plain values, no code.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from vision.errors import CheckpointError
from vision.runtime.conversions import Conversions

if TYPE_CHECKING:
    # Loading torch takes seconds, and what was converted once is used without it.
    from torch import Tensor

    from vision.segmentation.tiramisu import Tiramisu, TiramisuConfig

SHIPPED_TIRAMISU = Path(__file__).parents[1] / "weights" / "tiramisu.pt"
SHIPPED_PROJECTION = Path(__file__).parents[1] / "weights" / "projection.pt"
_TIRAMISU, _PROJECTION = "hangtag/tiramisu/1", "hangtag/projection/1"


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """What is done to a photo before the network sees it."""

    size: int
    """Longest side in pixels, before padding to the network's stride."""
    mean: tuple[float, float, float] = (0.485, 0.456, 0.406)
    """Taken from red, green and blue in 0 to 1."""
    std: tuple[float, float, float] = (0.229, 0.224, 0.225)


@dataclass(frozen=True, slots=True)
class Notes:
    """What a segmenter's user must know, beside the network itself."""

    stride: int
    """Height and width of the input must be multiples of this."""
    preprocessing: Preprocessing
    classes: tuple[str, ...]
    """What channels 1 and up stand for; channel 0 is background."""
    calibration: Mapping[str, float]

    def to_json(self) -> str:
        """As text that `from_json` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Notes:
        """From the text that `to_json` made."""
        content = json.loads(text)
        size, mean, std = (content["preprocessing"][key] for key in ("size", "mean", "std"))
        return cls(
            content["stride"],
            Preprocessing(size, tuple(mean), tuple(std)),
            tuple(content["classes"]),
            content["calibration"],
        )


@dataclass(frozen=True, slots=True)
class TiramisuCheckpoint:
    """A trained segmenter."""

    config: TiramisuConfig
    weights: Mapping[str, Tensor]
    """The network's state dict; floating tensors are float16 in the file."""
    preprocessing: Preprocessing
    classes: tuple[str, ...]
    """What channels 1 and up stand for; channel 0 is background."""
    calibration: Mapping[str, float] = field(default_factory=dict)
    """What `vision.segmentation.confidence` needs to tell an expected IoU; empty: uncalibrated."""
    steps: int = 0

    @property
    def notes(self) -> Notes:
        """All but the network."""
        return Notes(self.config.stride, self.preprocessing, self.classes, self.calibration)

    def network(self) -> Tiramisu:
        """The network with its weights, float32, in evaluation mode."""
        from vision.segmentation.tiramisu import Tiramisu

        network = Tiramisu(self.config)
        network.load_state_dict({name: weight.float() for name, weight in self.weights.items()})
        return network.eval()


@dataclass(frozen=True, slots=True)
class Projection:
    """A learnt linear map, from backbone features joined with colours to the vector that is kept."""

    backbone: str
    """Whose features it was learnt on."""
    colour_weight: float
    """The share of the squared length that colour has in what goes in, 0 to 1."""
    mean: NDArray[np.float32]
    """(D,), taken away first."""
    matrix: NDArray[np.float32]
    """(E, D)."""

    @property
    def name(self) -> str:
        """Other weights, another name."""
        values = np.concatenate([self.mean.ravel(), self.matrix.ravel()]).astype(np.float16)
        return hashlib.sha256(values.tobytes()).hexdigest()[:8]


def save(checkpoint: TiramisuCheckpoint, path: Path) -> None:
    """Write a checkpoint, weights as float16; the file is whole or not there."""
    _write(
        {
            "kind": _TIRAMISU,
            "config": asdict(checkpoint.config),
            "weights": {
                name: weight.detach().cpu().half() if weight.is_floating_point() else weight.detach().cpu()
                for name, weight in checkpoint.weights.items()
            },
            "preprocessing": asdict(checkpoint.preprocessing),
            "classes": list(checkpoint.classes),
            "calibration": dict(checkpoint.calibration),
            "steps": checkpoint.steps,
        },
        path,
    )


def load(path: Path) -> TiramisuCheckpoint:
    """Read a checkpoint.

    Raises:
        CheckpointError: the file is absent, damaged or of another kind.
    """
    from vision.segmentation.tiramisu import TiramisuConfig

    content = _read(path, _TIRAMISU)
    config = content["config"]
    size, mean, std = (content["preprocessing"][key] for key in ("size", "mean", "std"))
    return TiramisuCheckpoint(
        config=TiramisuConfig(**{**config, "down": tuple(config["down"]), "up": tuple(config["up"])}),
        weights=content["weights"],
        preprocessing=Preprocessing(size, tuple(mean), tuple(std)),
        classes=tuple(content["classes"]),
        calibration=content["calibration"],
        steps=content["steps"],
    )


def save_projection(projection: Projection, path: Path) -> None:
    """Write a projection as float16; the file is whole or not there."""
    import torch

    _write(
        {
            "kind": _PROJECTION,
            "backbone": projection.backbone,
            "colour_weight": projection.colour_weight,
            "mean": torch.from_numpy(projection.mean).half(),
            "matrix": torch.from_numpy(projection.matrix).half(),
        },
        path,
    )


def load_projection(path: Path, conversions: Conversions | None = None) -> Projection:
    """Read a projection, float32.

    Args:
        conversions: where it is kept as plain arrays, which are read without torch.

    Raises:
        CheckpointError: the file is absent, damaged or of another kind.
    """

    def make(folder: Path) -> None:
        content = _read(path, _PROJECTION)
        arrays = {key: content[key].float().numpy() for key in ("mean", "matrix")}
        np.savez(
            folder / "projection.npz",
            backbone=content["backbone"],
            colour_weight=content["colour_weight"],
            **arrays,
        )

    with (
        (conversions or Conversions()).entry("projection", [existing(path)], make) as folder,
        np.load(folder / "projection.npz", allow_pickle=False) as kept,
    ):
        return Projection(str(kept["backbone"]), float(kept["colour_weight"]), kept["mean"], kept["matrix"])


def existing(path: Path) -> Path:
    """The path itself. Raises `CheckpointError` where no file is there."""
    if not path.is_file():
        raise CheckpointError(f"There is no checkpoint at {path}: train one, or name another.")
    return path


def _write(content: dict[str, Any], path: Path) -> None:
    import torch

    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    partial.replace(path)


def _read(path: Path, kind: str) -> dict[str, Any]:
    import torch

    try:
        content: dict[str, Any] = torch.load(existing(path), map_location="cpu", weights_only=True)
    except CheckpointError:
        raise
    except Exception as error:  # torch.load raises whatever the unpickler meets in a damaged file
        raise CheckpointError(f"{path} is damaged or no checkpoint: copy it anew.") from error
    if not isinstance(content, dict) or content.get("kind") != kind:
        raise CheckpointError(f"{path} holds another kind of checkpoint than {kind}.")
    return content

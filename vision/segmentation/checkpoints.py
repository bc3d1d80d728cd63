"""A trained segmenter in one file: configuration, weights, preprocessing and calibration."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vision.runtime.checkpoints import read, write

if TYPE_CHECKING:
    # Loading torch takes seconds, and a converted network runs without it.
    from torch import Tensor

    from vision.segmentation.tiramisu import Tiramisu, TiramisuConfig

_KIND = "hangtag/tiramisu/1"


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """What is done to a photo before it enters the network."""

    size: int
    """Longest side in pixels, before padding to the network's stride."""
    mean: tuple[float, float, float] = (0.485, 0.456, 0.406)
    """Subtracted from red, green and blue in 0 to 1, which `std` then divides."""
    std: tuple[float, float, float] = (0.229, 0.224, 0.225)


@dataclass(frozen=True, slots=True)
class Notes:
    """Everything about a checkpoint but its network: what a runtime needs besides."""

    stride: int
    """Height and width of the input must be multiples of this."""
    preprocessing: Preprocessing
    classes: tuple[str, ...]
    """The names of channels 1 and up; channel 0 is background."""
    calibration: Mapping[str, float]

    def to_json(self) -> str:
        """Serialise for `from_json`."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Notes:
        """Parse the text that `to_json` returned."""
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
    """The names of channels 1 and up; channel 0 is background."""
    calibration: Mapping[str, float] = field(default_factory=dict)
    """Coefficients of `vision.segmentation.confidence`; empty if not calibrated."""
    steps: int = 0

    @property
    def notes(self) -> Notes:
        """Everything but the network."""
        return Notes(self.config.stride, self.preprocessing, self.classes, self.calibration)

    def network(self) -> Tiramisu:
        """Build the network with its weights, float32, in evaluation mode."""
        from vision.segmentation.tiramisu import Tiramisu

        network = Tiramisu(self.config)
        network.load_state_dict({name: weight.float() for name, weight in self.weights.items()})
        return network.eval()


def save_tiramisu(checkpoint: TiramisuCheckpoint, path: Path) -> None:
    """Write a checkpoint atomically, floating weights as float16."""
    write(
        {
            "kind": _KIND,
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


def load_tiramisu(path: Path) -> TiramisuCheckpoint:
    """Read a checkpoint.

    Raises:
        CheckpointError: the file is missing, damaged or of another kind.
    """
    from vision.segmentation.tiramisu import TiramisuConfig

    content = read(path, _KIND)
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

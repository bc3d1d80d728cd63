"""One file for one trained network: configuration, weights, preprocessing and calibration.

The file is written by `torch.save` and read with `weights_only=True`: tensors and plain values, no code.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from vision.errors import CheckpointError
from vision.runtime.conversions import Conversions

if TYPE_CHECKING:
    # Loading torch takes seconds, and what was converted once is used without it.

    pass

SHIPPED_TIRAMISU = Path(__file__).parents[1] / "weights" / "tiramisu.pt"
SHIPPED_PROJECTION = Path(__file__).parents[1] / "weights" / "projection.pt"
_PROJECTION = "hangtag/projection/1"


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


def save_projection(projection: Projection, path: Path) -> None:
    """Write a projection as float16; the file is whole or not there."""
    import torch

    write(
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
        content = read(path, _PROJECTION)
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


def write(content: dict[str, Any], path: Path) -> None:
    import torch

    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    partial.replace(path)


def read(path: Path, kind: str) -> dict[str, Any]:
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

"""Checkpoint files, and the projection of embeddings, which is one.

A file is written by `torch.save` and read with `weights_only=True`: tensors and plain values, no code.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.errors import CheckpointError
from vision.runtime.conversions import Conversions

SHIPPED_TIRAMISU = Path(__file__).parents[1] / "weights" / "tiramisu.pt"
SHIPPED_PROJECTION = Path(__file__).parents[1] / "weights" / "projection.pt"
PROJECTION = "projection"
"""The name of its conversion."""
_PROJECTION = "hangtag/projection/1"


@dataclass(frozen=True, slots=True)
class Projection:
    """A learnt linear map from backbone features joined with colours, (D,), to the embedding, (E,)."""

    backbone: str
    """The backbone whose features it was learnt on."""
    colour_weight: float
    """The colours' share of the input's squared length, 0 to 1."""
    mean: NDArray[np.float32]
    """(D,), subtracted from the input."""
    matrix: NDArray[np.float32]
    """(E, D)."""

    @property
    def name(self) -> str:
        """A digest of the weights: eight hexadecimal digits."""
        values = np.concatenate([self.mean.ravel(), self.matrix.ravel()]).astype(np.float16)
        return hashlib.sha256(values.tobytes()).hexdigest()[:8]


def save_projection(projection: Projection, path: Path) -> None:
    """Write a projection atomically, as float16."""
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
    """Read a projection, as float32.

    Args:
        conversions: stores it as plain arrays, which are read without torch.

    Raises:
        CheckpointError: the file is missing, damaged or of another kind.
    """
    sources: list[Path | str] = [existing(path), "float16"]
    with (
        (conversions or Conversions()).entry(
            PROJECTION, sources, partial(convert_projection, path)
        ) as folder,
        np.load(folder / "projection.npz", allow_pickle=False) as arrays,
    ):
        return Projection(
            str(arrays["backbone"]),
            float(arrays["colour_weight"]),
            arrays["mean"].astype(np.float32),
            arrays["matrix"].astype(np.float32),
        )


def convert_projection(path: Path, folder: Path) -> None:
    """Write the projection at `path` into a folder as plain arrays, float16."""
    content = read(path, _PROJECTION)
    arrays = {key: content[key].half().numpy() for key in ("mean", "matrix")}
    np.savez(
        folder / "projection.npz",
        backbone=content["backbone"],
        colour_weight=content["colour_weight"],
        **arrays,
    )


def existing(path: Path) -> Path:
    """Return the path. Raises `CheckpointError` if there is no file."""
    if not path.is_file():
        raise CheckpointError(f"There is no checkpoint at {path}: train one, or name another.")
    return path


def write(content: dict[str, Any], path: Path) -> None:
    """Write a checkpoint atomically. `content["kind"]` names its kind."""
    import torch

    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.with_suffix(".partial")
    torch.save(content, whole)
    whole.replace(path)


def read(path: Path, kind: str) -> dict[str, Any]:
    """Read a checkpoint of this kind, with its tensors on the CPU.

    Raises:
        CheckpointError: the file is missing, damaged or of another kind.
    """
    import torch

    try:
        content: dict[str, Any] = torch.load(existing(path), map_location="cpu", weights_only=True)
    except CheckpointError:
        raise
    except Exception as error:  # torch.load raises almost anything for a damaged file
        raise CheckpointError(f"{path} is damaged or no checkpoint: copy it anew.") from error
    if not isinstance(content, dict) or content.get("kind") != kind:
        raise CheckpointError(f"{path} holds another kind of checkpoint than {kind}.")
    return content

"""What a pipeline's vectors are called and how long they are, known without loading a network.

Vectors of two pipelines can be compared if their model ids are equal. So an id names all that a vector
depends on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from vision.runtime import checkpoints, embedding_checkpoint
from vision.runtime.checkpoints import Projection
from vision.runtime.conversions import Conversions
from vision.runtime.embedding_checkpoint import SHIPPED_EMBEDDING, TrainedNotes

EFFICIENTNET_LITE0 = "efficientnet_lite0"
"""The default backbone; the projection and the trained embedding stand beside no other."""
COLOURS = "srgb"
"""The colours of decoded photos; part of the model id. Before there was one, profiles were ignored."""
SHIPPED_VERDICT = Path(__file__).parents[1] / "weights" / "verdict.json"
"""How likely a best match is right, fitted by `vision.lab.exams.verdict` for one model."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The name and the length of a pipeline's vectors."""

    model_id: str
    dimension: int


def embedder_id(
    backbone: str, colour_weight: float, projection: Projection | None, trained: TrainedNotes | None
) -> str:
    """Name the embedder of these parts."""
    model_id = f"{backbone}+colour1@{colour_weight:g}"
    if projection is not None:
        model_id += f"+{projection.name}"
    if trained is not None:
        model_id += f"+{trained.name}@{trained.share:g}"
    return model_id


def pipeline_id(embedder: str) -> str:
    """Name the pipeline of an embedder."""
    return f"{embedder}+{COLOURS}"


def shipped_identity(conversions: Conversions | None = None) -> Identity:
    """The identity of the default pipeline.

    Raises:
        CheckpointError: a checkpoint is missing, damaged or of another kind.
    """
    conversions = conversions or Conversions()
    projection = checkpoints.load_projection(checkpoints.SHIPPED_PROJECTION, conversions)
    notes = embedding_checkpoint.load_notes(SHIPPED_EMBEDDING, conversions)
    model_id = embedder_id(EFFICIENTNET_LITE0, projection.colour_weight, projection, notes)
    return Identity(pipeline_id(model_id), len(projection.matrix) + notes.dimension)


def verdict_calibration(model_id: str, path: Path = SHIPPED_VERDICT) -> dict[str, float]:
    """Read the calibration of `path`; empty if it was not fitted for this model."""
    if not path.is_file():
        return {}
    fitted = json.loads(path.read_text(encoding="utf-8"))
    return dict(fitted["calibration"]) if fitted["model"] == model_id else {}

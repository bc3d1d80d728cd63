"""The trained embedding, which stands beside a backbone's frozen features."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from vision.embedding.backbones import Backbone, torch_features
from vision.runtime import embedding_checkpoint, imagenet
from vision.runtime.conversions import Conversions, versions
from vision.runtime.embedding_checkpoint import SHIPPED_EMBEDDING, EmbeddingCheckpoint, TrainedNotes
from vision.runtime.processor import Converted, Run, has_gpu, has_openvino


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained embedding that is ready to run."""

    run: Run
    """(B, 3, side, side) normalised as `imagenet` says -> (B, dimension), rows of length one."""
    notes: TrainedNotes


def open_trained(path: Path = SHIPPED_EMBEDDING, conversions: Conversions | None = None) -> Trained:
    """Open a trained embedding on the best runtime of this machine.

    Args:
        path: a checkpoint of `python -m vision train embedding`.
        conversions: stores the network for OpenVINO, so that the next start needs no torch.

    Raises:
        CheckpointError: the file is missing, damaged or of another kind.
    """
    if has_gpu() or not has_openvino():
        checkpoint = embedding_checkpoint.load(path)
        run = torch_features(_backbone(checkpoint), device="cuda" if has_gpu() else "cpu")
        return Trained(run, checkpoint.notes)
    code = Path(embedding_checkpoint.__file__).with_name("embedding_network.py")
    sources: list[Path | str] = [
        embedding_checkpoint.existing(path),
        code,
        Path(imagenet.__file__),
        "float16",
    ]
    sources += versions("openvino", "timm", "torch")
    convert = partial(convert_trained, path)
    with (conversions or Conversions()).entry(embedding_checkpoint.CONVERSION, sources, convert) as folder:
        notes = TrainedNotes.from_json((folder / "notes.json").read_text(encoding="utf-8"))
        # In float32, as the frozen features: vectors of different processors must stay comparable.
        network = Converted.read(folder / "network.xml")
        return Trained(network.compile((-1, 3, notes.side, notes.side), precision="f32"), notes)


def convert_trained(path: Path, folder: Path) -> None:
    """Write the network of the checkpoint at `path`, for OpenVINO, and its notes into a folder."""
    import torch

    checkpoint = embedding_checkpoint.load(path)
    example = torch.zeros(1, 3, checkpoint.side, checkpoint.side)
    Converted.from_torch(checkpoint.network(), example).write(folder / "network.xml")
    (folder / "notes.json").write_text(checkpoint.notes.to_json() + "\n", encoding="utf-8")


def _backbone(checkpoint: EmbeddingCheckpoint) -> Backbone:
    return Backbone(
        "embedding",
        checkpoint.network,
        checkpoint.dimension,
        checkpoint.side,
        imagenet.MEAN,
        imagenet.STD,
    )

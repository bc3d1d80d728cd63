"""The command `convert`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from vision.embedding import load_backbone, trained
from vision.embedding.backbones import convert_backbone
from vision.errors import VisionError
from vision.runtime import checkpoints, embedding_checkpoint
from vision.runtime.conversions import SHIPPED_CONVERSIONS, ship
from vision.runtime.embedding_checkpoint import SHIPPED_EMBEDDING
from vision.runtime.processor import has_openvino
from vision.segmentation import neural


def convert(
    out: Annotated[
        Path, typer.Option(help="The folder to write; by default the one that is shipped.")
    ] = SHIPPED_CONVERSIONS,
) -> None:
    """Convert the shipped checkpoints for OpenVINO, so that no start has to; run it after training."""
    if not has_openvino():
        raise VisionError("OpenVINO is not installed: install hangtag[openvino].")
    backbone = load_backbone()
    conversions: dict[str, tuple[Path, Callable[[Path], None]]] = {
        neural.CONVERSION: (
            checkpoints.SHIPPED_TIRAMISU,
            partial(neural.convert_tiramisu, checkpoints.SHIPPED_TIRAMISU),
        ),
        backbone.name: (backbone.sources[0], partial(convert_backbone, backbone)),
        checkpoints.PROJECTION: (
            checkpoints.SHIPPED_PROJECTION,
            partial(checkpoints.convert_projection, checkpoints.SHIPPED_PROJECTION),
        ),
        embedding_checkpoint.CONVERSION: (
            SHIPPED_EMBEDDING,
            partial(trained.convert_trained, SHIPPED_EMBEDDING),
        ),
    }
    for name, (checkpoint, write) in conversions.items():
        folder = ship(out, name, checkpoint, write)
        size = sum(file.stat().st_size for file in folder.iterdir())
        typer.echo(f"{folder}: {size / 1e6:.1f} MB")

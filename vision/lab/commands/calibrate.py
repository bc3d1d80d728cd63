"""The command `calibrate`: fit the confidence of masks and matches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from vision.embedding import EFFICIENTNET_LITE0
from vision.lab.commands.console import BackboneName, Checkpoint, Data, print_json
from vision.pipeline import SHIPPED_VERDICT, open_pipeline
from vision.runtime import checkpoints
from vision.segmentation.checkpoints import load_tiramisu, save_tiramisu
from vision.segmentation.seams import SHIPPED_SEAMS

app = typer.Typer(no_args_is_help=True, help="Fit the confidence of masks and matches.")


@app.command("masks")
def calibrate_masks(data: Data, checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU) -> None:
    """Fit the expected IoU on the validation photos and write it into the checkpoint."""
    from dataclasses import replace

    from vision.lab.exams.evaluation import calibration
    from vision.lab.training.data import examples
    from vision.segmentation.neural import best_runtime, probabilities

    trained = load_tiramisu(checkpoint)
    runtime = best_runtime(trained)
    fitted = calibration(examples(data, split="val"), lambda photo: probabilities(runtime, photo))
    save_tiramisu(replace(trained, calibration=fitted), checkpoint)
    print_json(fitted)


@app.command("seams")
def calibrate_seams(
    data: Data,
    drawings: Annotated[
        int, typer.Option(min=5, help="Drawn photos of several garments, and as many of single ones.")
    ] = 400,
    photos: Annotated[int, typer.Option(min=0, help="Photos of DATA, of a single garment each.")] = 500,
    seed: Annotated[
        int, typer.Option(help="Of the drawings; `evaluate --touching` must draw others.")
    ] = 5000,
    singles_cut: Annotated[
        float, typer.Option(min=0, max=1, help="At most this share of single garments may be cut.")
    ] = 0.007,
    out: Annotated[Path, typer.Option(help="The file to write.")] = SHIPPED_SEAMS,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Fit what tells a seam between garments that touch from a line within one."""
    from itertools import chain

    from vision.lab.exams.touching import drawn_photos
    from vision.lab.training.data import examples
    from vision.lab.training.seams import fit_seams, proposed
    from vision.segmentation.neural import best_runtime, probabilities

    trained = load_tiramisu(checkpoint)
    runtime = best_runtime(trained)
    real = examples(data, split="train", longest_side=480)
    chosen = np.random.default_rng(seed).permutation(len(real))[:photos]
    every = chain(
        ((photo, truths) for _, photo, truths in drawn_photos(drawings, seed=seed)),
        ((real[place].photo, [real[place].labels > 0]) for place in chosen),
    )
    rows = list(proposed(every, lambda photo: probabilities(runtime, photo), trained.classes))
    model, figures = fit_seams(rows, singles_cut=singles_cut)
    out.write_text(model.to_json(), encoding="utf-8")
    print_json(figures)


@app.command("verdict")
def calibrate_verdict(
    data: Annotated[Path, typer.Argument(help="A photo set with an index, such as phone/.")],
    out: Annotated[Path, typer.Option(help="The file to write.")] = SHIPPED_VERDICT,
    backbone: BackboneName = EFFICIENTNET_LITE0,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
    bad_views: Annotated[int, typer.Option(min=1, help="Bad views of each photo.")] = 4,
    cache: Annotated[
        Path | None, typer.Option(help="A folder for the vectors, to go on from if it is cut off.")
    ] = None,
) -> None:
    """Fit the probability that the best match is right, and its thresholds, on half of the senders."""
    from vision.lab.exams.verdict import fit_verdict

    pipeline = open_pipeline(checkpoint=checkpoint, backbone=backbone)
    fitted = fit_verdict(data, pipeline, bad_views=bad_views, cache=cache)
    out.write_text(json.dumps(fitted, indent=2) + "\n", encoding="utf-8")
    print_json(fitted)


@app.command("embedding")
def calibrate_embedding(
    data: Data,
    trained: Annotated[Path, typer.Argument(help="A checkpoint of `train embedding`.")],
    out: Annotated[Path, typer.Option(help="Where it is written with its share.")],
    cut_outs: Annotated[Path, typer.Option(help="Where the exam's cut-outs are stored.")] = Path(
        "runs/embedding/exam"
    ),
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Choose the share of a trained embedding beside the shipped vectors, on all of its exam."""
    from dataclasses import replace

    from vision.lab.exams.embedding import ask, best_share, examine, table
    from vision.runtime import embedding_checkpoint

    embedding = embedding_checkpoint.load(trained)
    parts = ask(data, cut_outs, open_pipeline(checkpoint=checkpoint, trained=None), embedding)
    embedding_checkpoint.save(replace(embedding, share=best_share(parts)), out)
    typer.echo(table(examine(parts)))

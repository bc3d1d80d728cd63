"""The command `evaluate`: the exams of masks and embeddings, and their report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vision.arrays import RgbImage
from vision.embedding import EFFICIENTNET_LITE0
from vision.errors import VisionError
from vision.lab.commands.console import AsJson, BackboneName, Checkpoint, Data, print_json, print_tree
from vision.pipeline import SHIPPED_VERDICT, open_pipeline
from vision.runtime import checkpoints
from vision.segmentation.checkpoints import load_tiramisu
from vision.segmentation.segmenter import Segmenter, open_segmenter

if TYPE_CHECKING:
    from vision.lab.report.page import Album
    from vision.pipeline import PhotoPipeline
    from vision.segmentation.neural import Probabilities


def evaluate(
    data: Data,
    as_json: AsJson = False,
    split: Annotated[str, typer.Option(help="train, val or all.")] = "val",
    retrieval: Annotated[
        bool,
        typer.Option(help="Examine the embedding instead of the masks; with --report, both. Takes minutes."),
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(help="A folder for index.html: each photo with its masks, worst first, and the curves."),
    ] = None,
    batch_statistics: Annotated[
        bool,
        typer.Option(help="Batch norm by each photo's own statistics, as the paper did; in torch, slowly."),
    ] = False,
    finding: Annotated[
        bool,
        typer.Option(help="Examine finding garments: recall, false alarms and honesty of the verdict."),
    ] = False,
    touching: Annotated[
        int | None,
        typer.Option(
            min=5, help="Examine this many drawn photos of garments that touch, and as many of single ones."
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="Of the photos that --touching draws.")] = 900,
    gallery: Annotated[
        int | None,
        typer.Option(
            min=2,
            help="The largest gallery of --retrieval (5,000) or --finding (10,000); drawings fill it up.",
        ),
    ] = None,
    designs: Annotated[int, typer.Option(min=1, help="Drawn garments that --finding asks for.")] = 1000,
    cache: Annotated[
        Path | None,
        typer.Option(help="A folder for the vectors of --finding, to go on from if it is cut off."),
    ] = None,
    projection: Annotated[Path, typer.Option(help="The projection.")] = checkpoints.SHIPPED_PROJECTION,
    backbone: BackboneName = EFFICIENTNET_LITE0,
    embedding: Annotated[
        Path | None, typer.Option(help="Examine a trained embedding, alone and beside the shipped vectors.")
    ] = None,
    cut_outs: Annotated[Path, typer.Option(help="Where --embedding stores the exam's cut-outs.")] = Path(
        "runs/embedding/exam"
    ),
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Measure mean IoU, pixel accuracy and boundary F of each route; or how garments are found, with
    --finding, --retrieval or --embedding."""
    if finding:
        _examine_finding(
            data,
            open_pipeline(checkpoint=checkpoint, backbone=backbone, projection=projection),
            sizes=sorted({1000, gallery or 10_000}),
            designs=designs,
            cache=cache,
            as_json=as_json,
        )
        return
    if touching is not None:
        from vision.lab.exams import touching as exam

        table = exam.examine(open_segmenter(checkpoint), touching, seed=seed)
        print_json(table) if as_json else print_tree(table)
        return
    if embedding is not None:
        _examine_embedding(data, embedding, cut_outs, checkpoint, as_json=as_json)
        return
    figures: dict[str, Any] = {}
    album: Album | None = None
    if report is not None:
        try:
            from vision.lab.report.page import Album
        except ModuleNotFoundError as error:
            raise VisionError(f"The page needs {error.name}: install hangtag[train].") from error
        album = Album(report)
    if album is not None or not retrieval:
        figures = _examine_masks(data, split, checkpoint, batch_statistics=batch_statistics, album=album)
    if retrieval:
        from vision.lab.exams.retrieval import SIZES, examine

        pipeline = open_pipeline(checkpoint=checkpoint, backbone=backbone, projection=projection)
        recalls = examine(
            data,
            pipeline.embed,
            lambda photo, of=None: pipeline.segment(photo, of).mask,
            sizes=[size for size in SIZES if size < (gallery or 5000)] + [gallery or 5000],
        )
        figures = {**figures, "retrieval": recalls} if album is not None else recalls
    if album is not None:
        # The shipped verdict's figures, since fitting one takes minutes.
        verdict = json.loads(SHIPPED_VERDICT.read_text(encoding="utf-8")).get("figures", {})
        typer.echo(f"written to {album.write({**figures, 'verdict': verdict})}", err=True)
    if as_json:
        print_json(figures)
    else:
        print_tree(figures)


def _examine_finding(
    data: Path,
    pipeline: PhotoPipeline,
    *,
    sizes: list[int],
    designs: int,
    cache: Path | None,
    as_json: bool,
) -> None:
    """One table, by part and gallery."""
    from vision.lab.exams.finding import examine, lines

    table = examine(data, pipeline, sizes=sizes, designs=designs, cache=cache)
    if as_json:
        print_json(table)
    else:
        for line in lines(table):
            typer.echo(line)


def _examine_embedding(data: Path, embedding: Path, folder: Path, checkpoint: Path, *, as_json: bool) -> None:
    """One table of recall, by part and by vectors."""
    from vision.lab.exams.embedding import ask, examine, table
    from vision.runtime import embedding_checkpoint

    trained = embedding_checkpoint.load(embedding)
    report = examine(ask(data, folder, open_pipeline(checkpoint=checkpoint, trained=None), trained))
    if as_json:
        print_json(report)
    else:
        typer.echo(table(report))


def _examine_masks(
    data: Path, split: str, checkpoint: Path, *, batch_statistics: bool, album: Album | None
) -> dict[str, Any]:
    """Examine the masks, and add each photo to the album."""
    from vision.lab.exams.evaluation import summary
    from vision.lab.exams.outcomes import judged
    from vision.lab.exams.several import COUNT, composites, examine
    from vision.lab.training.batch_statistics import BatchStatisticsRuntime
    from vision.lab.training.data import examples
    from vision.segmentation.neural import best_runtime, probabilities

    trained = load_tiramisu(checkpoint)
    runtime = BatchStatisticsRuntime(trained) if batch_statistics else best_runtime(trained)

    def predict(photo: RgbImage) -> Probabilities:
        return probabilities(runtime, photo)

    outcomes = []
    segmenter = Segmenter(predict, classes=trained.classes, calibration=dict(trained.calibration))
    photos = examples(data, split=None if split == "all" else split)
    for example, masks, outcome in judged(photos, predict, segmenter, calibration=trained.calibration):
        outcomes.append(outcome)
        if album is not None:
            album.add(example, masks, outcome)
    several = composites([example for example in photos if example.alpha is None], COUNT)
    return {**summary(outcomes), **({"several": examine(several, segmenter)} if several else {})}

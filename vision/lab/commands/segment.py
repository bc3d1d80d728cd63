"""The commands `segment` and `embed`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import cv2
import numpy as np
import typer

from vision import masks
from vision.decoding.photos import decode
from vision.embedding import EFFICIENTNET_LITE0
from vision.errors import VisionError
from vision.lab.commands.console import AsJson, BackboneName, Checkpoint, Photos, file_bytes, print_json
from vision.pipeline import open_pipeline
from vision.runtime import checkpoints
from vision.segmentation.segmenter import open_segmenter


def segment(
    photos: Photos,
    out: Annotated[Path, typer.Option(help="Folder for NAME.mask.png and NAME.cutout.png.")],
    as_json: AsJson = False,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Cut garments out: a mask of the upright photo's size, and a cut-out cropped to the garment.

    Of several garments the most prominent is cut out; the masks of the rest are NAME.2.mask.png and so on.
    """
    stems = [path.stem for path in photos]
    if duplicate := next((stem for stem in stems if stems.count(stem) > 1), None):
        raise VisionError(
            f"Two photos are named {duplicate}: their masks would be one file; rename one of them."
        )
    segmenter = open_segmenter(checkpoint)
    out.mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, Any]] = []
    failed = False
    for path in photos:
        try:
            photo = decode(file_bytes(path))
        except VisionError as error:
            typer.echo(f"{path}: {error}", err=True)
            failed = True
            continue
        segmentation = segmenter(photo)
        _write_png(out / f"{path.stem}.mask.png", np.where(segmentation.mask, 255, 0).astype(np.uint8))
        _write_png(out / f"{path.stem}.cutout.png", masks.with_alpha(photo, segmentation.mask))
        for number, garment in enumerate(segmentation.garments[1:], start=2):
            _write_png(
                out / f"{path.stem}.{number}.mask.png", np.where(garment.mask, 255, 0).astype(np.uint8)
            )
        rows.append(
            {
                "photo": str(path),
                "segmented_by": segmentation.segmented_by,
                "confidence": round(segmentation.confidence, 4),
                "coverage": round(segmentation.coverage, 4),
                "garments": [
                    {
                        "class": garment.garment_class,
                        "class_confidence": round(garment.class_confidence, 4),
                        "confidence": round(garment.confidence, 4),
                        "coverage": round(masks.coverage(garment.mask), 4),
                    }
                    for garment in segmentation.garments
                ],
            }
        )
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            typer.echo(
                f"{row['photo']}: {row['segmented_by']}, confidence {row['confidence']:.2f}, "
                f"covers {row['coverage']:.0%}"
                + (f"; {len(row['garments'])} garments" if len(row["garments"]) > 1 else "")
            )
    if failed:
        raise typer.Exit(1)


def embed(
    photos: Photos,
    backbone: BackboneName = EFFICIENTNET_LITE0,
    checkpoint: Checkpoint = checkpoints.SHIPPED_TIRAMISU,
) -> None:
    """Print each photo's embedding as one line of JSON."""
    pipeline = open_pipeline(checkpoint=checkpoint, backbone=backbone)
    for path in photos:
        analysis = pipeline.analyse(file_bytes(path))
        vector = [round(float(v), 6) for v in analysis.embedding]
        typer.echo(json.dumps({"photo": str(path), "model": pipeline.model_id, "vector": vector}))


def _write_png(path: Path, picture: np.typing.NDArray[np.uint8]) -> None:
    if picture.ndim == 3:
        picture = cv2.cvtColor(picture, cv2.COLOR_RGBA2BGRA).astype(np.uint8)
    path.write_bytes(cv2.imencode(".png", picture)[1].tobytes())

"""Arguments, input and output that the commands share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from vision.errors import VisionError

Photos = Annotated[list[Path], typer.Argument(help="Photos: JPEG, PNG, WebP or HEIC.")]
Data = Annotated[Path, typer.Argument(help="A folder of photos and masks, or a folder of such folders.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Checkpoint = Annotated[Path, typer.Option(help="The segmenter's checkpoint.")]
BackboneName = Annotated[str, typer.Option(help="efficientnet_lite0, or a torchvision model's name.")]


def file_bytes(path: Path) -> bytes:
    """Read a file. Raises `VisionError` if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise VisionError(f"{path} cannot be read: {error.strerror}.") from error


def print_json(report: Any) -> None:
    """Print a report as JSON."""
    typer.echo(json.dumps(report, indent=2))


def print_tree(report: dict[str, Any], indent: int = 0) -> None:
    """Print a report for people: a line per figure, nested ones indented."""
    for key, value in report.items():
        if isinstance(value, dict) and any(isinstance(v, dict | list) for v in value.values()):
            typer.echo(f"{' ' * indent}{key}")
            print_tree(value, indent + 2)
        elif isinstance(value, dict):
            typer.echo(f"{' ' * indent}{key}: " + ", ".join(f"{k} {v}" for k, v in value.items()))
        elif isinstance(value, list):
            typer.echo(f"{' ' * indent}{key}")
            for row in value:
                typer.echo(f"{' ' * (indent + 2)}" + ", ".join(f"{k} {v}" for k, v in row.items()))
        else:
            typer.echo(f"{' ' * indent}{key}: {value}")

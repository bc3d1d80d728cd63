"""python -m vision: segment, embed, train, calibrate, convert, evaluate, bench."""

from __future__ import annotations

import logging

import typer

from vision.errors import VisionError
from vision.lab.commands import calibrate, train
from vision.lab.commands.bench import bench_command
from vision.lab.commands.convert import convert
from vision.lab.commands.evaluate import evaluate
from vision.lab.commands.segment import embed, segment

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Masks and embeddings of garment photos.")
app.add_typer(train.app, name="train")
app.add_typer(calibrate.app, name="calibrate")
app.command()(segment)
app.command()(embed)
app.command()(train.agreed)
app.command()(convert)
app.command()(evaluate)
app.command("bench")(bench_command)


def main() -> None:
    """Run the command line. A `VisionError` is printed as one sentence, with exit status 1."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        app()
    except VisionError as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()

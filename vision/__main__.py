"""python -m vision: segment, embed, train, evaluate, bench."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Masks and embeddings of garment photos.")
train_app = typer.Typer(no_args_is_help=True, help="Train a network.")
app.add_typer(train_app, name="train")


@train_app.command("tiramisu")
def train_tiramisu(
    data: Annotated[Path, typer.Argument(help="A folder of photos and masks, or a folder of such folders.")],
    out: Annotated[Path, typer.Option(help="Where the best checkpoint is kept.")] = Path("runs/tiramisu.pt"),
    variant: Annotated[str, typer.Option(help="phone, 56, 67 or 103.")] = "phone",
    minutes: Annotated[float, typer.Option(help="Time in the loop, all resumed runs together.")] = 100.0,
    drawings: Annotated[int, typer.Option(help="Drawn garments to add, with exact masks.")] = 0,
    device: Annotated[str, typer.Option(help="cpu or cuda.")] = "cpu",
) -> None:
    """Train the segmenter; run it again to resume."""
    from vision.arrays import GARMENT_CLASSES
    from vision.segmentation import tiramisu
    from vision.training.data import drawn_examples, examples
    from vision.training.segmentation import Plan, train

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    variants = {
        "phone": tiramisu.fc_densenet_phone,
        "56": tiramisu.fc_densenet56,
        "67": tiramisu.fc_densenet67,
        "103": tiramisu.fc_densenet103,
    }
    if variant not in variants:
        raise typer.BadParameter(f"{variant} is no variant: choose one of {', '.join(variants)}.")
    config = variants[variant](1 + len(GARMENT_CLASSES)).config
    learnt = examples(data, split="train", longest_side=320) + drawn_examples(drawings, seed=1)
    best = train(
        config,
        learnt,
        examples(data, split="val", longest_side=320),
        out,
        plan=Plan(minutes=minutes),
        device=device,
    )
    typer.echo(f"best mean IoU {best:.4f}, kept at {out}")


if __name__ == "__main__":
    app()

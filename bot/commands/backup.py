"""hangtag backup and restore: the whole catalogue in one file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.console import console, errors, load_settings, opened_for_pictures, progress_bar, whole_file


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; one that is there is replaced.")],
) -> None:
    """Write all that is kept into one file: items, stock, batches, pictures, vectors. The bot may go on."""
    with (
        opened_for_pictures(load_settings()) as (_, catalogue),
        whole_file(file) as out,
        progress_bar() as progress,
    ):
        written = catalogue.backup(out, progress=progress)
    console.print(f"Wrote {written.items} items and {written.pictures} pictures to {file}.", soft_wrap=True)
    if written.lost:
        errors.print(f"The files of {written.lost} pictures were gone already.")


def restore(file: Annotated[Path, typer.Argument(help="What `hangtag backup` wrote.")]) -> None:
    """Put a backup back, into an empty place; what the index lacks is made anew."""
    with opened_for_pictures(load_settings()) as (pipeline, catalogue), progress_bar() as progress:
        restored = catalogue.restore(file, progress=progress)
        audit = catalogue.repair(pipeline.embed_pictures, progress=progress)
    console.print(
        f"Restored {restored.items} items and {restored.pictures} pictures of {restored.made_at}.",
        soft_wrap=True,
    )
    if audit.fault:
        errors.print(str(audit.fault))

"""hangtag bench-scale: what a catalogue costs, from a thousand items to a hundred thousand."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.console import AsJson, console, errors, load_settings, print_json

SIZES = (1_000, 10_000, 100_000)
MIXED_FROM = 200
"""Pictures whose vectors are mixed to make the others."""
QUERIES = 500
CHANGED = (0.0, 0.01, 0.2)
"""Shares of a feed's SKUs that change."""


def bench_scale(
    sizes: Annotated[
        list[int] | None, typer.Option("--items", min=100, help="How many items; may be given several times.")
    ] = None,
    pictures: Annotated[
        Path | None, typer.Option(help="A folder of photos to mix the vectors from; default: drawn garments.")
    ] = None,
    feed: Annotated[
        int | None, typer.Option(min=100, help="Measure a feed of so many SKUs in place of all that.")
    ] = None,
    database: Annotated[
        str | None, typer.Option(help="With --feed: an empty database; default: a new SQLite file.")
    ] = None,
    queries: Annotated[int, typer.Option(min=10, help="How many questions of each kind.")] = QUERIES,
    as_json: AsJson = False,
) -> None:
    """How import, search, disk and memory grow with the catalogue; takes minutes.

    Nothing of this installation's catalogue is touched. Vectors are this installation's model's own, mixed.
    """
    if feed is not None:
        _bench_feed(feed, database, as_json)
        return
    from bot.building.opening import open_pipeline
    from catalogue.benchmark import as_json as plain
    from catalogue.benchmark import measure, table
    from vision.lab.benchmark import drawn_pictures, mixed_vectors

    pipeline = open_pipeline(load_settings())
    errors.print(f"embedding {MIXED_FROM} pictures, of which all vectors are mixed")
    files = _files(pictures) if pictures else drawn_pictures(MIXED_FROM)
    real = pipeline.embed_pictures(files)
    costs = []
    for size in sizes or SIZES:
        errors.print(f"building a catalogue of {size:,} items")
        costs.append(measure(mixed_vectors(real, size), mixed_vectors(real, queries, seed=1)))
    if as_json:
        print_json(plain(costs))
    else:
        console.print(table(costs), soft_wrap=True)


def _bench_feed(skus: int, database_url: str | None, as_json: bool) -> None:
    """Run a feed in which nothing, a hundredth and a fifth of the SKUs change."""
    from catalogue.feed_benchmark import measure_feed, table

    errors.print(f"building a catalogue of {skus:,} SKUs")
    costs = measure_feed(skus, CHANGED, database_url=database_url)
    if as_json:
        print_json([asdict(cost) for cost in costs])
    else:
        console.print(table(costs), soft_wrap=True)


def _files(folder: Path) -> list[bytes]:
    """Evenly chosen among the folder's files."""
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    if len(paths) < 3:
        raise typer.BadParameter(f"{folder} holds {len(paths)} files, and at least 3 photos are needed.")
    step = max(1, len(paths) // MIXED_FROM)
    return [path.read_bytes() for path in paths[::step][:MIXED_FROM]]

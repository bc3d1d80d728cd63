"""hangtag bench: how fast, how large, and against what."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.building.opening import open_catalogue, open_pipeline
from bot.commands.serving import bench_settings
from catalogue.database import BatchRecord
from catalogue.index.port import Entry
from catalogue.items import Item, Picture, StockLevel, Variant
from catalogue.store import Catalogue
from vision.decoding.photos import decode
from vision.errors import VisionError
from vision.lab.benchmark import (
    Sample,
    drawn_pictures,
    drawn_samples,
    embedding,
    mixed_vectors,
    picture_rate,
    refining,
    summary,
)
from vision.pipeline import WORKING_SIDE, PhotoPipeline
from vision.runtime.conversions import Conversions

Say = Callable[[str], None]

MIXED_FROM = 40
"""Drawn garments whose vectors are mixed to make the others."""
GOALS: dict[str, tuple[str, float]] = {
    "bytes to matches, median": ("at most 100 ms", 100),
    "bytes to matches, p95": ("at most 200 ms", 200),
    "peak memory": ("under 700 MB", 700),
    "ready": ("under 4 s", 4),
}


def measure(
    *,
    items: int = 10_000,
    rounds: int = 10,
    starts: int = 3,
    photos: int = 8,
    data: Path | None = None,
    peers: Path | None = None,
    say: Say = lambda _: None,
) -> dict[str, Any]:
    """Build a catalogue in a folder that goes afterwards, let fresh processes serve it, and time all of it.

    Args:
        items: in the catalogue; those that the photos show are among them.
        rounds: how often each photo is answered.
        starts: processes started one after another; the last one answers all rounds.
        photos: drawn garments.
        data: a folder with real photos and masks; without one only times are compared.
        peers: where the peers' package lies, if it is not installed.
        say: called with what is being done.

    Raises:
        VisionError: a model or the data cannot be used.
    """
    say(f"drawing {photos} photos of 12 megapixels")
    samples = drawn_samples(photos)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        settings = bench_settings(home)
        began = time.perf_counter()
        pipeline = open_pipeline(settings)
        opening = time.perf_counter() - began
        with open_catalogue(settings, pipeline) as catalogue:
            say(f"filling a catalogue of {items:,} items")
            began = time.perf_counter()
            fill(catalogue, pipeline, samples, items)
            filling = time.perf_counter() - began
        say(f"starting a process that only serves photos, {starts} times")
        served = [_served(home, samples, rounds=rounds if i == starts - 1 else 0) for i in range(starts)]
        say("timing pictures of the catalogue, and strokes")
        decoded = [decode(sample.photo, at_least=WORKING_SIDE) for sample in samples]
        report = {
            "cores": os.cpu_count(),
            "items": items,
            "photos": photos,
            "rounds": rounds,
            **_served_figures(served),
            "pictures_per_second": picture_rate(pipeline, [sample.picture for sample in samples]),
            "embed_ms": embedding(pipeline, decoded, rounds=rounds),
            "refine_ms": refining(decoded, rounds=max(1, rounds // 5)),
            "models_opened_s": round(opening, 2),
            "filling_s": round(filling, 1),
        }
        from vision.lab.peers import compare

        conversions = Conversions(settings.home / "networks")
        report["peers"] = compare(
            pipeline, decoded, data=data, folder=peers, conversions=conversions, rounds=rounds, progress=say
        )
    return report


def fill(catalogue: Catalogue, pipeline: PhotoPipeline, samples: list[Sample], count: int) -> None:
    """`count` items with a ready vector each: `BENCH-00000` on are the samples', the others are mixed."""
    others = max(0, min(MIXED_FROM, count - len(samples)))
    pictures = [*(sample.picture for sample in samples), *drawn_pictures(others)]
    real = pipeline.embed_pictures(pictures)
    vectors = np.concatenate([real, mixed_vectors(real, max(0, count - len(real)))])[:count]
    items = [_item(number) for number in range(len(vectors))]
    catalogue.database.write(items, BatchRecord(datetime.now(UTC), "bench", len(items), 0, 0))
    catalogue.index.upsert([_entry(item, vector) for item, vector in zip(items, vectors, strict=True)])


def lines(report: dict[str, Any]) -> list[str]:
    """The report for people, a line each."""
    ms = report["ms"]
    rows = [
        f"{report['cores']} cores, {report['items']:,} items, {report['photos']} photos of 12 megapixels, "
        f"{report['rounds']} rounds; slowed down {report['machine']['slowdown']} times by what else runs here"
    ]
    rows += [f"  {stage:<17} {t['median']:7.1f} ms median {t['p95']:7.1f} ms p95" for stage, t in ms.items()]
    whole = ms["bytes to matches"]
    figures = {
        "bytes to matches, median": (whole["median"], "ms"),
        "bytes to matches, p95": (whole["p95"], "ms"),
        "peak memory": (report["peak_memory_mb"], "MB"),
        "ready": (report["ready_s"], "s"),
    }
    for name, (value, unit) in figures.items():
        goal, limit = GOALS[name]
        rows.append(f"  {name:<26} {value:7.1f} {unit:<3} ({goal}: {'met' if value <= limit else 'MISSED'})")
    rows.append(f"  first answer after {report['first_answer_s']:.2f} s; ")
    rows[-1] += f"the models are opened in {report['models_opened_s']:.1f} s in an empty home"
    both = report["embed_ms"]
    rows.append(
        f"  both embeddings take {both['both']:.1f} ms, the frozen one alone {both['frozen alone']:.1f} ms: "
        f"{both['ratio']:.2f} times as long"
    )
    rows.append(
        f"  {report['pictures_per_second']:.1f} catalogue pictures a second (at least 25); "
        f"a stroke is followed in {report['refine_ms']['median']:.0f} ms (under 300); "
        f"right item first: {report['right_first']} of {report['photos']}"
    )
    return rows + _peer_lines(report["peers"])


def _peer_lines(peers: dict[str, Any]) -> list[str]:
    rows = []
    for way, figures in peers["ways"].items():
        values = ", ".join(f"{name} {value}" for name, value in figures.items() if name != "ours / peer")
        ratios = ", ".join(f"{name} {value}" for name, value in figures.get("ours / peer", {}).items())
        rows.append(f"  {way}: {values}" + (f" [ours / peer: {ratios}]" if ratios else ""))
    return [f"against the peers, {peers['on']}:", *rows, *(f"  {note}" for note in peers["notes"])]


def _served_figures(served: list[dict[str, Any]]) -> dict[str, Any]:
    last = served[-1]
    return {
        "ms": {stage: summary(taken) for stage, taken in last["ms"].items()},
        "right_first": sum(item_id == _item_id(number) for number, item_id in enumerate(last["found"])),
        "ready_s": round(statistics.median(start["ready_s"] for start in served), 2),
        "first_answer_s": round(statistics.median(start["first_answer_s"] for start in served), 2),
        "peak_memory_mb": round(max(start["peak_memory_mb"] for start in served)),
        "torch_loaded": last["torch_loaded"],
        "machine": last["machine"],
    }


def _served(home: Path, samples: list[Sample], *, rounds: int) -> dict[str, Any]:
    photos = []
    for number, sample in enumerate(samples):
        photos.append(home / f"photo-{number}.jpg")
        photos[-1].write_bytes(sample.photo)
    command = [sys.executable, "-m", "bot.commands.serving", str(home), str(rounds), repr(time.time())]
    done = subprocess.run([*command, *map(str, photos)], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise VisionError("The process that serves photos failed; what it said stands above.")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _item_id(number: int) -> str:
    return f"BENCH-{number:05d}"


def _item(number: int) -> Item:
    name, now = _item_id(number), datetime.now(UTC)
    sizes = tuple(
        Variant(f"{name}-{size}", size, stock=(StockLevel("Main", number % 40, number % 3, now),))
        for size in ("S", "M", "L")
    )
    return Item(
        name, f"Garment {number}", "upper", "blue", variants=sizes, pictures=(Picture(f"{name}.jpg", 0),)
    )


def _entry(item: Item, vector: NDArray[np.float32]) -> Entry:
    return Entry(item.pictures[0].key, item.id, item.garment_class, vector)

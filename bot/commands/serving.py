"""A process that does nothing but answer photos, so that its start and its memory can be measured.

`python -m bot.commands.serving HOME ROUNDS STARTED PHOTO…` opens what `hangtag run` opens, answers each photo
and prints what that took as JSON. STARTED is the time (seconds since the epoch) at which it was started.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from bot.building.opening import open_catalogue, open_pipeline
from bot.settings import Settings, load_settings
from catalogue.store import Catalogue
from vision.lab.benchmark import MachineLoad, peak_memory_mb
from vision.pipeline import PhotoPipeline


def bench_settings(home: Path) -> Settings:
    """The settings of this environment for models, but all that is kept lies in `home`."""
    only_here = {"home": home, "database_url": None, "chroma_url": None, "pictures_url": None}
    return load_settings().model_copy(update=only_here)


def serve(home: Path, photos: list[bytes], *, rounds: int, started: float) -> dict[str, Any]:
    """Seconds until it was ready and until the first answer, milliseconds of each answer, peak memory."""
    settings = bench_settings(home)
    pipeline = open_pipeline(settings)
    with open_catalogue(settings, pipeline) as catalogue:
        ready = time.time() - started
        answers = [_answer(pipeline, catalogue, photos[0])]
        first_answer = time.time() - started
        times: dict[str, list[float]] = defaultdict(list)
        item_ids = [
            _answer(pipeline, catalogue, photo)[1] for photo in photos
        ]  # warm: shapes compiled, pages in
        load = MachineLoad()
        for _ in range(rounds):
            for photo in photos:
                answers.append(_answer(pipeline, catalogue, photo))
                for stage, ms in answers[-1][0].items():
                    times[stage].append(ms)
            load.measure()
        return {
            "ready_s": ready,
            "first_answer_s": first_answer,
            "ms": times,
            "found": item_ids,
            "peak_memory_mb": peak_memory_mb(),
            "torch_loaded": "torch" in sys.modules,
            "machine": load.report(),
        }


def _answer(pipeline: PhotoPipeline, catalogue: Catalogue, photo: bytes) -> tuple[dict[str, float], str]:
    """Milliseconds by stage, from bytes to matches, and the best item's id."""
    began = time.perf_counter()
    look = pipeline.analyse(photo)
    looked = time.perf_counter()
    matches = catalogue.search.find(look.embedding).matches
    done = time.perf_counter()
    ms = {**look.ms, "search": 1000 * (done - looked), "bytes to matches": 1000 * (done - began)}
    return ms, matches[0].item.id if matches else ""


def main() -> None:
    """Run by `hangtag bench` alone."""
    home, rounds, started, *photos = sys.argv[1:]
    report = serve(
        Path(home),
        [Path(photo).read_bytes() for photo in photos],
        rounds=int(rounds),
        started=float(started),
    )
    sys.stdout.write(json.dumps(report))


if __name__ == "__main__":
    main()

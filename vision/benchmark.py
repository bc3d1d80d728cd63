"""How long each stage takes, and how much memory: medians over repeated runs, warm."""

from __future__ import annotations

import os
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from vision.pipeline import PhotoPipeline
from vision.segmentation import grabcut


def bench(pipeline: PhotoPipeline, photos: Sequence[bytes], *, rounds: int = 20) -> dict[str, Any]:
    """Median and 95th percentile milliseconds of each stage, from bytes to vector, and peak memory."""
    for photo in photos:
        pipeline.look(photo)  # warm: shapes compiled, pages in
    times: dict[str, list[float]] = defaultdict(list)
    routes: dict[str, int] = defaultdict(int)
    for _ in range(rounds):
        for photo in photos:
            look = pipeline.look(photo)
            for stage, ms in look.ms.items():
                times[stage].append(ms)
            times["total"].append(sum(look.ms.values()))
            routes[look.segmented_by] += 1
            began = time.perf_counter()
            grabcut.from_rectangle(look.photo)
            times["grabcut alone"].append(1000 * (time.perf_counter() - began))
    return {
        "photos": len(photos),
        "rounds": rounds,
        "cores": os.cpu_count(),
        "routes": dict(routes),
        "ms": {
            stage: {
                "median": round(statistics.median(taken), 1),
                "p95": round(sorted(taken)[int(0.95 * (len(taken) - 1))], 1),
            }
            for stage, taken in times.items()
        },
        "peak_memory_mb": round(peak_memory_mb()),
    }


def peak_memory_mb() -> float:
    """The most memory that this process has held, in MB (2**20 bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10

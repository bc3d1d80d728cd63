"""Measure the milliseconds of each stage, warm, and the peak memory."""

from __future__ import annotations

import hashlib
import os
import resource
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import RgbImage
from vision.decoding.photos import decode
from vision.pipeline import WORKING_SIDE, PhotoPipeline
from vision.segmentation import grabcut

PORTRAIT, LANDSCAPE = (1000, 750), (750, 1000)
"""(height, width) of drawn photos, before they are enlarged four times."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A garment in a shop's picture and in a phone's photo."""

    picture: bytes
    """A JPEG, 640 pixels a side."""
    photo: bytes
    """A JPEG of 12 megapixels."""


def drawn_samples(count: int, *, seed: int = 7) -> list[Sample]:
    """Draw garments; every fourth photo is in landscape.

    The photos are drawn at 0.75 megapixels, enlarged, and given a sensor's grain. Without grain a JPEG of 12
    megapixels has a third of a phone's bytes and decodes in half the time.
    """
    from vision.drawing import draw_phone, draw_studio, random_garment

    rng = np.random.default_rng(seed)
    samples = []
    for number in range(count):
        garment = random_garment(rng)
        photo, _ = draw_phone(garment, rng, size=LANDSCAPE if number % 4 == 3 else PORTRAIT)
        large = cv2.resize(photo, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC)
        grain = rng.integers(-8, 9, (*large.shape[:2], 1), dtype=np.int16)
        grainy = np.clip(large.astype(np.int16) + grain, 0, 255).astype(np.uint8)
        samples.append(Sample(_jpeg(draw_studio(garment)[0]), _jpeg(grainy)))
    return samples


def drawn_pictures(count: int, *, seed: int = 8) -> list[bytes]:
    """Draw garments in a shop's pictures, as JPEGs."""
    from vision.drawing import draw_studio, random_garment

    rng = np.random.default_rng(seed)
    return [_jpeg(draw_studio(random_garment(rng))[0]) for _ in range(count)]


def bench(pipeline: PhotoPipeline, photos: Sequence[bytes], *, rounds: int = 20) -> dict[str, Any]:
    """Measure each stage from bytes to embedding, catalogue pictures, strokes, memory and load."""
    for photo in photos:
        pipeline.analyse(photo)  # warm: shapes compiled, pages in
    times: dict[str, list[float]] = defaultdict(list)
    routes: dict[str, int] = defaultdict(int)
    load = MachineLoad()
    for _ in range(rounds):
        for photo in photos:
            analysis = pipeline.analyse(photo)
            for stage, ms in analysis.ms.items():
                times[stage].append(ms)
            times["total"].append(sum(analysis.ms.values()))
            routes[analysis.segmented_by] += 1
        load.measure()
    decoded = [decode(photo, at_least=WORKING_SIDE) for photo in photos]
    return {
        "photos": len(photos),
        "rounds": rounds,
        "cores": os.cpu_count(),
        "routes": dict(routes),
        "ms": {stage: summary(taken) for stage, taken in times.items()},
        "embed_ms": embedding(pipeline, decoded, rounds=rounds),
        "refine_ms": refining(decoded, rounds=max(1, rounds // 5)),
        "pictures_per_second": picture_rate(pipeline, photos),
        "peak_memory_mb": round(peak_memory_mb()),
        "machine": load.report(),
    }


def summary(ms: Sequence[float]) -> dict[str, float]:
    """Compute the median and 95th percentile of milliseconds."""
    median, p95 = np.percentile(np.asarray(ms), [50, 95])
    return {"median": round(float(median), 1), "p95": round(float(p95), 1)}


def timed(work: Callable[[], object]) -> float:
    """Call `work` and return how long it took, in milliseconds."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def picture_rate(
    pipeline: PhotoPipeline, pictures: Sequence[bytes], *, batch: int = 16, batches: int = 5
) -> float:
    """Measure how many catalogue pictures are embedded in a second: the median over batches."""
    repeated = [pictures[i % len(pictures)] for i in range(batch)]
    pipeline.embed_pictures(repeated)  # warm
    ms = [timed(lambda: pipeline.embed_pictures(repeated)) for _ in range(batches)]
    return round(1000 * batch / statistics.median(ms), 1)


def embedding(pipeline: PhotoPipeline, photos: Sequence[RgbImage], *, rounds: int) -> dict[str, float]:
    """Measure the median milliseconds of an embedding, and of one without the trained part, in turns.

    Turns make their ratio right whatever else the machine does.
    """
    whole = pipeline.embed
    frozen = whole.without_trained()
    garments = [(photo, pipeline.segment(photo).mask) for photo in photos]
    ms: dict[str, list[float]] = {"both": [], "frozen alone": []}
    for _ in range(rounds):
        for garment in garments:
            ms["both"].append(timed(lambda: whole(*garment)))  # noqa: B023
            ms["frozen alone"].append(timed(lambda: frozen(*garment)))  # noqa: B023
    both, alone = (statistics.median(taken) for taken in ms.values())
    return {"both": round(both, 1), "frozen alone": round(alone, 1), "ratio": round(both / alone, 2)}


def refining(photos: Sequence[RgbImage], *, rounds: int, side: int = 384) -> dict[str, float]:
    """Measure `grabcut.refine` at `side` pixels with two strokes, one of garment and one of background."""
    ms = []
    for photo in photos:
        height, width = photo.shape[:2]
        mask = np.zeros((height, width), bool)
        mask[height // 5 : -height // 5, width // 5 : -width // 5] = True
        middle, edge = ((x, height / 2) for x in (width / 2, width / 20))
        strokes = [
            grabcut.Stroke((middle, (width / 2, height / 3)), garment=True),
            grabcut.Stroke((edge, (width / 20, height / 3)), garment=False),
        ]
        for _ in range(rounds):
            ms.append(timed(lambda: grabcut.refine(photo, mask, strokes, side=side)))  # noqa: B023
    return summary(ms)


def mixed_vectors(
    real: NDArray[np.float32], count: int, *, noise: float = 0.25, seed: int = 0
) -> NDArray[np.float32]:
    """Make up unit vectors similar to real ones: (N, D) -> (count, D).

    Each is a convex combination of three real ones, plus noise of `noise` times their mean distance from
    their mean.
    """
    rng = np.random.default_rng(seed)
    chosen = rng.integers(0, len(real), (count, 3))
    shares = rng.dirichlet(np.ones(3), count).astype(np.float32)  # (count, 3)
    mixed = np.einsum("nk,nkd->nd", shares, real[chosen])
    spread = np.linalg.norm(real - real.mean(axis=0), axis=1).mean() / np.sqrt(real.shape[1])
    mixed += rng.normal(0, noise * spread, mixed.shape)
    unit: NDArray[np.float32] = (mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32)
    return unit


class MachineLoad:
    """Measures how busy the machine is, by timing the same work on all cores between the measurements."""

    def __init__(self) -> None:
        self._cores = os.cpu_count() or 1
        self._work = bytes(8 * 2**20)
        self._slowdowns: list[float] = []

    def measure(self) -> None:
        """Work for a few milliseconds on all cores, and compare elapsed time with processor time."""
        with ThreadPoolExecutor(self._cores) as pool:
            began, worked = time.perf_counter(), time.process_time()
            for _ in pool.map(lambda _: hashlib.sha256(self._work).digest(), range(self._cores)):
                pass
            passed, worked = time.perf_counter() - began, time.process_time() - worked
        self._slowdowns.append(max(1.0, passed * self._cores / worked))

    def report(self) -> dict[str, float]:
        """Report `slowdown`, the median factor against an idle machine, and `load`, runnable processes."""
        if not self._slowdowns:
            self.measure()
        runnable = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
        return {"slowdown": round(statistics.median(self._slowdowns), 2), "load": round(runnable, 1)}


def peak_memory_mb() -> float:
    """Return this process's peak memory in MB (2**20 bytes)."""
    status = Path("/proc/self/status")
    if status.is_file():
        # Not `getrusage`: on Linux a process inherits the peak of its parent.
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _jpeg(photo: RgbImage) -> bytes:
    return cv2.imencode(".jpg", photo[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, 90])[1].tobytes()

"""How long each stage takes, and how much memory: medians over repeated runs, warm."""

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
"""(height, width) that photos are drawn at, before they grow fourfold."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One garment, as a shop shows it and as a phone sees it."""

    picture: bytes
    """A JPEG of 640 pixels a side."""
    photo: bytes
    """A JPEG of 12 megapixels."""


def drawn_samples(count: int, *, seed: int = 7) -> list[Sample]:
    """Garments drawn by the project; every fourth photo lies across.

    The photos are drawn at 0.75 megapixels and enlarged. A sensor's grain is added last: without it a
    JPEG of 12 megapixels has a third of the bytes that a phone's has, and is decoded in half the time.
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
    """JPEGs of garments as a shop shows them."""
    from vision.drawing import draw_studio, random_garment

    rng = np.random.default_rng(seed)
    return [_jpeg(draw_studio(random_garment(rng))[0]) for _ in range(count)]


def bench(pipeline: PhotoPipeline, photos: Sequence[bytes], *, rounds: int = 20) -> dict[str, Any]:
    """From bytes to vector, stage by stage; catalogue pictures; a person's strokes; memory; the machine."""
    for photo in photos:
        pipeline.analyse(photo)  # warm: shapes compiled, pages in
    times: dict[str, list[float]] = defaultdict(list)
    routes: dict[str, int] = defaultdict(int)
    unrest = Unrest()
    for _ in range(rounds):
        for photo in photos:
            look = pipeline.analyse(photo)
            for stage, ms in look.ms.items():
                times[stage].append(ms)
            times["total"].append(sum(look.ms.values()))
            routes[look.segmented_by] += 1
        unrest.feel()
    shown = [decode(photo, at_least=WORKING_SIDE) for photo in photos]
    return {
        "photos": len(photos),
        "rounds": rounds,
        "cores": os.cpu_count(),
        "routes": dict(routes),
        "ms": {stage: summary(taken) for stage, taken in times.items()},
        "refine_ms": refining(shown, rounds=max(1, rounds // 5)),
        "pictures_per_second": picture_rate(pipeline, photos),
        "peak_memory_mb": round(peak_memory_mb()),
        "machine": unrest.told(),
    }


def summary(ms: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile of some milliseconds."""
    at = np.percentile(np.asarray(ms), [50, 95])
    return {"median": round(float(at[0]), 1), "p95": round(float(at[1]), 1)}


def timed(work: Callable[[], object]) -> float:
    """How long that took, in milliseconds."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def picture_rate(
    pipeline: PhotoPipeline, pictures: Sequence[bytes], *, batch: int = 16, batches: int = 5
) -> float:
    """Catalogue pictures made into vectors in a second: the median of some batches."""
    some = [pictures[i % len(pictures)] for i in range(batch)]
    pipeline.embed_pictures(some)  # warm
    taken = [timed(lambda: pipeline.embed_pictures(some)) for _ in range(batches)]
    return round(1000 * batch / statistics.median(taken), 1)


def refining(photos: Sequence[RgbImage], *, rounds: int, side: int = 384) -> dict[str, float]:
    """Milliseconds of `grabcut.refine` at `side` pixels, after a stroke each of garment and of ground."""
    taken = []
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
            taken.append(timed(lambda: grabcut.refine(photo, mask, strokes, side=side)))  # noqa: B023
    return summary(taken)


def mixed_vectors(
    real: NDArray[np.float32], count: int, *, noise: float = 0.25, seed: int = 0
) -> NDArray[np.float32]:
    """More vectors of the kind of some real ones, (N, D) -> (count, D), each of length one.

    Each is a convex mix of three of them, and noise of `noise` times their typical distance from their mean.
    """
    rng = np.random.default_rng(seed)
    chosen = rng.integers(0, len(real), (count, 3))
    shares = rng.dirichlet(np.ones(3), count).astype(np.float32)  # (count, 3)
    mixed = np.einsum("nk,nkd->nd", shares, real[chosen])
    spread = np.linalg.norm(real - real.mean(axis=0), axis=1).mean() / np.sqrt(real.shape[1])
    mixed += rng.normal(0, noise * spread, mixed.shape)
    unit: NDArray[np.float32] = (mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32)
    return unit


class Unrest:
    """How much else the machine does: the same work on all cores, timed between the measurements."""

    def __init__(self) -> None:
        self._cores = os.cpu_count() or 1
        self._work = bytes(8 * 2**20)
        self._slowdowns: list[float] = []

    def feel(self) -> None:
        """Work for some milliseconds on all cores, and compare the time that passed with the time worked."""
        with ThreadPoolExecutor(self._cores) as pool:
            began, worked = time.perf_counter(), time.process_time()
            for _ in pool.map(lambda _: hashlib.sha256(self._work).digest(), range(self._cores)):
                pass
            passed, worked = time.perf_counter() - began, time.process_time() - worked
        self._slowdowns.append(max(1.0, passed * self._cores / worked))

    def told(self) -> dict[str, float]:
        """`slowdown`: how many times slower than alone, median; `load`: processes that want a core."""
        if not self._slowdowns:
            self.feel()
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
        return {"slowdown": round(statistics.median(self._slowdowns), 2), "load": round(load, 1)}


def peak_memory_mb() -> float:
    """The most memory that this process has held, in MB (2**20 bytes)."""
    status = Path("/proc/self/status")
    if status.is_file():
        # Not `getrusage`: on Linux a process starts with the peak of the one that started it.
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _jpeg(photo: RgbImage) -> bytes:
    return cv2.imencode(".jpg", photo[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, 90])[1].tobytes()

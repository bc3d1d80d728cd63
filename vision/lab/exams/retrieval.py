"""The exam of the embedding: how often a search finds the garment.

Phone photos: each photo of the validation senders is a query, untouched and as a warehouse view, among studio
views of its own and of other garments. A studio view is made from a photo with a reference mask: cut out,
turned, creased, relit, on white. The gallery has, in this order, the studio views of all masked photos
(shuffled), the phone photos without a mask (segmented by the pipeline), the shop's main views, and drawn
garments up to the largest size. A smaller gallery has only the first of these, and the photo's own view.

Shop pictures: back and alternate views are queries among all main views, for the same style in the same
colour (item) and in any colour (design). With a projection, which learns from the shop, only held-out designs
are queries; without it, all are.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.decoding.photos import decode
from vision.drawing import draw_studio, random_garment
from vision.embedding import Embedder, Parts, weighted
from vision.lab.exams.shop import Segment, answers, is_held_out, recall_of, shop_pictures
from vision.lab.training.augmentation import studio_view, warehouse_view
from vision.lab.training.data import Example, examples
from vision.masks import clean
from vision.pipeline import WORKING_SIDE
from vision.segmentation import grabcut

SIZES = (100, 300, 1000, 1325, 3000, 5000)
"""Sizes of the galleries."""
COLOUR_WEIGHTS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
Garment = tuple[RgbImage, Mask]


def examine(
    folder: Path, embed: Embedder, segment: Segment, *, sizes: Sequence[int] = SIZES, seed: int = 0
) -> dict[str, Any]:
    """Measure recall at 1, 5 and 10 for each masking method, by gallery size and by colour weight.

    Args:
        folder: with `phone/` (photos, masks, index) and `shop/pictures/`; either may be missing.
        segment: the pipeline's segmenter.
        sizes: of the galleries; drawn garments fill the largest.
    """
    report: dict[str, Any] = {"model": embed.model_id}
    pictures = folder / "shop" / "pictures"
    shop = shop_pictures(pictures, segment) if pictures.is_dir() else []
    parts = parts_of(embed, [picture.garment for picture in shop]) if shop else None
    if (folder / "phone").is_dir():
        mains = [p.garment for p in shop if p.view == "main"]
        rng = np.random.default_rng(seed)
        report["phone"] = _phone(folder / "phone", embed, segment, mains, sizes, rng)
    if parts is not None:
        held_out = np.array([is_held_out(picture.design) for picture in shop])
        everything = np.ones(len(shop), bool)
        plain = {
            f"{weight:.2f}": answers(
                shop, weighted(parts.features, parts.colours, weight), everything
            ).figures()
            for weight in COLOUR_WEIGHTS
        }
        report["shop"] = {
            "gallery": sum(picture.view == "main" for picture in shop),
            "held_out": answers(shop, embed.joined(parts), held_out).figures(),
            "all_without_projection_by_colour_weight": plain,
        }
    return report


def recall(
    queries: NDArray[np.float32], gallery: NDArray[np.float32], truth: NDArray[np.int64]
) -> dict[str, float]:
    """Measure how often a query's right row, `truth` (Q,), is among the nearest 1, 5 and 10."""
    return recall_of(_nearer(queries, gallery, truth).sum(axis=1))


def recall_by_size(
    queries: NDArray[np.float32],
    gallery: NDArray[np.float32],
    truth: NDArray[np.int64],
    sizes: Sequence[int],
) -> dict[str, dict[str, float]]:
    """Measure recall in smaller galleries: the right row and the first of the rest, `size` rows in all.

    Sizes beyond the gallery are skipped.
    """
    before = np.cumsum(_nearer(queries, gallery, truth), axis=1)  # (Q, G): how many of the first lie nearer
    rows = np.arange(len(truth))
    return {
        str(size): recall_of(before[rows, np.where(truth < size, size, size - 1) - 1])
        for size in sizes
        if 2 <= size <= len(gallery)
    }


def _nearer(
    queries: NDArray[np.float32], gallery: NDArray[np.float32], truth: NDArray[np.int64]
) -> NDArray[np.bool_]:
    similarity = queries @ gallery.T  # (Q, G)
    nearer: NDArray[np.bool_] = similarity > similarity[np.arange(len(truth)), truth][:, None]
    return nearer


def _phone(
    folder: Path,
    embed: Embedder,
    segment: Segment,
    mains: Sequence[Garment],
    sizes: Sequence[int],
    rng: np.random.Generator,
) -> dict[str, Any]:
    validation = examples(folder, split="val", longest_side=WORKING_SIDE)
    training = examples(folder, split="train", longest_side=WORKING_SIDE)
    studio = parts_of(embed, (studio_view(example, rng) for example in [*validation, *training]))
    bad = [warehouse_view(example, rng) for example in validation]
    order = rng.permutation(len(studio.features))
    truth = np.argsort(order)[: len(validation)]
    missing = max(0, max(sizes) - len(order))
    garments = islice(_distractors(folder, segment, mains, seed=int(rng.integers(2**31))), missing)
    distractors = parts_of(embed, garments)
    shuffled = Parts(*(rows[order] for rows in studio))
    gallery = _stacked(shuffled, distractors) if len(distractors.features) else shuffled
    report: dict[str, Any] = {
        "queries": len(validation),
        "gallery": {"studio views": len(order), "photos, shop, drawings": len(distractors.features)},
    }
    for name, photos in {"untouched": validation, "warehouse": bad}.items():
        report[name] = {}
        for way, mask in _ways(segment).items():
            queries = parts_of(embed, ((e.photo, mask(e)) for e in photos))
            report[name][way] = {
                "by_gallery_size": recall_by_size(embed.joined(queries), embed.joined(gallery), truth, sizes),
                f"by_colour_weight_without_projection_among_{len(order)}": {
                    f"{weight:.2f}": recall(
                        weighted(queries.features, queries.colours, weight),
                        weighted(shuffled.features, shuffled.colours, weight),
                        truth,
                    )
                    for weight in COLOUR_WEIGHTS
                },
            }
    return report


def _ways(segment: Segment) -> dict[str, Callable[[Example], Mask]]:
    def by_rectangle(example: Example) -> Mask:
        cut = grabcut.from_rectangle(example.photo)
        return np.ones(example.labels.shape, bool) if cut is None or not cut.any() else clean(cut)

    return {
        "pipeline": lambda example: segment(example.photo),
        "grabcut": by_rectangle,
        "whole photo": lambda example: np.ones(example.labels.shape, bool),
    }


def _distractors(folder: Path, segment: Segment, mains: Sequence[Garment], *, seed: int) -> Iterator[Garment]:
    """Yield garments that no query shows: phone photos without a mask, main views, then drawings for ever."""
    for photo in unmasked_photos(folder):
        yield photo, segment(photo)
    yield from mains
    rng = np.random.default_rng(seed)
    while True:
        yield draw_studio(random_garment(rng), size=320)


def unmasked_photos(folder: Path) -> Iterator[RgbImage]:
    """Yield the photos of a set's index that have no mask."""
    index = folder / "index.csv"
    if not index.is_file():
        return
    with index.open(newline="", encoding="utf-8") as file:
        names = {
            row["photo"]
            for row in csv.DictReader(file)
            if not (folder / "masks" / f"{row['photo']}.png").is_file()
        }
    for path in sorted((folder / "photos").iterdir()):
        if path.stem in names:
            yield decode(path.read_bytes(), at_least=WORKING_SIDE)


def in_batches(
    run: Callable[[Sequence[Garment]], NDArray[np.float32]], garments: Iterable[Garment], *, batch: int = 32
) -> NDArray[np.float32]:
    """Run on garments a batch at a time: one row each, (N, D); (0, 0) for none."""
    rest = iter(garments)
    rows = []
    while chunk := list(islice(rest, batch)):
        rows.append(run(chunk))
    return np.concatenate(rows) if rows else np.empty((0, 0), np.float32)


def parts_of(embed: Embedder, garments: Iterable[Garment]) -> Parts:
    """Compute the parts of garments' embeddings, a batch at a time; all (0, 0) for none."""
    widths: list[int] = []

    def side_by_side(batch: Sequence[Garment]) -> NDArray[np.float32]:
        parts = embed.parts(batch)
        widths[:] = [part.shape[1] for part in parts]
        return np.hstack(parts)

    rows = in_batches(side_by_side, garments)
    return Parts(*np.split(rows, np.cumsum(widths)[:2], axis=1)) if widths else Parts(rows, rows, rows)


def _stacked(first: Parts, second: Parts) -> Parts:
    return Parts(*(np.concatenate(both) for both in zip(first, second, strict=True)))

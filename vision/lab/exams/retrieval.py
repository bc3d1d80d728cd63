"""The exam of the embedding: is the same garment found again?

Phone photos: each photo of the validation senders is asked for, as it is and as a warehouse would make it,
among studio views of its own and of other garments. A studio view is made from a photo with a reference mask:
cut out by it, turned, creased, relit, on white. The gallery is, in this order: the studio views of all masked
photos (shuffled), the phone photos that have no mask (as the pipeline cuts them out), the shop's main views,
and drawn garments until the largest gallery is full. At a smaller size only the first of these lie in it,
beside the photo's own.

Shop pictures: back and alternate views are asked for among all main views, for the same style in the same
colour (item) and in any (design). With a projection, which learns from the shop, only designs that it never
learnt from are asked for; without it, all are.
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
from vision.embedding import Embedder, weighted
from vision.lab.exams.shop import Segment, answers, is_held_out, recall_of, shop_pictures
from vision.lab.training.augmentation import studio_view, warehouse_view
from vision.lab.training.data import Example, examples
from vision.masks import clean
from vision.pipeline import WORKING_SIDE
from vision.segmentation import grabcut

SIZES = (100, 300, 1000, 1325, 3000, 5000)
"""Of the galleries."""
COLOUR_WEIGHTS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
Garment = tuple[RgbImage, Mask]
Parts = tuple[NDArray[np.float32], NDArray[np.float32]]


def examine(
    folder: Path, embed: Embedder, segment: Segment, *, sizes: Sequence[int] = SIZES, seed: int = 0
) -> dict[str, Any]:
    """Recall at 1, 5 and 10 for each way of masking, by the size of the gallery and by the share of colour.

    Args:
        folder: with `phone/` (photos, masks, index) and `shop/pictures/`; either may be absent.
        segment: the pipeline's segmenter.
        sizes: of the galleries; the largest is filled up with drawn garments.
    """
    report: dict[str, Any] = {"model": embed.model_id}
    pictures = folder / "shop" / "pictures"
    shop = shop_pictures(pictures, segment) if pictures.is_dir() else []
    parts = _parts(embed, [picture.garment for picture in shop]) if shop else None
    if (folder / "phone").is_dir():
        mains = [p.garment for p in shop if p.view == "main"]
        rng = np.random.default_rng(seed)
        report["phone"] = _phone(folder / "phone", embed, segment, mains, sizes, rng)
    if parts is not None:
        kept = np.array([is_held_out(picture.design) for picture in shop])
        every = np.ones(len(shop), bool)
        plain = {
            f"{weight:.2f}": answers(shop, weighted(*parts, weight), every).figures()
            for weight in COLOUR_WEIGHTS
        }
        report["shop"] = {
            "gallery": sum(picture.view == "main" for picture in shop),
            "held_out": answers(shop, embed.joined(*parts), kept).figures(),
            "all_without_projection_by_colour_weight": plain,
        }
    return report


def recall(
    queries: NDArray[np.float32], gallery: NDArray[np.float32], truth: NDArray[np.int64]
) -> dict[str, float]:
    """The share of queries, (Q, D), whose own gallery row, `truth` (Q,), is among the nearest 1, 5, 10."""
    return recall_of(_nearer(queries, gallery, truth).sum(axis=1))


def recall_by_size(
    queries: NDArray[np.float32],
    gallery: NDArray[np.float32],
    truth: NDArray[np.int64],
    sizes: Sequence[int],
) -> dict[str, dict[str, float]]:
    """The recall where only the own row and the first others, `size` rows in all, lie in the gallery.

    Sizes beyond the gallery are left out.
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
    likeness = queries @ gallery.T  # (Q, G)
    nearer: NDArray[np.bool_] = likeness > likeness[np.arange(len(truth)), truth][:, None]
    return nearer


def _phone(
    folder: Path,
    embed: Embedder,
    segment: Segment,
    mains: Sequence[Garment],
    sizes: Sequence[int],
    rng: np.random.Generator,
) -> dict[str, Any]:
    asked = examples(folder, split="val", longest_side=WORKING_SIDE)
    others = examples(folder, split="train", longest_side=WORKING_SIDE)
    studio = _parts(embed, (studio_view(example, rng) for example in [*asked, *others]))
    bad = [warehouse_view(example, rng) for example in asked]
    order = rng.permutation(len(studio[0]))
    truth = np.argsort(order)[: len(asked)]
    room = max(sizes) - len(order)
    more = islice(_distractors(folder, segment, mains, seed=int(rng.integers(2**31))), max(0, room))
    beside = _parts(embed, more)
    known = studio[0][order], studio[1][order]
    gallery = _stacked(known, beside) if len(beside[0]) else known
    report: dict[str, Any] = {
        "queries": len(asked),
        "gallery": {"studio views": len(order), "photos, shop, drawings": len(beside[0])},
    }
    for name, photos in {"untouched": asked, "warehouse": bad}.items():
        report[name] = {}
        for way, mask in _ways(segment).items():
            seen = _parts(embed, ((e.photo, mask(e)) for e in photos))
            report[name][way] = {
                "by_gallery_size": recall_by_size(embed.joined(*seen), embed.joined(*gallery), truth, sizes),
                f"by_colour_weight_without_projection_among_{len(order)}": {
                    f"{weight:.2f}": recall(weighted(*seen, weight), weighted(*known, weight), truth)
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
    """Garments that no query shows, without end: phone photos without a mask, main views, then drawings."""
    for photo in unmasked_photos(folder):
        yield photo, segment(photo)
    yield from mains
    rng = np.random.default_rng(seed)
    while True:
        yield draw_studio(random_garment(rng), size=320)


def unmasked_photos(folder: Path) -> Iterator[RgbImage]:
    """The photos of a set to which its index gives no mask, one after the other."""
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
    """One row for each garment, (N, D), made a batch at a time; (0, 0) for none."""
    left = iter(garments)
    made = []
    while some := list(islice(left, batch)):
        made.append(run(some))
    return np.concatenate(made) if made else np.empty((0, 0), np.float32)


def _parts(embed: Embedder, garments: Iterable[Garment]) -> Parts:
    made = in_batches(lambda some: np.hstack(embed.parts(some)), garments)
    return made[:, : embed.features], made[:, embed.features :]


def _stacked(first: Parts, second: Parts) -> Parts:
    return np.concatenate([first[0], second[0]]), np.concatenate([first[1], second[1]])

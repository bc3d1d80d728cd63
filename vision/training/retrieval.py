"""The exam of the embedding: is the same garment found again?

Phone photos: each photo of the validation senders is asked for among studio views of its own and of all
other garments. A studio view is made from the photo: cut out by its reference mask, turned, creased, relit,
on white.
Shop pictures: back and alternate views of designs never trained on are asked for among all main views; only
the same style in the same colour counts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.embedding import Embedder, weighted
from vision.photos import decode
from vision.pipeline import WORKING_SIDE, clean
from vision.segmentation import grabcut
from vision.training.augmentation import studio_view, warehouse_view
from vision.training.data import Example, examples

Segment = Callable[[RgbImage], Mask]


def examine(folder: Path, embed: Embedder, segment: Segment, *, seed: int = 0) -> dict[str, Any]:
    """Recall at 1, 5 and 10 for each way of masking, and for shares of colour from none to all.

    Args:
        folder: with `phone/` (photos, masks, index) and `shop/pictures/`; either may be absent.
        segment: the pipeline's segmenter: photo to mask.
    """
    report: dict[str, Any] = {"model": embed.model_id}
    if (folder / "phone").is_dir():
        report["phone"] = _phone(folder / "phone", embed, segment, np.random.default_rng(seed))
    if (folder / "shop" / "pictures").is_dir():
        report["shop"] = _shop(folder / "shop" / "pictures", embed, segment)
    return report


def recall(
    queries: NDArray[np.float32], gallery: NDArray[np.float32], truth: NDArray[np.int64]
) -> dict[str, float]:
    """The share of queries, (Q, D), whose own gallery row, `truth` (Q,), is among the nearest 1, 5, 10."""
    likeness = queries @ gallery.T  # (Q, G)
    own = likeness[np.arange(len(truth)), truth]
    rank = (likeness > own[:, None]).sum(axis=1)  # how many lie nearer
    return {f"recall_at_{top}": round(float(np.mean(rank < top)), 4) for top in (1, 5, 10)}


def is_held_out(picture: str) -> bool:
    """Whether a shop picture's design is kept for the exam: two in five are, by the number in its code."""
    digits = "".join(letter for letter in picture.split("-")[0] if letter.isdigit())
    return bool(digits) and int(digits) % 5 in (0, 3)


def _phone(folder: Path, embed: Embedder, segment: Segment, rng: np.random.Generator) -> dict[str, Any]:
    asked = examples(folder, split="val", longest_side=WORKING_SIDE)
    others = examples(folder, split="train", longest_side=WORKING_SIDE)
    gallery = _parts(embed, [studio_view(example, rng) for example in [*asked, *others]])
    truth = np.arange(len(asked))
    report: dict[str, Any] = {"queries": len(asked), "gallery": len(asked) + len(others)}
    bad = [warehouse_view(example, rng) for example in asked]
    for name, photos in {"untouched": asked, "warehouse": bad}.items():
        report[name] = {
            way: _recalls(embed, _parts(embed, [(e.photo, mask(e)) for e in photos]), gallery, truth)
            for way, mask in _ways(segment).items()
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


def _shop(folder: Path, embed: Embedder, segment: Segment) -> dict[str, Any]:
    paths = sorted(folder.rglob("*.jpg"))
    mains = [path for path in paths if path.stem.endswith("_main")]
    place = {path.stem.removesuffix("_main"): i for i, path in enumerate(mains)}

    def shown(some: Sequence[Path]) -> list[tuple[RgbImage, Mask]]:
        photos = [decode(path.read_bytes(), at_least=WORKING_SIDE) for path in some]
        return [(photo, segment(photo)) for photo in photos]

    gallery = _parts(embed, shown(mains))
    report: dict[str, Any] = {"gallery": len(mains)}
    for view in ("back", "alt1"):
        asked = [
            path
            for path in paths
            if path.stem.endswith(f"_{view}")
            and path.stem.removesuffix(f"_{view}") in place
            and is_held_out(path.stem)
        ]
        if asked:
            truth = np.array([place[path.stem.removesuffix(f"_{view}")] for path in asked])
            found = _recalls(embed, _parts(embed, shown(asked)), gallery, truth)
            report[view] = {"queries": len(asked), **found}
    return report


Parts = tuple[NDArray[np.float32], NDArray[np.float32]]


def in_batches(
    run: Callable[[Sequence[tuple[RgbImage, Mask]]], NDArray[np.float32]],
    garments: Sequence[tuple[RgbImage, Mask]],
    *,
    batch: int = 32,
) -> NDArray[np.float32]:
    """One row for each garment, (N, D), made a batch at a time."""
    return np.concatenate([run(garments[i : i + batch]) for i in range(0, len(garments), batch)])


def _parts(embed: Embedder, garments: Sequence[tuple[RgbImage, Mask]]) -> Parts:
    made = in_batches(lambda some: np.hstack(embed.parts(some)), garments)
    return made[:, : embed.features], made[:, embed.features :]


def _recalls(embed: Embedder, asked: Parts, gallery: Parts, truth: NDArray[np.int64]) -> dict[str, Any]:
    found: dict[str, Any] = dict(recall(embed.joined(*asked), embed.joined(*gallery), truth))
    found["by_colour_weight"] = {
        f"{weight:g}": recall(weighted(*asked, weight), weighted(*gallery, weight), truth)
        for weight in (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
    }
    return found

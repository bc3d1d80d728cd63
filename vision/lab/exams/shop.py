"""The exam of a shop's pictures: how well back and alternate views find their item and design.

Files are named ITEM_VIEW.jpg, and an item DESIGN-COLOUR, such as `wj01-red_back.jpg`. Views are `main`,
`back`, alternates and details. Main views of several colours are often one photo, recoloured, while back and
alternate views show the dyed garment. Where the two colours differ, a picture can find the design only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.arrays import Mask, RgbImage
from vision.decoding.photos import decode
from vision.lab.training.data import class_of_name
from vision.pipeline import WORKING_SIDE

OTHER_DYE = 20.0
"""In one studio, one garment's median colours differ by less than this in CIELAB."""


class Segment(Protocol):
    """Segment a photo, (H, W, 3) -> (H, W). A known class chooses among several garments."""

    def __call__(self, photo: RgbImage, garment_class: str | None = None, /) -> Mask: ...


@dataclass(frozen=True, slots=True)
class ShopPicture:
    """One picture of one item."""

    item: str
    design: str
    view: str
    garment: tuple[RgbImage, Mask]
    """(H, W, 3) and (H, W)."""

    @property
    def query_kind(self) -> str | None:
        """`backs` or `alternates`; None for main views and details, which are not queries."""
        if self.view == "back":
            return "backs"
        return "alternates" if self.view.startswith("alt") else None


def shop_pictures(folder: Path, segment: Segment) -> list[ShopPicture]:
    """Read and segment all pictures named ITEM_VIEW.jpg, sorted by path.

    Main views stand for the catalogue, which knows the item's class. Other views are segmented without it.
    """
    pictures = []
    for path in sorted(folder.rglob("*.jpg")):
        item, _, view = path.stem.rpartition("_")
        if not item:
            continue
        photo = decode(path.read_bytes(), at_least=WORKING_SIDE)
        mask = segment(photo, class_of_name(path.stem) if view == "main" else None)
        pictures.append(ShopPicture(item, item.split("-")[0], view, (photo, mask)))
    return pictures


def is_held_out(design: str) -> bool:
    """Whether a design is held out for the exam: two in five are, by the number in its code."""
    digits = "".join(letter for letter in design if letter.isdigit())
    return bool(digits) and int(digits) % 5 in (0, 3)


def fold_of(pictures: Sequence[ShopPicture], folds: int) -> NDArray[np.int64]:
    """Assign pictures to folds by design: (N,), 0 to `folds` - 1."""
    number = {design: n for n, design in enumerate(sorted({picture.design for picture in pictures}))}
    return np.array([number[picture.design] % folds for picture in pictures])


@dataclass(frozen=True, slots=True)
class ShopAnswers:
    """The ranks that embeddings give to the shop's pictures."""

    kind: NDArray[np.str_]
    """(Q,): `backs` or `alternates`."""
    item: NDArray[np.int64]
    """(Q,): how many main views lie nearer than the item's."""
    design: NDArray[np.int64]
    """(Q,): how many main views of other designs lie nearer than the nearest of the design."""
    same_dye: NDArray[np.bool_]
    """(Q,): whether the picture has the colour of its item's main view."""

    def figures(self) -> dict[str, Any]:
        """Compute the recall of item and design for backs and alternates, also by colour."""
        figures: dict[str, Any] = {}
        for kind in ("backs", "alternates"):
            queries = self.kind == kind
            if not queries.any():
                continue
            figures[kind] = self._recall(queries)
            dyes = {"same_dye": queries & self.same_dye, "other_dye": queries & ~self.same_dye}
            figures[kind] |= {name: self._recall(group) for name, group in dyes.items() if group.any()}
        return figures

    def _recall(self, queries: NDArray[np.bool_]) -> dict[str, Any]:
        return {
            "queries": int(queries.sum()),
            "item": recall_of(self.item[queries]),
            "design": recall_of(self.design[queries]),
        }


def joined(answers: Sequence[ShopAnswers]) -> ShopAnswers:
    """Concatenate the answers of several folds."""
    columns = ("kind", "item", "design", "same_dye")
    return ShopAnswers(*(np.concatenate([getattr(fold, name) for fold in answers]) for name in columns))


def answers(
    pictures: Sequence[ShopPicture], vectors: NDArray[np.float32], among: NDArray[np.bool_]
) -> ShopAnswers:
    """Search with the backs and alternates `among`, (N,). The gallery is all main views.

    Args:
        vectors: (N, D), of length one.
    """
    mains = [n for n, picture in enumerate(pictures) if picture.view == "main"]
    column = {pictures[n].item: number for number, n in enumerate(mains)}
    queries = [n for n, p in enumerate(pictures) if among[n] and p.query_kind and p.item in column]
    truth = np.array([column[pictures[n].item] for n in queries], np.int64)  # (Q,)
    designs = np.array([pictures[n].design for n in mains])
    kin = np.array([designs == pictures[n].design for n in queries]).reshape(len(queries), len(mains))
    similarity = vectors[queries] @ vectors[mains].T  # (Q, G)
    rows = np.arange(len(queries))
    nearest_kin = np.where(kin, similarity, -np.inf).max(axis=1, initial=-np.inf)
    median = [median_colour(*picture.garment) for picture in pictures]
    apart = [float(np.linalg.norm(median[n] - median[mains[g]])) for n, g in zip(queries, truth, strict=True)]
    return ShopAnswers(
        kind=np.array([str(pictures[n].query_kind) for n in queries], dtype=np.str_),
        item=(similarity > similarity[rows, truth][:, None]).sum(axis=1),
        design=((similarity > nearest_kin[:, None]) & ~kin).sum(axis=1),
        same_dye=np.array(apart) <= OTHER_DYE,
    )


def recall_of(ranks: NDArray[np.int64]) -> dict[str, float]:
    """Compute recall at 1, 5 and 10 from ranks, (Q,), counted from 0."""
    return {f"recall_at_{top}": round(float(np.mean(ranks < top)), 4) for top in (1, 5, 10)}


def median_colour(photo: RgbImage, mask: Mask) -> NDArray[np.float32]:
    """Compute the median (L, a, b) under the mask, (3,), in CIELAB; of the whole photo if it is empty."""
    inside = photo[mask] if mask.any() else photo.reshape(-1, 3)
    lab = cv2.cvtColor((inside[None] / np.float32(255)).astype(np.float32), cv2.COLOR_RGB2LAB)[0]
    median: NDArray[np.float32] = np.median(lab, axis=0).astype(np.float32)
    return median

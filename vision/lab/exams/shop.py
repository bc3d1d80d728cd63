"""A shop's pictures: which item of which design each shows, and how well views find one another.

Files are called ITEM_VIEW.jpg and an item DESIGN-COLOUR, such as `wj01-red_back.jpg`; views are `main`,
`back` and alternates. The main view of an item in another colour is often a recoloured photo of one garment,
while back and alternates show a garment as it was dyed: on some items the two differ, and only the design can
be found by such a picture.
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
"""Median colours further apart than this, in CIELAB, are not one garment's under two lights of one studio."""


class Segment(Protocol):
    """A photo to the mask of its garment; of the garment of a class, where that is known."""

    def __call__(self, photo: RgbImage, garment_class: str | None = None, /) -> Mask: ...


@dataclass(frozen=True, slots=True)
class ShopPicture:
    """One picture of one item."""

    item: str
    design: str
    view: str
    garment: tuple[RgbImage, Mask]

    @property
    def asks(self) -> str | None:
        """The kind of question that it is: `backs` or `alternates`; None for main views and details."""
        if self.view == "back":
            return "backs"
        return "alternates" if self.view.startswith("alt") else None


def shop_pictures(folder: Path, segment: Segment) -> list[ShopPicture]:
    """All pictures whose names tell item and view, in the order of their paths.

    A main view stands for the catalogue, which knows its item's class; the others are cut out as photos of
    nothing known.
    """
    found = []
    for path in sorted(folder.rglob("*.jpg")):
        item, _, view = path.stem.rpartition("_")
        if not item:
            continue
        photo = decode(path.read_bytes(), at_least=WORKING_SIDE)
        mask = segment(photo, class_of_name(path.stem) if view == "main" else None)
        found.append(ShopPicture(item, item.split("-")[0], view, (photo, mask)))
    return found


def is_held_out(design: str) -> bool:
    """Whether a design is kept for the exam: two in five are, by the number in its code."""
    digits = "".join(letter for letter in design if letter.isdigit())
    return bool(digits) and int(digits) % 5 in (0, 3)


def fold_of(pictures: Sequence[ShopPicture], folds: int) -> NDArray[np.int64]:
    """(N,), 0 to `folds` - 1: the same number for all pictures of a design."""
    place = {design: n for n, design in enumerate(sorted({picture.design for picture in pictures}))}
    return np.array([place[picture.design] % folds for picture in pictures])


@dataclass(frozen=True, slots=True)
class ShopAnswers:
    """What a set of vectors answers to pictures of the shop."""

    asks: NDArray[np.str_]
    """(Q,): `backs` or `alternates`."""
    item: NDArray[np.int64]
    """(Q,): how many main views lie nearer than the item's own."""
    design: NDArray[np.int64]
    """(Q,): how many main views of other designs lie nearer than the nearest of the own design."""
    same_dye: NDArray[np.bool_]
    """(Q,): whether the picture has the colour of its item's main view."""

    def figures(self) -> dict[str, Any]:
        """For backs and alternates: how many, recall of the item and of the design, and by colour."""
        told: dict[str, Any] = {}
        for asks in ("backs", "alternates"):
            of = self.asks == asks
            if not of.any():
                continue
            told[asks] = {
                "queries": int(of.sum()),
                "item": recall_of(self.item[of]),
                "design": recall_of(self.design[of]),
            }
            for name, kept in {"same_dye": of & self.same_dye, "other_dye": of & ~self.same_dye}.items():
                if kept.any():
                    told[asks][name] = {
                        "queries": int(kept.sum()),
                        "item": recall_of(self.item[kept]),
                        "design": recall_of(self.design[kept]),
                    }
        return told


def joined(answers: Sequence[ShopAnswers]) -> ShopAnswers:
    """The answers of several folds as one."""
    columns = ("asks", "item", "design", "same_dye")
    return ShopAnswers(*(np.concatenate([getattr(some, name) for some in answers]) for name in columns))


def answers(
    pictures: Sequence[ShopPicture], vectors: NDArray[np.float32], among: NDArray[np.bool_]
) -> ShopAnswers:
    """Ask with the backs and alternates for which `among`, (N,), holds; the gallery is all main views.

    Args:
        vectors: (N, D), of length one.
    """
    mains = [n for n, picture in enumerate(pictures) if picture.view == "main"]
    place = {pictures[n].item: column for column, n in enumerate(mains)}
    asked = [n for n, p in enumerate(pictures) if among[n] and p.asks and p.item in place]
    own = np.array([place[pictures[n].item] for n in asked], np.int64)
    designs = np.array([pictures[n].design for n in mains])
    kin = np.array([designs == pictures[n].design for n in asked]).reshape(len(asked), len(mains))
    likeness = vectors[asked] @ vectors[mains].T  # (Q, G)
    rows = np.arange(len(asked))
    nearest_kin = np.where(kin, likeness, -np.inf).max(axis=1, initial=-np.inf)
    median = [median_colour(*picture.garment) for picture in pictures]
    apart = [float(np.linalg.norm(median[n] - median[mains[g]])) for n, g in zip(asked, own, strict=True)]
    return ShopAnswers(
        asks=np.array([str(pictures[n].asks) for n in asked], dtype=np.str_),
        item=(likeness > likeness[rows, own][:, None]).sum(axis=1),
        design=((likeness > nearest_kin[:, None]) & ~kin).sum(axis=1),
        same_dye=np.array(apart) <= OTHER_DYE,
    )


def recall_of(ranks: NDArray[np.int64]) -> dict[str, float]:
    """The share of ranks, (Q,), counted from 0, that lie within the first 1, 5 and 10."""
    return {f"recall_at_{top}": round(float(np.mean(ranks < top)), 4) for top in (1, 5, 10)}


def median_colour(photo: RgbImage, mask: Mask) -> NDArray[np.float32]:
    """The median (lightness, a, b) under the mask, (3,), in CIELAB; of the whole photo where it is empty."""
    inside = photo[mask] if mask.any() else photo.reshape(-1, 3)
    lab = cv2.cvtColor((inside[None] / np.float32(255)).astype(np.float32), cv2.COLOR_RGB2LAB)[0]
    median: NDArray[np.float32] = np.median(lab, axis=0).astype(np.float32)
    return median

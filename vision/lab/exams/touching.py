"""The exam of drawn garments that touch: whether each is offered, and whether single ones stay whole.

Choose and tune on other seeds than those that are reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from vision.arrays import Mask, RgbImage
from vision.drawing import draw_phone, draw_together, random_garment
from vision.drawing.together import Contact
from vision.lab.exams.metrics import iou
from vision.pipeline import choices_of
from vision.segmentation.segmenter import Segmentation

LEAST_IOU = 0.5
"""A garment is found from this IoU on."""
_CONTACTS: tuple[Contact, ...] = ("touching", "overlapping", "touching", "overlapping", "apart")
_PORTRAIT, _LANDSCAPE = (480, 360), (360, 480)


def examine(segment: Callable[[RgbImage], Segmentation], count: int, *, seed: int) -> dict[str, Any]:
    """Score drawn photos by how their garments lie and how many there are.

    `all_found`: each garment is one of the choices offered. `found`: the share of garments that are.
    `not_asked`: a photo of several is answered with one, without a choice. `too_many`: there are more choices
    than garments. `right_chosen`: what is answered is one of the garments.
    """
    rows: dict[str, list[dict[str, float]]] = defaultdict(list)
    for kind, photo, truths in drawn_photos(count, seed=seed):
        scores = _scores(segment(photo), truths)
        rows[kind].append(scores)
        if kind.endswith(("touching", "overlapping")):
            rows["in contact"].append(scores)
    return {
        kind: {
            "photos": len(of_kind),
            **{name: round(float(np.mean([row[name] for row in of_kind])), 4) for name in of_kind[0]},
        }
        for kind, of_kind in sorted(rows.items())
    }


def drawn_photos(count: int, *, seed: int) -> Iterator[tuple[str, RgbImage, Sequence[Mask]]]:
    """`count` photos of two or three garments, and as many of a single one: how they lie, and their masks."""
    for number in range(count):
        contact, of = _CONTACTS[number % 5], 2 + number // 5 % 2
        rng = np.random.default_rng([seed, number])
        photo, truths = draw_together(
            [random_garment(rng) for _ in range(of)],
            rng,
            size=_PORTRAIT if number % 3 else _LANDSCAPE,
            contact=contact,
        )
        yield f"{of} {contact}", photo, truths
    for number in range(count):
        rng = np.random.default_rng([seed + 1, number])
        photo, truth = draw_phone(random_garment(rng), rng, size=_PORTRAIT)
        yield "single", photo, [truth]


def _scores(segmentation: Segmentation, truths: Sequence[Mask]) -> dict[str, float]:
    choices = choices_of(segmentation.garments)
    found = [any(iou(choice.mask, truth) >= LEAST_IOU for choice in choices) for truth in truths]
    return {
        "all_found": float(all(found)),
        "found": float(np.mean(found)),
        "not_asked": float(len(truths) > 1 and len(choices) == 1),
        "too_many": float(len(choices) > len(truths)),
        "right_chosen": float(max(iou(segmentation.mask, truth) for truth in truths) >= LEAST_IOU),
    }

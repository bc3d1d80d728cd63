"""The page: photos with their masks, worst first, the figures, and the curves.

`Album` draws each photo while the exam goes on, so that no mask need be kept; `write` makes the page of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from jinja2 import Environment, PackageLoader, StrictUndefined

from vision.arrays import GARMENT_CLASSES, Mask
from vision.lab.exams.outcomes import FITTED, PIPELINE, Outcome
from vision.lab.report.curves import charts
from vision.lab.report.pictures import EXTRA, MISSING, as_jpeg, drawn
from vision.lab.training.data import Example

_TITLES = {
    PIPELINE: "served",
    "tiramisu": "network alone",
    "tiramisu+grabcut": "GrabCut, seeded by it",
    "grabcut": "GrabCut, from a rectangle",
}


@dataclass(frozen=True, slots=True)
class View:
    """One picture of a photo: a way of cutting it out, or the reference."""

    title: str
    file: str
    alt: str
    width: int
    height: int
    iou: float | None = None
    expected: float | None = None
    served: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo on the page."""

    outcome: Outcome
    views: tuple[View, ...]


class Album:
    """Photos of an exam, drawn into a folder one by one.

    Args:
        folder: made where it is absent; files of the same names in it are replaced.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.shown: list[Shown] = []

    def add(self, example: Example, made: Mapping[str, Mask], outcome: Outcome) -> None:
        """Draw a photo with its mask by each way, and the reference."""
        number, truth = len(self.shown) + 1, example.labels > 0
        files: dict[str, str] = {}
        views = []
        for way, title in _TITLES.items():
            same = next((w for w in files if np.array_equal(made[w], made[way])), None)
            if same is None:
                files[way] = f"{number:04d}-{way.replace('+', '-')}.jpg"
                picture = drawn(example.photo, made[way], truth)
                height, width = picture.shape[:2]
                (self.folder / files[way]).write_bytes(as_jpeg(picture))
            else:
                files[way] = files[same]
            reached = outcome.scores[way]["iou"]
            served = way == PIPELINE
            expected = outcome.confidence if served else outcome.expected if way == FITTED[0] else None
            views.append(
                View(
                    title=f"{title}: {outcome.segmented_by}" if served else title,
                    file=files[way],
                    alt=f"{example.name}, {title}: IoU {reached:.3f}",
                    width=width,
                    height=height,
                    iou=reached,
                    expected=expected,
                    served=served,
                )
            )
        file = f"{number:04d}-reference.jpg"
        (self.folder / file).write_bytes(as_jpeg(drawn(example.photo, truth)))
        views.append(View("reference", file, f"{example.name}, reference mask", width, height))
        self.shown.append(Shown(outcome, tuple(views)))

    def write(self, figures: Mapping[str, Any]) -> Path:
        """`index.html` beside the pictures: whole in itself but for them.

        Args:
            figures: of `evaluation.summary`; `retrieval` and `verdict` in it are drawn where they are there.
        """
        worst_first = sorted(self.shown, key=lambda shown: shown.outcome.scores[PIPELINE]["iou"])
        page = self.folder / "index.html"
        page.write_text(_rendered(worst_first, figures), encoding="utf-8")
        return page


def _rendered(shown: Sequence[Shown], figures: Mapping[str, Any]) -> str:
    environment = Environment(
        loader=PackageLoader("vision.lab.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    everywhere = dict(figures.get("everywhere", {}))
    tables = {
        "the pipeline": everywhere.pop(PIPELINE, {"photos": 0}),
        **{f"... on {name}": ways[PIPELINE] for name, ways in figures.get("sources", {}).items()},
        **{f"... by {route}": row for route, row in figures.get("routes", {}).items()},
        **{f"{_TITLES.get(way, way)}": row for way, row in everywhere.items()},
    }
    return environment.get_template("page.html.j2").render(
        photos=[_row(one) for one in shown],
        tables=tables,
        judge=figures.get("judge"),
        classes=figures.get("classes"),
        class_names=GARMENT_CLASSES,
        charts=charts([one.outcome for one in shown], figures),
        missing=_css(MISSING),
        extra=_css(EXTRA),
    )


def _row(one: Shown) -> dict[str, Any]:
    outcome = one.outcome
    return {
        "name": outcome.name,
        "source": outcome.source,
        "segmented_by": outcome.segmented_by,
        "confidence": outcome.confidence,
        "named": outcome.named,
        "iou": outcome.scores[PIPELINE]["iou"],
        "views": one.views,
    }


def _css(colour: tuple[int, int, int]) -> str:
    return "rgb({}, {}, {})".format(*colour)

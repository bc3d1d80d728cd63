"""The page: photos with their masks, worst first, figures and charts.

`Album` draws each photo during the exam, so that no masks stay in memory. `Album.write` writes the page.
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
    """A photo with one mask: that of a method, or the reference."""

    title: str
    file: str
    alt: str
    width: int
    height: int
    iou: float | None = None
    expected: float | None = None
    served: bool = False


@dataclass(frozen=True, slots=True)
class PhotoViews:
    """A photo on the page."""

    outcome: Outcome
    views: tuple[View, ...]


class Album:
    """Draws the photos of an exam into a folder, one by one.

    Args:
        folder: created if needed; files of the same names are replaced.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.photos: list[PhotoViews] = []

    def add(self, example: Example, masks: Mapping[str, Mask], outcome: Outcome) -> None:
        """Draw a photo with each method's mask, and with the reference."""
        number, truth = len(self.photos) + 1, example.labels > 0
        files: dict[str, str] = {}
        views = []
        for way, title in _TITLES.items():
            same = next((w for w in files if np.array_equal(masks[w], masks[way])), None)
            if same is None:
                files[way] = f"{number:04d}-{way.replace('+', '-')}.jpg"
                picture = drawn(example.photo, masks[way], truth)
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
        self.photos.append(PhotoViews(outcome, tuple(views)))

    def write(self, figures: Mapping[str, Any]) -> Path:
        """Write `index.html` beside the pictures. It needs no other files.

        Args:
            figures: of `evaluation.summary`; optional `retrieval` and `verdict` are drawn too.
        """
        worst_first = sorted(self.photos, key=lambda photo: photo.outcome.scores[PIPELINE]["iou"])
        page = self.folder / "index.html"
        page.write_text(_rendered(worst_first, figures), encoding="utf-8")
        return page


def _rendered(photos: Sequence[PhotoViews], figures: Mapping[str, Any]) -> str:
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
        photos=[_row(photo) for photo in photos],
        tables=tables,
        judge=figures.get("judge"),
        classes=figures.get("classes"),
        class_names=GARMENT_CLASSES,
        charts=charts([photo.outcome for photo in photos], figures),
        missing=_css(MISSING),
        extra=_css(EXTRA),
    )


def _row(photo: PhotoViews) -> dict[str, Any]:
    outcome = photo.outcome
    return {
        "name": outcome.name,
        "source": outcome.source,
        "segmented_by": outcome.segmented_by,
        "confidence": outcome.confidence,
        "named": outcome.named,
        "iou": outcome.scores[PIPELINE]["iou"],
        "views": photo.views,
    }


def _css(colour: tuple[int, int, int]) -> str:
    return "rgb({}, {}, {})".format(*colour)

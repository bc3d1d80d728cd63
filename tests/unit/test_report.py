"""The page of an exam: every photo once, worst first, whole in itself."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.kit.photos import red_on_green
from vision.arrays import GARMENT_CLASSES
from vision.lab.exams.evaluation import summary
from vision.lab.exams.outcomes import judged
from vision.lab.report.curves import charts
from vision.lab.report.page import Album
from vision.lab.report.pictures import EXTRA, MISSING, drawn
from vision.lab.training.data import Example
from vision.segmentation.neural import Probabilities
from vision.segmentation.segmenter import Segmenter

PHOTO, DISC = red_on_green()
NAMES = ["a good one", 'half <b>cut</b> & "odd"', "a bit off"]
SHIFTS = [0, 30, 6]
GROUND = 0.004


class Page(HTMLParser):
    """What a browser finds on the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.images: list[dict[str, str]] = []
        self.links: list[str] = []
        self.titles: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "img":
            self.images.append(told)
        if tag == "article":
            self.titles.append("")
        self.links += [told[name] for name in ("src", "href", "xlink:href", "action", "data") if name in told]

    def handle_data(self, data: str) -> None:
        self.words += data
        if self.titles:
            self.titles[-1] += data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of three photos, of which the network misplaces two."""
    folder = tmp_path_factory.mktemp("exam")
    asked = [Example(name, "discs", PHOTO, np.where(DISC, 1, 0).astype(np.uint8)) for name in NAMES]
    shifts = iter(SHIFTS)

    def predict(_: object) -> Probabilities:
        garment = np.where(np.roll(DISC, next(shifts), axis=0), 0.999, GROUND).astype(np.float32)
        return Probabilities(garment, np.stack([garment] + [garment * 0] * 5))

    album, outcomes = Album(folder), []
    for example, made, outcome in judged(asked, predict, Segmenter(predict, classes=GARMENT_CLASSES)):
        album.add(example, made, outcome)
        outcomes.append(outcome)
    assert album.write(summary(outcomes)) == folder / "index.html"
    return folder


@pytest.fixture(scope="module")
def page(folder: Path) -> Page:
    return Page((folder / "index.html").read_text(encoding="utf-8"))


def test_every_photo_stands_there_once_and_the_worst_comes_first(page: Page) -> None:
    assert [next(name for name in NAMES if name in title) for title in page.titles] == [
        NAMES[1],
        NAMES[2],
        NAMES[0],
    ]
    reached = [float(re.search(r"IoU (\d\.\d+)", title)[1]) for title in page.titles]  # type: ignore[index]
    assert reached == sorted(reached)
    assert reached[-1] == 1.0


def test_each_photo_shows_every_way_and_the_reference_with_words_for_who_cannot_see_them(page: Page) -> None:
    assert len(page.images) == 5 * len(NAMES)
    for image in page.images:
        assert any(image["alt"].startswith(name) for name in NAMES)
        assert image["loading"] == "lazy"
        assert int(image["width"]) > 0
        assert int(image["height"]) > 0
    assert sum("reference" in image["alt"] for image in page.images) == len(NAMES)


def test_the_page_needs_nothing_from_outside(folder: Path, page: Page) -> None:
    text = (folder / "index.html").read_text(encoding="utf-8")
    local = [link for link in page.links if not link.startswith("#")]
    assert local
    assert all((folder / link).is_file() for link in local)
    assert "script" not in page.tags
    assert "link" not in page.tags
    assert "@import" not in text
    assert not re.findall(r"url\((?!#)", text)
    assert set(re.findall(r"https?://[^\s\"'<)]+", text)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }  # names of what SVG is, not links


def test_a_name_is_no_markup(folder: Path) -> None:
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert "<b>cut</b>" not in text
    assert "&lt;b&gt;cut&lt;/b&gt;" in text


def test_a_mask_served_as_it_is_is_kept_as_one_picture(folder: Path, page: Page) -> None:
    good = [image for image in page.images if image["alt"].startswith(NAMES[0])]
    assert good[0]["src"] == good[1]["src"]
    assert {path.name for path in folder.glob("*.jpg")} == {image["src"] for image in page.images}


def test_what_is_missing_and_what_is_too_much_have_their_colours() -> None:
    found = np.roll(DISC, 20, axis=0)
    small = drawn(PHOTO, found, DISC, side=max(DISC.shape)).astype(int)
    plain = drawn(PHOTO, found, side=max(DISC.shape)).astype(int)
    for where, colour in ((DISC & ~found, MISSING), (found & ~DISC, EXTRA)):
        core = cv2.erode(where.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
        assert core.any()
        assert np.abs(small[core] - (plain[core] + colour) / 2).max() <= 1.5
    agreed = cv2.erode((found & DISC).astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    assert (small[agreed] == plain[agreed]).all()


def test_curves_are_drawn_of_what_the_figures_hold_and_of_nothing_else() -> None:
    assert charts([], {}) == []
    recalls = {"recall_at_1": 0.9, "recall_at_5": 1.0}
    figures = {
        "retrieval": {
            "phone": {"untouched": {"by_gallery_size": {"100": recalls, "1000": recalls}}, "queries": 3},
            "shop": {"by_colour_weight": {"0": recalls, "1": recalls}},
        },
        "verdict": {
            "reliability": [{"expected": 0.2, "right": 0.1}],
            "risk_coverage": [{"coverage": 1.0, "risk": 0.1}],
        },
    }
    made = charts([], figures)
    assert len(made) == 3
    assert "Recall: phone, untouched" in made[0]
    assert all(svg.startswith("<svg ") and svg.endswith("</svg>") for svg in made)
    assert len(charts([], {"verdict": {"reliability": [], "risk_coverage": []}})) == 0

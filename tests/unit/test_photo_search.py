"""The chat and `hangtag find` answer a photo in one way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.handlers.photos.photo_search import PhotoSearch
from bot.reports import find_report
from catalogue.errors import UnknownItemError
from catalogue.items import Findings, Item, Match, Verdict
from catalogue.messages import Message
from tests.cards import samples
from tests.fakes.photos import analysed
from vision.pipeline import PhotoAnalysis
from vision.segmentation.segmenter import Route

FOUND = Findings(Verdict.IN_CATALOGUE, 0.9, (Match(samples.dress(), 0.8),))


class Pipeline:
    """Sees the same in every photo, and these numbers."""

    def __init__(self, *numbers: str, segmented_by: Route = "tiramisu", small: str = "") -> None:
        self._look = analysed(segmented_by=segmented_by, numbers=numbers)
        self._small = small

    def analyse(self, photo: bytes, *, numbers: bool) -> PhotoAnalysis:
        assert numbers
        return self._look

    def read_again(self, photo: bytes) -> tuple[str, ...]:
        return (self._small,)


class Search:
    """Finds the dress, and notes what it was told."""

    def __init__(self, verdict: Verdict = Verdict.IN_CATALOGUE) -> None:
        self.given: dict[str, object] = {}
        self._findings = replace(FOUND, verdict=verdict)

    def find(self, vector: NDArray[np.float32], **given: Any) -> Findings:
        self.given = given
        return self._findings


class Barcodes:
    """Knows the hoodie by its EAN, and each item by its id."""

    def find(self, text: str) -> Item:
        for item in (samples.hoodie(), samples.dress()):
            if text == item.id or (text == "4006381333931" and item.id == "HT-1042"):
                return item
        raise UnknownItemError(Message("which-item"))

    def item(self, item_id: str) -> Item:
        return self.find(item_id)

    def items(self, ids: Iterable[str]) -> tuple[Item, ...]:
        return tuple(self.find(name) for name in ids)

    def example(self) -> str | None:
        return None


@pytest.mark.parametrize("code", ["4006381333931", "04006381333931"])
def test_a_number_is_found_as_the_catalogue_writes_it(code: str) -> None:
    [tag] = PhotoSearch(Pipeline("9999999999994", code), Search(), Barcodes())(b"photo").tags
    assert (tag.item.id, tag.read) == ("HT-1042", "4006381333931")


def test_each_item_has_one_tag_however_often_it_is_read() -> None:
    tags = PhotoSearch(Pipeline("4006381333931", "HT-2210", "HT-1042"), Search(), Barcodes())(b"photo").tags
    assert [(tag.item.id, tag.read) for tag in tags] == [
        ("HT-1042", "4006381333931, HT-1042"),
        ("HT-2210", "HT-2210"),
    ]


@pytest.mark.parametrize(
    ("read", "verdict", "items"),
    [
        ("9999999999994", Verdict.UNSURE, ["HT-1042"]),
        ("9999999999994", Verdict.NO_GARMENT, ["HT-1042"]),
        ("9999999999994", Verdict.IN_CATALOGUE, []),
        ("HT-2210", Verdict.UNSURE, ["HT-2210"]),
    ],
)
def test_codes_are_sought_again_where_nothing_known_is_read_and_nothing_sure(
    read: str, verdict: Verdict, items: list[str]
) -> None:
    tags = PhotoSearch(Pipeline(read, small="HT-1042"), Search(verdict), Barcodes())(b"photo").tags
    assert [tag.item.id for tag in tags] == items


@pytest.mark.parametrize(
    ("route", "recognised"),
    [("tiramisu", True), ("tiramisu+grabcut", True), ("grabcut", False), ("whole photo", False)],
)
def test_only_the_network_recognises_a_garment(route: Route, recognised: bool) -> None:
    search = Search()
    PhotoSearch(Pipeline(segmented_by=route), search, Barcodes())(b"photo")
    assert search.given["recognised"] is recognised


def test_the_command_line_reports_tags_beside_matches() -> None:
    report = find_report(PhotoSearch(Pipeline("HT-1042"), Search(), Barcodes())(b"photo"))
    assert [(tag["item"], tag["read"]) for tag in report["tags"]] == [("HT-1042", "HT-1042")]
    assert report["verdict"] == "in_catalogue"
    assert [match["item"] for match in report["matches"]] == ["HT-2210"]

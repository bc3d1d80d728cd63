"""The chat and `hangtag find` answer a photo in one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.handlers.photos.photo_search import PhotoSearch
from bot.reports import find_report
from catalogue.errors import UnknownItemError
from catalogue.items import Findings, Item, Match, Variant, Verdict
from catalogue.labels import Labels
from catalogue.messages import Message
from tests.cards import samples
from tests.fakes.photos import analysed
from tests.kit.stores import open_database
from vision.pipeline import PhotoAnalysis
from vision.segmentation.segmenter import Route

FOUND = Findings(Verdict.IN_CATALOGUE, 0.9, (Match(samples.dress(), 0.8),))


class Pipeline:
    """Sees the same in every photo, and these numbers."""

    def __init__(
        self,
        *numbers: str,
        segmented_by: Route = "tiramisu",
        small: str = "",
        printed: tuple[str, ...] = (),
    ) -> None:
        self._look = analysed(segmented_by=segmented_by, numbers=numbers, printed=printed)
        self._small = small

    def analyse(self, photo: bytes, *, numbers: bool) -> PhotoAnalysis:
        assert numbers
        return self._look

    def read_again(self, photo: bytes) -> tuple[str, ...]:
        return (self._small,)


class Search:
    """Finds the dress, and notes what it was told."""

    def __init__(self, verdict: Verdict = Verdict.IN_CATALOGUE, findings: Findings = FOUND) -> None:
        self.given: dict[str, object] = {}
        self._findings = replace(findings, verdict=verdict)

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


EITHER = (Match(samples.dress(), 0.8), Match(samples.hoodie(), 0.79))
ONE_OF = Findings(Verdict.ONE_OF_THESE, 0.9, (*EITHER, Match(samples.bag(), 0.5)), one_of=EITHER)


@pytest.mark.parametrize("read", ["HT-1042", "HT-2210"])
def test_a_tag_tells_which_of_those_that_a_photo_cannot_tell_apart(read: str) -> None:
    result = PhotoSearch(Pipeline(read), Search(Verdict.ONE_OF_THESE, ONE_OF), Barcodes())(b"photo")
    assert (result.findings.verdict, result.findings.one_of) == (Verdict.IN_CATALOGUE, ())
    assert result.findings.matches[0].item.id == read
    assert len(result.findings.matches) == 3
    assert result.contradicting is None


def test_a_tag_of_none_of_those_is_doubted() -> None:
    either = replace(ONE_OF, matches=(EITHER[0], Match(samples.bag(), 0.7)))
    either = replace(either, one_of=either.matches)
    result = PhotoSearch(Pipeline("HT-1042"), Search(Verdict.ONE_OF_THESE, either), Barcodes())(b"photo")
    assert result.findings.verdict is Verdict.ONE_OF_THESE
    assert result.contradicting == samples.dress()


BLACK, NAVY = (
    Item(
        f"MH01-{colour}", "Tee", colour=colour, variants=tuple(Variant(f"MH01-{colour}-{z}", z) for z in "ML")
    )
    for colour in ("Black", "Navy")
)


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Labels]:
    items = (samples.hoodie(), samples.dress(), BLACK, NAVY)
    with open_database(tmp_path_factory.mktemp("labels"), *items) as database:
        yield Labels(database)


class Fixed(Search):
    """Finds what it is given."""

    def __init__(self, verdict: Verdict, *matches: Match) -> None:
        super().__init__()
        self._findings = Findings(verdict, 0.4, matches)


def test_print_that_agrees_with_likeness_makes_a_doubtful_match_sure(labels: Labels) -> None:
    pipeline = Pipeline(printed=("Style HT-2210", "Size M"))
    result = PhotoSearch(pipeline, Search(Verdict.UNSURE), Barcodes(), labels)(b"photo")
    assert result.findings.verdict is Verdict.IN_CATALOGUE
    [tag] = result.tags
    assert (tag.item.id, tag.printed, result.contradicting) == ("HT-2210", True, None)


def test_print_that_contradicts_likeness_is_answered_and_shown(labels: Labels) -> None:
    pipeline = Pipeline(printed=("HT-1042", "Größe L"))
    result = PhotoSearch(pipeline, Search(), Barcodes(), labels)(b"photo")
    [tag] = result.tags
    assert (tag.item.id, tag.asked) == ("HT-1042", "HT-1042-L")
    assert result.contradicting is not None
    assert result.contradicting.id == "HT-2210"


def test_print_and_a_barcode_of_two_items_are_asked_about(labels: Labels) -> None:
    result = PhotoSearch(Pipeline("4006381333931", printed=("HT-2210",)), Search(), Barcodes(), labels)(
        b"photo"
    )
    assert [(tag.item.id, tag.printed) for tag in result.tags] == [("HT-1042", False), ("HT-2210", True)]


def test_the_colour_of_a_printed_style_is_seen_or_asked(labels: Labels) -> None:
    pipeline = Pipeline(printed=("MH01", "L"))
    clear = Fixed(Verdict.UNSURE, Match(NAVY, 0.8), Match(BLACK, 0.7))
    seen = PhotoSearch(pipeline, clear, Barcodes(), labels)(b"photo")
    [tag] = seen.tags
    assert (tag.item.id, tag.asked, seen.compare_colour) == ("MH01-Navy", "MH01-Navy-L", True)
    close = Fixed(Verdict.UNSURE, Match(NAVY, 0.8), Match(BLACK, 0.79))
    result = PhotoSearch(pipeline, close, Barcodes(), labels)(b"photo")
    assert [tag.item.id for tag in result.tags] == ["MH01-Black", "MH01-Navy"]
    assert (result.style, result.compare_colour) == ("MH01", False)  # a person picks the colour


@pytest.mark.parametrize(
    ("numbers", "printed", "verdict", "compare"),
    [
        ((), (), Verdict.IN_CATALOGUE, True),
        ((), (), Verdict.UNSURE, True),
        ((), (), Verdict.NOT_IN_CATALOGUE, False),
        ((), (), Verdict.NO_GARMENT, False),
        ((), ("Taille: 38",), Verdict.IN_CATALOGUE, True),
        (("4006381333931",), (), Verdict.UNSURE, False),
        ((), ("HT-2210",), Verdict.IN_CATALOGUE, False),
    ],
)
def test_a_report_says_whether_the_colour_is_still_to_be_compared(
    labels: Labels, numbers: tuple[str, ...], printed: tuple[str, ...], verdict: Verdict, compare: bool
) -> None:
    search = PhotoSearch(Pipeline(*numbers, printed=printed), Search(verdict), Barcodes(), labels)
    assert find_report(search(b"photo"))["compare_colour"] is compare


def test_a_printed_style_settles_what_a_photo_cannot_unless_both_are_of_it(labels: Labels) -> None:
    pipeline = Pipeline(printed=("MH01", "L"))

    def tags(*either: Match) -> list[str]:
        found = Findings(Verdict.ONE_OF_THESE, 0.9, either, one_of=either)
        result = PhotoSearch(pipeline, Search(Verdict.ONE_OF_THESE, found), Barcodes(), labels)(b"photo")
        return [tag.item.id for tag in result.tags]

    assert tags(Match(samples.dress(), 0.8), Match(NAVY, 0.79)) == ["MH01-Navy"]
    assert tags(Match(BLACK, 0.8), Match(NAVY, 0.7)) == ["MH01-Black", "MH01-Navy"]


def test_a_size_that_a_label_names_is_that_of_the_best_match(labels: Labels) -> None:
    result = PhotoSearch(Pipeline(printed=("Taille: 38",)), Search(), Barcodes(), labels)(b"photo")
    assert result.size is not None
    assert result.size.size == "38"
    [label] = find_report(result)["labels"]
    assert (label["item"], label["read"], label["size"]) == ("HT-2210", None, "38")
    nothing = PhotoSearch(
        Pipeline(printed=("Taille: 38",)), Search(Verdict.NOT_IN_CATALOGUE), Barcodes(), labels
    )
    assert nothing(b"photo").size is None


def test_print_that_means_nothing_changes_nothing(labels: Labels) -> None:
    pipeline = Pipeline(printed=("Sale", "L", "MH02", "19,90"))
    result = PhotoSearch(pipeline, Search(Verdict.UNSURE), Barcodes(), labels)(b"photo")
    assert (result.tags, result.size, result.findings.verdict) == ((), None, Verdict.UNSURE)

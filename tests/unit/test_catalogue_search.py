"""Vectors in, matches and a verdict out; and stock questions by the numbers on a tag."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from catalogue.database import BatchRecord, Database, sqlite_url
from catalogue.errors import StoreError, UnknownItem
from catalogue.index import Entry, Hit
from catalogue.items import Item, Picture, Variant, Verdict
from catalogue.search import Calibration, Search
from catalogue.stock import StockBook
from tests.catalogue_fixtures import MemoryIndex

SURE = Calibration(bias=-8, similarity=10, margin=10, in_catalogue_at=0.7, not_in_catalogue_below=0.3)


def at(degrees: float) -> NDArray[np.float32]:
    """A unit vector in a plane."""
    angle = np.radians(degrees)
    return np.array([np.cos(angle), np.sin(angle)], np.float32)


class Shelf:
    """Items by id, each with the angles of its pictures; what an index and a database tell of them."""

    def __init__(self, **angles: list[float]) -> None:
        self.index = MemoryIndex(dimension=2)
        self._items = {
            name: Item(
                name,
                name.title(),
                garment_class="bag" if name.startswith("bag") else "upper",
                pictures=tuple(Picture(f"{name}/{n}", n) for n in range(len(degrees))),
            )
            for name, degrees in angles.items()
        }
        self._owners: dict[str, tuple[str, ...]] = {
            p.key: (item.id,) for item in self._items.values() for p in item.pictures
        }
        for name, degrees in angles.items():
            self.index.upsert(
                [Entry(f"{name}/{n}", name, None, at(angle)) for n, angle in enumerate(degrees)]
            )

    def items_showing(self, pictures: list[str]) -> dict[str, tuple[str, ...]]:
        return {key: self._owners[key] for key in pictures if key in self._owners}

    def items(self, ids: list[str]) -> dict[str, Item]:
        return {name: self._items[name] for name in ids if name in self._items}

    def forget(self, name: str) -> None:
        """SQL no longer knows the item; the index still does."""
        for picture in self._items.pop(name).pictures:
            del self._owners[picture.key]

    def share(self, picture: str, *names: str) -> None:
        self._owners[picture] = names

    def search(self, calibration: Calibration = SURE) -> Search:
        return Search(self.index, self, calibration)


def ids(search: Search, degrees: float, **how: object) -> list[str]:
    return [match.item.id for match in search.find(at(degrees), **how).matches]  # type: ignore[arg-type]


def test_each_item_is_matched_once_by_its_best_picture() -> None:
    found = Shelf(a=[40, 5, 80], b=[20, 21]).search().find(at(0))
    assert [match.item.id for match in found.matches] == ["a", "b"]
    assert found.matches[0].similarity == pytest.approx(np.cos(np.radians(5)), abs=1e-6)
    assert found.matches[1].similarity == pytest.approx(np.cos(np.radians(20)), abs=1e-6)


def test_top_is_the_number_of_items_not_of_pictures() -> None:
    """Forty nearer pictures of one item must not crowd the others out."""
    shelf = Shelf(a=[float(n) / 10 for n in range(100)], b=[30], c=[40], d=[50])
    assert ids(shelf.search(), 0, top=3) == ["a", "b", "c"]
    assert ids(shelf.search(), 0, top=1) == ["a"]
    assert ids(shelf.search(), 0, top=9) == ["a", "b", "c", "d"]


def test_the_verdict_does_not_depend_on_how_many_are_asked_for() -> None:
    search = Shelf(a=[3], b=[9], c=[90]).search()
    assert {
        (search.find(at(0), top=top).verdict, search.find(at(0), top=top).confidence) for top in (1, 2, 5)
    } == {(search.find(at(0)).verdict, search.find(at(0)).confidence)}


def test_pictures_of_items_that_sql_does_not_know_are_passed_over() -> None:
    shelf = Shelf(gone=[0, 1, 2, 3], a=[10], b=[60])
    shelf.forget("gone")
    assert ids(shelf.search(), 0) == ["a", "b"]


def test_a_picture_that_two_items_share_brings_both() -> None:
    shelf = Shelf(a=[0], b=[70], c=[80])
    shelf.share("a/0", "a", "c")
    assert ids(shelf.search(), 0) == ["a", "c", "b"]


def test_a_class_leaves_the_others_out() -> None:
    shelf = Shelf(a=[float(n) for n in range(60)], bag1=[70], bag2=[80])
    assert ids(shelf.search(), 0, garment_class="bag") == ["bag1", "bag2"]
    assert ids(shelf.search(), 0, garment_class="headwear") == []


def test_an_empty_catalogue_holds_nothing() -> None:
    found = Shelf().search().find(at(0))
    assert (found.verdict, found.confidence, found.matches) == (Verdict.NOT_IN_CATALOGUE, 0.0, ())


def test_a_lone_item_can_be_known_though_it_leads_over_nothing() -> None:
    """A calibration that leans on the lead once called the very picture of a one-item catalogue unsure."""
    leaning = Calibration(
        bias=-12.3, similarity=14.2, margin=28.7, in_catalogue_at=0.92, not_in_catalogue_below=0.07
    )
    search = Shelf(a=[0]).search(leaning)
    assert search.find(at(10)).verdict is Verdict.IN_CATALOGUE
    assert search.find(at(45)).verdict is Verdict.UNSURE
    assert search.find(at(80)).verdict is Verdict.NOT_IN_CATALOGUE


@pytest.mark.parametrize("items", [2, 50])
def test_one_search_asks_the_index_once(items: int) -> None:
    """Each question to Chroma lists its collections."""

    class Counted(MemoryIndex):
        asked = 0

        def nearest(
            self, vector: NDArray[np.float32], *, top: int, garment_class: str | None = None
        ) -> list[Hit]:
            self.asked += 1
            return super().nearest(vector, top=top, garment_class=garment_class)

        def count(self) -> int:
            self.asked += 1
            return super().count()

    shelf = Shelf(**{f"i{number}": [float(number)] for number in range(items)})
    index = Counted(dimension=2)
    index.upsert([Entry(f"i{number}/0", f"i{number}", None, at(number)) for number in range(items)])
    assert len(Search(index, shelf, SURE).find(at(0)).matches) == min(items, 5)
    assert index.asked == 1


def test_near_and_far_and_torn_get_three_verdicts() -> None:
    assert Shelf(a=[0], b=[60]).search().find(at(0)).verdict is Verdict.IN_CATALOGUE
    assert Shelf(a=[0], b=[-30]).search().find(at(-15)).verdict is Verdict.IN_CATALOGUE
    assert Shelf(a=[80], b=[85]).search().find(at(0)).verdict is Verdict.NOT_IN_CATALOGUE
    assert Shelf(a=[36], b=[-37]).search().find(at(0)).verdict is Verdict.UNSURE


@given(
    st.floats(-1, 1),
    st.floats(0, 2),
    st.floats(-100, 100),
    st.floats(-1000, 1000),
    st.floats(-1000, 1000),
)
def test_a_chance_is_never_below_0_or_above_1(
    similarity: float, margin: float, bias: float, slope: float, lead: float
) -> None:
    chance = Calibration(bias=bias, similarity=slope, margin=lead).chance(similarity, margin)
    assert 0 <= chance <= 1


def test_a_calibration_is_read_from_a_dict_and_keeps_what_is_absent() -> None:
    read = Calibration.from_json({"bias": -3, "in_catalogue_at": 0.9})
    assert read == Calibration(bias=-3.0, in_catalogue_at=0.9)


@pytest.mark.parametrize(
    "figures",
    [
        {"slope": 1.0},
        {"bias": "low"},
        {"bias": True},
        {"bias": float("nan")},
        {"in_catalogue_at": 0.1, "not_in_catalogue_below": 0.2},
        {"in_catalogue_at": 1.5},
    ],
)
def test_a_calibration_that_makes_no_sense_is_refused(figures: dict[str, object]) -> None:
    with pytest.raises(StoreError, match="calibration cannot be used"):
        Calibration.from_json(figures)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[StockBook]:
    database = Database.open(sqlite_url(tmp_path / "h.sqlite3"))
    items = [
        Item("MH01-Black", "Hoodie", variants=(Variant("MH01-XS-Black", "XS", "4006381333931"),)),
        Item("Twin", "Twin", variants=(Variant("T-1", "M"),)),
        Item("T-1", "Another that is called as a SKU of Twin is", variants=(Variant("T-2", "M"),)),
    ]
    database.write(items, BatchRecord(datetime.now(UTC), "x", 3, 0, 0))
    yield StockBook(database)
    database.close()


@pytest.mark.parametrize("asked", ["MH01-XS-Black", " mh01-xs-black\n", "mh01-BLACK", "4006381333931"])
def test_an_item_is_found_by_any_number_on_its_tag(book: StockBook, asked: str) -> None:
    assert book.find(asked).id == "MH01-Black"


def test_an_item_is_found_by_its_id_even_where_a_sku_of_another_is_the_same(book: StockBook) -> None:
    assert (book.find("t-1").id, book.item("t-1").id) == ("Twin", "T-1")
    assert book.item("T-2").id == "T-1"
    with pytest.raises(UnknownItem, match="no SKU, item or barcode zzz"):
        book.item("zzz")


def test_an_unknown_number_is_answered_with_the_nearest_ones(book: StockBook) -> None:
    with pytest.raises(UnknownItem) as caught:
        book.find("MH01-XS-Blak")
    assert str(caught.value) == (
        "There is no SKU, item or barcode MH01-XS-Blak in the catalogue; "
        "did you mean MH01-XS-Black or MH01-Black?"
    )


def test_an_unknown_number_that_is_like_no_other_gets_no_suggestion(book: StockBook) -> None:
    with pytest.raises(UnknownItem, match=r"^There is no SKU, item or barcode zzz in the catalogue\.$"):
        book.find("zzz")


@pytest.mark.parametrize("asked", ["", "   "])
def test_an_empty_question_is_asked_back(book: StockBook, asked: str) -> None:
    with pytest.raises(UnknownItem, match="Which SKU"):
        book.find(asked)


def test_a_very_long_question_is_not_repeated_whole(book: StockBook) -> None:
    with pytest.raises(UnknownItem) as caught:
        book.find("x" * 5000)
    assert len(str(caught.value)) < 150

"""Vectors in, matches and a verdict out; and stock questions by the numbers on a tag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from catalogue.calibration import Calibration, Evidence, refitted
from catalogue.errors import StoreError, UnknownItemError
from catalogue.index.port import Entry, Hit
from catalogue.items import Item, Picture, Variant, Verdict
from catalogue.search import Search
from catalogue.stock import StockBook
from tests.kit.stores import MemoryIndex, open_database

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

    def items_showing(
        self, pictures: list[str], *, garment_class: str | None = None
    ) -> dict[str, tuple[str, ...]]:
        owners = {
            key: tuple(
                name
                for name in self._owners.get(key, ())
                if garment_class in (None, self._items[name].garment_class)
            )
            for key in pictures
        }
        return {key: names for key, names in owners.items() if names}

    def picture_keys(self, *, garment_class: str | None = None, limit: int | None = None) -> tuple[str, ...]:
        return tuple(self.items_showing(list(self._owners), garment_class=garment_class))[:limit]

    def items(self, ids: list[str]) -> dict[str, Item]:
        return {name: self._items[name] for name in ids if name in self._items}

    def forget(self, name: str) -> None:
        """SQL no longer knows the item; the index still does."""
        for picture in self._items.pop(name).pictures:
            del self._owners[picture.key]

    def share(self, picture: str, *names: str) -> None:
        self._owners[picture] = names

    def reclass(self, name: str, garment_class: str | None) -> None:
        self._items[name] = replace(self._items[name], garment_class=garment_class)

    def search(self, calibration: Calibration = SURE) -> Search:
        return Search(self.index, self, lambda: calibration)


def ids(search: Search, degrees: float, **how: object) -> list[str]:
    return [match.item.id for match in search.find(at(degrees), **how).matches]  # type: ignore[arg-type]


def test_each_item_is_matched_once_by_its_best_picture() -> None:
    findings = Shelf(a=[40, 5, 80], b=[20, 21]).search().find(at(0))
    assert [match.item.id for match in findings.matches] == ["a", "b"]
    assert findings.matches[0].similarity == pytest.approx(np.cos(np.radians(5)), abs=1e-6)
    assert findings.matches[1].similarity == pytest.approx(np.cos(np.radians(20)), abs=1e-6)


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


def alike(shelf: Shelf, *names: str) -> Search:
    """A search that knows that a photo can't tell these items apart."""

    def indistinct(item: Item) -> list[Item]:
        others = [name for name in names if name != item.id] if item.id in names else []
        return list(shelf.items(others).values())

    return Search(shelf.index, shelf, lambda: SURE, indistinct=indistinct)


def test_what_a_photo_cannot_tell_apart_is_one_of_these_by_their_lead_over_all_others() -> None:
    shelf = Shelf(a=[3], b=[9], c=[90])
    plain, knowing = shelf.search().find(at(0)), alike(shelf, "a", "b").find(at(0))
    assert plain.verdict is Verdict.IN_CATALOGUE or plain.confidence < knowing.confidence
    assert knowing.verdict is Verdict.ONE_OF_THESE
    assert [match.item.id for match in knowing.one_of] == ["a", "b"]
    assert [match.item.id for match in knowing.matches] == ["a", "b", "c"]
    assert knowing.evidence == plain.evidence


def test_one_of_these_does_not_depend_on_how_many_are_asked_for() -> None:
    search = alike(Shelf(a=[3], x=[12], b=[14], c=[90]), "a", "b")
    found = [search.find(at(0), top=top) for top in (1, 2, 5)]
    assert {(each.verdict, each.confidence, len(each.one_of)) for each in found} == {
        (found[0].verdict, found[0].confidence, len(found[0].one_of))
    }
    assert search.find(at(0), top=1).matches[0].item.id == "a"


def test_an_item_that_a_photo_cannot_tell_from_the_best_is_shown_though_it_is_the_tenth() -> None:
    others = {f"x{number}": [5.5] for number in range(8)}
    certain = Calibration(bias=0, similarity=10, margin=0, in_catalogue_at=0.7)
    shelf = Shelf(a=[3], b=[9], **others)
    search = Search(
        shelf.index, shelf, lambda: certain, indistinct=lambda item: [*shelf.items(["b"]).values()]
    )
    found = search.find(at(0), top=2)
    assert [match.item.id for match in found.matches] == ["a", "b"]
    assert found.verdict is Verdict.ONE_OF_THESE


def test_what_is_much_less_similar_is_no_candidate_though_views_of_it_were_mistaken() -> None:
    shelf = Shelf(a=[3], b=[40], c=[90])
    assert alike(shelf, "a", "b").find(at(0)) == shelf.search().find(at(0))


def test_two_that_nothing_looks_like_are_not_one_of_these() -> None:
    shelf = Shelf(a=[70], b=[72], c=[76])
    assert alike(shelf, "a", "b").find(at(0)).verdict is not Verdict.ONE_OF_THESE


def test_pictures_of_items_that_sql_does_not_know_are_passed_over() -> None:
    shelf = Shelf(gone=[0, 1, 2, 3], a=[10], b=[60])
    shelf.forget("gone")
    assert ids(shelf.search(), 0) == ["a", "b"]


def test_a_picture_that_two_items_share_brings_both() -> None:
    shelf = Shelf(a=[0], b=[70], c=[80])
    shelf.share("a/0", "a", "c")
    assert ids(shelf.search(), 0) == ["a", "c", "b"]


def test_a_class_leaves_the_others_out() -> None:
    shelf = Shelf(a=[float(n) for n in range(60)], bag1=[15], bag2=[20])
    assert ids(shelf.search(), 0, garment_class="bag") == ["bag1", "bag2"]


def test_a_class_that_no_item_has_hides_nothing() -> None:
    assert ids(Shelf(a=[0], b=[60]).search(), 0, garment_class="headwear") == ["a", "b"]


def test_items_of_unknown_class_stay_in() -> None:
    shelf = Shelf(a=[0], bag1=[5], plain=[10])
    shelf.reclass("plain", None)
    assert ids(shelf.search(), 0, garment_class="bag") == ["bag1", "plain"]


@pytest.mark.parametrize("angle", [range(0, 90, 30), range(60)])
def test_a_class_that_would_lose_a_much_better_match_is_not_believed(angle: range) -> None:
    """However sure the network is: a present garment is never turned into an absent one."""
    shelf = Shelf(a=[float(n) for n in angle], bag=[40])
    findings = shelf.search().find(at(0), garment_class="bag")
    assert findings.matches[0].item.id == "a"
    assert findings.matches[0].similarity == pytest.approx(1.0)


def test_only_a_sure_class_narrows_and_an_unsure_one_still_speaks_for_the_verdict() -> None:
    weighed = Calibration(
        bias=-8, similarity=10, margin=10, agreement=2, in_catalogue_at=0.7, not_in_catalogue_below=0.3,
        class_sure_at=0.9,
    )  # fmt: skip
    search = Shelf(a=[0], bag=[15]).search(weighed)
    assert ids(search, 0, garment_class="bag", class_confidence=0.95) == ["bag"]
    assert ids(search, 0, garment_class="bag", class_confidence=0.85) == ["a", "bag"]
    chances = [
        search.find(at(0), garment_class=name, class_confidence=0.8).confidence
        for name in ("bag", None, "upper")
    ]
    assert chances == sorted(chances)
    assert len(set(chances)) == 3


def test_a_doubtful_mask_lowers_the_chance() -> None:
    weighed = Calibration(bias=-8, similarity=10, margin=10, mask=3)
    search = Shelf(a=[0], b=[40]).search(weighed)
    assert (
        search.find(at(0), mask_confidence=0.6).confidence
        < search.find(at(0), mask_confidence=0.95).confidence
    )


STRICT = replace(
    SURE, least_similarity=0.5, garment_bias=-10, garment_similarity=4, garment_mask=15, no_garment_below=0.4
)


def test_a_photo_without_a_garment_is_called_so() -> None:
    search = Shelf(a=[0], b=[80]).search(STRICT)
    assert search.find(at(60), mask_confidence=0.3).verdict is Verdict.NO_GARMENT
    assert search.find(at(0), mask_confidence=0.95).verdict is Verdict.IN_CATALOGUE


def test_what_was_cut_out_by_colour_alone_is_never_in_the_catalogue() -> None:
    search = Shelf(a=[0], b=[80]).search(SURE)
    assert search.find(at(0)).verdict is Verdict.IN_CATALOGUE
    assert search.find(at(0), recognised=False).verdict is Verdict.UNSURE


def test_a_match_must_be_alike_to_be_in_the_catalogue_however_far_it_leads() -> None:
    leads = replace(STRICT, bias=0.0, similarity=0.0, margin=40.0)
    search = Shelf(a=[0], b=[170]).search(leads)
    assert search.find(at(45)).verdict is Verdict.IN_CATALOGUE
    assert search.find(at(65)).verdict is Verdict.UNSURE


def test_an_empty_catalogue_holds_nothing() -> None:
    findings = Shelf().search().find(at(0))
    assert (findings.verdict, findings.confidence, findings.matches) == (Verdict.NOT_IN_CATALOGUE, 0.0, ())


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
        calls = 0

        def nearest(self, vector: NDArray[np.float32], *, top: int) -> list[Hit]:
            self.calls += 1
            return super().nearest(vector, top=top)

        def count(self) -> int:
            self.calls += 1
            return super().count()

    shelf = Shelf(**{f"i{number}": [float(number)] for number in range(items)})
    index = Counted(dimension=2)
    index.upsert([Entry(f"i{number}/0", f"i{number}", None, at(number)) for number in range(items)])
    assert len(Search(index, shelf, lambda: SURE).find(at(0)).matches) == min(items, 5)
    assert index.calls == 1


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
    chance = Calibration(bias=bias, similarity=slope, margin=lead).chance(Evidence(similarity, margin))
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
        {"class_sure_at": 1.1},
    ],
)
def test_a_calibration_that_makes_no_sense_is_refused(figures: dict[str, object]) -> None:
    with pytest.raises(StoreError, match="calibration can't be used"):
        Calibration.from_json(figures)


def answers(count: int, *, bias: float, slope: float, seed: int = 0) -> list[tuple[Evidence, bool]]:
    """Best matches whose chance of being right follows a line on log-odds."""
    rng = np.random.default_rng(seed)
    similarities = rng.uniform(0.2, 1.0, count)
    right = rng.random(count) < 1 / (1 + np.exp(-(bias + slope * similarities)))
    return [(Evidence(float(s), 0.1), bool(r)) for s, r in zip(similarities, right, strict=True)]


def test_answers_change_the_chance_the_more_the_more_there_are() -> None:
    """The shipped calibration boasts; where it says 0.9, the user's photos show 0.5."""
    boasting = Calibration(bias=-8 + 2.2, similarity=10, margin=10)
    at_half = Evidence(0.7, 0.1)
    assert boasting.chance(at_half) > 0.85
    chances = [
        refitted(boasting, answers(count, bias=-7, slope=10)).chance(at_half) for count in (0, 3, 60, 3000)
    ]
    assert chances[0] == boasting.chance(at_half)
    assert abs(chances[1] - chances[0]) < 0.1
    assert chances[2] < chances[1] < chances[0]
    assert chances[3] == pytest.approx(0.5, abs=0.07)


def test_after_enough_answers_one_wrong_match_in_a_hundred_is_called_in_the_catalogue() -> None:
    answered = answers(2000, bias=-7, slope=10)
    after = refitted(SURE, answered)
    wrong = [after.chance(evidence) >= after.in_catalogue_at for evidence, right in answered if not right]
    assert len(wrong) > 500
    assert 0 < np.mean(wrong) <= 0.01
    assert refitted(SURE, answered[:20]).in_catalogue_at == SURE.in_catalogue_at
    assert Calibration.from_json({f: getattr(after, f) for f in after.__slots__}) == after


@pytest.mark.parametrize("right", [True, False])
def test_answers_that_all_agree_lead_to_no_extreme(right: bool) -> None:
    after = refitted(SURE, [(Evidence(0.9, 0.3, 0.8, 0.95), right)] * 40)
    assert max(abs(getattr(after, f)) for f in after.__slots__) < 100
    evidence = Evidence(0.9, 0.3, 0.8, 0.95)
    assert (after.chance(evidence) > SURE.chance(evidence)) == right


@pytest.fixture
def book(tmp_path: Path) -> Iterator[StockBook]:
    items = [
        Item("MH01-Black", "Hoodie", variants=(Variant("MH01-XS-Black", "XS", "4006381333931"),)),
        Item("Twin", "Twin", variants=(Variant("T-1", "M"),)),
        Item("T-1", "Another that is called as a SKU of Twin is", variants=(Variant("T-2", "M"),)),
    ]
    with open_database(tmp_path, *items) as database:
        yield StockBook(database)


@pytest.mark.parametrize("query", ["MH01-XS-Black", " mh01-xs-black\n", "mh01-BLACK", "4006381333931"])
def test_an_item_is_found_by_any_number_on_its_tag(book: StockBook, query: str) -> None:
    assert book.find(query).id == "MH01-Black"


def test_an_item_is_found_by_its_id_even_where_a_sku_of_another_is_the_same(book: StockBook) -> None:
    assert (book.find("t-1").id, book.item("t-1").id) == ("Twin", "T-1")
    assert book.item("T-2").id == "T-1"
    with pytest.raises(UnknownItemError, match="no SKU, item or barcode zzz"):
        book.item("zzz")


def test_an_unknown_number_is_answered_with_the_nearest_ones(book: StockBook) -> None:
    with pytest.raises(UnknownItemError) as caught:
        book.find("MH01-XS-Blak")
    assert str(caught.value) == (
        "There's no SKU, item or barcode MH01-XS-Blak in the catalogue; "
        "did you mean MH01-XS-Black or MH01-Black?"
    )


def test_an_unknown_number_that_is_like_no_other_gets_no_suggestion(book: StockBook) -> None:
    with pytest.raises(UnknownItemError, match=r"^There's no SKU, item or barcode zzz in the catalogue\.$"):
        book.find("zzz")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (" 4006381333931\n", ["MH01-Black"]),
        ("mh01-x", ["MH01-Black"]),
        ("t-1", ["Twin", "T-1"]),
        ("T-", ["T-1", "Twin"]),
        ("hood", ["MH01-Black"]),
        ("twin", ["Twin", "T-1"]),
        ("another zzz", ["T-1"]),
        ("zzz", []),
        (" ", []),
    ],
)
def test_a_search_box_finds_by_number_by_its_beginning_and_by_words(
    book: StockBook, query: str, expected: list[str]
) -> None:
    assert [item.id for item in book.matching(query)] == expected
    pages = [item.id for skip in range(3) for item in book.matching(query, skip=skip, limit=1)]
    assert pages == expected


@pytest.mark.parametrize("query", ["", "   "])
def test_an_empty_question_is_asked_back(book: StockBook, query: str) -> None:
    with pytest.raises(UnknownItemError, match="Which SKU"):
        book.find(query)


def test_a_very_long_question_is_not_repeated_whole(book: StockBook) -> None:
    with pytest.raises(UnknownItemError) as caught:
        book.find("x" * 5000)
    assert len(str(caught.value)) < 150

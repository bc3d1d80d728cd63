"""Answers against a model in plain Python: random queries over random small catalogues."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.questions.answering.answer import Answer
from bot.questions.answering.answering import Answering
from bot.questions.query import Bounds, Choice, Query
from bot.questions.vocabulary import Names
from catalogue.database import BatchRecord, Database
from catalogue.items import LOW, Item, StockLevel, Variant
from tests.kit.stores import open_database

COUNTED = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
SIZES = ("S", "M", "L")
LOCATIONS = ("Hall A 01", "Hall A 02", "Shop Berlin")
SITES = {"Hall A": LOCATIONS[:2], "Shop Berlin": LOCATIONS[2:]}
"""Places as people name them, to where that is."""
KINDS = {"jacket": "Jacket", "t-shirt": "T-shirt", "hoodie": "Hoodie"}
CLASSES = {"Jacket": "outer", "T-shirt": "upper", "Hoodie": "upper"}
IDS = tuple(f"IT-{number}" for number in range(5))


@st.composite
def _item(draw: st.DrawFn, name: str) -> Item:
    kind = draw(st.sampled_from(sorted(CLASSES)))
    variants = []
    for size in draw(st.lists(st.sampled_from(SIZES), unique=True, min_size=1)):
        places = draw(st.lists(st.sampled_from(LOCATIONS), unique=True))
        variants.append(
            Variant(
                f"{name}-{size}",
                size,
                stock=tuple(
                    StockLevel(
                        place,
                        draw(st.integers(0, 9)),
                        draw(st.integers(0, 4)),
                        COUNTED + timedelta(days=draw(st.integers(0, 3))),
                    )
                    for place in places
                ),
            )
        )
    return Item(
        name,
        f"{kind} {name[-1]}",
        CLASSES[kind],
        draw(st.sampled_from(("red", "blue", None))),
        draw(st.sampled_from(("Nord", "Sud", None))),
        draw(st.sampled_from(("19.90 EUR", "29.90 EUR", "9.50 EUR", "25.00 USD", None))),
        tuple(variants),
    )


@st.composite
def _catalogues(draw: st.DrawFn) -> tuple[Item, ...]:
    return tuple(draw(_item(name)) for name in draw(st.lists(st.sampled_from(IDS), unique=True, min_size=1)))


def _choices(values: tuple[str, ...]) -> st.SearchStrategy[Choice]:
    some = st.lists(st.sampled_from(values), unique=True, max_size=2).map(tuple)
    return st.one_of(
        st.just(Choice()),
        st.builds(Choice, values=some),
        st.builds(Choice, excluded=some),
    )


QUERIES = st.builds(
    Query,
    measure=st.sampled_from(("on_hand", "free", "reserved")),
    kinds=_choices(tuple(KINDS)),
    colours=_choices(("red", "blue")),
    brands=_choices(("Nord", "Sud")),
    sizes=_choices(SIZES),
    places=_choices(tuple(SITES)),
)


@dataclass
class Asker:
    """A database whose items are replaced, and what answers about it."""

    database: Database
    answering: Answering

    def __call__(self, items: tuple[Item, ...], query: Query) -> Answer:
        gone = [Item(name, "gone", retired=True) for name in IDS if name not in {item.id for item in items}]
        self.database.write((*items, *gone), BatchRecord(COUNTED, "test", len(items), 0, 0))
        return self.answering(query)


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    with open_database(tmp_path_factory.mktemp("model")) as database:
        yield Asker(database, Answering(database, Names(database)))


UNHURRIED = settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
"""Each example writes to one database, which is replaced whole."""


@dataclass(frozen=True)
class Row:
    """A level within a query's filters, or a size of which nothing was counted."""

    item: Item
    size: str
    place: str | None
    on_hand: int
    reserved: int

    def pieces(self, measure: str) -> int:
        return {"on_hand": self.on_hand, "reserved": self.reserved, "free": self.on_hand - self.reserved}[
            measure
        ]


def _chosen(choice: Choice, value: str | None, means: Callable[[str], tuple[str, ...]]) -> bool:
    wanted = {each for name in choice.values for each in means(name)}
    ruled_out = {each for name in choice.excluded for each in means(name)}
    return (not wanted or value in wanted) and value not in ruled_out


def _itself(name: str) -> tuple[str, ...]:
    return (name,)


def fitting(items: tuple[Item, ...], query: Query) -> list[Item]:
    """The items that the query is about, whatever was counted of them."""
    return [
        item
        for item in sorted(items, key=lambda one: one.id)
        if not query.items or item.id in query.items
        if _chosen(query.kinds, item.title.rpartition(" ")[0], lambda kind: (KINDS[kind],))
        if _chosen(query.colours, item.colour, _itself)
        if _chosen(query.brands, item.brand, _itself)
        if any(_chosen(query.sizes, variant.size, _itself) for variant in item.variants)
    ]


def holds_none(items: tuple[Item, ...], query: Query) -> bool:
    """Whether the catalogue has no garment as it is described, whatever is left out, the sizes and places."""
    described = Query(
        kinds=Choice(query.kinds.values),
        colours=Choice(query.colours.values),
        brands=Choice(query.brands.values),
    )
    return described != Query() and not fitting(items, described)


def rows(items: tuple[Item, ...], query: Query) -> list[Row]:
    """All levels within the query's filters."""
    return [
        Row(item, variant.size, level.location, level.on_hand, level.reserved)
        for item in fitting(items, query)
        for variant in item.variants
        if _chosen(query.sizes, variant.size, _itself)
        for level in variant.stock
        if _chosen(query.places, level.location, lambda site: SITES[site])
    ]


def sums(found: list[Row], measure: str, key: Callable[[Row], str]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for row in found:
        counted[key(row)] = counted.get(key(row), 0) + row.pieces(measure)
    return counted


def site(row: Row) -> str:
    return next(name for name, places in SITES.items() if row.place in places)


KEYS: dict[str, Callable[[Row], str]] = {
    "item": lambda row: row.item.id,
    "size": lambda row: row.size,
    "place": site,
    "colour": lambda row: row.item.colour or "",
}
FIELDS = {"item": "item", "size": "size", "place": "location", "colour": "colour"}


def said(answer: Answer, group: str) -> dict[str, int | None]:
    """What an answer says of each group; None where it says that there is no figure."""
    return {
        getattr(part.figures[0], FIELDS[group]): part.figures[0].value  # type: ignore[misc]
        for part in answer.parts
    }


@UNHURRIED
@given(_catalogues(), QUERIES)
def test_a_list_has_each_item_that_fits_with_its_sum_and_the_sum_of_all(
    ask: Asker, items: tuple[Item, ...], query: Query
) -> None:
    answer = ask(items, query)
    if holds_none(items, query):
        assert answer.refused
        assert answer.main == ()
        return
    found = rows(items, query)
    wanted: dict[str, int | None] = dict(sums(found, query.measure, KEYS["item"]))
    if not query.places:  # what was never counted is listed too, without a figure
        wanted = {item.id: wanted.get(item.id) for item in fitting(items, query)}
    assert said(answer, "item") == wanted
    if wanted:
        whole, count = answer.main
        assert whole.value == (sum(row.pieces(query.measure) for row in found) if found else None)
        assert (count.measure, count.value) == ("items", len(wanted))
    else:
        assert [figure.value for figure in answer.main] == [0]


@UNHURRIED
@given(_catalogues(), QUERIES, st.sampled_from(("size", "place", "colour")))
def test_groups_have_the_sums_of_their_own(
    ask: Asker, items: tuple[Item, ...], query: Query, group: Any
) -> None:
    asked = Query(**{**_slots(query), "group": group})
    answer = ask(items, asked)
    found = rows(items, asked)
    wanted = sums(found, query.measure, KEYS[group])
    got = {name: value for name, value in said(answer, group).items() if value is not None}
    assert got == wanted
    if wanted:
        assert answer.main[0].value == sum(wanted.values())


@UNHURRIED
@given(_catalogues(), QUERIES, st.sampled_from(("size", "place", "colour", "item")), st.data())
def test_rankings_name_the_first_and_all_that_equal_them(
    ask: Asker, items: tuple[Item, ...], query: Query, group: Any, data: st.DataObject
) -> None:
    ranking, limit = data.draw(st.sampled_from(("most", "least"))), data.draw(st.sampled_from((None, 1, 2)))
    asked = Query(**{**_slots(query), "group": group, "ranking": ranking, "limit": limit})
    answer = ask(items, asked)
    counted = sums(rows(items, asked), query.measure, KEYS[group])
    ordered = sorted(counted.values(), reverse=ranking == "most")
    last = ordered[min(limit or 1, len(ordered)) - 1] if ordered else 0
    wanted = {
        name: value
        for name, value in counted.items()
        if (value >= last if ranking == "most" else value <= last)
    }
    assert said(answer, group) == wanted
    values = [part.figures[0].value for part in answer.parts]
    assert values == sorted(values, reverse=ranking == "most")  # type: ignore[type-var]


@UNHURRIED
@given(_catalogues(), QUERIES, st.sampled_from(("low", "out", "in", None)), st.data())
def test_bounds_are_those_of_each_line(
    ask: Asker, items: tuple[Item, ...], query: Query, state: Any, data: st.DataObject
) -> None:
    group = data.draw(st.sampled_from(("item", "size", "place")))
    bounds = Bounds(data.draw(st.sampled_from((None, 2, 5))), data.draw(st.sampled_from((None, 6, 12))))
    asked = Query(**{**_slots(query), "group": group, "state": state, "pieces": bounds})
    answer = ask(items, asked)
    found = rows(items, asked)
    free = sums(found, "free", KEYS[group])
    wanted = {
        name: value
        for name, value in sums(found, query.measure, KEYS[group]).items()
        if (bounds.least is None or value >= bounds.least) and (bounds.most is None or value <= bounds.most)
        if {"low": 1 <= free[name] <= LOW, "out": free[name] <= 0, "in": free[name] > 0, None: True}[state]
    }
    got = {name: value for name, value in said(answer, group).items() if value is not None}
    assert got == wanted


@UNHURRIED
@given(_catalogues(), QUERIES, st.integers(1, 12), st.data())
def test_whether_there_is_enough_is_decided_by_free_pieces(
    ask: Asker, items: tuple[Item, ...], query: Query, needed: int, data: st.DataObject
) -> None:
    named = data.draw(st.lists(st.sampled_from([item.id for item in items]), unique=True, max_size=1))
    one_size = Choice(query.sizes.values[:1], query.sizes.excluded)
    one_place = Choice(query.places.values[:1], query.places.excluded)
    asked = Query(items=tuple(named), sizes=one_size, places=one_place, needed=needed, measure="free")
    answer = ask(items, asked)
    found = rows(items, asked)
    free = sum(row.pieces("free") for row in found)
    if found:
        assert answer.verdict is (free >= needed)
        assert answer.main[0].value == free
    else:
        assert answer.verdict in (False, None)
        assert answer.main[0].value is None


@UNHURRIED
@given(
    _catalogues(),
    QUERIES,
    st.sampled_from(("size", "place")),
    st.sampled_from(("more", "less", "difference")),
)
def test_comparisons_name_the_leader_and_the_difference(
    ask: Asker, items: tuple[Item, ...], query: Query, group: str, comparison: Any
) -> None:
    both = {"size": ("M", "L"), "place": tuple(SITES)}[group]
    narrowed = {"sizes": Choice(), "places": Choice(), f"{group}s": Choice(both)}
    asked = Query(**{**_slots(query), **narrowed, "comparison": comparison, "group": group})
    answer = ask(items, asked)
    found = rows(items, asked)
    counted = sums(found, query.measure, KEYS[group])
    got = said(answer, group)
    assert {name: value for name, value in got.items() if value is not None} == counted
    known = {name: counted.get(name, 0) for name in both}
    leaders = {getattr(part.figures[0], FIELDS[group]) for part in answer.parts if part.leads}
    if answer.refused:
        assert len(counted) < 2
        return
    if set(counted) == set(both):
        wanted = min(known.values()) if comparison == "less" else max(known.values())
        first = {name for name, value in known.items() if value == wanted}
        assert leaders == (set() if len(first) == 2 else first)
        if len(first) == 1:
            assert answer.main[0].value == max(known.values()) - min(known.values())


@UNHURRIED
@given(_catalogues(), QUERIES, st.sampled_from(("size", "place", "colour")))
def test_shares_are_of_the_sum_of_what_is_compared(
    ask: Asker, items: tuple[Item, ...], query: Query, group: Any
) -> None:
    asked = Query(**{**_slots(query), "group": group, "comparison": "share", "measure": "on_hand"})
    answer = ask(items, asked)
    counted = sums(rows(items, asked), "on_hand", KEYS[group])
    whole = sum(counted.values())
    if not whole:
        assert answer.refused
        return
    assert answer.main[0].value == whole
    for part in answer.parts:
        name = getattr(part.figures[0], FIELDS[group])
        if name in counted:
            share = next(figure.value for figure in part.figures if figure.measure == "share")
            assert abs(Decimal(100 * counted[name]) / whole - share) <= Decimal("0.05")  # type: ignore[operator]


@UNHURRIED
@given(_catalogues(), QUERIES, st.sampled_from((None, "size", "place", "colour")))
def test_different_items_are_counted_once_each(
    ask: Asker, items: tuple[Item, ...], query: Query, group: Any
) -> None:
    asked = Query(**{**_slots(query), "group": group, "measure": "items"})
    answer = ask(items, asked)
    if holds_none(items, asked):
        assert answer.refused
        assert answer.main == ()
        return
    found = rows(items, asked)
    held = {row.item.id for row in found if row.on_hand > 0}
    places = bool(query.places) or group == "place"
    ids = _with_pieces(found) if places else {item.id for item in fitting(items, asked)}
    assert answer.main[0].value == len(ids)
    assert not places or ids <= held
    if group == "place":
        wanted = {}
        for name in SITES:
            own = _with_pieces([row for row in found if site(row) == name])
            wanted[name] = len(own)
        got = said(answer, "place")
        assert {name: count for name, count in got.items() if count} == {
            name: count for name, count in wanted.items() if count
        }


@UNHURRIED
@given(_catalogues(), st.sampled_from(("cheapest", "dearest")), st.sampled_from((None, 1, 2)))
def test_the_cheapest_are_the_cheapest_of_their_currency(
    ask: Asker, items: tuple[Item, ...], ranking: Any, limit: int | None
) -> None:
    answer = ask(items, Query("price", ranking=ranking, limit=limit))
    by_currency: dict[str, list[Decimal]] = {}
    for item in items:
        if item.price:
            amount, currency = item.price.split()
            by_currency.setdefault(currency, []).append(Decimal(amount))
    wanted = []
    for currency, amounts in by_currency.items():
        ordered = sorted(amounts, reverse=ranking == "dearest")
        last = ordered[min(limit or 1, len(ordered)) - 1]
        wanted += [
            (currency, each) for each in ordered if (each <= last if ranking == "cheapest" else each >= last)
        ]
    got = [(part.figures[0].currency, part.figures[0].value) for part in answer.parts]
    assert sorted(got, key=str) == sorted(wanted, key=str)
    told = [note.code for note in answer.notes]
    assert ("answer-currencies" in told) == (len(by_currency) > 1)


@UNHURRIED
@given(_catalogues(), QUERIES, st.data())
def test_of_named_items_each_size_and_place_has_its_own_figure(
    ask: Asker, items: tuple[Item, ...], query: Query, data: st.DataObject
) -> None:
    names = st.lists(st.sampled_from([item.id for item in items]), unique=True, min_size=2)
    if len(items) < 2:
        return
    group: Any = data.draw(st.sampled_from(("size", "place")))
    ids = tuple(data.draw(names))
    asked = Query(items=ids, measure=query.measure, sizes=query.sizes, places=query.places, group=group)
    answer = ask(items, asked)
    found = rows(items, asked)
    wanted: dict[tuple[str, str], int] = {}
    named_places = len(query.places.values) > 1  # of one site, its shelves are named
    for row in found:
        place = site(row) if named_places else row.place or ""
        key = (row.item.id, row.size if group == "size" else place)
        wanted[key] = wanted.get(key, 0) + row.pieces(query.measure)
    got = {
        (part.item.id, getattr(row.figures[0], FIELDS[group])): row.figures[0].value
        for part in answer.parts
        if part.item is not None
        for row in part.rows
        if row.figures[0].value is not None
    }
    assert got == wanted
    for part in answer.parts:
        assert part.item is not None
        own = [row.pieces(query.measure) for row in found if row.item.id == part.item.id]
        assert part.figures[0].value == (sum(own) if own else None)


def _with_pieces(found: list[Row]) -> set[str]:
    """Items that have pieces there, taken together."""
    return {name for name, count in sums(found, "on_hand", KEYS["item"]).items() if count > 0}


def _slots(query: Query) -> dict[str, Any]:
    return {name: getattr(query, name) for name in Query.__slots__}

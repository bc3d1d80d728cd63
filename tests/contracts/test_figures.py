"""Queries that count, whether the database is SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from catalogue.database import Amounts, Database, Filter, Garments
from catalogue.items import Item, StockLevel, Variant
from catalogue.movements import Worker
from tests.kit.stores import database_of

EARLY, LATE = datetime(2026, 3, 1, 12, tzinfo=UTC), datetime(2026, 3, 4, 12, tzinfo=UTC)
ANN = Worker("ann", "Ann")


def level(place: str, on_hand: int, reserved: int = 0, at: datetime = EARLY) -> StockLevel:
    return StockLevel(place, on_hand, reserved, at)


TEE = Item(
    "TEE",
    "Blue tee",
    "upper",
    "blue",
    "Nord",
    "19.90 EUR",
    variants=(
        Variant("TEE-S", "S", stock=(level("Hall A", 5, 1), level("Shop", 2))),
        Variant("TEE-M", "M", stock=(level("Hall A", 0),)),
        Variant("TEE-L", "L"),
        Variant("TEE-X", "X", stock=(level("Hall A", 99),), retired=True),
    ),
)
COAT = Item(
    "COAT",
    "Long coat",
    "outer",
    None,
    None,
    "call us",
    variants=(Variant("C-M", "M", stock=(level("Shop", 7, 0, LATE),)),),
)
BAG = Item("BAG", "Tote bag", None, "red", "Sud", "100 EUR", variants=(Variant("BAG", ""),))
OLD = Item("OLD", "Old tee", "upper", "blue", retired=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    with database_of(request, tmp_path, TEE, COAT, BAG, OLD) as opened:
        yield opened


def test_lines_have_their_sums_and_the_sum_of_all(database: Database) -> None:
    lines = database.figures.lines(Filter(), ("item",))
    assert [(line.item, line.on_hand, line.reserved, line.free) for line in lines.lines] == [
        ("BAG", None, None, None),
        ("COAT", 7, 0, 7),
        ("TEE", 7, 1, 6),
    ]
    assert (lines.count, lines.uncounted, lines.total.on_hand, lines.total.reserved) == (3, 1, 14, 1)
    assert (lines.total.oldest, lines.total.newest) == (EARLY, LATE)
    sizes = database.figures.lines(Filter(items=("TEE",)), ("item", "sku", "size")).lines
    assert [(line.sku, line.size, line.on_hand) for line in sizes] == [
        ("TEE-S", "S", 7),
        ("TEE-M", "M", 0),
        ("TEE-L", "L", None),
    ]


def test_lines_are_ranked_and_what_was_never_counted_comes_last(database: Database) -> None:
    by_free = database.figures.lines(Filter(), ("item",), Amounts("free"), order="most")
    assert [line.item for line in by_free.lines] == ["COAT", "TEE", "BAG"]
    by_time = database.figures.lines(Filter(), ("item",), order="oldest")
    assert [line.item for line in by_time.lines] == ["TEE", "COAT", "BAG"]
    [first] = database.figures.lines(Filter(), ("item",), order="most", limit=1).lines
    assert first.item == "COAT"
    assert database.figures.with_exactly(Filter(), ("item",), Amounts(), 7) == 2


def test_what_is_excluded_is_left_out_and_what_has_no_colour_is_not(database: Database) -> None:
    def ids(wanted: Filter) -> set[str | None]:
        return {line.item for line in database.figures.lines(wanted, ("item",)).lines}

    assert ids(Filter(not_colours=("blue",))) == {"COAT", "BAG"}
    assert ids(Filter(not_brands=("Nord", "Sud"))) == {"COAT"}
    assert ids(Filter(not_sizes=("M",))) == {"TEE", "BAG"}
    assert ids(Filter(not_locations=("Shop",))) == {"TEE"}
    upper, coats = Garments(("upper",)), Garments(("outer",), frozenset({"coat"}))
    assert ids(Filter(kinds=(upper, coats))) == {"TEE", "COAT"}
    assert ids(Filter(not_kinds=(upper, coats))) == {"BAG"}
    assert ids(Filter(title_groups=(frozenset({"tote"}), frozenset({"bag", "bags"})))) == {"BAG"}
    assert ids(Filter(items=("TEE", "COAT"), skus=("tee-s",), whole_items=("COAT",))) == {"TEE", "COAT"}


def test_prices_are_compared_as_numbers_and_other_text_is_no_price(database: Database) -> None:
    def ids(wanted: Filter) -> list[str]:
        return [item for item, _ in database.figures.priced(wanted)]

    assert ids(Filter(least_price=19.9)) == ["BAG", "TEE"]
    assert ids(Filter(most_price=99)) == ["TEE"]
    assert ids(Filter(least_price=0, sizes=("M",))) == ["TEE"]
    assert database.figures.any_price()


def test_different_items_are_counted_in_each_size_and_place(database: Database) -> None:
    figures = database.figures
    assert figures.items(Filter(), None, Amounts()) == {None: 3}
    assert figures.items(Filter(), "size", Amounts()) == {"S": 1, "M": 2, "L": 1, "": 1}
    assert figures.items(Filter(), "place", Amounts(some=True)) == {"Hall A": 1, "Shop": 2}
    assert figures.items(Filter(), None, Amounts(level="out"), sizes=True) == {None: 1}


def test_reservations_and_movements_are_found_by_what_they_are_of(database: Database) -> None:
    movements, figures = database.movements, database.figures
    movements.reserve("TEE-S", "Hall A", 2, person="Anna", until=date(2026, 3, 6), by=ANN)
    movements.reserve("C-M", "Shop", 1, person="Bo", by=ANN)
    assert [one.person for one, _, _ in figures.reservations(Filter())] == ["Anna", "Bo"]
    assert [one.person for one, _, _ in figures.reservations(Filter(locations=("Shop",)))] == ["Bo"]
    assert [item for _, item, _ in figures.reservations(Filter(sizes=("S",)))] == ["TEE"]
    assert [one.id for one, _, _ in figures.reservations(Filter(), before=date(2026, 3, 7))] == [1]
    moved = movements.move("TEE-S", "Shop", "Hall A", 1, by=ANN)
    since, before = moved.at - timedelta(minutes=1), moved.at + timedelta(minutes=1)
    [(same, size)] = figures.movements(Filter(colours=("blue",)), ("move",), since, before)
    assert (same.id, same.quantity, size) == (moved.id, 1, "S")
    assert figures.movements(Filter(sizes=("M",)), ("move",), since, before) == ()
    movements.undo(moved.id, by=ANN)
    assert figures.movements(Filter(), ("move",), since, before) == ()

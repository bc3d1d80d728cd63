"""What a stock-take stores, whether the database is SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from catalogue.database import Database
from catalogue.database.stock_takes import LineState, StockTakes
from catalogue.errors import MovementRefusedError
from catalogue.movements import Kind, Level, Worker
from tests.kit.floor import shop
from tests.kit.stores import database_of

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
ANN, BEN = Worker("ann", "Ann"), Worker("ben", "Ben")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    with database_of(request, tmp_path, *shop()) as opened:
        yield opened


@pytest.fixture
def takes(database: Database) -> StockTakes:
    return database.stock_takes


def scan(takes: StockTakes, take: int, sku: str, by: Worker, once: str, seconds: int = 0) -> int:
    at = NOW + timedelta(seconds=seconds)
    line = takes.add(take, LineState.COUNTED, by=by, at=at, once=once, item_id="MH01", sku=sku)
    return line.id


def test_a_place_has_one_open_count_however_many_begin_it_at_once(takes: StockTakes) -> None:
    with ThreadPoolExecutor(8) as threads:
        begun = list(threads.map(lambda number: takes.open_at("Hall A", Worker(str(number), "")), range(8)))
    assert len({take.id for take, _ in begun}) == 1
    assert sum(first for _, first in begun) == 1
    takes.cancel(begun[0][0].id)
    assert takes.open_at("hall a", ANN)[1]


def test_a_seat_is_kept_until_it_is_left_or_the_count_is_over(takes: StockTakes) -> None:
    take = takes.open_at("Hall A", ANN)[0]
    assert takes.seat("ann") is None
    takes.sit(take.id, "ann", place="{}", locale="de")
    takes.show_on("ann", "m7")
    seat = takes.seat("ann")
    assert seat is not None
    assert (seat.take, seat.locale, seat.card) == (take, "de", "m7")
    other = takes.open_at("Hall B", BEN)[0]
    takes.sit(other.id, "ann", place="{}", locale="de")
    seat = takes.seat("ann")
    assert seat is not None
    assert (seat.take.location, seat.card) == ("Hall B", None)
    assert (takes.leave("ann"), takes.leave("ann")) == (True, False)
    takes.sit(take.id, "ann", place="{}", locale="de")
    assert takes.cancel(take.id)
    assert takes.seat("ann") is None


def test_each_message_counts_once_whoever_delivers_it_again(takes: StockTakes) -> None:
    take = takes.open_at("Hall A", ANN)[0].id
    assert scan(takes, take, "MH01-M", ANN, "one") == scan(takes, take, "MH01-M", ANN, "one")
    scan(takes, take, "MH01-M", BEN, "two", 1)
    for _ in range(2):
        line = takes.set_amount(take, 5, by=ANN, at=NOW + timedelta(seconds=9), once="three")
        assert line is not None
        assert line.quantity == 5
    assert takes.counts(take) == {"MH01-M": 6}
    scan(takes, take, "MH01-S", ANN, "four", 10)
    for _ in range(2):
        line = takes.take_back(take, by=ANN, at=NOW + timedelta(seconds=11), once="five")
        assert line is not None
        assert line.sku == "MH01-S"
    assert takes.counts(take) == {"MH01-M": 6}
    assert takes.take_back(take, by=Worker("x", ""), at=NOW, once="six") is None


def test_a_number_is_of_the_line_sent_before_it_not_of_a_later_one(takes: StockTakes) -> None:
    take = takes.open_at("Hall A", ANN)[0].id
    scan(takes, take, "MH01-M", ANN, "one", 0)
    scan(takes, take, "MH01-S", ANN, "three", 20)
    takes.set_amount(take, 5, by=ANN, at=NOW + timedelta(seconds=10), once="two")  # it came late
    assert takes.counts(take) == {"MH01-M": 5, "MH01-S": 1}


def test_a_photo_of_several_pieces_counts_all_of_them_or_none(takes: StockTakes) -> None:
    take = takes.open_at("Hall A", ANN)[0].id
    pieces = (("MH01", "MH01-M"), ("BAG1", "BAG1"), ("BAG1", "BAG1"))
    first, gone = (
        takes.add(take, LineState.ANALYSING, by=ANN, at=NOW + timedelta(seconds=each), once=f"photo {each}")
        for each in range(2)
    )
    takes.take_back(take, by=ANN, at=NOW + timedelta(seconds=5), once="undo")
    assert [one.state for one in takes.settle_pieces(gone.id, pieces)] == [LineState.GONE]
    assert [one.sku for one in takes.settle_pieces(first.id, pieces)] == ["MH01-M", "BAG1", "BAG1"]
    assert len(takes.settle_pieces(first.id, pieces)) == 1  # it was settled before
    assert takes.counts(take) == {"BAG1": 2, "MH01-M": 1}


def test_an_item_has_been_counted_while_a_line_of_it_stands(takes: StockTakes) -> None:
    take, other = takes.open_at("Hall A", ANN)[0].id, takes.open_at("Hall B", ANN)[0].id
    takes.add(take, LineState.SIZE, by=ANN, at=NOW, once="waits", item_id="MH01")
    assert not takes.has_counted(take, "MH01")
    scan(takes, take, "MH01-M", BEN, "one")
    assert [takes.has_counted(*each) for each in ((take, "MH01"), (take, "BAG1"), (other, "MH01"))] == [
        True,
        False,
        False,
    ]
    takes.take_back(take, by=BEN, at=NOW + timedelta(seconds=1), once="undo")
    assert not takes.has_counted(take, "MH01")


def test_a_typed_size_is_known_for_one_that_came_before(takes: StockTakes) -> None:
    take = takes.open_at("Hall A", ANN)[0].id
    line = takes.add(take, LineState.SIZE, by=ANN, at=NOW, once="photo", item_id="MH01")
    assert takes.done("size") is None
    done = takes.set_size(line.id, "MH01-M", by=ANN, once="size", quantity=3)
    assert takes.done("size") == done
    assert takes.counts(take) == {"MH01-M": 3}


def test_many_hands_lose_no_line(takes: StockTakes) -> None:
    take = takes.open_at("Hall A", ANN)[0].id

    def hand(number: int) -> None:
        by = Worker(str(number), "")
        for line in range(10):
            scan(takes, take, "MH01-M", by, f"{number}-{line}", line)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(hand, range(4)))
    assert takes.counts(take) == {"MH01-M": 40}


def test_a_count_is_applied_whole_or_not_at_all(database: Database, takes: StockTakes) -> None:
    take = takes.open_at("Hall A", ANN)[0].id
    scan(takes, take, "MH01-M", ANN, "one")
    takes.add(take, LineState.COUNTED, by=ANN, at=NOW, once="two", item_id="X", sku="GONE-1")
    counted, expected = takes.counts(take), takes.levels_at("Hall A")
    with pytest.raises(MovementRefusedError, match="There's no SKU GONE-1"):
        takes.apply(take, counted, counted=counted, expected=expected, by=ANN, once="press")
    assert database.movements.latest() == ()
    assert database.movements.done_for("press") is None
    take_back = takes.take_back(take, by=ANN, at=NOW, once="three")
    assert take_back is not None
    with pytest.raises(MovementRefusedError, match="has changed"):  # the count that was shown is another
        takes.apply(take, counted, counted=counted, expected=expected, by=ANN, once="press")
    counted = takes.counts(take)
    done = takes.apply(take, counted, counted=counted, expected=expected, by=ANN, once="press")
    assert [(one.kind, one.sku, one.quantity) for one in done] == [(Kind.COUNT, "MH01-M", 1)]
    assert database.movements.done_for("press") == done[0]
    assert database.movements.levels("MH01-M")["Hall A"] == Level(1, 1)
    with pytest.raises(MovementRefusedError, match="is over"):
        takes.apply(take, counted, counted=counted, expected=expected, by=ANN, once="again")
    with pytest.raises(MovementRefusedError, match="is over"):
        scan(takes, take, "MH01-M", BEN, "late")


def test_what_was_applied_together_is_undone_together_and_once(database: Database, takes: StockTakes) -> None:
    before = takes.levels_at("Hall A")
    take = takes.open_at("Hall A", ANN)[0].id
    amounts = {"MH01-M": 1, "MH01-S": 9, "BAG1": 0}
    done = takes.apply(take, amounts, counted={}, expected=before, by=ANN, once="press")
    assert {one.group_id for one in done} == {done[0].id}
    assert database.movements.together(done[2].id) == done
    assert database.movements.undoable(by="ann") == done[-1]
    undone = database.movements.undo(done[-1].id, by=BEN, once="undo")
    assert undone.undoes == done[-1].id
    assert takes.levels_at("Hall A") == before
    for movement in done:
        with pytest.raises(MovementRefusedError, match="already been undone"):
            database.movements.undo(movement.id, by=BEN)
    assert takes.levels_at("Hall A") == before


def test_an_undo_that_one_of_them_does_not_allow_undoes_none(database: Database, takes: StockTakes) -> None:
    before = takes.levels_at("Hall A")
    take = takes.open_at("Hall A", ANN)[0].id
    done = takes.apply(take, {"BAG1": 5, "MH01-S": 9}, counted={}, expected=before, by=ANN, once="press")
    database.movements.issue("MH01-S", "Hall A", 8, by=BEN)
    after = takes.levels_at("Hall A")
    with pytest.raises(MovementRefusedError, match="doesn't have that many"):
        database.movements.undo(done[0].id, by=ANN)
    assert takes.levels_at("Hall A") == after


def test_a_count_of_a_clock_that_was_ahead_lapses_a_day_after_it_is_seen(takes: StockTakes) -> None:
    take = takes.open_at("Hall A", ANN)[0].id
    takes.sit(take, "ann", place="{}", locale="de")
    day, now = timedelta(days=1), datetime.now(UTC) - timedelta(days=400)  # the clock was set right by that
    assert takes.lapse(now - day, now=now) == ()
    assert takes.lapse(now - timedelta(hours=1), now=now + timedelta(hours=23)) == ()
    [(seat, _)] = takes.lapse(now + timedelta(seconds=1), now=now + day)
    assert seat.person == "ann"


def test_of_several_who_look_for_lapsed_counts_one_finds_each(takes: StockTakes) -> None:
    take = takes.open_at("Hall A", ANN)[0].id
    takes.sit(take, "ann", place="{}", locale="de")
    takes.sit(take, "ben", place="{}", locale="en")
    scan(takes, take, "MH01-M", ANN, "one")
    assert takes.lapse(datetime.now(UTC) - timedelta(days=1)) == ()
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: takes.lapse(datetime.now(UTC)), range(4)))
    lapsed = [each for one in found for each in one]
    assert sorted((seat.person, lines) for seat, lines in lapsed) == [("ann", 1), ("ben", 1)]
    again = takes.get(take)
    assert again is not None
    assert again.state == "lapsed"

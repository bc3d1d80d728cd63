"""What stock work does, whether the database is SQLite or PostgreSQL."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from catalogue.database import Database
from catalogue.errors import MovementRefusedError, RepeatedMovementError
from catalogue.items import Item, StockLevel, Variant
from catalogue.movements import Kind, Level, Worker
from tests.kit.stores import database_of

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
NUMBERS = itertools.count()
ANN, BEN = Worker("ann", "Ann"), Worker("ben", "Ben")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """One SKU with 10 pieces in hall A, 2 of them reserved, and 5 in hall B; a retired one."""
    levels = (StockLevel("Hall A", 10, 2, NOW), StockLevel("Hall B", 5, 0, NOW))
    tee = Item("Tee", "Tee", variants=(Variant("T-S", "S", None, levels), Variant("T-M", "M", retired=True)))
    cap = Item("Cap", "Cap", variants=(Variant("C-1", "", None, (StockLevel("Shop", 1, 0, NOW),)),))
    with database_of(request, tmp_path, tee, cap) as opened:
        yield opened


def levels(database: Database) -> dict[str, Level]:
    return database.movements.levels("T-S")


def test_what_is_reserved_is_no_longer_free_and_is_told_for_whom(database: Database) -> None:
    work = database.movements
    done = work.reserve("t-s", "hall a", 3, person="Anna", until=date(2026, 3, 6), by=ANN)
    assert (done.kind, done.sku, done.from_location) == (Kind.RESERVE, "T-S", "Hall A")
    assert (done.before, done.after) == ({"Hall A": Level(10, 2)}, {"Hall A": Level(10, 5)})
    assert levels(database)["Hall A"] == Level(10, 5)
    [reserved] = work.reservations()
    assert (reserved.person, reserved.quantity, reserved.until, reserved.made_by) == (
        "Anna",
        3,
        date(2026, 3, 6),
        "Ann",
    )
    with pytest.raises(MovementRefusedError, match="Hall A has only 5 T-S free"):
        work.reserve("T-S", "Hall A", 6, person="Anna", by=ANN)


def test_a_reservation_is_released_whole_or_in_part_and_no_further(database: Database) -> None:
    work = database.movements
    done = work.reserve("T-S", "Hall A", 3, person="Anna", by=ANN)
    assert done.reservation_id is not None
    work.release(done.reservation_id, 1, by=BEN)
    assert levels(database)["Hall A"] == Level(10, 4)
    with pytest.raises(MovementRefusedError, match="holds 2, not 3"):
        work.release(done.reservation_id, 3, by=BEN)
    work.release(done.reservation_id, by=BEN)
    assert levels(database)["Hall A"] == Level(10, 2)
    assert work.reservations() == ()
    reserved = work.reservation_of(done)
    assert reserved is not None
    assert (reserved.person, reserved.quantity) == ("Anna", 0)
    assert work.reservation_of(work.count("T-S", "Hall A", 10, by=ANN)) is None
    with pytest.raises(MovementRefusedError, match="already been released"):
        work.release(done.reservation_id, by=BEN)


def test_what_is_moved_is_elsewhere_and_what_is_reserved_stays(database: Database) -> None:
    work = database.movements
    work.move("T-S", "Hall A", "Shop", 8, by=ANN)
    assert levels(database) == {"Hall A": Level(2, 2), "Hall B": Level(5, 0), "Shop": Level(8, 0)}
    with pytest.raises(MovementRefusedError, match="Hall A has only 0 T-S free"):
        work.move("T-S", "Hall A", "Hall B", 1, by=ANN)
    with pytest.raises(MovementRefusedError, match="can't be both from and to"):
        work.move("T-S", "Hall B", "hall b", 1, by=ANN)


def test_a_count_is_taken_as_it_is_and_with_its_time(database: Database) -> None:
    database.movements.count("T-S", "Hall B", 14, by=ANN)
    assert levels(database)["Hall B"] == Level(14, 0)
    item = database.item("Tee")
    assert item is not None
    assert {level.location: level.as_of > NOW for level in item.variants[0].stock} == {
        "Hall A": False,
        "Hall B": True,
    }
    database.movements.count("T-S", "Hall A", 1, by=ANN)  # fewer than are reserved: that is what lies there
    assert levels(database)["Hall A"] == Level(1, 2)


def test_what_comes_in_is_added_and_may_be_the_first_at_its_place(database: Database) -> None:
    work = database.movements
    done = work.receive("t-s", "hall a", 12, note="Lee Textiles", by=ANN)
    assert (done.kind, done.sku, done.to_location, done.quantity) == (Kind.RECEIVE, "T-S", "Hall A", 12)
    assert (done.before, done.after) == ({"Hall A": Level(10, 2)}, {"Hall A": Level(22, 2)})
    work.receive("T-S", "Shop", 1, by=BEN)
    assert levels(database) == {"Hall A": Level(22, 2), "Hall B": Level(5, 0), "Shop": Level(1, 0)}
    assert [movement.note for movement in work.latest()] == ["", "Lee Textiles"]
    with pytest.raises(MovementRefusedError, match="There's no location Hall Z"):
        work.receive("T-S", "Hall Z", 1, by=ANN)
    with pytest.raises(MovementRefusedError, match="can't have more than 2,000,000,000"):
        work.receive("T-S", "Hall A", 2_000_000_000, by=ANN)
    assert levels(database)["Hall A"] == Level(22, 2)


def test_what_is_issued_is_gone_and_what_is_reserved_stays(database: Database) -> None:
    work = database.movements
    done = work.issue("T-S", "Hall A", 7, note="damaged", by=ANN)
    assert (done.kind, done.from_location, done.note) == (Kind.ISSUE, "Hall A", "damaged")
    assert levels(database)["Hall A"] == Level(3, 2)
    refusal = "Hall A has 3 T-S, but 2 are reserved, so 1 can be issued"
    with pytest.raises(MovementRefusedError, match=refusal):
        work.issue("T-S", "Hall A", 2, by=ANN)
    with pytest.raises(MovementRefusedError, match="Hall A has only 1 T-S free"):
        work.issue("T-S", "Hall A", 4, by=ANN)
    with pytest.raises(MovementRefusedError, match="Shop has no T-S"):
        work.issue("T-S", "Shop", 1, by=ANN)
    assert levels(database)["Hall A"] == Level(3, 2)


def test_a_delivery_whose_pieces_were_reserved_or_issued_since_is_not_taken_back(database: Database) -> None:
    work = database.movements
    received = work.receive("T-S", "Shop", 3, by=ANN)
    work.reserve("T-S", "Shop", 2, person="Anna", by=BEN)
    with pytest.raises(MovementRefusedError, match="More T-S is reserved at Shop"):
        work.undo(received.id, by=ANN)
    again = work.receive("T-S", "Hall B", 1, by=ANN)
    work.issue("T-S", "Hall B", 6, by=BEN)
    with pytest.raises(MovementRefusedError, match="doesn't have that many"):
        work.undo(again.id, by=ANN)


@pytest.mark.parametrize("kind", ["receive", "issue", "reserve", "release", "move", "count"])
def test_each_piece_of_work_is_taken_back_once(database: Database, kind: str) -> None:
    work, before = database.movements, levels(database)
    match kind:
        case "reserve":
            done = work.reserve("T-S", "Hall A", 3, person="Anna", by=ANN)
        case "release":
            reserved = work.reserve("T-S", "Hall A", 3, person="Anna", by=ANN).reservation_id
            assert reserved is not None
            before = levels(database)
            done = work.release(reserved, 2, by=ANN)
        case "move":
            done = work.move("T-S", "Hall A", "Hall B", 3, by=ANN)
        case "receive":
            done = work.receive("T-S", "Hall A", 3, note="Lee", by=ANN)
        case "issue":
            done = work.issue("T-S", "Hall A", 3, note="sold", by=ANN)
        case _:
            done = work.count("T-S", "Hall A", 99, by=ANN)
    assert work.undoable(by="ann") == done
    undone = work.undo(done.id, by=BEN)
    assert undone.undoes == done.id
    assert levels(database) == before
    assert [reservation.quantity for reservation in work.reservations()] == ([3] if kind == "release" else [])
    with pytest.raises(MovementRefusedError, match="already been undone"):
        work.undo(done.id, by=BEN)
    with pytest.raises(MovementRefusedError, match="already been undone"):
        work.undo(undone.id, by=BEN)


def test_what_was_done_for_a_request_is_found_by_it_and_only_if_it_was_done(database: Database) -> None:
    work = database.movements
    assert work.done_for("press") is None
    with pytest.raises(MovementRefusedError):
        work.move("T-S", "Hall A", "Hall B", 99, by=ANN, once="press")
    assert work.done_for("press") is None
    done = work.move("T-S", "Hall A", "Hall B", 3, by=ANN, once="press")
    assert work.done_for("press") == done
    undone = work.undo(done.id, by=BEN, once="another")
    assert (work.done_for("press"), work.done_for("another")) == (done, undone)


def test_an_order_is_done_once_also_if_it_comes_several_times_at_once(database: Database) -> None:
    """Whoever repeats it is told what was done, and the stock is not moved again."""

    def order(_: int) -> tuple[int, bool]:
        try:
            return database.movements.move("T-S", "Hall A", "Hall B", 1, by=ANN, once="order").id, False
        except RepeatedMovementError as error:
            return error.movement_id, True

    with ThreadPoolExecutor(6) as threads:
        done = list(threads.map(order, range(8)))
    assert {number for number, _ in done} == {database.movements.latest()[0].id}
    assert sorted(repeated for _, repeated in done) == [False] + 7 * [True]
    assert levels(database) == {"Hall A": Level(9, 2), "Hall B": Level(6, 0)}
    revision = database.revision()
    with pytest.raises(RepeatedMovementError, match="done before"):
        database.movements.count("T-S", "Hall A", 1, by=BEN, once="order")
    assert database.revision() == revision


def test_movements_are_listed_from_any_of_them_on(database: Database) -> None:
    work = database.movements
    ids = [work.count("T-S", "Hall A", 10 + number, by=ANN).id for number in range(4)]
    assert [done.id for done in work.after(limit=3)] == ids[:3]
    assert [done.id for done in work.after(ids[1])] == ids[2:]
    third = work.after(ids[1], limit=1)[0]
    assert [done.id for done in work.after(since=third.at)] == ids[2:]
    assert work.after(ids[-1]) == ()


def test_what_was_used_since_is_not_taken_back(database: Database) -> None:
    work = database.movements
    moved = work.move("T-S", "Hall A", "Hall B", 5, by=ANN)
    work.reserve("T-S", "Hall B", 8, person="Anna", by=BEN)
    before = levels(database)
    with pytest.raises(MovementRefusedError, match="More T-S is reserved at Hall B than would be left"):
        work.undo(moved.id, by=ANN)
    assert levels(database) == before
    assert len(work.latest()) == 2


@pytest.mark.parametrize(
    ("sku", "location", "quantity", "reason"),
    [
        ("X-1", "Hall A", 1, "There's no SKU X-1"),
        ("T-M", "Hall A", 1, "There's no SKU T-M"),
        ("T-S", "Hall Z", 1, "There's no location Hall Z. The locations are Hall A, Hall B, Shop"),
        ("T-S", "Shop", 1, "Shop has no T-S. It's at Hall A, Hall B"),
        ("T-S", "Hall A", 0, "one or more"),
        ("T-S", "Hall A", -3, "one or more"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_done(
    database: Database, sku: str, location: str, quantity: int, reason: str
) -> None:
    before, revision = levels(database), database.revision()
    with pytest.raises(MovementRefusedError, match=reason):
        database.movements.reserve(sku, location, quantity, person="Anna", by=ANN)
    assert (levels(database), database.revision()) == (before, revision)
    assert database.movements.latest() == ()
    assert database.movements.reservations() == ()


def test_work_that_was_shown_other_figures_is_not_done(database: Database) -> None:
    expected_levels = levels(database)
    database.movements.count("T-S", "Hall B", 4, by=BEN)
    with pytest.raises(MovementRefusedError, match="has changed in the meantime"):
        database.movements.move("T-S", "Hall A", "Hall B", 1, by=ANN, expected=expected_levels)
    database.movements.move("T-S", "Hall A", "Hall B", 1, by=ANN, expected=levels(database))


def test_what_is_kept_until_a_day_is_free_the_day_after(database: Database) -> None:
    work = database.movements
    work.reserve("T-S", "Hall A", 3, person="Anna", until=date(2026, 3, 6), by=ANN)
    work.reserve("T-S", "Hall A", 1, person="Ben", by=ANN)
    assert work.release_expired(date(2026, 3, 6)) == ()
    [released] = work.release_expired(date(2026, 3, 7))
    assert (released.kind, released.by.name) == (Kind.RELEASE, "expired")
    assert levels(database)["Hall A"] == Level(10, 3)
    assert [reservation.person for reservation in work.reservations(sku="t-s")] == ["Ben"]


def test_batches_notice_stock_work(database: Database) -> None:
    revision = database.revision()
    database.movements.count("T-S", "Hall B", 4, by=BEN)
    assert database.revision() == revision + 1
    assert database.movements.moved_since(revision, ["tee", "cap"]) == {"tee"}
    assert database.movements.moved_since(revision + 1, ["tee", "cap"]) == frozenset()
    database.movements.undo(database.movements.latest()[0].id, by=BEN)
    assert database.movements.moved_since(revision, ["tee", "cap"]) == frozenset()


def test_of_many_who_want_the_last_pieces_none_gets_more_than_there_are(database: Database) -> None:
    def take(number: int) -> bool:
        try:
            database.movements.reserve("T-S", "Hall B", 1, person=str(number), by=Worker(str(number), ""))
        except MovementRefusedError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        got = list(threads.map(take, range(12)))
    assert sum(got) == 5
    assert levels(database)["Hall B"] == Level(5, 5)
    assert sum(reservation.quantity for reservation in database.movements.reservations()) == 5


def test_whatever_many_do_at_once_no_piece_is_lost_or_made(database: Database) -> None:
    """Moves, reservations, releases and undoings from four hands: totals and reservations stay right."""

    def hand(seed: int) -> None:
        chance, work, by = random.Random(seed), database.movements, Worker(str(seed), "")
        for _ in range(12):
            try:
                match chance.randrange(4):
                    case 0:
                        here, there = chance.sample(["Hall A", "Hall B", "Shop"], 2)
                        work.move("T-S", here, there, chance.randint(1, 4), by=by)
                    case 1:
                        place = chance.choice(["Hall A", "Hall B", "Shop"])
                        work.reserve("T-S", place, chance.randint(1, 3), person="x", by=by)
                    case 2 if reserved := work.reservations():
                        work.release(chance.choice(reserved).id, by=by)
                    case _ if last := work.undoable(by=by.id):
                        work.undo(last.id, by=by)
            except MovementRefusedError:
                continue

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(hand, range(4)))
    now = levels(database)
    assert sum(level.on_hand for level in now.values()) == 15
    assert all(level.on_hand >= 0 and level.reserved >= 0 for level in now.values())
    reserved = database.movements.reservations()
    for place, level in now.items():
        assert level.reserved == sum(
            reservation.quantity for reservation in reserved if reservation.location == place
        ) + (2 if place == "Hall A" else 0)
        assert level.available >= 0

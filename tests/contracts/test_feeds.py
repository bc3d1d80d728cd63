"""What the store of feeds does, whether it is in SQLite or PostgreSQL."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from catalogue.database import BatchRecord, Database, FeedState, Limits, Mark, Waiting
from catalogue.errors import BusyStoreError, FeedError, UnknownFeedError
from catalogue.items import Item, Origin, StockLevel, Variant
from catalogue.messages import Message
from catalogue.modes import Mode, State
from catalogue.movements import Worker
from tests.kit.feeds import QUARTER, new_feed
from tests.kit.stores import database_of

NOW = datetime.now(UTC).replace(microsecond=0)
ADA = Worker("ada", "Ada")


def tee(*levels: StockLevel) -> Item:
    return Item("TEE", "Tee", variants=(Variant("T-1", "M", stock=levels),))


def given(on_hand: int, *, age: timedelta = timedelta(), feed: str = "WMS", at: str = "Hall A") -> StockLevel:
    return StockLevel(at, on_hand, 0, NOW - age, Origin(feed))


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    with database_of(request, tmp_path) as opened:
        yield opened


def write(database: Database, *levels: StockLevel) -> None:
    database.write([tee(*levels)], BatchRecord(NOW, "stock.csv", 1, 0, 0))


def levels(database: Database) -> dict[str, StockLevel]:
    item = database.item("TEE")
    assert item is not None
    return {level.location: level for level in item.variants[0].stock}


def test_a_feed_comes_back_as_it_was_added(database: Database) -> None:
    new = new_feed(
        "WMS Köln",
        "postgresql://reader:${WMS}@wms/stock",
        mode=Mode.UPSERT,
        every=timedelta(days=1),
        columns={"Artikel Nr.": "sku"},
        query="SELECT 1",
        limits=Limits(50, 1, 0, 0, 99),
        added_by="Ada",
    )
    feed = database.feeds.add(new)
    assert database.feeds.all() == (feed,)
    assert database.feeds.get("wms KÖLN") == feed
    for field in ("name", "source", "mode", "every", "columns", "query", "limits", "added_by"):
        assert getattr(feed, field) == getattr(new, field)
    assert feed.state == FeedState()


def test_there_is_one_feed_of_a_name_however_capitalised(database: Database) -> None:
    database.feeds.add(new_feed("WMS"))
    with pytest.raises(FeedError, match="already a feed"):
        database.feeds.add(new_feed("wms"))
    with pytest.raises(UnknownFeedError):
        database.feeds.get("TMS")


def test_how_a_feed_stands_is_kept(database: Database) -> None:
    feed = database.feeds.add(new_feed())
    state = FeedState(
        NOW,
        Mark("etag", NOW, "Tue, 01 Dec 2026 05:00:00 GMT", "stock.csv"),
        NOW,
        40,
        True,
        7,
        2,
        Message("feed-status", where="wms", status="502"),
    )
    assert database.feeds.put_state(feed, state).state == state
    assert database.feeds.get("WMS").state == state


@pytest.mark.parametrize("decided", [State.APPLIED, State.DISCARDED])
def test_what_an_admin_decided_on_a_batch_settles_its_feed(database: Database, decided: State) -> None:
    feed = database.feeds.add(new_feed())
    batch = database.ledger.add(BatchRecord(None, "s.csv", 0, 1, 0, state=State.STAGED, feed="WMS"))
    waiting = Waiting(batch, NOW, 40, True)
    database.feeds.put_state(feed, FeedState(waiting=waiting))
    assert database.feeds.get("WMS").state.waiting == waiting
    assert [record.id for record in database.ledger.waiting_of("WMS")] == [batch]
    database.ledger.move(batch, [State.STAGED], decided)
    settled = database.feeds.get("WMS").state
    assert settled.waiting is None
    assert settled.as_of == (NOW if decided is State.APPLIED else None)
    assert settled.batch == (batch if decided is State.APPLIED else None)
    assert database.ledger.waiting_of("WMS") == ()


def test_a_level_knows_its_feed_its_age_and_whether_that_is_late(database: Database) -> None:
    database.feeds.add(new_feed(every=QUARTER))
    now, fresh, late = datetime.now(UTC), timedelta(minutes=25), timedelta(minutes=31)
    write(
        database,
        StockLevel("Hall A", 5, 0, now - fresh, Origin("WMS")),
        StockLevel("Hall B", 4, 0, now - late, Origin("WMS")),
        StockLevel("Shop", 3, 0, now),
    )
    read = levels(database)
    hall_a, hall_b = read["Hall A"].origin, read["Hall B"].origin
    assert hall_a is not None
    assert hall_b is not None
    assert (hall_a.feed, hall_a.late, hall_b.late) == ("WMS", False, True)
    assert timedelta() <= hall_a.age - fresh < timedelta(minutes=1)
    assert read["Shop"].origin is None


def test_a_level_from_the_future_is_late(database: Database) -> None:
    """It was written while the clock was ahead, so nobody knows how old it is."""
    database.feeds.add(new_feed())
    write(database, given(5, age=-timedelta(hours=1)))
    origin = levels(database)["Hall A"].origin
    assert origin is not None
    assert origin.late


def test_pieces_that_are_moved_or_counted_are_no_feeds_and_reserved_ones_are(database: Database) -> None:
    database.feeds.add(new_feed())
    write(database, given(5), given(5, at="Hall B"), given(5, at="Shop"), given(5, at="Roof"))
    database.movements.reserve("T-1", "Hall A", 1, person="Eve", by=ADA)
    database.movements.move("T-1", "Hall B", "Shop", 1, by=ADA)
    database.movements.count("T-1", "Roof", 5, by=ADA)
    assert {place: level.origin is not None for place, level in levels(database).items()} == {
        "Hall A": True,
        "Hall B": False,
        "Shop": False,
        "Roof": False,
    }


def test_figures_are_confirmed_unless_somebody_has_changed_them(database: Database) -> None:
    feed = database.feeds.add(new_feed())
    hour = timedelta(hours=1)
    write(database, StockLevel("Hall A", 5, 0, NOW - hour), StockLevel("Hall B", 5, 0, NOW - hour))
    seen = tee(given(5), given(5, at="Hall B"))
    database.movements.count("T-1", "Hall B", 6, by=ADA)
    database.feeds.confirm(feed, [seen])
    read = levels(database)
    assert (read["Hall A"].as_of, read["Hall A"].origin) == (NOW, Origin("WMS", *_age(read["Hall A"])))
    assert read["Hall B"].on_hand == 6
    assert read["Hall B"].origin is None


def _age(level: StockLevel) -> tuple[timedelta, bool]:
    assert level.origin is not None
    return level.origin.age, level.origin.late


def test_a_feed_vouches_for_what_it_gave_last_and_for_nothing_else(database: Database) -> None:
    """On the roof is what an earlier content named, and the latest does not."""
    feed = database.feeds.add(new_feed())
    database.feeds.add(new_feed("ERP"))
    hour = timedelta(hours=1)
    write(
        database,
        given(5, age=hour),
        given(4, age=hour, feed="ERP", at="Hall B"),
        StockLevel("Shop", 3, 0, NOW - hour),
        given(2, age=2 * hour, at="Roof"),
    )
    database.feeds.vouch(feed, NOW - hour, NOW)
    read = {place: level.as_of for place, level in levels(database).items()}
    assert read == {"Hall A": NOW, "Hall B": NOW - hour, "Shop": NOW - hour, "Roof": NOW - 2 * hour}


def test_a_feed_that_is_removed_leaves_figures_of_nobodys(database: Database) -> None:
    database.feeds.add(new_feed())
    write(database, given(5))
    database.feeds.remove("wms")
    assert database.feeds.all() == ()
    read = levels(database)["Hall A"]
    assert (read.on_hand, read.origin) == (5, None)


def test_skus_of_which_there_is_a_piece_are_counted_once(database: Database) -> None:
    assert database.feeds.stocked_skus() == 0
    write(database, given(5), given(1, at="Hall B"))
    assert database.feeds.stocked_skus() == 1


def test_one_at_a_time_holds_a_feed_and_each_feed_by_itself(database: Database) -> None:
    wms, erp = database.feeds.add(new_feed("WMS")), database.feeds.add(new_feed("ERP"))
    with database.feeds.lock(wms):
        with pytest.raises(BusyStoreError), database.feeds.lock(wms):
            pass
        with database.feeds.lock(erp), database.batch_lock(wait=0):
            pass
    with database.feeds.lock(wms):
        pass


def test_a_program_that_is_killed_holds_no_feed(database: Database) -> None:
    feed = database.feeds.add(new_feed())
    engine = database._sessions._engine
    url = engine.url.render_as_string(hide_password=False)
    died = subprocess.run([sys.executable, "-c", DIE, url], cwd=Path(__file__).parents[2], check=False)
    assert died.returncode == -9
    deadline = time.monotonic() + 20  # PostgreSQL takes a moment to see that the connection is gone
    while True:
        try:
            with database.feeds.lock(feed):
                return
        except BusyStoreError:
            assert time.monotonic() < deadline
            time.sleep(0.05)


DIE = """
import os, sys
from catalogue.database import Database

database = Database.open(sys.argv[1])
with database.feeds.lock(database.feeds.get("WMS")):
    os.kill(os.getpid(), 9)
"""

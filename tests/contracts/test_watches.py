"""What a watch stores, whether the database is SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from catalogue.database import BatchRecord, Database
from catalogue.database.watches import LEASE, NewWatch, Watches
from tests.kit.floor import shop
from tests.kit.stores import database_of

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
BELOW = NewWatch("below", "MH01", "MH01-M", "Berlin", 5, False, "t/ann", "{}", "de", "Europe/Berlin")
BACK = replace(BELOW, kind="back", threshold=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    with database_of(request, tmp_path) as opened:
        yield opened


@pytest.fixture
def watches(database: Database) -> Watches:
    return database.watches


def test_a_watch_is_kept_once_listed_and_stopped_by_its_person(watches: Watches) -> None:
    first = watches.add(BELOW)
    again = watches.add(BELOW)
    other = watches.add(replace(BELOW, person="t/ben"))
    assert [one.id for one in watches.of("t/ann")] == [again]
    assert again != first
    assert (watches.of("t/ann")[0].time_zone, watches.of("t/ann")[0].told) == ("Europe/Berlin", True)
    assert not watches.stop(other, "t/ann")
    assert watches.stop(again, "t/ann")
    assert not watches.stop(again, "t/ann")
    assert [one.id for one in watches.all()] == [other]


def test_of_many_who_find_a_crossing_one_says_it(watches: Watches) -> None:
    number = watches.add(BELOW)
    with ThreadPoolExecutor(8) as threads:
        claimed = list(threads.map(lambda _: watches.claim(number), range(8)))
    assert sum(claimed) == 1
    watches.said(number)
    assert not watches.claim(number)
    watches.rearm([number])
    assert watches.claim(number)


def test_what_is_free_is_told_of_all_that_is_watched_and_in_use(database: Database) -> None:
    hoodie, bag, shoes = shop()
    gone = replace(shoes, retired=True, variants=tuple(replace(v, retired=True) for v in shoes.variants))
    database.write([hoodie, bag, gone], BatchRecord(NOW, "shop.csv", 3, 0, 0))
    for item_id in ("MH01", "SH05", "unknown"):
        database.watches.add(replace(BELOW, item_id=item_id))
    free = database.watches.stock()
    assert list(free) == ["MH01"]
    assert sorted((level.sku, level.location, level.pieces) for level in free["MH01"]) == [
        ("mh01-l", "hall a", 0),
        ("mh01-l", "hall b", 3),
        ("mh01-m", "hall a", 6),
        ("mh01-m", "hall b", 2),
        ("mh01-s", "hall a", 4),
        ("mh01-s", "hall b", 1),
    ]
    assert list(database.watches.stock(["BAG1", "SH05"])) == ["BAG1"]


def test_a_claim_that_was_never_settled_is_claimed_again_after_a_while(watches: Watches) -> None:
    """Its program was stopped before the message went out."""
    number = watches.add(BELOW)
    assert watches.claim(number, now=NOW)
    assert not watches.claim(number, now=NOW + LEASE - timedelta(seconds=1))
    assert watches.claim(number, now=NOW + LEASE + timedelta(seconds=1))
    watches.said(number)
    assert not watches.claim(number, now=NOW + 3 * LEASE)


def test_a_claim_of_a_clock_that_was_ahead_keeps_nobody_from_saying_it(watches: Watches) -> None:
    number = watches.add(BELOW)
    assert watches.claim(number, now=NOW + timedelta(days=400))
    assert watches.claim(number, now=NOW)
    assert not watches.claim(number, now=NOW)


def test_what_is_back_is_said_once_for_good(watches: Watches) -> None:
    back, below = watches.add(BACK), watches.add(BELOW)
    for number in (back, below):
        assert watches.claim(number)
        watches.said(number)
    assert [one.id for one in watches.all()] == [below]

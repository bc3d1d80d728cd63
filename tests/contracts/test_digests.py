"""What a digest sums up, whether the database is SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from catalogue.database import Database
from catalogue.database.digests import Digest, RanLow
from catalogue.movements import Worker
from tests.kit.floor import shop
from tests.kit.stores import database_of

BY = Worker("ann", "Ann")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    with database_of(request, tmp_path, *shop()) as opened:
        yield opened


def test_what_happened_in_a_time_is_summed_up_and_nothing_else(database: Database) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    database.movements.receive("BAG1", "Hall B", 12, by=BY)
    database.movements.undo(database.movements.receive("MH01-L", "Hall B", 9, by=BY).id, by=BY)
    database.movements.issue("MH01-M", "Hall A", 4, by=BY)
    after = datetime.now(UTC) + timedelta(seconds=1)
    ran_low = (RanLow("MH01-M", "Hall A", 2),)
    digest = Digest(before, after, ran_low, (("BAG1", 12),), 4, (), 0, 0)
    assert database.digests.between(before, after) == digest
    nothing = database.digests.between(before - timedelta(days=1), before)
    assert (nothing.ran_low, nothing.received, nothing.issued) == ((), (), 0)


def test_deliveries_are_what_came_in_and_those_that_were_undone_are_not(database: Database) -> None:
    since = datetime.now(UTC) - timedelta(seconds=1)
    movements = database.movements
    movements.receive("BAG1", "Hall B", 12, by=BY)
    movements.undo(movements.receive("MH01-L", "Hall B", 9, by=BY).id, by=BY)
    movements.count("MH01-S", "Hall A", 9, by=BY)
    take = database.stock_takes.open_at("Hall A", BY)[0].id
    expected = database.stock_takes.levels_at("Hall A")
    database.stock_takes.apply(take, {"MH01-M": 3}, counted={}, expected=expected, by=BY, once="")
    arrivals, _ = database.questions.arrivals(since, datetime.now(UTC) + timedelta(seconds=1), limit=50)
    assert [(one.sku, one.quantity) for one in arrivals if one.sku] == [("MH01-S", 9), ("BAG1", 12)]

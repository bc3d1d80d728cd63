"""Codes of locations, whether the database is SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from catalogue.database import Database
from catalogue.database.places import Location
from catalogue.errors import MovementRefusedError
from catalogue.items import Item, StockLevel, Variant
from catalogue.movements import Level, Worker
from tests.kit.stores import database_of

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    levels = (StockLevel("Hall A", 10, 0, NOW), StockLevel("Hall B", 5, 0, NOW))
    with database_of(
        request, tmp_path, Item("Tee", "Tee", variants=(Variant("T-S", "S", None, levels),))
    ) as one:
        yield one


def test_a_place_is_found_by_its_code_as_by_its_name(database: Database) -> None:
    places = database.places
    assert places.set_code("hall a", "A-01") == Location("Hall A", "A-01")
    assert places.all() == (Location("Hall A", "A-01"), Location("Hall B"))
    assert places.named(["a-01", "HALL B", "C-03", ""]) == {"a-01": "Hall A", "hall b": "Hall B"}
    done = database.movements.receive("T-S", "a-01", 1, by=Worker("ann", "Ann"))
    assert done.after == {"Hall A": Level(11, 0)}


def test_a_code_is_one_places_alone(database: Database) -> None:
    places = database.places
    places.set_code("Hall A", "A-01")
    with pytest.raises(MovementRefusedError, match="already the place Hall A"):
        places.set_code("Hall B", "a-01")
    with pytest.raises(MovementRefusedError, match="can't be a code"):
        places.set_code("Hall B", "B 01")
    with pytest.raises(MovementRefusedError, match=r"no location Hall Z\. The locations are Hall A, Hall B"):
        places.set_code("Hall Z", "Z")
    places.set_code("Hall A", "A-02")
    places.set_code("Hall B", "A-01")
    assert places.all() == (Location("Hall A", "A-02"), Location("Hall B", "A-01"))
    places.set_code("Hall A", "")
    assert places.all()[0] == Location("Hall A")


def test_a_code_outlives_a_batch_that_counts_its_place_anew(database: Database) -> None:
    database.places.set_code("Hall A", "A-01")
    tee = database.item("Tee")
    assert tee is not None
    database.write([tee], database.ledger.latest()[0])
    assert database.places.named(["A-01"]) == {"a-01": "Hall A"}

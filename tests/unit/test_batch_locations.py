"""Locations that a table leaves blank: Main only for a new variant in a table without locations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.batches.planning.diff import Plan, plan
from catalogue.batches.read import BatchFile, read_batch
from catalogue.database import BatchRecord, Database, sqlite_url
from catalogue.errors import BatchError
from catalogue.modes import Mode

HEADER = "item,title,sku,location,on_hand"
PRODUCTS = "item,title,sku,on_hand\nA,Shirt,A-1,7\nA,Shirt,A-2,2\n"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(sqlite_url(tmp_path / "h.sqlite3"))
    yield opened
    opened.close()


def stock(planned: Plan) -> dict[str, dict[str, int]]:
    """SKU to what is on hand at each location."""
    return {
        variant.sku: {level.location: level.on_hand for level in variant.stock}
        for item in planned.items
        for variant in item.variants
    }


def table(*rows: str) -> bytes:
    return "\n".join([HEADER, *rows]).encode()


def test_a_blank_location_is_main_in_a_table_that_names_none(database: Database) -> None:
    assert stock(plan(read_batch(PRODUCTS.encode()), database)) == {"A-1": {"Main": 7}, "A-2": {"Main": 2}}
    assert stock(plan(read_batch(table("A,Shirt,A-1,,7")), database)) == {"A-1": {"Main": 7}}


def test_a_blank_below_a_location_is_a_fault() -> None:
    with pytest.raises(BatchError) as caught:
        read_batch(table("A,Shirt,A-1,Berlin,7", "A,Shirt,A-2,,3", "A,Shirt,A-3,,"))
    assert [(fault.row, str(fault.reason)) for fault in caught.value.faults] == [
        (3, "the row has a count but no location, while other rows have one; enter its location")
    ]


def test_spaces_do_not_make_another_location(database: Database) -> None:
    batch = read_batch(table("A,Shirt,A-1,Berlin  Mitte,7", "A,Shirt,A-2,Berlin\u00a0Mitte,3"))
    assert stock(plan(batch, database)) == {"A-1": {"Berlin Mitte": 7}, "A-2": {"Berlin Mitte": 3}}


def test_a_single_count_is_not_added_to_counts_by_location(database: Database) -> None:
    """A shop's product file has the sum of what its inventory file has by location: 7, and not 14."""
    inventory = b"sku,location,on_hand\nA-1,Berlin,4\nA-1,Bonn,3\n"
    batch = read_batch([BatchFile("products.csv", PRODUCTS.encode()), BatchFile("inventory.csv", inventory)])
    assert stock(plan(batch, database)) == {"A-1": {"Berlin": 4, "Bonn": 3}, "A-2": {"Main": 2}}
    assert [(note.file, note.row, str(note.text)) for note in batch.notes] == [
        (
            "products.csv",
            2,
            "counts without a location were ignored, because another file counts each location: A-1 7",
        )
    ]


def test_a_reservation_without_a_location_makes_no_place_beside_counts_by_location(
    database: Database,
) -> None:
    products = b"item,title,sku,reserved\nA,Shirt,A-1,2\n"
    inventory = b"sku,location,on_hand\nA-1,Berlin,4\n"
    batch = read_batch([BatchFile("products.csv", products), BatchFile("inventory.csv", inventory)])
    assert stock(plan(batch, database)) == {"A-1": {"Berlin": 4}}
    assert [str(note.text) for note in batch.notes] == [
        "counts without a location were ignored, because another file counts each location: A-1"
    ]


@pytest.mark.parametrize("mode", [Mode.UPSERT, Mode.STOCK])
def test_a_count_without_a_location_of_what_is_elsewhere_is_asked_about(
    database: Database, mode: Mode
) -> None:
    before = plan(read_batch(table("A,Shirt,A-1,Berlin,5")), database)
    record = BatchRecord(None, "first.csv", new_items=1, changed_items=0, unchanged_items=0)
    database.write(before.new, record)
    with pytest.raises(BatchError, match="the SKU A-1 is at Berlin; name the location of this count"):
        plan(read_batch(b"item,title,sku,on_hand\nA,Shirt,A-1,4\n"), database, mode)
    assert not plan(read_batch(b"item,title,sku\nA,Shirt,A-1\n"), database).news

"""What a database does, whether it is SQLite or PostgreSQL."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from catalogue.database import BatchRecord, Database, sqlite_url
from catalogue.errors import BusyStoreError, StoreError, UnknownBatchError
from catalogue.items import Item, Origin, Picture, StockLevel, Variant
from catalogue.modes import Mode, State
from tests.kit.servers import postgresql_database

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
NUMBERS = itertools.count()


def record(source: str = "test.csv", *, new_items: int = 0, unchanged_items: int = 0) -> BatchRecord:
    return BatchRecord(NOW, source, new_items, 0, unchanged_items)


def shirt(item_id: str = "MH01-Black", **fields: object) -> Item:
    """An item of two sizes, one of them at two locations."""
    default = {
        "id": item_id,
        "title": "Chaz Hoodie",
        "garment_class": "upper",
        "colour": "Black",
        "variants": (
            Variant(
                f"{item_id}-XS",
                "XS",
                f"40-{item_id}",
                (StockLevel("Main", 3, 1, NOW), StockLevel("Dresden", 0, 0, NOW)),
            ),
            Variant(f"{item_id}-L", "L", None, (StockLevel("Dresden", 5, 0, NOW),)),
        ),
        "pictures": (Picture("a" * 64, 0), Picture("b" * 64, 1)),
    }
    return Item(**{**default, **fields})  # type: ignore[arg-type]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield sqlite_url(tmp_path / "a folder, 100%?" / "hangtag.sqlite3")
    else:
        with postgresql_database(request.getfixturevalue("postgresql"), f"test{next(NUMBERS)}") as address:
            yield address


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    opened = Database.open(url)
    yield opened
    opened.close()


def test_an_item_comes_back_as_it_was_written(database: Database) -> None:
    item = shirt(brand="Luma", price="49.90 EUR", description="Warm.\nSoft.")
    database.write([item], record())
    assert database.item("MH01-Black") == item


def test_items_are_found_by_id_sku_and_barcode_however_capitalised(database: Database) -> None:
    item = shirt()
    database.write([item, shirt("MH02-Blue")], record())
    assert database.item(" mh01-BLACK ") == item
    assert database.item_of_sku("mh01-black-xs") == item
    assert database.item_of_barcode("40-mh01-black") == item


def test_what_is_unknown_is_none(database: Database) -> None:
    assert database.item("MH01") is None
    assert database.item_of_sku("MH01") is None
    assert database.item_of_barcode("") is None
    assert database.items(["MH01"]) == {}


def test_times_come_back_in_utc_whatever_zone_they_were_given_in(database: Database) -> None:
    there = NOW.astimezone(timezone(timedelta(hours=5)))
    level = StockLevel("Main", 1, 0, there)
    database.write([shirt(variants=(Variant("S", "M", stock=(level,)),))], record())
    [variant] = database.items(["MH01-Black"])["MH01-Black"].variants
    assert variant.stock[0].as_of == NOW
    assert variant.stock[0].as_of.tzinfo is UTC


def test_writing_an_item_again_puts_it_in_the_place_of_what_it_was(database: Database) -> None:
    database.write([shirt(), shirt("MH02-Blue")], record())
    smaller = shirt(title="New", variants=shirt().variants[:1], pictures=(Picture("c" * 64, 0),))
    database.write([smaller], record())
    assert database.item("MH01-Black") == smaller
    assert database.item("MH02-Blue") == shirt("MH02-Blue")
    assert database.counts().variants == 3


@pytest.mark.parametrize(
    "broken",
    [
        shirt("MH09", variants=(Variant("MH02-X", "M", stock=(StockLevel("Main", -1, 0, NOW),)),)),
        shirt("MH09", variants=(Variant("MH02-X", "M", stock=(StockLevel("Main", 1, -1, NOW),)),)),
        shirt("MH09", variants=(Variant("mh01-black-xs", "M"),)),
        shirt("mh01-black", variants=()),
        shirt("MH09", variants=(Variant("X", "M", barcode="40-MH01-Black"),)),
    ],
    ids=["negative on hand", "negative reserved", "another item's SKU", "another item's id", "barcode"],
)
def test_a_contradiction_leaves_nothing_half_written(database: Database, broken: Item) -> None:
    database.write([shirt()], record())
    with pytest.raises(StoreError, match="nothing was changed"):
        database.write([shirt("MH08"), broken], record())
    assert tuple(database.each_item()) == (shirt(),)
    assert len(database.ledger.latest(states=[State.APPLIED])) == 1
    assert database.revision() == 1


def test_a_plan_of_an_older_revision_is_refused(database: Database) -> None:
    database.write([shirt()], record(), revision=0)
    with pytest.raises(StoreError, match="changed in the meantime"):
        database.write([shirt(title="Late")], record(), revision=0)
    assert database.item("MH01-Black") == shirt()


def test_batches_are_remembered_latest_first(database: Database) -> None:
    first = database.write([shirt()], record("a.csv", new_items=1))
    second = database.write([shirt()], record("b.csv", unchanged_items=1))
    latest, earlier = database.ledger.latest(states=[State.APPLIED])
    assert (latest.source, latest.id, latest.unchanged_items) == ("b.csv", second, 1)
    assert (earlier.source, earlier.id, earlier.applied_at) == ("a.csv", first, NOW)


def test_pictures_tell_which_items_show_them(database: Database) -> None:
    database.write([shirt(), shirt("MH02", pictures=(Picture("a" * 64, 0),))], record())
    owners = database.items_showing(["a" * 64, "b" * 64, "f" * 64])
    assert owners == {"a" * 64: ("MH01-Black", "MH02"), "b" * 64: ("MH01-Black",)}
    assert database.picture_keys() == ("a" * 64, "b" * 64)


def test_a_prefix_finds_items_by_id_and_by_sku_and_takes_signs_as_they_are(database: Database) -> None:
    odd = shirt("100%_wool", variants=(Variant("Zz-1", "M"),))
    database.write([shirt(), shirt("MH02", variants=(Variant("K-9", "M"),)), odd], record())
    assert [item.id for item in database.starting_with("mh0")] == ["MH01-Black", "MH02"]
    assert [item.id for item in database.starting_with("k-")] == ["MH02"]
    assert database.starting_with("100%_") == (odd,)
    assert database.starting_with("%") == ()
    assert len(database.starting_with("", limit=2)) == 2
    assert database.ids_starting_with("mh0") == ("MH01-Black", "MH02")
    assert database.ids_starting_with("mh0", limit=1) == ("MH01-Black",)


def test_items_are_paged_by_id_all_or_those_at_a_location(database: Database) -> None:
    berlin = Variant("X", "", None, (StockLevel("Berlin", 1, 0, NOW),))
    gone = Variant("Y", "", None, (StockLevel("Berlin", 1, 0, NOW),), retired=True)
    items = [shirt("b"), shirt("A"), shirt("C", variants=(berlin,)), shirt("d", variants=(gone,))]
    database.write([*items, shirt("e", retired=True)], record())
    assert database.ids_after(limit=3) == ("A", "b", "C")
    assert database.ids_after("c", limit=3) == ("d",)
    assert database.ids_after("between", limit=1) == ("C",)
    assert database.ids_after(location="berlin") == ("C",)
    assert database.ids_after("A", location="Dresden") == ("b",)
    assert database.ids_after(location="Moon") == ()


def test_more_items_than_one_question_can_hold(database: Database) -> None:
    many = [shirt(f"I{number:05d}", pictures=()) for number in range(1300)]
    database.write(many, record())
    assert tuple(database.each_item()) == tuple(many)
    counts = database.counts()
    assert (counts.items, counts.variants, counts.pictures, counts.on_hand) == (1300, 2600, 0, 1300 * 8)


def test_what_is_written_is_there_after_opening_again(url: str) -> None:
    first = Database.open(url)
    first.write([shirt()], record())
    first.close()
    second = Database.open(url)
    assert second.item("MH01-Black") == shirt()
    second.close()


def test_threads_that_write_at_once_wait_for_one_another(database: Database) -> None:
    def write(number: int) -> None:
        for turn in range(5):
            database.write([shirt(f"I{number}", title=f"T{turn}", pictures=())], record())
            assert database.item(f"I{number}") is not None

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert database.revision() == 20
    assert {item.title for item in database.each_item()} == {"T4"}


def test_two_programs_that_open_a_new_database_at_once_both_succeed(url: str) -> None:
    opened: list[Database] = []
    threads = [threading.Thread(target=lambda: opened.append(Database.open(url))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [database.counts().items for database in opened] == [0, 0]
    for database in opened:
        database.close()


# Batches


def staged(database: Database, source: str = "a.csv", **contents: bytes) -> int:
    given = replace(record(source), applied_at=None, state=State.STAGED, staged_at=NOW, sent_by="ann")
    return database.ledger.add(
        given, contents=contents, vectors={"a" * 64: b"1234"}, pictures=["a" * 64, "b" * 64]
    )


def test_a_staged_batch_is_kept_with_all_that_it_gives(database: Database) -> None:
    number = staged(database, given=b"\x00\xff")
    stored = database.ledger.record(number)
    assert (stored.id, stored.state, stored.mode, stored.staged_at, stored.sent_by) == (
        number,
        State.STAGED,
        Mode.UPSERT,
        NOW,
        "ann",
    )
    assert database.ledger.content(number, "given") == b"\x00\xff"
    assert database.ledger.content(number, "other") is None
    assert database.ledger.vectors(number) == {"a" * 64: b"1234"}
    assert database.ledger.latest(states=[State.APPLIED]) == ()
    assert database.ledger.latest(states=[State.STAGED]) == (stored,)
    with pytest.raises(UnknownBatchError, match="no batch 99"):
        database.ledger.record(99)


def test_only_one_of_two_takes_a_batch_into_its_next_state(database: Database) -> None:
    number = staged(database)
    assert database.ledger.move(number, [State.STAGED], State.APPLYING, applied_by="bea")
    assert not database.ledger.move(number, [State.STAGED], State.APPLYING)
    assert database.ledger.record(number).applied_by == "bea"


def test_an_applied_batch_keeps_what_undoes_it_in_place_of_what_it_gave(database: Database) -> None:
    database.write([shirt("MH02")], record())
    number = staged(database, given=b"given")
    database.ledger.move(number, [State.STAGED], State.APPLYING)
    database.apply_batch(
        replace(database.ledger.record(number), applied_at=NOW, new_items=1),
        [shirt()],
        removed=["MH02"],
        revision=1,
        before=b"before",
        pictures=["c" * 64],
        touched=["MH01-Black", "MH02"],
    )
    assert tuple(database.each_item()) == (shirt(),)
    ledger = database.ledger
    assert (ledger.content(number, "given"), ledger.content(number, "before")) == (None, b"before")
    [applied] = ledger.undoable()
    assert (applied.id, applied.state, applied.revision, applied.new_items) == (number, State.APPLIED, 2, 1)
    assert ledger.touched_since(1, ["mh02", "other"]) == {"mh02": number}
    assert ledger.touched_since(2, ["mh02"]) == {}
    assert ledger.unneeded(["a" * 64, "b" * 64, "c" * 64, "d" * 64]) == ["d" * 64]
    database.undo_batch(number, [shirt("MH02")], removed=["MH01-Black"], revision=2, by="bea", at=NOW)
    assert tuple(database.each_item()) == (shirt("MH02"),)
    undone = ledger.record(number)
    assert (undone.state, undone.undone_by, undone.undone_at) == (State.UNDONE, "bea", NOW)
    assert ledger.release(number) == ["c" * 64]
    assert ledger.undoable() == ()


def stocked(*levels: StockLevel, other: tuple[StockLevel, ...] = ()) -> Item:
    return shirt(variants=(Variant("S-1", "S", None, levels), Variant("S-2", "M", "4006381", other)))


@pytest.mark.parametrize(
    "after",
    [
        stocked(StockLevel("Main", 7, 2, NOW), other=(StockLevel("Main", 5, 0, NOW),)),
        stocked(StockLevel("Main", 3, 1, NOW + timedelta(hours=1), Origin("WMS"))),
        stocked(StockLevel("Dresden", 1, 0, NOW), StockLevel("Main", 3, 1, NOW), other=()),
        stocked(StockLevel("New place", 1, 0, NOW, Origin("WMS")), other=(StockLevel("Main", 0, 0, NOW),)),
        stocked(),
    ],
    ids=["figures", "counted again", "order", "another place", "none"],
)
def test_stock_that_is_written_alone_is_as_if_the_item_were_written_whole(
    database: Database, after: Item
) -> None:
    before = stocked(StockLevel("Main", 3, 1, NOW), other=(StockLevel("Main", 5, 0, NOW, Origin("WMS")),))
    bystander = shirt("MH02")
    database.write([before, bystander], record())
    number = staged(database)
    database.ledger.move(number, [State.STAGED], State.APPLYING)
    database.apply_batch(
        database.ledger.record(number),
        [],
        restocked=[(before, after)],
        removed=[],
        revision=1,
        before=b"",
        pictures=[],
        touched=[after.id],
    )
    assert database.items([before.id, bystander.id]) == {before.id: after, bystander.id: bystander}
    written = database.items([before.id])[before.id]
    assert [
        [level.origin and level.origin.feed for level in variant.stock] for variant in written.variants
    ] == [[level.origin and level.origin.feed for level in variant.stock] for variant in after.variants]
    restored = [(written, before)]
    database.undo_batch(number, [], restocked=restored, removed=[], revision=2, by="bea", at=NOW)
    assert database.items([before.id]) == {before.id: before}


def test_a_batch_that_is_not_being_applied_is_not_applied(database: Database) -> None:
    number = staged(database)
    with pytest.raises(StoreError, match="changed in the meantime"):
        database.apply_batch(
            database.ledger.record(number),
            [shirt()],
            removed=[],
            revision=0,
            before=b"",
            pictures=[],
            touched=[],
        )
    assert (tuple(database.each_item()), database.revision()) == ((), 0)


def test_the_mark_of_an_unfinished_index_stays_until_it_is_taken_away(database: Database, url: str) -> None:
    assert not database.ledger.index_unfinished
    database.ledger.mark_index(unfinished=True)
    other = Database.open(url)
    assert other.ledger.index_unfinished
    other.close()
    database.ledger.mark_index(unfinished=False)
    assert not database.ledger.index_unfinished


def test_batches_of_two_programs_wait_for_one_another(database: Database, url: str) -> None:
    other = Database.open(url)
    with database.batch_lock():
        with pytest.raises(BusyStoreError, match="Another batch"), other.batch_lock(wait=0.2):
            pytest.fail("both have it")
        with pytest.raises(BusyStoreError), database.batch_lock(wait=0):
            pytest.fail("one program has it twice")
    with other.batch_lock(wait=0):
        pass
    other.close()


def test_what_is_retired_is_kept_and_passed_over(database: Database) -> None:
    small, large = shirt().variants
    part = shirt(variants=(replace(small, retired=True), large))
    gone = shirt(
        "MH02",
        retired=True,
        variants=(Variant("MH02-S", "S", retired=True),),
        pictures=(Picture("d" * 64, 0),),
    )
    database.write([part, gone], record())
    assert tuple(database.each_item()) == (shirt(variants=(large,)),)
    assert tuple(database.each_item(retired=True)) == (part, gone)
    assert database.items(["MH02"]) == {}
    assert database.items(["MH02"], retired=True) == {"MH02": gone}
    assert database.item("MH02") is None
    assert database.item_of_sku("MH02-S") is None
    assert database.item_of_sku(small.sku) is None
    assert database.item_of_barcode(str(small.barcode)) is None
    assert database.starting_with("MH02") == ()
    assert database.items_showing(["d" * 64]) == {}
    assert "d" * 64 not in database.picture_keys()
    assert "MH02" not in database.names()
    assert database.owners_of_skus(["mh02-s"]) == {"mh02-s": "MH02"}
    counts = database.counts()
    assert (counts.items, counts.variants, counts.pictures, counts.on_hand) == (1, 1, 2, 5)
    assert database.retired_items() == 1


def test_a_note_is_kept_replaced_and_forgotten(database: Database) -> None:
    notes = database.notes
    assert notes.get("role", "anna") is None
    notes.put("role", "anna", {"role": "admin"})
    notes.put("role", "anna", {"role": "worker", "said": "Ünder"})
    notes.put("language", "anna", "de")
    assert notes.get("role", "anna") == {"role": "worker", "said": "Ünder"}
    assert notes.all("role") == {"anna": {"role": "worker", "said": "Ünder"}}
    assert notes.forget("role", "anna")
    assert not notes.forget("role", "anna")
    assert notes.all("role") == {}
    assert notes.change("count", "x", lambda value: value + 1) is None
    notes.put("count", "x", 0)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: notes.change("count", "x", lambda value: value + 1), range(20)))
    assert notes.get("count", "x") == 20


def test_a_note_is_gone_when_its_life_is_over(database: Database) -> None:
    notes = database.notes
    notes.put("shown", "old", 1, life=timedelta(seconds=-1))
    notes.put("shown", "new", 2, life=timedelta(hours=8))
    assert notes.all("shown") == {"new": 2}
    assert notes.get("shown", "old") is None
    assert notes.put_first("shown", "old", 3)  # its place is free again
    notes.put("shown", "old", 1, life=timedelta(seconds=-1))
    assert notes.sweep() == 1


def test_of_many_who_put_a_note_first_one_alone_is_told_so(database: Database) -> None:
    results: list[bool] = []
    threads = [
        threading.Thread(target=lambda: results.append(database.notes.put_first("delivery", "1", None)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [False] * 7 + [True]

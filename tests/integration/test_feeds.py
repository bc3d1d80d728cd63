"""Runs of feeds: what applies itself, what waits for an admin, and what changes nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from catalogue.database import BatchRecord, Limits
from catalogue.errors import UnknownFeedError
from catalogue.feeds.service import Result
from catalogue.items import Picture
from catalogue.modes import Mode, State
from catalogue.movements import Worker
from tests.kit.feeds import QUARTER, FedShop, counts, shop_rows, stock_file
from tests.kit.stores import build_catalogue, toy_embed

SKUS = 40


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[FedShop]:
    """Forty SKUs of five pieces each, and a feed that has read them once."""
    with closing(build_catalogue(tmp_path)) as catalogue:
        catalogue.import_batch(shop_rows(SKUS), toy_embed, name="shop.csv")
        fed = FedShop(catalogue, tmp_path / "wms")
        fed.add()
        fed.put(stock_file(counts(SKUS)), age=600)
        assert fed.run().result is Result.CONFIRMED
        yield fed


# What applies itself


def test_a_change_within_the_limits_applies_itself_as_a_batch_that_can_be_undone(shop: FedShop) -> None:
    made = shop.put(stock_file(counts(SKUS, S_1=7, S_2=0))).stat().st_mtime
    run = shop.run()
    assert run.result is Result.APPLIED
    assert (shop.on_hand("S-1"), shop.on_hand("S-2")) == (7, 0)
    record = shop.catalogue.ledger.record(run.batch or 0)
    assert (record.state, record.feed, record.applied_by) == (State.APPLIED, "WMS", "feed WMS")
    level = shop.catalogue.stock.find("S-1").variants[0].stock[0]
    assert level.origin is not None
    assert (level.origin.feed, level.origin.late) == ("WMS", False)
    assert level.as_of.timestamp() == pytest.approx(made, abs=0.01)
    shop.catalogue.undo(run.batch, toy_embed, by="Ada")
    assert (shop.on_hand("S-1"), shop.on_hand("S-2")) == (5, 5)


def test_the_same_figures_again_are_no_batch_but_count_as_newer(shop: FedShop) -> None:
    before = len(shop.catalogue.history())
    made = shop.put(stock_file(counts(SKUS)), age=30).stat().st_mtime
    assert shop.run().result is Result.CONFIRMED
    assert len(shop.catalogue.history()) == before
    level = shop.catalogue.stock.find("S-3").variants[0].stock[0]
    assert level.as_of.timestamp() == pytest.approx(made, abs=0.01)


def test_a_file_that_stays_the_same_grows_old_and_then_it_says_so(shop: FedShop) -> None:
    """Its ERP may have stopped exporting: that the file was read again makes no figure newer."""
    shop.put(stock_file(counts(SKUS, S_1=6)), age=3 * QUARTER.total_seconds() - 600)
    shop.put(stock_file(counts(SKUS, S_1=6)), age=590)
    assert shop.run().result is Result.APPLIED
    assert shop.run().result is Result.CONFIRMED
    old = shop.feed()
    assert not old.is_late(datetime.now(UTC))
    assert old.is_late(datetime.now(UTC) + 2 * QUARTER)


def test_an_upsert_feed_adds_items(tmp_path: Path) -> None:
    with closing(build_catalogue(tmp_path)) as catalogue:
        catalogue.import_batch(shop_rows(SKUS), toy_embed, name="shop.csv")
        fed = FedShop(catalogue, tmp_path / "erp")
        fed.add(mode=Mode.UPSERT, columns={"Artikel": "item", "Name": "title", "Nr": "sku"})
        fed.put("Artikel,Name,Nr\nCAP,Cap,CAP-1\n")
        assert fed.run().result is Result.APPLIED
        assert catalogue.stock.find("CAP-1").title == "Cap"


def test_what_a_person_counts_is_not_the_feeds_any_more(shop: FedShop) -> None:
    shop.catalogue.movements.count("S-4", "Hall A", 9, by=Worker("ada", "Ada"))
    assert shop.catalogue.stock.find("S-4").variants[0].stock[0].origin is None
    assert shop.catalogue.stock.find("S-5").variants[0].stock[0].origin is not None


def test_batches_of_feeds_leave_peoples_undo_alone(shop: FedShop) -> None:
    first = shop.catalogue.undoable()[-1]
    for number in range(12):
        shop.put(stock_file(counts(SKUS, S_1=10 + number)), age=500 - 30 * number)
        assert shop.run().result is Result.APPLIED
    kept = shop.catalogue.undoable()
    assert first in kept
    assert len(kept) == 11


def test_a_change_of_stock_leaves_pictures_and_index_alone(shop: FedShop) -> None:
    """Half a minute of 50,000 SKUs was the audit of pictures that nobody had touched."""
    picture = Picture("a" * 64, 0)  # neither its file nor its vector exists: an audit would find that
    shop.catalogue.database.write(
        [replace(shop.catalogue.stock.find("S-1"), pictures=(picture,))],
        BatchRecord(datetime.now(UTC), "shop.csv", 0, 1, 0),
    )
    shop.put(stock_file(counts(SKUS, S_1=7)))
    stages: list[str] = []
    run = shop.run(progress=lambda stage, done, total: stages.append(stage))
    assert run.result is Result.APPLIED
    assert set(stages) == {"write"}
    assert shop.catalogue.stock.find("S-1").pictures == (picture,)
    assert not shop.catalogue.ledger.index_unfinished
    undone = shop.catalogue.undo(run.batch, toy_embed, by="Ada")
    assert undone.audit.pictures == 0
    assert shop.on_hand("S-1") == 5


def test_stock_that_somebody_moves_while_a_feed_is_read_makes_it_compare_anew(shop: FedShop) -> None:
    moved: list[str] = []

    def move(stage: str, _done: int, _total: int) -> None:
        if stage == "write" and not moved:
            moved.append(stage)
            shop.catalogue.movements.receive("S-9", "Hall A", 3, by=Worker("ada", "Ada"))

    shop.put(stock_file([count for count in counts(SKUS, S_1=7) if count[0] != "S-9"]))
    assert shop.run(progress=move).result is Result.APPLIED
    assert moved
    assert (shop.on_hand("S-1"), shop.on_hand("S-9")) == (7, 8)


# What waits


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (counts(SKUS, on_hand=0), "feed-emptied"),
        (counts(20, on_hand=6) + counts(SKUS)[20:], "feed-changed"),
        ([*counts(10), ("S-0", 8)][1:], "feed-fewer"),
    ],
)
def test_what_is_beyond_the_limits_waits_and_says_why(
    shop: FedShop, content: list[tuple[str, int]], code: str
) -> None:
    shop.put(stock_file(content))
    run = shop.run()
    assert run.result is Result.WAITING
    assert {shop.on_hand(f"S-{number}") for number in range(SKUS)} == {5}
    staged = shop.catalogue.staged(run.batch or 0)
    assert staged.can_apply
    assert staged.record.fault is not None
    assert staged.record.fault.code == code
    shop.catalogue.apply_staged(staged.id, toy_embed, by="Ada")
    assert shop.on_hand("S-0") == content[-1 if code == "feed-fewer" else 0][1]
    settled = shop.feed().state
    assert (settled.waiting, settled.batch) == (None, staged.id)
    assert shop.catalogue.ledger.record(staged.id).fault is None


def test_too_many_faulty_rows_wait(shop: FedShop) -> None:
    rows = [(sku, count) for sku, count in counts(SKUS, S_1=7)]
    broken = stock_file(rows).replace("S-30,Hall A,5", "S-30,Hall A,many")
    shop.put(broken)
    assert shop.run().result is Result.APPLIED  # a single one is left out
    for number in (31, 32, 33):
        broken = broken.replace(f"S-{number},Hall A,5", f"S-{number},Hall A,many")
    shop.put(broken.replace("S-1,Hall A,7", "S-1,Hall A,8"), age=20)
    run = shop.run()
    assert run.result is Result.WAITING
    fault = shop.catalogue.ledger.record(run.batch or 0).fault
    assert fault is not None
    assert fault.code == "feed-faulty"


def test_items_that_would_be_retired_wait(tmp_path: Path) -> None:
    with closing(build_catalogue(tmp_path)) as catalogue:
        catalogue.import_batch(shop_rows(SKUS, on_hand=0), toy_embed, name="shop.csv")
        fed = FedShop(catalogue, tmp_path / "erp")
        fed.add(mode=Mode.UPSERT)
        lines = [f"I-{n},Item {n},S-{n},retired" for n in range(4)]
        fed.put("\n".join(["item,title,sku,status", *lines]) + "\n")
        run = fed.run()
        assert run.result is Result.WAITING
        fault = catalogue.ledger.record(run.batch or 0).fault
        assert fault is not None
        assert fault.code == "feed-retired"


def test_a_newer_file_takes_the_place_of_one_that_waits(shop: FedShop) -> None:
    shop.put(stock_file(counts(SKUS, on_hand=0)), age=50)
    first = shop.run().batch
    assert shop.run() == replace(shop.run(), feed=shop.feed())  # the same file waits, and is read no more
    shop.put(stock_file(counts(SKUS, on_hand=0, S_1=2)), age=40)
    second = shop.run()
    assert (second.result, second.superseded) == (Result.WAITING, (first,))
    shop.put(stock_file(counts(SKUS, S_1=3)), age=30)
    third = shop.run()
    assert (third.result, third.superseded) == (Result.APPLIED, (second.batch,))
    assert shop.on_hand("S-1") == 3
    assert shop.catalogue.ledger.record(first or 0).state is State.DISCARDED


def test_what_an_admin_discards_is_not_proposed_again(shop: FedShop) -> None:
    shop.put(stock_file(counts(SKUS, on_hand=0)))
    batch = shop.run().batch or 0
    shop.catalogue.discard(batch, by="Ada")
    run = shop.run()
    assert run.result is Result.CONFIRMED
    assert shop.on_hand("S-1") == 5


def test_a_feed_can_be_applied_beyond_its_limits_by_whoever_says_so(shop: FedShop) -> None:
    shop.put(stock_file(counts(SKUS, on_hand=0)))
    waiting = shop.run().batch
    run = shop.run(anyway=True)
    assert (run.result, run.superseded) == (Result.APPLIED, (waiting,))
    assert shop.on_hand("S-1") == 0


def test_limits_are_each_feeds_own(tmp_path: Path) -> None:
    with closing(build_catalogue(tmp_path)) as catalogue:
        catalogue.import_batch(shop_rows(SKUS), toy_embed, name="shop.csv")
        fed = FedShop(catalogue, tmp_path / "wms")
        fed.add(limits=Limits(100, 100, 100, 100, 100))
        fed.put(stock_file(counts(SKUS, on_hand=0)))
        assert fed.run().result is Result.APPLIED


# What changes nothing


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "feed-empty"),
        ("\n\n", "feed-empty"),
        ("sku,location,on_hand\n", "feed-refused"),
        ("<!DOCTYPE html><html><body>Sign in</body></html>\n", "feed-page"),
        ("<HTML><body>502 Bad Gateway</body></HTML>\n", "feed-page"),
        ("name,colour\nTee,red\n", "feed-refused"),
        ("sku,location,on_hand\nX-1,Hall A,5\nX-2,Hall A,5\n", "feed-refused"),
        (stock_file(counts(SKUS, on_hand=6)).removesuffix("6\n"), "feed-cut-off"),
        (b"PK\x03\x04 damaged", None),
        (b"\x00\x01\x02" * 100, None),
    ],
)
def test_what_is_no_stock_file_fails_with_a_sentence_and_changes_nothing(
    shop: FedShop, content: str | bytes, code: str | None
) -> None:
    """An empty file, above all, is no news that everything is sold."""
    before = shop.catalogue.database.revision(), len(shop.catalogue.history())
    shop.put(content)
    run = shop.run()
    assert run.result is Result.FAILED
    fault = run.feed.state.fault
    assert fault is not None
    assert code in (None, fault.code)
    assert str(fault).endswith(".")
    assert "\n" not in str(fault)
    assert (shop.catalogue.database.revision(), len(shop.catalogue.history())) == before
    assert {shop.on_hand(f"S-{number}") for number in range(SKUS)} == {5}
    shop.put(stock_file(counts(SKUS, S_1=6)), age=20)
    well = shop.run()
    assert (well.result, well.feed.state.failures) == (Result.APPLIED, 0)


def test_failures_are_counted_in_a_row(shop: FedShop) -> None:
    shop.put("")
    assert [shop.run().feed.state.failures for _ in range(3)] == [1, 2, 3]


def test_a_file_that_is_older_than_the_one_before_is_not_applied(shop: FedShop) -> None:
    shop.put(stock_file(counts(SKUS, S_1=6)), name="2.csv", age=60)
    shop.put(stock_file(counts(SKUS, S_1=7)), name="1.csv", age=300)
    assert shop.run().result is Result.APPLIED
    (shop.folder / "2.csv").unlink()
    run = shop.run()
    assert run.result is Result.FAILED
    assert run.feed.state.fault is not None
    assert run.feed.state.fault.code == "feed-older"
    assert shop.on_hand("S-1") == 6


def test_a_file_that_is_being_written_is_left_for_later(shop: FedShop) -> None:
    shop.put(stock_file(counts(SKUS, S_1=6)), age=0)
    run = shop.run()
    assert (run.result, run.feed.state.failures) == (Result.BUSY, 0)
    assert shop.on_hand("S-1") == 5


def test_hidden_files_and_parts_are_no_files_of_a_feed(shop: FedShop) -> None:
    for name in (".stock.csv", "stock.csv.part", "~$stock.xlsx", "stock.tmp"):
        shop.put(stock_file(counts(SKUS, on_hand=9)), name=name, age=20)
    assert shop.run().result is Result.CONFIRMED


def test_a_folder_that_is_gone_is_a_failure(shop: FedShop) -> None:
    for file in shop.folder.iterdir():
        file.unlink()
    run = shop.run()
    assert run.feed.state.fault is not None
    assert run.feed.state.fault.code == "feed-no-file"


def test_an_undone_batch_is_not_vouched_for_by_a_file_that_stays(shop: FedShop) -> None:
    shop.put(stock_file(counts(SKUS, S_1=6)), age=60)
    run = shop.run()
    shop.catalogue.undo(run.batch, toy_embed, by="Ada")
    before = shop.catalogue.stock.find("S-1").variants[0].stock[0].as_of
    assert shop.run().result is Result.CONFIRMED
    assert shop.on_hand("S-1") == 5
    assert shop.catalogue.stock.find("S-1").variants[0].stock[0].as_of == before


def test_no_feed_of_a_name_is_said_so(shop: FedShop) -> None:
    with pytest.raises(UnknownFeedError):
        shop.service.run("TMS")


# When it is time


def test_a_feed_is_due_after_its_interval_and_not_before(shop: FedShop) -> None:
    assert shop.service.due() == ()
    shop.clock.now += QUARTER - timedelta(seconds=1)
    assert shop.service.due() == ()
    shop.clock.now += timedelta(seconds=1)
    assert [feed.name for feed in shop.service.due()] == ["WMS"]


def test_a_clock_that_was_set_back_keeps_no_feed_waiting(shop: FedShop) -> None:
    """A run that was noted while it was ahead by a year would else be the last one for a year."""
    shop.clock.now += timedelta(days=365)
    shop.run()
    shop.clock.now -= timedelta(days=365)
    assert [feed.name for feed in shop.service.due()] == ["WMS"]
    shop.put(stock_file(counts(SKUS, S_1=6)), age=20)
    assert shop.run(if_due=True).result is Result.APPLIED


def test_a_clock_that_leaps_ahead_runs_a_feed_once_and_applies_nothing_twice(shop: FedShop) -> None:
    batches = len(shop.catalogue.history())
    shop.clock.now += timedelta(days=365)
    assert shop.run(if_due=True).result is Result.CONFIRMED
    assert shop.service.due() == ()
    assert len(shop.catalogue.history()) == batches


def test_a_file_from_the_future_counts_as_of_now(shop: FedShop) -> None:
    """The clock of whoever wrote it is ahead; the next one is applied all the same."""
    shop.put(stock_file(counts(SKUS, S_1=6)), age=-3600)
    assert shop.run().result is Result.APPLIED
    level = shop.catalogue.stock.find("S-1").variants[0].stock[0]
    assert level.as_of <= datetime.now(UTC)
    shop.put(stock_file(counts(SKUS, S_1=7)), age=-3700)
    assert shop.run().result is Result.APPLIED


def test_of_two_programs_one_runs_a_feed(shop: FedShop) -> None:
    """The other finds it in work, or done, and does nothing."""
    shop.clock.now += QUARTER
    shop.put(stock_file(counts(SKUS, S_1=6)), age=20)
    inside, leave = threading.Event(), threading.Event()

    class Slow:
        def fetch(self, known: object, out: Path) -> object:
            inside.set()
            leave.wait(20)
            from catalogue.feeds.sources.files import Files

            return Files(str(shop.folder)).fetch(None, out)

    first: list[Result] = []
    slow = FedShop(shop.catalogue, shop.folder, shop.clock, lambda feed: Slow())  # type: ignore[arg-type, return-value]
    thread = threading.Thread(target=lambda: first.append(slow.run(if_due=True).result))
    thread.start()
    assert inside.wait(20)
    assert shop.run(if_due=True).result is Result.BUSY
    leave.set()
    thread.join(30)
    assert first == [Result.APPLIED]
    assert shop.run(if_due=True).result is Result.BUSY  # it is not due any more
    assert len([one for one in shop.catalogue.history() if one.feed == "WMS"]) == 1


def test_while_another_batch_is_applied_a_feed_waits_and_leaves_nothing_behind(shop: FedShop) -> None:
    shop.put(stock_file(counts(SKUS, S_1=6)), age=20)
    shop.catalogue.batches._wait = 0.1
    with shop.catalogue.database.batch_lock():
        assert shop.run().result is Result.BUSY
    assert shop.catalogue.ledger.waiting_of("WMS") == ()
    assert shop.run().result is Result.APPLIED

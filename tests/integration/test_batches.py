"""Batches from their staging to their undoing: what a sender is shown, what is done, what is taken back."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from catalogue.batches.applying.apply import Stores
from catalogue.batches.applying.staging import Staging
from catalogue.errors import (
    BusyStoreError,
    StaleBatchError,
    StoreError,
    UndoRefusedError,
    UnknownBatchError,
    UnknownItemError,
)
from catalogue.items import Item
from catalogue.messages import plain_text
from catalogue.modes import Mode, State
from catalogue.movements import Worker
from catalogue.pictures import picture_key
from catalogue.store import Catalogue
from tests.kit.stores import build_catalogue, picture, toy_embed

HEADER = "item,title,sku,size,barcode,location,on_hand,reserved,pictures"
TEE = ("Tee,Tee,T-S,S,401,Main,5,1,red.png;green.png", "Tee,Tee,T-M,M,402,Dresden,3,0,")
CAP = ("Cap,Cap,C-1,,403,Main,2,0,blue.png",)
PICTURES = {f"{colour}.png": picture(colour) for colour in ("red", "green", "blue", "black")}


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with closing(build_catalogue(tmp_path)) as opened:
        yield opened


def zipped(*lines: str, header: str = HEADER) -> tuple[str, bytes]:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("items.csv", "\n".join([header, *lines]))
        for name, data in PICTURES.items():
            archive.writestr(name, data)
    return "batch.zip", file.getvalue()


def table(*lines: str, header: str = HEADER) -> tuple[str, bytes]:
    return "batch.csv", "\n".join([header, *lines]).encode()


def done(catalogue: Catalogue, file: tuple[str, bytes], mode: Mode = Mode.UPSERT) -> int:
    """Stage and apply; the batch's number."""
    staged = catalogue.stage([file], mode=mode, by="ann", embed=toy_embed)
    assert staged.can_apply, staged.record.fault
    assert catalogue.apply_staged(staged.id, toy_embed, by="ann").audit.ok
    return staged.id


def items(catalogue: Catalogue) -> tuple[Item, ...]:
    return tuple(catalogue.database.each_item(retired=True))


def vectors(catalogue: Catalogue) -> set[str]:
    return set(catalogue.index.keys())


def never(_pictures: list[bytes]) -> NDArray[np.float32]:
    raise AssertionError("nothing is left to embed")


# Staging


def test_a_staged_batch_changes_nothing_and_applies_without_its_file(catalogue: Catalogue) -> None:
    staged = catalogue.stage([zipped(*TEE, *CAP)], by="ann", embed=toy_embed)
    assert (staged.record.state, staged.record.sent_by, staged.can_apply) == (State.STAGED, "ann", True)
    assert staged.plan is not None
    assert [item.id for item in staged.plan.new] == ["Tee", "Cap"]
    assert items(catalogue) == ()
    assert vectors(catalogue) == set()
    staged_again = catalogue.staged(staged.id)
    assert staged_again.plan is not None
    assert staged_again.plan.new == staged.plan.new
    applied = catalogue.apply_staged(staged.id, never, by="bea")
    assert (applied.new_items, applied.embedded_pictures, applied.audit.ok) == (2, 3, True)
    assert catalogue.item("t-s").id == "Tee"
    [record] = catalogue.history()
    assert (record.state, record.sent_by, record.applied_by, record.new_items) == (
        State.APPLIED,
        "ann",
        "bea",
        2,
    )


def test_the_diff_tells_what_is_new_changed_unchanged_and_not_named(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*TEE, *CAP))
    staged = catalogue.stage([table("Tee,Polo,T-S,S,401,Main,4,1,", "New,New,N-1,,,,,,")])
    assert staged.plan is not None
    assert [item.id for item in staged.plan.new] == ["New"]
    [changed] = staged.plan.changed
    assert [(str(c.what), c.before, c.after) for c in changed.changes] == [
        ("title", "Tee", "Polo"),
        ("on hand of T-S at Main", "5", "4"),
    ]
    assert staged.plan.missing == ("Cap",)


def test_refused_rows_are_told_with_their_reasons_and_cannot_be_applied(catalogue: Catalogue) -> None:
    staged = catalogue.stage([table("A,A,A-1,,,,-1,,", "B,B,B-1,,,,,,none.png", "=cmd,,C-1,,,,,,")])
    assert staged.record.state is State.FAILED
    assert staged.record.refused_rows == 3
    assert {fault.row for fault in staged.faults} == {2, 3, 4}
    with pytest.raises(UnknownBatchError, match="only a staged batch"):
        catalogue.apply_staged(staged.id, toy_embed)
    assert catalogue.staged(staged.id).faults == staged.faults
    report = catalogue.report(staged.id).decode("utf-8-sig")
    assert 'refused,,,2,"the quantity on hand is -1, but can\'t be less than 0"' in report
    assert report.count("refused") >= 3


def test_a_file_that_is_no_table_is_refused_in_a_sentence(catalogue: Catalogue) -> None:
    staged = catalogue.stage([("photo.csv", picture("red"))])
    assert staged.record.state is State.FAILED
    assert staged.record.fault
    assert str(staged.record.fault).endswith(".")
    assert staged.faults == ()
    assert str(staged.record.fault) in catalogue.report(staged.id).decode("utf-8-sig")


def test_a_new_item_that_looks_like_another_is_told_with_both_pictures(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*TEE))
    PICTURES["twin.png"] = picture("red", mark=1)
    PICTURES["pair.png"] = picture("orange")
    PICTURES["pair2.png"] = picture("orange", mark=1)
    lines = ("Twin,Twin,TW,,,,,,twin.png", "P1,P1,P1,,,,,,pair.png", "P2,P2,P2,,,,,,pair2.png", *CAP)
    staged = catalogue.stage([zipped(*lines)], embed=toy_embed)
    by_item = {pair.item: pair for pair in staged.lookalikes}
    twin = by_item.pop("Twin")
    assert (twin.other, twin.within_batch) == ("Tee", False)
    assert (twin.picture, twin.other_picture) == (
        picture_key(PICTURES["twin.png"]),
        picture_key(PICTURES["red.png"]),
    )
    assert 0.95 <= twin.similarity <= 1
    [pair] = by_item.values()
    assert {pair.item, pair.other} == {"P1", "P2"}
    assert pair.within_batch
    assert "looks like Tee" in catalogue.report(staged.id).decode("utf-8-sig")


def test_duplicates_are_told_over_the_whole_catalogue(catalogue: Catalogue) -> None:
    PICTURES["twin.png"] = picture("red", mark=1)
    done(catalogue, zipped(*TEE, *CAP, "Twin,Twin,TW,,,,,,twin.png", "Same,Same,SA,,,,,,blue.png"))
    pairs = catalogue.duplicates()
    assert [{pair.item, pair.other} for pair in pairs] == [{"Cap", "Same"}, {"Tee", "Twin"}]
    assert pairs[0].similarity == pytest.approx(1, abs=1e-5)
    assert catalogue.duplicates(limit=1) == pairs[:1]
    assert catalogue.duplicates(at_least=1.1) == ()


def test_a_batch_whose_stock_was_worked_on_since_is_not_undone_until_that_is_taken_back(
    catalogue: Catalogue,
) -> None:
    batch = done(catalogue, zipped(*TEE))
    moved = catalogue.database.movements.move("T-S", "Main", "Dresden", 2, by=Worker("ann", "Ann"))
    with pytest.raises(UndoRefusedError, match=r"Stock has been moved, counted or reserved since \(Tee\)"):
        catalogue.undo(batch, toy_embed)
    catalogue.database.movements.undo(moved.id, by=Worker("ann", "Ann"))
    catalogue.undo(batch, toy_embed)
    assert items(catalogue) == ()


def test_a_batch_that_waits_is_compared_again_after_stock_work(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*TEE))
    header = "item,title,sku,location,on_hand"
    waiting = catalogue.stage([table("Tee,Tee,T-S,Main,9", header=header)])
    catalogue.database.movements.count("T-S", "Main", 7, by=Worker("ann", "Ann"))
    with pytest.raises(StaleBatchError):
        catalogue.apply_staged(waiting.id, toy_embed)


def test_a_report_of_a_batch_is_not_taken_for_a_look_at_it(catalogue: Catalogue) -> None:
    """Who downloads the list of a batch has not seen the card that tells what it would change by now."""
    first = catalogue.stage([table("Tee,Tee,T-S,,,,,,")])
    second = catalogue.stage([table("Tee,Polo,T-S,,,,,,")])
    catalogue.apply_staged(first.id, toy_embed)
    catalogue.report(second.id)
    with pytest.raises(StaleBatchError):
        catalogue.apply_staged(second.id, toy_embed)


@pytest.mark.parametrize(
    ("existing", "sent"),
    [
        ("T-S 1", "T-S1"),
        ("T-S1", "T-S 1"),
        ("t-s 1", "T -S1"),
        ("00123", "123"),
        ("123", "0123"),
        ("T\u20131", "T-1"),
        ("T-1", "t\u20111"),
    ],
)
def test_a_sku_that_differs_in_zeros_blanks_or_dashes_only_from_a_known_one_is_refused(
    catalogue: Catalogue, existing: str, sent: str
) -> None:
    done(catalogue, table(f"Tee,Tee,{existing},,,,,,"))
    for mode in (Mode.UPSERT, Mode.STOCK):
        staged = catalogue.stage([table(f"Cap,Cap,{sent},,,,3,,")], mode=mode)
        assert staged.record.state is State.FAILED
        message = f"the SKU {sent} differs only in zeros, spaces or dashes from {existing} of the item Tee"
        assert any(message in str(fault.reason) for fault in staged.faults)
        assert {fault.row for fault in staged.faults} == {2}
    assert not catalogue.stage([table(f"Tee,Tee,{existing},,,,,,")]).faults


def test_a_batch_that_nobody_applies_goes_after_two_weeks_and_its_pictures_with_it(
    catalogue: Catalogue,
) -> None:
    staged = catalogue.stage([zipped(*TEE)], embed=toy_embed)
    staging = Staging(Stores(catalogue.database, catalogue.index, catalogue.pictures))
    staging.tidy(now=datetime.now(UTC) + timedelta(days=13))
    assert catalogue.staged(staged.id).can_apply
    staging.tidy(now=datetime.now(UTC) + timedelta(days=15))
    record = catalogue.staged(staged.id).record
    assert (record.state, str(record.fault)) == (
        State.DISCARDED,
        "Nobody applied it for two weeks; send it again.",
    )
    assert not any(catalogue.pictures.exists(picture_key(data)) for data in PICTURES.values())


def test_a_batch_that_would_change_other_things_by_now_is_shown_again_first(catalogue: Catalogue) -> None:
    first = catalogue.stage([table("Tee,Tee,T-S,,,,,,")])
    second = catalogue.stage([table("Tee,Polo,T-S,,,,,,")])
    unrelated = catalogue.stage([table("Cap,Cap,C-1,,,,,,")])
    catalogue.apply_staged(first.id, toy_embed)
    with pytest.raises(StaleBatchError, match="look at what it would change now"):
        catalogue.apply_staged(second.id, toy_embed)
    assert catalogue.item("T-S").title == "Tee"
    now = catalogue.staged(second.id)
    assert now.plan is not None
    assert len(now.plan.changed) == 1
    catalogue.apply_staged(second.id, toy_embed)
    assert catalogue.item("T-S").title == "Polo"
    catalogue.apply_staged(unrelated.id, toy_embed)  # nothing of this one has changed


def test_a_discarded_batch_leaves_no_picture_behind(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*CAP))
    staged = catalogue.stage([zipped(*TEE, *CAP)], embed=toy_embed)
    red, blue = picture_key(PICTURES["red.png"]), picture_key(PICTURES["blue.png"])
    assert catalogue.pictures.exists(red)
    assert catalogue.discard(staged.id, by="ann").state is State.DISCARDED
    assert not catalogue.pictures.exists(red)
    assert catalogue.pictures.exists(blue)
    with pytest.raises(UnknownBatchError):
        catalogue.discard(staged.id)
    with pytest.raises(UnknownBatchError):
        catalogue.apply_staged(staged.id, toy_embed)


# Modes


@pytest.mark.parametrize("mode", Mode)
def test_the_same_file_twice_changes_nothing_and_says_so(catalogue: Catalogue, mode: Mode) -> None:
    done(catalogue, zipped(*TEE, *CAP))
    file = table("Tee,Tee,T-S,,,Main,9,1,")
    done(catalogue, file, mode)
    before = items(catalogue)
    second = catalogue.stage([file], mode=mode)
    assert second.plan is not None
    assert not second.plan.news
    catalogue.apply_staged(second.id, toy_embed)
    assert [item.id for item in items(catalogue)] == [item.id for item in before]
    assert [item.on_hand for item in items(catalogue)] == [item.on_hand for item in before]


def test_replace_retires_what_is_missing_and_brings_it_back_when_it_reappears(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*TEE, *CAP))
    staged = catalogue.stage([zipped(TEE[0])], mode=Mode.REPLACE)
    assert staged.plan is not None
    assert [change.after.id for change in staged.plan.retired] == ["Cap"]
    assert catalogue.apply_staged(staged.id, toy_embed).retired_items == 1
    with pytest.raises(UnknownItemError):
        catalogue.item("C-1")
    assert [variant.sku for variant in catalogue.item("Tee").variants] == ["T-S"]
    assert "Cap" not in [
        m.item.id for m in catalogue.search.find(toy_embed([PICTURES["blue.png"]])[0]).matches
    ]
    assert catalogue.counts().items == 1
    assert catalogue.status().retired_items == 1
    cap = {item.id: item for item in items(catalogue)}["Cap"]
    assert (cap.retired, cap.on_hand) == (True, 2)
    done(catalogue, table("Cap,Cap,C-1,,,,,,"))
    assert catalogue.item("C-1").on_hand == 2
    assert catalogue.search.find(toy_embed([PICTURES["blue.png"]])[0]).matches[0].item.id == "Cap"


def test_replace_may_give_the_skus_of_what_it_retires_to_new_items(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*TEE, *CAP))
    number = done(catalogue, table("Hat,Hat,C-1,,403,Main,7,0,", TEE[1]), Mode.REPLACE)
    assert catalogue.item("C-1").id == "Hat"
    assert catalogue.stock.find("403").id == "Hat"
    catalogue.undo(number, toy_embed)
    assert catalogue.item("C-1").id == "Cap"


def test_stock_changes_only_the_stock_of_known_skus(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*TEE, *CAP))
    done(catalogue, table("T-S,8,Main", "C-1,4,Shop", header="sku,on_hand,location"), Mode.STOCK)
    tee, cap = catalogue.item("Tee"), catalogue.item("Cap")
    assert [level.on_hand for level in tee.variants[0].stock] == [8]
    assert [(level.location, level.on_hand) for level in cap.variants[0].stock] == [("Main", 2), ("Shop", 4)]
    assert (tee.title, len(tee.pictures)) == ("Tee", 2)
    refused = catalogue.stage([table("N-1,8", header="sku,on_hand")], mode=Mode.STOCK)
    assert [str(fault.reason) for fault in refused.faults] == [
        "the SKU N-1 isn't in the catalogue; only stock is changed"
    ]


def test_in_a_count_an_unknown_sku_and_stock_below_zero_do_not_keep_the_rest_out(
    catalogue: Catalogue,
) -> None:
    done(catalogue, zipped(*TEE, *CAP))
    counted = [table("T-S,8,Main", "N-1,4,Main", "C-1,-2,Main", header="sku,on_hand,location")]
    staged = catalogue.stage(counted, mode=Mode.STOCK)
    assert staged.plan is not None
    assert sorted(str(note.text) for note in staged.plan.notes) == [
        "stock below zero was taken as 0: C-1 -2",
        "the SKU N-1 isn't in the catalogue; only stock is changed",
    ]
    catalogue.apply_staged(staged.id, toy_embed)
    assert [level.on_hand for level in catalogue.item("Tee").variants[0].stock] == [8]
    assert [level.on_hand for level in catalogue.item("Cap").variants[0].stock] == [0]


def test_delete_takes_items_and_skus_away_and_undo_brings_them_back(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*TEE, *CAP))
    before = items(catalogue)
    number = done(catalogue, table("Cap,", ",T-M", header="item,sku"), Mode.DELETE)
    assert [item.id for item in items(catalogue)] == ["Tee"]
    assert [variant.sku for variant in catalogue.item("Tee").variants] == ["T-S"]
    assert picture_key(PICTURES["blue.png"]) not in vectors(catalogue)
    catalogue.undo(number, toy_embed)
    assert items(catalogue) == before
    assert catalogue.search.find(toy_embed([PICTURES["blue.png"]])[0]).matches[0].item.id == "Cap"


def test_deleting_what_is_not_there_is_noted(catalogue: Catalogue) -> None:
    staged = catalogue.stage([table("Nix,", ",N-1", header="item,sku")], mode=Mode.DELETE)
    assert staged.plan is not None
    assert not staged.plan.news
    assert [str(note.text) for note in staged.plan.notes] == [
        "the item Nix isn't in the catalogue",
        "the SKU N-1 isn't in the catalogue",
    ]


# Undo


def test_an_undo_restores_every_field_and_picture(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*TEE))
    before, vectors_before = items(catalogue), vectors(catalogue)
    number = done(catalogue, zipped("Tee,Polo,T-S,XS,499,Shop,9,2,black.png", *CAP))
    undone = catalogue.undo(None, toy_embed, by="bea")
    assert (undone.batch_id, undone.restored_items, undone.removed_items) == (number, 1, 1)
    assert undone.audit.ok
    assert items(catalogue) == before
    assert vectors(catalogue) == vectors_before
    record = catalogue.history()[0]
    assert (record.state, record.undone_by, record.undone_at is not None) == (State.UNDONE, "bea", True)
    assert not catalogue.pictures.exists(picture_key(PICTURES["black.png"]))
    with pytest.raises(UndoRefusedError, match="is undone"):
        catalogue.undo(number, toy_embed)


def test_a_batch_that_a_later_one_builds_upon_is_undone_after_that_one(catalogue: Catalogue) -> None:
    first = done(catalogue, zipped(*TEE, *CAP))
    second = done(catalogue, table("Tee,Polo,T-S,,,,,,"))
    third = done(catalogue, table("Bag,Bag,B-1,,,,,,"))
    with pytest.raises(
        UndoRefusedError, match=rf"The later batch {second} .*\(Tee\); undo the batch {second} first"
    ):
        catalogue.undo(first, toy_embed)
    catalogue.undo(second, toy_embed)
    catalogue.undo(first, toy_embed)
    assert [item.id for item in items(catalogue)] == ["Bag"]
    assert catalogue.undoable() == (third,)


def test_a_sku_that_has_gone_to_another_item_keeps_a_batch_from_being_undone(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*TEE, *CAP))
    deleting = done(catalogue, table(",C-1", header="item,sku"), Mode.DELETE)
    later = done(catalogue, table("Hat,Hat,C-1,,,,,,"))
    with pytest.raises(UndoRefusedError, match=f"undo the batch {later} first"):
        catalogue.undo(deleting, toy_embed)


def test_the_last_ten_batches_can_be_undone_and_older_pictures_are_let_go_of(catalogue: Catalogue) -> None:
    numbers = [done(catalogue, zipped(*CAP)), done(catalogue, zipped("Cap,Cap,C-1,,,,,,black.png"))]
    blue = picture_key(PICTURES["blue.png"])
    for count in range(10):
        assert catalogue.pictures.exists(blue)
        numbers.append(done(catalogue, table(f"I{count},I,S{count},,,,,,")))
    assert catalogue.undoable() == tuple(reversed(numbers[2:]))
    assert not catalogue.pictures.exists(blue)
    with pytest.raises(UndoRefusedError, match="only the last 10"):
        catalogue.undo(numbers[1], toy_embed)


def test_there_may_be_nothing_to_undo(catalogue: Catalogue) -> None:
    with pytest.raises(UndoRefusedError, match="no batch that can be undone"):
        catalogue.undo(None, toy_embed)
    with pytest.raises(UnknownBatchError, match="There's no batch 7"):
        catalogue.undo(7, toy_embed)


# What breaks on the way


def test_a_batch_that_could_not_be_applied_stays_staged(catalogue: Catalogue) -> None:
    staged = catalogue.stage([zipped(*TEE)])

    def fail(_pictures: list[bytes]) -> NDArray[np.float32]:
        raise StoreError(plain_text("The index does not answer."))

    with pytest.raises(StoreError):
        catalogue.apply_staged(staged.id, fail)
    assert catalogue.staged(staged.id).can_apply
    assert vectors(catalogue) == set()
    assert not catalogue.status().index_unfinished
    assert catalogue.apply_staged(staged.id, toy_embed).new_items == 1


def test_two_batches_at_once_do_not_interleave(catalogue: Catalogue) -> None:
    staged = catalogue.stage([table("Tee,Tee,T-S,,,,,,")])
    with catalogue.database.batch_lock(), pytest.raises(BusyStoreError, match="Another batch"):
        catalogue.database.batch_lock(wait=0.1).__enter__()
    assert catalogue.apply_staged(staged.id, toy_embed).new_items == 1


def test_recovery_resumes_a_batch_that_was_cut_off(catalogue: Catalogue) -> None:
    staged = catalogue.stage([zipped(*TEE)], by="ann", embed=toy_embed)
    ledger = catalogue.database.ledger
    ledger.move(staged.id, [State.STAGED], State.APPLYING, applied_by="ann")
    ledger.mark_index(unfinished=True)
    recovered = catalogue.recover(toy_embed)
    assert [applied.batch_id for applied in recovered.resumed] == [staged.id]
    assert catalogue.item("Tee").on_hand == 8
    assert not catalogue.status().index_unfinished
    assert catalogue.history()[0].applied_by == "ann"
    assert catalogue.recover(never) == type(recovered)()


def test_a_batch_that_is_resumed_is_never_staged_meanwhile(catalogue: Catalogue, tmp_path: Path) -> None:
    """Its Apply, delivered again after a stop, would be taken for a first press."""
    staged = catalogue.stage([zipped(*TEE)], by="ann", embed=toy_embed)
    catalogue.database.ledger.move(staged.id, [State.STAGED], State.APPLYING, applied_by="ann")
    with closing(sqlite3.connect(tmp_path / "h.sqlite3")) as watch:
        watch.execute("CREATE TABLE seen (state TEXT)")
        watch.execute(
            "CREATE TRIGGER see AFTER UPDATE OF state ON batches"
            " BEGIN INSERT INTO seen VALUES (new.state); END"
        )
        watch.commit()
        assert len(catalogue.recover(toy_embed).resumed) == 1
        states = [state for (state,) in watch.execute("SELECT state FROM seen")]
    assert states[-1] == State.APPLIED
    assert State.STAGED not in states


def test_recovery_leaves_alone_what_another_program_is_doing(catalogue: Catalogue) -> None:
    staged = catalogue.stage([table("Tee,Tee,T-S,,,,,,")])
    catalogue.database.ledger.move(staged.id, [State.STAGED], State.APPLYING)
    with catalogue.database.batch_lock():
        assert catalogue.recover(never).resumed == ()
    assert catalogue.staged(staged.id).record.state is State.APPLYING


# Status and export


def test_the_status_tells_what_waits_and_what_was_last(catalogue: Catalogue) -> None:
    number = done(catalogue, zipped(*TEE))
    staged = catalogue.stage([table("Cap,Cap,C-1,,,,,,")])
    status = catalogue.status()
    assert (status.counts.items, status.vectors, status.retired_items) == (1, 2, 0)
    assert [record.id for record in status.waiting] == [staged.id]
    assert status.last is not None
    assert status.last.id == number


ODD = (
    '"=cmd|\' /C calc\'!A0","@Größe – ""schön"", +5 %",=S-1,-XL,+49123,"Halle 1",7,2,red.png;green.png',
    "Mütze,Mütze ☃,M-1,,,Main,1,0,blue.png",
)


@pytest.mark.parametrize("kind", ["csv", "zip"])
def test_an_export_imports_again_to_the_same_catalogue(
    catalogue: Catalogue, tmp_path: Path, kind: str
) -> None:
    done(catalogue, zipped(*TEE, *CAP, *ODD))
    done(catalogue, zipped(*TEE, *ODD), Mode.REPLACE)
    before = items(catalogue)
    assert [item.retired for item in before].count(True) == 1
    file = io.BytesIO()
    exported = catalogue.export_csv(file) if kind == "csv" else catalogue.export_zip(file)
    assert (exported.items, exported.pictures, exported.lost) == (4, 3, ())
    name = f"export.{kind}"
    same = catalogue.stage([(name, file.getvalue())], mode=Mode.REPLACE)
    assert same.plan is not None, same.faults
    assert not same.plan.news
    target = build_catalogue(
        tmp_path, name="other.sqlite3", pictures="pictures" if kind == "csv" else "others"
    )
    try:
        done(target, (name, file.getvalue()))
        assert items(target) == before
        assert vectors(target) == vectors(catalogue)
    finally:
        target.close()


def test_no_cell_of_an_export_runs_as_a_formula(catalogue: Catalogue) -> None:
    done(catalogue, zipped(*ODD))
    file = io.BytesIO()
    catalogue.export_csv(file)
    text = file.getvalue().decode("utf-8-sig")
    assert "'=cmd" in text
    assert "'@Größe" in text
    assert ",=" not in text
    assert "\n=" not in text

"""Rows that are left out of a batch: which ones, how the rest is applied, and the file of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from catalogue.batches.checking.check import Batch
from catalogue.batches.read import BatchFile, read_batch
from catalogue.batches.reading.tables import MAX_FAULTS
from catalogue.batches.refused_rows import refused_file
from catalogue.errors import BatchError
from catalogue.modes import Mode, State
from catalogue.pictures import PictureStore
from catalogue.search import Calibration
from catalogue.store import Catalogue
from tests.kit.stores import MemoryIndex, open_database, picture, toy_embed

HEADER = "item,title,sku,size,barcode,location,on_hand,reserved,class,price"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    pictures = PictureStore(str(tmp_path / "pictures"))
    with (
        open_database(tmp_path) as database,
        Catalogue(database, MemoryIndex(), pictures, calibration=Calibration()) as catalogue,
    ):
        yield catalogue


def table(*lines: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *lines]).encode()


def skus(batch: Batch) -> set[str]:
    return {variant.sku for item in batch.items for variant in item.variants}


def sheet_of(content: bytes) -> list[list[str | None]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    return [
        [None if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)
    ]


def test_an_item_with_one_bad_variant_is_left_out_whole() -> None:
    """Half the sizes of an item would be silently wrong."""
    batch = read_batch(
        table("A,Shirt,A-1,M,,,1,0,,", "A,,A-2,L,,,many,0,,", "B,Cap,B-1,,,,2,0,,"), skip_faulty=True
    )
    assert skus(batch) == {"B-1"}
    assert batch.left_out == (("", 2), ("", 3))
    assert [fault.row for fault in batch.faults] == [3]
    assert batch.row_count == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("A,Shirt,A-1,M,,Berlin,3,,,", "A,,A-1,M,,Berlin,5,,,"),  # counted twice
        ("A,Shirt,A-1,M,,,3,,,", "A,Blouse,A-2,L,,,5,,,"),  # two titles
        ("A,Shirt,A-1,M,,,3,,,", "a,Shirt,A-2,L,,,5,,,"),  # two spellings of an item
        ("A,Shirt,A-1,M,,,3,,,", "C,Blouse,A-1,L,,,5,,,"),  # a SKU of two items
        ("A,Shirt,A-1,M,4006381333931,,3,,,", "C,Blouse,C-1,L,4006381333931,,5,,,"),  # a barcode of two SKUs
    ],
)
def test_of_rows_that_contradict_each_other_neither_is_taken(lines: tuple[str, str]) -> None:
    batch = read_batch(table(*lines, "B,Cap,B-1,,,Berlin,2,0,,"), skip_faulty=True)
    assert skus(batch) == {"B-1"}
    assert batch.left_out == (("", 2), ("", 3))


def test_a_fault_takes_the_rows_of_other_files_along() -> None:
    products = b"item,title,sku,price\nA,Shirt,A-1,cheap\nB,Cap,B-1,9.90\n"
    counts = b"sku,location,on_hand\nA-1,Berlin,3\nB-1,Berlin,4\n"
    files = [BatchFile("products.csv", products), BatchFile("counts.csv", counts)]
    batch = read_batch(files, skip_faulty=True)
    assert skus(batch) == {"B-1"}
    assert set(batch.left_out) == {("products.csv", 2), ("counts.csv", 2)}


def test_of_a_table_with_too_many_faulty_rows_nothing_is_applied() -> None:
    """The faults beyond the limit are not known, so that their rows would be taken for good ones."""
    lines = [f"A{n},Shirt,A-{n},M,,,1,0,,,surplus" for n in range(MAX_FAULTS + 1)]
    with pytest.raises(BatchError):
        read_batch(table(*lines, "B,Cap,B-1,,,,2,0,,"), skip_faulty=True)


def test_a_picture_is_read_once_however_often_the_batch_is_checked() -> None:
    reads: list[bytes] = []

    def reader(data: bytes) -> bytes:
        reads.append(data)
        return data

    rows = b"item,title,sku,on_hand,pictures\nA,Shirt,A-1,many,\nB,Cap,B-1,1,cap.png\n"
    files = [BatchFile("rows.csv", rows), BatchFile("cap.png", picture("red"))]
    batch = read_batch(files, skip_faulty=True, picture_reader=reader)
    assert skus(batch) == {"B-1"}
    assert len(batch.items[0].pictures) == 1
    assert len(reads) == 1


def test_the_rest_is_applied_and_the_record_says_that_rows_were_left_out(catalogue: Catalogue) -> None:
    rows = table("A,Shirt,A-1,M,,,many,0,,", "B,Cap,B-1,,,,2,0,,")
    staged = catalogue.stage([("rows.csv", rows)], skip_faulty=True)
    assert staged.can_apply
    assert staged.record.refused_rows == 1
    assert catalogue.counts().items == 0
    catalogue.apply_staged(staged.id, toy_embed)
    assert catalogue.database.item_ids() == ("B",)
    after = catalogue.staged(staged.id)
    assert (after.record.state, after.record.refused_rows) == (State.APPLIED, 1)
    assert after.faults == staged.faults
    assert after.refused == staged.refused
    catalogue.undo(staged.id, toy_embed)
    assert catalogue.counts().items == 0


def test_items_that_contradict_the_catalogue_are_left_out_too(catalogue: Catalogue) -> None:
    """Such faults show only when the batch is compared with the catalogue."""
    first = catalogue.stage([("rows.csv", table("A,Shirt,A-1,M,,,1,0,,", "E,Shoe,7,,,,1,0,,"))])
    catalogue.apply_staged(first.id, toy_embed)
    rows = table("C,Coat,A-1,M,,,1,0,,", "C,,C-2,L,,,1,0,,", "B,Cap,B-1,,,,2,0,,", "D,Hat,007,,,,2,0,,")
    refused = catalogue.stage([("rows.csv", rows)])
    assert refused.plan is None
    staged = catalogue.stage([("rows.csv", rows)], skip_faulty=True)
    assert staged.plan is not None
    assert [item.id for item in staged.plan.new] == ["B"]
    assert staged.record.refused_rows == 3
    assert staged.refused is not None
    assert [row.row for row in staged.refused.rows] == [2, 3, 5]
    assert [bool(row.faults) for row in staged.refused.rows] == [True, False, True]


def test_a_replacement_never_leaves_rows_out_which_it_would_retire(catalogue: Catalogue) -> None:
    rows = table("A,Shirt,A-1,M,,,many,0,,", "B,Cap,B-1,,,,2,0,,")
    staged = catalogue.stage([("rows.csv", rows)], mode=Mode.REPLACE, skip_faulty=True)
    assert staged.record.state is State.FAILED


def test_refused_rows_come_as_a_workbook_of_text_in_their_own_columns(catalogue: Catalogue) -> None:
    header = "Artikel;Bezeichnung;SKU;EAN;Bestand;Notiz"
    rows = table(
        "A;Hemd;00123;0012345678905;viele;=1+1", "A;Hemd;00124;;1;", "B;Mütze;B-1;;2;", header=header
    )
    staged = catalogue.stage([("rows.csv", rows)], skip_faulty=True)
    assert staged.refused is not None
    suffix, content = refused_file(staged.refused)
    assert suffix == ".xlsx"
    head, first, second = sheet_of(content)
    assert head == [*header.split(";"), "Hangtag: what's wrong"]
    assert first[:6] == ["A", "Hemd", "00123", "0012345678905", "viele", "=1+1"]
    assert first[6] == "row 2: the quantity on hand is viele, which isn't a whole number"
    assert second[2:5] == ["00124", None, "1"]
    assert second[6] == "row 3: left out, because another row of the same item is faulty"


def test_refused_rows_corrected_and_sent_again_are_taken(catalogue: Catalogue) -> None:
    rows = table("A,Shirt,00123,M,0012345678905,,many,0,,", "A,,00124,L,,,1,0,,", "B,Cap,B-1,,,,2,0,,")
    staged = catalogue.stage([("rows.csv", rows)], skip_faulty=True)
    assert staged.refused is not None
    book = openpyxl.load_workbook(io.BytesIO(refused_file(staged.refused)[1]))
    sheet = book.active
    assert sheet is not None
    sheet["G2"] = 4
    corrected = io.BytesIO()
    book.save(corrected)
    again = catalogue.stage([("corrected.xlsx", corrected.getvalue())])
    assert again.plan is not None
    assert not again.plan.notes
    [item] = again.plan.new
    assert [(v.sku, v.size, v.barcode, v.stock[0].on_hand) for v in item.variants] == [
        ("00123", "M", "0012345678905", 4),
        ("00124", "L", None, 1),
    ]


def test_refused_rows_of_a_shop_come_in_our_columns_with_their_item(catalogue: Catalogue) -> None:
    """A row of a shop's export means something only among others: its item is none of its cells."""
    header = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Status"
    rows = table(
        "tee,Pine Tee,Size,S,T-S,3,19.00,active",
        "tee,,Size,M,T-M,many,19.00,active",
        "cap,Cap,Size,One,C-1,2,9.00,active",
        header=header,
    )
    staged = catalogue.stage([("products.csv", rows)], skip_faulty=True)
    assert staged.plan is not None
    assert [item.id for item in staged.plan.new] == ["cap"]
    assert staged.refused is not None
    head, *lines = sheet_of(refused_file(staged.refused)[1])
    named = [dict(zip(head, line, strict=True)) for line in lines]
    assert [(line["item"], line["title"], line["sku"], line["on_hand"]) for line in named] == [
        ("tee", "Pine Tee", "T-S", "3"),
        ("tee", None, "T-M", "many"),
    ]


def test_a_cell_too_long_for_a_workbook_makes_the_refused_rows_a_csv(catalogue: Catalogue) -> None:
    long = "x" * 40_000
    rows = table(f"A,Shirt,A-1,many,{long}", "B,Cap,B-1,2,", header="item,title,sku,on_hand,description")
    staged = catalogue.stage([("rows.csv", rows)], skip_faulty=True)
    assert staged.refused is not None
    suffix, content = refused_file(staged.refused)
    assert suffix == ".csv"
    assert long in content.decode("utf-8-sig")

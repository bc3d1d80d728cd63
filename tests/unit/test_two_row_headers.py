"""Headers of two rows, and columns without a name."""

from __future__ import annotations

import io

import openpyxl
import pytest

from catalogue.batches.checking.check import Batch
from catalogue.batches.read import read_batch
from catalogue.errors import BatchError


def stock(batch: Batch) -> dict[str, dict[str | None, int | None]]:
    return {
        variant.sku: {level.location: level.on_hand for level in variant.levels}
        for item in batch.items
        for variant in item.variants
    }


def notes(batch: Batch) -> str:
    return "\n".join(str(note.text) for note in batch.notes)


GROUPS = b"Artikel;;;Bestand;\nNummer;Bezeichnung;SKU;Berlin;Hamburg\nA;Hemd;A-1;3;4\nB;Cap;B-1;5;\n"


def test_groups_above_the_names_are_part_of_them() -> None:
    batch = read_batch(GROUPS)
    assert [item.id for item in batch.items] == ["A", "B"]
    assert stock(batch) == {"A-1": {"Berlin": 3, "Hamburg": 4}, "B-1": {"Berlin": 5}}
    assert "rows 1 and 2, read as: Artikel Nummer, Artikel Bezeichnung, SKU, Bestand Berlin" in notes(batch)


def test_a_workbook_with_merged_groups_is_read_the_same() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Artikel", None, "SKU", "Bestand", None],
        ["Nummer", "Bezeichnung", None, "Berlin", "Hamburg"],
    ):
        sheet.append(row)
    sheet.append(["A", "Hemd", "A-1", 3, 4])
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("C1:C2")
    sheet.merge_cells("D1:E1")
    file = io.BytesIO()
    book.save(file)
    assert stock(read_batch(file.getvalue())) == {"A-1": {"Berlin": 3, "Hamburg": 4}}


def test_a_group_changes_what_an_amount_means() -> None:
    """Pieces that were ordered are no stock."""
    table = b"Stammdaten;;;Ware bestellt;\nArtikel;Bezeichnung;SKU;Menge;Datum\nA;Hemd;A-1;30;morgen\n"
    with pytest.raises(BatchError, match="the column Menge is under Ware bestellt"):
        read_batch(table)


def test_a_caption_above_the_header_changes_nothing() -> None:
    table = b"Lagerliste;;;Stand: 1.12.2026;\nArtikel;Bezeichnung;SKU;Menge;Datum\nA;Hemd;A-1;30;morgen\n"
    batch = read_batch(table)
    assert stock(batch) == {"A-1": {None: 30}}
    assert "the rows above the header were ignored (row 1)" in notes(batch)


def test_a_header_of_one_row_with_words_below_stays_one() -> None:
    batch = read_batch(b"item;title;sku;size\nArtikel;Farbe;A-1;M\nB;Cap;B-1;\n")
    assert set(stock(batch)) == {"A-1", "B-1"}


def test_a_row_that_names_the_columns_again_is_no_item() -> None:
    """Templates have the names of a program above those for people."""
    batch = read_batch(b"item;title;sku;on_hand\nArtikel;Bezeichnung;SKU-Nummer;Bestand\nA;Hemd;A-1;3\n")
    assert set(stock(batch)) == {"A-1"}
    assert "names the columns again" in notes(batch)
    batch = read_batch(b"item;title;sku;size\nArtikel;Hemd;SKU;M\n")
    assert set(stock(batch)) == {"SKU"}


def test_a_column_with_cells_but_no_name_is_noted() -> None:
    batch = read_batch(b"item,title,sku,,on_hand,\nA,Shirt,A-1,red,3,\nB,Cap,B-1,,4,\n")
    assert "the columns D have cells but no name" in notes(batch)


def test_a_refusal_for_a_missing_column_names_those_without_a_name() -> None:
    with pytest.raises(BatchError) as caught:
        read_batch(b"item,title,,on_hand\nA,Shirt,A-1,3\n")
    assert any("the columns C have cells" in str(fault.reason) for fault in caught.value.faults)


def test_blank_columns_are_not_noted() -> None:
    assert read_batch(b"item,title,sku,,\nA,Shirt,A-1,,\n").notes == ()


@pytest.mark.parametrize("below", [b"Zeile;;;Berlin", b";;;Berlin"])
def test_a_second_header_row_that_cannot_be_read_is_never_taken_for_stock(below: bytes) -> None:
    with pytest.raises(BatchError):
        read_batch(b"Artikel;Bezeichnung;SKU;Bestand\n" + below + b"\nA;Hemd;A-1;3\n")

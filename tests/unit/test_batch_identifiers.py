"""Identifiers as spreadsheets and databases leave them: never stored as what nobody meant."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import pytest

from catalogue.batches.read import read_batch
from catalogue.errors import BatchError

HEADER = "item,title,sku,size,barcode,colour,brand,price,location,on_hand"
ROW = {"item": "A", "title": "Shirt", "sku": "A-1", "on_hand": "3"}


def with_cells(**cells: str) -> bytes:
    """A table of one row, with these cells in it."""
    row = ROW | cells
    return f"{HEADER}\n{','.join(row.get(name, '') for name in HEADER.split(','))}\n".encode()


@pytest.mark.parametrize("field", ["item", "sku", "barcode", "size"])
@pytest.mark.parametrize("text", ["4.00638E+12", "2.19E+03", "1E+05", "4.0e-05"])
def test_a_number_that_a_spreadsheet_shortened_is_a_fault(field: str, text: str) -> None:
    with pytest.raises(BatchError, match="a number that a spreadsheet shortened") as caught:
        read_batch(with_cells(**{field: text}))
    assert {fault.row for fault in caught.value.faults} == {2}


@pytest.mark.parametrize(
    "text", ["06. Aug", "8-Jun", "Aug-06", "6-août", "12. Mrz", "2026-08-06", "06.08.2026"]
)
@pytest.mark.parametrize("field", ["sku", "size"])
def test_a_date_is_no_identifier(field: str, text: str) -> None:
    with pytest.raises(BatchError, match=f"is {text}, a date that a spreadsheet may have made of it"):
        read_batch(with_cells(**{field: text}))


def test_a_date_of_a_workbook_is_no_size() -> None:
    """Excel takes 6-8 for the sixth of August."""
    book = openpyxl.Workbook()
    book.worksheets[0].append(["item", "title", "sku", "size"])
    book.worksheets[0].append(["A", "Shirt", "A-1", datetime(2026, 8, 6)])
    file = io.BytesIO()
    book.save(file)
    with pytest.raises(BatchError, match="the size is 2026-08-06, a date"):
        read_batch(file.getvalue())


@pytest.mark.parametrize(
    "text", ["219E2", "5E10", "12-14", "MAR-12", "34/32", "Set-12", "10/12/14", "0012", "E-05"]
)
def test_names_that_only_resemble_these_are_identifiers(text: str) -> None:
    [item] = read_batch(with_cells(sku=text)).items
    assert item.variants[0].sku == text


@pytest.mark.parametrize("word", ["NULL", "null", "n/a", "N/A", "-", "None", "NaN"])
def test_a_word_for_nothing_counts_as_blank_where_a_cell_may_be_blank(word: str) -> None:
    """And a note says so."""
    batch = read_batch(with_cells(size=word, barcode=word, colour=word, brand=word, price=word))
    [item] = batch.items
    assert (item.colour, item.brand, item.price) == (None, None, None)
    assert (item.variants[0].size, item.variants[0].barcode) == (None, None)
    assert sorted(str(note.text) for note in batch.notes) == [
        f"{word} counts as blank in {field}" for field in ("barcode", "brand", "colour", "price", "size")
    ]


@pytest.mark.parametrize("field", ["item", "title", "sku", "location"])
@pytest.mark.parametrize("word", ["NULL", "n/a", "-"])
def test_a_word_for_nothing_names_nothing(field: str, word: str) -> None:
    with pytest.raises(
        BatchError, match=f"the {field if field != 'sku' else 'SKU'} is {word}, which stands for"
    ):
        read_batch(with_cells(**{field: word}))


@pytest.mark.parametrize("word", ["#N/A", "#REF!"])
def test_a_failed_formula_is_a_fault(word: str) -> None:
    with pytest.raises(BatchError, match="a formula that failed"):
        read_batch(with_cells(barcode=word))

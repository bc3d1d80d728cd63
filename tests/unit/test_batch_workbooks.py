"""Workbooks as people keep them: merged and hidden cells, formats of zeros, bad styles, several sheets."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

import openpyxl
import pytest

from catalogue.batches.read import read_batch
from catalogue.batches.reading.workbook_formats import with_zeros
from catalogue.errors import BatchError
from tests.hostile.files import repacked, workbook, zip_of

HEADER = ("item", "title", "sku", "size", "location", "on_hand")
SIZES = (
    ("A", "Shirt", "A-S", "S", "Berlin", 3),
    (None, None, "A-M", "M", None, 4),
    (None, None, "A-L", "L", None, 5),
    ("B", "Cap", "B-1", None, "Bonn", 2),
)


def saved(
    *rows: Sequence[object],
    merged: Sequence[str] = (),
    hidden: Sequence[int] = (),
    formats: dict[str, str] | None = None,
) -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    for cells in merged:
        sheet.merge_cells(cells)
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def renamed(file: bytes, **names: str) -> bytes:
    """A workbook whose parts have other names; `xl_styles` stands for `xl/styles.xml`."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zip_of(
        {names.get(name.replace("/", "_").partition(".")[0], name): data for name, data in parts.items()}
    )


def test_merged_cells_count_for_all_their_rows() -> None:
    """Below the first row a merged cell is empty in the file, but not to who reads the sheet."""
    batch = read_batch(saved(HEADER, *SIZES, merged=["A2:A4", "B2:B4", "E2:E4"]))
    shirt, cap = batch.items
    assert [variant.levels[0].location for variant in shirt.variants] == ["Berlin"] * 3
    assert (cap.id, cap.variants[0].levels[0].location) == ("B", "Bonn")
    assert [(note.row, str(note.text)) for note in batch.notes] == [
        (2, "merged cells were filled downwards: item, title, location")
    ]


def test_a_merged_count_is_a_fault_and_never_multiplied() -> None:
    rows = [("A", "Shirt", f"A-{size}", size, "Berlin", 12) for size in "SML"]
    with pytest.raises(BatchError, match="the cells of on_hand are merged in rows 2 to 4"):
        read_batch(saved(HEADER, *rows, merged=["F2:F4"]))


@pytest.mark.parametrize("merged", ["A1:A2", "E1:F1"])
def test_a_header_of_two_rows_is_named(merged: str) -> None:
    with pytest.raises(BatchError, match="the header has merged cells or two rows"):
        read_batch(saved(HEADER, (None, None, None, None, "Berlin", "Bonn"), SIZES[0], merged=[merged]))


def test_hidden_rows_are_read_and_noted() -> None:
    batch = read_batch(saved(HEADER, SIZES[0], SIZES[3], hidden=[3]))
    assert [item.id for item in batch.items] == ["A", "B"]
    assert [(note.row, str(note.text)) for note in batch.notes] == [(3, "hidden rows were read as well: 3")]


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (123, "00000", "00123"),
        (123456, "00000", "123456"),
        (12345, "000-000", "012-345"),
        (7, '"A"00', "A07"),
    ],
)
def test_numbers_are_read_with_the_zeros_that_excel_shows(number: int, code: str, shown: str) -> None:
    assert with_zeros(number, code) == shown
    row = ("A", "Shirt", number, "S", "Berlin", 3)
    [item] = read_batch(saved(HEADER, row, formats={"C2": code})).items
    assert item.variants[0].sku == shown


def test_other_formats_change_no_number() -> None:
    row = ("A", "Shirt", 123, "S", "Berlin", 3)
    [item] = read_batch(saved(HEADER, row, formats={"C2": "0.00", "F2": '0 "pcs"'})).items
    assert (item.variants[0].sku, item.variants[0].levels[0].on_hand) == ("123", 3)


STYLES = [
    b"<styleSheet xmlns='x'><fills><fill/></fills></styleSheet>",
    b"<styleSheet xmlns='x'><fonts><font><color rgb='FFF'/></font></fonts></styleSheet>",
]


@pytest.mark.parametrize("styles", STYLES)
def test_a_bad_style_refuses_no_workbook(styles: bytes) -> None:
    """Excel opens it, and only its values matter."""
    [item] = read_batch(repacked(workbook(HEADER, SIZES[0]), {"xl/styles.xml": styles})).items
    assert item.variants[0].sku == "A-S"


def test_parts_without_values_are_never_opened() -> None:
    """However broken they are."""
    file = repacked(workbook(HEADER, SIZES[0]), {"docProps/core.xml": b"<broken"})
    assert [item.id for item in read_batch(file).items] == ["A"]


def test_parts_of_a_workbook_may_have_names_in_any_case() -> None:
    file = renamed(
        workbook(HEADER, SIZES[0]),
        xl_workbook="xl/Workbook.xml",
        xl_worksheets_sheet1="xl\\worksheets\\Sheet1.xml",
    )
    assert [item.id for item in read_batch(file).items] == ["A"]


CHANGES: list[Callable[[str], str]] = [
    lambda name: f"/{name}",
    str.upper,
    lambda name: name.replace("/", "\\"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_all_parts_may_have_a_slash_before_them_or_other_capitals(change: Callable[[str], str]) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(HEADER, SIZES[0]))) as archive:
        parts = {change(name): archive.read(name) for name in archive.namelist()}
    assert [item.id for item in read_batch(zip_of(parts)).items] == ["A"]


def test_a_strict_workbook_is_read() -> None:
    file = workbook(HEADER, SIZES[0])
    usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        strict = {
            name: archive.read(name)
            .replace(usual, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
            .replace(relations, b"http://purl.oclc.org/ooxml/officeDocument/relationships")
            for name in archive.namelist()
        }
    assert [item.id for item in read_batch(zip_of(strict)).items] == ["A"]


def sheets(*states: str) -> bytes:
    """A workbook with a table of the same columns on each sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, state in enumerate(states, start=1):
        sheet = book.create_sheet(f"S{number}")
        sheet.append(HEADER)
        sheet.append((f"I{number}", "Shirt", f"I{number}-S", "S", "Berlin", number))
        sheet.sheet_state = state
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_visible_sheet_comes_before_a_hidden_one() -> None:
    batch = read_batch(sheets("hidden", "visible"))
    assert [item.id for item in batch.items] == ["I2"]
    assert [str(note.text) for note in batch.notes] == ["the sheet S2 was read; ignored: S1"]


def test_several_sheets_with_the_same_columns_are_asked_about() -> None:
    with pytest.raises(BatchError, match="The sheets S1, S2 have the same columns"):
        read_batch(sheets("visible", "visible"))


def test_other_spreadsheet_programs_are_told_how_to_save() -> None:
    for file, sentence in (
        (zip_of({"Index/Document.iwa": b"x"}), "Numbers"),
        (b"<html><table><tr><td>sku</td></tr></table></html>", "a web page, even if it's called XLS"),
        (b"<table><tr><td>sku</td></tr></table>", "a web page, even if it's called XLS"),
    ):
        with pytest.raises(BatchError, match=sentence):
            read_batch(file)

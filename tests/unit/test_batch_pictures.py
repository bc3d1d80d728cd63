"""Pictures of a batch: found by what people call them, and never gone unsaid."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.drawing.image import Image

from catalogue.batches.checking.check import Batch
from catalogue.batches.read import BatchFile, read_batch
from catalogue.errors import BatchError
from tests.kit.stores import picture

RED, BLUE, GREEN = picture("red"), picture("blue"), picture("green")


def zip_of(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def table(*pictures: str) -> bytes:
    rows = (f'I{number},Thing,I{number}-1,"{name}"' for number, name in enumerate(pictures))
    return "\n".join(["item,title,sku,pictures", *rows]).encode()


def pictures_of(batch: Batch) -> list[list[bytes]]:
    return [[batch.picture(key) for key in item.pictures] for item in batch.items]


@pytest.mark.parametrize(
    "name", ["a.jpg", "A", "A.PNG", "C:\\Bilder\\Neu\\a.png", "\\\\server\\share\\A.JPG", "photos/a.jpeg"]
)
def test_a_picture_is_found_with_another_ending_case_or_disk(name: str) -> None:
    batch = read_batch(zip_of({"t.csv": table(name), "photos/a.png": RED}))
    assert pictures_of(batch) == [[RED]]


def test_a_folder_that_is_named_is_held_to() -> None:
    with pytest.raises(BatchError, match="didn't come"):
        read_batch(zip_of({"t.csv": table("red/front.jpg"), "blue/front.png": BLUE}))


def test_pictures_may_be_separated_by_commas_and_a_comma_may_be_in_a_name() -> None:
    files = {"t.csv": table("a.png, b.png", "a, b.png"), "a.png": RED, "b.png": BLUE, "a, b.png": GREEN}
    assert pictures_of(read_batch(zip_of(files))) == [[RED, BLUE], [GREEN]]


def test_pictures_called_like_a_sku_or_an_item_are_taken_and_the_longest_name_wins() -> None:
    rows = b"item,title,sku\nA,Shirt,A-1\nB,Cap,B-1\nB-2,Hat,H\n"
    files = {"A-1.png": RED, "A-1_2.JPG": BLUE, "b back.png": GREEN, "B-2.png": picture("gray"), "Z.png": RED}
    batch = read_batch(zip_of({"t.csv": rows, **files}))
    assert pictures_of(batch) == [[RED, BLUE], [GREEN], [picture("gray")]]
    [note] = batch.notes
    assert str(note.text) == "pictures that came but that no row names (1): Z.png"


def test_pictures_sent_beside_a_table_are_counted_if_no_row_names_them() -> None:
    batch = read_batch(
        [BatchFile("t.csv", table("a.png")), BatchFile("a.png", RED), BatchFile("b.png", BLUE)]
    )
    assert [str(note.text) for note in batch.notes] == ["pictures that came but that no row names (1): b.png"]


def test_a_missing_picture_names_the_nearest_that_came() -> None:
    with pytest.raises(BatchError) as caught:
        read_batch(zip_of({"t.csv": table("shirt_red.png"), "shirt-red.png": RED}))
    assert "did you mean shirt-red.png?" in str(caught.value)


def test_a_picture_named_by_the_key_of_another_catalogue_says_how_to_bring_it() -> None:
    with pytest.raises(BatchError, match="export a ZIP there"):
        read_batch(table("a" * 64))


def test_names_in_a_zip_without_a_flag_are_utf8_or_what_the_rows_call_them() -> None:
    archive = zip_of({"t.csv": table("żółta.png"), "12345.png": RED})
    polish = archive.replace(b"12345.png", "żółta.png".encode("cp852"))
    assert pictures_of(read_batch(polish)) == [[RED]]
    archive = zip_of({"t.csv": table("Mütze.png"), "123456.png": RED})
    macos = archive.replace(b"123456.png", "Mütze.png".encode())
    assert pictures_of(read_batch(macos)) == [[RED]]


def test_what_office_has_open_is_no_table() -> None:
    assert len(read_batch(zip_of({"t.csv": table(""), "~$t.csv": b"x"})).items) == 1
    assert len(read_batch([BatchFile("t.csv", table("")), BatchFile("~$t.xlsx", b"x")]).items) == 1


def test_pictures_inside_a_workbook_that_stand_at_no_row_are_counted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["item", "title", "sku", "pictures"], ["A", "Shirt", "A-1", '=DISPIMG("ID_1",1)']):
        sheet.append(row)
    sheet["D2"].data_type = "s"
    sheet.add_image(Image(io.BytesIO(RED)), "F9")
    book.save(tmp_path / "t.xlsx")
    batch = read_batch(tmp_path / "t.xlsx")
    assert [str(note.text) for note in batch.notes] == [
        "pictures inside the workbook weren't read (1); send them as files in a ZIP with the table"
    ]

"""Pictures inside a workbook: floating ones, and those in cells of Excel and WPS."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor, TwoCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D

from catalogue.batches.checking.check import Batch
from catalogue.batches.read import BatchFile, read_batch
from catalogue.pictures import picture_key
from tests.hostile.files import repacked, zip_of
from tests.kit.stores import picture

HEADER = ("item", "title", "sku", "size", "on_hand", "pictures")
ROWS = (("A", "Shirt", "A-S", "S", 3), ("A", None, "A-M", "M", 3), ("B", "Cap", "B-1", None, 2))
RED, BLUE = picture("red"), picture("blue")
POINT = 12_700


def book(*images: tuple[bytes, object], cells: dict[str, object] | None = None) -> bytes:
    whole = openpyxl.Workbook()
    sheet = whole.active
    assert sheet is not None
    for row in (HEADER, *ROWS):
        sheet.append(row)
    for number in range(2, 5):
        sheet.row_dimensions[number].height = 60
    for cell, value in (cells or {}).items():
        sheet[cell] = value
    for data, anchor in images:
        image = Image(io.BytesIO(data))
        image.anchor = anchor
        sheet.add_image(image)
    file = io.BytesIO()
    whole.save(file)
    return file.getvalue()


def over(first: int, last: int, *, above: int = 0, below: int = 40) -> TwoCellAnchor:
    """An anchor from one row to another, numbered from 1, with points of distance from their tops."""
    start = AnchorMarker(col=5, colOff=9000, row=first - 1, rowOff=above * POINT)
    return TwoCellAnchor(_from=start, to=AnchorMarker(col=6, row=last - 1, rowOff=below * POINT))


def pictures(batch: Batch) -> dict[str, list[str]]:
    names = {picture_key(batch.picture(key)): key for item in batch.items for key in item.pictures}
    known = {_stored(RED): "red", _stored(BLUE): "blue"}
    return {item.id: [known[names[key]] for key in item.pictures] for item in batch.items}


def _stored(data: bytes) -> str:
    """The key of a picture in a batch, which is that of its bare pixels."""
    [item] = read_batch(
        [BatchFile("a.csv", b"item,title,sku,pictures\nA,A,A,a.png\n"), BatchFile("a.png", data)]
    ).items
    return item.pictures[0]


def codes(batch: Batch) -> list[tuple[str, object]]:
    return [(note.text.code, note.text.values.get("count")) for note in batch.notes]


def test_floating_pictures_belong_to_the_item_of_their_rows() -> None:
    batch = read_batch(book((BLUE, over(4, 4)), (RED, over(2, 3))))
    assert pictures(batch) == {"A": ["red"], "B": ["blue"]}
    assert codes(batch) == []


def test_a_picture_that_reaches_a_little_into_the_next_row_is_not_of_it() -> None:
    assert pictures(read_batch(book((RED, over(3, 4, below=6))))) == {"A": ["red"], "B": []}
    assert pictures(read_batch(book((BLUE, over(3, 4, above=57))))) == {"A": [], "B": ["blue"]}


def test_a_picture_over_two_items_or_above_the_table_is_counted_and_not_guessed() -> None:
    batch = read_batch(book((RED, over(3, 4)), (BLUE, over(1, 1))))
    assert pictures(batch) == {"A": [], "B": []}
    assert codes(batch) == [("pictures-embedded", 2)]
    batch = read_batch(book((RED, over(2, 2)), (BLUE, over(1, 4))))
    assert pictures(batch) == {"A": ["red"], "B": []}
    assert codes(batch) == [("pictures-embedded-rest", 1)]


@pytest.mark.parametrize(("offset", "height", "owner"), [(5, 50, "A"), (5, 300, None), (0, 300, "A")])
def test_an_anchor_of_one_cell_counts_by_the_heights_of_the_rows_or_by_its_corner(
    offset: int, height: int, owner: str | None
) -> None:
    """Programs put a picture exactly into a cell's corner, and leave the rows as low as they are."""
    marker = AnchorMarker(col=5, colOff=offset * POINT, row=2, rowOff=offset * POINT)
    anchor = OneCellAnchor(_from=marker, ext=XDRPositiveSize2D(height * POINT, height * POINT))
    batch = read_batch(book((RED, anchor)))
    assert [item.id for item in batch.items if item.pictures] == ([owner] if owner else [])


def test_pictures_that_a_row_names_win_over_those_inside() -> None:
    file = BatchFile("table.xlsx", book((RED, over(2, 2)), cells={"F3": "blue.png"}))
    batch = read_batch([file, BatchFile("blue.png", BLUE)])
    assert pictures(batch) == {"A": ["blue"], "B": []}
    assert codes(batch) == [("pictures-embedded", 1)]


def test_pictures_are_read_from_a_workbook_in_a_zip_and_from_one_on_the_disk(tmp_path: Path) -> None:
    one = book((RED, over(2, 2)))
    batch = read_batch(zip_of({"one/table.xlsx": one}))
    assert pictures(batch) == {"A": ["red"], "B": []}
    batch.close()
    (tmp_path / "table.xlsx").write_bytes(one)
    batch = read_batch(tmp_path / "table.xlsx")
    assert pictures(batch) == {"A": ["red"], "B": []}
    batch.close()


RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATION}/image" Target="{{}}"/></Relationships>'
)


def test_a_picture_in_a_cell_of_wps_is_found_by_its_formula() -> None:
    images = (
        '<etc:cellImages xmlns:etc="e" xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><etc:cellImage><xdr:pic>'
        '<xdr:nvPicPr><xdr:cNvPr id="1" name="ID_7"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/>'
        "</xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>"
    )
    parts = {
        "xl/cellimages.xml": images.encode(),
        "xl/_rels/cellimages.xml.rels": RELATIONS.format("media/image9.png").encode(),
        "xl/media/image9.png": RED,
    }
    file = repacked(book(cells={"F4": '\'=DISPIMG("ID_7",1)', "F2": '\'=DISPIMG("ID_8",1)'}), parts)
    batch = read_batch(file)
    assert pictures(batch) == {"A": [], "B": ["red"]}


def in_cell(**replaced: bytes) -> bytes:
    file = book(cells={"F4": "#VALUE!"})
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b'<c r="F4"' in sheet
    rich = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"
    parts = {
        "xl/worksheets/sheet1.xml": sheet.replace(b'<c r="F4"', b'<c r="F4" vm="1"'),
        "xl/metadata.xml": (
            f'<metadata xmlns:x="{rich}"><metadataTypes><metadataType name="XLRICHVALUE"/></metadataTypes>'
            '<futureMetadata name="XLRICHVALUE"><bk><extLst><ext><x:rvb i="1"/></ext></extLst></bk>'
            '</futureMetadata><valueMetadata><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>'
        ).encode(),
        "xl/richData/rdrichvaluestructure.xml": (
            b'<rvStructures><s t="_error"><k n="errorType"/></s><s t="_localImage">'
            b'<k n="CalcOrigin"/><k n="_rvRel:LocalImageIdentifier"/></s></rvStructures>'
        ),
        "xl/richData/rdrichvalue.xml": (
            b'<rvData><rv s="0"><v>8</v></rv><rv s="1"><v>5</v><v>0</v></rv></rvData>'
        ),
        "xl/richData/richValueRel.xml": f'<rels xmlns:r="{RELATION}"><rel r:id="rId1"/></rels>'.encode(),
        "xl/richData/_rels/richValueRel.xml.rels": RELATIONS.format("../media/image1.png").encode(),
        "xl/media/image1.png": BLUE,
    }
    return repacked(file, parts | {name.replace("__", "/"): data for name, data in replaced.items()})


def test_a_picture_in_a_cell_of_excel_is_followed_through_its_rich_value() -> None:
    batch = read_batch(in_cell())
    assert pictures(batch) == {"A": [], "B": ["blue"]}
    assert codes(batch) == []


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("xl__metadata.xml", b"<broken"),
        ("xl__metadata.xml", b"<metadata/>"),
        ("xl__richData__rdrichvalue.xml", b'<rvData><rv s="9"/></rvData>'),
        ("xl__richData__richValueRel.xml", b"<rels/>"),
        ("xl__richData___rels__richValueRel.xml.rels", b"<Relationships/>"),
    ],
)
def test_broken_parts_of_pictures_refuse_no_workbook_and_the_pictures_are_counted(
    part: str, data: bytes
) -> None:
    batch = read_batch(in_cell(**{part: data}))
    assert pictures(batch) == {"A": [], "B": []}
    assert codes(batch) == [("pictures-embedded", 1)]


def test_a_relation_cannot_lead_out_of_the_workbook(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(RED)
    outside = RELATIONS.format(f"../../../../../..{tmp_path}/secret.png").encode()
    file = tmp_path / "table.xlsx"
    file.write_bytes(in_cell(**{"xl__richData___rels__richValueRel.xml.rels": outside}))
    batch = read_batch(file)
    assert pictures(batch) == {"A": [], "B": []}
    assert codes(batch) == [("pictures-embedded", 1)]

"""Files of every format become batches, or lists of faults with their rows."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.batches.checking.check import Batch
from catalogue.batches.checking.identifiers import is_date, is_null_word, is_shortened_number
from catalogue.batches.checking.row_checks import FORMULA_ERRORS
from catalogue.batches.planning.diff import plan
from catalogue.batches.read import BatchFile, read_batch
from catalogue.batches.reading import own_format
from catalogue.batches.reading.field_labels import LABELS
from catalogue.batches.reading.garment_words import class_in_category, html_to_text
from catalogue.batches.reading.mojibake import repaired
from catalogue.batches.reading.normalization import confusable_form, forbidden_character, invisible_character
from catalogue.database import Database
from catalogue.errors import BatchError, Fault
from catalogue.items import GARMENT_CLASSES, Item, StockLevel, Variant
from catalogue.messages import Message
from tests.kit.stores import open_database, picture

HEADER = "item,title,class,colour,brand,price,currency,sku,size,barcode,location,on_hand,reserved,pictures"
GOOD = f"{HEADER}\nA-1,Shirt,upper,Red,Luma,49.90,eur,A-1-M,M,40063,Dresden,3,1,\n"


def faults_of(source: bytes | Path) -> tuple[Fault, ...]:
    with pytest.raises(BatchError) as caught:
        read_batch(source)
    assert "\n" not in str(caught.value)
    return caught.value.faults


def rows(
    *lines: str, header: str = "item,title,sku,size,barcode,location,on_hand,reserved,class,price"
) -> bytes:
    return "\n".join([header, *lines]).encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def workbook(*lines: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for line in lines:
        book.worksheets[0].append(line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def vast() -> bytes:
    """A PNG that claims 30,000 x 30,000 pixels."""
    header = struct.pack(">II5B", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def summary(batch: Batch) -> dict[str, list[tuple[str, int | None]]]:
    """Item id to its SKUs and the first figure on hand of each."""
    return {item.id: [(v.sku, v.levels[0].on_hand) for v in item.variants] for item in batch.items}


# What is read


def test_a_row_of_our_own_format_says_all_it_can() -> None:
    [item] = read_batch(GOOD.encode()).items
    assert (item.id, item.title, item.garment_class, item.colour) == ("A-1", "Shirt", "upper", "Red")
    assert (item.brand, item.price) == ("Luma", "49.90 EUR")
    [variant] = item.variants
    assert (variant.sku, variant.size, variant.barcode) == ("A-1-M", "M", "40063")
    [level] = variant.levels
    assert (level.row, level.location, level.on_hand, level.reserved) == (2, "Dresden", 3, 1)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_is_read_in_the_delimiters_and_encodings_that_spreadsheets_write(
    delimiter: str, encoding: str
) -> None:
    text = (
        "item;title;sku;colour;on_hand\r\nA;Größe für Mädchen – schön;A-1;grün;3\r\nB;Jäckchen;B-1;weiß;4\r\n"
    )
    batch = read_batch(text.replace(";", delimiter).encode(encoding))
    assert summary(batch) == {"A": [("A-1", 3)], "B": [("B-1", 4)]}
    assert batch.items[0].title == "Größe für Mädchen – schön"
    assert batch.items[1].colour == "weiß"


def test_an_xlsx_is_read_with_its_numbers_as_people_wrote_them() -> None:
    batch = read_batch(
        workbook(["item", "title", "sku", "barcode", "on_hand"], ["A", "Shirt", "A-1", 4006381333931, 3.0])
    )
    [item] = batch.items
    assert item.variants[0].barcode == "4006381333931"
    assert item.variants[0].levels[0].on_hand == 3


def not_whole(row: int) -> Fault:
    why = Message("whole-no-number", text="x")
    return Fault(row, Message("quantity-wrong", field=LABELS["on_hand"], why=why))


def test_cells_with_line_breaks_and_blank_rows_do_not_shift_the_row_numbers() -> None:
    table = rows('A,"Shirt\nof two lines",A-1,M,,,1,0,,', "", ",,,,,,,,,", "B,Bag,B-1,M,,,x,0,,")
    assert faults_of(table) == (not_whole(5),)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_blank_rows_above_the_header_do_not_shift_the_row_numbers(form: str) -> None:
    def file(*lines: list[object]) -> bytes:
        if form == "xlsx":
            return workbook([], [], *lines)
        return ("\n,,\n" + "\n".join(",".join(map(str, line)) for line in lines)).encode()

    good: list[object] = ["item", "title", "sku", "on_hand"]
    assert faults_of(file(good, ["A", "Shirt", "A-1", "x"])) == (not_whole(4),)
    assert faults_of(file(["item", "title"], ["A", "Shirt"])) == (
        Fault(3, Message("column-missing", field="sku")),
    )
    assert faults_of(file([*good, "sku"], ["A", "Shirt", "A-1", 1, "A-1"])) == (
        Fault(3, Message("column-twice", column="sku")),
    )
    assert {fault.row for fault in faults_of(file(["name"], ["A"]))} == {3}
    batch = read_batch(file([*good, "mood"], ["A", "Shirt", "A-1", 1, "glad"]))
    assert [note.row for note in batch.notes] == [3]


def test_a_sku_may_stand_at_several_locations() -> None:
    batch = read_batch(rows("A,Shirt,A-1,M,,Main,1,0,,", "A,Shirt,A-1,M,,Dresden,2,0,,"))
    [variant] = batch.items[0].variants
    assert [(level.location, level.on_hand) for level in variant.levels] == [("Main", 1), ("Dresden", 2)]


def test_columns_are_known_however_they_are_capitalised_and_unknown_ones_are_noted() -> None:
    batch = read_batch(rows("A,Shirt,A-1,3,red,hello", header="Item,TITLE,Sku,On Hand,Color,Mood"))
    assert summary(batch) == {"A": [("A-1", 3)]}
    assert batch.items[0].colour == "red"
    assert [(note.row, str(note.text)) for note in batch.notes] == [
        (1, "the column Mood is unknown and was ignored")
    ]


def test_a_zip_brings_its_pictures_whatever_folder_it_was_packed_from() -> None:
    red, blue = picture("red"), picture("blue")
    table = rows("A,Shirt,A-1,a.png;sub/B.png", header="item,title,sku,pictures")
    members = {
        "export/items.csv": table,
        "export/a.png": red,
        "export/pictures/sub/b.PNG": blue,
        "__MACOSX/export/._items.csv": b"junk",
        "export/.DS_Store": b"junk",
    }
    batch = read_batch(zipped(members))
    keys = batch.items[0].pictures
    assert [batch.picture(key) for key in keys] == [red, blue]
    batch.close()


def test_pictures_are_found_beside_a_csv_and_never_outside_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    (folder / "pictures" / "m").mkdir(parents=True)
    (folder / "pictures" / "m" / "a.png").write_bytes(picture("red"))
    (tmp_path / "secret.png").write_bytes(picture("blue"))
    file = folder / "items.csv"
    file.write_bytes(rows("A,Shirt,A-1,/m/a.png", header="item,title,sku,pictures"))
    assert len(read_batch(file).items[0].pictures) == 1
    file.write_bytes(rows("A,Shirt,A-1,../secret.png", header="item,title,sku,pictures"))
    assert faults_of(file) == (Fault(2, Message("picture-absent", name="../secret.png")),)


# What is refused


def test_a_missing_column_is_named() -> None:
    assert faults_of(b"item,title\nA,Shirt\n") == (Fault(1, Message("column-missing", field="sku")),)
    assert [str(fault.reason) for fault in faults_of(b"what,how many\nA,3\n")] == [
        "the column item is missing",
        "the column sku is missing",
        "the column title is missing",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["A,,A-1,M,,,1,0,,"], [(2, "the item A has no title")]),
        ([",Shirt,A-1,M,,,1,0,,"], [(2, "the item is empty")]),
        (["A,Shirt,,M,,,1,0,,"], [(2, "the SKU is empty")]),
        (["A,Shirt,A-1,M,,,-3,0,,"], [(2, "the quantity on hand is -3, but can't be less than 0")]),
        (["A,Shirt,A-1,M,,,3,-1,,"], [(2, "the quantity reserved is -1, but can't be less than 0")]),
        (["A,Shirt,A-1,M,,,many,0,,"], [(2, "the quantity on hand is many, which isn't a whole number")]),
        (["A,Shirt,A-1,M,,,1.5,0,,"], [(2, "the quantity on hand is 1.5, which isn't a whole number")]),
        (
            ["A,Shirt,A-1,M,,,1.000,0,,"],
            [
                (
                    2,
                    "the quantity on hand is 1.000, which could mean 1.000 or 1000; "
                    "write it without a separator",
                )
            ],
        ),
        (["A,Shirt,A-1,M,,,²,0,,"], [(2, "the quantity on hand is ², which isn't a whole number")]),
        (["A,Shirt,A-1,M,,,9999999999,0,,"], [(2, "the quantity on hand is 9999999999, which is too large")]),
        (["A,Shirt,A-1,M,,,1,2,,"], [(2, "2 are reserved, more than the 1 on hand")]),
        (
            ["A,Shirt,A-1,M,,Main,1,0,,", "A,Shirt,A-1,M,,main,2,0,,"],
            [(3, "the SKU A-1 is already at main in row 2; remove one of them")],
        ),
        (
            ["A,Shirt,A-1,M,,Main,1,0,,", "A,Shirt,A-1,L,,Dresden,2,0,,"],
            [(3, "the size of the SKU A-1 is L here and M in row 2")],
        ),
        (
            ["A,Shirt,X,M,,,1,0,,", "B,Shirt,X,M,,,1,0,,"],
            [(3, "the SKU X belongs to the item A in row 2, here to B")],
        ),
        (
            ["A,Shirt,A-1,M,40,,1,0,,", "A,Shirt,A-2,L,40,,1,0,,"],
            [(3, "the barcode 40 belongs to the SKU A-1 in row 2, here to A-2")],
        ),
        (
            ["A,Shirt,A-1,M,,,1,0,,", "A,Skirt,A-2,L,,,1,0,,", "A,Skirt,A-3,L,,,1,0,,"],
            [
                (3, "the title of the item A is Skirt here and Shirt in row 2"),
                (4, "the title of the item A is Skirt here and Shirt in row 2"),
            ],
        ),
        (["A,Shirt,A-1,M,,,1,0,,", "a,Shirt,A-2,L,,,1,0,,"], [(3, "the item a is written A in row 2")]),
        (
            ["A,Shirt,A-1,M,,,1,0,gadget,"],
            [(2, f"the class gadget isn't one of {', '.join(GARMENT_CLASSES)}")],
        ),
        (["A,Shirt,A-1,M,,,1,0,,cheap"], [(2, "the price cheap isn't a number")]),
        (
            ["A,Shirt,A-1,M,,,1,0,,,,more"],
            [(2, "the row has more cells than the header; is a quotation mark missing?")],
        ),
    ],
)
def test_a_faulty_row_is_named_with_its_number_and_reason(
    lines: list[str], expected: list[tuple[int, str]]
) -> None:
    assert [(fault.row, str(fault.reason)) for fault in faults_of(rows(*lines))] == expected


def test_all_faults_are_told_at_once_in_the_order_of_their_rows() -> None:
    with pytest.raises(BatchError) as caught:
        read_batch(rows("A,Shirt,A-1,M,,,x,0,,", "B,,B-1,M,,,-1,0,,", ",Shirt,C-1,M,,,1,9,,"))
    assert [fault.row for fault in caught.value.faults] == [2, 3, 3, 4]
    assert str(caught.value) == (
        "Nothing was changed, because the batch has a fault in row 2: "
        "the quantity on hand is x, which isn't a whole number (and 3 more)."
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"GIF89a not a picture", "can't be read as a picture"),
        (picture("red", format="JPEG")[:-200], "can't be read as a picture"),
        (b"", "can't be read as a picture"),
        (vast(), "can't be read as a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "can't be read as a picture"),
        (None, "is named but didn't come with the batch"),
    ],
    ids=["no picture", "truncated", "empty", "30,000 x 30,000", "EPS", "absent"],
)
def test_a_bad_picture_is_a_fault_of_every_row_that_names_it(data: bytes | None, reason: str) -> None:
    table = rows("A,Shirt,A-1,a.jpg", "A,Shirt,A-2,a.jpg", header="item,title,sku,pictures")
    members = {"items.csv": table} | ({} if data is None else {"a.jpg": data})
    faults = faults_of(zipped(members))
    assert [fault.row for fault in faults] == [2, 3]
    assert all(str(fault.reason).startswith(f"the picture a.jpg {reason}") for fault in faults)


def test_any_reader_of_pictures_may_be_given() -> None:
    def refuse(_data: bytes) -> bytes:
        raise RuntimeError("too dark")

    data = zipped({"i.csv": rows("A,S,A-1,a.png", header="item,title,sku,pictures"), "a.png": picture("red")})
    with pytest.raises(BatchError, match=r"the picture a\.png can't be read as a picture: too dark"):
        read_batch(data, picture_reader=refuse)


TABLE = rows("A,Shirt,A-1,M,,,1,0,,")


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"items.csv": TABLE, "../evil.png": b"x"}, "the file '../evil.png' leads out of the ZIP"),
        ({"items.csv": TABLE, "/etc/evil.png": b"x"}, "the file '/etc/evil.png' leads out of the ZIP"),
        ({"items.csv": TABLE, "a\\..\\..\\evil": b"x"}, "leads out of the ZIP"),
        ({"items.csv": TABLE, "zeros.png": bytes(30_000_000)}, "unpacks to more than 200 times its size"),
        ({"items.csv": TABLE, "more.zip": zipped({"a.csv": TABLE})}, "is an archive within the ZIP"),
    ],
    ids=["way up", "absolute", "backslashes", "bomb", "nested"],
)
def test_an_unsafe_zip_is_refused(members: dict[str, bytes], reason: str) -> None:
    [fault] = faults_of(zipped(members))
    assert fault.row is None
    assert reason in str(fault.reason)


def test_a_zip_must_hold_a_table() -> None:
    for members in ({"readme.md": b"hello"}, {}):
        with pytest.raises(BatchError, match=r"There's no CSV or XLSX table among the files; add one\."):
            read_batch(zipped(members))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "The file is empty"),
        (b"\n\n  \n", "The file is empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 4, "The file is a picture; send a CSV"),
        (b"PK\x03\x04 and then nothing of the sort", "damaged"),
        (zipped({"items.csv": TABLE})[:-30], "damaged"),
        (zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"no xml"}), "damaged"),
        (HEADER.encode(), "there's no row below the header"),
        (
            b'item,title,sku\nA,"never closed,A-1\n' + b"x" * 1_100_000,
            "fault in row 2: the row has a cell that never ends",
        ),
    ],
    ids=["empty", "blank", "JPEG", "half a ZIP", "cut ZIP", "false XLSX", "header only", "open quote"],
)
def test_a_file_that_is_no_batch_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(BatchError, match=reason) as caught:
        read_batch(data)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match=r"There's no file .*none\.csv; check its name and folder\."):
        read_batch(tmp_path / "none.csv")
    with pytest.raises(BatchError, match="is a folder; name the CSV, XLSX or ZIP file itself"):
        read_batch(tmp_path)


# Shops


def test_a_magento_simple_product_without_a_parent_is_an_item_of_its_own() -> None:
    table = (
        "sku,store_view_code,product_type,name,categories,price,qty,additional_attributes,"
        "configurable_variations,base_image,additional_images\n"
        '24-MB01,,simple,Joust  Duffle Bag,"Default Category/Gear,Default Category/Gear/Bags",34.000000,'
        '100.0000,"activity=Gym, Hike,material=Nylon",,,\n'
        "24-MB01,de,simple,Sporttasche,,,,,,,\n"
        "MJ01,,configurable,Beaumont &amp; Co,Default Category/Men/Tops/Jackets,42,0,,"
        '"sku=MJ01-M,size=M|sku=MJ01-L,size=L",no_selection,\n'
        "MJ01-M,,simple,Beaumont-M,Default Category/Men/Tops/Jackets,42.5,7,size=M,,no_selection,\n"
        "MJ01-L,,simple,Beaumont-L,Default Category/Men/Tops/Jackets,44,8,size=L,,no_selection,\n"
        "24-SET,,bundle,Set,Default Category/Gear,1,,,,,\n"
    )
    batch = read_batch(table.encode())
    assert batch.format == "Magento"
    assert summary(batch) == {"24-MB01": [("24-MB01", 100)], "MJ01": [("MJ01-M", 7), ("MJ01-L", 8)]}
    bag, jacket = batch.items
    assert (bag.title, bag.garment_class, bag.price) == ("Joust Duffle Bag", "bag", "34")
    assert (jacket.title, jacket.garment_class, jacket.price) == ("Beaumont & Co", "outer", "42.50")
    assert [variant.size for variant in jacket.variants] == ["M", "L"]
    assert [(note.row, note.text.code) for note in batch.notes] == [
        (2, "shop-attributes"),
        (3, "magento-view"),
        (6, "shop-prices"),
        (7, "magento-kind"),
    ]


def test_shop_words_tell_the_class() -> None:
    assert class_in_category("Default Category/Men/Tops/Jackets") == "outer"
    assert class_in_category("Women > Dresses") == "full-body"
    assert class_in_category("Apparel & Accessories > Clothing > Shirts & Tops > T-Shirts") == "upper"
    assert class_in_category("Gear/Bags") == "bag"
    assert class_in_category("Gift Cards") is None


def test_html_becomes_text() -> None:
    assert (
        html_to_text("<p>Soft &amp; warm.</p>\n<p>&bull; One<br />&bull;  Two</p>")
        == "Soft & warm.\n• One\n• Two"
    )


# There and back

NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Z"]), min_size=1, max_size=12
).filter(
    lambda text: (
        text == text.strip()
        and invisible_character(text) is None
        and forbidden_character(text) is None
        and text not in FORMULA_ERRORS
        and text == repaired(text)
        and not (is_null_word(text) or is_shortened_number(text) or is_date(text, lenient=True))
    )
)
COUNTS = st.integers(0, 1_000_000)
WHEN = datetime(2026, 1, 1, tzinfo=UTC)


@st.composite
def catalogues(draw: st.DrawFn) -> list[Item]:
    names = draw(st.lists(NAMES, min_size=1, max_size=12, unique_by=confusable_form).filter(bool))
    items: list[Item] = []
    cut = 0
    while cut < len(names):
        mine = names[cut : cut + draw(st.integers(1, 3))]
        cut += len(mine)
        variants: list[Variant] = []
        for sku in mine:
            places = draw(st.lists(NAMES, min_size=1, max_size=3, unique_by=lambda n: n.strip().casefold()))
            stock = []
            for place in places:
                on_hand = draw(COUNTS)
                stock.append(StockLevel(place, on_hand, draw(st.integers(0, on_hand)), WHEN))
            size = draw(st.one_of(st.just(""), NAMES))
            variants.append(Variant(sku, size, f"4{cut}{len(variants)}", tuple(stock)))
        price = draw(st.one_of(st.none(), st.decimals(0, 9999, places=2).map(str)))
        items.append(
            Item(
                id=f"I{len(items)}",
                title=draw(NAMES),
                garment_class=draw(st.one_of(st.none(), st.sampled_from(GARMENT_CLASSES))),
                colour=draw(st.one_of(st.none(), NAMES)),
                brand=draw(st.one_of(st.none(), NAMES)),
                price=price and draw(st.sampled_from([price, f"{price} EUR"])),
                variants=tuple(variants),
                description=draw(st.one_of(st.none(), NAMES)),
            )
        )
    return items


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with open_database(tmp_path_factory.mktemp("empty")) as database:
        yield database


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(items=catalogues())
def test_what_our_own_format_writes_it_reads_back(empty: Database, items: list[Item]) -> None:
    batch = read_batch(own_format.write(items))
    planned = plan(batch, empty)
    read = [
        Item(**{**{name: getattr(item, name) for name in Item.__slots__}, "variants": _at(item, WHEN)})
        for item in planned.new
    ]
    assert read == items


def _at(item: Item, when: datetime) -> tuple[Variant, ...]:
    return tuple(
        Variant(
            variant.sku,
            variant.size,
            variant.barcode,
            tuple(StockLevel(s.location, s.on_hand, s.reserved, when) for s in variant.stock),
        )
        for variant in item.variants
    )


def test_a_refusal_for_columns_lists_them_with_guesses_and_the_map_line() -> None:
    """What is certain has no question mark; guesses come from names in six languages and from the cells."""
    table = b"Nazwa;Code;Zahl;EAN\nKoszula;K-1;1;4006381333931\nKoszula;K-2;1;4006381333948\n"
    with pytest.raises(BatchError) as caught:
        read_batch(table)
    assert [str(fault.reason) for fault in caught.value.faults][:1] == ["the column item is missing"]
    assert str(caught.value).endswith(
        "The columns are Nazwa = title?, Code = sku?, Zahl = on_hand?, EAN = barcode; rename them, or import "
        "with: --map Nazwa=title --map Code=sku --map Zahl=on_hand --map '…=item'"
    )
    mapping = {"Nazwa": "title", "Code": "sku"}
    batch = read_batch(table, mapping=mapping, required=("sku", "title"))
    assert len(batch.items) == 2


def test_a_refusal_for_rows_does_not_speak_of_columns() -> None:
    with pytest.raises(BatchError) as caught:
        read_batch(rows("A,Shirt,,M,,,1,0,,"))
    assert "columns" not in str(caught.value)


@pytest.mark.parametrize("table", [b"item,title\nA,Shirt\n", rows("A,Shirt,A-1,M,,,x,0,,")])
def test_what_is_no_fault_of_single_rows_refuses_the_batch_all_the_same(table: bytes) -> None:
    with pytest.raises(BatchError):
        read_batch(table, skip_faulty=True)


def test_the_refusal_of_a_table_with_many_long_names_stays_a_sentence() -> None:
    """A guided search made one of 700 characters."""
    header = ",".join(f"{number:02} {'some long name ' * 3}" for number in range(20))
    with pytest.raises(BatchError) as refused:
        read_batch([BatchFile("long.csv", f"{header}\n{',' * 19}\n".encode())])
    assert "The columns are" in str(refused.value)
    assert len(str(refused.value)) < 600

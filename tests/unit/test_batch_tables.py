"""Tables as shops write them: delimiters, numbers, names of columns and classes, sheets and pictures."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.batches.checking.amounts import AmountError, parse_price, parse_quantity
from catalogue.batches.read import BatchFile, read_batch
from catalogue.batches.reading.columns import FIELD_OF, FIELDS, count_known_columns, match_columns
from catalogue.batches.reading.garment_words import class_named
from catalogue.batches.reading.number_parsing import AmbiguousNumberError, decimal_mark, parse_number
from catalogue.batches.reading.tables import delimiter_of
from catalogue.errors import BatchError
from catalogue.items import GARMENT_CLASSES
from tests.hostile.files import repacked, sheet_xml, workbook, zip_of
from tests.kit.stores import picture

GERMAN = (
    "Bestandsliste März;;;;;;;;;;\n"
    ";;;;;;;;;;\n"
    "Artikelnummer;SKU;Bezeichnung;Klasse;Groesse;FARBE;Bestand;Lagerort;Preis;Währung;EAN\n"
    "K-1;K-1-38;Kleid „Öl“;Kleid;38;grün;1.200;Köln;1.234,50;EUR;4006381333931\n"
    "K-1;K-1-40;Kleid „Öl“;Kleider;40;grün;7;Köln;1234,50;EUR;4006381333948\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_german_list_is_read_as_it_is(encoding: str) -> None:
    """With its title, its umlauts, its decimal commas and its thousands."""
    batch = read_batch(GERMAN.encode(encoding))
    [dress] = batch.items
    assert (dress.id, dress.title, dress.garment_class) == ("K-1", "Kleid „Öl“", "full-body")
    assert (dress.colour, dress.price) == ("grün", "1234.50 EUR")
    assert [(v.row, v.sku, v.size, v.barcode) for v in dress.variants] == [
        (4, "K-1-38", "38", "4006381333931"),
        (5, "K-1-40", "40", "4006381333948"),
    ]
    assert [v.levels[0].on_hand for v in dress.variants] == [1200, 7]
    assert {v.levels[0].location for v in dress.variants} == {"Köln"}
    assert [(note.row, str(note.text)) for note in batch.notes] == [
        (3, "the rows above the header were ignored (row 1)")
    ]


# Numbers


@pytest.mark.parametrize(
    ("text", "mark", "meant"),
    [
        ("1234", None, "1234"),
        ("49,90", None, "49.90"),
        ("49.90", None, "49.90"),
        ("1.234,50", None, "1234.50"),
        ("1,234.50", None, "1234.50"),
        ("1 234,50", None, "1234.50"),
        ("1'234.50", None, "1234.50"),
        ("1.234.567", None, "1234567"),
        ("1.234", ",", "1234"),
        ("1,234", ".", "1234"),
        ("0,500", None, "0.500"),
        ("100.0000", None, "100.0000"),
    ],
)
def test_numbers_are_read_as_their_land_writes_them(text: str, mark: str | None, meant: str) -> None:
    """Where a number has one meaning, or the rest of the table settles it."""
    assert parse_number(text, mark) == Decimal(meant)


@pytest.mark.parametrize(("text", "mark"), [("1.234", None), ("1,234", None), ("1.234", "."), ("1,234", ",")])
def test_a_number_that_may_mean_two_is_no_guess(text: str, mark: str | None) -> None:
    """Not even where the table's mark would make it one with three decimals."""
    with pytest.raises(AmbiguousNumberError):
        parse_number(text, mark)


@given(st.decimals(0, 10**7, places=2))
def test_every_price_is_read_back_from_either_land(amount: Decimal) -> None:
    """As Germany and as America write it, with thousands."""
    american = f"{amount:,.2f}"
    german = american.translate(str.maketrans(",.", ".,"))
    assert parse_number(american) == parse_number(german) == amount


def test_the_mark_of_a_table_is_what_its_numbers_show() -> None:
    """And none where they differ, or show nothing."""
    assert decimal_mark(["7", "49,90", "1.234"]) == ","
    assert decimal_mark(["49.90", "1,234"]) == "."
    assert decimal_mark(["49,90", "49.90"]) is None
    assert decimal_mark(["1.234", "7"]) is None


def test_a_price_may_name_its_currency() -> None:
    """By sign or code, before or after; what is no currency is no price."""
    assert {parse_price(text) for text in ("49,90 €", "€49.90", "EUR 49,90", "49.90 eur")} == {"49.90 EUR"}
    assert parse_price("49,90 €", "EUR") == "49.90 EUR"
    assert parse_price("$1,024.00", "USD") == "1024.00 USD"
    assert parse_price("24.00 $", "CAD") == "24.00 CAD"
    for currency in ("", "EUR"):
        with pytest.raises(AmountError, match="any dollar"):
            parse_price("$24.00", currency)
    for text in ("49,90 $", "49.90 ABC", "EUR", "€ 49,90 €"):
        with pytest.raises(AmountError):
            parse_price(text)
    with pytest.raises(AmountError, match="could mean a thousand times as much"):
        parse_quantity("0.000")


def test_numbers_of_a_workbook_need_no_guess() -> None:
    """A cell that holds a number has one meaning, whatever a text of the same digits might have."""
    batch = read_batch(
        workbook(("item", "title", "sku", "price", "on_hand"), ("A", "T", "A-1", 44.912, 1200.0))
    )
    assert batch.items[0].price == "44.912"
    assert batch.items[0].variants[0].levels[0].on_hand == 1200


# Delimiters


@settings(max_examples=60)
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["Shirt", "Oxford, white", "Jacke; rot", 'Hose "Slim"', "Tee | Print", "5\t6"]),
            st.sampled_from(["49,90", "1.234,50", "7", ""]),
            st.sampled_from(["a.jpg;b.jpg", "a.jpg", ""]),
        ),
        min_size=1,
        max_size=8,
    ),
    delimiter=st.sampled_from(",;\t|"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    header=st.sampled_from(
        [("title", "price", "pictures"), ("Bezeichnung", "Preis", "Bilder"), ("SKU", "x", "y")]
    ),
    above=st.sampled_from(["", "Stock; of, March\n", "a,b;c|d\n\n"]),
)
def test_the_delimiter_of_small_tables_is_found(
    rows: list[tuple[str, str, str]], delimiter: str, quoting: int, header: tuple[str, ...], above: str
) -> None:
    """Also where the cells hold others, a title stands above, or one column alone is known."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([header, *rows])
    assert delimiter_of(above + out.getvalue(), lambda cells: count_known_columns(cells, {})) == delimiter


# Columns


def test_every_name_of_a_column_means_one_field() -> None:
    """However it is written; our own names among them."""
    assert set(FIELD_OF.values()) == set(FIELDS)
    assert all(count_known_columns([field], {}) == 1 for field in FIELDS)
    header = ["Artikel Nr.", "sku", "GRÖSSE", "groesse ", "Größe", "On-Hand Qty", "EAN/GTIN"]
    fields = match_columns(header, 1, mapping={}, required=()).fields
    assert [fields.get(name) for name in ("GRÖSSE", "On-Hand Qty", "EAN/GTIN")] == [
        "size",
        "on_hand",
        "barcode",
    ]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (["Artikelnummer", "SKU"], {"Artikelnummer": "item", "SKU": "sku"}),
        (["Modell", "Artikelnummer"], {"Modell": "item", "Artikelnummer": "sku"}),
        (["item", "sku", "Artikelnummer"], {"item": "item", "sku": "sku"}),
    ],
)
def test_an_article_number_is_what_no_other_column_is(header: list[str], fields: dict[str, str]) -> None:
    """The SKU in some shops, the item in others."""
    assert match_columns(header, 1, mapping={}, required=()).fields == fields


def test_a_mapping_wins_over_names_and_may_pass_a_column_over() -> None:
    """Their column to our field, or to nothing."""
    table = b"Code,Kurztext,Title,SKU,Lot\nA,Shirt,ignored,A-1,S-9\n"
    batch = read_batch(
        table, mapping={"code": "item", "Kurztext": "title", "Title": "", "SKU": "", "lot": "sku"}
    )
    assert [(item.id, item.title, item.variants[0].sku) for item in batch.items] == [("A", "Shirt", "S-9")]
    assert batch.notes == ()


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        ({"Cod": "item"}, "the mapped column Cod isn't there; did you mean Code?"),
        ({"Code": "itemm"}, "The column Code can't be mapped to itemm; map it to one of item, title"),
        ({"Code": "item", "Kurztext": "item"}, "two columns are mapped to item"),
    ],
)
def test_a_mapping_that_cannot_be_meant_is_told(mapping: dict[str, str], says: str) -> None:
    """With what was perhaps meant."""
    with pytest.raises(BatchError) as caught:
        read_batch(b"Code,Kurztext,sku\nA,Shirt,A-1\n", mapping=mapping)
    assert any(
        says in text for text in (str(caught.value), *(str(fault.reason) for fault in caught.value.faults))
    )


def test_names_that_come_close_are_asked_about_and_never_taken() -> None:
    """An unknown column is listed, and does no harm."""
    batch = read_batch(b"item,title,sku,Bestnad,Mood\nA,Shirt,A-1,7,glad\n")
    assert batch.items[0].variants[0].levels[0].on_hand is None
    assert [str(note.text) for note in batch.notes] == [
        "the column Bestnad is unknown and was ignored; did you mean on_hand? Then map it",
        "the column Mood is unknown and was ignored",
    ]


def test_classes_are_known_by_their_names_in_six_languages() -> None:
    """As a whole; what comes close is asked about."""
    names = ("Oberteil", "JACKE", "Kleider", "Hosen", "schuhe", "Mütze", "Rucksäcke")
    assert tuple(map(class_named, names)) == GARMENT_CLASSES
    assert [class_named(name) for name in ("T-Shirt", "jeans", "Full Body")] == [
        "upper",
        "lower",
        "full-body",
    ]
    for line in (
        "pull veste robe jupe chaussures bonnet sac",
        "camisa abrigo vestido falda zapatos gorra bolso",
        "camicia giacca abito gonna scarpe cappello borsa",
        "koszula kurtka sukienka spodnie buty czapka torba",
    ):
        assert tuple(map(class_named, line.split())) == GARMENT_CLASSES
    with pytest.raises(BatchError, match=r"the class Obertiel isn't one of upper.*; did you mean upper\?"):
        read_batch(b"item,title,sku,class\nA,Shirt,A-1,Obertiel\n")


def test_a_category_in_place_of_a_class_is_read_by_its_last_part_with_a_note() -> None:
    rows = (
        "A,Coat,A-1,Men > Jackets",
        "A,Coat,A-2,Men > Jackets",
        "B,Runner,B-1,Running Shoes",
        "C,Top,C-1,Tops",
    )
    batch = read_batch("\n".join(("item,title,sku,class", *rows)).encode())
    assert [item.garment_class for item in batch.items] == ["outer", "footwear", "upper"]
    assert [(note.row, str(note.text)) for note in batch.notes] == [
        (2, "the class Men > Jackets was read as outer"),
        (4, "the class Running Shoes was read as footwear"),
    ]


@pytest.mark.parametrize(
    "category", ["Dress shirts", "Veste en jean", "Boot-cut jeans", "Accessories", "Sale / New"]
)
def test_a_category_of_several_classes_or_none_is_refused(category: str) -> None:
    with pytest.raises(BatchError, match=f"the class {category} isn't one of upper"):
        read_batch(f"item,title,sku,class\nA,Shirt,A-1,{category}\n".encode())


# Sheets


def test_the_sheet_whose_header_fits_best_is_read_and_named() -> None:
    """Wherever it stands in the workbook, with titles above its header."""
    batch = read_batch(
        workbook(
            sheets={
                "Cover": [["Hangtag"]],
                "Sizes": [["size", "item"], ["M", "x"]],
                "Stock": [["March"], [None], ["item", "title", "sku"], ["A", "Shirt", "A-1"]],
            }
        )
    )
    assert batch.items[0].row == 4
    assert [str(note.text) for note in batch.notes] == [
        "the sheet Stock was read; ignored: Cover, Sizes",
        "the rows above the header were ignored (row 1)",
    ]


def test_a_formula_is_read_as_the_value_it_last_had() -> None:
    """As the program that wrote the file calculated it."""
    cells = "".join(f'<c r="{at}1" t="str"><v>{name}</v></c>' for at, name in zip("ABCD", NAMED, strict=True))
    row = (
        '<c r="A2" t="str"><f>"A"</f><v>A</v></c><c r="B2" t="str"><v>Shirt</v></c>'
        '<c r="C2" t="str"><v>A-1</v></c><c r="D2"><f>SUM(1,2)</f><v>3</v></c>'
    )
    xml = sheet_xml(f'<row r="1">{cells}</row><row r="2">{row}</row>')
    [item] = read_batch(repacked(workbook(NAMED), {"xl/worksheets/sheet1.xml": xml})).items
    assert (item.id, item.variants[0].levels[0].on_hand) == ("A", 3)


NAMED = ("item", "title", "sku", "on_hand")


# Pictures and several files

RED, BLUE = picture("red"), picture("blue")
PLAIN = b"item,title,sku\nA 1,Shirt,A-1\nB,Bag,B-1\n"


@pytest.mark.parametrize("form", ["zip", "folder"])
def test_pictures_may_lie_in_a_folder_named_for_the_item_or_the_sku(form: str, tmp_path: Path) -> None:
    """With no column that names them, in the order people count."""
    files = {"A 1/2.png": RED, "A 1/10.png": BLUE, "A 1/Thumbs.db": b"x", "pictures/B-1/front.png": BLUE}
    if form == "zip":
        folders = {f"shop/{name}": data for name, data in files.items()}
        batch = read_batch(zip_of({"shop/items.csv": PLAIN, **folders}))
    else:
        for name, data in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(data)
        (tmp_path / "items.csv").write_bytes(PLAIN)
        batch = read_batch(tmp_path / "items.csv")
    shirt, bag = batch.items
    assert [batch.picture(key) for key in shirt.pictures] == [RED, BLUE]
    assert [batch.picture(key) for key in bag.pictures] == [BLUE]
    batch.close()


def test_pictures_are_found_anywhere_in_a_zip_by_a_name_that_is_there_once() -> None:
    """Which is how people pack them."""
    table = b"item,title,sku,pictures\nA,Shirt,A-1,front.png\n"
    batch = read_batch(zip_of({"a/items.csv": table, "photos/march/Front.PNG": RED}))
    assert [batch.picture(key) for key in batch.items[0].pictures] == [RED]
    batch.close()


def test_several_files_are_one_batch() -> None:
    """A table of items, a count that names SKUs alone, a ZIP of pictures, and a picture by itself."""
    batch = read_batch(
        [
            BatchFile("items.csv", b"item,title,sku,pictures\nA,Shirt,A-1,front.png;back.png\n"),
            BatchFile("count.csv", "SKU;Lagerort;Menge\nA-1;Köln;7\n".encode()),
            BatchFile("pictures.zip", zip_of({"all/front.png": RED})),
            BatchFile("back.png", BLUE),
        ]
    )
    [shirt] = batch.items
    assert [batch.picture(key) for key in shirt.pictures] == [RED, BLUE]
    assert [(level.location, level.on_hand, level.file) for level in shirt.variants[0].levels] == [
        (None, None, "items.csv"),
        ("Köln", 7, "count.csv"),
    ]
    assert batch.source == "items.csv, count.csv, pictures.zip, back.png"
    batch.close()


def test_two_tables_in_one_zip_are_one_batch() -> None:
    """Each fault is told with its file."""
    with pytest.raises(BatchError, match=r"in row 2 of b/two\.csv: the SKU is empty"):
        read_batch(zip_of({"a/one.csv": PLAIN, "b/two.csv": b"item,title,sku\nC,Cap,\n"}))

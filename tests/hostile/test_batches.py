"""Batches that mean harm, or were mistreated on the way: each is refused in a sentence, or read as meant.

One table: what is sent, what it tries, and what must be said of which row.
"""

from __future__ import annotations

import re
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from catalogue.batches.read import BatchFile, Source, read_batch
from catalogue.errors import BatchError
from tests.hostile.cases import stated
from tests.hostile.files import (
    GOOD,
    HEADER,
    changed,
    csv_of,
    entity_bomb,
    link,
    many,
    ole,
    png,
    repacked,
    sheet_xml,
    stuffed,
    unnamed,
    with_cell,
    workbook,
    zip_of,
)
from tests.kit.stores import picture

TABLE = csv_of(GOOD)
SHOWN = csv_of((*GOOD[:-1], "a.png"))
"""A table that names a picture."""
RTL, ZERO_WIDTH, NBSP, BOM = "\u202e", "\u200b", "\u00a0", "\ufeff"

GROWING = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><s>&b;</s>'
"""XML that a careless reader would let grow."""

FAR = (5 * 2**29).to_bytes(4, "little")
"""2.5 GiB."""


@dataclass(frozen=True)
class Refused:
    """A file that must be refused."""

    name: str
    tries: str
    make: Callable[[], Source]
    says: str
    """A regular expression that the sentence, or the reason of a fault, must hold."""
    row: int | None = None

    @property
    def must(self) -> str:
        """As the published table says it."""
        return f"refused{f' at row {self.row}' if self.row else ''}, with these words: {self.says}"


def zip_with(name: str, data: bytes = b"x") -> bytes:
    return zip_of({"items.csv": TABLE, name: data})


def shown_by(data: bytes) -> bytes:
    return zip_of({"items.csv": SHOWN, "a.png": data})


def in_file(name: str, *contents: bytes) -> list[BatchFile]:
    return [BatchFile(f"{number}{name}", content) for number, content in enumerate(contents, start=1)]


REFUSED = [
    # ZIP files
    Refused("bomb", "one file of 8 MB of nothing", lambda: zip_with("a.png", bytes(8 << 20)), "200 times"),
    Refused(
        "bomb of many",
        "files that unpack to 5 GiB together",
        lambda: changed(
            changed(
                zip_of({"items.csv": TABLE, "b1.png": b"x", "b2.png": b"y"}), b"b1.png", at=24, value=FAR
            ),
            b"b2.png",
            at=24,
            value=FAR,
        ),
        "unpacks to more than 4 GiB",
    ),
    Refused("liar", "a size in the ZIP that is not so", lambda: lying(), "damaged"),
    Refused("way up", "../evil.png", lambda: zip_with("../evil.png"), "leads out of the ZIP"),
    Refused("way up inside", "a/../../evil.png", lambda: zip_with("a/../../evil.png"), "leads out"),
    Refused("backslashes", "a\\..\\..\\evil", lambda: zip_with("a\\..\\..\\evil.png"), "leads out"),
    Refused("absolute", "/etc/passwd", lambda: zip_with("/etc/passwd"), "leads out of the ZIP"),
    Refused("drive", "C:\\Windows\\evil.dll", lambda: zip_with("C:\\Windows\\evil.dll"), "leads out"),
    Refused("UNC", "\\\\server\\share\\a.png", lambda: zip_with("\\\\server\\share\\a.png"), "leads out"),
    Refused(
        "link",
        "a symbolic link to /etc/passwd",
        lambda: zip_of([("items.csv", TABLE), (link("a.png"), b"/etc/passwd")]),
        "is a link to another file",
    ),
    Refused(
        "locked",
        "an encrypted member",
        lambda: changed(zip_with("a.png"), b"a.png", at=8, value=b"\x01\x00"),
        "locked with a password",
    ),
    Refused(
        "nested", "a ZIP in the ZIP", lambda: zip_with("more.zip", zip_of({"b.csv": TABLE})), "an archive"
    ),
    Refused("nested gz", "a tarball in the ZIP", lambda: zip_with("more.tar.gz"), "is an archive within"),
    Refused(
        "nested table",
        "a ZIP that calls itself a table",
        lambda: zip_of({"items.csv": zip_of({"items.csv": TABLE})}),
        "a ZIP file; unpack it first",
    ),
    Refused(
        "twice",
        "two members of one name",
        lambda: zip_of([("items.csv", TABLE), ("a.png", b"1"), ("a.png", b"2")]),
        "a.png is in the ZIP twice",
    ),
    Refused(
        "twice but for capitals",
        "names that one system tells apart and another does not",
        lambda: zip_of({"items.csv": TABLE, "a.png": b"1", "A.PNG": b"2"}),
        "is in the ZIP twice",
    ),
    Refused(
        "unknown packing",
        "a method that nobody knows",
        lambda: changed(zip_with("b.csv", TABLE), b"b.csv", at=10, value=b"\x63\x00"),
        "damaged|not known",
    ),
    Refused("cut off", "half a ZIP", lambda: zip_with("a.png", bytes(range(256)) * 9)[:-60], "damaged"),
    Refused("only a head", "PK and then nonsense", lambda: b"PK\x03\x04" + b"nonsense" * 9, "damaged"),
    Refused(
        "no table", "a ZIP of pictures", lambda: zip_of({"a.png": picture("red")}), "no CSV or XLSX table"
    ),
    Refused("nothing", "a ZIP of nothing", lambda: zip_of({}), "no CSV or XLSX table"),
    Refused("many members", "100,001 files", lambda: crowded(), "more than 100,000 files"),
    # Workbooks
    Refused("locked XLSX", "a password", lambda: ole("EncryptedPackage"), "locked with a password"),
    Refused("old XLS", "the format before 2007", lambda: ole("Workbook"), "old XLS workbook"),
    Refused(
        "macros",
        "an XLSM with a program in it",
        lambda: repacked(workbook(HEADER, GOOD), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
        "has macros",
    ),
    Refused("entities", "a billion laughs", entity_bomb, "XLSX file is damaged"),
    Refused(
        "workbook bomb",
        "a sheet of 20 MB of blanks",
        lambda: repacked(workbook(HEADER, GOOD), {"xl/worksheets/sheet1.xml": sheet_xml(" " * 20_000_000)}),
        "200 times its size",
    ),
    Refused(
        "no XML",
        "a workbook whose sheet is none",
        lambda: repacked(workbook(HEADER, GOOD), {"xl/worksheets/sheet1.xml": b"<worksheet><not"}),
        "XLSX file is damaged",
    ),
    Refused(
        "formula without a value",
        "a quantity that was never calculated",
        lambda: workbook(("item", "title", "sku", "on_hand"), ("A", "Shirt", "A-1", "=1+2")),
        "the formula in column on_hand has no value; open the file",
        2,
    ),
    Refused(
        "failed formula",
        "a title that is #REF!",
        lambda: workbook(("item", "title", "sku"), ("A", "#REF!", "A-1")),
        "the title is #REF!, a formula that failed",
        2,
    ),
    Refused(
        "huge row number",
        "a row that claims to be number ten billion",
        lambda: repacked(
            workbook(HEADER),
            {
                "xl/worksheets/sheet1.xml": sheet_xml(
                    '<row r="9999999999"><c r="A9999999999"><v>1</v></c></row>'
                )
            },
        ),
        "damaged|empty",
    ),
    Refused(
        "wide table",
        "600 columns",
        lambda: workbook([*HEADER, *(f"c{number}" for number in range(600))], GOOD),
        "more than 500 columns; send only the ones",
    ),
    Refused(
        "ODS", "LibreOffice's own format", lambda: zip_of({"mimetype": b"x", "content.xml": b""}), "OpenDoc"
    ),
    Refused("XLSB", "the binary format", lambda: zip_of({"xl/workbook.bin": b""}), "XLSB workbook; save it"),
    # Files that are no table
    Refused("empty", "no bytes", lambda: b"", "The file is empty"),
    Refused("blank", "line ends only", lambda: b"\n\r\n \n", "The file is empty"),
    Refused("header only", "no row", lambda: csv_of(), "no row below the header"),
    Refused("PDF", "a PDF called items.csv", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "The file is a PDF"),
    Refused("picture", "a JPEG called items.csv", lambda: picture("red", format="JPEG"), "is a picture"),
    Refused("web page", "an HTML export", lambda: b"<html><table><tr><td>sku", "a web page"),
    Refused(
        "noise", "bytes of every value", lambda: bytes(range(256)) * 40, "isn't a table that can be read"
    ),
    # CSV as such
    Refused(
        "open quote",
        "a quotation mark that would swallow the rest",
        lambda: csv_of(GOOD, ("B", '"Bag', "B-1"), ("C", "Cap", "C-1")),
        "a quotation mark in the wrong place",
        3,
    ),
    Refused("endless cell", "a cell of 1 MB", lambda: with_cell("title", "x" * 1_000_000), "never ends", 3),
    Refused(
        "long title",
        "a title of 2,000 characters",
        lambda: with_cell("title", "x" * 2000),
        "more than 1,000",
        3,
    ),
    Refused(
        "ragged",
        "a row with more cells than the header",
        lambda: csv_of(GOOD, (*GOOD[:2], "A-2", *GOOD[3:], "more")),
        "more cells than the header",
        3,
    ),
    Refused("NUL", "a NUL byte in a title", lambda: with_cell("title", "B\0g"), "has the character NUL", 3),
    Refused(
        "controls", "an escape sequence", lambda: with_cell("title", "\x1b[2JBag"), "control character", 3
    ),
    Refused(
        "half a character",
        "a lone surrogate",
        lambda: with_cell("title", "Bag \ud83d für Öl und Äpfel größer"),
        r"damaged on the way \(U\+FFFD\)",
        3,
    ),
    Refused(
        "two encodings",
        "a row of Windows-1252 in a file of UTF-8",
        lambda: csv_of(("A", "Größe für Mädchen", *GOOD[2:])) + "B,Größe,B-1\n".encode("cp1252"),
        r"damaged on the way \(U\+FFFD\)",
        3,
    ),
    Refused("inner BOM", "files glued together", lambda: with_cell("item", f"{BOM}B"), r"\(U\+FEFF\)", 3),
    Refused("header again", "files glued together", lambda: csv_of(GOOD, HEADER), "repeats the header", 3),
    Refused(
        "turned text", "an override of the direction", lambda: with_cell("title", f"{RTL}gaB"), "U.202E", 3
    ),
    # Columns
    Refused(
        "two for one",
        "two columns that both mean the title",
        lambda: csv_of(("A", "Shirt", "Hemd", "A-1"), header=("item", "title", "Bezeichnung", "sku")),
        "the columns title and Bezeichnung all mean title",
        1,
    ),
    Refused(
        "column twice",
        "two columns of one name",
        lambda: csv_of(("A", "Shirt", "A-1", "B-1"), header=("item", "title", "sku", "sku")),
        "the column sku is there twice",
        1,
    ),
    Refused(
        "number of what",
        "a table whose only number is of the item or of the SKU",
        lambda: csv_of(("A", "Hemd"), header=("Artikelnummer", "Bezeichnung")),
        "the column sku is missing; if it's Artikelnummer, map",
        1,
    ),
    # Names
    Refused(
        "SKU twice",
        "one SKU at one location twice",
        lambda: csv_of(GOOD, GOOD),
        "the SKU A-1 is already at the same location in row 2",
        3,
    ),
    Refused(
        "SKU of two",
        "one SKU for two items",
        lambda: with_cell("sku", "A-1"),
        "the SKU A-1 belongs to the item A in row 2, here to B",
        3,
    ),
    Refused(
        "capitals",
        "a-1 beside A-1",
        lambda: with_cell("sku", "a-1"),
        "the SKU a-1 is written A-1 in row 2",
        3,
    ),
    Refused(
        "blanks", "A -1 beside A-1", lambda: with_cell("sku", "A -1"), "SKU A -1 is written A-1 in row 2", 3
    ),
    Refused("wide", "Ａ-1 beside A-1", lambda: with_cell("sku", "Ａ-1"), "is written A-1 in row 2", 3),
    Refused(
        "item in capitals", "a beside A", lambda: with_cell("item", "a"), "item a is written A in row 2", 3
    ),
    Refused(
        "zero width",
        "a SKU that looks like another",
        lambda: with_cell("sku", f"A-{ZERO_WIDTH}1"),
        r"has zero width space \(U\+200B\), which is invisible",
        3,
    ),
    Refused(
        "right to left",
        "a mark of direction in a SKU",
        lambda: with_cell("sku", "B-\u200f1"),
        "right-to-left mark",
        3,
    ),
    Refused(
        "hard blank", "a SKU with a blank that is none", lambda: with_cell("sku", f"B{NBSP}1"), "no-break", 3
    ),
    Refused("drawn as nothing", "a Hangul filler", lambda: with_cell("sku", "B\u3164"), r"U\+3164", 3),
    Refused("two lines", "a SKU of two lines", lambda: with_cell("sku", "B\n1"), r"U\+000A", 3),
    Refused("long SKU", "300 characters", lambda: with_cell("sku", "B" * 300), "more than 200 characters", 3),
    Refused("no SKU", "a blank", lambda: with_cell("sku", " "), "the SKU is empty", 3),
    # Amounts
    Refused(
        "below nothing", "-3 pieces", lambda: with_cell("on_hand", "-3"), "is -3, but can't be less than 0", 3
    ),
    Refused("half a piece", "1.5 pieces", lambda: with_cell("on_hand", "1.5"), "1.5, which isn't a whole", 3),
    Refused("billions", "10^12 pieces", lambda: with_cell("on_hand", str(10**12)), "which is too large", 3),
    Refused(
        "endless",
        "a number of 500 digits",
        lambda: with_cell("on_hand", "9" * 500),
        "isn't a whole number",
        3,
    ),
    Refused("power", "1e9 pieces", lambda: with_cell("on_hand", "1e9"), "1e9, which isn't a whole number", 3),
    Refused(
        "infinite", "inf pieces", lambda: with_cell("on_hand", "inf"), "inf, which isn't a whole number", 3
    ),
    Refused(
        "other digits", "٣ pieces", lambda: with_cell("on_hand", "٣"), "٣, which isn't a whole number", 3
    ),
    Refused("one or thousand", "1.000", lambda: with_cell("on_hand", "1.000"), "could mean", 3),
    Refused(
        "price of two", "1.234", lambda: with_cell("price", "1.234"), "could mean 1.234 or 1234; write", 3
    ),
    Refused(
        "price of words", "cheap", lambda: with_cell("price", "cheap"), "the price cheap isn't a number", 3
    ),
    Refused(
        "price and more", "49.90!", lambda: with_cell("price", "49.90!"), "the price 49.90! isn't a number", 3
    ),
    Refused("badly parted", "12.34.5", lambda: with_cell("price", "12.34.5"), "isn't a number", 3),
    Refused("price below", "-1", lambda: with_cell("price", "-1"), "the price -1 is less than 0", 3),
    Refused(
        "unknown money", "XQX", lambda: with_cell("currency", "XQX"), "the currency XQX isn't a known", 3
    ),
    Refused(
        "two moneys", "49,90 £ in EUR", lambda: with_cell("price", "49.90 £"), "is in GBP, but the curr", 3
    ),
    # Pictures
    Refused("no picture", "text called a.png", lambda: shown_by(b"hello"), "can't be read as a picture", 2),
    Refused(
        "cut picture", "half a JPEG", lambda: shown_by(picture("red", format="JPEG")[:-99]), "as a picture", 2
    ),
    Refused("100 megapixels", "a white PNG of 13 kB", lambda: shown_by(png(10_000, 10_000)), "80 million", 2),
    Refused("absent picture", "a name only", lambda: SHOWN, "a.png is named but didn't come", 2),
    Refused(
        "picture outside",
        "../../etc/passwd",
        lambda: with_cell("pictures", "../../etc/passwd"),
        "is named but didn't come with the batch",
        3,
    ),
    Refused(
        "picture of two",
        "a name that stands in two folders",
        lambda: zip_of({"t/items.csv": SHOWN, "x/a.png": picture("red"), "y/a.png": picture("blue")}),
        "is in several folders of the ZIP, such as x/a.png and y/a.png",
        2,
    ),
    Refused(
        "plain address",
        "a picture by http",
        lambda: with_cell("pictures", "http://10.0.0.1/a.png"),
        "allow its host in HANGTAG_PICTURE_HOSTS",
        3,
    ),
    Refused(
        "file address",
        "file:///etc/passwd",
        lambda: with_cell("pictures", "file:///etc/passwd"),
        "wasn't fetched",
        3,
    ),
    # Beyond the first table
    Refused(
        "10,000 columns",
        "10,000 columns with a name each",
        lambda: csv_of(GOOD, header=[*HEADER, *(f"c{number}" for number in range(10_000))]),
        "more than 500 columns",
    ),
    Refused(
        "outer entity",
        "XML that would bring in /etc/passwd (XXE)",
        lambda: repacked(
            workbook(HEADER, GOOD),
            {
                "xl/worksheets/sheet1.xml": b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM '
                b'"file:///etc/passwd">]>'
                + sheet_xml("<row><c t='inlineStr'><is><t>&x;</t></is></c></row>")[21:]
            },
        ),
        "XLSX file is damaged",
    ),
    Refused(
        "outer rules",
        "XML whose rules lie at an address of the bot's own network",
        lambda: repacked(
            workbook(HEADER, GOOD),
            {
                "xl/worksheets/sheet1.xml": b'<?xml version="1.0"?><!DOCTYPE s SYSTEM '
                b'"http://169.254.169.254/latest">' + sheet_xml("")[21:]
            },
        ),
        "XLSX file is damaged|The file is empty",
    ),
    *(
        Refused(
            f"entities in {part}",
            f"entities that grow, in the workbook's {part}",
            lambda part=part: repacked(workbook(HEADER, GOOD), {part: GROWING}),  # type: ignore[misc]
            "XLSX file is damaged",
        )
        for part in ("xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml")
    ),
    Refused(
        "a wide row",
        "a row of 2 million cells in 200 kB",
        lambda: stuffed("xl/worksheets/sheet1.xml", "</sheetData>", f"<row>{many('<c/>', 2_000_000)}</row>"),
        "no spreadsheet program writes",
    ),
    Refused(
        "many rows",
        "a sheet of 2 million elements that are no rows",
        lambda: stuffed("xl/worksheets/sheet1.xml", "</sheetData>", many("<a/>", 2_000_000)),
        "no spreadsheet program writes",
    ),
    *(
        Refused(
            f"a large {part}",
            f"a workbook's {part} of 9 MB in 100 kB",
            lambda part=part, end=end: stuffed(part, end, many('<a b="c"/>', 1_000_000)),  # type: ignore[misc]
            "no spreadsheet program writes",
        )
        for part, end in (
            ("xl/styles.xml", "</styleSheet>"),
            ("xl/workbook.xml", "</workbook>"),
            ("xl/_rels/workbook.xml.rels", "</Relationships>"),
            ("[Content_Types].xml", "</Types>"),
        )
    ),
    Refused(
        "NUL in a column",
        "a column whose name has NUL, over a cell that has it too",
        lambda: csv_of(*[GOOD] * 20, (*GOOD[:-1], "a\0"), header=[*HEADER[:-1], "pic\0tures"]),
        "the cell in column pic.tures has the character NUL",
        22,
    ),
    Refused(
        "a member of no name",
        "a file whose name has no length",
        lambda: zip_of([("items.csv", TABLE), (unnamed(), b"1")]),
        "damaged",
    ),
    Refused("a member of dots", "a member called ..", lambda: zip_with(".."), "leads out of the ZIP"),
    Refused("a device", "a member called C:", lambda: zip_with("C:a.png"), "leads out of the ZIP"),
    # Several files
    Refused(
        "fault in the second",
        "a bad row in one of two tables",
        lambda: in_file(".csv", TABLE, with_cell("on_hand", "x").replace(b"A,Shirt,A-1", b"C,Cap,C-1")),
        "in row 3 of 2.csv: the quantity on hand is x",
        3,
    ),
    Refused(
        "SKU in both",
        "one SKU with two titles in two tables",
        lambda: in_file(".csv", TABLE, TABLE.replace(b"Shirt", b"Skirt").replace(b",3,", b",,")),
        "the title of the item A is Skirt here and Shirt in row 2 of 1.csv",
        2,
    ),
    Refused("too many", "51 files", lambda: in_file(".csv", *[TABLE] * 51), "A batch can have 50 files"),
]


def lying() -> bytes:
    """A ZIP that says that its table is shorter than it is."""
    archive = zip_of({"items.csv": TABLE * 3})
    return changed(archive, b"items.csv", at=24, value=(len(TABLE)).to_bytes(4, "little"))


def crowded() -> bytes:
    """A ZIP that has 100,001 empty members: one central record, over and over."""
    archive = zip_of({"a": b""})
    start = archive.index(b"PK\x01\x02")
    end = archive.index(b"PK\x05\x06")
    count, record = 100_001, archive[start:end]
    directory = record * count
    tail = bytearray(archive[end:])
    # A ZIP64 end, as the plain one counts to 65,535 only.
    big = b"PK\x06\x06" + (44).to_bytes(8, "little") + (45).to_bytes(2, "little") * 2 + bytes(8)
    big += (
        count.to_bytes(8, "little") * 2 + len(directory).to_bytes(8, "little") + start.to_bytes(8, "little")
    )
    where = (
        b"PK\x06\x07" + bytes(4) + (start + len(directory)).to_bytes(8, "little") + (1).to_bytes(4, "little")
    )
    tail[8:20] = b"\xff" * 12
    return archive[:start] + directory + big + where + bytes(tail)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_what_means_harm_is_refused_in_one_sentence(case: Refused) -> None:
    """Nothing is applied, nothing but a `BatchError` comes out, and it says what is wrong with which row."""
    with pytest.raises(BatchError) as caught:
        read_batch(case.make())
    texts = [str(caught.value), *(str(fault.reason) for fault in caught.value.faults)]
    assert any(_holds(case.says, text) for text in texts), texts
    for text in texts:
        assert text.isprintable(), repr(text)
        assert len(text) < 600
    if case.row is not None:
        assert case.row in {fault.row for fault in caught.value.faults}
        assert any(_holds(case.says, str(fault.reason)) for fault in caught.value.faults) or "row" in texts[0]


def _holds(pattern: str, text: str) -> bool:
    return re.search(pattern, text) is not None


@dataclass(frozen=True)
class Meant:
    """A file that was mistreated, and yet can be read in one way only."""

    name: str
    make: Callable[[], Source]
    title: str = "Shirt"
    sku: str = "A-1"

    @property
    def tries(self) -> str:
        """As the published table says it."""
        return self.name

    @property
    def must(self) -> str:
        """The same."""
        return f"read as the title {self.title} and the SKU {self.sku}"


MEANT = [
    Meant(
        "a formula in a title is text", lambda: csv_of(("A", "=cmd|'/c calc'!A0", "A-1")), "=cmd|'/c calc'!A0"
    ),
    Meant("a neutralised formula is what it was", lambda: csv_of(("A", "'=1+1", "A-1")), "=1+1"),
    Meant("a quoted number keeps its zeros", lambda: csv_of(("A", "Shirt", '="0012"')), sku="0012"),
    Meant("mixed line ends", lambda: csv_of(GOOD).replace(b"\n", b"\r", 1) + b"\r\n\n\r"),
    Meant("a mark at the beginning", lambda: BOM.encode() + TABLE),
    Meant("UTF-16 without a mark", lambda: TABLE.decode().encode("utf-16-le")),
    Meant("UTF-32", lambda: TABLE.decode().encode("utf-32")),
    Meant("blanks around a SKU", lambda: csv_of(("A", "Shirt", "  A-1\u00a0"))),
    Meant("a title of two lines", lambda: csv_of(("A", '"Shirt\nred"', "A-1")), "Shirt\nred"),
    Meant("joined emoji in a title", lambda: csv_of(("A", "👩‍🔧 Shirt", "A-1")), "👩‍🔧 Shirt"),
    Meant("a title above the header", lambda: b"Stock of March,,\n,,\n" + TABLE),
    Meant(
        "a sheet of notes before the table",
        lambda: workbook(sheets={"Notes": [("Read me",), ("size", "L")], "Stock": [HEADER, GOOD]}),
    ),
    Meant("what macOS adds", lambda: zip_of({"items.csv": TABLE, "__MACOSX/._items.csv": b"\0\5\x16\7"})),
    Meant("a note beside the table", lambda: zip_of({"items.csv": TABLE, "readme.txt": b"Thank you"})),
]


@pytest.mark.parametrize("case", MEANT, ids=lambda case: case.name)
def test_what_was_mistreated_is_read_as_it_was_meant(case: Meant) -> None:
    """Where there is one meaning only, nobody is bothered."""
    batch = read_batch(case.make())
    [item] = batch.items
    assert (item.title, item.variants[0].sku) == (case.title, case.sku)
    batch.close()


def test_ten_million_rows_are_refused_early(tmp_path: Path) -> None:
    """Before any of them is kept, in seconds and megabytes."""
    file = tmp_path / "vast.csv"
    rows = b"".join(b"A,Shirt,S%d,1\n" % number for number in range(10_000))
    with file.open("wb") as out:
        out.write(b"item,title,sku,on_hand\n")
        for _ in range(1_000):
            out.write(rows)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.monotonic()
    with pytest.raises(BatchError, match="more than 1,000,000 rows; split it"):
        read_batch(file)
    assert time.monotonic() - began < 30  # a tenth of that where nothing else runs
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 << 10  # KiB


@pytest.mark.parametrize("part", ["docProps/core.xml", "docProps/app.xml", "xl/theme/theme1.xml"])
def test_properties_of_nine_megabytes_cost_a_workbook_nothing(part: str) -> None:
    """However deep or large, they're never opened."""
    words = "".join(f"<k{number}>{number * 7919 % 1000003}</k{number}>" for number in range(400_000))
    deep = f"<p>{'<a>' * 50_000}{words}</p>".encode()
    assert len(deep) > 9 << 20
    file = repacked(workbook(HEADER, GOOD), {part: deep})
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.monotonic()
    read_batch(file).close()
    assert time.monotonic() - began < 10  # a hundredth of that where nothing else runs
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 << 10  # KiB


@stated("a picture of the bot's own network, by https", "never fetched; the row is taken, and a note says so")
def test_a_picture_of_the_own_network_is_not_fetched_but_noted() -> None:
    batch = read_batch(with_cell("pictures", "https://10.0.0.1/a.png"))
    assert [item.pictures for item in batch.items] == [(), ()]
    assert "weren't fetched from 10.0.0.1" in str(batch.notes[0].text)


def test_faults_by_the_hundred_thousand_are_told_without_end() -> None:
    """A batch that is wrong throughout is refused with the first ten thousand of its faults."""
    rows = [("A", "Shirt", f"A-{number}", "M", "x") for number in range(10_500)]
    with pytest.raises(BatchError, match=r"\(and 10,499 more\)") as caught:
        read_batch(csv_of(*rows))
    assert len(caught.value.faults) == 10_000


def _only_batches(source: Source) -> None:
    outcome = "a batch"
    try:
        read_batch(source).close()
    except BatchError as error:
        outcome = str(error)
    assert outcome
    assert outcome.isprintable()


CELLS = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(
    [
        "",
        "A",
        "A-1",
        "1",
        "-1",
        "1.234,50",
        "=1+1",
        '"',
        '""',
        "\r",
        "\ufeff",
        "https://x/a.png",
        "EUR",
        "#REF!",
    ]
)
BOOK = workbook(HEADER, GOOD, (*GOOD[:2], "A-2", "L", 4, 49.9, "EUR", None))
PACK = zip_of({"items.csv": SHOWN, "a.png": picture("red")})
ANY = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@ANY
@given(data=st.binary(max_size=400))
@example(data=b"\xff\xfe\x00")
@example(data=b"\xff\xfe\x00\x00\x01")
@example(data=b"PK\x05\x06" + bytes(18))
def test_any_bytes_are_a_batch_or_refused(data: bytes) -> None:
    """No other exception, whatever they are."""
    _only_batches(data)


@ANY
@given(rows=st.lists(st.lists(CELLS, max_size=9), max_size=6), delimiter=st.sampled_from(",;\t|"))
def test_any_cells_are_a_batch_or_refused(rows: list[list[str]], delimiter: str) -> None:
    """Below a good header, whatever stands in them."""
    lines = [HEADER, *rows]
    _only_batches("\n".join(delimiter.join(line) for line in lines).encode("utf-8"))


@ANY
@example(place=416, value=39, cut=None, form=False)  # an offset before the file's beginning
@given(place=st.integers(0), value=st.integers(0, 255), cut=st.none() | st.integers(0), form=st.booleans())
def test_a_zip_or_workbook_with_any_byte_changed_is_a_batch_or_refused(
    place: int, value: int, cut: int | None, form: bool
) -> None:
    """As a broken disk or a bad mind may change them."""
    whole = bytearray(BOOK if form else PACK)
    whole[place % len(whole)] = value
    _only_batches(bytes(whole[: None if cut is None else cut % (len(whole) + 1)]))


@ANY
@given(xml=st.text(st.sampled_from('<row r="12"></c>t=sinlneStrf A1&;'), max_size=60))
def test_any_sheet_is_a_batch_or_refused(xml: str) -> None:
    """Inside a workbook that is otherwise whole."""
    _only_batches(repacked(BOOK, {"xl/worksheets/sheet1.xml": sheet_xml(xml)}))


def test_the_table_of_cases_is_as_long_as_it_says() -> None:
    """Each case has a name of its own."""
    names = [case.name for case in REFUSED]
    assert len(names) == len(set(names)) >= 60

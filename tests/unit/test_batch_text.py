"""Letters of tables: in the encodings that spreadsheets still write, encoded twice, and as HTML."""

from __future__ import annotations

import pytest

from catalogue.batches.read import read_batch
from catalogue.batches.reading.mojibake import repaired
from catalogue.errors import BatchError
from tests.hostile.files import workbook

GERMAN = "Artikel;Bezeichnung;SKU;Größe;Farbe;Bestand;Lagerort\nH1;Jacke „Öl“;H1-S;S;grün;3;Köln\n"
PLAIN_GERMAN = GERMAN.replace("„", "").replace("“", "")


@pytest.mark.parametrize("encoding", ["cp1252", "cp1250", "mac_roman", "cp850"])
def test_umlauts_are_read_as_spreadsheets_write_them(encoding: str) -> None:
    """Also by "CSV (MS-DOS)" and "CSV (Macintosh)"."""
    [jacket] = read_batch(PLAIN_GERMAN.encode(encoding)).items
    assert (jacket.title, jacket.colour) == ("Jacke Öl", "grün")
    assert [(v.size, v.levels[0].location) for v in jacket.variants] == [("S", "Köln")]


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        ("żółta gęś z Łodzi", ["cp1250", "cp852"]),
        ("příliš žluťoučký kůň", ["cp1250", "cp852"]),
        ("Crème brûlée", ["cp1252", "cp850", "mac_roman"]),
        ("Señor de Málaga", ["cp1252", "cp850"]),
        ("Kırmızı gömlek", ["cp1254"]),
        ("Рубашка синяя", ["cp1251"]),
        ("Πουκάμισο μπλε", ["cp1253"]),
        ("Women’s “Tee” – £5", ["cp1252"]),
    ],
)
def test_each_language_is_read_in_its_encodings(text: str, encodings: list[str]) -> None:
    for encoding in encodings:
        [item] = read_batch(f"item,title,sku\nA,{text},A-1\n".encode(encoding)).items
        assert item.title == text, encoding


@pytest.mark.parametrize(
    ("text", "encoding"), [("Straße", "cp850"), ("Kölner", "mac_roman"), ("Málaga", "cp850")]
)
def test_letters_that_may_be_others_are_refused(text: str, encoding: str) -> None:
    """One letter alone does not tell the encoding: a place must never be stored as `Kšln`."""
    with pytest.raises(BatchError, match="can't be read for certain; save it as “CSV UTF-8”"):
        read_batch(f"item,title,sku\nA,{text},A-1\n".encode(encoding))


def test_old_macintosh_line_ends_tell_its_encoding() -> None:
    [item] = read_batch("item,title,sku\rA,Kölner,A-1\r".encode("mac_roman")).items
    assert item.title == "Kölner"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_text_that_was_encoded_twice_is_repaired_and_noted(form: str) -> None:
    twice = PLAIN_GERMAN.replace("ß", "ÃŸ").replace("ö", "Ã¶").replace("ü", "Ã¼").replace("Ö", "Ã–")
    rows = [line.split(";") for line in twice.splitlines()]
    batch = read_batch(twice.encode() if form == "csv" else workbook(*rows))
    [jacket] = batch.items
    assert (jacket.title, jacket.colour) == ("Jacke Öl", "grün")
    assert [(v.size, v.levels[0].location) for v in jacket.variants] == [("S", "Köln")]
    assert [str(note.text) for note in batch.notes] == [
        "letters that were encoded twice were repaired (rows 1, 2)"
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("GrÃ¶ÃŸe", "Größe"),
        ("KĂ¶ln", "Köln"),
        ("Womenâ€™s", "Women’s"),
        ("Å¼Ã³Å‚ty", "żółty"),
        ("Größe", "Größe"),
        ("NÃO", "NÃO"),
        ("RĂŞINARI", "RĂŞINARI"),
        ("Åse Ærø", "Åse Ærø"),
        ("Â", "Â"),
    ],
)
def test_only_certain_repairs_are_made(text: str, right: str) -> None:
    assert repaired(text) == right


def test_html_of_a_description_becomes_text() -> None:
    html = "<p>First line, second; line</p><ul><li>soft &amp; warm</li></ul>"
    batch = read_batch(f'item,title,sku,description\nA,Shirt,A-1,"{html}"\nB,Cap,B-1,4 < 5 > 3\n'.encode())
    assert [item.description for item in batch.items] == [
        "First line, second; line\nsoft & warm",
        "4 < 5 > 3",
    ]
    assert [(note.row, str(note.text)) for note in batch.notes] == [
        (2, "HTML in descriptions was turned into text")
    ]

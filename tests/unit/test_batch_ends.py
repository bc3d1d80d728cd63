"""Totals and footers below a list, three decimals, invisible ends of cells, and pictures elsewhere."""

from __future__ import annotations

import pytest

from catalogue.batches.checking.check import Batch
from catalogue.batches.read import read_batch
from catalogue.errors import BatchError
from catalogue.messages import Message

LIST = "Artikel;Bezeichnung;SKU;Bestand\nA;Hemd;A-S;3\nA;Hemd;A-M;4\n"


def counts(batch: Batch) -> dict[str, int | None]:
    return {
        variant.sku: level.on_hand
        for item in batch.items
        for variant in item.variants
        for level in variant.levels
    }


def notes(batch: Batch) -> list[tuple[int | None, str]]:
    return [(note.row, note.text.code) for note in batch.notes]


@pytest.mark.parametrize("total", ["Summe;;;7", ";Total:;;7", "Gesamtsumme;;;7", ";;Total;7,0", "Summe;;;7;"])
def test_a_total_whose_sum_is_right_is_left_out_with_a_note(total: str) -> None:
    batch = read_batch(f"{LIST}{total}\n".encode())
    assert counts(batch) == {"A-S": 3, "A-M": 4}
    assert notes(batch) == [(4, "total-row")]


@pytest.mark.parametrize("total", ["Summe;;;8", "Summe;;;-7"])
def test_a_total_that_is_not_the_sum_is_a_fault_as_a_row_may_be_missing(total: str) -> None:
    with pytest.raises(BatchError) as caught:
        read_batch(f"{LIST}{total}\n".encode())
    assert (4, Message("total-differs")) in [(fault.row, fault.reason) for fault in caught.value.faults]


@pytest.mark.parametrize(
    "row", ["Summe;Summe;SUM-1;7", "Summe;;;viele", "Rest;;;7", "Seite 1 von 1;Hemd;;7", "B;;;"]
)
def test_other_rows_without_a_sku_stay_faults(row: str) -> None:
    if row.endswith("SUM-1;7"):
        assert counts(read_batch(f"{LIST}{row}\n".encode()))["SUM-1"] == 7
        return
    with pytest.raises(BatchError):
        read_batch(f"{LIST}{row}\n".encode())


def test_a_total_in_the_middle_stays_a_fault() -> None:
    with pytest.raises(BatchError):
        read_batch(f"{LIST}Summe;;;7\nB;Cap;B-1;1\n".encode())


@pytest.mark.parametrize(
    "footer", ["Seite 1 von 1", "Page 3 of 3", "*** End of list ***", "Stand: 1.12.2026"]
)
def test_a_footer_is_left_out_with_a_note(footer: str) -> None:
    batch = read_batch(f"{LIST}Summe;;;7\n\n{footer};;;\n".encode())
    assert counts(batch) == {"A-S": 3, "A-M": 4}
    assert notes(batch) == [(4, "total-row"), (6, "footer-row")]


def test_totals_by_location_are_compared_with_their_own_columns() -> None:
    table = "item;title;sku;Bestand Berlin;Bestand Hamburg\nA;Hemd;A-S;3;1\nA;Hemd;A-M;4;\nTotal;;;{};{}\n"
    assert len(counts(read_batch(table.format(7, 1).encode()))) == 2
    with pytest.raises(BatchError) as caught:
        read_batch(table.format(7, 2).encode())
    assert Message("total-differs") in [fault.reason for fault in caught.value.faults]


def test_quantities_with_three_decimals_are_read_if_one_of_them_settles_it() -> None:
    table = "item;title;sku;on_hand\nA;Hemd;A-S;5,000\nA;;A-M;1.250,000\nA;;A-L;12,000\n"
    batch = read_batch(table.encode())
    assert counts(batch) == {"A-S": 5, "A-M": 1250, "A-L": 12}
    assert [str(note.text) for note in batch.notes] == [
        "the numbers in on hand have three decimals, as in 1.250,000, and were read so"
    ]


def test_prices_with_four_decimals_settle_it_too_but_not_those_with_two() -> None:
    table = "item;title;sku;on_hand;price\nA;Hemd;A-S;5,000;{0}\nA;;A-M;12,000;{0}\n"
    assert counts(read_batch(table.format("29,9000").encode())) == {"A-S": 5, "A-M": 12}
    with pytest.raises(BatchError):
        read_batch(table.format("29,90").encode())


@pytest.mark.parametrize(
    "others",
    [
        ("12,000",),  # nothing settles it
        ("1.250,000", "7"),  # not the whole column
        ("1.250,000", "1,250,000"),  # two ways of writing
    ],
)
def test_a_column_that_might_be_thousands_is_refused(others: tuple[str, ...]) -> None:
    rows = "".join(f"A;;A-{place};{text}\n" for place, text in enumerate(others))
    with pytest.raises(BatchError):
        read_batch(f"item;title;sku;on_hand\nA;Hemd;A-S;5,000\n{rows}".encode())


def test_half_a_piece_is_no_quantity() -> None:
    with pytest.raises(BatchError, match="isn't a whole number"):
        read_batch(b"item;title;sku;on_hand\nA;Hemd;A-S;2,500\nA;;A-M;1.250,000\n")


def test_invisible_characters_at_the_ends_of_cells_are_trimmed_and_within_are_faults() -> None:
    table = "item,title,sku,on_hand\nA,Shirt,\u200b A-S\u00a0,1\u202f234\nA,,\u2060A-M\u200f,1\u2009234\n"
    assert counts(read_batch(table.encode())) == {"A-S": 1234, "A-M": 1234}
    with pytest.raises(BatchError, match="invisible"):
        read_batch("item,title,sku\nA,Shirt,A\u200b-S\n".encode())


def test_pictures_of_hosts_that_are_not_allowed_are_noted_and_the_rows_taken() -> None:
    table = b"item,title,sku,on_hand,images\nA,Shirt,A-1,3,https://cdn.shop.example/a.jpg\n"
    batch = read_batch(table)
    assert counts(batch) == {"A-1": 3}
    assert batch.items[0].pictures == ()
    assert "pictures weren't fetched from cdn.shop.example (1)" in str(batch.notes[0].text)


def test_a_picture_that_an_allowed_host_does_not_have_is_a_fault() -> None:
    def fetch(address: str) -> bytes:
        raise BatchError(Message("link-status", address=address, status="404"))

    with pytest.raises(BatchError, match="404"):
        read_batch(b"item,title,sku,images\nA,Shirt,A-1,https://cdn.shop.example/a.jpg\n", fetch=fetch)

"""Stock batches that name all places, SKUs that differ only in how they're written, and prices by size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.batches.read import read_batch
from catalogue.errors import BatchError
from catalogue.modes import Mode
from catalogue.pictures import PictureStore
from catalogue.search import Calibration
from catalogue.store import Catalogue
from tests.kit.stores import MemoryIndex, open_database, toy_embed

ROWS = (
    b"item,title,sku,location,on_hand,reserved\n"
    b"A,Shirt,A-1,Berlin,3,\nA,,A-1,Hamburg,4,\nA,,A-1,Zero,0,\nA,,A-2,Berlin,5,\nB,Cap,B-1,Berlin,6,\n"
)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    pictures = PictureStore(str(tmp_path / "pictures"))
    with (
        open_database(tmp_path) as database,
        Catalogue(database, MemoryIndex(), pictures, calibration=Calibration()) as catalogue,
    ):
        first = catalogue.stage([("rows.csv", ROWS)])
        catalogue.apply_staged(first.id, toy_embed)
        yield catalogue


def levels(catalogue: Catalogue, sku: str) -> dict[str, int]:
    [variant] = [v for v in catalogue.item(sku).variants if v.sku == sku]
    return {level.location: level.on_hand for level in variant.stock}


def count(
    catalogue: Catalogue, rows: bytes, *, all_places: bool = True, mode: Mode = Mode.STOCK
) -> list[str]:
    staged = catalogue.stage([("counts.csv", rows)], mode=mode, all_places=all_places)
    assert staged.plan is not None, staged.record.fault
    catalogue.apply_staged(staged.id, toy_embed)
    return [str(note.text) for note in staged.plan.notes] + [
        f"{detail.what}: {detail.before} {detail.after}"
        for change in staged.plan.changed
        for detail in change.changes
    ]


def test_a_stock_batch_of_all_places_empties_the_others_and_says_so(catalogue: Catalogue) -> None:
    said = count(catalogue, b"sku,location,on_hand\nA-1,Berlin,2\n")
    assert levels(catalogue, "A-1") == {"Berlin": 2, "Hamburg": 0, "Zero": 0}
    assert levels(catalogue, "A-2") == {"Berlin": 5}
    assert levels(catalogue, "B-1") == {"Berlin": 6}
    assert said[0] == "the batch names all places of its SKUs; what they have elsewhere becomes 0 (1)"
    assert "on hand of A-1 at Hamburg: 4 0" in said


def test_without_the_word_other_places_stay(catalogue: Catalogue) -> None:
    count(catalogue, b"sku,location,on_hand\nA-1,Berlin,2\n", all_places=False)
    assert levels(catalogue, "A-1")["Hamburg"] == 4


def test_only_a_stock_batch_empties_places(catalogue: Catalogue) -> None:
    count(catalogue, b"item,title,sku,location,on_hand\nA,Shirt,A-1,Berlin,2\n", mode=Mode.UPSERT)
    assert levels(catalogue, "A-1")["Hamburg"] == 4


def test_a_place_whose_count_is_blank_is_named_and_stays(catalogue: Catalogue) -> None:
    count(catalogue, b"sku,location,on_hand\nA-1,Berlin,2\nA-1,Hamburg,\nA-2,Berlin,\n")
    assert levels(catalogue, "A-1") == {"Berlin": 2, "Hamburg": 4, "Zero": 0}
    assert levels(catalogue, "A-2") == {"Berlin": 5}


def test_a_place_with_reserved_pieces_is_not_emptied_unasked(catalogue: Catalogue) -> None:
    count(catalogue, b"sku,location,on_hand,reserved\nA-1,Hamburg,4,2\n", all_places=False)
    staged = catalogue.stage(
        [("counts.csv", b"sku,location,on_hand\nA-1,Berlin,2\n")], mode=Mode.STOCK, all_places=True
    )
    assert staged.plan is None
    assert "2 are reserved at Hamburg" in str(staged.record.fault)


@pytest.mark.parametrize(("one", "other"), [("007", "7"), ("X-1", "X–1"), ("X-07", "x-07 ")])
def test_new_skus_that_differ_only_in_how_they_are_written_are_questioned(
    catalogue: Catalogue, one: str, other: str
) -> None:
    rows = f"item,title,sku\nX,Shoe,{one}\nY,Boot,{other}\nZ,Hat,Z-1\n".encode()
    refused = catalogue.stage([("rows.csv", rows)])
    assert refused.plan is None
    rest = catalogue.stage([("rows.csv", rows)], skip_faulty=True)
    assert rest.plan is not None
    assert [item.id for item in rest.plan.new] == ["Z"]


def test_prices_that_differ_by_size_are_noted_and_the_first_is_taken() -> None:
    batch = read_batch(b"item,title,sku,price\nA,Shirt,A-S,19\nA,,A-M,19.00\nA,,A-XL,24\n")
    assert batch.items[0].price == "19"
    assert [str(note.text) for note in batch.notes] == ["the prices of A differ; it gets 19, not A-XL 24"]


def test_two_prices_of_one_sku_are_a_fault() -> None:
    with pytest.raises(BatchError, match="the price of the item A is 24 here and 19 in row 2"):
        read_batch(b"item,title,sku,location,price\nA,Shirt,A-S,Berlin,19\nA,,A-S,Hamburg,24\n")

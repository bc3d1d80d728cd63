"""Codes of places in batches: read, checked, applied, undone and exported."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from catalogue.database.places import Location
from catalogue.errors import BatchError
from catalogue.modes import Mode, State
from catalogue.store import Catalogue
from tests.kit.stores import build_catalogue, toy_embed

SHOP = b"""item,title,sku,location,on_hand
TEE,Tee,TEE-S,Hall A,5
TEE,Tee,TEE-M,Hall B,7
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with closing(build_catalogue(tmp_path)) as opened:
        opened.import_batch(SHOP, toy_embed, name="shop.csv")
        opened.places.set_code("Hall A", "A-01")
        yield opened


def count(catalogue: Catalogue, rows: str, *, mode: Mode = Mode.STOCK) -> int:
    """Apply a batch; its number."""
    return catalogue.import_batch(rows.encode(), toy_embed, name="stock.csv", mode=mode).batch_id


def stock(catalogue: Catalogue, sku: str) -> dict[str, int]:
    item = catalogue.stock.find(sku)
    [variant] = [variant for variant in item.variants if variant.sku == sku]
    return {level.location: level.on_hand for level in variant.stock}


@pytest.mark.parametrize(
    "rows",
    [
        "sku,location,on_hand\nTEE-S,a-01,9\n",
        "sku,location_code,on_hand\nTEE-S,A-01,9\n",
        "SKU;Lagerplatzcode;Bestand\nTEE-S;A-01;9\n",
        "sku,location,location_code,on_hand\nTEE-S,,A-01,9\n",
    ],
)
def test_a_code_means_the_place_that_has_it(catalogue: Catalogue, rows: str) -> None:
    count(catalogue, rows)
    assert stock(catalogue, "TEE-S") == {"Hall A": 9}
    assert catalogue.places.all() == (Location("Hall A", "A-01"), Location("Hall B"))


def test_a_batch_gives_places_their_codes_and_its_undoing_takes_them(catalogue: Catalogue) -> None:
    """Two places may exchange theirs, and a new place has one from the start."""
    rows = (
        "sku,location,location_code,on_hand\n"
        "TEE-S,Hall A,B-02,5\nTEE-M,Hall B,A-01,7\nTEE-M,Roof,R-1,1\nTEE-S,R-1,,2\n"
    )
    batch = catalogue.stage([("codes.csv", rows.encode())], mode=Mode.STOCK)
    assert batch.plan is not None
    assert "these places get a code: Hall A = B-02, Hall B = A-01, Roof = R-1" in [
        str(note.text) for note in batch.plan.notes
    ]
    catalogue.apply_staged(batch.id, toy_embed)
    coded = {place.name: place.code for place in catalogue.places.all()}
    assert coded == {"Hall A": "B-02", "Hall B": "A-01", "Roof": "R-1"}
    assert stock(catalogue, "TEE-S") == {"Hall A": 5, "Roof": 2}
    catalogue.places.set_code("Roof", "ROOF")  # what somebody changed since is left alone
    catalogue.undo(batch.id, toy_embed)
    assert {place.name: place.code for place in catalogue.places.all()} == {
        "Hall A": "A-01",
        "Hall B": "",
        "Roof": "ROOF",
    }
    assert stock(catalogue, "TEE-S") == {"Hall A": 5}


def test_codes_alone_are_news(catalogue: Catalogue) -> None:
    number = count(catalogue, "sku,location,location_code\nTEE-M,Hall B,B-02\n")
    assert catalogue.ledger.record(number).state is State.APPLIED
    assert catalogue.places.named(["b-02"]) == {"b-02": "Hall B"}
    assert stock(catalogue, "TEE-M") == {"Hall B": 7}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            "TEE-S,Hall A,X-1\nTEE-M,Hall B,X-1",
            "the code X-1 is for Hall B here, but for Hall A in row 2; a code belongs to one place",
        ),
        (
            "TEE-S,Hall A,X-1\nTEE-M,Hall A,X-2",
            "Hall A has the code X-2 here, but X-1 in row 2; a place has one code",
        ),
        ("TEE-M,Hall B,A-01", "A-01 is already the place Hall A; choose another code."),
        ("TEE-M,Hall B,hall a", "hall a can't be a code"),
        ("TEE-S,,Z-9", "no place has the code Z-9; enter its location too"),
        ("TEE-S,Hall A,\nTEE-S,A-01,", "the SKU TEE-S is already at Hall A in row 2; remove one of them"),
    ],
)
def test_a_code_that_cannot_be_is_refused_in_one_sentence(
    catalogue: Catalogue, rows: str, sentence: str
) -> None:
    with pytest.raises(BatchError) as refused:
        count(catalogue, f"sku,location,location_code\n{rows}\n")
    assert sentence in " ".join(str(fault.reason) for fault in refused.value.faults)
    assert catalogue.places.all() == (Location("Hall A", "A-01"), Location("Hall B"))


def test_an_export_has_the_codes_and_brings_them_along(catalogue: Catalogue, tmp_path: Path) -> None:
    out = io.BytesIO()
    catalogue.export_csv(out)
    assert b"location,location_code,on_hand" in out.getvalue()
    with closing(build_catalogue(tmp_path / "other")) as other:
        other.import_batch(out.getvalue(), toy_embed, name="catalogue.csv")
        assert other.places.all() == catalogue.places.all()
    assert not catalogue.plan(catalogue.staging.read([("catalogue.csv", out.getvalue())])).news

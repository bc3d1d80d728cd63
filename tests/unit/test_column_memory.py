"""What people said of columns is used for the same header alone, and never silently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from catalogue.batches.applying.packed_files import MOST_BYTES
from catalogue.batches.reading.column_memory import header_key
from catalogue.modes import Mode, State
from catalogue.pictures import PictureStore
from catalogue.search import Calibration
from catalogue.store import Catalogue
from tests.kit.stores import MemoryIndex, open_database

TABLE = b"Alpha;Beta;Gamma;Zahl\nCAP;Cap;CAP-1;3\n"
MAPPING = {"Alpha": "item", "Beta": "title", "Gamma": "sku", "Zahl": "on_hand"}


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    pictures = PictureStore(str(tmp_path / "pictures"))
    with (
        open_database(tmp_path) as database,
        Catalogue(database, MemoryIndex(), pictures, calibration=Calibration()) as catalogue,
    ):
        yield catalogue


def test_a_refusal_for_columns_keeps_its_question_and_its_files(catalogue: Catalogue) -> None:
    staged = catalogue.stage([("caps.csv", TABLE)])
    assert staged.question is not None
    assert staged.question.header == ("Alpha", "Beta", "Gamma", "Zahl")
    assert catalogue.staged(staged.id).question == staged.question
    assert catalogue.staging.files(staged.id) == [("caps.csv", TABLE)]
    catalogue.staging.tidy(now=datetime.now(UTC) + timedelta(days=15))
    assert catalogue.staging.files(staged.id) == []


def test_a_refused_stock_batch_of_all_places_remembers_that_it_is_one(catalogue: Catalogue) -> None:
    table = b"Alpha;Lager;Zahl\nCAP-1;Berlin;3\n"
    for all_places in (True, False):
        staged = catalogue.stage([("caps.csv", table)], mode=Mode.STOCK, all_places=all_places)
        assert staged.question is not None
        assert catalogue.staging.names_all_places(staged.id) is all_places


def test_files_too_large_to_be_kept_must_be_sent_again(catalogue: Catalogue) -> None:
    staged = catalogue.stage([("caps.csv", TABLE), ("notes.txt.csv", TABLE + b"x;" * (MOST_BYTES // 2))])
    assert staged.record.state is State.FAILED
    assert catalogue.staging.files(staged.id) == []


def test_remembered_columns_are_used_for_the_same_header_in_any_order_and_said(catalogue: Catalogue) -> None:
    catalogue.columns.remember(("Alpha", "Beta", "Gamma", "Zahl"), MAPPING, by="Ann")
    for table in (TABLE, b"A list of caps\n\nZahl;Alpha;GAMMA;Beta\n3;CAP;CAP-1;Cap\n"):
        staged = catalogue.stage([("caps.csv", table)])
        assert staged.plan is not None
        [item] = staged.plan.new
        assert (item.id, item.title, item.variants[0].sku) == ("CAP", "Cap", "CAP-1")
        said = [str(note.text) for note in staged.plan.notes]
        assert any("Alpha = item, Beta = title, Gamma = sku, Zahl = on_hand" in text for text in said)


@pytest.mark.parametrize(
    "header", ["Alpha;Beta;Gamma", "Alpha;Beta;Gamma;Zahl;Delta", "Alpha;Beta;Gama;Zahl"]
)
def test_another_header_is_asked_about_again(catalogue: Catalogue, header: str) -> None:
    catalogue.columns.remember(("Alpha", "Beta", "Gamma", "Zahl"), MAPPING, by="Ann")
    staged = catalogue.stage([("caps.csv", f"{header}\nCAP;Cap;CAP-1;3;4\n".encode())])
    assert staged.plan is None


def test_a_mapping_of_the_command_line_wins_over_what_is_remembered(catalogue: Catalogue) -> None:
    catalogue.columns.remember(("Alpha", "Beta", "Gamma", "Zahl"), MAPPING, by="Ann")
    mapping = MAPPING | {"Alpha": "title", "Beta": "item"}
    staged = catalogue.stage([("caps.csv", TABLE)], mapping=mapping)
    assert staged.plan is not None
    assert [item.id for item in staged.plan.new] == ["Cap"]


def test_what_another_version_remembered_is_left_out(catalogue: Catalogue) -> None:
    catalogue.notes.put("columns", "k", {"header": 7})
    assert catalogue.columns.all() == {}


def test_the_column_that_we_add_does_not_change_a_header() -> None:
    assert header_key(["Größe", "SKU", "Hangtag: what's wrong"]) == header_key(["sku", "GROESSE", ""])

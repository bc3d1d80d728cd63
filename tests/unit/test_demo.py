"""The demo catalogue: a batch in the catalogue's own format, whole and believable."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from bot.demo.catalogue import COLUMNS, barcode, demo_garments, demo_photos, draw_demo_photo, write_demo_batch
from catalogue.items import GARMENT_CLASSES
from vision.drawing import KINDS


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.zip"
    write_demo_batch(path)
    return path


@pytest.fixture(scope="module")
def rows(batch: Path) -> list[dict[str, str]]:
    with zipfile.ZipFile(batch) as parts:
        return list(csv.DictReader(io.StringIO(parts.read("items.csv").decode(), newline="")))


def variants(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The first row of each variant."""
    seen: set[str] = set()
    for row in rows:
        if row["sku"] not in seen:
            seen.add(row["sku"])
            yield row


def test_the_table_has_the_columns_of_the_own_format(rows: list[dict[str, str]]) -> None:
    assert tuple(rows[0]) == COLUMNS
    assert all(row["item"] and row["title"] and row["sku"] for row in rows)
    assert {row["class"] for row in rows} == set(GARMENT_CLASSES)


def test_a_variant_stands_once_at_each_location(rows: list[dict[str, str]]) -> None:
    places = [(row["sku"], row["location"]) for row in rows]
    assert len(places) == len(set(places))
    assert 2 <= len({re.sub(r" \d\d-\d\d$", "", row["location"]) for row in rows}) <= 3


def test_skus_and_barcodes_are_unique_and_belong_to_one_item_and_size(rows: list[dict[str, str]]) -> None:
    firsts = list(variants(rows))
    assert len({(row["item"], row["size"]) for row in firsts}) == len(firsts)
    assert len({row["barcode"] for row in firsts}) == len(firsts)
    for row in rows:
        assert row["sku"].startswith(row["item"])


def test_barcodes_are_valid_ean_13(rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert re.fullmatch(r"\d{13}", row["barcode"])
        digits = [int(digit) for digit in row["barcode"]]
        assert (sum(digits[0::2]) + 3 * sum(digits[1::2])) % 10 == 0
    assert barcode(0) == "2000000000008"


def test_stock_is_believable(rows: list[dict[str, str]]) -> None:
    quantities = [(int(row["on_hand"]), int(row["reserved"])) for row in rows]
    assert all(0 <= reserved <= on_hand for on_hand, reserved in quantities)
    assert any(on_hand == 0 for on_hand, _ in quantities)
    assert any(0 < on_hand < 4 for on_hand, _ in quantities)
    assert any(reserved for _, reserved in quantities)
    assert all(re.fullmatch(r"\d+\.\d\d", row["price"]) and row["currency"] == "EUR" for row in rows)


def test_each_item_has_two_pictures_that_are_in_the_batch(batch: Path, rows: list[dict[str, str]]) -> None:
    with zipfile.ZipFile(batch) as parts:
        names = set(parts.namelist())
        for row in variants(rows):
            pictures = row["pictures"].split(";")
            assert len(pictures) == 2
            assert set(pictures) <= names
        picture = cv2.imdecode(np.frombuffer(parts.read(rows[0]["pictures"].split(";")[0]), np.uint8), 1)
    assert picture is not None
    assert picture.shape == (640, 640, 3)


def test_the_batch_is_small_and_always_the_same(batch: Path, rows: list[dict[str, str]]) -> None:
    assert batch.stat().st_size < 8_000_000
    assert {row["item"] for row in rows} == {item.id for item in demo_garments()}
    assert demo_garments() == demo_garments()


def test_the_demo_sells_every_kind_and_some_designs_in_several_colours() -> None:
    items = demo_garments()
    assert 55 <= len(items) <= 80
    assert {item.garment.kind for item in items} == set(KINDS)
    assert len({item.id for item in items}) == len(items)
    assert len({item.title for item in items}) == len(items)
    assert len({item.id.rpartition("-")[0] for item in items}) < len(items) - 15
    first = items[0]
    assert (first.id, first.title) == ("MRL-TS-NAVY", "Marlow striped T-shirt, navy")


def test_a_demo_photo_can_be_drawn_of_each_item_and_again() -> None:
    photo = draw_demo_photo("MRL-TS-NAVY", 1, size=(120, 90))
    assert photo.shape == (120, 90, 3)
    assert np.array_equal(photo, draw_demo_photo("MRL-TS-NAVY", 1, size=(120, 90)))
    assert not np.array_equal(photo, draw_demo_photo("MRL-TS-NAVY", 2, size=(120, 90)))
    with pytest.raises(KeyError):
        draw_demo_photo("NO-SUCH", 1)


def test_photos_to_try_are_jpegs_with_names() -> None:
    tried = demo_photos(3)
    assert len({name for name, _ in tried}) == 3
    assert all(data[:3] == b"\xff\xd8\xff" for _, data in tried)

"""The benchmark of sizes builds a real catalogue, and its figures are what they are called."""

from __future__ import annotations

import math
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from catalogue.benchmark import Cost, as_json, classes_of, measure, table
from catalogue.database import url_in
from catalogue.errors import StoreError
from catalogue.feed_benchmark import measure_feed
from catalogue.feed_benchmark import table as feed_table
from catalogue.items import GARMENT_CLASSES
from tests.kit.floor import shop
from tests.kit.stores import open_database, random_vectors


@pytest.fixture(scope="module")
def cost(tmp_path_factory: pytest.TempPathFactory) -> Cost:
    vectors = random_vectors(600, 24)
    queries = random_vectors(20, 24, seed=1)
    return measure(vectors, queries, folder=tmp_path_factory.mktemp("bench"))


def test_every_figure_is_measured(cost: Cost) -> None:
    assert cost.items == 600
    assert all(math.isfinite(value) for value in asdict(cost).values())
    assert cost.import_per_second < cost.index_per_second
    assert cost.search_ms <= cost.search_p99_ms
    assert min(cost.disk_mb, cost.memory_mb, cost.open_s, cost.audit_per_second) > 0


def test_among_few_the_index_is_as_good_as_an_exact_search(cost: Cost) -> None:
    assert cost.recall == pytest.approx(1, abs=0.01)
    assert cost.class_recall == pytest.approx(1, abs=0.01)
    assert cost.unfindable == 0


def test_the_folder_is_gone_afterwards(tmp_path: Path) -> None:
    measure(random_vectors(30, 8), random_vectors(3, 8, seed=1), folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_table_has_a_column_for_each_size(cost: Cost) -> None:
    first, *rest = table([cost, cost]).splitlines()
    assert first.split() == ["items", "600", "600"]
    # "items" is above; medians and 99th percentiles share their lines.
    assert len(rest) == len(asdict(cost)) - 5
    assert as_json([cost])[0]["items"] == 600


def test_a_feed_is_measured_on_a_real_catalogue_that_is_gone_afterwards(tmp_path: Path) -> None:
    nothing, little = measure_feed(1_000, (0.0, 0.01), folder=tmp_path)
    assert (nothing.skus, nothing.changed, little.changed) == (1_000, 0, 10)
    assert little.cpu_seconds > 0
    assert list(tmp_path.iterdir()) == []
    assert feed_table([little]).startswith("feed of 1,000 SKUs, 10 changed: ")


def test_a_feed_is_measured_in_no_database_that_holds_something(tmp_path: Path) -> None:
    with (
        open_database(tmp_path, *shop(), name="hangtag.sqlite3"),
        pytest.raises(StoreError, match="must be empty"),
    ):
        measure_feed(100, (0.0,), database_url=url_in(tmp_path))


def test_like_vectors_share_a_class_and_classes_differ_in_size() -> None:
    vectors = random_vectors(500, 8)
    classes = classes_of(vectors)
    assert set(classes) <= set(GARMENT_CLASSES)
    sizes = np.unique(classes, return_counts=True)[1]
    assert sizes.max() > 1.3 * sizes.min()

"""What a photo can't tell apart, as either database stores it: by model, and while the pictures stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from catalogue.database import BatchRecord, Database
from catalogue.database.adaptations import SHARE, Ranking, Trial, fingerprint
from catalogue.items import Item, Picture
from tests.kit.stores import database_of

TRIALS = (Trial(True), Trial(False, Ranking((("b", 0.8), ("a", 0.7)), -0.5, 0.9)))


def item(name: str, *pictures: str) -> Item:
    return Item(name, name, pictures=tuple(Picture(key, n) for n, key in enumerate(pictures or (name,))))


A, B, C = item("a"), item("b"), item("c")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    with database_of(request, tmp_path, A, B, C) as one:
        yield one


def marks(database: Database) -> dict[str, str]:
    return {each.id: fingerprint(each) for each in database.each_item()}


def write(database: Database, *items: Item) -> None:
    database.write(items, BatchRecord(datetime.now(UTC), "test", 0, len(items), 0))


def names(database: Database, of: Item, model: str = "m1") -> list[str]:
    return [each.id for each in database.adaptations.indistinct(model, of)]


def test_a_pair_counts_for_both_and_for_its_model_alone(database: Database) -> None:
    stored = database.adaptations
    stored.put("m1", A, TRIALS, {"b": (B, SHARE), "c": (C, SHARE / 2 - 0.01)})
    assert (names(database, A), names(database, B), names(database, C)) == (["b"], ["a"], [])
    assert names(database, A, "m2") == []
    assert stored.pairs("m1", marks(database)) == {frozenset("ab")}
    assert stored.trials("m1", marks(database)) == {"a": TRIALS}
    assert stored.trials("m2", marks(database)) == {}


def test_the_shares_of_both_ways_are_added(database: Database) -> None:
    database.adaptations.put("m1", A, TRIALS, {"c": (C, SHARE / 2)})
    assert names(database, A) == []
    database.adaptations.put("m1", C, TRIALS, {"a": (A, SHARE / 2)})
    assert (names(database, A), names(database, C)) == (["c"], ["a"])


@pytest.mark.parametrize("changed", [item("a", "a", "more"), item("b", "other")])
def test_a_pair_is_ignored_once_one_of_them_has_other_pictures(database: Database, changed: Item) -> None:
    database.adaptations.put("m1", A, TRIALS, {"b": (B, 0.5)})
    write(database, changed)
    now = database.items(["a", "b"])
    assert names(database, now["a"]) == names(database, now["b"]) == []
    assert database.adaptations.pairs("m1", marks(database)) == frozenset()
    assert set(database.adaptations.trials("m1", marks(database))) == {"a"} - {changed.id}


def test_a_renamed_item_stays_an_alternative_and_a_retired_one_is_none(database: Database) -> None:
    database.adaptations.put("m1", A, TRIALS, {"b": (B, 0.5)})
    write(database, replace(B, title="B, renamed"))
    assert names(database, A) == ["b"]
    write(database, replace(B, retired=True))
    assert names(database, A) == []


def test_entries_are_replaced_swept_and_forgotten(database: Database) -> None:
    stored = database.adaptations
    stored.put("m1", A, TRIALS, {"b": (B, 0.5)})
    stored.put("m1", A, TRIALS[:1], {"c": (C, 0.5)})
    stored.put("m2", A, TRIALS, {"b": (B, 0.5)})
    assert names(database, A) == ["c"]
    stored.put("m1", B, TRIALS, {})
    stored.sweep("m1", ["b", "c"])
    assert (names(database, A), set(stored.trials("m1", marks(database)))) == ([], {"b"})
    assert stored.forget("m1") == 1
    assert (stored.trials("m1", marks(database)), names(database, A, "m2")) == ({}, ["b"])

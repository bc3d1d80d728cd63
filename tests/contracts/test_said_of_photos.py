"""What people say of photos is kept once, whether the database is SQLite or PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue.database import Confirmation, Database, NewIntake
from catalogue.items import Evidence
from tests.kit.stores import database_of

NUMBERS = itertools.count()
RIGHT = Confirmation("look", "model", "Tee", True, None, Evidence(0.9, 0.2, 1.0, 0.9), "ann", "Ann", "a:1")
NEW = NewIntake("look", "photo", "cut-out", "upper", "ann", "Ann", "a:1")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    with database_of(request, tmp_path) as opened:
        yield opened


def test_the_first_word_on_a_match_is_kept_and_told_as_the_first(database: Database) -> None:
    said = database.confirmations
    assert said.add(RIGHT)
    assert not said.add(replace(RIGHT, right=False))
    assert said.by_place() == {"a:1": (1, 0)}
    assert said.add(replace(RIGHT, look="another", right=False))
    assert said.really("another", "Cap")
    assert not said.really("look", "Cap")
    assert said.says("another", "Cap")
    assert [right for _, right in said.answers("model")] == [True, False]


def test_of_many_words_at_once_one_is_the_first(database: Database) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(database.confirmations.add, [RIGHT] * 8)) == 1


def test_a_garment_is_registered_once_and_keeps_its_number(database: Database) -> None:
    intakes = database.intakes
    number, first = intakes.add(NEW)
    assert first
    assert intakes.add(NEW) == (number, False)
    other, first = intakes.add(replace(NEW, look="another"))
    assert first
    assert [one.id for one in intakes.waiting()] == [number, other]
    assert intakes.dismissed(number, "Clara")
    assert not intakes.dismissed(number, "Clara")
    assert [one.id for one in intakes.waiting()] == [other]

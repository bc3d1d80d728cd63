"""The exam of questions is sound: what its cases name is in the demo catalogue, and none stands twice.

A line is what was `say`d, ids of the items that the last answer showed (`about`), and the right `intent` and
`slots`, in the catalogue's own spelling. Every third case was held out when the grammar was first written;
those of its author and of the second exam, which are marked, come after them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.demo.catalogue import LOCATIONS, demo_garments
from tests.questions.projection import INTENTS

FOLDER = Path(__file__).parents[1] / "questions"
FILES = sorted(FOLDER.glob("*.jsonl"))
ITEMS = {item.id for item in demo_garments()}


def cases(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_case_names_what_there_is_and_none_stands_twice(file: Path) -> None:
    asked = cases(file)
    for case in asked:
        named = [*case.get("about", []), *case["slots"].get("items", [])]
        assert set(named) <= ITEMS, case
        places = {case["slots"].get(slot) for slot in ("location", "from_location", "to_location")}
        assert places <= {*LOCATIONS, None}, case
        assert case["intent"] in INTENTS, case
    assert len({(case["say"], *case.get("about", [])) for case in asked}) == len(asked)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_third_case_is_held_out(file: Path) -> None:
    given = [case for case in cases(file) if "source" not in case]
    assert [bool(case.get("held_out")) for case in given] == [
        number % 3 == 0 for number in range(1, len(given) + 1)
    ]
    assert not any(case.get("held_out") for case in cases(file) if case.get("source") == "author")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_language_has_its_second_exam(file: Path) -> None:
    assert {case.get("source", "first") for case in cases(file)} == {"first", "author", "second"}
    assert sum(case.get("source") == "second" for case in cases(file)) >= 50


def test_there_are_enough_in_english() -> None:
    assert len(cases(FOLDER / "en.jsonl")) >= 300

"""The exams of conversations get no worse: as many right, and no more answered as another question."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.demo.catalogue import demo_items
from tests.questions.conversations import __main__ as exam
from tests.questions.conversations.judging import Shop

FOLDER = Path(exam.__file__).parent
KEPT = {
    "first": (285, 7),
    "second": (286, 8),
    "third": (129, 8),
    "fourth": (174, 4),
    "fifth": (136, 2),
    "sixth": (195, 9),
    "seventh": (118, 12),
    "other_shop": (143, 2),
    "third_shop": (84, 3),
    "boutique": (128, 7),
    "outdoor_shop": (132, 10),
    "family_shop": (121, 8),
}
"""At least so many right, and at most so many answered as another question."""


def outcomes(name: str) -> Counter[str]:
    """How the messages of an exam are answered, about its own catalogue where it has one."""
    catalogue = FOLDER / f"{name}.csv"
    items = exam.items_of(catalogue) if catalogue.exists() else demo_items(datetime.now(UTC))
    with exam.chat_about(items) as chat:
        lines = exam.objects_of(FOLDER / f"{name}.jsonl")
        return Counter(each.outcome for each in exam.examine(lines, chat, Shop.of(items)))


RECENT = ("sixth", "seventh", "boutique", "family_shop")
"""Those that `make test` plays, too; the others are slow."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in RECENT else pytest.mark.slow) for name in KEPT]
)
def test_an_exam_of_conversations_gets_no_worse(name: str) -> None:
    least, most = KEPT[name]
    found = outcomes(name)
    assert found["right"] >= least, found
    assert found["another question"] <= most, found


def test_each_exam_of_conversations_is_kept() -> None:
    assert {file.stem for file in FOLDER.glob("*.jsonl")} == KEPT.keys()

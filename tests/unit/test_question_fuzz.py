"""Whatever is typed, it is understood or it is not: nothing breaks, and slots are always sound."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.demo.catalogue import demo_garments
from bot.questions.answering.as_json import asked_to_json
from bot.questions.lexicon import LANGUAGES, lexicon
from bot.questions.query import Query, Talk
from bot.questions.understanding import Understanding
from bot.state.memory import Context

ITEMS = [item.id for item in demo_garments()]
WORDS = sorted(set().union(*(lexicon(language).words for language in LANGUAGES)))
OTHERS = [
    "MRL-TS-NAVY-M",
    "2000000000039",
    "hall",
    "a",
    "berlin",
    "38",
    "2026-08-14",
    "31.2.2026",
    "@Anna",
    "'",
    "marlow",
]
QUIET = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(understanding: Understanding, text: str, about: list[str], language: str) -> None:
    read = understanding(text, Context(tuple(about)), language=language)
    for asked in (*read.asked, *read.near):
        if not isinstance(asked, Talk):
            assert set(asked.items) <= set(ITEMS)
            json = asked_to_json(asked)
            assert len(json) < 20_000
    assert len(read.asked) <= 2
    assert all(isinstance(each, Query) for each in read.near)
    assert not (read.near and read.asked)


@QUIET
@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_any_text_at_all(understanding: Understanding, text: str, language: str) -> None:
    check(understanding, text, ITEMS[:2], language)


@QUIET
@given(
    words=st.lists(st.sampled_from(WORDS) | st.sampled_from(OTHERS), max_size=9),
    about=st.lists(st.sampled_from(ITEMS), max_size=4, unique=True),
    language=st.sampled_from(LANGUAGES),
)
def test_any_words_in_any_order(
    understanding: Understanding, words: list[str], about: list[str], language: str
) -> None:
    check(understanding, " ".join(words), about, language)


@pytest.mark.parametrize("text", ["?" * 10_000, "in M " * 5_000, "a-" * 3_000, "\u202e" * 300, "1" * 5_000])
def test_long_messages_take_no_longer(understanding: Understanding, text: str) -> None:
    check(understanding, text, ITEMS[:1], "en")

"""The exam of questions is passed, and no question in it is taken for another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.questions.lexicon import LANGUAGES
from bot.questions.understanding import Understanding
from tests.questions.exam import demo_understanding, examine, languages, score


@pytest.fixture(scope="module")
def understanding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Understanding]:
    with demo_understanding(tmp_path_factory.mktemp("exam")) as understanding:
        yield understanding


@pytest.mark.parametrize("language", [each for each in languages() if each in LANGUAGES])
def test_enough_is_understood_rightly(understanding: Understanding, language: str) -> None:
    answers = examine(understanding, language)
    wrong = "\n".join(each.told for each in answers if not each.right)
    assert score(answers) >= 0.99, wrong


@pytest.mark.parametrize("language", [each for each in languages() if each in LANGUAGES])
def test_what_is_not_understood_is_never_taken_for_something_else(
    understanding: Understanding, language: str
) -> None:
    answers = examine(understanding, language)
    taken = [each for each in answers if not each.right and each.intent != "unknown"]
    assert not taken, "\n".join(each.told for each in taken)


def test_all_six_languages_have_an_exam() -> None:
    assert set(languages()) >= set(LANGUAGES)


def test_the_file_of_cases_is_no_lexicon() -> None:
    """Whole phrasings learnt by heart would pass the exam and help nobody."""
    folder = Path(__file__).parents[2] / "bot" / "questions" / "words"
    for language in LANGUAGES:
        written = (folder / f"{language}.toml").read_text("utf-8").casefold()
        longest = max(len(phrase.split()) for phrase in written.split('"')[1::2])
        assert longest <= 10, language  # “qu’est-ce qu’on a mis de côté pour” is one

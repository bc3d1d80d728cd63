"""The words: all there, in every language, with their plurals."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

import bot
from bot.cards.elements import date_in_words
from bot.locales import FALLBACK, languages, words_for


def test_plurals_follow_the_number() -> None:
    say = words_for("en")
    assert say("stock-more-locations", count=1) == "and 1 more location"
    assert say("stock-more-locations", count=1200) == "and 1,200 more locations"


@pytest.mark.parametrize(
    ("asked", "kept"), [("en-GB", "en-GB"), ("en_US", "en-US"), ("xx-YY", "en"), ("", "en")]
)
def test_a_locale_finds_its_language_or_english(asked: str, kept: str) -> None:
    say = words_for(asked)
    assert say("help-show") == "Help"
    assert say.locale == kept


@pytest.mark.parametrize(
    ("locale", "told"),
    [("de-AT", "Fr., 6. März 2026"), ("en-GB", "Fri, 6 Mar 2026"), ("de-XX", "Fr., 6. März 2026")],
)
def test_dates_are_written_as_the_reader_writes_them(locale: str, told: str) -> None:
    assert date_in_words(date(2026, 3, 6), words_for(locale)) == told


@pytest.mark.parametrize("language", [each for each in languages() if each != FALLBACK])
def test_what_staff_read_is_in_every_language(language: str) -> None:
    """Admins' words may be lacking, and are said in English then."""
    own = set(re.findall(r"^([a-z][a-z-]*) =", _file(language), re.MULTILINE))
    staff = (
        "verdict-",
        "cut-out",
        "stock-",
        "help-title",
        "answer-",
        "reading-",
        "confirm-",
        "work-",
        "tag-",
        "search-",
    )
    english = set(re.findall(r"^([a-z][a-z-]*) =", _file(FALLBACK), re.MULTILINE))
    assert {key for key in english if key.startswith(staff)} <= own


def test_an_unknown_message_and_a_missing_value_are_bugs() -> None:
    say = words_for("en")
    with pytest.raises(LookupError, match="no message"):
        say("no-such-message")
    with pytest.raises(LookupError, match="picture-of"):
        say("picture-of")


def test_every_message_is_used_and_every_used_message_is_there() -> None:
    defined = set(re.findall(r"^([a-z][a-z-]*) =", _file(FALLBACK), re.MULTILINE))
    code = "\n".join(file.read_text("utf-8") for file in Path(next(iter(bot.__path__))).rglob("*.py"))
    assert {key for key in defined if f'"{key}"' not in code} == set()
    assert set(re.findall(r'\bsay\(\s*"([a-z-]+)"', code)) <= defined


@pytest.mark.parametrize("language", languages())
def test_no_language_has_a_message_that_english_lacks(language: str) -> None:
    messages = [
        set(re.findall(r"^([a-z][a-z-]*) =", _file(each), re.MULTILINE)) for each in (language, FALLBACK)
    ]
    assert messages[0] <= messages[1]


def _file(language: str) -> str:
    parts = files("bot.locales").joinpath(language).iterdir()
    return "\n".join(part.read_text("utf-8") for part in parts)


@pytest.mark.parametrize("language", [each for each in languages() if each != FALLBACK])
def test_no_message_of_a_language_wants_what_the_english_one_does_not(language: str) -> None:
    """The callers know the English places alone."""
    english, own = _places(FALLBACK), _places(language)
    assert {key: wanted - english[key] for key, wanted in own.items() if wanted - english[key]} == {}


def _places(language: str) -> dict[str, set[str]]:
    """Each message, and the places in it that callers fill."""
    written = re.split(r"^(?=[a-z][a-z-]* =)", _file(language), flags=re.MULTILINE)[1:]
    return {each.split(" =")[0]: set(re.findall(r"\$(\w+)", each)) for each in written}


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("de", 1, "und 1 weiterer Ort"),
        ("de", 1200, "und 1.200 weitere Orte"),
        ("fr", 0, "et 0 autre emplacement"),
        ("fr", 2, "et 2 autres emplacements"),
        ("es", 1, "y 1 ubicación más"),
        ("es", 12000, "y 12.000 ubicaciones más"),
        ("it", 1, "e un altro luogo"),
        ("it", 12000, "e altri 12.000 luoghi"),
        ("pl", 1, "i jeszcze 1 miejsce"),
        ("pl", 3, "i jeszcze 3 miejsca"),
        ("pl", 12, "i jeszcze 12 miejsc"),
    ],
)
def test_plurals_and_numbers_are_those_of_the_language(language: str, count: int, told: str) -> None:
    assert words_for(language)("stock-more-locations", count=count) == told

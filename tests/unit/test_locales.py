"""The words: all there, in every language, with their plurals."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest
from babel import Locale

from bot.cards.elements import date_in_words
from bot.locales import FALLBACK, languages, words_for
from catalogue import messages
from catalogue.messages import PLAIN
from tests.kit.sources import sources
from vision.errors import english_source

OPERATOR = "operator-"
"""The beginning of messages for whoever runs the bot: they are in English alone."""
OTHERS = [each for each in languages() if each != FALLBACK]


def test_plurals_follow_the_number() -> None:
    words = words_for("en")
    assert words("stock-more-locations", count=1) == "and 1 more location"
    assert words("stock-more-locations", count=1200) == "and 1,200 more locations"


@pytest.mark.parametrize(
    ("asked", "kept"), [("en-GB", "en-GB"), ("en_US", "en-US"), ("xx-YY", "en"), ("", "en")]
)
def test_a_locale_finds_its_language_or_english(asked: str, kept: str) -> None:
    words = words_for(asked)
    assert words("help-show") == "Help"
    assert words.locale == kept


@pytest.mark.parametrize(
    ("locale", "told"),
    [("de-AT", "Fr., 6. März 2026"), ("en-GB", "Fri, 6 Mar 2026"), ("de-XX", "Fr., 6. März 2026")],
)
def test_dates_are_written_as_the_reader_writes_them(locale: str, told: str) -> None:
    assert date_in_words(date(2026, 3, 6), words_for(locale)) == told


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_in_every_language(language: str) -> None:
    """Nothing is left to be read in English, but what only whoever runs the bot reads."""
    wanted = {key for key in _messages(FALLBACK) if not key.startswith(OPERATOR)}
    assert set(_messages(language)) == wanted - {PLAIN}


def test_an_unknown_message_and_a_missing_value_are_bugs() -> None:
    words = words_for("en")
    with pytest.raises(LookupError, match="no message"):
        words("no-such-message")
    with pytest.raises(LookupError, match="picture-of"):
        words("picture-of")


def test_every_message_is_used_and_every_used_message_is_there() -> None:
    defined = _messages(FALLBACK)
    code = "\n".join(file.read_text("utf-8") for file in sources())
    within = {key for text in defined.values() for key in re.findall(r"\{ ([a-z][a-z-]*) \}", text)}
    assert {key for key in defined if f'"{key}"' not in code} <= within
    assert set(re.findall(r'\b(?:say|words)\(\s*"([a-z-]+)"', code)) <= set(defined)
    assert set(re.findall(r'\bMessage\(\s*"([a-z-]+)"', code)) <= set(defined)
    assert set(re.findall(r'(?<!Fetch)Error\("([a-z-]+)"', code)) <= set(defined)


@pytest.mark.parametrize("language", OTHERS)
def test_a_message_of_a_language_has_the_places_of_the_english_one(language: str) -> None:
    """The callers know the English places alone; what is told in English alone is in a place of that name."""
    english = {key: _places(text) for key, text in _messages(FALLBACK).items()}
    own = {key: _places(text) for key, text in _messages(language).items()}
    assert {key: (wanted, english[key]) for key, wanted in own.items() if wanted - english[key]} == {}
    spared = {key: left for key, wanted in own.items() if (left := english[key] - wanted - {"english"})}
    assert spared == {}


@pytest.mark.parametrize("language", languages())
def test_plurals_are_complete(language: str) -> None:
    """Every form that whole numbers take in the language is written out, or is the last one."""
    forms = {Locale(language).plural_form(count) for count in range(1000)}
    wrong = {}
    for key, text in _messages(language).items():
        for place, variants in re.findall(r"\{ \$(\w+) ->\n(.*?)\n +\}", text, re.DOTALL):
            named = set(re.findall(r"\[([\w-]+)\]", variants))
            if named & {"zero", "one", "two", "few", "many"} and place not in NEVER_ONE.get(key, ()):
                left = forms - named
                if len(left) > 1:
                    wrong[key] = left
    assert wrong == {}


NEVER_ONE = {"too-many-photos": ("count",), "garments-seen": ("count",)}
"""Said of several alone."""


@pytest.mark.parametrize("language", languages())
def test_every_message_can_be_said(language: str) -> None:
    """With any number, and with words in the place of a number: no message asks for what it does not get."""
    words = words_for(language)
    for key, text in _messages(language).items():
        used = _places(text) | {"what", "name"}
        for count in (0, 1, 2, 5, 1234):
            words(key, **dict.fromkeys(used, count))
        words(key, **dict.fromkeys(used, "words"))


def _file(language: str) -> str:
    parts = sorted(files("bot.locales").joinpath(language).iterdir(), key=lambda part: part.name)
    texts = [part.read_text("utf-8") for part in parts]
    if language == FALLBACK:
        texts += [messages.source(), english_source()]
    lines = "\n".join(texts).splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def _messages(language: str) -> dict[str, str]:
    """Each message, as it is written."""
    written = re.split(r"^(?=[a-z][a-z-]* =)", _file(language), flags=re.MULTILINE)[1:]
    keys = [each.split(" =")[0] for each in written]
    assert len(set(keys)) == len(keys), "a message is written twice"
    return dict(zip(keys, written, strict=True))


def _places(text: str) -> set[str]:
    """The places in a message that callers fill."""
    return set(re.findall(r"\$(\w+)", text))


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("de", 1, "und 1 weiterer Ort"),
        ("de", 1200, "und 1.200 weitere Orte"),
        ("fr", 0, "et 0 autre emplacement"),
        ("fr", 2, "et 2 autres emplacements"),
        ("es", 1, "y 1 ubicación más"),
        ("es", 12000, "y 12.000 ubicaciones más"),
        ("it", 1, "e un’altra ubicazione"),
        ("it", 12000, "e altre 12.000 ubicazioni"),
        ("pl", 1, "i jeszcze 1 miejsce"),
        ("pl", 3, "i jeszcze 3 miejsca"),
        ("pl", 12, "i jeszcze 12 miejsc"),
    ],
)
def test_plurals_and_numbers_are_those_of_the_language(language: str, count: int, told: str) -> None:
    assert words_for(language)("stock-more-locations", count=count) == told

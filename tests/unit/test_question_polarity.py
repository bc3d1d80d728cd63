"""A message that turns round what it names is never answered as if it didn't."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from bot.questions.question import Question
from bot.questions.understanding import Understanding
from bot.state.memory import Context
from tests.questions.exam import FOLDER, languages

EXCLUSIONS = {
    "en": ("except", "without", "excluding"),
    "de": ("außer", "ausgenommen"),
    "fr": ("sauf", "sans"),
    "es": ("excepto", "salvo"),
    "it": ("tranne", "eccetto"),
    "pl": ("oprócz", "bez"),
}
NEGATIONS = {
    "en": ("don't", "do not", "never"),
    "de": ("nicht", "bitte nicht", "auf keinen Fall"),
    "fr": ("ne pas", "surtout pas", "jamais"),
    "es": ("no", "nunca", "todavía no"),
    "it": ("non", "mai", "ancora non"),
    "pl": ("nie", "nigdy"),
}
ORDERS = ("reserve", "release", "move", "count")


def phrasings(language: str, *, orders: bool) -> list[tuple[str, Context]]:
    """Phrasings of the exam, in an order that is the same each time."""
    cases = [json.loads(line) for line in Path(FOLDER, f"{language}.jsonl").read_text("utf-8").splitlines()]
    chosen = [case for case in cases if (case["intent"] in ORDERS) is orders]
    random.Random(7).shuffle(chosen)
    return [(case["say"], Context(tuple(case.get("about", ())))) for case in chosen]


def read(understanding: Understanding, text: str, context: Context, language: str) -> Question:
    return understanding(text, context, language=language).question


@pytest.mark.parametrize("language", languages())
def test_a_word_of_exclusion_is_never_passed_over(understanding: Understanding, language: str) -> None:
    """Wherever it stands, the answer is not that of the message without it."""
    places, same = random.Random(11), []
    for text, context in phrasings(language, orders=False)[:80]:
        plain = read(understanding, text, context, language)
        if plain.intent in ("unknown", "thanks", "help", "find", "language"):
            continue
        words = text.split()
        for operator in EXCLUSIONS[language]:
            at = places.randrange(len(words))
            turned = " ".join([*words[:at], operator, *words[at:]])
            if read(understanding, turned, context, language) == plain:
                same.append(turned)
    assert same == []


@pytest.mark.parametrize("language", languages())
def test_an_order_with_a_negation_is_no_order(understanding: Understanding, language: str) -> None:
    taken = []
    for text, context in phrasings(language, orders=True)[:40]:
        for negation in NEGATIONS[language]:
            for turned in (f"{negation} {text}", f"{text} {negation}"):
                if read(understanding, turned, context, language).intent in ORDERS:
                    taken.append(turned)
    assert taken == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("do not reserve 2 for Anna", "en"),
        ("don't reserve these yet", "en"),
        ("reservier 2 davon noch nicht für Anna", "de"),
        ("ne réserve pas 2 pour Anna", "fr"),
        ("no reserves 2 para Anna", "es"),
        ("non prenotare 2 per Anna", "it"),
        ("nie rezerwuj 2 dla Anny", "pl"),
        ("how many not in Berlin", "en"),
        ("wie viele nicht in Berlin", "de"),
        ("combien pas à Berlin", "fr"),
        ("cuántas hay que no en Berlín", "es"),
        ("quante non a Berlino", "it"),
        ("ile nie w Berlinie", "pl"),
    ],
)
def test_what_is_negated_is_not_understood_as_its_opposite(
    understanding: Understanding, text: str, language: str
) -> None:
    assert read(understanding, text, Context(("MRL-TS-NAVY",)), language).intent == "unknown"

"""A message that turns round what it names is never answered as if it didn't."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from bot.questions.query import Asked, Choice, Order, Query, Talk
from bot.questions.understanding import Understanding
from bot.state.memory import Context
from tests.questions.exam import FOLDER, languages
from tests.questions.projection import NOW

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
LEFT_OUT = {
    "en": ("most", "least", "cheapest", "more than", "less than", "under", "over", "except", "or", "both"),
    "de": (
        "am meisten",
        "am wenigsten",
        "mehr als",
        "weniger als",
        "unter",
        "über",
        "außer",
        "oder",
        "beide",
    ),
    "fr": ("le plus", "le moins", "plus de", "moins de", "sauf", "ou", "les deux"),
    "es": ("más de", "menos de", "excepto", "salvo", "o", "las dos", "los dos"),
    "it": ("più di", "meno di", "tranne", "oppure", "o", "entrambi", "tutti e due"),
    "pl": ("najwięcej", "najmniej", "więcej niż", "mniej niż", "ponad", "poniżej", "oprócz", "lub", "oba"),
}
"""Operators which a question that has them means something else without."""
SWAPPED = {
    "en": (("most", "least"), ("more than", "less than"), ("cheapest", "most expensive"), ("over", "under")),
    "de": (("am meisten", "am wenigsten"), ("mehr als", "weniger als"), ("über", "unter")),
    "fr": (("le plus", "le moins"), ("plus de", "moins de")),
    "es": (("más de", "menos de"), ("el más barato", "el más caro")),
    "it": (("più di", "meno di"), ("il più economico", "il più caro")),
    "pl": (("najwięcej", "najmniej"), ("więcej niż", "mniej niż"), ("ponad", "poniżej")),
}
TRULY_EQUAL = {
    "was weißt du über DOT-DR-BLACK",  # about it
    "any chance there's an XL left over in Berlin?",
    "what's the total over all sizes in hall b please",
    "Wimmer Mantel ausverkauft oder was",
    "plus de pull Fjord anthracite en XS ?",  # no more of it: its figure says so
    "y'a plus de M ?",
    "are both of those gone?",  # `those` are both
    "tell me the total quantity for both of them",  # the total is of both
    "dime la cantidad total de los dos",
    "la quantité totale pour les deux",
    "dimmi la quantità totale di entrambi",
}
"""Phrasings that ask the same without the word, for it is no operator there or says nothing new."""
DOUBLED = ("except", "without", "more than", "außer", "ohne", "sauf", "excepto", "tranne", "oprócz")
ORDERS = ("reserve", "release", "move", "count")
COLLOQUIAL = {"es": ("no",), "it": ("non",), "pl": ("nie",)}
"""`No me dices` and the like ask the same politely; what stands before the verb is no proof."""


def phrasings(language: str, *, orders: bool) -> list[tuple[str, Context]]:
    """Phrasings of the exam, in an order that is the same each time."""
    cases = [json.loads(line) for line in Path(FOLDER, f"{language}.jsonl").read_text("utf-8").splitlines()]
    chosen = [case for case in cases if (case["intent"] in ORDERS) is orders]
    random.Random(7).shuffle(chosen)
    return [(case["say"], Context(tuple(case.get("about", ())))) for case in chosen]


def read(understanding: Understanding, text: str, context: Context, language: str) -> tuple[Asked, ...]:
    return understanding(text, context, language=language, now=NOW).asked


def is_figures(asked: tuple[Asked, ...]) -> bool:
    """Whether it is a question for figures, and not for what words find."""
    return any(isinstance(each, Query) and not each.words for each in asked)


@pytest.mark.parametrize("language", languages())
def test_a_word_of_exclusion_is_never_passed_over(understanding: Understanding, language: str) -> None:
    """Wherever it stands, the answer is not that of the message without it."""
    places, same = random.Random(11), []
    for text, context in phrasings(language, orders=False)[:60]:
        plain = read(understanding, text, context, language)
        if not is_figures(plain):
            continue
        words = text.split()
        for operator in EXCLUSIONS[language]:
            at = places.randrange(len(words))
            turned = " ".join([*words[:at], operator, *words[at:]])
            if read(understanding, turned, context, language) == plain:
                same.append(turned)
    assert same == []


@pytest.mark.parametrize("language", languages())
def test_a_negation_is_never_passed_over(understanding: Understanding, language: str) -> None:
    """A question with a negation put in asks something else, or is not understood."""
    places, same = random.Random(13), []
    for text, context in phrasings(language, orders=False)[:60]:
        plain = read(understanding, text, context, language)
        if not is_figures(plain):
            continue
        words = text.split()
        for negation in NEGATIONS[language]:
            at = places.randrange(1, len(words) + 1)
            turned = " ".join([*words[:at], negation, *words[at:]])
            again = read(understanding, turned, context, language)
            if again == plain and negation not in COLLOQUIAL.get(language, ()):
                same.append(turned)
    assert same == []


def with_operator(operator: str, language: str) -> list[tuple[str, Context]]:
    """Phrasings that have these words, as words of their own."""
    cases = phrasings(language, orders=False)
    return [
        case for case in cases if f" {operator} " in f" {case[0].lower()} " and case[0] not in TRULY_EQUAL
    ]


def changed(text: str, operator: str, other: str) -> str:
    """The phrasing with other words in the place of the operator."""
    turned = f" {text.lower()} ".replace(f" {operator} ", f" {other} ", 1)
    return " ".join(turned.split())


@pytest.mark.parametrize("language", languages())
def test_a_question_without_its_operator_is_another(understanding: Understanding, language: str) -> None:
    same = []
    for operator in LEFT_OUT[language]:
        for text, context in with_operator(operator, language):
            plain = read(understanding, text, context, language)
            without = changed(text, operator, "")
            if is_figures(plain) and read(understanding, without, context, language) == plain:
                same.append(f"{text} / {operator}")
    assert same == []


@pytest.mark.parametrize("language", languages())
def test_a_question_with_the_opposite_operator_is_another(
    understanding: Understanding, language: str
) -> None:
    same = []
    for pair in SWAPPED[language]:
        for operator, other in (pair, pair[::-1]):
            for text, context in with_operator(operator, language):
                plain = read(understanding, text, context, language)
                turned = changed(text, operator, other)
                if is_figures(plain) and read(understanding, turned, context, language) == plain:
                    same.append(turned)
    assert same == []


@pytest.mark.parametrize("language", languages())
def test_an_operator_said_twice_changes_nothing_but_whether_it_is_understood(
    understanding: Understanding, language: str
) -> None:
    """A stammer may be read or not; it never turns a question into another."""
    other = []
    for operator in {*DOUBLED} & {*LEFT_OUT[language], *EXCLUSIONS[language]}:
        for text, context in with_operator(operator, language):
            plain = read(understanding, text, context, language)
            twice = changed(text, operator, f"{operator} {operator}")
            again = read(understanding, twice, context, language)
            if is_figures(plain) and again not in ((), plain):
                other.append(twice)
    assert other == []


@pytest.mark.parametrize("language", languages())
def test_an_order_with_a_negation_is_no_order(understanding: Understanding, language: str) -> None:
    taken = []
    for text, context in phrasings(language, orders=True)[:30]:
        for negation in NEGATIONS[language]:
            for turned in (f"{negation} {text}", f"{text} {negation}"):
                asked = read(understanding, turned, context, language)
                if any(isinstance(each, Order) for each in asked):
                    taken.append(turned)
    assert taken == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("do not reserve 2 for Anna", "en"),
        ("don't reserve these yet", "en"),
        ("reserviere bitte nichts", "de"),
        ("reservier 2 davon noch nicht für Anna", "de"),
        ("ne réserve pas 2 pour Anna", "fr"),
        ("no reserves 2 para Anna", "es"),
        ("non prenotare 2 per Anna", "it"),
        ("nie rezerwuj 2 dla Anny", "pl"),
        ("reserveer niets", "nl"),
    ],
)
def test_a_negated_order_is_understood_as_one(understanding: Understanding, text: str, language: str) -> None:
    asked = read(understanding, text, Context(("MRL-TS-NAVY",)), language)
    assert asked == (Talk("negated_order"),)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("how many not in Berlin", "en"),
        ("how many aren't in Berlin", "en"),
        ("wie viele nicht in Berlin", "de"),
        ("combien pas à Berlin", "fr"),
        ("cuántas hay que no en Berlín", "es"),
        ("quante non a Berlino", "it"),
        ("ile nie w Berlinie", "pl"),
        ("ile bez Berlina", "pl"),
        ("hoeveel niet in Berlijn", "nl"),
    ],
)
def test_what_is_excluded_is_no_place_that_is_asked_about(
    understanding: Understanding, text: str, language: str
) -> None:
    [query] = read(understanding, text, Context(("MRL-TS-NAVY",)), language)
    assert isinstance(query, Query)
    assert query.places == Choice(excluded=("Shop Berlin",))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("which sizes are only in Berlin", "en"),
        ("not in Berlin size M navy", "en"),
        ("how many or", "en"),
        ("both M", "en"),
        ("wie viele oder", "de"),
        ("combien sauf", "fr"),
    ],
)
def test_a_word_that_could_belong_to_more_than_one_name_or_to_none_is_not_guessed(
    understanding: Understanding, text: str, language: str
) -> None:
    assert read(understanding, text, Context(("MRL-TS-NAVY",)), language) == ()

"""Small talk is small talk where every word of it is; what has no answer is not understood."""

from __future__ import annotations

import pytest

from bot.questions.understanding import Understanding
from bot.state.memory import Context
from tests.questions.projection import as_case

SHOWN = Context(("MRL-TS-NAVY",))
"""So that `it` is something."""


ASKED = {
    "en": (
        "is it any good",
        "any good?",
        "is it good?",
        "is that good",
        "good?",
        "are they nice",
        "was it great",
        "hi, is it any good?",
        "thanks, is it fine?",
        "is it any good thanks",
        "does it look good",
        "anything nice",
        "which is good",
    ),
    "de": (
        "ist das gut?",
        "ist es gut",
        "gut?",
        "sind die gut",
        "war das gut",
        "und ist die gut?",
        "hallo, ist das gut?",
        "was ist gut",
    ),
    "fr": ("c’est bien ?", "est-ce que c’est bien", "bien ?", "il est bien ?", "bonjour, c’est bien ?"),
    "es": ("¿es bueno?", "¿está bien?", "bueno?", "hola, ¿es bueno?", "¿es genial?"),
    "it": ("è bello?", "bello?", "va bene?", "ciao, è bello?"),
    "pl": ("czy to dobre?", "fajnie?", "w porządku?", "czy dobrze"),
}
SAID = {
    "en": (
        "great!",
        "that is great",
        "it is good",
        "good, thanks",
        "ok so thanks a lot then",
        "thanks and bye",
        "perfect, and now bye",
        "hello?",
        "all good?",
    ),
    "de": ("das ist gut", "super, danke", "ok danke dann bis später", "danke und tschüss", "alles klar?"),
    "fr": ("c’est parfait", "merci et au revoir", "super merci", "ça va ?"),
    "es": ("es genial", "muy bien, gracias", "gracias y hasta luego", "hola ¿qué tal?"),
    "it": ("va bene, grazie", "grazie e ciao", "tutto bene?"),
    "pl": ("super, dzięki", "dzięki i pa", "w porządku"),
}


@pytest.mark.parametrize(("language", "text"), [(one, text) for one in ASKED for text in ASKED[one]])
def test_whether_something_is_good_is_not_understood(
    understanding: Understanding, language: str, text: str
) -> None:
    """Neither thanks nor stock are an answer to it."""
    assert understanding(text, SHOWN, language=language).asked == ()
    assert understanding(text, Context(), language=language).asked == ()


@pytest.mark.parametrize(("language", "text"), [(one, text) for one in SAID for text in SAID[one]])
def test_praise_that_is_said_is_answered_as_thanks_are(
    understanding: Understanding, language: str, text: str
) -> None:
    assert as_case(understanding(text, SHOWN, language=language))[0] == "thanks"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "i sold one"),
        ("en", "sell one"),
        ("en", "just sold this"),
        ("de", "eine verkauft"),
        ("de", "eine fehlt"),
        ("de", "kannst du nachbestellen"),
        ("de", "kann ich das zurückgeben"),
        ("de", "welcher tag ist heute"),
        ("de", "alles nach berlin"),
        ("fr", "j’en ai vendu une"),
        ("fr", "il en manque une"),
        ("fr", "tu peux recommander"),
        ("es", "he vendido una"),
        ("es", "falta una"),
        ("es", "ese no"),
        ("es", "el más barato"),
        ("it", "ne ho venduta una"),
        ("it", "ne manca una"),
        ("it", "puoi riordinare"),
        ("it", "che ore sono"),
        ("it", "cancella tutto"),
        ("pl", "sprzedałem jedną"),
        ("pl", "brakuje jednej"),
        ("pl", "możesz zamówić"),
        ("pl", "jaki dzień dzisiaj"),
    ],
)
def test_what_the_bot_does_not_do_is_not_answered_with_figures(
    understanding: Understanding, language: str, text: str
) -> None:
    """Or whoever tells of a sale would take the card for its booking."""
    assert understanding(text, SHOWN, language=language).asked == ()


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "great, and in black?", "stock"),
        ("en", "nice, how many in M?", "stock"),
        ("en", "ok thanks, where is it?", "where"),
        ("en", "how many in M, thanks", "stock"),
        ("de", "super, und in schwarz?", "stock"),
        ("de", "gut, wo ist das?", "where"),
        ("fr", "super, et en noir ?", "stock"),
        ("pl", "super, a w M?", "stock"),
        ("en", "what is sold out", "list"),
        ("en", "do we sell it", "price"),
        ("de", "was muss nachbestellt werden", "list"),
        ("de", "sind die ausverkauft", "stock"),
    ],
)
def test_what_is_a_question_besides_is_still_that_question(
    understanding: Understanding, language: str, text: str, intent: str
) -> None:
    assert as_case(understanding(text, SHOWN, language=language))[0] == intent

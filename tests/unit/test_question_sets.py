"""Sets of sizes, places and colours, named or excluded, are read whole in every language."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.questions.lexicon import LANGUAGES
from bot.questions.query import Choice, Query
from bot.questions.understanding import Understanding
from bot.state.memory import Context

ITEM = Context(("MRL-TS-NAVY",))
SIZES = ("XS", "S", "M", "L", "XL", "XXL")
PLACES = {"Hall A": "hall a", "Hall B": "hall b", "Shop Berlin": "Berlin"}
MANY = {
    "en": "how many",
    "de": "wie viele",
    "fr": "combien",
    "es": "cuántas",
    "it": "quante",
    "pl": "ile",
    "nl": "hoeveel",
}
IN = {"en": "in", "de": "in", "fr": "en", "es": "en", "it": "in", "pl": "w", "nl": "in"}
AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "pl": "i", "nl": "en"}
OR = {"en": "or", "de": "oder", "fr": "ou", "es": "o", "it": "o", "pl": "lub", "nl": "of"}
EXCEPT = {
    "en": "except",
    "de": "außer",
    "fr": "sauf",
    "es": "excepto",
    "it": "tranne",
    "pl": "oprócz",
    "nl": "behalve",
}
FREE = {
    "en": "free",
    "de": "frei",
    "fr": "libres",
    "es": "libres",
    "it": "libere",
    "pl": "wolnych",
    "nl": "vrij",
}
RANGE = {
    "en": "from {} to {}",
    "de": "von {} bis {}", "fr": "de {} à {}", "es": "de la {} a la {}", "it": "dalla {} alla {}",
    "pl": "od {} do {}", "nl": "van {} tot {}",
}  # fmt: skip
QUIET = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
subsets = st.lists(st.sampled_from(SIZES), min_size=1, max_size=4, unique=True)
sites = st.lists(st.sampled_from(list(PLACES)), max_size=2, unique=True)


def joined(names: Sequence[str], word: str) -> str:
    """`A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"


@QUIET
@given(
    language=st.sampled_from(LANGUAGES),
    sizes=subsets,
    places=sites,
    without=st.booleans(),
    free=st.booleans(),
    either=st.booleans(),
)
def test_what_is_named_is_what_is_asked(
    understanding: Understanding,
    language: str,
    sizes: list[str],
    places: list[str],
    without: bool,
    free: bool,
    either: bool,
) -> None:
    """Each name is in the query once, on the side on which it was named, and nothing else is."""
    word = (OR if either else AND)[language]
    text = f"{MANY[language]} {FREE[language] if free else ''} {IN[language]} {joined(sizes, word)}"
    if places:
        before = EXCEPT[language] if without else IN[language]
        text += f" {before} {joined([PLACES[each] for each in places], word)}"
    [query] = understanding(text, ITEM, language=language).asked
    assert isinstance(query, Query), text
    chosen = Choice((), tuple(places)) if without else Choice(tuple(places))
    wanted = Query(
        "free" if free else "on_hand",
        items=ITEM.items,
        sizes=Choice(tuple(sizes)),
        places=chosen,
        of_shown=True,
    )
    assert query == wanted, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_range_is_in_the_order_of_sizes(understanding: Understanding, language: str) -> None:
    for first in range(len(SIZES) - 1):
        for last in range(first + 1, len(SIZES)):
            text = RANGE[language].format(SIZES[first], SIZES[last])
            [query] = understanding(text, ITEM, language=language).asked
            assert isinstance(query, Query)
            assert query.sizes == Choice(SIZES[first : last + 1]), text


def test_a_range_of_numbers_holds_what_the_catalogue_has(understanding: Understanding) -> None:
    for text in ("36-38", "36 to 38", "between 36 and 38"):
        [query] = understanding(text, Context(("WLK-FW-CAMEL",)), language="en").asked
        assert isinstance(query, Query)
        assert query.sizes == Choice(("36", "37", "38")), text

"""How messages are read: operators, measures, rankings, comparisons, follow-ups and waiting orders."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.questions.query import Asked, Bounds, Choice, Missing, Order, Query, Talk
from bot.questions.understanding import Understanding
from bot.state.memory import Context

TEE = "MRL-TS-NAVY"
ONE = Context((TEE,))


def of_tee(measure: Any = "on_hand", **slots: Any) -> Query:
    """A query of what was shown."""
    return Query(measure, items=(TEE,), of_shown=True, **slots)


READINGS: tuple[tuple[str, str, tuple[Asked, ...]], ...] = (
    ("en", "free?", (of_tee("free"),)),
    ("de", "davon frei?", (of_tee("free"),)),
    ("pl", "wolne?", (of_tee("free"),)),
    ("en", "how many are reserved", (of_tee("reserved"),)),
    ("de", "nicht reservierte", (of_tee("free"),)),
    ("en", "M or L", (of_tee(sizes=Choice(("M", "L"))),)),
    ("en", "L and up", (of_tee(sizes=Choice(("L", "XL", "XXL"))),)),
    ("de", "ab L", (of_tee(sizes=Choice(("L", "XL", "XXL"))),)),
    ("en", "any size but S?", (of_tee(sizes=Choice((), ("S",))),)),
    ("en", "can i promise 4 in L", (of_tee("free", sizes=Choice(("L",)), needed=4),)),
    ("fr", "y'en a assez pour 80 ?", (of_tee("free", needed=80),)),
    ("de", "reichen 12", (of_tee("free", needed=12),)),
    ("de", "sind noch 5 in XL da?", (of_tee("free", sizes=Choice(("XL",)), needed=5),)),
    ("en", "price and how many", (of_tee("price"), of_tee())),
    ("es", "cuánto cuesta y dónde está", (of_tee("price"), of_tee(group="place"))),
    ("en", "where do we have the most", (of_tee(group="place", ranking="most"),)),
    ("it", "di che taglia ne abbiamo meno", (of_tee(group="size", ranking="least"),)),
    (
        "en",
        "which sizes aren't in Berlin",
        (of_tee(places=Choice(("Shop Berlin",)), state="out", group="size"),),
    ),
    ("en", "which shops don't have it", (of_tee(group="place", state="out"),)),
    (
        "en",
        "more in hall a or hall b",
        (of_tee(places=Choice(("Hall A", "Hall B")), group="place", comparison="more"),),
    ),
    (
        "fr",
        "différence entre M et L",
        (of_tee(sizes=Choice(("M", "L")), group="size", comparison="difference"),),
    ),
    ("en", "when was it last counted", (of_tee("counted"),)),
    ("en", "never mind", (Talk("never_mind"),)),
    (
        "en",
        "write off 1 M damaged",
        (Order("issue", (TEE,), (), ("M",), 1, reason="damaged", of_shown=True),),
    ),
    ("fr", "de S à L", (of_tee(sizes=Choice(("S", "M", "L"))),)),
)
FILTERS: tuple[tuple[str, str, Query], ...] = (
    (
        "en",
        "dresses not black",
        Query(kinds=Choice(("dress",)), colours=Choice((), ("black",)), group="item"),
    ),
    ("de", "billigste Jacke", Query("price", kinds=Choice(("jacket",)), group="item", ranking="cheapest")),
    (
        "fr",
        "les deux vestes les plus chères",
        Query("price", kinds=Choice(("jacket",)), group="item", ranking="dearest", limit=2),
    ),
    (
        "en",
        "jackets under 120 euros",
        Query(kinds=Choice(("jacket",)), prices=Bounds(most=119.99), group="item"),
    ),
    (
        "it",
        "felpe tra 60 e 70 euro",
        Query(kinds=Choice(("hoodie",)), prices=Bounds(60.0, 70.0), group="item"),
    ),
    ("pl", "ile modeli butów", Query("items", kinds=Choice(("footwear",)), group="item")),
    (
        "en",
        "Marlow items except T-shirts",
        Query(kinds=Choice((), ("t-shirt",)), brands=Choice(("Marlow",)), group="item"),
    ),
    (
        "en",
        "is the oxford shirt cheaper than the palma one",
        Query(
            "price",
            items=("OXF-SH-SKY", "OXF-SH-WHITE", "PLM-SH-ECRU", "PLM-SH-NAVY"),
            group="item",
            comparison="less",
        ),
    ),
    (
        "nl",
        "jurken behalve zwart",
        Query(kinds=Choice(("dress",)), colours=Choice((), ("black",)), group="item"),
    ),
    ("nl", "goedkoopste jas", Query("price", kinds=Choice(("jacket",)), group="item", ranking="cheapest")),
)


@pytest.mark.parametrize(("language", "text", "asked"), READINGS)
def test_what_is_asked_of_an_item_that_was_shown(
    understanding: Understanding, language: str, text: str, asked: tuple[Asked, ...]
) -> None:
    found = understanding(text, ONE, language=language).asked
    if len(asked) > 1:  # the second is asked after the first
        found = tuple(replace(each, of_shown=True) if isinstance(each, Query) else each for each in found)
    assert found == asked


@pytest.mark.parametrize(("language", "text", "query"), FILTERS)
def test_what_is_asked_of_items_by_filter(
    understanding: Understanding, language: str, text: str, query: Query
) -> None:
    [found] = understanding(text, Context(), language=language).asked
    assert isinstance(found, Query)
    assert replace(found, items=tuple(sorted(found.items))) == query


@pytest.mark.parametrize(
    ("language", "text", "unknown", "stands"),
    [
        ("en", "how many in Munich", "Munich", "place"),
        ("it", "ad Amburgo?", "Amburgo", "place"),
        ("pl", "a w Łodzi?", "Łodzi", "place"),
        ("en", "size 46?", "46", "size"),
    ],
)
def test_a_word_that_is_not_known_is_named(
    understanding: Understanding, language: str, text: str, unknown: str, stands: str
) -> None:
    read = understanding(text, ONE, language=language)
    assert (read.asked, read.unknown, read.unknown_as) == ((), (unknown,), stands)


CHAINS = {
    "en": (
        "how many in M",
        "and L?",
        "both together",
        "how many free",
        "without Berlin",
        "and the white one",
    ),
    "de": ("wie viele in M", "und L?", "beide zusammen", "wie viele frei", "ohne Berlin", "und die weiße"),
    "fr": (
        "combien en M",
        "et en L ?",
        "les deux ensemble",
        "combien de libres",
        "sans Berlin",
        "et le blanc",
    ),
    "es": ("cuántas en M", "¿y en L?", "las dos juntas", "cuántas libres", "sin Berlín", "y la blanca"),
    "it": ("quante in M", "e in L?", "tutte e due insieme", "quante libere", "senza Berlino", "e la bianca"),
    "pl": ("ile w M", "a L?", "razem", "ile wolnych", "bez Berlina", "a biała"),
    "nl": ("hoeveel in M", "en L?", "samen", "hoeveel vrij", "zonder Berlijn", "en de witte"),
}


@pytest.mark.parametrize("language", CHAINS)
def test_each_message_of_a_chain_replaces_what_it_names_and_keeps_the_rest(
    understanding: Understanding, language: str
) -> None:
    both, away = Choice(("M", "L")), Choice((), ("Shop Berlin",))
    wanted = (
        of_tee(sizes=Choice(("M",))),
        of_tee(sizes=Choice(("L",))),
        of_tee(sizes=both, total=True),
        of_tee("free", sizes=both, total=True),
        of_tee("free", sizes=both, total=True, places=away),
        replace(of_tee("free", sizes=both, total=True, places=away), items=("MRL-TS-WHITE",)),
    )
    context = ONE
    for text, query in zip(CHAINS[language], wanted, strict=True):
        [found] = understanding(text, context, language=language).asked
        assert found == query, text
        context = Context(query.items, query=query, before=context.query)


WAITING = Order("reserve", (TEE,), (), ("L",), 2, of_shown=True)


@pytest.mark.parametrize(
    ("language", "text", "change"),
    [
        ("en", "for Anna", {"person": "Anna"}),
        ("en", "make it 3", {"quantity": 3}),
        ("en", "sorry 3", {"quantity": 3}),
        ("en", "no, M", {"sizes": ("M",)}),
        ("en", "hall A", {"place": "Hall A"}),
        ("en", "until friday", {"until": "friday"}),
        ("de", "aus Halle B", {"place": "Hall B"}),
        ("de", "für Frau Krüger", {"person": "Frau Krüger"}),
        ("fr", "pour Camille", {"person": "Camille"}),
        ("fr", "non plutôt M", {"sizes": ("M",)}),
        ("es", "mejor 4", {"quantity": 4}),
        ("it", "la M", {"sizes": ("M",)}),
        ("pl", "z hali A", {"place": "Hall A"}),
    ],
)
def test_what_an_order_lacks_or_has_wrong_is_filled_in(
    understanding: Understanding, language: str, text: str, change: dict[str, Any]
) -> None:
    read = understanding(text, replace(ONE, waiting=WAITING), language=language)
    assert read.asked == (replace(WAITING, **change),)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("reserve 2 for Anna", ("size",)),
        ("reserve 2 M", ("person",)),
        ("move 5 M", ()),
        ("receive 20 M", ("place",)),
    ],
)
def test_an_order_says_what_it_lacks(
    understanding: Understanding, text: str, missing: tuple[Missing, ...]
) -> None:
    assert understanding(text, ONE, language="en").missing == missing


def test_another_question_leaves_an_order_waiting(understanding: Understanding) -> None:
    [query] = understanding("how many in M?", replace(ONE, waiting=WAITING), language="en").asked
    assert isinstance(query, Query)
    assert query.sizes == Choice(("M",))


def test_two_pairs_of_names_are_two_questions(understanding: Understanding) -> None:
    read = understanding("M in navy and L in white", ONE, language="en")
    assert [(each.items, each.sizes.values) for each in read.asked if isinstance(each, Query)] == [
        ((TEE,), ("M",)),
        (("MRL-TS-WHITE",), ("L",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "move all M to berlin",
        "reserve all of them for Anna",
        "nothing in Berlin?",
        "anything except S and M in berlin",
        "how much did we sell",
    ],
)
def test_what_would_be_answered_as_something_else_is_not_understood(
    understanding: Understanding, text: str
) -> None:
    """No order of an amount that nobody named, no exclusion that could reach further, no sales."""
    assert understanding(text, ONE, language="en").asked == ()

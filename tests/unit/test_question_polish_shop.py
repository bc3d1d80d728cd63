"""A shop whose catalogue is Polish: titles and colours are inflected there, and so is what people ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.commands.ask import Chat, Line
from tests.questions.conversations.__main__ import chat_about, demo_chat, items_of

SHOP = Path(__file__).parents[1] / "questions" / "polish_shop.csv"


@pytest.fixture(scope="module")
def shop() -> Iterator[Chat]:
    with chat_about(items_of(SHOP)) as chat:
        yield chat


@pytest.fixture(scope="module")
def demo() -> Iterator[Chat]:
    with demo_chat() as (chat, _):
        yield chat


def asked(chat: Chat, *texts: str) -> Any:
    """The query that the last of these messages is read as."""
    return say(chat, *texts)["query"]


def say(
    chat: Chat, *texts: str, about: tuple[str, ...] | None = None, locale: str = "pl"
) -> dict[str, object]:
    """The report of the last of these messages, in one conversation."""
    name = " / ".join((*texts, *(about or ())))
    first, *rest = texts
    reports = [chat.say(Line(first, name, about, locale, "supervisor"))]
    return [*reports, *(chat.say(Line(text, name, None, locale, "supervisor")) for text in rest)][-1]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("ile mamy czarnych kurtek puchowych w M?", ["K-1"]),  # the catalogue has `czarny`
        ("zielone kurtki puchowe", ["K-2"]),  # `butelkowa zieleń`
        ("białe t-shirty męskie, rozmiar L", ["T-3"]),
        ("ile beżowych botków na obcasie", ["O-2"]),
        ("spódnica skórzana bordowa", ["D-3"]),
        ("szara bluza z kapturem XL", ["B-1"]),  # `szary melanż`
        ("koniakowa listonoszka", ["G-1"]),
    ],
)
def test_colours_are_found_as_the_catalogue_inflects_them(shop: Chat, text: str, items: list[str]) -> None:
    assert say(shop, text)["items"] == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("męskie bluzy czarne w eLce", ["B-2"]),  # the title has `męska`, that of T-shirts `męski`
        ("swetry rozpinane dziecięce czerwone", ["W-3"]),
        ("kurtka dla dzieci żółta, wzrost 116", ["K-3"]),
        ("trampki dla dziecka białe 27", ["O-4"]),
        ("sukienki lniane", ["S-2"]),
        ("lakierowanych balerin ile jest", ["O-3"]),
        ("czy są paski męskie czarne?", ["A-1"]),
    ],
)
def test_words_of_titles_are_found_in_every_case_and_gender(shop: Chat, text: str, items: list[str]) -> None:
    assert say(shop, text)["items"] == items


@pytest.mark.parametrize("said", ["w M-ce", "w emce", "w eMce", "rozmiar M", "emka"])
def test_sizes_are_understood_as_they_are_called(shop: Chat, said: str) -> None:
    assert asked(shop, f"czarna kurtka puchowa {said}")["sizes"] == {"values": ["M"]}


@pytest.mark.parametrize("said", ["40-tka", "40tka", "40-tki", "40ka", "w 40stce"])
def test_sizes_in_numbers_may_have_an_ending(shop: Chat, said: str) -> None:
    assert asked(shop, "ile mamy beżowych trenczy", f"a {said}?")["sizes"] == {"values": ["40"]}


def test_a_shelf_is_called_by_its_kind_and_number(shop: Chat) -> None:
    query = asked(shop, "ile czarnych puchowych kurtek jest na regale 2?")
    assert query["places"] == {"values": ["Magazyn regał 2"]}


@pytest.mark.parametrize("text", ["ile mamy kurtek zamszowo-atłasowych", "kurtki kaszmirowe", "coś z tiulu"])
def test_what_no_title_says_of_a_garment_is_named_as_unknown(shop: Chat, text: str) -> None:
    report = say(shop, text)
    assert report["query"] is None
    assert report["refused"] in ("unknown-word", "not-understood")


def test_that_is_named_which_nobody_knows(shop: Chat) -> None:
    asks_back: Any = say(shop, "czarne kurtki kaszmirowe")["asks_back"]
    assert asks_back["unknown"] == ["kaszmirowe"]


@pytest.mark.parametrize(
    ("text", "locale", "sizes"),
    [
        ("beżowe trencze w rozmiarach powyżej 38", "pl", ["40", "42"]),
        ("beżowe trencze większe niż 38", "pl", ["40", "42"]),
        ("beige trench coats in sizes over 38", "en", ["40", "42"]),
    ],
)
def test_bounds_of_sizes_are_none_of_pieces(shop: Chat, text: str, locale: str, sizes: list[str]) -> None:
    query: Any = say(shop, text, locale=locale)["query"]
    assert "pieces" not in query
    assert set(sizes) <= set(query["sizes"]["values"])
    assert not {"36", "38"} & set(query["sizes"]["values"])


@pytest.mark.parametrize(
    ("text", "locale"), [("odłóż jedną 38 dla pani Nowak", "pl"), ("reserve one 38 for Ms Nowak", "en")]
)
def test_one_and_a_size_is_one_piece(shop: Chat, text: str, locale: str) -> None:
    order: Any = say(shop, text, about=("P-2",), locale=locale)["order"]
    assert (order["quantity"], order["size"]) == (1, "38")


@pytest.mark.parametrize("amount", ["kilka", "kilkanaście", "kilkadziesiąt"])
def test_some_is_no_amount_of_an_order(demo: Chat, amount: str) -> None:
    assert say(demo, f"odłóż {amount} w M dla Anny", about=("CMP-HD-GREY",))["order"] is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("kurtki z kapturem", {"jacket"}), ("czółenka", {"shoe"}), ("koszule z długim rękawem", {"shirt"})],
)
def test_what_a_garment_is_like_adds_no_other_kind(demo: Chat, text: str, kinds: set[str]) -> None:
    """A jacket with a hood is no hoodie; court shoes are not all shoes."""
    query = asked(demo, text)
    assert query is None or (set(query["kinds"]["values"]) == kinds and query["title_words"])

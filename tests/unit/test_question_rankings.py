"""A place of a ranking, what several pieces or the stock are worth, and whether one has more than another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.cards.spoken import spoken
from bot.commands.ask import Chat, Line
from bot.errors import UserError
from bot.locales import languages, words_for
from bot.questions.answering.answering import Answering
from bot.questions.answering.as_json import answer_json, asked_from_json, asked_to_json
from bot.questions.answering.wording import query_in_words
from bot.questions.language_model.checks import is_sound
from bot.questions.language_model.prompt import Offered
from bot.questions.query import Choice, Query
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.settings import Settings
from bot.state.memory import Context
from catalogue.database import Database
from catalogue.items import Item, StockLevel, Variant
from catalogue.messages import Message
from tests.kit.stores import open_database

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
SETTINGS = Settings(_env_file=None)  # type: ignore[call-arg]
JACKETS = Query("price", kinds=Choice(("jacket",)), group="item", ranking="dearest", rank=2)
CAPS = ("DGT-HT-BLACK", "DGT-HT-NAVY")


def item(name: str, title: str, price: str | None, berlin: int, hall: int = 0) -> Item:
    stock = (StockLevel("Berlin", berlin, 0, NOW), StockLevel("Hall A", hall, 0, NOW))
    colour = "red" if name.endswith("RED") else "black"
    return Item(name, title, "outer", colour, price=price, variants=(Variant(f"{name}-M", "M", stock=stock),))


PARKA_RED = item("PK-RED", "Fell parka, red", "100.00 EUR", 3)
PARKA_BLACK = item("PK-BLACK", "Fell parka, black", "100.00 EUR", 5, 2)
COAT = item("CT-BLACK", "Long coat, black", "80.00 EUR", 1)
BLAZER = item("BZ-RED", "Blazer, red", "60.00 EUR", 0, 4)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path, PARKA_RED, PARKA_BLACK, COAT, BLAZER) as opened:
        yield opened


@pytest.fixture
def chat(demo_stock: Database) -> Chat:
    return Chat(demo_stock, SETTINGS)


def said(chat: Chat, text: str, locale: str = "en", **more: Any) -> dict[str, Any]:
    return chat.say(Line(text, conversation="c", locale=locale, **more))


def answers(database: Database) -> Answering:
    return Answering(database, Names(database))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what's the second most expensive jacket"),
        ("en", "the 2nd most expensive jacket"),
        ("de", "welche Jacke ist die zweitteuerste"),
        ("de", "die zweitteuerste Jacke"),
        ("fr", "quelle est la deuxième veste la plus chère"),
        ("es", "cuál es la segunda chaqueta más cara"),
        ("it", "la seconda giacca più cara"),
        ("pl", "która kurtka jest druga najdroższa"),
        ("nl", "wat is de op een na duurste jas"),
    ],
)
def test_a_place_of_a_ranking_is_read(understanding: Understanding, language: str, text: str) -> None:
    assert understanding(text, Context(), language=language).asked == (JACKETS,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the third cheapest hoodie"),
        ("de", "der drittbilligste Hoodie"),
        ("fr", "le troisième sweat à capuche le moins cher"),
        ("es", "la tercera sudadera más barata"),
        ("it", "la terza felpa più economica"),
        ("pl", "trzecia najtańsza bluza"),
    ],
)
def test_so_is_one_from_the_other_end(understanding: Understanding, language: str, text: str) -> None:
    [asked] = understanding(text, Context(), language=language).asked
    assert isinstance(asked, Query)
    assert (asked.ranking, asked.rank, asked.limit) == ("cheapest", 3, None)


def test_who_has_the_second_most(understanding: Understanding) -> None:
    read = understanding("who has the second most M of the Marlow T-shirt navy", Context(), language="en")
    wanted = Query(items=("MRL-TS-NAVY",), sizes=Choice(("M",)), group="place", ranking="most", rank=2)
    assert read.asked == (wanted,)


def test_the_next_one_goes_on_with_the_ranking(chat: Chat) -> None:
    assert "Stanton blazer" in said(chat, "which jacket is the most expensive")["said"]
    second = said(chat, "and the second?")
    assert "No. 2–3 of the most expensive: 2 are equal, 149.00 EUR each" in second["said"]
    assert second["query"]["rank"] == 2
    assert said(chat, "and the cheapest?")["query"]["ranking"] == "cheapest"
    assert said(chat, "and the runner-up?")["query"]["rank"] == 3  # the first two cost the same


@pytest.mark.parametrize(
    ("locale", "first", "then"),
    [
        ("de", "welche Schuhe sind am billigsten", "und danach?"),
        ("pl", "najtańsze buty jakie mamy", "a następne po nich"),
    ],
)
def test_those_after_the_first_are_not_the_first_again(
    chat: Chat, locale: str, first: str, then: str
) -> None:
    assert set(said(chat, first, locale)["items"]) == {"CRT-FW-RED", "CRT-FW-TEAL"}
    assert set(said(chat, then, locale)["items"]) == {"PCE-FW-CHARCOAL", "PCE-FW-WHITE"}


def test_one_of_those_shown_is_no_place_of_a_ranking(chat: Chat) -> None:
    said(chat, "which two jackets are the cheapest")
    assert said(chat, "the second one in M")["query"]["items"] == ["TRK-JK-LIGHTBLUE"]


def test_equals_share_their_places(database: Database) -> None:
    asked = Query("price", ranking="dearest", rank=2, group="item")
    answer = answers(database)(asked)
    assert answer.headline.code == "answer-tied-at-rank"
    place = answer.headline.values["place"]
    assert isinstance(place, Message)
    assert place.values["rank"] == "1–2"
    assert answer.items == ("PK-BLACK", "PK-RED")
    third = answers(database)(replace(asked, rank=3))
    assert (third.headline.code, third.items) == ("answer-at-rank", ("CT-BLACK",))
    assert [figure["value"] for figure in answer_json(third)["figures"]] == [80]


def test_a_place_that_nothing_has_is_said_to_be_none(database: Database) -> None:
    for query in (Query("price", ranking="dearest", rank=9), Query(ranking="most", rank=9, group="item")):
        answer = answers(database)(query)
        assert (answer.headline.code, answer.headline.values) == ("answer-rank-beyond", {"count": 4})
        assert not answer.items


@pytest.mark.parametrize("group", ["item", "place", "colour"])
def test_every_ranking_has_places(database: Database, group: Any) -> None:
    first = answers(database)(Query(ranking="most", group=group))
    second = answers(database)(Query(ranking="most", group=group, rank=2))
    assert second.headline.code == "answer-at-rank"
    assert first.parts[0] != second.parts[0]


def test_a_place_is_asked_of_one_ranking_alone(database: Database) -> None:
    for query in (Query(rank=2), Query("price", ranking="dearest", rank=2, limit=2)):
        assert answers(database)(query).refused


@pytest.mark.parametrize("language", languages())
def test_new_slots_are_said_back_in_each_language(language: str) -> None:
    words = words_for(language)
    for query, number in (
        (JACKETS, "2"),
        (Query("price", quantity=7), "7"),
        (Query("worth"), ""),
        (Query(comparison="more", claim=True), ""),
    ):
        message = query_in_words(query, {})
        plainly = query_in_words(Query(query.measure), {})
        text = spoken(message, words)
        assert number in text
        assert query.measure == "worth" or text != spoken(plainly, words)


def test_new_slots_stand_in_a_button(database: Database) -> None:
    names = Names(database)
    for query in (
        Query("price", ranking="dearest", rank=2),
        Query("price", quantity=3),
        Query("worth"),
        Query(comparison="more", claim=True),
    ):
        assert asked_from_json(asked_to_json(query), names) == query
    for query in (Query(ranking="most", rank=0), Query(ranking="most", rank=101), Query("price", quantity=0)):
        with pytest.raises(UserError):
            asked_from_json(asked_to_json(query), names)


@pytest.mark.parametrize(
    ("text", "query", "sound"),
    [
        ("the second cheapest one, hocus", Query("price", ranking="cheapest", rank=2), True),
        ("the second cheapest one, hocus", Query("price", ranking="cheapest", rank=3), False),
        ("what do 3 of them cost, hocus", Query("price", quantity=3), True),
        ("what do 3 of them cost, hocus", Query("price", quantity=4), False),
    ],
)
def test_a_model_gives_no_place_or_quantity_that_was_not_said(
    database: Database, text: str, query: Query, sound: bool
) -> None:
    vocabulary = Names(database).vocabulary()
    assert is_sound(query, text, Offered(), vocabulary, language="en") is sound


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "what do 3 Campus hoodies cost"),
        ("de", "was kosten 3 Campus Hoodies zusammen"),
        ("fr", "combien coûtent trois sweats Campus au total"),
        ("es", "cuánto cuestan 3 sudaderas Campus"),
        ("it", "quanto costano 3 felpe Campus"),
        ("pl", "ile kosztują 3 bluzy Campus"),
        ("nl", "wat kosten 3 Campus hoodies"),
    ],
)
def test_several_pieces_cost_their_price_times_the_quantity(chat: Chat, locale: str, text: str) -> None:
    report = said(chat, text, locale)
    assert report["query"]["quantity"] == 3
    figures = [(each["measure"], each["value"]) for each in report["figures"]]
    assert figures[:2] == [("worth", 194.7), ("price", 64.9)]
    assert "3 × " in report["said"]


def test_pieces_of_what_was_shown_are_counted_too(chat: Chat) -> None:
    said(chat, "how much is the Stanton blazer")
    assert "3 × 159.00 EUR = 477.00 EUR" in said(chat, "what do 3 of those cost")["said"]
    assert "2 × 159,00 EUR = 318,00 EUR" in said(chat, "was kosten 2 Stück davon zusammen", "de")["said"]


def test_the_stock_after_a_price_of_several_is_the_stock(chat: Chat) -> None:
    said(chat, "what do 3 Stanton blazers cost")
    assert said(chat, "and in L?")["query"]["measure"] == "on_hand"


def test_pieces_of_different_prices_are_not_added_up(chat: Chat) -> None:
    report = said(chat, "total price for 5 hoodies")
    assert "Prices for 5 pieces each" in report["said"]
    assert {each["value"] for each in report["figures"] if each["measure"] == "worth"} == {324.5, 374.5}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what's the stock in Berlin worth"),
        ("de", "was ist der Bestand in Berlin wert"),
        ("fr", "combien vaut le stock à Berlin"),
        ("es", "cuánto vale el stock en Berlín"),
        ("it", "quanto vale la giacenza a Berlino"),
        ("pl", "ile jest wart zapas w Berlinie"),
        ("nl", "wat is de voorraad in Berlijn waard"),
    ],
)
def test_the_value_of_stock_is_read(understanding: Understanding, language: str, text: str) -> None:
    wanted = (Query("worth", places=Choice(("Shop Berlin",))),)
    assert understanding(text, Context(), language=language).asked == wanted
    shown = Context(("OXF-SH-SKY",), query=Query("price", items=("OXF-SH-SKY",)))
    assert understanding(text, shown, language=language).asked == wanted


def test_the_price_of_an_item_is_no_value_of_stock(understanding: Understanding) -> None:
    [asked] = understanding("what is the Stanton blazer worth", Context(), language="en").asked
    assert asked == Query("price", items=("STN-JK-NAVY",))


def test_stock_is_worth_its_pieces_times_their_prices(database: Database) -> None:
    answer = answers(database)(Query("worth", places=Choice(("Berlin",))))
    assert [(each.measure, each.value) for each in answer.main] == [("worth", 880), ("on_hand", 9)]
    assert answer.items == ("PK-BLACK", "PK-RED", "CT-BLACK")


def test_of_stock_without_all_prices_the_rest_is_not_passed_off_as_all(tmp_path: Path) -> None:
    unpriced = replace(COAT, price=None)
    with open_database(tmp_path, PARKA_RED, unpriced) as database:
        answer = answers(database)(Query("worth"))
    assert answer.headline.code == "answer-at-least"
    assert [note.code for note in answer.notes] == ["answer-unpriced"]


def test_values_in_several_currencies_are_not_added_up(tmp_path: Path) -> None:
    with open_database(tmp_path, PARKA_RED, replace(COAT, price="80.00 USD")) as database:
        answer = answers(database)(Query("worth"))
    assert answer.headline.code == "answer-currencies"
    assert [(each.value, each.currency) for each in answer.main[:2]] == [(300, "EUR"), (80, "USD")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "are there more black than navy"),
        ("de", "gibt es mehr schwarze als dunkelblaue"),
        ("fr", "y a-t-il plus de noires que de bleu marine"),
        ("es", "hay más negras que azul marino"),
        ("it", "ci sono più neri che blu navy"),
        ("pl", "czy jest więcej czarnych niż granatowych"),
        ("nl", "zijn er meer zwarte dan navy"),
    ],
)
def test_more_than_another_is_a_yes_or_no(understanding: Understanding, language: str, text: str) -> None:
    context = Context(CAPS, query=Query(items=CAPS))
    [asked] = understanding(text, context, language=language).asked
    assert isinstance(asked, Query)
    assert (asked.comparison, asked.claim, asked.items) == ("more", True, CAPS)


def test_which_is_named_first_is_what_is_claimed(database: Database) -> None:
    red, black = ("PK-RED", "PK-BLACK"), ("PK-BLACK", "PK-RED")
    for items, verdict in ((red, False), (black, True)):
        answer = answers(database)(Query(items=items, group="item", comparison="more", claim=True))
        assert answer.verdict is verdict
        assert {figure.value for figure in answer.figures} >= {3, 7}
    less = answers(database)(Query(items=red, group="item", comparison="less", claim=True))
    assert less.verdict is True


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "which of the two has more"),
        ("en", "which one is better stocked"),
        ("de", "welche von beiden hat mehr"),
        ("fr", "laquelle des deux en a le plus en stock"),
        ("es", "cuál de las dos tiene más"),
        ("it", "quale dei due ne ha di più"),
        ("pl", "której z tych dwóch jest więcej"),
        ("nl", "van welke van de twee hebben we meer"),
    ],
)
def test_which_of_two_compares_them(understanding: Understanding, language: str, text: str) -> None:
    context = Context(CAPS, query=Query(items=CAPS))
    [asked] = understanding(text, context, language=language).asked
    assert isinstance(asked, Query)
    assert (asked.comparison, asked.items, asked.claim) == ("more", CAPS, False)


def test_all_colours_together_keep_the_size(chat: Chat) -> None:
    for text in (
        "wo sind mehr delta jeans in 30 alle farben zusammen",
        "wo sind mehr delta jeans in 30, Halle A oder Berlin, alle Farben zusammen",
    ):
        report = said(chat, text, "de")
        assert (report["query"]["group"], report["query"]["sizes"]) == ("place", {"values": ["30"]})

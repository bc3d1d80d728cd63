"""Answers to queries: what is said, and that chat, card and JSON say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.cards.answered import answer_card, answer_text
from bot.cards.spoken import spoken
from bot.locales import languages, words_for
from bot.questions.answering.answer import Answer, Figure
from bot.questions.answering.answering import Answering
from bot.questions.answering.as_json import answer_json, figure_json, outcome_json
from bot.questions.answering.figure_words import figure_in_words
from bot.questions.answering.wording import order_in_words, query_in_words
from bot.questions.query import Bounds, Choice, Order, Query
from bot.questions.vocabulary import Names
from catalogue.database import BatchRecord, Database
from catalogue.items import Item, StockLevel, Variant
from catalogue.movements import Worker
from tests.kit.cards import texts
from tests.kit.stores import open_database

COUNTED = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
NOW = datetime(2026, 12, 2, 9, tzinfo=UTC)
ANN = Worker("ann", "Ann")
WORDS = words_for("en")


def item(
    name: str, title: str, colour: str, stock: dict[str, dict[str, tuple[int, int]]], **more: Any
) -> Item:
    variants = tuple(
        Variant(
            f"{name}-{size}",
            size,
            stock=tuple(
                StockLevel(place, on_hand, reserved, COUNTED) for place, (on_hand, reserved) in levels.items()
            ),
        )
        for size, levels in stock.items()
    )
    return Item(name, title, "outer", colour, "Northbay", variants=variants, **more)


RED = item(
    "SN-RED",
    "Snowline jacket",
    "red",
    {
        "M": {"Hall A 01": (12, 3), "Berlin": (1, 1)},
        "L": {"Hall A 01": (0, 0)},
        "XL": {},
        "S": {"Berlin": (4, 0)},
    },
    price="89.90 EUR",
)
BLACK = item("SN-BLACK", "Snowline jacket", "black", {"M": {"Berlin": (5, 0)}}, price="99.00 EUR")
COAT = item("CT-1", "Long coat", "grey", {"M": {"Hall B": (13, 0)}}, price="120.00 USD")
NEW = item("NW-1", "New jacket", "green", {"M": {}, "L": {}})


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path, RED, BLACK, COAT, NEW) as opened:
        yield opened


def asked(database: Database, query: Query) -> Answer:
    return Answering(database, Names(database))(query, now=NOW)


def text(database: Database, query: Query) -> str:
    return answer_text(asked(database, query), WORDS)


ONE = ("SN-RED",)
BOTH = ("SN-RED", "SN-BLACK")
M, ML = Choice(("M",)), Choice(("M", "L"))


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (
            Query(items=ONE, sizes=M),
            "Snowline jacket, red + SN-RED-M, in M: 13 in stock (4 reserved, 9 free).",
        ),
        (Query("free", items=ONE, sizes=M), "Snowline jacket, red + SN-RED-M, in M: 9 free."),
        (
            Query("free", items=ONE, sizes=ML, places=Choice((), ("Berlin",))),
            "in M or L, except Berlin: 9 free.",
        ),
        (Query(items=ONE, sizes=Choice(("L",))), "Snowline jacket, red + SN-RED-L, in L: 0 in stock."),
        (Query(items=ONE, sizes=Choice(("XL",))), "Snowline jacket, red + SN-RED-XL, in XL: never counted."),
        (Query(items=("NW-1",)), "New jacket, green: never counted."),
        (Query(items=("CT-1",), sizes=Choice(("S",))), "It doesn’t come in size S. It comes in M."),
        (Query(items=ONE, places=Choice(("Hall B",))), "Hall B doesn’t hold it. It’s at Hall A 01, Berlin."),
        (Query(items=ONE, places=Choice(("Munich",))), "no such location. There’s no location Munich."),
        (Query(items=ONE, sizes=M, needed=5), "Yes: 9 free, you need 5."),
        (Query(items=ONE, sizes=M, needed=10), "No: 9 free, you need 10."),
        (Query(items=("NW-1",), needed=1), "I can’t say whether 1 are free: never counted."),
        (Query(items=ONE, places=Choice(("Hall B",)), needed=1), "No: not held there (1 needed)."),
        (Query(items=ONE, sizes=ML, needed=5), "No: 1 of 2 have 5 free."),
        (
            Query("free", items=BOTH, comparison="more"),
            "More: Snowline jacket, red, by 8 (13 free against 5).",
        ),
        (
            Query("free", items=BOTH, comparison="less"),
            "Fewer: Snowline jacket, black, by 8 (5 free against 13).",
        ),
        (Query(items=ONE, places=Choice(("Berlin",)), comparison="share"), "29.4%: 5 of 17 in stock."),
        (Query("free", items=ONE, comparison="share"), "76.5%: 13 free of 17 in stock."),
        (
            Query(items=BOTH, comparison="difference", places=Choice(("Hall B",))),
            "All 2 are equal: 0 in stock.",
        ),
        (Query(items=BOTH, total=True), "Snowline jacket, red + Snowline jacket, black: 22 in stock."),
        (Query("price", items=ONE), "Snowline jacket, red: 89.90 EUR."),
        (Query("price", items=("NW-1",)), "New jacket, green: There is no price in the catalogue."),
        (Query("price", items=BOTH, comparison="more"), "Snowline jacket, black costs 9.10 EUR more"),
        (Query("price", items=("SN-RED", "CT-1"), comparison="more"), "I don’t compare currencies."),
        (Query("price", ranking="cheapest"), "The cheapest in each currency."),
        (
            Query("price", kinds=Choice(("jacket",)), ranking="cheapest"),
            "Cheapest: Snowline jacket, red, 89.90 EUR.",
        ),
        (Query(items=ONE, places=Choice(("Hall A",))), "at Hall A: 12 in stock (3 reserved, 9 free)."),
        (Query(items=ONE, places=Choice(("Hall A",)), group="place"), "Hall A 01: 12 in stock (3 reserved)."),
        (Query("items"), "All items: 4 items."),
        (Query("items", places=Choice(("Berlin",))), "All items, at Berlin: 2 items."),
        (Query(ranking="most"), "Most: Snowline jacket, red, 17 in stock."),
        (Query("free", ranking="most", limit=1), "2 are equal and have the most: 13 free each."),
        (Query(items=ONE, group="place", ranking="most"), "Most: Hall A 01, 12 in stock."),
        (Query(kinds=Choice(("jacket",)), state="out"), "Jackets, out of stock: 1 size."),
        (Query(items=ONE, colours=Choice(("pink",))), "It doesn’t come in pink. It comes in black, red."),
        (Query(items=("GONE",)), "That item is no longer in the catalogue."),
        (Query(items=ONE, since=NOW), "I only know the stock of now, not of another day."),
        (Query(items=ONE, people=Choice(("Anna",))), "Only reservations are for a person."),
        (Query(items=ONE, comparison="more"), "I can’t compare that."),
        (
            Query(kinds=Choice(("jacket", "coat")), comparison="more"),
            "More: jackets, by 9 (22 in stock against 13).",
        ),
        (
            Query(kinds=Choice(("jacket", "outer")), comparison="share"),
            "Shares of 35 in stock. jackets: 22 in stock (62.9%)",
        ),
        (
            Query(brands=Choice(("Northbay", "Nobody")), comparison="more"),
            "I can’t compare that: a figure is missing. Northbay: 35",
        ),
        (Query(sizes=ML, colours=Choice(("red", "black")), comparison="more"), "I can’t compare that."),
        (
            Query(kinds=Choice(("jacket",)), ranking="cheapest"),
            "Snowline jacket, red: 89.90 EUR (17 in stock)",
        ),
        (Query("price", items=ONE, places=Choice(("Hall B",))), "89.90 EUR. Hall B: not held there."),
        (Query("price", items=ONE, sizes=Choice(("4XL",))), "It doesn’t come in size 4XL."),
        (Query("price", places=Choice(("Hall B",))), "All items, at Hall B: 120.00 USD. Long coat"),
        (Query("price", items=ONE, group="size"), "the same in every size and location."),
        (Query("price", prices=Bounds(50, None)), "I don’t compare currencies."),
        (Query(items=ONE, needed=5, state="in"), "I can’t answer all of that at once."),
        (Query("details", ranking="most"), "I can’t answer all of that at once."),
        (Query("details", state="out"), "All items, out of stock: 1 size."),
        (Query(items=ONE, ranking="most", needed=5), "I can answer one of these at a time"),
        (Query(words="velvet"), "Nothing in the catalogue matches “velvet”."),
        (Query(words="coat"), "Long coat, grey"),
        (Query(colours=Choice(("pink",))), "All items, in pink: There’s none in the catalogue."),
        (Query(skus=("SN-RED-M",)), "13 in stock (4 reserved, 9 free)."),
        (Query(skus=("SN-RED-M",), items=BOTH), "18 in stock."),
    ],
)
def test_a_query_is_answered_as_asked(database: Database, query: Query, told: str) -> None:
    assert told in text(database, query)


def test_free_pieces_are_never_shown_as_on_hand(database: Database) -> None:
    for query in (Query("free", items=ONE), Query("free"), Query("free", items=BOTH, group="size")):
        answer = asked(database, query)
        assert {figure.measure for figure in answer.figures} <= {"free", "items", "sizes", "places"}
        assert "in stock" not in answer_text(answer, WORDS)


def test_a_size_of_which_nothing_was_counted_is_no_zero(database: Database) -> None:
    figures = {figure.size: figure for figure in asked(database, Query(items=ONE)).figures if figure.size}
    assert (figures["L"].value, figures["L"].lack) == (0, "")
    assert (figures["XL"].value, figures["XL"].lack) == (None, "never_counted")


def test_what_was_never_counted_is_listed_and_not_ranked(database: Database) -> None:
    assert "New jacket, green: never counted" in text(database, Query())
    least = asked(database, Query(ranking="least"))
    assert [part.item.id for part in least.parts if part.item] == ["SN-BLACK"]
    assert [note.code for note in least.notes] == ["answer-uncounted"]


def test_a_list_says_how_many_more_there_are(database: Database) -> None:
    many = [item(f"X-{n:02}", f"Boot {n:02}", "brown", {"M": {"Berlin": (n, 0)}}) for n in range(30)]
    database.write(many, BatchRecord(COUNTED, "test", 30, 0, 0))
    answer = asked(database, Query(colours=Choice(("brown",))))
    assert (len(answer.parts), answer.more, answer.main[1].value) == (12, 18, 30)
    assert "and 18 more" in answer_text(answer, WORDS)
    first = asked(database, Query(colours=Choice(("brown",)), ranking="most", limit=3))
    assert [part.figures[0].value for part in first.parts] == [29, 28, 27]


def test_more_equals_than_are_shown_are_counted(database: Database) -> None:
    many = [item(f"X-{n:03}", f"Boot {n:03}", "brown", {"M": {"Berlin": (7, 0)}}) for n in range(250)]
    database.write(many, BatchRecord(COUNTED, "test", 250, 0, 0))
    answer = asked(database, Query(colours=Choice(("brown",)), ranking="most"))
    assert (answer.main[0].value, len(answer.parts), answer.more) == (250, 12, 238)


def test_reservations_say_for_whom_where_and_until_when(database: Database) -> None:
    movements = database.movements
    movements.reserve("SN-RED-M", "Hall A 01", 2, by=ANN, person="Anna Kowalska", until=NOW.date())
    movements.reserve("SN-BLACK-M", "Berlin", 1, by=ANN, person="Bo")
    answer = asked(database, Query("reservations", people=Choice(("anna",))))
    [kept] = [part.figures[0] for part in answer.parts]
    assert (kept.value, kept.person, kept.location, kept.until) == (
        2,
        "Anna Kowalska",
        "Hall A 01",
        NOW.date(),
    )
    assert asked(database, Query("reserved", people=Choice((), ("Anna",)))).main[0].value == 1
    assert asked(database, Query("reservations", places=Choice(("Berlin",)))).main[0].value == 1
    assert "No reservations" in text(database, Query("reservations", people=Choice(("Cem",))))
    ending = Query("reservations", since=NOW - timedelta(hours=9), until=NOW + timedelta(hours=15))
    assert asked(database, ending).main[0].value == 2


def test_arrivals_are_what_came_in_within_the_days(database: Database) -> None:
    database.movements.count("SN-RED-M", "Hall A 01", 20, by=ANN)
    database.movements.count("SN-RED-M", "Berlin", 0, by=ANN)  # fewer: nothing arrived
    now = datetime.now(UTC)
    today = Query(
        "arrived", items=ONE, sizes=M, since=now - timedelta(hours=1), until=now + timedelta(hours=1)
    )
    answer = Answering(database, Names(database))(today, now=now)
    [came] = [part.figures[0] for part in answer.parts if part.figures[0].value is not None]
    assert (came.value, came.location, came.source) == (8, "Hall A 01", "Ann")
    past = replace(today, since=now - timedelta(days=9), until=now - timedelta(days=8))
    assert "No arrival is recorded" in text(database, past)


def test_moves_name_both_places(database: Database) -> None:
    database.movements.move("SN-RED-M", "Hall A 01", "Hall B", 2, by=ANN)
    now = datetime.now(UTC)
    answer = Answering(database, Names(database))(Query("moved", places=Choice(("Hall B",))), now=now)
    assert "Hall A 01 → Hall B: 2 moved" in answer_text(answer, WORDS)
    undone = database.movements.latest()[0]
    database.movements.undo(undone.id, by=ANN)
    assert "Nothing was moved" in answer_text(
        Answering(database, Names(database))(answer.query, now=now), WORDS
    )


def test_when_something_was_counted_is_told_place_by_place(database: Database) -> None:
    database.movements.count("SN-RED-M", "Berlin", 3, by=ANN)
    answer = asked(database, Query("counted", items=ONE))
    by_place = {part.figures[0].location: part.figures[0].value for part in answer.parts}
    assert by_place["Hall A 01"] == COUNTED
    assert by_place["Berlin"] > COUNTED  # type: ignore[operator]
    assert answer.main[0].value == by_place["Berlin"]
    assert answer.main[0].as_of == COUNTED
    oldest = asked(database, Query("counted", ranking="oldest"))
    assert [note.code for note in oldest.notes] == ["answer-uncounted"]
    assert "never counted" in text(database, Query("counted", items=("NW-1",)))


def test_without_any_price_the_catalogue_is_said_to_have_none(tmp_path: Path) -> None:
    with open_database(tmp_path, replace(RED, price=None)) as database:
        assert "There are no prices in the catalogue" in text(database, Query("price"))


def test_prices_that_are_no_numbers_are_no_prices(database: Database) -> None:
    database.write([replace(BLACK, price="ask us")], BatchRecord(COUNTED, "test", 1, 0, 0))
    answer = asked(database, Query("price", kinds=Choice(("jacket",)), ranking="cheapest"))
    assert [part.item.id for part in answer.parts if part.item] == ["SN-RED"]
    assert [note.code for note in answer.notes] == ["answer-unpriced"]


QUERIES = [
    Query(items=ONE),
    Query(items=BOTH, group="place"),
    Query("free", items=BOTH, sizes=ML, needed=5),
    Query("free", items=ONE, sizes=M, needed=5),
    Query(items=ONE, places=Choice(("Hall A", "Berlin")), comparison="difference"),
    Query(items=ONE, group="size", comparison="share"),
    Query(places=Choice(("Berlin",)), comparison="share"),
    Query(),
    Query(group="place", total=True),
    Query(group="colour"),
    Query(group="size", ranking="least", limit=2),
    Query(ranking="most", limit=2),
    Query(state="low"),
    Query(pieces=Bounds(5, None), items=BOTH, group="size"),
    Query("price"),
    Query("price", items=BOTH, total=True),
    Query("price", ranking="dearest", limit=2),
    Query("price", items=BOTH, comparison="less"),
    Query("items", group="place"),
    Query("items", group="colour", ranking="most"),
    Query("items", needed=3),
    Query("counted", items=ONE),
    Query("counted", ranking="newest"),
    Query("arrived"),
    Query("moved"),
    Query("reservations"),
    Query("reserved", people=Choice(("Anna",))),
    Query("details", items=ONE),
    Query("details"),
    Query("reserved", items=ONE, group="size"),
]


@pytest.fixture
def busy(database: Database) -> Database:
    """The same after some work of this week."""
    movements = database.movements
    movements.reserve("SN-RED-M", "Hall A 01", 2, by=ANN, person="Anna", until=NOW.date())
    movements.move("CT-1-M", "Hall B", "Berlin", 3, by=ANN)
    movements.count("SN-RED-L", "Hall A 01", 31, by=ANN)
    return database


@pytest.mark.parametrize("language", languages())
def test_chat_card_and_json_say_the_same_figures(busy: Database, language: str) -> None:
    words, answering = words_for(language), Answering(busy, Names(busy))
    for query in QUERIES:
        answer = answering(query)
        said = _spaced(answer_text(answer, words))
        card = answer_card(answer, link=lambda key, side: f"https://x.example/{key}", words=words)
        drawn = _spaced(texts(card))
        told = answer_json(answer)
        assert told["items"] == list(answer.items)
        assert told["figures"] == [figure_json(figure) for figure in answer.figures]
        assert answer.figures
        for figure in answer.figures:
            wanted = {_spaced(spoken(figure_in_words(figure), words))}
            if isinstance(figure.value, int):  # a sentence may have the number alone
                wanted.add(_spaced(words("number", count=figure.value)))
            assert any(each in said for each in wanted), (query, wanted, said)
            assert any(each in drawn for each in wanted), (query, wanted, drawn)


def _spaced(text: str) -> str:
    """With plain spaces for those that languages put into numbers and times."""
    return " ".join(text.split())


def test_a_query_is_said_back_in_words(database: Database) -> None:
    items = database.items(BOTH)

    def back(query: Query) -> str:
        return spoken(query_in_words(query, items), WORDS)

    assert back(Query("free", items=ONE, sizes=ML, places=Choice((), ("Berlin",)))) == (
        "Free pieces of Snowline jacket, red, in M or L, except Berlin"
    )
    assert back(Query(kinds=Choice(("jacket",)), state="low", group="place")) == (
        "Pieces in stock of jackets, running low, by location"
    )
    assert back(Query("price", prices=Bounds(None, 50), ranking="cheapest", limit=2)) == (
        "Price of all items, priced 50 or less: the 2 cheapest"
    )
    assert back(Query("free", items=BOTH, needed=5, total=True)).endswith("enough for 5?, in all")
    zone = ZoneInfo("Europe/Berlin")
    since, until = datetime(2026, 11, 23, tzinfo=zone), datetime(2026, 11, 24, tzinfo=zone)
    assert back(Query("arrived", since=since, until=until)) == "Arrivals of all items, on Mon, Nov 23, 2026"


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 wolnych"), (1, "1 wolna"), (3, "3 wolne"), (5, "5 wolnych"), (22, "22 wolne")]
)
def test_figures_are_declined_in_polish(count: int, told: str) -> None:
    assert spoken(figure_in_words(Figure("free", count)), words_for("pl")) == told


def test_an_order_is_said_back_in_words(database: Database) -> None:
    order = Order("move", ONE, sizes=("M",), quantity=2, place="Hall A", to_place="Berlin", person="Anna")
    assert spoken(order_in_words(order, database.items(ONE)), WORDS) == (
        "Move Snowline jacket, red, in M, 2 pieces, from Hall A, to Berlin, for Anna"
    )


def test_an_outcome_has_what_an_exam_looks_at(database: Database) -> None:
    query = Query("free", items=ONE, sizes=M, needed=5)
    answer = asked(database, query)
    other = Query(items=ONE)
    outcome = outcome_json(query, said="Yes", answers=[answer], buttons=[("Stock", other)])
    assert outcome["understood"] is True
    assert outcome["query"] == {
        "measure": "free",
        "items": ["SN-RED"],
        "sizes": {"values": ["M"]},
        "needed": 5,
    }
    assert outcome["items"] == ["SN-RED"]
    assert outcome["verdict"] is True
    assert outcome["figures"][0] == {
        "measure": "free",
        "value": 9,
        "item": "SN-RED",
        "size": "M",
        "as_of": "2026-11-23T14:05:00+00:00",
    }
    assert outcome["buttons"] == [{"title": "Stock", "query": {"measure": "on_hand", "items": ["SN-RED"]}}]
    unclear = outcome_json(None, said="What?", asks_back="answer-not-understood")
    assert (unclear["understood"], unclear["asks_back"]) == (False, "answer-not-understood")

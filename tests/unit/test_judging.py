"""The judge of conversations is strict: figures must be of exactly the item, size and place wanted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.questions.conversations.judging import Shop, judged

SHOP = Shop(
    {"A": ("S", "M", "L"), "B": ("S", "M")},
    {f"{item}-{size}": (item, size) for item in "AB" for size in "SML"},
)
EMPTY: dict[str, Any] = {
    "understood": True,
    "query": None,
    "order": None,
    "talk": None,
    "figures": [],
    "items": [],
    "answer": None,
    "winners": [],
    "refused": None,
    "asks_back": None,
}
M = {"measure": "on_hand", "value": 5, "item": "A", "size": "M"}
IN_M = {"query": {"measure": "on_hand", "items": ["A"], "sizes": {"values": ["M"]}}}


def outcome(expect: dict[str, Any], **report: Any) -> str:
    return judged({"expect": expect}, EMPTY | report, SHOP)


@pytest.mark.parametrize(
    ("shown", "right"),
    [
        (M, True),
        ({"measure": "on_hand", "value": 5, "item": "A", "sku": "A-M"}, True),
        ({"measure": "on_hand", "value": 5, "item": "A"}, True),  # the query says in M
        (M | {"value": 6}, False),
        (M | {"item": "B"}, False),
        (M | {"size": "L"}, False),
        (M | {"measure": "free"}, False),
        (M | {"location": "Hall A"}, False),  # of all places was asked
    ],
)
def test_a_figure_must_be_of_exactly_that(shown: dict[str, Any], right: bool) -> None:
    wanted = outcome({"kind": "figures", "figures": [M]}, figures=[shown], items=["A"], **IN_M)
    assert wanted == ("right" if right else "another question")


def test_a_site_means_all_its_shelves() -> None:
    query = {"measure": "on_hand", "items": ["A"], "group": "place"}
    shelves = [
        {"measure": "on_hand", "value": value, "item": "A", "location": place}
        for place, value in (("Hall A 1", 3), ("Hall A 2", 4), ("Hall B", 9))
    ]
    here = {"measure": "on_hand", "value": 7, "item": "A", "location": "Hall A"}
    elsewhere = {"measure": "on_hand", "value": 7, "item": "A", "except": "Hall B"}
    for wanted in (here, elsewhere):
        expect = {"kind": "figures", "figures": [wanted]}
        assert outcome(expect, figures=shelves, items=["A"], query=query) == (
            "right" if wanted is here else "another question"
        )
    without = query | {"places": {"excluded": ["Hall B"]}}
    whole = {"measure": "on_hand", "value": 7, "item": "A"}
    expect = {"kind": "figures", "figures": [elsewhere]}
    assert outcome(expect, figures=[whole], items=["A"], query=without) == "right"


def test_a_sum_must_be_shown_and_of_those_sizes_and_items() -> None:
    wanted = {"measure": "on_hand", "value": 9, "item": "A", "sizes": ["M", "L"]}
    expect: dict[str, Any] = {"kind": "figures", "figures": [wanted]}
    both = {"query": {"measure": "on_hand", "items": ["A"], "sizes": {"values": ["L", "M"]}}}
    total: dict[str, Any] = {"measure": "on_hand", "value": 9, "item": "A"}
    assert outcome(expect, figures=[total], items=["A"], **both) == "right"
    assert outcome(expect, figures=[total], items=["A"], query={"items": ["A"]}) == "another question"
    items = {"kind": "figures", "figures": [{"measure": "on_hand", "value": 9, "items": ["A", "B"]}]}
    total = {"measure": "on_hand", "value": 9}
    assert outcome(items, figures=[total], items=["A", "B"], query={"items": ["B", "A"]}) == "right"
    assert outcome(items, figures=[total], items=["A"], query={"items": ["A"]}) == "another question"


def test_a_contrary_yes_or_winner_is_another_question() -> None:
    expect = {"kind": "figures", "figures": [M], "yes": False}
    assert outcome(expect, figures=[M], items=["A"], answer="no", **IN_M) == "right"
    assert outcome(expect, figures=[M], items=["A"], answer="yes", **IN_M) == "another question"
    best = {"kind": "figures", "figures": [], "winner": "Hall B"}
    assert outcome(best, figures=[M], winners=["Hall B 03-12"], **IN_M) == "right"
    for winners in (["Hall A"], [], ["Hall B", "Hall A"]):
        assert outcome(best, figures=[M], winners=winners, **IN_M) == "another question"


ORDER = {
    "do": "reserve", "sku": "A-M", "quantity": 2, "location": "Hall A 03", "person": "Anna", "to": None,
    "until": "friday", "until_day": "2026-03-06", "proposed": True,
}  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "right"),
    [
        ({"do": "reserve", "sku": "A-M", "quantity": 2, "person": "anna", "until": "friday"}, True),
        (
            {"do": "reserve", "sku": "A-M", "location": "Hall A", "person": "Anna", "until": "2026-03-06"},
            True,
        ),
        ({"do": "reserve", "sku": "A-M", "quantity": 2, "person": "Anna"}, False),  # a day nobody wanted
        ({"do": "reserve", "sku": "A-L", "person": "Anna", "until": "friday"}, False),
        ({"do": "move", "sku": "A-M", "person": "Anna", "until": "friday"}, False),
        ({"do": "reserve", "sku": "A-M", "location": "Hall B", "person": "Anna", "until": "friday"}, False),
        ({"do": "reserve", "sku": "A-M", "quantity": 3, "person": "Anna", "until": "friday"}, False),
    ],
)
def test_an_order_must_have_all_slots_and_no_other(wanted: dict[str, Any], right: bool) -> None:
    expect = {"kind": "order", "order": wanted}
    assert outcome(expect, order=ORDER) == ("right" if right else "another question")
    assert outcome(expect, order=ORDER | {"proposed": False}) == "another question"


def test_what_is_asked_back_must_be_what_lacks() -> None:
    asked = {"missing": ["size", "place"], "choices": []}
    begun = {"order": ORDER | {"proposed": False}, "asks_back": asked}
    assert outcome({"kind": "asks_back", "missing": ["size"]}, **begun) == "right"
    assert outcome({"kind": "asks_back", "asks": "size"}, **begun) == "right"
    assert outcome({"kind": "asks_back", "asks": "person"}, **begun) == "another question"


def test_a_refusal_shows_no_figure_and_begins_no_order() -> None:
    expect = {"kind": "refusal"}
    assert outcome(expect, understood=False, refused="not-understood") == "right"
    assert outcome(expect, refused="answer-no-past", **IN_M) == "right"
    assert outcome(expect, figures=[M], items=["A"], **IN_M) == "another question"
    assert outcome(expect, order=ORDER | {"proposed": False}) == "another question"
    assert outcome({"kind": "figures", "figures": [M]}, understood=False, refused="x") == "not understood"


def test_items_are_a_set_or_a_ranking() -> None:
    listed = {"query": {"measure": "on_hand"}, "items": ["B", "A"]}
    assert outcome({"kind": "items", "items": ["A", "B"]}, **listed) == "right"
    assert outcome({"kind": "items", "items": ["A", "B"], "ordered": True}, **listed) == "another question"
    assert outcome({"kind": "items", "items": ["A"]}, **listed) == "another question"
    also = {"kind": "items", "items": ["A"], "also": [{"kind": "items", "items": ["B", "A"]}]}
    assert outcome(also, **listed) == "right"


def test_a_colour_stands_for_the_item_of_those_asked_about_that_has_it() -> None:
    expect = {"kind": "figures", "figures": [M], "winner": "A"}
    figure = {"measure": "on_hand", "value": 5, "colour": "red"}
    sizes = {"values": ["M"]}
    asked = {"query": {"items": ["A", "B"], "sizes": sizes}, "winners": ["red"], "figures": [figure]}
    shop = Shop(SHOP.sizes, SHOP.skus, {"A": "red", "B": "blue"})
    assert judged({"expect": expect}, EMPTY | asked, shop) == "right"
    of_all = asked | {"query": {"sizes": sizes}}
    assert judged({"expect": expect}, EMPTY | of_all, shop) == "another question"

"""Queries and orders as JSON: what comes back from a button or a model is taken only if it is sound."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UserError
from bot.questions.answering.as_json import asked_from_json, asked_to_json
from bot.questions.query import Asked, Bounds, Choice, Order, Query, Talk
from bot.questions.vocabulary import Names
from catalogue.items import Item, StockLevel, Variant
from tests.kit.stores import open_database

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
JACKET = Item(
    "SN-RED",
    "Snowline jacket",
    "outer",
    "red",
    "Northbay",
    variants=(Variant("SN-RED-M", "M", stock=(StockLevel("Hall A 01", 3, 0, AT),)),),
)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Names]:
    with open_database(tmp_path_factory.mktemp("names"), JACKET) as database:
        yield Names(database)


ONE = ("SN-RED",)


@pytest.mark.parametrize(
    "asked",
    [
        Query(),
        Query(
            "free",
            items=ONE,
            skus=("SN-RED-M",),
            kinds=Choice(("jacket", "upper")),
            title_words=("parka",),
            colours=Choice((), ("red",)),
            brands=Choice(("northbay",)),
            sizes=Choice(("m",)),
            places=Choice(("Hall A",), ("Hall A 01",)),
            people=Choice(("Anna",)),
            state="low",
            pieces=Bounds(1, None),
            prices=Bounds(None, 49.9),
            since=AT,
            until=AT.replace(day=24),
            group="place",
            ranking="most",
            limit=2,
            needed=5,
            comparison="share",
            total=True,
            words="warm",
            of_shown=True,
        ),
        Order("reserve", ONE, sizes=("M",), quantity=2, place="Hall A", person="Anna", until="friday"),
        Order("count", ONE, quantity=0, place="Hall A 01"),
        Order("release", reservation=7),
        Order(
            "move", skus=("SN-RED-M",), quantity=1, place="Hall A", to_place="Hall A 01", until="2027-03-31"
        ),
        Talk("language", (("language", "pl"),)),
    ],
)
def test_what_is_written_is_read_again(names: Names, asked: Asked) -> None:
    assert asked_from_json(asked_to_json(asked), names) == asked


def test_only_what_was_said_is_written() -> None:
    query = Query("free", items=ONE, sizes=Choice((), ("M",)))
    assert json.loads(asked_to_json(query)) == {
        "query": {"measure": "free", "items": ["SN-RED"], "sizes": {"excluded": ["M"]}}
    }


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "[]",
        "null",
        "7",
        '"query"',
        "{}",
        "[" * 50_000,
        '{"query": {}, "order": {"verb": "undo"}}',
        '{"surprise": {}}',
        '{"query": []}',
        '{"query": {"measure": "secrets"}}',
        '{"query": {"surprise": 1}}',
        '{"query": {"sizes": {"values": ["M"], "surprise": 1}}}',
        '{"query": {"sizes": ["M"]}}',
        '{"query": {"sizes": {"values": "M"}}}',
        '{"query": {"sizes": {"values": [""]}}}',
        '{"query": {"sizes": {"values": ["M", "M"]}}}',
        '{"query": {"sizes": {"values": ["4XL"]}}}',
        '{"query": {"places": {"excluded": ["Munich"]}}}',
        '{"query": {"brands": {"values": ["Nobody"]}}}',
        '{"query": {"kinds": {"values": ["spaceship"]}}}',
        '{"query": {"items": "SN-RED"}}',
        '{"query": {"items": [7]}}',
        '{"query": {"limit": 0}}',
        '{"query": {"limit": 101}}',
        '{"query": {"limit": "2"}}',
        '{"query": {"limit": true}}',
        '{"query": {"limit": 2.5}}',
        '{"query": {"needed": -1}}',
        '{"query": {"needed": 1000000001}}',
        '{"query": {"prices": {"most": NaN}}}',
        '{"query": {"prices": {"most": 1e999}}}',
        '{"query": {"since": "2026-11-23T14:05:00"}}',
        '{"query": {"since": "0001-01-01T00:00:00+00:00"}}',
        '{"query": {"since": "2026-11-24T00:00:00+00:00", "until": "2026-11-23T00:00:00+00:00"}}',
        '{"query": {"since": 1}}',
        '{"query": {"total": "yes"}}',
        '{"query": {"words": "a\\u0000b"}}',
        '{"query": {"words": "a\\u202eb"}}',
        '{"query": {"words": "' + "x" * 201 + '"}}',
        '{"query": {"title_words": ' + json.dumps([f"w{n}" for n in range(21)]) + "}}",
        '{"query": {"items": ' + json.dumps([f"i{n}" for n in range(101)]) + "}}",
        '{"query": {"items": ["SN-RED"]}}' + " " * 60_000,
        '{"order": {}}',
        '{"order": {"verb": "steal"}}',
        '{"order": {"verb": "reserve", "quantity": 0}}',
        '{"order": {"verb": "reserve", "quantity": -5}}',
        '{"order": {"verb": "count", "quantity": -1}}',
        '{"order": {"verb": "reserve", "until": "someday"}}',
        '{"order": {"verb": "reserve", "place": "Munich"}}',
        '{"order": {"verb": "release", "reservation": 0}}',
        '{"talk": {"about": "gossip"}}',
        '{"talk": {"about": "language", "values": [["language"]]}}',
    ],
)
def test_what_is_not_sound_is_refused(names: Names, forged: str) -> None:
    with pytest.raises(UserError) as refused:
        asked_from_json(forged, names)
    assert refused.value.code == "button-outdated"


@pytest.mark.parametrize(
    "gone",
    [
        '{"query": {"items": ["GONE"]}}',
        '{"query": {"items": ["SN-RED"], "skus": ["GONE-M"]}}',
        '{"order": {"verb": "reserve", "items": ["GONE"], "quantity": 1}}',
    ],
)
def test_items_that_do_not_exist_are_said_to_be_gone(names: Names, gone: str) -> None:
    with pytest.raises(UserError) as refused:
        asked_from_json(gone, names)
    assert refused.value.code == "answer-gone"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
SLOTS = st.dictionaries(st.sampled_from((*Query.__slots__, "verb", "quantity", "place")), JSON, max_size=4)


@given(kind=st.sampled_from(("query", "order", "talk")), slots=SLOTS)
def test_any_json_is_read_or_refused(names: Names, kind: str, slots: dict[str, Any]) -> None:
    try:
        asked = asked_from_json(json.dumps({kind: slots}), names)
    except UserError:
        return
    assert asked_from_json(asked_to_json(asked), names) == asked

"""English as it is typed at work: polite sentences, places left out, sums, rankings of all, banter."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.demo.catalogue import demo_items
from bot.questions.answering.answering import Answering
from bot.questions.query import Choice, Order, Query, Talk
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.state.memory import Context
from tests.kit.stores import open_database

NOW = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)
OXFORD = Query(items=("OXF-SH-WHITE",), sizes=Choice(("M",)))
RED = Context(("DOT-DR-RED",), query=Query(items=("DOT-DR-RED",), sizes=Choice(("S", "M"))))


@pytest.mark.parametrize(
    "text",
    [
        "If it's not too much trouble, could you please check how many Oxford shirts in white M we have?",
        "what I'd really like to know is how many white Oxford shirts M we still have on our shelves",
        "Before I confirm, how many white Oxford shirts M are there?",
        "I've got a customer asking: any white Oxford shirts in M left, or are we clean out?",
        "hoo mony white oxford shirts M hae we got, pal?",
        "how many white Oxford shirts M do we have today?",
        "need a count for white oxford shirt M",
    ],
)
def test_a_question_is_the_same_in_a_polite_sentence(understanding: Understanding, text: str) -> None:
    assert understanding(text, Context(), language="en").asked == (OXFORD,)


@pytest.mark.parametrize(
    "text",
    [
        "how many white Oxford shirts M do we hold if I leave the shop out of it?",
        "If we don't count the shop, how many white Oxford shirts M are there?",
        "leaving the shop aside, how many white oxford shirts M have we got",
        "white oxford shirts M, forgetting about the shop",
        "white oxford shirts M xcept the shop",
    ],
)
def test_a_place_is_left_out_in_many_words(understanding: Understanding, text: str) -> None:
    [query] = understanding(text, Context(), language="en").asked
    assert isinstance(query, Query)
    assert (query.items, query.sizes, query.places) == (
        OXFORD.items,
        OXFORD.sizes,
        Choice((), ("Shop Berlin",)),
    )


@pytest.mark.parametrize(
    "text", ["and once the reserved ones come off?", "not the reserved ones, i mean really free"]
)
def test_what_is_reserved_comes_off(understanding: Understanding, text: str) -> None:
    [query] = understanding(text, Context(OXFORD.items, query=OXFORD), language="en").asked
    assert isinstance(query, Query)
    assert (query.measure, query.items, query.sizes) == ("free", OXFORD.items, OXFORD.sizes)


@pytest.mark.parametrize("text", ["add em up for me", "tot them up", "what does that come to?"])
def test_what_was_shown_is_summed_up(understanding: Understanding, text: str) -> None:
    [query] = understanding(text, RED, language="en").asked
    assert isinstance(query, Query)
    assert query.total
    assert query.sizes == Choice(("S", "M"))


def test_both_colours_are_those_of_the_design(understanding: Understanding) -> None:
    """One was shown; the sum is of both, and never of that one."""
    [query] = understanding("so both colours together makes", RED, language="en").asked
    assert isinstance(query, Query)
    assert (set(query.items), query.total) == ({"DOT-DR-RED", "DOT-DR-BLACK"}, True)
    of_three = Context(("MRL-TS-NAVY",), query=Query(items=("MRL-TS-NAVY",)))
    assert understanding("both colours together", of_three, language="en").asked == ()


def test_sizes_that_do_not_matter_are_added(understanding: Understanding) -> None:
    text = (
        "If someone wanted 90 of the Solstice tee in rust and did not care about sizes, would we get there?"
    )
    [query] = understanding(text, Context(), language="en").asked
    assert query == Query("free", ("SOL-TS-RUST",), needed=90, total=True)


def test_an_amount_for_a_team_is_no_size(understanding: Understanding) -> None:
    before = Query("free", ("CHN-TR-NAVY",), needed=6)
    context = Context(before.items, query=before)
    [query] = understanding("in 32, enough for a team of 60?", context, language="en").asked
    assert isinstance(query, Query)
    assert (query.sizes, query.needed) == (Choice(("32",)), 60)


@pytest.mark.parametrize(
    ("text", "ranking"),
    [
        ("rank the Delta jeans colours by stock, most first", "most"),
        ("sort the delta jeans, lowest first", "least"),
        ("the delta jeans from most to least", "most"),
    ],
)
def test_all_are_ranked_where_an_order_is_asked_for(
    understanding: Understanding, text: str, ranking: str
) -> None:
    [query] = understanding(text, Context(), language="en").asked
    assert isinstance(query, Query)
    assert (query.ranking, query.group, len(query.items)) == (ranking, "item", 3)
    assert query.limit is not None
    assert query.limit >= 3


def test_the_least_is_of_all_that_were_ranked(understanding: Understanding) -> None:
    last = Query(kinds=Choice(("dress",)), group="item", ranking="most")
    context = Context(("RVR-DR-SKY",), query=last)
    [query] = understanding("and which one is running lowest?", context, language="en").asked
    assert query == Query(kinds=Choice(("dress",)), group="item", ranking="least")


@pytest.mark.parametrize(
    "text",
    ["fjord ecru xl how much n how many", "how much is the fjord ecru xl and how many have we got?"],
)
def test_price_and_number_are_two_figures(understanding: Understanding, text: str) -> None:
    asked = understanding(text, Context(), language="en").asked
    assert [each.measure for each in asked if isinstance(each, Query)] == ["price", "on_hand"]


@pytest.mark.parametrize(
    "text",
    [
        "which of those are under 30 euros",  # nothing was shown
        "is anything of that size reserved?",  # no size was asked about
    ],
)
def test_what_says_nothing_alone_is_not_asked_of_everything(understanding: Understanding, text: str) -> None:
    assert understanding(text, Context(), language="en").asked == ()


def test_a_promise_is_no_count(understanding: Understanding) -> None:
    text = "Could I promise a customer seven of it, counting every place we have?"
    asked = understanding(text, Context(("CMT-BG-TEAL",)), language="en").asked
    assert not any(isinstance(each, Order) for each in asked)
    [query] = asked
    assert isinstance(query, Query)
    assert query.needed == 7


def test_a_question_completes_no_order_that_waits(understanding: Understanding) -> None:
    waiting = Order("move", ("CMP-HD-GREY",), sizes=("M",), quantity=3, to_place="Shop Berlin")
    context = Context(("CMP-HD-GREY",), waiting=waiting)
    asked = understanding("any of these in hall b", context, language="en").asked
    assert not any(isinstance(each, Order) for each in asked)


@pytest.mark.parametrize(
    "text", ["cheers bud", "all done, ta", "that's me, cheers pal", "have a pleasant day"]
)
def test_banter_is_answered_as_such(understanding: Understanding, text: str) -> None:
    assert understanding(text, Context(), language="en").asked == (Talk("thanks"),)


def test_the_colours_are_those_of_the_design(tmp_path: Path) -> None:
    """Of one item that was shown, all colours of its design are answered, and not its sizes."""
    with open_database(tmp_path, *demo_items(NOW)) as database:
        answering = Answering(database, Names(database))
        query = answering.of_one_item(Query(items=("SNW-JK-BLACK",), group="colour", of_shown=True))
        answer = answering(query)
    assert [part.figures[0].colour for part in answer.parts] == ["black", "red"]

"""What came in, as a sentence: one that tells it is an order, one that asks is none, in six languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.locales import words_for
from bot.questions.query import Asked, Order, Query
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.state.memory import Context
from bot.turn import Turn
from tests.fakes.channel import RecordingChannel
from tests.kit.asking import Asking, actions
from tests.kit.floor import shop
from tests.kit.messages import message
from tests.kit.stores import open_database

TOLD = (
    ("en", "12 of MH01-M came in"),
    ("en", "12 MH01-M arrived at hall A"),
    ("en", "we received 12 MH01-M"),
    ("de", "12 MH01-M sind angekommen"),
    ("de", "es sind 12 MH01-M gekommen"),
    ("fr", "12 MH01-M sont arrivés"),
    ("fr", "on a reçu 12 MH01-M"),
    ("es", "han llegado 12 MH01-M"),
    ("es", "hemos recibido 12 MH01-M"),
    ("it", "sono arrivati 12 MH01-M"),
    ("it", "abbiamo ricevuto 12 MH01-M"),
    ("pl", "przyszło 12 sztuk MH01-M"),
    ("pl", "dotarło 12 MH01-M"),
)
ASKED = (
    ("en", "did 12 MH01-M come in?"),
    ("en", "did 12 MH01-M come in"),
    ("en", "have 12 MH01-M arrived"),
    ("en", "12 of MH01-M came in?"),
    ("en", "did we receive 12 MH01-M?"),
    ("de", "sind 12 MH01-M angekommen?"),
    ("de", "sind 12 MH01-M angekommen"),
    ("de", "12 MH01-M sind angekommen?"),
    ("fr", "est-ce que 12 MH01-M sont arrivés ?"),
    ("fr", "est-ce que 12 MH01-M sont arrivés"),
    ("fr", "a-t-on reçu 12 MH01-M ?"),
    ("es", "¿han llegado 12 MH01-M?"),
    ("es", "¿hemos recibido 12 MH01-M?"),
    ("it", "sono arrivati 12 MH01-M?"),
    ("it", "abbiamo ricevuto 12 MH01-M?"),
    ("pl", "czy przyszło 12 MH01-M?"),
    ("pl", "czy przyszło 12 MH01-M"),
    ("pl", "przyszło 12 MH01-M?"),
)


@pytest.fixture(scope="module")
def understanding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Understanding]:
    with open_database(tmp_path_factory.mktemp("shop"), *shop()) as database:
        yield Understanding(Names(database))


def asked(understanding: Understanding, language: str, text: str) -> Asked:
    [one] = understanding(text, Context(), language=language).asked
    return one


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_what_is_told_is_an_order(understanding: Understanding, language: str, text: str) -> None:
    order = asked(understanding, language, text)
    assert isinstance(order, Order)
    assert (order.verb, order.skus, order.quantity) == ("receive", ("MH01-M",), 12)


@pytest.mark.parametrize(("language", "text"), ASKED)
def test_what_is_asked_is_none(understanding: Understanding, language: str, text: str) -> None:
    query = asked(understanding, language, text)
    assert isinstance(query, Query)
    assert (query.measure, query.skus) == ("arrived", ("MH01-M",))


def test_a_polite_order_is_no_question_for_what_came_in(understanding: Understanding) -> None:
    assert understanding("can you receive 12 MH01-M at hall A?", Context(), language="en").asked == ()


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Asking]:
    with open_database(tmp_path, *shop()) as database:
        yield Asking(database)


async def test_what_a_delivery_lacks_is_asked_with_buttons_one_after_the_other(chat: Asking) -> None:
    reply = await chat.say("receive 12 MH01 at hall A")
    assert [each["title"] for each in actions(reply.card)][:3] == ["S", "M", "L"]
    assert "Receive 12 of MH01-M at Hall A" in str(await chat.press(reply, "M"))
    reply = await chat.say("receive 12 MH01-M")
    titles = [each["title"] for each in actions(reply.card)]
    assert any(title.startswith("Hall B") for title in titles)
    pressed = await chat.press(reply, next(title for title in titles if title.startswith("Hall B")))
    assert "Receive 12 of MH01-M at Hall B" in str(pressed)
    reply = await chat.say("receive 3 SH05-39")  # which lies nowhere yet
    assert {"Hall A", "Hall B"} <= {each["title"] for each in actions(reply.card)}
    reply = await chat.say("receive MH01-M at hall A")
    assert "How many" in reply.text
    assert "Receive 7 of MH01-M at Hall A" in str(await chat.say("7"))


async def test_what_an_issue_lacks_is_asked_with_buttons_too(chat: Asking) -> None:
    reply = await chat.say("issue 1 MH01 damaged")
    reply = await chat.press(reply, "M")
    titles = [each["title"] for each in actions(reply.card)]
    pressed = await chat.press(reply, next(title for title in titles if title.startswith("Hall A")))
    assert "Issue 1 of MH01-M from Hall A (damaged)" in str(pressed)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "12 in M to hall A"),
        ("de", "12 in M nach Halle A"),
        ("fr", "12 en M dans hall A"),
        ("es", "12 en M a hall A"),
        ("it", "12 in M nel hall A"),
        ("pl", "12 w M do hall A"),
        ("pl", "12 in M to hall A"),
    ],
)
async def test_an_amount_beneath_a_photo_is_a_delivery_of_what_it_shows(
    chat: Asking, language: str, text: str
) -> None:
    turn = Turn(message(text), RecordingChannel(), words_for(language), "r3f")
    [order] = (await chat.handlers.questions.read_beside(turn, text, "MH01")).read.asked
    assert isinstance(order, Order)
    assert (order.verb, order.sizes, order.quantity, order.place) == ("receive", ("M",), 12, "Hall A")


@pytest.mark.parametrize("text", ["12 in M?", "12", "are 12 in M there?", "12 of those and a horse"])
async def test_other_words_beneath_a_photo_are_none(chat: Asking, text: str) -> None:
    turn = Turn(message(text), RecordingChannel(), words_for("en"), "r3f")
    read = (await chat.handlers.questions.read_beside(turn, text, "MH01")).read
    assert not any(isinstance(each, Order) for each in read.asked)

"""“Here” in a question is where its writer is, and the answer says so; else it is asked which place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.locales import words_for
from bot.state.whereabouts import PREFIX
from tests.kit.asking import Asking, actions
from tests.kit.floor import Floor, floor_of, shop
from tests.kit.people import ANN, BEN
from tests.kit.stores import open_database

HOW_MANY = {
    "en": ("how many MH01-M here?", "how many of MH01-M are on this shelf", "do we have MH01-M over here"),
    "de": ("wie viele MH01-M hier?", "wie viele MH01-M sind hier drin", "haben wir MH01-M in diesem Regal"),
    "fr": ("combien de MH01-M ici ?", "il y a combien de MH01-M ici", "on a du MH01-M sur cette étagère ?"),
    "es": ("¿cuántas MH01-M hay aquí?", "cuántas MH01-M tenemos acá", "hay MH01-M en este estante"),
    "it": ("quante MH01-M ci sono qui?", "quante MH01-M abbiamo qua", "ci sono MH01-M su questo scaffale?"),
    "pl": ("ile MH01-M jest tutaj?", "ile mamy tu MH01-M", "czy jest MH01-M na tej półce?"),
}
WHATS_HERE = {
    "en": ("what's here", "what is here?", "what do we have here?"),
    "de": ("was ist hier", "was haben wir hier?", "was gibt's hier?"),
    "fr": ("qu'est-ce qu'il y a ici ?", "qu'est-ce qu'on a ici"),
    "es": ("¿qué hay aquí?", "qué tenemos aquí"),
    "it": ("cosa c'è qui?", "che cosa abbiamo qui"),
    "pl": ("co tu jest?", "co jest tutaj", "co tu mamy?"),
}
EACH = [
    (language, text) for asked in (HOW_MANY, WHATS_HERE) for language in asked for text in asked[language]
]


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Asking]:
    with open_database(tmp_path, *shop()) as database:
        database.places.set_code("Hall B", "B-01")
        yield Asking(database)


@pytest.mark.parametrize(("language", "text"), EACH)
async def test_here_is_where_somebody_is_and_the_answer_says_so(
    chat: Asking, language: str, text: str
) -> None:
    await chat.say("I'm at B-01")
    reply = await chat.say(text, words=words_for(language))
    assert "Hall B" in reply.text
    assert "Hall A" not in f"{reply.text} {reply.card}"
    assert reply.query is not None
    assert reply.query.places.values == ("Hall B",)


@pytest.mark.parametrize(("language", "text"), EACH)
async def test_without_a_known_place_it_asks_which(chat: Asking, language: str, text: str) -> None:
    reply = await chat.say(text, words=words_for(language))
    assert "Hall A, Hall B" in reply.text
    titles = [each["title"] for each in actions(reply.card)]
    assert len([title for title in titles if "Hall B" in title]) == 1
    pressed = await chat.press(reply, next(title for title in titles if "Hall B" in title))
    assert "Hall A" not in f"{pressed.text} {pressed.card}"


async def test_the_place_may_be_typed_next(chat: Asking) -> None:
    await chat.say("how much is BAG1")
    await chat.say("how many MH01-M here?")
    reply = await chat.say("Hall B")
    assert reply.query is not None
    assert (reply.query.skus, reply.query.places.values) == (("MH01-M",), ("Hall B",))


async def test_here_is_each_persons_own(chat: Asking) -> None:
    await chat.say("I'm at B-01", ANN)
    assert "know where" in (await chat.say("how many MH01-M here?", BEN)).text


async def test_here_names_a_place_after_another_was_asked_about(chat: Asking) -> None:
    await chat.say("I'm at B-01")
    await chat.say("how many MH01-M in Hall A?")
    reply = await chat.say("and how many MH01-L here?")
    assert reply.query is not None
    assert reply.query.places.values == ("Hall B",)


@pytest.mark.parametrize(
    ("text", "places", "excluded"),
    [
        ("is there any MH01-L here or in Hall A?", {"Hall A", "Hall B"}, set()),
        ("where is more MH01-M, here or in Hall A", {"Hall A", "Hall B"}, set()),
        ("how many MH01-M everywhere except here", set(), {"Hall B"}),
        ("I have a customer here, how many MH01-M in Hall A?", {"Hall A"}, set()),
    ],
)
async def test_here_goes_with_other_places(
    chat: Asking, text: str, places: set[str], excluded: set[str]
) -> None:
    await chat.say("I'm at B-01")
    reply = await chat.say(text)
    assert reply.query is not None
    assert (set(reply.query.places.values), set(reply.query.places.excluded)) == (places, excluded)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("move 2 MH01-M from here to Hall A", "2 of MH01-M from Hall B to Hall A"),
        ("move 2 MH01-M from Hall A to here", "2 of MH01-M from Hall A to Hall B"),
        ("reserve 1 MH01-M here for Lee", "Hall B"),
        ("12 MH01-M came in here", "Hall B"),
    ],
)
async def test_orders_know_it_too(chat: Asking, text: str, said: str) -> None:
    await chat.say("I'm at B-01")
    assert said in str(await chat.say(text))


@pytest.mark.parametrize(
    "text", ["what does MH01 here cost", "what can I do here?", "who's a supervisor here?"]
)
async def test_what_is_the_same_everywhere_asks_for_no_place(chat: Asking, text: str) -> None:
    assert "know where" not in (await chat.say(text)).text


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    with open_database(tmp_path, *shop()) as database, floor_of(database) as opened:
        yield opened


async def test_a_stock_take_and_the_code_on_a_shelf_say_where_somebody_is(floor: Floor) -> None:
    floor.database.places.set_code("Hall B", "B-01")
    await floor.say("stock-take hall a")
    assert floor.whereabouts.of(floor.message()) == "Hall A"
    floor.photos.add("shelf", numbers=(f"{PREFIX}B-01",))
    await floor.send("shelf")
    assert floor.whereabouts.of(floor.message()) == "Hall B"

"""Questions in the chat: what was shown is remembered, what is unclear is asked back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channel import Person, Reply
from bot.commands.ask import ask
from bot.errors import UserError
from bot.handlers.language import LanguageHandler
from bot.locales import Words, words_for
from bot.locales.faults import fault_in_words
from bot.questions.answering.as_json import asked_to_json
from bot.questions.query import Bounds, Order, Query, Talk
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.settings import Settings
from bot.state.memory import Context
from catalogue.database import BatchRecord, Database
from catalogue.errors import UnknownItemError
from catalogue.items import Item, StockLevel, Variant
from catalogue.movements import Worker
from tests.kit.asking import Asking
from tests.kit.handlers import turn
from tests.kit.messages import message, press
from tests.kit.people import ANN, BEN
from tests.kit.stores import open_database

NOW = datetime(2026, 3, 4, 8, 15, tzinfo=UTC)
SETTINGS = Settings(_env_file=None)  # type: ignore[call-arg]


def item(name: str, colour: str, number: int, amounts: dict[str, tuple[int, int]], **more: Any) -> Item:
    variants = tuple(
        Variant(
            f"{name}-{size}",
            size,
            f"40063813{number:02d}{place:03d}",
            (StockLevel("Hall A 03-12", hall, 0, NOW), StockLevel("Shop Berlin", shop, min(1, shop), NOW)),
        )
        for place, (size, (hall, shop)) in enumerate(amounts.items())
    )
    return Item(name, f"Snowline jacket, {colour}", "outer", colour, "Northbay", variants=variants, **more)


RED = item("SN-RED", "red", 10, {"M": (12, 1), "L": (0, 0)}, price="89.90 EUR")
BLACK = item("SN-BLACK", "black", 20, {"M": (2, 0), "L": (30, 4)})


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path, RED, BLACK) as opened:
        yield opened


@pytest.fixture
def handler(database: Database) -> Asking:
    return Asking(database)


async def ask_bot(handler: Asking, text: str, sender: Person = ANN, *, words: Words | None = None) -> Reply:
    return await handler.say(text, sender, words=words)


async def pressed(handler: Asking, carried: str) -> Reply:
    data = {"do": "ask", "question": carried}
    return await handler.send(press(data, reply_to=None))


async def test_half_questions_are_about_what_was_shown(handler: Asking) -> None:
    assert (await ask_bot(handler, "SN-RED")).text == "Snowline jacket, red: 13 in stock"
    assert (await ask_bot(handler, "how many in M?")).text.startswith(
        "Snowline jacket, red, in M: 13 in stock"
    )
    black = (await ask_bot(handler, "and in black?")).text
    assert black.startswith("Snowline jacket, black, in M: 2 in stock")  # still in M
    assert "Hall A 03-12: 30 in stock; Shop Berlin: 4" in (await ask_bot(handler, "where is it in L")).text
    assert "Hall A 03-12: 2 in stock" in (await ask_bot(handler, "and in M?")).text  # still where


async def test_what_was_shown_is_each_persons_own_and_outlives_a_restart(
    handler: Asking, database: Database
) -> None:
    await ask_bot(handler, "SN-RED")
    await ask_bot(handler, "SN-BLACK", BEN)
    again = Asking(database)
    assert (await ask_bot(again, "price?")).text == "Snowline jacket, red: 89.90 EUR."
    assert "no price in the catalogue" in (await ask_bot(again, "price?", BEN)).text


async def test_of_several_skus_each_answer_has_its_own(handler: Asking) -> None:
    for text in ("stock SN-RED-M and SN-BLACK-L", "SN-RED-M\nSN-BLACK-L"):
        answer = await ask_bot(handler, text)
        assert "47 in stock" in answer.text
        assert "Snowline jacket, red: 13 in stock" in answer.text
        assert "Snowline jacket, black: 34 in stock" in answer.text
        assert all(sku in str(answer.card) for sku in ("SN-RED-M", "SN-BLACK-L"))


async def test_a_question_about_nothing_asks_of_which_item(handler: Asking) -> None:
    with pytest.raises(UserError, match="Which item"):
        await ask_bot(handler, "how many in M?")


async def test_where_no_location_has_so_many_it_says_so(handler: Asking) -> None:
    await ask_bot(handler, "SN-BLACK")
    assert "0 locations" in (await ask_bot(handler, "who has more than 100 of these")).text


async def test_a_colour_or_size_that_there_is_not_is_said_not_to_be(handler: Asking) -> None:
    await ask_bot(handler, "SN-RED")
    assert "It doesn’t come in yellow. It comes in black, red." in (await ask_bot(handler, "in yellow?")).text
    await ask_bot(handler, "SN-RED")
    text = (await ask_bot(handler, "how many in XXL")).text
    assert "It doesn’t come in size XXL. It comes in M, L." in text


async def test_what_came_in_is_told_with_its_source(handler: Asking, database: Database) -> None:
    database.movements.count("SN-RED-M", "Hall A 03-12", 20, by=Worker("ann", "Ann"))
    arrived = await ask_bot(handler, "what came in today")
    assert "Snowline jacket, red" in arrived.text
    assert "via Ann" in str(arrived.card)
    assert "No arrival is recorded" in (await ask_bot(handler, "what came in yesterday")).text


async def test_an_unknown_number_is_told_to_be_one(handler: Asking) -> None:
    with pytest.raises(UnknownItemError, match=r"SN-RD-M .*did you mean SN-RED-M"):
        await ask_bot(handler, "reserve 1 of SN-RD-M for Anna")


async def test_half_of_stock_work_is_told_how_to_say_it(handler: Asking) -> None:
    assert "You can type: receive" in (await ask_bot(handler, "move that over there")).text


async def test_an_unknown_word_is_named_and_the_nearest_reading_is_a_button(handler: Asking) -> None:
    unclear = await ask_bot(handler, "how many frobnicated snowline jackets in red")
    assert unclear.text == "I don’t know what “frobnicated” is. Name the item, or type its SKU."
    answer = await handler.press(unclear, "Pieces in stock of Snowline jacket, red")
    assert "13 in stock" in answer.text


@pytest.mark.parametrize(
    "carried",
    [
        "",
        "[]",
        '{"order": {"verb": "reserve", "items": ["SN-RED"], "quantity": 5}}',
        '{"query": {"measure": "on_hand", "items": "SN-RED"}}',
        '{"query": {"measure": "reservations"}}',
        '{"query": {"measure": "reserved", "people": {"values": ["Anna"]}}}',
        '{"query": {"measure": "on_hand", "surprise": "x"}}',
        '{"intent": "stock", "slots": {"items": ["SN-RED"]}}',
    ],
)
async def test_a_forged_reading_does_nothing(handler: Asking, carried: str) -> None:
    with pytest.raises(UserError, match="no longer works"):
        await pressed(handler, carried)


async def test_an_item_that_is_gone_is_said_to_be(handler: Asking) -> None:
    with pytest.raises(UserError, match="no longer in the catalogue"):
        await pressed(handler, asked_to_json(Query(items=("GONE",))))


async def test_a_language_is_set_or_told_to_be_unknown(handler: Asking, database: Database) -> None:
    assert (await ask_bot(handler, "speak german")).text.startswith("Ich antworte ab jetzt auf Deutsch")
    assert LanguageHandler(database.notes).of(message("x")) == "de"
    assert LanguageHandler(database.notes).of(message("x", BEN)) == "en"
    assert (await ask_bot(handler, "answer in polish")).text.startswith("Od teraz odpowiadam po polsku")
    dutch = Talk("language", (("language", "nl"),))
    asked = LanguageHandler(database.notes).choose(turn(message("x")), dutch)
    assert asked.text.startswith("Which language? I speak German, English")


async def test_thanks_are_answered(handler: Asking) -> None:
    assert (await ask_bot(handler, "thanks a lot!")).text.startswith("You’re welcome")


async def test_german_is_understood_and_answered_in_german(handler: Asking) -> None:
    words = words_for("de-AT")

    async def answer(text: str) -> str:
        return (await ask_bot(handler, text, words=words)).text

    assert await answer("SN-RED") == "Snowline jacket, red: 13 auf Lager"
    assert await answer("und in schwarz?") == "Snowline jacket, black: 36 auf Lager"
    assert "Hall A 03-12: 30 auf Lager; Shop Berlin: 4" in await answer("wo liegt die in L")
    assert "knapp" in await answer("what is low?")  # English, by a German


async def test_what_came_in_on_some_days_ends_with_the_last_of_them(
    handler: Asking, database: Database
) -> None:
    database.movements.count("SN-RED-M", "Hall A 03-12", 20, by=Worker("ann", "Ann"))
    today = datetime.now(UTC).date()
    until_today = f"what came in between {today - timedelta(days=3)} and {today}"
    assert "Snowline jacket, red" in (await ask_bot(handler, until_today)).text
    until_yesterday = f"deliveries from {today - timedelta(days=3)} to {today - timedelta(days=1)}"
    assert "No arrival is recorded" in (await ask_bot(handler, until_yesterday)).text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "release reservation 12"),
        ("de", "gib 12 wieder frei"),
        ("fr", "libère la 12"),
        ("es", "libera la reserva 12"),
        ("it", "libera la 12"),
        ("pl", "zwolnij rezerwację nr 12"),
    ],
)
def test_a_number_alone_is_that_of_a_reservation(database: Database, language: str, text: str) -> None:
    """Whatever was shown: an amount is said with its pieces, its size or its item."""
    read = Understanding(Names(database))(text, Context(("SN-RED",)), language=language)
    assert read.asked == (Order("release", reservation=12),)


def test_a_hall_is_told_from_the_preposition_before_a_place(database: Database) -> None:
    text = "sposta 3 SN-RED-M da hall a a Shop Berlin"
    [order] = Understanding(Names(database))(text, Context(), language="it").asked
    assert isinstance(order, Order)
    assert (order.place, order.to_place) == ("Hall A", "Shop Berlin")


@pytest.mark.parametrize(
    "text", ["count me in", "keep it up", "take me to Shop Berlin", "what's the weather in Shop Berlin"]
)
def test_a_word_that_says_many_things_is_no_stock_work(database: Database, text: str) -> None:
    assert Understanding(Names(database))(text, Context(("SN-RED",)), language="en").asked == ()


@pytest.mark.parametrize("text", ["SN-RE", "stock SN-RE", "how many SN-RE have we got", "sn-re"])
async def test_the_beginning_of_numbers_finds_the_items_that_have_them(
    handler: Asking, database: Database, text: str
) -> None:
    green = item("SN-REED", "green", 30, {"M": (3, 0)})
    database.write([RED, BLACK, green], BatchRecord(NOW, "test", 3, 0, 0))
    wanted = {"SN-RED", "SN-REED"}
    answer = await ask_bot(handler, text)
    assert set(answer.shows) == wanted
    report = ask(database, SETTINGS, text, about=(), locale="en")
    assert set(report["items"]) == wanted


async def test_stock_work_with_half_a_number_finds_nothing(handler: Asking) -> None:
    with pytest.raises(UnknownItemError, match="SN-RE "):
        await ask_bot(handler, "reserve 1 of SN-RE for Anna")


@pytest.mark.parametrize("locale", ["en", "de", "pl"])
@pytest.mark.parametrize(
    "text", ["4006381399999", "how many of SN-RD-M", "stock", "how many left", "what would Jupiter cost"]
)
async def test_without_a_chat_the_same_is_asked_back(
    handler: Asking, database: Database, text: str, locale: str
) -> None:
    words = words_for(locale)
    try:
        chat = (await handler.say(text, words=words)).text
    except (UserError, UnknownItemError) as fault:
        chat = fault_in_words(fault, words)
    report = ask(database, SETTINGS, text, about=(), locale=locale)
    assert (report["understood"], report["figures"]) == (False, [])
    assert chat
    assert report["said"] == chat


@pytest.mark.parametrize(
    ("language", "text", "bounds"),
    [
        ("it", "chi ha più di sei giacche Snowline rosse", Bounds(least=7)),
        ("it", "chi ha meno di sei giacche Snowline rosse", Bounds(most=5)),
        ("fr", "où est-ce qu'on a plus de 5 vestes Snowline rouges", Bounds(least=6)),
        ("en", "who has got more than six of the red Snowline jackets", Bounds(least=7)),
        ("de", "wer hat mehr als sechs rote Snowline Jacken", Bounds(least=7)),
    ],
)
def test_a_bound_is_never_dropped(database: Database, language: str, text: str, bounds: Bounds) -> None:
    [query] = Understanding(Names(database))(text, Context(), language=language).asked
    assert isinstance(query, Query)
    assert (query.group, query.pieces) == ("place", bounds)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "how many of us are in hall a today"),
        ("en", "how many people came in today"),
        ("de", "wie viele sind wir heute in Berlin"),
        ("de", "zu wievielt sind wir heute"),
        ("fr", "on est combien aujourd'hui à Berlin"),
        ("es", "cuántos somos hoy en berlin"),
        ("it", "in quanti siamo oggi a berlino"),
        ("pl", "ilu nas jest dzisiaj w Berlinie"),
    ],
)
@pytest.mark.parametrize("about", [(), ("SN-RED",)])
def test_a_question_about_people_is_none_about_stock(
    database: Database, language: str, text: str, about: tuple[str, ...]
) -> None:
    assert Understanding(Names(database))(text, Context(about), language=language).asked == ()


def test_the_first_two_are_the_first_two_that_were_shown(database: Database) -> None:
    shown = Context(("SN-RED", "SN-BLACK"))
    for language, text in {
        "en": "how many of the first two in M",
        "de": "wie viele von den ersten beiden in M",
        "fr": "combien des deux premiers en M",
        "es": "cuántos de los dos primeros en M",
        "it": "quanti dei primi due in M",
        "pl": "ile pierwszych dwóch w M",
    }.items():
        [query] = Understanding(Names(database))(text, shown, language=language).asked
        assert isinstance(query, Query), text
        assert set(query.items) == {"SN-RED", "SN-BLACK"}, text


@pytest.mark.parametrize(
    "lost",
    ["how many flurbs in M", "do parkas glow at night", "how many pink hoodies are there", "ABC-123-XYZ"],
)
async def test_after_a_message_about_something_else_the_older_question_is_over(
    handler: Asking, lost: str
) -> None:
    await ask_bot(handler, "how many red Snowline jackets in M")
    with suppress(UserError, UnknownItemError):
        await ask_bot(handler, lost)
    with pytest.raises(UserError, match="Which item"):
        await ask_bot(handler, "and in L?")


async def test_what_an_unclear_message_names_is_what_the_next_is_about(handler: Asking) -> None:
    await ask_bot(handler, "how many red Snowline jackets in M")
    await ask_bot(handler, "how heavy is the Snowline jacket black in L")
    assert (await ask_bot(handler, "davon in Berlin?")).text.startswith(
        "Snowline jacket, black, in L, at Shop Berlin: 4 in stock"
    )


@pytest.mark.parametrize("lost", ["how tall are these", "how many in munich"])
async def test_a_message_that_names_nothing_else_changes_nothing(handler: Asking, lost: str) -> None:
    await ask_bot(handler, "how many red Snowline jackets in M")
    await ask_bot(handler, lost)
    assert (await ask_bot(handler, "and in L?")).text.startswith("Snowline jacket, red, in L: 0 in stock")

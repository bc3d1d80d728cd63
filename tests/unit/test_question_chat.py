"""Questions in the chat: what was shown is remembered, what is unclear is asked back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channel import InboundMessage, Person, Place, Reply
from bot.commands.ask import ask
from bot.errors import UserError
from bot.handlers.help import HelpHandler
from bot.handlers.language import LanguageHandler
from bot.handlers.orders import OrderHandler
from bot.handlers.questions import QuestionHandler
from bot.handlers.stock import StockHandler
from bot.locales import Words, words_for
from bot.locales.faults import fault_in_words
from bot.questions.answers import Answers
from bot.questions.question import Question
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.routing.rows import Handlers
from bot.settings import Settings
from bot.state.memory import Context, Memory
from bot.state.people import People
from catalogue.database import BatchRecord, Database
from catalogue.errors import UnknownItemError
from catalogue.items import Item, StockLevel, Variant
from catalogue.movements import Worker
from catalogue.stock import StockBook
from tests.fakes.channel import PLACE
from tests.kit.handlers import handlers, only_reply, turn
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
def handler(database: Database) -> Handlers:
    return asking(database)


def asking(database: Database) -> Handlers:
    book, names = StockBook(database), Names(database)
    stock = StockHandler(book, link=lambda key, side: f"https://x.example/{key}")
    return handlers(
        help=HelpHandler(People(database.notes), book.example),
        language=LanguageHandler(database.notes),
        orders=OrderHandler(book, database.movements, database.notes, names),
        questions=QuestionHandler(
            Understanding(names),
            Answers(book, names),
            Memory(database.notes),
            book,
            stock=stock,
            link=lambda key, side: f"https://x.example/{key}",
        ),
        stock=stock,
    )


def typed(text: str, sender: Person = ANN, place: Place = PLACE) -> InboundMessage:
    return message(text, sender, place, sent_at=NOW)


async def ask_bot(handler: Handlers, text: str, sender: Person = ANN, *, words: Words | None = None) -> Reply:
    message = typed(text, sender)
    answer = await only_reply(handler, message, words)
    if answer.shows:  # as the conversation does
        handler.questions._memory.showed(message, answer.shows, answer.asked)
    return answer


async def pressed(handler: Handlers, carried: str) -> Reply:
    data = {"do": "ask", "question": carried}
    return await only_reply(handler, press(data, reply_to=None))


async def test_half_questions_are_about_what_was_shown(handler: Handlers) -> None:
    assert (await ask_bot(handler, "SN-RED")).text == "Snowline jacket, red: 13 in stock"
    assert (await ask_bot(handler, "how many in M?")).text == "Snowline jacket, red, size M: 13 in stock"
    assert (await ask_bot(handler, "and in black?")).text == "Snowline jacket, black: 36 in stock"
    assert (await ask_bot(handler, "where is it in L")).text == (
        "Snowline jacket, black, size L: 34 in stock (Hall A 03-12: 30, Shop Berlin: 4)"
    )
    assert "Hall A 03-12: 2" in (await ask_bot(handler, "and in M?")).text  # still where


async def test_what_was_shown_is_each_persons_own_and_outlives_a_restart(
    handler: Handlers, database: Database
) -> None:
    await ask_bot(handler, "SN-RED")
    await ask_bot(handler, "SN-BLACK", BEN)
    again = asking(database)
    assert (await ask_bot(again, "price?")).text == "Snowline jacket, red: 89.90 EUR"
    assert (await ask_bot(again, "price?", BEN)).text == "Snowline jacket, black: no price in the catalogue"


async def test_of_several_skus_each_answer_has_its_own(handler: Handlers) -> None:
    for text in ("stock SN-RED-M and SN-BLACK-L", "SN-RED-M\nSN-BLACK-L"):
        answer = await ask_bot(handler, text)
        assert answer.text == (
            "Total: 47 in stock. Snowline jacket, red, SN-RED-M: 13 in stock; "
            "Snowline jacket, black, SN-BLACK-L: 34 in stock"
        )
        assert all(sku in str(answer.card) for sku in ("red, SN-RED-M", "black, SN-BLACK-L"))


async def test_a_question_about_nothing_asks_of_which_item(handler: Handlers) -> None:
    with pytest.raises(UserError, match="Which item"):
        await ask_bot(handler, "how many in M?")


async def test_where_no_location_has_so_many_it_says_so(handler: Handlers) -> None:
    await ask_bot(handler, "SN-BLACK")
    assert (await ask_bot(handler, "who has more than 100 of these")).text.endswith(
        "no location has that many"
    )


async def test_a_colour_or_size_that_there_is_not_is_said_not_to_be(handler: Handlers) -> None:
    await ask_bot(handler, "SN-RED")
    assert (await ask_bot(handler, "in yellow?")).text.startswith("It doesn’t come in yellow.")
    await ask_bot(handler, "SN-RED")
    text = (await ask_bot(handler, "how many in XXL")).text
    assert text == "It doesn’t come in size XXL. It comes in: Snowline jacket, red: 13 in stock"


async def test_what_is_low_and_what_is_sold_out_is_listed_by_size(handler: Handlers) -> None:
    low = await ask_bot(handler, "which jackets are low?")
    assert low.text == "1 size is running low. Snowline jacket, black, M: only 2 left"
    out = await ask_bot(handler, "what is sold out")
    assert out.text == "1 size is out of stock. Snowline jacket, red, L: none left"
    assert out.shows == ("SN-RED",)
    assert (await ask_bot(handler, "which jackets have less than 0")).text == "No matches"


async def test_what_came_in_is_told_with_its_source(handler: Handlers, database: Database) -> None:
    database.movements.count("SN-RED-M", "Hall A 03-12", 20, by=Worker("ann", "Ann"))
    arrived = await ask_bot(handler, "what came in today")
    assert arrived.text.startswith("1 item has arrived. Snowline jacket, red")
    assert "via Ann" in str(arrived.card)
    assert (await ask_bot(handler, "what came in yesterday")).text == "Nothing has arrived"


async def test_an_unknown_number_is_told_to_be_one(handler: Handlers) -> None:
    with pytest.raises(UnknownItemError, match=r"SN-RD-M .*did you mean SN-RED-M"):
        await ask_bot(handler, "reserve 1 of SN-RD-M for Anna")


async def test_half_of_stock_work_is_told_how_to_say_it(handler: Handlers) -> None:
    assert "You can type: receive" in (await ask_bot(handler, "move that over there")).text


async def test_what_is_not_understood_offers_the_nearest_readings_as_buttons(
    handler: Handlers,
) -> None:
    unclear = await ask_bot(handler, "how many frobnicated snowline jackets in red")
    assert unclear.text == "I didn’t understand that. Did you mean one of these?"
    assert unclear.card is not None
    [button] = [line["selectAction"] for line in unclear.card["body"] if "selectAction" in line]
    assert button["title"] == "How many of Snowline jacket, red?"
    answer = await pressed(handler, button["data"]["question"])
    assert answer.text == "Snowline jacket, red: 13 in stock"


@pytest.mark.parametrize(
    "carried",
    [
        "",
        "[]",
        '{"intent": "reserve", "slots": {"items": ["SN-RED"], "quantity": 5}}',
        '{"intent": "stock", "slots": {"items": "SN-RED"}}',
        '{"intent": "stock", "slots": {"items": ["SN-RED"], "since": 7}}',
        '{"intent": "list", "slots": {"surprise": "x"}}',
    ],
)
async def test_a_forged_reading_does_nothing(handler: Handlers, carried: str) -> None:
    with pytest.raises(UserError, match="no longer works"):
        await pressed(handler, carried)


async def test_an_item_that_is_gone_is_said_to_be(handler: Handlers) -> None:
    carried = json.dumps({"intent": "stock", "slots": {"items": ["GONE"]}})
    answer = await pressed(handler, carried)
    assert answer.text == "That item is no longer in the catalogue."


async def test_a_language_is_set_or_told_to_be_unknown(handler: Handlers, database: Database) -> None:
    assert (await ask_bot(handler, "speak german")).text.startswith("Ich antworte ab jetzt auf Deutsch")
    assert LanguageHandler(database.notes).of(typed("x")) == "de"
    assert LanguageHandler(database.notes).of(typed("x", BEN)) == "en"
    assert (await ask_bot(handler, "answer in polish")).text.startswith("Od teraz odpowiadam po polsku")
    dutch = Question("language", {"language": "nl"})
    asked = LanguageHandler(database.notes).choose(turn(typed("x")), dutch)
    assert asked.text.startswith("Which language? I speak German, English")


async def test_thanks_are_answered(handler: Handlers) -> None:
    assert (await ask_bot(handler, "thanks a lot!")).text.startswith("You’re welcome")


async def test_german_is_understood_and_answered_in_german(handler: Handlers) -> None:
    words = words_for("de-AT")

    async def answer(text: str) -> str:
        return (await ask_bot(handler, text, words=words)).text

    assert await answer("SN-RED") == "Snowline jacket, red: 13 auf Lager"
    assert await answer("und in schwarz?") == "Snowline jacket, black: 36 auf Lager"
    assert await answer("wo liegt die in L") == (
        "Snowline jacket, black, Größe L: 34 auf Lager (Hall A 03-12: 30, Shop Berlin: 4)"
    )
    assert (await answer("what is low?")).startswith("1 Größe wird knapp")  # English, by a German


async def test_what_came_in_on_some_days_ends_with_the_last_of_them(
    handler: Handlers, database: Database
) -> None:
    database.movements.count("SN-RED-M", "Hall A 03-12", 20, by=Worker("ann", "Ann"))
    today = datetime.now(UTC).date()
    until_today = f"what came in between {today - timedelta(days=3)} and {today}"
    assert (await ask_bot(handler, until_today)).text.startswith("1 item has arrived.")
    until_yesterday = f"deliveries from {today - timedelta(days=3)} to {today - timedelta(days=1)}"
    assert (await ask_bot(handler, until_yesterday)).text == "Nothing has arrived"


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
    understood = Understanding(Names(database))(text, Context(("SN-RED",)), language=language)
    assert understood.question == Question("release", {"reservation": 12})


def test_a_hall_is_told_from_the_preposition_before_a_place(database: Database) -> None:
    text = "sposta 3 SN-RED-M da hall a a Shop Berlin"
    slots = Understanding(Names(database))(text, Context(), language="it").question.slots
    assert (slots["from_location"], slots["to_location"]) == ("Hall A", "Shop Berlin")


@pytest.mark.parametrize(
    "text", ["count me in", "keep it up", "take me to Shop Berlin", "what's the weather in Shop Berlin"]
)
def test_a_word_that_says_many_things_is_no_stock_work(database: Database, text: str) -> None:
    understood = Understanding(Names(database))(text, Context(("SN-RED",)), language="en")
    assert understood.question.intent == "unknown"


@pytest.mark.parametrize("text", ["SN-RE", "stock SN-RE", "how many SN-RE have we got", "sn-re"])
async def test_the_beginning_of_numbers_finds_the_items_that_have_them(
    handler: Handlers, database: Database, text: str
) -> None:
    green = item("SN-REED", "green", 30, {"M": (3, 0)})
    database.write([RED, BLACK, green], BatchRecord(NOW, "test", 3, 0, 0))
    wanted = {"SN-RED", "SN-REED"}
    answer = await ask_bot(handler, text)
    assert (set(answer.shows), answer.asked) == (wanted, "find")
    report = ask(database, SETTINGS, text, about=(), locale="en")
    assert (report["intent"], {one["item"] for one in report["answer"]}) == ("find", wanted)


async def test_stock_work_with_half_a_number_finds_nothing(handler: Handlers) -> None:
    with pytest.raises(UnknownItemError, match="SN-RE "):
        await ask_bot(handler, "reserve 1 of SN-RE for Anna")


@pytest.mark.parametrize("locale", ["en", "de", "pl"])
@pytest.mark.parametrize(
    "text", ["4006381399999", "how many of SN-RD-M", "stock", "how many left", "what would Jupiter cost"]
)
async def test_without_a_chat_the_same_is_asked_back(
    handler: Handlers, database: Database, text: str, locale: str
) -> None:
    words = words_for(locale)
    try:
        chat = (await only_reply(handler, typed(text), words)).text
    except (UserError, UnknownItemError) as fault:
        chat = fault_in_words(fault, words)
    report = ask(database, SETTINGS, text, about=(), locale=locale)
    assert (report["intent"], report["answer"]) == ("unknown", [])
    assert chat
    assert report["text"].startswith(chat)


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("it", "chi ha più di sei giacche Snowline rosse", {"more_than": 6}),
        ("it", "chi ha meno di sei giacche Snowline rosse", {"less_than": 6}),
        ("fr", "où est-ce qu'on a plus de 5 vestes Snowline rouges", {"more_than": 5}),
        ("en", "who has got more than six of the red Snowline jackets", {"more_than": 6}),
        ("de", "wer hat mehr als sechs rote Snowline Jacken", {"more_than": 6}),
    ],
)
def test_a_bound_is_never_dropped(
    database: Database, language: str, text: str, bound: dict[str, int]
) -> None:
    question = Understanding(Names(database))(text, Context(), language=language).question
    assert question.intent in ("unknown", "where")
    assert question.intent == "unknown" or bound.items() <= question.slots.items()
    if language in ("it", "en", "de"):
        assert question.intent == "where"


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
    assert (
        Understanding(Names(database))(text, Context(about), language=language).question.intent == "unknown"
    )


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
        question = Understanding(Names(database))(text, shown, language=language).question
        assert set(question.items) == {"SN-RED", "SN-BLACK"}, text

"""Conversations: an order waits for what it lacks, and half a question takes the rest from the last one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channel import Reply
from bot.errors import ForbiddenError, UserError
from bot.locales import words_for
from bot.state.memory import Context, Memory
from bot.state.people import Role
from catalogue.database import Database
from catalogue.items import Item, StockLevel, Variant
from catalogue.movements import Worker
from tests.kit.asking import Asking, actions, button
from tests.kit.handlers import Everybody
from tests.kit.messages import message
from tests.kit.people import ANN, BEN
from tests.kit.stores import open_database

NOW = datetime(2026, 3, 4, 8, 15, tzinfo=UTC)  # a Wednesday


def item(name: str, title: str, colour: str, amounts: dict[str, tuple[int, int]]) -> Item:
    variants = tuple(
        Variant(
            f"{name}-{size}",
            size,
            None,
            (StockLevel("Hall A 03-12", hall, 0, NOW), StockLevel("Shop Berlin", shop, 0, NOW)),
        )
        for size, (hall, shop) in amounts.items()
    )
    return Item(name, f"{title}, {colour}", "outer", colour, "Northbay", variants=variants, price="89.90 EUR")


RED = item("SN-RED", "Snowline jacket", "red", {"M": (12, 1), "L": (9, 7), "XL": (0, 1)})
BLACK = item("SN-BLACK", "Snowline jacket", "black", {"M": (2, 0), "L": (30, 4)})


class Clock:
    """A clock that a test sets forward."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path, RED, BLACK) as opened:
        yield opened


@pytest.fixture
def bot(database: Database, clock: Clock) -> Asking:
    return Asking(database, clock=clock, now=NOW)


def titles(reply: Reply) -> list[str]:
    return [action["title"] for action in actions(reply.card)]


async def test_an_order_waits_for_its_size_its_place_and_its_confirm(bot: Asking, database: Database) -> None:
    await bot.say("SN-RED")
    asked = await bot.say("put two aside for Anna")
    assert asked.text == "Which size of Snowline jacket, red? It comes in M, L, XL."
    assert titles(asked) == ["M", "L", "XL"]
    place = await bot.say("L")
    assert place.text == "Which location? SN-RED-L is at Hall A 03-12, Shop Berlin."
    assert titles(place) == ["Hall A 03-12 (9)", "Shop Berlin (7)"]
    proposed = await bot.say("Shop Berlin")
    assert proposed.text == "Reserve 2 of SN-RED-L at Shop Berlin for Anna"
    assert not database.movements.reservations()
    await bot.press(proposed, "Confirm")
    [kept] = database.movements.reservations()
    assert (kept.sku, kept.quantity, kept.location, kept.person) == ("SN-RED-L", 2, "Shop Berlin", "Anna")


async def test_buttons_complete_an_order_in_the_place_of_its_card(bot: Asking, database: Database) -> None:
    await bot.say("SN-RED")
    size = await bot.press(await bot.say("put two aside for Anna"), "M")
    assert size.replaces == "m1"
    assert size.text == "Reserve 2 of SN-RED-M at Hall A 03-12 for Anna"  # where alone are two
    await bot.press(size, "Confirm")
    assert [kept.sku for kept in database.movements.reservations()] == ["SN-RED-M"]


async def test_a_button_of_an_order_as_it_was_before_does_nothing(bot: Asking) -> None:
    """Or the size that was asked for one order would be put into another one."""
    await bot.say("SN-RED")
    first = await bot.say("put two aside for Anna")
    await bot.say("SN-BLACK")
    await bot.say("put three aside for Ben")
    with pytest.raises(UserError, match="too old"):
        await bot.press(first, "L")


async def test_a_proposal_that_was_changed_is_no_longer_to_be_confirmed(
    bot: Asking, database: Database
) -> None:
    first = await bot.say("reserve 2 of SN-RED-L at Shop Berlin for Anna")
    changed = await bot.say("make it 3")
    assert changed.text == "Reserve 3 of SN-RED-L at Shop Berlin for Anna"
    with pytest.raises(UserError, match="too old"):
        await bot.press(first, "Confirm")
    await bot.press(changed, "Confirm")
    assert [kept.quantity for kept in database.movements.reservations()] == [3]


async def test_questions_in_between_do_not_lose_an_order(bot: Asking) -> None:
    await bot.say("SN-RED")
    await bot.say("put two aside for Anna")
    assert "89.90" in (await bot.say("price?")).text
    assert "34" in (await bot.say("how many SN-BLACK in L?")).text
    assert (await bot.say("M")).text == "Reserve 2 of SN-RED-M at Hall A 03-12 for Anna"


async def test_a_number_scanned_in_between_is_looked_up_and_not_reserved(bot: Asking) -> None:
    await bot.say("put two SN-RED aside for Anna")
    assert (await bot.say("SN-BLACK")).text == "Snowline jacket, black: 36 in stock"
    assert (await bot.say("L")).text.startswith("Which location? SN-RED-L")


async def test_an_order_lapses_after_ten_minutes(bot: Asking, clock: Clock) -> None:
    await bot.say("SN-RED")
    asked = await bot.say("put two aside for Anna")
    clock.forward(minutes=10)
    with pytest.raises(UserError, match="too old"):
        await bot.press(asked, "L")
    assert (await bot.say("L")).text.startswith("Snowline jacket, red, in L: 16 in stock")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "never mind"),
        ("de", "vergiss es"),
        ("fr", "laisse tomber"),
        ("es", "olvídalo"),
        ("it", "lascia perdere"),
        ("pl", "nieważne"),
    ],
)
async def test_never_mind_drops_an_order_in_each_language(bot: Asking, language: str, text: str) -> None:
    words = words_for(language)
    asked = await bot.say("put two SN-RED aside for Anna")
    dropped = await bot.say(text, words=words)
    assert dropped.text == words("order-dropped")
    with pytest.raises(UserError, match="too old"):
        await bot.press(asked, "L")
    assert (await bot.say(text, words=words)).text == words("order-nothing-waits")


async def test_after_a_confirm_nothing_waits(bot: Asking, database: Database) -> None:
    await bot.press(await bot.say("reserve 2 of SN-RED-L at Shop Berlin for Anna"), "Confirm")
    again = await bot.say("never mind")
    assert again.text == "OK. Nothing was waiting, and nothing was changed."
    assert len(database.movements.reservations()) == 1


async def test_a_negated_order_is_answered_as_what_it_is(bot: Asking, database: Database) -> None:
    await bot.say("SN-RED")
    answer = await bot.say("don't reserve any for Anna")
    assert answer.text.startswith("OK, I won’t")
    assert actions(answer.card) == []
    assert not database.movements.reservations()


async def test_an_order_for_nobody_asks_for_whom_and_offers_who_has_something_reserved(
    bot: Asking, database: Database
) -> None:
    by = Worker("ann", "Ann")
    database.movements.reserve("SN-BLACK-L", "Shop Berlin", 1, person="Olga", until=None, by=by)
    asked = await bot.say("reserve 2 of SN-RED-L at Shop Berlin")
    assert (asked.text, titles(asked)) == ("For whom?", ["Olga"])
    assert (await bot.say("for Marco")).text == "Reserve 2 of SN-RED-L at Shop Berlin for Marco"


async def test_each_person_has_an_order_of_their_own(bot: Asking) -> None:
    await bot.say("put two SN-RED aside for Anna")
    await bot.say("put three SN-BLACK aside for Olga", BEN)
    assert "SN-BLACK-L" in (await bot.say("L", BEN)).text
    assert "SN-RED-M" in (await bot.say("M")).text


async def test_a_worker_cannot_complete_an_order(database: Database) -> None:
    """Who was a supervisor when the order began, and isn't any more."""
    asked = await Asking(database, now=NOW).say("put two SN-RED aside for Anna")
    worker = Asking(database, now=NOW, roles=Everybody(Role.WORKER))
    with pytest.raises(ForbiddenError, match="Only a supervisor"):
        await worker.press(asked, "M")
    with pytest.raises(ForbiddenError, match="Only a supervisor"):
        await worker.say("M")


async def test_two_questions_get_one_reply(bot: Asking) -> None:
    await bot.say("SN-RED")
    both = await bot.say("how many in M and what's the price?")
    assert "13" in both.text
    assert "89.90" in both.text
    assert both.card is not None
    assert "89.90" in str(both.card["body"])


async def test_two_orders_are_refused_as_a_whole(bot: Asking, database: Database) -> None:
    with pytest.raises(UserError, match="one order at a time"):
        await bot.say(
            "reserve 1 of SN-RED-L for Anna and move 2 of SN-BLACK-L from Shop Berlin to Hall A 03-12"
        )
    assert bot.memory.waiting(message("x", ANN, sent_at=NOW)) is None


async def test_an_unknown_place_is_named_with_those_that_there_are(bot: Asking) -> None:
    await bot.say("SN-RED")
    answer = await bot.say("how many in munich?")
    assert answer.text.startswith("I don’t know the location “munich”. Locations: Hall A, Shop Berlin.")


async def test_the_last_question_outlives_a_restart_with_all_its_slots(
    bot: Asking, database: Database, clock: Clock
) -> None:
    await bot.say("SN-RED")
    await bot.say("how many free in M?")
    again = Asking(database, clock=clock, now=NOW)
    assert (await again.say("and in L?")).text.startswith("Snowline jacket, red, in L: 16 free")


def test_notes_of_an_earlier_version_are_read_for_what_they_show(database: Database) -> None:
    place = message("x", ANN).place
    key = f"{place.channel} {place.conversation} {ANN.key}"
    database.notes.put("shown", key, {"items": ["SN-RED"], "asked": "price"})
    assert Memory(database.notes).shown(message("x", ANN)) == Context(("SN-RED",))
    database.notes.put("shown", key, {"items": ["SN-RED"], "query": {"measure": "phase of the moon"}})
    assert Memory(database.notes).shown(message("x", ANN)) == Context(("SN-RED",))
    database.notes.put("shown", key, ["nonsense"])
    database.notes.put("waiting", key, {"order": {"verb": "sell"}})
    assert Memory(database.notes).shown(message("x", ANN)) == Context()


async def test_a_quoted_message_brings_the_question_that_it_answers(bot: Asking) -> None:
    first = message("how many free SN-RED in M?", ANN, sent_at=NOW)
    answer = await bot.send(first)
    bot.memory.sent(first, "answer-1", answer.shows, answer.query)
    await bot.say("price of SN-BLACK")
    assert (await bot.say("and in L?", quoted="answer-1")).text.startswith(
        "Snowline jacket, red, in L: 16 free"
    )


async def test_long_choices_stand_one_below_another_and_sizes_three_in_a_row(bot: Asking) -> None:
    sizes = await bot.say("put two SN-RED aside for Anna")
    assert sizes.card is not None
    assert [len(each["actions"]) for each in sizes.card["body"] if each["type"] == "ActionSet"] == [3]
    places = await bot.press(sizes, "L")
    assert places.card is not None
    assert [each["type"] for each in places.card["body"]] == ["RichTextBlock", "ColumnSet", "ColumnSet"]
    assert button(places.card, "Shop Berlin (7)")["value"] == "Shop Berlin"


@pytest.mark.parametrize(
    ("language", "order", "changes", "comes_to"),
    [
        (
            "en",
            "move 3 L from hall A to the shop",
            ["on second thoughts, make that 6"],
            (6, "L", "Hall A 03-12"),
        ),
        ("en", "move 3 L to the shop", ["take them out of hall A", "one will do"], (1, "L", "Hall A 03-12")),
        ("de", "3 L aus Halle A in den Laden bringen", ["nee, 2 reichen"], (2, "L", "Hall A 03-12")),
        ("de", "3 L aus Halle A in den Laden bringen", ["nicht L sondern M"], (3, "M", "Hall A 03-12")),
        (
            "fr",
            "déplace 3 L en boutique",
            ["prends-les dans le hall A", "finalement 5"],
            (5, "L", "Hall A 03-12"),
        ),
        ("es", "lleva 3 L de la nave A a la tienda", ["mejor solo una"], (1, "L", "Hall A 03-12")),
        ("it", "porta 3 L dal capannone A in negozio", ["anzi una sola"], (1, "L", "Hall A 03-12")),
        ("pl", "przenieś 3 L z hali A do sklepu", ["Albo nie, wystarczy jedna."], (1, "L", "Hall A 03-12")),
    ],
)
async def test_a_change_of_mind_changes_what_it_names_and_keeps_the_rest(
    bot: Asking, language: str, order: str, changes: list[str], comes_to: tuple[int, str, str]
) -> None:
    words = words_for(language)
    await bot.say("SN-RED", words=words)
    await bot.say(order, words=words)
    for change in changes:
        await bot.say(change, words=words)
    waiting = bot.memory.waiting(message(""))
    assert waiting is not None
    kept = waiting.order
    quantity, size, place = comes_to
    assert (kept.quantity, kept.sizes, kept.to_place) == (quantity, (size,), "Shop Berlin")
    assert kept.place
    assert place.startswith(kept.place)


async def test_a_refused_order_waits_for_its_change(bot: Asking, database: Database) -> None:
    """Or the next words would change the order before it, or be answered as a question about stock."""
    await bot.say("SN-RED")
    await bot.say("reserve 2 M in hall A for Anna")
    with pytest.raises(UserError, match="free"):
        await bot.say("make it XL")
    with pytest.raises(UserError, match="free"):
        await bot.say("in the shop")
    proposed = await bot.say("only 1")
    assert proposed.text == "Reserve 1 of SN-RED-XL at Shop Berlin for Anna"
    assert not database.movements.reservations()


@pytest.mark.parametrize(
    ("language", "text", "proposed"),
    [
        (
            "en",
            "2 snowline jackets red M for Sam til monday pls",
            "Reserve 2 of SN-RED-M at Hall A 03-12 for Sam",
        ),
        ("en", "chuck 2 of the red snowline jackets M on hold for dave", "Reserve 2 of SN-RED-M"),
        ("en", "6 red snowline jackets L just came in, put em in 03-12", "6 of SN-RED-L"),
        ("de", "6 Snowline jacket red L sind gekommen, leg sie in Halle A", "6 × SN-RED-L an Hall A 03-12"),
        (
            "en",
            "take 2 red snowline jackets L out of the shop stock, the zips are torn",
            "2 of SN-RED-L from Shop Berlin (damaged)",
        ),
        ("es", "saca 1 snowline jacket red L de tienda, cremallera rota", "SN-RED-L"),
        ("pl", "zdejmij 1 snowline jacket red L ze sklepu, zepsuty zamek", "SN-RED-L"),
    ],
)
async def test_orders_are_taken_as_people_write_them(
    bot: Asking, database: Database, language: str, text: str, proposed: str
) -> None:
    reply = await bot.say(text, words=words_for(language))
    assert proposed in reply.text
    assert len(actions(reply.card)) == 2  # to confirm it, or not
    assert not database.movements.reservations()


@pytest.mark.parametrize(
    "text",
    [
        "if I reserve 3 for Anna, how many are still free?",
        "could I promise a customer seven of it, counting every place we have?",
        "dont reserve anything yet, just tell me if M is in hall A",
        "before I press anything, how many L are in hall A today?",
    ],
)
async def test_no_question_becomes_an_order(bot: Asking, text: str) -> None:
    await bot.say("SN-RED")
    await bot.say(text)
    assert bot.memory.waiting(message("")) is None


async def test_what_comes_beside_the_order_that_waits_is_sent_after_it(bot: Asking) -> None:
    await bot.say("SN-RED")
    await bot.say("move 3 M from hall A to the shop")
    with pytest.raises(UserError, match="one order at a time"):
        await bot.say("and 2 of the L as well")
    waiting = bot.memory.waiting(message(""))
    assert waiting is not None
    assert waiting.order.sizes == ("M",)


async def test_what_is_denied_of_an_order_is_no_question_about_stock(bot: Asking) -> None:
    await bot.say("SN-RED")
    await bot.say("reserve 1 M in the shop for Anna")
    changed = await bot.say("not M, L")
    assert changed.text == "Reserve 1 of SN-RED-L at Shop Berlin for Anna"
    reply = await bot.say("not XL")
    assert "in stock" not in reply.text

"""Stock work in the chat: asked once, confirmed by the one who asked, done once, taken back once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.building.dialogue import build_dialogue
from bot.channel import InboundMessage, Person, Place, Reply
from bot.errors import ForbiddenError, UserError
from bot.locales import Value, Words, words_for
from bot.questions.query import Order
from bot.questions.vocabulary import Names
from bot.routing.rows import Handlers
from bot.state.memory import Context
from bot.state.people import Colleague, People, Role
from catalogue.database import Database
from catalogue.errors import CatalogueError, MovementRefusedError
from catalogue.items import Item, StockLevel, Variant
from catalogue.movements import Kind, Level, Worker
from tests.fakes.channel import PLACE
from tests.kit.asking import Asking
from tests.kit.handlers import only_reply
from tests.kit.messages import message, press
from tests.kit.people import ANN, BEN
from tests.kit.stores import open_database

NOW = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)  # a Monday
PRESSES = count(1)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    levels = (StockLevel("Hall A", 10, 0, NOW), StockLevel("Shop Berlin", 4, 2, NOW))
    item = Item("Tee", "Tee", variants=(Variant("T-S", "S", None, levels),))
    with open_database(tmp_path, item) as opened:
        yield opened


@dataclass
class Orders:
    """Where stock movements are asked for."""

    at: Handlers
    people: People
    names: Names


@pytest.fixture
def handler(database: Database) -> Orders:
    """Ann is a supervisor, Ben is not."""
    people, names = People(database.notes), Names(database)
    people.give(Colleague(ANN.object_id or "", "Ann"), Role.SUPERVISOR, typed("x"))
    return Orders(Asking(database).handlers, people, names)


def typed(text: str, sender: Person = ANN, place: Place = PLACE) -> InboundMessage:
    return message(text, sender, place, sent_at=NOW)


def pressed(reply: Reply, title: str, sender: Person = ANN, place: Place = PLACE) -> InboundMessage:
    assert reply.card is not None
    [button] = [one for one in reply.card["actions"] if one["title"] == title]
    return press(button["data"], sender, place, id=f"press-{next(PRESSES)}", sent_at=NOW)


async def answer_to(handler: Orders, sent: InboundMessage, words: Words | None = None) -> Reply:
    return await only_reply(handler.at, sent, words, roles=handler.people)


def levels(database: Database) -> dict[str, Level]:
    return database.movements.levels("T-S")


async def test_a_reservation_is_asked_confirmed_kept_and_listed(handler: Orders, database: Database) -> None:
    asked = await answer_to(handler, typed("reserve 2 of T-S at hall a for Anna Müller until Friday"))
    assert asked.text == "Reserve 2 of T-S at Hall A for Anna Müller"
    assert "10 → 10 (2 reserved)" in str(asked.card)
    assert levels(database)["Hall A"] == Level(10, 0)  # nothing is done yet
    done = await answer_to(handler, pressed(asked, "Confirm"))
    assert (done.text, done.replaces, done.shows) == ("Done", "m1", ("Tee",))
    assert levels(database)["Hall A"] == Level(10, 2)
    [kept] = database.movements.reservations()
    assert (kept.person, kept.made_by, kept.until) == ("Anna Müller", "Ann Admin", date(2026, 3, 6))
    assert "Anna Müller" in str((await answer_to(handler, typed("reservations"))).card)
    released = await answer_to(handler, typed(f"release {kept.id}"))
    await answer_to(handler, pressed(released, "Confirm"))
    assert levels(database)["Hall A"] == Level(10, 0)


@pytest.mark.parametrize(
    ("language", "until", "kept_until"),
    [
        ("en", "until Fri, Mar 6, 2026", "reserved until Fri, Mar 6, 2026"),
        ("de", "bis Fr., 6. März 2026", "reserviert bis Fr., 6. März 2026"),
        ("fr", "jusqu’au ven. 6 mars 2026", "réservé jusqu’au ven. 6 mars 2026"),
        ("es", "hasta el vie, 6 mar 2026", "reservado hasta el vie, 6 mar 2026"),
        ("it", "fino a ven 6 mar 2026", "riservato fino a ven 6 mar 2026"),
        ("pl", "do pt., 6 mar 2026", "zarezerwowane do pt., 6 mar 2026"),
    ],
)
async def test_the_day_of_a_reservation_is_told_whenever_it_is_named(
    handler: Orders, database: Database, language: str, until: str, kept_until: str
) -> None:
    words = words_for(language)

    async def answer(message: InboundMessage) -> str:
        reply = await answer_to(handler, message, words)
        shown.append(reply)
        assert "Anna" in str(reply.card)
        return lines(reply)

    shown: list[Reply] = []
    confirm, undo = words("work-confirm"), words("batch-undo")
    assert until in await answer(typed("reserve 2 of T-S at Hall A for Anna until Friday"))
    assert until in await answer(pressed(shown[-1], confirm))
    assert f"({until})" in shown[-1].card["fallbackText"]  # type: ignore[index]
    assert until in await answer(typed("undo"))
    assert kept_until in await answer(typed("release the reservation for Anna"))
    [kept] = database.movements.reservations()
    assert kept_until in await answer(typed(f"release {kept.id}"))
    assert kept_until in await answer(pressed(shown[-1], confirm))
    assert database.movements.reservations() == ()  # known though nothing of it is left
    assert kept_until in await answer(typed("undo"))
    again = await answer(pressed(shown[-1], undo))
    assert until in again
    assert kept_until not in again


async def test_what_is_taken_back_is_kept_for_nobody(handler: Orders) -> None:
    asked = await answer_to(handler, typed("reserve 2 of T-S at Hall A for Anna until Friday"))
    undone = await answer_to(handler, pressed(await answer_to(handler, pressed(asked, "Confirm")), "Undo"))
    assert undone.text == "Undone"
    assert "Anna" not in str(undone.card)
    assert "until" not in str(undone.card)


async def test_a_reservation_with_no_day_is_told_with_none(handler: Orders) -> None:
    asked = await answer_to(handler, typed("reserve 2 of T-S at Hall A for Anna"))
    done = await answer_to(handler, pressed(asked, "Confirm"))
    assert "for Anna" in str(done.card)
    assert "until" not in str(done.card)


def lines(reply: Reply) -> str:
    """What a card says, a line each."""

    def told(node: Any) -> Iterator[str]:
        if isinstance(node, list):
            for one in node:
                yield from told(one)
        elif isinstance(node, dict):
            if isinstance(node.get("text"), str):
                yield node["text"]
            yield from told([value for name, value in node.items() if isinstance(value, dict | list)])

    assert reply.card is not None
    return "\n".join(told(reply.card["body"]))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Gib {} frei"),
        ("de", "gib die Reservierung #{} frei"),
        ("de", "release {}"),
        ("fr", "libere {}"),
        ("fr", "Libère la réservation {}"),
        ("es", "libera {}"),
        ("it", "Libera prenotazione {}"),
        ("pl", "Zwolnij {}"),
        ("pl", "zwolnij rezerwacje {}"),
    ],
)
async def test_a_reservation_is_let_go_of_by_its_number_in_each_languages_own_words(
    handler: Orders, database: Database, language: str, text: str
) -> None:
    by = Worker("ann", "Ann")
    database.movements.reserve("T-S", "Hall A", 2, person="Anna", until=None, by=by)
    [kept] = database.movements.reservations()
    words = words_for(language)
    asked = await only_reply(handler.at, typed(text.format(kept.id)), words, roles=handler.people)
    assert asked.text == words("work-asked", **(WANTED | {"for": words("work-for", person="Anna")}))


WANTED: dict[str, Value] = {"kind": "release", "count": 2, "sku": "T-S", "place": "Hall A", "to": ""}


@pytest.mark.parametrize("text", ["gib 2 von T-S frei", "12", "libera 2 de la M"])
@pytest.mark.parametrize("language", ["de", "es"])
async def test_other_words_are_no_number_of_a_reservation(
    handler: Orders, database: Database, language: str, text: str
) -> None:
    dialogue = build_dialogue(database, handler.names, zone=UTC)
    asked = dialogue.read(text, Context(), language=language, now=NOW).asked
    assert all(each.reservation is None for each in asked if isinstance(each, Order))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("move 3 of T-S from Hall A to Shop Berlin", {"Hall A": Level(7, 0), "Shop Berlin": Level(7, 2)}),
        ("Move 3 pcs T-S from hall a to shop berlin", {"Hall A": Level(7, 0), "Shop Berlin": Level(7, 2)}),
        ("count t-s at Shop Berlin is 14", {"Hall A": Level(10, 0), "Shop Berlin": Level(14, 2)}),
        ("count T-S in hall a = 0", {"Hall A": Level(0, 0), "Shop Berlin": Level(4, 2)}),
    ],
)
async def test_what_is_confirmed_is_done_and_undone(
    handler: Orders, database: Database, text: str, after: dict[str, Level]
) -> None:
    before = levels(database)
    asked = await answer_to(handler, typed(text))
    assert levels(database) == before
    done = await answer_to(handler, pressed(asked, "Confirm"))
    assert levels(database) == after
    undone = await answer_to(handler, pressed(done, "Undo"))
    assert undone.text == "Undone"
    assert levels(database) == before
    with pytest.raises(MovementRefusedError, match="already been undone"):
        await answer_to(handler, pressed(done, "Undo"))


@pytest.mark.parametrize(
    ("text", "asked", "after"),
    [
        ("receive 12 T-S hall a", "Receive 12 of T-S at Hall A", {"Hall A": Level(22, 0)}),
        (
            "Received 12 x T-S at Hall A from Lee Textiles",
            "Receive 12 of T-S at Hall A (Lee Textiles)",
            {"Hall A": Level(22, 0)},
        ),
        (
            "receive 3 of T-S in Shop Berlin, order 4711",
            "Receive 3 of T-S at Shop Berlin (order 4711)",
            {"Shop Berlin": Level(7, 2)},
        ),
        ("receive 2 T-S hall a from Lee", "Receive 2 of T-S at Hall A (Lee)", {"Hall A": Level(12, 0)}),
        ("Wareneingang: 12 Stück T-S an Hall A", "Receive 12 of T-S at Hall A", {"Hall A": Level(22, 0)}),
        ("reception 12 T-S a Hall A", "Receive 12 of T-S at Hall A", {"Hall A": Level(22, 0)}),
        ("entrada 12 T-S en Hall A de Lee", "Receive 12 of T-S at Hall A (Lee)", {"Hall A": Level(22, 0)}),
        ("carico 12 T-S in Hall A da Lee", "Receive 12 of T-S at Hall A (Lee)", {"Hall A": Level(22, 0)}),
        ("przyjecie 12 T-S Hall A od Lee", "Receive 12 of T-S at Hall A (Lee)", {"Hall A": Level(22, 0)}),
        ("issue 1 T-S hall a damaged", "Issue 1 of T-S from Hall A (damaged)", {"Hall A": Level(9, 0)}),
        ("issue 6 T-S sold", "Issue 6 of T-S from Hall A (sold)", {"Hall A": Level(4, 0)}),
        (
            "issue T-S from Shop Berlin as a sample",
            "Issue 1 of T-S from Shop Berlin (a sample)",
            {"Shop Berlin": Level(3, 2)},
        ),
        ("ausbuchen 2 T-S Hall A wegen Bruch", "Issue 2 of T-S from Hall A (Bruch)", {"Hall A": Level(8, 0)}),
        ("sortie 2 T-S de Hall A", "Issue 2 of T-S from Hall A", {"Hall A": Level(8, 0)}),
        ("dar salida a 2 T-S de Hall A", "Issue 2 of T-S from Hall A", {"Hall A": Level(8, 0)}),
        ("scarico 2 T-S da Hall A", "Issue 2 of T-S from Hall A", {"Hall A": Level(8, 0)}),
        ("wydanie 2 szt. T-S Hall A", "Issue 2 of T-S from Hall A", {"Hall A": Level(8, 0)}),
    ],
)
async def test_what_comes_in_and_what_goes_out_is_asked_confirmed_and_taken_back(
    handler: Orders, database: Database, text: str, asked: str, after: dict[str, Level]
) -> None:
    before = levels(database)
    question = await answer_to(handler, typed(text))
    assert question.text == asked
    assert levels(database) == before
    done = await answer_to(handler, pressed(question, "Confirm"))
    assert asked in lines(done)
    assert levels(database) == before | after
    await answer_to(handler, pressed(done, "Undo"))
    assert levels(database) == before


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("receive 12 X-9 hall a", "There's no SKU, item or barcode X-9"),
        ("receive 12 T-S hall a yesterday", "I can’t place “yesterday”"),
        ("receive 12 T-S hall a, not hall b", "I can’t place “not hall b”"),
        ("receive 0 T-S hall a", "one or more"),
        ("issue 3 T-S Shop Berlin", "Only 2 of T-S are free at Shop Berlin"),
        ("issue 1 T-S hall a without box", "I can’t place “without box”"),
        ("issue 11 T-S", "No location has that many T-S free. The most is 10."),
    ],
)
async def test_what_lacks_in_a_delivery_or_an_issue_is_said(
    handler: Orders, database: Database, text: str, sentence: str
) -> None:
    before = levels(database)
    with pytest.raises((UserError, CatalogueError), match=sentence):
        await answer_to(handler, pressed(await answer_to(handler, typed(text)), "Confirm"))
    assert levels(database) == before


async def test_undo_shows_the_last_work_of_ones_own_and_waits_for_the_button(
    handler: Orders, database: Database
) -> None:
    database.movements.count("T-S", "Hall A", 1, by=Worker("another", "Another"))
    with pytest.raises(UserError, match="no stock changes to undo"):
        await answer_to(handler, typed("undo"))
    await answer_to(handler, pressed(await answer_to(handler, typed("count T-S at Hall A is 5")), "Confirm"))
    shown = await answer_to(handler, typed("undo"))
    assert levels(database)["Hall A"] == Level(5, 0)
    await answer_to(handler, pressed(shown, "Undo"))
    assert levels(database)["Hall A"] == Level(1, 0)


async def test_a_second_press_and_one_after_cancel_do_nothing(handler: Orders, database: Database) -> None:
    asked = await answer_to(handler, typed("move 1 of T-S from Hall A to Shop Berlin"))
    await answer_to(handler, pressed(asked, "Confirm"))
    with pytest.raises(UserError, match="already answered or is too old"):
        await answer_to(handler, pressed(asked, "Confirm"))
    assert levels(database)["Hall A"] == Level(9, 0)
    asked = await answer_to(handler, typed("move 1 of T-S from Hall A to Shop Berlin"))
    assert "Nothing was changed" in (await answer_to(handler, pressed(asked, "Cancel"))).text
    with pytest.raises(UserError, match="already answered or is too old"):
        await answer_to(handler, pressed(asked, "Confirm"))
    assert levels(database)["Hall A"] == Level(9, 0)


@pytest.mark.parametrize(
    "text", ["reserve 2 of T-S at Hall A for Anna", "move 1 of T-S from Hall A to Shop Berlin"]
)
async def test_a_press_that_a_stop_left_unanswered_is_answered_again_and_done_once(
    handler: Orders, database: Database, text: str
) -> None:
    """Or its sender would read that the question is too old, ask again, and have it done twice."""
    confirm = pressed(await answer_to(handler, typed(text)), "Confirm")
    done = await answer_to(handler, confirm)
    after = levels(database)
    assert await answer_to(handler, confirm) == done
    undo = pressed(done, "Undo")
    undone = await answer_to(handler, undo)
    assert await answer_to(handler, undo) == undone
    assert [one.kind for one in database.movements.latest()] == [Kind.UNDO, Kind(text.split()[0])]
    assert levels(database) != after


async def test_a_forwarded_card_is_nobody_elses_to_confirm(handler: Orders, database: Database) -> None:
    asked = await answer_to(handler, typed("move 1 of T-S from Hall A to Shop Berlin"))
    with pytest.raises(ForbiddenError, match="Only a supervisor"):
        await answer_to(handler, pressed(asked, "Confirm", BEN))
    handler.people.give(Colleague(BEN.object_id or "", "Ben"), Role.ADMIN, typed("x"))
    with pytest.raises(ForbiddenError, match="Only the person who asked"):
        await answer_to(handler, pressed(asked, "Confirm", BEN))
    with pytest.raises(ForbiddenError, match="Only the person who asked"):
        await answer_to(handler, pressed(asked, "Confirm", place=replace(PLACE, conversation="a:another")))
    assert levels(database)["Hall A"] == Level(10, 0)
    await answer_to(handler, pressed(asked, "Confirm"))
    assert levels(database)["Hall A"] == Level(9, 0)


async def test_figures_that_changed_since_are_shown_again_and_nothing_is_done(
    handler: Orders, database: Database
) -> None:
    asked = await answer_to(handler, typed("move 3 of T-S from Hall A to Shop Berlin"))
    database.movements.count("T-S", "Hall A", 8, by=Worker("ben", "Ben"))
    again = await answer_to(handler, pressed(asked, "Confirm"))
    assert "changed in the meantime" in again.text
    assert "8 → 5" in str(again.card)
    assert levels(database)["Hall A"] == Level(8, 0)
    await answer_to(handler, pressed(again, "Confirm"))
    assert levels(database)["Hall A"] == Level(5, 0)


@pytest.mark.parametrize(
    "text",
    [
        "reserve 1 of T-S for Anna",
        "reservations",
        "undo",
        "count T-S at Hall A is 1",
        "receive 1 T-S hall a",
        "issue 1 T-S hall a sold",
    ],
)
async def test_a_worker_changes_no_stock(handler: Orders, text: str) -> None:
    with pytest.raises(ForbiddenError, match="Only a supervisor can change stock"):
        await answer_to(handler, typed(text, BEN))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("reserve 99 of T-S for Anna", "No location has that many T-S free. The most is 10."),
        ("reserve 3 of T-S at Shop Berlin for Anna", "Only 2 of T-S are free at Shop Berlin"),
        ("reserve 1 of T-S at Hall A for Anna until yesterday", "Until which day"),
        ("reserve 1 of T-S at Hall A for Anna until 2026-01-01", "Until which day"),
        ("release 77", "There’s no reservation 77"),
        ("free up reservation 77", "There’s no reservation 77"),
        ("move 11 of T-S from Hall A to Shop Berlin", "Only 10 of T-S are free at Hall A"),
    ],
)
async def test_what_is_missing_or_wrong_is_said(handler: Orders, text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        await answer_to(handler, typed(text))


async def test_which_location_is_asked_if_several_have_enough(handler: Orders) -> None:
    asked = await answer_to(handler, typed("reserve 2 of T-S for Anna"))
    assert asked.text == "Which location? T-S is at Hall A, Shop Berlin."


async def test_where_one_location_has_enough_it_need_not_be_said(handler: Orders) -> None:
    assert (
        await answer_to(handler, typed("reserve 5 of T-S for Anna"))
    ).text == "Reserve 5 of T-S at Hall A for Anna"


async def test_a_count_below_what_is_reserved_is_warned_of(handler: Orders) -> None:
    asked = await answer_to(handler, typed("count T-S at Shop Berlin is 1"))
    assert "fewer than the 2 reserved there" in str(asked.card)

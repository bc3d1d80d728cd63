"""The table of who answers what: whole, and the one place where roles and places are checked."""

from __future__ import annotations

import time
from dataclasses import fields, replace
from typing import Any, get_args

import pytest

from bot.buttons import Button, SaveIntake, ShowStock, UndoBatch
from bot.channel import Attachment, InboundMessage, Place
from bot.errors import ForbiddenError, UserError
from bot.questions.query import Choice, Measure, Order, Query, Verb
from bot.routing.routes import Routes, is_batch_file
from bot.routing.rows import ANYBODY, Access, ButtonRoute
from bot.routing.table import BUTTONS, COMMANDS, FILES, TALK, WORK, is_work
from bot.state.people import Role
from tests.fakes.channel import PLACE
from tests.kit.handlers import UNSIGNED, Everybody, handlers, only_reply, turn
from tests.kit.messages import message, press

GROUP = replace(PLACE, kind="groupChat")
GUARDED = [row for row in BUTTONS if row.route.access != ANYBODY]


def press_of(row: ButtonRoute, data: dict[str, Any] | None = None, place: Place = PLACE) -> InboundMessage:
    return press(data or {"do": row.payload.name}, place=place)


def name(row: ButtonRoute) -> str:
    return row.payload.name


def test_each_button_stands_in_the_table_once() -> None:
    assert {row.payload.name for row in BUTTONS} == {each.name for each in Button.__subclasses__()}
    assert len({row.payload.name for row in BUTTONS}) == len(BUTTONS)


def test_what_is_open_to_all_needs_no_role_and_changes_nothing() -> None:
    opened = [row for row in BUTTONS if not row.signed]
    assert {row.payload.name for row in opened} == {"stock", "refresh", "ask", "help"}
    assert {row.route.access for row in opened} == {ANYBODY}


@pytest.mark.parametrize("row", GUARDED, ids=name)
async def test_a_button_is_refused_to_a_lower_role_before_its_handler_is_asked(row: ButtonRoute) -> None:
    """Whatever it carries, so that nobody learns more of it."""
    lower = Everybody(Role(row.route.access.role - 1))
    with pytest.raises(ForbiddenError) as refused:
        await only_reply(handlers(), press_of(row), roles=lower)
    assert refused.value.code == row.route.access.refusal


@pytest.mark.parametrize("row", [row for row in GUARDED if row.route.access.personal], ids=name)
async def test_a_button_of_the_personal_chat_is_refused_elsewhere(row: ButtonRoute) -> None:
    with pytest.raises(UserError) as refused:
        await only_reply(handlers(), press_of(row, place=GROUP))
    assert refused.value.code == "catalogue-personal-only"


@pytest.mark.parametrize("row", [row for row in BUTTONS if fields(row.payload)], ids=name)
async def test_a_button_that_carries_the_wrong_things_is_out_of_date(row: ButtonRoute) -> None:
    data = {
        "do": row.payload.name,
        "look": 7,
        "item": [1],
        "work": 1,
        "batch": 1,
        "intake": 1,
        "question": 1,
        "slot": 1,
    }
    with pytest.raises(UserError) as refused:
        await only_reply(handlers(), press_of(row, data=data))
    assert refused.value.code == "button-outdated"


@pytest.mark.parametrize(
    ("text", "access"),
    [
        ("catalogue status", Access(Role.ADMIN, "catalogue-forbidden", personal=True)),
        ("/catalog", Access(Role.ADMIN, "catalogue-forbidden", personal=True)),
        ("intakes", Access(Role.ADMIN, "intake-forbidden", personal=True)),
        ("Intake 12!", Access(Role.ADMIN, "intake-forbidden", personal=True)),
        ("people add Ann admin", Access(Role.ADMIN, "people-forbidden")),
    ],
)
async def test_a_command_is_refused_to_a_lower_role(text: str, access: Access) -> None:
    command = message(text)
    with pytest.raises(ForbiddenError) as refused:
        await only_reply(handlers(), command, roles=Everybody(Role(access.role - 1)))
    assert refused.value.code == access.refusal
    if access.personal:
        with pytest.raises(UserError) as refused_there:
            await only_reply(handlers(), replace(command, place=GROUP))
        assert refused_there.value.code == "catalogue-personal-only"


@pytest.mark.parametrize(
    "text",
    [
        "how many people work here",
        "peoples",
        "stock 1",
        "",
        "how many in M",
        "movement",
        "catalogues",
    ],
)
def test_other_words_are_no_command(text: str) -> None:
    assert not [row for row in COMMANDS if row.pattern.fullmatch(text)]


def test_what_changes_stock_or_roles_needs_a_role() -> None:
    assert all(is_work(Order(verb)) for verb in get_args(Verb))
    assert {measure for measure in get_args(Measure) if is_work(Query(measure))} == {"reservations"}
    assert is_work(Query("reserved", people=Choice(("Anna",))))
    assert WORK.access.role is Role.SUPERVISOR
    admins = {about for about, route in TALK.items() if route.access.role is Role.ADMIN}
    assert admins == {"people", "people_add", "people_remove"}


async def test_a_table_that_a_worker_sends_is_refused() -> None:
    table = Attachment("stock.CSV", "text/csv", "https://x.example/stock.csv", needs_token=False)
    assert is_batch_file(table)
    assert not is_batch_file(replace(table, needs_token=True))  # pasted in, so that it is a picture
    batch = message(attachments=(table,))
    with pytest.raises(ForbiddenError) as refused:
        await only_reply(handlers(), batch, roles=Everybody(Role.SUPERVISOR))
    assert refused.value.code == FILES.access.refusal


def test_a_button_comes_back_as_it_went_out() -> None:
    """Numbers are strings on the wire, as on all cards that were sent before."""
    assert UndoBatch(12).data() == {"do": "batch-undo", "batch": "12"}
    assert UndoBatch.parse(UndoBatch(12).data()) == UndoBatch(12)
    assert ShowStock.parse({"do": "stock", "sku": "HT-1", "role": "admin"}) == ShowStock(sku="HT-1")


def test_what_a_form_brings_is_one_line_and_not_endless() -> None:
    written = SaveIntake.parse({"intake": "7", "item": " HT \n 1 ", "title": "x" * 300, "class": None})
    assert written == SaveIntake(7, "HT 1", "x" * 120)
    assert SaveIntake(7).data() == {"do": "intake-save", "intake": "7"}


@pytest.mark.parametrize(
    "text",
    [
        "receive 1" + " " * 28_000 + "a",
        "stock-take " + "a " * 14_000,
        "stock-take" + " " * 28_000 + ":",
        "watch " + "is back " * 3_500,
        "pick " + ", " * 14_000,
        "issue " + "- " * 14_000,
    ],
    ids=lambda text: text[:10],
)
def test_no_command_takes_long_to_be_told_from_others(text: str) -> None:
    """A message may have 28,000 characters, and the patterns run on the event loop."""
    routes = Routes(handlers(), Everybody(), UNSIGNED)
    began = time.perf_counter()
    routes._command(turn(message(text)), text)
    assert time.perf_counter() - began < 2

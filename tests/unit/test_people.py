"""Who may do what: by the person that Teams vouches for, and by nothing that anybody wrote."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.channel import InboundMessage, Person, Reply
from bot.errors import ForbiddenError, UserError
from bot.handlers.people import PeopleHandler
from bot.state.people import People, Role
from catalogue.database import Database
from tests.fakes.channel import PLACE
from tests.kit.handlers import handlers, only_reply
from tests.kit.messages import message
from tests.kit.people import ANN, BEA, BEN


@pytest.fixture
def people(database: Database) -> People:
    """Ann is an admin by the settings; all three have written to the bot."""
    registry = People(database.notes, admins=[(PLACE.tenant or "", ANN.object_id or "")])
    for person in (ANN, BEN, BEA):
        registry.meet(typed("hi", person))
    return registry


def typed(text: str, sender: Person = ANN, **fields: Any) -> InboundMessage:
    return message(text, sender, **fields)


async def answer(people: People, sent: InboundMessage) -> Reply:
    return await only_reply(handlers(people=PeopleHandler(people)), sent, roles=people)


async def test_an_admin_makes_a_supervisor_and_takes_the_role_again(people: People) -> None:
    assert people.role(typed("x", BEN)) is Role.WORKER
    assert (
        await answer(people, typed("people add Ben Becker supervisor"))
    ).text == "Ben Becker is now a supervisor"
    assert people.role(typed("x", BEN)) is Role.SUPERVISOR
    assert people.may(typed("x", BEN), Role.SUPERVISOR)
    assert not people.may(typed("x", BEN))
    await answer(people, typed("people remove Ben"))
    assert people.role(typed("x", BEN)) is Role.WORKER


async def test_a_role_outlives_the_bot_and_the_name(database: Database, people: People) -> None:
    await answer(people, typed("People add ben as an admin"))
    again = People(database.notes, admins=[])
    assert again.may(typed("x", replace(BEN, name="Benjamin")))
    assert again.may(typed("x", replace(BEN, object_id=(BEN.object_id or "").upper())))


async def test_the_list_tells_who_has_which_role_and_from_whom(people: People) -> None:
    await answer(people, typed("people add Bea supervisor"))
    card = str((await answer(people, typed("people"))).card)
    assert card.index("Ann Admin") < card.index("Bea Becker")
    assert "in the bot’s settings" in card
    assert "by Ann Admin" in card
    assert "Ben Becker" not in card


@pytest.mark.parametrize(
    "sent",
    [
        typed("people", BEN),
        typed("people add Ben admin", BEN),
        typed("people add Ben admin", replace(BEN, name="Ann Admin", id=ANN.id)),
        typed("people add Ben admin", ANN, place=replace(PLACE, tenant="another")),
        typed("people add Ben admin", ANN, place=replace(PLACE, channel="directline")),
        typed("people add Ben admin", replace(ANN, object_id=None)),
    ],
)
async def test_nobody_else_sees_or_changes_roles(people: People, sent: InboundMessage) -> None:
    with pytest.raises(ForbiddenError):
        await answer(people, sent)
    assert people.role(typed("x", BEN)) is Role.WORKER


def test_a_guest_who_is_not_signed_in_is_refused_in_words(people: People) -> None:
    guest = replace(BEN, object_id=None)
    with pytest.raises(UserError, match="people who are signed in to Teams"):
        people.meet(typed("stock MH01-M", guest))
    people.meet(typed("stock MH01-M", guest, place=replace(PLACE, channel="directline")))


async def test_a_supervisor_is_no_admin(people: People) -> None:
    await answer(people, typed("people add Ben supervisor"))
    with pytest.raises(ForbiddenError):
        await answer(people, typed("people add Bea supervisor", BEN))


async def test_a_name_that_two_have_is_asked_back_and_an_id_tells_them_apart(people: People) -> None:
    with pytest.raises(UserError, match="Becker could be more than one person") as asked:
        await answer(people, typed("people add Becker supervisor"))
    assert str(BEN.object_id) in str(asked.value)
    await answer(people, typed(f"people add {BEA.object_id} supervisor"))
    assert people.role(typed("x", BEA)) is Role.SUPERVISOR
    assert people.role(typed("x", BEN)) is Role.WORKER


async def test_a_mention_tells_who_is_meant_whatever_it_is_called(people: People) -> None:
    await answer(people, typed("people add Becker supervisor", mentions=(BEN,)))
    assert people.role(typed("x", BEN)) is Role.SUPERVISOR
    stranger = Person("29:zoe", "Ben Becker")
    with pytest.raises(UserError, match="I don’t know"):
        await answer(people, typed("people add Ben Becker admin", mentions=(stranger,)))


async def test_who_never_wrote_is_added_by_the_object_id_alone(people: People) -> None:
    with pytest.raises(UserError, match="I don’t know Zoe yet"):
        await answer(people, typed("people add Zoe supervisor"))
    zoe = Person("29:zoe", "Zoe", "33333333-0000-4000-8000-a1b2c3d4e5f6")
    await answer(people, typed(f"people add {zoe.object_id} supervisor"))
    assert people.role(typed("x", zoe)) is Role.SUPERVISOR


async def test_a_typing_error_in_a_name_is_forgiven_and_another_name_is_not(people: People) -> None:
    await answer(people, typed("people add Ben Beckre supervisor"))
    assert people.role(typed("x", BEN)) is Role.SUPERVISOR
    with pytest.raises(UserError, match="I don’t know"):
        await answer(people, typed("people add Bernhard supervisor"))


async def test_an_admin_by_the_settings_and_the_last_admin_stay(database: Database, people: People) -> None:
    with pytest.raises(UserError, match="HANGTAG_ADMINS"):
        await answer(people, typed("people remove Ann"))
    await answer(people, typed("people add Ben admin"))
    alone = People(database.notes)
    with pytest.raises(UserError, match="last admin"):
        await answer(alone, typed("people remove Ben", BEN))
    await answer(alone, typed("people add Bea admin", BEN))
    await answer(alone, typed("people remove Ben", BEN))
    assert not alone.may(typed("x", BEN))


async def test_a_role_in_one_tenant_is_none_in_another(database: Database) -> None:
    elsewhere = replace(PLACE, tenant="another")
    ann = ANN.object_id or ""
    everywhere = People(database.notes, admins=[(PLACE.tenant or "", ann), ("another", ann)])
    for place in (PLACE, elsewhere):
        everywhere.meet(typed("hi", BEN, place=place))
    await answer(everywhere, typed("people add Ben admin"))
    assert everywhere.may(typed("x", BEN))
    assert not everywhere.may(typed("x", BEN, place=elsewhere))
    there = str((await answer(everywhere, typed("people", place=elsewhere))).card)
    assert "Ann Admin" not in there  # the name that she gave in the other tenant
    assert "Ben Becker" not in there


async def test_the_last_admin_of_a_tenant_stays_though_another_tenant_has_more(database: Database) -> None:
    elsewhere = replace(PLACE, tenant="another")
    ours = People(database.notes, admins=[(PLACE.tenant or "", ANN.object_id or "")])
    theirs = People(database.notes, admins=[("another", BEA.object_id or "")])
    theirs.meet(typed("hi", BEN, place=elsewhere))
    await answer(theirs, typed("people add Ben admin", BEA, place=elsewhere))
    with pytest.raises(UserError, match="last admin"):
        await answer(ours, typed("people remove Ben", BEN, place=elsewhere))


async def test_who_comes_from_another_tenant_has_no_role_in_this_one(database: Database) -> None:
    """In a channel that tenants share, a member is of another tenant than the channel."""
    ours = People(database.notes, admins=[(PLACE.tenant or "", ANN.object_id or "")])
    assert ours.may(typed("x", replace(ANN, tenant=(PLACE.tenant or "").upper())))
    guest = typed("people", replace(ANN, tenant="another"))
    assert not ours.may(guest)
    ours.meet(guest)
    assert not database.notes.all("person")


@pytest.mark.parametrize("text", ["people add Ben", "people add Ben boss"])
async def test_a_missing_or_unknown_role_is_asked_back(people: People, text: str) -> None:
    with pytest.raises(UserError, match="Which role"):
        await answer(people, typed(text))


def test_the_bot_knows_where_admins_can_be_written_to_and_nobody_else(people: People) -> None:
    """Ann is one by the settings, Ben by a role that he was given since, Bea is none."""
    assert [chat.person for chat in people.admin_chats()] == [ANN.key]
    people.give(people.named("Ben Becker", typed("x"))[0], Role.ADMIN, typed("x"))
    people.meet(typed("hi", BEN))
    people.meet(typed("hi", BEN, place=replace(PLACE, kind="groupChat", conversation="19:x")))
    chats = {chat.person: chat for chat in people.admin_chats()}
    assert set(chats) == {ANN.key, BEN.key}
    assert chats[BEN.key].place == PLACE
    people.give(people.named("Ben Becker", typed("x"))[0], Role.WORKER, typed("x"))
    assert [chat.person for chat in people.admin_chats()] == [ANN.key]

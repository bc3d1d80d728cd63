"""What every filling of `bot.channel.Channel` must do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.channel import Channel, Place, Reply
from bot.delivery.outbox import Outbox
from bot.errors import DeliveryError
from tests.fakes.activities import CONVERSATION
from tests.fakes.bot import running_bot
from tests.fakes.channel import PLACE, RecordingChannel
from tests.fakes.microsoft import FakeMicrosoft

CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "7 in stock"}]}


@dataclass(frozen=True, slots=True)
class Chat:
    """A channel, and what its reader sees."""

    channel: Channel
    place: Place
    trail: Callable[[], list[str]]
    """"typing", "send" or "update" for each thing that came through."""
    shown: Callable[[], dict[str, Reply]]
    """Messages by id, as they stand."""
    break_down: Callable[[], None]


@pytest.fixture(params=["recording", "outbox", "teams"])
async def chat(request: pytest.FixtureRequest) -> AsyncIterator[Chat]:
    if request.param in ("recording", "outbox"):
        channel = RecordingChannel(token="bearer")
        yield Chat(
            Outbox(channel) if request.param == "outbox" else channel,
            PLACE,
            trail=lambda: channel.trail,
            shown=lambda: {one.id: one.reply for one in [*channel.sent, *channel.updated]},
            break_down=lambda: setattr(channel, "down", True),
        )
        return
    async with FakeMicrosoft() as cloud, running_bot(cloud) as bot:
        yield Chat(
            bot.channel,
            bot.place,
            trail=lambda: [_what(one.method, one.activity["type"]) for one in cloud.delivered],
            shown=lambda: {name: _reply(activity) for name, activity in cloud.messages.items()},
            break_down=lambda: cloud.refusals.extend([(500, {"Retry-After": "0"})] * 2),
        )


def _what(method: str, kind: str) -> str:
    return "typing" if kind == "typing" else {"POST": "send", "PUT": "update"}[method]


def _reply(activity: Any) -> Reply:
    cards = [part["content"] for part in activity.get("attachments", [])]
    return Reply(activity.get("text") or activity.get("summary", ""), cards[0] if cards else None)


async def test_typing_is_shown_before_the_message(chat: Chat) -> None:
    await chat.channel.typing(chat.place)
    await chat.channel.send(chat.place, Reply("7 in stock"))
    assert chat.trail() == ["typing", "send"]


@pytest.mark.parametrize("reply", [Reply("7 in stock"), Reply(card=CARD), Reply("7 in stock", CARD)])
async def test_a_message_arrives_as_it_was_given(chat: Chat, reply: Reply) -> None:
    name = await chat.channel.send(chat.place, reply)
    assert chat.shown() == {name: reply}


async def test_each_message_has_an_id_of_its_own(chat: Chat) -> None:
    names = {await chat.channel.send(chat.place, Reply(str(number))) for number in range(3)}
    assert len(names) == 3
    assert "" not in names


async def test_an_update_replaces_the_message(chat: Chat) -> None:
    name = await chat.channel.send(chat.place, Reply("looking …"))
    await chat.channel.update(chat.place, name, Reply("7 in stock", CARD))
    assert chat.shown() == {name: Reply("7 in stock", CARD)}


async def test_an_update_of_nothing_fails(chat: Chat) -> None:
    with pytest.raises(DeliveryError):
        await chat.channel.update(chat.place, "no-such-message", Reply("7 in stock"))


async def test_an_empty_message_is_not_sent(chat: Chat) -> None:
    with pytest.raises(DeliveryError):
        await chat.channel.send(chat.place, Reply())
    assert chat.shown() == {}


@pytest.mark.parametrize("what", ["typing", "send"])
async def test_what_cannot_be_delivered_says_so(chat: Chat, what: str) -> None:
    chat.break_down()
    with pytest.raises(DeliveryError):
        await (
            chat.channel.typing(chat.place) if what == "typing" else chat.channel.send(chat.place, Reply("7"))
        )
    assert chat.shown() == {}


async def test_the_token_of_a_place_can_be_had(chat: Chat) -> None:
    assert await chat.channel.token(chat.place)


def test_the_fakes_speak_of_one_conversation_each() -> None:
    assert PLACE.conversation != CONVERSATION

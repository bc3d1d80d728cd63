"""What is sent goes out once, in order, within Teams' rates, and again where it was refused for now."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.channel import Reply
from bot.delivery.outbox import Outbox
from bot.errors import DeliveryError
from tests.fakes.bot import RunningBot, running_bot
from tests.fakes.channel import PLACE, RecordingChannel
from tests.fakes.microsoft import FakeMicrosoft

CARD = {"type": "AdaptiveCard", "version": "1.5", "fallbackText": "7 in stock", "body": []}


@pytest.fixture
async def bot() -> AsyncIterator[RunningBot]:
    async with FakeMicrosoft() as cloud, running_bot(cloud, longest_wait=0.0) as running:
        yield running


@pytest.mark.parametrize("status", [412, 429, 500, 502, 503, 504])
async def test_what_is_refused_again_and_again_is_sent_once_in_the_end(bot: RunningBot, status: int) -> None:
    bot.cloud.refusals = [(status, {"Retry-After": "0.01"})] * 6
    name = await Outbox(bot.channel, first_pause=0.01).send(bot.place, Reply("hello"))
    assert list(bot.cloud.messages) == [name]


async def test_the_pause_that_the_channel_asks_for_is_kept(bot: RunningBot) -> None:
    bot.cloud.refusals = [(429, {"Retry-After": "0.4"})] * 2
    began = asyncio.get_running_loop().time()
    await Outbox(bot.channel, first_pause=0.01).send(bot.place, Reply("hello"))
    assert asyncio.get_running_loop().time() - began >= 0.4
    assert len(bot.cloud.messages) == 1


@pytest.mark.parametrize("status", [500, 503])
async def test_what_may_have_been_taken_is_not_sent_again_at_once(bot: RunningBot, status: int) -> None:
    """Each try may be another copy in the chat; an update takes the place of the same message."""
    name = await bot.channel.send(bot.place, Reply("first"))
    asked = len(bot.cloud.delivered)
    bot.cloud.refusals = [(status, {})] * 5
    with pytest.raises(DeliveryError) as refused:
        await Outbox(bot.channel, first_pause=0.01).send(bot.place, Reply("hello"))
    assert (refused.value.passes, refused.value.unheard) == (False, True)
    assert len(bot.cloud.delivered) - asked == 1
    await Outbox(bot.channel, first_pause=0.01).update(bot.place, name, Reply("second"))
    assert [message["text"] for message in bot.cloud.messages.values()] == ["second"]


async def test_patience_has_an_end(bot: RunningBot) -> None:
    bot.cloud.refusals = [(502, {})] * 100
    with pytest.raises(DeliveryError, match="HTTP 502"):
        await Outbox(bot.channel, patience=0.3, first_pause=0.05).send(bot.place, Reply("hello"))


async def test_a_pause_longer_than_patience_is_not_waited_for(bot: RunningBot) -> None:
    """Or all that follows in the conversation would wait with it."""
    bot.cloud.refusals = [(429, {"Retry-After": "3600"})]
    async with asyncio.timeout(5):
        with pytest.raises(DeliveryError, match="HTTP 429"):
            await Outbox(bot.channel, first_pause=0.01).send(bot.place, Reply("hello"))


@pytest.mark.parametrize("status", [400, 401, 403, 404])
async def test_what_is_refused_for_good_is_not_tried_again(bot: RunningBot, status: int) -> None:
    await bot.channel.send(bot.place, Reply("first"))
    asked = len(bot.cloud.delivered)
    bot.cloud.refusals = [(status, {})] * 5
    with pytest.raises(DeliveryError) as refused:
        await Outbox(bot.channel, first_pause=0.01).send(bot.place, Reply("hello"))
    assert refused.value.status == status
    assert len(bot.cloud.delivered) - asked <= 2  # a token that was refused is asked for anew, once


async def test_a_card_that_is_too_large_is_followed_by_its_words(bot: RunningBot) -> None:
    bot.cloud.refusals = [(413, {})]
    await Outbox(bot.channel).send(bot.place, Reply(card=CARD))
    assert [message["text"] for message in bot.cloud.messages.values()] == ["7 in stock"]


async def test_words_that_are_too_large_are_a_failed_delivery(bot: RunningBot) -> None:
    bot.cloud.refusals = [(413, {})]
    with pytest.raises(DeliveryError, match="HTTP 413"):
        await Outbox(bot.channel).send(bot.place, Reply("hello"))


async def test_a_conversation_hears_in_order_even_where_the_first_was_refused(bot: RunningBot) -> None:
    outbox = Outbox(bot.channel, first_pause=0.05)
    bot.cloud.refusals = [(429, {})] * 3
    await asyncio.gather(*(outbox.send(bot.place, Reply(str(number))) for number in range(4)))
    assert [message["text"] for message in bot.cloud.messages.values()] == ["0", "1", "2", "3"]


async def test_one_conversation_that_waits_keeps_no_other_waiting() -> None:
    channel = RecordingChannel()
    outbox = Outbox(channel, rates=[(1, 30.0)])
    await outbox.send(PLACE, Reply("one"))
    slow = asyncio.create_task(outbox.send(PLACE, Reply("two")))
    async with asyncio.timeout(5):
        await outbox.send(replace(PLACE, conversation="a:another"), Reply("three"))
    assert channel.texts == ["one", "three"]
    slow.cancel()
    await asyncio.gather(slow, return_exceptions=True)


async def test_no_more_goes_out_than_the_rate_allows() -> None:
    channel = RecordingChannel()
    outbox = Outbox(channel, rates=[(4, 0.5)])
    began = asyncio.get_running_loop().time()
    await asyncio.gather(*(outbox.send(PLACE, Reply(str(number))) for number in range(8)))
    assert asyncio.get_running_loop().time() - began >= 0.45  # four at once, four at the pace of the rate
    assert channel.texts == [str(number) for number in range(8)]

"""Microsoft is away for a while, its connector or its login: no answer is lost, and none is given twice."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.app import application
from bot.delivery.inbox import MOST_UNHEARD, Inbox, bot_id
from bot.errors import LoginError
from bot.settings import Settings
from bot.teams.activities import inbound
from bot.teams.connector import retry_after
from bot.teams.login import ClientCredential
from bot.teams.tokens import BotToken
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.bot import registered
from tests.fakes.microsoft import APP_ID, APP_PASSWORD, TENANT, FakeMicrosoft
from tests.kit.bots import ADDRESS, ShopBot, whole_bot
from vision.pipeline import PhotoPipeline

AGAIN = 0.5


@pytest.fixture
async def shop(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> AsyncIterator[ShopBot]:
    async with whole_bot(settings, pipeline, catalogue, cloud, again_seconds=AGAIN) as running:
        yield running


async def said(shop: ShopBot, conversation: dict[str, Any]) -> list[str]:
    """What stands in a conversation once something does, and then for a while."""
    async with asyncio.timeout(60):
        while not _here(shop, conversation):  # noqa: ASYNC110 - the fake cloud tells nobody
            await asyncio.sleep(0.05)
    await asyncio.sleep(3 * AGAIN)  # in which a second answer would have come
    return _here(shop, conversation)


def _here(shop: ShopBot, conversation: dict[str, Any]) -> list[str]:
    messages = shop.cloud.messages.values()
    return [json.dumps(one) for one in messages if one["conversation"]["id"] == conversation["id"]]


@pytest.mark.parametrize("asked", ["stock JEANS", "stock NOBODY"])
async def test_what_a_connector_refuses_for_longer_than_anyone_waits_is_answered_later(
    shop: ShopBot, asked: str
) -> None:
    """An answer as well as a fault."""
    place = shop.place()
    shop.cloud.refusals = [(201, {}), *[(429, {"Retry-After": "3600"})] * 2]  # typing goes through
    words = activities.words(shop.cloud.service_url, asked, attachments=[])
    answered = await shop.send(words, conversation=place)
    assert (answered.outcome, _here(shop, place)) == ("later", [])
    [told] = await said(shop, place)
    assert ("JEANS-M" in told) is (asked == "stock JEANS")


async def test_what_was_owed_at_a_stop_is_answered_by_the_next_start_and_by_nobody_else(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> None:
    """The channel is slow, so that it would be time to try again in the middle of that."""
    conversation = {"id": "a:owed", "conversationType": "personal", "tenantId": TENANT}
    known = registered(settings, cloud)
    words = activities.words(cloud.service_url, "stock JEANS", attachments=[], conversation=conversation)
    owed = inbound(words)
    assert owed is not None
    deliveries = Inbox(catalogue.database.notes, bot=bot_id(settings.home))
    deliveries.first(owed)
    deliveries.later(owed)
    cloud.connector_seconds = 4 * AGAIN
    async with application(
        known, pipeline, catalogue, base_url=ADDRESS, allow_loopback=True, again_seconds=AGAIN
    ) as app:
        async with asyncio.timeout(60):
            while deliveries.unanswered():  # noqa: ASYNC110 - the fake cloud tells nobody
                await asyncio.sleep(0.05)
        await asyncio.sleep(8 * AGAIN)
        assert app
    assert len(cloud.messages) == 1


async def test_an_answer_of_which_nothing_is_heard_is_sent_a_few_times_and_no_more(
    shop: ShopBot, settings: Settings, catalogue: Catalogue
) -> None:
    """The connector has taken it each time."""
    place = shop.place()
    shop.cloud.hangs_up = True
    words = activities.words(shop.cloud.service_url, "stock JEANS", attachments=[])
    assert (await shop.send(words, conversation=place)).outcome == "unheard"
    owed = Inbox(catalogue.database.notes, bot=bot_id(settings.home))
    async with asyncio.timeout(60):
        while await asyncio.to_thread(owed.unanswered):  # noqa: ASYNC110 - nobody is told
            await asyncio.sleep(0.05)
    await asyncio.sleep(3 * AGAIN)
    assert len(_here(shop, place)) == MOST_UNHEARD


async def test_what_is_refused_for_good_is_not_tried_again(shop: ShopBot) -> None:
    place = shop.place()
    shop.cloud.refusals = [(201, {}), (403, {})]
    words = activities.words(shop.cloud.service_url, "stock JEANS", attachments=[])
    assert (await shop.send(words, conversation=place)).outcome == "undelivered"
    asked = len(shop.cloud.delivered)
    await asyncio.sleep(3 * AGAIN)
    assert len(shop.cloud.delivered) == asked


async def test_a_login_that_is_away_delays_an_answer_and_does_not_cost_it(shop: ShopBot) -> None:
    place = shop.place()
    await shop.say("stock JEANS")  # which has the keys read by which Microsoft's tokens are checked
    shop.cloud.revoke_tokens()
    shop.cloud.login_down = True
    words = activities.words(shop.cloud.service_url, "stock JEANS", attachments=[])
    telling = asyncio.create_task(shop.send(words, conversation=place))
    await asyncio.sleep(0.5)
    shop.cloud.login_down = False
    assert (await telling).outcome == "ok"
    assert len(await said(shop, place)) == 1


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


async def test_a_token_is_used_as_long_as_it_is_good_where_it_cannot_be_renewed(cloud: FakeMicrosoft) -> None:
    clock = Clock()
    token = BotToken(
        ClientCredential(APP_ID, f"{cloud.login_url}/{TENANT}", "x/.default", APP_PASSWORD), clock=clock
    )
    first = await token.get()
    cloud.login_down = True
    clock.now += 3400.0  # within the last minutes of its hour
    assert await asyncio.gather(*(token.get() for _ in range(5))) == [first] * 5
    assert len(cloud.token_requests) == 2
    clock.now += 20.0
    assert await token.get() == first
    assert len(cloud.token_requests) == 3
    clock.now += 3600.0
    with pytest.raises(LoginError, match="HTTP 503") as away:
        await token.get()
    assert away.value.passes
    cloud.login_down = False
    assert await token.get() != first


async def test_many_that_wait_for_a_login_that_is_away_ask_it_once(cloud: FakeMicrosoft) -> None:
    """Or each would wait for those before it, ten seconds for each where nobody answers."""
    cloud.login_down = True
    token = BotToken(ClientCredential(APP_ID, f"{cloud.login_url}/{TENANT}", "x/.default", APP_PASSWORD))
    results = await asyncio.gather(*(token.get() for _ in range(8)), return_exceptions=True)
    assert {type(result) for result in results} == {LoginError}
    assert len(cloud.token_requests) == 1


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        ("7", 7, 7),
        ("-7", 0, 0),
        ("1e400", 1, 1),
        ("nan", 1, 1),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 1e9, math.inf),
        ("Mon, 01 Jan 0001 00:00:00 +2359", 0, 1),
        ("Fri, 31 Dec 9999 23:59:59 -2359", 1, math.inf),
        ("soon", 1, 1),
        ("", 1, 1),
    ],
)
def test_a_pause_is_read_whatever_is_written(written: str, least: float, most: float) -> None:
    assert least <= retry_after(written) <= most

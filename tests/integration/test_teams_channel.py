"""What the bot says, as Teams receives it: over HTTP, with the bot's token, through the connector client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.channel import Reply
from bot.errors import DeliveryError
from bot.teams.adapter import build_teams
from tests.fakes.activities import CONVERSATION, words
from tests.fakes.bot import RunningBot, credentials, running_bot
from tests.fakes.microsoft import APP_ID, BOT_ID, TENANT, FakeMicrosoft

CARD: dict[str, Any] = {
    "type": "AdaptiveCard",
    "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
    "version": "1.5",
    "msteams": {"width": "Full"},
    "body": [
        {"type": "TextBlock", "text": "TEE-RED · grün", "wrap": True, "isSubtle": False, "spacing": "None"},
        {"type": "Table", "columns": [{"width": 1}, {"width": 2.5}], "rows": []},
    ],
    "actions": [
        {
            "type": "Action.Execute",
            "title": "Stock",
            "verb": "stock",
            "data": {"do": "stock", "deep": {"list": [1, None, "x", True]}},
            "fallback": {"type": "Action.Submit", "title": "Stock", "data": {"do": "stock"}},
        }
    ],
}


@pytest.fixture
async def bot() -> AsyncIterator[RunningBot]:
    async with FakeMicrosoft() as cloud, running_bot(cloud) as bot:
        yield bot


async def test_typing_and_then_the_card_reach_the_chat_that_the_message_came_from(bot: RunningBot) -> None:
    await bot.post(words(bot.cloud.service_url, "stock TEE-RED"))
    place = bot.accepted[0].place
    await bot.channel.typing(place)
    await bot.channel.send(place, Reply("TEE-RED: 7 in stock", CARD))
    shown, card = bot.cloud.delivered
    assert shown.activity["type"] == "typing"
    assert card.path == f"/emea/v3/conversations/{CONVERSATION}/activities"
    assert card.activity == {
        "type": "message",
        "from": {"id": BOT_ID},
        "conversation": {"id": CONVERSATION},
        "summary": "TEE-RED: 7 in stock",
        "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": CARD}],
    }


async def test_a_thread_of_a_channel_is_answered_in_the_thread(bot: RunningBot) -> None:
    thread = replace(bot.place, conversation="19:a/b+c@thread.tacv2;messageid=1700", kind="channel")
    await bot.channel.send(thread, Reply("here"))
    assert bot.cloud.delivered[0].path.split("/")[4:] == [
        "19:a",
        "b+c@thread.tacv2;messageid=1700",
        "activities",
    ]


async def test_the_token_is_asked_for_once_as_the_tenant_wants(bot: RunningBot) -> None:
    await asyncio.gather(*(bot.channel.send(bot.place, Reply(str(number))) for number in range(4)))
    (asked,) = bot.cloud.token_requests
    assert asked["tenant"] == TENANT
    assert asked["client_id"] == APP_ID
    assert asked["grant_type"] == "client_credentials"
    assert asked["scope"] == "https://api.botframework.com/.default"
    assert {one.authorization for one in bot.cloud.delivered} == {"Bearer bot-token-1"}


async def test_a_token_that_is_refused_is_renewed_once(bot: RunningBot) -> None:
    await bot.channel.send(bot.place, Reply("before"))
    bot.cloud.revoke_tokens()
    await bot.channel.send(bot.place, Reply("after"))
    assert len(bot.cloud.token_requests) == 2
    assert [message["text"] for message in bot.cloud.messages.values()] == ["before", "after"]


async def test_a_wrong_password_is_said_as_what_it_is() -> None:
    async with FakeMicrosoft() as cloud, aiohttp.ClientSession() as session, running_bot(cloud) as bot:
        teams = build_teams(replace(credentials(cloud), app_password="wrong"), session, tenants=[TENANT])
        with pytest.raises(DeliveryError, match="AADSTS7000215: Invalid client secret"):
            await teams.channel.send(bot.place, Reply("hello"))
        with pytest.raises(DeliveryError, match="AADSTS7000215"):
            await teams.channel.token(bot.place)


async def test_a_login_that_is_down_is_a_failed_delivery(bot: RunningBot) -> None:
    bot.cloud.login_down = True
    with pytest.raises(DeliveryError, match="HTTP 503"):
        await bot.channel.send(bot.place, Reply("hello"))


@pytest.mark.parametrize("status", [412, 429, 500, 502, 503, 504])
async def test_what_is_refused_for_the_moment_is_sent_once_more(bot: RunningBot, status: int) -> None:
    bot.cloud.refusals = [(status, {"Retry-After": "0"})]
    await bot.channel.send(bot.place, Reply("hello"))
    assert len(bot.cloud.delivered) == 2
    assert len(bot.cloud.messages) == 1


async def test_the_pause_that_the_channel_asks_for_is_kept(bot: RunningBot) -> None:
    began = asyncio.get_running_loop().time()
    bot.cloud.refusals = [(429, {"Retry-After": "0.3"})]
    await bot.channel.send(bot.place, Reply("hello"))
    assert asyncio.get_running_loop().time() - began >= 0.3


async def test_a_pause_may_be_a_date(bot: RunningBot) -> None:
    past = format_datetime(datetime.now(UTC) - timedelta(seconds=5), usegmt=True)
    bot.cloud.refusals = [(429, {"Retry-After": past})]
    await bot.channel.send(bot.place, Reply("hello"))
    assert len(bot.cloud.messages) == 1


@pytest.mark.parametrize(
    "refusals",
    [
        [(429, {"Retry-After": "3600"})],
        [(503, {"Retry-After": "0"})] * 2,
        [(400, {})],
        [(403, {})],
        [(404, {})],
        [(413, {})],
        [(302, {"Location": "http://127.0.0.1:1/"})],
    ],
)
async def test_what_is_refused_for_good_is_a_failed_delivery(
    bot: RunningBot, refusals: list[tuple[int, dict[str, str]]]
) -> None:
    bot.cloud.refusals = list(refusals)
    with pytest.raises(DeliveryError, match=f"HTTP {refusals[0][0]}"):
        await bot.channel.send(bot.place, Reply("hello"))
    assert bot.cloud.refusals == []
    assert bot.cloud.messages == {}


async def test_a_channel_that_is_not_there_is_a_failed_delivery(bot: RunningBot) -> None:
    gone = replace(bot.place, service_url="http://127.0.0.1:1/")
    with pytest.raises(DeliveryError, match="ClientConnectorError"):
        await bot.channel.send(gone, Reply("hello"))
    with pytest.raises(DeliveryError):
        await bot.channel.typing(gone)


class Gateway(FakeMicrosoft):
    """Something between the bot and the channel that answers with pages of its own."""

    status = 502
    body = b"<html><h1>502 Bad Gateway</h1></html>"
    content_type = "text/html"

    async def _post(self, request: web.Request) -> web.Response:
        return web.Response(status=self.status, body=self.body, content_type=self.content_type)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/html", b"<html>"),
        ("application/json", b"{"),
        ("application/json", b"[]"),
        ("text/xml", b"<a/>"),
    ],
)
async def test_a_gateways_page_is_a_failed_delivery_that_may_pass(content_type: str, body: bytes) -> None:
    """Regression: the library raised what nobody caught, and the message was given up with an apology."""
    async with Gateway() as cloud, running_bot(cloud) as bot:
        cloud.content_type, cloud.body = content_type, body
        with pytest.raises(DeliveryError, match="HTTP 502") as fault:
            await bot.channel.send(bot.place, Reply("hello"))
        assert fault.value.passes
        cloud.status = 201
        await bot.channel.send(bot.place, Reply("hello"))  # what was taken was taken, whatever is said of it

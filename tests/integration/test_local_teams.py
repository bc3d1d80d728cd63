"""The bot's real Teams end on the local chat: botbuilder's own client speaks to the bridge's connector."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channel import Channel, InboundMessage, Reply
from bot.fetching.attachments import AttachmentFetcher
from bot.fetching.fetcher import SafeFetcher
from bot.fetching.network import open_session
from bot.local.bridge import CHAT_PATH, add_local_chat
from bot.local.teams_shape import TENANT_ID, USER_OBJECT_ID
from bot.teams.adapter import build_local

TOKEN = "the-bots-token-of-this-run"
JPEG = b"\xff\xd8\xff\xe0 a photo"
CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "HT-1042-M"}]}


@dataclass(slots=True)
class Heard:
    """What the bot was told, in its own words."""

    messages: asyncio.Queue[InboundMessage] = field(default_factory=asyncio.Queue)

    async def next(self) -> InboundMessage:
        return await asyncio.wait_for(self.messages.get(), 5)


@dataclass(slots=True)
class Chat:
    """A chat page's end of the wire, the bot's channel, and what the bot heard."""

    session: aiohttp.ClientSession
    channel: Channel
    heard: Heard
    url: str
    headers: dict[str, str]

    async def post(self, **activity: Any) -> None:
        body = {"type": "message", **activity}
        async with self.session.post(f"{self.url}/activities", json=body, headers=self.headers) as response:
            assert response.status == 200

    async def shown(self) -> list[dict[str, Any]]:
        async with self.session.get(f"{self.url}/activities", headers=self.headers) as response:
            return list((await response.json())["activities"])


@pytest.fixture
async def chat() -> AsyncIterator[Chat]:
    heard = Heard()
    app = web.Application()
    add_local_chat(app, token=TOKEN)
    async with open_session(allow_loopback=True) as session:
        teams = build_local(session, token=TOKEN)
        app.router.add_post("/api/messages", teams.endpoint(heard.messages.put).handle)
        server = TestServer(app, host="127.0.0.1")
        async with server:
            base = f"{server.make_url(CHAT_PATH)}directline"
            async with session.post(f"{base}/tokens/generate") as response:
                told = await response.json()
            headers = {"Authorization": f"Bearer {told['token']}"}
            async with session.post(f"{base}/conversations", headers=headers) as response:
                assert response.status == 201
            url = f"{base}/conversations/{told['conversationId']}"
            yield Chat(session, teams.channel, heard, url, headers)


async def test_the_bot_hears_once_that_it_was_added(chat: Chat) -> None:
    message = await chat.heard.next()
    assert (message.kind, message.place.kind, message.place.tenant) == ("installed", "personal", TENANT_ID)
    assert message.sender.object_id == USER_OBJECT_ID
    await chat.post(text="hello")
    assert (await chat.heard.next()).kind == "message"


async def test_what_the_bot_sends_and_updates_is_shown_in_one_place(chat: Chat) -> None:
    place = (await chat.heard.next()).place
    await chat.channel.typing(place)
    sent = await chat.channel.send(place, Reply(text="Looking …"))
    await chat.channel.update(place, sent, Reply(card=CARD))
    typing, card = await chat.shown()
    assert typing["type"] == "typing"
    assert card["id"] == sent
    assert card["attachments"][0]["content"] == CARD


async def test_a_photo_is_opened_with_the_channels_token(chat: Chat) -> None:
    await chat.heard.next()
    form = aiohttp.FormData()
    form.add_field("file", JPEG, content_type="image/jpeg", filename="IMG_1.jpg")
    async with chat.session.post(f"{chat.url}/upload", data=form, headers=chat.headers) as response:
        assert response.status == 200
    message = await chat.heard.next()
    (attachment,) = message.attachments
    fetcher = AttachmentFetcher(SafeFetcher(chat.session, allow_loopback=True))
    assert await fetcher.fetch(attachment, message.place, chat.channel) == JPEG


async def test_a_file_is_opened_without_a_token(chat: Chat) -> None:
    await chat.heard.next()
    form = aiohttp.FormData()
    form.add_field("file", b"sku\n", content_type="text/csv", filename="stock.csv")
    async with chat.session.post(f"{chat.url}/upload", data=form, headers=chat.headers) as response:
        assert response.status == 200
    message = await chat.heard.next()
    (attachment,) = message.attachments
    assert (attachment.name, attachment.needs_token) == ("stock.csv", False)
    fetcher = AttachmentFetcher(SafeFetcher(chat.session, allow_loopback=True))
    assert await fetcher.fetch(attachment, message.place, chat.channel) == b"sku\n"


@pytest.mark.parametrize("kind", ["Action.Submit", "Action.Execute"])
async def test_a_pressed_button_is_an_action_with_its_data(chat: Chat, kind: str) -> None:
    place = (await chat.heard.next()).place
    button = {"type": kind, "title": "More", "data": {"show": "likes"}}
    sent = await chat.channel.send(place, Reply(card={**CARD, "actions": [button]}))
    (card,) = await chat.shown()
    await chat.post(value=card["attachments"][0]["content"]["actions"][0]["data"])
    message = await chat.heard.next()
    assert (message.kind, message.data, message.reply_to) == ("action", {"show": "likes"}, sent)

"""The local chat: a plain client plays WebChat, a tiny bot plays the bot, the bridge between is real."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.local.bridge import CHAT_PATH, add_local_chat
from bot.local.teams_shape import TENANT_ID, USER_OBJECT_ID
from bot.teams.activities import CARD_TYPE, FILE_TYPE
from tests.e2e.echo_bot import Activity, EchoBot

TOKEN = "the-bots-token-of-this-run"
JPEG = b"\xff\xd8\xff\xe0 not much of a photo, but all of it must arrive"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


@dataclass(slots=True)
class Page:
    """WebChat, as far as the wire is concerned."""

    session: aiohttp.ClientSession
    chat_url: str
    token: str = ""
    conversation: str = ""
    stream_url: str = ""

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def url(self) -> str:
        return f"{self.chat_url}directline/conversations/{self.conversation}"

    async def open(self) -> None:
        async with self.session.post(f"{self.chat_url}directline/tokens/generate") as response:
            self.token = (await response.json())["token"]
        url = f"{self.chat_url}directline/conversations"
        async with self.session.post(url, json={"user": {"id": "x"}}, headers=self.headers) as response:
            assert response.status == 201
            started = await response.json()
        self.conversation, self.stream_url = started["conversationId"], started["streamUrl"]

    async def say(self, **fields: Any) -> str:
        body = {"type": "message", "from": {"id": "x"}, "channelData": {"clientActivityID": "c1"}, **fields}
        async with self.session.post(f"{self.url}/activities", json=body, headers=self.headers) as response:
            assert response.status == 200, await response.text()
            return str((await response.json())["id"])

    async def upload(self, *files: tuple[str, str, bytes], text: str = "") -> int:
        form = aiohttp.FormData()
        activity = json.dumps({"type": "message", "text": text, "channelData": {"clientActivityID": "c2"}})
        kind = "application/vnd.microsoft.activity"
        form.add_field("activity", activity.encode(), content_type=kind, filename="blob")
        for name, content_type, content in files:
            form.add_field("file", content, content_type=content_type, filename=name)
        url = f"{self.url}/upload?userId=x"
        async with self.session.post(url, data=form, headers=self.headers) as response:
            return response.status

    async def sees(self, fits: Callable[[Activity], bool]) -> Activity:
        """The first activity on a fresh stream that fits."""
        async with self.session.get(self.url, headers=self.headers) as response:
            stream_url = (await response.json())["streamUrl"]
        async with self.session.ws_connect(stream_url) as socket:
            while True:
                for activity in (await socket.receive_json(timeout=5))["activities"]:
                    if fits(activity):
                        return dict(activity)


@pytest.fixture
def bot() -> EchoBot:
    return EchoBot(token=TOKEN)


@pytest.fixture
async def server(bot: EchoBot) -> AsyncIterator[TestServer]:
    app = web.Application()
    bot.add_to(app)
    add_local_chat(
        app,
        token=TOKEN,
        demo_photos=lambda: [("a blue shirt", JPEG)],
        max_upload_bytes=100_000,
        bot_seconds=5,
    )
    running = TestServer(app, host="127.0.0.1")
    async with running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
async def page(server: TestServer, session: aiohttp.ClientSession) -> Page:
    opened = Page(session, str(server.make_url(CHAT_PATH)))
    await opened.open()
    return opened


def titled(title: str) -> Callable[[Activity], bool]:
    def fits(activity: Activity) -> bool:
        cards = [
            part["content"] for part in activity.get("attachments", []) if part["contentType"] == CARD_TYPE
        ]
        return any(shown["body"][0]["text"] == title for shown in cards)

    return fits


def is_message(activity: Activity) -> bool:
    return bool(activity["type"] == "message")


async def test_a_new_chat_tells_the_bot_that_it_was_added_and_shows_its_welcome(
    page: Page, bot: EchoBot
) -> None:
    await page.sees(titled("Hello"))
    added = await bot.hears(lambda a: a["type"] == "conversationUpdate")
    installed = await bot.hears(lambda a: a["type"] == "installationUpdate")
    assert {"id": added["recipient"]["id"]} in added["membersAdded"]
    assert installed["action"] == "add"


async def test_words_reach_the_bot_in_the_shape_of_teams(page: Page, bot: EchoBot) -> None:
    said = await page.say(text="stock <of> it?", locale="de-AT", localTimezone="Europe/Vienna")
    heard = await bot.hears(is_message)
    assert heard["id"] == said
    assert heard["channelId"] == "msteams"
    assert heard["text"] == "stock <of> it?"
    assert heard["from"]["aadObjectId"] == USER_OBJECT_ID
    assert heard["conversation"] == {
        "conversationType": "personal",
        "tenantId": TENANT_ID,
        "id": page.conversation,
    }
    assert heard["channelData"]["tenant"] == {"id": TENANT_ID}
    assert heard["attachments"] == [{"contentType": "text/html", "content": "<p>stock &lt;of&gt; it?</p>"}]
    assert (heard["locale"], heard["localTimezone"]) == ("de-AT", "Europe/Vienna")


async def test_what_was_said_comes_back_to_the_page_with_the_pages_own_id(page: Page) -> None:
    said = await page.say(text="hello")
    echo = await page.sees(lambda a: a["from"]["role"] == "user")
    assert (echo["id"], echo["channelData"]["clientActivityID"]) == (said, "c1")


async def test_a_photo_is_an_inline_image_that_the_bots_token_opens(
    page: Page, bot: EchoBot, session: aiohttp.ClientSession
) -> None:
    assert await page.upload(("IMG_1.jpg", "image/jpeg", JPEG)) == 200
    heard = await bot.hears(is_message)
    image, markup = heard["attachments"]
    assert image["contentType"] == "image/*"
    assert image["contentUrl"].startswith(heard["serviceUrl"])
    assert markup["contentType"] == "text/html"
    assert "<img" in markup["content"]
    async with session.get(image["contentUrl"]) as response:
        assert response.status == 401
    async with session.get(image["contentUrl"], headers=BEARER) as response:
        assert await response.read() == JPEG
    shown = await page.sees(titled("SKU ECHO-1"))
    assert hashlib.sha256(JPEG).hexdigest()[:12] in json.dumps(shown)


async def test_a_photo_is_shown_in_the_chat_without_the_bots_token(
    page: Page, server: TestServer, session: aiohttp.ClientSession
) -> None:
    await page.upload(("IMG_1.heic", "application/octet-stream", JPEG))
    echo = await page.sees(lambda a: a["from"]["role"] == "user")
    (attachment,) = echo["attachments"]
    assert (attachment["name"], attachment["contentType"]) == ("IMG_1.heic", "image/heic")
    async with session.get(server.make_url(attachment["contentUrl"])) as response:
        assert await response.read() == JPEG


async def test_several_photos_and_words_are_one_message(page: Page, bot: EchoBot) -> None:
    await page.upload(("a.jpg", "image/jpeg", JPEG), ("b.png", "image/png", JPEG), text="which ones?")
    heard = await bot.hears(is_message)
    assert [part["contentType"] for part in heard["attachments"]] == ["image/*", "image/*", "text/html"]
    assert heard["text"] == "which ones?"


async def test_another_file_is_a_link_that_needs_no_token(
    page: Page, bot: EchoBot, session: aiohttp.ClientSession
) -> None:
    await page.upload(("stock.csv", "text/csv", b"sku,on_hand\n"))
    (attachment,) = (await bot.hears(is_message))["attachments"]
    assert attachment["contentType"] == FILE_TYPE
    assert (attachment["name"], attachment["content"]["fileType"]) == ("stock.csv", "csv")
    async with session.get(attachment["content"]["downloadUrl"]) as response:
        assert await response.read() == b"sku,on_hand\n"
        assert "attachment" in response.headers["Content-Disposition"]


async def test_an_upload_above_the_limit_is_refused_and_not_delivered(page: Page, bot: EchoBot) -> None:
    assert await page.upload(("big.jpg", "image/jpeg", bytes(100_001))) == 413
    assert not [activity for activity in bot.heard if activity["type"] == "message"]


async def test_an_execute_button_is_an_invoke_whose_card_takes_the_place_of_the_old_one(
    page: Page, bot: EchoBot
) -> None:
    await page.say(text="hi")
    shown = await page.sees(titled("SKU ECHO-1"))
    more = shown["attachments"][0]["content"]["actions"][0]
    assert more["type"] == "Action.Submit"  # all that WebChat can press
    await page.say(value={**more["data"], "note": "typed in"}, channelData={"postBack": True})
    invoke = await bot.hears(lambda a: a["type"] == "invoke")
    assert invoke["name"] == "adaptiveCard/action"
    assert invoke["replyToId"] == shown["id"]
    action = {"type": "Action.Execute", "verb": "more", "data": {"sku": "ECHO-1", "note": "typed in"}}
    assert invoke["value"] == {"action": action, "trigger": "manual"}
    answer = await page.sees(titled("Executed"))
    assert answer["id"] == shown["id"]


async def test_a_submit_button_is_a_message_with_a_value_and_the_card_is_updated_in_place(
    page: Page, bot: EchoBot
) -> None:
    await page.say(text="hi")
    shown = await page.sees(titled("SKU ECHO-1"))
    right = shown["attachments"][0]["content"]["actions"][2]
    await page.say(value=right["data"], channelData={"postBack": True})
    heard = await bot.hears(lambda a: "value" in a)
    assert (heard["type"], heard["value"], heard["replyToId"]) == ("message", {"right": True}, shown["id"])
    updated = await page.sees(titled("Pressed"))
    assert updated["id"] == shown["id"]
    place = "webchat:sequence-id"
    assert updated["channelData"][place] == shown["channelData"][place]


async def test_words_that_answer_an_invoke_are_shown_for_a_moment(page: Page) -> None:
    await page.say(text="hi")
    shown = await page.sees(titled("SKU ECHO-1"))
    await page.say(value=shown["attachments"][0]["content"]["actions"][1]["data"])
    toast = await page.sees(lambda a: a["type"] == "event")
    assert (toast["name"], toast["value"]) == ("toast", "Noted.")


async def test_typing_is_shown_while_it_is_true(page: Page) -> None:
    await page.say(text="hi")
    assert (await page.sees(lambda a: a["type"] == "typing"))["from"]["role"] == "bot"


async def test_polling_gives_what_came_after_the_watermark(
    page: Page, session: aiohttp.ClientSession
) -> None:
    await page.sees(titled("Hello"))
    url = f"{page.url}/activities"
    async with session.get(url, headers=page.headers) as response:
        first = await response.json()
    await page.say(text="and then")
    async with session.get(f"{url}?watermark={first['watermark']}", headers=page.headers) as response:
        later = await response.json()
    assert "Hello" in json.dumps(first)
    assert "Hello" not in json.dumps(later)
    assert later["activities"][0]["text"] == "and then"


async def test_a_deleted_message_is_taken_off_the_page(page: Page, bot: EchoBot) -> None:
    welcome = await page.sees(titled("Hello"))
    added = bot.heard[0]
    url = f"{added['serviceUrl']}v3/conversations/{page.conversation}/activities/{welcome['id']}"
    async with page.session.delete(url, headers=BEARER) as response:
        assert response.status == 200
    assert (await page.sees(lambda a: a["id"] == welcome["id"]))["type"] == "messageDelete"


async def test_the_bot_can_ask_who_is_there(page: Page, bot: EchoBot) -> None:
    base = f"{(await bot.hears(lambda _: True))['serviceUrl']}v3/conversations/{page.conversation}"
    async with page.session.get(f"{base}/members", headers=BEARER) as response:
        (member,) = await response.json()
    async with page.session.get(f"{base}/members/{member['id']}", headers=BEARER) as response:
        assert (await response.json())["aadObjectId"] == USER_OBJECT_ID
    async with page.session.get(f"{base}/pagedmembers", headers=BEARER) as response:
        assert (await response.json())["members"] == [member]


async def test_who_has_not_the_bots_token_may_not_speak_for_it(page: Page, bot: EchoBot) -> None:
    base = f"{(await bot.hears(lambda _: True))['serviceUrl']}v3/conversations/{page.conversation}"
    forged = {"type": "message", "text": "I am the bot"}
    async with page.session.post(f"{base}/activities", json=forged) as response:
        assert response.status == 401


async def test_a_bot_that_fails_is_said_to_have_failed(page: Page, bot: EchoBot) -> None:
    bot.status = 500
    await page.say(text="hi")
    note = await page.sees(lambda a: "HTTP 500" in a.get("text", ""))
    assert note["text"] == "The bot refused the message (HTTP 500). Check its log, then try again."


async def test_a_message_that_teams_would_not_take_is_refused(page: Page, bot: EchoBot) -> None:
    base = f"{(await bot.hears(lambda _: True))['serviceUrl']}v3/conversations/{page.conversation}"
    long = {"type": "message", "text": "x" * 90_000}
    async with page.session.post(f"{base}/activities", json=long, headers=BEARER) as response:
        assert response.status == 400
        assert (await response.json())["error"]["code"] == "MessageSizeTooBig"


async def test_a_chat_is_closed_to_who_has_no_token(page: Page, session: aiohttp.ClientSession) -> None:
    async with session.get(f"{page.url}/activities") as response:
        assert response.status == 403
    async with session.get(page.stream_url) as response:
        assert response.status == 400  # a websocket is wanted; the pass is used up
    async with session.get(page.stream_url) as response:
        assert response.status == 403


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
@pytest.mark.parametrize("path", ["/chat/directline/tokens/generate", "/api/messages"])
async def test_other_web_pages_get_no_answer(
    server: TestServer, session: aiohttp.ClientSession, path: str, headers: dict[str, str]
) -> None:
    async with session.post(server.make_url(path), json={}, headers=headers) as response:
        assert response.status == 403


async def test_the_page_may_speak_to_its_own_server_only(
    server: TestServer, session: aiohttp.ClientSession
) -> None:
    async with session.get(server.make_url("/")) as response:
        assert response.url.path == CHAT_PATH
        policy = response.headers["Content-Security-Policy"]
        html = await response.text()
    assert "default-src 'none'" in policy
    assert "https:" not in policy
    assert "://" not in html


async def test_demo_photos_are_listed_and_served(server: TestServer, session: aiohttp.ClientSession) -> None:
    async with session.get(server.make_url(f"{CHAT_PATH}demo/photos.json")) as response:
        (photo,) = await response.json()
    assert photo["name"] == "a blue shirt"
    async with session.get(server.make_url(photo["url"])) as response:
        assert await response.read() == JPEG


@pytest.mark.parametrize(
    ("accepted", "language", "anew"),
    [
        ("de-CH,de;q=0.9,en;q=0.8", "de-CH", "Neuer Chat"),
        ("pl", "pl", "Nowy czat"),
        ("en-GB,en;q=0.9", "en-GB", "New chat"),
        ('x"><script>alert(1)</script>', "en", "New chat"),
        ("", "en", "New chat"),
    ],
)
async def test_the_page_speaks_the_language_of_the_browser(
    server: TestServer, session: aiohttp.ClientSession, accepted: str, language: str, anew: str
) -> None:
    async with session.get(server.make_url(CHAT_PATH), headers={"Accept-Language": accepted}) as response:
        page = await response.text()
    assert f'<html lang="{language}">' in page
    assert f">{anew}</button>" in page
    assert "alert(1)" not in page
    places = set(re.findall(r"\{[a-z_]*\}", page))
    assert places == {"{}"}  # a photo's name, and a reason: the page fills them in

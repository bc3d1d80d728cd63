"""What Teams sends, as our own words: over HTTP, with tokens, through the endpoint."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channel import Attachment, Person, Place
from bot.errors import AttachmentError
from tests.fakes.activities import (
    BOT,
    CONVERSATION,
    USER,
    activity,
    executed,
    inline_photo,
    photos,
    shared_file,
    submitted,
    words,
)
from tests.fakes.bot import RunningBot, running_bot, running_local_bot
from tests.fakes.microsoft import BOT_ID, PHOTO, TENANT, FakeMicrosoft


@pytest.fixture
async def bot() -> AsyncIterator[RunningBot]:
    async with FakeMicrosoft() as cloud, running_bot(cloud) as bot:
        yield bot


async def test_a_message_says_who_where_and_when(bot: RunningBot) -> None:
    await bot.post(words(bot.cloud.service_url, "stock 123", id="1700000000001"))
    (message,) = bot.accepted
    assert message.kind == "message"
    assert message.id == "1700000000001"
    assert message.text == "stock 123"
    assert message.place == Place("msteams", CONVERSATION, "personal", bot.cloud.service_url, BOT_ID, TENANT)
    assert message.sender == Person(USER["id"], "Pat Packer", USER["aadObjectId"])
    assert message.locale == "de-DE"
    assert message.sent_at == datetime(2026, 3, 2, 8, 15, 30, 123456, UTC)
    assert message.attachments == ()


async def test_half_a_sign_is_replaced(bot: RunningBot) -> None:
    """A client that clips an emoji sends one; SQL and the network take none."""
    body = json.dumps(words(bot.cloud.service_url, "find HALF shirt")).replace("HALF", "\\ud83d").encode()
    response = await bot.post(body)
    assert response.status == 202
    assert bot.accepted[0].text == "find \ufffd shirt"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"conversationType": "channel", "isGroup": True}, "channel"),
        ({"conversationType": "groupChat", "isGroup": True}, "groupChat"),
        ({"conversationType": "personal"}, "personal"),
        ({"isGroup": True}, "groupChat"),
        ({}, "personal"),
    ],
)
async def test_the_kind_of_place_is_told_apart(bot: RunningBot, fields: dict[str, Any], kind: str) -> None:
    conversation = {"id": "19:abc@thread.tacv2;messageid=1700", **fields}
    await bot.post(words(bot.cloud.service_url, "hi", conversation=conversation))
    assert bot.accepted[0].place.kind == kind
    assert bot.accepted[0].place.conversation == "19:abc@thread.tacv2;messageid=1700"


async def test_the_mention_of_the_bot_is_no_part_of_the_text(bot: RunningBot) -> None:
    """In a group the bot must be mentioned; others may be as well, and keep their name."""
    mentions = [
        {"type": "mention", "mentioned": BOT, "text": "<at>Hangtag</at>"},
        {"type": "mention", "mentioned": USER, "text": "<at>Pat</at>"},
    ]
    text = "<at>Hangtag</at>&nbsp;stock\xa0 123 for <at>Pat</at> "
    await bot.post(words(bot.cloud.service_url, text, entities=mentions))
    assert bot.accepted[0].text == "stock 123 for Pat"


def mention(name: str, text: str | None = None) -> dict[str, Any]:
    entity = {"type": "mention", "mentioned": BOT | {"name": name}, "text": text}
    return {key: value for key, value in entity.items() if value is not None}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ('<at id="0">Hangtag</at> stock AB-1', [mention("Hangtag", '<at id="0">Hangtag</at>')]),
        ("<at>HANGTAG</at> stock AB-1", [mention("Hangtag", "<at>Hangtag</at>")]),
        ("<at>Hangtag</at> stock AB-1", [mention("Hangtag")]),
        ("<at>Hangtag</at> stock AB-1", []),
        ("<at>Hang</at> <at>Tag</at> stock AB-1", [mention("Hang", "<at>Hang</at>"), mention("Tag")]),
        ("<at>Tags &amp; Co</at>, stock AB-1", [mention("Tags & Co", "<at>Tags & Co</at>")]),
        ("stock AB-1 <at>Hangtag</at>", [mention("Hangtag", "<at>Hangtag</at>")]),
        ("@Hangtag stock AB-1", []),
        ('<quoted messageId="1772"/> <at>Hangtag</at> stock AB-1', [mention("Hangtag")]),
        ("stock\u00a0AB\u20131", []),
        ("stock AB\u200b-\u202d1\u202c", []),
        ("stock \uff21\uff22\uff0d\uff11", []),
        ("stock `AB-1`", []),
        ("stock **AB-1**", []),
        ("stock [AB-1](https://shop.example/AB-1)", []),
    ],
)
async def test_what_was_typed_is_the_same_however_a_client_writes_it(
    bot: RunningBot, text: str, mentions: list[dict[str, Any]]
) -> None:
    await bot.post(words(bot.cloud.service_url, text, entities=mentions))
    assert bot.accepted[0].text.lstrip(", ") == "stock AB-1"


async def test_html_alone_is_read(bot: RunningBot) -> None:
    html = (
        "<blockquote itemtype='http://schema.skype.com/Reply'>old</blockquote><p>stock&nbsp;AB-1</p><p>M?</p>"
    )
    await bot.post(
        words(bot.cloud.service_url, "", attachments=[{"contentType": "text/html", "content": html}])
    )
    assert (bot.accepted[0].text, bot.accepted[0].lost) == ("stock AB-1\nM?", "")


@pytest.mark.parametrize(
    "fields",
    [
        {"text": '<quoted messageId="1772"/> in M?'},
        {"entities": [{"type": "quotedReply", "quotedReply": {"messageId": "1772"}}]},
        {"attachments": [{"contentType": "messageReference", "id": "1772", "content": "{}"}]},
    ],
)
async def test_a_quote_names_its_message(bot: RunningBot, fields: dict[str, Any]) -> None:
    await bot.post(activity("message", bot.cloud.service_url, **({"text": "in M?"} | fields)))
    assert (bot.accepted[0].quoted, bot.accepted[0].text) == ("1772", "in M?")


AMS = '<img itemtype="http://schema.skype.com/AMSImage" src="https://x.example/views/imgo">'
MENTION = '<span itemtype="http://schema.skype.com/Mention" itemid="0">Hangtag</span>'
FORWARD = '<blockquote itemtype="http://schema.skype.com/Forward">{}</blockquote>'
GIF = '<img itemtype="http://schema.skype.com/Giphy" src="https://media.giphy.com/1.gif">'
EMOJI = '<img itemtype="http://schema.skype.com/Emoji" alt="\U0001f44d">'
GROUP = {"id": "19:abc@thread.v2", "conversationType": "groupChat"}
CARD = "application/vnd.microsoft.card."


@pytest.mark.parametrize(
    ("lost", "html", "fields"),
    [
        ("photo", "", {}),
        ("photo", AMS, {}),
        ("photo", f"<p>in red?</p>{AMS}", {"text": "in red?"}),
        ("forward", FORWARD.format(AMS), {}),
        ("", FORWARD.format("<p>stock AB-1</p>"), {"text": "\r\n\r\nstock AB-1"}),
        ("file", f'{MENTION}<attachment id="1"></attachment>', {"conversation": GROUP}),
        ("file", MENTION, {"conversation": GROUP, "more": ["reference"]}),
        ("mention", MENTION, {"conversation": GROUP, "text": "<at>Hangtag</at>\n"}),
        ("mention", '<quoted messageId="1"/>', {"text": '<quoted messageId="1"/>'}),
        ("gif", GIF, {}),
        ("", f"<p>stock AB-1</p>{GIF}", {"text": "stock AB-1"}),
        ("emoji", EMOJI, {}),
        ("emoji", "", {"text": "\U0001f44d\ufe0f"}),
        ("loop", '<attachment id="1"></attachment>', {"more": [f"{CARD}fluidEmbedCard"]}),
        ("card", '<attachment id="1"></attachment>', {"conversation": GROUP, "more": [f"{CARD}adaptive"]}),
        ("voice", "", {"more": ["audio/mp4"]}),
    ],
)
async def test_what_did_not_come_along_is_named(
    bot: RunningBot, lost: str, html: str, fields: dict[str, Any]
) -> None:
    more = [{"contentType": kind, "contentUrl": "https://x.example/1"} for kind in fields.get("more", ())]
    rest = {"text": "", **{key: value for key, value in fields.items() if key != "more"}}
    parts = [{"contentType": "text/html", "content": html}, *more]
    await bot.post(activity("message", bot.cloud.service_url, attachments=parts, **rest))
    assert bot.accepted[0].lost == lost


async def test_a_card_button_with_words_and_no_value_is_a_message(bot: RunningBot) -> None:
    await bot.post(words(bot.cloud.service_url, "stock AB-1", value={}))
    assert (bot.accepted[0].kind, bot.accepted[0].text) == ("message", "stock AB-1")


async def test_an_app_upgrade_that_brings_the_bot_is_an_installation(bot: RunningBot) -> None:
    await bot.post(activity("installationUpdate", bot.cloud.service_url, action="add-upgrade"))
    assert [message.kind for message in bot.accepted] == ["installed"]


async def test_a_photo_comes_with_its_bearer_protected_address_and_not_its_html(bot: RunningBot) -> None:
    await bot.post(photos(bot.cloud.service_url, inline_photo(bot.cloud.service_url)))
    (photo,) = bot.accepted[0].attachments
    address = f"{bot.cloud.service_url}v3/attachments/photo/views/original"
    assert photo == Attachment("", "image/*", address, needs_token=True)
    assert await bot.fetcher.fetch(photo, bot.accepted[0].place, bot.channel) == PHOTO
    ((path, authorization),) = bot.cloud.downloads
    assert "trap" not in path
    assert authorization == "Bearer bot-token-1"


@pytest.mark.parametrize("status", [403, 429, 500, 503])
async def test_a_photo_that_is_refused_for_a_moment_is_asked_for_again(bot: RunningBot, status: int) -> None:
    await bot.post(photos(bot.cloud.service_url, inline_photo(bot.cloud.service_url)))
    [message] = bot.accepted
    bot.cloud.picture_refusals = [status]
    assert await bot.fetcher.fetch(message.attachments[0], message.place, bot.channel) == PHOTO
    assert len(bot.cloud.downloads) == 2


async def test_a_photo_that_is_refused_again_and_again_is_not_asked_for_forever(bot: RunningBot) -> None:
    await bot.post(photos(bot.cloud.service_url, inline_photo(bot.cloud.service_url)))
    [message] = bot.accepted
    bot.cloud.picture_refusals = [503] * 20
    with pytest.raises(AttachmentError, match="503"):
        await bot.fetcher.fetch(message.attachments[0], message.place, bot.channel)
    assert len(bot.cloud.downloads) == 4


async def test_a_photo_is_found_by_a_bare_address_and_by_its_link(bot: RunningBot) -> None:
    url = bot.cloud.service_url
    bare = {"contentType": "image/png", "contentUrl": f"{url}v3/attachments/photo"}
    linked = {"contentType": "image/*", "content": {"downloadUrl": f"{url}v3/attachments/photo"}}
    elsewhere = {"contentType": "image/*", "content": {"downloadUrl": f"{bot.cloud.url}2/photo"}}
    await bot.post(photos(url, bare, linked, elsewhere))
    [message] = bot.accepted
    assert [part.needs_token for part in message.attachments] == [True, True, False]
    for part in message.attachments[:2]:
        assert await bot.fetcher.fetch(part, message.place, bot.channel) == PHOTO


async def test_a_group_is_not_asked_for_a_file(bot: RunningBot) -> None:
    part = {"contentType": "image/png", "contentUrl": "https://us-api.asm.skype.com/v1/objects/0/views/imgo"}
    await bot.post(photos(bot.cloud.service_url, part) | {"conversation": GROUP})
    [message] = bot.accepted
    with pytest.raises(AttachmentError, match="personal chat"):
        await bot.fetcher.fetch(message.attachments[0], message.place, bot.channel)


async def test_a_file_comes_with_its_preauthorised_address_and_no_bearer(bot: RunningBot) -> None:
    link = f"{bot.cloud.url}/sharepoint/photo?tempauth=secret"
    await bot.post(photos(bot.cloud.service_url, shared_file(link)))
    (photo,) = bot.accepted[0].attachments
    assert photo == Attachment("hoodie.jpg", "image/jpeg", link, needs_token=False)
    assert await bot.fetcher.fetch(photo, bot.accepted[0].place, bot.channel) == PHOTO
    assert bot.cloud.downloads == [("/sharepoint/photo", None)]


async def test_a_file_that_is_no_picture_keeps_its_name_and_kind(bot: RunningBot) -> None:
    link = f"{bot.cloud.url}/sharepoint/list"
    await bot.post(photos(bot.cloud.service_url, shared_file(link, "autumn.csv")))
    (file,) = bot.accepted[0].attachments
    assert (file.name, file.content_type) == ("autumn.csv", "text/csv")


async def test_several_photos_keep_their_order(bot: RunningBot) -> None:
    url = bot.cloud.service_url
    link = f"{bot.cloud.url}/sharepoint/photo"
    await bot.post(
        photos(url, inline_photo(url, "one"), shared_file(link), inline_photo(url, "two"), text="these?")
    )
    (message,) = bot.accepted
    assert message.text == "these?"
    assert [part.url.rpartition("attachments/")[2] for part in message.attachments] == [
        "one/views/original",
        link,
        "two/views/original",
    ]


async def test_a_gallery_pick_that_lost_its_photo_comes_as_an_empty_message(bot: RunningBot) -> None:
    await bot.post(photos(bot.cloud.service_url))
    (message,) = bot.accepted
    assert (message.kind, message.text, message.attachments) == ("message", "", ())


async def test_cards_quotes_and_broken_parts_are_no_attachments(bot: RunningBot) -> None:
    parts: list[Any] = [
        {"contentType": "application/vnd.microsoft.card.adaptive", "content": {"type": "AdaptiveCard"}},
        {"contentType": "messageReference", "content": "{}"},
        {"contentType": "image/png"},
        {"contentType": "application/vnd.microsoft.teams.file.download.info", "content": {}},
        {"contentType": None},
        "image/png",
    ]
    response = await bot.post(activity("message", bot.cloud.service_url, attachments=parts))
    assert response.status == 202
    assert bot.accepted[0].attachments == ()


async def test_an_executed_button_is_an_action_and_gets_the_answer_that_teams_wants(bot: RunningBot) -> None:
    """An empty value is taken for a fault and the press is delivered again."""
    response = await bot.post(executed(bot.cloud.service_url, {"do": "stock", "item": "TEE-RED"}))
    assert response.status == 200
    body = await response.json()
    assert body["statusCode"] == 200
    assert body["type"] == "application/vnd.microsoft.activity.message"
    assert body["value"]
    (message,) = bot.accepted
    assert message.kind == "action"
    assert message.data == {"do": "stock", "item": "TEE-RED"}
    assert message.reply_to == "1700000000000"


@pytest.mark.parametrize("value", [None, {}, {"action": {"type": "Action.Http"}}, "press", {"action": []}])
async def test_an_executed_button_that_makes_no_sense_is_refused_in_its_own_words(
    bot: RunningBot, value: object
) -> None:
    press = executed(bot.cloud.service_url, {}) | {"value": value}
    response = await bot.post(press)
    assert response.status == 200
    body = await response.json()
    assert (body["statusCode"], body["type"]) == (400, "application/vnd.microsoft.error")
    assert bot.accepted == []


async def test_a_submitted_button_is_an_action_too(bot: RunningBot) -> None:
    response = await bot.post(submitted(bot.cloud.service_url, {"do": "help"}))
    assert response.status == 202
    assert (bot.accepted[0].kind, bot.accepted[0].data) == ("action", {"do": "help"})


async def test_an_invoke_that_is_not_ours_is_answered_501(bot: RunningBot) -> None:
    response = await bot.post(activity("invoke", bot.cloud.service_url, name="task/fetch"))
    assert response.status == 501


async def test_who_installs_the_bot_again_is_welcomed_again(bot: RunningBot) -> None:
    url = bot.cloud.service_url
    for action, name in (("add", "1"), ("remove", "2"), ("add", "3")):
        await bot.post(activity("installationUpdate", url, action=action, id=name))
    assert [message.kind for message in bot.accepted] == ["installed", "installed"]


async def test_an_installation_is_told_once_though_teams_tells_it_twice(bot: RunningBot) -> None:
    url = bot.cloud.service_url
    added = activity("conversationUpdate", url, membersAdded=[USER, BOT], id="1")
    installed = activity("installationUpdate", url, action="add", id="2")
    assert [(await bot.post(one)).status for one in (added, installed)] == [202, 202]
    (message,) = bot.accepted
    assert message.kind == "installed"
    assert message.place.conversation == CONVERSATION


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("conversationUpdate", {"membersAdded": [USER]}),
        ("conversationUpdate", {"membersRemoved": [BOT]}),
        ("installationUpdate", {"action": "remove"}),
        ("installationUpdate", {"action": "remove-upgrade"}),
        ("messageReaction", {"reactionsAdded": [{"type": "like"}]}),
        ("messageUpdate", {"text": "edited"}),
        ("typing", {}),
        ("event", {"name": "application/vnd.microsoft.readReceipt"}),
        ("somethingNew", {}),
    ],
)
async def test_what_the_bot_does_not_answer_is_taken_in_silence(
    bot: RunningBot, kind: str, fields: dict[str, Any]
) -> None:
    response = await bot.post(activity(kind, bot.cloud.service_url, **fields))
    assert response.status == 200
    assert bot.accepted == []


async def test_local_mode_reads_the_same_activities() -> None:
    async with FakeMicrosoft() as cloud, running_local_bot(cloud) as bot:
        url = cloud.service_url
        response = await bot.post(photos(url, inline_photo(url)), token="")
        assert response.status == 202
        assert len(bot.accepted[0].attachments) == 1

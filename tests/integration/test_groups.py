"""Group chats and channels, behind Microsoft's doors: who is answered, about what, and where."""

from __future__ import annotations

import json
from itertools import count
from typing import Any
from urllib.parse import unquote

from bot.state.sites import Site, Sites
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.microsoft import TENANT
from tests.kit.bots import BotResponse, ShopBot
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo

ANN = {"id": "29:ann", "name": "Ann", "aadObjectId": "0d1f5c3e-0000-4000-8000-000000000a11"}
BEN = {"id": "29:ben", "name": "Ben", "aadObjectId": "0d1f5c3e-0000-4000-8000-000000000b0b"}
NUMBERS = count(1)


def group() -> dict[str, Any]:
    name = f"19:{next(NUMBERS):032x}@thread.v2"
    return {"conversationType": "groupChat", "isGroup": True, "tenantId": TENANT, "id": name}


def thread(channel: str, first: int) -> dict[str, Any]:
    """A channel's thread; Teams names it by the message that opened it."""
    name = f"19:{channel}@thread.tacv2;messageid={first}"
    return {"conversationType": "channel", "isGroup": True, "tenantId": TENANT, "id": name}


def mention(*others: dict[str, Any]) -> list[dict[str, Any]]:
    """The bot's mention, and others'."""
    known = [activities.BOT, *others]
    return [{"type": "mention", "mentioned": one, "text": f"<at>{one['name']}</at>"} for one in known]


async def said(
    shop: ShopBot, text: str, who: dict[str, Any], where: dict[str, Any], **fields: Any
) -> BotResponse:
    """Words to the bot; without a mention of it, Teams tells it nothing of a group's talk."""
    whole: dict[str, Any] = {"from": who, "conversation": where, "entities": mention()} | fields
    return await shop.say(f"<at>Hangtag</at> {text}", **whole)


def pressed_by(answer: BotResponse, does: str) -> dict[str, Any]:
    """What the button of that name carries."""
    parts = (part for card in answer.cards for row in card["body"] for part in row.get("actions", ()))
    data: dict[str, Any] = next(part["data"] for part in parts if part["data"]["do"] == does)
    return data


def places(shop: ShopBot, so_far: int) -> set[str]:
    """The conversations in which the bot spoke since."""
    return {unquote(one.path).split("/")[4] for one in shop.cloud.delivered[so_far:]}


async def test_a_mention_is_answered_where_it_was_made(shop: ShopBot) -> None:
    where, so_far = group(), len(shop.cloud.delivered)
    answer = await said(shop, "stock DRESS-DOTS", ANN, where)
    assert answer.outcome == "ok"
    assert "dress dress-dots" in answer.text
    assert places(shop, so_far) == {where["id"]}


async def test_who_asks_in_private_within_a_group_is_answered_in_private(shop: ShopBot) -> None:
    so_far = len(shop.cloud.delivered)
    private = {"recipient": activities.BOT | {"isTargeted": True}}
    await said(shop, "stock DRESS-DOTS", ANN, group(), **private)
    delivered = shop.cloud.delivered[so_far:]
    assert [one.activity["type"] for one in delivered] == ["message"]  # everybody would see it type
    assert delivered[0].targeted
    assert delivered[0].activity["recipient"] == {"id": ANN["id"], "isTargeted": True}


async def test_each_person_goes_on_with_what_was_shown_to_them(shop: ShopBot) -> None:
    """Ben asks after Ann's item was shown to all; what he means nobody knows, and nobody guesses."""
    where = group()
    assert "trousers jeans" in (await said(shop, "stock JEANS", ANN, where)).text
    of_ben = await said(shop, "how many in M?", BEN, where)
    assert of_ben.outcome == "fault"
    assert "Which item?" in of_ben.text
    assert "jeans" not in of_ben.text.casefold()
    assert "skirt skirt-checks" in (await said(shop, "stock SKIRT-CHECKS", BEN, where)).text
    of_ann = await said(shop, "how many in M?", ANN, where)
    assert "trousers jeans, in M: 14 in stock" in of_ann.text
    assert "skirt" not in of_ann.text
    assert "skirt skirt-checks, in M" in (await said(shop, "and in M?", BEN, where)).text


async def test_what_was_shown_in_one_chat_is_not_meant_in_another(shop: ShopBot) -> None:
    await said(shop, "stock JEANS", ANN, group())
    elsewhere = await said(shop, "how many in M?", ANN, group())
    assert "Which item?" in elsewhere.text
    alone = await shop.say("how many in M?", **{"from": ANN})
    assert "Which item?" in alone.text


async def test_a_channel_is_answered_in_the_thread(shop: ShopBot) -> None:
    channel = f"{next(NUMBERS):032x}"
    one, other = thread(channel, 1_700_000_000_001), thread(channel, 1_700_000_000_002)
    so_far = len(shop.cloud.delivered)
    await said(shop, "stock JEANS", ANN, one)
    assert places(shop, so_far) == {one["id"]}
    so_far = len(shop.cloud.delivered)
    again = await said(shop, "how many in M?", ANN, other)
    assert "Which item?" in again.text  # another thread is another talk
    assert places(shop, so_far) == {other["id"]}
    so_far = len(shop.cloud.delivered)
    assert "trousers jeans, in M" in (await said(shop, "how many in M?", ANN, one)).text
    assert places(shop, so_far) == {one["id"]}


async def test_a_photo_in_a_channel_is_answered_and_judged_by_who_sent_it(shop: ShopBot) -> None:
    where = thread(f"{next(NUMBERS):032x}", 1_700_000_000_003)
    shop.cloud.files["mine"] = jpeg(phone_photo("DRESS-DOTS"))
    url, so_far = shop.cloud.service_url, len(shop.cloud.delivered)
    photo = activities.photos(url, activities.inline_photo(url, "mine"), text="<at>Hangtag</at>")
    answer = await shop.send(photo, conversation=where, entities=mention(), **{"from": ANN})
    assert "dress dress-dots" in answer.text
    assert places(shop, so_far) == {where["id"]}
    right = pressed_by(answer, "match-right")
    refused = await shop.press(right, conversation=where, **{"from": BEN})
    assert "made for another person" in refused.text
    assert "noted" in (await shop.press(right, conversation=where, **{"from": ANN})).text
    assert "dress dress-dots, in M" in (await said(shop, "and in M?", ANN, where)).text


async def test_a_colleague_who_is_mentioned_keeps_their_name(shop: ShopBot) -> None:
    """Only the bot's own mention is no part of what was said."""
    answer = await said(
        shop,
        "reserve 2 of JEANS-M at Hall A for <at>Ben</at>",
        shop.admin(),
        group(),
        entities=mention(BEN),
    )
    assert "for Ben" in answer.text
    assert "<at>" not in json.dumps(answer.messages)


async def test_joining_a_team_is_told_once_with_how_to_call_it(shop: ShopBot) -> None:
    team = {"conversationType": "channel", "isGroup": True, "tenantId": TENANT, "id": "19:team@thread.tacv2"}
    added = activities.activity("conversationUpdate", shop.cloud.service_url, membersAdded=[activities.BOT])
    answer = await shop.send(added, conversation=team)
    assert "mention me" in answer.text


async def test_what_is_said_to_be_right_counts_for_the_team_by_its_name(
    shop: ShopBot, catalogue: Catalogue
) -> None:
    """Teams tells the name as the bot is added, and only the team's id from then on."""
    url, own = shop.cloud.service_url, {"id": "19:hamburg@thread.tacv2", "name": "Warehouse Hamburg"}
    tenant = {"tenant": {"id": TENANT}}
    general = {"conversationType": "channel", "isGroup": True, "tenantId": TENANT, "id": own["id"]}
    added = activities.activity("conversationUpdate", url, membersAdded=[activities.BOT])
    await shop.send(added, conversation=general, channelData=tenant | {"team": own})
    shop.cloud.files["mine"] = jpeg(phone_photo("JEANS"))
    where: dict[str, Any] = {
        "conversation": thread(f"{next(NUMBERS):032x}", 1_700_000_000_004),
        "channelData": tenant | {"team": {"id": own["id"]}},
        "from": ANN,
    }
    photo = activities.photos(url, activities.inline_photo(url, "mine"), text="<at>Hangtag</at>")
    answer = await shop.send(photo, entities=mention(), **where)
    await shop.press(pressed_by(answer, "match-right"), **where)
    counts = Sites(catalogue.database.notes).counts(catalogue.database.confirmations.by_place())
    assert Site(own["id"], "team", "Warehouse Hamburg", 1, 0) in counts
    status = await shop.say("catalogue status", **{"from": shop.admin()})
    assert "Warehouse Hamburg" in status.text
    assert "1 right, 0 wrong" in status.text

"""A stock card that is brought up to date in its place, behind Microsoft's doors: only the cloud is fake."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from catalogue.database import BatchRecord
from catalogue.items import Item, StockLevel, Variant
from catalogue.modes import Mode
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.bots import Client, settings_in
from vision.pipeline import PhotoPipeline

BEN = {"id": "29:ben", "name": "Ben", "aadObjectId": "0d1f5c3e-0000-4000-8000-000000000b0b"}
BY_BEN: dict[str, Any] = {"from": BEN}
CARD = "application/vnd.microsoft.card.adaptive"
COUNTED = datetime(2026, 3, 6, 14, 5, tzinfo=UTC)
LATER = datetime(2026, 3, 7, 9, 30, tzinfo=UTC)


def hoodie(count: int, as_of: datetime) -> Item:
    variants = tuple(
        Variant(f"HT-1042-{size}", size, None, (StockLevel("Hall A", count, 0, as_of),))
        for size in ("M", "L")
    )
    return Item("HT-1042", "Hoodie Bergen", "upper", "moss green", variants=variants)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def catalogue(empty_catalogue: Catalogue) -> Catalogue:
    empty_catalogue.database.write([hoodie(14, COUNTED)], BatchRecord(COUNTED, "first.csv", 1, 0, 0))
    return empty_catalogue


async def posted(
    bot: Client, cloud: FakeMicrosoft, activity: dict[str, Any], **claims: Any
) -> tuple[int, str]:
    headers = {"Authorization": f"Bearer {cloud.token_for_bot(**claims)}"}
    async with bot.post("/api/messages", json=activity, headers=headers) as response:
        return response.status, await response.text()


async def asked(bot: Client, cloud: FakeMicrosoft, activity: dict[str, Any]) -> dict[str, Any]:
    """The body that answers an invoke."""
    status, text = await posted(bot, cloud, activity)
    assert status == 200
    body: dict[str, Any] = json.loads(text)
    return body


async def said(bot: Client, cloud: FakeMicrosoft, text: str, **fields: Any) -> dict[str, Any]:
    """The card that answers words."""
    before = len(cards_of(cloud))
    typed = activities.words(cloud.service_url, text, attachments=[], locale="en-GB", **fields)
    status, _ = await posted(bot, cloud, typed)
    assert status == 202
    async with asyncio.timeout(10):
        while len(cards_of(cloud)) == before:  # noqa: ASYNC110 - the fake keeps lists
            await asyncio.sleep(0.01)
    return cards_of(cloud)[-1]


def cards_of(cloud: FakeMicrosoft) -> list[dict[str, Any]]:
    """All that went out, in order."""
    parts = [part for one in cloud.delivered for part in one.activity.get("attachments") or ()]
    return [dict(part["content"]) for part in parts if part["contentType"] == CARD]


def refresh(
    cloud: FakeMicrosoft, data: object, *, trigger: str = "manual", verb: str = "refresh", **fields: Any
) -> dict[str, Any]:
    """As Teams asks for a card: at a press, or by itself."""
    action = {"type": "Action.Execute", "title": "Refresh", "verb": verb, "data": data}
    whole = {
        "name": "adaptiveCard/action",
        "value": {"action": action, "trigger": trigger},
        "replyToId": "1700000000000",
        "locale": "en-GB",
    }
    return activities.activity("invoke", cloud.service_url, **(whole | fields))


async def metrics(bot: Client) -> str:
    async with bot.get("/metrics") as response:
        return await response.text()


async def test_a_card_has_the_present_figures_with_their_time_in_its_place(
    bot: Client, cloud: FakeMicrosoft, catalogue: Catalogue
) -> None:
    first = await said(bot, cloud, "HT-1042-M")
    assert "14 in stock" in json.dumps(first)
    assert "2026-03-06T14:05" in json.dumps(first)
    assert first["refresh"]["userIds"] == [activities.USER["id"]]
    catalogue.database.write([hoodie(3, LATER)], BatchRecord(LATER, "next.csv", 0, 1, 0))
    sent = len(cloud.delivered)

    button = first["actions"][0]
    assert (button["verb"], button["fallback"]["type"]) == ("refresh", "Action.Submit")
    body = await asked(bot, cloud, refresh(cloud, button["data"]))
    assert (body["statusCode"], body["type"]) == (200, CARD)
    card = body["value"]
    assert "only 3 left" in json.dumps(card)
    assert "14 in stock" not in json.dumps(card)
    assert "2026-03-07T09:30" in json.dumps(card)  # when it was counted
    assert f"{datetime.now(UTC):%Y-%m-%d}" in json.dumps(card)  # and when it was looked up
    assert json.dumps(card).index("HT-1042-M") < json.dumps(card).index("HT-1042-L")
    assert card["refresh"] == first["refresh"]
    await asyncio.sleep(0.2)
    assert len(cloud.delivered) == sent  # nothing is said in the chat


async def test_what_is_looked_at_again_is_no_question_and_no_message(
    bot: Client, cloud: FakeMicrosoft, catalogue: Catalogue
) -> None:
    other = Item("HT-7", "Tote bag", "bag", variants=(Variant("HT-7-U", "U"),))
    catalogue.database.write([other], BatchRecord(LATER, "bag.csv", 1, 0, 0))
    hoodie_card = await said(bot, cloud, "HT-1042")
    await said(bot, cloud, "HT-7")
    notes = catalogue.database.notes
    kept = {kind: set(notes.all(kind)) for kind in ("delivery", "person")}
    shown = notes.all("shown")
    sent = len(cloud.delivered)
    for _ in range(2):  # with one id: Teams may deliver an invoke again, and wants an answer each time
        body = await asked(
            bot,
            cloud,
            refresh(cloud, hoodie_card["refresh"]["action"]["data"], trigger="automatic", id="again"),
        )
        assert body["value"]["type"] == "AdaptiveCard"
    assert {kind: set(notes.all(kind)) for kind in kept} == kept
    assert notes.all("shown") == shown
    assert len(cloud.delivered) == sent
    page = await metrics(bot)
    assert 'hangtag_messages_total{kind="refresh-automatic",outcome="ok"} 2.0' in page
    assert 'kind="action"' not in page
    answer = await said(bot, cloud, "how many are there of it?")
    assert "Tote bag" in json.dumps(answer)


async def test_a_client_that_asks_for_ever_is_told_to_stop(bot: Client, cloud: FakeMicrosoft) -> None:
    """Teams asks once a view. One that took each new card for another view would never end."""
    card = await said(bot, cloud, "HT-1042")
    rounds = 0
    while card["refresh"]["userIds"]:
        action = card["refresh"]["action"]
        body = await asked(bot, cloud, refresh(cloud, action["data"], trigger="automatic"))
        card, rounds = body["value"], rounds + 1
        assert rounds < 10
    assert rounds == 4
    assert card["actions"][0]["verb"] == "refresh"  # it can still be pressed
    another = await asked(bot, cloud, refresh(cloud, action["data"], trigger="automatic", replyToId="17"))
    assert another["value"]["refresh"]["userIds"]  # another card of the same person's
    of_ben = await asked(bot, cloud, refresh(cloud, action["data"], trigger="automatic", **BY_BEN))
    assert of_ben["value"]["refresh"]["userIds"] == [BEN["id"]]


@pytest.mark.parametrize("way", ["retired", "deleted"])
async def test_an_item_that_is_gone_says_so_on_the_card(
    bot: Client, cloud: FakeMicrosoft, catalogue: Catalogue, pipeline: PhotoPipeline, way: str, tmp_path: Path
) -> None:
    """Not even an item whose SKU is spelled the same is put in its place."""
    card = await said(bot, cloud, "HT-1042")
    kept = Item("HT-9", "Cap", "headwear", variants=(Variant("HT-1042", "U"),))
    if way == "deleted":
        catalogue.database.write([kept], BatchRecord(LATER, "cap.csv", 1, 0, 0))
        mode, table = Mode.DELETE, "item\nHT-1042\n"
    else:
        mode, table = Mode.REPLACE, "item,title,sku\nHT-9,Cap,HT-1042\n"
    file = tmp_path / "gone.csv"
    file.write_text(table)
    catalogue.import_batch(file, pipeline.embed_pictures, mode=mode)
    body = await asked(bot, cloud, refresh(cloud, card["refresh"]["action"]["data"], trigger="automatic"))
    assert body["statusCode"] == 200
    gone = body["value"]
    assert "HT-1042 is no longer in the catalogue." in json.dumps(gone)
    assert "in stock" not in json.dumps(gone)
    assert "Cap" not in json.dumps(gone)
    assert gone["refresh"]["userIds"] == []


async def test_a_colleague_in_the_same_chat_sees_it_in_their_own_language(
    bot: Client, cloud: FakeMicrosoft
) -> None:
    group = {"conversationType": "groupChat", "isGroup": True, "id": "19:group@thread.v2"}
    card = await said(bot, cloud, "HT-1042", conversation=group)
    assert card["refresh"]["userIds"] == [activities.USER["id"]]  # at most 60, says Teams
    data = card["actions"][0]["data"]
    body = await asked(bot, cloud, refresh(cloud, data, conversation=group, locale="de-DE", **BY_BEN))
    assert "auf Lager" in json.dumps(body["value"], ensure_ascii=False)
    assert body["value"]["refresh"]["userIds"] == [BEN["id"]]


async def test_a_client_that_cannot_have_it_at_once_has_the_message_replaced(
    bot: Client, cloud: FakeMicrosoft, catalogue: Catalogue
) -> None:
    card = await said(bot, cloud, "HT-1042-L")
    (message_id,) = cloud.messages
    catalogue.database.write([hoodie(5, LATER)], BatchRecord(LATER, "next.csv", 0, 1, 0))
    pressed = activities.submitted(cloud.service_url, card["actions"][0]["fallback"]["data"])
    status, _ = await posted(bot, cloud, pressed | {"replyToId": message_id, "locale": "en-GB"})
    assert status == 202
    async with asyncio.timeout(10):
        while cloud.delivered[-1].method != "PUT":  # noqa: ASYNC110 - the fake keeps lists
            await asyncio.sleep(0.01)
    assert list(cloud.messages) == [message_id]
    assert "5 in stock" in json.dumps(cards_of(cloud)[-1])


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "HT-1042",
        {},
        {"item": ""},
        {"item": 7},
        {"item": ["HT-1042"]},
        {"item": "x" * 100_000},
        {"item": "HT-1042", "asked": {"$ne": ""}},
        {"item": "HT-1042", "head": "admin"},
        {"item": "HT-1042", "head": ["tag"]},
        {"item": "HT-1042", "like": None},
    ],
)
async def test_a_forged_press_is_refused_in_the_documented_shape(
    bot: Client, cloud: FakeMicrosoft, data: object
) -> None:
    body = await asked(bot, cloud, refresh(cloud, data))
    assert (body["statusCode"], body["type"]) == (400, "application/vnd.microsoft.error")
    assert body["value"]["code"] == "BadRequest"
    assert body["value"]["message"].startswith("That button no longer works")
    assert 'kind="refresh",outcome="fault"' in await metrics(bot)


async def test_nobody_and_nowhere_are_refused_in_the_documented_shape(
    bot: Client, cloud: FakeMicrosoft
) -> None:
    nobody: dict[str, Any] = {"from": {}}
    nowhere: dict[str, Any] = {"conversation": {}}
    for fields in (nobody, nowhere):
        body = await asked(bot, cloud, refresh(cloud, {"item": "HT-1042"}, **fields))
        assert (body["statusCode"], body["value"]["code"]) == (400, "BadRequest")


async def test_it_wants_a_good_token_and_the_right_tenant(bot: Client, cloud: FakeMicrosoft) -> None:
    press = refresh(cloud, {"item": "HT-1042"})
    assert (await posted(bot, cloud, press, key="forged"))[0] == 401
    assert (await posted(bot, cloud, press, aud="another"))[0] == 401
    elsewhere = press | {"channelData": {"tenant": {"id": "00000000-0000-4000-8000-00000000beef"}}}
    status, text = await posted(bot, cloud, elsewhere)
    assert status == 403
    assert "Hoodie" not in text


async def test_a_database_that_does_not_answer_is_told_in_the_documented_shape(
    bot: Client, cloud: FakeMicrosoft, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "hangtag.sqlite3")) as file:
        file.execute("ALTER TABLE items RENAME TO items_elsewhere")
    body = await asked(bot, cloud, refresh(cloud, {"item": "HT-1042"}))
    assert (body["statusCode"], body["type"]) == (500, "application/vnd.microsoft.error")
    assert "database" in body["value"]["message"]
    assert "items" not in body["value"]["message"]

"""The page that repairs an outline, opened over a chat of Teams; only the cloud is fake."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from yarl import URL

import bot.cut_out
from bot.channel import Place
from bot.cut_out.routes import TEAMS_HOSTS
from bot.links.media import media_key
from bot.links.signed_buttons import SIGNATURE, SignedButtons
from bot.locales import words_for
from bot.settings import Settings
from tests.fakes import activities
from tests.fakes.microsoft import TENANT
from tests.kit.bots import ADDRESS, ShopBot
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo

BEN = {"id": "29:ben", "name": "Ben", "aadObjectId": "0d1f5c3e-0000-4000-8000-000000000b0b"}
WORDS = words_for("en")
DRAWN = {"strokes": [{"garment": False, "width": 20, "points": [[100, 400], [300, 400]]}], "box": None}


@pytest.fixture
async def place(shop: ShopBot) -> dict[str, Any]:
    """Where a photo was sent and answered."""
    shop.cloud.files["mine"] = jpeg(phone_photo("TEE-STRIPED"))
    url = shop.cloud.service_url
    where = {"conversation": shop.place()}
    await shop.send(activities.photos(url, activities.inline_photo(url, "mine")), **where)
    return where


def answer(shop: ShopBot) -> tuple[str, dict[str, Any]]:
    """The message that answers the photo, and its card as it is now."""
    message_id, message = list(shop.cloud.messages.items())[-1]
    return message_id, message["attachments"][0]["content"]


def button(shop: ShopBot) -> dict[str, Any]:
    """What the button that opens the dialog carries."""
    (found,) = (one for one in answer(shop)[1]["actions"] if one["title"] == WORDS("fix"))
    assert found["type"] == "Action.Submit"  # the one kind that Teams opens dialogs for
    data: dict[str, Any] = found["data"]
    return data


async def invoked(shop: ShopBot, name: str, data: object, **fields: Any) -> tuple[int, Any]:
    """Status and body, as Teams reads them."""
    value = {"data": data, "context": {"theme": "default"}}
    whole = {"name": name, "value": value, "replyToId": answer(shop)[0], "locale": "en-US"} | fields
    activity = activities.activity("invoke", shop.cloud.service_url, **whole)
    headers = {"Authorization": f"Bearer {shop.cloud.token_for_bot()}"}
    async with shop.client.post("/api/messages", json=activity, headers=headers) as response:
        text = await response.text()
        return response.status, json.loads(text) if text else None


async def opened(shop: ShopBot, place: dict[str, Any]) -> URL:
    """The address of the page, where the bot is reached here."""
    status, body = await invoked(shop, "task/fetch", button(shop), **place)
    assert (status, body["task"]["type"]) == (200, "continue")
    return URL(body["task"]["value"]["url"])


def path(address: URL, part: str = "") -> str:
    return f"{address.path}{part}?{address.query_string}"


async def test_the_sender_is_given_the_page_and_its_end_replaces_the_answer(
    shop: ShopBot, place: dict[str, Any]
) -> None:
    message_id, before = answer(shop)
    assert button(shop)["msteams"] == {"type": "task/fetch"}
    status, body = await invoked(shop, "task/fetch", button(shop), **place)
    assert status == 200
    page = body["task"]["value"]
    assert (page["title"], page["height"], page["width"]) == (WORDS("fix-title"), "large", "medium")
    for name in ("url", "fallbackUrl"):
        assert page[name].startswith(f"{ADDRESS}/cut-out/")  # https, of a valid domain
    address = URL(page["url"])
    async with shop.client.get(path(address)) as response:
        assert response.status == 200
        text = await response.text()
        policy = response.headers["Content-Security-Policy"]
    assert "MicrosoftTeams.min.js" in text
    framed = policy.partition("frame-ancestors ")[2]
    assert framed.split() == [f"https://{host}" for host in TEAMS_HOSTS]
    async with shop.client.get(path(address, "/photo")) as response:
        assert (response.status, response.content_type) == (200, "image/jpeg")
    async with shop.client.post(path(address, "/done"), json=DRAWN) as response:
        assert response.status == 200
    assert list(shop.cloud.messages) == [message_id]
    assert "Cut out by hand" in json.dumps(answer(shop)[1])
    assert answer(shop)[1] != before
    assert await invoked(shop, "task/submit", {"do": "fix-done"}, **place) == (200, None)
    async with shop.client.get("/metrics") as response:
        assert 'hangtag_messages_total{kind="dialog",outcome="ok"} 1.0' in await response.text()


async def test_the_page_for_other_clients_stands_in_no_frame_and_asks_no_library(
    shop: ShopBot, place: dict[str, Any]
) -> None:
    _, body = await invoked(shop, "task/fetch", button(shop), **place)
    async with shop.client.get(path(URL(body["task"]["value"]["fallbackUrl"]))) as response:
        assert response.status == 200
        assert response.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")
        assert "MicrosoftTeams" not in await response.text()


async def test_nobody_else_is_given_it(shop: ShopBot, place: dict[str, Any]) -> None:
    for elsewhere in (place | {"from": BEN}, {"conversation": shop.place()}):
        status, body = await invoked(shop, "task/fetch", button(shop), **elsewhere)
        assert (status, body) == (200, {"task": {"type": "message", "value": WORDS("button-refused")}})


async def test_an_address_is_one_persons_and_one_photos(shop: ShopBot, place: dict[str, Any]) -> None:
    address = await opened(shop, place)
    other = button(shop)["look"][:-1] + "x"
    plain = address.update_query({"by": ""})
    for forged in (
        address.update_query(by="A" * 22),
        plain,
        address.with_query({key: value for key, value in address.query.items() if key != "by"}),
        address.update_query(sig="x" * 43),
        address.update_query(until="9999999999"),
        address.with_path(f"/cut-out/{other}"),
    ):
        for part in ("", "/photo"):
            async with shop.client.get(path(forged, part)) as response:
                assert response.status == 404
                assert "page has expired" in await response.text()
        async with shop.client.post(path(forged, "/done"), json=DRAWN) as response:
            assert response.status == 404


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "fix",
        {},
        {"do": "fix"},
        {"do": "fix", "look": 7},
        {"do": "fix", "look": ["x"]},
        {"do": ["fix"], "look": "x"},
    ],
)
async def test_a_forged_press_is_told_so_in_the_dialog(
    shop: ShopBot, place: dict[str, Any], data: object
) -> None:
    status, body = await invoked(shop, "task/fetch", data, **place)
    assert (status, body) == (200, {"task": {"type": "message", "value": WORDS("button-refused")}})


async def test_another_button_opens_no_dialog(shop: ShopBot, place: dict[str, Any]) -> None:
    status, body = await invoked(shop, "task/fetch", {"do": "stock", "item": "JEANS"}, **place)
    assert (status, body) == (200, {"task": {"type": "message", "value": WORDS("button-outdated")}})


async def test_an_altered_press_is_refused_and_what_the_client_keeps_to_itself_is_not_missed(
    shop: ShopBot, place: dict[str, Any]
) -> None:
    data = button(shop)
    for altered in (data | {"look": "another"}, {key: data[key] for key in data if key != SIGNATURE}):
        _, body = await invoked(shop, "task/fetch", altered, **place)
        assert body["task"]["value"] == WORDS("button-refused")
    told = {key: data[key] for key in data if key != "msteams"}
    _, body = await invoked(shop, "task/fetch", told, **place)
    assert body["task"]["type"] == "continue"


async def test_a_photo_of_long_ago_is_told(shop: ShopBot, place: dict[str, Any], settings: Settings) -> None:
    where = Place("msteams", place["conversation"]["id"], "personal", "", "", TENANT)
    seals = SignedButtons(media_key(settings.home / "media.key"))
    data = seals.sign({"do": "fix", "look": "gone"}, where, activities.USER["aadObjectId"])
    status, body = await invoked(shop, "task/fetch", data, **place)
    assert (status, body["task"]) == (200, {"type": "message", "value": WORDS("confirm-over")})


async def test_it_wants_a_good_token_and_the_right_tenant(shop: ShopBot, place: dict[str, Any]) -> None:
    data = button(shop)
    elsewhere = {"channelData": {"tenant": {"id": "00000000-0000-4000-8000-00000000beef"}}}
    for name in ("task/fetch", "task/submit"):
        value = {"data": data}
        activity = activities.activity("invoke", shop.cloud.service_url, name=name, value=value, **place)
        forged = {"Authorization": f"Bearer {shop.cloud.token_for_bot(key='forged')}"}
        async with shop.client.post("/api/messages", json=activity, headers=forged) as response:
            assert response.status == 401
        good = {"Authorization": f"Bearer {shop.cloud.token_for_bot()}"}
        async with shop.client.post("/api/messages", json=activity | elsewhere, headers=good) as response:
            assert response.status == 403


async def test_nobody_is_told_nothing(shop: ShopBot, place: dict[str, Any]) -> None:
    status, body = await invoked(shop, "task/fetch", button(shop), **(place | {"from": {}}))
    assert (status, body["task"]["value"]) == (200, "Bad request: from.id is missing.")


async def test_microsofts_library_is_served_as_it_was_published_with_its_licence(shop: ShopBot) -> None:
    """@microsoft/teams-js 2.58.0; the page refuses whatever else claims to be it."""
    async with shop.client.get("/cut-out-page/MicrosoftTeams.min.js") as response:
        assert (response.status, response.content_type) == (200, "text/javascript")
        script = await response.read()
    digest = "1737ae2e319c8ab56d71d2218fd5a49d96a8ad70eb01ff2e9ab7e35093b93379"
    assert hashlib.sha256(script).hexdigest() == digest
    assert b'"2.58.0"' in script
    licence = Path(bot.cut_out.__file__).parent / "page" / "MicrosoftTeams.LICENSE.txt"
    assert "MIT License" in licence.read_text("utf-8")

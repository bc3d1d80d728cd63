"""The API of a whole bot: other systems find, read, order and import, with keys, over HTTP."""

from __future__ import annotations

import asyncio
import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import jsonschema
import pytest

from bot.api.movements import kinds
from bot.settings import Settings
from bot.state.people import Role
from catalogue.movements import Kind, Worker
from catalogue.store import Catalogue
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.api import ApiClient, ApiReply
from tests.kit.bots import ShopBot, whole_bot
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo
from vision.pipeline import PhotoPipeline


@pytest.fixture
def api(shop: ShopBot) -> ApiClient:
    return ApiClient(shop)


async def document(api: ApiClient) -> dict[str, Any]:
    api.key(Role.WORKER)
    reply = await api.ask("GET", "/openapi.json", role=None)
    assert reply.status == 200
    return dict(reply.body)


async def as_documented(api: ApiClient, method: str, path: str, reply: ApiReply) -> ApiReply:
    """The answer, held against the document's schema for it."""
    written = await document(api)
    responses = written["paths"][path][method.lower()]["responses"]
    schema = responses[str(reply.status)]["content"]["application/json"]["schema"]
    whole = schema | {"components": written["components"]}
    jsonschema.validate(reply.body, whole, jsonschema.Draft202012Validator)
    return reply


def table(*rows: tuple[str, ...]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


async def test_a_photo_gives_matches_and_stock_as_hangtag_find_does(api: ApiClient) -> None:
    photo = jpeg(phone_photo("JEANS", seed=4))
    reply = await api.ask(
        "POST", "/find?top=2", role=Role.WORKER, data=photo, headers={"Content-Type": "image/jpeg"}
    )
    assert reply.status == 200
    await as_documented(api, "POST", "/find", reply)
    assert reply.body["matches"][0]["item"] == "JEANS"
    assert len(reply.body["matches"]) == 2
    assert {line["location"] for line in reply.body["matches"][0]["skus"][0]["stock"]} == {"Hall A", "Shop"}


async def test_what_is_no_photo_is_refused_with_the_sentence_of_the_chat(api: ApiClient) -> None:
    reply = await api.ask("POST", "/find", role=Role.WORKER, data=b"no photo at all")
    assert reply.status == 422
    assert reply.body["error"]["text"]
    await as_documented(api, "POST", "/find", reply)


async def test_all_items_come_page_by_page_and_each_once(api: ApiClient) -> None:
    seen, after = [], ""
    while True:
        reply = await api.ask("GET", f"/items?limit=4{after}", role=Role.WORKER)
        await as_documented(api, "GET", "/items", reply)
        seen += [item["item"] for item in reply.body["items"]]
        if reply.body["next"] is None:
            break
        after = f"&after={reply.body['next']}"
    assert seen == list(api.shop.catalogue.database.item_ids())
    found = await api.ask("GET", "/items?q=jeans-m", role=Role.WORKER)
    assert [item["item"] for item in found.body["items"]] == ["JEANS"]


async def test_an_item_is_found_by_its_id_or_a_sku_with_links_to_its_pictures(api: ApiClient) -> None:
    by_id = await api.ask("GET", "/items/jeans", role=Role.WORKER)
    by_sku = await api.ask("GET", "/items/JEANS-M", role=Role.WORKER)
    await as_documented(api, "GET", "/items/{id}", by_id)
    assert by_id.body["item"] == by_sku.body["item"] == "JEANS"
    [link] = by_id.body["picture_links"]
    async with api.shop.client.get(link.partition(".example.com")[2]) as picture:
        assert (picture.status, picture.content_type) == (200, "image/jpeg")
    missing = await api.ask("GET", "/items/NO/SUCH", role=Role.WORKER)
    assert (missing.status, missing.code) == (404, "no-item")
    await as_documented(api, "GET", "/items/{id}", missing)


async def test_stock_is_listed_by_sku_item_and_location(api: ApiClient) -> None:
    of_sku = await api.ask("GET", "/stock?of=jeans-m", role=Role.WORKER)
    await as_documented(api, "GET", "/stock", of_sku)
    assert {(line["sku"], line["location"]) for line in of_sku.body["stock"]} == {
        ("JEANS-M", "Hall A"),
        ("JEANS-M", "Shop"),
    }
    assert all(line["available"] == line["on_hand"] - line["reserved"] for line in of_sku.body["stock"])
    of_two = await api.ask("GET", "/stock?of=JEANS&of=TEE-RED-S&location=shop", role=Role.WORKER)
    assert {line["sku"] for line in of_two.body["stock"]} == {"JEANS-S", "JEANS-M", "TEE-RED-S"}
    assert {line["location"] for line in of_two.body["stock"]} == {"Shop"}
    everything = await api.ask("GET", "/stock?location=Shop&limit=3", role=Role.WORKER)
    assert (len(everything.body["stock"]), everything.body["next"]) == (6, "JEANS")


async def test_orders_move_stock_and_stand_in_the_history(api: ApiClient) -> None:
    movements = api.shop.catalogue.database.movements
    before = movements.levels("TEE-RED-S")
    reserved = await api.order(kind="reserve", sku="tee-red-s", location="hall a", quantity=2, person="Bob")
    await as_documented(api, "POST", "/orders", reserved)
    assert (reserved.status, reserved.body["sku"], reserved.body["repeated"]) == (201, "TEE-RED-S", False)
    released = await api.order(kind="release", reservation_id=reserved.body["reservation"])
    moved = await api.order(
        kind="move", sku="TEE-RED-S", from_location="Hall A", to_location="Shop", quantity=3
    )
    counted = await api.order(kind="count", sku="TEE-RED-S", location="Shop", on_hand=4)
    assert counted.body["after"] == {"Shop": {"on_hand": 4, "reserved": 1}}
    for reply in (counted, moved):
        undone = await api.order(kind="undo", movement_id=reply.body["movement"])
        assert undone.body["undoes"] == reply.body["movement"]
    assert released.status == 201
    assert movements.levels("TEE-RED-S") == before
    name = api.key(Role.SUPERVISOR).split("_")[1]
    assert movements.latest(limit=1)[0].by == Worker(f"api/{name}", name)


def test_each_movement_that_the_catalogue_has_a_verb_for_can_be_ordered() -> None:
    """What the catalogue learns is in the API by itself."""
    assert {Kind.RESERVE, Kind.RELEASE, Kind.MOVE, Kind.COUNT, Kind.UNDO} <= set(kinds())


async def test_an_order_under_the_same_key_is_done_once_also_at_the_same_time(api: ApiClient) -> None:
    order: dict[str, Any] = {
        "kind": "move",
        "sku": "HOODIE-GREY-S",
        "from_location": "Hall A",
        "to_location": "Shop",
    }
    before = len(api.shop.catalogue.movements.latest(limit=1000))
    replies = await asyncio.gather(*(api.order("order-at-once", **order, quantity=1) for _ in range(6)))
    again = await api.order("order-at-once", **order, quantity=1)
    assert {reply.status for reply in (*replies, again)} == {201}
    assert len({reply.body["movement"] for reply in (*replies, again)}) == 1
    assert sorted(reply.body["repeated"] for reply in replies) == [False] + 5 * [True]
    assert len(api.shop.catalogue.movements.latest(limit=1000)) == before + 1
    other = await api.order("order-at-once", **order, quantity=2)
    assert (other.status, other.code) == (422, "idempotency-key-reused")


async def test_an_order_that_was_refused_may_be_sent_again_under_its_key(api: ApiClient) -> None:
    order: dict[str, Any] = {
        "kind": "reserve",
        "sku": "DRESS-DOTS-S",
        "location": "Shop",
        "quantity": 2,
        "person": "Bob",
    }
    refused = await api.order("order-refused", **order)
    assert (refused.status, refused.code) == (409, "too-few-free")
    await as_documented(api, "POST", "/orders", refused)
    await api.order(kind="count", sku="DRESS-DOTS-S", location="Shop", on_hand=9)
    done = await api.order("order-refused", **order)
    assert (done.status, done.body["repeated"]) == (201, False)


async def test_a_reservation_ends_today_or_later(api: ApiClient) -> None:
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    reply = await api.order(
        kind="reserve", sku="JEANS-S", location="Hall A", quantity=1, person="Bob", until=yesterday
    )
    assert (reply.status, reply.code) == (409, "work-which-day")


async def test_movements_are_listed_from_a_number_or_a_time_on(api: ApiClient) -> None:
    start = await api.ask("GET", "/movements?limit=1000")
    began = datetime.now(UTC)
    numbers = [
        (await api.order(kind="count", sku="JEANS-S", location="Hall A", on_hand=12 + n)).body["movement"]
        for n in range(3)
    ]
    after = await api.ask("GET", f"/movements?since={start.body['next']}&limit=2")
    await as_documented(api, "GET", "/movements", after)
    assert [each["movement"] for each in after.body["movements"]] == numbers[:2]
    rest = await api.ask("GET", f"/movements?since={after.body['next']}")
    assert [each["movement"] for each in rest.body["movements"]] == numbers[2:]
    none = await api.ask("GET", f"/movements?since={rest.body['next']}")
    assert none.body == {"movements": [], "next": numbers[-1]}
    timed = await api.ask("GET", "/movements", params={"since": began.isoformat()})
    assert [each["movement"] for each in timed.body["movements"]] == numbers
    later = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    empty = await api.ask("GET", "/movements", params={"since": later})
    assert empty.body == {"movements": [], "next": numbers[-1]}


async def test_a_batch_is_sent_looked_at_and_applied(api: ApiClient) -> None:
    file = table(("item", "title", "sku"), ("API-1", "From a till", "API-1-M"))
    staged = await api.ask("POST", "/batches?name=new.csv", data=file)
    await as_documented(api, "POST", "/batches", staged)
    assert (staged.status, staged.body["state"], staged.body["plan"]["new"]) == (201, "staged", ["API-1"])
    path = staged.headers["Location"].removeprefix("/api/v1")
    shown = await api.ask("GET", path)
    await as_documented(api, "GET", "/batches/{batch}", shown)
    assert shown.body["can_apply"]
    applied = await api.ask("POST", f"{path}/apply")
    await as_documented(api, "POST", "/batches/{batch}/apply", applied)
    assert (applied.status, applied.body["state"], applied.body["plan"]) == (200, "applied", None)
    assert applied.body["applied_by"].startswith("admin-")
    again = await api.ask("POST", f"{path}/apply")
    assert (again.status, again.code) == (409, "batch-not-waiting")
    assert (await api.ask("GET", "/items/API-1-M")).body["title"] == "From a till"
    listed = await api.ask("GET", "/batches?limit=1")
    assert listed.body["batches"][0]["batch"] == staged.body["batch"]


async def test_a_batch_is_discarded_and_a_faulty_one_says_which_rows(api: ApiClient) -> None:
    file = table(("item", "title", "sku"), ("API-2", "Never", "API-2-M"))
    staged = await api.ask("POST", "/batches?name=new.csv", data=file)
    discarded = await api.ask("POST", f"/batches/{staged.body['batch']}/discard")
    assert (discarded.status, discarded.body["state"]) == (200, "discarded")
    faulty = table(("item", "title", "sku"), ("API-3", "", "API-3-M"))
    refused = await api.ask("POST", "/batches?name=faulty.csv", data=faulty)
    await as_documented(api, "POST", "/batches", refused)
    assert (refused.status, refused.body["state"], refused.body["can_apply"]) == (201, "failed", False)
    assert [fault["row"] for fault in refused.body["refused"]] == [2]


async def test_a_batch_that_is_out_of_date_is_refused_and_says_so_when_it_is_looked_at(
    api: ApiClient,
) -> None:
    header = ("item", "title", "sku", "location", "on_hand")
    staged = await api.ask(
        "POST",
        "/batches?name=stock.csv&mode=stock",
        data=table(header, ("JEANS", "x", "JEANS-S", "Hall A", "77")),
    )
    assert staged.status == 201
    await api.order(kind="count", sku="JEANS-S", location="Hall A", on_hand=70)
    refused = await api.ask("POST", f"/batches/{staged.body['batch']}/apply")
    assert (refused.status, refused.code) == (409, "stale")
    shown = await api.ask("GET", f"/batches/{staged.body['batch']}")
    assert shown.body["problem"]["code"] == "stale"
    assert shown.body["state"] == "staged"


async def test_a_key_has_so_many_requests_a_minute(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> None:
    few = settings.model_copy(update={"api_per_minute": 3})
    async with whole_bot(few, pipeline, catalogue, cloud) as shop:
        api = ApiClient(shop)
        statuses = [(await api.ask("GET", "/stock", role=Role.WORKER)).status for _ in range(4)]
        refused = await api.ask("GET", "/stock", role=Role.WORKER)
        assert statuses == [200, 200, 200, 429]
        assert int(refused.headers["Retry-After"]) >= 1
        assert (await api.ask("GET", "/stock", role=Role.ADMIN)).status == 200  # each has its own


async def test_the_document_names_every_endpoint_and_its_schemas_are_valid(api: ApiClient) -> None:
    written = await document(api)
    assert written["openapi"].startswith("3.1")
    paths = {(method, path) for path, methods in written["paths"].items() for method in methods}
    assert ("post", "/orders") in paths
    assert len(paths) == 11
    for schema in written["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


async def test_the_page_comes_from_here_alone(api: ApiClient) -> None:
    api.key(Role.WORKER)
    page = await api.ask("GET", "/docs/", role=None)
    assert page.status == 200
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    for name in ("swagger-ui.css", "swagger-ui-bundle.js", "page.js"):
        assert name in page.body
        assert (await api.ask("GET", f"/docs/{name}", role=None)).status == 200
    assert "//" not in page.body.replace("<!doctype", "")


async def test_in_local_mode_it_works_for_this_machine(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> None:
    async with whole_bot(settings, pipeline, catalogue, cloud, local=True) as shop:
        api = ApiClient(shop)
        assert (await api.ask("GET", "/stock", role=Role.WORKER)).status == 200
        assert (await api.ask("GET", "/stock", role=None)).status == 401
        elsewhere = await api.ask("GET", "/stock", headers={"Host": "evil.example"})
        assert elsewhere.status == 403


async def test_a_revoked_key_is_useless_at_once(api: ApiClient) -> None:
    key = api.key(Role.WORKER)
    assert (await api.ask("GET", "/stock", role=Role.WORKER)).status == 200
    api.keys.revoke(key.split("_")[1])
    api.key(Role.ADMIN)
    assert (await api.ask("GET", "/stock", role=Role.WORKER)).status == 401

"""Whoever comes to the API: with no key, a wrong one, or one that may not; with bodies and paths to break it.

Every endpoint of the document has its row in the table of roles: one that stands there and not here fails the
first test.
"""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from yarl import URL

from bot.errors import UserError
from bot.settings import Settings
from bot.state.keys import KEYS
from bot.state.people import Role
from catalogue.store import Catalogue
from tests.fakes.microsoft import FakeMicrosoft
from tests.hostile.cases import Case, stated
from tests.kit.api import ApiClient
from tests.kit.bots import ShopBot, whole_bot
from vision.pipeline import PhotoPipeline

FRESH = count(1)
SECRET = "s" * 43


@pytest.fixture
def api(shop: ShopBot) -> ApiClient:
    return ApiClient(shop)


@dataclass(frozen=True, kw_only=True)
class Row(Case):
    """An endpoint, and the lowest role that it answers."""

    method: str
    path: str
    """As the document has it."""
    role: Role
    asks: str = ""
    """As it is asked for, below `/api/v1`, by a key that may; what it answers then is below 500."""
    options: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.tries


def row(method: str, path: str, role: Role, asks: str = "", **options: Any) -> Row:
    return Row(
        tries=f"{method} {path} without a key, with wrong and revoked ones, and with each role",
        must=f"401 without a key, 403 below {role.word}, and nothing is changed",
        method=method,
        path=path,
        role=role,
        asks=asks or path,
        options=options,
    )


ORDER = {"kind": "count", "sku": "JEANS-S", "location": "Hall A", "on_hand": 3}
ROLES = [
    row("POST", "/find", Role.WORKER, data=b"no photo"),
    row("GET", "/items", Role.WORKER),
    row("GET", "/items/{id}", Role.WORKER, "/items/JEANS"),
    row("GET", "/stock", Role.WORKER),
    row("POST", "/orders", Role.SUPERVISOR, json=ORDER),
    row("GET", "/movements", Role.SUPERVISOR),
    row("POST", "/batches", Role.ADMIN, "/batches?name=x.csv", data=b"item,title,sku\n"),
    row("GET", "/batches", Role.ADMIN),
    row("GET", "/batches/{batch}", Role.ADMIN, "/batches/1"),
    row("POST", "/batches/{batch}/apply", Role.ADMIN, "/batches/1/apply"),
    row("POST", "/batches/{batch}/discard", Role.ADMIN, "/batches/1/discard"),
]
"""The table of roles."""

BAD_KEYS = [
    Case(tries="a key with no secret: hangtag_NAME_", must="401"),
    Case(tries="another's secret behind a known name", must="401"),
    Case(tries="a key in capitals", must="401"),
    Case(tries="a key of 100,000 characters", must="401"),
    Case(tries="a key in the query, or under another scheme", must="401"),
    Case(tries="two Authorization headers", must="401"),
]


def state(catalogue: Catalogue) -> tuple[object, ...]:
    """All that the API may change."""
    database = catalogue.database
    return (
        database.revision(),
        database.movements.latest(limit=1),
        [(one.id, one.state) for one in catalogue.history()],
    )


async def test_every_endpoint_of_the_document_is_in_the_table(api: ApiClient) -> None:
    api.key(Role.WORKER)
    written = (await api.ask("GET", "/openapi.json", role=None)).body
    there = {(method.upper(), path) for path, methods in written["paths"].items() for method in methods}
    assert there == {(row.method, row.path) for row in ROLES}
    for row in ROLES:
        description = written["paths"][row.path][row.method.lower()]["description"]
        assert description.endswith(f"Role: {row.role.word}.")


@pytest.mark.parametrize("row", ROLES, ids=str)
async def test_an_endpoint_answers_who_may_and_nobody_else(api: ApiClient, row: Row) -> None:
    before = state(api.shop.catalogue)
    headers = {"Idempotency-Key": f"hostile-{next(FRESH):06}"}
    api.key(Role.WORKER)
    revoked = api.keys.add(f"revoked-{next(FRESH)}", Role.ADMIN)
    api.keys.revoke(revoked.split("_")[1])
    for key in ("", "hangtag_nobody_" + SECRET, revoked, "Basic x"):
        sent = headers | ({"Authorization": f"Bearer {key}"} if key else {})
        reply = await api.ask(row.method, row.asks, role=None, headers=sent, **row.options)
        assert (reply.status, reply.code) == (401, "no-key"), key
    for role in Role:
        if role >= row.role:
            continue
        reply = await api.ask(row.method, row.asks, role=role, headers=headers, **row.options)
        assert (reply.status, reply.code) == (403, "forbidden"), role
    assert state(api.shop.catalogue) == before
    for role in Role:
        if role >= row.role:
            reply = await api.ask(row.method, row.asks, role=role, headers=headers, **row.options)
            assert reply.status < 500
            assert reply.status not in (401, 403), role


@stated("any endpoint, the document and the page, while there is no key or none that holds", "404")
async def test_without_a_key_there_is_no_api(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> None:
    async with whole_bot(settings, pipeline, catalogue, cloud) as shop:
        api = ApiClient(shop)
        for key in api.keys.all():
            shop.catalogue.notes.forget(KEYS, key.name)
        for revoked in (False, True):
            if revoked:
                api.keys.add("gone", Role.ADMIN)
                api.keys.revoke("gone")
            for row in ROLES:
                reply = await api.ask(row.method, row.asks, role=None, **row.options)
                assert (reply.status, reply.code) == (404, "not-found")
            for path in ("/openapi.json", "/docs/", "/docs/page.js", "/nothing", "/"):
                assert (await api.ask("GET", path, role=None)).status == 404
            assert (await api.ask("DELETE", "/items", role=None)).status == 404
        shop.catalogue.notes.forget(KEYS, "gone")


async def test_what_only_looks_like_a_key_is_none(api: ApiClient) -> None:
    key = api.key(Role.ADMIN)
    prefix, name, secret = key.split("_", 2)
    other = api.keys.add(f"other-{next(FRESH)}", Role.WORKER).split("_", 2)[2]
    written: list[list[tuple[str, str]]] = [
        [("Authorization", f"Bearer {prefix}_{name}_")],
        [("Authorization", f"Bearer {prefix}_{name}_{other}")],
        [("Authorization", f"Bearer {key.upper()}")],
        [("Authorization", f"Bearer {key}x")],
        [("Authorization", f"Bearer {prefix}_{name}_{'x' * 6000}")],
        [("Authorization", f"Basic {key}")],
        [("Authorization", key)],
        [("X-Api-Key", key)],
        [("Authorization", f"Bearer {key}"), ("Authorization", f"Bearer {prefix}_{name}_{other}")],
        [("Authorization", f"Bearer {prefix}_../{name}_{secret}")],
        [("Authorization", f"Bearer {prefix}_%_{secret}")],
    ]
    for headers in written:
        async with api.shop.client.get(f"/api/v1/stock?key={key}", headers=headers) as response:
            assert response.status == 401, headers
    async with api.shop.client.get("/api/v1/stock", headers={"Authorization": f"bearer {key}"}) as response:
        assert response.status == 200


@stated("a key's secret, in what the bot stores, answers, logs or counts", "it stands nowhere")
async def test_a_secret_is_nowhere(api: ApiClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    secret = api.key(Role.ADMIN).split("_", 2)[2]
    name = api.key(Role.ADMIN).split("_", 2)[1]
    replies = [await api.ask(row.method, row.asks, **row.options) for row in ROLES if row.method == "GET"]
    async with api.shop.client.get("/metrics") as page:
        metrics = await page.text()
    stored = [str(row) for row in api.shop.catalogue.database.dump.rows()]
    assert any(name in one for one in stored)
    assert f"by the key {name}" in caplog.text
    for text in (*stored, *(str(reply) for reply in replies), metrics, caplog.text):
        assert secret not in text


@dataclass(frozen=True, kw_only=True)
class Bad(Case):
    """A request that is refused, with its status."""

    method: str
    path: str
    status: int
    options: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.tries


def bad(tries: str, method: str, path: str, status: int, **options: Any) -> Bad:
    return Bad(tries=tries, must=str(status), method=method, path=path, status=status, options=options)


def order(**fields: Any) -> dict[str, Any]:
    return {"json": ORDER | fields}


JSON = {"Content-Type": "application/json"}
BAD = [
    bad("an order of 65 KB", "POST", "/orders", 413, data=b'"' + b"x" * (65 << 10) + b'"', headers=JSON),
    bad("an order that is no JSON", "POST", "/orders", 422, data=b"{", headers=JSON),
    bad("an order as a form", "POST", "/orders", 415, data={"kind": "count"}),
    bad("an order of a list", "POST", "/orders", 422, json=[]),
    bad("brackets, 20,000 deep", "POST", "/orders", 422, data=b"[" * 20_000, headers=JSON),
    bad("an order without a body", "POST", "/orders", 422, headers=JSON),
    bad("an order of an unknown kind", "POST", "/orders", 422, **order(kind="steal")),
    bad("an order named as a method that is no movement", "POST", "/orders", 422, **order(kind="latest")),
    bad("a quantity in words", "POST", "/orders", 422, **order(on_hand="many")),
    bad("a quantity of true", "POST", "/orders", 422, **order(on_hand=[True])),
    bad("a quantity below zero", "POST", "/orders", 422, **order(on_hand=-1)),
    bad("a quantity beyond any shelf", "POST", "/orders", 422, **order(on_hand=10**30)),
    bad("a quantity of NaN", "POST", "/orders", 422, data=b'{"on_hand": NaN}', headers=JSON),
    bad("a SKU with NUL", "POST", "/orders", 422, **order(sku="JEANS\x00-S")),
    bad("a SKU of half a surrogate pair", "POST", "/orders", 422, **order(sku="\ud800")),
    bad("a SKU of 100,000 characters", "POST", "/orders", 413, **order(sku="x" * 100_000)),
    bad("a field that nobody asked for, to act as another", "POST", "/orders", 422, **order(by="Ada")),
    bad("an idempotency key of an order's, given in the body", "POST", "/orders", 422, **order(once="x")),
    bad("a SKU that tries SQL", "POST", "/orders", 409, **order(sku="' OR 1=1 --")),
    bad("a location that is none", "POST", "/orders", 409, **order(location="../../etc")),
    bad("a page of a million items", "GET", "/items?limit=1000000", 422),
    bad("a page of less than none", "GET", "/items?limit=-1", 422),
    bad("a query that nobody knows", "GET", "/items?limits=1", 422),
    bad("a query given twice", "GET", "/items?limit=1&limit=2", 422),
    bad("a search with NUL", "GET", "/items?q=%00", 422),
    bad("a search of 5,000 characters", "GET", f"/items?q={'x' * 5000}", 422),
    bad("51 SKUs at once", "GET", "/stock?" + "&".join(["of=JEANS"] * 51), 422),
    bad("an item above the catalogue", "GET", "/items/..%2F..%2Fetc%2Fpasswd", 404),
    bad("an item with NUL in its id", "GET", "/items/%00", 404),
    bad("an item of bytes that are no text", "GET", "/items/%ff%fe", 404),
    bad("the batch 0x1", "GET", "/batches/0x1", 404),
    bad("the batch -1", "GET", "/batches/-1", 404),
    bad("a batch of 300 digits", "GET", f"/batches/{'9' * 300}", 404),
    bad("a batch in Arabic digits", "GET", "/batches/%D9%A1", 404),
    bad("a file of the page above its folder", "GET", "/docs/..%2Fguard.py", 404),
    bad("a file of the page that is none", "GET", "/docs/SwaggerUI.LICENSE.txt", 404),
    bad("movements since no time at all", "GET", "/movements?since=yesterday", 422),
    bad("movements since a time without a zone", "GET", "/movements?since=2026-01-01T00:00:00", 422),
    bad("movements since a year 10000", "GET", "/movements?since=10000-01-01T00:00:00Z", 422),
    bad("an empty photo", "POST", "/find", 422, data=b""),
    bad("a photo that is a script", "POST", "/find", 422, data=b"<script>alert(1)</script>"),
    bad("a photo of 26 MB that does not say how large it is", "POST", "/find", 413, megabytes=26),
    bad("a thousand matches", "POST", "/find?top=1000", 422, data=b"x"),
    bad("a batch without a name", "POST", "/batches", 422, data=b"x"),
    bad("a batch in an unknown mode", "POST", "/batches?name=a.csv&mode=burn", 422, data=b"x"),
    bad("an empty batch", "POST", "/batches?name=a.csv", 422, data=b""),
    bad("a batch that says it has a gigabyte", "POST", "/batches?name=a.csv", 413, data=b""),
    bad("a wrong method", "DELETE", "/items", 405),
    bad("a path that is none", "GET", "/nothing", 404),
]


@pytest.mark.parametrize("case", BAD, ids=str)
async def test_what_cannot_be_used_is_refused_and_changes_nothing(api: ApiClient, case: Bad) -> None:
    before = state(api.shop.catalogue)
    headers = {"Idempotency-Key": f"hostile-{next(FRESH):06}"} | case.options.get("headers", {})
    options = {name: value for name, value in case.options.items() if name != "headers"}
    if "gigabyte" in case.tries:
        status = await _claims(api, 1 << 30)
    else:
        if "megabytes" in options:
            options = {"data": _pieces(options["megabytes"])}
        async with api.shop.client.request(
            case.method,
            URL(f"/api/v1{case.path}", encoded=True),
            headers=headers | {"Authorization": f"Bearer {api.key(Role.ADMIN)}"},
            **options,
        ) as response:
            status = response.status
            assert response.content_type == "application/json"
            text = (await response.json())["error"]["text"]
            assert "Traceback" not in text
            assert len(text) < 1000
    assert status == case.status
    assert state(api.shop.catalogue) == before


async def _pieces(megabytes: int) -> AsyncIterator[bytes]:
    for _ in range(megabytes):
        yield bytes(1 << 20)


async def _claims(api: ApiClient, size: int) -> int:
    """Announce a body of that size, send none of it, and read the status."""
    return await _raw(api, f"Content-Length: {size}", b"")


async def _raw(api: ApiClient, header: str, body: bytes) -> int:
    """Send a batch with that header and these bytes, and read the status."""
    server = api.shop.client.server
    reader, writer = await asyncio.open_connection(server.host, server.port)
    head = (
        f"POST /api/v1/batches?name=a.csv HTTP/1.1\r\nHost: x\r\n{header}\r\n"
        f"Authorization: Bearer {api.key(Role.ADMIN)}\r\n\r\n"
    )
    writer.write(head.encode() + body)
    line = await asyncio.wait_for(reader.readline(), 20)
    writer.close()
    return int(line.split()[1])


@stated("another website, whose script calls the API in a browser", "no CORS header lets it read")
async def test_no_other_origin_may_read(api: ApiClient) -> None:
    sent = {"Origin": "https://evil.example"}
    for method, path in (("GET", "/stock"), ("OPTIONS", "/orders"), ("GET", "/openapi.json")):
        reply = await api.ask(method, path, headers=sent)
        assert not [name for name in reply.headers if name.lower().startswith("access-control")]


@stated("a name for a key that could be read as a path, a header or another key", "refused")
async def test_a_key_has_a_plain_name(api: ApiClient) -> None:
    for name in ("", "a_b", "../x", "A", "a b", "a\n", "x" * 41, "-a", "ключ"):
        with pytest.raises(UserError, match="name"):
            api.keys.add(name, Role.WORKER)
    name = f"once-{next(FRESH)}"
    api.keys.add(name, Role.WORKER)
    with pytest.raises(UserError, match="another name"):
        api.keys.add(name, Role.ADMIN)


@stated("a body in chunks whose lengths are no numbers", "400, and no bug of the bot in the log")
async def test_a_body_that_breaks_off_is_no_bug(api: ApiClient, caplog: pytest.LogCaptureFixture) -> None:
    before = state(api.shop.catalogue)
    for body in (b"zz\r\nitem\r\n0\r\n\r\n", b"4\r\nitem,and more than it said\r\n"):
        assert await _raw(api, "Transfer-Encoding: chunked", body) == 400
    server = api.shop.client.server
    _, writer = await asyncio.open_connection(server.host, server.port)
    head = (
        "POST /api/v1/batches?name=a.csv HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
        f"Authorization: Bearer {api.key(Role.ADMIN)}\r\n\r\nitem,"
    )
    writer.write(head.encode())
    await writer.drain()
    await asyncio.sleep(0.2)
    writer.close()
    await asyncio.sleep(0.2)
    assert state(api.shop.catalogue) == before
    assert "a request of the API failed" not in caplog.text


@stated("a photo of 200 MB of zeros that gzip has made small", "413")
async def test_a_body_that_grows_is_measured_as_it_is(api: ApiClient) -> None:
    small = gzip.compress(bytes(200 << 20), 9)
    assert len(small) < 1 << 20
    reply = await api.ask("POST", "/find", data=small, headers={"Content-Encoding": "gzip"})
    assert (reply.status, reply.code) == (413, "too-large")

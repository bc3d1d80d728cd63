"""Local mode, which has no sign-in: nobody but its own page, in a browser of this very machine, reaches it.

A whole bot in local mode, and requests written byte by byte, as no client library would send most of them.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from bot.app import application
from bot.errors import SettingsError
from bot.settings import Settings
from bot.teams.activities import refuse_constant
from catalogue.store import Catalogue
from tests.fakes.activities import words
from tests.hostile.cases import Case
from tests.kit.bots import settings_in
from vision.pipeline import PhotoPipeline

GENERATE = "POST /chat/directline/tokens/generate HTTP/1.1"
DOORS = (
    "GET / HTTP/1.1",
    "GET /chat/ HTTP/1.1",
    "GET /chat/webchat.js HTTP/1.1",
    "GET /metrics HTTP/1.1",
    "GET /media/300/a?until=1&sig=a HTTP/1.1",
    "GET /nothing HTTP/1.1",
    GENERATE,
    "POST /api/messages HTTP/1.1",
    "POST /chat/connector/v3/conversations HTTP/1.1",
    "OPTIONS /chat/directline/conversations HTTP/1.1",
)
"""One of each kind."""


@pytest.fixture
async def here(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue
) -> AsyncIterator[TestServer]:
    """The bot in local mode, on this machine."""
    async with application(settings, pipeline, catalogue, base_url="http://127.0.0.1:1", local=True) as app:
        server = TestServer(app, host="127.0.0.1")
        await server.start_server()
        yield server
        await server.close()


async def asked(server: TestServer, first: str, *headers: str, body: bytes = b"") -> tuple[int, str]:
    """Status and body of the answer to a request of these very lines."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    lines = [first, *headers, f"Content-Length: {len(body)}", "Connection: close", "", ""]
    writer.write("\r\n".join(lines).encode("latin-1") + body)
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    head, _, rest = answer.partition(b"\r\n\r\n")
    return int(head.split(b" ")[1]), rest.decode("utf-8", "replace")


@dataclass(frozen=True, kw_only=True)
class Strange(Case):
    """Lines of a request; `PORT` stands for the bot's own."""

    lines: list[str]
    status: set[int] = field(default_factory=lambda: {403})
    must: str = "403 at every door"


OWN = "Host: 127.0.0.1:PORT"
STRANGE = [
    Strange(tries="another name for this machine (DNS rebinding)", lines=["Host: evil.example:PORT"]),
    Strange(
        tries="a name that begins as this machine's address", lines=["Host: 127.0.0.1.evil.example:PORT"]
    ),
    Strange(tries="a name that begins as localhost", lines=["Host: localhost.evil.example"]),
    Strange(tries="a name that ends as localhost", lines=["Host: evil.localhost:PORT"]),
    Strange(tries="localhost with a dot after it", lines=["Host: localhost.:PORT"]),
    Strange(tries="every address (0.0.0.0)", lines=["Host: 0.0.0.0:PORT"]),
    Strange(tries="this machine in decimal", lines=["Host: 2130706433:PORT"]),
    Strange(tries="this machine mapped into IPv6", lines=["Host: [::ffff:127.0.0.1]:PORT"]),
    Strange(
        tries="this machine's address as a name before another host",
        lines=["Host: 127.0.0.1@evil.example:PORT"],
    ),
    Strange(tries="a port beyond all", lines=["Host: 127.0.0.1:99999"], status={400, 403}, must="400 or 403"),
    Strange(tries="a port in words", lines=["Host: 127.0.0.1:x"], status={400, 403}, must="400 or 403"),
    Strange(tries="a host of no length", lines=["Host: "], status={400, 403}, must="400 or 403"),
    Strange(
        tries="two hosts, this machine's first",
        lines=[OWN, "Host: evil.example"],
        status={400, 403},
        must="400 or 403",
    ),
    Strange(
        tries="two hosts, this machine's last",
        lines=["Host: evil.example", OWN],
        status={400, 403},
        must="400 or 403",
    ),
    Strange(tries="another web page", lines=[OWN, "Origin: https://evil.example"]),
    Strange(tries="a page without an origin (null)", lines=[OWN, "Origin: null"]),
    Strange(tries="a file that was opened", lines=[OWN, "Origin: file://"]),
    Strange(tries="an origin of no length", lines=[OWN, "Origin: "]),
    Strange(tries="another server of this machine", lines=[OWN, "Origin: http://127.0.0.1:1"]),
    Strange(tries="this machine by its other name", lines=[OWN, "Origin: http://localhost:PORT"]),
    Strange(tries="this very port by https", lines=[OWN, "Origin: https://127.0.0.1:PORT"]),
    Strange(
        tries="an origin that begins as the true one",
        lines=[OWN, "Origin: http://127.0.0.1:PORT.evil.example"],
    ),
    Strange(
        tries="an origin with the true one as a name",
        lines=[OWN, "Origin: http://127.0.0.1:PORT@evil.example"],
    ),
    Strange(
        tries="two origins, the true one first",
        lines=[OWN, "Origin: http://127.0.0.1:PORT", "Origin: https://evil.example"],
    ),
    Strange(
        tries="two origins, the true one last",
        lines=[OWN, "Origin: https://evil.example", "Origin: http://127.0.0.1:PORT"],
    ),
]


@pytest.mark.parametrize("case", STRANGE, ids=str)
async def test_no_other_page_or_name_reaches_local_mode(here: TestServer, case: Strange) -> None:
    lines = [line.replace("PORT", str(here.port)) for line in case.lines]
    for door in DOORS:
        status, said = await asked(here, door, *lines)
        assert status in case.status, (door, said)
        assert "token" not in said.lower()


@dataclass(frozen=True, kw_only=True)
class Address(Case):
    """Where an activity that anybody on this machine may post wants its answer."""

    url: str
    must: str = "401: it is sent to nobody"


ADDRESSES = [
    Address(tries="an answer to another machine", url="https://evil.example/"),
    Address(tries="an answer to a name before another host", url="http://127.0.0.1@evil.example/"),
    Address(tries="an answer to a name that begins as this machine", url="http://127.0.0.1.evil.example/"),
    Address(tries="an answer to an address that cannot be read", url="http://[::1"),
    Address(tries="an answer to a port beyond all", url="http://127.0.0.1:99999/"),
    Address(tries="an answer to an address with a tab", url="http://127.0.0.1\t.evil.example/"),
    Address(tries="an answer to no address", url="nonsense"),
]


@pytest.mark.parametrize("case", ADDRESSES, ids=str)
async def test_local_mode_answers_this_machine_alone(here: TestServer, case: Address) -> None:
    body = json.dumps(words(case.url, "stock")).encode()
    own = OWN.replace("PORT", str(here.port))
    door = "POST /api/messages HTTP/1.1"
    status, said = await asked(here, door, own, "Content-Type: application/json", body=body)
    assert (status, said) == (401, "The token is missing or not valid.")


@dataclass(frozen=True, kw_only=True)
class Posted(Case):
    """What a page sends in place of its words."""

    body: bytes
    kind: str = ""
    status: int = 400
    must: str = "400, and the chat goes on"


WORDS, FORM = "application/json", "multipart/form-data"
FILE = b'--x\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n%s\r\n\r\nabc\r\n--x--\r\n'
POSTED = [
    Posted(tries="100,000 lists within one another, on the chat page", body=b"[" * 100_000),
    Posted(tries="100,000 objects within one another, on the chat page", body=b'{"a":' * 100_000),
    Posted(tries="300 objects that end, on the chat page", body=b'{"a":' * 300 + b"1" + b"}" * 300),
    Posted(tries="NaN on the chat page", body=b'{"type":"message","text":NaN}'),
    Posted(tries="bytes that are no UTF-8 on the chat page", body=b"\xff\xfe\xfd"),
    Posted(tries="channelData that is no object", body=b'{"type":"message","text":"x","channelData":7}'),
    Posted(tries="a list on the chat page", body=b"[]"),
    Posted(
        tries="half of an emoji on the chat page",
        body=b'{"type":"message","text":"\\ud83d"}',
        status=200,
        must="answered",
    ),
    Posted(
        tries="a press of wrong types on the chat page",
        body=b'{"type":"message","value":{"localChatAction":{"data":{"msteams":{"type":"messageBack",'
        b'"value":5,"text":[]}},"id":5,"verb":["x"],"card":{}}}}',
        status=200,
        must="answered",
    ),
    Posted(tries="an upload with no boundary", body=b"--x\r\n", kind=FORM),
    Posted(tries="an upload that is none", body=b"nonsense", kind=f"{FORM}; boundary=x"),
    Posted(
        tries="an upload in an upload",
        body=FILE % (b"a", b"Content-Type: multipart/mixed; boundary=y"),
        kind=f"{FORM}; boundary=x",
    ),
    Posted(
        tries="an upload whose name has a line end and markup",
        body=FILE % (b'a%0d%0aSet-Cookie: x=y<script>\xff".html', b"Content-Type: text/html"),
        kind=f"{FORM}; boundary=x",
        status=200,
        must="kept, to be saved and never shown",
    ),
]


@pytest.mark.parametrize("case", POSTED, ids=str)
async def test_the_chat_page_may_send_anything(here: TestServer, case: Posted) -> None:
    """And its next words are answered."""
    base = here.make_url("/chat/directline/")
    async with aiohttp.ClientSession() as session:
        async with session.post(base.joinpath("tokens/generate")) as response:
            chat = await response.json()
        session.headers["Authorization"] = f"Bearer {chat['token']}"
        own = base.joinpath(f"conversations/{chat['conversationId']}")
        kind = {"Content-Type": case.kind or WORDS}
        door = own.joinpath("upload" if case.kind else "activities")
        async with session.post(door, data=case.body, headers=kind) as response:
            assert response.status == case.status, await response.text()
        async with session.post(
            own.joinpath("activities"), json={"type": "message", "text": "help"}
        ) as response:
            assert response.status == 200
        async with asyncio.timeout(20):
            while "fallbackText" not in (said := await _read(session, str(own.joinpath("activities")))):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        json.loads(said, parse_constant=refuse_constant)  # as a browser reads it
        for upload in re.findall(r'"contentUrl": "(/chat/uploads/[^"]+)"', said):
            async with session.get(here.make_url(upload)) as response:
                assert response.content_type == "application/octet-stream"
                assert response.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
                assert "sandbox" in response.headers["Content-Security-Policy"]
                assert "Set-Cookie" not in response.headers


async def _read(session: aiohttp.ClientSession, address: str) -> str:
    async with session.get(address) as response:
        return await response.text()


@dataclass(frozen=True, kw_only=True)
class Bound(Case):
    """Where local mode is told to listen."""

    host: str
    must: str = "it does not start"


BOUND = [
    Bound(tries="local mode at every address", host="0.0.0.0"),
    Bound(tries="local mode at every address of IPv6", host="::"),
    Bound(tries="local mode at an address of a network", host="192.168.1.10"),
    Bound(tries="local mode at a name that begins as localhost", host="localhost.example"),
    Bound(tries="local mode at this machine mapped into IPv6", host="::ffff:127.0.0.1"),
    Bound(tries="local mode at an address in decimal", host="0"),
]


@pytest.mark.parametrize("case", BOUND, ids=str)
def test_local_mode_binds_this_machine_alone(tmp_path: Path, case: Bound) -> None:
    with pytest.raises(SettingsError, match=r"127\.0\.0\.1 only"):
        settings_in(tmp_path, host=case.host).local()

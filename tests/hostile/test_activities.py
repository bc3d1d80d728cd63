"""Activities that no client sends: each is refused with its status, or answered, and never breaks the bot.

They carry a good token, so that what is tried here is what stands behind the door.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.building.opening import open_database
from bot.channel import InboundMessage
from bot.delivery.inbox import Inbox, bot_id
from bot.errors import ActivityError
from bot.settings import Settings
from bot.teams import activities as translating
from catalogue.store import Catalogue
from tests.fakes.activities import BOT, USER, activity, executed, submitted, words
from tests.fakes.microsoft import TENANT, FakeMicrosoft
from tests.hostile.cases import Case, stated
from tests.kit.bots import ADMIN, ShopBot, whole_bot
from vision.pipeline import PhotoPipeline

URL = "http://127.0.0.1/emea/"


@dataclass(frozen=True, kw_only=True)
class Request(Case):
    """A request to the bot's door, byte by byte: what stands below its first line, and its body in pieces."""

    lines: list[str]
    pieces: list[bytes]
    pause: float = 0.0
    status: set[int]


def chunked(*pieces: bytes) -> list[bytes]:
    return [*(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces), b"0\r\n\r\n"]


CHUNKED = "Transfer-Encoding: chunked"
REQUESTS = [
    Request(
        tries="a body of 300 KB whose length nobody says",
        must="413, as soon as it is too long",
        lines=[CHUNKED],
        pieces=chunked(*[b" " * 10_000] * 30),
        status={413},
    ),
    Request(
        tries="a body that comes a byte a second",
        must="408, after ten seconds",
        lines=[CHUNKED],
        pieces=chunked(*[b" "] * 40),
        pause=1.0,
        status={408},
    ),
    Request(
        tries="a length and pieces as well (request smuggling)",
        must="400",
        lines=["Content-Length: 6", CHUNKED],
        pieces=[b"0\r\n\r\nG"],
        status={400},
    ),
    Request(
        tries="two lengths",
        must="400",
        lines=["Content-Length: 2", "Content-Length: 20"],
        pieces=[b"{}"],
        status={400},
    ),
    Request(tries="a length below 0", must="400", lines=["Content-Length: -1"], pieces=[b"{}"], status={400}),
    Request(
        tries="a length with a plus", must="400", lines=["Content-Length: +2"], pieces=[b"{}"], status={400}
    ),
    Request(
        tries="a piece of a length that is none",
        must="400",
        lines=[CHUNKED],
        pieces=[b"-1\r\n{}"],
        status={400},
    ),
    Request(
        tries="a way of sending that nobody knows",
        must="400",
        lines=["Transfer-Encoding: chunked, evil"],
        pieces=chunked(b"{}"),
        status={400, 501},
    ),
    Request(
        tries="a header whose name has a blank",
        must="400",
        lines=["Content-Length : 2", "Content-Length: 2"],
        pieces=[b"{}"],
        status={400},
    ),
    Request(
        tries="a header that goes on in the next line",
        must="400",
        lines=["X-Evil: a", " b: c", "Content-Length: 2"],
        pieces=[b"{}"],
        status={400},
    ),
]


@pytest.mark.parametrize("case", REQUESTS, ids=str)
async def test_a_request_that_means_harm_is_refused(shop: ShopBot, case: Request) -> None:
    """While others are answered, and with a good token."""
    reader, writer = await asyncio.open_connection("127.0.0.1", shop.client.port)
    token = f"Authorization: Bearer {shop.cloud.token_for_bot()}"
    head = ["POST /api/messages HTTP/1.1", "Host: bot.example.com", token, "Content-Type: application/json"]
    writer.write("\r\n".join([*head, *case.lines, "", ""]).encode())

    async def send() -> None:
        for piece in case.pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(case.pause)

    sending = asyncio.create_task(send())
    assert (await shop.say("stock JEANS")).outcome == "ok"
    async with asyncio.timeout(20):
        answer = await reader.readline()
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    writer.close()
    assert int(answer.split(b" ")[1]) in case.status


WRONG: tuple[Any, ...] = (
    None,
    True,
    7,
    -1,
    1e308,
    "",
    " ",
    "x" * 5000,
    [],
    [[]],
    [None],
    {},
    {"id": {}},
    {"id": 7},
)
"""Values of every type, of which no field takes all."""


@dataclass(frozen=True, kw_only=True)
class Bent(Case):
    """A field, or several, that have a wrong value."""

    kind: str = "message"
    names: tuple[str, ...] = ()
    must: str = "taken or refused (2xx, 400, 401, 403), never a fault of the server, never an apology"


BENT = [
    Bent(tries=f"a wrong type in {name}", names=(name,))
    for name in (
        *("type", "id", "timestamp", "localTimestamp", "serviceUrl", "channelId", "from", "recipient"),
        *("conversation", "channelData", "entities", "locale", "text", "textFormat", "attachments", "value"),
        *("replyToId", "name", "action", "membersAdded"),
    )
] + [
    Bent(
        tries="a wrong type in all that is sent of a person",
        names=("from.id", "from.name", "from.aadObjectId"),
    ),
    Bent(
        tries="a wrong type in the place",
        names=("conversation.id", "conversation.conversationType", "conversation.tenantId"),
    ),
    Bent(
        tries="a wrong type in the action of a pressed button",
        kind="invoke",
        names=("value.action", "value.action.data"),
    ),
    Bent(tries="a wrong type in an invoke's value", kind="invoke", names=("value", "name")),
    Bent(
        tries="a wrong type in who was added",
        kind="conversationUpdate",
        names=("membersAdded", "recipient.id"),
    ),
    Bent(
        tries="a wrong type in an installation", kind="installationUpdate", names=("action", "conversation")
    ),
]


def bent(whole: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    name, _, rest = path.partition(".")
    inner = whole.get(name)
    changed = bent(inner if isinstance(inner, dict) else {}, rest, value) if rest else value
    return whole | {name: changed}


@pytest.mark.parametrize("case", BENT, ids=str)
async def test_a_wrong_type_is_no_fault_of_the_server(shop: ShopBot, case: Bent) -> None:
    """Every field in turn has every wrong value in turn."""
    url = shop.cloud.service_url
    if case.kind == "invoke":
        good = executed(url, {"do": "stock", "item": "JEANS"})
    elif case.kind == "message":
        good = words(url, "stock JEANS")
    else:
        good = activity(case.kind, url, membersAdded=[BOT], action="add")
    for path in case.names:
        for number, value in enumerate(WRONG):
            fresh = good | {"id": f"{path}-{number}", "conversation": shop.place()}
            said = await shop.deliver(json.dumps(bent(fresh, path, value)).encode())
            assert said.status in (200, 202, 400, 401, 403, 501), (path, value)
            assert said.outcome in ("", "ok", "fault"), (path, value, said.text)


def nested(levels: int, *, lists: bool = False) -> bytes:
    opened, closed = (b"[", b"]") if lists else (b'{"a":', b"}")
    return opened * levels + b"1" + closed * levels


def with_value(raw: bytes) -> Callable[[ShopBot], bytes]:
    """A pressed button whose data are these very bytes."""

    def make(shop: ShopBot) -> bytes:
        data = {"do": "help", "raw": "HERE"}
        whole = submitted(shop.cloud.service_url, data) | {
            "conversation": shop.place(),
            "locale": "en-US",
        }
        return json.dumps(whole).encode().replace(b'"HERE"', raw)

    return make


def typed(**fields: Any) -> Callable[[ShopBot], bytes]:
    """Something typed, with some fields replaced."""

    def make(shop: ShopBot) -> bytes:
        whole = words(shop.cloud.service_url, "stock JEANS", conversation=shop.place(), locale="en-US")
        return json.dumps(whole | fields).encode()

    return make


def spelled(change: Callable[[bytes], bytes]) -> Callable[[ShopBot], bytes]:
    """A good activity whose bytes are changed."""
    return lambda shop: change(typed()(shop))


def at(conversation: str) -> Callable[[ShopBot], bytes]:
    return typed(conversation={"conversationType": "personal", "tenantId": TENANT, "id": conversation})


def twice(name: str, first: Any) -> Callable[[ShopBot], bytes]:
    """A key that stands there twice; the true value comes last."""
    return spelled(lambda whole: b'{"%s": %s, ' % (name.encode(), json.dumps(first).encode()) + whole[1:])


@dataclass(frozen=True, kw_only=True)
class Body(Case):
    """A body, and what the request must be answered."""

    make: Callable[[ShopBot], bytes]
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    says: str = ""
    """What must stand in the answer."""


BODIES = [
    # JSON that is none, or hardly
    Body(
        tries="10,000 lists within one another",
        must="400",
        make=with_value(nested(10_000, lists=True)),
        status=400,
    ),
    Body(tries="10,000 objects within one another", must="400", make=with_value(nested(10_000)), status=400),
    Body(tries="900 objects within one another", must="400", make=with_value(nested(900)), status=400),
    Body(
        tries="300 objects within one another",
        must="400: no note can keep them",
        make=with_value(nested(300)),
        status=400,
    ),
    Body(
        tries="50 objects within one another",
        must="answered",
        make=with_value(nested(50)),
        status=202,
        says="photo",
    ),
    Body(tries="NaN", must="400: it is no JSON", make=with_value(b"NaN"), status=400),
    Body(tries="-Infinity", must="400: it is no JSON", make=with_value(b"-Infinity"), status=400),
    Body(
        tries="a number beyond all floats (1e999)",
        must="answered",
        make=with_value(b"1e999"),
        status=202,
        says="photo",
    ),
    Body(
        tries="an integer of 4,000 digits",
        must="answered",
        make=with_value(b"9" * 4000),
        status=202,
        says="photo",
    ),
    Body(tries="an integer of 5,000 digits", must="400", make=with_value(b"9" * 5000), status=400),
    Body(tries="a comment", must="400", make=spelled(lambda b: b"/* */" + b), status=400),
    Body(tries="a comma too many", must="400", make=spelled(lambda b: b[:-1] + b",}"), status=400),
    Body(tries="two activities, one after the other", must="400", make=spelled(lambda b: b + b), status=400),
    Body(tries="a list of activities", must="400", make=spelled(lambda b: b"[" + b + b"]"), status=400),
    Body(
        tries="an activity in a string",
        must="400",
        make=spelled(lambda b: json.dumps(b.decode()).encode()),
        status=400,
    ),
    Body(
        tries="a form in place of JSON",
        must="400",
        make=lambda shop: b"type=message&text=stock",
        status=400,
    ),
    Body(
        tries="XML in place of JSON",
        must="400",
        make=lambda shop: b"<?xml version='1.0'?><a/>",
        status=400,
    ),
    Body(tries="blanks only", must="400", make=lambda shop: b" \n\t", status=400),
    # Encodings
    Body(
        tries="bytes that are no UTF-8",
        must="400",
        make=spelled(lambda b: b.replace(b"JEANS", b"\xff\xfe\xfa")),
        status=400,
    ),
    Body(
        tries="a character cut in half",
        must="400",
        make=spelled(lambda b: b.replace(b"JEANS", b"\xe2\x82")),
        status=400,
    ),
    Body(
        tries="UTF-16",
        must="answered, as JSON may be",
        make=spelled(lambda b: b.decode().encode("utf-16")),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="a mark of byte order",
        must="taken or refused",
        make=spelled(lambda b: b"\xef\xbb\xbf" + b),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="half of an emoji in the text",
        must="answered",
        make=typed(text="stock JEANS \ud83d"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="half of an emoji in a name",
        must="answered",
        make=typed(**{"from": USER | {"name": "\udfff"}}),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="half of an emoji in a conversation's id",
        must="answered there",
        make=at("a:\ud83d"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="half of an emoji as a key",
        must="answered",
        make=with_value(b'{"\\ud83d": 1}'),
        status=202,
        says="photo",
    ),
    Body(tries="NUL in the text", must="answered", make=typed(text="stock JEANS\0"), status=202),
    Body(
        tries="NUL in a name",
        must="answered",
        make=typed(**{"from": USER | {"name": "a\0b"}}),
        status=202,
        says="JEANS",
    ),
    # What the request says of itself
    Body(tries="text/plain", must="415", make=typed(), status=415, headers={"Content-Type": "text/plain"}),
    Body(
        tries="application/json-evil",
        must="415",
        make=typed(),
        status=415,
        headers={"Content-Type": "application/json-evil"},
    ),
    Body(
        tries="a content type of two",
        must="415",
        make=typed(),
        status=415,
        headers={"Content-Type": "application/json, text/html"},
    ),
    Body(
        tries="a charset that there is not",
        must="answered: JSON has its own",
        make=typed(),
        status=202,
        headers={"Content-Type": "application/json; charset=evil"},
        says="JEANS",
    ),
    Body(
        tries="a body packed by gzip that unpacks to 100 MB",
        must="413, before it is unpacked whole",
        make=lambda shop: gzip.compress(bytes(100 << 20), 1),
        status=413,
        headers={"Content-Encoding": "gzip"},
    ),
    Body(
        tries="a body packed by deflate that unpacks to 100 MB",
        must="413",
        make=lambda shop: zlib.compress(bytes(100 << 20), 1),
        status=413,
        headers={"Content-Encoding": "deflate"},
    ),
    Body(
        tries="a body that says gzip and is none",
        must="400",
        make=typed(),
        status=400,
        headers={"Content-Encoding": "gzip"},
    ),
    Body(
        tries="a packed body that is cut off",
        must="400",
        make=spelled(lambda b: gzip.compress(b)[:-20]),
        status=400,
        headers={"Content-Encoding": "gzip"},
    ),
    Body(tries="a body of 255 KB in one string", must="answered", make=typed(text="x" * 255_000), status=202),
    Body(tries="a body of 300 KB", must="413", make=typed(text="x" * 300_000), status=413),
    # Keys twice
    Body(
        tries="serviceUrl twice, another's first",
        must="answered at the one that the token vouches for",
        make=twice("serviceUrl", "https://evil.example/"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="serviceUrl twice, another's last",
        must="401",
        make=spelled(lambda b: b[:-1] + b', "serviceUrl": "https://evil.example/"}'),
        status=401,
    ),
    Body(
        tries="serviceUrl in another spelling beside the true one",
        must="not looked at",
        make=typed(ServiceUrl="https://evil.example/"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="type twice",
        must="the last counts, for all that look",
        make=twice("type", "invoke"),
        status=202,
        says="JEANS",
    ),
    # Ids
    Body(tries="a conversation's id with a line end", must="400", make=at("a:1\nb"), status=400),
    Body(
        tries="a conversation's id with a return and a header",
        must="400",
        make=at("a:1\r\nX-Evil: 1"),
        status=400,
    ),
    Body(
        tries="a conversation's id with NUL",
        must="answered as if it were another sign",
        make=at("a:1\0"),
        status=202,
        says="JEANS",
    ),
    Body(tries="a conversation's id with a mark of direction", must="400", make=at("a:1\u202e"), status=400),
    Body(tries="an activity's id with a line end", must="400", make=typed(id="1\n2"), status=400),
    Body(
        tries="a sender's id with a line end",
        must="400",
        make=typed(**{"from": USER | {"id": "29:a\nb"}}),
        status=400,
    ),
    Body(
        tries="a conversation's id that is SQL",
        must="answered there",
        make=at("a:1'; DROP TABLE note; --"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="a conversation's id that is a path",
        must="answered there and nowhere else",
        make=at("../../../v3/attachments/x"),
        status=202,
    ),
    Body(
        tries="a conversation's id with a query and a fragment",
        must="answered there and nowhere else",
        make=at("a:1?x=1#y"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="a conversation's id with percent signs",
        must="answered there",
        make=at("a:1%2F..%2F%00%zz"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="a conversation's id with format signs",
        must="answered there",
        make=at("a:1 $x %s %(x)s"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="a conversation's id of 2,000 signs",
        must="answered there",
        make=at("a:" + "x" * 2000),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="an activity's id that is negative",
        must="answered",
        make=typed(id="-1"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="an activity's id of 100,000 signs",
        must="answered",
        make=typed(id="1" * 100_000),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="an activity's id that is a number",
        must="answered, as if it had none",
        make=typed(id=-7),
        status=202,
        says="JEANS",
    ),
    # Times and languages
    Body(
        tries="a time of no zone",
        must="answered",
        make=typed(timestamp="2026-03-02T08:15:30"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="a time in the year 1",
        must="answered",
        make=typed(timestamp="0001-01-01T00:00:00+14:00"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="a time in the year 9999",
        must="answered",
        make=typed(timestamp="9999-12-31T23:59:59-14:00"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="a time that there is not",
        must="answered",
        make=typed(timestamp="2026-02-30T25:61:61Z"),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="a language of 100,000 signs",
        must="answered in English, on a card of usual size",
        make=typed(locale="de-" + "x" * 100_000),
        status=202,
        says='"lang": "en"',
    ),
    Body(
        tries="a language that is a path",
        must="answered in English",
        make=typed(locale="de/../../../etc/passwd"),
        status=202,
        says='"lang": "en"',
    ),
    Body(
        tries="a language with markup",
        must="answered in English",
        make=typed(locale="de-<script>"),
        status=202,
        says='"lang": "en"',
    ),
    Body(
        tries="a language that nobody speaks",
        must="answered in English",
        make=typed(locale="xx-YY"),
        status=202,
        says='"lang": "en"',
    ),
    Body(
        tries="a language with a region that there is not",
        must="answered in German",
        make=typed(locale="de-ZZ"),
        status=202,
        says='"lang": "de-ZZ"',
    ),
    # Mentions and tags
    Body(
        tries="40,000 mention tags that never end",
        must="answered within seconds",
        make=typed(text="stock JEANS " + "<at " * 40_000),
        status=202,
    ),
    Body(
        tries="40,000 mention tags that end",
        must="answered",
        make=typed(text="stock JEANS " + "</at>" * 40_000),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="1,000 mentions of the bot",
        must="answered",
        make=typed(entities=[{"type": "mention", "mentioned": BOT, "text": "<at>Hangtag</at>"}] * 1000),
        status=202,
        says="JEANS",
    ),
    Body(
        tries="a mention whose text is the whole question",
        must="nothing is left to answer, kindly",
        make=typed(entities=[{"type": "mention", "mentioned": BOT, "text": "stock JEANS"}]),
        status=202,
    ),
    Body(
        tries="1,000 attachments that are no pictures",
        must="answered",
        make=typed(attachments=[{"contentType": "text/html", "content": "<p>"}] * 1000),
        status=202,
        says="JEANS",
    ),
    # Another sender
    Body(
        tries="a name that says admin",
        must="refused: a role comes from Entra's id",
        make=typed(text="catalogue status", **{"from": USER | {"name": f"admin {ADMIN}", "role": "admin"}}),
        status=202,
        says="admin",
    ),
    Body(
        tries="an admin's object id in the data beside one's own",
        must="refused",
        make=lambda shop: json.dumps(
            submitted(
                shop.cloud.service_url,
                {
                    "do": "catalogue-repair",
                    "aadObjectId": ADMIN,
                    "role": "admin",
                    "from": {"aadObjectId": ADMIN},
                },
            )
            | {"conversation": shop.place(), "locale": "en-US"}
        ).encode(),
        status=202,
        says="work here. It was made for another person",
    ),
    Body(
        tries="an admin's object id in a list",
        must="refused",
        make=typed(text="catalogue status", **{"from": USER | {"aadObjectId": [ADMIN]}}),
        status=202,
        says="signed in",
    ),
    Body(
        tries="an admin's object id with a blank after it",
        must="refused",
        make=typed(text="catalogue status", **{"from": USER | {"aadObjectId": f"{ADMIN} "}}),
        status=202,
        says="Only",
    ),
    Body(
        tries="no object id, and an id that is the admin's",
        must="refused",
        make=typed(text="catalogue status", **{"from": {"id": ADMIN, "name": "A"}}),
        status=202,
        says="signed in",
    ),
    Body(
        tries="an admin of another tenant",
        must="403",
        make=typed(
            text="catalogue status",
            **{"from": USER | {"aadObjectId": ADMIN}},
            channelData={"tenant": {"id": "11111111-2222-4333-8444-555555555555"}},
        ),
        status=403,
    ),
    Body(
        tries="an admin's word in a group",
        must="refused: the catalogue is kept in personal chats",
        make=typed(
            text="catalogue status",
            **{"from": USER | {"aadObjectId": ADMIN}},
            conversation={
                "conversationType": "channel",
                "isGroup": True,
                "tenantId": TENANT,
                "id": "19:x@thread.tacv2",
            },
        ),
        status=202,
        says="personal",
    ),
]


@pytest.mark.parametrize("case", BODIES, ids=str)
async def test_a_strange_activity_has_its_status_and_its_answer(shop: ShopBot, case: Body) -> None:
    """Within seconds, and with no apology."""
    body = case.make(shop)
    began = time.process_time()
    said = await shop.deliver(body, **case.headers)
    assert time.process_time() - began < 5
    assert said.status == case.status
    assert said.outcome in ("", "ok", "fault"), said.text
    assert case.says in said.text
    assert len(said.text) < 80_000
    assert all(one.path.startswith("/emea/v3/conversations/") for one in shop.cloud.delivered)


@stated("an id that runs into the next field of a delivery's name", "two messages are never taken for one")
def test_no_two_messages_share_a_delivery() -> None:
    """The name of a delivery is made of lines, and no part of it can hold a line end."""
    first = {"conversation": {"id": "c\nmessage\n1"}, "id": "2"}
    second = {"conversation": {"id": "c"}, "id": "1\nmessage\n2"}
    for fields in (first, second):
        with pytest.raises(ActivityError, match="cannot be printed"):
            translating.inbound(words(URL, "stock", **fields))


@stated("a time of no zone beside one with a zone, and then a restart", "the bot starts and answers both")
async def test_a_time_of_no_zone_does_not_keep_the_bot_from_starting(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> None:
    """Regression: unanswered messages are sorted by their times, which could not be compared."""
    with open_database(settings) as database:
        kept = Inbox(database.notes, bot=bot_id(settings.home))
        for when in ("2026-03-02T08:15:30", "2026-03-02T08:15:30Z", "nonsense"):
            left = translating.inbound(words(URL, "help", timestamp=when))
            assert isinstance(left, InboundMessage)
            assert kept.first(left)
            kept.sent(left, 1)  # its one reply went out before the stop
        times = [one.message.sent_at for one in kept.unanswered()]
        assert times == [datetime(2026, 3, 2, 8, 15, 30, tzinfo=UTC)] * 2 + [None]
    async with whole_bot(settings, pipeline, catalogue, cloud) as shop:
        assert (await shop.say("stock JEANS")).outcome == "ok"

"""Events on their way to real servers: signed, repeated, in order, and never in anybody's way."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

from bot.errors import UserError
from bot.fetching.network import PublicResolver, open_session
from bot.hooks.addresses import HookAddresses
from bot.hooks.sender import PAUSES, HookSender
from bot.hooks.signing import headers, new_secret
from catalogue.database import Database
from catalogue.events import EventKind, EventState, Subscription
from catalogue.items import Item, StockLevel, Variant
from catalogue.movements import Worker
from tests.kit.api import ApiClient
from tests.kit.bots import ShopBot
from tests.kit.hooks import HookServer, hook_server
from tests.kit.stores import database_of

ANN = Worker("ann", "Ann")
SKUS = ("A-1", "B-1", "C-1")


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.ahead = timedelta(seconds=1)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Three SKUs with 50 pieces each."""
    items = [
        Item(sku[0], sku, variants=(Variant(sku, "", None, (StockLevel("Hall", 50, 0, datetime.now(UTC)),)),))
        for sku in SKUS
    ]
    with database_of(request, tmp_path, *items) as opened:
        yield opened


@asynccontextmanager
async def sender(
    database: Database, clock: Clock | None = None, *, loopback: bool = True, **options: Any
) -> AsyncIterator[HookSender]:
    async with open_session(allow_loopback=loopback, limit=200) as session:
        addresses = HookAddresses(allow_loopback=loopback)
        one = HookSender(database.events, session, addresses, clock=clock or Clock(), **options)
        try:
            yield one
        finally:
            await one.close()


async def once(sending: HookSender) -> None:
    """One look at the queue, with all that comes of it."""
    await sending.begin_due()
    await sending.settle()


def subscribe(database: Database, hook: HookServer, *kinds: EventKind, **options: Any) -> Subscription:
    return database.events.subscribe(hook.url, new_secret(), kinds or [EventKind.MOVEMENT], **options)


def count(database: Database, sku: str, pieces: int) -> None:
    database.movements.count(sku, "Hall", pieces, by=ANN)


async def test_an_event_is_signed_and_taken_once(database: Database) -> None:
    async with hook_server() as hook, sender(database) as sending:
        subscription = subscribe(database, hook)
        count(database, "A-1", 40)
        await once(sending)
        await once(sending)
        [came] = hook.came
        assert came.signed_with(subscription.secret)
        assert not came.signed_with(new_secret())
        assert abs(int(came.headers["webhook-timestamp"]) - time.time()) < 60
        assert (came.data["sku"], came.data["quantity"]) == ("A-1", 40)
        [event] = database.events.log()
        assert (event.state, event.answer, event.message) == (EventState.DELIVERED, "HTTP 200", came.id)


def test_the_signature_is_that_of_the_specification() -> None:
    """The example of Standard Webhooks' specification."""
    body = b'{"event_type":"ping","data":{"success":true}}'
    at = datetime.fromtimestamp(1731705121, UTC)
    signed = headers("whsec_plJ3nmyCDGBKInavdOK15jsl", "msg_loFOjxBNrRLzqYUf", at, body)
    assert signed["webhook-signature"] == "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="


async def test_a_hook_that_fails_gets_it_again_later_under_the_same_id(database: Database) -> None:
    clock = Clock()
    async with hook_server(statuses=[500]) as hook, sender(database, clock) as sending:
        subscribe(database, hook)
        count(database, "A-1", 40)
        await once(sending)
        await once(sending)
        assert len(hook.came) == 1  # not before its pause is over
        clock.ahead += timedelta(seconds=PAUSES[0] + 1)
        await once(sending)
        first, second = hook.came
        assert first.id == second.id
        assert first.body == second.body
        assert int(second.headers["webhook-timestamp"]) > int(first.headers["webhook-timestamp"])
        assert database.events.log()[0].state is EventState.DELIVERED


async def test_after_a_day_of_attempts_it_is_given_up_and_a_clock_that_leaps_gives_nothing_up(
    database: Database,
) -> None:
    assert 23.5 * 3600 < sum(PAUSES) < 26 * 3600
    clock, outcomes = Clock(), Counter[str]()
    async with (
        hook_server(statuses=[500] * 100) as hook,
        sender(database, clock, observe=lambda outcome: outcomes.update([outcome])) as sending,
    ):
        subscribe(database, hook)
        count(database, "A-1", 40)
        clock.ahead += timedelta(days=800)
        await once(sending)
        assert database.events.log()[0].state is EventState.WAITING
        clock.ahead -= timedelta(days=800)  # and back: what was written meanwhile holds nothing up
        for pause in PAUSES:
            clock.ahead += timedelta(seconds=pause + 1)
            await once(sending)
        [event] = database.events.log()
        assert (event.state, event.attempts) == (EventState.GIVEN_UP, len(PAUSES) + 1)
        assert outcomes == {"failed": len(PAUSES), "given-up": 1}
        hook.statuses.clear()
        count(database, "A-1", 41)
        await once(sending)
        assert database.events.log()[0].state is EventState.DELIVERED


async def test_the_order_of_a_sku_is_kept_whatever_fails(database: Database) -> None:
    clock = Clock()
    async with hook_server(statuses=[500, 200, 503, 200, 500]) as hook, sender(database, clock) as sending:
        subscribe(database, hook)
        for pieces in range(6):
            for sku in SKUS:
                count(database, sku, pieces)
        for _ in range(40):
            await once(sending)
            clock.ahead += timedelta(seconds=40)
        taken: dict[str, list[int]] = {sku: [] for sku in SKUS}
        for came in hook.came:
            if came.status == 200:
                taken[came.data["sku"]].append(came.data["quantity"])
        assert taken == {sku: list(range(6)) for sku in SKUS}
        assert {event.state for event in database.events.log()} == {EventState.DELIVERED}


async def test_a_hook_that_hangs_holds_up_no_other_and_no_movement(database: Database) -> None:
    async with (
        hook_server(hang=True) as hanging,
        hook_server() as quick,
        sender(database, seconds=0.5) as sending,
    ):
        subscribe(database, hanging)
        subscribe(database, quick)
        began = time.monotonic()
        for pieces in range(5):
            for sku in SKUS:
                count(database, sku, pieces)
        assert time.monotonic() - began < 10
        for _ in range(40):
            await sending.begin_due()
            await asyncio.sleep(0.05)
            if len(quick.came) == 15:
                break
        assert len(quick.came) == 15
        await sending.settle()
        answers = {
            event.answer for event in database.events.log() if event.attempts and event.state == "waiting"
        }
        assert answers == {"too slow"}
        assert hanging.most_at_once <= 4


async def test_a_redirect_is_not_followed_wherever_it_leads(database: Database) -> None:
    async with hook_server(statuses=[302, 307]) as hook, hook_server() as inner, sender(database) as sending:
        hook.location = inner.url
        subscribe(database, hook)
        count(database, "A-1", 40)
        count(database, "B-1", 40)
        await once(sending)
        assert len(hook.came) == 2
        assert inner.came == []
        assert {event.answer for event in database.events.log()} == {"HTTP 302", "HTTP 307"}


async def test_of_several_bots_on_one_database_one_sends_an_event_at_a_time(database: Database) -> None:
    async with hook_server() as hook, sender(database) as first, sender(database) as second:
        subscribe(database, hook)
        for pieces in range(8):
            for sku in SKUS:
                count(database, sku, pieces)
        for _ in range(30):
            await asyncio.gather(once(first), once(second))
        assert Counter(Counter(came.id for came in hook.came).values()) == {1: 24}
        for sku in SKUS:
            assert [came.data["quantity"] for came in hook.came if came.data["sku"] == sku] == list(range(8))


async def test_what_a_stop_cuts_off_is_sent_by_the_next_bot(database: Database) -> None:
    async with hook_server(hang=True) as hook:
        async with sender(database) as stopped:
            subscribe(database, hook)
            count(database, "A-1", 40)
            await stopped.begin_due()
            async with asyncio.timeout(10):
                while not hook.came:  # noqa: ASYNC110 - the server has no other signal
                    await asyncio.sleep(0.01)
        assert hook.hang is not None
        hook.hang.set()
        async with sender(database) as following:
            await once(following)
        assert [came.id for came in hook.came] == [database.events.log()[0].message] * 2
        assert database.events.log()[0].state is EventState.DELIVERED


async def test_an_address_that_is_no_longer_allowed_gets_nothing(database: Database) -> None:
    async with hook_server() as hook, sender(database, loopback=False) as sending:
        subscribe(database, hook)
        count(database, "A-1", 40)
        await once(sending)
        assert hook.came == []
        assert database.events.log()[0].answer == "address not allowed"


def test_a_listed_host_of_the_own_network_may_be_a_hook() -> None:
    addresses = HookAddresses(["erp.internal", "10.0.0.5"])
    for address in ("http://erp.internal:8080/x", "http://10.0.0.5/", "https://erp.example.com/x?y=z"):
        assert str(addresses.parsed(address)) == address
    with pytest.raises(UserError):
        addresses.parsed("http://10.0.0.6/")


class _Inner(AbstractResolver):
    async def resolve(self, host: str, port: int = 0, family: Any = 0) -> list[ResolveResult]:
        return await DefaultResolver().resolve("10.0.0.5", port, family)

    async def close(self) -> None:
        pass


async def test_a_name_that_leads_into_the_own_network_is_reached_if_it_is_listed() -> None:
    strict = PublicResolver(_Inner())
    with pytest.raises(OSError, match="no public address"):
        await strict.resolve("erp.internal", 80)
    listed = PublicResolver(_Inner(), inner_hosts=["erp.internal"])
    assert [one["host"] for one in await listed.resolve("erp.internal", 80)] == ["10.0.0.5"]
    with pytest.raises(OSError, match="no public address"):
        await listed.resolve("other.internal", 80)


async def test_a_whole_bot_tells_of_low_stock(shop: ShopBot) -> None:
    async with hook_server() as hook:
        subscription = shop.catalogue.events.subscribe(
            hook.url, new_secret(), [EventKind.LOW_STOCK], below=9, location="Hall A"
        )
        api = ApiClient(shop)
        reply = await api.order(kind="count", sku="TEE-RED-S", location="Hall A", on_hand=3)
        assert reply.status == 201
        async with asyncio.timeout(20):
            while not hook.came:  # noqa: ASYNC110 - the server has no other signal
                await asyncio.sleep(0.05)
        assert hook.came[0].data["sku"] == "TEE-RED-S"
        async with shop.client.get("/metrics") as page:
            assert 'hangtag_hook_attempts_total{outcome="delivered"} 1.0' in await page.text()
        shop.catalogue.events.unsubscribe(subscription.id)

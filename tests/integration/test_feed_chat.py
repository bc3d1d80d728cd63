"""Feeds of a running bot: they run by themselves, and admins are told what needs them, once."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from catalogue.modes import State
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.bots import ShopBot, settings_in, whole_bot
from tests.kit.feeds import FedShop, counts, shop_rows, stock_file
from vision.pipeline import PhotoPipeline

ADMIN = activities.USER["aadObjectId"]
SKUS = 40
SOON = timedelta(seconds=0.2)
"""How often the feeds here run."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "home", admins=ADMIN)


@pytest.fixture
def catalogue(empty_catalogue: Catalogue) -> Catalogue:
    empty_catalogue.import_batch(shop_rows(SKUS), lambda files: pytest.fail("no pictures"), name="shop.csv")
    return empty_catalogue


@pytest.fixture
def fed(catalogue: Catalogue, tmp_path: Path) -> FedShop:
    shop = FedShop(catalogue, tmp_path / "wms")
    shop.put(stock_file(counts(SKUS)), age=600)
    shop.add(every=SOON)
    return shop


@pytest.fixture
async def shop(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> AsyncIterator[ShopBot]:
    async with whole_bot(settings, pipeline, catalogue, cloud, feed_seconds=0.05) as running:
        yield running


async def greet(shop: ShopBot) -> None:
    """The admin writes to the bot, which knows from then on where to write to them."""
    hello = activities.words(shop.cloud.service_url, "help", attachments=[])
    whole = hello | {"locale": "en-US"}
    assert (await shop.deliver(json.dumps(whole).encode())).outcome == "ok"


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110 - neither SQL nor the fake cloud tells anybody
            await asyncio.sleep(0.02)


def telling(cloud: FakeMicrosoft, words: str) -> list[str]:
    """The messages that stand in the chat and say so."""
    return [name for name, one in cloud.messages.items() if words in json.dumps(one, ensure_ascii=False)]


async def press(shop: ShopBot, card: str, title: str) -> None:
    content = shop.cloud.messages[card]["attachments"][0]["content"]
    (button,) = [one for one in content["actions"] if one["title"] == title]
    pressed = activities.executed(shop.cloud.service_url, button["data"], button["verb"])
    answer = await shop.deliver(json.dumps(pressed | {"replyToId": card, "locale": "en-US"}).encode())
    assert answer.outcome == "ok"


async def test_stock_comes_by_itself_and_says_from_where_it_is(shop: ShopBot, fed: FedShop) -> None:
    fed.put(stock_file(counts(SKUS, S_1=7)), age=240)
    await until(lambda: fed.on_hand("S-1") == 7)
    answer = await shop.say("S-1")
    assert "WMS, 4 min. ago: older than it should be" in answer.text  # its promise is under a second
    async with shop.client.get("/metrics") as response:
        page = await response.text()
    age = next(float(line.split()[-1]) for line in page.splitlines() if 'age_seconds{feed="WMS"}' in line)
    assert 240 <= age < 300
    assert 'hangtag_feed_failures{feed="WMS"} 0.0' in page


async def test_a_batch_beyond_the_limits_is_shown_to_the_admin_who_applies_it(
    shop: ShopBot, fed: FedShop
) -> None:
    await greet(shop)
    fed.put(stock_file(counts(SKUS, on_hand=0)))
    await until(lambda: bool(telling(shop.cloud, "didn’t apply this by itself")))
    (card,) = telling(shop.cloud, "didn’t apply this by itself")
    said = json.dumps(shop.cloud.messages[card], ensure_ascii=False)
    assert "40 of 40 SKUs in stock would fall to 0" in said
    fed.put(stock_file(counts(SKUS, on_hand=0, S_1=1)), age=30)
    await until(lambda: "Batch 3 would" in json.dumps(shop.cloud.messages[card]))
    assert len(telling(shop.cloud, "by itself")) == 1  # the newer one took its place
    await press(shop, card, "Apply")
    await until(lambda: fed.on_hand("S-2") == 0)
    await until(lambda: "Batch 3 was applied" in json.dumps(shop.cloud.messages[card]))
    assert fed.on_hand("S-1") == 1
    history = await shop.say("catalogue history", **{"from": activities.USER})
    assert "feed WMS" in history.text


async def test_a_feed_that_fails_three_times_is_told_once(
    shop: ShopBot, fed: FedShop, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    await greet(shop)
    fed.put("")
    await until(lambda: fed.feed().state.failures >= 6)
    await until(lambda: bool(telling(shop.cloud, "times in a row")))
    assert len(telling(shop.cloud, "times in a row")) == 1
    assert "The source sent an empty file." in json.dumps(shop.cloud.messages)
    assert fed.on_hand("S-1") == 5
    assert "the feed WMS failed (1 in a row): The source sent an empty file." in caplog.messages
    fed.put(stock_file(counts(SKUS)))
    await until(lambda: fed.feed().state.failures == 0)
    fed.put("")
    await until(lambda: len(telling(shop.cloud, "times in a row")) == 2)


async def test_an_admin_asks_how_feeds_stand_and_others_do_not(shop: ShopBot, fed: FedShop) -> None:
    fed.put(stock_file(counts(SKUS)), age=240)
    await until(lambda: fed.feed().state.as_of is not None)
    for asked in ("catalogue feeds", "catalogue status"):
        answer = await shop.say(asked, **{"from": activities.USER})
        assert "WMS" in answer.text
        assert "Later than promised: 4 min. ago" in answer.text
        refused = await shop.say(asked, **{"from": activities.USER | {"aadObjectId": ADMIN[:-1] + "0"}})
        assert "WMS" not in refused.text


async def test_of_two_bots_on_one_database_one_runs_a_feed_and_one_tells_of_it(
    shop: ShopBot,
    fed: FedShop,
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    tmp_path: Path,
) -> None:
    other: dict[str, Any] = {"home": tmp_path / "other"}
    other["home"].mkdir()
    (other["home"] / "media.key").write_bytes((settings.home / "media.key").read_bytes())
    second = settings.model_copy(update=other)
    async with whole_bot(second, pipeline, catalogue, shop.cloud, feed_seconds=0.05):
        await greet(shop)
        for number in range(4):
            fed.put(stock_file(counts(SKUS, S_1=10 + number)), age=60 - 10 * number)
            await until(lambda number=number: fed.on_hand("S-1") == 10 + number)  # type: ignore[misc]
        applied = catalogue.ledger.latest(states=[State.APPLIED])
        assert len([record for record in applied if record.feed]) == 4
        fed.put(stock_file(counts(SKUS, on_hand=0)), age=10)
        await until(lambda: bool(telling(shop.cloud, "didn’t apply this by itself")))
        await asyncio.sleep(0.5)
        assert len(telling(shop.cloud, "by itself")) == 1

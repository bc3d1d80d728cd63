"""Digests: for supervisors who asked, in the morning, with what happened and nothing that was undone."""

from __future__ import annotations

import asyncio
import base64
import io
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from PIL import Image
from typer.testing import CliRunner

from bot.__main__ import app
from bot.errors import ForbiddenError
from bot.links.charts import chart_route
from bot.locales import words_for
from bot.state.people import Colleague, Role
from catalogue.database import NewIntake
from catalogue.movements import Worker
from tests.kit.floor import AT, CHARTS, Floor, floor_of, place_of, shop
from tests.kit.people import ANN, BEN
from tests.kit.stores import open_database

BY = Worker("ann", "Ann")


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    with open_database(tmp_path, *shop(), name="hangtag.sqlite3") as database, floor_of(database) as opened:
        yield opened


def a_day(floor: Floor) -> None:
    """Something of everything, and a delivery that was undone."""
    movements = floor.database.movements
    movements.receive("BAG1", "Hall B", 12, note="Lee", by=BY)
    movements.undo(movements.receive("MH01-L", "Hall B", 99, by=BY).id, by=BY)
    movements.issue("MH01-M", "Hall A", 4, by=BY)  # 6 were free
    movements.issue("MH01-S", "Hall A", 2, by=BY)  # 4 were free, and then there are more again
    movements.receive("MH01-S", "Hall A", 5, by=BY)
    floor.database.intakes.add(NewIntake("look", "p", "c", None, "ann", "Ann", "a:1"))


def monday(hour: int) -> datetime:
    """The next Monday, so that what happens now was in the week before it."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return today + timedelta(days=7 - today.weekday(), hours=hour)


async def look(floor: Floor, now: datetime) -> list[str]:
    before = len(floor.channel.sent)
    await floor.digests.look(lambda person: floor.channel, now=now)
    return [str(one.reply.card) for one in floor.channel.sent[before:]]


async def test_a_digest_has_what_happened_and_nothing_that_was_undone(floor: Floor) -> None:
    a_day(floor)
    card = str((await floor.say("digest")).card)
    for part in (
        "Ran low: 1",
        "MH01-M at Hall A: 2",
        "Pieces received: 17",
        "BAG1: 12; MH01-S: 5",
        "Pieces issued: 6",
        "registered as new: 1",
        "nobody has said yet",
    ):
        assert part in card
    assert "MH01-L" not in card


async def test_a_chart_stands_above_the_figures_with_words_for_who_does_not_see_it(floor: Floor) -> None:
    assert "Image" not in str((await floor.say("digest")).card)  # nothing to draw yet
    a_day(floor)
    floor.words = words_for("it")
    card = (await floor.say("digest")).card
    assert card is not None
    picture = card["body"][1]
    assert picture["type"] == "Image"
    assert picture["altText"] == (
        "Grafico a barre delle cifre qui sotto. Pezzi ricevuti: 17; Quasi finiti: 1"
    )
    async with fetched(picture["url"]) as response:
        assert response.content_type == "image/png"
        assert response.status == 200


@asynccontextmanager
async def fetched(address: str) -> AsyncIterator[ClientResponse]:
    """What a client gets that draws the card."""
    app = web.Application()
    app.add_routes([chart_route(CHARTS)])
    async with (
        TestClient(TestServer(app, host="127.0.0.1")) as client,
        client.get(address[len(AT) :]) as response,
    ):
        yield response


async def test_nobody_gets_one_who_has_not_asked_or_may_not(floor: Floor) -> None:
    assert await look(floor, monday(9)) == []
    with pytest.raises(ForbiddenError, match="Only a supervisor can get the digest"):
        await floor.say("digest daily", BEN)


async def test_a_daily_one_comes_each_morning_once(floor: Floor) -> None:
    a_day(floor)
    assert (await floor.say("digest daily")).text == "You get a digest every morning."
    tomorrow = datetime.now(UTC).replace(hour=0, minute=0) + timedelta(days=1)
    assert await look(floor, tomorrow.replace(hour=6)) == []  # it is quiet yet
    [card] = await look(floor, tomorrow.replace(hour=8))
    assert "Pieces received: 17" in card
    assert floor.channel.sent[-1].place == place_of(ANN)
    assert await look(floor, tomorrow.replace(hour=12)) == []
    [card] = await look(floor, tomorrow + timedelta(days=1, hours=9))
    assert "Pieces received: 0" in card
    await floor.say("digest off")
    assert await look(floor, tomorrow + timedelta(days=2, hours=9)) == []


async def test_a_weekly_one_comes_on_mondays(floor: Floor) -> None:
    a_day(floor)
    assert (await floor.say("digest wöchentlich")).text == "You get a digest every Monday morning."
    assert await look(floor, monday(9) + timedelta(days=1)) == []
    [card] = await look(floor, monday(9))
    assert "Pieces received: 17" in card


async def test_two_bots_send_one(floor: Floor) -> None:
    await floor.say("digest weekly")
    with floor_of(floor.database) as other:
        looks = (one.digests.look(lambda person: floor.channel, now=monday(9)) for one in (floor, other) * 3)
        await asyncio.gather(*looks)
    assert len(floor.channel.sent) == 1


async def test_who_is_no_supervisor_any_more_gets_none(floor: Floor) -> None:
    await floor.say("digest weekly")
    floor.people.give(Colleague(ANN.object_id or "", "Ann"), Role.WORKER, floor.message("x"))
    assert await look(floor, monday(9)) == []
    floor.people.give(Colleague(ANN.object_id or "", "Ann"), Role.SUPERVISOR, floor.message("x"))
    assert await look(floor, monday(9)) == []  # it would have to be asked for again


def test_the_page_has_the_same(floor: Floor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_day(floor)
    monkeypatch.setenv("HANGTAG_HOME", str(tmp_path))
    out = tmp_path / "report.html"
    done = CliRunner().invoke(app, ["report", str(out), "--days", "2", "--locale", "de"])
    assert done.exit_code == 0, done.output
    page = out.read_text("utf-8")
    assert '<html lang="de">' in page
    assert "Eingegangene Stück: 17" in page
    assert "MH01-M an Hall A: 2" in page
    assert 'alt="Balkendiagramm der Zahlen darunter. Eingegangene Stück: 17; Knapp geworden: 1"' in page
    data = page.partition('src="data:image/png;base64,')[2].partition('"')[0]
    assert Image.open(io.BytesIO(base64.b64decode(data))).width == 936

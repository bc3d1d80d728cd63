"""Charts: pictures that a signed link holds, and that no word from outside breaks."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from PIL import Image

from bot.charts import Bar, Chart, Panel, png
from bot.links.charts import ChartLinks, chart_route
from bot.links.media import KEY_BYTES

TEAL, AMBER = "#12655a", "#b25e00"
KEY = b"k" * KEY_BYTES
CHART = Chart(
    (
        Panel("Pieces received: 15", (Bar("BAG1", 10, "10"), Bar("MH01-S", 5, "5")), TEAL),
        Panel("Ran low: 1", (Bar("MH01-M", 0, "0 · Hall A"),), AMBER),
    )
)


def pixels(chart: Chart) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png(chart))).convert("RGB"))


def lengths(chart: Chart, colour: str) -> list[int]:
    """How many pixels of a colour the rows have, each of the lengths once."""
    wanted = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    found = (pixels(chart) == wanted).all(axis=2).sum(axis=1)
    return sorted({int(one) for one in found if one > 20}, reverse=True)


def test_bars_are_as_long_as_what_they_count() -> None:
    ten, five, *_ = lengths(CHART, TEAL)
    assert five / ten == pytest.approx(0.5, abs=0.02)
    assert lengths(CHART, AMBER) == []  # of nothing there is no bar


def test_a_phone_can_show_it() -> None:
    height, width, _ = pixels(CHART).shape
    assert width == 936
    assert height < width
    assert len(png(CHART)) < 150_000


@pytest.mark.parametrize("text", ["$x^2$ \\frac{", "毛衣 ☃\u200f\U0001f9e5", "M" * 64, "", "\u0301\u0301"])
def test_no_word_from_outside_breaks_it(text: str) -> None:
    """Formulas are none, letters that the font lacks are boxes, and long words leave room for their bar."""
    chart = Chart((Panel(text, (Bar(text, 3, f"3 · {text}"),), TEAL),))
    assert lengths(chart, TEAL)


def test_several_at_once_are_each_their_own() -> None:
    charts = [Chart((Panel("", (Bar("a", value, ""), Bar("b", 20, "")), TEAL),)) for value in (5, 10, 15)]
    with ThreadPoolExecutor(3) as pool:
        drawn = list(pool.map(lambda chart: lengths(chart, TEAL), charts * 3))
    assert drawn == [lengths(chart, TEAL) for chart in charts] * 3


@pytest.fixture
async def client() -> AsyncIterator[TestClient[web.Request, web.Application]]:
    app = web.Application()
    app.add_routes([chart_route(ChartLinks("http://127.0.0.1", KEY))])
    async with TestClient(TestServer(app, host="127.0.0.1")) as opened:
        yield opened


async def test_a_link_is_a_picture_of_its_chart(client: TestClient[web.Request, web.Application]) -> None:
    link = ChartLinks("", KEY).link(CHART)
    async with client.get(link) as response:
        assert response.status == 200
        assert response.content_type == "image/png"
        assert await response.read() == png(CHART)


@pytest.mark.parametrize(
    "forged",
    [
        lambda link: link.replace("sig=", "sig=x"),
        lambda link: link.partition("?")[0],
        lambda link: link.replace("chart/", "chart/x"),
        lambda link: link.replace("until=", "until=9"),
        lambda link: ChartLinks("", b"x" * KEY_BYTES).link(CHART),
    ],
)
async def test_a_link_that_was_not_made_here_is_none(
    client: TestClient[web.Request, web.Application], forged: Callable[[str], str]
) -> None:
    async with client.get(forged(ChartLinks("", KEY).link(CHART))) as response:
        assert response.status == 404


def test_the_longest_link_is_one_that_clients_take() -> None:
    bars = tuple(
        Bar(f"{number}-" + "Łódź-毛衣" * 9, 10_000, "10 000 · Warehouse in Berlin") for number in range(6)
    )
    panel = Panel("Photographed", bars, TEAL)
    assert len(ChartLinks("https://bot.example.com", KEY).link(Chart((panel, panel)))) < 2000

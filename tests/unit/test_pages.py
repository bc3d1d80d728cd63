"""The pages that the app package names."""

from __future__ import annotations

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.links.pages import PRIVACY, TERMS, WEBSITE, page_routes


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (WEBSITE, "photo of a garment"),
        (PRIVACY, "for how long"),
        (PRIVACY, "Who sees it"),
        (TERMS, "warranty"),
    ],
)
async def test_each_page_is_served_and_runs_nothing(path: str, text: str) -> None:
    app = web.Application()
    app.add_routes(page_routes({}))
    async with TestClient(TestServer(app)) as client, client.get(path) as response:
        assert (response.status, response.content_type) == (200, "text/html")
        assert response.headers["Content-Security-Policy"] == "default-src 'none'"
        assert text in await response.text()


@pytest.mark.parametrize("language_model", [True, False])
async def test_the_privacy_page_says_what_a_language_model_is_sent_where_there_is_one(
    language_model: bool,
) -> None:
    app = web.Application()
    app.add_routes(page_routes({}, language_model=language_model))
    async with TestClient(TestServer(app)) as client, client.get(PRIVACY) as response:
        page = await response.text()
    assert ("is sent\nto it: the text that you typed" in page) == language_model
    assert "{" not in page


async def test_a_page_of_the_company_takes_the_place_of_the_bots() -> None:
    app = web.Application()
    app.add_routes(page_routes({PRIVACY: "https://www.example.com/privacy"}))
    async with (
        TestClient(TestServer(app)) as client,
        client.get(PRIVACY, allow_redirects=False) as response,
        client.get(TERMS) as other,
    ):
        assert (response.status, response.headers["Location"]) == (302, "https://www.example.com/privacy")
        assert other.status == 200

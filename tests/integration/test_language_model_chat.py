"""A language model behind the whole bot: what Teams is sent, what the model is sent, and what the log has."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.commands.doctor import examined
from bot.settings import Settings
from bot.teams.activities.outgoing import AI_LABEL
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.language_model import FakeLanguageModel, nothing_for_a_minute
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.bots import ShopBot, whole_bot
from tests.kit.photos import jpeg
from tests.kit.shop import GARMENTS, phone_photo
from vision.drawing import draw_studio
from vision.pipeline import PhotoPipeline

ASKED = "folks keep pestering me about the grey hoodie over in the shop"
ORDERED = "squirrel away 2 of the grey hoodies in M in the Shop for Anna"
READING = {"query": {"measure": "free", "items": ["i1"], "places": {"values": ["Shop"]}}}
ORDER = {
    "order": {
        "verb": "reserve",
        "items": ["i1"],
        "sizes": ["M"],
        "quantity": 1,
        "place": "Shop",
        "person": "Anna",
    }
}
KEY = "k3y-of-the-model"


@pytest.fixture
async def model() -> AsyncIterator[FakeLanguageModel]:
    async with FakeLanguageModel(READING) as fake:
        yield fake


def reading_by(settings: Settings, model: FakeLanguageModel, path: str = "/v1") -> Settings:
    fields = {"language_model_url": model.url(path), "language_model_key": SecretStr(KEY)}
    return settings.model_copy(update=fields)


@asynccontextmanager
async def bot_with(
    model: FakeLanguageModel,
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    cloud: FakeMicrosoft,
) -> AsyncIterator[ShopBot]:
    async with whole_bot(reading_by(settings, model), pipeline, catalogue, cloud) as running:
        yield running


async def test_a_reading_is_answered_with_figures_shown_and_labelled(
    model: FakeLanguageModel,
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    cloud: FakeMicrosoft,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    async with bot_with(model, settings, pipeline, catalogue, cloud) as bot:
        answer = await bot.say(ASKED)
        understood = await bot.say("hoodie-grey")
        model.reading = {}
        not_read = await bot.say(ASKED)
    assert answer.outcome == "ok"
    [message] = answer.messages
    assert message["entities"] == [AI_LABEL]
    assert "I read this as: Free pieces of hoodie hoodie-grey, at Shop" in answer.text
    assert "2 free" in answer.text
    assert all("entities" not in each for each in (*understood.messages, *not_read.messages))
    assert "I didn’t understand that." in not_read.text
    first, second = model.requests
    assert first.content["message"] == ASKED
    assert first.headers["Authorization"] == f"Bearer {KEY}"
    sent = json.dumps([first.body, second.body])
    for secret in ("HOODIE-GREY", "29:", "Pat Packer", "a:personal", "19.90", KEY, cloud.service_url):
        assert secret not in sent
    assert KEY not in caplog.text
    assert "pestering" not in "\n".join(
        record.getMessage() for record in caplog.records if record.name.startswith("bot.")
    )


async def test_an_order_waits_for_its_confirm_and_for_a_supervisor(
    model: FakeLanguageModel,
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    cloud: FakeMicrosoft,
) -> None:
    model.reading = ORDER
    async with bot_with(model, settings, pipeline, catalogue, cloud) as bot:
        place = bot.place()
        refused = await bot.say(ORDERED, conversation=place)
        proposed = await bot.say(ORDERED, conversation=place, **{"from": bot.admin()})
    assert refused.outcome == "fault"
    assert "entities" not in refused.messages[0]
    assert proposed.messages[0]["entities"] == [AI_LABEL]
    assert "I read this as: Reserve hoodie hoodie-grey, in M, 1 piece, at Shop, for Anna" in proposed.text
    assert "Confirm" in proposed.text
    assert not catalogue.movements.reservations()


async def test_words_beside_a_photo_are_read_with_its_item(
    model: FakeLanguageModel,
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    cloud: FakeMicrosoft,
) -> None:
    async with bot_with(model, settings, pipeline, catalogue, cloud) as bot:
        cloud.files["hoodie"] = jpeg(draw_studio(GARMENTS["HOODIE-GREY"], size=400)[0])
        pasted = activities.inline_photo(cloud.service_url, "hoodie")
        text = "folks keep pestering me about these over in the shop"
        answer = await bot.send(activities.photos(cloud.service_url, pasted, text=text))
    assert model.requests[0].content["items"][0]["shown"]
    assert "I read this as: Free pieces of hoodie hoodie-grey, at Shop" in answer.text


async def test_words_beside_a_photo_of_something_unknown_are_not_read_as_something_else(
    model: FakeLanguageModel,
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    cloud: FakeMicrosoft,
) -> None:
    async with bot_with(model, settings, pipeline, catalogue, cloud) as bot:
        cloud.files["other"] = jpeg(phone_photo("HOODIE-GREY"))
        pasted = activities.inline_photo(cloud.service_url, "other")
        text = "folks keep pestering me about these over in the shop"
        answer = await bot.send(activities.photos(cloud.service_url, pasted, text=text))
    assert "the photo only" in answer.text
    assert not model.requests


async def test_a_model_that_says_nothing_keeps_nobody_waiting(
    model: FakeLanguageModel,
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    cloud: FakeMicrosoft,
) -> None:
    model.answer = nothing_for_a_minute
    limited = settings.model_copy(update={"language_model_seconds": 0.5})
    async with bot_with(model, limited, pipeline, catalogue, cloud) as bot:
        began = time.monotonic()
        answer = await bot.say(ASKED)
    assert time.monotonic() - began < 10  # of a busy machine; without a limit it would be a minute
    assert "I didn’t understand that." in answer.text


def checked(settings: Settings) -> tuple[str, str]:
    found = [one for one in examined(settings, offline=True) if one.what == "language model"]
    return (found[0].state, found[0].said) if found else ("", "")


async def test_the_doctor_asks_it_a_question(
    model: FakeLanguageModel, settings: Settings, catalogue: Catalogue
) -> None:
    known = reading_by(settings, model)
    model.reading = {"query": {"measure": "on_hand"}}
    state, said = await asyncio.to_thread(checked, known)
    assert (state, "127.0.0.1 reads a question in" in said) == ("ok", True)
    model.reading = "There are 12."
    state, said = await asyncio.to_thread(checked, known)
    assert (state, "follows a JSON schema" in said) == ("fault", True)

    async def refused(request: web.Request) -> web.Response:
        return web.Response(status=401)

    model.answer = refused
    state, said = await asyncio.to_thread(checked, known)
    assert (state, "answers 401: check HANGTAG_LANGUAGE_MODEL_URL" in said) == ("fault", True)
    assert KEY not in said
    assert model.requests[0].content == {
        "message": "how many pieces are there",
        "items": [],
        "places": [],
        "sizes": [],
        "colours": [],
    }


def test_without_the_setting_the_doctor_says_nothing_of_it(settings: Settings, catalogue: Catalogue) -> None:
    assert checked(settings) == ("", "")

"""The whole bot behind Microsoft's doors: only the cloud is fake; models, SQL and Chroma are real."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.app import application
from bot.building.background import Background
from bot.errors import SettingsError
from bot.server import listen, serve
from bot.settings import Settings, load_settings
from bot.telemetry.health import health_routes
from bot.telemetry.metrics import Metrics
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.bots import Client
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo
from vision.decoding.photos import MAX_BYTES
from vision.pipeline import PhotoPipeline


async def post(bot: Client, cloud: FakeMicrosoft, activity: dict[str, Any]) -> int:
    headers = {"Authorization": f"Bearer {cloud.token_for_bot()}"}
    async with bot.post("/api/messages", json=activity, headers=headers) as response:
        return response.status


async def answers(cloud: FakeMicrosoft, count: int = 1) -> list[str]:
    """What stands in the chat, as JSON, once so many messages are there."""
    async with asyncio.timeout(60):
        while len(cloud.messages) < count:  # noqa: ASYNC110 - the fake cloud tells nobody what it took
            await asyncio.sleep(0.02)
    return [json.dumps(message, ensure_ascii=False) for message in cloud.messages.values()]


async def test_a_photo_from_a_phone_is_answered_with_its_sku_and_stock(
    bot: Client, cloud: FakeMicrosoft
) -> None:
    cloud.files["photo"] = jpeg(phone_photo("TEE-STRIPED", seed=1))
    sent = activities.photos(cloud.service_url, activities.inline_photo(cloud.service_url))
    assert await post(bot, cloud, sent) == 202
    (card,) = await answers(cloud)
    kinds = [delivered.activity["type"] for delivered in cloud.delivered]
    assert kinds == ["typing", "message"]
    assert "TEE-STRIPED-S" in card
    assert "TEE-STRIPED-M" in card
    assert "Hall A" in card
    assert len(card.encode()) < 80_000
    assert [asked for asked, _ in cloud.downloads] == ["/emea/v3/attachments/photo/views/original"]


async def test_the_cards_picture_link_opens_and_an_altered_one_does_not(
    bot: Client, cloud: FakeMicrosoft
) -> None:
    await post(bot, cloud, activities.words(cloud.service_url, "stock JEANS"))
    (card,) = await answers(cloud)
    link = card[card.index("https://bot.example.com") :].split('"')[0].removeprefix("https://bot.example.com")
    async with bot.get(link) as response:
        assert response.status == 200
        assert response.content_type == "image/jpeg"
    async with bot.get(link.replace("sig=", "sig=x")) as response:
        assert response.status == 404


async def test_two_photos_are_answered_with_a_card_each(bot: Client, cloud: FakeMicrosoft) -> None:
    cloud.files["photo"] = jpeg(phone_photo("JEANS", seed=1))
    cloud.files["second.jpg"] = jpeg(phone_photo("DRESS-DOTS", seed=2))
    shared = activities.shared_file(f"{cloud.url}/sharepoint/second.jpg", "second.jpg")
    sent = activities.photos(cloud.service_url, activities.inline_photo(cloud.service_url), shared)
    assert await post(bot, cloud, sent) == 202
    first, second = await answers(cloud, 2)
    assert "JEANS-M" in first
    assert "DRESS-DOTS-M" in second


async def test_a_file_that_is_no_picture_is_told_in_one_sentence(bot: Client, cloud: FakeMicrosoft) -> None:
    cloud.files["photo"] = b"item,title,sku\n"
    sent = activities.photos(cloud.service_url, activities.inline_photo(cloud.service_url))
    await post(bot, cloud, sent)
    (said,) = await answers(cloud)
    assert "kein Bild" in said


async def test_an_unknown_sku_is_told_with_what_is_near(bot: Client, cloud: FakeMicrosoft) -> None:
    await post(bot, cloud, activities.words(cloud.service_url, "stock TEE-RED-XM"))
    (said,) = await answers(cloud)
    assert "TEE-RED-M" in said


async def test_without_a_token_nothing_is_answered(bot: Client, cloud: FakeMicrosoft) -> None:
    activity = activities.words(cloud.service_url, "stock JEANS")
    async with bot.post("/api/messages", json=activity) as response:
        assert response.status == 401
    assert not cloud.messages


async def test_refuses_to_start_without_an_app_id(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue
) -> None:
    with pytest.raises(SettingsError, match="HANGTAG_APP_ID"):
        async with application(settings, pipeline, catalogue, base_url="https://bot.example.com"):
            pass


async def test_local_mode_refuses_to_listen_to_others(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue
) -> None:
    open_to_all = settings.model_copy(update={"host": "0.0.0.0"})
    with pytest.raises(SettingsError, match=r"127\.0\.0\.1 only"):
        await serve(open_to_all, pipeline, catalogue, local=True, ready=print, stop=asyncio.Event())


async def test_a_port_in_use_is_told_in_one_sentence(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue
) -> None:
    busy = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    async with busy:
        taken = settings.model_copy(update={"port": busy.sockets[0].getsockname()[1]})
        with pytest.raises(SettingsError, match="HANGTAG_PORT"):
            await serve(taken, pipeline, catalogue, local=True, ready=print, stop=asyncio.Event())


async def test_an_address_that_teams_does_not_open_keeps_the_bot_from_starting(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue
) -> None:
    for address in ("bot.example.com", "http://bot.example.com"):
        known = settings.model_copy(update={"port": 0, "public_url": address})
        with pytest.raises(SettingsError, match="must begin with https://"):
            await serve(known, pipeline, catalogue, ready=print, stop=asyncio.Event())


@pytest.mark.parametrize("name", ["media.key", "bot.id"])
async def test_a_file_in_the_home_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, name: str
) -> None:
    """As one that another user left there."""
    (tmp_path / name).mkdir()
    known = settings.model_copy(update={"port": 0, "home": tmp_path})
    with pytest.raises(SettingsError, match=rf"{name} cannot be read or written .* HANGTAG_HOME"):
        await serve(known, pipeline, catalogue, local=True, ready=print, stop=asyncio.Event())


async def test_a_port_that_was_taken_early_is_let_go_when_the_bot_cannot_start(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue
) -> None:
    free = settings.model_copy(update={"port": 0, "public_url": "https://bot.example.com"})
    listener = listen(free)
    with pytest.raises(SettingsError, match="HANGTAG_APP_ID"):
        await serve(free, pipeline, catalogue, listener=listener, ready=print, stop=asyncio.Event())
    assert listener.fileno() == -1


async def test_what_is_asked_just_before_the_stop_is_still_answered_in_the_local_chat(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue
) -> None:
    """The chat page's connector must outlive the answers on their way to it."""
    addresses: asyncio.Queue[str] = asyncio.Queue()
    stop = asyncio.Event()
    free = settings.model_copy(update={"port": 0})
    serving = asyncio.create_task(
        serve(free, pipeline, catalogue, local=True, ready=addresses.put_nowait, stop=stop)
    )
    async with aiohttp.ClientSession() as session:
        chat = await asyncio.wait_for(addresses.get(), 30)
        async with session.post(f"{chat}directline/tokens/generate") as answer:
            token = (await answer.json())["token"]
        bearer = {"Authorization": f"Bearer {token}"}
        async with session.post(f"{chat}directline/conversations", headers=bearer) as answer:
            started = await answer.json()
        async with session.ws_connect(started["streamUrl"]) as stream:
            sent = {"type": "message", "from": {"id": "x"}, "text": "stock JEANS"}
            url = f"{chat}directline/conversations/{started['conversationId']}/activities"
            async with session.post(url, json=sent, headers=bearer) as answer:
                assert answer.status == 200
            heard = ""
            while "typing" not in heard:  # the bot has begun, and has not answered yet
                heard += str((await asyncio.wait_for(stream.receive(), 30)).data)
            stop.set()
            while "JEANS-M" not in heard:
                heard += str((await asyncio.wait_for(stream.receive(), 30)).data)
                assert not stream.closed, "the chat was closed before the answer came"
    await asyncio.wait_for(serving, 30)


async def test_work_that_takes_too_long_is_cut_off_and_gone() -> None:
    background = Background()
    ended = asyncio.Event()

    async def endless() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.set()

    background.start(endless())
    await asyncio.sleep(0)
    await background.finish(0.01)
    assert ended.is_set()
    assert background.finishing


def test_an_empty_setting_is_one_that_was_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = load_settings().home
    monkeypatch.setenv("HANGTAG_HOME", "")
    assert load_settings().home == usual != Path()


def test_photos_larger_than_what_is_decoded_cannot_be_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANGTAG_PHOTO_MAX_BYTES", str(MAX_BYTES))
    assert load_settings().photo_max_bytes == MAX_BYTES
    monkeypatch.setenv("HANGTAG_PHOTO_MAX_BYTES", str(MAX_BYTES + 1))
    with pytest.raises(SettingsError, match="HANGTAG_PHOTO_MAX_BYTES"):
        load_settings()


async def test_stops_when_told_and_lets_go_of_its_port(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue
) -> None:
    addresses: list[str] = []
    stop = asyncio.Event()

    def ready(address: str) -> None:
        addresses.append(address)
        stop.set()

    free = settings.model_copy(update={"port": 0})
    await asyncio.wait_for(serve(free, pipeline, catalogue, local=True, ready=ready, stop=stop), 30)
    assert addresses[0].startswith("http://127.0.0.1:")


def test_the_same_home_opens_again_with_all_that_was_kept(
    settings: Settings, catalogue: Catalogue, tmp_path: Path
) -> None:
    assert catalogue.counts().items == 6
    assert catalogue.counts().variants == 12
    assert catalogue.audit().ok


async def test_it_tells_that_it_is_alive_and_ready_and_what_it_did(bot: Client, cloud: FakeMicrosoft) -> None:
    cloud.files["photo"] = jpeg(phone_photo("TEE-STRIPED", seed=1))
    await post(bot, cloud, activities.photos(cloud.service_url, activities.inline_photo(cloud.service_url)))
    await answers(cloud)
    async with bot.get("/healthz") as response:
        assert (response.status, await response.json()) == (200, {"status": "ok"})
    async with bot.get("/readyz") as response:
        assert response.status == 200
        assert await response.json() == {
            "status": "ready",
            "parts": {"models": "ok", "database": "ok", "index": "ok"},
        }
    async with asyncio.timeout(10), bot.get("/metrics") as response:
        told = {family.name: family for family in text_string_to_metric_families(await response.text())}
    counted = {
        (sample.name, *sample.labels.values()): sample.value
        for family in told.values()
        for sample in family.samples
    }
    assert counted["hangtag_verdicts_total", "in_catalogue"] == 1
    assert sum(value for name, value in counted.items() if name[0] == "hangtag_photos_total") == 1
    assert all(
        counted["hangtag_stage_seconds_count", stage] == 1
        for stage in ("decode", "segment", "embed", "read", "search")
    )
    assert counted["hangtag_photo_queue",] == 0


async def test_a_part_that_does_not_answer_is_told_as_not_ready() -> None:
    def gone() -> None:
        raise ConnectionError("the index is gone")

    app = web.Application()
    app.add_routes(health_routes({"database": lambda: 1, "index": gone}, Metrics()))
    async with TestClient(TestServer(app, host="127.0.0.1")) as client, client.get("/readyz") as response:
        assert response.status == 503
        parts = {"database": "ok", "index": "does not answer"}
        assert await response.json() == {"status": "not ready", "parts": parts}


async def test_a_part_that_hangs_is_looked_at_by_one_thread_however_often_it_is_asked_for() -> None:
    """Probes come every few seconds, and the bot needs its threads for people."""
    hangs = threading.Event()
    asked: list[None] = []

    def hang() -> None:
        asked.append(None)
        assert hangs.wait(30)

    app = web.Application()
    app.add_routes(health_routes({"database": hang, "index": lambda: 1}, Metrics(), seconds=0.1))
    async with TestClient(TestServer(app, host="127.0.0.1")) as client:

        async def told() -> tuple[int, str]:
            async with client.get("/readyz") as response:
                return response.status, (await response.json())["parts"]["database"]

        for _ in range(3):
            assert set(await asyncio.gather(*(told() for _ in range(5)))) == {(503, "does not answer")}
        assert len(asked) == 1
        hangs.set()
        async with asyncio.timeout(10):
            while (await told())[0] != 200:  # noqa: ASYNC110 - it is what probes do
                await asyncio.sleep(0.01)

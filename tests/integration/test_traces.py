"""Traces of messages, as a collector reads them off the wire."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status

from bot.commands.doctor import examined
from bot.errors import SettingsError
from bot.settings import Settings, load_settings
from bot.telemetry.logs import set_up
from bot.telemetry.traces import traces_address
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.bots import Client, whole_bot
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo
from vision.pipeline import PhotoPipeline

SAID = "stock of my-very-own-words"


@dataclass(slots=True)
class Collector:
    """Takes what is sent by OTLP over HTTP. Start it with `async with`."""

    spans: list[Span] = field(default_factory=list)
    resources: list[dict[str, str]] = field(default_factory=list)
    _server: TestServer | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/v1/traces", self._take)
        self._server = TestServer(app, host="127.0.0.1")
        await self._server.start_server()
        return self

    async def __aexit__(self, *exc_details: object) -> None:
        assert self._server is not None
        await self._server.close()

    @property
    def url(self) -> str:
        assert self._server is not None, "start it first"
        return str(self._server.make_url("")).rstrip("/")

    async def _take(self, request: web.Request) -> web.Response:
        told = ExportTraceServiceRequest.FromString(await request.read())
        for resource in told.resource_spans:
            named = {one.key: one.value.string_value for one in resource.resource.attributes}
            self.resources.append(named)
            for scope in resource.scope_spans:
                self.spans += scope.spans
        return web.Response(content_type="application/x-protobuf")


def told(span: Span) -> dict[str, Any]:
    """The attributes of a span."""
    return {one.key: getattr(one.value, one.value.WhichOneof("value")) for one in span.attributes}


@asynccontextmanager
async def running(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft, url: str
) -> AsyncIterator[Client]:
    async with whole_bot(settings.model_copy(update={"traces_url": url}), pipeline, catalogue, cloud) as shop:
        yield shop.client


async def deliver(bot: Client, cloud: FakeMicrosoft, activity: dict[str, Any]) -> None:
    headers = {"Authorization": f"Bearer {cloud.token_for_bot()}"}
    before = len(cloud.messages)
    async with bot.post("/api/messages", json=activity | {"locale": "en-US"}, headers=headers) as response:
        assert response.status == 202
    await until(lambda: len(cloud.messages) > before)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110 - neither cloud nor collector tells what it took
            await asyncio.sleep(0.02)


async def test_a_photo_is_one_trace_from_its_coming_in_to_its_card(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> None:
    """With every step below its message, each within the time of the whole, and nothing of anybody."""
    cloud.files["photo"] = jpeg(phone_photo("JEANS", seed=4))
    photo = activities.photos(cloud.service_url, activities.inline_photo(cloud.service_url))
    async with Collector() as collector:
        async with running(settings, pipeline, catalogue, cloud, collector.url) as bot:
            began = time.time_ns()
            await deliver(bot, cloud, photo)
        spans = {span.name: span for span in collector.spans}
        assert set(spans) == {
            *("message", "receive", "typing", "fetch", "queue", "look"),
            *("decode", "segment", "embed", "read", "search", "send"),
        }
        assert len({span.trace_id for span in collector.spans}) == 1
        root = spans["message"]
        assert not root.parent_span_id
        for name, span in spans.items():
            parent = "look" if name in ("decode", "segment", "embed", "read") else "message"
            if span is not root:
                assert span.parent_span_id == spans[parent].span_id, name
            assert began <= root.start_time_unix_nano <= span.start_time_unix_nano, name
            assert span.start_time_unix_nano <= span.end_time_unix_nano <= root.end_time_unix_nano, name
        assert told(root)["hangtag.kind"] == "message"
        assert told(root)["hangtag.outcome"] == "ok"
        assert told(root)["hangtag.attachments"] == 1
        assert told(spans["fetch"])["hangtag.bytes"] == len(cloud.files["photo"])
        assert told(spans["look"])["hangtag.route"]
        assert told(spans["search"])["hangtag.matches"] > 0
        assert {tuple(sorted(each)) for each in collector.resources} == {("service.name", "service.version")}
        nothing_personal(collector, cloud)


def nothing_personal(collector: Collector, cloud: FakeMicrosoft) -> None:
    wire = b"".join(span.SerializeToString() for span in collector.spans).decode("utf-8", "replace")
    secret = [*activities.USER.values(), activities.CONVERSATION, "bot-token", "127.0.0.1", "JEANS", SAID]
    for one in (*secret, "my-very-own", cloud.service_url):
        assert one not in wire


async def test_a_bug_is_a_trace_with_the_reference_of_its_apology_and_the_id_of_its_log(
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    cloud: FakeMicrosoft,
    capfd: pytest.CaptureFixture[str],
) -> None:
    class Broken:
        """Sees nothing, and says in its fault what nobody should read."""

        def __getattr__(self, name: str) -> Any:
            return getattr(pipeline, name)

        def read_again(self, photo: bytes) -> tuple[str, ...]:
            return ()

        def analyse(self, photo: bytes, *, numbers: bool) -> Any:
            raise RuntimeError(f"a bug beside {SAID}")

    root = logging.getLogger()
    before = root.level, root.handlers[:]
    set_up("INFO", "json")
    cloud.files["photo"] = jpeg(phone_photo("JEANS", seed=4))
    photo = activities.photos(cloud.service_url, activities.inline_photo(cloud.service_url))
    try:
        async with Collector() as collector:
            broken: Any = Broken()
            async with running(settings, broken, catalogue, cloud, collector.url) as bot:
                await deliver(bot, cloud, photo)
    finally:
        root.setLevel(before[0])
        root.handlers[:] = before[1]
    lines = [json.loads(line) for line in capfd.readouterr().err.splitlines() if line.startswith("{")]
    [logged] = [line for line in lines if "exc_info" in line]
    [message] = [span for span in collector.spans if span.name == "message"]
    [apology] = cloud.messages.values()
    assert message.status.code == Status.STATUS_CODE_ERROR
    assert told(message)["hangtag.outcome"] == "bug"
    assert told(message)["hangtag.reference"] == logged["reference"]
    assert logged["reference"] in json.dumps(apology)
    assert logged["trace"] == message.trace_id.hex()
    [look] = [span for span in collector.spans if span.name == "look"]
    assert told(look)["hangtag.fault"] == "RuntimeError"
    assert not look.events  # an exception's words are not sent
    nothing_personal(collector, cloud)


async def test_messages_at_once_have_a_trace_each(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> None:
    async with Collector() as collector:
        async with running(settings, pipeline, catalogue, cloud, collector.url) as bot:
            asked = [activities.words(cloud.service_url, SAID, attachments=[]) for _ in range(5)]
            await asyncio.gather(*(deliver(bot, cloud, each) for each in asked))
            await until(lambda: len(cloud.messages) == 5)
        roots = [span for span in collector.spans if span.name == "message"]
        assert len({span.trace_id for span in roots}) == 5
        assert len({told(span)["hangtag.reference"] for span in roots}) == 5
        for root in roots:
            of_it = [span.name for span in collector.spans if span.trace_id == root.trace_id]
            assert sorted(of_it) == ["message", "receive", "send", "typing"]
        nothing_personal(collector, cloud)


async def test_a_collector_that_is_down_or_hangs_costs_no_answer(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> None:
    """Nor does it hold up the end for long."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:  # takes connections and never answers
        for url in ("http://127.0.0.1:1", f"http://127.0.0.1:{deaf.getsockname()[1]}"):
            async with running(settings, pipeline, catalogue, cloud, url) as bot:
                for _ in range(3):
                    await deliver(bot, cloud, activities.words(cloud.service_url, SAID, attachments=[]))
                left = time.monotonic()
            assert time.monotonic() - left < 30


async def test_the_doctor_asks_the_collector(
    settings: Settings, with_networks: Callable[[Path], Path]
) -> None:
    with_networks(settings.home)

    def found(url: str) -> Any:
        known = settings.model_copy(update={"traces_url": url})
        return next(one for one in examined(known, offline=True) if one.what == "traces")

    async with Collector() as collector:
        assert (await asyncio.to_thread(found, collector.url)).state == "ok"
        wrong = await asyncio.to_thread(found, f"{collector.url}/elsewhere")
        url = collector.url
    assert (wrong.state, "404" in wrong.said) == ("fault", True)
    gone = await asyncio.to_thread(found, url)
    assert (gone.state, "is not reached" in gone.said) == ("fault", True)


def test_without_a_collector_nothing_is_traced_and_no_sdk_is_loaded() -> None:
    code = (
        "import sys\n"
        "from bot.telemetry.traces import open_traces, step\n"
        "open_traces('', version='1')\n"
        "with step('send') as span:\n    print(span.is_recording())\n"
        "print([name for name in sys.modules if name.startswith(('opentelemetry.sdk', 'opentelemetry.exp'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "[]"]


def test_a_bot_without_the_extra_says_what_to_install(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "sys.modules['opentelemetry.exporter.otlp.proto.http.trace_exporter'] = None\n"
        "from bot.errors import SettingsError\n"
        "from bot.telemetry.traces import open_traces\n"
        "try:\n    open_traces('http://127.0.0.1:4318', version='1')\n"
        "except SettingsError as fault:\n    print(fault)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "install hangtag[traces]" in done.stdout


def test_the_address_is_the_collectors_or_that_of_its_traces() -> None:
    for url in ("http://c:4318", "http://c:4318/", "http://c:4318/v1/traces"):
        assert traces_address(url) == "http://c:4318/v1/traces"


@pytest.mark.parametrize("url", ["grpc://c:4317", "c:4318", "http://"])
def test_an_address_that_no_collector_has_is_told(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("HANGTAG_TRACES_URL", url)
    with pytest.raises(SettingsError, match=r"HANGTAG_TRACES_URL.*http address"):
        load_settings()

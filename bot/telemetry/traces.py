"""One trace a message, told to a collector by OTLP over HTTP: from its coming in to its last reply.

HTTP and not gRPC, since it goes through the proxies that the bot's other ways out go through, and brings no
second network stack into the answer's process. Nothing is loaded or done where no collector is named. What
is told are steps, times, counts and kinds: no name, id, text, address, picture or token of anybody.

https://opentelemetry.io/docs/specs/otlp/
"""

from __future__ import annotations

import asyncio
import contextvars
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from urllib.parse import urlsplit

from bot.channel import Attachment, Channel, InboundMessage, Place, Reply
from bot.errors import SettingsError
from bot.telemetry.logs import TRACE

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span, Tracer

    from bot.handlers.photos.garments import Search
    from bot.handlers.photos.photo import Fetcher
    from bot.handlers.photos.photo import Pipeline as Eyes
    from bot.telemetry.metrics import MeasuredPipeline
    from catalogue.items import Findings
    from vision.pipeline import PhotoAnalysis

T = TypeVar("T")

PATH = "/v1/traces"
"""Where a collector takes traces, below its address."""
EXPORT_SECONDS = 5.0
"""How long the collector is waited for, on a thread of its own; also at the end."""

Ended = Callable[[str], None]
"""Is told the outcome of a message."""


class Tracing(Protocol):
    """What the parts of the bot are traced by, or not."""

    def message(
        self, message: InboundMessage, reference: str, received: int | None, /
    ) -> AbstractContextManager[Ended]:
        """All that is done within is of this message, which was received then (nanoseconds of the epoch)."""

    def channel(self, channel: Channel, /) -> Channel:
        """The same channel, traced."""

    def fetcher(self, fetcher: Fetcher, /) -> Fetcher:
        """The same fetcher, traced."""

    def pipeline(self, pipeline: MeasuredPipeline, /) -> Eyes:
        """The same pipeline, traced."""

    def search(self, search: Search, /) -> Search:
        """The same search, traced."""

    def entering(self, work: Callable[[], T], /) -> Callable[[], T]:
        """Work that enters a queue, to be run on another thread."""

    async def close(self) -> None:
        """Tell the collector what it was not told yet."""


def open_traces(url: str, *, version: str) -> Tracing:
    """Traces for the collector at that address; none where it is empty.

    Raises `SettingsError` where the extra `traces` is not installed.
    """
    if not url:
        return NoTraces()
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise SettingsError(
            "HANGTAG_TRACES_URL is set, but what sends traces is missing: install hangtag[traces], or "
            "unset it."
        ) from error
    exporter = OTLPSpanExporter(endpoint=traces_address(url), timeout=EXPORT_SECONDS)
    # Told with the resource: no host name, no command line, nothing that a detector might find out.
    provider = TracerProvider(resource=Resource({"service.name": "hangtag", "service.version": version}))
    # What the collector does not take in time is dropped; an answer never waits for it.
    provider.add_span_processor(
        BatchSpanProcessor(exporter, schedule_delay_millis=2000, export_timeout_millis=EXPORT_SECONDS * 1000)
    )
    return Traces(provider)


def traces_address(url: str) -> str:
    """Where traces go: below the collector's address, or that address itself where it says so."""
    whole = url.rstrip("/")
    return whole if urlsplit(whole).path.endswith(PATH) else whole + PATH


class NoTraces:
    """Fills `Tracing` with nothing."""

    def message(
        self, message: InboundMessage, reference: str, received: int | None, /
    ) -> AbstractContextManager[Ended]:
        return nullcontext(lambda outcome: None)

    def channel(self, channel: Channel, /) -> Channel:
        return channel

    def fetcher(self, fetcher: Fetcher, /) -> Fetcher:
        return fetcher

    def pipeline(self, pipeline: MeasuredPipeline, /) -> Eyes:
        return pipeline

    def search(self, search: Search, /) -> Search:
        return search

    def entering(self, work: Callable[[], T], /) -> Callable[[], T]:
        return work

    async def close(self) -> None:
        """Nothing is owed."""


class Traces:
    """Fills `Tracing` by OpenTelemetry. Steps that are no message's, such as a patrol's, are not traced."""

    def __init__(self, provider: TracerProvider) -> None:
        self._provider = provider
        self._tracer: Tracer = provider.get_tracer("hangtag")

    @contextmanager
    def message(self, message: InboundMessage, reference: str, received: int | None, /) -> Iterator[Ended]:
        told = {
            "hangtag.kind": message.kind,
            "hangtag.place": message.place.kind,
            "hangtag.attachments": len(message.attachments),
            "hangtag.reference": reference,
        }
        root = self._tracer.start_span("message", attributes=told, start_time=received)
        from opentelemetry.trace import Status, StatusCode, use_span

        token = TRACE.set(f"{root.get_span_context().trace_id:032x}")
        try:
            # Exceptions have words of people in them, so that they are told by their kind alone.
            with use_span(root, end_on_exit=True, record_exception=False, set_status_on_exception=False):
                if received is not None:
                    self._done("receive", received, time.time_ns())

                def ended(outcome: str) -> None:
                    root.set_attribute("hangtag.outcome", outcome)
                    if outcome in ("bug", "undelivered", "later", "unheard"):
                        root.set_status(Status(StatusCode.ERROR))

                yield ended
        finally:
            TRACE.reset(token)

    def channel(self, channel: Channel, /) -> Channel:
        return _Channel(channel, self)

    def fetcher(self, fetcher: Fetcher, /) -> Fetcher:
        return _Fetcher(fetcher, self)

    def pipeline(self, pipeline: MeasuredPipeline, /) -> Eyes:
        return _Eyes(pipeline, self)

    def search(self, search: Search, /) -> Search:
        return _Search(search, self)

    def entering(self, work: Callable[[], T], /) -> Callable[[], T]:
        asked, context = time.time_ns(), contextvars.copy_context()

        def within() -> T:
            self._done("queue", asked, time.time_ns())
            return work()

        return lambda: context.run(within)

    async def close(self) -> None:
        await asyncio.to_thread(self._provider.shutdown)

    @contextmanager
    def step(self, name: str, **told: str | int) -> Iterator[Span | None]:
        """A step of the message that is being answered; None, and nothing told, where none is."""
        from opentelemetry.trace import Status, StatusCode

        if not TRACE.get():
            yield None
            return
        with self._tracer.start_as_current_span(
            name, attributes=_named(told), record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield span
            except BaseException as fault:
                span.set_attribute("hangtag.fault", type(fault).__name__)
                span.set_status(Status(StatusCode.ERROR))
                raise

    def _done(self, name: str, began: int, ended: int, **told: str | int) -> None:
        """A step that is over, by when it began and ended."""
        if TRACE.get():
            self._tracer.start_span(name, start_time=began, attributes=_named(told)).end(ended)


def _named(told: Mapping[str, str | int]) -> dict[str, str | int]:
    return {f"hangtag.{name}": value for name, value in told.items()}


class _Channel:
    """Fills `Channel` by another one."""

    def __init__(self, channel: Channel, traces: Traces) -> None:
        self._channel, self._traces = channel, traces

    async def typing(self, place: Place) -> None:
        with self._traces.step("typing"):
            await self._channel.typing(place)

    async def send(self, place: Place, reply: Reply) -> str:
        with self._traces.step("send", card=int(reply.card is not None)):
            return await self._channel.send(place, reply)

    async def update(self, place: Place, message_id: str, reply: Reply) -> None:
        with self._traces.step("update", card=int(reply.card is not None)):
            await self._channel.update(place, message_id, reply)

    async def token(self, place: Place) -> str | None:
        return await self._channel.token(place)


class _Fetcher:
    def __init__(self, fetcher: Fetcher, traces: Traces) -> None:
        self._fetcher, self._traces = fetcher, traces

    async def fetch(self, attachment: Attachment, place: Place, channel: Channel, /) -> bytes:
        with self._traces.step("fetch", inline=int(attachment.needs_token)) as span:
            content = await self._fetcher.fetch(attachment, place, channel)
            if span is not None:
                span.set_attribute("hangtag.bytes", len(content))
            return content


class _Eyes:
    """Each stage of a look becomes a step, laid out by how long it took, as they follow one another."""

    def __init__(self, pipeline: MeasuredPipeline, traces: Traces) -> None:
        self._pipeline, self._traces = pipeline, traces

    def look(self, photo: bytes, /, *, numbers: bool = False) -> PhotoAnalysis:
        with self._traces.step("look") as span:
            began = time.time_ns()
            look = self._pipeline.look(photo, numbers=numbers)
            if span is not None:
                span.set_attribute("hangtag.route", look.segmented_by)
            for stage, ms in look.ms.items():
                ended = began + round(ms * 1e6)
                self._traces._done(stage, began, ended)
                began = ended
            return look


class _Search:
    def __init__(self, search: Search, traces: Traces) -> None:
        self._search, self._traces = search, traces

    def find(self, vector: Any, /, **asked: Any) -> Findings:
        with self._traces.step("search") as span:
            findings = self._search.find(vector, **asked)
            if span is not None:
                span.set_attribute("hangtag.verdict", findings.verdict.value)
                span.set_attribute("hangtag.matches", len(findings.matches))
            return findings

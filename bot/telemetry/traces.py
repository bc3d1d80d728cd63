"""One trace a message, sent to a collector by OTLP over HTTP: from its coming in to its last reply.

HTTP and not gRPC, since it goes through the proxies that the bot's other ways out go through, and brings no
second network stack into the answer's process. Where no collector is named, spans cost next to nothing, and
neither SDK nor exporter is loaded. What is sent are steps, times, counts and kinds: no name, id, text,
address, picture or token of anybody.

https://opentelemetry.io/docs/specs/otlp/
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from opentelemetry.trace import NoOpTracer, Span, Status, StatusCode, Tracer, use_span

from bot.channel import InboundMessage
from bot.errors import SettingsError
from bot.telemetry.logs import TRACE

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

PATH = "/v1/traces"
"""Where a collector takes traces, below its address."""
EXPORT_SECONDS = 5.0
"""How long the collector is waited for, on a thread of its own; also at the end."""

Ended = Callable[[str], None]
"""Takes the outcome of a message."""

_NONE = NoOpTracer()
_TRACER: ContextVar[Tracer] = ContextVar("tracer", default=_NONE)
"""Of the message that is being answered. Steps that are no message's, such as a patrol's, are not traced."""


@contextmanager
def step(name: str, **attributes: str | int) -> Iterator[Span]:
    """Trace a step of the message that is being answered; do nothing where none is, or none is traced.

    Exceptions have words of people in them, so that only their kind is sent.
    """
    with _TRACER.get().start_as_current_span(
        name, attributes=_prefixed(attributes), record_exception=False, set_status_on_exception=False
    ) as span:
        try:
            yield span
        except BaseException as fault:
            span.set_attribute("hangtag.fault", type(fault).__name__)
            span.set_status(Status(StatusCode.ERROR))
            raise


def past_step(name: str, began: int, ended: int) -> None:
    """Trace a step that is over; times are nanoseconds of the epoch."""
    _TRACER.get().start_span(name, start_time=began).end(ended)


class Traces:
    """The traces of one bot."""

    def __init__(self, provider: TracerProvider | None = None) -> None:
        """Without a provider nothing is traced."""
        self._provider = provider
        self._tracer = _NONE if provider is None else provider.get_tracer("hangtag")

    @contextmanager
    def message(self, message: InboundMessage, reference: str, received: int | None, /) -> Iterator[Ended]:
        """Trace a message, received then (nanoseconds of the epoch), with each step that is taken within."""
        attributes = {
            "hangtag.kind": message.kind,
            "hangtag.place": message.place.kind,
            "hangtag.attachments": len(message.attachments),
            "hangtag.reference": reference,
        }
        root = self._tracer.start_span("message", attributes=attributes, start_time=received)
        context = root.get_span_context()

        def ended(outcome: str) -> None:
            root.set_attribute("hangtag.outcome", outcome)
            if outcome in ("bug", "undelivered", "later", "unheard"):
                root.set_status(Status(StatusCode.ERROR))

        tracer = _TRACER.set(self._tracer)
        trace = TRACE.set(f"{context.trace_id:032x}" if context.is_valid else "")
        try:
            with use_span(root, end_on_exit=True, record_exception=False, set_status_on_exception=False):
                if received is not None:
                    past_step("receive", received, time.time_ns())
                yield ended
        finally:
            TRACE.reset(trace)
            _TRACER.reset(tracer)

    async def close(self) -> None:
        """Send what was not sent yet."""
        if self._provider is not None:
            await asyncio.to_thread(self._provider.shutdown)


def open_traces(url: str, *, version: str) -> Traces:
    """Traces for the collector at that address; none where it is empty.

    Raises `SettingsError` where the extra `traces` is not installed.
    """
    if not url:
        return Traces()
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
    # Sent with the resource: no host name, no command line, nothing that a detector might find out.
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


def _prefixed(attributes: dict[str, str | int]) -> dict[str, str | int]:
    return {f"hangtag.{name}": value for name, value in attributes.items()}

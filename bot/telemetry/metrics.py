"""What the bot does, counted and timed in Prometheus' form, for itself alone: no registry is shared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

if TYPE_CHECKING:
    # Loading these takes seconds.
    from catalogue.items import Findings
    from catalogue.status import FeedStanding
    from vision.pipeline import PhotoAnalysis

CONTENT_TYPE = CONTENT_TYPE_LATEST
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)


class Metrics:
    """Counters, gauges and histograms of one bot. May be used from several threads."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._messages = self._counter("messages", "Messages answered.", ["kind", "outcome"])
        self._answer = self._histogram("answer_seconds", "From a message to its last reply.", ["kind"])
        self._photos = self._counter("photos", "Photos looked at.", ["route"])
        self._verdicts = self._counter("verdicts", "What photos turned out to be.", ["verdict"])
        self._faults = self._counter("photo_faults", "Photos that could not be looked at.", ["fault"])
        self._calls = self._counter("api_requests", "Requests to the API.", ["endpoint", "status"])
        self._hooks = self._counter("hook_attempts", "Events sent to hooks.", ["outcome"])
        self._stage = self._histogram("stage_seconds", "The steps from a photo to its matches.", ["stage"])

        self._feed_age = self._gauge("feed_age_seconds", "Age of a feed's figures in the catalogue.", "feed")
        self._feed_late = self._gauge("feed_late", "Whether that is older than the feed promises.", "feed")
        self._feed_failures = self._gauge("feed_failures", "Failed runs of a feed in a row.", "feed")
        self._feeds: set[str] = set()

    def watch_feeds(self, standings: Sequence[FeedStanding]) -> None:
        """Tell how old the figures of feeds are at the moment when it is asked for, from how they stand."""
        for gone in self._feeds - {one.feed.name for one in standings}:
            for gauge in (self._feed_age, self._feed_late, self._feed_failures):
                gauge.remove(gone)
        self._feeds = {one.feed.name for one in standings}
        for one in standings:
            since = one.feed.state.as_of or one.feed.added_at
            self._feed_age.labels(one.feed.name).set_function(partial(_seconds_since, since))
            self._feed_late.labels(one.feed.name).set(one.late)
            self._feed_failures.labels(one.feed.name).set(one.feed.state.failures)

    def watch_queue(self, name: str, inside: Callable[[], int]) -> None:
        """Tell how many pieces of work are in a queue, at the moment when it is asked for."""
        gauge = Gauge(f"hangtag_{name}_queue", "Pieces of work that run or wait.", registry=self.registry)
        gauge.set_function(lambda: float(inside()))

    def answered(self, kind: str, outcome: str, seconds: float) -> None:
        """A message was answered: `ok`, with a `fault`, after a `bug`, or the reply was `undelivered`, or is
        still to be delivered `later`, also where it may have been and nothing of it was `unheard`.
        """
        self._messages.labels(kind, outcome).inc()
        self._answer.labels(kind).observe(seconds)

    def called(self, endpoint: str, status: int) -> None:
        """Count a request to the API."""
        self._calls.labels(endpoint, str(status)).inc()

    def hooked(self, outcome: str) -> None:
        """Count an attempt to send an event: `delivered`, `failed`, or `given-up` after a day of them."""
        self._hooks.labels(outcome).inc()

    def analysed(self, analysis: PhotoAnalysis) -> None:
        """Count a photo that was analysed."""
        self._photos.labels(analysis.segmented_by).inc()
        for stage, ms in analysis.ms.items():
            self._stage.labels(stage).observe(ms / 1000)

    def searched(self, findings: Findings, seconds: float) -> None:
        """Count a search of the catalogue."""
        self._verdicts.labels(findings.verdict.value).inc()
        self._stage.labels("search").observe(seconds)

    def failed(self, fault: BaseException) -> None:
        """Count a photo that could not be analysed."""
        self._faults.labels(type(fault).__name__).inc()

    def page(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self.registry)

    def _counter(self, name: str, what: str, labels: list[str]) -> Counter:
        return Counter(f"hangtag_{name}", what, labels, registry=self.registry)

    def _gauge(self, name: str, what: str, label: str) -> Gauge:
        return Gauge(f"hangtag_{name}", what, [label], registry=self.registry)

    def _histogram(self, name: str, what: str, labels: list[str]) -> Histogram:
        return Histogram(f"hangtag_{name}", what, labels, registry=self.registry, buckets=SECONDS)


def _seconds_since(moment: datetime) -> float:
    return (datetime.now(UTC) - moment).total_seconds()

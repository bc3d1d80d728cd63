"""The photo pipeline and the search, with each call counted, timed and traced."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from bot.telemetry.metrics import Metrics
from bot.telemetry.traces import past_step, step

if TYPE_CHECKING:
    # Loading these takes seconds.
    from catalogue.items import Findings
    from catalogue.search import Search
    from vision.pipeline import PhotoAnalysis, PhotoPipeline


class MeasuredPipeline:
    """A photo pipeline whose stages are steps of the trace, laid out by how long each took."""

    def __init__(self, pipeline: PhotoPipeline, metrics: Metrics) -> None:
        self._pipeline, self._metrics = pipeline, metrics

    def analyse(self, photo: bytes, /, *, numbers: bool = False) -> PhotoAnalysis:
        """See `PhotoPipeline.analyse`."""
        with step("look") as span:
            began = time.time_ns()
            try:
                analysis = self._pipeline.analyse(photo, numbers=numbers)
            except Exception as fault:
                self._metrics.failed(fault)
                raise
            self._metrics.analysed(analysis)
            span.set_attribute("hangtag.route", analysis.segmented_by)
            for stage, ms in analysis.ms.items():
                ended = began + round(ms * 1e6)
                past_step(stage, began, ended)
                began = ended
            return analysis

    def read_again(self, photo: bytes, /) -> tuple[str, ...]:
        """See `PhotoPipeline.read_again`."""
        with step("read-again"):
            return self._pipeline.read_again(photo)


class MeasuredSearch:
    """A search whose verdicts are counted."""

    def __init__(self, search: Search, metrics: Metrics) -> None:
        self._search, self._metrics = search, metrics

    def find(self, vector: Any, /, **options: Any) -> Findings:
        """See `Search.find`."""
        with step("search") as span:
            began = time.perf_counter()
            findings = self._search.find(vector, **options)
            self._metrics.searched(findings, time.perf_counter() - began)
            span.set_attribute("hangtag.verdict", findings.verdict.value)
            span.set_attribute("hangtag.matches", len(findings.matches))
            return findings

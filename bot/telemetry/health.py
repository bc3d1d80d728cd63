"""Whether the bot is alive, whether it can answer, and what it does: for those who run it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping

from aiohttp import web

from bot.telemetry.metrics import CONTENT_TYPE, Metrics

log = logging.getLogger(__name__)

Check = Callable[[], object]
"""Raises where a part does not answer. Called on a worker thread."""

SECONDS = 5.0
"""A part that takes longer to answer counts as one that does not."""


def health_routes(
    checks: Mapping[str, Check], metrics: Metrics, *, seconds: float = SECONDS
) -> list[web.RouteDef]:
    """`/healthz` (200 while the process answers), `/readyz` (200 or 503, part by part) and `/metrics`."""
    probes = [_Probe(name, check, seconds) for name, check in checks.items()]

    async def alive(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def ready(_: web.Request) -> web.Response:
        answers = await asyncio.gather(*(probe.answers() for probe in probes))
        parts = {probe.name: fine for probe, fine in zip(probes, answers, strict=True)}
        whole = all(answers)
        body = {
            "status": "ready" if whole else "not ready",
            "parts": {name: "ok" if fine else "does not answer" for name, fine in parts.items()},
        }
        return web.json_response(body, status=200 if whole else 503)

    async def figures(_: web.Request) -> web.Response:
        return web.Response(body=metrics.page(), headers={"Content-Type": CONTENT_TYPE})

    return [web.get("/healthz", alive), web.get("/readyz", ready), web.get("/metrics", figures)]


class _Probe:
    """Checks one part on one thread at a time, however often it is asked for.

    Each check of a part that hangs holds a thread as long as that hangs; a probe every few seconds would have
    them all within a minute, and the bot would answer nobody.
    """

    def __init__(self, name: str, check: Check, seconds: float) -> None:
        self.name = name
        self._check, self._seconds = check, seconds
        self._task: asyncio.Task[bool] | None = None

    async def answers(self) -> bool:
        """Whether it does, in time."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._check_in_thread())
        done, _ = await asyncio.wait({self._task}, timeout=self._seconds)
        if not done:
            log.warning("%s does not answer: nothing came within %.0f s", self.name, self._seconds)
        return bool(done) and self._task.result()

    async def _check_in_thread(self) -> bool:
        try:
            await asyncio.to_thread(self._check)
        except Exception as fault:  # whatever it is, the part cannot be used
            log.warning("%s does not answer: %s", self.name, type(fault).__name__)
            return False
        return True

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
    looked_at = [_Part(name, check, seconds) for name, check in checks.items()]

    async def alive(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def ready(_: web.Request) -> web.Response:
        told = await asyncio.gather(*(part.answers() for part in looked_at))
        parts = {part.name: fine for part, fine in zip(looked_at, told, strict=True)}
        whole = all(told)
        body = {
            "status": "ready" if whole else "not ready",
            "parts": {name: "ok" if fine else "does not answer" for name, fine in parts.items()},
        }
        return web.json_response(body, status=200 if whole else 503)

    async def figures(_: web.Request) -> web.Response:
        return web.Response(body=metrics.page(), headers={"Content-Type": CONTENT_TYPE})

    return [web.get("/healthz", alive), web.get("/readyz", ready), web.get("/metrics", figures)]


class _Part:
    """One that is looked at by one thread at a time, however often and by however many it is asked for.

    Each look at a part that hangs would hold a thread until it hangs no more; a probe every few seconds would
    have them all within a minute, and the bot would answer nobody.
    """

    def __init__(self, name: str, check: Check, seconds: float) -> None:
        self.name = name
        self._check, self._seconds = check, seconds
        self._look: asyncio.Task[bool] | None = None

    async def answers(self) -> bool:
        """Whether it does, in time."""
        if self._look is None or self._look.done():
            self._look = asyncio.create_task(self._looked_at())
        done, _ = await asyncio.wait({self._look}, timeout=self._seconds)
        if not done:
            log.warning("%s does not answer: nothing came within %.0f s", self.name, self._seconds)
        return bool(done) and self._look.result()

    async def _looked_at(self) -> bool:
        try:
            await asyncio.to_thread(self._check)
        except Exception as fault:  # whatever it is, the part cannot be used
            log.warning("%s does not answer: %s", self.name, type(fault).__name__)
            return False
        return True

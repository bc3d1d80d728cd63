"""Whether the bot is alive, whether it can answer, and what it does: for those who run it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping

from aiohttp import web

from bot.metrics import CONTENT_TYPE, Metrics

log = logging.getLogger(__name__)

Check = Callable[[], object]
"""Raises where a part does not answer. Called on a worker thread."""

SECONDS = 5.0
"""A part that takes longer to answer counts as one that does not."""


def health_routes(checks: Mapping[str, Check], metrics: Metrics) -> list[web.RouteDef]:
    """`/healthz` (200 while the process answers), `/readyz` (200 or 503, part by part) and `/metrics`."""

    async def alive(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def ready(_: web.Request) -> web.Response:
        names = list(checks)
        told = await asyncio.gather(*(_answers(name, checks[name]) for name in names))
        parts = dict(zip(names, told, strict=True))
        whole = all(told)
        body = {
            "status": "ready" if whole else "not ready",
            "parts": {name: "ok" if fine else "does not answer" for name, fine in parts.items()},
        }
        return web.json_response(body, status=200 if whole else 503)

    async def figures(_: web.Request) -> web.Response:
        return web.Response(body=metrics.page(), headers={"Content-Type": CONTENT_TYPE})

    return [web.get("/healthz", alive), web.get("/readyz", ready), web.get("/metrics", figures)]


async def _answers(name: str, check: Check) -> bool:
    try:
        async with asyncio.timeout(SECONDS):
            await asyncio.to_thread(check)
    except Exception as fault:  # whatever it is, the part cannot be used
        log.warning("%s does not answer: %s", name, type(fault).__name__)
        return False
    return True

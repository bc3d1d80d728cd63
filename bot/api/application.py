"""The API put together, as an application below `/api/v1`."""

from __future__ import annotations

from functools import partial

from aiohttp import web

from bot.api.batches import BatchesApi
from bot.api.find import FindApi
from bot.api.guard import Guard
from bot.api.items import ItemsApi
from bot.api.movements import MovementsApi
from bot.api.openapi import document
from bot.api.pages import page_routes

PREFIX = "/api/v1"


def api_application(
    guard: Guard,
    items: ItemsApi,
    movements: MovementsApi,
    find: FindApi,
    batches: BatchesApi,
    *,
    version: str,
) -> web.Application:
    """All endpoints behind the guard, with their document."""
    endpoints = (
        *find.endpoints(),
        *items.endpoints(),
        *movements.endpoints(),
        *batches.endpoints(),
    )
    api = web.Application(middlewares=[guard.middleware()])  # type: ignore[list-item]
    api.add_routes([guard.route(endpoint) for endpoint in endpoints])
    api.add_routes(page_routes(partial(document, endpoints, version=version, prefix=PREFIX)))
    return api

"""What keeps the local chat on this machine: it has no sign-in, so nobody else may reach it."""

from __future__ import annotations

from aiohttp import web
from aiohttp.typedefs import Handler
from yarl import URL

from bot.fetching.network import is_loopback


@web.middleware
async def loopback_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other machines, other host names (DNS rebinding), and other web pages in the same browser."""
    transport = request.transport
    ends = [transport.get_extra_info(end) for end in ("peername", "sockname")] if transport else []
    if len(ends) != 2 or not all(end and is_loopback(end[0]) for end in ends):
        raise web.HTTPForbidden(text="The local chat works only on this computer.")
    if not is_loopback(_named(request)):
        raise web.HTTPForbidden(text="Open the local chat at http://127.0.0.1, under no other name.")
    if any(origin != f"http://{request.host}" for origin in request.headers.getall("Origin", [])):
        raise web.HTTPForbidden(text="The local chat accepts only its own page.")
    return await handler(request)


def _named(request: web.Request) -> str | None:
    """The host that was asked for; None for one that cannot be read."""
    try:
        return request.url.host
    except ValueError:
        return None


def own_origin(request: web.Request) -> str:
    """The address under which this very server can be reached, such as `http://127.0.0.1:3978`."""
    transport = request.transport
    assert transport is not None  # the guard has seen it
    host, port = transport.get_extra_info("sockname")[:2]
    return str(URL.build(scheme="http", host=host, port=port))

"""The way in: `POST /api/messages`, from a request to an `InboundMessage`, whoever vouches for it."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any

from aiohttp import web

from bot.channel import Card, Dialog, Hits, InboundMessage, Lookup, Place, Refresh, Refusal
from bot.errors import ActivityError, LoginError
from bot.teams import activities
from bot.teams.activities import Activity

log = logging.getLogger(__name__)

Accept = Callable[[InboundMessage], Awaitable[None]]
"""Takes a message over and returns at once; the answer goes out through the channel."""

LookUp = Callable[[Lookup], Awaitable[Hits]]
"""Answers a search."""

Renew = Callable[[Refresh], Awaitable[Card | Refusal]]
"""Brings a card up to date."""

OpenDialog = Callable[[InboundMessage], Awaitable[Dialog | Refusal]]
"""Opens a page over the chat, for whoever pressed the button."""

Authenticate = Callable[[web.Request, Activity], Awaitable[None]]
"""Raises `PermissionError` for whoever is not the Bot Framework, `LoginError` where that cannot be told."""

_BODY_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce:
    """What answers invokes within the seconds that Teams waits for them; raises nothing but cancellation.

    What is None is not known to this bot.
    """

    look_up: LookUp | None = None
    renew: Renew | None = None
    open_dialog: OpenDialog | None = None


NOTHING_AT_ONCE = AtOnce()
"""Where all is answered in its time."""


class MessagesEndpoint:
    """Answers `POST /api/messages`.

    415 for anything but JSON, 413 for a body above `max_body` bytes, 400 for what is no activity, 401 for a
    bad token, 403 for a tenant that is not among `tenants`, or for none, 503 while Microsoft's keys cannot be
    read; else 202, or 200 with the body that an invoke wants, or 501 for an invoke of a kind that the bot
    does not know. What can be answered at once, `at_once` answers; `acknowledgement` answers any other
    `Action.Execute` until the reply comes.
    """

    def __init__(
        self,
        authenticate: Authenticate,
        accept: Accept,
        at_once: AtOnce = NOTHING_AT_ONCE,
        *,
        tenants: Collection[str] | None,
        max_body: int = 256 << 10,
        acknowledgement: str = "On it.",
    ) -> None:
        """With None for `tenants` nobody's tenant is checked, which is for local mode alone."""
        if not acknowledgement:
            raise ValueError("Teams takes an empty acknowledgement for a fault")
        self._authenticate = authenticate
        self._accept = accept
        self._at_once = at_once
        self._tenants = None if tenants is None else frozenset(tenant.casefold() for tenant in tenants)
        self._max_body = max_body
        self._acknowledgement = acknowledgement
        self._installs = _Installs()

    async def handle(self, request: web.Request) -> web.Response:
        activity = await self._activity(request)
        try:
            await self._authenticate(request, activity)
        except PermissionError as error:
            log.warning("refused a request from %s: %s", request.remote, error)
            raise web.HTTPUnauthorized(text="The token is missing or not valid.") from error
        except LoginError as error:
            log.error("a token could not be checked: %s", error)
            raise web.HTTPServiceUnavailable(text="The token cannot be checked at the moment.") from error
        self._admit(activity)
        return await self._take(activity)

    def _admit(self, activity: Activity) -> None:
        """Raises the HTTP error where a tenant is not answered, whichever part of the activity names it."""
        if self._tenants is None:
            return
        named = activities.tenants_of(activity)
        strange = [tenant for tenant in named if tenant.casefold() not in self._tenants]
        if strange or activities.tenant_of(activity) is None:
            log.warning("refused an activity of tenant %s", ", ".join(named) or None)
            raise web.HTTPForbidden(text="This bot does not serve that tenant.")

    async def _take(self, activity: Activity) -> web.Response:
        invoked = activity["type"] == "invoke"
        name = activity.get("name") if invoked else None
        look_up, renew, open_dialog = self._at_once.look_up, self._at_once.renew, self._at_once.open_dialog
        if look_up is not None and name == activities.LOOKUP:
            return _answer(activities.looked_up(await _hits(activity, look_up)))
        if open_dialog is not None and name == activities.DIALOG_WANTED:
            return _answer(await _opened(activity, open_dialog))
        if open_dialog is not None and name == activities.DIALOG_DONE:
            return web.Response()  # what it was for is done; with no more to show, Teams closes it
        try:
            if renew is not None and (refresh := activities.refresh(activity)):
                return _renewed(await renew(refresh))
            message = activities.inbound(activity)
        except ActivityError as error:
            if invoked:
                return _renewed(Refusal(f"Bad request: {error}."))
            raise web.HTTPBadRequest(text=f"The activity cannot be answered: {error}.") from error
        if message is None:
            if activity["type"] == "installationUpdate":  # the bot was taken away, and may be added again
                self._installs.forget(activity)
            return web.Response(status=HTTPStatus.NOT_IMPLEMENTED if invoked else HTTPStatus.OK)
        if message.kind == "installed" and not self._installs.first(message.place):
            return web.Response(status=HTTPStatus.ACCEPTED)
        await self._accept(message)
        if invoked:
            return web.json_response(activities.card_action_answer(self._acknowledgement))
        return web.Response(status=HTTPStatus.ACCEPTED)

    async def _activity(self, request: web.Request) -> Activity:
        """The parsed body, with a type, a channel and a service address. Raises the HTTP error otherwise."""
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(text="Send the activity as application/json.")
        body = await self._body(request)
        try:
            activity = activities.sound(json.loads(body, parse_constant=activities.refuse_constant))
        except ActivityError as error:
            raise web.HTTPBadRequest(text=f"The body is no activity: {error}.") from error
        except (ValueError, RecursionError) as error:
            raise web.HTTPBadRequest(text="The body is no JSON.") from error
        if not isinstance(activity, dict):
            raise web.HTTPBadRequest(text="The body is no activity: it is not an object.")
        for name in ("type", "channelId", "serviceUrl"):
            if not isinstance(activity.get(name), str) or not activity[name]:
                raise web.HTTPBadRequest(text=f"The body is no activity: {name} is missing.")
        return activity

    async def _body(self, request: web.Request) -> bytes:
        if (request.content_length or 0) > self._max_body:
            raise web.HTTPRequestEntityTooLarge(self._max_body, request.content_length or 0)
        body = bytearray()
        try:
            async with asyncio.timeout(_BODY_SECONDS):
                async for chunk in request.content.iter_chunked(64 << 10):
                    body += chunk
                    if len(body) > self._max_body:
                        raise web.HTTPRequestEntityTooLarge(self._max_body, len(body))
        except TimeoutError as error:
            raise web.HTTPRequestTimeout(text="The body came too slowly.") from error
        except web.RequestPayloadError as error:  # packed in another way than it says, or cut off
            raise web.HTTPBadRequest(text="The body cannot be read.") from error
        return bytes(body)


async def _opened(activity: Activity, open_dialog: OpenDialog) -> dict[str, Any]:
    try:
        pressed = activities.dialog(activity)
    except ActivityError as error:
        return activities.dialog_words(f"Bad request: {error}.")
    answer = await open_dialog(pressed)
    if isinstance(answer, Refusal):
        return activities.dialog_words(answer.text)
    return activities.dialog_page(answer)


def _answer(body: dict[str, Any]) -> web.Response:
    """An invoke's answer. Cards are large; without escapes they stay well within what Teams takes."""
    return web.json_response(body, dumps=partial(json.dumps, ensure_ascii=False))


def _renewed(answer: Card | Refusal) -> web.Response:
    if isinstance(answer, Refusal):
        return _answer(activities.card_action_refusal(answer))
    return _answer(activities.card_action_card(answer))


async def _hits(activity: Activity, look_up: LookUp) -> Hits:
    try:
        lookup = activities.lookup(activity)
    except ActivityError as error:
        return Hits(text=f"Bad request: {error}.")
    return await look_up(lookup)


class _Installs:
    """Teams reports one installation twice, as conversationUpdate and as installationUpdate."""

    def __init__(self, *, seconds: float = 60.0, limit: int = 1000) -> None:
        self._seconds = seconds
        self._limit = limit
        self._last: OrderedDict[tuple[str, str], float] = OrderedDict()

    def forget(self, activity: Activity) -> None:
        """Welcome people again at the next installation there, however soon it is."""
        conversation = activity.get("conversation")
        if isinstance(conversation, dict):
            self._last.pop((activity["channelId"], str(conversation.get("id"))), None)

    def first(self, place: Place) -> bool:
        """True where no installation was reported at this place within the last `seconds`."""
        key, now = (place.channel, place.conversation), time.monotonic()
        last = self._last.pop(key, None)
        self._last[key] = now
        if len(self._last) > self._limit:
            self._last.popitem(last=False)
        return last is None or now - last > self._seconds

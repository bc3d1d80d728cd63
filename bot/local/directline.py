"""The chat page's side: the Direct Line 3.0 API, as much of it as WebChat 4.18 speaks.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-concepts
"""

from __future__ import annotations

import asyncio
import contextlib
import weakref
from datetime import UTC, datetime
from typing import Any

from aiohttp import WSCloseCode, web

from bot.local import teams_shape
from bot.local.card_actions import undress
from bot.local.conversations import Activity, ActivityIds, Conversation, Conversations, Upload, Uploads
from bot.local.delivery import Delivery
from bot.local.guard import own_origin
from bot.local.teams_shape import INLINE_TYPES
from bot.local.uploading import parse_activity, read_upload

TOKEN_SECONDS = 1800
_BROWSER_TYPES = INLINE_TYPES - {"image/heic", "image/heif", "image/tiff"}


class DirectLine:
    """Handlers for one application; `prefix` is where the local chat stands, with a slash at its end."""

    def __init__(
        self,
        *,
        conversations: Conversations,
        uploads: Uploads,
        ids: ActivityIds,
        delivery: Delivery,
        prefix: str,
        max_upload_bytes: int,
    ) -> None:
        self._conversations = conversations
        self._uploads = uploads
        self._ids = ids
        self._delivery = delivery
        self._prefix = prefix
        self._max_upload_bytes = max_upload_bytes
        self._streams: weakref.WeakSet[web.WebSocketResponse] = weakref.WeakSet()

    def routes(self) -> list[web.AbstractRouteDef]:
        base = "/directline/conversations"
        return [
            web.post("/directline/tokens/generate", self.generate_token),
            web.post("/directline/tokens/refresh", self.refresh_token),
            web.post(base, self.start),
            web.get(base + "/{id}", self.resume),
            web.get(base + "/{id}/activities", self.activities),
            web.post(base + "/{id}/activities", self.post),
            web.post(base + "/{id}/upload", self.upload),
            web.get(base + "/{id}/stream", self.stream),
        ]

    async def close(self) -> None:
        for stream in list(self._streams):
            await stream.close(code=WSCloseCode.GOING_AWAY, message=b"The bot is stopping.")

    async def generate_token(self, request: web.Request) -> web.Response:
        return web.json_response(self._pass(self._conversations.open()))

    async def refresh_token(self, request: web.Request) -> web.Response:
        return web.json_response(self._pass(self._of_token(request)))

    async def start(self, request: web.Request) -> web.Response:
        """Start the token's conversation; the bot learns that it was added."""
        conversation = self._of_token(request)
        self._greet(request, conversation)
        return web.json_response(self._pass(conversation, request), status=201)

    async def resume(self, request: web.Request) -> web.Response:
        conversation = self._of_path(request)
        self._greet(request, conversation)
        return web.json_response(self._pass(conversation, request))

    async def activities(self, request: web.Request) -> web.Response:
        conversation = self._of_path(request)
        return web.json_response(_group(conversation, _mark(request)))

    async def stream(self, request: web.Request) -> web.WebSocketResponse:
        """Each change as it happens, over a websocket."""
        conversation = self._conversations.get(request.match_info["id"])
        if conversation is None or not conversation.redeem_ticket(request.query.get("t", "")):
            raise web.HTTPForbidden(text="This stream's pass is used or unknown: ask for a new one.")
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        self._streams.add(socket)
        sender = asyncio.create_task(_send_changes(socket, conversation, _mark(request)))
        try:
            async for _ in socket:
                pass  # the page's empty pings
        finally:
            sender.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                await sender
        return socket

    async def post(self, request: web.Request) -> web.Response:
        """Words or a pressed button."""
        conversation = self._of_path(request)
        activity = parse_activity(await request.read())
        return self._accept(request, conversation, activity, [])

    async def upload(self, request: web.Request) -> web.Response:
        """Photos and files, with or without words."""
        conversation = self._of_path(request)
        activity, files = await read_upload(request, max_bytes=self._max_upload_bytes)
        uploads = [self._uploads.add(file.name, file.content_type, file.content) for file in files]
        return self._accept(request, conversation, activity, uploads)

    def _greet(self, request: web.Request, conversation: Conversation) -> None:
        """Tell the bot, once, that it was added."""
        if conversation.started:
            return
        conversation.started = True
        settings = (self._setting(request, conversation, {}), self._setting(request, conversation, {}))
        self._delivery.start(own_origin(request), conversation, *teams_shape.arrivals(settings))

    def _accept(
        self, request: web.Request, conversation: Conversation, posted: Activity, uploads: list[Upload]
    ) -> web.Response:
        """Show it in the chat, and bring it to the bot as Teams would."""
        setting = self._setting(request, conversation, posted)
        if posted.get("type") != "message":
            return web.json_response({"id": setting.activity_id})
        echo: Activity = {
            name: posted[name] for name in ("text", "textFormat", "channelData") if name in posted
        }
        press = undress(posted.get("value"))
        if press is None:
            pages = own_origin(request) + self._prefix
            text = str(posted.get("text") or "")
            activity = teams_shape.message(setting, text, uploads, pages_url=pages)
        else:
            activity = teams_shape.pressed(setting, press)
        self._show(conversation, setting.activity_id, echo, uploads)
        if press is not None and press.shown:
            self._show(conversation, self._ids.next(), {"text": press.shown, "textFormat": "plain"}, [])
        self._delivery.start(own_origin(request), conversation, activity)
        return web.json_response({"id": setting.activity_id})

    def _show(
        self, conversation: Conversation, activity_id: str, content: Activity, uploads: list[Upload]
    ) -> None:
        attachments = [_attachment(upload, f"{self._prefix}uploads/{upload.id}") for upload in uploads]
        conversation.put(
            {
                **content,
                "type": "message",
                "id": activity_id,
                "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "from": {"id": teams_shape.USER["id"], "name": teams_shape.USER["name"], "role": "user"},
                "attachments": attachments,
            }
        )

    def _setting(
        self, request: web.Request, conversation: Conversation, posted: Activity
    ) -> teams_shape.Setting:
        return teams_shape.Setting(
            service_url=f"{own_origin(request)}{self._prefix}connector/",
            conversation_id=conversation.id,
            activity_id=self._ids.next(),
            locale=str(posted.get("locale") or request.headers.get("Accept-Language", "en-GB").split(",")[0]),
            timezone=str(posted.get("localTimezone") or "UTC"),
        )

    def _pass(self, conversation: Conversation, request: web.Request | None = None) -> dict[str, Any]:
        answer: dict[str, Any] = {
            "conversationId": conversation.id,
            "token": conversation.token,
            "expires_in": TOKEN_SECONDS,
        }
        if request is not None:
            stream = f"ws://{request.host}{self._prefix}directline/conversations/{conversation.id}/stream"
            mark = request.query.get("watermark") or "0"
            answer["streamUrl"] = f"{stream}?watermark={mark}&t={conversation.issue_ticket()}"
        return answer

    def _of_token(self, request: web.Request) -> Conversation:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        conversation = self._conversations.of_token(token) if scheme == "Bearer" else None
        if conversation is None:
            raise web.HTTPForbidden(text="This chat has ended. Reload the page.")
        return conversation

    def _of_path(self, request: web.Request) -> Conversation:
        if self._conversations.get(request.match_info["id"]) is None:
            raise web.HTTPNotFound(text="This chat has ended. Reload the page.")
        conversation = self._of_token(request)
        if conversation.id != request.match_info["id"]:
            raise web.HTTPForbidden(text="This token is another chat's.")
        return conversation


def _attachment(upload: Upload, url: str) -> dict[str, str]:
    attachment = {"contentType": upload.content_type, "contentUrl": url, "name": upload.name}
    # WebChat shows a person's own picture where it has a likeness, and its name otherwise.
    return {**attachment, "thumbnailUrl": url} if upload.content_type in _BROWSER_TYPES else attachment


async def _send_changes(socket: web.WebSocketResponse, conversation: Conversation, mark: int) -> None:
    changed = conversation.listen()
    try:
        while True:
            changed.clear()
            if conversation.mark > mark:
                group = _group(conversation, mark)
                mark = conversation.mark
                await socket.send_json(group)
            else:
                await changed.wait()
    finally:
        conversation.unlisten(changed)


def _group(conversation: Conversation, mark: int) -> dict[str, Any]:
    return {"activities": conversation.since(mark), "watermark": str(conversation.mark)}


def _mark(request: web.Request) -> int:
    watermark = request.query.get("watermark", "")
    return int(watermark) if watermark.isdecimal() else 0

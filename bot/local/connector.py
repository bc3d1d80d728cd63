"""The bot's side: the Bot Connector v3 API, as much of it as a bot in a personal chat of Teams calls.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, TypeAlias

from aiohttp import web

from bot.local import teams_shape
from bot.local.card_actions import dress
from bot.local.conversations import Activity, ActivityIds, Conversation, Conversations, Upload, Uploads

_Handler: TypeAlias = Callable[[web.Request], Awaitable[web.Response]]

MAX_MESSAGE_BYTES = 80 << 10
"""What Teams takes at most (1 KB = 1024 bytes)."""


class Connector:
    """Handlers for one application; `token` is the bearer that the bot must show throughout."""

    def __init__(
        self, *, conversations: Conversations, uploads: Uploads, ids: ActivityIds, token: str
    ) -> None:
        self._conversations = conversations
        self._uploads = uploads
        self._ids = ids
        self._token = token

    def routes(self) -> list[web.AbstractRouteDef]:
        base = "/connector/v3/conversations"
        one = base + "/{id}"
        attachment = "/connector/v3/attachments/{upload}"
        handlers: list[tuple[str, str, _Handler]] = [
            ("POST", base, self.create),
            ("POST", one + "/activities", self.send),
            ("POST", one + "/activities/{activity}", self.send),
            ("PUT", one + "/activities/{activity}", self.update),
            ("DELETE", one + "/activities/{activity}", self.delete),
            ("GET", one + "/activities/{activity}/members", self.members),
            ("GET", one + "/members", self.members),
            ("GET", one + "/pagedmembers", self.paged_members),
            ("GET", one + "/members/{member}", self.member),
            ("GET", attachment, self.attachment),
            ("GET", attachment + "/views/{view}", self.picture),
        ]
        return [web.route(method, path, self._for_the_bot(handler)) for method, path, handler in handlers]

    def _for_the_bot(self, handler: _Handler) -> _Handler:
        expected = f"Bearer {self._token}".encode()

        async def guarded(request: web.Request) -> web.Response:
            header = request.headers.get("Authorization", "").encode()
            if not secrets.compare_digest(header, expected):
                raise _refusal(web.HTTPUnauthorized, "AuthorizationRequired", "This needs the bot's token.")
            return await handler(request)

        return guarded

    async def create(self, request: web.Request) -> web.Response:
        """The personal chat: there is one person here, so it is the latest conversation."""
        conversation = self._conversations.latest()
        if conversation is None:
            raise _refusal(web.HTTPNotFound, "ConversationNotFound", "Nobody has the chat page open.")
        return web.json_response({"id": conversation.id}, status=201)

    async def send(self, request: web.Request) -> web.Response:
        conversation = self._conversation(request)
        activity = await _activity(request)
        activity_id = self._ids.next()
        reply_to = request.match_info.get("activity")
        conversation.put(_for_webchat(activity, activity_id, reply_to))
        return web.json_response({"id": activity_id}, status=201)

    async def update(self, request: web.Request) -> web.Response:
        conversation = self._conversation(request)
        old = conversation.get(request.match_info["activity"])
        if old is None:
            raise _refusal(web.HTTPNotFound, "ActivityNotFoundInConversation", "No such message.")
        new = _for_webchat(await _activity(request), old["id"], old.get("replyToId"))
        conversation.put({**new, "timestamp": old["timestamp"]})
        return web.json_response({"id": old["id"]})

    async def delete(self, request: web.Request) -> web.Response:
        conversation = self._conversation(request)
        old = conversation.get(request.match_info["activity"])
        if old is None:
            raise _refusal(web.HTTPNotFound, "ActivityNotFoundInConversation", "No such message.")
        # The page takes this as the sign to remove the message of this id.
        conversation.put({"type": "messageDelete", "id": old["id"], "from": old["from"]})
        return web.Response()

    async def members(self, request: web.Request) -> web.Response:
        self._conversation(request)
        return web.json_response([_member()])

    async def paged_members(self, request: web.Request) -> web.Response:
        self._conversation(request)
        return web.json_response({"members": [_member()]})

    async def member(self, request: web.Request) -> web.Response:
        self._conversation(request)
        member = _member()
        if request.match_info["member"] not in (member["id"], member["aadObjectId"]):
            raise _refusal(web.HTTPNotFound, "MemberNotFoundInConversation", "No such person here.")
        return web.json_response(member)

    async def attachment(self, request: web.Request) -> web.Response:
        upload = self._upload(request)
        views = [{"viewId": "original", "size": len(upload.content)}]
        return web.json_response({"name": upload.name, "type": upload.content_type, "views": views})

    async def picture(self, request: web.Request) -> web.Response:
        """The bytes of an inline picture."""
        upload = self._upload(request)
        return web.Response(body=upload.content, content_type=upload.content_type)

    def _upload(self, request: web.Request) -> Upload:
        upload = self._uploads.get(request.match_info["upload"])
        if upload is None:
            raise _refusal(
                web.HTTPNotFound, "AttachmentNotFound", "The picture is no longer there. Send it again."
            )
        return upload

    def _conversation(self, request: web.Request) -> Conversation:
        conversation = self._conversations.get(request.match_info["id"])
        if conversation is None:
            raise _refusal(web.HTTPNotFound, "ConversationNotFound", "No such conversation.")
        return conversation


async def _activity(request: web.Request) -> Activity:
    try:
        if len(await request.read()) > MAX_MESSAGE_BYTES:
            raise web.HTTPRequestEntityTooLarge(MAX_MESSAGE_BYTES, 0)
    except web.HTTPRequestEntityTooLarge as error:
        message = "Teams takes no message above 80 KB."
        raise _refusal(web.HTTPBadRequest, "MessageSizeTooBig", message) from error
    try:
        activity = await request.json()
    except ValueError as error:
        raise _refusal(web.HTTPBadRequest, "BadSyntax", "This is no JSON.") from error
    if not isinstance(activity, dict) or not isinstance(activity.get("type"), str):
        raise _refusal(web.HTTPBadRequest, "BadArgument", "An activity is a JSON object with a type.")
    return activity


def _for_webchat(activity: Activity, activity_id: str, reply_to: str | None) -> Activity:
    """The bot's activity as WebChat is to show it."""
    attachments = [
        {**part, "content": dress(part["content"], activity_id)} if "content" in part else part
        for part in activity.get("attachments") or []
    ]
    fields = (
        "type",
        "text",
        "textFormat",
        "attachmentLayout",
        "suggestedActions",
        "summary",
        "name",
        "value",
    )
    displayed = {name: activity[name] for name in fields if activity.get(name) is not None}
    displayed |= {
        "id": activity_id,
        "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "from": {**teams_shape.BOT, "role": "bot"},
        "attachments": attachments,
    }
    if reply_to:
        displayed["replyToId"] = reply_to
    return displayed


def _member() -> dict[str, Any]:
    return {
        **teams_shape.USER,
        "objectId": teams_shape.USER_OBJECT_ID,
        "tenantId": teams_shape.TENANT_ID,
        "userRole": "user",
    }


def _refusal(kind: type[web.HTTPException], code: str, message: str) -> web.HTTPException:
    """An error in the shape of the Bot Framework's."""
    error = {"error": {"code": code, "message": message}}
    return kind(text=web.json_response(error).text, content_type="application/json")

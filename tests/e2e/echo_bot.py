"""A tiny bot for the tests of the local chat: it answers a photo with a card about it."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from typing import Any

import aiohttp
from aiohttp import web

Activity = dict[str, Any]


def card(title: str, *lines: str, actions: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    body = [
        {"type": "TextBlock", "text": title, "size": "large", "weight": "bolder", "wrap": True},
        *({"type": "TextBlock", "text": line, "wrap": True, "spacing": "small"} for line in lines),
    ]
    return {"type": "AdaptiveCard", "version": "1.5", "body": body, "actions": list(actions)}


class EchoBot:
    """Speaks as a bot of Teams does: a quick 200, then messages through the connector."""

    def __init__(self, *, token: str) -> None:
        self._token = token
        self._tasks: set[asyncio.Task[None]] = set()
        self._news = asyncio.Condition()
        self.heard: list[Activity] = []
        self.status = 200
        self.more_lines = 0
        """That its answers have besides: a phone shows some 15."""
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    def add_to(self, app: web.Application) -> None:
        app.router.add_post("/api/messages", self.messages)
        app.on_shutdown.append(self._finish)

    async def hears(self, fits: Callable[[Activity], bool], *, seconds: float = 5.0) -> Activity:
        """The first activity that fits, now or soon."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(lambda: any(fits(activity) for activity in self.heard))
        return next(activity for activity in self.heard if fits(activity))

    async def messages(self, request: web.Request) -> web.Response:
        activity: Activity = await request.json()
        async with self._news:
            self.heard.append(activity)
            self._news.notify_all()
        if self.status != 200:
            return web.Response(status=self.status)
        if activity["type"] == "invoke":
            return web.json_response(_invoke_answer(activity))
        task = asyncio.create_task(self._answer(activity))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return web.Response(status=200)

    async def _finish(self, _: web.Application) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _answer(self, activity: Activity) -> None:
        headers = {"Authorization": f"Bearer {self._token}"}
        async with aiohttp.ClientSession(headers=headers) as session:
            if activity["type"] == "conversationUpdate":
                await self._send(session, activity, card("Hello", "Send a photo of a garment."))
            elif activity["type"] == "message" and "value" in activity:
                await self._update(session, activity, card("Pressed", str(activity["value"])))
            elif activity["type"] == "message":
                await self._look(session, activity)

    async def _look(self, session: aiohttp.ClientSession, activity: Activity) -> None:
        await self._post(session, activity, {"type": "typing"})
        lines = [activity["text"]] if "text" in activity else []
        for attachment in activity["attachments"]:
            if attachment["contentType"].startswith("image/"):
                async with session.get(attachment["contentUrl"]) as response:
                    lines.append(f"photo {_digest(await response.read())}")
            elif "content" in attachment and attachment["contentType"] != "text/html":
                async with session.get(attachment["content"]["downloadUrl"]) as response:
                    lines.append(f"{attachment['name']} {_digest(await response.read())}")
        actions = (
            {
                "type": "Action.Execute",
                "title": "More",
                "verb": "more",
                "data": {"sku": "ECHO-1"},
                "fallback": {"type": "Action.Submit", "title": "More"},
            },
            {"type": "Action.Execute", "title": "Note", "verb": "note", "data": {"sku": "ECHO-1"}},
            {"type": "Action.Submit", "title": "Right", "data": {"right": True}, "style": "positive"},
        )
        lines += [f"line {number}" for number in range(self.more_lines)]
        await self.may_answer.wait()
        await self._send(session, activity, card("SKU ECHO-1", *lines, actions=actions))

    async def _send(self, session: aiohttp.ClientSession, to: Activity, shown: dict[str, Any]) -> None:
        await self._post(session, to, _carrying(shown))

    async def _update(self, session: aiohttp.ClientSession, to: Activity, shown: dict[str, Any]) -> None:
        url = f"{_conversation_url(to)}/activities/{to['replyToId']}"
        async with session.put(url, json=_carrying(shown)) as response:
            response.raise_for_status()

    async def _post(self, session: aiohttp.ClientSession, to: Activity, activity: Activity) -> None:
        url = f"{_conversation_url(to)}/activities/{to['id']}"
        async with session.post(url, json=activity) as response:
            response.raise_for_status()


def _conversation_url(activity: Activity) -> str:
    return f"{activity['serviceUrl']}v3/conversations/{activity['conversation']['id']}"


def _carrying(shown: dict[str, Any]) -> Activity:
    kind = "application/vnd.microsoft.card.adaptive"
    return {"type": "message", "attachments": [{"contentType": kind, "content": shown}]}


def _invoke_answer(activity: Activity) -> dict[str, Any]:
    action = activity["value"]["action"]
    if action["verb"] == "note":
        return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Noted."}
    shown = card("Executed", f"{action['verb']} {action['data']['sku']}")
    return {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": shown}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]

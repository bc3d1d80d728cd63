"""Brings a person's activities to the bot, and shows in the chat what came of it."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import aiohttp

from bot.local.card_actions import dress
from bot.local.conversations import Activity, ActivityIds, Conversation
from bot.local.teams_shape import BOT
from bot.locales import words_for
from bot.teams.activities import CARD_TYPE

log = logging.getLogger(__name__)


class Delivery:
    """Posts activities to the bot over real HTTP, each in a task of its own, as Teams does."""

    def __init__(self, *, ids: ActivityIds, bot_url_path: str, seconds: float) -> None:
        self._ids = ids
        self._path = bot_url_path
        self._seconds = seconds
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        timeout = aiohttp.ClientTimeout(total=self._seconds)
        self._session = aiohttp.ClientSession(timeout=timeout, trust_env=False)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def start(self, origin: str, conversation: Conversation, *activities: Activity) -> None:
        """Deliver activities one after the other; returns at once."""
        task = asyncio.create_task(self._deliver(origin, conversation, activities))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(
        self, origin: str, conversation: Conversation, activities: tuple[Activity, ...]
    ) -> None:
        for activity in activities:
            say = words_for(str(activity.get("locale") or ""))
            try:
                status, body = await self._post(origin + self._path, activity)
            except TimeoutError:
                fault = say("local-slow", seconds=round(self._seconds))
            except aiohttp.ClientError as error:
                log.warning("The bot cannot be reached: %s", error)
                fault = say("local-unreachable")
            else:
                if status < 300:
                    self._apply(conversation, activity, body)
                    continue
                fault = say("local-refused", status=str(status))
            self.note(conversation, fault)

    async def _post(self, url: str, activity: Activity) -> tuple[int, Any]:
        assert self._session is not None, "the application has not started"
        async with self._session.post(url, json=activity) as response:
            text = await response.text()
            try:
                return response.status, json.loads(text)
            except ValueError:
                return response.status, None

    def _apply(self, conversation: Conversation, activity: Activity, body: Any) -> None:
        """What an invoke was answered with: a card in the place of the old one, or words."""
        if activity["type"] != "invoke" or not isinstance(body, dict):
            return
        value, kind = body.get("value"), str(body.get("type", ""))
        original = conversation.get(activity.get("replyToId", ""))
        if kind == CARD_TYPE and isinstance(value, dict) and original is not None:
            card = {"contentType": CARD_TYPE, "content": dress(value, original["id"])}
            conversation.put({**original, "attachments": [card]})
        elif kind.endswith(".message") and isinstance(value, str):
            # Teams shows these words for a moment, and does not keep them.
            event = {"type": "event", "name": "toast", "value": value}
            conversation.put({**event, "id": self._ids.next(), "from": {**BOT, "role": "bot"}})
        elif isinstance(value, dict) and isinstance(value.get("message"), str):
            self.note(conversation, value["message"])

    def note(self, conversation: Conversation, text: str) -> None:
        """Words from the chat itself."""
        conversation.put(
            {
                "type": "message",
                "id": self._ids.next(),
                "from": {**BOT, "role": "bot"},
                "text": text,
                "textFormat": "plain",
            }
        )

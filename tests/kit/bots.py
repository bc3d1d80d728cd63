"""A bot with a shop: real models, SQL, Chroma, HTTP and tokens; only the cloud is fake."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.app import application
from bot.delivery.inbox import Inbox, bot_id
from bot.settings import Settings
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.bot import registered
from tests.fakes.microsoft import TENANT, FakeMicrosoft
from vision.pipeline import PhotoPipeline

ADMIN = "0d1f5c3e-0000-4000-8000-00000000ad01"
ADDRESS = "https://bot.example.com"
PLACES = count(1)

Client = TestClient[web.Request, web.Application]


@dataclass(slots=True)
class BotResponse:
    """What came of one activity."""

    status: int
    outcome: str
    """`ok`, `fault`, `bug`, `undelivered` or `later`; empty where nobody was to be answered."""
    messages: list[dict[str, Any]] = field(default_factory=list)
    """What was sent or replaced in its conversation, in order."""

    @property
    def text(self) -> str:
        """All of it, as JSON."""
        return json.dumps(self.messages, ensure_ascii=False)

    @property
    def cards(self) -> list[dict[str, Any]]:
        """The cards among it."""
        cards = [part["content"] for each in self.messages for part in each.get("attachments", ())]
        assert all(card["type"] == "AdaptiveCard" for card in cards)
        return cards


@dataclass(slots=True)
class ShopBot:
    """The bot, and the cloud that it speaks to."""

    client: Client
    cloud: FakeMicrosoft
    catalogue: Catalogue

    def place(self) -> dict[str, Any]:
        """A conversation of its own, as Teams allows so many messages in each."""
        name = f"a:personal-{next(PLACES)}"
        return {"conversationType": "personal", "tenantId": TENANT, "id": name}

    def admin(self) -> dict[str, Any]:
        """Who may change the catalogue."""
        return {"id": "29:admin", "name": "Ada Admin", "aadObjectId": ADMIN}

    async def say(self, text: str, **fields: Any) -> BotResponse:
        """Something typed by a worker, in a conversation of its own."""
        typed = activities.words(self.cloud.service_url, text, attachments=[])
        return await self.send(typed, **fields)

    async def press(self, data: dict[str, Any], **fields: Any) -> BotResponse:
        """A button pressed by a worker."""
        pressed = activities.submitted(self.cloud.service_url, data)
        return await self.send(pressed, replyToId=None, **fields)

    async def send(self, activity: dict[str, Any], **fields: Any) -> BotResponse:
        """Deliver an activity and wait for what comes of it."""
        whole = activity | {"conversation": self.place(), "locale": "en-US"} | fields
        return await self.deliver(json.dumps(whole).encode())

    async def deliver(self, body: bytes, **headers: str) -> BotResponse:
        """Deliver a body as it is, and wait for what comes of it."""
        before, so_far = await self.outcomes(), len(self.cloud.delivered)
        sent = {"Content-Type": "application/json"} | headers
        sent["Authorization"] = f"Bearer {self.cloud.token_for_bot()}"
        async with self.client.post("/api/messages", data=body, headers=sent) as response:
            status = response.status
            pressed = status == 200 and response.content_type == "application/json"
            taken = status == 202 or (pressed and (await response.json())["statusCode"] == 200)
        outcome = await self._next_outcome(before) if taken else ""
        spoken = [dict(one.activity) for one in self.cloud.delivered[so_far:]]
        return BotResponse(status, outcome, [one for one in spoken if one["type"] == "message"])

    async def _next_outcome(self, before: dict[str, float]) -> str:
        async with asyncio.timeout(60):
            while (after := await self.outcomes()) == before:  # noqa: ASYNC110 - no other signal over HTTP
                await asyncio.sleep(0.005)
        [outcome] = {key for key, value in after.items() if value > before.get(key, 0)}
        return outcome

    async def outcomes(self) -> dict[str, float]:
        """How many messages were answered, by outcome."""
        async with self.client.get("/metrics") as response:
            page = await response.text()
        counts: dict[str, float] = {}
        for family in text_string_to_metric_families(page):
            for sample in family.samples:
                if sample.name == "hangtag_messages_total":
                    outcome = sample.labels["outcome"]
                    counts[outcome] = counts.get(outcome, 0) + sample.value
        return counts


def settings_in(home: Path, **fields: Any) -> Settings:
    """Settings of a bot that keeps all in that folder; nothing of them is read from files."""
    defaults: dict[str, Any] = {"admins": ADMIN, "tenant_id": TENANT}
    return Settings(_env_file=None, home=home, **(defaults | fields))  # type: ignore[call-arg]


@asynccontextmanager
async def whole_bot(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft, **options: Any
) -> AsyncIterator[ShopBot]:
    """A bot with all its parts, registered with the fake Microsoft; options are those of `application`."""
    async with (
        application(
            registered(settings, cloud), pipeline, catalogue, base_url=ADDRESS, allow_loopback=True, **options
        ) as app,
        TestClient(TestServer(app, host="127.0.0.1")) as client,
    ):
        yield ShopBot(client, cloud, catalogue)
        # What is still owed here is not the next bot's to answer, in a cloud that is gone.
        deliveries = Inbox(catalogue.database.notes, bot=bot_id(settings.home))
        for left in deliveries.unanswered():
            deliveries.answered(left.message)

"""The bot's Teams end, running: our own code, between a fake Microsoft and a list of what it accepted."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from pydantic import SecretStr

from bot.channel import InboundMessage, Place
from bot.fetching.attachments import AttachmentFetcher
from bot.fetching.fetcher import SafeFetcher
from bot.fetching.network import open_session
from bot.settings import Settings
from bot.teams.adapter import Teams, TeamsChannel, build_local, build_teams
from bot.teams.credentials import TeamsCredentials
from bot.teams.credentials import credentials as teams_credentials
from tests.fakes.activities import CONVERSATION
from tests.fakes.microsoft import APP_ID, APP_PASSWORD, BOT_ID, TENANT, FakeMicrosoft


@dataclass(slots=True)
class RunningBot:
    """What a test reaches of the bot."""

    cloud: FakeMicrosoft
    client: TestClient[web.Request, web.Application]
    channel: TeamsChannel
    fetcher: AttachmentFetcher
    place: Place
    accepted: list[InboundMessage] = field(default_factory=list)

    async def post(
        self,
        activity: Mapping[str, Any] | bytes,
        *,
        token: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ClientResponse:
        """Deliver an activity as the Bot Connector does, with a good token unless another is given.

        An empty token stands for none at all.
        """
        token = self.cloud.token_for_bot() if token is None else token
        whole = {"Content-Type": "application/json; charset=utf-8"}
        if token:
            whole["Authorization"] = f"Bearer {token}"
        body = activity if isinstance(activity, bytes) else json.dumps(activity).encode()
        return await self.client.post("/api/messages", data=body, headers=whole | dict(headers or {}))


def credentials(cloud: FakeMicrosoft) -> TeamsCredentials:
    """Those of a bot that is registered with the fake Microsoft."""
    return teams_credentials(registered(Settings(), cloud))


def registered(settings: Settings, cloud: FakeMicrosoft, **fields: Any) -> Settings:
    """The settings of a bot that is registered with the fake Microsoft."""
    known: dict[str, Any] = {
        "app_id": APP_ID,
        "app_password": SecretStr(APP_PASSWORD),
        "tenant_id": TENANT,
        "openid_metadata_url": cloud.metadata_url,
        "login_url": cloud.login_url,
    }
    return settings.model_copy(update=known | fields)


def personal_place(cloud: FakeMicrosoft) -> Place:
    """Where the activities of `tests.fakes.activities` are held."""
    return Place("msteams", CONVERSATION, "personal", cloud.service_url, BOT_ID, TENANT)


@asynccontextmanager
async def running_bot(cloud: FakeMicrosoft, **options: Any) -> AsyncIterator[RunningBot]:
    """A bot for Teams; options are those of `build_teams`."""
    known: dict[str, Any] = {"tenants": [TENANT], "longest_wait": 0.5, "key_gap": 0.0}
    async with aiohttp.ClientSession() as session:
        teams = build_teams(credentials(cloud), session, **(known | options))
        async with _running(cloud, teams) as bot:
            yield bot


@asynccontextmanager
async def running_local_bot(cloud: FakeMicrosoft) -> AsyncIterator[RunningBot]:
    """A bot in local mode."""
    async with aiohttp.ClientSession() as session, _running(cloud, build_local(session)) as bot:
        yield bot


@asynccontextmanager
async def _running(cloud: FakeMicrosoft, teams: Teams) -> AsyncIterator[RunningBot]:
    accepted: list[InboundMessage] = []

    async def accept(message: InboundMessage) -> None:
        accepted.append(message)

    app = web.Application()
    app.router.add_post("/api/messages", teams.endpoint(accept).handle)
    server = TestServer(app, host="127.0.0.1")
    async with TestClient(server) as client, open_session(allow_loopback=True) as downloads:
        fetcher = AttachmentFetcher(SafeFetcher(downloads, allow_loopback=True))
        yield RunningBot(cloud, client, teams.channel, fetcher, personal_place(cloud), accepted)

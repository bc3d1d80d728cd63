"""Whoever comes from a tenant that is not allowed: no message, no press, no search, no role.

A whole bot of the type MultiTenant, whose tokens are good for any tenant in the world: the settings alone say
which are answered.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.settings import Settings
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.activities import USER
from tests.fakes.microsoft import TENANT, FakeMicrosoft
from tests.hostile.cases import Case, stated
from tests.kit.bots import ADMIN, ShopBot, whole_bot
from vision.pipeline import PhotoPipeline

SISTER = "5f3a9c10-0000-4000-8000-00000000515a"
"""A second tenant that is allowed."""
STRANGER = "11111111-2222-4333-8444-555555555555"

Make = Callable[[str], dict[str, Any]]
"""An activity for a service address."""


@pytest.fixture
async def shop(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> AsyncIterator[ShopBot]:
    """Ada is the admin of our tenant, and nobody in the other one that is allowed."""
    known = settings.model_copy(
        update={"app_type": "MultiTenant", "tenants": f"{TENANT},{SISTER}", "admins": f"{TENANT}/{ADMIN}"}
    )
    async with whole_bot(known, pipeline, catalogue, cloud) as shop:
        yield shop


def _search(address: str) -> dict[str, Any]:
    value = {"commandId": "find", "parameters": [{"name": "words", "value": "jeans"}], "queryOptions": {}}
    return activities.activity("invoke", address, name="composeExtension/query", value=value)


KINDS: dict[str, Make] = {
    "a message": lambda address: activities.words(address, "stock of JEANS-28"),
    "a photo": lambda address: activities.photos(address, activities.inline_photo(address)),
    "an Action.Execute": lambda address: activities.executed(address, {"do": "stock", "item": "JEANS"}),
    "an Action.Submit": lambda address: activities.submitted(address, {"do": "stock", "item": "JEANS"}),
    "a search": _search,
    "an installation": lambda address: activities.activity("installationUpdate", address, action="add"),
    "a reaction": lambda address: activities.activity("messageReaction", address),
}
"""Every kind of activity that Teams sends to a bot such as this one."""


def _of(*, channel: str | None, conversation: str | None, sender: str | None = None) -> dict[str, Any]:
    """The three parts of an activity that may name a tenant; None for one that does not."""
    held: dict[str, Any] = {"conversationType": "personal", "id": "a:tenants"}
    if conversation is not None:
        held["tenantId"] = conversation
    return {
        "channelData": {} if channel is None else {"tenant": {"id": channel}},
        "conversation": held,
        "from": USER if sender is None else USER | {"tenantId": sender},
    }


@dataclass(frozen=True, kw_only=True)
class Named(Case):
    """Where tenants are named, and whether that is answered."""

    parts: dict[str, Any]
    answered: bool = False

    def __str__(self) -> str:
        return self.tries


NAMED: list[Named] = [
    Named(
        tries="our own tenant",
        must="answered",
        parts=_of(channel=TENANT, conversation=TENANT),
        answered=True,
    ),
    Named(
        tries="another tenant that is allowed, in capitals",
        must="answered",
        parts=_of(channel=SISTER.upper(), conversation=SISTER.upper()),
        answered=True,
    ),
    Named(
        tries="an allowed tenant that the conversation alone names",
        must="answered",
        parts=_of(channel=None, conversation=SISTER),
        answered=True,
    ),
    Named(
        tries="a sender of one allowed tenant in a conversation of the other",
        must="answered, with no role",
        parts=_of(channel=TENANT, conversation=TENANT, sender=SISTER),
        answered=True,
    ),
    Named(
        tries="a tenant that is not allowed",
        must="403",
        parts=_of(channel=STRANGER, conversation=STRANGER),
    ),
    Named(tries="no tenant", must="403", parts=_of(channel=None, conversation=None)),
    Named(tries="empty tenants", must="403", parts=_of(channel="", conversation="")),
    Named(
        tries="a strange tenant behind an allowed one",
        must="403",
        parts=_of(channel=TENANT, conversation=STRANGER),
    ),
    Named(
        tries="a sender of a strange tenant in our conversation",
        must="403",
        parts=_of(channel=TENANT, conversation=TENANT, sender=STRANGER),
    ),
    Named(
        tries="a tenant that the sender alone names",
        must="403, as no conversation of ours is named",
        parts=_of(channel=None, conversation=None, sender=TENANT),
    ),
    Named(
        tries="two allowed tenants with a comma between",
        must="403",
        parts=_of(channel=f"{TENANT},{SISTER}", conversation=TENANT),
    ),
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", NAMED, ids=str)
async def test_only_allowed_tenants_are_answered_whatever_they_send(
    shop: ShopBot, case: Named, kind: str
) -> None:
    activity = KINDS[kind](shop.cloud.service_url) | case.parts
    sent = {"Content-Type": "application/json", "Authorization": f"Bearer {shop.cloud.token_for_bot()}"}
    async with shop.client.post("/api/messages", data=json.dumps(activity), headers=sent) as response:
        told = await response.text()
    if case.answered:
        assert response.status in (200, 202), told
    else:
        assert response.status == 403
        assert "JEANS" not in told
        assert shop.cloud.delivered == []


@stated("an admin's object id in another allowed tenant", "no admin there")
async def test_an_admin_of_one_tenant_is_none_in_another(shop: ShopBot) -> None:
    there = shop.place() | {"tenantId": SISTER}
    elsewhere = {"channelData": {"tenant": {"id": SISTER}}, "from": shop.admin()}
    assert (await shop.say("catalogue status", **{"from": shop.admin()})).outcome == "ok"
    for asked in ("catalogue status", "people", "people add Eve admin", "catalogue history"):
        said = await shop.say(asked, **elsewhere, conversation=there)
        assert (said.status, said.outcome) == (202, "fault"), said.text
        assert "Only" in said.text


@stated("an admin who comes into our channel from another tenant", "no admin here")
async def test_who_comes_from_another_tenant_is_no_admin(shop: ShopBot) -> None:
    said = await shop.say("people", **{"from": shop.admin() | {"tenantId": SISTER}})
    assert (said.outcome, "Only" in said.text) == ("fault", True)

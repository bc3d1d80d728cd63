"""What the doctor finds: each part as it stands, and in words what to do where it is amiss."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.commands.doctor import Finding, examined
from bot.settings import Settings
from tests.fakes import bot
from tests.fakes.microsoft import APP_ID, TENANT, FakeMicrosoft

ADMIN = "0d1f5c3e-0000-4000-8000-a1b2c3d4e5f6"


def settings(home: Path, **fields: Any) -> Settings:
    return Settings(_env_file=None, home=home, port=0, **fields)  # type: ignore[call-arg]


def registered(home: Path, cloud: FakeMicrosoft, **fields: Any) -> Settings:
    known: dict[str, Any] = {"public_url": "https://bot.example.com", "admins": ADMIN}
    return bot.registered(settings(home), cloud, **(known | fields))


async def told(known: Settings) -> dict[str, Finding]:
    found = await asyncio.to_thread(lambda: list(examined(known)))
    return {one.what: one for one in found}


async def test_where_all_is_well_all_is_said_to_be_well(home: Path, cloud: FakeMicrosoft) -> None:
    found = await told(registered(home, cloud))
    assert {what: one.state for what, one in found.items()} == dict.fromkeys(
        ("settings", "disk", "port", "models", "database", "catalogue", "manifest", "clock", "credentials"),
        "ok",
    )
    assert "6 items" in found["database"].said


async def test_without_a_registration_the_bot_is_said_to_run_locally(home: Path) -> None:
    found = await told(settings(home))
    assert found["settings"].state == "note"
    assert "--local" in found["settings"].said
    assert "credentials" not in found


async def test_what_is_missing_is_named(home: Path, cloud: FakeMicrosoft) -> None:
    found = await told(registered(home, cloud, app_password=SecretStr(""), public_url=""))
    assert found["settings"].state == "fault"
    assert "HANGTAG_APP_PASSWORD, HANGTAG_PUBLIC_URL" in found["settings"].said
    assert found["credentials"].state == "fault"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"tenant_id": ""}, "HANGTAG_TENANT_ID"),
        ({"tenant_id": "contoso.onmicrosoft.com"}, "contoso.onmicrosoft.com is no tenant id"),
        ({"tenant_id": "", "app_type": "MultiTenant"}, "set HANGTAG_TENANTS"),
        ({"tenants": "11111111-2222-4333-8444-555555555555"}, "of a tenant that is not answered"),
    ],
)
def test_tenants_that_cannot_be_meant_are_told(home: Path, fields: dict[str, str], said: str) -> None:
    known = {"app_id": APP_ID, "app_password": "x", "tenant_id": TENANT, "admins": ADMIN} | fields
    found = next(examined(settings(home, public_url="https://bot.example.com", **known)))
    assert (found.what, found.state) == ("settings", "fault")
    assert said in found.said


def test_a_bot_of_many_tenants_is_well_and_says_whom_it_serves(home: Path) -> None:
    known = {"app_id": APP_ID, "app_password": "x", "app_type": "MultiTenant", "tenants": TENANT}
    found = next(examined(settings(home, public_url="https://bot.example.com", admins=ADMIN, **known)))
    assert found.state == "ok"
    assert TENANT in found.said


async def test_a_wrong_secret_is_told_and_not_shown(home: Path, cloud: FakeMicrosoft) -> None:
    found = await told(registered(home, cloud, app_password=SecretStr("hunter2-wrong")))
    assert found["credentials"].state == "fault"
    assert "AADSTS7000215" in found["credentials"].said
    assert all("hunter2" not in one.said for one in found.values())


async def test_a_login_that_is_down_and_a_server_that_is_not_there_are_told(
    home: Path, cloud: FakeMicrosoft
) -> None:
    cloud.login_down = True
    found = await told(registered(home, cloud))
    assert (found["clock"].state, found["credentials"].state) == ("fault", "fault")
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}"
    found = await told(registered(home, cloud, openid_metadata_url=f"{url}/keys"))
    assert "is not reached" in found["clock"].said


async def test_a_taken_port_is_told(home: Path, cloud: FakeMicrosoft) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = await told(registered(home, cloud).model_copy(update={"port": port}))
    assert f"127.0.0.1:{port} is taken" in found["port"].said


async def test_a_database_that_does_not_answer_and_a_missing_checkpoint_are_told(
    home: Path, cloud: FakeMicrosoft, tmp_path: Path
) -> None:
    gone = registered(
        home, cloud, database_url="postgresql://nobody@127.0.0.1:1/none", checkpoint=tmp_path / "gone.pt"
    )
    found = await told(gone)
    assert (found["database"].state, found["models"].state) == ("fault", "fault")
    assert "gone.pt" in found["models"].said


async def test_pictures_that_moved_away_are_told(home: Path, cloud: FakeMicrosoft, tmp_path: Path) -> None:
    found = await told(registered(home, cloud, pictures_url=str(tmp_path / "elsewhere")))
    assert "HANGTAG_PICTURES_URL" in found["catalogue"].said

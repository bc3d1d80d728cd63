"""What the doctor finds: each part as it stands, and in words what to do where it is amiss."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.building.opening import open_catalogue, open_database
from bot.commands import doctor
from bot.commands.doctor import Finding, examined
from bot.settings import Settings
from catalogue.database import Events
from catalogue.events import EventKind
from catalogue.index.port import Entry
from catalogue.movements import Worker
from tests.fakes import bot
from tests.fakes.microsoft import APP_ID, TENANT, FakeMicrosoft
from vision.pipeline import PhotoPipeline

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
        (
            *("settings", "disk", "port", "models", "database", "feeds", "hooks", "catalogue"),
            *("manifest", "clock", "credentials"),
        ),
        "ok",
    )
    assert "6 items" in found["database"].said


async def test_hooks_are_said_to_be_unreachable_refused_or_given_up(home: Path) -> None:
    known = settings(home)
    now = datetime.now(UTC)

    async def told_of(prepare: Callable[[Events], None]) -> Finding:
        with open_database(known) as database:
            for hook in database.events.subscriptions():
                database.events.unsubscribe(hook.id)
            prepare(database.events)
        return await asyncio.to_thread(lambda: doctor._hooks(known))

    def add(events: Events, *, to: str = "https://erp.example.com/hangtag?key=hunter2") -> None:
        events.subscribe(to, "whsec_c2VjcmV0", [EventKind.MOVEMENT])

    def tried(events: Events, *, again: datetime | None) -> None:
        add(events)
        number = events.subscriptions()[0].id
        with open_database(known) as database:
            sku = database.first_sku() or ""
            place = database.questions.names_in_use().locations[0]
            database.movements.receive(sku, place, 1, by=Worker("ada", "Ada"))
        [claimed] = events.claim(number, datetime.now(UTC), limit=1)
        events.failed(claimed, "ClientConnectorError", now, again=again)

    found = await told_of(lambda events: None)
    assert (found.state, found.said) == ("ok", "there are none")
    found = await told_of(add)
    assert found.state == "ok"
    assert found.said.endswith("(erp.example.com): all was taken.")
    found = await told_of(partial(tried, again=now + timedelta(hours=1)))
    assert found.state == "fault"
    assert found.said.endswith(
        "(erp.example.com): 1 event waits, the oldest for 1m; it was tried once, and the answer was "
        "“ClientConnectorError”."
    )
    found = await told_of(partial(tried, again=None))
    assert found.state == "fault"
    assert "(erp.example.com): 1 event was given up within a week; see why with: hangtag" in found.said
    found = await told_of(partial(add, to="http://10.0.0.8/hangtag"))
    assert found.state == "fault"
    assert "(10.0.0.8) gets nothing, as its address is refused: A hook at 10.0.0.8 must" in found.said
    assert "hunter2" not in found.said


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


@pytest.fixture
def own_home(
    tmp_path: Path, with_networks: Callable[[Path], Path], with_shop: Callable[[Path], Path]
) -> Path:
    """A home to be broken."""
    return with_shop(with_networks(tmp_path / "home"))


async def test_what_a_database_says_of_itself_is_told(
    home: Path, cloud: FakeMicrosoft, postgresql: str
) -> None:
    """A wrong password, or as here a wrong name: that it does not answer would not be enough to repair it."""
    wrong = registered(home, cloud, database_url=f"postgresql://hangtag@/nosuch?host={postgresql}")
    said = (await told(wrong))["database"].said
    assert 'database "nosuch" does not exist' in said
    assert "\n" not in said
    assert "sqlalche.me" not in said


async def test_an_index_whose_folder_is_damaged_is_told_with_what_to_do_and_that_helps(
    own_home: Path, cloud: FakeMicrosoft, pipeline: PhotoPipeline
) -> None:
    (own_home / "chroma" / "chroma.sqlite3").write_bytes(b"no database" * 1000)
    found = (await told(registered(own_home, cloud)))["catalogue"]
    assert found.state == "fault"
    assert "file is not a database" in found.said
    assert f"{own_home / 'chroma'}, that folder is damaged" in found.said
    (own_home / "chroma").rename(own_home / "away")
    with open_catalogue(settings(own_home), pipeline, rebuild=True) as catalogue:
        catalogue.repair(pipeline.embed_pictures)
    assert (await told(registered(own_home, cloud)))["catalogue"].state == "ok"


async def test_an_index_that_counts_what_it_does_not_find_is_told(
    own_home: Path, cloud: FakeMicrosoft, pipeline: PhotoPipeline
) -> None:
    """As one whose files are gone in part."""
    with open_catalogue(settings(own_home), pipeline) as catalogue:
        gone = catalogue.database.picture_keys()[0]
        vector = catalogue.index.vectors([gone])[gone]
        catalogue.index.delete([gone])
        catalogue.index.upsert([Entry("f" * 64, "nobody's", None, -vector)])
    found = (await told(registered(own_home, cloud)))["catalogue"]
    assert (found.state, "run hangtag audit --repair" in found.said) == ("fault", True)


def test_an_address_that_is_not_this_machines_is_a_fault_and_no_taken_port(home: Path) -> None:
    known = settings(home).model_copy(update={"host": "192.0.2.1", "port": 3978})
    found = next(one for one in examined(known, offline=True) if one.what == "port")
    assert found.state == "fault"
    assert "check HANGTAG_HOST" in found.said


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = {one.what: one for one in examined(settings(tmp_path / "file"), offline=True)}
    assert "is no folder" in found["disk"].said
    assert {found[what].state for what in ("disk", "models", "database")} == {"fault"}

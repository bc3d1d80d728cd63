"""Two bots behind one address, each in a home that is laid out as manifests/deploy/kubernetes says."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.api.application import PREFIX
from bot.delivery.inbox import bot_id
from bot.settings import Settings
from catalogue.store import Catalogue
from tests.fakes import activities
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.bots import ADDRESS, Client, settings_in, whole_bot
from tests.kit.deploy import image, mounts, pod, resource, world_paths
from vision.pipeline import PhotoPipeline

ADMIN = activities.USER["aadObjectId"]


def lay_out(home: Path, cluster: Path) -> Path:
    """A home with what the pod mounts into it: shared folders, and the secret's files, readable alone."""
    home.mkdir()
    volumes = {one["name"]: one for one in pod()["volumes"]}
    place = image()["VOLUME"]
    for path, mount in mounts().items():
        inside = path.removeprefix(f"{place}/")
        if inside == path:
            continue
        source = cluster / mount["name"] / mount["subPath"]
        if "secret" in volumes[mount["name"]]:
            source.parent.mkdir(exist_ok=True)
            if not source.exists():
                secret = resource("Secret", volumes[mount["name"]]["secret"]["secretName"])
                source.write_text(secret["stringData"][mount["subPath"]])
                source.chmod(volumes[mount["name"]]["secret"]["defaultMode"])
        else:
            source.mkdir(parents=True, exist_ok=True)
        (home / inside).symlink_to(source)
    return home


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cluster")


@pytest.fixture(scope="module")
def homes(cluster: Path) -> list[Path]:
    return [lay_out(cluster / f"hangtag-{number}", cluster) for number in range(2)]


@pytest.fixture(scope="module")
def settings(cluster: Path) -> Settings:
    """Of what PostgreSQL, the Chroma server and the picture store are to real ones: the same for both."""
    return settings_in(cluster / "stores")


@pytest.fixture
async def bots(
    cloud: FakeMicrosoft, homes: list[Path], pipeline: PhotoPipeline, catalogue: Catalogue
) -> AsyncIterator[list[Client]]:
    first, second = (settings_in(home, admins=ADMIN) for home in homes)
    async with (
        whole_bot(first, pipeline, catalogue, cloud) as one,
        whole_bot(second, pipeline, catalogue, cloud) as other,
    ):
        yield [one.client, other.client]


async def post(bot: Client, cloud: FakeMicrosoft, activity: dict[str, Any]) -> int:
    headers = {"Authorization": f"Bearer {cloud.token_for_bot()}"}
    async with bot.post("/api/messages", json=activity, headers=headers) as response:
        return response.status


async def linked(cloud: FakeMicrosoft) -> str:
    """The path that the first link in the chat leads to, once there is one."""
    async with asyncio.timeout(60):
        while True:
            said = json.dumps(list(cloud.messages.values()), ensure_ascii=False)
            if ADDRESS in said:
                break
            await asyncio.sleep(0.02)
    return said[said.index(ADDRESS) :].split('"')[0].removeprefix(ADDRESS)


async def test_a_picture_link_of_one_bot_opens_at_the_other(bots: list[Client], cloud: FakeMicrosoft) -> None:
    await post(bots[0], cloud, activities.words(cloud.service_url, "stock JEANS"))
    link = await linked(cloud)
    assert link.startswith("/media/")
    for bot in bots:
        async with bot.get(link) as response:
            assert (response.status, response.content_type) == (200, "image/jpeg")


async def test_a_file_that_one_bot_has_made_is_had_from_the_other(
    bots: list[Client], cloud: FakeMicrosoft
) -> None:
    await post(bots[0], cloud, activities.words(cloud.service_url, "catalogue export"))
    link = await linked(cloud)
    assert link.startswith("/downloads/")
    async with bots[1].get(link) as response:
        assert response.status == 200
        assert "JEANS-M" in await response.text()


async def test_a_message_that_reaches_both_is_answered_by_one(
    bots: list[Client], cloud: FakeMicrosoft
) -> None:
    asked = activities.words(cloud.service_url, "stock JEANS")
    await asyncio.gather(*(post(bot, cloud, asked) for bot in bots))
    await linked(cloud)
    await asyncio.sleep(0.5)  # in which a second answer would have come
    assert len(cloud.messages) == 1


async def test_who_asks_as_the_readme_says_is_told_that_the_bot_is_there(bots: list[Client]) -> None:
    async with bots[0].get("/api/messages") as response:
        assert (response.status, response.headers["Allow"]) == (405, "POST")


async def test_each_bot_has_an_id_of_its_own(bots: list[Client], homes: list[Path]) -> None:
    assert len({bot_id(home) for home in homes}) == len(bots) == 2


def lets_in(path: str, route: str) -> bool:
    """Whether a path of the ingress lets a route in; one that ends in `*` takes all beneath."""
    return route.startswith(path[:-1]) if path.endswith("*") else route == path


async def test_the_world_reaches_all_routes_but_those_of_health_and_the_api(bots: list[Client]) -> None:
    """Whoever wants the API reached from outside opens it: docs/integration.md says how."""
    routes = {route.resource.canonical for route in bots[0].app.router.routes() if route.resource}
    api = {route for route in routes if route.startswith(f"{PREFIX}/")}
    assert f"{PREFIX}/orders" in api
    inside = {"/healthz", "/readyz", "/metrics"} | api
    assert inside < routes
    paths = world_paths()
    beneath = {path: {route for route in routes if lets_in(path, route)} for path in paths}
    assert set().union(*beneath.values()) == routes - inside
    assert all(beneath.values())

"""What manifests/deploy holds is well formed, and fits the program that it deploys.

No container engine, cluster or subscription is needed. Compose and Kubernetes files are held to their
schemas, the Dockerfile to a parser; tests/image runs what is built from it, where there is an engine. For
Bicep there is a grammar alone: that its resources have the properties that Azure wants is checked by nobody
here.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from aiohttp import web
from aiohttp.test_utils import TestServer
from compose_spec import PyCompose, parse_duration
from kubernetes_validate import ValidationError, latest_version, validate
from lark.exceptions import UnexpectedInput
from pathspec import PathSpec
from pycep import BicepParser

from bot.__main__ import app as command_line
from bot.building.background import FINISH_SECONDS
from bot.errors import SettingsError
from bot.server import public_address
from bot.settings import Settings
from bot.teams.credentials import credentials
from bot.telemetry import health
from bot.telemetry.health import health_routes
from bot.telemetry.metrics import Metrics
from tests.kit.deploy import (
    DEPLOY,
    KUBERNETES,
    ROOT,
    bicep,
    compose,
    container,
    dockerfile,
    env_example,
    health_command,
    image,
    mounts,
    pod,
    resource,
    resources,
    site_settings,
    texts,
    world_paths,
)
from tests.kit.servers import chroma_server

FILES = sorted(file for file in DEPLOY.rglob("*") if file.is_file() and file.name != ".env")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONSTRAINTS = dict(
    line.split("==") for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if "==" in line
)
HEALTH_PATHS = {route.path for route in health_routes({}, Metrics())}
PORT = int(image()["EXPOSE"])
HOME = image()["VOLUME"]
LONGEST_STOP = FINISH_SECONDS + 5.0
"""Seconds until answers are finished or cut off, and connections with them."""


def settings(values: Mapping[str, str]) -> Settings:
    """As the program reads them from those variables and no others."""
    known = {
        name.removeprefix("HANGTAG_").lower(): value
        for name, value in values.items()
        if name.startswith("HANGTAG_") and value
    }
    return Settings(_env_file=None, **known)  # type: ignore[arg-type, call-arg]


# Names


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(DEPLOY)))
def test_every_setting_that_a_file_names_is_one(file: Path) -> None:
    named = set(re.findall(r"HANGTAG_([A-Z_]+)", file.read_text("utf-8")))
    assert named <= {name.upper() for name in Settings.model_fields}


def test_every_command_that_the_readme_names_is_one() -> None:
    readme = (DEPLOY / "README.md").read_text("utf-8")
    known = set(typer.main.get_command(command_line).commands)  # type: ignore[attr-defined]
    told = set(re.findall(r"`hangtag ([a-z-]+)", readme))
    told |= set(re.findall(r"(?:run --rm bot|-- hangtag) ([a-z-]+)", readme))
    assert {"doctor", "manifest"} <= told <= known
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    made = set(re.findall(r"(?:`| )make ([a-z-]+)(?:`| {2,})", readme))
    assert {"manifest"} <= made <= targets


def test_every_file_that_the_readme_links_to_is_there() -> None:
    readme = (DEPLOY / "README.md").read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", readme) if "://" not in link]
    assert links
    assert [link for link in links if not (DEPLOY / link.partition("#")[0]).exists()] == []


# The image


def test_the_image_runs_a_command_that_there_is_as_nobody_in_particular() -> None:
    (entry,) = json.loads(image()["ENTRYPOINT"])
    assert PROJECT["project"]["scripts"][entry] == "bot.__main__:main"
    assert json.loads(image()["CMD"])[0] in typer.main.get_command(command_line).commands  # type: ignore[attr-defined]
    assert int(image()["USER"]) > 0


def test_the_image_listens_where_it_says_and_keeps_all_in_its_volume() -> None:
    known = settings(dockerfile().envs)
    assert (known.host, known.port, str(known.home)) == ("0.0.0.0", PORT, HOME)


def test_the_image_is_built_from_the_pinned_versions_and_extras_that_there_are() -> None:
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    assert "--no-deps --require-hashes --requirement locks/run.txt" in text
    assert "psycopg-binary==" in (ROOT / "locks/run.txt").read_text("utf-8")
    version = re.fullmatch(r"python:(3\.\d+)-slim", dockerfile().baseimage)
    assert version is not None
    assert f"on Python {version[1]}" in (ROOT / "constraints.txt").read_text("utf-8")
    assert f"hangtag:{PROJECT['project']['version']}" in text
    assert f"IMAGE := hangtag:{PROJECT['project']['version']}\n" in (ROOT / "Makefile").read_text("utf-8")


def test_the_image_holds_the_program_and_no_secret() -> None:
    """With manifests/teams beside the packages, or `hangtag manifest` and the doctor would miss it."""
    left_out = PathSpec.from_lines("gitignore", (ROOT / ".dockerignore").read_text("utf-8").splitlines())
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    inside = {name for name in listed.stdout.splitlines() if not left_out.match_file(name)}
    needed = {"pyproject.toml", "constraints.txt", "README.md", "LICENSE", "THIRD_PARTY.md"}
    assert {*needed, "locks/run.txt", "locks/torch.txt", "manifests/teams/manifest.json"} <= inside
    for name in listed.stdout.splitlines():
        assert (name in inside) is (
            name.startswith(("bot/", "catalogue/", "vision/", "manifests/teams/"))
            or name in needed
            or (name.startswith("locks/") and name.endswith(".txt"))
        ), name
    for secret in (
        ".env",
        "manifests/deploy/.env",
        "media.key",
        ".git/config",
        "bot/local/node_modules/x.js",
    ):
        assert left_out.match_file(secret), secret


async def test_the_images_health_check_tells_a_bot_that_lives_from_one_that_does_not() -> None:
    program, *arguments = health_command()
    assert program == "python"

    async def status(port: int) -> int:
        environment = os.environ | {"HANGTAG_PORT": str(port)}
        done = await asyncio.to_thread(
            subprocess.run, [sys.executable, *arguments], env=environment, capture_output=True, check=False
        )
        return done.returncode

    async def ill(_: web.Request) -> web.Response:
        return web.Response(status=500)

    lives, fails = web.Application(), web.Application()
    lives.add_routes(health_routes({}, Metrics()))
    fails.router.add_get("/healthz", ill)
    async with TestServer(lives, host="127.0.0.1") as one, TestServer(fails, host="127.0.0.1") as other:
        assert one.port is not None
        assert other.port is not None
        assert await status(one.port) == 0
        assert await status(other.port) == 1
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        closed = nobody.getsockname()[1]
    assert await status(closed) != 0


# Compose


def test_the_compose_file_is_one() -> None:
    PyCompose.from_yaml((DEPLOY / "compose.yaml").read_text("utf-8")).validate()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("healthcheck:", "healtcheck:"), ("service_healthy", "service_well"), ("45s", "45 s"), ("true", "yea")],
)
def test_a_compose_file_with_a_slip_is_refused(right: str, wrong: str) -> None:
    text = (DEPLOY / "compose.yaml").read_text("utf-8")
    with pytest.raises(ValueError, match="services"):
        PyCompose.from_yaml(text.replace(right, wrong))


def test_what_the_services_name_is_there() -> None:
    file = compose()
    named: dict[str, set[str]] = {"volumes": set(), "networks": set()}
    for service in file["services"].values():
        for needed, terms in service.get("depends_on", {}).items():
            assert terms["condition"] == "service_healthy"
            own = needed == "bot" and "HEALTHCHECK" in image()
            assert own or "healthcheck" in file["services"][needed], needed
        named["networks"] |= set(service["networks"])
        for volume in service["volumes"]:
            source = volume.split(":")[0]
            if source.startswith("."):
                assert (DEPLOY / source).is_file()
            else:
                named["volumes"].add(source)
    assert {kind: set(file[kind]) for kind in named} == named
    build = file["services"]["bot"]["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).resolve() == DEPLOY / "Dockerfile"
    assert set(build["args"]) <= set(
        re.findall(r"^ARG (\w+)", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)
    )


def test_what_the_compose_file_asks_of_the_environment_stands_in_its_example() -> None:
    asked = set(re.findall(r"\$\{(\w+):\?", " ".join(texts(compose()))))
    assert asked == {"POSTGRES_PASSWORD", "DOMAIN"}
    assert asked <= set(env_example())


def test_an_example_that_was_only_copied_does_not_start() -> None:
    known = settings(env_example())
    with pytest.raises(SettingsError, match="HANGTAG_APP_PASSWORD"):
        credentials(known)
    filled = known.model_copy(update={"app_password": settings({"HANGTAG_APP_PASSWORD": "x"}).app_password})
    assert credentials(filled).tenant_id == env_example()["HANGTAG_TENANT_ID"]
    assert public_address(known) == f"https://{env_example()['DOMAIN']}"


def test_in_compose_the_bot_finds_its_database_its_index_and_its_home() -> None:
    services = compose()["services"]
    bot, postgres = services["bot"], services["postgres"]["environment"]
    told = settings(bot["environment"])
    login = f"postgresql://{postgres['POSTGRES_USER']}:{postgres['POSTGRES_PASSWORD']}"
    assert told.database_url == f"{login}@postgres:5432/{postgres['POSTGRES_DB']}"
    assert told.chroma_url == "http://chroma:8000"
    assert [volume.split(":")[1] for volume in bot["volumes"]] == [HOME]
    assert bot["env_file"] == [".env"]


def test_in_compose_nobody_outside_reaches_the_stores_nor_the_bot_but_through_https() -> None:
    services, networks = compose()["services"], compose()["networks"]
    published = {name: service["ports"] for name, service in services.items() if "ports" in service}
    assert published == {"bot": [f"127.0.0.1:{PORT}:{PORT}"], "https": ["80:80", "443:443"]}
    for store in ("postgres", "chroma"):
        assert services[store]["networks"] == ["back"]
    assert networks["back"]["internal"] is True


def test_in_compose_the_bot_has_time_to_finish() -> None:
    grace = parse_duration(compose()["services"]["bot"]["stop_grace_period"])
    assert grace > LONGEST_STOP


async def test_chromas_health_check_tells_a_server_that_answers_from_one_that_does_not() -> None:
    """Run as the compose file has it, but for the port, against a real server."""
    test = compose()["services"]["chroma"]["healthcheck"]["test"]
    assert test[:3] == ["CMD", "bash", "-c"]

    async def status(port: int) -> int:
        command = test[3].replace("/8000", f"/{port}")
        assert command != test[3]
        done = await asyncio.to_thread(
            subprocess.run, ["bash", "-c", command], timeout=30, capture_output=True, check=False
        )
        return done.returncode

    with chroma_server() as url:
        assert await status(int(url.rpartition(":")[2])) == 0
    async with TestServer(web.Application(), host="127.0.0.1") as other:  # a web server, but not Chroma
        assert other.port is not None
        assert await status(other.port) != 0
        closed = other.port
    assert await status(closed) != 0


def test_the_chroma_server_is_of_the_clients_version() -> None:
    (pinned,) = {
        one.split("==")[1] for one in PROJECT["project"]["dependencies"] if one.startswith("chromadb")
    }
    assert CONSTRAINTS["chromadb"] == pinned
    assert compose()["services"]["chroma"]["image"] == f"chromadb/chroma:{pinned}"
    assert container("chroma")["image"] == f"chromadb/chroma:{pinned}"


# Kubernetes


@pytest.mark.parametrize("version", ["1.30", latest_version()])
@pytest.mark.parametrize(
    "one", resources(), ids=lambda one: f"{one['kind']}-{one['metadata']['name']}".lower()
)
def test_each_resource_keeps_to_kubernetes_own_schema(one: dict[str, Any], version: str) -> None:
    validate(one, version, strict=True)


@pytest.mark.parametrize(
    ("right", "wrong"), [("readinessProbe", "readynessProbe"), ("periodSeconds: 5", "periodSeconds: often")]
)
def test_a_resource_with_a_slip_is_refused(right: str, wrong: str) -> None:
    text = (KUBERNETES / "bot.yaml").read_text("utf-8")
    slipped = next(yaml.safe_load_all(text.replace(right, wrong)))
    with pytest.raises(ValidationError):
        validate(slipped, "1.30", strict=True)


def test_the_kustomization_applies_every_file_but_the_example_of_secrets() -> None:
    told = yaml.safe_load((KUBERNETES / "kustomization.yaml").read_text("utf-8"))
    there = {file.name for file in KUBERNETES.glob("*.yaml")}
    assert set(told["resources"]) == there - {"kustomization.yaml", "secret.example.yaml"}
    (rename,) = told["images"]
    assert rename["name"] == container()["image"]
    assert rename["newTag"] == PROJECT["project"]["version"]


def test_the_settings_in_the_cluster_are_such_that_the_bot_starts() -> None:
    given: dict[str, str] = {}
    for source in container()["envFrom"]:
        if "configMapRef" in source:
            given |= resource("ConfigMap", source["configMapRef"]["name"])["data"]
        else:
            given |= resource("Secret", source["secretRef"]["name"])["stringData"]
    known = settings(given)
    assert credentials(known).app_type == "SingleTenant"
    (rule,) = resource("Ingress")["spec"]["rules"]
    assert public_address(known) == f"https://{rule['host']}"
    assert resource("Ingress")["spec"]["tls"][0]["hosts"] == [rule["host"]]
    (served,) = resource("Service", "chroma")["spec"]["ports"]
    assert known.chroma_url == f"http://chroma:{served['port']}"
    assert (
        known.database_url is not None
    )  # several bots on a SQLite file each would know nothing of each other
    assert known.pictures_url in mounts()


def test_no_secret_lies_among_the_settings() -> None:
    secret = {
        name.upper() for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation)
    }
    public = resource("ConfigMap")["data"]
    assert secret == {"APP_PASSWORD", "FEED_HEADERS", "FEED_SECRETS", "LANGUAGE_MODEL_KEY"}
    assert not {f"HANGTAG_{name}" for name in secret | {"DATABASE_URL"}} & set(public)


def test_probes_and_services_lead_to_the_port_and_the_paths_that_the_bot_has() -> None:
    assert container()["ports"] == [{"name": "http", "containerPort": PORT}]
    paths = {}
    for name in ("startupProbe", "livenessProbe", "readinessProbe"):
        probe = container()[name]["httpGet"]
        paths[name] = probe["path"]
        assert probe["port"] == "http"
    assert paths == {"startupProbe": "/healthz", "livenessProbe": "/healthz", "readinessProbe": "/readyz"}
    assert set(paths.values()) <= HEALTH_PATHS
    assert container()["readinessProbe"]["timeoutSeconds"] > health.SECONDS
    labels = resource("StatefulSet")["spec"]["template"]["metadata"]["labels"]
    for kind, where in (
        ("Service", "selector"),
        ("PodDisruptionBudget", "selector"),
        ("StatefulSet", "selector"),
    ):
        chosen = resource(kind)["spec"][where]
        assert chosen.get("matchLabels", chosen).items() <= labels.items(), kind
    ports = {port["name"]: port["targetPort"] for port in resource("Service")["spec"]["ports"]}
    assert ports == {"http": "http"}
    (rule,) = resource("Ingress")["spec"]["rules"]
    for path in rule["http"]["paths"]:
        assert path["backend"]["service"] == {"name": "hangtag", "port": {"name": "http"}}


def test_in_the_cluster_a_bot_has_time_to_finish_and_one_is_always_left() -> None:
    _, drain = container()["lifecycle"]["preStop"]["exec"]["command"]
    assert pod()["terminationGracePeriodSeconds"] > LONGEST_STOP + float(drain)
    assert (
        1
        <= resource("PodDisruptionBudget")["spec"]["minAvailable"]
        < resource("StatefulSet")["spec"]["replicas"]
    )


@pytest.mark.parametrize("name", ["hangtag", "chroma"])
def test_in_the_cluster_nothing_is_root_and_nothing_but_mounts_can_be_written(name: str) -> None:
    assert pod(name)["securityContext"]["runAsNonRoot"] is True
    assert pod(name)["securityContext"]["runAsUser"] == int(image()["USER"])
    assert container(name)["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert "/tmp" in mounts(name)
    made = {one["metadata"]["name"] for one in resource("StatefulSet", name)["spec"]["volumeClaimTemplates"]}
    given = {one["name"] for one in pod(name)["volumes"]}
    assert {one["name"] for one in mounts(name).values()} == made | given


def test_each_bot_has_a_home_of_its_own() -> None:
    (made,) = resource("StatefulSet")["spec"]["volumeClaimTemplates"]
    assert mounts()[HOME]["name"] == made["metadata"]["name"]
    assert made["spec"]["accessModes"] == ["ReadWriteOnce"]
    assert resource("PersistentVolumeClaim", "hangtag-shared")["spec"]["accessModes"] == ["ReadWriteMany"]


def test_in_the_cluster_chroma_hears_the_bots_alone() -> None:
    policy = resource("NetworkPolicy", "chroma")["spec"]
    assert policy["podSelector"] == resource("StatefulSet", "chroma")["spec"]["selector"]
    (rule,) = policy["ingress"]
    assert rule["from"] == [{"podSelector": resource("StatefulSet")["spec"]["selector"]}]


def test_caddy_lets_in_what_the_ingress_does() -> None:
    text = (DEPLOY / "Caddyfile").read_text("utf-8")
    (paths,) = re.findall(r"@open path (.+)", text)
    assert set(paths.split()) == world_paths()
    assert f"reverse_proxy bot:{PORT}" in text
    assert "{$DOMAIN}" in text


# Azure


def test_the_bot_is_registered_for_one_tenant_with_the_teams_channel() -> None:
    registered = bicep()["resources"]
    assert {name: one["type"] for name, one in registered.items()} == {
        "bot": "Microsoft.BotService/botServices",
        "teams": "Microsoft.BotService/botServices/channels",
        "plan": "Microsoft.Web/serverfarms",
        "site": "Microsoft.Web/sites",
    }
    told = registered["bot"]["config"]["properties"]
    assert told["msaAppType"] == "SingleTenant"
    assert (told["msaAppId"], told["msaAppTenantId"]) == ("appId", "tenantId")
    assert told["endpoint"] == "https://${domain}/api/messages"
    channel = registered["teams"]["config"]
    assert (channel["parent"], channel["name"]) == ("bot", "MsTeamsChannel")
    assert channel["properties"]["channelName"] == "MsTeamsChannel"


def test_every_parameter_of_the_template_is_used_and_secrets_are_told_to_be_some() -> None:
    text = (DEPLOY / "azure" / "main.bicep").read_text("utf-8")
    body = re.sub(r"(?m)^\s*//.*|@description\('.*'\)", "", text)
    parameters = bicep()["parameters"]
    assert [name for name in parameters if len(re.findall(rf"\b{name}\b", body)) < 2] == []
    secure = {
        name for name, one in parameters.items() if "secure" in {mark["type"] for mark in one["decorators"]}
    }
    assert secure == {"appPassword", "databaseUrl"}
    outputs = set(texts([one["value"] for one in bicep()["outputs"].values()]))
    assert not outputs & secure
    for value in texts(bicep()["resources"]):
        for name in re.findall(r"\$\{(\w+)\}", value):
            assert name in parameters, value


def test_the_web_app_gives_the_bot_what_it_must_have_and_asks_after_it_at_its_own_port() -> None:
    told = site_settings()
    site = bicep()["resources"]["site"]["config"]["properties"]["siteConfig"]
    needed = {"APP_ID", "APP_PASSWORD", "TENANT_ID", "PUBLIC_URL", "DATABASE_URL", "CHROMA_URL", "HOME"}
    assert {f"HANGTAG_{name}" for name in needed} <= set(told)
    assert told["WEBSITES_PORT"] == str(PORT)
    assert told["HANGTAG_HOME"].startswith("/home/")  # all else is gone with each restart
    assert told["WEBSITES_ENABLE_APP_SERVICE_STORAGE"] == "true"
    assert told["HANGTAG_APP_TYPE"] == "SingleTenant"
    assert site["healthCheckPath"] in HEALTH_PATHS
    assert bicep()["resources"]["plan"]["config"]["sku"]["capacity"] == 1


@pytest.mark.parametrize(("right", "wrong"), [("param name string", "param name"), ("sku: {", "sku {")])
def test_bicep_with_a_slip_is_refused(right: str, wrong: str) -> None:
    text = (DEPLOY / "azure" / "main.bicep").read_text("utf-8")
    assert right in text
    with pytest.raises(UnexpectedInput):
        BicepParser().parse(text=text.replace(right, wrong, 1))

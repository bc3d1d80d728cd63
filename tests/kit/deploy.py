"""What stands in manifests/deploy, read with the parsers of its formats."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from dockerfile_parse import DockerfileParser
from dotenv import dotenv_values
from pycep import BicepParser

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "manifests" / "deploy"
KUBERNETES = DEPLOY / "kubernetes"

Tree = dict[str, Any]


@cache
def image() -> Mapping[str, str]:
    """The last instruction of each kind in the Dockerfile's last stage, by its name."""
    told: dict[str, str] = {}
    for step in dockerfile().structure:
        if step["instruction"] == "FROM":
            told.clear()
        told[step["instruction"]] = step["value"]
    return told


def dockerfile() -> DockerfileParser:
    """The Dockerfile; its `envs` are those of the last stage."""
    return DockerfileParser(path=str(DEPLOY / "Dockerfile"))


def health_command() -> list[str]:
    """What the container engine runs to see whether the bot is alive."""
    _, _, command = image()["HEALTHCHECK"].partition("CMD ")
    told: list[str] = json.loads(command)
    return told


@cache
def compose() -> Tree:
    """The compose file."""
    read: Tree = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return read


@cache
def env_example() -> dict[str, str]:
    """What stands in .env.example."""
    return {name: value or "" for name, value in dotenv_values(DEPLOY / ".env.example").items()}


@cache
def resources() -> tuple[Tree, ...]:
    """All Kubernetes resources, the example secrets among them; not the kustomization."""
    files = [file for file in sorted(KUBERNETES.glob("*.yaml")) if file.name != "kustomization.yaml"]
    return tuple(one for file in files for one in yaml.safe_load_all(file.read_text("utf-8")))


def resource(kind: str, name: str = "hangtag") -> Tree:
    """The one resource of that kind and name."""
    (found,) = [one for one in resources() if (one["kind"], one["metadata"]["name"]) == (kind, name)]
    return found


def pod(name: str = "hangtag") -> Tree:
    """What the stateful set of that name makes its pods of."""
    spec: Tree = resource("StatefulSet", name)["spec"]["template"]["spec"]
    return spec


def container(name: str = "hangtag") -> Tree:
    """The one container of that pod."""
    (found,) = pod(name)["containers"]
    read: Tree = found
    return read


def mounts(name: str = "hangtag") -> dict[str, Tree]:
    """What that container mounts, by where it does."""
    return {one["mountPath"]: one for one in container(name)["volumeMounts"]}


@cache
def bicep() -> Tree:
    """The Bicep file as its grammar has it; types and functions are looked at by no one here."""
    read: Tree = json.loads(
        json.dumps(BicepParser().parse(text=(DEPLOY / "azure" / "main.bicep").read_text()))
    )
    return read


def site_settings() -> dict[str, str]:
    """The web app's settings, with parameters by their names."""
    told = bicep()["resources"]["site"]["config"]["properties"]["siteConfig"]["appSettings"]
    return {one["name"]: one["value"] for one in told}


def world_paths() -> set[str]:
    """What the ingress lets in from outside, with `*` where it takes all beneath."""
    (rule,) = resource("Ingress")["spec"]["rules"]
    return {one["path"] + "*" * (one["pathType"] == "Prefix") for one in rule["http"]["paths"]}


def texts(tree: Any) -> Iterator[str]:
    """All words in a tree of YAML or JSON."""
    if isinstance(tree, Mapping):
        for each in tree.values():
            yield from texts(each)
    elif isinstance(tree, list):
        for each in tree:
            yield from texts(each)
    elif isinstance(tree, str):
        yield tree

"""What is installed is what the locks say: each package with its hashes, in the version that was tested."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ROOT / "locks"
OWN_BUILDS = {"torch", "torchvision"}
"""Of these each machine has its own files, so their version alone is pinned."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True)
class Locked:
    """A package in a lock."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        [only] = self.requirement.specifier
        assert only.operator == "=="
        return only.version

    @property
    def is_for_here(self) -> bool:
        marker = self.requirement.marker
        return marker is None or marker.evaluate()


def lock(name: str) -> dict[str, Locked]:
    """A lock by the names of its packages."""
    text = (LOCKS / f"{name}.txt").read_text("utf-8")
    joined = re.sub(r"\\\n", " ", "\n".join(line for line in text.splitlines() if not line.startswith("#")))
    found = {}
    for line in filter(None, map(str.strip, joined.splitlines())):
        wanted, *_ = line.partition("--hash=")
        one = Locked(Requirement(wanted.strip()), tuple(_HASH.findall(line)))
        found[one.name] = one
    return found


def constraints() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = (line.split("==") for line in lines if "==" in line)
    return {canonicalize_name(name): wanted for name, wanted in pinned}


@pytest.mark.parametrize("name", ["run", "dev"])
def test_each_package_of_a_lock_has_hashes_and_the_version_that_was_tested(name: str) -> None:
    tested = constraints()
    for one in lock(name).values():
        assert one.hashes, one.name
        assert len(set(one.hashes)) == len(one.hashes)
        assert tested.get(one.name, one.version) == one.version, one.name
        assert one.requirement.url is None


@pytest.mark.parametrize("file", sorted(LOCKS.iterdir()), ids=lambda file: file.name)
def test_a_lock_names_packages_and_no_place_where_they_are_had(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^-(-?)(i|f|index|extra-index|find-links|trusted)", text, re.MULTILINE)


def test_all_that_the_project_asks_for_is_locked_but_what_each_machine_builds_itself() -> None:
    extras = PROJECT["optional-dependencies"]
    run = [*PROJECT["dependencies"], *extras["openvino"], *extras["postgresql"]]
    for name, asked in (("run", run), ("dev", [*run, *extras["train"], *extras["dev"]])):
        locked = lock(name)
        for each in map(Requirement, asked):
            if canonicalize_name(each.name) in OWN_BUILDS:
                continue
            one = locked[canonicalize_name(each.name)]
            assert each.specifier.contains(one.version, prereleases=True), one.name
        assert not OWN_BUILDS & set(locked)
        assert "setuptools" in locked  # which builds the project, as nothing else is fetched then
    assert set(lock("run")) <= set(lock("dev"))
    assert {name: one.version for name, one in lock("torch").items()} == {
        name: constraints()[name] for name in OWN_BUILDS
    }


def test_what_is_installed_is_what_is_locked() -> None:
    """Where an environment was made in another way, this says what differs."""
    differ = {}
    for name, one in {**lock("dev"), **lock("torch")}.items():
        if not one.is_for_here:
            continue
        try:
            there = version(name).partition("+")[0]  # a local build has a mark of its own
        except PackageNotFoundError:
            there = "none"
        if there != one.version:
            differ[name] = (one.version, there)
    assert differ == {}


def test_every_way_to_install_the_project_wants_the_hashes() -> None:
    for name in ("Makefile", "manifests/deploy/Dockerfile"):
        text = (ROOT / name).read_text("utf-8")
        assert "--no-deps --require-hashes --requirement" in text, name
        assert "--editable '.[" not in text, f"{name} installs what no lock names"

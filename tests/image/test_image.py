"""The image, built and run as the compose file and the pods run it: `make image try-image`.

Building takes minutes and a container engine, so that this runs by that target alone.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.kit.deploy import ROOT, compose, env_example, health_command, image, pod

HOME = image()["VOLUME"]
OUTSIDE = env_example() | {"HANGTAG_APP_PASSWORD": "not a secret"}
READY_S = 300.0
"""What the pods' startup probe allows: the first start converts the networks."""


class Engine:
    """Docker's command line, or Podman's, which is the same but for a few words."""

    def __init__(self, program: str, tag: str) -> None:
        self._program, self.tag = program, tag

    def tell(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """One command, and what it said."""
        done = subprocess.run([self._program, *arguments], capture_output=True, text=True, check=False)
        assert not check or done.returncode == 0, f"{' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done

    def run(self, *command: str, options: tuple[str, ...] = (), check: bool = True) -> str:
        """What a container of the image prints, bounded as in the compose file."""
        return self.tell(
            "run", "--rm", *self.bounds(), *options, self.tag, *command, check=check
        ).stdout.strip()

    def bounds(self) -> list[str]:
        """The compose file's bounds, as options."""
        bot = compose()["services"]["bot"]
        assert bot["read_only"]
        assert bot["init"]
        told = ["--read-only", "--init", "--memory", bot["mem_limit"]]
        told += [f"--cap-drop={one}" for one in bot["cap_drop"]]
        told += [f"--security-opt={one.removesuffix(':true')}" for one in bot["security_opt"]]
        told += [f"--tmpfs={one}:rw,noexec,nosuid,nodev" for one in bot["tmpfs"]]  # Docker's own terms
        told += [f"--env={name}={value}" for name, value in OUTSIDE.items() if name.startswith("HANGTAG_")]
        if Path(self._program).name == "podman":
            # Else Podman adds writable folders; and it checks health by systemd, which is not everywhere.
            told += ["--read-only-tmpfs=false", "--no-healthcheck"]
        return told

    @contextmanager
    def volume(self) -> Iterator[str]:
        """An empty volume, as a mount over the bot's home."""
        name = f"hangtag-test-{secrets.token_hex(4)}"
        self.tell("volume", "create", name)
        try:
            yield f"--volume={name}:{HOME}"
        finally:
            self.tell("volume", "rm", "--force", name)


@pytest.fixture(scope="module")
def engine() -> Engine:
    tag = os.environ.get("HANGTAG_IMAGE")
    if not tag:
        pytest.skip("no image is named by HANGTAG_IMAGE: make image try-image")
    programs = [found for name in ("docker", "podman") if (found := shutil.which(name))]
    if not programs:
        pytest.skip("no container engine is installed: neither docker nor podman was found")
    for program in programs:
        if not subprocess.run(
            [program, "image", "inspect", tag], capture_output=True, check=False
        ).returncode:
            return Engine(program, tag)
    pytest.skip(f"{' and '.join(programs)} know no image {tag}: make image")


@pytest.fixture(scope="module")
def home(engine: Engine) -> Iterator[str]:
    with engine.volume() as mount:
        yield mount


def test_it_runs_as_the_user_and_the_group_that_the_pods_name(engine: Engine) -> None:
    told = pod()["securityContext"]
    ids = engine.run("-c", "id -u && id -g && id -G", options=("--entrypoint=sh",)).split()
    assert ids == [str(told["runAsUser"]), str(told["runAsGroup"]), str(told["fsGroup"])]


def test_its_home_is_empty_and_writable_and_so_is_tmp_and_nothing_else(engine: Engine, home: str) -> None:
    code = f"ls -A {HOME}; for each in / /app /opt/venv /etc /var/tmp /run /tmp {HOME}; do "
    code += '(: > "$each/tried") 2>/dev/null && echo "$each" && rm "$each/tried"; done; true'
    assert engine.run("-c", code, options=("--entrypoint=sh", home)).split() == ["/tmp", HOME]


def test_it_holds_what_the_lock_names_and_fits_together(engine: Engine) -> None:
    told = engine.run("-m", "pip", "list", "--format=json", options=("--entrypoint=python",))
    there = {re.sub(r"[-_.]+", "-", one["name"].lower()): one["version"] for one in json.loads(told)}
    lock = (ROOT / "locks" / "run.txt").read_text("utf-8")
    locked = dict(re.findall(r"^([a-z0-9.-]+)==([^ ;]+) \\$", lock, re.MULTILINE))
    assert len(locked) > 50
    assert locked.items() <= there.items()
    torch = dict(
        re.findall(r"^(\w+)==(.+)$", (ROOT / "locks" / "torch.txt").read_text("utf-8"), re.MULTILINE)
    )
    assert {name: there[name].partition("+")[0] for name in torch} == torch
    engine.run("-m", "pip", "check", options=("--entrypoint=python",))


def test_it_holds_no_tests_and_no_history(engine: Engine) -> None:
    there = set(engine.run("-A", "/app", options=("--entrypoint=ls",)).split())
    made = {one for one in there if one.endswith(".egg-info")}
    assert there - made == {
        "LICENSE",
        "README.md",
        "THIRD_PARTY.md",
        "bot",
        "catalogue",
        "constraints.txt",
        "locks",
        "manifests",
        "pyproject.toml",
        "vision",
    }


def test_the_bot_starts_in_an_empty_home_answers_and_stops_when_told(engine: Engine, home: str) -> None:
    name = f"hangtag-test-{secrets.token_hex(4)}"
    port = image()["EXPOSE"]
    engine.tell(
        "run",
        "--detach",
        f"--name={name}",
        f"--publish=127.0.0.1::{port}",
        *engine.bounds(),
        home,
        engine.tag,
    )
    try:
        address = engine.tell("port", name, port).stdout.split()[0]
        began = time.monotonic()
        while (told := answer(f"http://{address}/readyz"))[0] != 200:
            assert time.monotonic() - began < READY_S, told
            assert running(engine, name), engine.tell("logs", name)
            time.sleep(1)
        assert json.loads(told[1]) == {
            "status": "ready",
            "parts": {"models": "ok", "database": "ok", "index": "ok"},
        }
        assert answer(f"http://{address}/healthz")[0] == 200
        assert answer(f"http://{address}/api/messages")[0] == 405
        engine.tell("exec", name, *health_command())
        looked = engine.tell("exec", name, "hangtag", "doctor", "--offline", "--json").stdout
        assert {one["what"]: one["state"] for one in json.loads(looked)} | {"port": "", "settings": ""} == {
            "settings": "",
            "disk": "ok",
            "port": "",
            "models": "ok",
            "database": "note",  # empty
            "catalogue": "ok",
            "manifest": "ok",
        }
        engine.tell("exec", name, "hangtag", "manifest", f"{HOME}/hangtag-teams.zip")
        grace = compose()["services"]["bot"]["stop_grace_period"].removesuffix("s")
        engine.tell("stop", "-t", grace, name)
        state = inspected(engine, name)
        assert (state["ExitCode"], state["OOMKilled"]) == (0, False)
    finally:
        engine.tell("rm", "--force", name)
    kept = engine.run("-A", HOME, options=("--entrypoint=ls", home)).split()
    assert {"bot.id", "media.key", "hangtag.sqlite3", "chroma", "hangtag-teams.zip"} <= set(kept)
    assert "intel" not in kept


def test_what_it_lacks_is_said_at_once(engine: Engine) -> None:
    done = engine.tell(
        "run", "--rm", *engine.bounds(), "--env=HANGTAG_APP_PASSWORD=", engine.tag, check=False
    )
    assert done.returncode != 0
    assert "HANGTAG_APP_PASSWORD" in done.stdout + done.stderr


def running(engine: Engine, name: str) -> bool:
    """Whether that container has not ended."""
    there: bool = inspected(engine, name)["Running"]
    return there


def inspected(engine: Engine, name: str) -> dict[str, Any]:
    """That container's state."""
    state: dict[str, Any] = json.loads(engine.tell("inspect", name).stdout)[0]["State"]
    return state


def answer(url: str) -> tuple[int, str]:
    """Status and body; 0 while nobody answers."""
    with suppress(OSError):
        try:
            with urllib.request.urlopen(url, timeout=10) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()
    return 0, ""

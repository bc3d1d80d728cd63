"""PostgreSQL and Chroma servers that belong to a test."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
import pytest

INITDB = ("-U", "hangtag", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
POSTGRES = ("-c", "listen_addresses=", "-c", "fsync=off")


class Daemon:
    """A server of our own that can be stopped and started again, as a fault or an operator does it."""

    def __init__(self, command: Sequence[str], answers: Callable[[], None], *, folder: Path) -> None:
        """`answers` raises until the server does; its output goes into `folder`."""
        self._command = command
        self._answers = answers
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns once it answers, or raises what kept it from answering for a minute."""
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(self._command, stdout=log, stderr=log, cwd=self._folder)
        deadline = time.monotonic() + 60
        while True:
            try:
                self._answers()
            except (OSError, psycopg.OperationalError):
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
            else:
                return

    def stop(self, by: signal.Signals = signal.SIGTERM) -> None:
        """Returns once it is gone; SIGKILL is a crash."""
        if self._process is not None:
            self._process.send_signal(by)
            self._process.wait(30)
            self._process = None

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """It takes what it is sent, and says nothing, until the context is left."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)


@contextmanager
def postgresql_daemon(*, port: int | None = None) -> Iterator[tuple[Daemon, str]]:
    """A PostgreSQL server of our own in a temporary folder; its socket folder. Skips where there is none.

    With a port it listens on that one of 127.0.0.1 too.
    """
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        pytest.skip("no PostgreSQL server is installed here (initdb was not found)")
    binaries = found[-1].parent if found else Path(str(on_path)).parent
    with TemporaryDirectory(prefix="hangtag-pg-", dir="/tmp") as name:
        folder = Path(name)
        data = ["-D", str(folder / "data")]
        as_user: list[str] = []
        if os.getuid() == 0:  # PostgreSQL refuses root
            as_user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
            os.chown(folder, 65534, 65534)
        subprocess.run(
            [*as_user, str(binaries / "initdb"), *data, *INITDB], check=True, capture_output=True, cwd=folder
        )
        listens = ["-c", "listen_addresses=127.0.0.1", "-p", str(port)] if port else []
        address: dict[str, Any] = {
            "host": name,
            "port": port or 5432,
            "user": "hangtag",
            "dbname": "postgres",
        }
        daemon = Daemon(
            [*as_user, str(binaries / "postgres"), *data, "-k", str(folder), *POSTGRES, *listens],
            lambda: psycopg.connect(**address).close(),
            folder=folder,
        )
        daemon.start()
        try:
            yield daemon, name
        finally:
            daemon.stop(signal.SIGINT)  # fast shutdown


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The socket folder of a PostgreSQL server of our own."""
    with postgresql_daemon() as (_, folder):
        yield folder


def create_postgresql_database(socket_folder: str, name: str, *, like: str = "template1") -> str:
    """The URL of a fresh database of that server, which begins as a copy of the one that it shall be like."""
    _tell(socket_folder, f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
    return f"postgresql://hangtag@/{name}?host={socket_folder}"


@contextmanager
def postgresql_database(socket_folder: str, name: str, *, like: str = "template1") -> Iterator[str]:
    """The same, until the context is left."""
    yield create_postgresql_database(socket_folder, name, like=like)
    _tell(socket_folder, f'DROP DATABASE "{name}" WITH (FORCE)')


def _tell(socket_folder: str, statement: str) -> None:
    with psycopg.connect(host=socket_folder, user="hangtag", dbname="postgres", autocommit=True) as admin:
        admin.execute(statement.encode())


@contextmanager
def chroma_daemon() -> Iterator[tuple[Daemon, str]]:
    """A Chroma server of our own in a temporary folder, and its URL."""
    program = Path(sys.executable).parent / "chroma"
    if not program.is_file():
        pytest.skip("the chroma command is not installed beside Python")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with TemporaryDirectory(prefix="hangtag-chroma-") as name:
        daemon = Daemon(
            [str(program), "run", "--path", f"{name}/data", "--host", "127.0.0.1", "--port", str(port)],
            lambda: socket.create_connection(("127.0.0.1", port), timeout=1).close(),
            folder=Path(name),
        )
        daemon.start()
        try:
            yield daemon, f"http://127.0.0.1:{port}"
        finally:
            daemon.stop()


@contextmanager
def chroma_server() -> Iterator[str]:
    """The URL of a Chroma server of our own."""
    with chroma_daemon() as (_, url):
        yield url

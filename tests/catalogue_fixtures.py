"""What the catalogue's tests share: a working index in memory, a toy embedding, pictures, real servers."""

from __future__ import annotations

import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import psycopg
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from catalogue.errors import StoreError
from catalogue.index.port import Entry, Hit
from catalogue.messages import plain_text

SIDE = 6
DIMENSION = SIDE * SIDE * 3
INITDB = ("-U", "hangtag", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
POSTGRES = ("-c", "listen_addresses=", "-c", "fsync=off")


class MemoryIndex:
    """An exact index that forgets everything at the end.

    A write puts a new dict in place of the old one, so that searches in other threads read a whole one.
    """

    def __init__(self, *, model_id: str = "toy", dimension: int = DIMENSION) -> None:
        self.model_id = model_id
        self._dimension = dimension
        self._entries: dict[str, Entry] = {}
        self._writing = threading.Lock()

    def upsert(self, entries: Sequence[Entry]) -> None:
        """Write or overwrite entries."""
        if any(entry.vector.shape != (self._dimension,) for entry in entries):
            raise StoreError(plain_text(f"The index takes vectors of {self._dimension} numbers."))
        with self._writing:
            self._entries = self._entries | {entry.picture: entry for entry in entries}

    def delete(self, pictures: Sequence[str]) -> None:
        """Forget pictures."""
        gone = set(pictures)
        with self._writing:
            self._entries = {key: entry for key, entry in self._entries.items() if key not in gone}

    def nearest(self, vector: NDArray[np.float32], *, top: int) -> list[Hit]:
        """The nearest pictures, by looking at all."""
        hits = [
            Hit(entry.picture, float(np.clip(entry.vector @ vector, -1, 1)))
            for entry in self._entries.values()
        ]
        return sorted(hits, key=lambda hit: -hit.similarity)[:top]

    def nearest_to_each(self, vectors: NDArray[np.float32], *, top: int) -> list[list[Hit]]:
        """The same for each."""
        return [self.nearest(vector, top=top) for vector in vectors]

    def vectors(self, pictures: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The stored vectors."""
        entries = self._entries
        return {key: entries[key].vector for key in pictures if key in entries}

    def count(self) -> int:
        """How many pictures it holds."""
        return len(self._entries)

    def keys(self) -> list[str]:
        """The keys of all pictures it holds."""
        return list(self._entries)

    def rebuild(self) -> None:
        """Nothing is ever lost here."""

    def complete(self) -> None:
        """It serves at once."""

    def close(self) -> None:
        """Nothing to let go of."""


def toy_embed(pictures: list[bytes]) -> NDArray[np.float32]:
    """A thumbnail as a vector: cheap, deterministic, and telling enough for these tests."""
    vectors = []
    for data in pictures:
        with Image.open(io.BytesIO(data)) as image:
            small = np.asarray(image.convert("RGB").resize((SIDE, SIDE)), np.float32).ravel() - 127.3
        vectors.append(small / np.linalg.norm(small))
    return np.stack(vectors).astype(np.float32)


def picture(colour: str, *, mark: int = 0, format: str = "PNG") -> bytes:  # noqa: A002 - Pillow's word
    """A small picture of a coloured square on white; `mark` makes it differ from others of its colour."""
    image = Image.new("RGB", (48, 48), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((8, 8, 40, 40), fill=colour)
    for bit in range(8):
        if mark >> bit & 1:
            draw.rectangle((bit * 6, 0, bit * 6 + 5, 7), fill="black")
    file = io.BytesIO()
    image.save(file, format)
    return file.getvalue()


def random_vectors(count: int, dimension: int = DIMENSION, *, seed: int = 0) -> NDArray[np.float32]:
    """Unit vectors, (count, dimension)."""
    vectors = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)  # type: ignore[no-any-return]


def shop_export() -> Path:
    """The real Magento export, or a skip that says where it was looked for."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    file = Path(os.environ.get("HANGTAG_DATA", beside)) / "shop" / "products.csv"
    if not file.is_file():
        pytest.skip(f"the shop export is not at {file}; set HANGTAG_DATA")
    return file


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

    def stop(self, told: signal.Signals = signal.SIGTERM) -> None:
        """Returns once it is gone; SIGKILL is a crash."""
        if self._process is not None:
            self._process.send_signal(told)
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


@contextmanager
def postgresql_database(socket_folder: str, name: str) -> Iterator[str]:
    """The URL of a fresh database of that server."""

    def tell(statement: str) -> None:
        with psycopg.connect(host=socket_folder, user="hangtag", dbname="postgres", autocommit=True) as admin:
            admin.execute(statement.encode())

    tell(f'CREATE DATABASE "{name}"')
    yield f"postgresql://hangtag@/{name}?host={socket_folder}"
    tell(f'DROP DATABASE "{name}" WITH (FORCE)')


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

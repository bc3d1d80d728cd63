"""A database, a working index in memory, a toy embedding, and pictures for them."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import numpy as np
import pytest
import sqlalchemy as sa
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from catalogue.calibration import Calibration
from catalogue.database import BatchRecord, Database, sqlite_url
from catalogue.errors import StoreError
from catalogue.index.port import Entry, Hit, Index
from catalogue.items import Item
from catalogue.messages import plain_text
from catalogue.pictures import PictureStore
from catalogue.store import Catalogue
from tests.kit.servers import create_postgresql_database, postgresql_database

SIDE = 6
DIMENSION = SIDE * SIDE * 3


@contextmanager
def open_database(folder: Path, *items: Item, name: str = "h.sqlite3") -> Iterator[Database]:
    """A SQLite database in that folder, with these items from one batch; closed at the end."""
    with closing(_opened(folder / name)) as database:
        if items:
            database.write(items, BatchRecord(datetime.now(UTC), "test", len(items), 0, 0))
        yield database


def _opened(file: Path) -> Database:
    """The database of that file; a new one begins as a copy, which saves the migrations."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_empty_database())
    return Database.open(sqlite_url(file))


@cache
def _empty_database() -> bytes:
    """A SQLite file with today's schema and nothing in it."""
    with TemporaryDirectory() as folder:
        Database.open(sqlite_url(file := Path(folder) / "h.sqlite3")).close()
        return file.read_bytes()


@contextmanager
def counted_statements() -> Iterator[list[str]]:
    """The SQL that any engine of this process is sent meanwhile."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        statements.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)


@contextmanager
def fresh_database(server: str, *items: Item) -> Iterator[Database]:
    """The same on that PostgreSQL server, under a name of its own."""
    made = postgresql_database(server, f"test_{uuid4().hex}", like=_empty_postgresql(server))
    with made as url, closing(Database.open(url)) as database:
        if items:
            database.write(items, BatchRecord(datetime.now(UTC), "test", len(items), 0, 0))
        yield database


@cache
def _empty_postgresql(server: str) -> str:
    """The name of a database on that server with today's schema and nothing in it, which stays there."""
    name = f"empty_{uuid4().hex}"
    Database.open(create_postgresql_database(server, name)).close()
    return name


@contextmanager
def database_of(request: pytest.FixtureRequest, folder: Path, *items: Item) -> Iterator[Database]:
    """The database of a fixture with the params `sqlite` and `postgresql`: a fresh one of that kind."""
    if request.param == "sqlite":
        with open_database(folder, *items) as database:
            yield database
    else:
        with fresh_database(request.getfixturevalue("postgresql"), *items) as database:
            yield database


def build_catalogue(
    folder: Path, *, index: Index | None = None, name: str = "h.sqlite3", pictures: str = "pictures"
) -> Catalogue:
    """A catalogue in that folder, whose index is in memory unless another is given; close it at the end."""
    return Catalogue(
        _opened(folder / name),
        index or MemoryIndex(),
        PictureStore(str(folder / pictures)),
        calibration=Calibration(),
    )


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
    beside = Path(__file__).parents[3] / "shared" / "data"
    file = Path(os.environ.get("HANGTAG_DATA", beside)) / "shop" / "products.csv"
    if not file.is_file():
        pytest.skip(f"the shop export is not at {file}; set HANGTAG_DATA")
    return file

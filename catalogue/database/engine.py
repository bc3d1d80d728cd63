"""The engine of the database: connections, the schema, sessions, and the lock of batches."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

import sqlalchemy as sa
from filelock import FileLock, Timeout
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError, NoSuchModuleError, SQLAlchemyError

from catalogue.errors import BusyStoreError, StoreError, no_answer
from catalogue.messages import Message
from catalogue.migrations import head

log = logging.getLogger(__name__)

CHUNK = 500
"""Values in one IN clause; SQLite before 3.32 took 999."""
MIGRATION_LOCK = 4_845_104
"""PostgreSQL's advisory lock for migrations; any number not used elsewhere."""
BATCH_LOCK = 4_845_105
"""PostgreSQL's advisory lock for applying and undoing batches."""
FEED_LOCKS = 4_845_106
"""The first of two keys of PostgreSQL's advisory locks for feeds; the second is the feed's number."""
ADAPTATION_LOCK = 4_845_107
"""PostgreSQL's advisory lock for trying what a photo can't tell apart."""
BUSY = Message("batch-busy")
FEED_BUSY = Message("feed-busy")
ADAPTATION_BUSY = Message("operator-adaptation-busy")
SILENT = Message("database-silent")
POLL = 0.05
"""Seconds between two tries to take a lock."""
_SQLITE_PATIENCE = 10.0
"""Seconds after which a writer of SQLite gives up."""
_POSTGRESQL = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
"""Detects a server that disappears within a minute, instead of hours; libpq's own names."""
_SERVER_KEEPALIVE = (
    "SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3"
)
"""The server's side of the same: a bot that disappears loses its locks in PostgreSQL, the lock of batches
too, after some 90 seconds, instead of the two hours of TCP's default.
"""


class Sessions:
    """Connections to one database, from several threads. All raise `StoreError` if it does not answer."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._turn = Lock() if engine.dialect.name == "sqlite" else None

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Open a connection to read with."""
        with as_store_errors(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Begin a transaction that is committed at the end. A thread may have one at a time."""
        with as_store_errors(), self._in_turn(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Queue this process's writers: SQLite allows one at a time, and lets the others poll ever more
        seldom.
        """
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(timeout=_SQLITE_PATIENCE):
            raise SQLAlchemyError("another thread writes for too long")
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def batch_lock(self, *, wait: float) -> Iterator[None]:
        """Hold the batch lock among all programs and threads; a crash releases it.

        Raises `BusyStoreError` if another one holds it for longer than `wait` seconds.
        """
        with self._lock("", (BATCH_LOCK,), BUSY, wait):
            yield

    @contextmanager
    def feed_lock(self, feed_id: int) -> Iterator[None]:
        """Hold a feed's lock among all programs and threads; a crash releases it, whatever the clock says.

        Raises `BusyStoreError` at once if another one holds it.
        """
        with self._lock(f".feed-{feed_id}", (FEED_LOCKS, feed_id), FEED_BUSY, 0):
            yield

    @contextmanager
    def adaptation_lock(self) -> Iterator[None]:
        """Hold the lock for trying what a photo can't tell apart; otherwise as `feed_lock`."""
        with self._lock(".adaptation", (ADAPTATION_LOCK,), ADAPTATION_BUSY, 0):
            yield

    @contextmanager
    def _lock(self, suffix: str, keys: tuple[int, ...], busy: Message, wait: float) -> Iterator[None]:
        if self._engine.dialect.name == "postgresql":
            with self._advisory_lock(keys, busy, wait):
                yield
            return
        lock = FileLock(f"{self._engine.url.database}{suffix}.lock")
        try:
            lock.acquire(timeout=wait, poll_interval=POLL)
        except Timeout as error:
            raise BusyStoreError(busy) from error
        except OSError as error:
            raise StoreError(Message("home-closed", english=error.strerror or "")) from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _advisory_lock(self, keys: tuple[int, ...], busy: Message, wait: float) -> Iterator[None]:
        deadline = time.monotonic() + wait
        with as_store_errors():
            connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            with as_store_errors():
                while not connection.scalar(sa.select(sa.func.pg_try_advisory_lock(*keys))):
                    if time.monotonic() >= deadline:
                        raise BusyStoreError(busy)
                    time.sleep(POLL)
            try:
                yield
            finally:
                try:
                    connection.execute(sa.select(sa.func.pg_advisory_unlock(*keys)))
                except SQLAlchemyError:  # the server is gone, and the lock with it
                    connection.invalidate()
        finally:
            connection.close()

    def migrate(self) -> None:
        """Bring the schema up to date. Raises `StoreError` if it is of a newer version."""
        with self.reading() as connection:
            if self._version(connection) == head():
                return
        # Alembic takes a third of the time of a short command, which an up-to-date schema saves.
        from alembic import command
        from alembic.config import Config
        from alembic.util import CommandError

        config = Config()
        folder = Path(__file__).parents[1] / "migrations"
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        with self.writing() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except CommandError as error:
                raise StoreError(Message("operator-database-newer")) from error

    @staticmethod
    def _version(connection: sa.Connection) -> str | None:
        """The schema's version; None if it was never made."""
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        versions = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalars().all()
        return str(versions[0]) if len(versions) == 1 else None


def sqlite_url(file: Path) -> str:
    """Return the URL of a SQLite file, whatever characters its path contains."""
    return sa.URL.create("sqlite", database=str(file)).render_as_string(hide_password=False)


def url_in(home: Path, url: str | None = None) -> str:
    """Return the database URL of a catalogue: `url` if given, else a SQLite file in its home."""
    return url or sqlite_url(home / "hangtag.sqlite3")


def engine_of(url: str) -> sa.Engine:
    """Create an engine for `sqlite:///file` or `postgresql://user:word@host/name`; it connects later.

    Raises `StoreError` if the URL or its driver is unusable.
    """
    try:
        address = sa.make_url(url)
        if address.drivername in {"postgres", "postgresql"}:
            address = address.set(drivername="postgresql+psycopg")
        if address.get_backend_name() == "sqlite":
            if not address.database or address.database == ":memory:":
                raise StoreError(Message("operator-sqlite-file"))
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
            engine = sa.create_engine(address, connect_args={"timeout": _SQLITE_PATIENCE})
            sa.event.listen(engine, "connect", _set_up_sqlite)
            sa.event.listen(engine, "begin", _begin_sqlite)
            return engine
        options = {name: value for name, value in _POSTGRESQL.items() if name not in address.query}
        engine = sa.create_engine(address, pool_pre_ping=True, connect_args=options)
        sa.event.listen(engine, "connect", _set_up_postgresql)
        return engine
    except ModuleNotFoundError as error:
        if address.get_backend_name() != "postgresql":
            raise StoreError(Message("operator-database-kind")) from error
        raise StoreError(Message("operator-postgresql-driver")) from error
    except (sa.exc.ArgumentError, NoSuchModuleError) as error:
        raise StoreError(Message("operator-database-url")) from error
    except OSError as error:
        raise StoreError(Message("operator-database-folder", english=error.strerror or "")) from error


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield as many values at a time as one IN clause takes."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def insert(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Insert the rows, if there are any."""
    if rows:
        connection.execute(sa.insert(table), rows)


def insert_on_conflict(connection: sa.Connection, table: sa.Table) -> Any:
    """Return an INSERT that accepts an ON CONFLICT clause, for either engine."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


@contextmanager
def as_store_errors() -> Iterator[None]:
    """Raise `StoreError` for what the engine raises."""
    try:
        yield
    except IntegrityError as error:
        log.warning("the database refused a batch: %s", error.orig)
        raise StoreError(Message("database-refused")) from error
    except SQLAlchemyError as error:
        # Not the library's text, which repeats the statement, with what people have written.
        fault = no_answer(SILENT, getattr(error, "orig", None) or error)
        log.warning("the database does not answer: %s", fault.why)
        raise fault from error


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # sqlite3 must not begin transactions by itself: `_begin_sqlite` does
    cursor = connection.cursor()
    for setting in (
        f"busy_timeout = {1000 * _SQLITE_PATIENCE:.0f}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _set_up_postgresql(connection: Any, _record: object) -> None:
    connection.autocommit = True  # or the first rollback would take it back
    connection.execute(_SERVER_KEEPALIVE)
    connection.autocommit = False


def _begin_sqlite(connection: sa.Connection) -> None:
    # A writer takes its lock at once: one that upgrades a read would fail in place of waiting.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

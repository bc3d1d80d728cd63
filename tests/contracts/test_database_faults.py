"""Databases that cannot be opened say so in one sentence; the migrations make the schema in use."""

from __future__ import annotations

import socket
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from catalogue.database import Database, sqlite_url
from catalogue.database.engine import engine_of
from catalogue.errors import StoreError
from catalogue.items import Item, Variant
from catalogue.migrations import head, schema
from catalogue.migrations.schema import SCHEMA
from catalogue.modes import State
from tests.kit.servers import postgresql_daemon


def test_the_migrations_make_the_schema_that_the_code_uses(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "hangtag.sqlite3")
    Database.open(url).close()
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SCHEMA) == []
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("no url", "SQLAlchemy doesn't understand"),
        ("nosuch://x/y", "SQLAlchemy doesn't understand"),
        ("sqlite://", "needs a file"),
        ("mysql://127.0.0.1/none", "neither PostgreSQL nor SQLite"),
        ("postgresql://127.0.0.1:1/none", "doesn't answer"),
    ],
)
def test_a_url_that_leads_nowhere_is_refused_in_one_sentence(url: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason):
        Database.open(url)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "hangtag.sqlite3"
    file.write_bytes(b"not a database, and long enough to be looked at" * 100)
    with pytest.raises(StoreError, match="doesn't answer"):
        Database.open(sqlite_url(file))
    assert file.read_bytes().startswith(b"not a database")


def test_what_people_wrote_does_not_stand_in_the_log_of_a_fault(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The library repeats the statement with its values, over several lines."""
    file = tmp_path / "hangtag.sqlite3"
    database = Database.open(sqlite_url(file))
    with closing(sqlite3.connect(file)) as other:
        other.execute("DROP TABLE notes")
    with pytest.raises(StoreError) as fault:
        database.notes.put("delivery", "1", {"text": "what somebody has said"})
    database.close()
    assert fault.value.why == "no such table: notes"
    assert [record.getMessage() for record in caplog.records] == [
        "the database does not answer: no such table: notes"
    ]


def test_a_server_that_is_gone_without_a_word_is_missed_by_both_ends(tmp_path: Path) -> None:
    """Or the lock of a batch would stay with a bot whose machine is off for two hours."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with postgresql_daemon(port=port):
        engine = engine_of(f"postgresql://hangtag@127.0.0.1:{port}/postgres?keepalives_idle=7")
        with engine.connect() as connection:
            connection.rollback()
            assert connection.scalar(sa.text("SHOW tcp_keepalives_idle")) == "60"
            assert connection.scalar(sa.text("SHOW tcp_keepalives_count")) == "3"
            held = connection.connection.driver_connection
            assert held is not None
            parameters = held.info.get_parameters()
        assert (parameters["connect_timeout"], parameters["keepalives_idle"]) == ("10", "7")
        engine.dispose()


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "hangtag.sqlite3"
    Database.open(sqlite_url(file)).close()
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="newer version"):
        Database.open(sqlite_url(file))


def test_the_newest_migration_is_known_without_alembic() -> None:
    """A database of that version is opened without it."""
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == head()


def test_a_database_of_the_first_version_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    file = tmp_path / "hangtag.sqlite3"
    engine = sa.create_engine(sqlite_url(file))
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(sa.text("INSERT INTO items (id, folded, title) VALUES ('A', 'a', 'Shirt')"))
        connection.execute(
            sa.text(
                "INSERT INTO variants (sku, folded, item_id, position, size) "
                "VALUES ('A-1', 'a-1', 'A', 0, 'M')"
            )
        )
        connection.execute(
            sa.text(
                "INSERT INTO batches (applied_at, source, new_items, changed_items, unchanged_items) "
                "VALUES ('2026-03-01 12:30:00', 'old.csv', 1, 0, 0)"
            )
        )
    engine.dispose()
    database = Database.open(sqlite_url(file))
    assert tuple(database.each_item()) == (Item("A", "Shirt", variants=(Variant("A-1", "M"),)),)
    [batch] = database.ledger.latest()
    assert (batch.source, batch.state, batch.applied_at) == (
        "old.csv",
        State.APPLIED,
        datetime(2026, 3, 1, 12, 30, tzinfo=UTC),
    )
    assert database.ledger.undoable() == ()
    database.close()


def test_a_full_disk_is_told_as_one(tmp_path: Path) -> None:
    """SQLite, which may not grow any more, says it as it does on a full disk."""
    database = Database.open(sqlite_url(tmp_path / "h.sqlite3"))
    with database.notes._sessions.writing() as connection:
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="The disk is full") as full:
        database.notes.put("kind", "name", "x" * 1_000_000)
    assert full.value.why == "database or disk is full"
    database.close()

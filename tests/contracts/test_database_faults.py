"""Databases that cannot be opened say so in one sentence; the migrations make the schema in use."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from catalogue.database import Database, sqlite_url
from catalogue.errors import StoreError
from catalogue.migrations.schema import SCHEMA


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
        ("no url", "none that SQLAlchemy understands"),
        ("nosuch://x/y", "none that SQLAlchemy understands"),
        ("sqlite://", "needs a file"),
        ("postgresql://127.0.0.1:1/none", "does not answer"),
    ],
)
def test_a_url_that_leads_nowhere_is_refused_in_one_sentence(url: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason):
        Database.open(url)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "hangtag.sqlite3"
    file.write_bytes(b"not a database, and long enough to be looked at" * 100)
    with pytest.raises(StoreError, match="does not answer"):
        Database.open(sqlite_url(file))
    assert file.read_bytes().startswith(b"not a database")


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "hangtag.sqlite3"
    Database.open(sqlite_url(file)).close()
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="newer version"):
        Database.open(sqlite_url(file))

"""All rows of the database as plain values, and back, for backups with either engine."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, TypeAlias

import sqlalchemy as sa

from catalogue.database.engine import Sessions
from catalogue.errors import StoreError
from catalogue.messages import Message
from catalogue.migrations.schema import EVENTS, META, NOTES, SCHEMA, SUBSCRIPTIONS, UtcDateTime

Row: TypeAlias = dict[str, Any]
"""A row by its columns' names, with JSON's types: times as ISO 8601, bytes as base64."""

AT_ONCE = 1000
EPHEMERAL = ("delivery",)
"""Kinds of notes that are useless in a backup."""


class Dump:
    """Reads and writes whole databases. Raises `StoreError`."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def revision(self) -> str:
        """Return the schema's revision; rows can be restored only into the same one."""
        with self._sessions.reading() as connection:
            return str(connection.scalar(sa.text("SELECT version_num FROM alembic_version")))

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Yield each row with its table's name, as of one moment, in an order for inserting."""
        with self._sessions.reading() as connection:
            if connection.dialect.name == "postgresql":
                # By default each statement of a transaction sees what was committed before it.
                connection.execute(sa.text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
            for table in SCHEMA.sorted_tables:
                if table is EVENTS:  # whoever is restored must not send again what was sent
                    continue
                wanted = sa.select(table)
                if table is NOTES:
                    wanted = wanted.where(NOTES.c.kind.not_in(EPHEMERAL))
                for row in connection.execute(wanted).mappings():
                    yield table.name, {name: _plain(value) for name, value in row.items()}

    def is_empty(self) -> bool:
        """Return whether the catalogue has no rows yet."""
        with self._sessions.reading() as connection:
            return not any(
                connection.scalar(sa.select(sa.literal(1)).select_from(table).limit(1))
                for table in SCHEMA.sorted_tables
                if table not in (META, NOTES, EVENTS, SUBSCRIPTIONS)
            )

    def restore(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Insert rows from `rows` into an empty database, all or none of them."""
        tables = {table.name: table for table in SCHEMA.sorted_tables}
        with self._sessions.writing() as connection:
            for preset in (META, NOTES, EVENTS, SUBSCRIPTIONS):
                connection.execute(sa.delete(preset))
            waiting: list[Row] = []
            last: sa.Table | None = None
            for name, row in rows:
                table = tables.get(name)
                if table is None:
                    raise StoreError(Message("operator-backup-table", table=name))
                if last is not None and (table is not last or len(waiting) >= AT_ONCE):
                    connection.execute(sa.insert(last), waiting)
                    waiting = []
                last = table
                waiting.append({column: _typed(value, table.c[column]) for column, value in row.items()})
            if last is not None and waiting:
                connection.execute(sa.insert(last), waiting)
            if connection.dialect.name == "postgresql":
                for table in tables.values():
                    _go_on_counting(connection, table)


def _plain(value: Any) -> Any:
    match value:
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case datetime() | date():
            return value.isoformat()
        case _:
            return value


def _typed(value: Any, column: sa.Column[Any]) -> Any:
    if value is None:
        return None
    match column.type:
        case sa.LargeBinary():
            return base64.b64decode(value)
        case UtcDateTime():
            return datetime.fromisoformat(value)
        case sa.Date():
            return date.fromisoformat(value)
        case _:
            return value


def _go_on_counting(connection: sa.Connection, table: sa.Table) -> None:
    """Set PostgreSQL's sequences past the restored numbers, so that it does not assign them again."""
    for column in table.primary_key:
        counted = connection.scalar(
            sa.select(sa.func.pg_get_serial_sequence(table.name, column.name))
            if isinstance(column.type, sa.Integer)
            else sa.select(sa.null())
        )
        if counted is not None:
            highest = sa.select(sa.func.max(column)).scalar_subquery()
            connection.execute(sa.select(sa.func.setval(counted, sa.func.coalesce(highest, 1))))

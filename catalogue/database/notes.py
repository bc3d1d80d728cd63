"""Small values that survive a restart, each under a kind and a name, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import sqlalchemy as sa

from catalogue.database.engine import Sessions, insert_on_conflict
from catalogue.migrations.schema import NOTES

Value: TypeAlias = Any
"""What `json` can write."""


class Notes:
    """Small values in SQL, so that several programs on one database share them. Raises `StoreError`.

    A note with a life is gone after it, even before `sweep` deletes it.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def get(self, kind: str, name: str) -> Value | None:
        """Return the value; None if there is none, or its life is over."""
        with self._sessions.reading() as connection:
            return noted(connection, kind, name)

    def all(self, kind: str) -> dict[str, Value]:
        """Return all values of a kind, by name."""
        query = sa.select(NOTES.c.name, NOTES.c.value).where(NOTES.c.kind == kind, _alive())
        with self._sessions.reading() as connection:
            return {
                name: json.loads(value) for name, value in connection.execute(query.order_by(NOTES.c.name))
            }

    def put(self, kind: str, name: str, value: Value, *, life: timedelta | None = None) -> None:
        """Store a value in place of the one before."""
        with self._sessions.writing() as connection:
            note(connection, kind, name, value, life=life)

    def put_first(self, kind: str, name: str, value: Value, *, life: timedelta | None = None) -> bool:
        """Store a value if there is none; of several concurrent callers only one gets True."""
        with self._sessions.writing() as connection:
            dead = (NOTES.c.kind == kind) & (NOTES.c.name == name) & ~_alive()
            connection.execute(sa.delete(NOTES).where(dead))
            row = _row(kind, name, value, life)
            added = (
                insert_on_conflict(connection, NOTES).values(row).on_conflict_do_nothing(index_elements=_KEY)
            )
            return connection.execute(added.returning(NOTES.c.name)).first() is not None

    def change(
        self, kind: str, name: str, change: Callable[[Value], Value], *, life: timedelta | None = None
    ) -> Value | None:
        """Put what `change` makes of a value in its place, and return it; None if there is no value.

        Several callers change it one after the other.
        """
        with self._sessions.writing() as connection:
            query = sa.select(NOTES.c.value).where(NOTES.c.kind == kind, NOTES.c.name == name, _alive())
            written = connection.scalar(query.with_for_update())
            if written is None:
                return None
            value = change(json.loads(written))
            note(connection, kind, name, value, life=life)
            return value

    def forget(self, kind: str, name: str) -> bool:
        """Delete a value; False if there was none."""
        with self._sessions.writing() as connection:
            gone = sa.delete(NOTES).where(NOTES.c.kind == kind, NOTES.c.name == name)
            return bool(connection.execute(gone).rowcount)

    def sweep(self) -> int:
        """Delete all notes whose life is over. Returns how many."""
        with self._sessions.writing() as connection:
            return connection.execute(sa.delete(NOTES).where(~_alive())).rowcount


def noted(connection: sa.Connection, kind: str, name: str) -> Value | None:
    """Read a note within another transaction; see `Notes.get`."""
    query = sa.select(NOTES.c.value).where(NOTES.c.kind == kind, NOTES.c.name == name, _alive())
    value = connection.scalar(query)
    return None if value is None else json.loads(value)


def note(
    connection: sa.Connection, kind: str, name: str, value: Value, *, life: timedelta | None = None
) -> None:
    """Write a note within another transaction; see `Notes.put`."""
    row = _row(kind, name, value, life)
    changed = {key: row[key] for key in ("value", "kept_at", "expires_at")}
    connection.execute(
        insert_on_conflict(connection, NOTES)
        .values(row)
        .on_conflict_do_update(index_elements=_KEY, set_=changed)
    )


_KEY = [NOTES.c.kind, NOTES.c.name]


def _alive() -> sa.ColumnElement[bool]:
    return sa.func.coalesce(NOTES.c.expires_at > datetime.now(UTC), sa.true())


def _row(kind: str, name: str, value: Value, life: timedelta | None) -> dict[str, Any]:
    now = datetime.now(UTC)
    written = json.dumps(value, ensure_ascii=False)
    ends = None if life is None else now + life
    return {"kind": kind, "name": name, "value": written, "kept_at": now, "expires_at": ends}

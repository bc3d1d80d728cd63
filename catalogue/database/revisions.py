"""The catalogue's revision: goes up with every batch and every stock movement."""

from __future__ import annotations

import sqlalchemy as sa

from catalogue.errors import ChangedStoreError
from catalogue.messages import Message
from catalogue.migrations.schema import META

CHANGED = Message("catalogue-changed")


def advance(connection: sa.Connection, expected: int | None = None) -> int:
    """Take the catalogue to its next revision and return it; nobody else writes until the commit.

    Raises `ChangedStoreError` if it is not at the expected one.
    """
    current = revision_of(connection, lock=True)
    if expected is not None and expected != current:
        raise ChangedStoreError(CHANGED)
    following = current + 1
    connection.execute(sa.update(META).where(META.c.name == "revision").values(value=str(following)))
    return following


def revision_of(connection: sa.Connection, *, lock: bool = False) -> int:
    """Return the catalogue's revision; with `lock`, nobody else changes it until the commit."""
    statement = sa.select(META.c.value).where(META.c.name == "revision")
    return int(connection.scalar(statement.with_for_update() if lock else statement) or 0)

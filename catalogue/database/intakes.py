"""Registered garments that the catalogue does not have yet; an admin makes items of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from catalogue.database.engine import Sessions, insert_on_conflict
from catalogue.database.events import publish
from catalogue.errors import UnknownIntakeError
from catalogue.events import EventKind
from catalogue.messages import Message
from catalogue.migrations.schema import BATCHES, INTAKES

_UNDER_WAY = ("staged", "applying", "applied")
"""States of a batch in which its intake no longer waits."""


@dataclass(frozen=True, slots=True)
class NewIntake:
    """A garment to be registered."""

    look: str
    """The name of the search that found nothing; each is registered once."""
    photo: str
    """Key of the photo."""
    cut_out: str
    """Key of the garment on white."""
    garment_class: str | None
    by_id: str
    by_name: str
    place: str
    """The conversation in which it was registered."""


@dataclass(frozen=True, slots=True)
class Intake:
    """A registered garment."""

    id: int
    at: datetime
    photo: str
    cut_out: str
    garment_class: str | None
    by_name: str
    batch: int | None
    """The latest batch that was made of it."""


class Intakes:
    """Garments waiting to become items. May be used from several threads; raises `StoreError` if the engine
    fails.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, new: NewIntake) -> tuple[int, bool]:
        """Store it; return its number, and False if that search was registered before."""
        row: dict[str, Any] = {
            "at": datetime.now(UTC),
            "look": new.look,
            "photo": new.photo,
            "cut_out": new.cut_out,
            "garment_class": new.garment_class,
            "by_id": new.by_id,
            "by_name": new.by_name,
            "place": new.place,
        }
        with self._sessions.writing() as connection:
            added = (
                insert_on_conflict(connection, INTAKES)
                .values(row)
                .on_conflict_do_nothing(index_elements=["look"])
                .returning(INTAKES.c.id)  # PostgreSQL's driver counts no inserted rows
            )
            first = connection.execute(added).first() is not None
            number = connection.scalar(sa.select(INTAKES.c.id).where(INTAKES.c.look == new.look))
            if first:
                data = {
                    "intake": int(number or 0),
                    "at": row["at"].isoformat(),
                    "class": new.garment_class,
                    "by": new.by_name,
                }
                publish(connection, EventKind.UNKNOWN_GARMENT, f"intake/{number}", data, row["at"])
            return int(number or 0), first

    def waiting(self, *, limit: int = 100) -> tuple[Intake, ...]:
        """Return what nobody has completed or dismissed, oldest first."""
        wanted = _open().order_by(INTAKES.c.id).limit(limit)
        with self._sessions.reading() as connection:
            return tuple(_intake(row) for row in connection.execute(wanted))

    def one(self, number: int) -> Intake:
        """Return the intake of that number, if it waits. Raises `UnknownIntakeError`."""
        with self._sessions.reading() as connection:
            row = connection.execute(_open().where(INTAKES.c.id == number)).first()
        if row is None:
            raise UnknownIntakeError(Message("no-intake", number=str(number)))
        return _intake(row)

    def completed(self, number: int, batch: int) -> None:
        """Record the batch that was made of it; it waits again if that batch comes to nothing."""
        with self._sessions.writing() as connection:
            connection.execute(sa.update(INTAKES).where(INTAKES.c.id == number).values(batch=batch))

    def dismissed(self, number: int, by: str) -> bool:
        """Dismiss it; False if it did not wait."""
        still = (INTAKES.c.id == number) & INTAKES.c.dismissed_by.is_(None)
        with self._sessions.writing() as connection:
            return connection.execute(sa.update(INTAKES).where(still).values(dismissed_by=by)).rowcount > 0

    def pictures(self) -> frozenset[str]:
        """Return the keys of pictures of all that was not dismissed: an intake waits again if its batch is
        undone.
        """
        with self._sessions.reading() as connection:
            return frozenset(connection.scalars(shown_in_intakes()))


def shown_in_intakes() -> sa.CompoundSelect[tuple[str]]:
    """Select the keys of the pictures that intakes need, including those that became a batch."""
    is_open = INTAKES.c.dismissed_by.is_(None)
    return sa.select(INTAKES.c.photo).where(is_open).union(sa.select(INTAKES.c.cut_out).where(is_open))


def _open() -> sa.Select[tuple[object, ...]]:
    under_way = sa.select(BATCHES.c.id).where(BATCHES.c.state.in_(_UNDER_WAY))
    waits = INTAKES.c.batch.is_(None) | INTAKES.c.batch.not_in(under_way)
    return sa.select(*INTAKES.c).where(INTAKES.c.dismissed_by.is_(None), waits)


def _intake(row: sa.Row[tuple[object, ...]]) -> Intake:
    values = row._mapping
    names = ("id", "at", "photo", "cut_out", "garment_class", "by_name", "batch")
    return Intake(**{name: values[name] for name in names})

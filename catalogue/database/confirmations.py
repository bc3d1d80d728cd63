"""People's answers about best matches: right or wrong, and which item it really was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from catalogue.database.engine import Sessions, insert_on_conflict
from catalogue.items import Evidence
from catalogue.migrations.schema import CONFIRMATIONS


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person's answer about the best match of one photo."""

    look: str
    """The name of the search that found the best match."""
    model: str
    """Whose vectors were compared."""
    best: str
    """The item that was the best match."""
    right: bool
    really: str | None
    """The correct item; None if nobody named it."""
    evidence: Evidence
    by_id: str
    by_name: str
    place: str
    """Where the answer was given: the team, the group chat, or the personal chat."""


class Confirmations:
    """Answers about best matches. May be used from several threads; raises `StoreError`."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, confirmation: Confirmation) -> bool:
        """Store an answer; False, with nothing changed, if there is one for that search."""
        row = {
            "look": confirmation.look,
            "at": datetime.now(UTC),
            "model": confirmation.model,
            "best": confirmation.best,
            "right": confirmation.right,
            "really": confirmation.really,
            "similarity": confirmation.evidence.similarity,
            "margin": confirmation.evidence.margin,
            "agreement": confirmation.evidence.agreement,
            "mask": confirmation.evidence.mask,
            "part": confirmation.evidence.part,
            "part_margin": confirmation.evidence.part_margin,
            "by_id": confirmation.by_id,
            "by_name": confirmation.by_name,
            "place": confirmation.place,
        }
        with self._sessions.writing() as connection:
            added = (
                insert_on_conflict(connection, CONFIRMATIONS)
                .values(row)
                .on_conflict_do_nothing(index_elements=["look"])
                .returning(CONFIRMATIONS.c.look)  # PostgreSQL's driver counts no inserted rows
            )
            return connection.execute(added).first() is not None

    def really(self, look: str, item: str) -> bool:
        """Store which item a wrong match really is; False if the match was not called wrong."""
        wrong = (CONFIRMATIONS.c.look == look) & CONFIRMATIONS.c.right.is_(False)
        with self._sessions.writing() as connection:
            return connection.execute(sa.update(CONFIRMATIONS).where(wrong).values(really=item)).rowcount > 0

    def says(self, look: str, item: str) -> bool:
        """Return whether somebody confirmed that this item is the one in the photo of that search."""
        right = CONFIRMATIONS.c.right & (CONFIRMATIONS.c.best == item)
        wanted = (CONFIRMATIONS.c.look == look) & (right | (CONFIRMATIONS.c.really == item))
        with self._sessions.reading() as connection:
            return connection.scalar(sa.select(sa.literal(1)).where(wanted)) is not None

    def answers(self, model: str, *, parted: bool = False) -> tuple[tuple[Evidence, bool], ...]:
        """Return the evidence and whether the best match was right, of one model, oldest first.

        With `parted`, answers from before vectors had parts are left out.
        """
        wanted = sa.select(CONFIRMATIONS).where(CONFIRMATIONS.c.model == model)
        if parted:
            wanted = wanted.where(CONFIRMATIONS.c.part.is_not(None))
        with self._sessions.reading() as connection:
            rows = connection.execute(wanted.order_by(CONFIRMATIONS.c.at, CONFIRMATIONS.c.look))
            return tuple((_evidence(row), row.right) for row in rows)

    def by_place(self) -> dict[str, tuple[int, int]]:
        """Return how many were right, and how many wrong, at each place."""
        right = sa.func.sum(sa.case((CONFIRMATIONS.c.right, 1), else_=0))
        wanted = sa.select(CONFIRMATIONS.c.place, right, sa.func.count()).group_by(CONFIRMATIONS.c.place)
        with self._sessions.reading() as connection:
            rows = connection.execute(wanted.order_by(CONFIRMATIONS.c.place)).all()
        return {place: (int(good), int(total) - int(good)) for place, good, total in rows}


def _evidence(row: sa.Row[Any]) -> Evidence:
    parts = row.part or 0.0, row.part_margin or 0.0
    return Evidence(row.similarity, row.margin, row.agreement, row.mask, *parts)

"""Locations and their short codes, as they stand on shelves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from catalogue.database.engine import Sessions, chunks
from catalogue.errors import MovementRefusedError
from catalogue.items import folded
from catalogue.messages import Message
from catalogue.migrations.schema import LOCATIONS

_CODE = re.compile(r"[\w][\w./+-]{0,31}")


@dataclass(frozen=True, slots=True)
class Location:
    """A place where stock lies."""

    name: str
    code: str = ""
    """Its short code; empty if it has none."""


def is_place_code(text: str) -> bool:
    """Return whether a text can be a place's code."""
    return _CODE.fullmatch(text) is not None


def set_codes(connection: sa.Connection, codes: Mapping[str, str]) -> None:
    """Give locations their codes, by name, in place of those that they had; empty ones are none."""
    these = LOCATIONS.c.folded.in_([folded(name) for name in codes])
    # First none has one, so that two places may exchange theirs.
    connection.execute(sa.update(LOCATIONS).where(these).values(code=None, code_folded=None))
    for name, code in codes.items():
        if code:
            this = LOCATIONS.c.folded == folded(name)
            values = {"code": code, "code_folded": folded(code)}
            connection.execute(sa.update(LOCATIONS).where(this).values(**values))


class Places:
    """The locations of the catalogue. May be used from several threads; raises `StoreError`."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def all(self) -> tuple[Location, ...]:
        """Return all locations, by name."""
        wanted = sa.select(LOCATIONS.c.name, LOCATIONS.c.code).order_by(LOCATIONS.c.folded)
        with self._sessions.reading() as connection:
            return tuple(Location(row.name, row.code or "") for row in connection.execute(wanted))

    def named(self, texts: Iterable[str]) -> dict[str, str]:
        """Map those of the texts, folded, that are a location's name or code to its name."""
        wanted = sorted({folded(text) for text in texts if text.strip()})
        by_text: dict[str, str] = {}
        with self._sessions.reading() as connection:
            for part in chunks(wanted):
                fits = LOCATIONS.c.folded.in_(part) | LOCATIONS.c.code_folded.in_(part)
                for row in connection.execute(sa.select(LOCATIONS).where(fits)):
                    by_text |= {key: row.name for key in (row.code_folded, row.folded) if key}
        return {text: by_text[text] for text in wanted if text in by_text}

    def set_code(self, location: str, code: str) -> Location:
        """Give a location a code in place of the one that it had; an empty one takes it.

        Raises `MovementRefusedError` if there is no such location, the code is another place's name or code,
        or it can't be a code.
        """
        code = code.strip()
        if code and not is_place_code(code):
            raise MovementRefusedError(Message("place-code-wrong", code=code))
        with self._sessions.writing() as connection:
            row = connection.execute(
                sa.select(LOCATIONS).where(LOCATIONS.c.folded == folded(location))
            ).first()
            if row is None:
                names = sa.select(LOCATIONS.c.name).order_by(LOCATIONS.c.name).limit(30)
                message = Message("no-location-yet", name=location)
                if listed := ", ".join(connection.scalars(names)):
                    message = Message("no-location", name=location, names=listed)
                raise MovementRefusedError(message)
            taken = sa.select(LOCATIONS.c.name).where(
                (LOCATIONS.c.code_folded == folded(code)) | (LOCATIONS.c.folded == folded(code)),
                LOCATIONS.c.id != row.id,
            )
            if code and (other := connection.scalar(taken)) is not None:
                raise MovementRefusedError(Message("place-code-taken", code=code, location=str(other)))
            values = {"code": code or None, "code_folded": folded(code) or None}
            connection.execute(sa.update(LOCATIONS).where(LOCATIONS.c.id == row.id).values(**values))
            return Location(row.name, code)

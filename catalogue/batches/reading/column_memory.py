"""What people said that the columns of their tables mean, for the next table with the same header."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import TypeAdapter, ValidationError

from catalogue.batches.reading.normalization import printable, simplified
from catalogue.batches.reading.originals import OURS
from catalogue.database.notes import Notes
from catalogue.messages import Message

KIND = "columns"
"""The kind of the notes."""


@dataclass(frozen=True, slots=True)
class RememberedColumns:
    """What the columns of tables with one header mean."""

    header: tuple[str, ...]
    mapping: dict[str, str]
    """From their column to our field."""
    by: str
    on: str
    """The day on which it was said: `2026-12-01`."""

    @property
    def key(self) -> str:
        """What such tables are known by."""
        return header_key(self.header)

    def note(self) -> Message:
        """Say that it was used."""
        columns = ", ".join(f"{printable(theirs, 40)} = {ours}" for theirs, ours in self.mapping.items())
        return Message("columns-remembered", columns=columns, date=self.on)


_ADAPTER = TypeAdapter(RememberedColumns)


class ColumnMemory:
    """Remembers columns in the database. Raises `StoreError`."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def all(self) -> dict[str, RememberedColumns]:
        """Return all that is remembered, by `header_key`; what another version stored is left out."""
        remembered = {}
        for key, value in self._notes.all(KIND).items():
            try:
                remembered[key] = _ADAPTER.validate_python(value)
            except ValidationError:
                continue
        return remembered

    def remember(self, header: Iterable[str], mapping: Mapping[str, str], *, by: str) -> RememberedColumns:
        """Remember what the columns of a header mean, in place of what was said before."""
        today = datetime.now(UTC).date().isoformat()
        columns = RememberedColumns(tuple(header), dict(mapping), by, today)
        self._notes.put(KIND, columns.key, _ADAPTER.dump_python(columns, mode="json"))
        return columns

    def forget(self, key: str) -> bool:
        """Forget a header; False if it wasn't remembered."""
        return self._notes.forget(KIND, key)


def header_key(header: Iterable[str]) -> str:
    """Return what a header is known by: its columns in any order, without the one that we add."""
    names = {simplified(name) or name for name in header if name and not name.startswith(OURS)}
    return hashlib.sha256("\n".join(sorted(names)).encode()).hexdigest()[:32]

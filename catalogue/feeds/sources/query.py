"""The rows of a SQL query, as a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from catalogue.database import Mark
from catalogue.database.foreign_query import rows_of
from catalogue.feeds.sources.port import SECONDS, Fetched, written

NAME = "query.csv"


class Query:
    """The rows of one SELECT in somebody else's PostgreSQL, read in a transaction that may only read."""

    def __init__(self, address: str, query: str, *, seconds: float = SECONDS) -> None:
        self._address = address
        self._query = query
        self._seconds = seconds

    def fetch(self, known: Mark | None, out: Path) -> Fetched:
        """See `Source.fetch`."""
        began = datetime.now(UTC)
        written(out, self._read)
        return Fetched(Mark(), began, NAME)

    def _read(self, write: Callable[[bytes], None]) -> None:
        for row in rows_of(self._address, self._query, seconds=self._seconds):
            line = io.StringIO()
            csv.writer(line).writerow([_text(value) for value in row])
            write(line.getvalue().encode())


def _text(value: Any) -> str:
    return "" if value is None else str(value)

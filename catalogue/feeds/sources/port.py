"""A source as a Protocol, and what the sources share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from catalogue.database import Mark
from catalogue.errors import FeedError, UnfinishedError
from catalogue.messages import Message

MAX_BYTES = 256 << 20
"""Of one content: as much as a batch in the chat may have."""
CHUNK = 1 << 20
"""Bytes that are read at a time."""
SETTLED = 5.0
"""Seconds that a file must be left alone before it counts as whole."""
SECONDS = 120.0
"""For all of one content."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a source gave."""

    mark: Mark
    as_of: datetime
    """When it was true: by the source, if it says so, but never later than now."""
    name: str = ""
    """What the file is called."""
    unchanged: bool = False
    """Whether it is still the content of the mark that was given; no file was written then."""


class Source(Protocol):
    """Where a feed gets its content. Blocks."""

    def fetch(self, known: Mark | None, out: Path) -> Fetched:
        """Write the content to the file `out`, unless it is still that of `known`.

        Raises `FeedError` with one sentence, which contains no secret.
        """


class Limited:
    """Writes to a file, at most `most` bytes."""

    def __init__(self, file: BinaryIO, most: int = MAX_BYTES) -> None:
        self._file = file
        self._most = most
        self.size = 0

    def __call__(self, data: bytes) -> None:
        """Write a piece. Raises `FeedError` if it is too much."""
        self.size += len(data)
        if self.size > self._most:
            raise too_large(self._most)
        self._file.write(data)


def too_large(most: int = MAX_BYTES) -> FeedError:
    """Return the error for a content that is too large."""
    return FeedError(Message("feed-too-large", allowed=round(most / (1 << 20))))


def not_reached(where: str, error: BaseException) -> FeedError:
    """Return the error for a source that does not answer; what the system says of it is in English alone."""
    return FeedError(Message("feed-not-reached", where=where, english=type(error).__name__))


def being_written(name: str) -> UnfinishedError:
    """Return the error for a file that is not whole yet."""
    return UnfinishedError(Message("feed-being-written", name=PurePosixPath(name).name))


def require_settled(name: str, modified: datetime, seconds: float = SETTLED) -> None:
    """Raise `UnfinishedError` for a file that was changed a moment ago; not if its clock is ahead."""
    if 0 <= (datetime.now(UTC) - modified).total_seconds() < seconds:
        raise being_written(name)


def is_file_for_feeds(name: str) -> bool:
    """Return whether a file is meant for others: not hidden, and none that a program still writes."""
    last = PurePosixPath(name).name
    return not last.startswith((".", "~$")) and not last.endswith((".part", ".tmp", ".filepart"))


def written(out: Path, read: Callable[[Callable[[bytes], None]], None]) -> Limited:
    """Have `read` write a content to a file, within the limits."""
    with out.open("wb") as file:
        limited = Limited(file)
        read(limited)
    return limited


def not_after_now(moment: datetime | None) -> datetime:
    """Return when a content was true; a source's clock that is ahead counts as now."""
    now = datetime.now(UTC)
    return now if moment is None else min(moment, now)

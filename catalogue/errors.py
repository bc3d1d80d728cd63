"""Errors of the catalogue.

    CatalogueError
    ├── UnknownItemError          no such SKU, item or barcode
    ├── FeedError                 a feed cannot be read, or what it gives cannot be used
    │   ├── UnknownFeedError      no feed of that name
    │   └── UnfinishedError       the newest file of a feed is still being written
    ├── UnknownIntakeError        a registered garment does not wait, or never did
    ├── BatchError                a batch cannot be read or applied; has its faults, each with its row
    │   ├── UnknownBatchError     no batch of that number, or none in the right state
    │   ├── StaleBatchError       the catalogue has changed since the batch was compared with it
    │   └── UndoRefusedError      a later batch builds upon this one, or it is too long ago
    ├── MovementRefusedError      the stock does not allow a movement
    │   └── RepeatedMovementError that order was done already
    └── StoreError                the database, the index or the picture store does not answer
        ├── BusyStoreError        another batch is being applied
        └── ChangedStoreError     somebody has changed the catalogue in between

Within `catalogue.batches`, cells raise `AmountError`, `NotANumberError` and `AmbiguousNumberError`, which are
`ValueError`s and become faults. The text of each error is one `Message` that people can read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.messages import Message


class CatalogueError(Exception):
    """Any error of this package's domain. The text is one sentence for a person."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class UnknownItemError(CatalogueError):
    """No such SKU, item or barcode."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one row of a batch."""

    row: int | None
    """As a spreadsheet numbers it, from 1, blank rows too. None if it concerns the whole file."""
    reason: Message
    file: str = ""
    """Which of several files it concerns; empty if there is one."""


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """Which columns of a refused table mean what, as far as it's known."""

    header: tuple[str, ...]
    certain: dict[str, str]
    """From column to field."""
    guesses: dict[str, str]
    """From column to field; nothing is read by a guess."""
    required: tuple[str, ...]
    """The fields that the batch needs."""


class BatchError(CatalogueError):
    """A batch cannot be read or applied."""

    def __init__(
        self, message: Message, faults: Sequence[Fault] = (), question: ColumnQuestion | None = None
    ) -> None:
        """`question`: what must be known of the columns to read it."""
        super().__init__(message)
        self.faults = tuple(faults)
        self.question = question


class UnknownBatchError(BatchError):
    """There is no batch of that number, or none in the right state."""


class StaleBatchError(BatchError):
    """The catalogue has changed since the batch was compared with it."""


class UndoRefusedError(BatchError):
    """A later batch builds upon this one, or it is too long ago."""


class UnknownIntakeError(CatalogueError):
    """A registered garment does not wait, or never did."""


class FeedError(CatalogueError):
    """A feed cannot be read, or what it gives cannot be used; nothing was changed."""


class UnknownFeedError(FeedError):
    """There is no feed of that name."""


class UnfinishedError(FeedError):
    """The newest file of a feed is still being written; a later run reads it."""


class MovementRefusedError(CatalogueError):
    """The stock does not allow a movement; nothing was changed."""


class RepeatedMovementError(MovementRefusedError):
    """That order was done already; it is not done twice."""

    def __init__(self, message: Message, *, movement_id: int) -> None:
        """`movement_id`: what was done for it."""
        super().__init__(message)
        self.movement_id = movement_id


class StoreError(CatalogueError):
    """The database, the index or the picture store does not answer."""

    def __init__(self, message: Message, *, why: str = "") -> None:
        """`why`: what the store itself reports, in one line, for operators; no chat shows it."""
        super().__init__(message)
        self.why = why


def no_answer(message: Message, error: BaseException) -> StoreError:
    """Return a store's error from what its library raised; a full disk is reported as one, anything else as
    `message`.
    """
    why = " ".join(str(error).split()) or type(error).__name__
    why = why if len(why) <= _LONGEST else f"{why[:_LONGEST]} …"
    full = any(words in why.casefold() for words in _FULL)
    return StoreError(NO_ROOM if full else message, why=why)


NO_ROOM = Message("no-room")
_FULL = ("no space left", "disk is full", "quota exceeded")
"""As operating systems, PostgreSQL and SQLite write it."""
_LONGEST = 300


class BusyStoreError(StoreError):
    """Another batch is being applied."""


class ChangedStoreError(StoreError):
    """The catalogue was changed between reading it and writing what follows from it; nothing was written."""

"""The record of each batch, its contents until it is applied, and what undoes it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from catalogue.database.engine import Sessions, chunks, insert
from catalogue.database.events import publish
from catalogue.database.intakes import shown_in_intakes
from catalogue.errors import UnknownBatchError
from catalogue.events import EventKind
from catalogue.items import folded
from catalogue.messages import Message, dumped, loaded, plain_text
from catalogue.migrations.schema import (
    BATCH_CONTENTS,
    BATCH_ITEMS,
    BATCH_PICTURES,
    BATCH_VECTORS,
    BATCHES,
    META,
    PICTURES,
)
from catalogue.modes import Mode, State

BEFORE = "before"
"""The kind of content that undoes a batch."""
FAULTS_KIND = "faults"
"""What is wrong with refused rows."""
REFUSED_KIND = "refused"
"""The rows that were left out of a batch, which stay once the rest is applied."""
UNFINISHED = "index_unfinished"


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """A batch: when, from whom, from what, its state, and how many items it touches."""

    applied_at: datetime | None
    source: str
    """The names of its files."""
    new_items: int
    changed_items: int
    unchanged_items: int
    id: int | None = None
    """Assigned by the database."""
    state: State = State.APPLIED
    mode: Mode = Mode.UPSERT
    format: str = ""
    sent_by: str = ""
    staged_at: datetime | None = None
    applied_by: str | None = None
    undone_at: datetime | None = None
    undone_by: str | None = None
    revision: int | None = None
    """The catalogue's revision after it was applied, which orders batches."""
    retired_items: int = 0
    deleted_items: int = 0
    refused_rows: int = 0
    fault: Message | None = None
    """Why it was refused or failed, or why a feed's batch waits for a person."""
    feed: str = ""
    """The name of the feed that it comes from; empty if a person sent it."""


class Ledger:
    """The batches of one database. All raise `StoreError` if the engine does not answer."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(
        self,
        record: BatchRecord,
        *,
        contents: Mapping[str, bytes] = {},
        vectors: Mapping[str, bytes] = {},
        pictures: Collection[str] = (),
        announced: bool = False,
    ) -> int:
        """Store a batch, with its contents and the pictures that must stay for it. Returns its number.

        `announced`: this is the state that subscribers are told of, and not one on the way there.
        """
        with self._sessions.writing() as connection:
            batch_id = add_record(connection, record)
            if announced:
                _announce(connection, batch_id)
            _put(connection, batch_id, contents)
            _hold(connection, batch_id, pictures)
            insert(
                connection,
                BATCH_VECTORS,
                [{"batch_id": batch_id, "key": key, "vector": data} for key, data in vectors.items()],
            )
        return batch_id

    def record(self, batch_id: int) -> BatchRecord:
        """Return the batch of that number. Raises `UnknownBatchError`."""
        with self._sessions.reading() as connection:
            row = connection.execute(sa.select(BATCHES).where(BATCHES.c.id == batch_id)).mappings().first()
        if row is None:
            raise UnknownBatchError(Message("no-batch", batch=str(batch_id)))
        return _record(row)

    def latest(self, *, limit: int = 20, states: Collection[State] = tuple(State)) -> tuple[BatchRecord, ...]:
        """Return batches in those states, latest first."""
        wanted = sa.select(BATCHES).where(BATCHES.c.state.in_(list(states)))
        with self._sessions.reading() as connection:
            rows = connection.execute(wanted.order_by(BATCHES.c.id.desc()).limit(limit)).mappings()
            return tuple(_record(row) for row in rows)

    def waiting_of(self, feed: str) -> tuple[BatchRecord, ...]:
        """Return the staged batches of a feed, latest first."""
        wanted = sa.select(BATCHES).where(BATCHES.c.state == State.STAGED, BATCHES.c.feed == feed)
        with self._sessions.reading() as connection:
            rows = connection.execute(wanted.order_by(BATCHES.c.id.desc())).mappings()
            return tuple(_record(row) for row in rows)

    def undoable(self) -> tuple[BatchRecord, ...]:
        """Return applied batches that can be undone, latest applied first."""
        undoable_ids = sa.select(BATCH_CONTENTS.c.batch_id).where(BATCH_CONTENTS.c.kind == BEFORE)
        wanted = sa.select(BATCHES).where(BATCHES.c.state == State.APPLIED, BATCHES.c.id.in_(undoable_ids))
        with self._sessions.reading() as connection:
            rows = connection.execute(wanted.order_by(BATCHES.c.revision.desc())).mappings()
            return tuple(_record(row) for row in rows)

    def content(self, batch_id: int, kind: str) -> bytes | None:
        """Return what is stored of a batch under that name."""
        with self._sessions.reading() as connection:
            return connection.scalar(
                sa.select(BATCH_CONTENTS.c.data).where(
                    BATCH_CONTENTS.c.batch_id == batch_id, BATCH_CONTENTS.c.kind == kind
                )
            )

    def put_contents(self, batch_id: int, contents: Mapping[str, bytes]) -> None:
        """Store contents of a batch, in place of those of the same name."""
        with self._sessions.writing() as connection:
            _put(connection, batch_id, contents)

    def drop_content(self, batch_id: int, kind: str) -> bool:
        """Delete what is stored of a batch under that name; of concurrent callers only one gets True."""
        with self._sessions.writing() as connection:
            gone = sa.delete(BATCH_CONTENTS).where(
                BATCH_CONTENTS.c.batch_id == batch_id, BATCH_CONTENTS.c.kind == kind
            )
            return bool(connection.execute(gone).rowcount)

    def drop_contents(self, kind: str, *, before: datetime) -> None:
        """Delete contents of that kind of batches that were staged before that time."""
        old = sa.select(BATCHES.c.id).where(BATCHES.c.staged_at < before)
        with self._sessions.writing() as connection:
            connection.execute(
                sa.delete(BATCH_CONTENTS).where(
                    BATCH_CONTENTS.c.kind == kind, BATCH_CONTENTS.c.batch_id.in_(old)
                )
            )

    def vectors(self, batch_id: int) -> dict[str, bytes]:
        """Return the vectors of a staged batch's pictures, by picture key."""
        with self._sessions.reading() as connection:
            rows = connection.execute(
                sa.select(BATCH_VECTORS.c.key, BATCH_VECTORS.c.vector).where(
                    BATCH_VECTORS.c.batch_id == batch_id
                )
            )
            return {row.key: row.vector for row in rows}

    def move(self, batch_id: int, states: Collection[State], to: State, **values: Any) -> bool:
        """Move a batch from one of those states to another; False if it was in none of them."""
        with self._sessions.writing() as connection:
            return move(connection, batch_id, states, to, values)

    def release(self, batch_id: int) -> list[str]:
        """Delete the contents of a batch, but not its record. Returns the pictures that nothing needs now."""
        with self._sessions.writing() as connection:
            held = list(
                connection.scalars(
                    sa.select(BATCH_PICTURES.c.key).where(BATCH_PICTURES.c.batch_id == batch_id)
                )
            )
            for table in (BATCH_CONTENTS, BATCH_VECTORS, BATCH_PICTURES, BATCH_ITEMS):
                connection.execute(sa.delete(table).where(table.c.batch_id == batch_id))
            return _unneeded(connection, held)

    def unneeded(self, pictures: Iterable[str]) -> list[str]:
        """Return those of the pictures that no item, retired or not, and no batch or intake needs."""
        with self._sessions.reading() as connection:
            return _unneeded(connection, list(dict.fromkeys(pictures)))

    def held_pictures(self) -> tuple[str, ...]:
        """Return pictures whose files must stay for a batch that may be applied or undone."""
        with self._sessions.reading() as connection:
            return tuple(connection.scalars(sa.select(BATCH_PICTURES.c.key).distinct()))

    def touched_since(self, revision: int, items: Iterable[str]) -> dict[str, int]:
        """Map the folded id of each item that a later batch has touched to the latest such batch's number."""
        touched: dict[str, int] = {}
        with self._sessions.reading() as connection:
            for chunk in chunks(list(dict.fromkeys(folded(item) for item in items))):
                rows = connection.execute(
                    sa.select(BATCH_ITEMS.c.item, BATCHES.c.id)
                    .join(BATCHES)
                    .where(
                        BATCH_ITEMS.c.item.in_(chunk),
                        BATCHES.c.state == State.APPLIED,
                        BATCHES.c.revision > revision,
                    )
                    .order_by(BATCHES.c.revision)
                )
                touched.update((row.item, row.id) for row in rows)
        return touched

    @property
    def index_unfinished(self) -> bool:
        """Whether a write to the index goes on, or was interrupted."""
        with self._sessions.reading() as connection:
            return connection.scalar(sa.select(META.c.value).where(META.c.name == UNFINISHED)) == "1"

    def mark_index(self, *, unfinished: bool) -> None:
        """Record that the index is about to be written, or agrees with SQL again."""
        with self._sessions.writing() as connection:
            connection.execute(
                sa.update(META).where(META.c.name == UNFINISHED).values(value=str(int(unfinished)))
            )


def add_record(connection: sa.Connection, record: BatchRecord) -> int:
    """Insert a row for a batch. Returns its number."""
    values = _columns(asdict(record))
    del values["id"]
    written = connection.execute(sa.insert(BATCHES).values(**values))
    key = written.inserted_primary_key
    assert key is not None  # single-row inserts always have one
    return int(key[0])


def move(
    connection: sa.Connection,
    batch_id: int,
    states: Collection[State],
    to: State,
    values: Mapping[str, Any],
) -> bool:
    """Move a batch from one of those states to another; False if it was in none of them."""
    moved = connection.execute(
        sa.update(BATCHES)
        .where(BATCHES.c.id == batch_id, BATCHES.c.state.in_(list(states)))
        .values(state=to, **_columns(values))
    )
    # A batch that could not be applied waits as before: nobody is told a second time.
    if moved.rowcount == 1 and (to in _TOLD or (to is State.STAGED and State.APPLYING not in states)):
        _announce(connection, batch_id)
    return moved.rowcount == 1


def keep_inverse(
    connection: sa.Connection,
    batch_id: int,
    *,
    before: bytes,
    pictures: Collection[str],
    touched: Collection[str],
) -> None:
    """Store what undoes a batch in place of its contents."""
    for table in (BATCH_VECTORS, BATCH_PICTURES, BATCH_ITEMS):
        connection.execute(sa.delete(table).where(table.c.batch_id == batch_id))
    connection.execute(
        sa.delete(BATCH_CONTENTS).where(
            BATCH_CONTENTS.c.batch_id == batch_id,
            BATCH_CONTENTS.c.kind.not_in([FAULTS_KIND, REFUSED_KIND]),
        )
    )
    _put(connection, batch_id, {BEFORE: before})
    _hold(connection, batch_id, pictures)
    items = sorted({folded(item) for item in touched})
    insert(connection, BATCH_ITEMS, [{"batch_id": batch_id, "item": item} for item in items])


_TOLD = frozenset({State.APPLIED, State.DISCARDED, State.UNDONE, State.FAILED})


def _announce(connection: sa.Connection, batch_id: int) -> None:
    """Tell subscribers how a batch stands now."""
    row = connection.execute(sa.select(BATCHES).where(BATCHES.c.id == batch_id)).mappings().one()
    record = _record(row)
    data = {
        "batch": batch_id,
        "state": record.state.value,
        "mode": record.mode.value,
        "source": record.source,
        "sent_by": record.sent_by,
        "applied_by": record.applied_by,
        "undone_by": record.undone_by,
        "new_items": record.new_items,
        "changed_items": record.changed_items,
        "unchanged_items": record.unchanged_items,
        "retired_items": record.retired_items,
        "deleted_items": record.deleted_items,
        "refused_rows": record.refused_rows,
        "fault": None if record.fault is None else str(record.fault),
    }
    publish(connection, EventKind.BATCH, f"batch/{batch_id}", data, datetime.now(UTC))


def _put(connection: sa.Connection, batch_id: int, contents: Mapping[str, bytes]) -> None:
    connection.execute(
        sa.delete(BATCH_CONTENTS).where(
            BATCH_CONTENTS.c.batch_id == batch_id, BATCH_CONTENTS.c.kind.in_(list(contents))
        )
    )
    insert(
        connection,
        BATCH_CONTENTS,
        [{"batch_id": batch_id, "kind": kind, "data": data} for kind, data in contents.items()],
    )


def _hold(connection: sa.Connection, batch_id: int, pictures: Iterable[str]) -> None:
    of_batch = BATCH_PICTURES.c.batch_id == batch_id
    held = set(connection.scalars(sa.select(BATCH_PICTURES.c.key).where(of_batch)))
    more = sorted(set(pictures) - held)
    insert(connection, BATCH_PICTURES, [{"batch_id": batch_id, "key": key} for key in more])


def _unneeded(connection: sa.Connection, keys: Sequence[str]) -> list[str]:
    needed: set[str] = set()
    for table in (PICTURES, BATCH_PICTURES):
        for chunk in chunks(keys):
            needed.update(connection.scalars(sa.select(table.c.key).where(table.c.key.in_(chunk))))
    if keys:
        needed.update(connection.scalars(shown_in_intakes()))
    return [key for key in keys if key not in needed]


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Encode values for their columns: a message with its code and values."""
    fault = values.get("fault")
    return dict(values) if fault is None else {**values, "fault": json.dumps(dumped(fault))}


def _record(row: sa.RowMapping) -> BatchRecord:
    record = BatchRecord(**row)
    fault = None if record.fault is None else _message(row["fault"])
    return replace(record, state=State(record.state), mode=Mode(record.mode), fault=fault)


def _message(stored: str) -> Message:
    """Decode the message in a column; former versions stored the English alone, which is no JSON."""
    try:
        return loaded(json.loads(stored))
    except ValueError:
        return plain_text(stored)

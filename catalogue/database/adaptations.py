"""What a photo can't tell apart in this catalogue, by embedding model."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from catalogue.database.engine import Sessions, chunks, insert
from catalogue.database.rows import load
from catalogue.items import Item
from catalogue.migrations.schema import ADAPTATIONS, CONFUSIONS

SHARE = 0.25
"""Two items can't be told apart if the wrong one comes first in this share of their views: the shares of both
ways together.
"""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What came first for a view, and the figures that its verdict follows from."""

    matches: tuple[tuple[str, float], ...]
    """Items by id with their similarities, best first; at least one."""
    agreement: float
    """See `Evidence`, as for what follows."""
    mask: float
    part: float = 0.0
    part_margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Trial:
    """One view of an item's picture, asked for in the catalogue."""

    first: bool
    """Whether its item came first."""
    present: Ranking | None = None
    """Of a view that measures; None if it names, or nothing was found."""
    absent: Ranking | None = None
    """The same with the item taken out."""


def fingerprint(item: Item) -> str:
    """Return what changes with an item's pictures, and with them its vectors, in any generation of the index:
    a picture's key is a hash of its content.
    """
    keys = sorted(picture.key for picture in item.pictures)
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()


class Adaptations:
    """Trials of items' own views, and what they were taken for. An entry is ignored once its item's pictures
    have changed. May be used from several threads; raises `StoreError`.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def put(
        self, model: str, item: Item, trials: Sequence[Trial], confused: Mapping[str, tuple[Item, float]]
    ) -> None:
        """Store an item's trials in place of those before.

        `confused` has the other items that came first, by id, each with the share of the views.
        """
        mark = fingerprint(item)
        row = {
            "model": model,
            "item_id": item.id,
            "pictures": mark,
            "trials": json.dumps([_values(trial) for trial in trials], ensure_ascii=False),
            "at": datetime.now(UTC),
        }
        pairs = [
            {
                "model": model,
                "item_id": item.id,
                "other_id": other.id,
                "pictures": mark,
                "other_pictures": fingerprint(other),
                "share": share,
            }
            for other, share in confused.values()
        ]
        with self._sessions.writing() as connection:
            for table in (ADAPTATIONS, CONFUSIONS):
                connection.execute(_of_items(table, model, [item.id]))
            insert(connection, ADAPTATIONS, [row])
            insert(connection, CONFUSIONS, pairs)

    def lock(self) -> AbstractContextManager[None]:
        """Hold the lock for trying items. Raises `BusyStoreError` at once."""
        return self._sessions.adaptation_lock()

    def tried(self, model: str) -> dict[str, str]:
        """Return the items that have trials, by id, with the fingerprints of their pictures then."""
        wanted = sa.select(ADAPTATIONS.c.item_id, ADAPTATIONS.c.pictures).where(ADAPTATIONS.c.model == model)
        with self._sessions.reading() as connection:
            return {row.item_id: row.pictures for row in connection.execute(wanted)}

    def trials(self, model: str, fingerprints: Mapping[str, str]) -> dict[str, tuple[Trial, ...]]:
        """Return the trials of those items, by id, whose pictures are as they were then."""
        wanted = sa.select(ADAPTATIONS).where(ADAPTATIONS.c.model == model)
        with self._sessions.reading() as connection:
            return {
                row.item_id: tuple(_trial(*values) for values in json.loads(row.trials))
                for row in connection.execute(wanted)
                if fingerprints.get(row.item_id) == row.pictures
            }

    def pairs(self, model: str, fingerprints: Mapping[str, str]) -> frozenset[frozenset[str]]:
        """Return the pairs among those items that a photo can't tell apart."""
        wanted = sa.select(CONFUSIONS).where(CONFUSIONS.c.model == model)
        with self._sessions.reading() as connection:
            return _indistinct(connection.execute(wanted).all(), fingerprints)

    def indistinct(self, model: str, item: Item) -> tuple[Item, ...]:
        """Return the items that a photo can't tell from this one, by id."""
        of_item, of_other = CONFUSIONS.c.item_id == item.id, CONFUSIONS.c.other_id == item.id
        wanted = sa.select(CONFUSIONS).where(CONFUSIONS.c.model == model, of_item | of_other)
        with self._sessions.reading() as connection:
            rows = connection.execute(wanted).all()
            ids = {item_id for row in rows for item_id in (row.item_id, row.other_id)} - {item.id}
            items = load(connection, sorted(ids)) if ids else {}
        marks = {each.id: fingerprint(each) for each in (item, *items.values())}
        others = {other for pair in _indistinct(rows, marks) for other in pair} - {item.id}
        return tuple(items[other] for other in sorted(others))

    def sweep(self, model: str, item_ids: Iterable[str]) -> None:
        """Delete the entries of all items but these."""
        kept = set(item_ids)
        held = sa.select(ADAPTATIONS.c.item_id).where(ADAPTATIONS.c.model == model)
        with self._sessions.writing() as connection:
            gone = [item_id for item_id in connection.scalars(held) if item_id not in kept]
            for chunk in chunks(gone):
                for table in (ADAPTATIONS, CONFUSIONS):
                    connection.execute(_of_items(table, model, chunk))

    def forget(self, model: str) -> int:
        """Delete all entries of that model. Returns of how many items."""
        with self._sessions.writing() as connection:
            connection.execute(sa.delete(CONFUSIONS).where(CONFUSIONS.c.model == model))
            return connection.execute(sa.delete(ADAPTATIONS).where(ADAPTATIONS.c.model == model)).rowcount


def _indistinct(rows: Iterable[sa.Row[Any]], fingerprints: Mapping[str, str]) -> frozenset[frozenset[str]]:
    """The pairs that can't be told apart, of those rows whose items' pictures are as they were."""
    shares: defaultdict[frozenset[str], float] = defaultdict(float)
    for row in rows:
        now = fingerprints.get(row.item_id), fingerprints.get(row.other_id)
        if now == (row.pictures, row.other_pictures):
            shares[frozenset((row.item_id, row.other_id))] += row.share
    return frozenset(pair for pair, share in shares.items() if share >= SHARE)


def _of_items(table: sa.Table, model: str, item_ids: Sequence[str]) -> sa.Delete:
    return sa.delete(table).where(table.c.model == model, table.c.item_id.in_(item_ids))


def _values(trial: Trial) -> list[Any]:
    rankings = (trial.present, trial.absent)
    return [trial.first, *(each and [*astuple(each)] for each in rankings)]


def _trial(first: bool, present: list[Any] | None, absent: list[Any] | None) -> Trial:
    return Trial(first, _ranking(present), _ranking(absent))


def _ranking(values: list[Any] | None) -> Ranking | None:
    if values is None:
        return None
    matches, *figures = values
    return Ranking(tuple((item, similarity) for item, similarity in matches), *figures)

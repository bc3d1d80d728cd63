"""Where staged batches are applied, resumed after a crash, and undone: one at a time, over all programs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from catalogue.audit import repair
from catalogue.batches.applying.apply import Applied, Stores, apply, tidy_index, with_store_errors
from catalogue.batches.applying.staging import Staging
from catalogue.batches.applying.undo import KEPT, Undone, undo
from catalogue.batches.planning.diff import Plan
from catalogue.database import BatchRecord
from catalogue.errors import BusyStoreError, CatalogueError, UndoRefusedError, UnknownBatchError
from catalogue.messages import Message, plain_text
from catalogue.modes import State, state_label
from catalogue.progress import Embed, Progress, silent

log = logging.getLogger(__name__)

WAIT = 10.0
"""Seconds that a batch waits for another one."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was put right after a crash."""

    resumed: tuple[Applied, ...] = ()
    """Batches that were cut off, and are applied now."""
    put_back: tuple[int, ...] = ()
    """Batches that were cut off and could not be resumed; they are staged again."""
    repaired: bool = False
    """Whether the index was looked at as a whole."""


class BatchService:
    """Applies and undoes batches. Blocks; may be used from several threads."""

    def __init__(self, stores: Stores, staging: Staging, *, wait: float = WAIT) -> None:
        """`wait`: seconds that a batch waits for another one before it is refused as `BusyStoreError`."""
        self._stores = stores
        self._staging = staging
        self._ledger = stores.database.ledger
        self._wait = wait

    def apply_staged(
        self, batch_id: int, embed: Embed, *, by: str = "", progress: Progress = silent
    ) -> Applied:
        """Apply a staged batch. See `Catalogue.apply_staged`."""
        with self._alone():
            record = self._ledger.record(batch_id)
            if record.state is not State.STAGED:
                raise UnknownBatchError(
                    Message("not-staged-apply", batch=str(batch_id), state=state_label(record.state))
                )
            planned = self._staging.planned(record)
            self._staging.require_unchanged(batch_id, planned)
            return self._apply(record, planned, embed, by, progress)

    def apply_plan(
        self, planned: Plan, embed: Embed, *, by: str = "", progress: Progress = silent
    ) -> Applied:
        """Stage and apply a plan as it is. Raises `StoreError` where it no longer holds."""
        staged = self._staging.stage_plan(planned, by=by, progress=progress)
        try:
            with self._alone():
                return self._apply(staged.record, planned, embed, by, progress)
        except BaseException as error:
            message = error.message if isinstance(error, CatalogueError) else plain_text(str(error))
            self._staging.mark_failed(staged.id, message)
            raise

    def undo(
        self, batch_id: int | None, embed: Embed, *, by: str = "", progress: Progress = silent
    ) -> Undone:
        """Undo an applied batch, the latest where none is named. See `Catalogue.undo`."""
        with self._alone():
            if batch_id is None:
                latest = self._ledger.undoable()
                if not latest:
                    raise UndoRefusedError(Message("nothing-to-undo"))
                batch_id = latest[0].id
                assert batch_id is not None  # it is in the database
            record = self._ledger.record(batch_id)
            undone, pictures = undo(record, self._stores, embed, by=by, progress=progress)
            self._staging.delete_pictures([*self._ledger.release(batch_id), *self._ledger.unneeded(pictures)])
            return undone

    def recover(self, embed: Embed, *, progress: Progress = silent) -> Recovered:
        """Put right what a crash has left. See `Catalogue.recover`."""
        if not (self._ledger.index_unfinished or self._ledger.latest(limit=1, states=[State.APPLYING])):
            return Recovered()
        resumed: list[Applied] = []
        put_back: list[int] = []
        try:
            with self._stores.database.batch_lock(wait=0):
                for record in reversed(self._ledger.latest(limit=100, states=[State.APPLYING])):
                    assert record.id is not None  # it is in the database
                    log.warning("the batch %s was cut off; it is resumed", record.id)
                    try:
                        resumed.append(self._resume(record, with_store_errors(embed), progress))
                    except CatalogueError as error:
                        log.warning("the batch %s cannot be resumed: %s", record.id, error)
                        put_back.append(record.id)
                repaired = self._ledger.index_unfinished
                if repaired:
                    self._repair(embed, progress)
        except BusyStoreError:
            return Recovered()  # not a crash: another program is at it
        return Recovered(tuple(resumed), tuple(put_back), repaired)

    # One batch at a time

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Under the batch lock, with batches that a crash has left in the middle put back."""
        with self._stores.database.batch_lock(wait=self._wait):
            for record in self._ledger.latest(limit=100, states=[State.APPLYING]):
                assert record.id is not None  # it is in the database
                self._ledger.move(record.id, [State.APPLYING], State.STAGED)
            yield

    def _resume(self, record: BatchRecord, embed: Embed, progress: Progress) -> Applied:
        """It is never staged meanwhile: whoever looks then would take it for one that waits to be applied."""
        assert record.id is not None
        try:
            planned = self._staging.planned(record)
        except BaseException:
            self._ledger.move(record.id, [State.APPLYING], State.STAGED)
            raise
        return self._apply(
            record, planned, embed, record.applied_by or "", progress, from_state=State.APPLYING
        )

    def _apply(
        self,
        record: BatchRecord,
        planned: Plan,
        embed: Embed,
        by: str,
        progress: Progress,
        *,
        from_state: State = State.STAGED,
    ) -> Applied:
        assert record.id is not None
        if not self._ledger.move(record.id, [from_state], State.APPLYING, applied_by=by or None):
            raise UnknownBatchError(Message("staged-no-more", batch=str(record.id)))
        try:
            applied = apply(record, planned, self._stores, embed, by=by, progress=progress)
        except BaseException:
            self._put_back(record.id, planned, embed)
            raise
        for old in self._ledger.undoable()[KEPT:]:
            assert old.id is not None
            self._staging.delete_pictures(self._ledger.release(old.id))
        return applied

    def _put_back(self, batch_id: int, planned: Plan, embed: Embed) -> None:
        """As before the batch, as far as can be; the rest is done by who comes next."""
        try:
            if self._ledger.move(batch_id, [State.APPLYING], State.STAGED):
                brought = {picture.key for item in planned.written for picture in item.pictures}
                tidy_index(brought, (), self._stores, embed, full=True)
        except CatalogueError as error:
            log.warning("the batch %s was not applied, nor tidied up after: %s", batch_id, error)

    def _repair(self, embed: Embed, progress: Progress) -> None:
        stores = self._stores
        repair(stores.index, stores.database, stores.pictures, with_store_errors(embed), progress=progress)
        self._ledger.mark_index(unfinished=False)

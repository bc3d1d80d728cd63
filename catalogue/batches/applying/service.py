"""Staged batches applied, resumed after a crash, and undone: one at a time among all programs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from catalogue.audit import repair
from catalogue.batches.applying.apply import Applied, Changes, Stores, apply, tidy_index, with_store_errors
from catalogue.batches.applying.staging import Staging
from catalogue.batches.applying.undo import Undone, beyond_undo, undo
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
    """What was repaired after a crash."""

    resumed: tuple[Applied, ...] = ()
    """Batches that were interrupted, and are applied now."""
    put_back: tuple[int, ...] = ()
    """Batches that were interrupted and could not be resumed; they are staged again."""
    repaired: bool = False
    """Whether the whole index was audited."""
    busy: bool = False
    """Whether another program is applying or undoing a batch, so that nothing was done."""


class BatchService:
    """Applies and undoes batches, one after another. Blocks; may be used from several threads."""

    def __init__(self, stores: Stores, staging: Staging, *, wait: float = WAIT) -> None:
        """`wait`: seconds that a batch waits for another one before `BusyStoreError`."""
        self._stores = stores
        self._staging = staging
        self._ledger = stores.database.ledger
        self._wait = wait

    def apply_staged(
        self,
        batch_id: int,
        embed: Embed,
        *,
        by: str = "",
        planned: Plan | None = None,
        progress: Progress = silent,
    ) -> Applied:
        """Apply a staged batch, whole or not at all; `progress` gets `embed`, `write` and `audit`.

        It's compared with the catalogue anew, unless nothing has changed since it was `planned`.

        Raises:
            UnknownBatchError: there is no such batch, or it is not staged.
            StaleBatchError: it would change other things by now than its sender saw; `staged` shows what.
            BusyStoreError: another batch is being applied.
            StoreError: a part of the catalogue does not answer; the batch stays staged, nothing is changed.
        """
        with self._locked():
            record = self._ledger.record(batch_id)
            if record.state is not State.STAGED:
                raise UnknownBatchError(
                    Message("not-staged-apply", batch=str(batch_id), state=state_label(record.state))
                )
            if planned is None or planned.revision != self._stores.database.revision():
                planned = self._staging.planned(record)
                self._staging.require_unchanged(batch_id, planned)
            return self._apply(record, planned, embed, by, progress)

    def apply_plan(
        self, planned: Plan, embed: Embed, *, by: str = "", progress: Progress = silent
    ) -> Applied:
        """Stage and apply a plan as it is. Raises `StoreError` if it is out of date."""
        staged = self._staging.stage_plan(planned, by=by, progress=progress)
        try:
            with self._locked():
                return self._apply(staged.record, planned, embed, by, progress)
        except BaseException as error:
            message = error.message if isinstance(error, CatalogueError) else plain_text(str(error))
            self._staging.mark_failed(staged.id, message)
            raise

    def undo(
        self, batch_id: int | None, embed: Embed, *, by: str = "", progress: Progress = silent
    ) -> Undone:
        """Undo an applied batch, whole or not at all; None undoes the latest.

        Works for the last ten that were applied. Raises `UndoRefusedError`, with the reason, if a later batch
        has touched the same items or the batch is too old; `UnknownBatchError`, `BusyStoreError` and
        `StoreError` as `apply_staged` does.
        """
        with self._locked():
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
        """Finish what a crash interrupted. Call it once after opening; it is cheap if there is nothing to do.

        A batch that was being applied is resumed, or staged again if it is out of date. An index that was
        being written is audited as a whole and repaired. Does nothing while another program applies a batch.
        Raises `StoreError` if a part does not answer.
        """
        if not (self._ledger.index_unfinished or self._ledger.latest(limit=1, states=[State.APPLYING])):
            return Recovered()
        resumed: list[Applied] = []
        put_back: list[int] = []
        try:
            with self._stores.database.batch_lock(wait=0):
                for record in reversed(self._ledger.latest(limit=100, states=[State.APPLYING])):
                    assert record.id is not None  # it is in the database
                    log.warning("the batch %s was interrupted; it is resumed", record.id)
                    try:
                        resumed.append(self._resume(record, with_store_errors(embed), progress))
                    except CatalogueError as error:
                        log.warning("the batch %s cannot be resumed: %s", record.id, error)
                        put_back.append(record.id)
                repaired = self._ledger.index_unfinished
                if repaired:
                    self._repair(embed, progress)
        except BusyStoreError:
            return Recovered(busy=True)  # not a crash: another program is applying a batch
        return Recovered(tuple(resumed), tuple(put_back), repaired)

    # One batch at a time

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the batch lock, with batches that a crash interrupted staged again."""
        with self._stores.database.batch_lock(wait=self._wait):
            for record in self._ledger.latest(limit=100, states=[State.APPLYING]):
                assert record.id is not None  # it is in the database
                self._ledger.move(record.id, [State.APPLYING], State.STAGED)
            yield

    def _resume(self, record: BatchRecord, embed: Embed, progress: Progress) -> Applied:
        """Apply a batch that is `applying`. It is never staged meanwhile, so that nobody sees it waiting."""
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
        for old in beyond_undo(self._ledger.undoable()):
            assert old.id is not None
            self._staging.delete_pictures(self._ledger.release(old.id))
        return applied

    def _put_back(self, batch_id: int, planned: Plan, embed: Embed) -> None:
        """Restore the state before the batch as far as possible; `recover` does the rest."""
        try:
            changes = Changes.of(planned)
            if self._ledger.move(batch_id, [State.APPLYING], State.STAGED) and changes.touch_index:
                brought = {picture.key for item in changes.after for picture in item.pictures}
                tidy_index(brought, (), self._stores, embed, full=True)
        except CatalogueError as error:
            log.warning("the batch %s was not applied, nor cleaned up: %s", batch_id, error)

    def _repair(self, embed: Embed, progress: Progress) -> None:
        stores = self._stores
        repair(stores.index, stores.database, stores.pictures, with_store_errors(embed), progress=progress)
        self._ledger.mark_index(unfinished=False)

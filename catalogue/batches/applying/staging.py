"""Batches before they are applied: read, compared and stored, shown again, and discarded.

A staged batch is in SQL with its pictures in the picture store and their vectors beside it, so that applying
it needs none of the files that were sent.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from catalogue.audit import EMBED_AT_ONCE
from catalogue.batches.applying.apply import Stores
from catalogue.batches.applying.packed_files import packed, unpacked
from catalogue.batches.applying.records import (
    CONTENTS,
    FAULTS,
    LOOKALIKES,
    QUESTION,
    REFUSED,
    SUMMARY,
    BatchContents,
    PlanSummary,
    vector_bytes,
)
from catalogue.batches.applying.staged import StagedBatch
from catalogue.batches.checking.check import Batch
from catalogue.batches.checking.picture_checks import PictureReader, read_with_pillow
from catalogue.batches.planning import lookalikes
from catalogue.batches.planning.diff import Plan, plan, plan_without_faulty
from catalogue.batches.planning.lookalikes import LookAlike
from catalogue.batches.read import BatchFile, read_batch
from catalogue.batches.reading.column_memory import ColumnMemory
from catalogue.batches.reading.sources import Fetch
from catalogue.batches.reading.stored_pictures import StoredPictures
from catalogue.database import FAULTS_KIND, REFUSED_KIND, BatchRecord
from catalogue.errors import (
    BatchError,
    CatalogueError,
    ColumnQuestion,
    StaleBatchError,
    UnknownBatchError,
)
from catalogue.messages import Message
from catalogue.modes import Mode, State, state_label
from catalogue.progress import Embed, Progress, silent

log = logging.getLogger(__name__)

CUT_OFF = Message("cut-off")
STALE = Message("stale")
EXPIRED = Message("expired")
EXPIRES = timedelta(days=14)
"""How long a staged batch waits to be applied."""
QUESTION_KIND, FILES_KIND, ALL_PLACES_KIND = "question", "files", "all-places"
"""What is stored of a batch that was refused for its columns."""
LEFT_BEHIND = timedelta(days=1)
"""When a batch that is still being read counts as interrupted."""


class Staging:
    """Stages batches, shows them and discards them. Blocks; may be used from several threads."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._ledger = stores.database.ledger
        self.columns = ColumnMemory(stores.database.notes)

    def stage(
        self,
        files: Sequence[tuple[str, bytes | Path]],
        *,
        mode: Mode = Mode.UPSERT,
        by: str = "",
        embed: Embed | None = None,
        mapping: Mapping[str, str] | None = None,
        fetch: Fetch | None = None,
        picture_reader: PictureReader = read_with_pillow,
        skip_faulty: bool = False,
        all_places: bool = False,
        progress: Progress = silent,
    ) -> StagedBatch:
        """Read, check and compare files, and store them as a staged batch; nothing is changed yet.

        What is wrong with the files is not raised: the batch is in the state `failed` then, with
        `record.fault` in one sentence and the refused rows in `faults`. Raises `StoreError` if nothing can be
        stored.

        Args:
            files: the name of each, and its bytes or path; together they are one batch.
            mode: what the batch means by what it names.
            by: who sent it, in the caller's words.
            embed: embeds pictures now: likely duplicates are found, and applying is quick.
            mapping: from names of columns in the table to ours; without it, what `columns` remembers counts.
            fetch: gets pictures that are named by address; without it these are faults.
            picture_reader: raises an error for what is no usable picture.
            skip_faulty: leave faulty rows and the others of their items out, in place of refusing the batch.
                They are in `faults` and `refused` then. Never of mode `replace`, which would retire them.
            all_places: a batch of mode `stock` names all places of the SKUs that it counts; what they have
                elsewhere becomes 0.
            progress: gets `check`, `embed` and `store`.
        """
        names = ", ".join(name for name, _ in files)
        skip_faulty = skip_faulty and mode is not Mode.REPLACE
        self.tidy()
        try:
            batch = self.read(
                files,
                mode=mode,
                mapping=mapping,
                fetch=fetch,
                picture_reader=picture_reader,
                skip_faulty=skip_faulty,
                progress=progress,
            )
        except BatchError as error:
            return self._refused(error, names, mode, by, files, all_places=all_places)
        batch = replace(batch, all_places=all_places and mode is Mode.STOCK)
        with closing(batch):
            try:
                compare = plan_without_faulty if skip_faulty else plan
                planned = compare(batch, self._stores.database, mode)
            except BatchError as error:
                return self._refused(error, names, mode, by)
            return self.stage_plan(planned, by=by, embed=embed, progress=progress)

    def read(
        self,
        files: Sequence[tuple[str, bytes | Path]],
        *,
        mode: Mode = Mode.UPSERT,
        mapping: Mapping[str, str] | None = None,
        fetch: Fetch | None = None,
        picture_reader: PictureReader = read_with_pillow,
        skip_faulty: bool = False,
        progress: Progress = silent,
    ) -> Batch:
        """Read and check files, as `stage` does. Raises `BatchError`. Close the batch when done."""
        return read_batch(
            [BatchFile(name, content) for name, content in files],
            required=mode.required,
            mapping=mapping or {},
            remembered={} if mapping else self.columns.all(),
            fetch=fetch,
            beside=StoredPictures(self._stores.pictures),
            picture_reader=picture_reader,
            skip_faulty=skip_faulty,
            progress=progress,
        )

    def stage_plan(
        self,
        planned: Plan,
        *,
        by: str = "",
        embed: Embed | None = None,
        reason: Message | None = None,
        progress: Progress = silent,
    ) -> StagedBatch:
        """Stage a batch that is already read and compared; `reason` is why it needs a person."""
        pictures = sorted({p.key for item in planned.items for p in item.pictures} & set(planned.batch.files))
        vectors = {} if embed is None else self._embed_new(pictures, planned.batch, embed, progress)
        pairs = self._find_lookalikes(planned, vectors)
        contents = replace(BatchContents.of(planned.batch), pictures=tuple(pictures))
        record = replace(_record(planned, by), fault=reason)
        batch, refused = planned.batch, None
        stored = {
            "given": CONTENTS.dump(contents),
            "lookalikes": LOOKALIKES.dump(pairs),
            "shown": _fingerprint(planned),
        }
        if batch.left_out and batch.originals is not None:
            refused = batch.originals.refused(batch.left_out, batch.faults)
            stored |= {FAULTS_KIND: FAULTS.dump(batch.faults), REFUSED_KIND: REFUSED.dump(refused)}
        # Registered before they are stored, so that nobody deletes them; staged once all are stored.
        batch_id = self._ledger.add(
            replace(record, state=State.FAILED, fault=CUT_OFF),
            contents=stored,
            vectors={key: vector_bytes(vector) for key, vector in vectors.items()},
            pictures=pictures,
        )
        try:
            for done, key in enumerate(pictures, start=1):
                if not self._stores.pictures.exists(key):
                    self._stores.pictures.put(planned.batch.picture(key))
                progress("store", done, len(pictures))
        except BaseException:
            self.delete_pictures(self._ledger.release(batch_id))
            raise
        self._ledger.move(batch_id, [State.FAILED], State.STAGED, fault=reason)
        return StagedBatch(replace(record, id=batch_id), planned, pairs, batch.faults, refused)

    def staged(self, batch_id: int, *, record_summary: bool = True) -> StagedBatch:
        """Return a batch as it is now, compared anew if it is staged. Raises `UnknownBatchError`.

        With `record_summary`, this is what its sender has seen, and what `apply_staged` holds to.
        """
        record = self._ledger.record(batch_id)
        stored_faults = self._ledger.content(batch_id, FAULTS_KIND)
        stored_rows = self._ledger.content(batch_id, REFUSED_KIND)
        faults = FAULTS.load(stored_faults) if stored_faults else ()
        refused = REFUSED.load(stored_rows) if stored_rows else None
        stored_question = self._ledger.content(batch_id, QUESTION_KIND)
        question = QUESTION.load(stored_question) if stored_question else None
        if record.state not in {State.STAGED, State.APPLYING}:
            return StagedBatch(record, faults=faults, refused=refused, question=question)
        stored = self._ledger.content(batch_id, "lookalikes")
        pairs = LOOKALIKES.load(stored) if stored else ()
        try:
            planned = self.planned(record)
        except BatchError as error:
            return StagedBatch(replace(record, fault=error.message), None, pairs, error.faults)
        if record_summary:
            self._ledger.put_contents(batch_id, {"shown": _fingerprint(planned)})
        return StagedBatch(record, planned, pairs, faults, refused)

    def planned(self, record: BatchRecord) -> Plan:
        """Return what a batch would change now. Raises `UnknownBatchError` if its contents are no longer
        stored.
        """
        assert record.id is not None
        stored = self._ledger.content(record.id, "given")
        if stored is None:
            raise UnknownBatchError(Message("given-no-more", batch=str(record.id)))
        return plan(CONTENTS.load(stored).batch(self._stores.pictures), self._stores.database, record.mode)

    def require_unchanged(self, batch_id: int, planned: Plan) -> None:
        """Raise `StaleBatchError` if the batch would change other things than its sender has seen.

        The new changes count as seen from then on.
        """
        now = _fingerprint(planned)
        if self._ledger.content(batch_id, "shown") != now:
            self._ledger.put_contents(batch_id, {"shown": now})
            raise StaleBatchError(STALE)

    def mark_failed(self, batch_id: int, fault: Message) -> None:
        """Mark a staged batch as failed, and release what is stored of it."""
        if self._ledger.move(batch_id, [State.STAGED], State.FAILED, fault=fault):
            self.delete_pictures(self._ledger.release(batch_id))

    def discard(self, batch_id: int, *, by: str = "") -> BatchRecord:
        """Discard a staged batch. Raises `UnknownBatchError` if it is not staged."""
        if not self._ledger.move(batch_id, [State.STAGED], State.DISCARDED, undone_by=by or None):
            record = self._ledger.record(batch_id)
            raise UnknownBatchError(
                Message("not-staged-discard", batch=str(batch_id), state=state_label(record.state))
            )
        self.delete_pictures(self._ledger.release(batch_id))
        return self._ledger.record(batch_id)

    def tidy(self, *, now: datetime | None = None) -> None:
        """Discard batches that waited too long, and those whose reading a crash interrupted."""
        now = now or datetime.now(UTC)
        self._ledger.drop_contents(FILES_KIND, before=now - EXPIRES)
        for record in self._ledger.latest(limit=1000, states=[State.STAGED, State.FAILED]):
            assert record.id is not None  # it is in the database
            age = now - record.staged_at if record.staged_at else timedelta()
            cut_off = record.fault == CUT_OFF and age > LEFT_BEHIND
            waited = record.state is State.STAGED and age > EXPIRES
            fault = CUT_OFF if cut_off else EXPIRED
            if (cut_off or waited) and self._ledger.move(
                record.id, [record.state], State.DISCARDED, fault=fault
            ):
                self.delete_pictures(self._ledger.release(record.id))

    def delete_pictures(self, pictures: Iterable[str]) -> None:
        """Delete picture files that nothing needs; a failure is logged and does no harm."""
        try:
            for key in pictures:
                self._stores.pictures.delete(key)
        except CatalogueError as error:
            log.warning("some unneeded pictures were not deleted: %s", error)

    def files(self, batch_id: int) -> list[tuple[str, bytes]]:
        """Return the files of a batch that was refused for its columns; none if they're gone or too large."""
        stored = self._ledger.content(batch_id, FILES_KIND)
        return [] if stored is None else unpacked(stored)

    def names_all_places(self, batch_id: int) -> bool:
        """Return whether a batch that was refused for its columns names all places of its SKUs."""
        return self._ledger.content(batch_id, ALL_PLACES_KIND) is not None

    def close_question(self, batch_id: int) -> bool:
        """Mark the question about a batch's columns as answered; of several callers only one gets True."""
        return self._ledger.drop_content(batch_id, QUESTION_KIND)

    def reopen_question(self, batch_id: int, question: ColumnQuestion) -> None:
        """Ask it again, because the answer could not be used."""
        self._ledger.put_contents(batch_id, {QUESTION_KIND: QUESTION.dump(question)})

    def _refused(
        self,
        error: BatchError,
        names: str,
        mode: Mode,
        by: str,
        files: Sequence[tuple[str, bytes | Path]] = (),
        *,
        all_places: bool = False,
    ) -> StagedBatch:
        rows = {(fault.file, fault.row) for fault in error.faults if fault.row is not None}
        record = BatchRecord(
            applied_at=None,
            source=names,
            new_items=0,
            changed_items=0,
            unchanged_items=0,
            state=State.FAILED,
            mode=mode,
            sent_by=by,
            staged_at=datetime.now(UTC),
            refused_rows=len(rows),
            fault=error.message,
        )
        contents = {FAULTS_KIND: FAULTS.dump(error.faults)}
        if error.question is not None:
            contents[QUESTION_KIND] = QUESTION.dump(error.question)
            if all_places:
                contents[ALL_PLACES_KIND] = b"1"
            if (packed_files := packed(files)) is not None:
                contents[FILES_KIND] = packed_files
        batch_id = self._ledger.add(record, contents=contents, announced=True)
        return StagedBatch(replace(record, id=batch_id), faults=error.faults, question=error.question)

    def _embed_new(
        self, pictures: Sequence[str], batch: Batch, embed: Embed, progress: Progress
    ) -> dict[str, NDArray[np.float32]]:
        indexed = self._stores.index.vectors(pictures)
        new = [key for key in pictures if key not in indexed]
        vectors: dict[str, NDArray[np.float32]] = {}
        for done in range(0, len(new), EMBED_AT_ONCE):
            chunk = new[done : done + EMBED_AT_ONCE]
            embedded = np.asarray(embed([batch.picture(key) for key in chunk]), np.float32)
            vectors.update(zip(chunk, embedded, strict=True))
            progress("embed", done + len(chunk), len(new))
        return vectors

    def _find_lookalikes(
        self, planned: Plan, vectors: Mapping[str, NDArray[np.float32]]
    ) -> tuple[LookAlike, ...]:
        pictures = [picture.key for item in planned.new for picture in item.pictures]
        indexed = self._stores.index.vectors([key for key in pictures if key not in vectors])
        return lookalikes.of_new_items(
            planned.new, {**indexed, **vectors}, self._stores.index, self._stores.database
        )


def _record(planned: Plan, by: str) -> BatchRecord:
    return BatchRecord(
        applied_at=None,
        source=planned.batch.source,
        new_items=len(planned.new),
        changed_items=len(planned.changed),
        unchanged_items=len(planned.unchanged),
        state=State.STAGED,
        mode=planned.mode,
        format=planned.batch.format,
        sent_by=by,
        staged_at=datetime.now(UTC),
        retired_items=len(planned.retired),
        deleted_items=len(planned.deleted),
        feed=planned.batch.feed,
        refused_rows=len(planned.batch.left_out),
    )


def _fingerprint(planned: Plan) -> bytes:
    """Hash all of a plan that its sender can see."""
    changed = (*planned.changed, *planned.retired)
    summary = PlanSummary(
        planned.new,
        tuple((change.after.id, change.changes) for change in changed),
        tuple(item.id for item in planned.deleted),
        planned.codes,
    )
    return hashlib.sha256(SUMMARY.dump(summary)).digest()

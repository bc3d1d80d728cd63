"""The whole catalogue behind one door: open it, hand in batches, search it, ask for stock, close it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from catalogue.audit import Audit, audit, fill, repair
from catalogue.backup import BackedUp, read_backup, write_backup
from catalogue.batches.applying.apply import Applied, Stores
from catalogue.batches.applying.service import BatchService, Recovered
from catalogue.batches.applying.staged import StagedBatch
from catalogue.batches.applying.staging import Staging
from catalogue.batches.applying.undo import Undone
from catalogue.batches.checking.check import Batch
from catalogue.batches.checking.picture_checks import PictureReader, read_with_pillow
from catalogue.batches.export import Exported, export_csv, export_zip
from catalogue.batches.planning.diff import Plan, plan
from catalogue.batches.planning.lookalikes import MIN_SIMILARITY, LookAlike, of_all_items
from catalogue.batches.read import read_batch
from catalogue.batches.reading.sources import Fetch
from catalogue.batches.report import report_csv
from catalogue.database import BatchRecord, Counts, Database, url_in
from catalogue.errors import StoreError
from catalogue.index.port import Index
from catalogue.items import Item
from catalogue.messages import Message
from catalogue.modes import Mode
from catalogue.pictures import PictureStore
from catalogue.progress import Embed, Progress, silent
from catalogue.refit import refit_of
from catalogue.search import Calibration, Search
from catalogue.status import Status, status_of
from catalogue.stock import StockBook


class Catalogue:
    """Items, their stock and their pictures. Blocks; may be used from several threads. Close it when done.

    Batches are applied one after another; searches and stock questions go on meanwhile.
    """

    def __init__(
        self, database: Database, index: Index, pictures: PictureStore, *, calibration: Calibration
    ) -> None:
        """`Catalogue.open` is the usual way in."""
        self.database = database
        self.index = index
        self.pictures = pictures
        self.search = Search(index, database, calibration)
        self.stock = StockBook(database)
        stores = Stores(database, index, pictures)
        self._staging = Staging(stores)
        self._service = BatchService(stores, self._staging)

    @classmethod
    def open(
        cls,
        home: Path,
        *,
        database_url: str | None = None,
        chroma_url: str | None = None,
        pictures_url: str | None = None,
        model_id: str,
        dimension: int,
        calibration: Calibration | None = None,
        rebuild: bool = False,
    ) -> Catalogue:
        """Open the catalogue under `home`, making what is absent; a URL moves that part elsewhere.

        Raises `StoreError` where a part does not answer, or where the index was made by another model; with
        `rebuild` it is begun afresh then, and `repair` must fill it.
        """
        # chromadb takes a second to import, which no command should pay that does not open a catalogue.
        from catalogue.index.chroma_index import ChromaIndex

        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                Message("operator-home-folder", home=str(home), english=error.strerror or "")
            ) from error
        database = Database.open(url_in(home, database_url))
        try:
            index = (
                ChromaIndex.server(chroma_url, model_id=model_id, dimension=dimension, afresh=rebuild)
                if chroma_url
                else ChromaIndex.embedded(
                    home / "chroma", model_id=model_id, dimension=dimension, afresh=rebuild
                )
            )
            try:
                pictures = PictureStore(pictures_url or str(home / "pictures"))
            except BaseException:
                index.close()
                raise
        except BaseException:
            database.close()
            raise
        fitted = refit_of(database.notes, model_id)
        return cls(database, index, pictures, calibration=fitted or calibration or Calibration())

    def close(self) -> None:
        """Let go of files and connections."""
        self.index.close()
        self.database.close()

    def __enter__(self) -> Catalogue:
        """For `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    # Batches

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
        progress: Progress = silent,
    ) -> StagedBatch:
        """Read files, check them, compare them with the catalogue, and keep them; nothing is changed yet.

        What is wrong with the files is not raised but told: the batch is in the state `failed` then, with
        `record.fault` in one sentence and the refused rows in `faults`. Raises `StoreError` where nothing can
        be kept.

        Args:
            files: the name of each, and its bytes or where it lies; together they are one batch.
            by: who sent it, in the words of the caller.
            embed: with it, pictures are looked at now: likely duplicates are found, and applying is quick.
            mapping: names of columns in the table to ours.
            fetch: gets pictures that are named by address; without it these are faults.
            progress: told of `check`, `embed` and `store`.
        """
        return self._staging.stage(
            files,
            mode=mode,
            by=by,
            embed=embed,
            mapping=mapping,
            fetch=fetch,
            picture_reader=picture_reader,
            progress=progress,
        )

    def staged(self, batch_id: int) -> StagedBatch:
        """The batch as it is now; one that is staged is compared with the catalogue anew.

        Any batch can be asked for, whatever has become of it. Raises `UnknownBatchError`.
        """
        return self._staging.staged(batch_id)

    def apply_staged(
        self, batch_id: int, embed: Embed, *, by: str = "", progress: Progress = silent
    ) -> Applied:
        """Apply a staged batch, whole or not at all; `progress` is told of `embed`, `write` and `audit`.

        Raises:
            UnknownBatchError: there is none of that number, or it is not staged.
            StaleBatchError: it would change other things by now than `stage` or `staged` last told; look
            again. BusyStoreError: another batch is being applied.
            StoreError: a part of the catalogue does not answer; the batch stays staged, nothing is changed.
        """
        return self._service.apply_staged(batch_id, embed, by=by, progress=progress)

    def discard(self, batch_id: int, *, by: str = "") -> BatchRecord:
        """Forget what a staged batch gave. Raises `UnknownBatchError` where it is not staged."""
        return self._staging.discard(batch_id, by=by)

    def undo(
        self, batch_id: int | None, embed: Embed, *, by: str = "", progress: Progress = silent
    ) -> Undone:
        """Put back what an applied batch has changed, whole or not at all; None means the latest applied.

        Good for the last ten that were applied. Raises `UndoRefusedError`, with the reason, where a later
        batch has touched the same items or the batch is too old; `UnknownBatchError`, `BusyStoreError` and
        `StoreError` as `apply_staged` does.
        """
        return self._service.undo(batch_id, embed, by=by, progress=progress)

    def undoable(self) -> tuple[int, ...]:
        """The numbers of the batches whose undoing is kept, latest applied first."""
        return tuple(record.id for record in self.database.ledger.undoable() if record.id is not None)

    def history(self, *, limit: int = 20) -> tuple[BatchRecord, ...]:
        """All batches, latest first, whatever has become of them."""
        return self.database.ledger.latest(limit=limit)

    def recover(self, embed: Embed, *, progress: Progress = silent) -> Recovered:
        """Finish what a crash has cut off: call it once after opening; cheap where there is nothing to do.

        A batch that was being applied is resumed, or put back to `staged` where it no longer fits; an index
        that was being written is looked at as a whole and repaired. Nothing is done while another program
        applies a batch. Raises `StoreError` where a part does not answer.
        """
        return self._service.recover(embed, progress=progress)

    def report(self, batch_id: int) -> bytes:
        """All there is to say of a batch as a CSV file: refused rows, changes, notes, duplicates."""
        return report_csv(self._staging.staged(batch_id, record_summary=False))

    # What it holds

    def counts(self) -> Counts:
        """How much it holds."""
        return self.database.counts()

    def status(self) -> Status:
        """How much it holds, and how its batches stand."""
        return status_of(self.database, self.index)

    def item(self, name: str) -> Item:
        """The item of that id, SKU or barcode. Raises `UnknownItemError`, with the nearest names that
        exist."""
        return self.stock.item(name)

    def duplicates(
        self, *, at_least: float = MIN_SIMILARITY, limit: int = 1000, progress: Progress = silent
    ) -> tuple[LookAlike, ...]:
        """Pairs of items whose pictures are that similar (cosine), the most alike first."""
        return of_all_items(self.index, self.database, at_least=at_least, limit=limit, progress=progress)

    def export_csv(self, out: BinaryIO) -> Exported:
        """Write all items, retired ones too, as a CSV file that imports again into this catalogue."""
        return export_csv(self.database, out)

    def export_zip(self, out: BinaryIO, *, progress: Progress = silent) -> Exported:
        """Write the same with all pictures as a ZIP file that imports into any; told of `export`."""
        return export_zip(self.database, self.pictures, out, progress=progress)

    # In one go

    def read_batch(
        self,
        source: Path | bytes,
        *,
        name: str = "",
        picture_reader: PictureReader = read_with_pillow,
        progress: Progress = silent,
    ) -> Batch:
        """Read and check a file; `name` is what to call bytes. Raises `BatchError` with every fault."""
        return read_batch(source, name=name, picture_reader=picture_reader, progress=progress)

    def plan(self, batch: Batch, mode: Mode = Mode.UPSERT) -> Plan:
        """What the batch would change. Raises `BatchError` where it contradicts the catalogue."""
        return plan(batch, self.database, mode)

    def apply(self, planned: Plan, embed: Embed, *, progress: Progress = silent) -> Applied:
        """Apply a plan, whole or not at all. Raises `StoreError` where it no longer holds."""
        return self._service.apply_plan(planned, embed, progress=progress)

    def import_batch(
        self,
        source: Path | bytes,
        embed: Embed,
        *,
        name: str = "",
        mode: Mode = Mode.UPSERT,
        picture_reader: PictureReader = read_with_pillow,
        progress: Progress = silent,
    ) -> Applied:
        """Read, check, plan and apply a file, with nobody asked in between."""
        batch = read_batch(
            source, name=name, required=mode.required, picture_reader=picture_reader, progress=progress
        )
        with closing(batch):
            return self.apply(self.plan(batch, mode), embed, progress=progress)

    # All of it in one file

    def backup(self, out: BinaryIO, *, progress: Progress = silent) -> BackedUp:
        """Write all that is kept, while searches go on; see `catalogue.backup`."""
        return write_backup(self.database, self.index, self.pictures, out, progress=progress)

    def restore(self, source: Path, *, progress: Progress = silent) -> BackedUp:
        """Put a backup back into this catalogue, which must be empty; `repair` it afterwards."""
        return read_backup(self.database, self.index, self.pictures, source, progress=progress)

    # The index

    def audit(self, *, progress: Progress = silent) -> Audit:
        """Whether every picture can be found."""
        return audit(self.index, self.database, progress=progress)

    def repair(self, embed: Embed, *, progress: Progress = silent) -> Audit:
        """Put right what an audit finds wrong; fills an index that was begun afresh."""
        # With a new model this takes hours, in which batches go on.
        filled = fill(self.index, self.database, self.pictures, embed, progress=progress)
        with self.database.batch_lock():  # what another batch has just written would seem a stray
            report = repair(self.index, self.database, self.pictures, embed, progress=progress)
            self.database.ledger.mark_index(unfinished=False)
        return replace(report, missing=(*filled, *report.missing))

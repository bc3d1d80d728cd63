"""The whole catalogue behind one facade: open it, import batches, search it, ask for stock, close it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from catalogue.adaptation import Adaptation, EmbedViews, adapt, forget, untried
from catalogue.audit import Audit, ItemCounts, audit, count_items, fill, repair
from catalogue.backup import BackedUp, read_backup, write_backup
from catalogue.batches.applying.apply import Applied, Stores
from catalogue.batches.applying.service import BatchService
from catalogue.batches.applying.staging import Staging
from catalogue.batches.checking.check import Batch
from catalogue.batches.checking.picture_checks import PictureReader, read_with_pillow
from catalogue.batches.export import Exported, export_csv, export_zip
from catalogue.batches.planning.diff import Plan, plan
from catalogue.batches.planning.lookalikes import MIN_SIMILARITY, LookAlike, of_all_items
from catalogue.batches.read import read_batch
from catalogue.batches.report import report_csv
from catalogue.database import Database, url_in
from catalogue.errors import StoreError
from catalogue.index.port import Index
from catalogue.labels import Labels
from catalogue.messages import Message
from catalogue.modes import Mode
from catalogue.pictures import PictureStore
from catalogue.progress import Embed, Progress, silent
from catalogue.refit import calibration_in_use
from catalogue.search import Calibration, Search
from catalogue.status import Status, status_of
from catalogue.stock import StockBook


class Catalogue:
    """Items, their stock and their pictures. Blocks; may be used from several threads. Close it when done.

    Its parts are attributes: `search` finds items by a photo's vector, `stock` by numbers and words, `labels`
    by print,
    `staging` reads batches, `batches` applies and undoes them, `ledger` lists them, `movements` moves stock,
    `events` are queued for who subscribed to them, `places` has the locations' codes, `stock_takes` the
    counts, and `watches`, `notes`, `confirmations` and `intakes` store what people enter. The verbs that are
    used most are here too, such as `stage` and `apply_staged`. What needs several parts at once is a method.
    """

    def __init__(
        self, database: Database, index: Index, pictures: PictureStore, *, calibration: Calibration
    ) -> None:
        """Take the parts as they are; `Catalogue.open` opens them.

        `calibration`, the shipped one, is used while no other is stored.
        """
        self.database = database
        self.index = index
        self.pictures = pictures
        self.confirmations = database.confirmations
        self.events = database.events
        self.intakes = database.intakes
        self.ledger = database.ledger
        self.movements = database.movements
        self.notes = database.notes
        self.places = database.places
        self.stock_takes = database.stock_takes
        self.watches = database.watches
        self._shipped = calibration
        in_use = partial(calibration_in_use, database.notes, index.model_id, calibration)
        indistinct = partial(database.adaptations.indistinct, index.model_id)
        self.search = Search(index, database, in_use, indistinct=indistinct)
        self.stock = StockBook(database)
        self.labels = Labels(database)
        stores = Stores(database, index, pictures)
        self.staging = Staging(stores)
        self.batches = BatchService(stores, self.staging)

        self.counts, self.picture_keys, self.revision = (
            database.counts,
            database.picture_keys,
            database.revision,
        )
        self.columns = self.staging.columns
        self.item = self.stock.item
        self.stage, self.staged, self.discard = self.staging.stage, self.staging.staged, self.staging.discard
        self.apply_staged, self.undo = self.batches.apply_staged, self.batches.undo
        self.recover, self.apply = self.batches.recover, self.batches.apply_plan
        self.history = self.ledger.latest

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
        """Open the catalogue under `home`, creating what is missing; a URL moves that part elsewhere.

        With `rebuild`, an index that another model made is begun afresh, and `repair` must fill it.

        Raises:
            StoreError: a part does not answer, or another model made the index.
        """
        # chromadb takes a second to import: a command that opens no catalogue should not pay for it.
        from catalogue.index.chroma import folder_connection, server_connection
        from catalogue.index.chroma_index import ChromaIndex

        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                Message("operator-home-folder", home=str(home), english=error.strerror or "")
            ) from error
        with ExitStack() as opened:
            database = Database.open(url_in(home, database_url))
            opened.callback(database.close)
            connection = server_connection(chroma_url) if chroma_url else folder_connection(home / "chroma")
            index = ChromaIndex(connection, model_id=model_id, dimension=dimension, afresh=rebuild)
            opened.callback(index.close)
            pictures = PictureStore(pictures_url or str(home / "pictures"))
            catalogue = cls(database, index, pictures, calibration=calibration or Calibration())
            opened.pop_all()
        return catalogue

    def close(self) -> None:
        """Close files and connections."""
        self.index.close()
        self.database.close()

    def __enter__(self) -> Catalogue:
        """Return the catalogue itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    # Batches

    def undoable(self) -> tuple[int, ...]:
        """Return the numbers of the batches that can be undone, latest applied first."""
        return tuple(record.id for record in self.ledger.undoable() if record.id is not None)

    def report(self, batch_id: int) -> bytes:
        """Return the report of a batch as a CSV file: refused rows, changes, notes, duplicates."""
        return report_csv(self.staging.staged(batch_id, record_summary=False))

    def plan(self, batch: Batch, mode: Mode = Mode.UPSERT) -> Plan:
        """Return what the batch would change. Raises `BatchError` if it contradicts the catalogue."""
        return plan(batch, self.database, mode)

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
        """Read, check, plan and apply a file in one go."""
        batch = read_batch(
            source, name=name, required=mode.required, picture_reader=picture_reader, progress=progress
        )
        with closing(batch):
            return self.apply(self.plan(batch, mode), embed, progress=progress)

    # The catalogue as a whole

    def status(self) -> Status:
        """Return how much it holds, and how its batches stand."""
        return status_of(self.database, self.index)

    def duplicates(
        self, *, at_least: float = MIN_SIMILARITY, limit: int = 1000, progress: Progress = silent
    ) -> tuple[LookAlike, ...]:
        """Return pairs of items whose pictures are at least that similar (cosine), most alike first."""
        return of_all_items(self.index, self.database, at_least=at_least, limit=limit, progress=progress)

    def adapt(self, embed_views: EmbedViews, *, progress: Progress = silent) -> Adaptation:
        """Find out what a photo can't tell apart, with views of the catalogue's pictures, and fit the verdict
        to them; `progress` gets `views`. It is used from now on, and continues after an interruption.
        """
        parts = self.index, self.database, self.pictures, self._shipped
        return adapt(*parts, embed_views, progress=progress)

    def untried(self) -> int:
        """Count the items that `adapt` would try."""
        return untried(self.database, self.index.model_id)

    def forget_adaptation(self) -> bool:
        """Forget that again; False if nothing was known."""
        return forget(self.database, self.index.model_id)

    def export_csv(self, out: BinaryIO) -> Exported:
        """Write all items, retired ones too, as a CSV file that imports again into this catalogue."""
        return export_csv(self.database, out)

    def export_zip(self, out: BinaryIO, *, progress: Progress = silent) -> Exported:
        """Write the same with all pictures as a ZIP file that imports into any; `progress` gets `export`."""
        return export_zip(self.database, self.pictures, out, progress=progress)

    def backup(self, out: BinaryIO, *, progress: Progress = silent) -> BackedUp:
        """Write everything into one file, while searches go on; see `catalogue.backup`."""
        return write_backup(self.database, self.index, self.pictures, out, progress=progress)

    def restore(self, source: Path, *, progress: Progress = silent) -> BackedUp:
        """Restore a backup into this catalogue, which must be empty; `repair` it afterwards."""
        return read_backup(self.database, self.index, self.pictures, source, progress=progress)

    # The index

    def audit(self, *, keys: Sequence[str] | None = None, progress: Progress = silent) -> Audit:
        """Check whether all pictures, or those of these keys, are found by their own vectors."""
        return audit(self.index, self.database, keys=keys, progress=progress)

    def repair(self, embed: Embed, *, progress: Progress = silent) -> Audit:
        """Repair what an audit finds wrong; fills an index that was begun afresh."""
        # With a new model this takes hours, during which batches can be applied.
        filled = fill(self.index, self.database, self.pictures, embed, progress=progress)
        with self.database.batch_lock():  # what another batch has just written would look like a stray
            report = repair(self.index, self.database, self.pictures, embed, progress=progress)
            self.ledger.mark_index(unfinished=False)
        return replace(report, missing=(*filled, *report.missing))

    def count_items(self, report: Audit, *, repaired: bool = False) -> ItemCounts:
        """Count an audit's report in items; see `catalogue.audit.count_items`."""
        return count_items(self.database, report, repaired=repaired)

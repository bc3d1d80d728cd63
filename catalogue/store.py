"""The whole catalogue behind one door: open it, import batches, search it, ask for stock, close it."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType

from catalogue.audit import Audit, Embed, Progress, audit, mend, silent
from catalogue.batches.apply import Applied, apply
from catalogue.batches.check import Batch, PictureReader, read_with_pillow
from catalogue.batches.diff import Plan, plan
from catalogue.batches.read import read_batch
from catalogue.database import Counts, Database, sqlite_url
from catalogue.errors import StoreError
from catalogue.index import Index
from catalogue.pictures import PictureStore
from catalogue.search import Calibration, Search
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
        self._applying = threading.Lock()

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
        `rebuild` it is begun afresh then, and `mend` must fill it.
        """
        # chromadb takes a second to import, which no command should pay that does not open a catalogue.
        from catalogue.chroma import ChromaIndex

        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"The folder {home} cannot be made ({error.strerror}); choose another."
            ) from error
        database = Database.open(database_url or sqlite_url(home / "hangtag.sqlite3"))
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
        return cls(database, index, pictures, calibration=calibration or Calibration())

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

    def counts(self) -> Counts:
        """How much it holds."""
        return self.database.counts()

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

    def plan(self, batch: Batch) -> Plan:
        """What the batch would change. Raises `BatchError` where it contradicts the catalogue."""
        return plan(batch, self.database)

    def apply(self, planned: Plan, embed: Embed, *, progress: Progress = silent) -> Applied:
        """Apply a plan, whole or not at all. Raises `StoreError` where it no longer holds."""
        with self._applying:
            return apply(planned, self.database, self.index, self.pictures, embed, progress=progress)

    def import_batch(
        self,
        source: Path | bytes,
        embed: Embed,
        *,
        name: str = "",
        picture_reader: PictureReader = read_with_pillow,
        progress: Progress = silent,
    ) -> Applied:
        """Read, check, plan and apply a file, with nobody asked in between."""
        batch = self.read_batch(source, name=name, picture_reader=picture_reader, progress=progress)
        try:
            return self.apply(self.plan(batch), embed, progress=progress)
        finally:
            batch.close()

    def audit(self, *, progress: Progress = silent) -> Audit:
        """Whether every picture can be found."""
        return audit(self.index, self.database, progress=progress)

    def mend(self, embed: Embed, *, progress: Progress = silent) -> Audit:
        """Put right what an audit finds wrong; fills an index that was begun afresh."""
        with self._applying:
            return mend(self.index, self.database, self.pictures, embed, progress=progress)

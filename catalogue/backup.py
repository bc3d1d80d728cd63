"""The whole catalogue in one file, and back: SQL, picture files, and the vectors of the index.

The file is a ZIP: `hangtag.json` describes it, `rows.jsonl` has a line for each row, `pictures/KEY` are the
files, and `vectors.npz` the vectors, which are ignored where another model is in use.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from catalogue.audit import entries_of
from catalogue.database import Database
from catalogue.errors import StoreError
from catalogue.index.port import Index
from catalogue.messages import Message
from catalogue.pictures import KEY, PictureStore
from catalogue.progress import Progress, silent

FORMAT = 1
AT_ONCE = 1000
NOT_A_BACKUP = Message("operator-no-backup")


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup holds."""

    made_at: str
    """ISO 8601, UTC."""
    items: int
    pictures: int
    vectors: int
    lost: int = 0
    """Pictures whose files were gone already."""


def write_backup(
    database: Database, index: Index, pictures: PictureStore, out: BinaryIO, *, progress: Progress = silent
) -> BackedUp:
    """Write everything into one file. Searches go on meanwhile, batches wait; `progress` gets `store`.

    Raises:
        BusyStoreError: a batch is being applied.
        StoreError: a part does not answer.
        OSError: the file cannot be written.
    """
    with database.batch_lock(), zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        with file.open("rows.jsonl", "w", force_zip64=True) as rows:
            for table, row in database.dump.rows():
                rows.write(json.dumps([table, row], ensure_ascii=False).encode() + b"\n")
        keys = sorted(index.keys())
        _write_vectors(file, index, keys)
        picture_keys = sorted(
            {*keys, *database.picture_keys(), *database.ledger.held_pictures(), *database.intakes.pictures()}
        )
        lost = 0
        for done, key in enumerate(picture_keys, start=1):
            if pictures.exists(key):
                file.writestr(f"pictures/{key}", pictures.get(key))
            else:
                lost += 1
            progress("store", done, len(picture_keys))
        summary = BackedUp(
            datetime.now(UTC).isoformat(timespec="seconds"),
            database.counts().items,
            len(picture_keys) - lost,
            len(keys),
            lost,
        )
        about = {
            "format": FORMAT,
            "schema": database.dump.revision(),
            "model": index.model_id,
            "made_at": summary.made_at,
            "items": summary.items,
            "pictures": summary.pictures,
        }
        file.writestr("hangtag.json", json.dumps(about, indent=2))
        return summary


def read_backup(
    database: Database, index: Index, pictures: PictureStore, source: Path, *, progress: Progress = silent
) -> BackedUp:
    """Restore what `write_backup` wrote into an empty catalogue; `progress` gets `store` and `write`.

    Pictures come first and SQL in one go, so that a failure leaves the catalogue empty. Vectors of another
    model are left out; `Catalogue.repair` creates the index then.

    Raises:
        StoreError: the file is damaged or of another version, the catalogue is not empty, or a part does not
            answer.
    """
    try:
        with zipfile.ZipFile(source) as file:
            about = _about(file, database)
            if not database.dump.is_empty():
                raise StoreError(Message("operator-restore-not-empty"))
            with database.batch_lock():
                return _read(file, about, database, index, pictures, progress)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
        raise StoreError(NOT_A_BACKUP) from error
    except OSError as error:
        raise StoreError(
            Message("operator-backup-unreadable", file=str(source), english=error.strerror or "")
        ) from error


def _read(
    file: zipfile.ZipFile,
    about: dict[str, Any],
    database: Database,
    index: Index,
    pictures: PictureStore,
    progress: Progress,
) -> BackedUp:
    names = [name for name in file.namelist() if name.startswith("pictures/")]
    if len(names) != about["pictures"] or file.testzip() is not None:
        raise StoreError(NOT_A_BACKUP)
    for done, name in enumerate(names, start=1):
        if pictures.put(file.read(name)) != name.removeprefix("pictures/"):
            raise StoreError(NOT_A_BACKUP)
        progress("store", done, len(names))
    database.dump.restore(_rows(file))
    written = 0
    if about["model"] == index.model_id:
        keys, vectors = _vectors(file)
        for start in range(0, len(keys), AT_ONCE):
            chunk = dict(zip(keys[start : start + AT_ONCE], vectors[start : start + AT_ONCE], strict=True))
            entries = entries_of(database, chunk)
            index.upsert(entries)
            written += len(entries)
            progress("write", start + len(chunk), len(keys))
    return BackedUp(about["made_at"], database.counts().items, len(names), written)


def _about(file: zipfile.ZipFile, database: Database) -> dict[str, Any]:
    about = json.loads(file.read("hangtag.json"))
    if not isinstance(about, dict):
        raise StoreError(NOT_A_BACKUP)
    if (about["format"], about["schema"]) != (FORMAT, database.dump.revision()):
        raise StoreError(Message("operator-backup-version"))
    return about


def _rows(file: zipfile.ZipFile) -> Iterator[tuple[str, dict[str, Any]]]:
    with file.open("rows.jsonl") as rows:
        for line in rows:
            table, row = json.loads(line)
            yield table, row


def _write_vectors(file: zipfile.ZipFile, index: Index, keys: Sequence[str]) -> None:
    rows: list[NDArray[np.float32]] = []
    indexed: list[str] = []
    for start in range(0, len(keys), AT_ONCE):
        batch = index.vectors(keys[start : start + AT_ONCE])
        indexed += batch
        rows += batch.values()
    whole = np.stack(rows) if rows else np.zeros((0, 0), np.float32)
    out = io.BytesIO()
    np.savez(out, keys=np.array(indexed, dtype="U64"), vectors=whole)
    file.writestr("vectors.npz", out.getvalue())


def _vectors(file: zipfile.ZipFile) -> tuple[list[str], NDArray[np.float32]]:
    with np.load(io.BytesIO(file.read("vectors.npz")), allow_pickle=False) as arrays:
        keys, vectors = arrays["keys"].tolist(), arrays["vectors"].astype(np.float32)
    if len(keys) != len(vectors) or not all(KEY.fullmatch(key) for key in keys):
        raise StoreError(NOT_A_BACKUP)
    return keys, vectors

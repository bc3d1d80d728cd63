"""A file in, a checked batch out: CSV, XLSX, or a ZIP with a table and its pictures."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from types import ModuleType
from zipfile import BadZipFile, ZipFile

from catalogue.batches import magento, own_format, shopify
from catalogue.batches.check import Batch, PictureReader, check, read_with_pillow, refusal
from catalogue.batches.kept_pictures import EitherPictures
from catalogue.batches.sources import (
    FolderPictures,
    NoPictures,
    PictureSource,
    ZipPictures,
    hidden,
    unpacked,
    unsafe,
)
from catalogue.batches.tables import Table, csv_table, xlsx_table
from catalogue.errors import BatchError, Fault

FORMATS: tuple[tuple[str, ModuleType], ...] = (
    ("Magento", magento),
    ("Shopify", shopify),
    ("Hangtag", own_format),
)
"""In the order they are tried; the last takes what the others do not know."""
TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx"})
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How ZIP files begin, and XLSX files too; the second, those that hold nothing."""
MAX_TABLE = 512 * 2**20
"""Bytes."""


def read_batch(
    source: Path | bytes,
    *,
    name: str = "",
    required: Sequence[str] = own_format.REQUIRED,
    beside: PictureSource | None = None,
    picture_reader: PictureReader = read_with_pillow,
    progress: Callable[[str, int, int], None] = lambda _stage, _done, _total: None,
) -> Batch:
    """The batch in a file, or `BatchError` with all its faults.

    `name` is what to call a batch that comes as bytes. A table that is a file finds its pictures beside it;
    those that it does not find are looked for in `beside`, which is closed with the batch. `required` are the
    columns that every row must fill.
    """
    called = name or (source.name if isinstance(source, Path) else "batch")
    table, pictures = _opened(source)
    if beside is not None:
        pictures = EitherPictures(pictures, beside)
    try:
        if not table.header:
            raise BatchError(
                "The file is empty; send a table with a header and a row, or a ZIP that holds one."
            )
        format_name, form = _recognised(table, required)
        parsed = form.parse(table, required=required) if form is own_format else form.parse(table)
        return check(
            parsed,
            pictures,
            source=called,
            format=format_name,
            faults=table.faults,
            required=required,
            picture_reader=picture_reader,
            progress=progress,
        )
    except BaseException:
        pictures.close()
        raise


def _recognised(table: Table, required: Sequence[str]) -> tuple[str, ModuleType]:
    for name, form in FORMATS:
        if form.recognises(table.header):
            return name, form
    wanted = required or ("item",)
    raise refusal([Fault(table.header_row, f"the column {column} is missing") for column in wanted])


def _opened(source: Path | bytes) -> tuple[Table, PictureSource]:
    try:
        if not _head(source).startswith(ZIP):
            return csv_table(_whole(source)), _beside(source)
        archive = ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        if not _is_workbook(archive):
            return _from_zip(archive)
        with archive:
            _refuse_unsafe(archive)
        return xlsx_table(_whole(source)), _beside(source)
    except BadZipFile as error:
        raise BatchError("The ZIP or XLSX file is damaged; pack or save it again.") from error
    except FileNotFoundError as error:
        raise BatchError(f"There is no file {source!s}; check its name and folder.") from error
    except IsADirectoryError as error:
        raise BatchError(f"{source!s} is a folder; name the CSV, XLSX or ZIP file itself.") from error
    except OSError as error:
        raise BatchError(
            f"The file {source!s} cannot be read ({error.strerror}); check that you may open it."
        ) from error


def _head(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source[:4]
    with source.open("rb") as file:
        return file.read(4)


def _whole(source: Path | bytes) -> bytes:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > MAX_TABLE:
        raise BatchError(f"The table has more than {MAX_TABLE // 2**20} MiB; split it.")
    return source if isinstance(source, bytes) else source.read_bytes()


def _beside(source: Path | bytes) -> PictureSource:
    return NoPictures() if isinstance(source, bytes) else FolderPictures(source.parent)


def _from_zip(archive: ZipFile) -> tuple[Table, PictureSource]:
    try:
        _refuse_unsafe(archive)
        tables = [
            info
            for info in archive.infolist()
            if PurePosixPath(info.filename).suffix.lower() in TABLES
            and not info.is_dir()
            and not hidden(info.filename)
        ]
        if len(tables) != 1:
            names = ", ".join(info.filename for info in tables[:5]) or "none"
            raise BatchError(f"The ZIP must hold exactly one CSV or XLSX table; found: {names}.")
        if tables[0].file_size > MAX_TABLE:
            raise BatchError(f"The table has more than {MAX_TABLE // 2**20} MiB; split it.")
        data = unpacked(archive, tables[0])
        if data.startswith(ZIP):
            with ZipFile(io.BytesIO(data)) as workbook:
                _refuse_unsafe(workbook)
            table = xlsx_table(data)
        else:
            table = csv_table(data)
        folder, slash, _ = tables[0].filename.rpartition("/")
        return table, ZipPictures(archive, folder + slash)
    except BaseException:
        archive.close()
        raise


def _is_workbook(archive: ZipFile) -> bool:
    names = archive.namelist()
    return "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names)


def _refuse_unsafe(archive: ZipFile) -> None:
    faults = unsafe(archive)
    if faults:
        raise refusal(faults)

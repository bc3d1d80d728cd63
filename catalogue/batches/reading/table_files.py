"""The files of a batch opened: their tables by name, and where their pictures are."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from catalogue.batches.reading.archives import (
    DAMAGED,
    archive_faults,
    is_hidden,
    open_archive,
    open_member,
    read_member,
)
from catalogue.batches.reading.encodings import Opener
from catalogue.batches.reading.faults import refusal
from catalogue.batches.reading.feeds import read_feed
from catalogue.batches.reading.file_types import (
    MAX_TABLE,
    ZIP,
    FileType,
    embedded_pictures,
    file_type_of,
    opener_of,
    workbook_faults,
)
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.sources import PICTURES, FolderPictures, PicturesByFolder, ZipPictures
from catalogue.batches.reading.tables import Likeness, Table, read_csv
from catalogue.batches.reading.workbook_pictures import WorkbookPictures, prefix_of
from catalogue.batches.reading.workbooks import read_xlsx
from catalogue.errors import BatchError
from catalogue.messages import Message

TABLES = frozenset({".csv", ".tsv", ".tab", ".xml", ".xlsx", ".xlsm", ".xls"})
POSSIBLE_TABLES = frozenset({".txt"})
"""A table if a ZIP holds no other; otherwise most likely a note to the reader."""
MAX_FILES = 50


@dataclass(frozen=True, slots=True)
class BatchFile:
    """One of several files that make a batch."""

    name: str
    content: Path | bytes

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture, by its name."""
        return PurePosixPath(self.name).suffix.lower() in PICTURES


@dataclass(frozen=True, slots=True)
class OpenFile:
    """What a file holds."""

    tables: tuple[tuple[str, Table], ...]
    """By their names."""
    pictures: tuple[PicturesByFolder, ...]


def open_file(file: BatchFile, likeness: Likeness, closing: ExitStack) -> OpenFile:
    """Read a file's tables and find its pictures; `closing` closes what stays open for these.

    Raises `BatchError` if the file is damaged, too large, or of a type that cannot be read.
    """
    if file.is_picture:
        return OpenFile((), ())
    with _file_errors(file.name):
        opener = opener_of(file.content)
        with opener() as binary:
            size = binary.seek(0, io.SEEK_END)
        file_type = file_type_of(opener)
        if file_type is FileType.ZIP:
            content = file.content
            archive = closing.enter_context(
                open_archive(io.BytesIO(content) if isinstance(content, bytes) else content)
            )
            return _open_zip(archive, likeness)
        if size > MAX_TABLE:
            raise BatchError(Message("table-too-large", most=MAX_TABLE // 2**20))
        table = _read_table(file.name, opener, file_type, likeness)
        sources: list[PicturesByFolder] = []
        if table.pictures:
            sources.append(WorkbookPictures(file.name, opener))
        if isinstance(file.content, Path):
            sources.append(FolderPictures(file.content.parent))
        return OpenFile(((file.name, table),), tuple(sources))


def fault_inside(name: str, reason: Message) -> Message:
    """Say in which of several files something is wrong."""
    return Message("inside", name=printable(name), told=reason)


def _read_table(name: str, opener: Opener, file_type: FileType, likeness: Likeness) -> Table:
    if file_type is FileType.CSV:
        return read_csv(opener, likeness)
    if file_type is FileType.FEED:
        return read_feed(opener)
    with opener() as file, open_archive(file) as workbook:
        faults = workbook_faults(workbook)
        embedded = embedded_pictures(workbook)
    if faults:
        raise refusal(faults)
    table = read_xlsx(opener, likeness)
    prefix = prefix_of(name)
    pictures = tuple(replace(picture, name=f"{prefix}{picture.name}") for picture in table.pictures)
    return replace(table, pictures=pictures, embedded=embedded)


def _open_zip(archive: ZipFile, likeness: Likeness) -> OpenFile:
    faults = archive_faults(archive)
    if faults:
        raise refusal(faults)
    members = [info for info in archive.infolist() if not info.is_dir() and not is_hidden(info.filename)]
    infos = _with_suffix(members, TABLES) or _with_suffix(members, POSSIBLE_TABLES)
    if len(infos) > MAX_FILES:
        raise BatchError(Message("zip-tables", most=MAX_FILES))
    tables = []
    workbooks: list[PicturesByFolder] = []
    for info in infos:
        if info.file_size > MAX_TABLE:
            name, most = printable(info.filename), MAX_TABLE // 2**20
            raise BatchError(Message("table-too-large-in", name=name, most=most))
        try:
            opener = _member_opener(archive, info)
            file_type = file_type_of(opener)
            if file_type is FileType.ZIP:
                raise BatchError(Message("zip-in-zip"))
            table = _read_table(info.filename, opener, file_type, likeness)
            tables.append((info.filename, table))
            if table.pictures:
                workbooks.append(WorkbookPictures(info.filename, opener))
        except BatchError as error:
            if len(infos) == 1:
                raise
            raise BatchError(fault_inside(info.filename, error.message), error.faults) from error
    folders = [info.filename.rpartition("/") for info in infos]
    pictures = ZipPictures(archive, [folder + slash for folder, slash, _ in folders])
    return OpenFile(tuple(tables), (*workbooks, pictures))


def _member_opener(archive: ZipFile, info: ZipInfo) -> Opener:
    """Return how to open a file in a ZIP; a workbook is unpacked, as it is read at random places."""
    with open_member(archive, info) as file:
        is_packed = file.read(4) in ZIP
    return opener_of(read_member(archive, info)) if is_packed else lambda: open_member(archive, info)


def _with_suffix(members: Sequence[ZipInfo], suffixes: frozenset[str]) -> list[ZipInfo]:
    return [info for info in members if PurePosixPath(info.filename).suffix.lower() in suffixes]


@contextmanager
def _file_errors(name: str) -> Iterator[None]:
    """Raise `BatchError` for what is wrong with a file as such."""
    try:
        yield
    except (BadZipFile, zlib.error, LZMAError, EOFError, NotImplementedError) as error:
        raise BatchError(DAMAGED) from error
    except FileNotFoundError as error:
        raise BatchError(Message("operator-no-file", name=printable(name))) from error
    except IsADirectoryError as error:
        raise BatchError(Message("operator-folder", name=printable(name))) from error
    except OSError as error:
        if error.strerror is None:  # which is how bzip2 reports damage
            raise BatchError(DAMAGED) from error
        raise BatchError(Message("file-closed", name=printable(name), english=error.strerror)) from error

"""Files in, a checked batch out: CSV, XLSX, ZIP with tables and pictures, or several of them together."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from zipfile import BadZipFile, ZipFile, ZipInfo

from catalogue.batches.checking.check import Batch, check, refusal
from catalogue.batches.checking.picture_checks import PictureReader, read_with_pillow
from catalogue.batches.reading import columns, own_format
from catalogue.batches.reading.archives import (
    DAMAGED,
    archive_faults,
    is_hidden,
    open_archive,
    open_member,
    read_member,
)
from catalogue.batches.reading.encodings import Opener
from catalogue.batches.reading.file_types import (
    MAX_TABLE,
    ZIP,
    FileType,
    file_type_of,
    opener_of,
    workbook_faults,
)
from catalogue.batches.reading.formats import magento, shopify
from catalogue.batches.reading.lines import Parsed
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.sources import (
    PICTURES,
    Fetch,
    FetchedPictures,
    FolderPictures,
    ManyPictures,
    PicturesByFolder,
    PictureSource,
    UploadedPictures,
    ZipPictures,
)
from catalogue.batches.reading.stored_pictures import FallbackPictures
from catalogue.batches.reading.tables import Likeness, Table, read_csv
from catalogue.batches.reading.workbooks import read_xlsx
from catalogue.errors import BatchError, Fault
from catalogue.messages import Message

TABLES = frozenset({".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls"})
PERHAPS_TABLES = frozenset({".txt"})
"""A table where a ZIP holds no other; else most likely a note to the reader."""
MOST_FILES = 50
SHOP_LIKENESS = 1000
"""The header of a known shop beats any other row."""
NO_MAPPING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BatchFile:
    """One of several files that make a batch."""

    name: str
    content: Path | bytes


Source = Path | bytes | Sequence[Path | BatchFile]
"""A file, its bytes, or several files together."""


def read_batch(
    source: Source,
    *,
    name: str = "",
    required: Sequence[str] = own_format.REQUIRED,
    mapping: Mapping[str, str] = NO_MAPPING,
    fetch: Fetch | None = None,
    beside: PictureSource | None = None,
    picture_reader: PictureReader = read_with_pillow,
    progress: Callable[[str, int, int], None] = lambda _stage, _done, _total: None,
) -> Batch:
    """The batch in a file or several, or `BatchError` with all its faults.

    `name` is what to call a batch that comes as bytes. A table that is a file finds its pictures beside it;
    those that it does not find are looked for in `beside`, which is closed with the batch. `required` are the
    columns that every row must fill. `mapping` goes from a column's name in the table to ours, or to nothing
    for a column to be passed over; with one, no shop's format is looked for. `fetch` gets pictures that are
    named by address; without it, these are faults.
    """
    files = _files(source, name)
    likeness = _likeness(mapping)
    with ExitStack() as closing:
        tables: list[tuple[str, Table]] = []
        sources: list[PicturesByFolder] = []
        for file in files:
            with _readable(file.name):
                file_tables, pictures = _opened(file, likeness, closing)
            tables.extend(file_tables)
            sources.extend(pictures)
        if beside is not None:
            closing.callback(beside.close)
        loose = {file.name: file.content for file in files if _is_picture(file.name)}
        fetched = FetchedPictures(fetch)
        closing.callback(fetched.close)
        many = ManyPictures([fetched, UploadedPictures(loose), *sources])
        if not tables:
            raise BatchError(Message("no-table-among"))
        formats, parsed, faults = _parsed(tables, required, mapping, fetch is not None)
        batch = check(
            parsed,
            many if beside is None else FallbackPictures(many, beside),
            source=name or ", ".join(file.name for file in files),
            format=formats,
            faults=faults,
            required=required,
            folder=many.folder,
            picture_reader=picture_reader,
            progress=progress,
        )
        closing.pop_all()  # now the batch closes them
    return batch


def _files(source: Source, name: str) -> list[BatchFile]:
    if isinstance(source, bytes):
        return [BatchFile(name or "batch", source)]
    if isinstance(source, Path):
        return [BatchFile(name or source.name, source)]
    files = [file if isinstance(file, BatchFile) else BatchFile(file.name, file) for file in source]
    if len(files) > MOST_FILES:
        raise BatchError(
            Message(
                "too-many-files",
                most=MOST_FILES,
            )
        )
    return files


def _likeness(mapping: Mapping[str, str]) -> Likeness:
    def likeness(cells: Sequence[str]) -> int:
        trimmed = tuple(cell.strip() for cell in cells)
        if not mapping and (magento.recognises(trimmed) or shopify.recognises(trimmed)):
            return SHOP_LIKENESS
        return columns.count_known_columns(trimmed, mapping)

    return likeness


def _parsed(
    tables: Sequence[tuple[str, Table]],
    required: Sequence[str],
    mapping: Mapping[str, str],
    fetched: bool,
) -> tuple[str, Parsed, list[Fault]]:
    """The name of the formats, all lines together, and the faults of the tables themselves."""
    several = len(tables) > 1
    formats: dict[str, None] = {}
    parts: list[Parsed] = []
    faults: list[Fault] = []
    for label, table in tables:
        file = label if several else ""
        if not table.header:
            empty = Message(
                "file-empty",
            )
            raise BatchError(_inside(label, empty) if several else empty)
        name, parsed = _lines(table, required, mapping, fetched, several)
        formats[name] = None
        faults.extend(replace(fault, file=file) for fault in table.faults)
        parts.append(
            Parsed(
                tuple(replace(line, file=file) for line in parsed.lines) if several else parsed.lines,
                tuple(replace(note, file=file) for note in (*table.notes, *parsed.notes)),
                tuple(replace(fault, file=file) for fault in parsed.faults),
            )
        )
    whole = Parsed(
        tuple(line for part in parts for line in part.lines),
        tuple(note for part in parts for note in part.notes),
        tuple(fault for part in parts for fault in part.faults),
    )
    return " and ".join(formats), whole, faults


def _lines(
    table: Table, required: Sequence[str], mapping: Mapping[str, str], fetched: bool, several: bool
) -> tuple[str, Parsed]:
    if not mapping and magento.recognises(table.header):
        return "Magento", magento.parse(table)
    if not mapping and shopify.recognises(table.header):
        return "Shopify", shopify.parse(table, fetched=fetched)
    # One of several tables may name SKUs alone: what they are then stands in another.
    wanted = ("sku",) if several and "sku" in required else required
    return "Hangtag", own_format.parse(table, mapping=mapping, required=wanted)


def _opened(
    file: BatchFile, likeness: Likeness, closing: ExitStack
) -> tuple[list[tuple[str, Table]], list[PicturesByFolder]]:
    """The tables of a file by name, and where it has pictures."""
    if _is_picture(file.name):
        return [], []
    opener = opener_of(file.content)
    with opener() as binary:
        size = binary.seek(0, io.SEEK_END)
    kind = file_type_of(opener)
    if kind is FileType.ZIP:
        content = file.content
        archive = closing.enter_context(
            open_archive(io.BytesIO(content) if isinstance(content, bytes) else content)
        )
        return _from_zip(archive, likeness)
    if size > MAX_TABLE:
        raise BatchError(
            Message(
                "table-too-large",
                most=MAX_TABLE // 2**20,
            )
        )
    table = _table(opener, kind, likeness)
    beside: list[PicturesByFolder] = (
        [FolderPictures(file.content.parent)] if isinstance(file.content, Path) else []
    )
    return [(file.name, table)], beside


def _table(opener: Opener, kind: FileType, likeness: Likeness) -> Table:
    if kind is FileType.CSV:
        return read_csv(opener, likeness)
    with opener() as file, open_archive(file) as workbook:
        faults = workbook_faults(workbook)
    if faults:
        raise refusal(faults)
    return read_xlsx(opener, likeness)


def _from_zip(archive: ZipFile, likeness: Likeness) -> tuple[list[tuple[str, Table]], list[PicturesByFolder]]:
    faults = archive_faults(archive)
    if faults:
        raise refusal(faults)
    members = [info for info in archive.infolist() if not info.is_dir() and not is_hidden(info.filename)]
    infos = _ending(members, TABLES) or _ending(members, PERHAPS_TABLES)
    if len(infos) > MOST_FILES:
        raise BatchError(Message("zip-tables", most=MOST_FILES))
    tables = []
    for info in infos:
        if info.file_size > MAX_TABLE:
            raise BatchError(
                Message(
                    "table-too-large-in",
                    name=printable(info.filename),
                    most=MAX_TABLE // 2**20,
                )
            )
        try:
            opener = _member(archive, info)
            kind = file_type_of(opener)
            if kind is FileType.ZIP:
                raise BatchError(Message("zip-in-zip"))
            tables.append((info.filename, _table(opener, kind, likeness)))
        except BatchError as error:
            if len(infos) == 1:
                raise
            raise BatchError(_inside(info.filename, error.message), error.faults) from error
    folders = [info.filename.rpartition("/") for info in infos]
    return tables, [ZipPictures(archive, [folder + slash for folder, slash, _ in folders])]


def _member(archive: ZipFile, info: ZipInfo) -> Opener:
    """How to open a file in a ZIP; a workbook is unpacked, as it is read here and there."""
    with open_member(archive, info) as file:
        packed = file.read(4) in ZIP
    return opener_of(read_member(archive, info)) if packed else lambda: open_member(archive, info)


def _ending(members: Sequence[ZipInfo], suffixes: frozenset[str]) -> list[ZipInfo]:
    return [info for info in members if PurePosixPath(info.filename).suffix.lower() in suffixes]


def _is_picture(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PICTURES


def _inside(name: str, message: Message) -> Message:
    return Message("inside", name=printable(name), told=message)


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """What is wrong with a file as such, in one sentence."""
    try:
        yield
    except (BadZipFile, zlib.error, LZMAError, EOFError, NotImplementedError) as error:
        raise BatchError(DAMAGED) from error
    except FileNotFoundError as error:
        raise BatchError(Message("operator-no-file", name=printable(name))) from error
    except IsADirectoryError as error:
        raise BatchError(Message("operator-folder", name=printable(name))) from error
    except OSError as error:
        if error.strerror is None:  # bzip2 tells so of damage
            raise BatchError(DAMAGED) from error
        raise BatchError(
            Message(
                "file-closed",
                name=printable(name),
                english=error.strerror,
            )
        ) from error

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

from catalogue.batches.checking.check import Batch, PictureReader, check, read_with_pillow, refusal
from catalogue.batches.reading import columns, own_format
from catalogue.batches.reading.archives import DAMAGED, hidden, opened, streamed, unpacked, unsafe
from catalogue.batches.reading.encodings import Opener
from catalogue.batches.reading.formats import magento, shopify
from catalogue.batches.reading.kinds import MAX_TABLE, ZIP, Kind, kind_of, opener_of, workbook_faults
from catalogue.batches.reading.lines import Parsed
from catalogue.batches.reading.sources import (
    PICTURES,
    Fetch,
    FetchedPictures,
    FoldedPictures,
    FolderPictures,
    LoosePictures,
    ManyPictures,
    PictureSource,
    ZipPictures,
)
from catalogue.batches.reading.spelling import shown
from catalogue.batches.reading.stored_pictures import EitherPictures
from catalogue.batches.reading.tables import Likeness, Table, csv_table
from catalogue.batches.reading.workbooks import xlsx_table
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
        sources: list[FoldedPictures] = []
        for file in files:
            with _readable(file.name):
                found, pictures = _opened(file, likeness, closing)
            tables.extend(found)
            sources.extend(pictures)
        if beside is not None:
            closing.callback(beside.close)
        loose = {file.name: file.content for file in files if _is_picture(file.name)}
        fetched = FetchedPictures(fetch)
        closing.callback(fetched.close)
        many = ManyPictures([fetched, LoosePictures(loose), *sources])
        if not tables:
            raise BatchError(Message("no-table-among"))
        formats, parsed, faults = _parsed(tables, required, mapping, fetch is not None)
        batch = check(
            parsed,
            many if beside is None else EitherPictures(many, beside),
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
        return columns.known(trimmed, mapping)

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
) -> tuple[list[tuple[str, Table]], list[FoldedPictures]]:
    """The tables of a file by name, and where it has pictures."""
    if _is_picture(file.name):
        return [], []
    opener = opener_of(file.content)
    with opener() as binary:
        size = binary.seek(0, io.SEEK_END)
    kind = kind_of(opener)
    if kind is Kind.ZIP:
        content = file.content
        archive = closing.enter_context(
            opened(io.BytesIO(content) if isinstance(content, bytes) else content)
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
    beside: list[FoldedPictures] = (
        [FolderPictures(file.content.parent)] if isinstance(file.content, Path) else []
    )
    return [(file.name, table)], beside


def _table(opener: Opener, kind: Kind, likeness: Likeness) -> Table:
    if kind is Kind.CSV:
        return csv_table(opener, likeness)
    with opener() as file, opened(file) as workbook:
        faults = workbook_faults(workbook)
    if faults:
        raise refusal(faults)
    return xlsx_table(opener, likeness)


def _from_zip(archive: ZipFile, likeness: Likeness) -> tuple[list[tuple[str, Table]], list[FoldedPictures]]:
    faults = unsafe(archive)
    if faults:
        raise refusal(faults)
    members = [info for info in archive.infolist() if not info.is_dir() and not hidden(info.filename)]
    infos = _ending(members, TABLES) or _ending(members, PERHAPS_TABLES)
    if len(infos) > MOST_FILES:
        raise BatchError(Message("zip-tables", most=MOST_FILES))
    tables = []
    for info in infos:
        if info.file_size > MAX_TABLE:
            raise BatchError(
                Message(
                    "table-too-large-in",
                    name=shown(info.filename),
                    most=MAX_TABLE // 2**20,
                )
            )
        try:
            opener = _member(archive, info)
            kind = kind_of(opener)
            if kind is Kind.ZIP:
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
    with streamed(archive, info) as file:
        packed = file.read(4) in ZIP
    return opener_of(unpacked(archive, info)) if packed else lambda: streamed(archive, info)


def _ending(members: Sequence[ZipInfo], suffixes: frozenset[str]) -> list[ZipInfo]:
    return [info for info in members if PurePosixPath(info.filename).suffix.lower() in suffixes]


def _is_picture(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PICTURES


def _inside(name: str, told: Message) -> Message:
    return Message("inside", name=shown(name), told=told)


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """What is wrong with a file as such, in one sentence."""
    try:
        yield
    except (BadZipFile, zlib.error, LZMAError, EOFError, NotImplementedError) as error:
        raise BatchError(DAMAGED) from error
    except FileNotFoundError as error:
        raise BatchError(Message("operator-no-file", name=shown(name))) from error
    except IsADirectoryError as error:
        raise BatchError(Message("operator-folder", name=shown(name))) from error
    except OSError as error:
        if error.strerror is None:  # bzip2 tells so of damage
            raise BatchError(DAMAGED) from error
        raise BatchError(
            Message(
                "file-closed",
                name=shown(name),
                english=error.strerror,
            )
        ) from error

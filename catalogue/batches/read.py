"""Files in, a checked batch out: CSV, XLSX, ZIP with tables and pictures, or several of them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from catalogue.batches.checking.check import Batch, check, joined
from catalogue.batches.checking.faulty_rows import Check, check_without_faulty
from catalogue.batches.checking.picture_checks import CheckedPictures, PictureReader, read_with_pillow
from catalogue.batches.reading import own_format
from catalogue.batches.reading.column_memory import RememberedColumns, header_key
from catalogue.batches.reading.columns import count_known_columns
from catalogue.batches.reading.embedded_pictures import note_unread
from catalogue.batches.reading.formats import shop_format_of
from catalogue.batches.reading.lines import Note, ParsedTable, listed
from catalogue.batches.reading.named_pictures import with_named_pictures
from catalogue.batches.reading.originals import Originals
from catalogue.batches.reading.shop_pictures import without_absent_pictures
from catalogue.batches.reading.sources import (
    Fetch,
    FetchedPictures,
    ManyPictures,
    PicturesByFolder,
    UploadedPictures,
)
from catalogue.batches.reading.stock_by_location import prefer_locations, without_negatives
from catalogue.batches.reading.table_files import MAX_FILES, BatchFile, fault_inside, open_file
from catalogue.batches.reading.tables import MAX_FAULTS, Likeness, Table
from catalogue.errors import BatchError, Fault
from catalogue.messages import Message
from catalogue.modes import Mode
from catalogue.progress import Progress, silent

__all__ = ["BatchFile", "Source", "read_batch"]

SHOP_LIKENESS = 1000
"""The header of a shop's format beats any other row."""
OPEN_IN_OFFICE = "~$"
"""How the files begin that Office puts beside one that is open."""
OWN = "Hangtag"
"""The name of our own format."""
NO_MAPPING: Mapping[str, str] = MappingProxyType({})
NOTHING_REMEMBERED: Mapping[str, RememberedColumns] = MappingProxyType({})

Source = Path | bytes | Sequence[Path | BatchFile]
"""A file, its bytes, or several files together."""


def read_batch(
    source: Source,
    *,
    name: str = "",
    required: Sequence[str] = own_format.REQUIRED,
    mapping: Mapping[str, str] = NO_MAPPING,
    remembered: Mapping[str, RememberedColumns] = NOTHING_REMEMBERED,
    fetch: Fetch | None = None,
    beside: PicturesByFolder | None = None,
    picture_reader: PictureReader = read_with_pillow,
    skip_faulty: bool = False,
    progress: Progress = silent,
) -> Batch:
    """Read and check the batch in one or several files. Raises `BatchError` with all its faults.

    Args:
        source: a table that is a file finds its pictures beside it.
        name: of a batch that comes as bytes.
        required: the columns that every row must fill.
        mapping: from a column's name in the table to ours, or to nothing for a column to leave out; with one,
            no shop's format is recognised.
        remembered: what tables with a certain header mean, by `header_key`; not with a mapping.
        fetch: gets pictures that are named by address; without it, these are faults.
        beside: where pictures are looked for that are not with the files; it is closed with the batch.
        picture_reader: raises an error for what is no usable picture.
        skip_faulty: leave faulty rows and the others of their items out, in place of refusing the batch.
        progress: called with `check`.
    """
    files = _files(source, name)
    remembered = NOTHING_REMEMBERED if mapping else remembered
    likeness = _likeness(mapping, remembered)
    with ExitStack() as closing:
        tables: list[tuple[str, Table]] = []
        sources: list[PicturesByFolder] = []
        for file in files:
            opened = open_file(file, likeness, closing)
            tables.extend(opened.tables)
            sources.extend(opened.pictures)
        if beside is not None:
            closing.callback(beside.close)
        uploaded = UploadedPictures({file.name: file.content for file in files if file.is_picture})
        fetched = FetchedPictures(fetch)
        closing.callback(fetched.close)
        pictures = ManyPictures([fetched, uploaded, *sources, *([] if beside is None else [beside])])
        if not tables:
            raise BatchError(Message("no-table-among"))
        reader = _TableReader(required, mapping, remembered, fetched=fetch is not None)
        formats, parsed, faults = _parse_tables(tables, reader)
        if OWN not in formats.split(" and "):
            parsed = without_absent_pictures(parsed, pictures)
        parsed = with_named_pictures(parsed, pictures)
        if tuple(required) == Mode.STOCK.required:
            parsed = without_negatives(parsed)
        check_all = partial(
            check,
            pictures=pictures,
            source=name or ", ".join(file.name for file in files),
            format=formats,
            required=required,
            folder=pictures.folder,
            picture_reader=picture_reader,
            checked=CheckedPictures(),
            progress=progress,
        )

        def check_once(table: ParsedTable, table_faults: Sequence[Fault]) -> Batch:
            return check_all(table, faults=table_faults)

        # Of a table with that many faulty rows, the others are not known.
        skip_faulty = skip_faulty and all(len(table.faults) < MAX_FAULTS for _, table in tables)
        batch = (check_without_faulty if skip_faulty else _check_whole)(check_once, parsed, faults)
        if skip_faulty:  # otherwise no row is left out, and the tables may go
            only_table = tables[0][1] if len(tables) == 1 and formats == OWN else None
            lines = joined(parsed.lines) if only_table is None else ()
            batch = replace(batch, originals=Originals(only_table, lines))
        if unused := pictures.unused():
            note = Note(None, Message("pictures-unused", count=len(unused), names=listed(unused)))
            batch = replace(batch, notes=(*batch.notes, note))
        closing.pop_all()  # now the batch closes them
    return batch


def _check_whole(check_once: Check, parsed: ParsedTable, faults: Sequence[Fault]) -> Batch:
    return check_once(parsed, faults)


def _files(source: Source, name: str) -> list[BatchFile]:
    if isinstance(source, bytes):
        return [BatchFile(name or "batch", source)]
    if isinstance(source, Path):
        return [BatchFile(name or source.name, source)]
    files = [file if isinstance(file, BatchFile) else BatchFile(file.name, file) for file in source]
    files = [file for file in files if not file.name.startswith(OPEN_IN_OFFICE)]
    if len(files) > MAX_FILES:
        raise BatchError(Message("too-many-files", most=MAX_FILES))
    return files


def _likeness(mapping: Mapping[str, str], remembered: Mapping[str, RememberedColumns]) -> Likeness:
    def likeness(cells: Sequence[str]) -> int:
        trimmed = tuple(cell.strip() for cell in cells)
        if not mapping and shop_format_of(trimmed) is not None:
            return SHOP_LIKENESS
        if remembered and header_key(trimmed) in remembered:
            return SHOP_LIKENESS
        return count_known_columns(trimmed, mapping)

    return likeness


@dataclass(frozen=True, slots=True)
class _TableReader:
    """How tables are parsed."""

    required: Sequence[str]
    mapping: Mapping[str, str]
    remembered: Mapping[str, RememberedColumns]
    fetched: bool = field(kw_only=True)

    def parse(self, table: Table, *, several: bool) -> tuple[str, ParsedTable]:
        """Return the name of the table's format, and its lines. `several`: there are other tables."""
        shop = None if self.mapping else shop_format_of(table.header)
        if shop is not None:
            return shop.name, note_unread(table, shop.parse(table, fetched=self.fetched))
        # One of several tables may name SKUs alone: another one describes them.
        wanted = ("sku",) if several and "sku" in self.required else self.required
        columns = self.remembered.get(header_key(table.header))
        mapping = self.mapping if columns is None else columns.mapping
        parsed = own_format.parse(table, mapping=mapping, required=wanted)
        if columns is not None:
            parsed = replace(parsed, notes=(Note(table.header_row, columns.note()), *parsed.notes))
        return OWN, note_unread(table, parsed)


def _parse_tables(
    tables: Sequence[tuple[str, Table]], reader: _TableReader
) -> tuple[str, ParsedTable, list[Fault]]:
    """Return the names of the formats, all lines together, and the faults of the tables themselves."""
    several = len(tables) > 1
    formats: dict[str, None] = {}
    parts: list[ParsedTable] = []
    faults: list[Fault] = []
    for label, table in tables:
        file = label if several else ""
        if not table.header:
            empty = Message("file-empty")
            raise BatchError(fault_inside(label, empty) if several else empty)
        name, parsed = reader.parse(table, several=several)
        formats[name] = None
        faults.extend(replace(fault, file=file) for fault in table.faults)
        parts.append(
            ParsedTable(
                tuple(replace(line, file=file) for line in parsed.lines) if several else parsed.lines,
                tuple(replace(note, file=file) for note in (*table.notes, *parsed.notes)),
                tuple(replace(fault, file=file) for fault in parsed.faults),
                parsed.advice,
                parsed.question,
            )
        )
    whole = ParsedTable(
        tuple(line for part in parts for line in part.lines),
        tuple(note for part in parts for note in part.notes),
        tuple(fault for part in parts for fault in part.faults),
        next((part.advice for part in parts if part.advice is not None), None),
        next((part.question for part in parts if part.question is not None), None),
    )
    return " and ".join(formats), prefer_locations(whole) if several else whole, faults

"""The type of a file, by its first bytes and its contents, whatever its name."""

from __future__ import annotations

import io
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from zipfile import ZipFile

from catalogue.batches.reading.archives import archive_faults, open_archive
from catalogue.batches.reading.encodings import Opener
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.workbook_parts import part_name
from catalogue.errors import BatchError, Fault
from catalogue.messages import Message

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How ZIP files begin, and XLSX files too; the second one, if they are empty."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old XLS files begin, and new ones that are locked."""
FEED = b"http://base.google.com/ns/1.0"
"""The namespace at the start of every product feed in XML."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
MAX_TABLE = 512 * 2**20
"""Bytes of a CSV file, and of an unpacked XLSX file."""
UNREADABLE: tuple[tuple[Callable[[bytes], bool], Message], ...] = (
    (lambda head: head.startswith(b"%PDF"), Message("a-pdf")),
    (
        lambda head: head.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF")),
        Message("a-picture"),
    ),
    (
        lambda head: head.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")),
        Message("no-zip"),
    ),
    (
        lambda head: head.lstrip()[:5].lower() in {b"<html", b"<!doc", b"<?xml"},
        Message("a-page"),
    ),
)


class FileType(Enum):
    """The types of files that can be read."""

    CSV = "CSV"
    XLSX = "XLSX"
    ZIP = "ZIP"
    FEED = "feed"
    """A product feed in XML."""


def file_type_of(opener: Opener) -> FileType:
    """Return the type of a file. Raises `BatchError` for any other type, with what to do instead."""
    with opener() as file:
        head = file.read(8)
        head += file.read(504)
        if head.startswith(OLE):
            locked = LOCKED in head + file.read(MAX_TABLE)
            raise BatchError(Message("workbook-locked") if locked else Message("workbook-old"))
    if head.startswith(ZIP):
        with opener() as file, open_archive(file) as archive:
            return FileType.XLSX if _is_workbook(archive) else FileType.ZIP
    if FEED in head:
        return FileType.FEED
    if head.lstrip()[:6].lower() in {b"<html", b"<html>", b"<html ", b"<table", b"<!doct", b"<meta "}:
        raise BatchError(Message("workbook-page"))
    for matches, what in UNREADABLE:
        if matches(head):
            raise BatchError(Message("file-other", what=what))
    return FileType.CSV


def workbook_faults(archive: ZipFile) -> list[Fault]:
    """Return what forbids opening a workbook."""
    # Excel writes some names with a slash before them; nothing of a workbook is unpacked into a folder.
    rooted = {name for name in archive.namelist() if name.startswith("/") and ".." not in name}
    outside = {Message("member-outside", name=repr(printable(name))) for name in rooted}
    faults = [fault for fault in archive_faults(archive) if fault.reason not in outside]
    if not faults and sum(info.file_size for info in archive.infolist()) > MAX_TABLE:
        faults.append(Fault(None, Message("workbook-unpacked", most=MAX_TABLE // 2**20)))
    if any(name.casefold().endswith("vbaproject.bin") for name in archive.namelist()):
        faults.append(Fault(None, Message("workbook-macros")))
    return faults


def embedded_pictures(archive: ZipFile) -> int:
    """Count the pictures in a workbook: floating, or in cells as Excel and WPS have them."""
    return sum(part_name(name).startswith("xl/media/") for name in archive.namelist())


def opener_of(content: Path | bytes) -> Opener:
    """Return how to open a file, or bytes."""
    if isinstance(content, bytes):
        return lambda: io.BytesIO(content)
    return lambda: content.open("rb")


def _is_workbook(archive: ZipFile) -> bool:
    names = set(map(part_name, archive.namelist()))
    if "xl/workbook.bin" in names:
        raise BatchError(Message("workbook-xlsb"))
    if {"mimetype", "content.xml"} <= names:
        raise BatchError(Message("workbook-ods"))
    if any(name.endswith(".iwa") for name in names):
        raise BatchError(Message("workbook-numbers"))
    return "[content_types].xml" in names and any(name.startswith("xl/") for name in names)

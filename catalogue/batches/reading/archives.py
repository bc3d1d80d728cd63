"""ZIP files: what forbids unpacking them, and their files one by one."""

from __future__ import annotations

import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterable
from contextlib import suppress
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from catalogue.batches.reading.normalization import printable
from catalogue.errors import BatchError, Fault
from catalogue.messages import Message

MAX_UNPACKED = 4 * 2**30
"""Bytes of all files of a ZIP together, unpacked."""
MAX_MEMBERS = 100_000
MAX_RATIO = 200
"""Unpacked bytes for each packed one; pictures and tables stay far below."""
RATIO_FROM = 2**20
"""Bytes; smaller files may be packed as tightly as they like."""
ARCHIVES = frozenset({".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz"})
UTF8_FLAG = 0x800
OLD_ENCODINGS = ("cp850", "cp852", "cp1252", "cp1250", "cp437", "iso8859-2")
"""Of names in a ZIP without the flag: what Windows used and uses in the countries of the six languages."""
DAMAGED = Message("zip-damaged")
MOST_FAULTS = 20
"""A ZIP that has more is reported with the first of them."""


def open_archive(file: Path | IO[bytes]) -> ZipFile:
    """Open a ZIP file. Raises `BatchError` if it is damaged."""
    try:
        archive = ZipFile(file)
    except (BadZipFile, EOFError, NotImplementedError, OverflowError, ValueError, struct.error) as error:
        # The last three are what Python's own reader raises on offsets that point nowhere.
        raise BatchError(DAMAGED) from error
    if not all(archive.namelist()):  # Python's own reader fails on a file with no name
        archive.close()
        raise BatchError(DAMAGED)
    for info in archive.infolist():
        info.filename = _name_in_utf8(info)
    return archive


def possible_names(info: ZipInfo) -> tuple[str, ...]:
    """Return what a name may have been on the system that packed it, if the ZIP does not say its encoding."""
    raw = _raw_name(info)
    if raw is None or info.filename != info.orig_filename:
        return ()
    names = []
    for encoding in OLD_ENCODINGS:
        with suppress(UnicodeDecodeError):
            names.append(raw.decode(encoding))
    return tuple(dict.fromkeys(names))


def _raw_name(info: ZipInfo) -> bytes | None:
    """Return the bytes of a name whose encoding the ZIP does not say; None for ASCII."""
    if info.flag_bits & UTF8_FLAG or info.orig_filename.isascii():
        return None
    try:
        return info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return None


def _name_in_utf8(info: ZipInfo) -> str:
    """Return the name as UTF-8 where it is that, as macOS writes it without the flag."""
    raw = _raw_name(info)
    if raw is None:
        return info.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return info.filename


def archive_faults(archive: ZipFile) -> list[Fault]:
    """Return what forbids unpacking: paths out of the folder, bombs, links, locked files, archives in the
    ZIP.
    """
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        return [Fault(None, Message("zip-members", most=MAX_MEMBERS))]
    if sum(info.file_size for info in members) > MAX_UNPACKED:
        return [Fault(None, Message("zip-unpacked", most=MAX_UNPACKED // 2**30))]
    faults = [Fault(None, reason) for info in members if (reason := _member_fault(info))]
    faults.extend(Fault(None, reason) for reason in _duplicates(members))
    return faults[:MOST_FAULTS]


def read_member(archive: ZipFile, info: ZipInfo) -> bytes:
    """Read a file in a ZIP. Raises `BatchError` if it is damaged."""
    name = printable(info.filename)
    try:
        return archive.read(info)
    except NotImplementedError as error:
        raise BatchError(Message("packed-strangely", name=name)) from error
    except (BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error, LZMAError) as error:
        raise _damaged(info) from error


def open_member(archive: ZipFile, info: ZipInfo) -> IO[bytes]:
    """Open a file in a ZIP as a stream. Raises `BatchError` if it is damaged."""
    try:
        return archive.open(info)
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error) as error:
        raise _damaged(info) from error


def is_hidden(name: str) -> bool:
    """Return whether it is a file that macOS or another system added, or that Office has open."""
    return any(part.startswith((".", "__MACOSX", "~$")) for part in PurePosixPath(name).parts)


def comparable_path(name: str) -> str:
    """Normalise a path for comparison: systems differ in accents (macOS) and capitals."""
    return unicodedata.normalize("NFC", name.replace("\\", "/")).casefold()


def _damaged(info: ZipInfo) -> BatchError:
    return BatchError(Message("member-damaged", name=printable(info.filename)))


def _member_fault(info: ZipInfo) -> Message | None:
    name = printable(info.filename)
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and ":" in path.parts[0]):
        return Message("member-outside", name=repr(name))
    if stat.S_ISLNK(info.external_attr >> 16):
        return Message("member-link", name=name)
    if info.flag_bits & 0x1:
        return Message("member-locked", name=name)
    if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        return Message("member-bomb", name=name, most=MAX_RATIO)
    if path.suffix.lower() in ARCHIVES and not is_hidden(info.filename):
        return Message("member-archive", name=name)
    return None


def _duplicates(members: Iterable[ZipInfo]) -> list[Message]:
    paths: set[str] = set()
    duplicates: dict[str, str] = {}
    for info in members:
        key = comparable_path(info.filename)
        if key in paths and not is_hidden(info.filename):
            duplicates.setdefault(key, info.filename)
        paths.add(key)
    return [Message("member-twice", name=printable(name)) for name in duplicates.values()]

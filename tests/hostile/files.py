"""Files that mean harm, or were merely mistreated, made in memory."""

from __future__ import annotations

import io
import random
import stat
import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping, Sequence

import openpyxl

HEADER = ("item", "title", "sku", "size", "on_hand", "price", "currency", "pictures")
GOOD = ("A", "Shirt", "A-1", "M", "3", "49.90", "EUR", "")


def csv_of(*rows: Sequence[str], header: Sequence[str] = HEADER, encoding: str = "utf-8") -> bytes:
    """A comma-separated file; cells are written as they are, unquoted."""
    return "\n".join(",".join(row) for row in (header, *rows)).encode(encoding, "surrogatepass") + b"\n"


def with_cell(column: str, value: str, *, encoding: str = "utf-8") -> bytes:
    """A good row and, in row 3, another that has one strange cell."""
    other = dict(zip(HEADER, ("B", "Bag", "B-1", "", "1", "9.90", "EUR", ""), strict=True)) | {column: value}
    quoted = {name: f'"{cell}"' if set(cell) & set(',"\n') else cell for name, cell in other.items()}
    return csv_of(GOOD, tuple(quoted.values()), encoding=encoding)


def zip_of(members: Mapping[str, bytes] | Sequence[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    """A ZIP file; a sequence may name a member twice."""
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that stand there twice
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items() if isinstance(members, Mapping) else members:
                archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def link(name: str) -> zipfile.ZipInfo:
    """A ZIP member that says of itself that it is a symbolic link."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def unnamed() -> zipfile.ZipInfo:
    """A ZIP member whose name is empty."""
    info = zipfile.ZipInfo()
    info.filename = ""
    return info


def changed(archive: bytes, name: bytes, *, at: int, value: bytes) -> bytes:
    """A ZIP with a field of a member's central record overwritten; `at` counts from the record's start."""
    record = archive.rindex(name) - 46
    assert archive[record : record + 4] == b"PK\x01\x02"
    return archive[: record + at] + value + archive[record + at + len(value) :]


def workbook(
    *rows: Sequence[object], sheets: Mapping[str, Sequence[Sequence[object]]] | None = None
) -> bytes:
    """An XLSX file of one sheet, or of several."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, lines in (sheets or {"Sheet": rows}).items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(file: bytes, members: Mapping[str, bytes]) -> bytes:
    """A workbook with some of its inner files replaced or added."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    return zip_of(inside | dict(members))


def sheet_xml(rows: str) -> bytes:
    """The XML of a sheet with these rows."""
    names = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return f"<?xml version='1.0'?><worksheet {names}><sheetData>{rows}</sheetData></worksheet>".encode()


def entity_bomb() -> bytes:
    """A workbook whose sheet would grow to a billion laughs."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = (
        f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "laugh">{entities}]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>'
    )
    return repacked(workbook(HEADER, GOOD), {"xl/worksheets/sheet1.xml": text.encode()})


def many(element: str, count: int) -> str:
    """That element so often, with what keeps the file from being packed too tightly to be opened at all."""
    draw = random.Random(1)
    every = 400
    return "".join(f"{element * every}<!--{draw.getrandbits(200):x}-->" for _ in range(count // every))


def stuffed(part: str, end: str, more: str) -> bytes:
    """A good workbook with more before the end of an element of one of its parts."""
    file = workbook(HEADER, GOOD)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        before = archive.read(part).decode()
    assert end in before
    return repacked(file, {part: before.replace(end, more + end, 1).encode()})


def ole(stream: str) -> bytes:
    """The head and a directory entry of an OLE file, as old workbooks and locked new ones have them."""
    entry = stream.encode("utf-16-le").ljust(64, b"\0") + bytes(64)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + entry


def png(width: int, height: int) -> bytes:
    """A whole white PNG of that size, packed tightly."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(1)
    line = b"\0" + b"\xff" * ((width + 7) // 8)
    body = b"".join(packer.compress(line) for _ in range(height)) + packer.flush()
    head = struct.pack(">II5B", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")

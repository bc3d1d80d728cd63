"""A picture's file, before it is opened: its kind by its first bytes, where it begins, and where it ends."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping

_JPEG = b"\xff\xd8\xff"
_BEFORE = 4096
"""Bytes that may stand before a JPEG, such as a line break or the headers of an upload."""
_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""Within a JPEG's pixels, where 0 after 255 is a 255, and D0 to D7 only part them."""
_LONELY = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers that nothing follows."""
_MOST_SEGMENTS = 100_000
"""A JPEG has some dozens; a hostile file might have millions."""
_AFTER = frozenset({b"mpvd", b"sefd", b"free", b"skip", b"uuid"})
"""Boxes at the end of a HEIC that are not the picture; `mpvd` is a motion photo's film."""

_SIGNATURES: Mapping[bytes, str] = {
    b"\xff\x0a": "JPEG XL",
    b"\x00\x00\x00\x0cJXL ": "JPEG XL",
    b"\x00\x00\x00\x0cjP  ": "JPEG 2000",
    b"\xff\x4f\xff\x51": "JPEG 2000",
    b"%PDF": "PDF",
    b"8BPS": "Photoshop",
    b"PK\x03\x04": "ZIP",
    b"II\x2a\x00\x10\x00\x00\x00CR": "CR2",
    b"FUJIFILMCCD-RAW": "RAF",
    b"IIRO": "ORF",
    b"IIRS": "ORF",
    b"IIU\x00": "RW2",
    b"II\xbc\x01": "JPEG XR",
    b"\x1aE\xdf\xa3": "WebM",
    b"DDS ": "DDS",
    b"v/1\x01": "OpenEXR",
}
_BRANDS: Mapping[bytes, str] = {b"crx ": "CR3", b"qt  ": "MOV", b"M4V ": "MP4", b"3gp": "3GP"}
_PICTURES = frozenset(
    {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"}
)
"""Brands of the ISO base media format that are pictures."""
VIDEOS = frozenset({"MOV", "MP4", "3GP", "WebM", "AVI"})


def kind_of(data: bytes) -> str | None:
    """Name the kind of a file that is not opened; None if its first bytes are not known."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"AVI ":
        return "AVI"
    if data[4:8] == b"ftyp" and data[8:12] not in _PICTURES:
        return next((kind for brand, kind in _BRANDS.items() if data[8:12].startswith(brand)), "MP4")
    return None


def picture_in(data: bytes) -> bytes:
    """Cut off what stands before a JPEG's start; any other file is returned unchanged."""
    if data.startswith(_JPEG) or kind_of(data) is not None or data[4:8] == b"ftyp":
        return data
    start = data.find(_JPEG, 0, _BEFORE)
    return data[start:] if start > 0 else data


def may_have_film(start: bytes) -> bool:
    """Whether a file with these first bytes, 8 at least, is of a kind that something may follow."""
    return start.startswith(_JPEG) or start[4:8] == b"ftyp"


def without_film(data: bytes) -> bytes:
    """Cut off what follows the picture's end in a JPEG or HEIC, such as the film of a motion photo."""
    if data.startswith(_JPEG):
        return data[: _jpeg_end(data)]
    if data[4:8] == b"ftyp":
        return data[: _boxes_end(data)]
    return data


def _jpeg_end(data: bytes) -> int:
    """Where the first picture ends; all of the data if that is not to be seen."""
    place = 2
    for _ in range(_MOST_SEGMENTS):
        if not (place < len(data) - 3 and data[place] == 0xFF):
            break
        kind = data[place + 1]
        if kind == 0xD9:
            return place + 2
        if kind == 0xFF:
            place += 1
        elif kind in _LONELY:
            place += 2
        else:
            place += 2 + struct.unpack_from(">H", data, place + 2)[0]
            if kind == 0xDA:  # pixels follow, up to the next marker
                marker = _MARKER.search(data, place)
                place = marker.start() if marker else len(data)
    return place + 2 if data[place : place + 2] == b"\xff\xd9" else len(data)


def _boxes_end(data: bytes) -> int:
    """Where the last box of the picture ends."""
    place = end = 0
    while place + 16 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        if size == 1:
            size = struct.unpack_from(">Q", data, place + 8)[0]
        if size < 8 or kind == b"\0\0\0\0":
            return len(data) if size == 0 and kind not in _AFTER else end or len(data)
        place += size
        if kind not in _AFTER:
            end = min(place, len(data))
    return end or len(data)

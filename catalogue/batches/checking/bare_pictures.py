"""A picture's file without what a camera or a program wrote beside its pixels: place, time, names, words.

The pixels stay as they are, to the byte; only the turning and the colour profile are kept beside them.
Nothing is decoded here, so that a hostile file finds no decoder. What is bare already comes back as it was,
and so a picture keeps its key through an export and an import. TIFF and HEIC are not stripped: the picture
reader converts them first, see `needs_conversion`.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from catalogue.errors import BatchError
from catalogue.messages import Message

_ORIENTATION, _SHORT = 0x0112, 3
_XMP_TURNING = re.compile(rb"tiff:Orientation(?:=\"|>)([2-8])")
_JPEG_MARKER = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])")
"""Within pixels, where 0 after 255 is a 255, and D0 to D7 only part them."""
_JPEG_LONELY = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers that nothing follows."""
_JPEG_ASIDE = frozenset({*range(0xE0, 0xF0), 0xFE})
"""Application segments and comments."""
_PNG_KEPT = frozenset(
    (
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"sBIT",
        b"bKGD",
        b"pHYs",
    )
) | {b"acTL", b"fcTL", b"fdAT", b"cICP"}
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def needs_conversion(data: bytes) -> bool:
    """Whether the file is a TIFF or a HEIC, which a picture reader converts, since it cannot be stripped."""
    return data.startswith((b"II", b"MM")) or data[4:8] == b"ftyp"


def bare(data: bytes) -> bytes:
    """Strip the metadata from a JPEG, PNG, WebP or GIF. A BMP has none and stays as it is.

    Raises:
        BatchError: the file is damaged, or its format should have been converted.
    """
    try:
        if data.startswith(b"\xff\xd8"):
            return _bare_jpeg(data)
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return _bare_png(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _bare_webp(data)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return _bare_gif(data)
        if needs_conversion(data):
            raise ValueError("a format that is converted, not stripped")
    except (struct.error, IndexError, ValueError) as error:
        raise BatchError(Message("picture-not-bare")) from error
    return data


def _bare_jpeg(data: bytes) -> bytes:
    """Up to the end of its first picture: behind it phones keep films, and others anything at all."""
    kept = bytearray(data[:2])
    turning, place = 1, 2
    while (place := data.find(b"\xff", place)) >= 0:
        while data[place + 1] == 0xFF:
            place += 1
        kind = data[place + 1]
        if kind == 0xD9:
            break
        if kind in _JPEG_LONELY or kind == 0:
            place += 2
            continue
        end = _within(place + 2 + struct.unpack_from(">H", data, place + 2)[0], data)
        segment = data[place:end]
        if kind == 0xE1 and turning == 1:
            turning = _turning(segment[4:])
        if kind not in _JPEG_ASIDE or _jpeg_colours(kind, segment[4:]):
            kept += segment
        if kind == 0xDA:  # pixels follow, up to the next marker
            after = _JPEG_MARKER.search(data, end)
            end, start = (after.start() if after else len(data)), end
            kept += data[start:end]
        place = end
    if turning != 1:
        exif = b"Exif\0\0" + _exif(turning)
        kept[2:2] = b"\xff\xe1" + struct.pack(">H", 2 + len(exif)) + exif
    return bytes(kept + b"\xff\xd9")


def _jpeg_colours(kind: int, body: bytes) -> bool:
    """Whether an application segment says how the colours are meant."""
    return (
        (kind == 0xE0 and body.startswith(b"JFIF\0"))
        or (kind == 0xE2 and body.startswith(b"ICC_PROFILE\0"))
        or (kind == 0xEE and body.startswith(b"Adobe"))
    )


def _bare_png(data: bytes) -> bytes:
    kept, turning = bytearray(data[:8]), 1
    place = 8
    while place < len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        chunk = data[place : _within(place + 12 + length, data)]
        place += 12 + length
        if kind == b"eXIf":
            turning = _turning(chunk[8:-4])
        if kind == b"IDAT" and turning != 1:
            kept += _chunk(b"eXIf", _exif(turning))
            turning = 1
        if kind in _PNG_KEPT:
            kept += chunk
        if kind == b"IEND":
            break
    return bytes(kept)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _bare_webp(data: bytes) -> bytes:
    kept, turning = bytearray(), 1
    for kind, body in _riff(data):
        if kind in (b"EXIF", b"XMP ") and turning == 1:
            turning = _turning(body)
        if kind in _WEBP_KEPT:
            kept += kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)
    if kept.startswith(b"VP8X"):
        kept[8] &= ~0x0C  # neither EXIF nor XMP follows
        if turning != 1:
            kept[8] |= 0x08
            exif = _exif(turning)
            kept += b"EXIF" + struct.pack("<I", len(exif)) + exif
    return b"RIFF" + struct.pack("<I", 4 + len(kept)) + b"WEBP" + bytes(kept)


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place, end = 12, min(len(data), 8 + struct.unpack_from("<I", data, 4)[0])
    while place + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, place)
        yield kind, data[place + 8 : _within(place + 8 + length, data)]
        place += 8 + length + length % 2


def _bare_gif(data: bytes) -> bytes:
    """Without comments, texts, and what programs keep there, but for how often a film is shown."""
    place = _within(13 + _gif_colours(data[10]), data)
    kept = bytearray(data[:place])
    while place < len(data) and data[place] != 0x3B:
        start, label = place, data[place : place + 2]
        if data[place] == 0x2C:  # a picture
            place += 11 + _gif_colours(data[place + 9])
        elif data[place] == 0x21:
            place += 2
        else:
            break
        first = place
        while data[place]:
            place += 1 + data[place]
        place += 1
        loops = label == b"!\xff" and data[first + 1 : first + 12] in _GIF_LOOPS
        if label[:1] == b"," or label == b"!\xf9" or loops:
            kept += data[start:place]
    return bytes(kept + b";")


def _gif_colours(flags: int) -> int:
    """Bytes of a table of colours."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _within(end: int, data: bytes) -> int:
    """Where a part of a file ends. Raises `ValueError` where the file ends before."""
    if end > len(data):
        raise ValueError("a part that is cut off")
    return end


def _turning(body: bytes) -> int:
    """How a picture lies, 1 to 8, from EXIF or XMP; 1, upright, where neither says it."""
    exif = body.removeprefix(b"Exif\0\0")
    if exif.startswith((b"II", b"MM")):
        return _turning_in_exif(exif)
    attribute = _XMP_TURNING.search(body)
    return int(attribute[1]) if attribute else 1


def _turning_in_exif(exif: bytes) -> int:
    """The orientation, 1 to 8, in the first table of a TIFF structure (TIFF 6.0, section 2); 1 by default."""
    order = "<" if exif.startswith(b"II") else ">"
    try:
        (table,) = struct.unpack_from(f"{order}I", exif, 4)
        for entry in range(struct.unpack_from(f"{order}H", exif, table)[0]):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, table + 2 + 12 * entry)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _exif(turning: int) -> bytes:
    """That alone, as EXIF."""
    return b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHIHxxI", _ORIENTATION, _SHORT, 1, turning, 0)

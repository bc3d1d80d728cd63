"""TIFF and HEIC without what stands beside their pixels: overwritten where it stands, so that all else stays.

TIFF 6.0 (Adobe, 1992); ISO/IEC 14496-12, sections 8.11.3 and 8.11.6; ISO/IEC 23008-12, annex A.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_TURNING = 0x0112
_KEPT = frozenset(
    {254, 255, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 292, 293, 296}
) | {301, 317, 318, 319, 320, 322, 323, 324, 325, 332, 338, 339, 340, 341, 347, 529, 530, 531, 532, 34675}
"""Tags that say where the pixels are and how they are meant; 34675 is the colour profile."""
_POINTERS = frozenset({330, 34665, 34853, 40965})
"""Tags that lead to further tables: smaller pictures, EXIF, position, how cameras agree."""
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Type to bytes."""
_MOST_TABLES = 10_000

_ASIDE = frozenset((b"uuid", b"udta", b"free", b"skip", b"mpvd", b"XMP_"))
"""Boxes that no picture is in."""
_ITEMS_ASIDE = frozenset((b"Exif", b"mime", b"uri "))
_UNKNOWN = b"skip"


def turning_in(exif: bytes) -> int:
    """How a picture lies, 1 to 8, by the first table of its EXIF; 1, upright, where it does not say."""
    try:
        order = _order(exif)
        for tag, kind, _, value in _entries(exif, order, struct.unpack_from(f"{order}I", exif, 4)[0]):
            if tag == _TURNING and kind == 3:
                turning: int = struct.unpack_from(f"{order}H", exif, value)[0]
                return turning if 1 <= turning <= 8 else 1
    except (struct.error, ValueError):
        pass
    return 1


def bare_tiff(data: bytes) -> bytes:
    """The tables of its pages hold what is kept; all else that they name is overwritten with 0.

    Raises `ValueError` or `struct.error` where it is none that can be followed.
    """
    order = _order(data)
    if struct.unpack_from(f"{order}H", data, 2)[0] != 42:
        raise ValueError("a TIFF of another kind")
    bare = bytearray(data)
    seen: set[int] = set()
    table = struct.unpack_from(f"{order}I", data, 4)[0]
    while table and table not in seen and len(seen) < _MOST_TABLES:
        seen.add(table)
        table = _keep(data, bare, order, table, _KEPT, seen)
    return bytes(bare)


def _order(data: bytes) -> str:
    return "<" if data.startswith(b"II") else ">"


def _entries(data: bytes, order: str, table: int) -> Iterator[tuple[int, int, int, int]]:
    """Tag, type, number of bytes and place of the value, of each entry of a table."""
    for number in range(struct.unpack_from(f"{order}H", data, table)[0]):
        at = table + 2 + 12 * number
        tag, kind, count = struct.unpack_from(f"{order}HHI", data, at)
        size = _SIZES.get(kind, 1) * count
        yield tag, kind, size, at + 8 if size <= 4 else struct.unpack_from(f"{order}I", data, at + 8)[0]


def _keep(data: bytes, bare: bytearray, order: str, table: int, kept: frozenset[int], seen: set[int]) -> int:
    """Leave only those entries in a table; returns where the next one is, 0 for the last."""
    entries = list(_entries(data, order, table))
    end = table + 2 + 12 * len(entries)
    (following,) = struct.unpack_from(f"{order}I", data, end)
    rows = bytearray()
    for number, (tag, _, size, value) in enumerate(entries):
        at = table + 2 + 12 * number
        if tag in kept:
            rows += bare[at : at + 12]
            continue
        if tag in _POINTERS:
            for place in range(value, min(value + size, len(data) - 3), 4):
                (inner,) = struct.unpack_from(f"{order}I", data, place)
                _forget(data, bare, order, inner, seen)
        if size > 4:
            _blank(bare, value, size)
    said = struct.pack(f"{order}H", len(rows) // 12) + rows + struct.pack(f"{order}I", following)
    bare[table : end + 4] = said.ljust(end + 4 - table, b"\0")
    return int(following)


def _forget(data: bytes, bare: bytearray, order: str, table: int, seen: set[int]) -> None:
    """Overwrite a table and what it names; one that is not there has nothing to tell."""
    while table and table not in seen and len(seen) < _MOST_TABLES:
        seen.add(table)
        try:
            table = _keep(data, bare, order, table, frozenset(), seen)
        except struct.error:
            return


def _blank(bare: bytearray, start: int, size: int) -> None:
    end = min(start + size, len(bare))
    if start < end:
        bare[start:end] = bytes(end - start)


def bare_heif(data: bytes) -> bytes:
    """Its items of EXIF and XMP, and boxes with no picture in them, are overwritten with 0.

    Raises `ValueError` or `struct.error` where they cannot be told.
    """
    bare = bytearray(data)
    metas = []
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind in _ASIDE:
            _forget_box(bare, start, end)
        elif kind == b"meta":
            metas.append((start + 4, end))
        elif kind == b"moov":
            _bare_film(data, bare, start, end)
    for start, end in metas:
        _bare_items(data, bare, start, end)
    return bytes(bare)


def _boxes(data: bytes, place: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind of each box, and where its content begins and ends."""
    while place + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, place)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, place + 8)
            head = 16
        elif size == 0:
            size = end - place
        if size < head or place + size > end:
            raise ValueError("a box that goes beyond what it is in")
        yield kind, place + head, place + size
        place += size


def _forget_box(bare: bytearray, start: int, end: int) -> None:
    bare[start - 4 : start] = _UNKNOWN
    _blank(bare, start, end - start)


def _bare_film(data: bytes, bare: bytearray, start: int, end: int) -> None:
    """What a film and its tracks have beside their pictures."""
    for kind, inner, until in _boxes(data, start, end):
        if kind in (*_ASIDE, b"meta"):
            _forget_box(bare, inner, until)
        elif kind == b"trak":
            _bare_film(data, bare, inner, until)


def _bare_items(data: bytes, bare: bytearray, start: int, end: int) -> None:
    boxes = {kind: (at, until) for kind, at, until in _boxes(data, start, end)}
    if b"iinf" not in boxes:
        return
    kinds = _items(data, *boxes[b"iinf"])
    aside = {item: at for item, (kind, at) in kinds.items() if kind in _ITEMS_ASIDE}
    if not aside:
        return
    within = boxes.get(b"idat", (0, 0))[0]
    for item, method, place, size in _extents(data, boxes[b"iloc"][0]):
        if item in aside:
            if method > 1 or not size:
                raise ValueError("an item that lies elsewhere")
            _blank(bare, place + (within if method else 0), size)
    for at in aside.values():
        bare[at : at + 4] = _UNKNOWN


def _items(data: bytes, start: int, end: int) -> dict[int, tuple[bytes, int]]:
    """Number of each item to its kind, and to where that is written."""
    found = {}
    for kind, at, _ in _boxes(data, start + (6 if data[start] == 0 else 8), end):
        version = data[at]
        if kind != b"infe" or version < 2:
            raise ValueError("items of a former kind")
        (item,) = struct.unpack_from(">H" if version == 2 else ">I", data, at + 4)
        place = at + (8 if version == 2 else 10)
        found[int(item)] = (data[place : place + 4], place)
    return found


def _extents(data: bytes, at: int) -> Iterator[tuple[int, int, int, int]]:
    """Item, way of counting, place and bytes of each piece."""
    version = data[at]
    sizes = (data[at + 4] >> 4, data[at + 4] & 15, data[at + 5] >> 4, data[at + 5] & 15 if version else 0)
    place = at + 6

    def number(size: int) -> int:
        nonlocal place
        place += size
        if place > len(data):
            raise ValueError("a table that is cut off")
        return int.from_bytes(data[place - size : place], "big")

    for _ in range(number(4 if version == 2 else 2)):
        item = number(4 if version == 2 else 2)
        method = number(2) & 15 if version else 0
        number(2)
        base = number(sizes[2])
        for _ in range(number(2)):
            number(sizes[3])
            offset = number(sizes[0])
            yield item, method, base + offset, number(sizes[1])

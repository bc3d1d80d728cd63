"""The colours that an HEVC stream names itself, where a HEIC file has no box that does.

They stand in the usability information (VUI) of the sequence parameter set (ITU-T H.265, 7.3.2.2 and E.2.1),
which the file holds in an `hvcC` box (ISO/IEC 14496-15, 8.3.3).
"""

from __future__ import annotations

import struct

_SPS = 33
_MOST = 64 << 10
"""Bytes of a file in which its first `hvcC` box is sought."""
_UNUSUAL = "a sequence parameter set with what still pictures do not have"


def code_points(data: bytes) -> tuple[int, int] | None:
    """The primaries and the transfer (ITU-T H.273) of a HEIC's first stream; None if it names none."""
    place = data.find(b"hvcC", 0, _MOST)
    if place < 0:
        return None
    try:
        return _of_box(data[place + 4 : place + 4096])
    except (IndexError, ValueError, struct.error):
        return None


def _of_box(box: bytes) -> tuple[int, int] | None:
    place = 23
    for _ in range(box[22]):
        kind, count = box[place] & 0x3F, struct.unpack_from(">H", box, place + 1)[0]
        place += 3
        for _ in range(count):
            length = struct.unpack_from(">H", box, place)[0]
            if kind == _SPS:
                return _of_sps(box[place + 2 : place + 2 + length])
            place += 2 + length
    return None


class _Bits:
    """Bits of a NAL unit, most significant first; raises `IndexError` beyond its end."""

    def __init__(self, unit: bytes) -> None:
        self._bytes = unit.replace(b"\0\0\3", b"\0\0")  # emulation prevention
        self._place = 0

    def u(self, count: int) -> int:
        """An unsigned number of `count` bits."""
        value = 0
        for _ in range(count):
            value = value << 1 | self._bytes[self._place >> 3] >> (7 - (self._place & 7)) & 1
            self._place += 1
        return value

    def ue(self) -> int:
        """An Exp-Golomb number."""
        zeros = 0
        while not self.u(1):
            zeros += 1
            if zeros > 32:
                raise ValueError(_UNUSUAL)
        return (1 << zeros) - 1 + self.u(zeros)

    def skip(self, count: int) -> None:
        """Skip Exp-Golomb numbers."""
        for _ in range(count):
            self.ue()


def _of_sps(unit: bytes) -> tuple[int, int] | None:
    bits = _Bits(unit)
    bits.u(16 + 4)  # NAL header, video parameter set
    layers = bits.u(3)
    bits.u(1 + 96)  # nesting; general profile, tier and level
    if layers:
        raise ValueError(_UNUSUAL)
    bits.ue()  # id
    if bits.ue() == 3:  # 4:4:4
        bits.u(1)
    bits.skip(2)  # width, height
    if bits.u(1):
        bits.skip(4)  # cropping
    bits.skip(3)  # bit depths, picture order count
    bits.u(1)
    bits.skip(3 + 6)  # buffering; block sizes and depths
    if bits.u(1) and bits.u(1):  # scaling lists
        raise ValueError(_UNUSUAL)
    bits.u(2)
    if bits.u(1):  # PCM
        bits.u(8)
        bits.skip(2)
        bits.u(1)
    if bits.ue():  # reference picture sets
        raise ValueError(_UNUSUAL)
    if bits.u(1):  # long-term reference pictures
        raise ValueError(_UNUSUAL)
    bits.u(2)
    return _of_vui(bits) if bits.u(1) else None


def _of_vui(bits: _Bits) -> tuple[int, int] | None:
    if bits.u(1) and bits.u(8) == 255:  # aspect ratio
        bits.u(32)
    if bits.u(1):  # overscan
        bits.u(1)
    if not bits.u(1):
        return None
    bits.u(3 + 1)  # format, range
    return (bits.u(8), bits.u(8)) if bits.u(1) else None

"""The real worker that opens photos, which also does as it is told by some files that are no photos.

Run as `vision.decoding.worker` is. It stands for a decoder that a hostile photo breaks: all around it is
real, the process, its limits, its end.
"""

from __future__ import annotations

import ctypes
import os
import re
import time
from collections.abc import Iterator

import numpy as np

from vision.arrays import RgbImage
from vision.decoding import worker as decoder_worker
from vision.errors import PhotoError

SLEEPS, SPINS, CRASHES, EATS, LEAVES = b"sleeps", b"spins", b"crashes", b"eats", b"leaves"
LIES, CRASHES_LATE, UNKNOWN_FAULT = b"lies", b"crashes late", b"unknown fault"


def read(data: bytes, at_least: int, numbers: bool) -> Iterator[tuple[RgbImage, tuple[str, ...]]]:
    """What the real one does, but for these."""
    if data == SLEEPS:
        time.sleep(600)
    if data == SPINS:  # in C, with the interpreter's lock held: no thread of this process can stop it
        re.match(r"(a+)+$", "a" * 64 + "b")
    if data == CRASHES:
        ctypes.string_at(0)
    if data == EATS:
        kept = []
        while True:
            kept.append(bytearray(16 << 20))
    if data == LEAVES:
        os._exit(0)
    if data == CRASHES_LATE:
        yield np.zeros((4, 4, 3), np.uint8), ()
        ctypes.string_at(0)
    if data == LIES:
        yield np.zeros((4, 4, 3), np.uint8), ()
        yield np.zeros((4, 4, 3), np.uint8), ("a longer text than any number has, " * 9,)
    if data == UNKNOWN_FAULT:
        raise PhotoError("no-such-message")
    yield from decoder_worker.read(data, at_least, numbers)


if __name__ == "__main__":
    decoder_worker.main(read)

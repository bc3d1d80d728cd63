"""A worker process that decodes photos for its parent, and may hang, crash or run out of memory.

`vision.decoding.processes` starts it as `python -m vision.decoding.worker MEMORY CPU WALL`. It imports only
what decodes pictures. It reads jobs from standard input and answers each on standard output until the input
ends, which it does when the parent ends, however that happens.

A job is a `JOB` header and the file's bytes. The answer is three parts: pixels, numbers, and the pixels with
print, of no size if there is none. Or it is one fault. Each part is an `ANSWER` header and its bytes. Nothing
is pickled, so that a photo that takes over this process gets no further.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

import cv2
import numpy as np

from vision.arrays import RgbImage
from vision.decoding.decoder import pixels_then_numbers
from vision.decoding.photos import too_much_memory
from vision.errors import PhotoError

log = logging.getLogger(__name__)

JOB = struct.Struct(">?IQ")
"""Whether to read barcodes; the least pixels of the longest side; the number of bytes that follow."""
ANSWER = struct.Struct(">cIIQ")
"""One of the kinds below; height and width of pixels, else 0; the number of bytes that follow."""
READY, PIXELS, NUMBERS, PRINT, FAULT = b"r", b"p", b"n", b"t", b"f"

Read = Callable[[bytes, int, bool], Iterator[tuple[RgbImage, tuple[str, ...]]]]
"""(file, at_least, numbers) -> the pixels, then the numbers, then the print; see `pixels_then_numbers`."""


def read(data: bytes, at_least: int, numbers: bool) -> Iterator[tuple[RgbImage, tuple[str, ...]]]:
    """See `pixels_then_numbers`."""
    return pixels_then_numbers(data, at_least=at_least, numbers=numbers)


def main(read: Read = read) -> None:
    """Answer jobs until the input ends. Tests pass their own `read`."""
    memory, cpu, wall = (float(argument) for argument in sys.argv[1:])
    # Ctrl+C or a stop of the service reaches this process too, while its parent still answers photos.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    # What a decoder prints must not mix with the answers.
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    cv2.setNumThreads(1)
    _warm(read)
    _limit_memory(int(memory))
    _write(answers, READY)
    while head := jobs.read(JOB.size):
        numbers, at_least, length = JOB.unpack(head)
        data = jobs.read(length)
        if len(data) < length:
            break
        with _limited(cpu, wall):
            _answer(answers, read, data, at_least, numbers)


def _answer(answers: BinaryIO, read: Read, data: bytes, at_least: int, numbers: bool) -> None:
    try:
        parts = read(data, at_least, numbers)
        pixels = np.ascontiguousarray(next(parts)[0])
        _write(answers, PIXELS, pixels.data, *pixels.shape[:2])
        _write(answers, NUMBERS, json.dumps(next(parts)[1]).encode())
        if (last := next(parts, None)) is None:
            _write(answers, PRINT)
        else:
            printed = np.ascontiguousarray(last[0])
            _write(answers, PRINT, printed.data, *printed.shape[:2])
    except PhotoError as fault:
        _write(answers, FAULT, _message(fault))
    except MemoryError:
        _write(answers, FAULT, _message(too_much_memory()))


def _message(fault: PhotoError) -> bytes:
    return json.dumps([fault.code, fault.values]).encode()


def _write(
    answers: BinaryIO, kind: bytes, body: bytes | memoryview = b"", height: int = 0, width: int = 0
) -> None:
    size = body.nbytes if isinstance(body, memoryview) else len(body)
    answers.write(ANSWER.pack(kind, height, width, size))
    answers.write(body)
    answers.flush()


def _warm(read: Read) -> None:
    """Decode a small picture, so that every library is loaded before the first photo."""
    _, picture = cv2.imencode(".jpg", np.full((64, 64, 3), 200, np.uint8))
    for _ in read(picture.tobytes(), 64, True):
        pass


def _limit_memory(most: int) -> None:
    """Let the kernel refuse memory beyond `most` bytes; 0 sets no limit."""
    try:
        import resource
    except ImportError:
        log.warning("this platform cannot limit a process's memory; photos have a time limit only")
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold the photo
    if most:
        # Data, not address space: threads and allocators reserve more of that than they ever use.
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


@contextmanager
def _limited(cpu: float, wall: float) -> Iterator[None]:
    """Let the kernel kill this process after `cpu` seconds of processor time or `wall` seconds.

    Timers, since RLIMIT_CPU counts over all photos. They work even after the parent has died.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, cpu)
    signal.setitimer(signal.ITIMER_REAL, wall)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)


if __name__ == "__main__":
    main()

"""A process that opens photos for another one, and may hang, crash or run out of memory while it does.

Started by `vision.decoding.processes` as `python -m vision.decoder_worker MEMORY CPU WALL`. It loads what
opens pictures and nothing else, takes jobs from its standard input and answers each on its standard output,
photo after photo, until the input ends: with the process that started it, however that ends.

A job is a `JOB` head and the file's bytes. Its answer is two parts, or one that tells a fault: an `ANSWER`
head and its bytes. Nothing is pickled: who takes over this process with a photo must not get any further.
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
"""Whether numbers are wanted; pixels of the longest side at least; bytes that follow."""
ANSWER = struct.Struct(">cIIQ")
"""One of the kinds below; height and width, where it is pixels; bytes that follow."""
READY, PIXELS, NUMBERS, FAULT = b"r", b"p", b"n", b"f"

Read = Callable[[bytes, int, bool], Iterator[tuple[RgbImage, tuple[str, ...]]]]
"""A file, pixels at least, whether numbers are wanted -> the pixels, and then the numbers."""


def read(data: bytes, at_least: int, numbers: bool) -> Iterator[tuple[RgbImage, tuple[str, ...]]]:
    """See `pixels_then_numbers`."""
    return pixels_then_numbers(data, at_least=at_least, numbers=numbers)


def main(read: Read = read) -> None:
    """Answer jobs until there are no more; `read` may be another one in tests."""
    memory, cpu, wall = (float(argument) for argument in sys.argv[1:])
    # Ctrl+C, or a stop of the service, reaches this process too, while its parent still answers photos.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    # Whatever a decoder prints must not stand between the answers.
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    cv2.setNumThreads(1)
    _warm(read)
    _limit_memory(int(memory))
    _put(answers, READY)
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
        _put(answers, PIXELS, pixels.data, *pixels.shape[:2])
        _put(answers, NUMBERS, json.dumps(next(parts)[1]).encode())
    except PhotoError as fault:
        _put(answers, FAULT, _message(fault))
    except MemoryError:
        _put(answers, FAULT, _message(too_much_memory()))


def _message(fault: PhotoError) -> bytes:
    return json.dumps([fault.code, fault.values]).encode()


def _put(
    answers: BinaryIO, kind: bytes, body: bytes | memoryview = b"", height: int = 0, width: int = 0
) -> None:
    size = body.nbytes if isinstance(body, memoryview) else len(body)
    answers.write(ANSWER.pack(kind, height, width, size))
    answers.write(body)
    answers.flush()


def _warm(read: Read) -> None:
    """Open a small picture, so that all that takes part is loaded before the first photo."""
    _, picture = cv2.imencode(".jpg", np.full((64, 64, 3), 200, np.uint8))
    for _ in read(picture.tobytes(), 64, True):
        pass


def _limit_memory(most: int) -> None:
    """What is asked for beyond that many bytes is refused by the kernel; 0 sets no limit."""
    try:
        import resource
    except ImportError:
        log.warning("this platform limits no process's memory: photos are opened within a time limit alone")
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no photo is left behind in a dump
    if most:
        # Not the address space: threads and allocators reserve more of it than they ever use.
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


@contextmanager
def _limited(cpu: float, wall: float) -> Iterator[None]:
    """Within these seconds, or the kernel ends this process, whatever it is in the middle of.

    Timers and not RLIMIT_CPU, which counts over all photos. They hold with nobody there to kill this process.
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

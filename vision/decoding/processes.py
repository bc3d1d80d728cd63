"""Photos opened in processes of their own, which are killed and replaced when a photo harms them.

A hostile or broken photo costs itself alone: its sender reads one sentence, and the next photo finds another
process. What comes back is pixels and short texts, checked, and never a pickle.

`multiprocessing` and what stands on it (`concurrent.futures`, loky, pebble) were weighed: their workers
import the program's main module again, here the whole bot with its networks, and they answer in pickles. A
pool of `concurrent.futures` or loky also fails all that it does when one of its processes crashes.
"""

from __future__ import annotations

import io
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import numpy as np

from vision.arrays import RgbImage
from vision.barcodes import LONGEST, MOST
from vision.decoding.decoder import Opened
from vision.decoding.photos import MAX_BYTES, MAX_PIXELS, too_many_bytes, too_much_memory
from vision.decoding.worker import ANSWER, FAULT, JOB, NUMBERS, PIXELS, READY
from vision.errors import PhotoError

log = logging.getLogger(__name__)

WORKER = "vision.decoding.worker"
_GRACE = 15.0
"""Seconds over its time after which a worker is killed from outside, be it that it was only just starting."""
_PIPE = 1 << 20
"""Bytes that wait in a pipe, where that can be set: a shrunk photo goes through at once."""
_LONGEST_FAULT = 1000
_LONGEST_LINE = 1000


def too_slow() -> PhotoError:
    """What is said of a photo that took its time."""
    return PhotoError("photo-too-slow")


def harmful() -> PhotoError:
    """What is said of a photo that broke what opened it."""
    return PhotoError("photo-harmful")


def not_now() -> PhotoError:
    """What is said where no photo can be opened."""
    return PhotoError("photo-not-now")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one photo may cost."""

    memory: int = 1 << 30
    """Bytes of a worker: 100 megapixels in most formats and 60 as WebP. Not everywhere is it kept."""
    cpu: float = 10.0
    """Seconds of a processor; the slowest of 100 megapixels takes three."""
    wall: float = 20.0
    """Seconds."""


class DecoderProcesses:
    """Opens photos in up to `most` processes, started as they are needed and kept. See `Decoder`.

    Photos beyond that wait for their turn, first come, first served. `close` it, or let go of it, and its
    processes end; they end as well when this one does.
    """

    def __init__(self, *, most: int = 2, limits: Limits | None = None, module: str = WORKER) -> None:
        """`module` is what a worker runs, with the limits as its arguments."""
        self._most = most
        self._workers = _Workers(module, limits or Limits())
        self._threads = ThreadPoolExecutor(most, thread_name_prefix="decoder")
        self._let_go = weakref.finalize(self, _let_go, self._workers, self._threads)

    def start(self, count: int = 1) -> None:
        """See to it that so many processes wait for photos, or soon will. Returns at once."""
        self._workers.start(min(count, self._most))

    def open(self, data: bytes, *, at_least: int, numbers: bool = False) -> Opened:
        """See `Decoder`."""
        opened = Opened()
        if len(data) > MAX_BYTES:
            opened.fail(too_many_bytes(len(data), MAX_BYTES))
        else:
            job = JOB.pack(numbers, at_least, len(data))
            self._threads.submit(self._workers.do, job, data, opened)
        return opened

    def close(self) -> None:
        """End the processes, and wait for what they do. Nothing can be opened afterwards."""
        self._threads.shutdown(wait=True)
        self._let_go()


def _let_go(workers: _Workers, threads: ThreadPoolExecutor) -> None:
    """Waits for nothing: it may be one of these threads that lets go, when it told of a photo."""
    threads.shutdown(wait=False)
    workers.end()


class _Workers:
    """The processes of a decoder. Its threads know these and not the decoder, which thus can be let go of."""

    def __init__(self, module: str, limits: Limits) -> None:
        self._module, self._limits = module, limits
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        self._ended = False

    def start(self, count: int) -> None:
        """See to it that so many wait for jobs, or soon will."""
        for _ in range(count - len(self._idle)):
            self._keep(self._new())

    def do(self, job: bytes, data: bytes, opened: Opened) -> None:
        """Have a job done by one of them."""
        try:
            worker = self._take()
            try:
                worker.do(job, data, opened)
            except _LostError as lost:
                log.warning("a photo of %d bytes ended its decoder: %s", len(data), lost)
                worker.end()
                worker = self._new()
                opened.fail(lost.fault)
            self._keep(worker)
        except OSError as error:
            log.error("no process can be started that opens photos: %s", error)
            opened.fail(not_now())
        except BaseException as bug:
            opened.fail(bug)
            raise

    def end(self) -> None:
        """End those that wait; the others end as soon as they have done their job."""
        with self._lock:
            self._ended = True
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.end()

    def _new(self) -> _Worker:
        return _Worker(self._module, self._limits)

    def _take(self) -> _Worker:
        """The one that worked last, so that few stay warm; another where it ended by itself meanwhile."""
        while True:
            with self._lock:
                worker = self._idle.pop() if self._idle else None
            if worker is None:
                return self._new()
            if worker.alive:
                return worker
            worker.end()

    def _keep(self, worker: _Worker) -> None:
        with self._lock:
            if not self._ended:
                self._idle.append(worker)
                return
        worker.end()


class _LostError(Exception):
    """A worker is gone, or says what no worker says."""

    def __init__(self, why: str, fault: PhotoError) -> None:
        """`fault` is what the sender of the photo is told."""
        super().__init__(why)
        self.fault = fault


class _Worker:
    """One process, and the talk with it. Does one job at a time."""

    def __init__(self, module: str, limits: Limits) -> None:
        self._patience = limits.wall + _GRACE
        self._ready = False
        self._overdue = False
        arguments = [str(limits.memory), str(limits.cpu), str(limits.wall)]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env=_environment(),
        )
        self._jobs = cast(IO[bytes], self._process.stdin)
        self._answers = cast(IO[bytes], self._process.stdout)
        said = cast(IO[bytes], self._process.stderr)
        threading.Thread(target=_log_lines, args=[said], name="decoder-said", daemon=True).start()
        _widen(self._jobs.fileno(), self._answers.fileno())

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def do(self, job: bytes, data: bytes, opened: Opened) -> None:
        """Do a job, whose parts are set as they come. Raises `_LostError` where it is of no more use."""
        overdue = threading.Timer(self._patience, self._kill)
        overdue.daemon = True
        overdue.start()
        try:
            if not self._ready:
                self._expect(READY)
                self._ready = True
            self._send(job)
            self._send(data)
            kind, pixels = self._answer()
            if kind == PIXELS:
                opened.pixels.set_result(cast(RgbImage, pixels))
                kind, numbers = self._answer()
                if kind == NUMBERS:
                    opened.numbers.set_result(cast("tuple[str, ...]", numbers))
                    return
                pixels = numbers
            if kind != FAULT:
                raise _LostError(f"it answered {kind!r}", harmful())
            opened.fail(cast(PhotoError, pixels))
        except (OSError, EOFError, ValueError, LookupError) as error:
            raise self._lost(error) from error
        finally:
            overdue.cancel()

    def end(self) -> None:
        """Kill it."""
        self._process.kill()
        for pipe in (self._jobs, self._answers):
            pipe.close()
        self._process.wait()

    def _kill(self) -> None:
        self._overdue = True
        self._process.kill()

    def _send(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[self._jobs.write(left) :]

    def _expect(self, kind: bytes) -> None:
        if self._head()[0] != kind:
            raise ValueError("it does not begin as a worker does")

    def _head(self) -> tuple[bytes, int, int, int]:
        head = bytearray(ANSWER.size)
        self._fill(memoryview(head))
        return cast("tuple[bytes, int, int, int]", ANSWER.unpack(head))

    def _answer(self) -> tuple[bytes, RgbImage | tuple[str, ...] | PhotoError]:
        """What it says, held to what it may say."""
        kind, height, width, size = self._head()
        if kind == PIXELS:
            if not 0 < height * width <= MAX_PIXELS or size != 3 * height * width:
                raise ValueError(f"{height} x {width} pixels in {size} bytes")
            pixels = np.empty((height, width, 3), np.uint8)
            self._fill(pixels.data.cast("B"))
            return kind, pixels
        if size > 8 * MOST * LONGEST + _LONGEST_FAULT:
            raise ValueError(f"{size} bytes of text")
        text = bytearray(size)
        self._fill(memoryview(text))
        match json.loads(text):
            case list(numbers) if kind == NUMBERS and len(numbers) <= MOST:
                if all(isinstance(number, str) and len(number) <= LONGEST for number in numbers):
                    return kind, tuple(numbers)
            case [str(code), dict(values)] if kind == FAULT:
                if all(isinstance(value, (str, int, float)) for value in values.values()):
                    fault = PhotoError(code, **values)
                    str(fault)  # raises LookupError if there is no such message
                    return kind, fault
        raise ValueError("text that says nothing")

    def _fill(self, room: memoryview) -> None:
        while room:
            count = cast("Callable[[memoryview], int]", self._answers.readinto)(room)  # type: ignore[attr-defined]
            if not count:
                raise EOFError
            room = room[count:]

    def _lost(self, error: Exception) -> _LostError:
        """What became of it."""
        if isinstance(error, ValueError | LookupError):
            return _LostError(f"it answered nonsense: {error}", harmful())
        try:
            status = self._process.wait(5)
        except subprocess.TimeoutExpired:
            return _LostError("it closed its pipes", harmful())
        if self._overdue or -status in _TIMERS:
            return _LostError("it took too long", too_slow())
        if not self._ready:
            return _LostError(f"it did not begin, status {status}", not_now())
        if status == -signal.SIGKILL:  # none of ours: the kernel's, where memory is short
            return _LostError("it was killed", too_much_memory())
        return _LostError(f"status {status}", harmful())


_KEPT = {"MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(128 << 20)}
"""A worker keeps up to 128 MB that it has freed (glibc): getting a large picture's pages from the kernel anew
took as long as decoding it.
"""
_TIMERS = {getattr(signal, name, 0) for name in ("SIGALRM", "SIGPROF", "SIGXCPU")} - {0}


def _environment() -> dict[str, str] | None:
    """What a worker must know. The bot's own environment holds secrets, which no photo should come near."""
    if sys.platform == "win32":  # nothing starts there without parts of it
        return None
    one = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MALLOC_ARENA_MAX"), "1")
    return {"PYTHONPATH": os.pathsep.join(str(Path(each).absolute()) for each in sys.path), **one, **_KEPT}


def _log_lines(said: IO[bytes]) -> None:
    """What a process prints beside its answers, libraries' remarks on broken photos for the most part, in the
    log until it ends. Of a longer line than people read the rest is a line of its own.
    """
    with io.BufferedReader(cast(io.RawIOBase, said)) as lines:
        while line := lines.readline(_LONGEST_LINE):
            if told := line.decode("utf-8", "replace").rstrip():
                log.info("a decoder says: %s", told)


def _widen(*pipes: int) -> None:
    try:
        from fcntl import F_SETPIPE_SZ, fcntl
    except ImportError:
        return
    for pipe in pipes:
        try:
            fcntl(pipe, F_SETPIPE_SZ, _PIPE)
        except OSError:  # this user's pipes have taken all that they may
            return

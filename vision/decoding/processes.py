"""Decode photos in worker processes, which are killed and replaced when a photo harms them.

A hostile or broken photo fails alone: its sender gets one sentence, and the next photo gets a new process.
Workers answer with pixels and short texts, which are checked, never with pickles.

Why not `multiprocessing`, or what builds on it (`concurrent.futures`, loky, pebble)? Their workers import the
main module again, here the whole bot with its networks, and answer in pickles. When one process of a
`concurrent.futures` or loky pool crashes, all jobs of the pool fail.
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
from vision.barcodes import MAX_CHARACTERS, MAX_NUMBERS
from vision.decoding.decoder import OpenedPhoto
from vision.decoding.photos import MAX_PIXELS, picture_of, too_much_memory
from vision.decoding.worker import ANSWER, FAULT, JOB, NUMBERS, PIXELS, PRINT, READY
from vision.errors import PhotoError

log = logging.getLogger(__name__)

WORKER = "vision.decoding.worker"
_GRACE = 15.0
"""Seconds beyond the time limit after which a worker is killed; enough for it to start."""
_PIPE_BYTES = 1 << 20
"""Buffer of a pipe, where it can be set: a shrunk photo fits at once."""
_MAX_FAULT_BYTES = 1000
_MAX_LINE_BYTES = 1000


def too_slow() -> PhotoError:
    """The fault of a photo that ran into a time limit."""
    return PhotoError("photo-too-slow")


def harmful() -> PhotoError:
    """The fault of a photo that broke its worker."""
    return PhotoError("photo-harmful")


def not_now() -> PhotoError:
    """The fault where no worker can be started."""
    return PhotoError("photo-not-now")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one photo may cost."""

    memory: int = 1 << 30
    """Bytes of a worker: enough for 100 megapixels in most formats, 60 as WebP. Not enforced everywhere."""
    cpu: float = 10.0
    """Seconds of processor time; the slowest 100 megapixels take 3."""
    wall: float = 20.0
    """Seconds of elapsed time."""


class DecoderProcesses:
    """A `Decoder` with up to `most` worker processes, which are started on demand and reused.

    More photos wait in a first-in, first-out queue. The processes end on `close`, when this object is
    garbage-collected, and when the parent process ends.

    Args:
        module: what a worker runs; it gets the limits as arguments.
    """

    def __init__(self, *, most: int = 2, limits: Limits | None = None, module: str = WORKER) -> None:
        self._most = most
        self._workers = _Workers(module, limits or Limits())
        self._threads = ThreadPoolExecutor(most, thread_name_prefix="decoder")
        self._dispose = weakref.finalize(self, _dispose, self._workers, self._threads)

    def start(self, count: int = 1) -> None:
        """Start processes until `count` of them are idle. Returns at once."""
        self._workers.start(min(count, self._most))

    def open(self, data: bytes, *, at_least: int, numbers: bool = False) -> OpenedPhoto:
        """See `Decoder`."""
        opened = OpenedPhoto()
        try:
            data = picture_of(data)
        except PhotoError as fault:
            opened.fail(fault)
        else:
            job = JOB.pack(numbers, at_least, len(data))
            self._threads.submit(self._workers.run, job, data, opened)
        return opened

    def close(self) -> None:
        """Finish the photos in hand and end the processes. Nothing can be opened afterwards."""
        self._threads.shutdown(wait=True)
        self._dispose()


def _dispose(workers: _Workers, threads: ThreadPoolExecutor) -> None:
    """End the processes without waiting: the caller may be one of these threads, in a future's callback."""
    threads.shutdown(wait=False)
    workers.end()


class _Workers:
    """The processes of a decoder. Threads refer to this, so that the decoder itself can be collected."""

    def __init__(self, module: str, limits: Limits) -> None:
        self._module, self._limits = module, limits
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        self._ended = False

    def start(self, count: int) -> None:
        """Start processes until `count` of them are idle."""
        for _ in range(count - len(self._idle)):
            self._release(self._new())

    def run(self, job: bytes, data: bytes, opened: OpenedPhoto) -> None:
        """Run a job on an idle process, and replace the process if the photo ended it."""
        try:
            worker = self._acquire()
            try:
                worker.run(job, data, opened)
            except _LostError as lost:
                log.warning("a photo of %d bytes ended its decoder: %s", len(data), lost)
                worker.end()
                worker = self._new()
                opened.fail(lost.fault)
            self._release(worker)
        except OSError as error:
            log.error("no decoder process can be started: %s", error)
            opened.fail(not_now())
        except BaseException as bug:
            opened.fail(bug)
            raise

    def end(self) -> None:
        """End the idle processes; the busy ones end after their job."""
        with self._lock:
            self._ended = True
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.end()

    def _new(self) -> _Worker:
        return _Worker(self._module, self._limits)

    def _acquire(self) -> _Worker:
        """Take the process used last, so that few stay warm, or start one. Skip those that have ended."""
        while True:
            with self._lock:
                worker = self._idle.pop() if self._idle else None
            if worker is None:
                return self._new()
            if worker.alive:
                return worker
            worker.end()

    def _release(self, worker: _Worker) -> None:
        with self._lock:
            if not self._ended:
                self._idle.append(worker)
                return
        worker.end()


class _LostError(Exception):
    """A worker has ended, or its answer is invalid. `fault` is for the sender of the photo."""

    def __init__(self, reason: str, fault: PhotoError) -> None:
        super().__init__(reason)
        self.fault = fault


class _Worker:
    """One process and the pipes to it. Runs one job at a time."""

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
        stderr = cast(IO[bytes], self._process.stderr)
        threading.Thread(target=_log_lines, args=[stderr], name="decoder-stderr", daemon=True).start()
        _widen(self._jobs.fileno(), self._answers.fileno())

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def run(self, job: bytes, data: bytes, opened: OpenedPhoto) -> None:
        """Run a job and set the futures as the parts of the answer come.

        Raises:
            _LostError: the process cannot be used any more.
        """
        deadline = threading.Timer(self._patience, self._kill)
        deadline.daemon = True
        deadline.start()
        try:
            if not self._ready:
                self._expect(READY)
                self._ready = True
            self._send(job)
            self._send(data)
            kind, body = self._answer()
            if kind == PIXELS:
                opened.pixels.set_result(cast(RgbImage, body))
                kind, body = self._answer()
                if kind == NUMBERS:
                    opened.numbers.set_result(cast("tuple[str, ...]", body))
                    kind, body = self._answer()
                    if kind == PRINT:
                        opened.printed.set_result(cast("RgbImage | None", body))
                        return
            if kind != FAULT:
                raise _LostError(f"it answered {kind!r}", harmful())
            opened.fail(cast(PhotoError, body))
        except (OSError, EOFError, ValueError, LookupError) as error:
            raise self._lost(error) from error
        finally:
            deadline.cancel()

    def end(self) -> None:
        """Kill the process."""
        self._process.kill()
        for pipe in (self._jobs, self._answers):
            pipe.close()
        self._process.wait()

    def _kill(self) -> None:
        self._overdue = True
        self._process.kill()

    def _send(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._jobs.write(rest) :]

    def _expect(self, kind: bytes) -> None:
        if self._header()[0] != kind:
            raise ValueError("it does not begin as a worker does")

    def _header(self) -> tuple[bytes, int, int, int]:
        header = bytearray(ANSWER.size)
        self._fill(memoryview(header))
        return cast("tuple[bytes, int, int, int]", ANSWER.unpack(header))

    def _answer(self) -> tuple[bytes, RgbImage | tuple[str, ...] | PhotoError | None]:
        """Read and check one part of an answer.

        Raises:
            ValueError, LookupError: it is no answer that a worker gives.
        """
        kind, height, width, size = self._header()
        if kind == PRINT and not size:
            return kind, None
        if kind in (PIXELS, PRINT):
            if not 0 < height * width <= MAX_PIXELS or size != 3 * height * width:
                raise ValueError(f"{height} x {width} pixels in {size} bytes")
            pixels = np.empty((height, width, 3), np.uint8)
            self._fill(pixels.data.cast("B"))
            return kind, pixels
        if size > 8 * MAX_NUMBERS * MAX_CHARACTERS + _MAX_FAULT_BYTES:
            raise ValueError(f"{size} bytes of text")
        text = bytearray(size)
        self._fill(memoryview(text))
        match json.loads(text):
            case list(numbers) if kind == NUMBERS and len(numbers) <= MAX_NUMBERS:
                if all(isinstance(number, str) and len(number) <= MAX_CHARACTERS for number in numbers):
                    return kind, tuple(numbers)
            case [str(code), dict(values)] if kind == FAULT:
                if all(isinstance(value, (str, int, float)) for value in values.values()):
                    fault = PhotoError(code, **values)
                    str(fault)  # raises LookupError if there is no such message
                    return kind, fault
        raise ValueError("neither numbers nor a fault")

    def _fill(self, buffer: memoryview) -> None:
        while buffer:
            count = cast("Callable[[memoryview], int]", self._answers.readinto)(buffer)  # type: ignore[attr-defined]
            if not count:
                raise EOFError
            buffer = buffer[count:]

    def _lost(self, error: Exception) -> _LostError:
        """Find out why the process is lost, and which fault its photo gets."""
        if isinstance(error, ValueError | LookupError):
            return _LostError(f"invalid answer: {error}", harmful())
        try:
            status = self._process.wait(5)
        except subprocess.TimeoutExpired:
            return _LostError("it closed its pipes", harmful())
        if self._overdue or -status in _TIMERS:
            return _LostError("it took too long", too_slow())
        if not self._ready:
            return _LostError(f"it did not start, status {status}", not_now())
        if status == -signal.SIGKILL:  # from the kernel, where memory is short
            return _LostError("it was killed", too_much_memory())
        return _LostError(f"status {status}", harmful())


_ALLOCATOR = {"MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(128 << 20)}
"""Let glibc hold on to 128 MB that a worker has freed: to map a large picture's pages anew took as long as
decoding it.
"""
_TIMERS = {getattr(signal, name, 0) for name in ("SIGALRM", "SIGPROF", "SIGXCPU")} - {0}


def _environment() -> dict[str, str] | None:
    """A worker's environment. It has none of the parent's variables, some of which are secrets."""
    if sys.platform == "win32":  # no process starts there without some of them
        return None
    one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MALLOC_ARENA_MAX"), "1")
    return {
        "PYTHONPATH": os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path),
        **one_thread,
        **_ALLOCATOR,
    }


def _log_lines(stderr: IO[bytes]) -> None:
    """Log what a process prints, mostly libraries' warnings about broken photos. Splits long lines."""
    with io.BufferedReader(cast(io.RawIOBase, stderr)) as lines:
        while line := lines.readline(_MAX_LINE_BYTES):
            if text := line.decode("utf-8", "replace").rstrip():
                log.info("decoder process: %s", text)


def _widen(*pipes: int) -> None:
    try:
        from fcntl import F_SETPIPE_SZ, fcntl
    except ImportError:
        return
    for pipe in pipes:
        try:
            fcntl(pipe, F_SETPIPE_SZ, _PIPE_BYTES)
        except OSError:  # this user's pipes have reached their limit
            return

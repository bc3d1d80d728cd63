"""Programs that are started at once and killed in the middle of their work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Everything is imported once; each line asks for a process of its own that goes on from here.
_LOOP = """
import os, signal, sys, time

print("ready", flush=True)
for line in sys.stdin:
    *arguments, delay = line.rstrip().split("\\t")
    hear, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(told, *arguments)
            os._exit(0)
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(1)
    os.close(told)
    os.read(hear, 1)
    os.close(hear)
    began = time.monotonic()
    if float(delay):
        time.sleep(float(delay))
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), time.monotonic() - began, flush=True)
"""


class WarmProgram:
    """Runs `work(told, *arguments)` in processes that start at once, and kills them."""

    def __init__(self, source: str) -> None:
        """`source` imports and defines `work`, which writes a byte to `told` once it's ready."""
        self._process = subprocess.Popen(
            [sys.executable, "-c", source + _LOOP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert self._line() == "ready"

    def run(self, *arguments: object, delay: float = 0) -> tuple[int, float]:
        """Its exit status, and the seconds since it was ready; it's killed after `delay` unless that is 0."""
        assert self._process.stdin is not None
        self._process.stdin.write("\t".join(map(str, (*arguments, delay))) + "\n")
        self._process.stdin.flush()
        status, seconds = self._line().split()
        return int(status), float(seconds)

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

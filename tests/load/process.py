"""The bot as a process, and what it costs: memory and processor time, its decoders counted in (Linux)."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.microsoft import FakeMicrosoft


@dataclass(frozen=True, slots=True)
class BotProcess:
    """One that is ready."""

    port: int
    number: int

    def memory_mb(self) -> float:
        """What it and its children hold, in MB (2**20 bytes); what they share is counted once."""
        return sum(_pss_mb(number) for number in self._all())

    def seconds(self) -> float:
        """Of a processor, that it and its children have used, those that have ended among them."""
        return sum(_seconds(number) for number in self._all())

    def _all(self) -> Iterator[int]:
        yield self.number
        for line in Path(f"/proc/{self.number}/task").glob("*/children"):
            try:
                yield from map(int, line.read_text().split())
            except OSError:  # that thread has just ended
                continue


@asynccontextmanager
async def bot(home: Path, cloud: FakeMicrosoft) -> AsyncIterator[BotProcess]:
    """A bot process that is ready."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "tests.fakes.bot_process", str(home), str(port))
    process = await asyncio.create_subprocess_exec(
        *command,
        cloud.url,
        cloud.login_url,
        stdout=asyncio.subprocess.PIPE,
        env=os.environ | {"HANGTAG_LOG_LEVEL": "WARNING"},
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(120):
            assert await process.stdout.readline() == b"ready\n"
        yield BotProcess(port, process.pid)
    finally:
        process.terminate()
        await process.wait()


def _pss_mb(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))


def _seconds(process: int) -> float:
    try:
        after_name = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, after_name[11:15])) / os.sysconf("SC_CLK_TCK")  # user and system; own and children's

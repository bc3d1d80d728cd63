"""A stock-take whose process is killed again and again ends with the count of one that never was."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from catalogue.database import Database, sqlite_url
from catalogue.movements import Kind
from tests.fakes.counting_process import ROUNDS
from tests.kit.floor import shop
from tests.kit.stores import open_database

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("HANGTAG_STOCK_TAKE_KILLS", "3"))


def started(home: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.counting_process", str(home)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def outcome(home: Path) -> tuple[dict[str, int], list[tuple[Kind, str, int]]]:
    """The stock of the hall, and the movements without their times."""
    with closing(Database.open(sqlite_url(home / "h.sqlite3"))) as database:
        levels = database.stock_takes.levels_at("Hall A")
        movements = [(one.kind, one.sku, one.quantity) for one in database.movements.latest()]
        return {sku: level.on_hand for sku, level in levels.items()}, movements


def new_home(folder: Path) -> Path:
    folder.mkdir()
    with open_database(folder, *shop()):
        return folder


def test_a_count_that_is_killed_at_any_point_counts_everything_once(tmp_path: Path) -> None:
    undisturbed = new_home(tmp_path / "undisturbed")
    began = time.monotonic()
    with started(undisturbed) as process:
        ready = time.monotonic()
        assert process.wait(timeout=120) == 0
    seconds = time.monotonic() - ready
    assert ready > began
    expected = outcome(undisturbed)
    assert expected[0] | {"MH01-M": 5 * ROUNDS, "MH01-L": 2 * ROUNDS} == expected[0]
    chance = random.Random(7)
    killed = cut_off = 0
    while killed < KILLS:
        home = new_home(tmp_path / f"killed-{killed}")
        for _ in range(3):
            process = started(home)
            try:
                process.wait(timeout=chance.uniform(0, 0.7 * seconds))
            except subprocess.TimeoutExpired:
                process.kill()
                cut_off += 1
            process.wait(timeout=60)
            assert process.stdout is not None
            process.stdout.close()
        with started(home) as process:
            assert process.wait(timeout=120) == 0
        assert outcome(home) == expected
        killed += 1
    assert cut_off >= KILLS  # or nothing was tried

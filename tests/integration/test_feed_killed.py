"""Killed in the middle of a feed's run, a program leaves a catalogue that is whole, and the next run goes on.

`HANGTAG_FEED_KILLS` sets at how many random moments it is killed; by default there are few.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from catalogue.database import Limits
from catalogue.modes import Mode, State
from catalogue.store import Catalogue
from tests.kit.feeds import FedShop, shop_rows
from tests.kit.stores import DIMENSION, toy_embed

KILLS = int(os.environ.get("HANGTAG_FEED_KILLS", "6"))
SKUS = 60

RUN = """
import os, signal, sys, time
from pathlib import Path
from catalogue.feeds.service import FeedService
from catalogue.feeds.sources.files import Files
from catalogue.store import Catalogue
from tests.kit.stores import DIMENSION, toy_embed

print("ready", flush=True)
for line in sys.stdin:
    home, delay = line.rstrip().split("\\t")
    hear, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with Catalogue.open(Path(home), model_id="toy", dimension=DIMENSION) as catalogue:
                service = FeedService(catalogue, toy_embed, lambda feed: Files(feed.source))
                os.write(told, b"!")
                service.run("ERP")
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


class Warm:
    """Runs feeds in processes that start at once, and kills them."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", RUN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert self._line() == "ready"

    def run(self, home: Path, *, delay: float = 0) -> tuple[int, float]:
        """Its exit status and the seconds that it took; it is killed after `delay`."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{home}\t{delay}\n")
        self._process.stdin.flush()
        status, seconds = self._line().split()
        return int(status), float(seconds)

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def warm() -> Iterator[Warm]:
    started = Warm()
    yield started
    started.close()


def opened(home: Path) -> Catalogue:
    return Catalogue.open(home, model_id="toy", dimension=DIMENSION)


def items(count: int) -> str:
    """An export of a shop whose every figure depends on how often it was counted."""
    lines = [f"I-{n},Item {n}.{count},S-{n},Hall A,{5 + count}" for n in range(SKUS)]
    return "\n".join(["item,title,sku,location,on_hand", *lines]) + "\n"


def test_killed_at_any_moment_a_run_is_whole_or_absent_and_the_next_one_goes_on(
    warm: Warm, tmp_path: Path
) -> None:
    base = tmp_path / "base"
    with opened(base) as catalogue:
        catalogue.import_batch(shop_rows(SKUS), toy_embed, name="shop.csv")
        fed = FedShop(catalogue, tmp_path / "erp")
        fed.add(name="ERP", mode=Mode.UPSERT, limits=Limits(100, 100, 100, 100, 100))
        fed.put(items(1), name="items.csv", age=60)
    status, whole = warm.run(shutil.copytree(base, tmp_path / "measured"))
    assert status == 0
    chance = random.Random(7)
    for number in range(KILLS):
        home = shutil.copytree(base, tmp_path / f"killed-{number}")
        status, _ = warm.run(home, delay=max(0.001, chance.uniform(0, 1.1 * whole)))
        assert status in (0, -9)
        with opened(home) as catalogue:
            catalogue.recover(toy_embed)
            titles = {item.title for item in catalogue.database.each_item()}
            found = {title.partition(".")[2] for title in titles}
            assert found in ({""}, {"1"})  # all of it or nothing
            stock = {catalogue.stock.find(f"S-{n}").on_hand for n in range(SKUS)}
            assert stock == ({6} if found == {"1"} else {5})
        status, _ = warm.run(home)
        assert status == 0
        with opened(home) as catalogue:
            assert {catalogue.stock.find(f"S-{n}").on_hand for n in range(SKUS)} == {6}
            assert catalogue.ledger.waiting_of("ERP") == ()
            applied = catalogue.ledger.latest(states=[State.APPLIED])
            assert len([record for record in applied if record.feed]) == 1
            feed = catalogue.database.feeds.get("ERP")
            assert feed.state.as_of is not None
            assert feed.state.as_of <= datetime.now(UTC)
            assert catalogue.audit().ok

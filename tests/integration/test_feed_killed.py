"""Killed in the middle of a feed's run, a program leaves a catalogue that is whole, and the next run goes on.

`HANGTAG_FEED_KILLS` sets at how many random moments it is killed; by default there are few.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from catalogue.database import Limits
from catalogue.modes import Mode, State
from catalogue.store import Catalogue
from tests.kit.feeds import FedShop, shop_rows
from tests.kit.kills import WarmProgram
from tests.kit.stores import DIMENSION, toy_embed

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("HANGTAG_FEED_KILLS", "6"))
SKUS = 60

RUN = """
import os
from pathlib import Path
from catalogue.feeds.service import FeedService
from catalogue.feeds.sources.files import Files
from catalogue.store import Catalogue
from tests.kit.stores import DIMENSION, toy_embed


def work(told, home):
    with Catalogue.open(Path(home), model_id="toy", dimension=DIMENSION) as catalogue:
        service = FeedService(catalogue, toy_embed, lambda feed: Files(feed.source))
        os.write(told, b"!")
        service.run("ERP")
"""


@pytest.fixture(scope="module")
def warm() -> Iterator[WarmProgram]:
    started = WarmProgram(RUN)
    yield started
    started.close()


def opened(home: Path) -> Catalogue:
    return Catalogue.open(home, model_id="toy", dimension=DIMENSION)


def items(count: int) -> str:
    """An export of a shop whose every figure depends on how often it was counted."""
    lines = [f"I-{n},Item {n}.{count},S-{n},Hall A,{5 + count}" for n in range(SKUS)]
    return "\n".join(["item,title,sku,location,on_hand", *lines]) + "\n"


def test_killed_at_any_moment_a_run_is_whole_or_absent_and_the_next_one_goes_on(
    warm: WarmProgram, tmp_path: Path
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

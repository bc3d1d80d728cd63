"""The program dies in the middle of a batch or an undo: the catalogue that is opened next is whole.

`HANGTAG_CRASHES` sets at how many random points it dies; by default there are few, which takes seconds.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from catalogue.items import Item, Variant
from catalogue.modes import Mode, State
from catalogue.store import Catalogue
from tests.kit.kills import WarmProgram
from tests.kit.stores import DIMENSION, picture, toy_embed

CRASHES = int(os.environ.get("HANGTAG_CRASHES", "8"))
"""Half of them in an import, half in an undo."""

DIE = """
import os, sys
from pathlib import Path
from catalogue.store import Catalogue
from tests.kit.stores import DIMENSION, toy_embed

def die(stage, done, total):
    if f"{stage} {done}" == sys.argv[3]:
        os._exit(9)

with Catalogue.open(Path(sys.argv[1]), model_id="toy", dimension=DIMENSION) as catalogue:
    catalogue.import_batch(Path(sys.argv[2]), toy_embed, progress=die)
"""


def opened(home: Path) -> Catalogue:
    return Catalogue.open(home, model_id="toy", dimension=DIMENSION)


@pytest.mark.parametrize(
    ("moment", "applied"),
    [("embed 1", False), ("write 0", False), ("write 1", True)],
    ids=["before the index", "between index and SQL", "after SQL, before tidying up"],
)
def test_a_batch_that_was_cut_off_is_applied_whole_or_not_at_all(
    tmp_path: Path, moment: str, applied: bool
) -> None:
    home = tmp_path / "home"
    for colour in ("red", "blue"):
        (tmp_path / f"{colour}.png").write_bytes(picture(colour))
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("item,title,sku,on_hand,pictures\nTee,Tee,T-1,1,red.png\n")
    second.write_text("item,title,sku,on_hand,pictures\nTee,Polo,T-1,2,blue.png\nCap,Cap,C-1,3,\n")
    with opened(home) as catalogue:
        catalogue.import_batch(first, toy_embed)
    died = subprocess.run(
        [sys.executable, "-c", DIE, str(home), str(second), moment],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert died.returncode == 9
    with opened(home) as catalogue:
        tee = catalogue.stock.find("T-1")
        assert (tee.title, tee.on_hand) == (("Polo", 2) if applied else ("Tee", 1))
        assert catalogue.counts().items == (2 if applied else 1)
        assert len(catalogue.database.ledger.latest(states=[State.APPLIED])) == (2 if applied else 1)
        assert catalogue.audit().ok
        vector = toy_embed([picture("blue" if applied else "red")])[0]
        assert catalogue.search.find(vector).matches[0].similarity == pytest.approx(1, abs=1e-5)
        catalogue.import_batch(second, toy_embed)
        catalogue.repair(toy_embed)
        assert catalogue.stock.find("T-1").title == "Polo"
        assert catalogue.index.count() == catalogue.counts().pictures == 1


WARM = """
import os, signal
from pathlib import Path
from catalogue.index.chroma_index import ChromaIndex
from catalogue.store import Catalogue
from catalogue.modes import Mode
from tests.kit.stores import DIMENSION, toy_embed


def work(told, home, action, moment):
    left = int(moment)

    def die(stage, done, total):
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    with Catalogue.open(Path(home), model_id="toy", dimension=DIMENSION) as catalogue:
        os.write(told, b"!")
        if action == "undo":
            catalogue.undo(None, toy_embed, progress=die)
        else:
            data = Path(home).parent.joinpath("second.zip").read_bytes()
            staged = catalogue.stage([("second.zip", data)], mode=Mode.REPLACE, embed=toy_embed, progress=die)
            catalogue.apply_staged(staged.id, toy_embed, progress=die)
"""


@pytest.fixture(scope="module")
def warm() -> Iterator[WarmProgram]:
    started = WarmProgram(WARM)
    yield started
    started.close()


def zipped(folder: Path, name: str, *lines: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("items.csv", "\n".join(["item,title,sku,on_hand,pictures", *lines]))
        for number in range(24):
            archive.writestr(f"{number}.png", picture("red", mark=number))
    (folder / name).write_bytes(file.getvalue())
    return file.getvalue()


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A catalogue before a batch, which waits for an import, and after it, which waits for an undo."""
    folder = tmp_path_factory.mktemp("crash")
    first = zipped(folder, "first.zip", *(f"I{n},Item {n},S-{n},{n},{n}.png;{n + 1}.png" for n in range(8)))
    lines = [f"I{n},Changed {n},S-{n},{n + 1},{n + 9}.png" for n in range(2, 8)]
    second = zipped(folder, "second.zip", *lines, *(f"N{n},New {n},T-{n},1,{n + 17}.png" for n in range(5)))
    for name in ("import", "undo"):
        with opened(folder / name) as catalogue:
            catalogue.import_batch(first, toy_embed)
            if name == "undo":
                catalogue.import_batch(second, toy_embed, mode=Mode.REPLACE)
    return {name: folder / name for name in ("import", "undo")}


def untimed(catalogue: Catalogue) -> list[Item]:
    """All items, but for the times of their counts, which differ from run to run."""
    some_time = datetime(2026, 1, 1, tzinfo=UTC)

    def still(variant: Variant) -> Variant:
        return replace(variant, stock=tuple(replace(level, as_of=some_time) for level in variant.stock))

    return [
        replace(item, variants=tuple(map(still, item.variants)))
        for item in tuple(catalogue.database.each_item(retired=True))
    ]


def test_killed_at_any_moment_a_batch_and_an_undo_are_whole_or_absent(
    warm: WarmProgram, homes: dict[str, Path]
) -> None:
    """After each kill SQL and index agree, the audit finds all, and the work can be done again."""
    chance = random.Random(int(os.environ.get("HANGTAG_CRASH_SEED", random.randrange(10**6))))
    seconds: dict[str, float] = {}
    ends: dict[str, list[list[Item]]] = {}
    for action, home in homes.items():
        whole = home.with_name(f"{action}-whole")
        shutil.copytree(home, whole)
        status, seconds[action] = warm.run(whole, action, 0)
        assert status == 0
        with opened(home) as before, opened(whole) as after:
            ends[action] = [untimed(before), untimed(after)]
    for number in range(CRASHES):
        action = ("import", "undo")[number % 2]
        home = homes[action].with_name(f"{action}-{number}")
        shutil.copytree(homes[action], home)
        moment, delay = 0, 0.0  # it dies at that call of `progress`, or so many seconds after it's ready
        if number % 4 < 2:
            delay = chance.uniform(0.0005, 1.1 * seconds[action])
        else:
            moment = chance.randrange(1, 60 if action == "import" else 20)
        status, _ = warm.run(home, action, moment, delay=delay)
        message = f"{action} at call {moment} or after {delay} s: {status}"
        assert status in {0, -9}, message
        with opened(home) as catalogue:
            catalogue.recover(toy_embed)
            assert untimed(catalogue) in ends[action], message
            report = catalogue.audit()
            assert report.ok, message
            assert report.strays == (), message
            assert sorted(catalogue.index.keys()) == sorted(catalogue.database.picture_keys()), message
            assert not catalogue.status().index_unfinished, message
            _end(catalogue, action, (home.parent / "second.zip").read_bytes())
            assert untimed(catalogue) == ends[action][1], message
            assert catalogue.audit().ok, message
        shutil.rmtree(home)


def _end(catalogue: Catalogue, action: str, second: bytes) -> None:
    """Do what was cut off, where it was not done."""
    latest = catalogue.history()[0]
    assert latest.id is not None
    if action == "undo":
        if latest.state is State.APPLIED:
            catalogue.undo(latest.id, toy_embed)
    elif latest.state is State.STAGED:
        catalogue.apply_staged(latest.id, toy_embed)
    elif latest.state is not State.APPLIED or len(catalogue.history()) == 1:
        catalogue.import_batch(second, toy_embed, mode=Mode.REPLACE)

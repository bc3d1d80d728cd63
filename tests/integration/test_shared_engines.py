"""Several bots on one PostgreSQL, one Chroma server and one picture store; and what breaks on the way."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from catalogue.errors import StoreError, UnknownItemError
from catalogue.modes import State
from catalogue.progress import Embed
from catalogue.store import Catalogue
from tests.kit.servers import (
    Daemon,
    chroma_daemon,
    chroma_server,
    postgresql_daemon,
    postgresql_database,
)
from tests.kit.stores import DIMENSION, picture, toy_embed

HEADER = "item,title,sku,on_hand,pictures"


@dataclass(frozen=True, slots=True)
class Engines:
    """Where everything lies."""

    database_url: str
    chroma_url: str
    pictures: Path

    def open(self, home: Path) -> Catalogue:
        return Catalogue.open(
            home,
            database_url=self.database_url,
            chroma_url=self.chroma_url,
            pictures_url=self.pictures.as_uri(),
            model_id="toy",
            dimension=DIMENSION,
        )


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory, postgresql: str) -> Iterator[Engines]:
    pictures = tmp_path_factory.mktemp("pictures")
    with (
        postgresql_database(postgresql, "shared") as database_url,
        chroma_server() as chroma_url,
    ):
        yield Engines(database_url, chroma_url, pictures)


BOT = """
import sys
from pathlib import Path
from catalogue.errors import BusyStoreError, CatalogueError, StaleBatchError
from catalogue.store import Catalogue
from tests.kit.stores import DIMENSION, toy_embed
home, database_url, chroma_url, pictures_url, *files = sys.argv[1:]
with Catalogue.open(
    Path(home), database_url=database_url, chroma_url=chroma_url, pictures_url=pictures_url,
    model_id="toy", dimension=DIMENSION,
) as catalogue:
    for file in files:
        while True:
            try:
                applied = catalogue.import_batch(Path(file), toy_embed)
                break
            except CatalogueError as error:  # the other bot was quicker: read the batch again
                quicker = isinstance(error, (BusyStoreError, StaleBatchError))
                assert quicker or "read the batch again" in str(error), error
        assert applied.audit.ok, file
        shown = toy_embed([Path(file).with_suffix(".png").read_bytes()])[0]
        best = catalogue.search.find(shown).matches[0]
        assert best.item.id == Path(file).stem and best.similarity > 0.999, (file, best)
        print(file, flush=True)
"""


def batch(folder: Path, item: str, mark: int) -> Path:
    """A CSV of one item, with a picture that is like no other, as both bear its name."""
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    data = picture("navy", mark=mark)
    (folder / "pictures" / f"{item}.png").write_bytes(data)
    (folder / f"{item}.png").write_bytes(data)
    file = folder / f"{item}.csv"
    file.write_text(f"{HEADER}\n{item},Tee,{item}-1,1,{item}.png\n")
    return file


def test_two_bots_apply_batches_and_answer_photos_at_the_same_time(engines: Engines, tmp_path: Path) -> None:
    where = [engines.database_url, engines.chroma_url, engines.pictures.as_uri()]
    bots = []
    for number in range(2):
        files = [batch(tmp_path, f"I{number}-{n}", 1 + 4 * number + n) for n in range(4)]
        home = tmp_path / f"home{number}"
        bots.append(
            subprocess.Popen(
                [sys.executable, "-c", BOT, str(home), *where, *map(str, files)],
                cwd=Path(__file__).parents[2],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
    for bot in bots:
        out, said = bot.communicate(timeout=240)
        assert bot.returncode == 0, said
        assert len(out.splitlines()) == 4
    with engines.open(tmp_path / "home") as catalogue:
        assert catalogue.counts().items == catalogue.index.count() == 8
        assert len(catalogue.database.ledger.latest(states=[State.APPLIED])) == 8
        assert catalogue.audit().ok


def whole(catalogue: Catalogue, *, items: Collection[int]) -> None:
    """SQL and index agree, and an audit finds all."""
    assert catalogue.counts().items in items
    assert sorted(catalogue.index.keys()) == sorted(catalogue.database.picture_keys())
    assert catalogue.audit().ok


OR_ABSENT = (1, 2)
"""A batch that was cut off is resumed by who comes next, or was put back before."""


def dying(daemon: Daemon, told: signal.Signals) -> Embed:
    """An embedding during which a server goes."""

    def embed(pictures: list[bytes]) -> NDArray[np.float32]:
        daemon.stop(told)
        return toy_embed(pictures)

    return embed


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGKILL])
def test_chroma_gone_in_the_middle_of_a_batch(tmp_path: Path, told: signal.Signals) -> None:
    """One sentence, nothing half done, and all goes on by itself once Chroma is back."""
    with chroma_daemon() as (daemon, chroma_url):
        engines = Engines(f"sqlite:///{tmp_path}/h.sqlite3", chroma_url, tmp_path / "kept")
        with engines.open(tmp_path) as catalogue:
            catalogue.import_batch(batch(tmp_path, "A", 1), toy_embed)
            with pytest.raises(StoreError, match="The index doesn't answer"):
                catalogue.import_batch(batch(tmp_path, "B", 2), dying(daemon, told))
            assert catalogue.stock.find("A-1").on_hand == 1
            with pytest.raises(UnknownItemError):
                catalogue.stock.find("B-1")
            with pytest.raises(StoreError, match="The index doesn't answer"):
                catalogue.search.find(toy_embed([picture("navy", mark=1)])[0])
            daemon.start()
            catalogue.recover(toy_embed)
            whole(catalogue, items=OR_ABSENT)
            catalogue.import_batch(batch(tmp_path, "B", 2), toy_embed)
            whole(catalogue, items=[2])


def test_postgresql_restarted_in_the_middle_of_a_batch(tmp_path: Path) -> None:
    """It is back before the batch is written: new connections are made, and nobody notices."""
    with (
        postgresql_daemon() as (daemon, folder),
        postgresql_database(folder, "h") as database_url,
        chroma_server() as chroma_url,
    ):
        engines = Engines(database_url, chroma_url, tmp_path / "kept")
        with engines.open(tmp_path) as catalogue:
            catalogue.import_batch(batch(tmp_path, "A", 1), toy_embed)

            def restart(pictures: list[bytes]) -> NDArray[np.float32]:
                daemon.stop(signal.SIGINT)
                daemon.start()
                return toy_embed(pictures)

            assert catalogue.import_batch(batch(tmp_path, "B", 2), restart).audit.ok
            whole(catalogue, items=[2])
            catalogue.import_batch(batch(tmp_path, "C", 3), toy_embed)
            whole(catalogue, items=[3])


KILLED = """
import sys, time
from pathlib import Path
from catalogue.store import Catalogue
from tests.kit.stores import DIMENSION
home, database_url, chroma_url, pictures_url, file = sys.argv[1:]

def embed(pictures):
    print("embedding", flush=True)
    time.sleep(600)

with Catalogue.open(
    Path(home), database_url=database_url, chroma_url=chroma_url, pictures_url=pictures_url,
    model_id="toy", dimension=DIMENSION,
) as catalogue:
    catalogue.import_batch(Path(file), embed)
"""


def test_a_bot_killed_in_the_middle_of_a_batch_holds_up_no_other(engines: Engines, tmp_path: Path) -> None:
    """The lock is let go of at once, the batch is finished by whoever looks next, and by one alone."""
    where = [engines.database_url, engines.chroma_url, engines.pictures.as_uri()]
    file = batch(tmp_path, "KILLED", 77)
    killed = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path / "killed"), *where, str(file)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert killed.stdout is not None
    assert killed.stdout.readline() == "embedding\n"
    with engines.open(tmp_path / "one") as one, engines.open(tmp_path / "another") as another:
        assert one.recover(toy_embed).resumed == ()  # it is no crash as long as somebody is at it
        killed.kill()
        killed.communicate()
        with ThreadPoolExecutor(2) as bots:
            told = [*bots.map(lambda bot: bot.recover(toy_embed), (one, another))]
        assert sum(len(each.resumed) for each in told) == 1
        for bot in (one, another):
            assert bot.stock.find("KILLED-1").on_hand == 1
            shown = toy_embed([file.with_suffix(".png").read_bytes()])[0]
            assert bot.search.find(shown).matches[0].item.id == "KILLED"
        assert one.audit().ok


FULL = """
import resource, sys
from pathlib import Path
from catalogue.errors import StoreError
from catalogue.store import Catalogue
from tests.kit.stores import DIMENSION, toy_embed
home, file, room = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])

def fill(pictures):
    # No file may grow beyond this: what is written later fails as on a full disk.
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    return toy_embed(pictures)

with Catalogue.open(home, model_id="toy", dimension=DIMENSION) as catalogue:
    try:
        catalogue.import_batch(file, fill)
    except StoreError as error:
        print(error)
"""


def test_a_full_disk_in_the_middle_of_a_batch(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Catalogue.open(home, model_id="toy", dimension=DIMENSION) as catalogue:
        catalogue.import_batch(batch(tmp_path, "A", 1), toy_embed)
    full = subprocess.run(
        [sys.executable, "-c", FULL, str(home), str(batch(tmp_path, "B", 2)), "4096"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert full.returncode == 0, full.stderr
    assert "doesn't answer" in full.stdout
    assert "Traceback" not in full.stderr
    with Catalogue.open(home, model_id="toy", dimension=DIMENSION) as catalogue:
        catalogue.recover(toy_embed)
        whole(catalogue, items=OR_ABSENT)
        catalogue.import_batch(batch(tmp_path, "B", 2), toy_embed)
        whole(catalogue, items=[2])

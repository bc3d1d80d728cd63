"""What all tests share: the pipeline, whose networks take long to load and to convert, and a bot in a
shop."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock

from bot.building.opening import open_catalogue, open_pipeline
from bot.settings import Settings
from catalogue.database import Database
from catalogue.store import Catalogue
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.bots import Client, ShopBot, settings_in, whole_bot
from tests.kit.servers import chroma_server, postgresql_server
from tests.kit.shop import write_batch
from tests.kit.stores import open_database
from vision.pipeline import PhotoPipeline

# A busy machine is no fault: speed is measured by `make bench`, never by a test.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this run share, for what takes long to make."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def pipeline_home(run_folder: Path) -> Path:
    """The home in which the networks are converted."""
    return run_folder / "pipeline"


@pytest.fixture(scope="session")
def pipeline(run_folder: Path, pipeline_home: Path) -> PhotoPipeline:
    """The pipeline that the bot has, opened once."""
    with FileLock(run_folder / "pipeline.lock"):
        return open_pipeline(settings_in(pipeline_home))


@pytest.fixture(scope="session")
def with_networks(pipeline_home: Path, pipeline: PhotoPipeline) -> Callable[[Path], Path]:
    """Makes another home, with what the pipeline had to convert: nothing if all networks are as shipped."""

    def put(home: Path) -> Path:
        home.mkdir(parents=True, exist_ok=True)
        if (pipeline_home / "networks").is_dir():
            shutil.copytree(pipeline_home / "networks", home / "networks", dirs_exist_ok=True)
        return home

    return put


@pytest.fixture(scope="session")
def with_shop(run_folder: Path, pipeline: PhotoPipeline) -> Callable[[Path], Path]:
    """Puts the catalogue with the small shop into another home: imported once, copied since."""
    made = run_folder / "shop"
    with FileLock(run_folder / "shop.lock"):
        if not made.exists():
            with open_catalogue(settings_in(run_folder / "first" / "home"), pipeline) as opened:
                opened.import_batch(write_batch(run_folder / "first" / "shop.zip"), pipeline.embed_pictures)
            (run_folder / "first").rename(made)  # whole, or not there

    def put(home: Path) -> Path:
        shutil.copytree(made / "home", home, dirs_exist_ok=True)
        return home

    return put


@pytest.fixture(scope="module")
def home(
    tmp_path_factory: pytest.TempPathFactory,
    with_networks: Callable[[Path], Path],
    with_shop: Callable[[Path], Path],
) -> Path:
    """The module's home for bot processes: the networks and the small shop are in it."""
    return with_shop(with_networks(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Those of the bot in the module's shop."""
    return settings_in(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def catalogue(
    settings: Settings, pipeline: PhotoPipeline, with_shop: Callable[[Path], Path]
) -> Iterator[Catalogue]:
    """The module's shop."""
    with_shop(settings.home)
    with open_catalogue(settings, pipeline) as opened:
        yield opened


@pytest.fixture
def empty_catalogue(settings: Settings, pipeline: PhotoPipeline) -> Iterator[Catalogue]:
    """For modules whose tests fill a catalogue of their own, in a home that each has to itself."""
    with open_catalogue(settings, pipeline) as opened:
        yield opened


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty SQLite database."""
    with open_database(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The socket folder of the PostgreSQL server of this process's tests; skips without one."""
    with postgresql_server() as folder:
        yield folder


@pytest.fixture(scope="session")
def chroma() -> Iterator[str]:
    """The URL of the Chroma server that this process's tests share."""
    with chroma_server() as url:
        yield url


@pytest.fixture
async def cloud() -> AsyncIterator[FakeMicrosoft]:
    """Microsoft's part, on loopback."""
    async with FakeMicrosoft() as fake:
        yield fake


@pytest.fixture
async def shop(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> AsyncIterator[ShopBot]:
    """The bot in that shop, running beside that cloud."""
    async with whole_bot(settings, pipeline, catalogue, cloud) as running:
        yield running


@pytest.fixture
def bot(shop: ShopBot) -> Client:
    """What reaches it."""
    return shop.client

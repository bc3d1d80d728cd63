"""What all tests share: the eyes, whose networks take long to load, and longer to convert."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.app import open_eyes
from bot.settings import Settings
from vision.pipeline import PhotoPipeline


@pytest.fixture(scope="session")
def eyes_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home in which the networks are converted."""
    return tmp_path_factory.mktemp("eyes")


@pytest.fixture(scope="session")
def eyes(eyes_home: Path) -> PhotoPipeline:
    """The eyes that the bot has, opened once."""
    return open_eyes(Settings(_env_file=None, home=eyes_home))  # type: ignore[call-arg]


@pytest.fixture(scope="session")
def with_networks(eyes_home: Path, eyes: PhotoPipeline) -> Callable[[Path], Path]:
    """Puts the converted networks into another home, so that a bot process there starts at once."""

    def put(home: Path) -> Path:
        shutil.copytree(eyes_home / "networks", home / "networks", dirs_exist_ok=True)
        return home

    return put

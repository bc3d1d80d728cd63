"""What the settings name, opened: the models, at once or for the first picture; catalogue and database."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from bot.errors import SettingsError

if TYPE_CHECKING:
    # What a command does not open should not cost it time: torch, OpenCV, Chroma and SQLAlchemy take long.
    import numpy as np
    from numpy.typing import NDArray

    from bot.settings import Settings
    from catalogue.database import Database
    from catalogue.store import Catalogue
    from vision.pipeline import PhotoPipeline
    from vision.runtime.identity import Identity

_OTHERS_OPENED = 2
"""Catalogue pictures that may be opened at once, of batches and for cards, beside photos."""


def open_pipeline(settings: Settings) -> PhotoPipeline:
    """The photo pipeline of these settings, which opens photos in processes of their own.

    Raises `CheckpointError`.
    """
    import cv2

    from vision.decoding.processes import DecoderProcesses
    from vision.pipeline import open_pipeline as open_photo_pipeline
    from vision.runtime import checkpoints
    from vision.runtime.conversions import Conversions

    if settings.vision_workers > 1:
        cv2.setNumThreads(1)  # photos are analysed in parallel, where its own threads would spin
    # As many as look at photos at once, so that none waits behind a batch or a card's pictures.
    decoder = DecoderProcesses(most=settings.vision_workers + _OTHERS_OPENED)
    decoder.start(settings.vision_workers)  # they get warm while the networks are loaded
    return open_photo_pipeline(
        decoder=decoder,
        checkpoint=settings.checkpoint or checkpoints.SHIPPED_TIRAMISU,
        backbone=settings.backbone,
        conversions=Conversions(settings.home / "networks"),
    )


class Embedding(Protocol):
    """What a catalogue needs to know of its pipeline."""

    @property
    def model_id(self) -> str:
        """Embeddings of pipelines with the same id can be compared."""

    @property
    def dimension(self) -> int:
        """Length of the embeddings."""

    def verdict_calibration(self) -> dict[str, float]:
        """The shipped calibration for this model; empty without one."""


class PicturePipeline(Embedding, Protocol):
    """What embeds pictures of a catalogue; `vision.pipeline.PhotoPipeline` is one."""

    def check(self, data: bytes, /) -> bytes:
        """Check a picture, and return the file to store. Raises `PhotoError`."""

    def embed_pictures(self, pictures: Sequence[bytes], /) -> NDArray[np.float32]:
        """Embed pictures: (N, D). Raises `PhotoError`."""


class PipelineOnDemand:
    """A `PicturePipeline` that is opened for the first picture: a batch without one waits for no model."""

    def __init__(self, identity: Identity, open_it: Callable[[], PicturePipeline]) -> None:
        self.model_id, self.dimension = identity.model_id, identity.dimension
        self._open, self._opened = open_it, Lock()
        self._pipeline: PicturePipeline | None = None

    def verdict_calibration(self) -> dict[str, float]:
        """See `Embedding`."""
        from vision.runtime.identity import verdict_calibration

        return verdict_calibration(self.model_id)

    def check(self, data: bytes, /) -> bytes:
        """See `PicturePipeline`."""
        return self._get().check(data)

    def embed_pictures(self, pictures: Sequence[bytes], /) -> NDArray[np.float32]:
        """See `PicturePipeline`."""
        if not pictures:
            import numpy as np

            return np.empty((0, self.dimension), np.float32)
        return self._get().embed_pictures(pictures)

    def _get(self) -> PicturePipeline:
        with self._opened:
            if self._pipeline is None:
                self._pipeline = self._open()
                if (self._pipeline.model_id, self._pipeline.dimension) != (self.model_id, self.dimension):
                    raise AssertionError(f"{self._pipeline.model_id} was expected to be {self.model_id}")
            return self._pipeline


def picture_pipeline(settings: Settings) -> PicturePipeline:
    """The pipeline of these settings for pictures of the catalogue; no model is loaded before the first.

    Raises `CheckpointError`.
    """
    from vision.runtime.conversions import Conversions
    from vision.runtime.identity import EFFICIENTNET_LITE0, shipped_identity

    if settings.backbone != EFFICIENTNET_LITE0:  # whose vectors' length is only known once it is loaded
        return open_pipeline(settings)
    identity = shipped_identity(Conversions(settings.home / "networks"))
    return PipelineOnDemand(identity, partial(open_pipeline, settings))


@contextmanager
def readable_home() -> Iterator[None]:
    """What cannot be read or written in the bot's home is told to whoever starts it."""
    try:
        yield
    except OSError as error:
        raise SettingsError(
            f"{error.filename or 'A file'} cannot be read or written ({error.strerror}): make room on the "
            "disk, or give all of HANGTAG_HOME to the user that the bot runs as."
        ) from error


def open_catalogue(settings: Settings, pipeline: Embedding, *, rebuild: bool = False) -> Catalogue:
    """The catalogue of these settings, with an index for what this pipeline sees.

    Raises `StoreError`, also where another pipeline made the index; `rebuild` begins it afresh then.
    """
    from catalogue.calibration import Calibration
    from catalogue.store import Catalogue

    make_home(settings)
    return Catalogue.open(
        settings.home,
        database_url=settings.database_url,
        chroma_url=settings.chroma_url,
        pictures_url=settings.pictures_url,
        model_id=pipeline.model_id,
        dimension=pipeline.dimension,
        calibration=Calibration.from_json(pipeline.verdict_calibration()),
        rebuild=rebuild,
    )


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The database alone: no models, no index, so that an answer takes no seconds. Raises `StoreError`."""
    from catalogue.database import Database, url_in

    make_home(settings)
    database = Database.open(url_in(settings.home, settings.database_url))
    try:
        yield database
    finally:
        database.close()


def make_home(settings: Settings) -> None:
    """Make the folder of all that is kept. Raises `SettingsError` where there can be none."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The folder {settings.home} cannot be made ({error.strerror}): set HANGTAG_HOME to another."
        ) from error
    if not os.access(settings.home, os.W_OK | os.X_OK):
        raise SettingsError(
            f"The folder {settings.home} cannot be written by this user: give it to them, or set "
            "HANGTAG_HOME to another."
        )

"""What the settings name, opened: the models, the catalogue, and the database alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import cv2

from bot.errors import SettingsError
from bot.settings import Settings
from catalogue.database import Database, url_in
from catalogue.search import Calibration
from catalogue.store import Catalogue
from vision.decoding.processes import DecoderProcesses
from vision.pipeline import PhotoPipeline
from vision.pipeline import open_pipeline as open_photo_pipeline
from vision.runtime import checkpoints
from vision.runtime.conversions import Conversions

_OTHERS_OPENED = 2
"""Catalogue pictures that may be opened at once, of batches and for cards, beside photos."""


def open_pipeline(settings: Settings) -> PhotoPipeline:
    """The photo pipeline of these settings, which opens photos in processes of their own.

    Raises `CheckpointError`.
    """
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


def open_catalogue(settings: Settings, pipeline: PhotoPipeline, *, rebuild: bool = False) -> Catalogue:
    """The catalogue of these settings, with an index for what this pipeline sees.

    Raises `StoreError`, also where another pipeline made the index; `rebuild` begins it afresh then.
    """
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

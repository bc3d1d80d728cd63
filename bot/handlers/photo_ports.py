"""What the answer to a photo needs of others: pipeline, a search, and what opens attachments."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.channel import Attachment, Channel, Place
from bot.state.photos import AnalysedPhoto
from catalogue.items import Findings


class PhotoAnalysis(AnalysedPhoto, Protocol):
    """What the handler needs to know of a photo that was looked at; `vision.pipeline.PhotoAnalysis` is
    one."""

    @property
    def confidence(self) -> float:
        """How sure the cut-out is, 0 to 1."""

    @property
    def garment_class(self) -> str | None:
        """What kind of garment it is, where that is known."""

    @property
    def class_confidence(self) -> float:
        """The chance that this class is right, 0 to 1."""

    @property
    def embedding(self) -> NDArray[np.float32]:
        """(D,), of length one."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """What barcodes in the photo say, as far as they could be read."""

    @property
    def ms(self) -> dict[str, float]:
        """Milliseconds of each step."""


class Eyes(Protocol):
    """What looks at a photo; `vision.pipeline.PhotoPipeline` is one. Called on a worker thread."""

    def analyse(self, photo: bytes, /, *, numbers: bool) -> PhotoAnalysis:
        """`numbers`: whether barcodes are read too. Raises `PhotoError` with a sentence for the sender."""

    def read_again(self, photo: bytes, /) -> tuple[str, ...]:
        """Take longer to read the barcodes. Raises `PhotoError`."""


class Search(Protocol):
    """What finds items by a vector. Called on a worker thread."""

    def find(
        self,
        vector: NDArray[np.float32],
        /,
        *,
        top: int = 5,
        garment_class: str | None = None,
        class_confidence: float = 1.0,
        mask_confidence: float = 1.0,
        recognised: bool = True,
    ) -> Findings:
        """The nearest items and what to make of them."""


class Fetcher(Protocol):
    """What opens an attachment; `bot.fetching.attachments.AttachmentFetcher` is one."""

    async def fetch(self, attachment: Attachment, place: Place, channel: Channel, /) -> bytes:
        """Raises `AttachmentError` with a sentence for the sender."""

"""What a photo shows, by likeness and by its tags: one way for the chat and `hangtag find`."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.handlers.photos.garments import Search
from bot.handlers.stock import Stock
from catalogue.errors import UnknownItemError
from catalogue.items import Findings, Item, Verdict
from vision.barcodes import spellings
from vision.pipeline import PhotoAnalysis

BY_NETWORK = frozenset({"tiramisu", "tiramisu+grabcut"})
"""How a garment that the network saw is cut out. Anything has colours that GrabCut can cut along."""


class Pipeline(Protocol):
    """What analyses a photo; `vision.pipeline.PhotoPipeline` is one. Called on a worker thread."""

    def analyse(self, photo: bytes, /, *, numbers: bool) -> PhotoAnalysis:
        """`numbers`: whether barcodes are read too. Raises `PhotoError` with a sentence for the sender."""

    def read_again(self, photo: bytes, /) -> tuple[str, ...]:
        """Take longer to read the barcodes. Raises `PhotoError`."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An item whose barcode is in the photo."""

    item: Item
    read: str
    """The number as the catalogue knows it; several sizes' between commas."""


@dataclass(frozen=True, slots=True)
class PhotoResult:
    """What a photo shows."""

    analysis: PhotoAnalysis
    findings: Findings
    tags: tuple[Tag, ...]
    """The items whose codes were read, in the order of the codes."""
    search_ms: float
    """Milliseconds of the search."""


class PhotoSearch:
    """Answers photos. Blocks: call it on a worker thread."""

    def __init__(self, pipeline: Pipeline, search: Search, stock: Stock) -> None:
        self._pipeline, self._search, self._stock = pipeline, search, stock

    def __call__(self, photo: bytes, *, top: int = 5) -> PhotoResult:
        """Analyse a photo and find the items that it may show.

        Where neither a known number is read nor the match is sure, barcodes are sought a second time. Raises
        `PhotoError`, `StoreError`.
        """
        analysis = self._pipeline.analyse(photo, numbers=True)
        began = time.perf_counter()
        findings = self._search.find(
            analysis.embedding,
            top=top,
            garment_class=analysis.garment_class,
            class_confidence=analysis.class_confidence,
            mask_confidence=analysis.confidence,
            recognised=analysis.segmented_by in BY_NETWORK,
        )
        searched = 1000 * (time.perf_counter() - began)
        tags = self.tags(analysis.numbers)
        if not tags and findings.verdict is not Verdict.IN_CATALOGUE:
            tags = self.tags(self._pipeline.read_again(photo))
        return PhotoResult(analysis, findings, tags, searched)

    def tags(self, numbers: Sequence[str]) -> tuple[Tag, ...]:
        """The items of the numbers that the catalogue knows; a misread one is nobody's."""
        items: dict[str, Item] = {}
        read: dict[str, list[str]] = {}
        for number in numbers:
            for spelling in spellings(number):
                try:
                    item = self._stock.find(spelling)
                except UnknownItemError:
                    continue
                items[item.id] = item
                read.setdefault(item.id, []).append(spelling)
                break
        return tuple(Tag(item, ", ".join(dict.fromkeys(read[item.id]))) for item in items.values())

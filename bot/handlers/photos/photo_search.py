"""What a photo shows, by likeness and by its tags: one way for the chat and `hangtag find`."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.handlers.photos.garments import Search
from bot.handlers.stock import Stock
from catalogue.errors import UnknownItemError
from catalogue.items import Findings, Item, Variant, Verdict
from catalogue.labels import LabelMatch, size_on
from vision.barcodes import spellings
from vision.pipeline import PhotoAnalysis

BY_NETWORK = frozenset({"tiramisu", "tiramisu+grabcut"})
"""How a garment that the network saw is cut out. Anything has colours that GrabCut can cut along."""
COLOUR_LEAD = 0.05
"""By how much one colour of a printed style must be more alike than its other colours, in cosine."""


class Pipeline(Protocol):
    """What analyses a photo; `vision.pipeline.PhotoPipeline` is one. Called on a worker thread."""

    def analyse(self, photo: bytes, /, *, numbers: bool) -> PhotoAnalysis:
        """`numbers`: whether barcodes and print are read too. Raises `PhotoError`."""

    def read_again(self, photo: bytes, /) -> tuple[str, ...]:
        """Take longer to read the barcodes. Raises `PhotoError`."""


class Labels(Protocol):
    """What matches print with the catalogue; `catalogue.labels.Labels` is one. Called on a worker thread."""

    def match(self, lines: Sequence[str], /) -> LabelMatch | None:
        """What the lines of a label name; None if that is nothing the catalogue knows."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An item whose barcode, or whose number in print, is in the photo."""

    item: Item
    read: str
    """The number as the catalogue knows it; several sizes' between commas."""
    printed: bool = False
    """Whether it was read from print."""
    variant: Variant | None = None
    """The size that was read from print."""
    by_likeness: bool = False
    """Whether print named only the style, and likeness chose this colour of it."""

    @property
    def asked(self) -> str:
        """The number of the size that is meant; that of the item if no size was read."""
        return self.read if self.variant is None else self.variant.sku


@dataclass(frozen=True, slots=True)
class PhotoResult:
    """What a photo shows."""

    analysis: PhotoAnalysis
    findings: Findings
    tags: tuple[Tag, ...]
    """The items whose codes or numbers were read. Of a printed style, the colours that may be meant."""
    search_ms: float
    """Milliseconds of the search."""
    size: Variant | None = None
    """The size of the best match that a label names, if there are no tags."""

    @property
    def style(self) -> str:
        """The printed style of which `tags` are the colours that may be meant; empty if there is none."""
        read = {tag.read for tag in self.tags if tag.printed}
        return read.pop() if len(read) == 1 and len(self.tags) > 1 and self.tags[0].printed else ""

    @property
    def compare_colour(self) -> bool:
        """Whether likeness alone chose the colour of what is named. A photo can't tell near shades apart, so
        somebody has to compare it.
        """
        if self.tags:
            return len(self.tags) == 1 and self.tags[0].by_likeness
        return bool(self.findings.matches) and self.findings.verdict.names_an_item

    @property
    def contradicting(self) -> Item | None:
        """The item that the photo surely looks like, if its one tag names another."""
        likely = self.findings.surely
        if len(self.tags) != 1 or not likely:
            return None
        return None if self.tags[0].item.id in {item.id for item in likely} else likely[0]


class PhotoSearch:
    """Answers photos. Blocks: call it on a worker thread."""

    def __init__(
        self, pipeline: Pipeline, search: Search, stock: Stock, labels: Labels | None = None
    ) -> None:
        """Without `labels`, print is of no use."""
        self._pipeline, self._search, self._stock, self._labels = pipeline, search, stock, labels

    def __call__(self, photo: bytes, *, top: int = 5) -> PhotoResult:
        """Analyse a photo and find the items that it may show.

        Where neither a known number is read nor the match is sure, barcodes are sought a second time. A match
        that a tag names is in the catalogue, however little it looks like it; the chance stays that of
        likeness. Raises `PhotoError`, `StoreError`.
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
        label = self._labels.match(analysis.printed) if self._labels and analysis.printed else None
        if not tags and label is None and findings.verdict is not Verdict.IN_CATALOGUE:
            tags = self.tags(self._pipeline.read_again(photo))
        tags = _with_print(tags, label, analysis.printed, findings)
        size = None
        if not tags and findings.matches and findings.verdict in (Verdict.IN_CATALOGUE, Verdict.UNSURE):
            size = size_on(analysis.printed, findings.matches[0].item)
        if len(tags) == 1:
            findings = _named(findings, tags[0].item)
        return PhotoResult(analysis, findings, tags, searched, size)

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


def _named(findings: Findings, tagged: Item) -> Findings:
    """Take what a tag names as certain, if it is the best match or can't be told from it."""
    candidates = findings.one_of or findings.matches[:1]
    named = [match for match in candidates if match.item.id == tagged.id]
    if not named:
        return findings
    rest = (match for match in findings.matches if match.item.id != tagged.id)
    return replace(findings, verdict=Verdict.IN_CATALOGUE, matches=(*named, *rest), one_of=())


def _with_print(
    tags: tuple[Tag, ...], label: LabelMatch | None, lines: Sequence[str], findings: Findings
) -> tuple[Tag, ...]:
    """Add what is printed to the codes: a size that they leave open, or another item."""
    tags = tuple(_sized(tag, lines) for tag in tags)
    if label is None:
        return tags
    if any(tag.item.id in {item.id for item in label.items} for tag in tags):
        return tags
    likely = _likely(label.items, findings) if len(label.items) > 1 and label.kind == "style" else None
    if likely is not None:
        size = size_on(lines, likely, named=False)
        return (*tags, Tag(likely, label.read, printed=True, variant=size, by_likeness=True))
    return tags + tuple(Tag(item, label.read, printed=True, variant=label.variant) for item in label.items)


def _sized(tag: Tag, lines: Sequence[str]) -> Tag:
    numbers = {
        number.casefold() for variant in tag.item.variants for number in (variant.sku, variant.barcode or "")
    }
    if not lines or not numbers.isdisjoint(tag.read.casefold().split(", ")):
        return tag
    return replace(tag, variant=size_on(lines, tag.item, named=False))


def _likely(items: Sequence[Item], findings: Findings) -> Item | None:
    """The one of a style's colours that the photo shows; None if it may be another."""
    ids = {item.id for item in items}
    if findings.one_of:  # a photo can't tell these apart, so only the style may
        either = [match.item for match in findings.one_of if match.item.id in ids]
        return either[0] if len(either) == 1 else None
    alike = [match for match in findings.matches if match.item.id in ids]
    if not alike or findings.verdict not in (Verdict.IN_CATALOGUE, Verdict.UNSURE):
        return None
    if alike[0] is not findings.matches[0]:
        return None
    sure = findings.verdict is Verdict.IN_CATALOGUE
    lead = alike[0].similarity - alike[1].similarity if len(alike) > 1 else COLOUR_LEAD
    return alike[0].item if sure or lead >= COLOUR_LEAD else None

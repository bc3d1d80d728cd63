"""A photo comes in, the card with its SKU and stock goes out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.cards.elements import PictureLink
from bot.cards.matches import CutOut, Turn, matches_card, summary
from bot.cards.notice import fault_card
from bot.cards.photos import Seen, photos_card, photos_summary
from bot.cards.stock import stock_summary, tag_card
from bot.channel import Attachment, Channel, InboundMessage, Place, Reply
from bot.errors import BusyError, UserError
from bot.handlers.stock import Stock
from bot.locales import Words
from bot.photo_queue import PhotoQueue
from catalogue.errors import CatalogueError, UnknownItem
from catalogue.items import Findings, Item, Verdict
from vision.barcodes import numbers_in
from vision.errors import PhotoError

log = logging.getLogger(__name__)

MAX_PHOTOS = 10
"""Answered of one message."""
SUMMED_UP = 4
"""From so many photos on, one card answers them all: a phone cannot scroll through more."""


class Look(Protocol):
    """What the handler needs to know of a photo that was looked at; `vision.pipeline.Look` is one."""

    @property
    def segmented_by(self) -> str:
        """`tiramisu`, `tiramisu+grabcut`, `grabcut` or `whole photo`."""

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


class Eyes(Protocol):
    """What looks at a photo; `vision.pipeline.PhotoPipeline` is one. Called on a worker thread."""

    def look(self, photo: bytes, /) -> Look:
        """Raises `PhotoError` with a sentence for the sender."""


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
    ) -> Findings:
        """The nearest items and what to make of them."""


class Fetcher(Protocol):
    """What opens an attachment; `bot.attachments.AttachmentFetcher` is one."""

    async def fetch(self, attachment: Attachment, place: Place, channel: Channel, /) -> bytes:
        """Raises `AttachmentError` with a sentence for the sender."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a barcode or a printed tag in the photo says."""

    item: Item
    read: str
    """The number as the catalogue knows it."""


class PhotoHandler:
    """Answers each photo of a message with a card of its own, in order; many with one for all.

    What is wrong with one photo is said in its turn and keeps no other from its answer.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        eyes: Eyes,
        search: Search,
        queue: PhotoQueue,
        *,
        stock: Stock,
        link: PictureLink,
        numbers: Callable[[bytes], tuple[str, ...]] = numbers_in,
        keep: Callable[[InboundMessage, Findings], str | None] = lambda message, findings: None,
        top: int = 5,
    ) -> None:
        """`numbers` reads barcodes; `keep` remembers findings by a name, so that people can say whether they
        are right. Both are called on worker threads.
        """
        self._stock = stock
        self._numbers = numbers
        self._keep = keep
        self._fetcher = fetcher
        self._eyes = eyes
        self._search = search
        self._queue = queue
        self._link = link
        self._top = top

    async def __call__(self, message: InboundMessage, channel: Channel, say: Words) -> AsyncIterator[Reply]:
        """The replies to a message with attachments."""
        photos = message.attachments[:MAX_PHOTOS]
        if len(photos) >= SUMMED_UP:
            yield await self._summary(photos, message, channel, say)
        else:
            for number, photo in enumerate(photos, start=1):
                yield await self._answer(photo, message, channel, say, Turn(number, len(photos)))
        if len(message.attachments) > MAX_PHOTOS:
            yield Reply(text=say("too-many-photos", count=MAX_PHOTOS))

    async def _summary(
        self, photos: Sequence[Attachment], message: InboundMessage, channel: Channel, say: Words
    ) -> Reply:
        """One card for all of them."""
        seen: list[Seen] = []
        for photo in photos:
            try:
                _, findings, tag = await self._looked_at(photo, message, channel, say)
                seen.append(Seen(findings, tag.item if tag is not None else None))
            except (UserError, PhotoError, CatalogueError) as fault:
                log.info("photo %d of %d: %s", len(seen) + 1, len(photos), type(fault).__name__)
                seen.append(Seen(fault=str(fault)))
        shown = tuple(dict.fromkeys(one.item.id for one in seen if one.item is not None))
        return Reply(photos_summary(seen, say), photos_card(seen, link=self._link, say=say), shows=shown)

    async def _answer(
        self, photo: Attachment, message: InboundMessage, channel: Channel, say: Words, turn: Turn
    ) -> Reply:
        try:
            look, findings, tag = await self._looked_at(photo, message, channel, say)
        except (UserError, PhotoError, CatalogueError) as fault:
            log.info("photo %d of %d: %s", turn.number, turn.count, type(fault).__name__)
            sentence = str(fault)
            if turn.count > 1:
                sentence = say("photo-fault", number=turn.number, count=turn.count, fault=sentence)
            return Reply(text=sentence, card=fault_card(sentence, say=say))
        if tag is not None:
            return self._by_tag(tag, findings, say)
        cut_out = CutOut(look.segmented_by, look.confidence)
        name = await asyncio.to_thread(self._keep, message, findings)
        card = matches_card(findings, cut_out, link=self._link, say=say, turn=turn, look=name)
        shown = tuple(dict.fromkeys(match.item.id for match in findings.matches))
        return Reply(text=summary(findings, say), card=card, shows=shown)

    async def _looked_at(
        self, photo: Attachment, message: InboundMessage, channel: Channel, say: Words
    ) -> tuple[Look, Findings, Tag | None]:
        if self._queue.full:
            raise BusyError(say("busy"))  # before megabytes are fetched that nobody would look at
        content = await self._fetcher.fetch(photo, message.place, channel)
        return await self._queue.run(lambda: self._look_and_find(content))

    def _by_tag(self, tag: Tag, findings: Findings, say: Words) -> Reply:
        """A tag wins over likeness; where the garment looks surely like another, that is said too."""
        best = findings.matches[0].item if findings.matches else None
        sure = findings.verdict is Verdict.IN_CATALOGUE and best is not None and best.id != tag.item.id
        other = best if sure else None
        card = tag_card(tag.item, read=tag.read, looks_like=other, link=self._link, say=say)
        return Reply(stock_summary(tag.item, tag.read, say), card, shows=(tag.item.id,))

    def _look_and_find(self, content: bytes) -> tuple[Look, Findings, Tag | None]:
        with ThreadPoolExecutor(1) as beside:  # the tag is read while the network looks
            read = beside.submit(self._tag, content)
            look = self._eyes.look(content)
            findings = self._search.find(
                look.embedding,
                top=self._top,
                garment_class=look.garment_class,
                class_confidence=look.class_confidence,
                mask_confidence=look.confidence,
            )
            return look, findings, read.result()

    def _tag(self, content: bytes) -> Tag | None:
        """The first number on the photo that is the catalogue's; a misread one is nobody's."""
        for number in self._numbers(content):
            for written in dict.fromkeys((number, number.removeprefix("0"))):  # UPC-A is an EAN with a zero
                try:
                    return Tag(self._stock.find(written), written)
                except UnknownItem:
                    continue
        return None

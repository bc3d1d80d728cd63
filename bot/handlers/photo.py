"""A photo comes in, the card with its SKU and stock goes out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass

from bot.cards.elements import PictureLink
from bot.cards.matches import CutOut, Turn
from bot.cards.notice import fault_card
from bot.cards.photos import Seen, photos_card, photos_summary
from bot.cards.stock import stock_summary, tag_card
from bot.channel import Attachment, Channel, InboundMessage, Reply
from bot.errors import BusyError, UserError
from bot.handlers.garments import match_reply
from bot.handlers.photo_ports import Eyes, Fetcher, PhotoAnalysis, Search
from bot.handlers.stock import Stock
from bot.locales import Words
from bot.locales.faults import fault_in_words
from bot.state.photos import PhotoSession
from bot.worker_queue import WorkerQueue
from catalogue.errors import CatalogueError, UnknownItemError
from catalogue.items import Findings, Item, Verdict
from vision.errors import PhotoError

log = logging.getLogger(__name__)

MAX_PHOTOS = 10
"""Answered of one message."""
TOLD = 2.0
"""Seconds of waiting from which on people are told how many photos are before theirs."""
SUMMED_UP = 4
"""From so many photos on, one card answers them all: a phone cannot scroll through more."""


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
        pipeline: Eyes,
        search: Search,
        queue: WorkerQueue,
        *,
        stock: Stock,
        link: PictureLink,
        keep: Callable[[InboundMessage, PhotoAnalysis, Findings], PhotoSession] | None = None,
        top: int = 5,
    ) -> None:
        """`keep` remembers what was found, so that people can say whether it is right, and have the photo
        looked at again. It is called on a worker thread.
        """
        self._stock = stock
        self._keep = keep
        self._fetcher = fetcher
        self._pipeline = pipeline
        self._search = search
        self._queue = queue
        self._link = link
        self._top = top

    async def __call__(self, message: InboundMessage, channel: Channel, words: Words) -> AsyncIterator[Reply]:
        """The replies to a message with attachments."""
        photos = message.attachments[:MAX_PHOTOS]
        if self._queue.wait > TOLD and not self._queue.full:
            yield Reply(words("photo-in-line", count=self._queue.ahead), passing=True)
        if len(photos) >= SUMMED_UP:
            yield await self._summary(photos, message, channel, words)
        else:
            for number, photo in enumerate(photos, start=1):
                yield await self._answer(photo, message, channel, words, Turn(number, len(photos)))
        if len(message.attachments) > MAX_PHOTOS:
            yield Reply(text=words("too-many-photos", count=MAX_PHOTOS))

    async def _summary(
        self, photos: Sequence[Attachment], message: InboundMessage, channel: Channel, words: Words
    ) -> Reply:
        """One card for all of them."""
        seen: list[Seen] = []
        for photo in photos:
            try:
                _, findings, tag = await self._looked_at(photo, message, channel, words)
                seen.append(Seen(findings, tag.item if tag is not None else None))
            except (UserError, PhotoError, CatalogueError) as fault:
                log.info("photo %d of %d: %s", len(seen) + 1, len(photos), type(fault).__name__)
                seen.append(Seen(fault=fault_in_words(fault, words)))
        shown = tuple(dict.fromkeys(one.item.id for one in seen if one.item is not None))
        return Reply(
            photos_summary(seen, words), photos_card(seen, link=self._link, words=words), shows=shown
        )

    async def _answer(
        self, photo: Attachment, message: InboundMessage, channel: Channel, words: Words, turn: Turn
    ) -> Reply:
        try:
            look, findings, tag = await self._looked_at(photo, message, channel, words)
        except (UserError, PhotoError, CatalogueError) as fault:
            log.info("photo %d of %d: %s", turn.number, turn.count, type(fault).__name__)
            sentence = fault_in_words(fault, words)
            if turn.count > 1:
                sentence = words("photo-fault", number=turn.number, count=turn.count, fault=sentence)
            return Reply(text=sentence, card=fault_card(sentence, words=words))
        if tag is not None:
            return self._by_tag(tag, findings, message, words)
        cut_out = CutOut(look.segmented_by, look.confidence)
        kept = await self._kept(message, look, findings)
        return match_reply(findings, cut_out, kept, link=self._link, words=words, turn=turn)

    async def _kept(
        self, message: InboundMessage, look: PhotoAnalysis, findings: Findings
    ) -> PhotoSession | None:
        if self._keep is None:
            return None
        try:
            return await asyncio.to_thread(self._keep, message, look, findings)
        except CatalogueError as fault:  # the answer is worth more than the buttons below it
            log.error("a photo could not be kept: %s", fault)
            return None

    async def _looked_at(
        self, photo: Attachment, message: InboundMessage, channel: Channel, words: Words
    ) -> tuple[PhotoAnalysis, Findings, Tag | None]:
        if self._queue.full:
            raise BusyError("busy")  # before megabytes are fetched that nobody would look at
        content = await self._fetcher.fetch(photo, message.place, channel)
        return await self._queue.run(lambda: self._look_and_find(content))

    def _by_tag(self, tag: Tag, findings: Findings, message: InboundMessage, words: Words) -> Reply:
        """A tag wins over likeness; where the garment looks surely like another, that is said too."""
        best = findings.matches[0].item if findings.matches else None
        sure = findings.verdict is Verdict.IN_CATALOGUE and best is not None and best.id != tag.item.id
        other = best if sure else None
        card = tag_card(
            tag.item, read=tag.read, looks_like=other, viewer=message.sender.id, link=self._link, words=words
        )
        return Reply(stock_summary(tag.item, tag.read, words), card, shows=(tag.item.id,))

    def _look_and_find(self, content: bytes) -> tuple[PhotoAnalysis, Findings, Tag | None]:
        look = self._pipeline.look(content, numbers=True)
        findings = self._search.find(
            look.embedding,
            top=self._top,
            garment_class=look.garment_class,
            class_confidence=look.class_confidence,
            mask_confidence=look.confidence,
        )
        return look, findings, self._tag(look.numbers)

    def _tag(self, numbers: tuple[str, ...]) -> Tag | None:
        """The first number on the photo that is the catalogue's; a misread one is nobody's."""
        for number in numbers:
            for written in dict.fromkeys((number, number.removeprefix("0"))):  # UPC-A is an EAN with a zero
                try:
                    return Tag(self._stock.find(written), written)
                except UnknownItemError:
                    continue
        return None

"""A photo comes in, the card with its SKU and stock goes out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence

from bot.cards.elements import PictureLink
from bot.cards.matches import CutOut, Turn
from bot.cards.notice import fault_card
from bot.cards.photos import Seen, photos_card, photos_summary
from bot.cards.stock import stock_summary, tag_card, tags_card, tags_summary
from bot.channel import Attachment, Channel, InboundMessage, Reply
from bot.errors import BusyError, UserError
from bot.handlers.garments import match_reply
from bot.handlers.photo_ports import Eyes, Fetcher, PhotoAnalysis, Search
from bot.handlers.photo_search import PhotoResult, PhotoSearch, Tag
from bot.handlers.stock import Stock
from bot.locales import Words
from bot.locales.faults import fault_in_words
from bot.state.photos import PhotoSession
from bot.worker_queue import WorkerQueue
from catalogue.errors import CatalogueError
from catalogue.items import Findings, Verdict
from vision.errors import PhotoError

log = logging.getLogger(__name__)

MAX_PHOTOS = 10
"""Answered of one message."""
TOLD = 2.0
"""Seconds of waiting from which on people are told how many photos are before theirs."""
SUMMED_UP = 4
"""From so many photos on, one card answers them all: a phone cannot scroll through more."""


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
        self._photo_search = PhotoSearch(pipeline, search, stock)
        self._keep = keep
        self._fetcher = fetcher
        self._queue = queue
        self._link = link
        self._top = top

    async def __call__(self, message: InboundMessage, channel: Channel, say: Words) -> AsyncIterator[Reply]:
        """The replies to a message with attachments."""
        photos = message.attachments[:MAX_PHOTOS]
        if self._queue.wait > TOLD and not self._queue.full:
            yield Reply(say("photo-in-line", count=self._queue.ahead), passing=True)
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
                result = await self._looked_at(photo, message, channel)
                items = [tag.item for tag in result.tags]
                several = tags_summary(items, say) if len(items) > 1 else ""
                seen.append(Seen(result.findings, items[0] if len(items) == 1 else None, several))
            except (UserError, PhotoError, CatalogueError) as fault:
                log.info("photo %d of %d: %s", len(seen) + 1, len(photos), type(fault).__name__)
                seen.append(Seen(fault=fault_in_words(fault, say)))
        shown = tuple(dict.fromkeys(one.item.id for one in seen if one.item is not None))
        return Reply(photos_summary(seen, say), photos_card(seen, link=self._link, say=say), shows=shown)

    async def _answer(
        self, photo: Attachment, message: InboundMessage, channel: Channel, say: Words, turn: Turn
    ) -> Reply:
        try:
            result = await self._looked_at(photo, message, channel)
        except (UserError, PhotoError, CatalogueError) as fault:
            log.info("photo %d of %d: %s", turn.number, turn.count, type(fault).__name__)
            sentence = fault_in_words(fault, say)
            if turn.count > 1:
                sentence = say("photo-fault", number=turn.number, count=turn.count, fault=sentence)
            return Reply(text=sentence, card=fault_card(sentence, say=say))
        if len(result.tags) > 1:
            items = [tag.item for tag in result.tags]
            shows = tuple(item.id for item in items)
            return Reply(tags_summary(items, say), tags_card(items, link=self._link, say=say), shows=shows)
        if result.tags:
            return self._by_tag(result.tags[0], result.findings, message, say)
        analysis, findings = result.analysis, result.findings
        cut_out = CutOut(analysis.segmented_by, analysis.confidence)
        kept = await self._kept(message, analysis, findings)
        return match_reply(findings, cut_out, kept, link=self._link, say=say, turn=turn)

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

    async def _looked_at(self, photo: Attachment, message: InboundMessage, channel: Channel) -> PhotoResult:
        if self._queue.full:
            raise BusyError("busy")  # before megabytes are fetched that nobody would look at
        content = await self._fetcher.fetch(photo, message.place, channel)
        return await self._queue.run(lambda: self._photo_search(content, top=self._top))

    def _by_tag(self, tag: Tag, findings: Findings, message: InboundMessage, say: Words) -> Reply:
        """A tag wins over likeness; where the garment looks surely like another, that is said too."""
        best = findings.matches[0].item if findings.matches else None
        sure = findings.verdict is Verdict.IN_CATALOGUE and best is not None and best.id != tag.item.id
        other = best if sure else None
        card = tag_card(
            tag.item, read=tag.read, looks_like=other, viewer=message.sender.id, link=self._link, say=say
        )
        return Reply(stock_summary(tag.item, tag.read, say), card, shows=(tag.item.id,))

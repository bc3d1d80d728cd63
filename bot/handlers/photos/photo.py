"""A photo comes in, the card with its SKU and stock goes out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Protocol

from bot.cards.elements import PictureLink
from bot.cards.matches import CutOut, PhotoNumber
from bot.cards.notice import fault_card
from bot.cards.photos import PhotoAnswer, photos_card, photos_summary
from bot.cards.stock import stock_summary, tag_card, tags_card, tags_summary
from bot.channel import Attachment, Channel, InboundMessage, Place, Reply, Subject
from bot.errors import BusyError, UserError
from bot.foreign_text import name_of
from bot.handlers.photos.garments import Search, match_reply
from bot.handlers.photos.photo_search import Labels, PhotoResult, PhotoSearch, Pipeline
from bot.handlers.stock import Stock
from bot.locales.faults import fault_in_words
from bot.state.photos import PhotoSession
from bot.turn import Turn
from bot.worker_queue import WorkerQueue
from catalogue.errors import CatalogueError
from catalogue.items import Findings, Verdict
from vision.errors import PhotoError
from vision.pipeline import PhotoAnalysis

log = logging.getLogger(__name__)

MAX_PHOTOS = 10
"""Answered of one message."""
LONG_WAIT = 2.0
"""Seconds of waiting from which on people are told how many photos are before theirs."""
SUMMED_UP = 4
"""From so many photos on, one card answers them all: a phone cannot scroll through more."""


class Fetcher(Protocol):
    """What opens an attachment; `bot.fetching.attachments.AttachmentFetcher` is one."""

    async def fetch(self, attachment: Attachment, place: Place, channel: Channel, /) -> bytes:
        """Raises `AttachmentError` with a sentence for the sender."""


Keep = Callable[[InboundMessage, PhotoAnalysis, Findings], PhotoSession]
"""Remembers what a photo was answered with; `bot.state.photos.PhotoSessions.keep` is one."""


Seen = Callable[[Turn, tuple[str, ...]], Reply | None]
"""Says where the sender is, if the codes in a photo name a place; see `WhereaboutsHandler.seen`."""


class PhotoHandler:
    """Answers each photo of a message with a card of its own, in order; many with one for all.

    What is wrong with one photo is said in its place and keeps no other from its answer.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        pipeline: Pipeline,
        search: Search,
        queue: WorkerQueue,
        *,
        stock: Stock,
        labels: Labels | None = None,
        link: PictureLink,
        keep: Keep | None = None,
        whereabouts: Seen | None = None,
        top: int = 5,
    ) -> None:
        """With `keep`, people can say whether the answer is right, and have the photo analysed again. It is
        called on a worker thread, as `whereabouts` is.
        """
        self._photo_search = PhotoSearch(pipeline, search, stock, labels)
        self._keep = keep
        self._whereabouts = whereabouts
        self._fetcher = fetcher
        self._queue = queue
        self._link = link
        self._top = top

    async def answer(self, turn: Turn) -> AsyncIterator[Reply]:
        """The replies to a message with photos."""
        attachments = turn.message.attachments
        photos = attachments[:MAX_PHOTOS]
        if self._queue.wait > LONG_WAIT and not self._queue.full:
            yield Reply(turn.words("photo-in-line", count=self._queue.ahead), passing=True)
        if len(photos) >= SUMMED_UP:
            yield await self._summary(turn, photos)
        else:
            for number, photo in enumerate(photos, start=1):
                for reply in await self._answer(turn, photo, PhotoNumber(number, len(photos))):
                    yield reply
        if len(attachments) > MAX_PHOTOS:
            yield Reply(turn.words("too-many-photos", count=MAX_PHOTOS))

    async def _summary(self, turn: Turn, photos: Sequence[Attachment]) -> Reply:
        """One card for all of them."""
        answers: list[PhotoAnswer] = []
        for photo in photos:
            try:
                result = await self.analysed(turn, photo)
                tagged = [tag.item for tag in result.tags]
                several = tags_summary(tagged, turn.words, style=result.style) if len(tagged) > 1 else ""
                item = tagged[0] if len(tagged) == 1 else None
                answers.append(PhotoAnswer(result.findings, item, several, result.compare_colour))
            except (UserError, PhotoError, CatalogueError) as fault:
                log.info("photo %d of %d: %s", len(answers) + 1, len(photos), type(fault).__name__)
                answers.append(PhotoAnswer(fault=fault_in_words(fault, turn.words)))
        items = tuple(dict.fromkeys(one.item.id for one in answers if one.item is not None))
        card = photos_card(answers, link=self._link, words=turn.words)
        return Reply(photos_summary(answers, turn.words), card, shows=items)

    async def _answer(self, turn: Turn, photo: Attachment, nth: PhotoNumber) -> list[Reply]:
        """The place that the photo names, and the garment that it shows; a shelf's code needs no garment."""
        try:
            result = await self.analysed(turn, photo)
            here = await self._place(turn, result)
            if here is not None and not result.tags and result.findings.verdict is not Verdict.IN_CATALOGUE:
                return [here]
            answer = await self._shown(turn, result, nth)
            return [answer] if here is None else [here, answer]
        except (UserError, PhotoError, CatalogueError) as fault:
            log.info("photo %d of %d: %s", nth.number, nth.count, type(fault).__name__)
            sentence = fault_in_words(fault, turn.words)
            if nth.count > 1:
                sentence = turn.words("photo-fault", number=nth.number, count=nth.count, fault=sentence)
            return [Reply(sentence, fault_card(sentence, words=turn.words))]

    async def _place(self, turn: Turn, result: PhotoResult) -> Reply | None:
        numbers = result.analysis.numbers
        if self._whereabouts is None or not numbers:
            return None
        return await asyncio.to_thread(self._whereabouts, turn, numbers)

    async def _shown(self, turn: Turn, result: PhotoResult, nth: PhotoNumber) -> Reply:
        if len(result.tags) > 1:
            items = [tag.item for tag in result.tags]
            card = tags_card(items, style=result.style, link=self._link, words=turn.words)
            text = tags_summary(items, turn.words, style=result.style)
            return Reply(text, card, shows=tuple(item.id for item in items))
        if result.tags:
            return self._by_tag(turn, result)
        analysis, findings = result.analysis, result.findings
        cut_out = CutOut(analysis.segmented_by, analysis.confidence)
        session = await self._session(turn, analysis, findings)
        return match_reply(
            findings, cut_out, session, link=self._link, words=turn.words, photo=nth, size=result.size
        )

    async def _session(self, turn: Turn, analysis: PhotoAnalysis, findings: Findings) -> PhotoSession | None:
        if self._keep is None:
            return None
        try:
            return await asyncio.to_thread(self._keep, turn.message, analysis, findings)
        except CatalogueError as fault:  # the answer is worth more than the buttons below it
            log.error("a photo could not be kept: %s", fault)
            return None

    async def analysed(self, turn: Turn, photo: Attachment) -> PhotoResult:
        """What a photo shows. Raises `UserError`, `PhotoError`, `StoreError`."""
        if self._queue.full:
            raise BusyError("busy")  # before megabytes are fetched that nobody would look at
        content = await self._fetcher.fetch(photo, turn.message.place, turn.channel)
        return await self._queue.run(lambda: self._photo_search(content, top=self._top))

    def _by_tag(self, turn: Turn, result: PhotoResult) -> Reply:
        """A tag wins over likeness; where the garment looks surely like another, that is said too."""
        tag, other = result.tags[0], result.contradicting
        card = tag_card(
            tag.item,
            read=tag.asked,
            printed=tag.printed,
            sized=tag.variant is not None,
            by_likeness=tag.by_likeness,
            looks_like=other,
            viewer=turn.person.id,
            link=self._link,
            words=turn.words,
        )
        subject = Subject(tag.item.id, name_of(tag.item), sure=other is None)
        text = stock_summary(tag.item, tag.asked, turn.words)
        if tag.by_likeness:
            text = f"{text}. {turn.words('compare-colour')}"
        return Reply(text, card, shows=(tag.item.id,), subject=subject)

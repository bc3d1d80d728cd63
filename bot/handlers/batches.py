"""Batches through the chat: files come in, a card says what they would change, and buttons act on it."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar

from bot.cards.batch_diff import diff_card, diff_summary
from bot.cards.batch_done import done_card, done_summary, over_card
from bot.cards.batch_progress import progress_card
from bot.cards.elements import PictureLink
from bot.channel import Attachment, Channel, InboundMessage, Place, Reply
from bot.delivery.card_places import CardPlace, CardPlaces
from bot.delivery.live_card import EVERY, LiveCard, Meter
from bot.errors import BotError, BusyError, DeliveryError, UserError
from bot.fetching.picture_links import allowed_links
from bot.links.downloads import Downloads
from bot.locales import Words, words_for
from bot.locales.faults import in_words
from bot.state.people import called
from bot.worker_queue import WorkerQueue
from catalogue.batches.applying.staged import StagedBatch
from catalogue.batches.report import report_csv
from catalogue.database import BatchRecord
from catalogue.errors import BatchError, CatalogueError, UnknownBatchError
from catalogue.messages import Sentence
from catalogue.modes import Mode, State
from catalogue.progress import Embed, Progress, silent
from catalogue.store import Catalogue
from vision.errors import PhotoError

log = logging.getLogger(__name__)

T = TypeVar("T")

MAX_FILES = 10
"""Of one message."""
AFTER = 1.0
"""Seconds of reading from which on progress is shown."""


class FileFetcher(Protocol):
    """What fetches files; `bot.fetching.attachments.AttachmentFetcher` is one."""

    async def save(self, attachment: Attachment, place: Place, channel: Channel, out: BinaryIO, /) -> None:
        """Write the content into `out`. Raises `AttachmentError` with a sentence for the sender."""


class BatchHandler:
    """Stages, applies, discards and undoes. Whether the sender may is asked before, in `CatalogueHandler`.

    Work runs on the threads of `jobs`, one at a time as the catalogue wants it.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        embed: Embed,
        fetcher: FileFetcher,
        jobs: WorkerQueue,
        *,
        picture_reader: Callable[[bytes], object],
        downloads: Downloads,
        places: CardPlaces,
        link: PictureLink,
        picture_hosts: Collection[str] = (),
        every: float = EVERY,
    ) -> None:
        """`picture_reader`: raises for what is no usable picture.

        `picture_hosts`: where batches may fetch pictures from.

        `every`: seconds at least between two changes of a card.
        """
        self._catalogue = catalogue
        self._embed = embed
        self._fetcher = fetcher
        self._jobs = jobs
        self._picture_reader = picture_reader
        self._downloads = downloads
        self._places = places
        self._link = link
        self._picture_hosts = picture_hosts
        self._every = every
        self._in_work: set[int] = set()

    def live(self, message: InboundMessage, channel: Channel) -> LiveCard:
        """The card whose button was pressed, or a new one."""
        pressed = message.reply_to if message.kind == "action" else None
        return LiveCard(channel, message.place, message_id=pressed, every=self._every)

    async def work(
        self, live: LiveCard, title: str, do: Callable[[Meter], T], words: Words, *, after: float = AFTER
    ) -> T:
        """Do something on a worker thread, with its progress on a card. Raises `BusyError`."""
        if self._jobs.full:
            raise BusyError("catalogue-busy")
        meter = Meter()

        def draw() -> Reply:
            return Reply(title, progress_card(title, *meter.reading, words=words))

        return await live.follow(self._jobs.run(lambda: do(meter)), draw, after=after)

    # What the chat asks for

    async def upload(self, message: InboundMessage, mode: Mode, channel: Channel, words: Words) -> None:
        """Stage the files of a message as one batch and show what it would change."""
        if len(message.attachments) > MAX_FILES:
            raise UserError("catalogue-too-many-files", count=MAX_FILES)
        if self._jobs.full:
            raise BusyError("catalogue-busy")  # before megabytes are fetched
        with tempfile.TemporaryDirectory(prefix="hangtag-batch-", ignore_cleanup_errors=True) as folder:
            files = await self._fetched(message, channel, Path(folder), words)
            await self.propose(files, mode, message, channel, words)

    async def propose(
        self,
        files: Sequence[tuple[str, bytes | Path]],
        mode: Mode,
        message: InboundMessage,
        channel: Channel,
        words: Words,
    ) -> StagedBatch:
        """Stage files as one batch and show what it would change, on a new card."""
        by = called(message.sender)
        live = LiveCard(channel, message.place, every=self._every)
        staged = await self.work(
            live, words("progress-upload"), lambda meter: self._staged(files, mode, by, meter), words
        )
        log.info("batch %d (%s) of %s: %s", staged.id, mode, message.sender.object_id, staged.record.state)
        await live.show(await asyncio.to_thread(self._difference, staged, words))
        return staged

    async def apply_at_once(
        self, files: Sequence[tuple[str, bytes | Path]], message: InboundMessage, words: Words
    ) -> int:
        """Apply small files with nobody asked in between; the batch's number, 0 where nothing is new.

        Raises `BusyError`, and `UserError` with what is wrong with the files.
        """
        if self._jobs.full:
            raise BusyError("catalogue-busy")
        by = called(message.sender)

        def do() -> int:
            staged = self._staged(files, Mode.UPSERT, by)
            if staged.plan is None:
                fault = staged.record.fault
                raise BatchError(fault) if fault else UserError("work-failed", batch=str(staged.id))
            if not staged.plan.news:
                return 0
            self._catalogue.apply_staged(staged.id, self._embed, by=by)
            return staged.id

        return await self._jobs.run(do)

    async def apply(self, batch: int, message: InboundMessage, channel: Channel, words: Words) -> None:
        """Apply a staged batch; its card shows how far it is, and then what was done."""
        record = await asyncio.to_thread(self._catalogue.database.ledger.record, batch)
        if message.again and record.state in (State.APPLYING, State.APPLIED):
            return  # `recover` tells so on its card
        self._refuse_in_work(batch, words)
        if record.state is not State.STAGED:
            raise UserError("batch-not-waiting", batch=str(batch), state=record.state.value)
        by = called(message.sender)

        def apply(meter: Meter) -> Sentence | None:
            return self._catalogue.apply_staged(batch, self._embed, by=by, progress=meter).audit.fault

        log.info("batch %d is applied by %s", batch, message.sender.object_id)
        await self._changed(batch, words("progress-apply", batch=str(batch)), apply, message, channel, words)

    async def latest(self, words: Words) -> Reply:
        """The batch that would be undone first, with the button that does it."""
        undoable = await asyncio.to_thread(self._catalogue.undoable)
        if not undoable:
            raise UserError("catalogue-nothing-to-undo")
        return await asyncio.to_thread(self._standing, undoable[0], words)

    async def undo(self, batch: int, message: InboundMessage, channel: Channel, words: Words) -> None:
        """Undo an applied batch."""
        undoable = await asyncio.to_thread(self._catalogue.undoable)
        record = await asyncio.to_thread(self._catalogue.database.ledger.record, batch)
        if message.again and record.state is State.UNDONE:
            return  # `recover` tells so on its card
        self._refuse_in_work(batch, words)
        if batch not in undoable:
            raise UserError("batch-not-undoable", batch=str(batch), state=record.state.value)
        number, by = batch, called(message.sender)

        def undo(meter: Meter) -> Sentence | None:
            return self._catalogue.undo(number, self._embed, by=by, progress=meter).audit.fault

        log.info("batch %d is undone by %s", number, message.sender.object_id)
        await self._changed(number, words("progress-undo", batch=str(number)), undo, message, channel, words)

    async def discard(self, batch: int, message: InboundMessage, channel: Channel, words: Words) -> None:
        """Forget a staged batch."""
        self._refuse_in_work(batch, words)
        by = called(message.sender)
        await self._jobs.run(lambda: self._catalogue.discard(batch, by=by))
        await self.live(message, channel).show(await asyncio.to_thread(self._standing, batch, words))

    async def recover(self, bound: Callable[[str], Channel]) -> None:
        """Finish or roll back what a stop has cut off, and bring the cards of it up to date.

        `bound` gives a channel whose cards can be pressed by that person; by anybody there where it is "".
        """
        try:
            await self._jobs.run(lambda: self._catalogue.recover(self._embed))
        except (CatalogueError, BotError) as fault:
            log.error("what was cut off could not be finished: %s", fault)
            return
        for card in await asyncio.to_thread(self._places.all):
            if card.batch in self._in_work:
                continue
            try:
                await self._bring_up_to_date(card, bound(card.person))
            except (CatalogueError, BotError) as fault:  # which keeps no other card from it
                log.error("the card of batch %d could not be brought up to date: %s", card.batch, fault)
                if _is_over(fault):
                    await asyncio.to_thread(self._places.drop, card.batch)

    # How it is done

    async def _bring_up_to_date(self, card: CardPlace, channel: Channel) -> None:
        live = LiveCard(channel, card.place, message_id=card.message_id, every=self._every)
        await live.show(await asyncio.to_thread(self._standing, card.batch, words_for(card.locale)))
        await asyncio.to_thread(self._places.drop, card.batch)

    def _staged(
        self, files: Sequence[tuple[str, bytes | Path]], mode: Mode, by: str, progress: Progress = silent
    ) -> StagedBatch:
        """Files as a batch, which is let go at once where it says nothing new. Blocks."""
        with allowed_links(self._picture_hosts) as fetch:
            staged = self._catalogue.stage(
                files,
                mode=mode,
                by=by,
                embed=self._embed,
                fetch=fetch,
                picture_reader=self._picture_reader,
                progress=progress,
            )
        if staged.plan is not None and not staged.plan.news:
            self._catalogue.discard(staged.id, by=by)
        return staged

    async def _fetched(
        self, message: InboundMessage, channel: Channel, folder: Path, words: Words
    ) -> Sequence[tuple[str, Path]]:
        files = []
        for number, attachment in enumerate(message.attachments, start=1):
            path = folder / str(number)  # a name from outside is none for a path
            with path.open("wb") as out:
                await self._fetcher.save(attachment, message.place, channel, out)
            files.append((attachment.name or words("catalogue-file", number=str(number)), path))
        return files

    async def _changed(
        self,
        batch: int,
        title: str,
        do: Callable[[Meter], Sentence | None],
        message: InboundMessage,
        channel: Channel,
        words: Words,
    ) -> None:
        """Change the catalogue, on one card; after a fault that stands as the batch does, with its buttons.

        A stop of the bot in the middle leaves the card's place behind, for `recover`.
        """
        live = self.live(message, channel)
        with self._working_on(batch):
            try:
                await live.show(Reply(title, progress_card(title, "", 0, 0, words=words)))
                await self._remember(batch, live, message)
                fault = await self.work(live, title, do, words, after=self._every)
                standing = await asyncio.to_thread(self._standing, batch, words, fault)
            except (CatalogueError, PhotoError, UserError):
                await live.show(await self._standing_or_sentence(batch, words))
                await asyncio.to_thread(self._places.drop, batch)
                raise
            except Exception:  # a bug: the card must not promise that it goes on
                await live.show(Reply(words("work-failed", batch=str(batch))))
                await asyncio.to_thread(self._places.drop, batch)
                raise
        await live.show(standing)
        await asyncio.to_thread(self._places.drop, batch)

    async def _remember(self, batch: int, live: LiveCard, message: InboundMessage) -> None:
        if live.message_id:
            card = CardPlace(batch, message.place, live.message_id, message.locale, message.sender.key)
            await asyncio.to_thread(self._places.keep, card)

    async def _standing_or_sentence(self, batch: int, words: Words) -> Reply:
        try:
            return await asyncio.to_thread(self._standing, batch, words)
        except (CatalogueError, UserError):  # the database does not answer, or there is no room for a list
            return Reply(words("work-failed", batch=str(batch)))

    def _standing(self, batch: int, words: Words, fault: Sentence | None = None) -> Reply:
        """A batch as it stands, with the buttons that go with it. Blocks."""
        record: BatchRecord = self._catalogue.database.ledger.record(batch)
        summary = done_summary(record, words)
        if record.state in (State.STAGED, State.APPLYING):
            return self._difference(self._catalogue.staged(batch), words)
        if record.state is State.APPLIED:
            undoable = batch in self._catalogue.undoable()
            return Reply(summary, done_card(record, undoable=undoable, fault=fault, words=words))
        return Reply(summary, over_card(record, words=words))

    def _difference(self, staged: StagedBatch, words: Words) -> Reply:
        """What a batch would change, with its whole list kept for download. Blocks."""
        kept = self._downloads.keep(
            f"batch-{staged.id}.csv",
            lambda out: out.write(report_csv(staged, lambda told: in_words(told, words))),
        )
        card = diff_card(staged, report=kept.link, link=self._link, words=words)
        return Reply(diff_summary(staged, words), card)

    def _refuse_in_work(self, batch: int, words: Words) -> None:
        if batch in self._in_work:
            raise UserError("batch-in-work", batch=str(batch))

    @contextmanager
    def _working_on(self, batch: int) -> Iterator[None]:
        self._in_work.add(batch)
        try:
            yield
        finally:
            self._in_work.discard(batch)


def _is_over(fault: Exception) -> bool:
    """Whether a card can never be brought up to date: nobody reads it, or its batch is not known."""
    if isinstance(fault, DeliveryError):
        return not fault.for_now
    return isinstance(fault, UnknownBatchError)

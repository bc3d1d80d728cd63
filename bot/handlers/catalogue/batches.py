"""Batches through the chat: files come in, a card says what they would change, and buttons act on it."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from bot.cards.batch_progress import progress_card
from bot.channel import Attachment, Channel, Place, Reply
from bot.delivery.card_places import CardPlace, CardPlaces
from bot.delivery.live_card import LiveCard, Meter
from bot.errors import BotError, DeliveryError, UserError
from bot.handlers.catalogue.batch_cards import BatchCards
from bot.handlers.catalogue.jobs import Jobs
from bot.handlers.catalogue.staging import Files, Staging
from bot.locales import words_for
from bot.state.people import called
from bot.turn import Turn
from catalogue.batches.applying.staged import StagedBatch
from catalogue.errors import CatalogueError, UnknownBatchError
from catalogue.messages import Message
from catalogue.modes import Mode, State
from catalogue.progress import Embed
from catalogue.store import Catalogue
from vision.errors import PhotoError

log = logging.getLogger(__name__)

MAX_FILES = 10
"""Of one message."""


class FileFetcher(Protocol):
    """What fetches files; `bot.fetching.attachments.AttachmentFetcher` is one."""

    async def save(self, attachment: Attachment, place: Place, channel: Channel, out: BinaryIO, /) -> None:
        """Write the content into `out`. Raises `AttachmentError` with a sentence for the sender."""


class BatchHandler:
    """Stages, applies, discards and undoes; the answers go out as cards that change."""

    def __init__(
        self,
        catalogue: Catalogue,
        embed: Embed,
        fetcher: FileFetcher,
        *,
        staging: Staging,
        jobs: Jobs,
        cards: BatchCards,
        places: CardPlaces,
    ) -> None:
        self._catalogue = catalogue
        self._embed = embed
        self._fetcher = fetcher
        self._staging = staging
        self._jobs = jobs
        self._cards = cards
        self._places = places
        self._in_work: set[int] = set()

    async def upload(self, turn: Turn, mode: Mode = Mode.UPSERT, *, all_places: bool = False) -> None:
        """Stage the files of a message as one batch and show what it would change.

        `all_places`: of mode `stock`, it names all places of its SKUs.
        """
        if len(turn.message.attachments) > MAX_FILES:
            raise UserError("catalogue-too-many-files", count=MAX_FILES)
        self._jobs.refuse_if_full()  # before megabytes are fetched
        with tempfile.TemporaryDirectory(prefix="hangtag-batch-", ignore_cleanup_errors=True) as folder:
            files = await self._fetched(turn, Path(folder))
            await self.propose(turn, files, mode, all_places=all_places)

    async def propose(self, turn: Turn, files: Files, mode: Mode, *, all_places: bool = False) -> StagedBatch:
        """Stage files as one batch and show what it would change, on a new card."""
        by, words = called(turn.person), turn.words
        live = self._jobs.card(turn.channel, turn.message.place)
        staged = await self._jobs.show(
            live,
            words("progress-upload"),
            lambda meter: self._staging.stage(
                files, mode, by, meter, skip_faulty=True, all_places=all_places
            ),
            words,
        )
        log.info("batch %d (%s) of %s: %s", staged.id, mode, turn.person.object_id, staged.record.state)
        await live.show(await asyncio.to_thread(self._cards.difference, staged, words))
        return staged

    async def apply_at_once(self, turn: Turn, files: Files) -> int:
        """Apply small files with nobody asked in between; the batch's number, 0 where nothing is new.

        Raises `BusyError`, and `UserError` or `BatchError` with what is wrong with the files.
        """
        self._jobs.refuse_if_full()
        return await self._jobs.run(lambda: self._staging.apply_at_once(files, called(turn.person)))

    async def apply(self, turn: Turn, batch: int) -> None:
        """Apply a staged batch; its card shows how far it is, and then what was done."""
        record = await asyncio.to_thread(self._catalogue.ledger.record, batch)
        if turn.message.again and record.state in (State.APPLYING, State.APPLIED):
            return  # `recover` reports it on its card
        self._refuse_in_work(batch)
        if record.state is not State.STAGED:
            raise UserError("batch-not-waiting", batch=str(batch), state=record.state.value)
        by = called(turn.person)

        def apply(meter: Meter) -> Message | None:
            return self._catalogue.apply_staged(batch, self._embed, by=by, progress=meter).audit.fault

        log.info("batch %d is applied by %s", batch, turn.person.object_id)
        await self._changed(turn, batch, turn.words("progress-apply", batch=str(batch)), apply)

    async def undo(self, turn: Turn, batch: int) -> None:
        """Undo an applied batch."""
        undoable = await asyncio.to_thread(self._catalogue.undoable)
        record = await asyncio.to_thread(self._catalogue.ledger.record, batch)
        if turn.message.again and record.state is State.UNDONE:
            return  # `recover` reports it on its card
        self._refuse_in_work(batch)
        if batch not in undoable:
            raise UserError("batch-not-undoable", batch=str(batch), state=record.state.value)
        by = called(turn.person)

        def undo(meter: Meter) -> Message | None:
            return self._catalogue.undo(batch, self._embed, by=by, progress=meter).audit.fault

        log.info("batch %d is undone by %s", batch, turn.person.object_id)
        await self._changed(turn, batch, turn.words("progress-undo", batch=str(batch)), undo)

    async def discard(self, turn: Turn, batch: int) -> None:
        """Forget a staged batch."""
        self._refuse_in_work(batch)
        by = called(turn.person)
        await self._jobs.run(lambda: self._catalogue.discard(batch, by=by))
        standing = await asyncio.to_thread(self._cards.standing, batch, turn.words)
        await self._jobs.card_of(turn).show(standing)

    async def recover(self, bound: Callable[[str], Channel]) -> None:
        """Finish or roll back what a stop has cut off, and bring the cards of it up to date.

        `bound` gives a channel whose cards can be pressed by that person; by anybody there where it is "".
        """
        try:
            recovered = await self._jobs.run(lambda: self._catalogue.recover(self._embed))
        except (CatalogueError, BotError) as fault:
            log.error("what was cut off could not be finished: %s", fault)
            return
        if recovered.busy:  # the card may be that of a batch which another bot is applying
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

    async def _bring_up_to_date(self, card: CardPlace, channel: Channel) -> None:
        live = self._jobs.card(channel, card.place, message_id=card.message_id)
        await live.show(await asyncio.to_thread(self._cards.standing, card.batch, words_for(card.locale)))
        await asyncio.to_thread(self._places.drop, card.batch)

    async def _fetched(self, turn: Turn, folder: Path) -> Sequence[tuple[str, Path]]:
        files = []
        for number, attachment in enumerate(turn.message.attachments, start=1):
            path = folder / str(number)  # a name from outside is none for a path
            with path.open("wb") as out:
                await self._fetcher.save(attachment, turn.message.place, turn.channel, out)
            files.append((attachment.name or turn.words("catalogue-file", number=str(number)), path))
        return files

    async def _changed(
        self, turn: Turn, batch: int, title: str, work: Callable[[Meter], Message | None]
    ) -> None:
        """Change the catalogue, on one card; after a fault that stands as the batch does, with its buttons.

        A stop of the bot in the middle leaves the card's place behind, for `recover`.
        """
        live, words = self._jobs.card_of(turn), turn.words
        with self._working_on(batch):
            try:
                await live.show(Reply(title, progress_card(title, "", 0, 0, words=words)))
                await self._remember(turn, batch, live)
                fault = await self._jobs.show(live, title, work, words, after=self._jobs.every)
                standing = await asyncio.to_thread(self._cards.standing, batch, words, fault)
            except (CatalogueError, PhotoError, UserError):
                await live.show(await asyncio.to_thread(self._cards.standing_or_sentence, batch, words))
                await asyncio.to_thread(self._places.drop, batch)
                raise
            except Exception:  # a bug: the card must not promise that it goes on
                await live.show(Reply(words("work-failed", batch=str(batch))))
                await asyncio.to_thread(self._places.drop, batch)
                raise
        await live.show(standing)
        await asyncio.to_thread(self._places.drop, batch)

    async def _remember(self, turn: Turn, batch: int, live: LiveCard) -> None:
        if live.message_id:
            message = turn.message
            card = CardPlace(batch, message.place, live.message_id, message.locale, turn.person.key)
            await asyncio.to_thread(self._places.keep, card)

    def _refuse_in_work(self, batch: int) -> None:
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

"""The catalogue kept through the chat: who may, and which word does what."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import PurePath

from bot.cards.catalogue_item import item_card
from bot.cards.catalogue_status import (
    audit_card,
    audit_summary,
    duplicates_card,
    export_card,
    export_summary,
    status_card,
)
from bot.cards.elements import PictureLink
from bot.cards.history import history_card
from bot.channel import Attachment, Channel, InboundMessage, Reply
from bot.delivery.live_card import Meter
from bot.demo import EXAMPLE_SKU
from bot.errors import ForbiddenError, UserError
from bot.foreign_text import name_of, plain
from bot.handlers.batches import BatchHandler
from bot.links.downloads import Downloads
from bot.locales import Words
from bot.state.people import People
from bot.state.sites import Site
from catalogue.batches.export import Exported
from catalogue.modes import Mode
from catalogue.progress import Embed
from catalogue.store import Catalogue

ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".zip"})
"""Of files that are taken for a batch without a word."""
HISTORY = 15
BUTTONS = frozenset({"batch-apply", "batch-discard", "batch-undo", "catalogue-repair"})

_COMMAND = re.compile(r"/?catalog(?:ue)?\b[\s:]*(.*)", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"[0-9]{1,9}")


def command_of(message: InboundMessage) -> str | None:
    """What follows the word `catalogue`; None where the message does not begin with it."""
    found = _COMMAND.fullmatch(message.text.replace("\xa0", " ").strip())
    return found[1].strip() if found else None


def is_batch_file(attachment: Attachment) -> bool:
    """Whether a file is taken for a batch without a word."""
    return not attachment.needs_token and PurePath(attachment.name).suffix.lower() in ENDINGS


class CatalogueHandler:
    """Answers admins alone, in the personal chat alone; raises `ForbiddenError` for anybody else."""

    def __init__(
        self,
        catalogue: Catalogue,
        embed: Embed,
        batches: BatchHandler,
        *,
        admins: People,
        downloads: Downloads,
        link: PictureLink,
        sites: Callable[[], Sequence[Site]] = lambda: (),
    ) -> None:
        self._catalogue = catalogue
        self._embed = embed
        self._batches = batches
        self._admins = admins
        self._downloads = downloads
        self._link = link
        self._sites = sites

    def may(self, message: InboundMessage) -> bool:
        """Whether the sender is answered here."""
        return self._admins.may(message)

    async def typed(
        self, asked: str, message: InboundMessage, channel: Channel, words: Words
    ) -> AsyncIterator[Reply]:
        """The reply to `catalogue …`; none where the answer goes out as a card that changes."""
        self._admit(message, words)
        word, _, rest = asked.partition(" ")
        reply = await self._answer(word.casefold(), rest.strip(), message, channel, words)
        if reply is not None:
            yield reply

    async def uploaded(self, message: InboundMessage, channel: Channel, words: Words) -> AsyncIterator[Reply]:
        """The answer to tables and archives that came with no word for us, which goes out as a card."""
        async for reply in self.typed("upload", message, channel, words):
            yield reply

    async def pressed(
        self, does: str, number: str, message: InboundMessage, channel: Channel, words: Words
    ) -> AsyncIterator[Reply]:
        """The answer to a button of one of our cards; what the button carries is a number and no more."""
        self._admit(message, words)
        if does == "catalogue-repair":
            await self._audit(message, channel, words, repair=True)
        elif not _NUMBER.fullmatch(number):
            yield Reply(words("button-outdated"))
        elif does == "batch-apply":
            await self._batches.apply(int(number), message, channel, words)
        elif does == "batch-discard":
            await self._batches.discard(int(number), message, channel, words)
        else:
            await self._batches.undo(int(number), message, channel, words)

    def _admit(self, message: InboundMessage, words: Words) -> None:
        if not self._admins.may(message):
            raise ForbiddenError("catalogue-forbidden")
        if message.place.kind != "personal":
            raise UserError("catalogue-personal-only")

    async def _answer(
        self, word: str, rest: str, message: InboundMessage, channel: Channel, words: Words
    ) -> Reply | None:
        """The reply, or None where the answer went out as a card that changes."""
        match word, rest:
            case ("upload" | "import", _):
                await self._upload(rest, message, channel, words)
            case ("undo", ""):
                return await self._batches.latest(words)
            case ("undo", number) if _NUMBER.fullmatch(number):
                await self._batches.undo(int(number), message, channel, words)
            case ("audit", ""):
                await self._audit(message, channel, words)
            case ("duplicates", ""):
                await self._duplicates(message, channel, words)
            case ("export", "" | "csv" | "zip"):
                await self._export(rest or "csv", message, channel, words)
            case ("status", ""):
                status = await asyncio.to_thread(self._catalogue.status)
                sites = await asyncio.to_thread(self._sites)
                return Reply(words("status-title"), status_card(status, sites, words=words))
            case ("history", ""):
                return await asyncio.to_thread(self._history, words)
            case ("item", ""):
                raise UserError("catalogue-which-item", example=EXAMPLE_SKU)
            case ("item", name):
                item = await asyncio.to_thread(self._catalogue.item, name)
                return Reply(plain(name_of(item), 120), item_card(item, link=self._link, words=words))
            case _:
                return Reply(words("catalogue-commands"))
        return None

    async def _upload(self, rest: str, message: InboundMessage, channel: Channel, words: Words) -> None:
        try:
            mode = Mode(rest.casefold()) if rest else Mode.UPSERT
        except ValueError:
            raise UserError("catalogue-mode-unknown") from None
        if not message.attachments:
            raise UserError("catalogue-no-file")
        await self._batches.upload(message, mode, channel, words)

    def _history(self, words: Words) -> Reply:
        records = self._catalogue.history(limit=HISTORY)
        card = history_card(records, self._catalogue.undoable(), words=words)
        return Reply(words("history-title"), card)

    async def _audit(
        self, message: InboundMessage, channel: Channel, words: Words, *, repair: bool = False
    ) -> None:
        live = self._batches.live(message, channel)
        if repair:
            title = words("progress-repair")
            found = await self._batches.work(
                live,
                title,
                lambda meter: self._catalogue.repair(self._embed, progress=meter),
                words,
                after=0.0,
            )
        else:
            title = words("progress-audit")
            found = await self._batches.work(
                live, title, lambda meter: self._catalogue.audit(progress=meter), words
            )
        summary = audit_summary(found, repaired=repair, words=words)
        await live.show(Reply(summary, audit_card(found, repaired=repair, words=words)))

    async def _duplicates(self, message: InboundMessage, channel: Channel, words: Words) -> None:
        live = self._batches.live(message, channel)
        pairs = await self._batches.work(
            live,
            words("progress-duplicates"),
            lambda meter: self._catalogue.duplicates(progress=meter),
            words,
        )
        card = duplicates_card(pairs, link=self._link, words=words)
        await live.show(Reply(words("duplicates-title", count=len(pairs)), card))

    async def _export(self, kind: str, message: InboundMessage, channel: Channel, words: Words) -> None:
        live = self._batches.live(message, channel)
        told: list[Exported] = []

        def export(meter: Meter) -> Reply:
            download = self._downloads.keep(
                f"catalogue.{kind}",
                lambda out: told.append(
                    self._catalogue.export_zip(out, progress=meter)
                    if kind == "zip"
                    else self._catalogue.export_csv(out)
                ),
            )
            items, pictures = told[0].items, told[0].pictures
            card = export_card(items, pictures, download, words=words)
            return Reply(export_summary(items, pictures, words), card)

        await live.show(await self._batches.work(live, words("progress-export"), export, words))

"""`catalogue …`: which word does what with the catalogue."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence

from bot.cards.catalogue_item import item_card
from bot.cards.catalogue_status import status_card
from bot.cards.elements import PictureLink
from bot.cards.history import history_card
from bot.channel import Reply
from bot.errors import UserError
from bot.foreign_text import example_sku, name_of, plain
from bot.handlers.catalogue.batch_cards import BatchCards
from bot.handlers.catalogue.batches import BatchHandler
from bot.handlers.catalogue.columns import ColumnHandler
from bot.handlers.catalogue.feeds import FeedHandler
from bot.handlers.catalogue.places import PlacesHandler
from bot.handlers.catalogue.upkeep import UpkeepHandler
from bot.state.sites import Site
from bot.turn import Turn
from catalogue.modes import Mode
from catalogue.store import Catalogue

HISTORY = 15
"""Batches that the history shows."""

ALL_PLACES = re.compile(r"(?i)stock[\s,;:-]+all[\s-]+places[.!]?")
"""A stock batch that names all places of its SKUs."""
_NUMBER = re.compile(r"[0-9]{1,9}")


class CatalogueHandler:
    """Answers `catalogue …`; a reply is None where the answer goes out as a card that changes."""

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        batches: BatchHandler,
        columns: ColumnHandler,
        cards: BatchCards,
        upkeep: UpkeepHandler,
        places: PlacesHandler,
        feeds: FeedHandler,
        link: PictureLink,
        sites: Callable[[], Sequence[Site]] = lambda: (),
    ) -> None:
        self._catalogue = catalogue
        self._batches = batches
        self._columns = columns
        self._cards = cards
        self._upkeep = upkeep
        self._places = places
        self._feeds = feeds
        self._link = link
        self._sites = sites

    async def command(self, turn: Turn, command: str) -> Reply | None:
        """The reply to what follows the word `catalogue`."""
        word, _, rest = command.partition(" ")
        match word.casefold(), rest.strip():
            case ("upload" | "import", mode):
                await self._upload(turn, mode)
            case ("undo", ""):
                return await asyncio.to_thread(self._cards.latest, turn.words)
            case ("undo", number) if _NUMBER.fullmatch(number):
                await self._batches.undo(turn, int(number))
            case ("audit", ""):
                await self._upkeep.audit(turn)
            case ("duplicates", ""):
                await self._upkeep.duplicates(turn)
            case ("export", "" | "csv" | "zip" as kind):
                await self._upkeep.export(turn, kind or "csv")
            case ("columns", ""):
                return await asyncio.to_thread(self._columns.list, turn)
            case ("status", ""):
                return await asyncio.to_thread(self._status, turn)
            case ("feeds" | "feed", ""):
                return await asyncio.to_thread(self._feeds.show, turn)
            case ("history", ""):
                return await asyncio.to_thread(self._history, turn)
            case ("places", rest):
                return await asyncio.to_thread(self._places.command, turn, rest)
            case ("item", ""):
                sku = await asyncio.to_thread(self._catalogue.stock.example)
                raise UserError("catalogue-which-item", example=example_sku(sku))
            case ("item", name):
                return await asyncio.to_thread(self._item, turn, name)
            case _:
                return Reply(turn.words("catalogue-commands"))
        return None

    async def _upload(self, turn: Turn, mode: str) -> None:
        named = ALL_PLACES.fullmatch(mode.strip())
        try:
            chosen = Mode.STOCK if named else Mode(mode.casefold()) if mode else Mode.UPSERT
        except ValueError:
            raise UserError("catalogue-mode-unknown") from None
        if not turn.message.attachments:
            raise UserError("catalogue-no-file")
        await self._batches.upload(turn, chosen, all_places=named is not None)

    def _status(self, turn: Turn) -> Reply:
        card = status_card(self._catalogue.status(), self._sites(), words=turn.words)
        return Reply(turn.words("status-title"), card)

    def _history(self, turn: Turn) -> Reply:
        records = self._catalogue.history(limit=HISTORY)
        card = history_card(records, self._catalogue.undoable(), words=turn.words)
        return Reply(turn.words("history-title"), card)

    def _item(self, turn: Turn, name: str) -> Reply:
        item = self._catalogue.item(name)
        return Reply(plain(name_of(item), 120), item_card(item, link=self._link, words=turn.words))
